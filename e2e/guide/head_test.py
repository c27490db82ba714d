"""The page of the head."""

from playwright.sync_api import expect

import deeds
from parts import (
    connection_is_lost,
    decides_alone,
    first_sign_in,
    leaving_the_device,
    reads_in_an_emergency,
    session_ends,
    shared_laptop_and_lost_phone,
    somebody_else_records,
    takes_down,
)
from walk import Guide


def test_the_page_of_the_head(staff):
    reader = staff.newcomer("dewi")
    dewi, rina, yohana = reader.enters(), staff.enters("rina"), staff.enters("yohana")
    takes_down(dewi, "Teratai", danger="yes")
    for girl, more in {
        "Mawar Jelita": {},
        "Kenanga Ayu": {"forms": ["SEK"]},
        "Cempaka Putri": {"forms": ["PSI"]},
        "Melur Indah": {"manager": "Sinta Purba"},
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
    deeds.serve(rina)
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
    deeds.open_case(rina, "Cempaka Putri")
    other = rina.page.url
    other_code = rina.page.title().split(" - ")[0]

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
    somebody_is_ill(guide, hasan, reader, rina, other, other_code)
    what_is_open(guide, hasan, yohana)
    it_is_decided(guide, hasan, rina, asking, closing)
    it_is_erased(guide, hasan, rina, closing)
    an_office_of_one(guide, hasan, yohana, staff, alone)
    records_are_mended(guide, hasan, rina, asking)
    with guide.section("Angka", hasan) as steps:
        steps.person = on_a_phone = worker.at_another_browser("phone", signed_in=True)
        steps.press("Resmi")
        steps.press("Terapkan")
        steps.press("Dari tanggal sampai tanggal")
        steps.see("Unduh semua tabel (CSV)")
        steps.see("Periksa sebelum dikirim")
        expect(on_a_phone.page.get_by_role("table").first).to_be_visible()
        steps.press("Untuk umum")
        steps.see("Sebelum diumumkan", "Umumkan satu tahun satu kali")
        expect(on_a_phone.page.get_by_role("table").first).to_be_visible()
    shared_laptop_and_lost_phone(guide, worker, f"{alone}/add-person", {"who": "Tetangga"})
    head_mends(guide, worker, dewi)
    with guide.section("Demi keselamatan klien, jangan pernah", worker.person) as steps:
        leaving_the_device(steps)
    guide.end()


def head_morning(guide, hasan):
    with guide.section("Pagi hari", hasan) as steps:
        steps.press("Tugas")
        steps.see("Menunggu keputusan Anda", "Terlambat", "Hari ini", "Nanti")
        steps.press("Laporan")
        steps.see("Layani sekarang")
        steps.press("Dasbor")
        steps.see("Perlu keputusan Anda")
        expect(hasan.part("loads")).to_contain_text("lewat tenggat UPTD")
        steps.press("Kasus")
        steps.press("Semua kasus kantor")
        expect(hasan.main).to_contain_text("Rina Siregar")
        steps.press("Kantor")
        steps.see("Hari libur", "Diputuskan tanpa orang kedua")


def what_is_open(guide, hasan, yohana):
    with guide.section("Yang terbuka bagi Anda", hasan) as steps:
        hasan.go("/kerja/cases/all")
        steps.see("Lewat tenggat UPTD", "Tanya manajer kasus")
        expect(hasan.main).not_to_contain_text("Cempaka Putri")
        yohana.go("/kerja/office")
        yohana.perform("end-worker", {"worker": "Sinta Purba", "reason": "Pindah."})
        yohana.page.locator("[name=ticked]").check()
        yohana.send("end-worker")
        hasan.go("/kerja")
        hasan.follow("cases.title")
        steps.press("Kasus saya")
        # Nothing marks it but the name of who has left.
        left = rows(hasan).filter(has_text="Sinta Purba").get_by_role("link").first
        girl = left.inner_text()
        left.click()
        steps.press("Serahkan ke manajer lain")
        hasan.answer({"manager": "Rina Siregar", "reason": "Sinta sudah berhenti."})
        hasan.send("assign-manager")
        hasan.go("/kerja/cases")
        expect(hasan.main).not_to_contain_text(girl)
        steps.press("Tugas")
        steps.press("Laporan yang selesai tanpa kasus")
        hasan.go("/kerja/cases/all")
        steps.press("Tindakan")
        steps.press("Siapa yang melihat?")
        expect(hasan.main).to_contain_text(hasan.words["access.title"])
        steps.press("Tugas")
        expect(hasan.main).to_contain_text(hasan.words["access-given.title"])


def somebody_is_ill(guide, hasan, reader, rina, case, code):
    """The manager of one case; in the other somebody helps, and a third who could not wait reads it."""
    with guide.section("Ada yang sakit, atau tidak dapat menunggu", hasan) as steps:
        hasan.go("/kerja/cases")
        steps.press("Semua kasus kantor")
        row = rows(hasan).filter(has_text="Sinta Purba").filter(has_text="Tindakan").first
        steps.press("Tindakan", within=row)
        steps.press("Serahkan ke manajer lain", within=row)
        hasan.answer({"manager": "Rina Siregar", "reason": "Sinta sakit."})
        steps.answer("Manajer yang sekarang", "Tetap dalam tim")
        hasan.send("assign-manager")
        steps.press("Dasbor")
        hasan.page.locator(".tile a").filter(has_text="Kasus terbuka").click()
        steps.press("Serahkan ke manajer lain", within=rows(hasan).nth(1))
        expect(hasan.question("manager")).to_be_visible()
        hasan.go(f"{case}/assign-manager")
        hasan.answer({"manager": "Hasan Basri", "reason": "Rina sakit."})
        hasan.send("assign-manager")
        expect(hasan.page.get_by_role("alert")).to_contain_text(hasan.words["refusal.not-to-yourself"])
        hasan.go("/kerja/cases/all")
        rows(hasan).filter(has_text=code).locator("summary").click()
        steps.press("Tambah anggota tim", within=rows(hasan).filter(has_text=code))
        hasan.answer({"worker": "Sinta Purba", "role": "psychologist", "reason": "Konseling."})
        hasan.send("add-to-team")
        assert hasan.go(case) == 404

        hasan.go("/kerja/cases/all")
        rows(hasan).filter(has_text=code).locator("summary").click()
        steps.press("Buka dalam keadaan darurat", within=rows(hasan).filter(has_text=code))
        expect(hasan.question("password")).to_be_visible()

        reads_in_an_emergency(reader, code)
        hasan.go("/kerja")
        steps.see("Menunggu keputusan Anda")
        hasan.part("asks").get_by_role("listitem").filter(has_text=code).get_by_role("link").click()
        steps.press("Tinjau akses darurat")
        steps.see("Yang ditinjau")
        steps.choose("Beralasan", "finding")
        steps.choose("Tidak beralasan", "finding")
        hasan.send("review-emergency")
        assert hasan.status == 422, "a note is missing"
        steps.answer("Catatan", "Manajernya dapat dihubungi.")
        steps.press("Simpan penilaian")
        assert hasan.go(case) == reader.person.go(case) == 404
        steps.press("Tugas")
        expect(hasan.main).not_to_contain_text(code)
        rina.go(case)
        expect(rina.part("team")).to_contain_text("Tidak beralasan")


def rows(hasan):
    return hasan.page.get_by_role("row")


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
        hasan.unfold("dues")
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
        yohana.choose("give-posts", "Mira Lestari")
        yohana.answer({"posts": ["case-manager"]})
        yohana.send("give-posts")
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
        yohana.choose("give-posts", "Mira Lestari")
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
