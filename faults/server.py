"""An office that is served, until something ends it."""

import resource
import signal
import socket
import subprocess
import time
from pathlib import Path

from trouble import Trouble

STARTS_WITHIN = 60


class Server:
    """Serves a home on a free port of this machine; `with` kills what is left of it."""

    def __init__(self, binary, home, log):
        self.port = _free_port()
        self.home = home
        self._log = log
        address = f"127.0.0.1:{self.port}"
        # Whoever looks for what is lost opens everything, which the door would make slow.
        environment = {"LINDUNG_HOME": str(home), "LINDUNG_ADDRESS": address, "LINDUNG_OPENS_PER_HOUR": "10000"}
        # A session of its own: Ctrl-C is for us, who then end it.
        with log.open("w") as output:
            self._process = subprocess.Popen(
                [binary, "serve"], env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            self._wait(f"http://{address}")
        except BaseException:
            self.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    @property
    def pid(self):
        return self._process.pid

    def kill(self):
        """Nothing is told, nothing is finished."""
        self._process.kill()
        self._process.wait()

    def freeze(self, waits_for_disk=False):
        """Nothing of it runs any more; what it asked of the disk goes on, unless that is waited for first."""
        self._process.send_signal(signal.SIGSTOP)
        still = "T" if waits_for_disk else "TD"
        while not all(state in still for state in self._states()):
            time.sleep(0.0005)

    def thaw(self):
        self._process.send_signal(signal.SIGCONT)

    def _states(self):
        """Of each thread: T is stopped, D waits for the disk."""
        for stat in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            yield stat.read_text().rpartition(") ")[2][0]

    def end(self, within):
        """The exit code, when it ends by itself; None when it goes on."""
        try:
            return self._process.wait(within)
        except subprocess.TimeoutExpired:
            return None

    def limit_files(self, most):
        """How many files it may have open from now on; answers how many it might before."""
        _, hard = resource.prlimit(self.pid, resource.RLIMIT_NOFILE)
        return resource.prlimit(self.pid, resource.RLIMIT_NOFILE, (most, hard))[0]

    def _wait(self, address):
        deadline = time.monotonic() + STARTS_WITHIN
        while address not in (said := self._log.read_text()):
            if self._process.poll() is not None:
                raise Trouble(f"the server does not start: {said[-500:].strip()}")
            if time.monotonic() > deadline:
                raise Trouble(f"the server does not listen after {STARTS_WITHIN} s: {said[-500:].strip()}")
            time.sleep(0.01)


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
