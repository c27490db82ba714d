"""The path through the product: from a school's call to a report to the police that was made in time."""

import re

import pytest
from playwright.sync_api import expect

import deeds

WAYS = [
    # Whom it is about, the language, the screen, with JavaScript or without.
    pytest.param("Bunga", "id", "phone", True, id="id-phone-script"),
    pytest.param("Intan", "id", "desk", False, id="id-desk-plain"),
    pytest.param("Tiara", "en", "desk", True, id="en-desk-script"),
    pytest.param("Safira", "en", "phone", False, id="en-phone-plain"),
]


@pytest.mark.parametrize("girl, language, size, script", WAYS)
def test_a_school_calls(people, city, girl, language, size, script):
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
    nothing_is_due_any_more(rina, girl)

    for person in (dewi, rina, hasan):
        assert not person.console
        assert not person.elsewhere
        person.leave()


def a_complaint_is_taken_down(dewi, girl):
    deeds.school_calls(dewi, girl, phone=deeds.KNOWN_PHONE)
    caution = dewi.page.get_by_role("checkbox").and_(dewi.page.locator("[name=ticked]"))
    expect(dewi.sees("form.cautions")).to_be_visible()
    expect(dewi.question("affected.1.who")).to_have_value(f"Adik {girl}")
    caution.check()
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
    row = rina.main.get_by_role("listitem").filter(has_text=girl)
    expect(row).to_contain_text(rina.words["deadline.unit"])
    row.get_by_role("heading").get_by_role("link").click()
    expect(rina.page.get_by_role("heading", level=1)).to_have_text(girl)
    expect(rina.main).to_contain_text(rina.words["case.risk"].replace("{risk}", rina.words["risk.high"]))
    expect(rina.main).to_contain_text(rina.words["case.with"].replace("{names}", f"Adik {girl}"))
    return rina.page.title().split(" - ")[0]


def the_case_is_not_open_to_others(hasan, code, case):
    """They see a stub of it, and at its address what stands at any that is wrong."""
    row = row_of(hasan, code)
    expect(row).to_contain_text(hasan.words["cases.ask-manager"])
    expect(row.get_by_role("link")).to_have_count(0)
    assert hasan.go(case) == 404
    expect(hasan.sees("trouble.not-found.title")).to_be_visible()


def row_of(person, code):
    person.go("/kerja/cases/all")
    return person.page.get_by_role("row").filter(has_text=code)


def the_incident_is_recorded(rina, girl):
    deeds.tell_the_case(rina, girl)
    forms = {code: rina.words[f"violence-form.{code}"] for code in ("SEK", "PSI")}
    expect(rina.event("add-person")).to_contain_text(f"Paman {girl}")
    incidents = rina.page.locator("section[aria-labelledby='case.incidents']")
    expect(incidents).to_contain_text(f"Adik {girl}: {forms['PSI']}")
    for form in forms.values():
        expect(incidents.get_by_role("paragraph").filter(has_text=re.compile(f"^{girl}: "))).to_contain_text(form)


def a_note_is_written(rina):
    deeds.note(rina, "Bertemu anak di ruang BK.\nAnak mau tinggal di rumah bibinya.")
    expect(rina.event("record-note")).to_contain_text("Anak mau tinggal di rumah bibinya.")


def the_waiver_is_refused(hasan, code):
    row_of(hasan, code).get_by_role("link").click()
    expect(hasan.sees("case.waivers")).to_be_visible()
    deeds.refuse_waiver(hasan, "Batasnya tidak dapat ditunda.")


def the_police_is_told(rina):
    rina.perform("report-to-police", {"unit": "Unit PPA Polresta Barelang", "number": "LP/B/1178/XI/2026"})
    expect(rina.event("report-to-police")).to_contain_text("LP/B/1178/XI/2026")
    expect(rina.sees("deadline.met")).to_be_visible()
    expect(rina.sees("case.next")).to_have_count(0)
    expect(rina.link("request-waiver.title")).to_have_count(0)


def the_report_is_corrected(rina):
    """The timeline says what counts now, and below it what stood there."""
    rina.mend("report-to-police", "correct")
    rina.answer({"number": "LP/B/1187/XI/2026", "correction-reason": "Dua angka tertukar."})
    rina.send("correct-entry")
    event = rina.event("report-to-police")
    expect(event.locator("dl").first).to_contain_text("LP/B/1187/XI/2026")
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


def nothing_is_due_any_more(rina, girl):
    rina.go("/kerja")
    expect(rina.main.get_by_role("listitem").filter(has_text=girl)).to_have_count(0)
