"""Every page in every state: judged by axe, its width, its headings, its title, and what the browser says of it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import STATES
from people import LANGUAGES
from words import words

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A desk, a phone, and below any phone: a desk's page at 400 % (WCAG 1.4.10).
WIDTHS = [1280, 360, 320]
JUDGED = [1280, 360]
UNFOLD_ALL = "for (const one of document.querySelectorAll('main details')) one.open = true"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATES)
def test_page(name, language, people, city):
    state = STATES[name]
    person = people.known(state.who, language)
    person.console.clear()
    person.elsewhere.clear()
    state.reach(person, city, people)
    page = person.page

    assert person.status == state.status
    assert page.locator("html").get_attribute("lang") == language
    assert page.get_by_role("heading", level=1).count() == 1
    title = page.title()
    assert title.endswith(" - " + person.words["app.name"])
    assert title.startswith(person.words["form.error-title"]) == state.faulty, title
    page.evaluate(UNFOLD_ALL)
    page.evaluate(Axe().axe_script)
    try:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert sideways(page) == 0, f"at {width} px"
            assert width not in JUDGED or not violations(page, contrast=language == "id"), f"at {width} px"
    finally:
        page.set_viewport_size({"width": 1280, "height": 800})
    assert not person.console
    assert not person.elsewhere, "a page asks nobody but its own server"


def test_every_form_has_a_state():
    actions = {key.removesuffix(".submit") for key in words("id") if key.endswith(".submit")}
    assert not [action for action in actions if not any(name.startswith(action) for name in STATES)]


def violations(page, contrast=True):
    """Colours are the same in all languages, and to judge them takes most of the time."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
    }
    found = page.evaluate("async options => (await axe.run(options)).violations", options)
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def sideways(page):
    """How many pixels of the page are to be had by scrolling to the side only."""
    return page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
