"""One complaint: what was told, and what became of it."""

import random
import uuid

INBOX = "/kerja/complaints"
FORM = f"{INBOX}/receive-complaint"
# Repeated, so that entries of many sizes are written; and with all that a page must not show as it stands.
SENTENCE = " Ja'far berkata \"jangan\" & <anak> itu takut…"


class Complaint:
    def __init__(self):
        self._id = str(uuid.uuid4())
        self._page = f"{INBOX}/{self._id}"
        self._text = f"Laporan {self._id}." + SENTENCE * random.randint(0, 60)
        self.is_acknowledged = False
        self.is_there = False
        self.is_whole = False

    def __str__(self):
        return self._id

    def send(self, browser, token):
        """It is acknowledged by being led to."""
        page = browser.post(FORM, {
            "csrf": token, "record": self._id, "key": str(uuid.uuid4()), "channel": "S1T", "what": self._text})
        self.is_acknowledged = page.status == 303 and page.location == self._page
        return page

    def look(self, browser):
        page = browser.get(self._page)
        self.is_there = page.status != 404
        self.is_whole = page.status == 200 and page.complaint == self._text
