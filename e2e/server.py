"""The made-up city of one binary, served for as long as the tests run."""

import re
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
STARTS_WITHIN = 180
ENDS_WITHIN = 30


class Server:
    """Serves the demo in a home of its own; `with` ends it, and insists that it ends by itself."""

    command = "demo"

    def __init__(self, binary):
        self._binary = binary

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="lindung-e2e-")
        folder = Path(self._folder.name)
        self.address = f"http://127.0.0.1:{_free_port()}"
        environment = {
            "LINDUNG_HOME": str(folder / "city"),
            "LINDUNG_ADDRESS": self.address.removeprefix("http://"),
            # One worker does here in an hour what a whole office does in a month.
            "LINDUNG_OPENS_PER_HOUR": "10000",
            "LINDUNG_CALLS_PER_MINUTE": "100000",
        }
        self.prepare(environment)
        # A file, because a pipe that nobody empties would stop the server.
        self._output = folder / "output"
        with self._output.open("w") as output:
            self._process = subprocess.Popen(
                [self._binary, self.command], env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            self._wait()
        except BaseException:
            self._abandon()
            raise
        return self

    def __exit__(self, *_):
        self._process.send_signal(signal.SIGINT)
        try:
            code = self._process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            code = f"still running {ENDS_WITHIN} s after SIGINT"
        said = self._output.read_text()[-1500:]
        self._abandon()
        assert code == 0, f"the server must end by itself with 0, not: {code}\n{said}"

    def password(self, handle):
        return self._sign_ins[handle]

    def prepare(self, environment):
        """What has to be there before it serves."""

    def _wait(self):
        deadline = time.monotonic() + STARTS_WITHIN
        while self.address not in (said := self._output.read_text()):
            assert self._process.poll() is None, f"the server ended at its start:\n{said}"
            assert time.monotonic() < deadline, f"the server does not listen after {STARTS_WITHIN} s:\n{said}"
            time.sleep(0.1)
        self._sign_ins = dict(re.findall(r"^  (\w+) +(\S+)  ", said, re.MULTILINE))

    def _abandon(self):
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()


class OfficeServer(Server):
    """A real office with one intake officer, who has signed in nowhere yet."""

    command = "serve"

    def prepare(self, environment):
        self._run(environment, "init", "--handle", "yohana", "--name", "Yohana Wea")
        added = self._run(environment, "worker", "add", "dewi", "--name", "Dewi Anggraini", "--post", "intake-officer")
        self.secret = re.search(r"hours: (\S+)", added)[1]

    def _run(self, environment, *arguments):
        return subprocess.check_output([self._binary, *arguments], env=environment, text=True)


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
