"""Proves that nothing that was acknowledged is lost: strikes a real server with faults while it is written to."""

import argparse
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from disk import Disk
from kinds import KINDS
from office import Office
from trial import Trial
from trouble import Skipped

FEWEST = 3
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HEAD = ("kind of fault", "rounds", "sent", "acknowledged", "stored", "lost")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=200, help="how many of the commonest kinds")
    rounds = parser.parse_args().rounds
    for end in ENDS:
        signal.signal(end, give_up)
    trials = []
    skipped = []
    for kind in KINDS:
        try:
            trials.append(play(kind, max(FEWEST, rounds // kind.every)))
        except Skipped as reason:
            skipped.append(f"{kind.name}  SKIPPED: {reason}")
    troubles = [trouble for trial in trials for trouble in trial.troubles] + doubts(trials)
    print("", *troubles, table([HEAD, *(trial.row for trial in trials)]), *skipped, sep="\n")
    return 1 if troubles else 0


def play(kind, rounds):
    """One kind of fault on an office of its own, which is gone afterwards."""
    kind.needs()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lindung-faults-")))
        disk = stack.enter_context(Disk(folder)) if kind.on_disk else None
        print(f"{kind.name}: {rounds} rounds", flush=True)
        trial = Trial(kind, Office(disk.root if disk else folder, folder / "log"), disk)
        trial.run(rounds)
        return trial


def doubts(trials):
    """Faults that let nobody through, or interrupted nobody, prove nothing."""
    sent = sum(trial.sent for trial in trials)
    acknowledged = sum(trial.acknowledged for trial in trials)
    return [] if 0 < acknowledged < sent else [f"{acknowledged} of {sent} were acknowledged, which proves nothing"]


def give_up(*_):
    """Takes everything of ours away from the machine, whoever is impatient meanwhile."""
    for end in ENDS:
        signal.signal(end, signal.SIG_IGN)
    sys.exit("ended before its time")


def table(rows):
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    return "\n".join(line(row, widths) for row in rows)


def line(row, widths):
    """A name, and numbers under each other."""
    name, *numbers = (str(cell) for cell in row)
    return "  ".join([name.ljust(widths[0]), *(number.rjust(width) for number, width in zip(numbers, widths[1:]))])


if __name__ == "__main__":
    sys.exit(main())
