"""Rounds of one kind of fault on one office, and the ledger of what was acknowledged in them."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from browser import NoAnswer
from complaint import INBOX, Complaint
from trouble import Trouble

CLIENTS = 4
# The first and the last instant at which a fault strikes, in seconds after the writing began.
STRIKES = (0.01, 0.08)
# Before somebody who got no answer, or an error page, tries again.
PAUSE = 0.05


class Trial:
    def __init__(self, kind, office, disk):
        self._kind = kind
        self._office = office
        self._disk = disk
        self.rounds = self.sent = self.acknowledged = self.stored = 0
        # How many that were acknowledged a later server has shown.
        self._proven = 0
        self.troubles = []

    @property
    def lost(self):
        return self.acknowledged - self._proven

    @property
    def row(self):
        return self._kind.name, self.rounds, self.sent, self.acknowledged, self.stored, self.lost

    def run(self, rounds):
        """The server that starts after a fault shows what is left, and is the one that is struck next."""
        complaints = []
        try:
            for _ in range(rounds):
                with self._office.serve() as server:
                    self._check(server, complaints)
                    self.rounds += 1
                    complaints = self._write(server)
            with self._office.serve() as server:
                self._check(server, complaints)
            self._office.verify()
        except (Trouble, NoAnswer) as trouble:
            self._tell(trouble)

    def _tell(self, trouble):
        self.troubles.append(f"{self._kind.name}, round {self.rounds}: {trouble}")

    def _write(self, server):
        """Clients write as fast as they can until a fault has ended the server."""
        complaints = []
        over = Event()
        with ThreadPoolExecutor(CLIENTS) as clients:
            writing = [clients.submit(self._write_on, server, complaints, over) for _ in range(CLIENTS)]
            try:
                time.sleep(random.uniform(*STRIKES))
                self._kind.strike(server, self._disk)
            except Trouble as trouble:
                self._tell(trouble)
            finally:
                over.set()
                server.kill()
        self.sent += len(complaints)
        self.acknowledged += sum(complaint.is_acknowledged for complaint in complaints)
        for client in writing:
            if trouble := client.exception():
                self._tell(trouble)
        return complaints

    def _write_on(self, server, complaints, over):
        browser = self._office.browser(server)
        while not over.is_set():
            complaint = Complaint()
            complaints.append(complaint)
            try:
                page = complaint.send(browser, self._office.token)
            except NoAnswer:
                page = None
            if page and not complaint.is_acknowledged and page.status < 500:
                raise Trouble(f"{complaint} was answered with {page.status}")
            if not complaint.is_acknowledged:
                time.sleep(PAUSE)

    def _check(self, server, complaints):
        """What the last round sent is there whole or not at all, whole if it was acknowledged; and nothing else is."""
        browser = self._office.browser(server)
        inbox = browser.get(INBOX)
        if inbox.status != 200:
            raise Trouble(f"who was signed in sees no inbox but {inbox.status}")
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(lambda complaint: complaint.look(browser), complaints))
        proven = [complaint for complaint in complaints if complaint.is_acknowledged and complaint.is_whole]
        lost = [complaint for complaint in complaints if complaint.is_acknowledged and not complaint.is_whole]
        half = [complaint for complaint in complaints if complaint.is_there and not complaint.is_whole]
        if lost:
            self._tell(f"{len(lost)} were acknowledged and are lost, such as {lost[0]}")
        if half:
            self._tell(f"{len(half)} are half there, such as {half[0]}")
        self._proven += len(proven)
        self._count(inbox.waiting, self.stored + sum(complaint.is_there for complaint in complaints))

    def _count(self, found, expected):
        """What earlier rounds left is still there."""
        if found != expected:
            self._tell(f"there are {found} complaints, and there must be {expected}")
        self._proven -= max(0, expected - found)
        self.stored = found
