"""Errors that the library raises.

    RecoupeError
    ├── InputError      an input that cannot be used at all (no such file, nothing readable in it)
    ├── OptionError     a wrong option or a combination that makes no sense
    ├── OutputError     a place that cannot be written to, or a format that is not known
    └── MissingExtra    an optional part is not installed

One bad article among many is not an error but a `Problem`: the batch goes on.
"""

from __future__ import annotations


class RecoupeError(Exception):
    """Base of all errors of this package; its text says what happened, where, and what to do."""


class InputError(RecoupeError):
    """Nothing could be read where something was expected."""


class OptionError(RecoupeError):
    """An option has a value that it cannot take."""


class OutputError(RecoupeError):
    """The result could not be written."""


class MissingExtra(RecoupeError):  # noqa: N818 - reads as what it is
    """An optional dependency is not installed; carries the name of the extra to install."""

    def __init__(self, extra: str, purpose: str) -> None:
        self.extra = extra
        super().__init__(f"{purpose} needs an optional part. Install it with: pip install 'recoupe[{extra}]'")
