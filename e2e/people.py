"""People at their browsers: who, on which screen, in which language, with or without JavaScript."""

import os
import re
import shutil
from contextlib import contextmanager

from playwright.sync_api import expect, sync_playwright

from words import words

SIZES = {
    "phone": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True},
    "desk": {"viewport": {"width": 1280, "height": 900}},
}
LANGUAGES = ["id", "en"]
# A machine that builds beside it can be slow; only what fails waits that long.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
# By its code, or else by how its words begin.
PLACE_OF_OPTION = """(select, wanted) => {
    const options = [...select.options];
    const place = options.findIndex(one => one.value === wanted);
    return place >= 0 ? place : options.findIndex(one => one.value && one.text.startsWith(wanted));
}"""

# Opens whatever this stands in.
UNFOLD = """(one) => {
    while ((one = one.parentElement?.closest("details"))) one.open = true;
}"""


@contextmanager
def chromium():
    """Debian's Chromium, of which only what needs no screen: that takes half the time. Its sandbox does not work for root,
    as who most containers run; a graphics card that is not there is not to be imitated."""
    arguments = ["--disable-gpu"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium-headless-shell"), args=arguments)
        yield browser
        browser.close()


class People:
    def __init__(self, browser, server):
        self._browser = browser
        self._server = server
        self._sessions = {}
        self._known = {}

    def password(self, handle):
        return self._server.password(handle)

    def visitor(self, size="desk", language="id", script=True, **context):
        """Somebody who has not signed in."""
        person = Person(self._browser, self._server, size, language, script, context)
        person.go("/kerja/sign-in")
        if language != "id":
            person.page.get_by_role("button", name=words("id")["app.other-language"], exact=True).click()
        return person

    def signs_in(self, handle, size="desk", language="id", script=True, **context):
        """Somebody of the staff, in a session of their own."""
        person = self.visitor(size, language, script, **context)
        person.sign_in(handle)
        return person

    def at(self, handle, size="desk", language="id", script=True, **context):
        """Somebody of the staff, in a session that their other browsers share: no password is typed again."""
        if handle not in self._sessions:
            first = self.signs_in(handle)
            self._sessions[handle] = first.session
        person = self.visitor(size, language, script, **context)
        person.session = self._sessions[handle]
        person.go("/kerja")
        return person

    def known(self, handle, language="id"):
        """Somebody who keeps one browser open from test to test. Handle: None for a visitor."""
        if (handle, language) not in self._known:
            visits = self.at(handle, language=language) if handle else self.visitor(language=language)
            self._known[handle, language] = visits
        return self._known[handle, language]


class Person:
    def __init__(self, browser, server, size, language, script, context):
        self.words = words(language)
        self.language = language
        self.size = size
        self.script = script
        self._server = server
        options = SIZES[size] | {"locale": language, "timezone_id": "Asia/Jakarta"} | context
        self._context = browser.new_context(java_script_enabled=script, **options)
        self._context.set_default_timeout(PATIENCE)
        self.page = self._context.new_page()
        self.console = []
        self.elsewhere = []
        self.status = None
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", self._notice)
        self.page.on("response", self._notice_answer)

    def leave(self):
        self._context.close()

    # What the browser says.

    def _hear(self, message):
        # A page that is itself an error is told as a resource that did not load.
        is_page = message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        if message.type == "error" and not is_page:
            self.console.append(message.text)

    def _notice(self, request):
        if not request.url.startswith((self._server.address + "/", "data:")):
            self.elsewhere.append(request.url)

    def _notice_answer(self, response):
        if response.request.is_navigation_request():
            self.status = response.status

    # What a person does.

    def sign_in(self, handle):
        self.page.fill("#handle", handle)
        self.page.fill("#password", self._server.password(handle))
        self.press("sign-in.submit")

    @property
    def session(self):
        return next(cookie for cookie in self._context.cookies() if cookie["name"] == "__Host-session")

    @session.setter
    def session(self, cookie):
        # Bound to its host, a cookie may name no domain.
        kept = {name: cookie[name] for name in ("name", "value", "httpOnly", "secure", "sameSite")}
        self._context.add_cookies([kept | {"url": self._server.address.replace("http:", "https:")}])

    def forget_session(self):
        self._context.clear_cookies(name="__Host-session")

    def forget_browser(self):
        """As if it were another browser, in the same language."""
        for name in ("__Host-session", "__Host-devices"):
            self._context.clear_cookies(name=name)

    def lose_connection(self, lost):
        self._context.set_offline(lost)

    def another_tab(self):
        """Of the same browser, in the same session."""
        return self._context.new_page()

    def go(self, path):
        """To a path, or to an address that was met before; the answer's status."""
        return self.page.goto(path if path.startswith("http") else self._server.address + path).status

    def press(self, key):
        self.button(key).click()

    def follow(self, key):
        self.link(key).click()

    def button(self, key):
        return self.page.get_by_role("button", name=self.words[key], exact=True).first

    def link(self, key):
        return self.page.get_by_role("link", name=self.words[key], exact=True).first

    def question(self, name):
        return self.page.locator(f'[id="{name}"]')

    def choose(self, action, which):
        """From the page where one is: what an action changes, by how it begins."""
        self.follow(f"{action}.title")
        self.pick(which)

    def pick(self, which):
        """What the form is about, from the list of what it may be about."""
        listed = self.main.get_by_role("listitem").get_by_role("link", name=re.compile(f"^{re.escape(which)}"))
        listed.click()

    def answer(self, answers):
        """Fills in a form: by question, a text, the code of a choice or how it begins, or all the codes that it has."""
        for name, value in answers.items():
            question = self.question(name)
            match question.evaluate("question => question.localName"):
                case "select":
                    question.select_option(index=question.evaluate(PLACE_OF_OPTION, value))
                case "fieldset":
                    wanted = [self.question(f"{name}-{code}") for code in ([value] if isinstance(value, str) else value)]
                    for ticked in question.locator("input[type=checkbox]:checked").all():
                        ticked.uncheck()
                    for choice in wanted:
                        choice.check()
                case _:
                    question.fill(value)

    def send(self, action):
        self.press(f"{action}.submit")

    def perform(self, action, answers):
        """Opens the form of an action from the page where one is, fills it in and sends it."""
        self.follow(f"{action}.title")
        self.answer(answers)
        self.send(action)

    def search(self, text):
        """From the header: on a desk the box is there, on a phone behind its sign."""
        if self.size == "phone":
            self.follow("search.title")
            self.page.fill("#words", text)
            self.press("search.submit")
        else:
            self.page.fill("#search", text)
            self.page.press("#search", "Enter")
            self.page.wait_for_url("**/search/*")

    # What a person sees.

    @property
    def main(self):
        return self.page.get_by_role("main")

    def sees(self, key):
        return self.main.get_by_text(self.words[key]).first

    def part(self, name):
        """A part of the page by the id of its title."""
        return self.page.locator(f'section[aria-labelledby="{name}"]')

    def unfold(self, name):
        """All that is folded away in a part of the page."""
        self.part(name).locator("details").evaluate_all("all => { for (const one of all) one.open = true; }")

    def event(self, action):
        """The newest entry of the history that an action made, folded away or not."""
        title = self.page.get_by_role("heading", name=self.words[f"{action}.done"], exact=True, include_hidden=True)
        return self.page.locator("li.event").filter(has=title).first

    def mend(self, action, how):
        """Follows the link that mends (`correct` or `withdraw`) the newest entry of an action, or proposes to."""
        link = self.event(action).get_by_role("link", name=self.words[f"history.{how}"], include_hidden=True)
        link.evaluate(UNFOLD)
        link.click()
