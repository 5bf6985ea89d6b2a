"""Accents are taken off in one way everywhere."""

from __future__ import annotations

import pytest

from recoupe.text.accents import plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ÉTÉ", "ete"),
        ("e\u0301te\u0301", "ete"),
        ("L’Œuvre", "l'oeuvre"),
        ("İzmir", "izmir"),
        ("km²", "km²"),
        ("Ærø", "aerø"),
        ("", ""),
    ],
)
def test_plain(written: str, expected: str) -> None:
    assert plain(written) == expected
    assert plain(expected) == expected
