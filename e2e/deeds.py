"""What the staff of the made-up office does again and again. All people and phones are made up."""

from datetime import datetime, timedelta, timezone

from playwright.sync_api import expect

from server import REPOSITORY

# A teacher's, who called before: the city knows it from a complaint.
KNOWN_PHONE = "0812 0000 2001"
HOSPITAL = "RSUD Embung Fatimah"

RISKY = {
    "reachable": "yes",
    "threat": "no",
    "injured": "unknown",
    "risk": "high",
    "forms": ["SEK"],
    "domestic": "yes",
    "authority": "city",
    "decision": "new-case",
    "manager": "Rina Siregar",
}

# Of the assessment form `risk`: 2 + 2 + 3 + 2 points, and no red flag.
RISK_SHEET = {
    "reach": "yes",
    "harm": "no",
    "threat": "no",
    "die": "no",
    "often": "ongoing",
    "place": "no",
    "alone": "no",
    "dependent": "no",
    "others": "no",
}
RISK_TOTAL = 9


def today():
    """The office's: in Batam a day begins seven hours before that of a machine on UTC."""
    return datetime.now(timezone(timedelta(hours=7))).date()


def in_days(count):
    return (today() + timedelta(count)).isoformat()


# Complaints, and the case that follows.


def somebody_calls(person, girl):
    """Takes down as little as there may be."""
    person.go("/kerja/complaints/receive-complaint")
    person.answer({"channel": "CCT", "what": f"{girl} minta tolong.", "affected.0.who": girl, "affected.0.sex": "P"})
    person.send("receive-complaint")


def school_calls(person, girl, phone=""):
    """Takes down what a teacher says about a girl and her sister; sent, but not more."""
    person.follow("receive-complaint.title")
    person.answer({
        "channel": "SKL",
        "what": f"{girl}, siswi kelas 8, bercerita kepada guru BK tentang perbuatan pamannya. Takut pulang hari ini.",
        "danger": "unknown",
        "affected.0.who": girl,
        "affected.0.sex": "P",
        "affected.0.age": "14",
    })
    person.press("receive-complaint.affected.add")
    person.answer({
        "affected.1.who": f"Adik {girl}",
        "affected.1.sex": "P",
        "affected.1.age": "8",
        "district": "21.71.11",
        "reporter": "Andi Tenriawaru",
        "relation": "GRU",
        "phone": phone,
        "safeContact": "Telepon wali kelas pada jam sekolah. Jangan hubungi rumah.",
    })
    person.send("receive-complaint")


def adult_comes(person, who):
    """Takes down what a woman of age tells of her husband."""
    person.go("/kerja/complaints/receive-complaint")
    person.answer({
        "channel": "LGS",
        "what": f"{who} dan suaminya berselisih tentang hak asuh anak.",
        "affected.0.who": who,
        "affected.0.sex": "P",
        "affected.0.age": "34",
    })
    person.send("receive-complaint")


def another_calls(person, girl, told):
    """Takes down what a neighbour says about a girl with a case and about somebody else; it joins that case."""
    person.go("/kerja/complaints/receive-complaint")
    person.answer({
        "channel": "CCT",
        "what": f"Tetangga menelepon tentang {girl} dan {told}.",
        "affected.0.who": girl,
    })
    person.press("receive-complaint.affected.add")
    person.answer({"affected.1.who": told, "affected.1.sex": "P", "affected.1.age": "8", "needs": ["JBI"]})
    person.send("receive-complaint")
    person.follow("triage-complaint.title")
    joins = person.question("joins").get_by_role("radio")
    person.answer({"reachable": "no", "threat": "no", "injured": "no", "risk": "low", "authority": "city"})
    person.answer({"decision": "join-case"})
    joins.first.check()
    person.send("triage-complaint")


def triage(person, **otherwise):
    """From the complaint's page: a new case of high risk."""
    person.perform("triage-complaint", RISKY | otherwise)


def open_case(person, girl):
    """The page of a case is its manager's, who finds it by its client."""
    person.go("/kerja/cases")
    person.page.get_by_role("link", name=girl, exact=True).click()


def tell_the_case(person, girl):
    """From the page of the case: her uncle, and what he is said to have done."""
    uncle = f"Paman {girl}"
    person.perform("add-person", {"who": uncle, "role": "alleged", "relation": "KEL", "sex": "L", "age": "41"})
    person.follow("record-incident.title")
    person.answer({
        "day": str(today().year),
        "place": "RTG",
        "district": "21.71.11",
        "harms.0.client": girl,
        "harms.0.forms": ["SEK", "PSI"],
        "alleged.0.person": uncle,
        "domestic": "yes",
        "what": "Beberapa kali sejak pamannya menumpang di rumah.",
    })
    # Her sister has a row already.
    person.answer({"harms.1.forms": ["PSI"]})
    person.send("record-incident")


# Each from the page of the case.


def note(person, text):
    """In the box on top of the case file."""
    person.page.fill("#note", text)
    person.send("record-note")


def consent(person, girl, purpose, **more):
    """The girl agrees, together with an adult whom she trusts."""
    answers = {"client": girl, "purpose": purpose, "decision": "given", "giver": "safe-adult", "limits": "yes"}
    person.perform("record-consent", answers | more)


def consent_to_share(person, girl):
    consent(person, girl, "sharing", partner=HOSPITAL, parts=["identity", "health"])


def refer(person, girl):
    """On the strength of the girl's consent."""
    person.perform("refer-client", {
        "client": girl,
        "partner": HOSPITAL,
        "service": "KES",
        "parts": ["identity", "health"],
        "basis": "consent",
        "reason": "Pemeriksaan dan visum, didampingi bibinya.",
    })


def assess(person, girl):
    person.follow("record-assessment.title")
    person.follow("instrument.risk-1")
    person.answer({"client": girl} | {f"sheet.risk-1-{item}": answer for item, answer in RISK_SHEET.items()})
    person.answer({"risk": "high"})
    person.send("record-assessment")


def agree_plan(person, *steps):
    """One goal, and these steps to it."""
    person.follow("agree-plan.title")
    person.answer({"goals.0.aim": "Tinggal aman di rumah bibi"})
    for place, step in enumerate(steps):
        if place:
            person.press("agree-plan.goals.steps.add")
        person.answer({f"goals.0.steps.{place}.what": step, f"goals.0.steps.{place}.who": "office"})
    person.answer({"agreement": "child-and-adult", "review": in_days(30)})
    person.send("agree-plan")


def give_service(person, girl, **more):
    answers = {"client": girl, "service": "RHS", "note": "Pendampingan psikososial pertama, bersama bibinya."}
    person.perform("give-service", answers | more)


def offer_mediation(person):
    person.perform("offer-mediation", {
        "dispute": "custody",
        "assessedBy": "Sari, psikolog",
        "freeOfPressure": "yes",
        "noRepeat": "yes",
        "protectionOrder": "no",
        "session": f"{in_days(7)}T09:00",
    })


def serve(person, *clients):
    """Of high risk, somebody must have been with each client; who is the only one is chosen already."""
    for client in clients or [None]:
        named = {"client": client} if client else {}
        person.perform("record-follow-up", named | {"way": "visit", "safe": "yes", "note": "Di rumah bibi, aman."})


def set_contact(person, client, answers):
    """Of one of several clients."""
    person.go(f"{person.page.url}/set-safe-contact")
    person.pick(client)
    person.answer(answers)
    person.send("set-safe-contact")


def ask_closure(person, reason="client-request"):
    person.perform("request-closure", {
        "reason": reason,
        "summary": "Tinggal aman di rumah bibi, dan tahu siapa yang ditelepon.",
        "feedback": "satisfied",
    })


def goes_on(person, action, *cautions):
    """Ticks what is asked before it is done, just this, and sends it again."""
    expect(person.page.locator("[name=ticked]")).to_have_count(len(cautions))
    for caution in cautions:
        person.page.get_by_label(person.words[f"caution.{caution}"]).check()
    person.send(action)


def ask_erasure(person):
    person.perform("request-erasure", {
        "ground": "schedule-ended", "notice": "told", "reason": "Lewat jadwal retensi arsip."})


def happens(person, event, **more):
    """Before the police, the prosecutor, the court or LPSK."""
    person.perform("record-proceeding", {"event": event} | more)


def ask_waiver(person, reason):
    person.follow("request-waiver.title")
    person.page.select_option("#rule", "R-TPKS-02")
    person.answer({"reason": reason})
    person.send("request-waiver")


def refuse_waiver(person, reason):
    person.follow("decide-waiver.title")
    person.page.select_option("#rule", "R-TPKS-02")
    person.answer({"decision": "refused", "reason": reason})
    person.send("decide-waiver")


def add_to_team(person, who):
    person.perform("add-to-team", {"worker": who, "role": "psychologist", "reason": "Konseling."})


def restrict(person):
    person.perform("restrict-case", {"ground": "official", "reason": "Terlapor camat; ia kenal admin kantor."})


def read_in_emergency(person, password, code=""):
    """From a stub of the case, by who is not of its team. Code: of the authenticator, if they have one."""
    person.follow("open-in-emergency.title")
    tell_emergency(person, password, code)


def tell_emergency(person, password, code=""):
    """In the form."""
    person.answer({"reason": "client", "explanation": "Klien menelepon dan menangis; manajernya tidak menjawab."})
    person.page.fill("#password", password)
    if code:
        person.page.fill("#code", code)
    person.send("open-in-emergency")


# The office.


def give_secret(person, who):
    """Returns what is shown once."""
    person.go("/kerja/office")
    person.perform("issue-secret", {"worker": who})
    return person.page.locator(".secret").inner_text()


SAMPLE = REPOSITORY / "docs/samples/register-2023.csv"
# One line that asked for advice, as it is copied from a spreadsheet.
ASKED_ONLY = "Tanggal\tKanal\tKronologi\tStatus\n5/3/2023\tWA\tBertanya tentang hak asuh.\tKonsultasi saja"


def choose_sheet(person, file):
    """From the page where a sheet is chosen."""
    person.page.set_input_files("#sheet", file)
    person.press("import.look")


def paste_sheet(person, text):
    person.page.fill("#pasted", text)
    person.press("import.look")
