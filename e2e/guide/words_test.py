"""The guide in docs/guide says what the screens say: each word in bold is one of theirs, in both languages alike."""

import re
from collections import Counter
from functools import cache

import pytest
import yaml

from people import LANGUAGES
from server import REPOSITORY
from words import words

GUIDE = REPOSITORY / "docs/guide"
POSTS = ["administrator", "case-manager", "head", "intake-officer"]
PAGES = sorted(path.stem for path in (GUIDE / "id").iterdir())
# Bold, but of no screen, by its language: nothing yet.
EXCEPTIONS = {"id": {}, "en": {}}


def page(language, name):
    return (GUIDE / language / f"{name}.md").read_text(encoding="utf-8")


def bold(text):
    return [" ".join(word.split()) for word in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)]


def headings(text):
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


@cache
def keys(language):
    """The keys of the screens' words, by word; a deadline's sentence, from the rulebook, is one of these."""
    rules = yaml.safe_load((REPOSITORY / "Sources/Desk/Rulebook/rulebook.yaml").read_text(encoding="utf-8"))
    sentences = {f"rule.{rule['id']}": rule["sentence"][language] for rule in rules}
    by_word = {}
    for key, word in (words(language) | sentences | EXCEPTIONS[language]).items():
        by_word.setdefault(word, set()).add(key)
    return by_word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_post_has_a_page(language):
    posts = {key.removeprefix("post.") for key in words(language) if key.startswith("post.")}
    assert posts == set(POSTS)
    for post in POSTS:
        assert page(language, post).startswith(f"# {words(language)[f'post.{post}']}\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_in_both_languages_and_in_the_contents(language):
    assert sorted(path.name for path in (GUIDE / language).iterdir()) == [f"{name}.md" for name in PAGES]
    contents = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert not [name for name in PAGES if f"]({language}/{name}.md)" not in contents]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_bold_stands_on_the_screens(language, name):
    said = keys(language)
    strange = [word for word in bold(page(language, name)) if word not in said]
    assert not strange, "correct the guide, or name the exception"


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_say_the_same(name):
    """As many headings, and the same words of the screens as often in each section."""
    pages = [page(language, name) for language in LANGUAGES]
    assert headings(pages[0]) == headings(pages[1])
    sections = [re.split(r"^#+ .*$", text, flags=re.MULTILINE) for text in pages]
    for number, (one, other) in enumerate(zip(*sections, strict=True)):
        unmatched = Counter(bold(other))
        for word in bold(one):
            said = keys("id").get(word, set())
            alike = next((there for there in unmatched if said & keys("en").get(there, set())), None)
            assert alike, f"“{word}” has no like in section {number} in English"
            unmatched -= Counter([alike])
        assert not unmatched, f"in section {number} in English only"


def test_the_page_of_contents_is_in_no_language_of_the_screens():
    """So that its words need no test."""
    assert not bold((GUIDE / "README.md").read_text(encoding="utf-8"))
