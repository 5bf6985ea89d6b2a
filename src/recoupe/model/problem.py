"""What went wrong with one input, said to the user: the batch goes on."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning"]


class Problem(msgspec.Struct, frozen=True, order=True, omit_defaults=False):
    """One sentence about one input.

    Attributes:
        severity: `error` if the input could not be read (exit code 1), `warning` if something was
            inferred or left out (exit code 0).
        slug: a stable short name of the kind of problem, such as `empty-file`.
        message: what happened, where, what to do.
        source: the input that it concerns (a path, `-`, or an article's id); empty if none.
    """

    severity: Severity
    slug: str
    message: str
    source: str = ""
