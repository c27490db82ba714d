"""A real office, and who works there."""

import re
import time

from playwright.sync_api import expect

from server import OfficeServer
from sign_in_test import PASSWORD, phone

STAFF = {
    "dewi": ("Dewi Anggraini", "intake-officer"),
    "rina": ("Rina Siregar", "case-manager"),
    "sinta": ("Sinta Purba", "case-manager"),
    "hasan": ("Hasan Basri", "head"),
}
NEW_PASSWORD = "perahu kecil di teluk biru"
# For so many seconds an authenticator shows the same code.
PERIOD = 30


class Office(OfficeServer):
    """A real office, whose staff have a secret each and have signed in nowhere yet."""

    def prepare(self, environment):
        told = self._run(environment, "init", "--handle", "yohana", "--name", "Yohana Wea")
        for handle, (name, post) in STAFF.items():
            told += self._run(environment, "worker", "add", handle, "--name", name, "--post", post)
        self.secrets = dict(re.findall(r"^(\w+) signs in with this temporary password .*: (\S+)", told, re.MULTILINE))


class Worker:
    """One of the staff: a browser, and what they sign in with."""

    def __init__(self, people, handle, secret):
        self._people = people
        self.handle = handle
        self.secret = secret
        self.password = PASSWORD
        self.key = None
        self._typed = 0
        self.codes = []
        self.browsers = []
        self.person = self.at_another_browser()

    def at_another_browser(self, size="desk", signed_in=False):
        person = self._people.visitor(size)
        if signed_in:
            person.session = self.person.session
            person.go("/kerja")
        self.browsers.append(person)
        return person

    def enters(self):
        """The first sign-in, of who has walked it already."""
        self._types(self.secret)
        self.chooses(self.password)
        self.takes_phone()
        self.person.follow("secret.done")
        return self.person

    def _types(self, password):
        self.person.page.fill("#handle", self.handle)
        self.person.page.fill("#password", password)
        self.person.press("sign-in.submit")

    def chooses(self, password):
        self.password = password
        self.person.page.fill("#password", password)
        self.person.press("password.submit")

    def takes_key(self):
        """Puts it into the app."""
        self.key = self.person.page.locator(".secret").inner_text()
        self._typed = 0

    def code(self):
        """One that was not typed yet: each works once. The next one works before it is shown; no later one does."""
        self._typed = max(int(time.time()) // PERIOD, self._typed + 1)
        while int(time.time()) // PERIOD + 1 < self._typed:
            time.sleep(1)
        return phone(self.key, f"@{self._typed * PERIOD}")

    def takes_phone(self):
        """Puts the key into the app and types its first code."""
        self.takes_key()
        self.person.page.fill("#code", self.code())
        self.person.press("authenticator.submit")
        self.writes_codes_down()

    def writes_codes_down(self):
        codes = self.person.page.locator(".codes li")
        expect(codes).to_have_count(8)
        self.codes = codes.all_inner_texts()

    def comes_back(self):
        """By the password, after the lock or a session that has ended."""
        self._types(self.password)

    def comes_back_with_backup_code(self):
        """Every other session of theirs ends."""
        self.comes_back()
        self.person.page.locator("summary").click()
        self.person.page.fill("#backup", self.codes.pop())
        self.person.press("sign-in.submit")


class Staff:
    def __init__(self, people, secrets):
        self._people = people
        self._secrets = secrets
        self._workers = []

    def newcomer(self, handle, secret=None):
        """Whoever begins with their page in hand."""
        self._workers.append(worker := Worker(self._people, handle, secret or self._secrets[handle]))
        return worker

    def enters(self, handle, secret=None):
        return self.newcomer(handle, secret).enters()

    def leave(self):
        for browser in [browser for worker in self._workers for browser in worker.browsers]:
            assert not browser.console
            browser.leave()
