"""The IT person's page, followed line by line on a machine of its own: a command that nobody could follow fails."""

import os
import re
import shlex
import shutil
import subprocess

import pytest

from machine import REPOSITORY, Machine

GUIDE = REPOSITORY / "docs/guide"
# A register as an office would have it; its headings are those that the page's example names.
REGISTER = """\
Tgl Lapor;Nama;L/P;Umur;Kronologi;Jenis Masalah;Agama
5/3/2023;Mawar;P;30;Dipukul suami.;Kekerasan fisik;Islam
"""
# Done to the machine itself and not in its folder: Debian's, nginx's and make's part, which other tests here follow.
OF_THE_MACHINE = [
    r"make install DESTDIR=\S+", r"tar --owner=0 --group=0 -C \S+ -czf lindung\.tar\.gz usr",
    r"sudo apt install [a-z0-9 -]+", r"sudo tar -C / --no-overwrite-dir -xzf lindung\.tar\.gz",
    r"sudo systemd-sysusers lindung\.conf", r"sudo systemd-tmpfiles --create lindung\.conf",
    r"sudo systemctl daemon-reload", r"sudo sed -i s/lindung\.example/lindung\.\S+/ /etc/\S+",
    r"sudo cp /usr/local/share/lindung/nginx\.conf /etc/nginx/sites-available/lindung",
    r"sudo ln -s \.\./sites-available/lindung /etc/nginx/sites-enabled/", r"sudo nginx -t",
]


def commands(language):
    """Every command of the page, below the heading of its section's place."""
    text = (GUIDE / language / "it-person.md").read_text(encoding="utf-8")
    sections = re.split(r"^## .*$", text, flags=re.MULTILINE)
    for place, section in enumerate(sections):
        for block in re.findall(r"^```\n(.*?)^```", section, re.MULTILINE | re.DOTALL):
            for line in block.replace("\\\n", " ").splitlines():
                yield place, " ".join(line.split())


def test_both_languages_have_the_same_commands():
    example = {"kota-anda": "your-city", "STEMPEL": "STAMP"}
    said = [(place, re.sub("|".join(example), lambda found: example[found[0]], line)) for place, line in commands("id")]
    assert said == list(commands("en"))


class Follower:
    """Somebody who types what the page says, with the paths of a folder that stands for the machine's."""

    def __init__(self, machine):
        self._machine = machine
        self._service = None
        self._copy = ""  # the newest recovery copy
        self._heads = ""
        machine.path("/run").mkdir(exist_ok=True)
        machine.path("/run").chmod(0o777)

    def follow(self, line):
        words = shlex.split(line.removeprefix("sudo "))
        match words:
            case ["lindung-office", *arguments]:
                self._office(arguments)
            case ["systemctl", "stop", "lindung"]:
                self.stop()
            case ["systemctl", "start" | "restart", "lindung"] | ["systemctl", "enable", "--now", "nginx", "lindung"]:
                self.stop()
                self._service = self._machine.serve()
                self._service.__enter__()
            case ["install", "-o", "lindung", "-m", "600", name, target]:
                given = {"register.csv": REGISTER, "kept.txt": self._heads}[name]
                assert given, "nothing was kept before"
                place = self._machine.path(target)
                place.write_text(given, encoding="utf-8")
                shutil.chown(place, self._machine.user)
            case ["cp", "-a", source, target]:
                subprocess.run(["cp", "-a", self._machine.path(source), self._machine.path(target)], check=True)
            case ["rm", target]:
                self._machine.path(target).unlink()
            case _:
                assert any(re.fullmatch(known, line) for known in OF_THE_MACHINE), "nobody follows this line"

    def stop(self):
        if self._service:
            self._service.__exit__()
        self._service = None

    def lose(self, *paths):
        """What the section begins with."""
        self.stop()
        for path in map(self._machine.path, paths):
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def office(self, *arguments):
        return self._machine.run(*arguments)

    def _office(self, arguments):
        arguments = [self._placed(argument) for argument in arguments]
        # A doctor finds something on every machine that is no office's; a check finds what the page then mends.
        may_say_no = arguments[0] == "doctor" or "--check" in arguments and "--column" not in arguments
        typed = self._copy if arguments[0] == "restore-key" else None
        said = self._machine.run(*arguments, typed=typed, codes={0, 1} if may_say_no else {0})
        if copies := re.findall(r"^    (?! )(.+)$", said, re.MULTILINE):
            self._copy = "\n".join(copies[-8:])
        if arguments == ["heads"]:
            self._heads = said

    def _placed(self, argument):
        """The machine's path; for the backup that a section names by its stamp, the newest."""
        if found := re.fullmatch(r"lindung-STAMP-(data|keys)\.sqlite", argument):
            folder = {"data": "/var/backups/lindung/data", "keys": "/var/backups/lindung-keys"}[found[1]]
            return str(max(self._machine.path(folder).glob(f"lindung-*-{found[1]}.sqlite")))
        return str(self._machine.path(argument)) if argument.startswith("/") else argument


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to the service's user")
def test_it_can_be_followed():
    office, key = "/var/lib/lindung/office", "/etc/lindung/key"
    with Machine() as machine:
        follower = Follower(machine)

        def staff():
            for handle, name in [("rina", "Rina Siregar"), ("maya", "Maya Putri")]:
                posts = ["--post", "case-manager", "--post", "intake-officer"]
                follower.office("worker", "add", handle, "--name", name, *posts)

        # What happened before somebody turns to a section.
        before = {
            "sudo systemctl enable --now nginx lindung": staff,
            "sudo lindung-office restore-key": lambda: follower.lose(
                *[path for path in (office, key) if machine.path(path).exists() and (path == key or not restored)]),
        }
        restored = False
        try:
            for _, line in commands("en"):
                before.get(line, lambda: None)()
                follower.follow(line)
                restored = restored or " restore --data " in line
        finally:
            follower.stop()
