"""What the staff of the made-up office does again and again. All people and phones are made up."""

# A girl's teacher, whose phone number the demo knows from another complaint.
KNOWN_PHONE = "0812 0000 1015"

RISKY = {
    "reachable": "yes",
    "threat": "no",
    "injured": "unknown",
    "risk": "high",
    "forms": ["SEK"],
    "domestic": "yes",
    "authority": "city",
    "decision": "new-case",
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


def triage(person, manager="Rina Siregar"):
    """From the complaint's page: a new case of high risk."""
    person.follow("triage-complaint.title")
    person.answer(RISKY)
    person.page.select_option("#manager", label=manager)
    person.send("triage-complaint")


def note(person, text):
    """In the box on top of the case file."""
    person.page.fill("#note", text)
    person.send("record-note")


def ask_waiver(person, reason):
    person.follow("request-waiver.title")
    person.page.select_option("#rule", index=1)
    person.answer({"reason": reason})
    person.send("request-waiver")
