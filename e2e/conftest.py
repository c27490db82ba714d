import os

import pytest

from city import City
from people import People, chromium
from server import REPOSITORY, Server


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What goes to one browser together: a file, whose tests share what they made. Pages are judged by language, and each
    way of a long story is one of its own."""
    for item in items:
        name = item.path.name
        if name == "pages_test.py" and hasattr(item, "callspec"):
            name = item.callspec.params["language"]
        elif name == "story_test.py":
            name = item.name
        item.add_marker(pytest.mark.xdist_group(name))


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
