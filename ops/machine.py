"""What `make install` makes, run as its unit runs it, as far as that goes without systemd."""

import configparser
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
WITHIN = 30

# Two folders, then a command for which the second has in it what the first has.
IN_THE_PLACE_OF = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'


class Machine:
    """A folder in the place of `/`; `with` takes it away."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="lindung-ops-")
        self.root = Path(self._folder.name)
        self.root.chmod(0o711)
        # Of a make that runs these tests, nothing is handed on.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
        subprocess.run(
            ["make", "-s", "install", f"DESTDIR={self.root}", "PREFIX=/usr/local"],
            cwd=REPOSITORY, env=environment, check=True)
        self.port = free_port()
        unit = configparser.ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str
        unit.read(self.path("/usr/local/lib/systemd/system/lindung.service"))
        self.unit = unit["Service"]
        self._environment = self._settings()
        self._nothing = self.path("/nothing")
        self._nothing.mkdir()
        self.path("/etc").mkdir()
        if os.geteuid() == 0:
            self.make_user()
        else:
            for folder in ["/etc/lindung", "/var/lib/lindung"]:
                self.path(folder).mkdir(parents=True)
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def path(self, path):
        return self.root / path.lstrip("/")

    def make_user(self):
        """And its folders, as an administrator makes them."""
        for command in [["systemd-sysusers"], ["systemd-tmpfiles", "--create"]]:
            subprocess.run([*command, f"--root={self.root}", "lindung.conf"], check=True)

    @property
    def user(self):
        """The number of the service's user."""
        name, _, number, *_ = self.path("/etc/passwd").read_text().split(":")
        assert name == "lindung"
        return int(number)

    def run(self, *arguments, typed=None, codes=frozenset([0])):
        """Runs the program to its end, and tells what it says."""
        ended = subprocess.run(
            self._limited(arguments), cwd="/", env=self._environment, capture_output=True, text=True, timeout=WITHIN,
            input=typed)
        assert ended.returncode in codes, f"{arguments[0]}: {ended.stdout}{ended.stderr}"
        return ended.stdout

    def serve(self):
        return Service(self._limited(self.unit["ExecStart"].split()[1:]), self._environment, self.root / "output")

    def _settings(self):
        """The environment of the service, with this machine's folder before its paths and a port that is free."""
        lines = self.path("/usr/local/share/lindung/default").read_text().splitlines()
        settings = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
        settings |= dict([self.unit["Environment"].split("=", 1)])
        for name in ["LINDUNG_HOME", "LINDUNG_KEY", "LINDUNG_BACKUP_DATA", "LINDUNG_BACKUP_KEYS"]:
            settings[name] = str(self.path(settings[name]))
        return settings | {"LINDUNG_ADDRESS": f"127.0.0.1:{self.port}", "HOME": "/nonexistent"}

    def _limited(self, arguments):
        """As the service's user, where there is no repository; without rights, without core files."""
        is_root = os.geteuid() == 0
        assert self.unit["NoNewPrivileges"] == "yes"
        return [
            "unshare", "--mount", *([] if is_root else ["--map-root-user"]),
            "sh", "-c", IN_THE_PLACE_OF, "sh", self._nothing, REPOSITORY,
            "prlimit", f"--core={self.unit['LimitCORE']}", f"--nofile={self.unit['LimitNOFILE']}",
            "setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all",
            *([f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups"] if is_root else []),
            self.path("/usr/local/bin/lindung"), *arguments,
        ]


class Service:
    """The program while it serves; `with` ends it, as systemd does, and insists that it ends by itself."""

    def __init__(self, command, environment, output):
        self._command, self._environment, self._output = command, environment, output

    def __enter__(self):
        with self._output.open("w") as output:
            self._process = subprocess.Popen(
                self._command, cwd="/", env=self._environment, stdout=output, stderr=subprocess.STDOUT)
        wait_for(int(self._environment["LINDUNG_ADDRESS"].split(":")[1]), self._process, self._output)
        return self

    def __exit__(self, *_):
        end(self._process)

    @property
    def status(self):
        return dict(re.findall(r"^(\w+):\s*(.*)$", self._proc("status").read_text(), re.MULTILINE))

    @property
    def files(self):
        """Every file that it has mapped or open."""
        mapped = re.findall(r" (/.*)$", self._proc("maps").read_text(), re.MULTILINE)
        return set(mapped) | set(filter(None, map(_target, self._proc("fd").iterdir())))

    def limit(self, name):
        return re.search(rf"^Max {name} +(\S+)", self._proc("limits").read_text(), re.MULTILINE)[1]

    def _proc(self, name):
        # Every step of the command becomes the next one, so that its process is the program's.
        return Path(f"/proc/{self._process.pid}/{name}")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port, process, output):
    deadline = time.monotonic() + WITHIN
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert process.poll() is None, f"it ended at its start:\n{output.read_text()}"
            if time.monotonic() > deadline:
                process.kill()
                raise
            time.sleep(0.1)


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        code = process.wait(WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
    assert code == 0, f"it must end by itself with 0, not: {code}"


def _target(link):
    """Where it leads; nothing for a file that was closed meanwhile."""
    try:
        return os.readlink(link)
    except FileNotFoundError:
        return None
