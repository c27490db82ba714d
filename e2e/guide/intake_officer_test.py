"""The page of an intake officer."""

from playwright.sync_api import expect

from parts import (
    RECEIVE,
    SAFE,
    a_time_that_is_not_now,
    connection_is_lost,
    days_ago,
    first_sign_in,
    leaving_the_device,
    menu,
    session_ends,
    shared_laptop_and_lost_phone,
    somebody_else_records,
    takes_down,
)
from walk import Guide


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
    somebody_elses_client_calls(guide, worker, rina)
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
        talk.answer("Perkiraan umur", "9")
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


def somebody_elses_client_calls(guide, worker, rina):
    """Her case is on Rina's screen."""
    dewi, case = worker.person, rina.page.url
    code = rina.page.title().split(" - ")[0]
    with guide.section("Klien orang lain menelepon atau datang", dewi) as steps:
        dewi.search(code)
        steps.see("Cari")
        expect(dewi.main.get_by_role("listitem").filter(has_text=code)).to_contain_text("Tanya manajer kasus")
        steps.press("Catat laporan baru")
        dewi.answer({"channel": "CCT", "what": "Minta bicara dengan Rina.", "affected.0.who": "Melati Wulandari"})
        dewi.send("receive-complaint")
        steps.see("Mungkin sudah dikenal")
        expect(dewi.main).to_contain_text(code)
        dewi.go("/kerja/cases")
        steps.press("Semua kasus kantor")
        row = dewi.page.get_by_role("row").filter(has_text=code)
        expect(row).to_contain_text("Rina Siregar")
        steps.press("Buka dalam keadaan darurat", within=row)
        steps.answer("Mengapa tidak dapat menunggu?", "Klien menghubungi atau datang")
        steps.answer("Apa yang terjadi?", "Bertanya di mana ia dapat tidur malam ini.")
        steps.answer("Kata sandi sekarang", worker.password)
        steps.answer("Kode 6 angka", worker.code())
        steps.press("Buka berkas")
        steps.see("Kontak aman")
        expect(dewi.main).to_contain_text("Lewat wali kelas, pagi.")
        expect(dewi.button("record-note.submit")).to_have_count(0)
        assert dewi.page.url == case
    rina.go("/kerja")
    expect(rina.page.get_by_role("status").filter(has_text="keadaan darurat")).to_contain_text("Melati Wulandari")


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
        dewi.go("/kerja/complaints")
        steps.press("Berkas yang dibatalkan")
        expect(dewi.main).to_contain_text("Salah tulis")
        dewi.go(own)
        expect(dewi.link("request-erasure.title")).to_be_visible()

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
