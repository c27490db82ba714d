"""Every page, in every state that it can be in: each function brings somebody there."""

from typing import Callable, NamedTuple

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


@state(None, status=404)
def nothing_for_visitors(visitor, city, people):
    visitor.go("/nonsense")


# Lists.


@state("dewi")
def work(dewi, city, people):
    dewi.go("/kerja")


@state("yohana")
def work_empty(yohana, city, people):
    yohana.go("/kerja")


@state("dewi")
def inbox(dewi, city, people):
    dewi.go("/kerja/complaints")


@state("rina")
def cases(rina, city, people):
    rina.go("/kerja/cases")


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


@state("dewi")
def set_safe_contact(dewi, city, people):
    dewi.go(f"{city.complaint}/set-safe-contact")


@state("dewi", status=409)
def set_safe_contact_conflict(dewi, city, people):
    dewi.go(f"{city.complaint}/set-safe-contact")
    hasan = people.known("hasan")
    hasan.go(f"{city.complaint}/set-safe-contact")
    hasan.answer({"safeContact": "Telepon ibu, pagi."})
    hasan.send("set-safe-contact")
    dewi.answer({"safeContact": "Lewat guru saja."})
    dewi.send("set-safe-contact")


@state("dewi")
def record_callback(dewi, city, people):
    dewi.go(f"{city.complaint}/record-callback")


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


@state("dewi")
def void_record(dewi, city, people):
    dewi.go(f"{city.complaint}/void-record")


# Cases.


@state("rina")
def case(rina, city, people):
    rina.go(city.case)


@state("hasan")
def case_that_asks_approval(hasan, city, people):
    hasan.go(city.case)


@state("rina", status=422, faulty=True)
def note_without_words(rina, city, people):
    rina.go(city.case)
    rina.send("record-note")


@state("rina")
def add_person(rina, city, people):
    rina.go(f"{city.case}/add-person")


@state("rina", status=422, faulty=True)
def add_person_faults(rina, city, people):
    rina.go(f"{city.case}/add-person")
    rina.answer({"born": "kemarin", "nik": "123", "age": "seribu"})
    rina.send("add-person")


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


@state("rina")
def case_contact(rina, city, people):
    rina.go(f"{city.case}/set-safe-contact")


@state("rina")
def report_to_police(rina, city, people):
    rina.go(f"{city.case}/report-to-police")


@state("rina", status=422, faulty=True)
def report_to_police_faults(rina, city, people):
    rina.go(f"{city.case}/report-to-police")
    rina.send("report-to-police")


@state("rina")
def request_waiver(rina, city, people):
    rina.go(f"{city.case}/request-waiver")


@state("rina", status=409)
def request_waiver_refused(rina, city, people):
    """It was asked for already."""
    rina.go(city.case)
    deeds.ask_waiver(rina, "Sekali lagi.")


@state("hasan")
def decide_waiver(hasan, city, people):
    hasan.go(f"{city.case}/decide-waiver")


@state("hasan", status=422, faulty=True)
def decide_waiver_faults(hasan, city, people):
    hasan.go(f"{city.case}/decide-waiver")
    hasan.send("decide-waiver")


@state("rina")
def assign_manager(rina, city, people):
    rina.go(f"{city.case}/assign-manager")


# What is not there, or not theirs.


@state("dewi", status=404)
def nothing(dewi, city, people):
    dewi.go("/kerja/nonsense")


@state("dewi", status=404)
def case_of_others(dewi, city, people):
    dewi.go(city.case)


@state("yohana", status=403)
def not_their_duty(yohana, city, people):
    yohana.go("/kerja/complaints/receive-complaint")


@state("dewi", status=405)
def address_that_only_takes_forms(dewi, city, people):
    dewi.go("/keluar")
