"""The kinds of faults. Each strikes a server that is written to, ends it, and leaves a disk that works."""

import subprocess
import time
from typing import Callable, NamedTuple

from trouble import Skipped, Trouble

# How a server ends that can't know any more what is on its disk.
STOPPED = 70
STOPS_WITHIN = 15
# Seconds. A server that could not accept a connection tries again after one.
MOMENT = 0.1
WHILE = 0.5
RECOVERS_WITHIN = 1.2


def kill(server, _):
    """What the kernel was given already survives, unlike at a power cut."""
    server.kill()


def cut_power(server, disk):
    """Machine and disk end at one instant, whatever is under way. The machine is frozen first, because at this cut the
    kernel answers some syncs with a yes that were not done: appending to a plain file loses so, too."""
    server.freeze()
    disk.cut()
    server.kill()
    disk.mend()


def lose_disk(server, disk):
    """For a moment the server runs on without its disk, and must not acknowledge anything."""
    server.freeze(waits_for_disk=True)
    disk.cut()
    server.thaw()
    time.sleep(MOMENT)
    server.kill()
    disk.mend()


def fill_disk(server, disk):
    """What is refused meanwhile must not be half there, and what is taken afterwards must stand on firm ground."""
    disk.fill()
    time.sleep(WHILE)
    disk.empty()
    time.sleep(MOMENT)
    server.kill()


def take_files(server, _):
    """Not even a connection can be opened."""
    before = server.limit_files(0)
    time.sleep(WHILE)
    server.limit_files(before)
    time.sleep(RECOVERS_WITHIN)
    server.kill()


def fail_syncs(server, disk):
    """Whoever goes on after a sync that failed may acknowledge what the disk never got, so the power is cut then."""
    _fail_syncs(server, disk)


def fail_checkpoints(server, disk):
    """Only the file fails to which a checkpoint carries the log: nobody waits for one, and yet it must be heard."""
    _fail_syncs(server, disk, "-P", str(server.home / "data.sqlite"))


def _fail_syncs(server, disk, *which):
    failing = ["strace", "-f", "-o", "/dev/null", *which, "-e", "inject=fsync,fdatasync:error=EIO"]
    with subprocess.Popen([*failing, "-p", str(server.pid)], stderr=subprocess.DEVNULL):
        try:
            code = server.end(within=STOPS_WITHIN)
            disk.cut()
        finally:
            server.kill()
    disk.mend()
    if code != STOPPED:
        how = "goes on" if code is None else f"ends with {code}"
        raise Trouble(f"when a sync fails the server must end with {STOPPED}, but it {how}")


def needs_strace():
    try:
        subprocess.run(["strace", "-o", "/dev/null", "true"], check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise Skipped("strace is not installed") from error
    except subprocess.CalledProcessError as error:
        raise Skipped(error.stderr.strip()) from error


class Kind(NamedTuple):
    name: str
    strike: Callable
    # Every how many rounds of a run there is one of this kind.
    every: int = 1
    on_disk: bool = True
    needs: Callable = lambda: None


KINDS = [
    Kind("kill -9", kill, on_disk=False),
    Kind("power cut", cut_power),
    Kind("disk gone", lose_disk, every=4),
    Kind("disk full", fill_disk, every=10),
    Kind("no more files", take_files, every=20, on_disk=False),
    Kind("failed sync", fail_syncs, every=20, needs=needs_strace),
    Kind("failed checkpoint", fail_checkpoints, every=20, needs=needs_strace),
]
