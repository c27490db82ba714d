"""A page of docs/guide as somebody walks it who has only that page: every word in bold is pressed, answered or read on
the screen, in the order of the steps."""

import re

from playwright.sync_api import expect

from words_test import bold, page
from people import PLACE_OF_OPTION

# Bold words that no walk can press or read, by page, each with its reason: none yet.
NOT_WALKED = {}


class Guide:
    """A page's bold words, by section and step."""

    def __init__(self, name):
        opening, *parts = re.split(r"^## (.+)\n", page("id", name), flags=re.MULTILINE)
        assert not bold(opening)
        self._left = {}
        for title, text in zip(parts[::2], parts[1::2], strict=True):
            steps = [bold(step) for step in re.split(r"^(?=\d+\. |- )", text, flags=re.MULTILINE)]
            steps = [[word for word in step if word not in NOT_WALKED.get(name, {})] for step in steps]
            self._left[title] = [step for step in steps if step]

    def section(self, title, person):
        return Section(title, self._left.pop(title), person)

    def end(self):
        unwalked = [title for title, steps in self._left.items() if steps]
        assert not unwalked, "walk these sections too"


class Section:
    """A section as somebody walks it: no step before every word of the one before it was used. What was used may be used
    again."""

    def __init__(self, title, steps, person):
        self._title = title
        self._steps = steps
        self._used = set()
        self.person = person

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        assert kind or not self._steps, f"not walked of “{self._title}”: {self._steps}"

    def _use(self, word):
        if not self._is_next(word):
            assert word in self._used, f"“{self._title}” goes on with {self._steps[:1]}, not with “{word}”"
            return
        self._used.add(word)
        self._steps[0].remove(word)
        if not self._steps[0]:
            self._steps.pop(0)

    def _is_next(self, word):
        return bool(self._steps) and word in self._steps[0]

    def press(self, word, of="", within=None):
        """A button, a link or what unfolds, by what is written on it. Of: what else a screen reader says. Within: the
        part of the page, where others say the same."""
        self._use(word)
        name = re.escape(f"{word} {of}".strip())
        exact, longer = (self._pressable(pattern, within) for pattern in (f"^{name}$", f"^{name} "))
        expect(exact.or_(longer).first).to_be_visible()
        (exact if exact.count() else longer).first.click()

    def _pressable(self, name, within):
        part, name = within or self.person.page, re.compile(name)
        named = part.get_by_role("button", name=name).or_(part.get_by_role("link", name=name))
        return named.or_(part.locator("summary").filter(has_text=name)).filter(visible=True)

    def see(self, *words):
        for word in words:
            self._use(word)
            told = self.person.page.get_by_text(re.compile(re.escape(word))).filter(visible=True)
            expect(told.first).to_be_visible()

    def answer(self, question, *values):
        """By the question's words. A value in bold is a word of the step too."""
        self._use(question)
        for value in values:
            if self._is_next(value):
                self._use(value)
        asked = re.compile(rf"^\s*{re.escape(question)}(\s*\((boleh kosong|bila perlu)\))?\s*$")
        label = self.person.page.locator("label, legend").filter(has_text=asked).first
        name = label.get_attribute("for")
        # The title of several answers stands in what it is the title of.
        answer(self.person.question(name) if name else label.locator(".."), *values)

    def choose(self, value, name):
        """An answer in bold to a question that the page does not name."""
        self._use(value)
        answer(self.person.question(name), value)


def answer(question, *values):
    match question.evaluate("question => question.localName"):
        case "select":
            question.select_option(index=question.evaluate(PLACE_OF_OPTION, values[0]))
        case "fieldset":
            for value in values:
                question.get_by_label(value, exact=True).check()
        case _:
            question.fill(values[0])
