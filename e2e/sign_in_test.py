"""A real office's sign-in, from the one-time secret to the lock: in Chromium, with a phone's authenticator beside it."""

import os
import subprocess

import pytest
from people import LANGUAGES, SIZES, People
from pages_test import sideways, violations
from server import REPOSITORY, OfficeServer
from axe_playwright_python.sync_playwright import Axe

PASSWORD = "hujan di atap seng tua"


@pytest.fixture(params=[(language, size) for language in LANGUAGES for size in SIZES], ids="-".join)
def person(request, browser):
    binary = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")
    language, size = request.param
    with OfficeServer(binary) as office:
        person = People(browser, office).visitor(size, language)
        person.secret = office.secret
        yield person
        person.leave()


def phone(key, when="now"):
    """What the app shows then."""
    arguments = ["oathtool", "--totp", "--base32", f"--now={when}", key]
    return subprocess.check_output(arguments, text=True).strip()


def test_from_the_secret_to_the_lock(person):
    page = person.page
    judge(person)
    page.fill("#handle", "dewi")
    page.fill("#password", person.secret)
    person.press("sign-in.submit")
    judge(person)
    page.fill("#password", PASSWORD)
    person.press("password.submit")
    judge(person)
    key = page.locator(".secret").inner_text()
    page.fill("#code", phone(key))
    person.press("authenticator.submit")
    assert page.locator(".codes li").count() == 8
    judge(person)
    backup = page.locator(".codes li").first.inner_text()
    person.follow("secret.done")
    assert page.url.endswith("/kerja")

    # The lock asks for the password alone, and knows who it was.
    page.locator("summary").filter(has=page.locator(".initials")).click()
    person.press("header.lock")
    assert page.input_value("#handle") == "dewi"
    judge(person)
    page.fill("#password", PASSWORD)
    person.press("sign-in.submit")
    assert page.url.endswith("/kerja")

    # Another browser asks for the code as well; here the phone is lost.
    page.locator("summary").filter(has=page.locator(".initials")).click()
    person.press("header.sign-out")
    person.forget_browser()
    person.go("/kerja/sign-in")
    page.fill("#handle", "dewi")
    page.fill("#password", PASSWORD)
    person.press("sign-in.submit")
    judge(person)
    # The code before was used; the next one works already.
    page.fill("#code", phone(key, "now + 30 seconds"))
    person.press("sign-in.submit")
    assert page.url.endswith("/kerja")
    person.go("/kerja/account")
    judge(person)
    page.fill("#password", PASSWORD)
    page.fill("#code", backup)
    person.press("account.new-authenticator")
    assert page.locator(".secret").inner_text() != key
    assert not person.console


def judge(person):
    """Nothing wider than the screen, nothing that axe objects to; a picture if somebody wants to look."""
    page = person.page
    assert page.get_by_role("heading", level=1).count() == 1
    assert sideways(page) == 0
    page.evaluate(Axe().axe_script)
    assert not violations(page)
    if folder := os.environ.get("LINDUNG_SCREENS"):
        name = f"{page.url.rsplit('/', 1)[-1]}-{page.get_by_role('heading', level=1).inner_text()}"
        page.screenshot(path=f"{folder}/{name}-{person.language}-{person.size}.png", full_page=True)
