"""An office with one intake officer, who signs in once: the session outlives the server."""

import os
import re
import secrets
import subprocess
from pathlib import Path

from browser import Browser
from server import Server
from trouble import Trouble

REPOSITORY = Path(__file__).resolve().parent.parent
BINARY = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")


class Office:
    """Its home and its key lie in a folder; what its server says is elsewhere, since the folder's disk may be full."""

    def __init__(self, folder, log):
        self._home = folder / "office"
        self._log = log
        self._run("init", "--handle", "yohana", "--name", "Yohana Wea")
        added = self._run("worker", "add", "dewi", "--name", "Dewi Anggraini", "--post", "intake-officer")
        with self.serve() as server:
            self._sign_in(Browser(server.port), "dewi", re.search(r"hours: (\S+)", added)[1])

    def serve(self):
        return Server(BINARY, self._home, self._log)

    def browser(self, server):
        """The officer's, at a server that has just started."""
        return Browser(server.port, self._cookies)

    def verify(self):
        """Proves the whole store, by a binary that can."""
        if "  verify " in self._run("--help"):
            self._run("verify")

    def _sign_in(self, browser, handle, secret):
        browser.send("/kerja/sign-in", {"handle": handle, "password": secret})
        browser.send("/kerja/password", {"password": secrets.token_hex(16)})
        key = re.search(r'class="secret">([A-Z2-7 ]+)<', browser.get("/kerja/authenticator").text)[1]
        code = subprocess.check_output(["oathtool", "--totp", "--base32", key], text=True).strip()
        browser.send("/kerja/authenticator", {"code": code})
        self._cookies = browser.cookies
        self.token = browser.get("/kerja").token

    def _run(self, *arguments):
        environment = {"LINDUNG_HOME": str(self._home)}
        ended = subprocess.run([BINARY, *arguments], env=environment, capture_output=True, text=True)
        if ended.returncode != 0:
            said = (ended.stdout + ended.stderr).strip()
            raise Trouble(f"lindung {arguments[0]} ends with {ended.returncode}: {said[-500:]}")
        return ended.stdout
