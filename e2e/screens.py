"""Pictures of the product for its documentation, in docs/screens: small, and every person in them is made up."""

import io
import os

from PIL import Image

import deeds
from people import SIZES, People, chromium
from server import REPOSITORY, Server

FOLDER = REPOSITORY / "docs/screens"
# Text on plain surfaces needs few colours; fewer make small files.
COLOURS = 128


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    binary = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")
    with chromium() as browser, Server(binary) as server:
        people = People(browser, server)
        addresses = make(people)
        for size in SIZES:
            take(people, size, addresses)


def make(people):
    """One complaint in the inbox, and one case in the middle of its work."""
    dewi, rina, hasan = (people.at(handle) for handle in ("dewi", "rina", "hasan"))
    girl = "Melati"
    deeds.school_calls(dewi, girl)
    deeds.triage(dewi)
    deeds.school_calls(dewi, "Kenanga")
    complaint = dewi.page.url
    deeds.open_case(rina, girl)
    case = rina.page.url
    deeds.set_contact(rina, girl, {"safeContact": "Lewat guru BK di sekolah.", "rules.never": "Jangan telepon rumah."})
    deeds.set_contact(rina, f"Adik {girl}", {"safeContact": "Lewat bibinya, sesudah pukul 15.00."})
    deeds.tell_the_case(rina, girl)
    deeds.consent(rina, girl, "services")
    deeds.consent_to_share(rina, girl)
    deeds.assess(rina, girl)
    rina.perform("report-to-police", {"unit": "Unit PPA Polresta Barelang", "number": "LP/B/1187/XI/2026"})
    deeds.agree_plan(rina, "Antar ke rumah bibi", "Bicara dengan wali kelas")
    hasan.go(case)
    hasan.perform("decide-plan", {"decision": "granted"})
    rina.go(case)
    rina.perform("finish-step", {"step": "Antar ke rumah bibi", "outcome": "done"})
    deeds.refer(rina, girl)
    deeds.note(rina, "Guru BK menemani Melati ke kantor. Ia mau tinggal di rumah bibinya.")
    rina.mend("record-note", "correct")
    rina.answer({
        "note": "Guru BK menemani Melati ke kantor. Ia mau tinggal di rumah bibinya; bibi setuju.",
        "correction-reason": "Jawaban bibi ditambahkan.",
    })
    rina.send("correct-entry")
    deeds.give_service(rina, girl, next=f"{deeds.in_days(1)}T09:00")
    return {"complaint": complaint, "case": case}


def take(people, size, addresses):
    screen = {} if size == "phone" else {"viewport": {"width": 1280, "height": 800}}
    dewi = people.at("dewi", size, **screen)
    dewi.go("/kerja/complaints")
    picture(dewi, f"inbox-{size}-id")
    dewi.go(addresses["complaint"])
    picture(dewi, f"complaint-{size}-id")
    dewi.follow("triage-complaint.title")
    dewi.answer({"reachable": "yes", "threat": "no"})
    dewi.page.evaluate("scrollTo(0, 0)")
    picture(dewi, f"triage-{size}-id")

    rina = people.at("rina", size, **screen)
    picture(rina, f"work-{size}-id")
    for language in ["id", "en"]:
        reader = people.at("rina", size, language, **screen)
        reader.go(addresses["case"])
        picture(reader, f"case-{size}-{language}")

    if size == "desk":
        hasan = people.at("hasan", size, **screen)
        hasan.go("/kerja/reports/violence/2023")
        picture(hasan, f"report-{size}-id")


def picture(person, name):
    image = Image.open(io.BytesIO(person.page.screenshot())).convert("RGB")
    few = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)
    print(f"docs/screens/{name}.png")


if __name__ == "__main__":
    main()
