"""The product's words by key, from its own locale files: a word that the office corrects breaks no test."""

from functools import cache

import yaml

from server import REPOSITORY


@cache
def words(language):
    """With the titles of the assessment forms, as `instrument.risk-1`."""
    forms = {f"{form['id']}-{form['version']}": form["title"][language] for form in _read("Instruments/instruments")}
    return dict(_flat(_read(f"Locales/{language}") | {"instrument": forms}, ""))


def _read(name):
    return yaml.safe_load((REPOSITORY / "Sources/Desk" / f"{name}.yaml").read_text(encoding="utf-8"))


def _flat(tree, path):
    """`a: {b: c}` is `a.b: c`; `a: {_: c}` is `a: c`."""
    for name, value in tree.items():
        key = path[:-1] if name == "_" else path + name
        if isinstance(value, dict):
            yield from _flat(value, key + ".")
        else:
            yield key, str(value)
