"""What single pages do under people's hands."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import deeds

RECEIVE = "/kerja/complaints/receive-complaint"


@pytest.fixture
def dewi(people):
    yield (dewi := people.at("dewi"))
    dewi.leave()


@pytest.fixture
def rina(people):
    yield (rina := people.at("rina"))
    rina.leave()


@pytest.fixture
def hasan(people):
    yield (hasan := people.at("hasan"))
    hasan.leave()


# The sign-in and the session.


def test_a_password_can_be_shown(people):
    visitor = people.visitor()
    visitor.page.fill("#password", "rahasia")
    visitor.press("sign-in.show")
    expect(visitor.page.locator("#password")).to_have_attribute("type", "text")
    visitor.press("sign-in.hide")
    expect(visitor.page.locator("#password")).to_have_attribute("type", "password")
    visitor.leave()


def test_without_a_script_there_is_no_button_that_does_nothing(people):
    visitor = people.visitor(script=False)
    expect(visitor.button("sign-in.show")).to_have_count(0)
    visitor.leave()


def test_after_signing_out_going_back_shows_nothing(people):
    dewi = people.signs_in("dewi")
    dewi.go("/kerja/complaints")
    dewi.page.locator("summary").click()
    dewi.press("header.sign-out")
    expect(dewi.button("sign-in.submit")).to_be_visible()
    dewi.page.go_back()
    expect(dewi.button("sign-in.submit")).to_be_visible()
    dewi.leave()


def stays(person):
    """What is typed behind a dialog that is still open goes nowhere."""
    person.press("idle.stay")
    expect(person.button("idle.stay")).to_be_hidden()


def test_the_end_of_the_session_is_announced_and_put_off(dewi):
    dewi.page.clock.install()
    dewi.go("/kerja")
    dewi.page.clock.fast_forward("24:00")
    expect(dewi.button("idle.stay")).to_be_hidden()
    dewi.page.clock.fast_forward("01:10")
    expect(dewi.button("idle.stay")).to_be_visible()
    stays(dewi)
    dewi.page.clock.fast_forward("24:00")
    expect(dewi.button("idle.stay")).to_be_hidden()


def test_the_announced_end_says_that_something_is_kept_only_where_it_is(dewi):
    kept = dewi.page.get_by_role("dialog").get_by_text(dewi.words["idle.kept"])
    dewi.page.clock.install()
    for path in ("/kerja", RECEIVE):
        dewi.go(path)
        dewi.page.clock.fast_forward("25:10")
        expect(dewi.button("idle.stay")).to_be_visible()
        expect(kept).to_be_hidden()

    stays(dewi)
    dewi.answer({"what": "Ada yang menangis."})
    expect(dewi.main.get_by_text(dewi.words["form.saved"])).to_be_visible()
    dewi.page.clock.fast_forward("25:10")
    expect(kept).to_be_visible()

    stays(dewi)
    dewi.lose_connection(True)
    dewi.answer({"what": "Ada yang menangis keras."})
    dewi.page.clock.fast_forward("25:10")
    expect(dewi.button("idle.stay")).to_be_visible()
    expect(kept).to_be_hidden()


def test_tabs_that_nobody_uses_end_and_ask_the_session_for_nothing(rina, city):
    rina.page.clock.install()
    rina.go(city.case)
    other = rina.another_tab()
    other.goto(rina.page.url)
    asked = []
    for page in (rina.page, other):
        page.on("request", lambda request: asked.append(request.url))
    rina.page.clock.fast_forward("30:10")
    for page in (rina.page, other):
        expect(page).to_have_url(re.compile("/kerja/idle-end$"))
        expect(page.get_by_role("heading", name=rina.words["idle-end.title"])).to_be_visible()
    assert [url for url in asked if "/assets/" not in url and not url.endswith("/kerja/idle-end")] == []


@pytest.mark.parametrize("way", ["header.lock", "header.sign-out"])
def test_who_hands_the_device_on_leaves_no_tab_with_a_file(people, city, way):
    rina = people.signs_in("rina")
    rina.go(city.case)
    other = rina.another_tab()
    other.goto(rina.page.url)
    rina.page.locator("header summary").click()
    rina.press(way)
    expect(other).to_have_url(re.compile("/kerja/idle-end$"))
    rina.leave()


def test_a_tab_stays_while_another_is_used(rina, city):
    rina.page.clock.install()
    rina.go(city.case)
    left = rina.page.url
    used = rina.another_tab()
    used.goto(left)
    rina.page.clock.fast_forward("20:00")
    used.reload()
    rina.page.clock.fast_forward("15:00")
    expect(rina.page).to_have_url(left)
    expect(rina.button("idle.stay")).to_be_hidden()
    rina.page.clock.fast_forward("10:10")
    expect(rina.button("idle.stay")).to_be_visible()
    used.get_by_role("button", name=rina.words["idle.stay"]).click()
    expect(rina.button("idle.stay")).to_be_hidden()


def test_the_language_is_changed_on_the_same_page(dewi):
    dewi.go("/kerja/cases/all")
    dewi.press("app.other-language")
    expect(dewi.page.locator("html")).to_have_attribute("lang", "en")
    expect(dewi.page).to_have_url(re.compile("/kerja/cases/all$"))


# What was typed.


def test_what_was_typed_is_there_after_signing_in_again(dewi):
    dewi.go(RECEIVE)
    saved = dewi.main.get_by_text(dewi.words["form.saved"])
    expect(saved).to_be_hidden()
    dewi.answer({"what": "Tetangga mendengar tangis, lalu diam.", "channel": "CCT", "affected.0.who": "Anak kecil"})
    expect(saved).to_be_visible()

    dewi.forget_session()
    dewi.go("/kerja")
    dewi.sign_in("dewi")
    expect(dewi.sees("form.restored")).to_be_visible()
    expect(dewi.question("what")).to_have_value("Tetangga mendengar tangis, lalu diam.")
    expect(dewi.question("channel")).to_have_value("CCT")
    expect(dewi.question("affected.0.who")).to_have_value("Anak kecil")
    draft = dewi.page.url
    dewi.send("receive-complaint")
    expect(dewi.page.get_by_role("blockquote")).to_have_text("Tetangga mendengar tangis, lalu diam.")
    assert dewi.go(draft) == 404, "a draft that was sent is gone"


def test_what_was_typed_can_be_discarded(dewi):
    dewi.go(RECEIVE)
    dewi.answer({"what": "Salah sambung."})
    expect(dewi.main.get_by_text(dewi.words["form.saved"])).to_be_visible()
    dewi.forget_session()
    dewi.go("/kerja")
    dewi.sign_in("dewi")
    draft = dewi.page.url
    dewi.press("form.discard")
    expect(dewi.page).to_have_url(re.compile("/kerja$"))
    assert dewi.go(draft) == 404


def test_a_form_that_was_left_is_on_my_work(dewi):
    dewi.go(RECEIVE)
    dewi.answer({"what": "Ditinggal di tengah jalan."})
    expect(dewi.main.get_by_text(dewi.words["form.saved"])).to_be_visible()
    dewi.go(RECEIVE)
    dewi.follow("form.resume")
    expect(dewi.question("what")).to_have_value("Ditinggal di tengah jalan.")
    dewi.go("/kerja")
    expect(dewi.sees("work.drafts")).to_be_visible()
    left = dewi.main.get_by_role("button", name=dewi.words["work.discard"], exact=True)
    before = left.count()
    dewi.main.get_by_role("link", name=dewi.words["receive-complaint.title"], exact=True).first.click()
    expect(dewi.question("what")).to_have_value("Ditinggal di tengah jalan.")
    dewi.go("/kerja")
    dewi.press("work.discard")
    expect(left).to_have_count(before - 1)


def test_who_leaves_at_once_leaves_nothing_behind(dewi):
    dewi.go("/kerja")
    links = dewi.main.get_by_role("link", name=dewi.words["receive-complaint.title"], exact=True)
    before = links.count()
    dewi.go(RECEIVE)
    dewi.answer({"what": "Telepon terputus."})
    # What is sent on leaving may come after the page that was left for.
    for _ in range(20):
        dewi.go("/kerja")
        if links.count() > before:
            break
    links.first.click()
    expect(dewi.question("what")).to_have_value("Telepon terputus.")
    dewi.press("form.discard")


def test_going_back_does_not_record_twice(dewi):
    dewi.go("/kerja/complaints")
    dewi.go(RECEIVE)
    dewi.answer({"what": "Sekali saja."})
    dewi.press("receive-complaint.submit")
    expect(dewi.page.get_by_role("alert")).to_be_visible()
    # It was not recorded: going back leads to the form, as typed.
    dewi.page.go_back()
    expect(dewi.question("what")).to_have_value("Sekali saja.")
    dewi.answer({"channel": "S1T", "what": "Sekali saja."})
    dewi.press("receive-complaint.submit")
    expect(dewi.page.locator("[data-done]")).to_be_visible()
    dewi.page.go_back()
    expect(dewi.page).to_have_url(re.compile("/kerja/complaints$"))


def test_going_back_through_the_parts_of_a_form_does_not_record_twice(dewi):
    dewi.go("/kerja/complaints")
    dewi.go(RECEIVE)
    # As the links to faults and to the parts of a long form do.
    for part in ["what", "channel"]:
        dewi.page.evaluate("part => location.hash = part", part)
    dewi.answer({"channel": "S1T", "what": "Lewat bagian-bagiannya."})
    dewi.press("receive-complaint.submit")
    expect(dewi.page.locator("[data-done]")).to_be_visible()
    for _ in range(3):
        dewi.page.go_back()
        expect(dewi.page).to_have_url(re.compile("/kerja/complaints$"))


def test_going_back_to_a_form_that_was_left_leads_to_the_form(dewi):
    dewi.go("/kerja/complaints")
    dewi.go(RECEIVE)
    dewi.answer({"what": "Belum selesai."})
    dewi.press("receive-complaint.submit")
    expect(dewi.page.get_by_role("alert")).to_be_visible()
    # Something else is recorded in between.
    dewi.go("/kerja")
    dewi.go(RECEIVE)
    dewi.answer({"channel": "S1T", "what": "Yang lain."})
    dewi.press("receive-complaint.submit")
    expect(dewi.page.locator("[data-done]")).to_be_visible()
    dewi.page.evaluate("history.go(-3)")
    expect(dewi.page).to_have_url(re.compile(f"{RECEIVE}$"))


def test_what_was_typed_without_a_connection_is_kept_once_there_is_one(dewi):
    dewi.go(RECEIVE)
    saved, unsaved = (dewi.main.get_by_text(dewi.words[f"form.{key}"]) for key in ("saved", "unsaved"))
    dewi.answer({"what": "Sinyalnya"})
    expect(saved).to_be_visible()
    dewi.lose_connection(True)
    dewi.answer({"what": "Sinyalnya hilang."})
    expect(saved).to_be_hidden()
    expect(unsaved).to_be_visible()
    dewi.lose_connection(False)
    expect(saved).to_be_visible()
    expect(unsaved).to_be_hidden()
    dewi.go("/kerja")
    dewi.main.get_by_role("link", name=dewi.words["receive-complaint.title"], exact=True).first.click()
    expect(dewi.question("what")).to_have_value("Sinyalnya hilang.")
    dewi.press("form.discard")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_enter_sends_a_form_and_takes_out_no_row(people, script):
    dewi = people.at("dewi", script=script)
    dewi.go(RECEIVE)
    dewi.answer({"channel": "S1T", "what": "Satu anak.", "affected.0.who": "Melur"})
    dewi.question("affected.0.who").press("Enter")
    expect(dewi.page.get_by_role("blockquote")).to_have_text("Satu anak.")
    expect(dewi.main).to_contain_text("Melur")
    dewi.leave()


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_form_comes_back_at_the_row_that_was_added(people, script):
    dewi = people.at("dewi", size="phone", script=script)
    dewi.go(RECEIVE)
    for place in (1, 2):
        dewi.press("receive-complaint.affected.add")
        expect(dewi.question(f"affected.{place}")).to_be_in_viewport()
    dewi.leave()


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_rows_come_and_go_and_keep_what_was_typed(people, script):
    dewi = people.at("dewi", script=script)
    dewi.go(RECEIVE)
    dewi.answer({"what": "Tiga anak.", "affected.0.who": "Satu"})
    for place, who in enumerate(["Dua", "Tiga"], start=1):
        dewi.press("receive-complaint.affected.add")
        dewi.answer({f"affected.{place}.who": who})
    second = f"{dewi.words['form.remove']} {dewi.words['receive-complaint.affected.row']} 2"
    dewi.page.get_by_role("button", name=second, exact=True).click()
    people_named = dewi.main.get_by_label(dewi.words["receive-complaint.affected.who"])
    expect(people_named).to_have_count(2)
    assert [box.input_value() for box in people_named.all()] == ["Satu", "Tiga"]
    expect(dewi.question("what")).to_have_value("Tiga anak.")
    dewi.leave()


def test_rows_in_rows_keep_what_was_typed_without_a_script(people, city):
    rina = people.at("rina", script=False)
    rina.go(f"{city.case}/agree-plan")
    steps = rina.main.get_by_label(rina.words["agree-plan.goals.steps.what"])
    # What is still to be done of the plan before stands there.
    _, *kept = [box.input_value() for box in steps.all()]
    rina.answer({"goals.0.aim": "Aman", "goals.0.steps.0.what": "Satu"})
    rina.press("agree-plan.goals.add")
    rina.answer({"goals.1.aim": "Bersekolah", "goals.1.steps.0.what": "Dua"})
    rina.page.get_by_role("button", name=rina.words["agree-plan.goals.steps.add"], exact=True).nth(1).click()
    rina.answer({"goals.1.steps.1.what": "Tiga", "goals.1.steps.1.who": "client", "review": deeds.in_days(9)})
    row = rina.words["agree-plan.goals.steps.row"]
    first = f"{rina.words['form.remove']} {row} 1 {rina.words['agree-plan.goals.row']} 2"
    rina.page.get_by_role("button", name=first, exact=True).click()
    expect(steps).to_have_count(2 + len(kept))
    assert [box.input_value() for box in steps.all()] == ["Satu", *kept, "Tiga"]
    aims = rina.main.get_by_label(rina.words["agree-plan.goals.aim"])
    assert [box.input_value() for box in aims.all()] == ["Aman", "Bersekolah"]
    expect(rina.question("goals.1.steps.1.who")).to_have_value("client")
    expect(rina.question("review")).to_have_value(deeds.in_days(9))
    rina.leave()


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_form_sent_by_a_double_click_is_sent_once(people, city, script):
    text = f"Ditekan dua kali {script}."
    rina = people.at("rina", script=script)
    rina.go(city.case)
    rina.page.fill("#note", text)
    rina.button("record-note.submit").dblclick()
    expect(rina.event("record-note")).to_contain_text(text)
    rina.go(city.case)
    expect(rina.page.get_by_text(text)).to_have_count(1)
    rina.leave()


def test_a_complaint_sent_by_a_double_click_is_one(dewi):
    dewi.go(RECEIVE)
    dewi.answer({"channel": "CCT", "what": "Berulangkali ditekan."})
    dewi.button("receive-complaint.submit").dblclick()
    expect(dewi.page.get_by_role("blockquote")).to_have_text("Berulangkali ditekan.")
    dewi.search("berulangkali")
    expect(dewi.sees("search.one")).to_be_visible()


# What is wrong.


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_the_summary_of_faults_has_the_focus_and_leads_to_each(people, script):
    dewi = people.at("dewi", size="phone", script=script)
    dewi.go(RECEIVE)
    dewi.answer({"phone": "12"})
    dewi.send("receive-complaint")
    summary = dewi.page.get_by_role("alert")
    expect(summary).to_be_focused()
    links = summary.get_by_role("link").all()
    assert len(links) == 3
    for link in links:
        question = dewi.question(link.get_attribute("href").removeprefix("#"))
        link.click()
        expect(question).to_be_focused()
        expect(question).to_be_in_viewport()
        expect(question).to_have_attribute("aria-invalid", "true")
        expect(question).to_have_accessible_description(re.compile(re.escape(link.text_content())))
    dewi.leave()


def test_a_conflict_shows_both_sides_and_loses_neither(dewi, hasan):
    deeds.school_calls(dewi, "Mawar")
    complaint = dewi.page.url
    dewi.follow("set-safe-contact.title")
    hasan.go(complaint)
    hasan.perform("set-safe-contact", {"safeContact": "Telepon ibu, pagi."})
    dewi.answer({"safeContact": "Lewat guru saja."})
    dewi.send("set-safe-contact")
    both = dewi.page.get_by_role("alert")
    expect(both).to_contain_text("Telepon ibu, pagi.")
    expect(both).to_contain_text("Hasan Basri")
    expect(both).to_contain_text("Lewat guru saja.")
    dewi.send("set-safe-contact")
    expect(dewi.page.get_by_role("definition").filter(has_text="Lewat guru saja.").first).to_be_visible()
    expect(dewi.main.get_by_text("Telepon ibu, pagi.").first).to_be_visible()


def test_what_others_recorded_is_mended_by_proposal(dewi, rina, hasan):
    deeds.somebody_calls(dewi, "Seruni")
    dewi.perform("record-callback", {"outcome": "answered"})
    complaint = dewi.page.url
    rina.go(complaint)
    rina.mend("record-callback", "withdraw")
    expect(rina.sees("mending.proposes")).to_be_visible()
    rina.answer({"reason": "Salah laporan."})
    rina.send("withdraw-entry")
    expect(rina.event("record-callback")).to_contain_text(rina.words["history.proposed"])
    expect(rina.link("decide-mending.title")).to_have_count(0)

    hasan.go(complaint)
    expect(hasan.event("record-callback")).to_contain_text("Salah laporan.")
    hasan.perform("decide-mending", {"decision": "granted", "reason": "Benar."})
    event = hasan.event("record-callback")
    expect(event).to_contain_text(hasan.words["history.withdrawn"].split("{")[0] + "Rina Siregar")
    expect(event).not_to_contain_text(hasan.words["history.proposed"])


# What can't wait.


@pytest.mark.parametrize("finding, size, language, script", [
    pytest.param("justified", "phone", "id", True, id="id-phone-script"),
    pytest.param("unjustified", "desk", "en", False, id="en-desk-plain"),
])
def test_a_file_is_read_in_an_emergency(people, dewi, rina, finding, size, language, script):
    girl = f"Kemboja {language}"
    deeds.school_calls(dewi, girl)
    deeds.triage(dewi)
    deeds.open_case(rina, girl)
    case, code = rina.page.url, rina.page.title().split(" - ")[0]
    reader, manager, head = (people.at(handle, size, language, script) for handle in ("dewi", "rina", "hasan"))

    it_is_opened_from_its_stub(people, reader, girl, code)
    assert reader.page.url == case
    nothing_of_it_can_be_changed(reader)

    manager.go("/kerja")
    alert = manager.page.get_by_role("status").filter(has_text=manager.words["emergency.title"])
    expect(alert).to_contain_text("Dewi Anggraini")
    alert.get_by_role("link", name=girl).click()
    expect(manager.part("team")).to_contain_text(manager.words["emergency.waits"])
    expect(manager.event("open-in-emergency")).to_contain_text("manajernya tidak menjawab")

    it_is_reviewed(head, code, finding)
    assert head.go(case) == 404
    manager.go(case)
    expect(manager.part("team")).to_contain_text(manager.words[f"emergency-finding.{finding}"])
    expect(manager.part("team")).not_to_contain_text(manager.words["emergency.waits"])
    assert reader.go(case) == (200 if finding == "justified" else 404), "the hour ends where nobody needed it"
    for person in (reader, manager, head):
        assert not person.console
        person.leave()


def it_is_opened_from_its_stub(people, reader, girl, code):
    reader.go("/kerja")
    reader.search(code)
    stub = reader.main.get_by_role("listitem").filter(has_text=code)
    expect(stub).to_contain_text(reader.words["cases.ask-manager"])
    expect(reader.main).not_to_contain_text(girl)
    deeds.read_in_emergency(reader, "salah")
    assert reader.status == 422
    expect(reader.page.get_by_role("alert")).to_contain_text(reader.words["account.wrong-password"])
    expect(reader.question("explanation")).to_have_value("Klien menelepon dan menangis; manajernya tidak menjawab.")
    expect(reader.question("password")).to_have_value("")
    expect(reader.main).not_to_contain_text(girl)
    reader.page.fill("#password", people.password("dewi"))
    reader.send("open-in-emergency")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(girl)


def nothing_of_it_can_be_changed(reader):
    expect(reader.main).to_contain_text(reader.words["emergency.read-only"].split("{")[0])
    expect(reader.main).to_contain_text("Telepon wali kelas pada jam sekolah. Jangan hubungi rumah.")
    expect(reader.main.locator("form")).to_have_count(0)
    expect(reader.main.locator("a[href*='/cases/']")).to_have_count(0)
    expect(reader.button("record-note.submit")).to_have_count(0)


def it_is_reviewed(head, code, finding):
    head.go("/kerja")
    head.part("asks").get_by_role("listitem").filter(has_text=code).get_by_role("link").click()
    head.follow("review-emergency.title")
    expect(head.page.get_by_role("complementary")).to_contain_text("manajernya tidak menjawab")
    head.answer({"finding": finding})
    if finding == "unjustified":
        head.send("review-emergency")
        assert head.status == 422, "a note is missing"
        head.answer({"note": "Manajernya dapat dihubungi."})
    head.send("review-emergency")
    expect(head.page.locator("[data-done]")).to_be_visible()


# The office and its figures.


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_the_timeline_shows_one_kind_of_entries(people, city, script):
    rina = people.at("rina", script=script)
    rina.go(city.case)
    events = rina.page.locator("li.event")
    everything = events.filter(visible=True).count()
    rina.page.locator("#shown-law").check()
    expect(rina.page.locator("li.event:not(.event-law)").filter(visible=True)).to_have_count(0)
    assert 0 < events.filter(visible=True).count() < everything
    rina.page.locator("#shown-all").check()
    expect(events.filter(visible=True)).to_have_count(everything)
    rina.leave()


def test_whose_file_it_is_stays_in_sight(people, city):
    rina = people.at("rina", size="phone")
    rina.go(city.case)
    bar = rina.page.locator(".identity-stuck")
    expect(bar).to_be_hidden()
    rina.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(bar).to_be_visible()
    rina.leave()


def test_what_is_jumped_to_stands_below_whose_file_it_is(people, city):
    rina = people.at("rina", size="phone")
    rina.go(city.case)
    parts = rina.page.get_by_role("navigation", name=rina.words["case.parts"])
    parts.get_by_role("link", name=rina.words["case.people"], exact=True).click()
    bar = rina.page.locator(".identity-stuck")
    expect(bar).to_be_visible()
    edge = bar.bounding_box()
    assert rina.page.locator("#people").bounding_box()["y"] >= edge["y"] + edge["height"]
    rina.leave()


def test_a_holiday_appears_in_the_calendar(people, city):
    yohana, year = people.at("yohana"), deeds.today().year
    yohana.go("/kerja/office")
    yohana.perform("declare-holiday", {"day": f"{year}-12-30", "kind": "national", "source": "SKB contoh"})
    calendar = yohana.part("office.calendar")
    calendar.get_by_text(f"{year}", exact=True).click()
    holiday = f"30 {yohana.words['when.month.12']} {year}, {yohana.words['holiday-kind.national']}"
    expect(calendar.get_by_text(holiday)).to_be_visible()
    yohana.leave()


def test_the_report_of_another_year_is_one_touch_away(hasan):
    hasan.follow("report.title")
    years = hasan.page.get_by_role("navigation", name=hasan.words["report.years"], exact=True)
    for year in [deeds.today().year, 2023]:
        years.get_by_role("link", name=f"{year}").click()
        expect(years.locator("[aria-current=page]")).to_have_text(f"{year}")
        expect(hasan.page.get_by_role("table").first).to_be_visible()
        caption = hasan.main.locator("p.meta").first
        expect(caption).to_contain_text(hasan.words["report.year"].replace("{year}", f"{year}"))


def test_the_report_of_2023_is_the_one_that_was_published(hasan):
    hasan.go("/kerja/reports/violence/2023")
    published = {"FIS": 12, "PSI": 2, "SEK": 99, "EKS": 4, "TRF": 6, "PEN": 9, "LAI": 0}
    for form, victims in published.items():
        name = hasan.page.get_by_role("rowheader", name=hasan.words[f"violence-form.{form}"], exact=True)
        row = hasan.page.get_by_role("row").filter(has=name)
        expect(row.get_by_role("cell").first).to_have_text(f"{victims}")


@pytest.mark.parametrize("size", ["desk", "phone"])
@pytest.mark.parametrize("script", [True, False])
def test_what_is_published_hides_what_is_small(people, size, script):
    """Of 2023 the 2 and the 4 are small, and the 6 would tell them."""
    hasan = people.at("hasan", size=size, script=script)
    hasan.go("/kerja/reports/violence/2023-Q2")
    hasan.follow("report.for-public")
    assert hasan.page.url.endswith("/kerja/reports/public/violence/2023")
    published = {"FIS": "12", "PSI": "*", "SEK": "99", "EKS": "*", "TRF": "*", "PEN": "9", "LAI": "0"}
    for form, victims in published.items():
        name = hasan.page.get_by_role("rowheader", name=hasan.words[f"violence-form.{form}"], exact=True)
        cells = hasan.page.get_by_role("row").filter(has=name).get_by_role("cell")
        expect(cells.first).to_have_text(victims)
        parts = [told.strip() for told in cells.all_inner_texts()[2:]]
        assert all(told in ("", "0", "*") or int(told) >= 10 for told in parts), parts
    expect(hasan.main).to_contain_text(hasan.words["report.hidden-hint"])

    with hasan.page.expect_download() as download:
        hasan.page.get_by_role("link", name=hasan.words["report.download"]).click()
    assert download.value.suggested_filename == "lindung-public-2023.csv"
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert {row["as-of"] for row in rows} == {f"{deeds.today()}"}
    sheet = {row["code"]: row["total"] for row in rows if row["table"] == "violence"}
    assert sheet == published | {"sum": "132"}
    hasan.follow("report.for-office")
    assert hasan.page.url.endswith("/kerja/reports/violence/2023")


@pytest.mark.parametrize("size", ["desk", "phone"])
@pytest.mark.parametrize("script", [True, False])
def test_a_report_of_any_period_is_chosen_and_taken_along(people, size, script):
    hasan = people.at("hasan", size=size, script=script)
    page, words = hasan.page, hasan.words
    hasan.go("/kerja/reports/violence/2023")
    if size == "phone":
        page.locator("summary", has_text=words["report.of-list"].split("{")[0]).click()
    page.get_by_role("link", name=f"13 {words['report-number.13']}", exact=True).filter(visible=True).click()
    counted = lambda: page.get_by_role("row").last.get_by_role("cell").first.inner_text()
    months = [int(row.get_by_role("cell").first.inner_text()) for row in page.get_by_role("row").all()[1:-1]]
    assert len(months) == 12 and sum(months) == int(counted()) > 0

    page.get_by_label(words["report.part"].replace("{year}", "2023")).select_option("2023-Q1")
    page.get_by_role("button", name=words["report.apply"], exact=True).click()
    assert page.url.endswith("/kerja/reports/months/2023-Q1") and int(counted()) == sum(months[:3])

    page.locator("summary", has_text=words["report.other-days"]).click()
    page.get_by_label(words["report.from"], exact=True).fill("2023-05-01")
    page.get_by_label(words["report.until"], exact=True).fill("2023-04-01")
    page.get_by_role("button", name=words["report.apply-days"]).click()
    expect(page.get_by_label(words["report.until"], exact=True)).to_have_value("2023-04-01")
    expect(page.locator(".field-error")).to_contain_text(words["report.ends-before"])
    assert int(counted()) == sum(months[:3]), "what was shown stays"
    page.get_by_label(words["report.until"], exact=True).fill("2023-06-30")
    page.get_by_role("button", name=words["report.apply-days"]).click()
    assert page.url.endswith("/months/2023-05-01--2023-06-30") and int(counted()) == months[4] + months[5]

    with page.expect_download() as download:
        page.get_by_role("link", name=words["report.download"]).click()
    assert download.value.suggested_filename == "lindung-2023-05-01--2023-06-30.csv"
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert {int(row["number"]) for row in rows} == set(range(1, 14))
    assert [int(row["total"]) for row in rows if row["table"] == "months"] == [months[4], months[5], int(counted())]


# On paper.


def test_how_a_client_is_reached_is_not_printed(dewi, rina):
    deeds.school_calls(dewi, "Cempaka", phone="0812 0000 2003")
    deeds.triage(dewi)
    deeds.open_case(rina, "Cempaka")
    deeds.set_contact(rina, "Cempaka", {
        "phone": "0812 0000 2004", "safeContact": "SMS ke wali kelas.", "rules.codeWord": "mangga"})
    rina.perform("add-person", {"who": "Bu Ratna", "role": "family", "phone": "0812 0000 2002"})
    case = rina.page.url
    deeds.school_calls(dewi, "Melur", phone="0812 0000 2005")
    complaint = dewi.page.url
    typed = "#phone, #safeContact, [id='rules.codeWord']"
    rina.go(f"{case}/set-safe-contact")
    rina.pick("Cempaka")
    form = rina.page.url
    pages = (rina, case), (dewi, complaint), (dewi, f"{complaint}/record-callback"), (rina, form)
    for person, path in pages:
        person.go(path)
        secrets = person.main.get_by_text(re.compile("0812|mangga|wali kelas")).filter(visible=True)
        controls = person.main.locator(typed).filter(visible=True)
        assert secrets.count() > 0
        assert (controls.count() > 0) == (path == form or path.endswith("record-callback"))
        person.page.emulate_media(media="print")
        expect(secrets).to_have_count(0)
        expect(controls).to_have_count(0)
        if path != form:
            expect(person.sees("contact.not-printed")).to_be_visible()
        person.page.emulate_media(media="screen")


def test_the_whole_timeline_is_printed(rina, city):
    """Other than what somebody chose not to see."""
    rina.go(city.case)
    events = rina.page.locator("li.event")
    expect(rina.page.locator("li.event-old").first).to_be_hidden()
    rina.page.emulate_media(media="print")
    expect(events.filter(visible=True)).to_have_count(events.count())
    rina.page.emulate_media(media="screen")
    rina.page.locator("#shown-law").check()
    rina.page.emulate_media(media="print")
    expect(rina.page.locator("li.event:not(.event-law)").filter(visible=True)).to_have_count(0)


# Finding one's way.


def test_two_keys_go_to_the_search_and_one_alone_does_not(dewi):
    dewi.go("/kerja")
    search = dewi.page.locator("#search")
    dewi.page.keyboard.press("/")
    expect(search).not_to_be_focused()
    dewi.page.keyboard.press("Control+/")
    expect(search).to_be_focused()
    dewi.page.keyboard.type("a/b")
    expect(search).to_have_value("a/b")


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_going_back_leads_to_what_was_found(people, size):
    dewi = people.at("dewi", size=size)
    dewi.go("/kerja")
    dewi.search("anak perempuan")
    found = dewi.page.url
    links = dewi.main.get_by_role("heading", level=3).get_by_role("link")
    texts = links.all_text_contents()
    assert texts
    links.first.click()
    expect(dewi.page.get_by_role("article")).to_be_visible()
    dewi.page.go_back()
    expect(dewi.page).to_have_url(found)
    expect(links).to_have_text(texts)
    expect(dewi.page.locator("#words")).to_have_value("anak perempuan")
    dewi.leave()


def test_the_first_key_leads_past_the_header(dewi):
    dewi.go("/kerja")
    dewi.page.keyboard.press("Tab")
    expect(dewi.link("app.skip")).to_be_focused()
    expect(dewi.link("app.skip")).to_be_in_viewport()
    dewi.page.keyboard.press("Enter")
    expect(dewi.page.locator("#main")).to_be_focused()


def test_a_menu_closes_by_escape(dewi):
    summary = dewi.page.locator("summary")
    sign_out = dewi.page.locator("details").get_by_role("button", name=dewi.words["header.sign-out"])
    summary.click()
    expect(sign_out).to_be_visible()
    dewi.page.keyboard.press("Escape")
    expect(sign_out).to_be_hidden()
    expect(summary).to_be_focused()


def test_the_header_says_when_there_is_no_connection(dewi):
    chip = dewi.page.get_by_role("status").first
    for lost, key in [(False, "online"), (True, "offline"), (False, "online")]:
        dewi.lose_connection(lost)
        expect(chip).to_have_text(dewi.words[f"header.{key}"], use_inner_text=True)


@pytest.mark.parametrize("handle", ["dewi", "rina", "hasan", "yohana"])
def test_no_link_leads_where_its_reader_may_not_go(people, city, handle):
    person = people.at(handle)
    records = {
        "dewi": [city.complaint, city.triaged, city.emergency],
        "rina": [city.complaint, city.case, city.closing, city.closed],
        "hasan": [city.case, city.closing, city.emergency, city.office, "/kerja/reports/violence/2023"],
        "yohana": [city.office],
    }
    links = {}
    for path in ["/kerja", "/kerja/complaints", "/kerja/cases", "/kerja/cases/all", *records[handle]]:
        assert person.go(path) == 200
        for link in person.page.locator("a[href^='/']").all():
            links.setdefault(link.get_attribute("href"), f"“{link.text_content().strip()}” on {path}")
    statuses = person.page.evaluate(
        """async links => Object.fromEntries(await Promise.all(
             links.map(async link => [link, (await fetch(link)).status])))""",
        list(links))
    assert not [f"{links[link]}: {status}" for link, status in statuses.items() if status >= 400]
    person.leave()


def test_a_decision_ends_on_a_page_that_its_maker_may_see(dewi, rina, hasan):
    """What let them open the file ends with the decision."""
    deeds.school_calls(dewi, "Anggrek")
    deeds.triage(dewi)
    deeds.open_case(rina, "Anggrek")
    deeds.ask_waiver(rina, "Anak belum siap.")
    hasan.go(rina.page.url)
    deeds.refuse_waiver(hasan, "Tidak dapat ditunda.")
    assert hasan.status == 200, hasan.main.inner_text()


# A register from before.


@pytest.mark.parametrize("size", ["desk", "phone"])
@pytest.mark.parametrize("script", [True, False])
def test_a_register_is_looked_at_and_brought_in(people, size, script):
    rina = people.at("rina", size=size, script=script)
    page = rina.page
    number = f"{size}-{script}"
    rina.go("/kerja/complaints")
    rina.follow("import.title")
    head = "Tgl Lapor\tKanal\tNama Korban\tKronologi\tJenis Kekerasan\tPetunjuk\tStatus"
    good = f"5/3/2023\tLangsung\tKINASIH {number}\tDipukul {number}.\tFisik\tMap {number}\tSelesai"
    wrong = f"31/2/2023\tLangsung\tSalah {number}\tX.\tFisik\t\tSelesai"
    deeds.paste_sheet(rina, "\n".join([head, good, wrong]))
    # What it was taken for, and what is wrong, without a word of any cell.
    expect(page.locator("#column-2")).to_have_value("client")
    expect(page.locator("main")).to_contain_text("Baris 3, Tgl Lapor")
    expect(page.locator("main")).not_to_contain_text(number)
    assert number not in page.url
    page.locator("#column-5").select_option("note")
    rina.press("import.check-again")
    expect(page.locator("#column-5")).to_have_value("note")
    rina.press("import.bring")
    assert rina.status == 422
    page.locator("#skip").check()
    rina.press("import.bring")
    expect(page.get_by_role("heading", level=1)).to_have_text(rina.words["import.done"])

    rina.search(f"Kinasih {number}")
    page.get_by_role("link", name=re.compile("kinasih", re.IGNORECASE)).first.click()
    expect(page.locator("main")).to_contain_text(f"Petunjuk: Map {number}")
    expect(page.locator("main")).to_contain_text(rina.words["case.closed"])
    rina.leave()
