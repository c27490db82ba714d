"""Every page in every state: judged by axe, its width, its headings, its title, and what the browser says of it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import STATES
from people import LANGUAGES, SIZES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Below any phone: a desk's page at 400 % (WCAG 1.4.10).
NARROWEST = {"width": 320, "height": 640}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STATES)
def test_page(name, size, language, people, city):
    state = STATES[name]
    person = people.known(state.who, size, language)
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
    assert not violations(page)
    assert sideways(page) == 0
    if size == "phone":
        page.set_viewport_size(NARROWEST)
        assert sideways(page) == 0, "at 320 px"
        page.set_viewport_size(SIZES["phone"]["viewport"])
    assert not person.console
    assert not person.elsewhere, "a page asks nobody but its own server"


def violations(page):
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['help']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def sideways(page):
    """How many pixels of the page are to be had by scrolling to the side only."""
    return page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
