"""What the staff of the made-up office does again and again. All people and phones are made up."""

from datetime import date

# A teacher's, who called before: the city knows it from a complaint.
KNOWN_PHONE = "0812 0000 2001"

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


def triage(person):
    """From the complaint's page: a new case of high risk."""
    person.perform("triage-complaint", RISKY)


def tell_the_case(person, girl):
    """From the page of the case: her uncle, and what he is said to have done."""
    uncle = f"Paman {girl}"
    person.perform("add-person", {"who": uncle, "role": "alleged", "relation": "KEL", "sex": "L", "age": "41"})
    person.follow("record-incident.title")
    person.answer({
        "day": str(date.today().year),
        "place": "RTG",
        "district": "21.71.11",
        "harms.0.client": girl,
        "harms.0.forms": ["SEK", "PSI"],
        "alleged.0.person": uncle,
        "domestic": "yes",
        "what": "Beberapa kali sejak pamannya menumpang di rumah.",
    })
    person.press("record-incident.harms.add")
    person.answer({"harms.1.client": f"Adik {girl}", "harms.1.forms": ["PSI"]})
    person.send("record-incident")


def note(person, text):
    """In the box on top of the case file."""
    person.page.fill("#note", text)
    person.send("record-note")


def ask_waiver(person, reason):
    person.follow("request-waiver.title")
    person.page.select_option("#rule", index=1)
    person.answer({"reason": reason})
    person.send("request-waiver")


def refuse_waiver(person, reason):
    person.follow("decide-waiver.title")
    person.page.select_option("#rule", index=1)
    person.answer({"decision": "refused", "reason": reason})
    person.send("decide-waiver")
