import os

import pytest

from city import City
from people import People, chromium
from server import REPOSITORY, Server


@pytest.fixture(scope="session")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def server(browser):
    """Made after the browser, so that it ends while the browser is still connected: Ctrl-C must end it then too."""
    binary = os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")
    with Server(binary) as server:
        yield server


@pytest.fixture(scope="session")
def people(browser, server):
    return People(browser, server)


@pytest.fixture(scope="session")
def city(people):
    return City(people)
