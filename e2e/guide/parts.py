"""What stands on every page, and what the walks need around it."""

import re
from datetime import datetime, timedelta, timezone

from playwright.sync_api import expect

import deeds
from office import NEW_PASSWORD

RECEIVE = "/kerja/complaints/receive-complaint"
SAFE = {"reachable": "no", "threat": "no", "injured": "no", "risk": "low", "authority": "city"}
JAKARTA = timezone(timedelta(hours=7))


def reads_in_an_emergency(worker, code):
    """Somebody who is not of the team, by the code of the case."""
    person = worker.person
    person.go("/kerja")
    person.search(code)
    deeds.read_in_emergency(person, worker.password, worker.code())
    expect(person.event("open-in-emergency")).to_be_visible()


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
        worker.takes_key()
        steps.see("Lindung dibuka di ponsel ini? Sentuh di sini")
        app = person.link("authenticator.open").get_attribute("href")
        assert app.startswith("otpauth://") and worker.key.replace(" ", "") in app
        person.page.fill("#code", worker.code())
        steps.press("Simpan dan masuk")
        steps.see("Kode cadangan")
        worker.writes_codes_down()
        steps.press("Sudah saya catat")
        expect(person.page).to_have_url(re.compile("/kerja"))
        # From now on.
        menu(person)
        person.press("header.sign-out")
        worker.comes_back()
        steps.answer("Kode 6 angka", worker.code())
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
        lost.page.fill("#code", worker.code())
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
            both = person.page.get_by_role("alert").filter(has_text=f"{theirs} {send_again}")
            expect(both).to_have_count(0)


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


def decides_alone(hasan, client):
    """A waiver that he asked for himself, in a case of his own."""
    deeds.open_case(hasan, client)
    deeds.ask_waiver(hasan, "Klien belum mau.")
    case = hasan.page.url
    hasan.follow("decide-waiver.title")
    hasan.page.select_option("#rule", "R-TPKS-02")
    hasan.answer({"decision": "refused", "reason": "Tidak dapat ditunda."})
    hasan.send("decide-waiver")
    hasan.page.locator("[name=ticked]").check()
    hasan.send("decide-waiver")
    expect(hasan.event("decide-waiver")).to_contain_text(hasan.words["history.alone"])
    return case
