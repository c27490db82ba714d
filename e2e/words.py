"""The product's words by key, from its own locale files: a word that the office corrects breaks no test."""

from functools import cache

import yaml

from server import REPOSITORY


@cache
def words(language):
    file = REPOSITORY / "Sources/Desk/Locales" / f"{language}.yaml"
    return dict(_flat(yaml.safe_load(file.read_text(encoding="utf-8")), ""))


def _flat(tree, path):
    """`a: {b: c}` is `a.b: c`; `a: {_: c}` is `a: c`."""
    for name, value in tree.items():
        key = path[:-1] if name == "_" else path + name
        if isinstance(value, dict):
            yield from _flat(value, key + ".")
        else:
            yield key, str(value)
