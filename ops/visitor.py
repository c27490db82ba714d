"""A browser, as far as signing in needs one."""

import http.client
import re
import socket
import ssl
import subprocess
from dataclasses import dataclass
from urllib.parse import urlencode

from proxy import NAME

ORIGIN = f"https://{NAME}"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str


class Visitor:
    """Somebody at a port of this machine, over https if there is a certificate."""

    def __init__(self, port, certificate=None):
        self._port = port
        self._tls = ssl.create_default_context(cafile=certificate) if certificate else None
        self.cookies = {}
        self.token = None

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, said={"Origin": ORIGIN}, **fields):
        """Said: what the browser tells of where the form stood."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | said
        return self._ask("POST", path, urlencode(fields | {"csrf": self.token}), headers)

    def say(self, line):
        """Something that is no request of a browser."""
        with self._connection() as talk:
            talk.sendall(f"{line}\r\nHost: {NAME}\r\n\r\n".encode())
            reply = http.client.HTTPResponse(talk)
            reply.begin()
            return Answer(reply.status, reply.headers, reply.read().decode())

    def sign_in(self, handle, secret, password):
        """The first time: with the secret, in whose place a password is chosen, and an authenticator beside it."""
        self.get("/kerja/sign-in")
        assert self.post("/kerja/sign-in", handle=handle, password=secret).headers["Location"] == "/kerja/password"
        assert self.get("/kerja").headers["Location"] == "/kerja/password"
        self.get("/kerja/password")
        assert self.post("/kerja/password", password=password).headers["Location"] == "/kerja/authenticator"
        key = re.search(r'class="secret">([A-Z2-7 ]+)<', self.get("/kerja/authenticator").text)[1]
        code = subprocess.check_output(["oathtool", "--totp", "--base32", key], text=True).strip()
        assert self.post("/kerja/authenticator", code=code).status == 200
        page = self.get("/kerja")
        # Who administers works at the office's own record.
        while page.status == 303:
            page = self.get(page.headers["Location"])
        return page

    def _ask(self, method, path, body=None, headers={}):
        connection = http.client.HTTPConnection(NAME)
        connection.sock = self._connection()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body, {"Cookie": cookies, "Accept-Encoding": "gzip"} | headers)
        reply = connection.getresponse()
        answer = Answer(reply.status, reply.headers, reply.read().decode())
        connection.close()
        self._remember(answer)
        return answer

    def _connection(self):
        talk = socket.create_connection(("127.0.0.1", self._port), timeout=30)
        return self._tls.wrap_socket(talk, server_hostname=NAME) if self._tls else talk

    def _remember(self, answer):
        for cookie in answer.headers.get_all("Set-Cookie", []):
            # Browsers take what is called __Host- for this very host, and from https, only.
            name, value = re.match(r"(__Host-\w+)=(.*); Path=/; Secure; HttpOnly; SameSite=Strict(?:; Max-Age=\d+)?$", cookie).groups()
            self.cookies[name] = value
        if token := re.search(r'name="csrf" value="(\w+)"', answer.text):
            self.token = token[1]
