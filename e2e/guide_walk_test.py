"""Each post's page in docs/guide, walked step by step by somebody who has only that page, in an office of its own, from
the first sign-in on: every word in bold is pressed, answered or read on the screen, in the order of the steps.
"""

import os
import re
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import expect

import deeds
from guide_test import bold, page
from people import PLACE_OF_OPTION, People
from server import REPOSITORY, OfficeServer
from sign_in_test import PASSWORD, phone

STAFF = {
    "dewi": ("Dewi Anggraini", "intake-officer"),
    "rina": ("Rina Siregar", "case-manager"),
    "sinta": ("Sinta Purba", "case-manager"),
    "hasan": ("Hasan Basri", "head"),
}
NEW_PASSWORD = "perahu kecil di teluk biru"
# Bold words that no walk can press or read, by page, each with its reason: none yet.
NOT_WALKED = {}


# The page as it is walked.


class Guide:
    """A page's bold words, by section and step."""

    def __init__(self, name):
        opening, *parts = re.split(r"^## (.+)\n", page("id", name), flags=re.MULTILINE)
        assert not bold(opening)
        self._left = {}
        for title, text in zip(parts[::2], parts[1::2], strict=True):
            steps = [bold(step) for step in re.split(r"^(?=\d+\. |- )", text, flags=re.MULTILINE)]
            steps = [[word for word in step if word not in NOT_WALKED.get(name, {})] for step in steps]
            self._left[title] = [step for step in steps if step]

    def section(self, title, person):
        return Section(title, self._left.pop(title), person)

    def end(self):
        unwalked = [title for title, steps in self._left.items() if steps]
        assert not unwalked, "walk these sections too"


class Section:
    """A section as somebody walks it: no step before every word of the one before it was used. What was used may be used
    again."""

    def __init__(self, title, steps, person):
        self._title = title
        self._steps = steps
        self._used = set()
        self.person = person

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        assert kind or not self._steps, f"not walked of “{self._title}”: {self._steps}"

    def _use(self, word):
        if not self._is_next(word):
            assert word in self._used, f"“{self._title}” goes on with {self._steps[:1]}, not with “{word}”"
            return
        self._used.add(word)
        self._steps[0].remove(word)
        if not self._steps[0]:
            self._steps.pop(0)

    def _is_next(self, word):
        return bool(self._steps) and word in self._steps[0]

    def press(self, word, of=""):
        """A button, a link or what unfolds, by what is written on it. Of: what else a screen reader says."""
        self._use(word)
        name = re.escape(f"{word} {of}".strip())
        exact = self._pressable(f"^{name}$")
        expect(exact.or_(self._pressable(f"^{name} ")).first).to_be_visible()
        (exact if exact.count() else self._pressable(f"^{name} ")).first.click()

    def _pressable(self, name):
        page, name = self.person.page, re.compile(name)
        named = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name))
        return named.or_(page.locator("summary").filter(has_text=name)).filter(visible=True)

    def see(self, *words):
        for word in words:
            self._use(word)
            told = self.person.page.get_by_text(re.compile(re.escape(word))).filter(visible=True)
            expect(told.first).to_be_visible()

    def answer(self, question, *values):
        """By the question's words. A value in bold is a word of the step too."""
        self._use(question)
        for value in values:
            if self._is_next(value):
                self._use(value)
        asked = re.compile(rf"^\s*{re.escape(question)}(\s*\(boleh kosong\))?\s*$")
        label = self.person.page.locator("label, legend").filter(has_text=asked).first
        name = label.get_attribute("for")
        # The title of several answers stands in what it is the title of.
        answer(self.person.question(name) if name else label.locator(".."), *values)

    def choose(self, value, name):
        """An answer in bold to a question that the page does not name."""
        self._use(value)
        answer(self.person.question(name), value)


def answer(question, *values):
    match question.evaluate("question => question.localName"):
        case "select":
            question.select_option(index=question.evaluate(PLACE_OF_OPTION, values[0]))
        case "fieldset":
            for value in values:
                question.get_by_label(value, exact=True).check()
        case _:
            question.fill(values[0])


# The office and who works there.


class Office(OfficeServer):
    """A real office, whose staff have a secret each and have signed in nowhere yet."""

    def prepare(self, environment):
        told = self._run(environment, "init", "--handle", "yohana", "--name", "Yohana Wea")
        for handle, (name, post) in STAFF.items():
            told += self._run(environment, "worker", "add", handle, "--name", name, "--post", post)
        self.secrets = dict(re.findall(r"^(\w+) signs in with this secret .*: (\S+)", told, re.MULTILINE))


class Worker:
    """One of the staff: a browser, and what they sign in with."""

    def __init__(self, people, handle, secret):
        self._people = people
        self.handle = handle
        self.secret = secret
        self.password = PASSWORD
        self.key = None
        self.codes = []
        self.browsers = []
        self.person = self.at_another_browser()

    def at_another_browser(self, size="desk", signed_in=False):
        person = self._people.visitor(size)
        if signed_in:
            person.session = self.person.session
            person.go("/kerja")
        self.browsers.append(person)
        return person

    def enters(self):
        """The first sign-in, of who has walked it already."""
        self._types(self.secret)
        self.chooses(self.password)
        self.takes_phone()
        self.person.follow("secret.done")
        return self.person

    def _types(self, password):
        self.person.page.fill("#handle", self.handle)
        self.person.page.fill("#password", password)
        self.person.press("sign-in.submit")

    def chooses(self, password):
        self.password = password
        self.person.page.fill("#password", password)
        self.person.press("password.submit")

    def takes_phone(self):
        """Puts the key into the app and types its first code."""
        self.key = self.person.page.locator(".secret").inner_text()
        self.person.page.fill("#code", phone(self.key))
        self.person.press("authenticator.submit")
        self.writes_codes_down()

    def writes_codes_down(self):
        codes = self.person.page.locator(".codes li")
        expect(codes).to_have_count(8)
        self.codes = codes.all_inner_texts()

    def comes_back(self):
        """By the password, after the lock or a session that has ended."""
        self._types(self.password)

    def comes_back_with_backup_code(self):
        """Every other session of theirs ends."""
        self.comes_back()
        self.person.page.locator("summary").click()
        self.person.page.fill("#backup", self.codes.pop())
        self.person.press("sign-in.submit")


class Staff:
    def __init__(self, people, secrets):
        self._people = people
        self._secrets = secrets
        self._workers = []

    def newcomer(self, handle, secret=None):
        """Whoever begins with their page in hand."""
        self._workers.append(worker := Worker(self._people, handle, secret or self._secrets[handle]))
        return worker

    def enters(self, handle, secret=None):
        return self.newcomer(handle, secret).enters()

    def leave(self):
        for browser in [browser for worker in self._workers for browser in worker.browsers]:
            assert not browser.console
            browser.leave()


@pytest.fixture
def staff(browser):
    binary = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")
    with Office(binary) as office:
        staff = Staff(People(browser, office), office.secrets)
        yield staff
        staff.leave()


# What stands on every page.


def first_sign_in(guide, worker):
    person = worker.person
    with guide.section("Masuk pertama kali", person) as steps:
        steps.answer("Nama pengguna", worker.handle)
        steps.answer("Kata sandi", worker.secret)
        steps.press("Masuk")
        steps.see("Pilih kata sandi")
        person.page.fill("#password", "rahasia2026")
        steps.press("Simpan dan masuk")
        assert person.status == 422, "common words and a year"
        person.page.fill("#password", worker.password)
        steps.press("Simpan dan masuk")
        steps.see("Pasang autentikator")
        worker.key = person.page.locator(".secret").inner_text()
        steps.see("Lindung dibuka di ponsel ini? Sentuh di sini")
        app = person.link("authenticator.open").get_attribute("href")
        assert app.startswith("otpauth://") and worker.key.replace(" ", "") in app
        person.page.fill("#code", phone(worker.key))
        steps.press("Simpan dan masuk")
        steps.see("Kode cadangan")
        worker.writes_codes_down()
        steps.press("Sudah saya catat")
        expect(person.page).to_have_url(re.compile("/kerja"))
        # From now on.
        menu(person)
        person.press("header.sign-out")
        worker.comes_back()
        steps.answer("Kode 6 angka", phone(worker.key, later=1))
        steps.press("Masuk")
        expect(person.page.locator(".initials")).to_be_visible()


def menu(person):
    person.page.locator("summary").filter(has=person.page.locator(".initials")).click()


def shared_laptop_and_lost_phone(guide, worker, form, answers):
    """Form: the address of one, for what is left unsent."""
    laptop = worker.person
    with guide.section("Laptop bersama, ponsel hilang", laptop) as steps:
        # What is typed before the screen is left.
        laptop.go(form)
        laptop.answer(answers)
        steps.see("Tersimpan otomatis")
        menu(laptop)
        steps.press("Kunci layar")
        expect(laptop.question("handle")).to_have_value(worker.handle)
        worker.comes_back()
        expect(laptop.sees("form.restored")).to_be_visible()
        for name, value in answers.items():
            expect(laptop.question(name)).to_have_value(value)
        laptop.press("form.discard")

        # The phone is lost, and it was signed in.
        lost, worker.person = laptop, worker.at_another_browser()
        steps.person = worker.person
        worker.comes_back()
        steps.press("Ponsel tidak ada? Pakai kode cadangan")
        worker.person.page.fill("#backup", worker.codes.pop())
        worker.person.press("sign-in.submit")
        expect(worker.person.page.locator(".initials")).to_be_visible()
        is_signed_out(lost)
        menu(worker.person)
        steps.press("Akun saya")
        steps.press("Keluar dari semua perangkat")
        worker.comes_back_with_backup_code()

        # A new phone.
        menu(worker.person)
        steps.press("Akun saya")
        worker.person.page.fill("#password", worker.password)
        worker.person.page.fill("#code", worker.codes.pop())
        steps.press("Ganti ponsel atau kode cadangan")
        worker.takes_phone()
        worker.person.follow("secret.done")

        # A device that was left behind, and one that nobody knows.
        here = worker.person
        worker.person = lost
        worker.comes_back()
        lost.page.fill("#code", phone(worker.key, later=1))
        lost.press("sign-in.submit")
        worker.person = here
        menu(here)
        steps.press("Akun saya")
        steps.press("Keluarkan")
        expect(here.button("account.end")).to_have_count(0)
        is_signed_out(lost)
        steps.press("Keluar dari semua perangkat")
        worker.comes_back_with_backup_code()
        menu(here)
        steps.press("Akun saya")
        here.page.fill("#password", worker.password)
        here.page.fill("#code", worker.codes.pop())
        steps.press("Ganti kata sandi")
        worker.chooses(NEW_PASSWORD)
        expect(here.page.locator(".initials")).to_be_visible()


def is_signed_out(person):
    person.go("/kerja")
    expect(person.button("sign-in.submit")).to_be_visible()


def session_ends(steps, worker, minutes=25):
    """In a browser of its own, whose clock is turned."""
    watched = worker.at_another_browser(signed_in=True)
    watched.page.clock.install()
    watched.go("/kerja")
    steps.person = watched
    watched.page.clock.fast_forward(f"{minutes}:10")
    steps.see("Sesi berakhir 5 menit lagi")
    steps.press("Tetap masuk")
    expect(watched.button("idle.stay")).to_be_hidden()
    steps.person = worker.person


def somebody_else_records(steps, other, form, name, theirs, own):
    """Both have the form open; whoever is second sees both sides."""
    person = steps.person
    for send_again in (True, False):
        person.go(form)
        other.go(form)
        other.answer({name: f"{theirs} {send_again}"})
        other.page.locator("main form .button").first.click()
        expect(other.page.locator("[data-done]")).to_be_visible()
        person.answer({name: f"{own} {send_again}"})
        person.page.locator("main form .button").first.click()
        steps.see("Orang lain mencatat hal yang sama")
        expect(person.page.get_by_role("alert")).to_contain_text(f"{theirs} {send_again}")
        expect(person.page.get_by_role("alert")).to_contain_text(f"{own} {send_again}")
        if send_again:
            person.page.locator("main form .button").first.click()
            expect(person.page.locator("[data-done]")).to_be_visible()
        else:
            steps.press("Batal")
            expect(person.page.get_by_role("alert")).to_have_count(0)


def connection_is_lost(steps):
    steps.person.lose_connection(True)
    steps.see("Luring")
    steps.person.lose_connection(False)
    steps.see("Tersambung")


def leaving_the_device(steps):
    menu(steps.person)
    steps.see("Kunci layar")
    steps.press("Keluar")
    expect(steps.person.button("sign-in.submit")).to_be_visible()


# The pages.

RECEIVE = "/kerja/complaints/receive-complaint"
SAFE = {"reachable": "no", "threat": "no", "injured": "no", "risk": "low", "authority": "city"}
JAKARTA = timezone(timedelta(hours=7))


def days_ago(count):
    return (datetime.now(JAKARTA) - timedelta(count)).strftime("%Y-%m-%dT%H:%M")


def a_time_that_is_not_now():
    return ("20:00", "21:00") if datetime.now(JAKARTA).hour < 12 else ("05:00", "06:00")


def takes_down(person, who, **more):
    person.go(RECEIVE)
    person.answer({"channel": "CCT", "what": f"{who} minta tolong.", "affected.0.who": who} | more)
    person.send("receive-complaint")
    expect(person.page.get_by_role("heading", level=1)).to_contain_text(who)
    return person.page.url


def test_the_page_of_an_intake_officer(staff):
    rina = staff.enters("rina")
    takes_down(rina, "Dahlia", at=days_ago(2))
    takes_down(rina, "Teratai", danger="yes")
    theirs = takes_down(rina, "Seruni")
    rina.perform("record-callback", {"outcome": "answered"})

    guide = Guide("intake-officer")
    worker = staff.newcomer("dewi")
    dewi = worker.person
    first_sign_in(guide, worker)
    intake_morning(guide, worker)
    complaint = somebody_calls(guide, dewi)
    it_is_triaged(guide, dewi, complaint)
    advised, elsewhere = others_are_triaged(guide, dewi)
    it_may_be_known(guide, dewi, complaint)
    it_is_handed_over(guide, dewi, rina, complaint)
    shared_laptop_and_lost_phone(guide, worker, RECEIVE, {"what": "Ditinggal di tengah jalan."})
    intake_mends(guide, worker, rina, theirs, advised, elsewhere)
    with guide.section("Demi keselamatan klien, jangan pernah", worker.person) as steps:
        steps.person.go(complaint)
        steps.see("Kontak aman")
        steps.person.follow("set-safe-contact.title")
        steps.see("Siapa yang boleh tahu?")
        leaving_the_device(steps)
    guide.end()


def intake_morning(guide, worker):
    dewi = worker.person
    with guide.section("Pagi hari", dewi) as steps:
        steps.press("Tugas")
        steps.see("Terlambat", "Hari ini")
        expect(dewi.main).to_contain_text("Dahlia")
        steps.press("Laporan")
        steps.see("Layani sekarang")
        expect(dewi.main.get_by_role("listitem").first).to_contain_text("Teratai")
        steps.person = on_a_phone = worker.at_another_browser("phone", signed_in=True)
        steps.press("Cari")
        expect(on_a_phone.question("words")).to_be_visible()
        steps.press("Catat laporan baru")
        expect(on_a_phone.question("what")).to_be_visible()
        expect(on_a_phone.page.locator(".initials")).to_have_text("DA")
        menu(on_a_phone)
        expect(on_a_phone.button("header.lock")).to_be_visible()


def somebody_calls(guide, dewi):
    with guide.section("Saat penelepon berbicara", dewi) as talk, guide.section("Kontak aman", dewi) as contact:
        talk.press("Catat laporan baru")
        talk.see("Tanyakan dulu: apakah aman bicara sekarang?")
        talk.answer("Lewat apa laporan datang?", "Call centre")
        talk.answer("Apa yang terjadi?", "Melati dipukul ayahnya. Bibinya menelepon.")
        talk.answer("Apakah ada bahaya sekarang?", "Ya")
        talk.see("Siapa yang terdampak?")
        dewi.answer({"affected.0.who": "Melati Wulandari", "affected.0.sex": "P"})
        talk.answer("Umur, sekitar", "9")
        talk.press("Tambah orang")
        dewi.answer({"affected.1.who": "Ibu Melati"})
        talk.answer("Kebutuhan untuk berbicara", "Juru bahasa")
        contact.answer("Telepon", "0812 0000 3001")
        contact.answer("Kapan dan lewat apa aman menghubungi?", "Lewat bibinya.")
        begins, ends = a_time_that_is_not_now()
        contact.answer("Boleh dari jam", begins)
        contact.answer("Sampai jam", ends)
        contact.answer("Siapa yang boleh tahu?", "Bibinya.")
        contact.answer("Yang tidak boleh dilakukan", "Jangan telepon rumah.")
        contact.answer("Kata pengenal", "layang-layang")
        talk.press("Simpan laporan")
        complaint = dewi.page.url
        talk.see("Laporan dicatat")
        talk.press("Perbaiki", of="Laporan dicatat")
        dewi.answer({"district": "21.71.11", "correction-reason": "Kecamatannya baru disebut."})
        dewi.send("correct-entry")
        expect(dewi.main).to_contain_text("Sagulung")

        contact.see("Kontak aman", "Sekarang jangan menelepon")
        expect(dewi.main).to_contain_text("Kata pengenal: layang-layang")
        contact.press("Catat telepon balik")
        contact.answer("Bagaimana hasilnya?", "Tidak dijawab")
        contact.press("Simpan")
        contact.press("Catat telepon balik")
        contact.answer("Bagaimana hasilnya?", "Dijawab orang yang tidak boleh tahu")
        contact.press("Simpan")
        contact.press("Ubah kontak aman")
        dewi.answer({"safeContact": "Lewat guru saja."})
        dewi.send("set-safe-contact")
        expect(dewi.main).to_contain_text("Lewat guru saja.")
    return complaint


def it_is_triaged(guide, dewi, complaint):
    with guide.section("Triase", dewi) as steps:
        # From the list, where it waits.
        dewi.go("/kerja/complaints")
        dewi.main.get_by_role("link").filter(has_text="Melati dipukul").click()
        steps.press("Triase")
        steps.see("Ya", "tinggi")
        steps.answer("Apakah terlapor masih dapat mendekati korban?", "Ya")
        steps.answer("Apakah ada ancaman bunuh, senjata, atau pencekikan?", "Tidak")
        steps.answer("Apakah korban atau anak terluka atau bicara ingin mati?", "Belum diketahui")
        steps.answer("Risiko", "tinggi")
        steps.answer("Bentuk kekerasan", "Fisik")
        steps.answer("Kewenangan", "Kota")
        steps.answer("Apa yang dilakukan?", "Gabungkan ke kasus")
        steps.see("Kasus yang mungkin sama")
        for decision in ("Ditangani pihak lain", "Dilimpahkan", "Hanya saran", "Buka kasus baru"):
            steps.answer("Apa yang dilakukan?", decision)
        steps.answer("Siapa yang menangani?", "")
        steps.answer("Manajer kasus", "Rina Siregar")
        steps.press("Simpan triase")
        steps.see("Buka kasus baru")
        assert dewi.page.url == complaint


def others_are_triaged(guide, dewi):
    """Each of the other ends, with a complaint of its own."""
    ends = {}
    for decision in ("advice", "handled-elsewhere", "passed-on"):
        address = takes_down(dewi, f"Tetangga {decision}")
        answers = SAFE | {"decision": decision}
        dewi.perform("triage-complaint", answers if decision == "advice" else answers | {"elsewhere": "Puskesmas"})
        expect(dewi.sees(f"triage-decision.{decision}")).to_be_visible()
        ends[decision] = address
    return ends["advice"], ends["handled-elsewhere"]


def it_may_be_known(guide, dewi, complaint):
    with guide.section("Mungkin sudah dikenal", dewi) as steps:
        takes_down(dewi, "Melati Wulandari")
        steps.see("Mungkin sudah dikenal")
        expect(dewi.main).to_contain_text("nama mirip")
        dewi.search("bibinya menelepon")
        steps.see("Cari")
        expect(dewi.main.get_by_role("link").filter(has_text="Melati dipukul")).to_be_visible()

        dewi.go(complaint)
        code = dewi.page.title().split(" - ")[0]
        dewi.go(RECEIVE)
        dewi.answer({
            "channel": "SKL",
            "what": "Melati Wulandari tidak masuk sekolah.",
            "affected.0.who": "Melati Wulandari",
            "phone": "0812 0000 3001",
        })
        dewi.send("receive-complaint")
        steps.see("Periksa dulu")
        expect(dewi.page.get_by_role("alert")).to_contain_text(code)
        dewi.page.locator("[name=ticked]").check()
        dewi.send("receive-complaint")

        dewi.follow("triage-complaint.title")
        steps.see("Kasus yang mungkin sama")
        alike = dewi.question("joins")
        expect(alike).to_contain_text("Rina Siregar")
        dewi.answer(SAFE | {"decision": "join-case"})
        alike.get_by_role("radio").first.check()
        dewi.send("triage-complaint")
        expect(dewi.sees("triage-decision.join-case")).to_be_visible()


def it_is_handed_over(guide, dewi, rina, complaint):
    with guide.section("Menyerahkan", dewi) as steps:
        dewi.go(complaint)
        steps.press("Ubah kontak aman")
        dewi.answer({"safeContact": "Lewat wali kelas, pagi."})
        dewi.send("set-safe-contact")
        steps.see("Tanya manajer kasus")
        expect(dewi.main).to_contain_text("Rina Siregar")
        expect(dewi.link("complaint.to-case")).to_have_count(0)
    # The next person finds it in her list, with how the girl is reached.
    rina.go("/kerja")
    rina.follow("cases.title")
    rina.page.get_by_role("link", name="Melati Wulandari", exact=True).click()
    expect(rina.main).to_contain_text("Lewat wali kelas, pagi.")
    expect(rina.page.get_by_role("link", name=rina.words["case.read-complaint"])).to_have_count(2)


def intake_mends(guide, worker, rina, theirs, advised, elsewhere):
    dewi = worker.person
    with guide.section("Bila ada yang salah", dewi) as steps:
        own = takes_down(dewi, "Salah tulis")
        dewi.perform("record-callback", {"outcome": "answered"})
        steps.press("Perbaiki", of="Telepon balik")
        dewi.answer({"outcome": "no-answer", "correction-reason": "Salah pilih."})
        dewi.send("correct-entry")
        steps.press("Tarik", of="Telepon balik")
        dewi.answer({"reason": "Salah laporan."})
        dewi.send("withdraw-entry")
        expect(dewi.event("record-callback")).to_contain_text("Salah laporan.")

        dewi.go(theirs)
        steps.press("Usulkan perubahan", of="Telepon balik")
        dewi.event("record-callback").get_by_role("link", name=dewi.words["history.withdraw"]).click()
        dewi.answer({"reason": "Itu laporan lain."})
        dewi.send("withdraw-entry")
        expect(dewi.event("record-callback")).to_contain_text(dewi.words["history.proposed"])

        dewi.go(advised)
        steps.see("Laporan ditriase")
        steps.press("Tarik", of="Laporan ditriase")
        dewi.answer({"reason": "Salah pilih."})
        dewi.send("withdraw-entry")
        expect(dewi.link("triage-complaint.title")).to_be_visible()

        dewi.go(own)
        steps.press("Batalkan seluruh berkas")
        dewi.answer({"why": "wrong-file", "reason": "Salah berkas."})
        dewi.send("void-record")
        expect(dewi.sees("complaint.void")).to_be_visible()

        dewi.go(elsewhere)
        steps.press("Minta data dihapus selamanya")
        dewi.answer({"ground": "requested", "notice": "told", "reason": "Pelapor meminta."})
        dewi.send("request-erasure")
        expect(dewi.event("request-erasure")).to_be_visible()

        session_ends(steps, worker)
        dewi.go(RECEIVE)
        dewi.answer({"what": "Sesi berakhir."})
        expect(dewi.main.get_by_text(dewi.words["form.saved"])).to_be_visible()
        menu(dewi)
        dewi.press("header.lock")
        worker.comes_back()
        expect(dewi.question("what")).to_have_value("Sesi berakhir.")
        steps.press("Buang isian ini")

        form = f"{theirs}/set-safe-contact"
        somebody_else_records(steps, rina, form, "safeContact", "Telepon ibu.", "Lewat guru.")
        connection_is_lost(steps)


def test_the_page_of_a_case_manager(staff):
    dewi = staff.enters("dewi")
    for girl in ("Mawar Jelita", "Kenanga Ayu", "Salah Sambung", "Cempaka Putri"):
        takes_down(dewi, girl, **{"affected.0.sex": "P", "safeContact": "Lewat bibi."})
        deeds.triage(dewi, forms=["PSI"] if girl == "Cempaka Putri" else ["SEK"])
    hasan = staff.enters("hasan")

    guide = Guide("case-manager")
    worker = staff.newcomer("rina")
    rina = worker.person
    first_sign_in(guide, worker)
    case = manager_morning(guide, rina)
    the_course_of_a_case(guide, rina, hasan, case)
    second = its_deadlines(guide, rina)
    the_same_person(guide, rina, case, second)
    shared_laptop_and_lost_phone(guide, worker, f"{case}/add-person", {"who": "Tetangga"})
    manager_mends(guide, worker, hasan, case)
    with guide.section("Demi keselamatan klien, jangan pernah", worker.person) as steps:
        worker.person.go(case)
        steps.see("Kontak aman", "Ubah kontak aman")
        leaving_the_device(steps)
    guide.end()


def manager_morning(guide, rina):
    with guide.section("Pagi hari", rina) as steps:
        steps.press("Tugas")
        steps.see("Terlambat", "Hari ini", "Nanti", "UPTD wajib")
        steps.press("Kasus")
        steps.press("Kasus saya")
        rina.page.get_by_role("link", name="Mawar Jelita", exact=True).click()
        steps.press("Baca laporan")
        expect(rina.page.get_by_role("blockquote")).to_contain_text("Mawar")
        rina.page.go_back()
        steps.see("Kontak aman")
        expect(rina.main).to_contain_text("Lewat bibi.")
        steps.see("Langkah berikut", "Tenggat")
    return rina.page.url


def the_course_of_a_case(guide, rina, hasan, case):
    girl = "Mawar Jelita"
    with guide.section("Langkah kasus", rina) as steps, guide.section("Mediasi dapat ditolak", rina) as mediation:
        # Who is in it.
        steps.press("Tambah orang")
        rina.answer({"who": "Paman Darto", "role": "alleged", "relation": "KEL", "sex": "L"})
        steps.answer("Umur, sekitar", "41")
        rina.send("add-person")
        rina.perform("add-person", {"who": "Bibi Ratih", "role": "family", "relation": "KEL"})
        steps.press("Catat hubungan")
        rina.answer({"person": "Bibi Ratih", "relation": "KEL", "other": girl})
        rina.send("relate-people")
        expect(rina.part("people")).to_contain_text(f"keluarga dari {girl}")
        steps.press("Lengkapi data orang")
        rina.answer({"person": girl})
        steps.answer("Tanggal lahir", f"{datetime.now(JAKARTA).year - 14}")
        rina.send("describe-person")
        expect(rina.part("people")).to_contain_text("14 tahun")

        # What happened.
        steps.press("Catat kejadian")
        steps.see("Bentuk kekerasan tiap klien")
        rina.answer({
            "day": f"{datetime.now(JAKARTA).year}",
            "place": "RTG",
            "harms.0.client": girl,
            "harms.0.forms": ["SEK"],
            "alleged.0.person": "Paman Darto",
            "what": "Sejak pamannya menumpang di rumah.",
        })
        rina.send("record-incident")
        expect(rina.part("incidents")).to_contain_text(f"{girl}: Seksual")

        # To what she agrees, and to what not.
        steps.press("Catat persetujuan")
        rina.answer({"client": girl, "purpose": "services", "decision": "given", "limits": "yes"})
        steps.choose("Orang dewasa tepercaya, bersama anak", "giver")
        rina.send("record-consent")
        expect(rina.part("consents")).to_contain_text("Menerima layanan")

        steps.press("Catat laporan ke polisi")
        rina.answer({"unit": "Unit PPA Polresta Barelang", "number": "LP/B/77/XI/2026"})
        rina.send("report-to-police")
        expect(rina.sees("deadline.met")).to_be_visible()
        rina.page.fill("#note", "Klien semula belum mau melapor.")
        steps.press("Simpan catatan")
        expect(rina.event("record-note")).to_contain_text("belum mau melapor")

        assesses(steps, girl)

        steps.press("Susun rencana bersama klien")
        rina.answer({
            "goals.0.aim": "Tinggal di rumah bibi",
            "goals.0.steps.0.what": "Antar ke rumah bibi",
            "goals.0.steps.0.who": "office",
            "goals.0.steps.0.by": deeds.in_days(1),
            "agreement": "child-and-adult",
            "review": deeds.in_days(30),
        })
        steps.press("Kirim untuk disahkan")
        expect(rina.part("plan")).to_contain_text("Menunggu pengesahan")
        decides(hasan, girl, "decide-plan")
        steps.press("Tugas")
        expect(rina.main).to_contain_text("Langkah rencana")
        rina.go(case)
        expect(rina.part("plan")).to_contain_text("Disahkan")
        steps.press("Catat hasil langkah")
        rina.answer({"step": "Antar ke rumah bibi", "outcome": "done"})
        rina.send("finish-step")
        expect(rina.part("plan")).to_contain_text("Selesai")

        steps.press("Catat layanan")
        rina.answer({"client": girl, "service": "RHS", "note": "Konseling pertama."})
        steps.answer("Janji berikut", f"{deeds.in_days(2)}T09:00")
        rina.send("give-service")
        steps.press("Tugas")
        steps.see("Janji berikut")

        # It is refused, whatever she agreed to.
        rina.go(case)
        steps.press("Tawarkan mediasi")
        mediation.see("Bila mediasi tidak boleh")
        rina.go(f"{case}/record-consent")
        rina.answer({"client": girl, "decision": "given", "giver": "safe-adult", "limits": "yes"})
        mediation.choose("Mengikuti mediasi", "purpose")
        rina.send("record-consent")
        deeds.offer_mediation(rina)
        expect(rina.page.get_by_role("alert")).to_contain_text("Kasus ini memuat kekerasan seksual")

        rina.go(case)
        deeds.consent_to_share(rina, girl)
        steps.press("Rujuk klien")
        rina.answer({
            "client": girl,
            "partner": deeds.HOSPITAL,
            "service": "KES",
            "parts": ["identity", "health"],
            "reason": "Pemeriksaan.",
        })
        steps.choose("Kewajiban hukum", "basis")
        steps.choose("Nyawa terancam", "basis")
        rina.answer({"basis": "consent"})
        rina.send("refer-client")
        steps.press("Catat jawaban mitra")
        rina.answer({"answer": "accepted"})
        rina.send("answer-referral")
        steps.press("Catat hasil rujukan")
        rina.answer({"outcome": "served"})
        rina.send("record-referral-outcome")
        expect(rina.part("referrals")).to_contain_text("Dilayani")

        steps.press("Catat pemantauan")
        rina.answer({"way": "visit", "note": "Pamannya datang lagi."})
        steps.answer("Apakah klien aman sekarang?", "Tidak")
        rina.send("record-follow-up")
        assesses(steps, girl)

        steps.press("Tinjau kasus")
        rina.answer({"findings": "Tujuan tercapai."})
        for course in ("Lanjutkan intervensi", "Asesmen ulang", "Pindah ke pemantauan", "Menuju terminasi"):
            steps.choose(course, "decision")
        rina.send("review-case")

        steps.press("Minta terminasi")
        steps.choose("Kontak terputus", "reason")
        rina.answer({"summary": "Dicari di rumah bibi.", "attempts": "2"})
        steps.answer("Pendapat klien tentang layanan", "Puas")
        rina.send("request-closure")
        assert rina.status == 422, "sought too few times"
        rina.answer({"reason": "goals-met", "attempts": "", "summary": "Aman di rumah bibi."})
        rina.send("request-closure")
        expect(rina.part("next-title")).to_contain_text("Menunggu orang lain.")
        decides(hasan, girl, "decide-closure")
        rina.go(case)
        expect(rina.part("closed")).to_contain_text("Tujuan tercapai")
        steps.press("Buka ulang kasus")
        rina.answer({"risk": "high", "reason": "Pamannya kembali."})
        rina.send("reopen-case")
        assesses(steps, girl)
        expect(rina.part("next-title")).not_to_contain_text("Buat asesmen")


def assesses(steps, girl):
    rina = steps.person
    steps.press("Buat asesmen")
    steps.see("Daftar bahaya KDRT")
    steps.press("Triase risiko")
    rina.answer({"client": girl} | {f"sheet.risk-1-{item}": value for item, value in deeds.RISK_SHEET.items()})
    rina.answer({"risk": "high"})
    rina.send("record-assessment")


def decides(hasan, client, action, **more):
    """From the list of what waits for a decision."""
    hasan.go("/kerja")
    hasan.main.get_by_role("listitem").filter(has_text=client).get_by_role("link").first.click()
    hasan.perform(action, {"decision": "granted"} | more)
    expect(hasan.main).not_to_contain_text(client)


def its_deadlines(guide, rina):
    """Of a case with one deadline of each kind."""
    girl = "Kenanga Ayu"
    deeds.open_case(rina, girl)
    case = rina.page.url
    deeds.consent_to_share(rina, girl)
    deeds.refer(rina, girl)
    deeds.give_service(rina, girl, next=f"{deeds.in_days(2)}T09:00")
    with guide.section("Tenggat dan pengecualian", rina) as steps:
        steps.see("UPTD wajib", "Pihak lain, kami pantau", "Disepakati dengan klien")
        steps.press("Minta pengecualian tenggat")
        rina.answer({"rule": "Lapor ke polisi"})
        steps.answer("Mengapa tidak dapat dipenuhi?", "Klien belum mau.")
        steps.press("Kirim permintaan")
        expect(rina.event("request-waiver")).to_contain_text("Klien belum mau.")
        steps.press("Tarik persetujuan")
        rina.page.select_option("#consent", index=1)
        rina.send("withdraw-consent")
        expect(rina.part("dues")).to_contain_text("Hentikan penggunaan data oleh mitra")
        steps.press("Catat hasil rujukan")
        steps.choose("Dihentikan, persetujuan ditarik", "outcome")
        rina.send("record-referral-outcome")
        expect(rina.part("referrals")).to_contain_text("Dihentikan, persetujuan ditarik")
    return case


def the_same_person(guide, rina, case, second):
    """One uncle in two cases; the second goes to a colleague."""
    nik = "2171010503850001"
    for file in (case, second):
        rina.go(file)
        rina.perform("add-person", {"who": "Paman Sarman", "role": "alleged", "sex": "L", "nik": nik})
    with guide.section("Orang yang sama, NIK, dan penyerahan", rina) as steps:
        steps.press("Orang yang sama di kasus lain")
        rina.answer({"person": "Paman Sarman", "elsewhere": "Paman Sarman", "reason": "NIK dan nama sama."})
        rina.send("link-people")
        rina.go(case)
        expect(rina.event("note-link")).to_be_visible()
        rina.go(second)
        steps.press("Lepas hubungan dengan kasus lain")
        rina.answer({"link": "Paman Sarman", "reason": "Keliru."})
        rina.send("unlink-people")
        expect(rina.event("unlink-people")).to_be_visible()
        steps.press("Lihat NIK")
        expect(rina.main).to_contain_text(nik)
        rina.go(second)
        steps.press("Serahkan ke manajer lain")
        rina.answer({"manager": "Sinta Purba", "reason": "Cuti."})
        rina.send("assign-manager")
        assert rina.go(second) == 404


def closes(rina, hasan, client):
    """From the page of the case."""
    deeds.ask_closure(rina)
    decides(hasan, client, "decide-closure")


def manager_mends(guide, worker, hasan, case):
    rina = worker.person
    with guide.section("Bila ada yang salah", rina) as steps:
        rina.go(case)
        deeds.note(rina, "Bertemu klien di sekolah.")
        steps.press("Perbaiki", of="Catatan")
        rina.answer({"note": "Bertemu klien di rumah bibi.", "correction-reason": "Salah tempat."})
        rina.send("correct-entry")
        expect(rina.event("record-note")).to_contain_text("Bertemu klien di rumah bibi.")
        steps.press("Tarik", of="Catatan")
        rina.answer({"reason": "Tertulis di berkas yang salah."})
        rina.send("withdraw-entry")
        expect(rina.event("record-note")).to_contain_text("Tertulis di berkas yang salah.")

        # The head notes something too, while a plan waits for him.
        deeds.agree_plan(rina, "Pindah sekolah")
        hasan.go(case)
        deeds.note(hasan, "Telepon dari wali kelas.")
        rina.go(case)
        steps.press("Usulkan perubahan", of="Catatan")
        rina.event("record-note").get_by_role("link", name=rina.words["history.withdraw"]).click()
        rina.answer({"reason": "Tentang anak lain."})
        rina.send("withdraw-entry")
        expect(rina.event("record-note")).to_contain_text(rina.words["history.proposed"])

        deeds.note(rina, "Tentang klien lain.")
        steps.press("Tarik", of="Catatan")
        expect(rina.page.locator(".identity").first).to_contain_text("Mawar Jelita")
        rina.answer({"reason": "Berkas yang salah."})
        rina.send("withdraw-entry")

        deeds.open_case(rina, "Salah Sambung")
        steps.press("Batalkan seluruh berkas")
        rina.answer({"why": "wrong-file", "reason": "Salah sambung."})
        rina.send("void-record")
        decides(hasan, "Salah Sambung", "decide-mending", reason="Benar.")
        rina.go("/kerja/cases")
        expect(rina.main).not_to_contain_text("Salah Sambung")

        deeds.open_case(rina, "Cempaka Putri")
        closed = rina.page.url
        expect(rina.link("request-erasure.title")).to_have_count(0)
        closes(rina, hasan, "Cempaka Putri")
        rina.go(closed)
        steps.press("Minta data dihapus selamanya")
        rina.answer({"ground": "requested", "notice": "told", "reason": "Klien meminta."})
        rina.send("request-erasure")
        expect(rina.event("request-erasure")).to_be_visible()

        rina.go(case)
        deeds.offer_mediation(rina)
        steps.see("Tidak dapat dilakukan")
        expect(rina.question("assessedBy")).to_have_value("Sari, psikolog")
        rina.go(case)
        rina.perform("add-person", {"who": "Bibi Ratih", "role": "witness"})
        steps.see("Periksa dulu")
        expect(rina.page.get_by_role("alert")).to_contain_text("Bibi Ratih")

        session_ends(steps, worker)
        form = f"{case}/set-safe-contact"
        somebody_else_records(steps, hasan, form, "safeContact", "Telepon ibu.", "Lewat guru.")
        connection_is_lost(steps)


def test_the_page_of_the_head(staff):
    dewi, rina, yohana = staff.enters("dewi"), staff.enters("rina"), staff.enters("yohana")
    takes_down(dewi, "Teratai", danger="yes")
    for girl, more in {
        "Mawar Jelita": {},
        "Kenanga Ayu": {"forms": ["SEK"]},
        "Cempaka Putri": {"forms": ["PSI"]},
        "Seruni Asih": {"manager": "Sinta Purba"},
        "Dahlia Sari": {"manager": "Hasan Basri"},
    }.items():
        takes_down(dewi, girl, **{"affected.0.sex": "P"})
        deeds.triage(dewi, **more)
    deeds.open_case(rina, "Mawar Jelita")
    asking = rina.page.url
    deeds.assess(rina, "Mawar Jelita")
    deeds.agree_plan(rina, "Antar ke rumah bibi")
    deeds.ask_waiver(rina, "Klien belum mau.")
    deeds.open_case(rina, "Kenanga Ayu")
    rina.perform("report-to-police", {"unit": "Unit PPA", "number": "LP/B/78/XI/2026"})
    rina.perform("request-closure", {
        "reason": "lost-contact",
        "summary": "Dicari di rumah bibi.",
        "handover": "Puskesmas Sagulung",
        "attempts": "3",
        "feedback": "could-not-be-asked",
        "feedbackWords": "Tidak ditemukan.",
    })
    closing = rina.page.url

    guide = Guide("head")
    worker = staff.newcomer("hasan")
    hasan = worker.person
    first_sign_in(guide, worker)
    # Yesterday, in a small office.
    alone = decides_alone(hasan, "Dahlia Sari")
    hasan.go(asking)
    deeds.note(hasan, "Telepon dari wali kelas.")
    rina.go(asking)
    rina.mend("record-note", "withdraw")
    rina.answer({"reason": "Tentang anak lain."})
    rina.send("withdraw-entry")

    head_morning(guide, hasan)
    what_is_open(guide, hasan, yohana)
    it_is_decided(guide, hasan, rina, asking, closing)
    it_is_erased(guide, hasan, rina, closing)
    an_office_of_one(guide, hasan, yohana, staff, alone)
    records_are_mended(guide, hasan, rina, asking)
    with guide.section("Angka", hasan) as steps:
        steps.person = on_a_phone = worker.at_another_browser("phone", signed_in=True)
        steps.press("Resmi")
        steps.see("Korban menurut bentuk kekerasan")
        expect(on_a_phone.page.get_by_role("table")).to_be_visible()
    shared_laptop_and_lost_phone(guide, worker, f"{alone}/add-person", {"who": "Tetangga"})
    head_mends(guide, worker, dewi)
    with guide.section("Demi keselamatan klien, jangan pernah", worker.person) as steps:
        leaving_the_device(steps)
    guide.end()


def decides_alone(hasan, client):
    """A waiver that he asked for himself, in a case of his own."""
    deeds.open_case(hasan, client)
    deeds.ask_waiver(hasan, "Klien belum mau.")
    case = hasan.page.url
    hasan.follow("decide-waiver.title")
    hasan.page.select_option("#rule", index=1)
    hasan.answer({"decision": "refused", "reason": "Tidak dapat ditunda."})
    hasan.send("decide-waiver")
    hasan.page.locator("[name=ticked]").check()
    hasan.send("decide-waiver")
    expect(hasan.event("decide-waiver")).to_contain_text(hasan.words["history.alone"])
    return case


def head_morning(guide, hasan):
    with guide.section("Pagi hari", hasan) as steps:
        steps.press("Tugas")
        steps.see("Menunggu keputusan Anda", "Terlambat", "Hari ini", "Nanti")
        steps.press("Laporan")
        steps.see("Layani sekarang")
        steps.press("Kasus")
        steps.press("Semua kasus kantor")
        expect(hasan.main).to_contain_text("Rina Siregar")
        steps.press("Kantor")
        steps.see("Hari libur", "Diputuskan tanpa orang kedua")


def what_is_open(guide, hasan, yohana):
    with guide.section("Yang terbuka bagi Anda", hasan) as steps:
        hasan.go("/kerja/cases/all")
        steps.see("Tanya manajer kasus")
        expect(hasan.main).not_to_contain_text("Cempaka Putri")
        yohana.go("/kerja/office")
        yohana.perform("end-worker", {"worker": "Sinta Purba", "reason": "Pindah."})
        yohana.page.locator("[name=ticked]").check()
        yohana.send("end-worker")
        hasan.go("/kerja")
        hasan.follow("cases.title")
        steps.press("Kasus saya")
        # Nothing marks it but the name of who has left.
        expect(hasan.main.get_by_role("row", name=re.compile("Seruni Asih"))).to_contain_text("Sinta Purba")
        hasan.page.get_by_role("link", name="Seruni Asih", exact=True).click()
        steps.press("Serahkan ke manajer lain")
        hasan.answer({"manager": "Rina Siregar", "reason": "Sinta sudah berhenti."})
        hasan.send("assign-manager")
        hasan.go("/kerja/cases")
        expect(hasan.main).not_to_contain_text("Seruni Asih")


def it_is_decided(guide, hasan, rina, asking, closing):
    with guide.section("Memutuskan", hasan) as steps, guide.section("Sebelum kasus ditutup", hasan) as closure:
        hasan.go("/kerja")
        hasan.part("asks").get_by_role("listitem").filter(has_text="Mawar").get_by_role("link").click()
        steps.see("Riwayat", "Tenggat", "Orang", "Persetujuan klien")
        steps.see("Menunggu keputusan Anda")
        for decision, told in {
            "Putuskan rencana": "Antar ke rumah bibi",
            "Putuskan pengecualian": "Klien belum mau.",
            "Putuskan usulan perubahan": "Tentang anak lain.",
        }.items():
            steps.press(decision)
            expect(hasan.page.get_by_role("complementary")).to_contain_text(told)
            if decision == "Putuskan pengecualian":
                steps.answer("Tenggat", "Lapor ke polisi")
            hasan.follow("form.cancel")
        steps.see("Riwayat")
        hasan.go("/kerja")
        hasan.part("asks").get_by_role("listitem").filter(has_text="Kenanga").get_by_role("link").click()
        closure.see("UPTD wajib")
        steps.press("Putuskan terminasi")
        steps.see("Yang diputuskan")
        closure.see("Apa yang tercapai?", "Pendapat klien tentang layanan")
        closure.see("Siapa yang melanjutkan?", "Kontak terputus")
        steps.choose("Ditolak", "decision")
        steps.choose("Disahkan", "decision")
        steps.answer("Alasan", "Sudah tiga kali dicari.")
        steps.press("Simpan keputusan")
        assert hasan.go(closing) == 404

        hasan.go(f"{asking}/decide-plan")
        steps.choose("Ditolak", "decision")
        steps.press("Simpan keputusan")
        assert hasan.status == 422, "a reason is missing"
        steps.answer("Alasan", "Belum aman di sana.")
        steps.press("Simpan keputusan")
        steps.press("Putuskan pengecualian")
        steps.answer("Tenggat", "Lapor ke polisi")
        steps.choose("Disahkan", "decision")
        steps.press("Simpan keputusan")
        assert hasan.status == 422, "a reason is missing"
        steps.answer("Alasan", "Klien belum siap.")
        steps.press("Simpan keputusan")
        steps.press("Putuskan usulan perubahan")
        steps.choose("Disahkan", "decision")
        steps.answer("Alasan", "Benar.")
        steps.press("Simpan keputusan")
        assert hasan.go(asking) == 404

        closure.person = rina
        rina.go(closing)
        closure.see("Buka ulang kasus")
        rina.go(asking)
        expect(rina.part("plan")).to_contain_text("Tidak disahkan")
        expect(rina.part("dues")).to_contain_text("Dikecualikan")


def it_is_erased(guide, hasan, rina, closing):
    with guide.section("Menghapus data selamanya", hasan) as steps:
        steps.person = rina
        rina.go(closing)
        code = rina.page.title().split(" - ")[0]
        steps.press("Minta data dihapus selamanya")
        rina.answer({"ground": "requested", "notice": "told", "reason": "Klien meminta."})
        rina.send("request-erasure")
        rina.page.locator("[name=ticked]").check()
        rina.send("request-erasure")
        expect(rina.event("request-erasure")).to_be_visible()
        steps.person = hasan
        steps.press("Tugas")
        hasan.part("asks").get_by_role("listitem").filter(has_text=code).get_by_role("link").click()
        steps.press("Putuskan penghapusan data")
        hasan.answer({"decision": "granted"})
        steps.press("Simpan keputusan")
        steps.see("Periksa dulu")
        for caution in hasan.page.locator("[name=ticked]").all():
            caution.check()
        steps.press("Simpan keputusan")
        hasan.follow("office.tab")
        steps.see("Data yang dihapus")
        erased = hasan.part("office.erased").get_by_role("listitem").filter(has_text=code)
        expect(erased).to_contain_text("diminta Rina Siregar, diputuskan Hasan Basri")
        assert rina.go(closing) == 404


def an_office_of_one(guide, hasan, yohana, staff, alone):
    yohana.go("/kerja/office")
    yohana.perform("add-worker", {"handle": "mira", "who": "Mira Lestari", "posts": ["head"]})
    staff.enters("mira", yohana.page.locator(".secret").inner_text())
    with guide.section("Kantor kecil tanpa orang kedua", hasan) as steps:
        hasan.go(alone)
        deeds.assess(hasan, "Dahlia Sari")
        deeds.agree_plan(hasan, "Bicara dengan wali kelas")
        hasan.follow("decide-plan.title")
        hasan.answer({"decision": "granted", "reason": "Baik."})
        hasan.send("decide-plan")
        steps.see("Permintaan sendiri tidak dapat diputuskan sendiri. Mintalah pengesah lain.")

        yohana.go("/kerja/office")
        yohana.perform("give-posts", {"worker": "Mira Lestari", "posts": ["case-manager"]})
        hasan.go(f"{alone}/decide-plan")
        hasan.answer({"decision": "granted"})
        steps.answer("Alasan", "Tidak ada orang kedua.")
        steps.press("Simpan keputusan")
        steps.see("Periksa dulu")
        hasan.page.locator("[name=ticked]").check()
        hasan.send("decide-plan")
        steps.see("Riwayat", "tanpa orang kedua")
        code = hasan.page.title().split(" - ")[0]
        hasan.follow("office.tab")
        steps.see("Diputuskan tanpa orang kedua")
        expect(hasan.part("alone")).to_contain_text(code)
        steps.person = yohana
        yohana.go("/kerja/office")
        yohana.follow("give-posts.title")
        yohana.answer({"worker": "Mira Lestari"})
        steps.choose("Kepala UPTD", "posts")
        yohana.send("give-posts")
        row = yohana.part("office.staff").get_by_role("listitem").filter(has_text="Mira")
        expect(row).to_contain_text("Kepala UPTD")


def records_are_mended(guide, hasan, rina, asking):
    rina.go(asking)
    rina.perform("void-record", {"why": "wrong-file", "reason": "Salah berkas."})
    with guide.section("Memperbaiki catatan", hasan) as steps:
        hasan.go(asking)
        steps.see("Batalkan seluruh berkas", "Menunggu pengesahan")
        hasan.perform("decide-mending", {"decision": "granted", "reason": "Benar."})
        steps.person = rina
        rina.go(asking)
        steps.see("Berkas dibatalkan")


def head_mends(guide, worker, dewi):
    hasan = worker.person
    complaint = takes_down(dewi, "Flamboyan")
    with guide.section("Bila ada yang salah", hasan) as steps:
        hasan.go(complaint)
        hasan.perform("record-callback", {"outcome": "answered"})
        steps.press("Perbaiki", of="Telepon balik")
        hasan.answer({"outcome": "no-answer", "correction-reason": "Salah pilih."})
        hasan.send("correct-entry")
        steps.press("Tarik", of="Telepon balik")
        hasan.answer({"reason": "Salah laporan."})
        hasan.send("withdraw-entry")
        hasan.follow("record-callback.title")
        steps.press("Batal")
        expect(hasan.page.get_by_role("article")).to_be_visible()
        session_ends(steps, worker)
        form = f"{complaint}/set-safe-contact"
        somebody_else_records(steps, dewi, form, "safeContact", "Telepon ibu.", "Lewat guru.")
        connection_is_lost(steps)


def test_the_page_of_an_administrator(staff):
    dewi, rina, hasan = staff.enters("dewi"), staff.enters("rina"), staff.enters("hasan")
    for girl, manager in {"Mawar Jelita": "Rina Siregar", "Dahlia Sari": "Hasan Basri"}.items():
        takes_down(dewi, girl)
        deeds.triage(dewi, manager=manager)
    decides_alone(hasan, "Dahlia Sari")

    guide = Guide("administrator")
    worker = staff.newcomer("yohana")
    yohana = worker.person
    first_sign_in(guide, worker)
    with guide.section("Pagi hari", yohana) as steps:
        steps.press("Kantor")
        steps.see("Petugas", "Hari libur", "Riwayat")
    with guide.section("Data kantor", yohana) as steps:
        steps.press("Ubah data kantor")
        steps.answer("Alamat", "Jalan Contoh 1")
        steps.answer("Telepon", "0778 000 0001")
        steps.answer("Buka dari jam", "08:00")
        steps.answer("Sampai jam", "15:30")
        steps.press("Simpan data")
        expect(yohana.part("office.about")).to_contain_text("08.00–15.30")
    the_calendar(guide, yohana)
    the_directory(guide, yohana, rina)
    newcomer = somebody_new(guide, yohana, staff)
    something_is_lost(guide, yohana, newcomer)
    posts_change(guide, yohana, newcomer.person, rina)
    shared_laptop_and_lost_phone(guide, worker, f"{yohana.page.url}/add-partner", {"partner.name": "Ditinggal"})
    administrator_mends(guide, worker, staff)
    with guide.section("Demi keselamatan klien, jangan pernah", worker.person) as steps:
        worker.person.go("/kerja")
        steps.see("Diputuskan tanpa orang kedua")
        expect(worker.person.page.locator("body")).not_to_contain_text("Dahlia")
        leaving_the_device(steps)
    guide.end()


def the_calendar(guide, yohana):
    """Of a year that no calendar was loaded for."""
    year = datetime.now(JAKARTA).year + 1
    calendar = yohana.part("office.calendar")
    with guide.section("Hari libur", yohana) as steps:
        red = calendar.locator(".late").filter(has_text=f"{year}")
        expect(red).to_be_visible()
        steps.press("Tambah hari libur")
        steps.answer("Tanggal", f"{year}-12-24")
        steps.answer("Jenis", "Libur nasional")
        steps.answer("Jenis", "Cuti bersama")
        steps.answer("Dasar", "SKB 3 Menteri")
        steps.press("Simpan hari libur")
        # The red note counts them, and is gone with the twelfth.
        for day in range(1, 12):
            expect(red).to_contain_text(f"baru {day} hari libur")
            yohana.perform("declare-holiday", {"day": f"{year}-01-{day:02}", "kind": "national", "source": "SKB"})
        expect(red).to_have_count(0)
        calendar.get_by_text(f"{year}", exact=True).click()
        expect(calendar.get_by_text(f"24 Desember {year}, Cuti bersama")).to_be_visible()
        expect(calendar).to_contain_text("Libur nasional 11 · Cuti bersama 1")
        steps.press("Hapus hari libur")
        yohana.answer({"day": f"{year}-12-24"})
        steps.answer("Alasan", "Tidak ada dalam surat keputusan.")
        yohana.send("drop-holiday")
        expect(calendar).to_contain_text("Libur nasional 11 · Cuti bersama 0")


def the_directory(guide, yohana, rina):
    partners = yohana.part("office.partners")
    with guide.section("Mitra", yohana) as steps:
        steps.press("Tambah mitra")
        steps.answer("Nama mitra", "Rumah Contoh")
        steps.answer("Jenis", "LSM")
        steps.answer("Layanan yang dapat diminta", "Kesehatan", "Bantuan hukum")
        steps.answer("Telepon", "0778 000 0002")
        steps.answer("Orang yang dihubungi", "Ibu Contoh")
        steps.answer("Menjawab rujukan dalam berapa hari kerja?", "4")
        steps.press("Simpan mitra")
        row = partners.get_by_role("listitem").filter(has_text="Rumah Contoh")
        expect(row).to_contain_text("menjawab dalam 4 hari kerja")
        # The next person finds it.
        deeds.open_case(rina, "Mawar Jelita")
        case = rina.page.url
        rina.follow("refer-client.title")
        rina.answer({"partner": "Rumah Contoh"})

        steps.press("Ubah data mitra")
        yohana.answer({"which": "Rumah Contoh"})
        expect(yohana.question("partner.name")).to_have_value("")
        yohana.answer({"partner.name": "Rumah Contoh", "partner.kind": "LSM"})
        yohana.send("change-partner")
        expect(row).not_to_contain_text("4 hari kerja")
        steps.press("Keluarkan mitra dari direktori")
        yohana.answer({"which": "Rumah Contoh", "reason": "Sudah tutup."})
        yohana.send("end-partner")
        expect(row).to_have_count(0)
        rina.go(f"{case}/refer-client")
        expect(rina.question("partner")).not_to_contain_text("Rumah Contoh")


def somebody_new(guide, yohana, staff):
    with guide.section("Petugas baru", yohana) as steps:
        steps.press("Tambah petugas")
        steps.answer("Nama pengguna", "mira")
        steps.answer("Nama lengkap", "Mira Lestari")
        steps.answer("Jabatan", "Petugas penerima")
        steps.press("Tambah petugas")
        steps.see("Rahasia masuk")
        newcomer = staff.newcomer("mira", yohana.page.locator(".secret").inner_text())
        steps.press("Sudah saya catat")
        newcomer.enters()
        expect(newcomer.person.link("receive-complaint.title")).to_be_visible()
        row = yohana.part("office.staff").get_by_role("listitem").filter(has_text="Mira Lestari")
        expect(row).to_contain_text("Petugas penerima")
    return newcomer


def something_is_lost(guide, yohana, mira):
    """Mira: as a worker, with what she signs in with."""
    with guide.section("Lupa kata sandi atau ponsel hilang", yohana) as steps:
        # The password alone: her app's code is still asked for, or a backup code.
        secret_is_given(steps, mira, "Ponsel autentikator", "Kata sandi")
        mira.comes_back()
        expect(mira.person.page.get_by_role("alert")).to_contain_text("tidak cocok")
        mira.password = mira.secret
        mira.comes_back_with_backup_code()
        mira.chooses(NEW_PASSWORD)
        expect(mira.person.page.locator(".initials")).to_be_visible()
        # The phone: everything anew.
        secret_is_given(steps, mira, "Ponsel autentikator")
        mira.enters()
        expect(mira.person.page.locator(".initials")).to_be_visible()


def secret_is_given(steps, mira, *lost):
    """Lost: the last that is chosen counts."""
    steps.press("Beri rahasia masuk")
    steps.answer("Petugas", "Mira Lestari")
    for choice in lost:
        steps.answer("Apa yang hilang?", choice)
    steps.press("Beri rahasia masuk")
    steps.see("Rahasia masuk")
    mira.secret = steps.person.page.locator(".secret").inner_text()
    steps.person.follow("secret.done")
    is_signed_out(mira.person)


def posts_change(guide, yohana, mira, rina):
    yohana.go("/kerja/office")
    with guide.section("Jabatan berubah, petugas berhenti", yohana) as steps:
        steps.press("Ubah jabatan petugas")
        yohana.answer({"worker": "Mira Lestari", "posts": ["intake-officer", "case-manager"]})
        steps.press("Simpan jabatan")
        row = yohana.part("office.staff").get_by_role("listitem").filter(has_text="Mira Lestari")
        expect(row).to_contain_text("Petugas penerima, Manajer kasus")
        is_signed_out(mira)
        steps.press("Akhiri akses petugas")
        yohana.answer({"worker": "Rina Siregar"})
        steps.answer("Alasan", "Pindah.")
        yohana.send("end-worker")
        expect(yohana.page.get_by_role("alert")).to_contain_text("1 kasus terbuka")
        steps.answer("Kasusnya diserahkan kepada", "Sinta Purba")
        steps.press("Akhiri akses")
        expect(yohana.part("office.staff").get_by_role("listitem").filter(has_text="Rina")).to_contain_text("berhenti")
        is_signed_out(rina)


def administrator_mends(guide, worker, staff):
    yohana = worker.person
    yohana.go("/kerja/office")
    office = yohana.page.url
    with guide.section("Bila ada yang salah", yohana) as steps:
        yohana.perform("describe-office", {"address": "Jalan Salah 1"})
        steps.see("Riwayat")
        steps.press("Perbaiki", of="Data kantor diubah")
        yohana.answer({"address": "Jalan Benar 1", "correction-reason": "Salah tulis."})
        yohana.send("correct-entry")
        expect(yohana.part("office.about")).to_contain_text("Jalan Benar 1")
        steps.press("Tarik", of="Data kantor diubah")
        yohana.answer({"reason": "Salah."})
        yohana.send("withdraw-entry")
        expect(yohana.part("office.about")).not_to_contain_text("Jalan Benar 1")
        yohana.page.locator("#older").check()
        steps.press("Usulkan perubahan")
        yohana.follow("add-partner.title")
        steps.press("Batal")
        yohana.perform("give-posts", {"worker": "Yohana Wea", "posts": ["intake-officer"]})
        steps.see("Ini satu-satunya admin. Beri jabatan admin kepada orang lain dulu.")
        yohana.go(office)
        yohana.perform("add-worker", {"handle": "mira", "who": "Mira Kedua", "posts": ["administrator"]})
        steps.see("Nama pengguna ini sudah dipakai. Pilih yang lain.")
        yohana.answer({"handle": "admin2"})
        yohana.send("add-worker")
        second = staff.enters("admin2", yohana.page.locator(".secret").inner_text())
        session_ends(steps, worker, minutes=10)
        form = f"{office}/describe-office"
        somebody_else_records(steps, second, form, "address", "Jalan Lain", "Jalan Sendiri")
        connection_is_lost(steps)
