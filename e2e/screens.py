"""Pictures of the product for its documentation, in docs/screens: small, and every person in them is made up."""

import io
import os

from PIL import Image

import deeds
from people import SIZES, People, chromium
from server import REPOSITORY, Server

FOLDER = REPOSITORY / "docs/screens"
# Text on plain surfaces needs few colours; fewer make small files.
COLOURS = 64


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    binary = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")
    with chromium() as browser, Server(binary) as server:
        people = People(browser, server)
        addresses = make(people)
        for size in SIZES:
            take(people, size, addresses)


def make(people):
    """One complaint in the inbox, and one case with a few days' work in it."""
    dewi, rina = people.at("dewi"), people.at("rina")
    deeds.school_calls(dewi, "Melati")
    deeds.triage(dewi)
    deeds.school_calls(dewi, "Kenanga")
    complaint = dewi.page.url
    rina.go("/kerja/cases")
    rina.page.get_by_role("link", name="Melati", exact=True).click()
    deeds.tell_the_case(rina, "Melati")
    deeds.note(rina, "Guru BK menemani Melati ke kantor. Ia mau tinggal di rumah bibinya.")
    rina.mend("record-note", "correct")
    rina.answer({
        "note": "Guru BK menemani Melati ke kantor. Ia mau tinggal di rumah bibinya; bibi setuju.",
        "correction-reason": "Jawaban bibi ditambahkan.",
    })
    rina.send("correct-entry")
    return {"complaint": complaint, "case": rina.page.url}


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


def picture(person, name):
    image = Image.open(io.BytesIO(person.page.screenshot())).convert("RGB")
    few = image.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)
    print(f"docs/screens/{name}.png")


if __name__ == "__main__":
    main()
