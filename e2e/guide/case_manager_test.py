"""The page of a case manager."""

from datetime import datetime

from playwright.sync_api import expect

import deeds
from parts import (
    JAKARTA,
    connection_is_lost,
    first_sign_in,
    leaving_the_device,
    reads_in_an_emergency,
    session_ends,
    shared_laptop_and_lost_phone,
    somebody_else_records,
    takes_down,
)
from walk import Guide


def test_the_page_of_a_case_manager(staff):
    reader = staff.newcomer("dewi")
    dewi = reader.enters()
    for girl in ("Mawar Jelita", "Kenanga Ayu", "Salah Sambung", "Cempaka Putri"):
        takes_down(dewi, girl, **{"affected.0.sex": "P", "safeContact": "Lewat bibi."})
        deeds.triage(dewi, forms=["PSI"] if girl == "Cempaka Putri" else ["SEK"])
    deeds.another_calls(dewi, "Mawar Jelita", "Gadis di kos biru")
    hasan = staff.enters("hasan")

    guide = Guide("case-manager")
    worker = staff.newcomer("rina")
    rina = worker.person
    first_sign_in(guide, worker)
    case = manager_morning(guide, rina)
    the_course_of_a_case(guide, rina, hasan, case)
    second = its_deadlines(guide, rina)
    its_proceedings(guide, rina, second)
    the_same_person(guide, rina, case, second)
    the_team(guide, rina, hasan, reader, second)
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
        steps.see("Diceritakan dalam laporan gabungan, belum ada di berkas")
        told = rina.part("told")
        case = rina.page.url
        steps.press("Tambahkan sebagai klien", within=told)
        expect(rina.question("who")).to_have_value("Gadis di kos biru")
        rina.go(case)
        told.get_by_role("button", name="Ini Mawar Jelita").click()
        expect(rina.part("people")).to_contain_text("Juga tercatat sebagai: Gadis di kos biru")
        expect(told).to_have_count(0)
        steps.see("Kontak aman", "Ubah kontak aman", "Kebutuhan khusus")
        expect(rina.part("case-title")).to_contain_text("Juru bahasa isyarat")
        steps.press("Ubah kebutuhan khusus")
        rina.answer({"needs": ["JBH"], "note": "Ibunya."})
        rina.send("set-needs")
        expect(rina.part("case-title")).to_contain_text("Juru bahasa · Ibunya.")
        steps.see("Langkah berikut", "Tenggat")
    return rina.page.url


def the_course_of_a_case(guide, rina, hasan, case):
    girl = "Mawar Jelita"
    with guide.section("Langkah kasus", rina) as steps, guide.section("Mediasi dapat ditolak", rina) as mediation:
        # Who is in it.
        steps.press("Tambah orang")
        rina.answer({"who": "Paman Darto", "role": "alleged", "relation": "KEL", "sex": "L"})
        steps.answer("Perkiraan umur", "41")
        rina.send("add-person")
        rina.perform("add-person", {"who": "Bibi Ratih", "role": "family", "relation": "KEL"})
        steps.press("Catat hubungan")
        rina.answer({"person": "Bibi Ratih", "relation": "KEL", "other": girl})
        rina.send("relate-people")
        expect(rina.part("people")).to_contain_text(f"keluarga dari {girl}")
        steps.press("Ubah", of=girl)
        expect(rina.page.get_by_role("heading", level=1)).to_contain_text(girl)
        steps.answer("Tanggal lahir", f"{datetime.now(JAKARTA).year - 14}")
        rina.send("describe-person")
        expect(rina.part("people")).to_contain_text("14 tahun")
        steps.press("Ubah peran orang")
        rina.pick("Bibi Ratih")
        rina.answer({"role": "witness", "reason": "Ia hanya mendengar."})
        rina.send("change-role")
        expect(rina.part("people").get_by_role("listitem").filter(has_text="Bibi Ratih")).to_contain_text("saksi")

        # What happened.
        steps.press("Catat kejadian")
        steps.see("Bentuk kekerasan tiap klien")
        rina.answer({
            "day": f"{datetime.now(JAKARTA).year}",
            "place": "RTG",
            "harms.0.forms": ["SEK"],
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
        rina.unfold("dues")
        expect(rina.sees("deadline.met")).to_be_visible()
        rina.page.fill("#note", "Klien semula belum mau melapor.")
        steps.press("Simpan catatan")
        expect(rina.event("record-note")).to_contain_text("belum mau melapor")

        assesses(steps, girl)
        steps.press("Catat skrining")
        rina.follow("instrument.phq9-1")
        rina.answer({"client": girl, "sheet.phq9-1-total": "16", "sheet.phq9-1-nine": "no"})
        rina.send("record-screening")
        expect(rina.event("record-screening")).to_contain_text("sedang sampai berat")

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
        steps.answer("Janji berikutnya", f"{deeds.in_days(2)}T09:00")
        rina.send("give-service")
        steps.press("Tugas")
        expect(rina.main).to_contain_text("Janji berikut")

        # It is refused, whatever she agreed to.
        rina.go(case)
        steps.press("Tawarkan mediasi")
        mediation.see("Bila mediasi tidak boleh")
        rina.go(f"{case}/record-consent")
        rina.answer({"client": girl, "decision": "given", "giver": "safe-adult", "limits": "yes"})
        mediation.choose("Mengikuti mediasi", "purpose")
        rina.send("record-consent")
        rina.go(f"{case}/offer-mediation")
        expect(rina.main).to_contain_text("Kasus ini memuat kekerasan seksual")
        expect(rina.question("assessedBy")).to_have_count(0)

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

        steps.press("Catat kontak dengan klien")
        steps.see("Tentang siapa?")
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
        deeds.goes_on(rina, "request-closure", "closing-high-risk")
        expect(rina.part("next-title")).to_contain_text("Menunggu kepala UPTD.")
        decides(hasan, girl, "decide-closure", "closing-high-risk")
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


def decides(hasan, client, action, *cautions, **more):
    """From the list of what waits for a decision."""
    hasan.go("/kerja")
    hasan.main.get_by_role("listitem").filter(has_text=client).get_by_role("link").first.click()
    hasan.perform(action, {"decision": "granted"} | more)
    if cautions:
        deeds.goes_on(hasan, action, *cautions)
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
        rina.unfold("dues")
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


def its_proceedings(guide, rina, case):
    """Of the case that has been reported by now."""
    rina.go(case)
    rina.perform("report-to-police", {"unit": "Unit PPA Polresta Barelang", "number": "LP/B/79/XI/2026"})
    part = rina.part("proceedings")

    def happens(event, send=True):
        rina.go(f"{case}/record-proceeding")
        steps.choose(event, "event")
        if send:
            rina.send("record-proceeding")

    with guide.section("Proses hukum", rina) as steps:
        steps.press("Catat proses hukum")
        rina.go(case)
        rina.unfold("dues")
        steps.see("Tenggat polisi, kami pantau")
        happens("Perintah perlindungan keluar atau diperpanjang", send=False)
        steps.answer("Berlaku sampai tanggal", deeds.in_days(60))
        rina.send("record-proceeding")
        expect(part).to_contain_text("Berlaku sampai")
        happens("Sidang dijadwalkan", send=False)
        steps.answer("Sidang berikutnya", f"{deeds.in_days(2)}T09:00")
        rina.send("record-proceeding")
        steps.press("Tugas")
        expect(rina.main).to_contain_text("Sidang berikut")
        happens("Permintaan laporan sosial diterima")
        expect(rina.part("dues")).to_contain_text("Serahkan laporan sosial tentang anak")
        happens("Laporan sosial diserahkan")
        happens("Rehabilitasi korban perdagangan orang dimohonkan")
        steps.press("Catat layanan")
        rina.answer({"client": "Kenanga Ayu", "service": "RHS", "note": "Konseling."})
        rina.send("give-service")
        expect(part).to_contain_text("Laporan sosial diserahkan")


def the_same_person(guide, rina, case, second):
    """One uncle in two cases."""
    nik = "2171010503850001"
    for file in (case, second):
        rina.go(file)
        rina.perform("add-person", {"who": "Paman Sarman", "role": "alleged", "sex": "L", "nik": nik})
    with guide.section("Orang yang sama, dan NIK", rina) as steps:
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


def the_team(guide, rina, hasan, reader, case):
    """A colleague helps, and then has the case; another, who is not of the team, reads it."""
    team = rina.part("team")
    with guide.section("Tim, dan penyerahan", rina) as steps:
        rina.go(case)
        steps.see("Tim")
        steps.press("Tambah anggota tim")
        rina.answer({"worker": "Sinta Purba", "role": "psychologist", "reason": "Konseling."})
        rina.send("add-to-team")
        expect(team).to_contain_text("Psikolog")
        steps.press("Keluarkan anggota tim")
        rina.answer({"worker": "Sinta Purba", "reason": "Konselingnya selesai."})
        rina.send("remove-from-team")
        expect(team).not_to_contain_text("Sinta Purba")

        steps.press("Serahkan ke manajer lain")
        rina.answer({"manager": "Sinta Purba", "reason": "Sakit."})
        steps.answer("Manajer yang sekarang", "Tetap dalam tim")
        rina.send("assign-manager")
        assert rina.go(case) == 200
        expect(team.get_by_role("listitem").filter(has_text="Rina Siregar")).to_contain_text("Wakil manajer kasus")
        steps.press("Catat benturan kepentingan")
        rina.answer({"worker": "Dewi Anggraini", "reason": "Tetangga klien."})
        rina.send("record-conflict")
        expect(team).to_contain_text("Dewi Anggraini")
        rina.perform("end-conflict", {"worker": "Dewi Anggraini", "reason": "Orang lain."})

        keeps_to_its_team(steps, rina, hasan, reader.person, case)
        reads_in_an_emergency(reader, rina.page.title().split(" - ")[0])
        steps.press("Tugas")
        steps.see("Berkas tim Anda dibaca dalam keadaan darurat")
        alert = rina.page.get_by_role("status").filter(has_text="keadaan darurat")
        alert.get_by_role("link").click()
        steps.see("Riwayat")
        expect(rina.event("open-in-emergency")).to_contain_text("manajernya tidak menjawab")


def keeps_to_its_team(steps, rina, hasan, outsider, case):
    """Whoever approves is on the team and, since another one restricted it, ends that."""
    rina.perform("add-to-team", {"worker": "Hasan Basri", "role": "deputy", "reason": "Pengesah."})
    rina.perform("assign-manager", {"manager": "Rina Siregar", "former": "stays", "reason": "Sehat."})
    steps.press("Batasi kasus untuk timnya")
    rina.answer({"ground": "police", "reason": "Terlapor anggota Polsek."})
    rina.send("restrict-case")
    assert outsider.go(case) == 404
    rina.go("/kerja/cases")
    steps.see("Terbatas")
    hasan.go(case)
    hasan.perform("lift-restriction", {"reason": "Orang lain."})
    hasan.page.locator("[name=ticked]").check()
    hasan.send("lift-restriction")
    rina.go(case)
    rina.perform("remove-from-team", {"worker": "Hasan Basri", "reason": "Selesai."})
    rina.perform("assign-manager", {"manager": "Sinta Purba", "former": "stays", "reason": "Sakit."})


def closes(rina, hasan, client):
    """From the page of the case."""
    deeds.serve(rina)
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
        rina.go("/kerja/cases/closed")
        steps.press("Berkas yang dibatalkan")
        rina.main.get_by_role("link", name="Salah Sambung").click()
        expect(rina.link("request-erasure.title")).to_be_visible()

        deeds.open_case(rina, "Cempaka Putri")
        closed = rina.page.url
        expect(rina.link("request-erasure.title")).to_have_count(0)
        closes(rina, hasan, "Cempaka Putri")
        rina.go(closed)
        steps.press("Minta data dihapus selamanya")
        rina.answer({"ground": "requested", "notice": "told", "reason": "Klien meminta."})
        rina.send("request-erasure")
        expect(rina.event("request-erasure")).to_be_visible()

        rina.go(f"{case}/offer-mediation")
        steps.see("Tidak dapat dilakukan")
        rina.go(case)
        rina.perform("add-person", {"who": "Bibi Ratih", "role": "witness"})
        steps.see("Periksa dulu")
        expect(rina.page.get_by_role("alert")).to_contain_text("Bibi Ratih")

        session_ends(steps, worker)
        form = f"{case}/set-safe-contact"
        somebody_else_records(steps, hasan, form, "safeContact", "Telepon ibu.", "Lewat guru.")
        connection_is_lost(steps)
