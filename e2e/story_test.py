"""The path through the product: from a school's call to the closure of the case, and to finding it again."""

import pytest
from playwright.sync_api import expect

import deeds

WAYS = [
    # Whom it is about and how her name is misspelt, the language, the screen, with JavaScript or without.
    pytest.param("Bunga Lestari", "Bungah Lestary", "id", "phone", True, id="id-phone-script"),
    pytest.param("Intan Permata", "Inthan Permatta", "id", "desk", False, id="id-desk-plain"),
    pytest.param("Tiara Kencana", "Thiara Kenchana", "en", "desk", True, id="en-desk-script"),
    pytest.param("Safira Maharani", "Syafira Maharany", "en", "phone", False, id="en-phone-plain"),
]


@pytest.mark.parametrize("girl, misspelt, language, size, script", WAYS)
def test_a_school_calls(people, city, girl, misspelt, language, size, script):
    way = {"language": language, "size": size, "script": script}
    dewi = people.signs_in("dewi", **way)
    a_complaint_is_taken_down(dewi, girl)
    it_is_found(dewi, girl)
    it_is_triaged(dewi)

    rina = people.signs_in("rina", **way)
    code = its_manager_opens_the_case(rina, girl)
    case = rina.page.url
    hasan = people.signs_in("hasan", **way)
    the_case_is_not_open_to_others(hasan, code, case)

    she_is_served_at_once(rina, girl)
    the_incident_is_recorded(rina, girl)
    a_note_is_written(rina)
    deeds.ask_waiver(rina, "Keluarga minta waktu tiga hari.")
    expect(rina.event("request-waiver")).to_contain_text("Keluarga minta waktu tiga hari.")
    the_waiver_is_refused(hasan, code)
    the_case_is_not_open_to_others(hasan, code, case)

    rina.go(case)
    expect(rina.event("decide-waiver")).to_contain_text(rina.words["approval-decision.refused"])
    the_police_is_told(rina)
    the_report_is_corrected(rina)
    the_note_is_withdrawn(rina)

    each_girl_agrees_to_services(rina, girl)
    mediation_is_refused(rina, case)
    nothing_is_shared_before_she_agrees(rina, girl, case)
    she_is_referred(rina, girl)
    the_assessment_is_scored(rina, girl)
    a_plan_of_two_steps_is_agreed(rina)
    the_plan_is_approved(hasan, code, case)

    rina.go(case)
    a_service_is_given(rina, girl)
    closure_is_refused_while_a_partner_works_on_it(rina, case)
    the_partner_answers_and_serves(rina)
    the_steps_are_finished(rina)
    the_follow_up_finds_her_safe(rina, girl)
    the_review_leads_towards_closure(rina)
    closure_is_asked_for(rina)
    closure_is_approved(hasan, code, case)

    the_case_is_closed(rina, case)
    nothing_is_due_any_more(rina, girl)
    she_is_found_by_a_misspelt_name(rina, girl, misspelt, code)

    the_case_is_erased(rina, hasan, code, case)
    she_is_found_no_more(rina, girl, case)
    its_erasure_is_told(hasan, code)

    for person in (dewi, rina, hasan):
        assert not person.console
        assert not person.elsewhere
        person.leave()


def a_complaint_is_taken_down(dewi, girl):
    deeds.school_calls(dewi, girl, phone=deeds.KNOWN_PHONE)
    caution = dewi.page.get_by_role("checkbox").and_(dewi.page.locator("[name=ticked]"))
    expect(dewi.sees("form.cautions")).to_be_visible()
    expect(dewi.question("affected.1.who")).to_have_value(f"Adik {girl}")
    assert dewi.page.title().startswith(dewi.words["form.cautions-title"])
    caution.check()
    if dewi.script:
        # It stands above the form, and is kept with it.
        expect(dewi.main.get_by_text(dewi.words["form.saved"])).to_be_visible()
    dewi.send("receive-complaint")
    expect(dewi.page.get_by_role("heading", level=1)).to_contain_text(girl)
    affected = dewi.page.get_by_role("article").get_by_role("definition").filter(has_text=f"Adik {girl}")
    for age in ("14", "8"):
        years = dewi.words["form.years"].replace("{n}", age)
        expect(affected).to_contain_text(f"{dewi.words['sex.P']}, {years}")


def it_is_found(dewi, girl):
    """By a word of it and her name; only this one."""
    dewi.search(f"{girl.lower()} pamannya")
    expect(dewi.sees("search.one")).to_be_visible()
    assert girl.lower() not in dewi.page.url.lower()
    dewi.main.get_by_role("link").filter(has_text=girl).click()


def it_is_triaged(dewi):
    deeds.triage(dewi)
    expect(dewi.sees("triage-decision.new-case")).to_be_visible()
    expect(dewi.link("triage-complaint.title")).to_have_count(0)


def its_manager_opens_the_case(rina, girl):
    """From what is due; returns its code."""
    rina.go("/kerja")
    row = rina.main.get_by_role("listitem").filter(has_text=girl).first
    expect(row).to_contain_text(rina.words["deadline.unit"])
    row.get_by_role("heading").get_by_role("link").click()
    expect(rina.page.get_by_role("heading", level=1)).to_have_text(girl)
    expect(rina.main).to_contain_text(rina.words["case.risk"].replace("{risk}", rina.words["risk.high"]))
    expect(rina.main).to_contain_text(rina.words["case.with"].replace("{names}", f"Adik {girl}"))
    return rina.page.title().split(" - ")[0]


def the_case_is_not_open_to_others(hasan, code, case):
    """They see a stub of it, and at its address what stands at any that is wrong. The head also who saw it, and hands
    it on unopened."""
    row = row_of(hasan, code)
    expect(row).to_contain_text(hasan.words["cases.ask-manager"])
    actions = [f"{action}.title" for action in ("assign-manager", "add-to-team", "open-in-emergency")]
    row.locator("summary").click()
    expect(row.get_by_role("link")).to_have_text([hasan.words[key] for key in [*actions, "access.link"]])
    row.get_by_role("link", name=hasan.words["access.link"]).click()
    expect(hasan.main).to_contain_text(code)
    assert hasan.go(case) == 404
    expect(hasan.sees("trouble.not-found.title")).to_be_visible()


def row_of(person, code):
    person.go("/kerja/cases/all")
    return person.page.get_by_role("row").filter(has_text=code)


def she_is_served_at_once(rina, girl):
    """Triage is no service: the standard's deadline stands there until somebody was with her."""
    standard = rina.page.locator("main").get_by_text("Standar layanan UPTD PPA").first
    expect(standard).to_be_visible()
    deeds.serve(rina, girl)
    # Her sister was not met yet.
    expect(rina.part("next-title")).to_contain_text(f"Adik {girl}")
    deeds.serve(rina, f"Adik {girl}")
    expect(rina.event("record-follow-up").first).to_be_visible()


def the_incident_is_recorded(rina, girl):
    deeds.tell_the_case(rina, girl)
    sexual, psychological = rina.words["violence-form.SEK"], rina.words["violence-form.PSI"]
    expect(rina.event("add-person")).to_contain_text(f"Paman {girl}")
    harms = rina.part("incidents").get_by_role("listitem").first
    expect(harms).to_contain_text(f"{girl}: {psychological}, {sexual}; Adik {girl}: {psychological}")


def a_note_is_written(rina):
    deeds.note(rina, "Bertemu anak di ruang BK.\nAnak mau tinggal di rumah bibinya.")
    expect(rina.event("record-note")).to_contain_text("Anak mau tinggal di rumah bibinya.")


def what_waits_is_opened(hasan, code):
    row_of(hasan, code).get_by_role("link").first.click()


def the_waiver_is_refused(hasan, code):
    what_waits_is_opened(hasan, code)
    expect(hasan.part("next-title")).to_contain_text(hasan.words["decide-waiver.title"])
    deeds.refuse_waiver(hasan, "Batasnya tidak dapat ditunda.")


def the_police_is_told(rina):
    rina.perform("report-to-police", {"unit": "Unit PPA Polresta Barelang", "number": "LP/B/1178/XI/2026"})
    expect(rina.event("report-to-police")).to_contain_text("LP/B/1178/XI/2026")
    rina.unfold("dues")
    expect(rina.sees("deadline.met")).to_be_visible()
    expect(rina.link("request-waiver.title")).to_have_count(0)
    expect(rina.part("next-title")).to_contain_text(rina.words["record-consent.title"])


def the_report_is_corrected(rina):
    """The timeline says what counts now, and below it what stood there."""
    rina.mend("report-to-police", "correct")
    rina.answer({"number": "LP/B/1187/XI/2026", "correction-reason": "Dua angka tertukar."})
    rina.send("correct-entry")
    event = rina.event("report-to-police")
    expect(event.locator(".event-facts").first).to_contain_text("LP/B/1187/XI/2026")
    before = event.get_by_text("LP/B/1178/XI/2026")
    expect(before).to_be_hidden()
    event.locator("summary").click()
    expect(before).to_be_visible()
    expect(event.get_by_text("Dua angka tertukar.")).to_be_visible()


def the_note_is_withdrawn(rina):
    """It stays to be read, with the reason."""
    rina.mend("record-note", "withdraw")
    rina.answer({"reason": "Masuk ke berkas yang salah."})
    rina.send("withdraw-entry")
    event = rina.event("record-note")
    expect(event).to_contain_text("Anak mau tinggal di rumah bibinya.")
    expect(event).to_contain_text(rina.words["history.withdrawn"].split("{")[0] + "Rina Siregar")
    expect(event).to_contain_text("Masuk ke berkas yang salah.")
    expect(event.get_by_role("link")).to_have_count(0)


def each_girl_agrees_to_services(rina, girl):
    """Her sister is asked for herself."""
    for client in (girl, f"Adik {girl}"):
        expect(rina.part("next-title")).to_contain_text(rina.words["record-consent.title"])
        deeds.consent(rina, client, "services")
        expect(rina.part("consents")).to_contain_text(f"{rina.words['consent-purpose.services']} ({client})")
    expect(rina.part("next-title")).not_to_contain_text(rina.words["record-consent.title"])


def mediation_is_refused(rina, case):
    """Sexual violence bars it, whatever is answered, so nobody is asked; the article stands there."""
    rina.go(f"{case}/offer-mediation")
    expect(rina.main).to_contain_text(rina.words["form.refused"])
    expect(rina.main).to_contain_text(f"{rina.words['refusal.mediation-sexual-violence']} UU 12/2022 ps. 23")
    expect(rina.question("assessedBy")).to_have_count(0)
    rina.go(case)
    expect(rina.event("offer-mediation")).to_have_count(0)


def it_is_refused(person, reason, words=""):
    refusal = person.page.get_by_role("alert")
    expect(refusal).to_contain_text(person.words["form.refused"])
    expect(refusal).to_contain_text(f"{person.words[f'refusal.{reason}']} {words}")
    assert person.status == 409


def nothing_is_shared_before_she_agrees(rina, girl, case):
    deeds.refer(rina, girl)
    it_is_refused(rina, "no-consent-to-share", "UU 27/2022 ps. 20")
    rina.go(case)
    deeds.consent_to_share(rina, girl)
    expect(rina.part("consents")).to_contain_text(rina.words["case-part.health"])


def she_is_referred(rina, girl):
    deeds.refer(rina, girl)
    expect(rina.part("referrals")).to_contain_text(rina.words["referral.asked"])
    expect(rina.part("dues")).to_contain_text(rina.words["deadline.others"])


def the_assessment_is_scored(rina, girl):
    deeds.assess(rina, girl)
    score = rina.words["assessment.score"]
    for name, value in {
        "form": rina.words["instrument.risk-1"],
        "total": f"{deeds.RISK_TOTAL}",
        "risk": rina.words["risk.high"],
    }.items():
        score = score.replace(f"{{{name}}}", value)
    expect(rina.part("assessments")).to_contain_text(score)
    expect(rina.event("record-assessment")).to_contain_text(score)
    deeds.assess(rina, f"Adik {girl}")


def a_plan_of_two_steps_is_agreed(rina):
    deeds.agree_plan(rina, "Antar ke rumah bibi", "Bicara dengan wali kelas")
    plan = rina.part("plan")
    for step in ("Antar ke rumah bibi", "Bicara dengan wali kelas"):
        expect(plan).to_contain_text(step)
    expect(plan).to_contain_text(rina.words["plan.asked"])


def the_plan_is_approved(hasan, code, case):
    what_waits_is_opened(hasan, code)
    hasan.perform("decide-plan", {"decision": "granted"})
    the_case_is_not_open_to_others(hasan, code, case)


def a_service_is_given(rina, girl):
    expect(rina.part("plan")).to_contain_text(rina.words["plan.granted"])
    deeds.give_service(rina, girl, next=f"{deeds.in_days(3)}T09:00")
    expect(rina.part("services")).to_contain_text("Pendampingan psikososial pertama")
    expect(rina.part("dues")).to_contain_text(rina.words["deadline.agreed"])


def closure_is_refused_while_a_partner_works_on_it(rina, case):
    rina.go(f"{case}/request-closure")
    expect(rina.main).to_contain_text(rina.words["refusal.open-referral"])
    expect(rina.question("summary")).to_have_count(0)
    rina.go(case)


def the_partner_answers_and_serves(rina):
    rina.perform("answer-referral", {"answer": "accepted"})
    expect(rina.part("referrals")).to_contain_text(rina.words["referral-answer.accepted"])
    rina.perform("record-referral-outcome", {"outcome": "served", "note": "Visum selesai."})
    expect(rina.part("referrals")).to_contain_text(rina.words["referral-outcome.served"])
    expect(rina.link("record-referral-outcome.title")).to_have_count(0)


def the_steps_are_finished(rina):
    rina.perform("finish-step", {"step": "Antar ke rumah bibi", "outcome": "done"})
    expect(rina.part("plan")).to_contain_text(rina.words["step-outcome.done"])
    rina.perform("finish-step", {"outcome": "dropped", "note": "Klien tidak mau."})
    expect(rina.part("plan")).to_contain_text(rina.words["step-outcome.dropped"])
    expect(rina.link("finish-step.title")).to_have_count(0)


def the_follow_up_finds_her_safe(rina, girl):
    rina.perform("record-follow-up", {"client": girl, "way": "visit", "safe": "yes", "note": "Kembali bersekolah."})
    expect(rina.event("record-follow-up")).to_contain_text("Kembali bersekolah.")


def the_review_leads_towards_closure(rina):
    rina.perform("review-case", {"findings": "Tujuan tercapai.", "decision": "close"})
    expect(rina.part("next-title")).to_contain_text(rina.words["request-closure.title"])


def closure_is_asked_for(rina):
    deeds.ask_closure(rina, "goals-met")
    # Nobody assessed her again since the danger.
    deeds.goes_on(rina, "request-closure", "closing-high-risk")
    expect(rina.part("next-title")).to_contain_text(rina.words["case.waits-head"])


def closure_is_approved(hasan, code, case):
    what_waits_is_opened(hasan, code)
    hasan.perform("decide-closure", {"decision": "granted"})
    deeds.goes_on(hasan, "decide-closure", "closing-high-risk")
    assert hasan.go(case) == 404


def the_case_is_closed(rina, case):
    rina.go(case)
    closed = rina.part("closed")
    expect(closed).to_contain_text(rina.words["closure-reason.goals-met"])
    expect(closed.get_by_role("link", name=rina.words["reopen-case.title"])).to_be_visible()
    expect(rina.button("record-note.submit")).to_have_count(0)


def nothing_is_due_any_more(rina, girl):
    rina.go("/kerja")
    expect(rina.main.get_by_role("listitem").filter(has_text=girl)).to_have_count(0)


def she_is_found_by_a_misspelt_name(rina, girl, misspelt, code):
    rina.search(misspelt)
    found = rina.main.get_by_role("listitem").filter(has_text=code)
    found.get_by_role("link").filter(has_text=girl).click()
    expect(rina.part("closed")).to_be_visible()


def the_case_is_erased(rina, hasan, code, case):
    """One asks, another decides; what can't be undone is said before. The police know of it."""
    rina.go(case)
    deeds.ask_erasure(rina)
    rina.page.locator("[name=ticked]").check()
    rina.send("request-erasure")
    expect(rina.event("request-erasure")).to_be_visible()
    hasan.go("/kerja")
    hasan.main.get_by_role("listitem").filter(has_text=code).get_by_role("link").click()
    hasan.perform("decide-erasure", {"decision": "granted"})
    for caution in hasan.page.locator("[name=ticked]").all():
        caution.check()
    hasan.send("decide-erasure")
    expect(hasan.page.get_by_role("heading", level=1)).to_have_text(hasan.words["work.title"])
    expect(hasan.main).not_to_contain_text(code)


def she_is_found_no_more(rina, girl, case):
    rina.search(girl)
    expect(rina.main).not_to_contain_text(girl)
    assert rina.go(case) == 404


def its_erasure_is_told(hasan, code):
    hasan.go("/kerja/office")
    row = hasan.part("office.erased").get_by_role("listitem").filter(has_text=code)
    expect(row).to_contain_text(hasan.words["erasure-ground.schedule-ended"])
