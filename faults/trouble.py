"""What ends a kind of fault before its time."""


class Trouble(Exception):
    """The product did what it must not do."""


class Skipped(Exception):
    """This machine can't do it."""
