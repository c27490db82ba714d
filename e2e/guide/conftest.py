"""Each page is walked in an office of its own, from the first sign-in on."""

import os

import pytest

from office import Office, Staff
from people import People
from server import REPOSITORY


@pytest.fixture
def staff(browser):
    binary = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")
    with Office(binary) as office:
        staff = Staff(People(browser, office), office.secrets)
        yield staff
        staff.leave()
