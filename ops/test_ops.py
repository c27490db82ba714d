import os
import subprocess
import uuid

import pytest

from machine import REPOSITORY, Machine, free_port
from proxy import Proxy
from visitor import ORIGIN, Visitor

PASSWORD = "empat kura-kura hijau"
KEPT = ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Cache-Control",
        "Referrer-Policy"]


@pytest.fixture(scope="module")
def machine():
    with Machine() as machine:
        yield machine


@pytest.fixture(scope="module")
def secrets(machine):
    """An office that was just made: the one-time secrets, by user name."""
    said = machine.run("init", "--handle", "yohana", "--name", "Yohana Wea")
    said += machine.run("worker", "add", "rina", "--name", "Rina Siregar", "--post", "case-manager")
    return {line.split()[0]: line.split()[-1] for line in said.splitlines() if " signs in with this temporary password " in line}


@pytest.fixture(scope="module")
def service(machine, secrets):
    with machine.serve() as service:
        yield service


@pytest.fixture(scope="module")
def site(machine):
    return machine.path("/usr/local/share/lindung/nginx.conf").read_text()


@pytest.fixture(scope="module")
def proxy(machine, service, site):
    with Proxy(machine.path("/nginx"), site, machine.port) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def rina(proxy, secrets):
    """Signed in, over https."""
    rina = Visitor(proxy.https, proxy.certificate)
    assert rina.sign_in("rina", secrets["rina"], PASSWORD).status == 200
    return rina


def assert_guarded(answer, encrypted=True):
    """What nginx says itself, without the service, has each header once and as strict as the service's."""
    wanted = {
        "Content-Security-Policy": ["default-src 'none'; frame-ancestors 'none'"],
        "Strict-Transport-Security": ["max-age=63072000; includeSubDomains"] if encrypted else None,
        "X-Content-Type-Options": ["nosniff"],
        "Cache-Control": ["no-store"],
        "Referrer-Policy": ["no-referrer"],
    }
    assert {name: answer.headers.get_all(name) for name in wanted} == wanted
    assert answer.headers["Server"] == "nginx"


class TestUnit:
    def test_systemd_finds_no_fault(self, machine):
        unit = machine.path("/lindung.service")
        shipped = machine.path("/usr/local/lib/systemd/system/lindung.service").read_text()
        unit.write_text(shipped.replace("/usr/local/", f"{machine.root}/usr/local/"))
        found = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True)
        assert (found.returncode, found.stderr) == (0, "")

    def test_it_leaves_little_to_who_breaks_in(self, machine):
        unit = machine.path("/usr/local/lib/systemd/system/lindung.service")
        judged = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", "--threshold=11", "--no-pager", unit],
            capture_output=True, text=True)
        assert judged.returncode == 0, judged.stdout

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root makes users and gives folders away")
    def test_folders_are_the_users_alone_and_settings_stay(self, machine):
        for folder in ["/etc/lindung", "/var/lib/lindung"]:
            made = machine.path(folder).stat()
            assert (made.st_uid, made.st_mode & 0o777) == (machine.user, 0o700), folder

        settings = machine.path("/etc/default/lindung")
        assert settings.read_bytes() == machine.path("/usr/local/share/lindung/default").read_bytes()
        settings.write_text("LINDUNG_ORIGIN=https://lindung.office\n")
        machine.make_user()
        assert settings.read_text() == "LINDUNG_ORIGIN=https://lindung.office\n"


class TestProgram:
    def test_it_runs_from_what_was_installed_alone(self, machine, secrets, service):
        yohana = Visitor(machine.port)
        assert yohana.sign_in("yohana", secrets["yohana"], PASSWORD).status == 200

        assert not [file for file in service.files if file.startswith(str(REPOSITORY))]
        swift = [file for file in service.files if "swift" in file.lower()]
        assert swift and all(file.startswith(str(machine.root)) for file in swift)

    def test_it_has_the_limits_of_the_unit(self, service):
        assert (service.status["NoNewPrivs"], int(service.status["CapBnd"], 16)) == ("1", 0)
        assert (service.limit("core file size"), service.limit("open files")) == ("0", "4096")


class TestSite:
    def test_it_leads_to_https(self, proxy):
        answer = Visitor(proxy.http).get("/kerja/sign-in")
        assert (answer.status, answer.headers["Location"]) == (301, f"{ORIGIN}/kerja/sign-in")
        assert_guarded(answer, encrypted=False)

    def test_answers_are_as_the_service_gives_them(self, machine, proxy):
        given = Visitor(machine.port).get("/kerja/sign-in").headers
        handed_on = Visitor(proxy.https, proxy.certificate).get("/kerja/sign-in").headers
        for name in KEPT:
            assert len(given.get_all(name)) == 1 and handed_on.get_all(name) == given.get_all(name), name
        # Debian's nginx would compress them, and tell its version.
        assert (handed_on["Content-Encoding"], handed_on["Server"]) == (None, "nginx")

    def test_what_it_answers_itself_is_guarded_too(self, proxy):
        visitor = Visitor(proxy.https, proxy.certificate)
        for status, answer in {
            400: visitor.say("NONSENSE"),
            405: visitor.say("TRACE / HTTP/1.1"),
            413: visitor.say("POST / HTTP/1.1\r\nContent-Length: 6000000"),
        }.items():
            assert answer.status == status
            assert_guarded(answer)

    @pytest.mark.parametrize("said", [
        {}, {"Origin": "null"}, {"Origin": "https://elsewhere.example"}, {"Origin": "http://lindung.example"},
        {"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"},
    ], ids=str)
    def test_who_has_the_session_changes_nothing_from_elsewhere(self, machine, rina, said):
        thief = Visitor(machine.port)
        thief.cookies, thief.token = rina.cookies, rina.token
        for visitor in [thief, rina]:
            assert visitor.post("/keluar", said).status == 403
        assert rina.get("/kerja").status == 200

    def test_what_is_typed_reaches_no_file(self, proxy, rina):
        before = proxy.writings
        assert rina.post("/kerja/search", words="x" * 1_000_000).status == 303
        refused = rina.post("/kerja/search", words="x" * 1_900_000)
        assert refused.status == 413 and KEPT[0] in refused.headers
        assert proxy.writings == before

    def test_without_the_service_it_says_so_and_no_address_is_logged(self, machine, proxy, rina, site):
        record = f"/kerja/cases/{uuid.uuid4()}"
        assert rina.get(record).status == 404
        with Proxy(machine.path("/nginx-alone"), site, free_port()) as alone:
            answer = Visitor(alone.https, alone.certificate).get(record)
            assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
            assert_guarded(answer)
            assert "sedang dimulai" in answer.text and "is starting" in answer.text
        assert record not in proxy.logs + alone.logs
