"""What a browser does for our pages, and no more: keeps cookies, sends forms, follows no redirect."""

import html
import re
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlencode

ANSWERS_WITHIN = 20
# What a browser says of a form from the page that it shows.
FROM_A_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


class NoAnswer(Exception):
    """The connection was refused or broken off, or nothing came."""

    def __str__(self):
        return f"no answer ({self.__cause__!r})"


class Page(NamedTuple):
    status: int
    location: str | None
    text: str

    @property
    def token(self):
        """What each form of this browser carries."""
        return self._first(r'name="csrf" value="(\w+)"')

    @property
    def complaint(self):
        """What somebody told, on the page of a complaint."""
        return self._first(r'<blockquote class="words">(.*?)</blockquote>')

    @property
    def waiting(self):
        """How many complaints nobody has triaged."""
        return int(self._first(r'<span class="count">(\d+)<') or 0)

    def _first(self, pattern):
        found = re.search(pattern, self.text, re.DOTALL)
        return found and html.unescape(found[1])


class Browser:
    def __init__(self, port, cookies=None):
        self._port = port
        self.cookies = dict(cookies or {})

    def get(self, path):
        return self._ask("GET", path, None, {})

    def post(self, path, fields):
        return self._ask("POST", path, urlencode(fields), FROM_A_FORM)

    def send(self, path, answers):
        """Opens the form at an address and sends it."""
        return self.post(path, {"csrf": self.get(path).token, **answers})

    def _ask(self, method, path, body, headers):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = HTTPConnection("127.0.0.1", self._port, timeout=ANSWERS_WITHIN)
        try:
            connection.request(method, path, body, headers | {"Cookie": cookies})
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            raise NoAnswer from error
        finally:
            connection.close()
        self._remember(answer.headers.get_all("Set-Cookie", []))
        return Page(answer.status, answer.headers["Location"], text)

    def _remember(self, lines):
        for line in lines:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
