"""Every page, in every state that it can be in: each function brings somebody there."""

from random import randrange
from typing import Callable, NamedTuple
from uuid import uuid4

import deeds


class State(NamedTuple):
    who: str | None  # None for a visitor
    reach: Callable
    status: int
    faulty: bool  # whether its form has faults


STATES: dict[str, State] = {}


def state(who, status=200, faulty=False):
    def add(function):
        name = function.__name__.replace("_", "-")
        STATES[name] = State(who, function, status, faulty)
        return function

    return add


def forms(who, place, *actions):
    """The blank form of each of these actions on a record of the city."""
    for action in actions:
        def reach(person, city, people, action=action):
            person.go(f"{getattr(city, place)}/{action}")

        STATES[action] = State(who, reach, 200, False)


def sent_blank(who, place, *actions):
    """The form of each of these actions with everything that it misses."""
    for action in actions:
        def reach(person, city, people, action=action):
            person.go(f"{getattr(city, place)}/{action}")
            person.send(action)

        STATES[f"{action}-faults"] = State(who, reach, 422, True)


# Before the sign-in.


@state(None)
def sign_in(visitor, city, people):
    visitor.go("/kerja/sign-in")


@state(None, status=422, faulty=True)
def sign_in_wrong(visitor, city, people):
    visitor.go("/kerja/sign-in")
    visitor.page.fill("#handle", "dewi")
    visitor.page.fill("#password", "salah")
    visitor.press("sign-in.submit")


@state(None)
def idle_end(visitor, city, people):
    visitor.go("/kerja/idle-end")


@state(None, status=404)
def nothing_for_visitors(visitor, city, people):
    visitor.go("/nonsense")


@state(None)
def password(visitor, city, people):
    """What a one-time secret leads to."""
    yohana = people.known("yohana", visitor.language)
    secret = deeds.give_secret(yohana, city.newcomer)
    visitor.forget_session()
    visitor.go("/kerja/sign-in")
    visitor.page.fill("#handle", "baru")
    visitor.page.fill("#password", secret)
    visitor.press("sign-in.submit")


@state(None, status=422, faulty=True)
def password_faults(visitor, city, people):
    password(visitor, city, people)
    visitor.page.fill("#password", "baru")
    visitor.press("password.submit")


# The worker's own account. A browser of its own each time: what is confirmed there ends its session.


@state("dewi")
def account(dewi, city, people):
    dewi.go("/kerja/account")


@state("dewi", status=422, faulty=True)
def account_faults(dewi, city, people):
    dewi.go("/kerja/account")
    dewi.page.fill("#password", "salah")
    dewi.press("account.new-password")


@state(None)
def authenticator(visitor, city, people):
    visitor.forget_session()
    visitor.go("/kerja/sign-in")
    visitor.sign_in("hasan")
    visitor.go("/kerja/account")
    visitor.page.fill("#password", people.password("hasan"))
    visitor.press("account.authenticator")


@state(None, status=422, faulty=True)
def authenticator_faults(visitor, city, people):
    authenticator(visitor, city, people)
    visitor.page.fill("#code", "000000")
    visitor.press("authenticator.submit")


# Lists.


@state("dewi")
def work(dewi, city, people):
    dewi.go("/kerja")


@state("dewi")
def inbox(dewi, city, people):
    dewi.go("/kerja/complaints")


@state("rina")
def cases(rina, city, people):
    rina.go("/kerja/cases")


@state("rina")
def work_with_an_emergency(rina, city, people):
    """Somebody read a file of hers."""
    rina.go("/kerja")


@state("hasan")
def work_with_what_waits(hasan, city, people):
    hasan.go("/kerja")


@state("hasan")
def cases_to_the_head(hasan, city, people):
    """What the head may do about a case without opening it."""
    hasan.go("/kerja/cases/all")


@state("hasan")
def supervision(hasan, city, people):
    hasan.go("/kerja/supervision")


@state("rina", status=403)
def supervision_of_others(rina, city, people):
    rina.go("/kerja/supervision")


@state("hasan")
def supervised(hasan, city, people):
    """What is late, as stubs, with who could take it on."""
    hasan.go("/kerja/supervision/late")


@state("hasan")
def supervised_of_one(hasan, city, people):
    hasan.go("/kerja/supervision")
    hasan.part("loads").get_by_role("link").first.click()


@state("hasan")
def supervised_none(hasan, city, people):
    hasan.go(f"/kerja/supervision/open/{uuid4()}")


@state("hasan")
def ended(hasan, city, people):
    hasan.go("/kerja/complaints/ended")


@state("rina")
def ended_none(rina, city, people):
    rina.go("/kerja/complaints/ended")


@state("dewi")
def voided(dewi, city, people):
    dewi.go("/kerja/voided")


@state("rina")
def voided_none(rina, city, people):
    rina.go("/kerja/voided")


@state("rina")
def cases_closed(rina, city, people):
    rina.go("/kerja/cases/closed")


@state("dewi")
def cases_empty(dewi, city, people):
    dewi.go("/kerja/cases")


@state("dewi")
def cases_as_stubs(dewi, city, people):
    dewi.go("/kerja/cases/all")


@state("dewi")
def search(dewi, city, people):
    dewi.go("/kerja/search")


@state("dewi")
def search_found(dewi, city, people):
    dewi.go("/kerja")
    dewi.search("anak")


@state("dewi")
def search_none(dewi, city, people):
    dewi.go("/kerja")
    dewi.search("zzzzzz")


@state("rina")
def search_found_a_stub(rina, city, people):
    """A case of Yusuf's."""
    rina.go("/kerja/cases/all")
    code = rina.page.get_by_role("row").filter(has_text=rina.words["cases.ask-manager"]).locator(".code").first
    rina.search(code.inner_text())


# Complaints.


@state("dewi")
def complaint(dewi, city, people):
    """With an entry that was corrected and one that was withdrawn."""
    dewi.go(city.complaint)


@state("dewi")
def complaint_triaged(dewi, city, people):
    dewi.go(city.triaged)


@state("dewi")
def complaint_void(dewi, city, people):
    dewi.go(city.void)


@state("dewi")
def receive_complaint(dewi, city, people):
    dewi.go("/kerja/complaints/receive-complaint")


@state("dewi")
def receive_complaint_row(dewi, city, people):
    dewi.go("/kerja/complaints/receive-complaint")
    dewi.answer({"affected.0.who": "Melati"})
    dewi.press("receive-complaint.affected.add")


@state("dewi", status=422, faulty=True)
def receive_complaint_faults(dewi, city, people):
    dewi.go("/kerja/complaints/receive-complaint")
    dewi.answer({"affected.0.age": "seribu", "phone": "12", "at": "2099-01-01T00:00"})
    dewi.send("receive-complaint")


@state("dewi", status=422)
def receive_complaint_caution(dewi, city, people):
    dewi.go("/kerja/complaints/receive-complaint")
    dewi.answer({"channel": "SKL", "what": "Guru menelepon lagi.", "phone": deeds.KNOWN_PHONE})
    dewi.send("receive-complaint")


@state("dewi")
def triage_complaint(dewi, city, people):
    """With cases that look alike."""
    dewi.go(f"{city.complaint}/triage-complaint")


@state("dewi", status=422, faulty=True)
def triage_complaint_faults(dewi, city, people):
    dewi.go(f"{city.complaint}/triage-complaint")
    dewi.answer({"reachable": "yes", "threat": "no", "risk": "low", "decision": "new-case"})
    dewi.send("triage-complaint")


forms("dewi", "complaint", "set-safe-contact", "record-callback", "void-record")


@state("dewi", status=409)
def set_safe_contact_conflict(dewi, city, people):
    dewi.go(f"{city.complaint}/set-safe-contact")
    hasan = people.known("hasan")
    hasan.go(f"{city.complaint}/set-safe-contact")
    hasan.answer({"safeContact": "Telepon ibu, pagi."})
    hasan.send("set-safe-contact")
    dewi.answer({"safeContact": "Lewat guru saja."})
    dewi.send("set-safe-contact")


@state("dewi", status=422, faulty=True)
def record_callback_faults(dewi, city, people):
    dewi.go(f"{city.complaint}/record-callback")
    dewi.answer({"at": "2020-01-01T00:00"})
    dewi.send("record-callback")


@state("dewi")
def correct_entry(dewi, city, people):
    dewi.go(city.correction)


@state("dewi", status=422, faulty=True)
def correct_entry_faults(dewi, city, people):
    dewi.go(city.correction)
    dewi.send("correct-entry")


@state("dewi")
def withdraw_entry(dewi, city, people):
    dewi.go(city.withdrawal)


@state("dewi", status=422, faulty=True)
def withdraw_entry_faults(dewi, city, people):
    dewi.go(city.withdrawal)
    dewi.send("withdraw-entry")


# Cases.


@state("rina")
def case(rina, city, people):
    rina.go(city.case)


@state("hasan")
def access(hasan, city, people):
    hasan.go("/kerja/cases/all")
    hasan.main.locator("summary").first.click()
    hasan.page.get_by_role("link", name=hasan.words["access.link"]).first.click()


@state("rina", status=403)
def access_of_others(rina, city, people):
    rina.go(f"{city.case}/access")


@state("dewi")
def complaint_whose_number_is_unsafe(dewi, city, people):
    """Somebody who must not know answered."""
    dewi.go("/kerja/complaints/receive-complaint")
    # A number that no other complaint has: that would be asked about first.
    phone = f"0812{randrange(10**8):08}"
    dewi.answer({"channel": "S1T", "what": "Telepon dari wali kelas.", "phone": phone})
    dewi.send("receive-complaint")
    dewi.perform("record-callback", {"outcome": "unsafe"})


@state("hasan")
def case_that_asks_approval(hasan, city, people):
    """Of its plan, of a waiver, and of a withdrawal."""
    hasan.go(city.case)


@state("rina")
def case_that_is_closing(rina, city, people):
    rina.go(city.closing)


@state("rina")
def case_closed(rina, city, people):
    rina.go(city.closed)


@state("hasan")
def case_to_be_erased(hasan, city, people):
    hasan.go(city.erasing)


@state("hasan", status=422)
def decide_erasure_caution(hasan, city, people):
    hasan.go(f"{city.erasing}/decide-erasure")
    hasan.answer({"decision": "granted"})
    hasan.send("decide-erasure")


@state("rina", status=422, faulty=True)
def record_note_faults(rina, city, people):
    rina.go(city.case)
    rina.send("record-note")


forms(
    "rina", "case",
    "add-person", "describe-person", "record-consent", "withdraw-consent", "agree-plan", "finish-step", "give-service",
    "offer-mediation", "refer-client", "answer-referral", "record-referral-outcome", "record-follow-up",
    "review-case", "request-closure", "report-to-police", "request-waiver", "assign-manager", "record-assessment",
    "record-screening",
    "change-role", "set-needs", "relate-people", "link-people", "unlink-people", "add-to-team", "remove-from-team",
    "record-biopsychosocial", "record-proceeding")


@state("rina")
def set_safe_contact_of_several(rina, city, people):
    rina.go(f"{city.case}/set-safe-contact")


@state("rina")
def set_safe_contact_of_one(rina, city, people):
    rina.go(f"{city.case}/set-safe-contact")
    rina.pick("Kartika Sari")


@state("rina", status=422, faulty=True)
def record_follow_up_faults(rina, city, people):
    rina.go(f"{city.case}/record-follow-up")
    rina.answer({"way": "visit", "safe": "yes", "note": "Aman."})
    rina.send("record-follow-up")


forms("rina", "mediated", "record-mediation", "record-conflict", "end-conflict", "recognise-person")
forms("rina", "closing", "restrict-case")
forms("hasan", "restricted", "lift-restriction")
forms("hasan", "case", "decide-waiver", "decide-plan")
forms("hasan", "closing", "decide-closure")
forms("dewi", "closing", "open-in-emergency")
forms("hasan", "emergency", "review-emergency")
forms("hasan", "erasing", "decide-erasure")
forms("rina", "closed", "reopen-case", "request-erasure")
sent_blank("rina", "closed", "request-erasure")
sent_blank("rina", "case", "report-to-police", "record-biopsychosocial")
sent_blank("rina", "case", "add-to-team", "remove-from-team", "record-proceeding")
sent_blank("rina", "mediated", "offer-mediation", "record-mediation", "record-conflict", "end-conflict")
sent_blank("rina", "closing", "restrict-case")
sent_blank("hasan", "restricted", "lift-restriction")
sent_blank("hasan", "case", "decide-waiver")
sent_blank("dewi", "closing", "open-in-emergency")


@state("hasan")
def case_that_is_restricted(hasan, city, people):
    hasan.go(city.restricted)


@state("rina", status=409)
def restrict_case_refused(rina, city, people):
    """Nobody of its team approves."""
    rina.go(f"{city.closing}/restrict-case")
    rina.answer({"ground": "staff", "reason": "Terlapor bekerja di kantor ini."})
    rina.send("restrict-case")


@state("hasan", status=422)
def lift_restriction_caution(hasan, city, people):
    hasan.go(f"{city.restricted}/lift-restriction")
    hasan.answer({"reason": "Orang lain."})
    hasan.send("lift-restriction")


@state("dewi", status=404)
def case_that_is_not_there(dewi, city, people):
    """She took its complaint down."""
    dewi.go(city.restricted)


@state("dewi")
def case_in_an_emergency(dewi, city, people):
    """To read only."""
    dewi.go(city.emergency)


@state("hasan")
def case_that_was_read_in_an_emergency(hasan, city, people):
    hasan.go(city.emergency)


@state("dewi", status=422, faulty=True)
def open_in_emergency_wrong(dewi, city, people):
    """By a wrong password."""
    dewi.go(f"{city.closing}/open-in-emergency")
    deeds.tell_emergency(dewi, "salah")


@state("hasan", status=422, faulty=True)
def review_emergency_faults(hasan, city, people):
    """Not justified, and nobody says why."""
    hasan.go(f"{city.emergency}/review-emergency")
    hasan.answer({"finding": "unjustified"})
    hasan.send("review-emergency")


def stub(hasan, action):
    """On the first case that the head may not open."""
    hasan.go("/kerja/cases/all")
    hasan.main.locator("summary").first.click()
    hasan.follow(f"{action}.title")


@state("hasan")
def assign_manager_of_a_stub(hasan, city, people):
    stub(hasan, "assign-manager")


@state("hasan", status=409)
def assign_manager_refused(hasan, city, people):
    """To oneself."""
    stub(hasan, "assign-manager")
    hasan.answer({"manager": "Hasan Basri", "reason": "Sakit."})
    hasan.send("assign-manager")


@state("hasan")
def add_to_team_of_a_stub(hasan, city, people):
    stub(hasan, "add-to-team")


@state("rina")
def describe_person_chosen(rina, city, people):
    rina.go(city.case)
    rina.choose("describe-person", "Kartika Sari")


@state("rina", status=422, faulty=True)
def describe_person_faults(rina, city, people):
    describe_person_chosen(rina, city, people)
    rina.send("describe-person")


@state("rina")
def case_that_was_told_of_somebody_else(rina, city, people):
    """By a complaint that joined."""
    rina.go(city.mediated)


@state("rina")
def recognise_person_chosen(rina, city, people):
    rina.go(city.mediated)
    rina.choose("recognise-person", city.told)


@state("rina", status=422, faulty=True)
def recognise_person_faults(rina, city, people):
    """Nobody, and nobody says why."""
    recognise_person_chosen(rina, city, people)
    rina.send("recognise-person")


@state("rina")
def add_person_told_of(rina, city, people):
    rina.go(city.mediated)
    rina.page.get_by_role("link", name=rina.words["told.add-client"]).first.click()


@state("rina")
def change_role_chosen(rina, city, people):
    rina.go(city.case)
    rina.choose("change-role", "Kartika Sari")


@state("rina", status=422, faulty=True)
def change_role_faults(rina, city, people):
    change_role_chosen(rina, city, people)
    rina.send("change-role")


@state("rina", status=409)
def change_role_refused(rina, city, people):
    """What is on record of her is a client's."""
    change_role_chosen(rina, city, people)
    rina.answer({"role": "witness", "reason": "Hanya melihat."})
    rina.send("change-role")


@state("rina", status=422, faulty=True)
def add_person_faults(rina, city, people):
    rina.go(f"{city.case}/add-person")
    rina.answer({"born": "kemarin", "nik": "123", "age": "seribu"})
    rina.send("add-person")


@state("rina", status=422)
def record_proceeding_caution(rina, city, people):
    """An order for longer than the law allows."""
    rina.go(f"{city.case}/record-proceeding")
    rina.answer({"event": "order-issued", "client": "Kartika Sari", "until": deeds.in_days(500)})
    rina.send("record-proceeding")


@state("rina", status=422)
def add_person_caution(rina, city, people):
    """The identity number says another sex than the form."""
    rina.go(f"{city.case}/add-person")
    rina.answer({"who": "Paman", "role": "alleged", "sex": "L", "nik": "2171015505800001"})
    rina.send("add-person")


@state("rina")
def record_incident(rina, city, people):
    rina.go(f"{city.case}/record-incident")
    rina.press("record-incident.harms.add")
    rina.press("record-incident.alleged.add")


@state("rina", status=422, faulty=True)
def record_incident_faults(rina, city, people):
    rina.go(f"{city.case}/record-incident")
    rina.answer({"day": "31/2/2026"})
    rina.send("record-incident")


@state("rina", status=409)
def request_waiver_refused(rina, city, people):
    """It was asked for already, after this tab had opened the form."""
    rina.go(f"{city.case}/request-waiver")
    rina.page.evaluate("document.querySelector('#rule').add(new Option('R-TPKS-02', 'R-TPKS-02'))")
    rina.page.select_option("#rule", "R-TPKS-02")
    rina.answer({"reason": "Sekali lagi."})
    rina.send("request-waiver")


@state("rina", status=422, faulty=True)
def record_consent_faults(rina, city, people):
    """To share: with whom, and what."""
    rina.go(f"{city.case}/record-consent")
    rina.answer({"purpose": "sharing", "decision": "given", "limits": "no", "until": "2020-01-01"})
    rina.send("record-consent")


@state("rina", status=422)
def record_consent_caution(rina, city, people):
    """Of a child alone."""
    rina.go(city.case)
    deeds.consent(rina, "Kartika Sari", "mediation", giver="client")


@state("rina")
def record_assessment_of_risk(rina, city, people):
    rina.go(f"{city.case}/record-assessment/risk")


@state("rina")
def record_assessment_of_domestic_violence(rina, city, people):
    rina.go(f"{city.case}/record-assessment/kdrt")


@state("rina")
def record_screening_for_trafficking(rina, city, people):
    rina.go(f"{city.case}/record-screening/tppo")


@state("rina")
def record_screening_for_bullying(rina, city, people):
    rina.go(f"{city.case}/record-screening/bullying")


@state("rina", status=422, faulty=True)
def record_screening_faults(rina, city, people):
    """A sum that the test can't have."""
    rina.go(f"{city.case}/record-screening/phq9")
    rina.answer({"sheet.phq9-1-total": "28", "at": "2099-01-01T00:00"})
    rina.send("record-screening")


@state("rina", status=422, faulty=True)
def record_assessment_faults(rina, city, people):
    rina.go(f"{city.case}/record-assessment/risk")
    rina.answer({"sheet.risk-1-threat": "yes", "at": "2099-01-01T00:00"})
    rina.send("record-assessment")


@state("rina")
def agree_plan_rows(rina, city, people):
    """Two goals, of which the first has two steps."""
    rina.go(f"{city.case}/agree-plan")
    rina.press("agree-plan.goals.add")
    rina.press("agree-plan.goals.steps.add")


@state("rina", status=422, faulty=True)
def agree_plan_faults(rina, city, people):
    agree_plan_rows(rina, city, people)
    rina.answer({"goals.0.steps.1.who": "client", "goals.1.aim": "Bersekolah", "agreement": "not-possible"})
    rina.answer({"review": "2020-01-01"})
    rina.send("agree-plan")


@state("rina")
def offer_mediation_form(rina, city, people):
    """Where nothing bars it, as it does in the other case."""
    rina.go(f"{city.mediated}/offer-mediation")


@state("rina")
def case_that_is_mediated(rina, city, people):
    """And that a colleague must not see."""
    rina.go(city.mediated)


@state("rina", status=422, faulty=True)
def record_mediation_faults_of_an_agreement(rina, city, people):
    """Without what makes it one."""
    rina.go(f"{city.mediated}/record-mediation")
    rina.answer({"outcome": "agreed", "safe": "yes"})
    rina.send("record-mediation")


@state("rina", status=409)
def refer_client_refused(rina, city, people):
    """The health of somebody who was not asked."""
    rina.go(city.case)
    deeds.refer(rina, "Adik Kartika Sari")


@state("rina")
def request_closure_form(rina, city, people):
    """Where nothing is open any more, as it is in the other case."""
    rina.go(city.emergency)
    deeds.serve(rina, "Cempaka Wangi", "Adik Cempaka Wangi")
    rina.go(f"{city.emergency}/request-closure")
    rina.question("summary").wait_for()


@state("rina", status=422, faulty=True)
def request_closure_faults(rina, city, people):
    request_closure_form(rina, city, people)
    rina.send("request-closure")


@state("hasan")
def decide_mending(hasan, city, people):
    hasan.go(city.proposal)


@state("hasan", status=422, faulty=True)
def decide_mending_faults(hasan, city, people):
    hasan.go(city.proposal)
    hasan.send("decide-mending")


@state("rina", status=409)
def withdraw_entry_refused(rina, city, people):
    """It was proposed already."""
    rina.go(city.proposing)
    rina.answer({"reason": "Sekali lagi."})
    rina.send("withdraw-entry")


# The office.


@state("yohana")
def office(yohana, city, people):
    """Of whose work it is the whole."""
    yohana.go("/kerja")


@state("hasan")
def office_to_its_head(hasan, city, people):
    hasan.go("/kerja/office")


forms(
    "yohana", "office",
    "describe-office", "declare-holiday", "drop-holiday", "correct-rule", "add-worker", "give-posts", "issue-secret",
    "end-worker", "add-partner", "change-partner", "end-partner")
@state("yohana")
def change_partner_chosen(yohana, city, people):
    yohana.go(city.office)
    yohana.choose("change-partner", "RSUD Embung Fatimah")


@state("yohana")
def give_posts_chosen(yohana, city, people):
    yohana.go(city.office)
    yohana.choose("give-posts", "Yohana Wea")


@state("yohana", status=422, faulty=True)
def change_partner_faults(yohana, city, people):
    yohana.go(city.office)
    yohana.choose("change-partner", "RSUD Embung Fatimah")
    yohana.answer({"partner.name": ""})
    yohana.send("change-partner")


sent_blank("yohana", "office", "add-worker", "add-partner", "declare-holiday")


@state("yohana", status=422, faulty=True)
def drop_holiday_faults(yohana, city, people):
    yohana.go(f"{city.office}/drop-holiday")
    yohana.answer({"day": "2020-01-02"})
    yohana.send("drop-holiday")


@state("yohana", status=409)
def end_worker_refused(yohana, city, people):
    """Nobody would be left to run the office."""
    yohana.go(f"{city.office}/end-worker")
    yohana.answer({"worker": "Yohana Wea", "reason": "Pindah."})
    yohana.send("end-worker")


@state("yohana")
def secret(yohana, city, people):
    deeds.give_secret(yohana, city.newcomer)


@state("yohana", status=409)
def set_up_office_refused(yohana, city, people):
    """It was set up; no link leads there any more."""
    yohana.go("/kerja/offices/set-up-office")


# The official report.


@state("hasan")
def report(hasan, city, people):
    hasan.go(f"/kerja/reports/violence/{deeds.today().year}")


@state("hasan")
def report_of_the_published_year(hasan, city, people):
    hasan.go("/kerja/reports/violence/2023")


@state("hasan")
def report_of_cases_and_people(hasan, city, people):
    hasan.go("/kerja/reports/cases/2023")


@state("hasan")
def report_of_a_quarter(hasan, city, people):
    hasan.go("/kerja/reports/services/2023-Q2")


@state("hasan")
def report_of_days(hasan, city, people):
    hasan.go("/kerja/reports/months/2023-05-04--2023-06-01")


@state("hasan", status=422, faulty=True)
def report_of_days_that_are_none(hasan, city, people):
    hasan.go("/kerja/reports?table=alleged-ages&shown=2023&from=2023-06-02&until=2023-06-01")


@state("hasan")
def report_of_a_year_without_cases(hasan, city, people):
    hasan.go("/kerja/reports/violence/1999")


@state("hasan")
def public_report_of_the_published_year(hasan, city, people):
    hasan.go("/kerja/reports/public/violence/2023")


@state("hasan")
def public_report_of_people(hasan, city, people):
    hasan.go("/kerja/reports/public/victims/2023")


@state("hasan")
def public_report_of_a_year_without_cases(hasan, city, people):
    hasan.go("/kerja/reports/public/alleged-relation/1999")


@state("hasan", status=409)
def public_report_of_a_year_that_is_not_over(hasan, city, people):
    hasan.go(f"/kerja/reports/public/violence/{deeds.today().year}")


# What is not there, or not theirs.


@state("dewi", status=404)
def nothing(dewi, city, people):
    dewi.go("/kerja/nonsense")


@state("dewi", status=404)
def case_of_others(dewi, city, people):
    dewi.go(city.case)


@state("rina", status=403)
def report_to_others(rina, city, people):
    rina.go("/kerja/reports/violence/2023")


@state("rina", status=403)
def office_to_others(rina, city, people):
    rina.go("/kerja/office")


@state("yohana", status=403)
def not_their_duty(yohana, city, people):
    yohana.go("/kerja/complaints/receive-complaint")


@state("dewi", status=405)
def address_that_only_takes_forms(dewi, city, people):
    dewi.go("/keluar")


# The state of the system.


@state("yohana")
def status(yohana, city, people):
    yohana.go("/kerja/status")


# Tokens for programs.


@state("dewi")
def tokens(dewi, city, people):
    dewi.go("/kerja/tokens")


@state("dewi", status=422, faulty=True)
def tokens_faults(dewi, city, people):
    dewi.go("/kerja/tokens")
    dewi.press("tokens.submit")


@state("dewi")
def token_made(dewi, city, people):
    dewi.go("/kerja/tokens")
    dewi.page.fill("#name", "Hotline 112")
    dewi.page.locator("input[name=duties]").first.check(force=True)
    dewi.page.fill("#password", people.password("dewi"))
    dewi.press("tokens.submit")


# A register from before.


@state("rina")
def import_complaint(rina, city, people):
    """By hand, a line of a paper book."""
    rina.go("/kerja/complaints/import-complaint")


@state("rina", status=422, faulty=True)
def import_complaint_faults(rina, city, people):
    rina.go("/kerja/complaints/import-complaint")
    rina.send("import-complaint")


@state("rina")
def sheet_choice(rina, city, people):
    rina.go("/kerja/import")


@state("rina", status=422, faulty=True)
def sheet_missing(rina, city, people):
    rina.go("/kerja/import")
    rina.press("import.look")


@state("rina")
def sheet_columns(rina, city, people):
    rina.go("/kerja/import")
    deeds.choose_sheet(rina, deeds.SAMPLE)


@state("rina", status=422, faulty=True)
def sheet_bad(rina, city, people):
    rina.go("/kerja/import")
    deeds.choose_sheet(rina, deeds.SAMPLE)
    rina.press("import.bring")


@state("rina")
def sheet_done(rina, city, people):
    rina.go("/kerja/import")
    deeds.paste_sheet(rina, deeds.ASKED_ONLY)
    rina.press("import.bring")
