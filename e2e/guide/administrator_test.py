"""The page of an administrator."""

from datetime import datetime

from playwright.sync_api import expect

import deeds
from office import NEW_PASSWORD
from parts import (
    JAKARTA,
    connection_is_lost,
    decides_alone,
    first_sign_in,
    is_signed_out,
    leaving_the_device,
    session_ends,
    shared_laptop_and_lost_phone,
    somebody_else_records,
    takes_down,
)
from walk import Guide


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
    the_deadlines(guide, yohana)
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


def the_deadlines(guide, yohana):
    rules = yohana.part("office.rules")
    with guide.section("Jangka waktu tenggat", yohana) as steps:
        steps.see("Jangka waktu tenggat")
        expect(rules).to_contain_text("3 hari kerja")
        steps.press("Ubah jangka waktu tenggat")
        steps.answer("Tenggat", "Jawaban mitra")
        steps.answer("Berapa lama?", "5")
        steps.answer("Dihitung dalam", "hari kerja")
        steps.answer("Sejak tanggal", f"{datetime.now(JAKARTA):%Y-%m-%d}")
        steps.answer("Dasar", "SOP UPTD 2026")
        steps.press("Simpan jangka waktu")
        expect(rules).to_contain_text("5 hari kerja · SOP UPTD 2026")


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
        yohana.pick("Rumah Contoh")
        expect(yohana.question("partner.contact")).to_have_value("Ibu Contoh")
        yohana.answer({"partner.answersWithin": "6"})
        yohana.send("change-partner")
        expect(row).to_contain_text("6 hari kerja")
        expect(row).to_contain_text("Ibu Contoh")
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
        steps.see("Kata sandi sementara")
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
    steps.press("Beri kata sandi sementara")
    steps.answer("Petugas", "Mira Lestari")
    for choice in lost:
        steps.answer("Apa yang hilang?", choice)
    steps.press("Beri kata sandi sementara")
    steps.see("Kata sandi sementara")
    mira.secret = steps.person.page.locator(".secret").inner_text()
    steps.person.follow("secret.done")
    is_signed_out(mira.person)


def posts_change(guide, yohana, mira, rina):
    yohana.go("/kerja/office")
    with guide.section("Jabatan berubah, petugas berhenti", yohana) as steps:
        steps.press("Ubah jabatan petugas")
        yohana.pick("Mira Lestari")
        yohana.answer({"posts": ["intake-officer", "case-manager"]})
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
        yohana.choose("give-posts", "Yohana Wea")
        yohana.answer({"posts": ["intake-officer"]})
        yohana.send("give-posts")
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
