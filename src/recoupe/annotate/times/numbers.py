"""Numbers in times: which classes a number has, and which words or digits make one number together."""

from __future__ import annotations

from functools import lru_cache

from recoupe.text.tokens import Tokens

LONGEST = 12  # digits; a longer number is no time
_LAST_DAY, _LAST_HOUR, _MINUTES = 31, 24, 60
_SHORT, _YEAR_DIGITS, _GROUP = 2, 4, 3
FIRST_YEAR, LAST_YEAR = 1000, 2199
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_SCORES = frozenset({60, 80})  # tens that count on to nineteen in some languages (*soixante-douze*)
_CENTURIES = range(13, 21)  # first halves of years told in words (*nineteen ninety-six*)


@lru_cache(maxsize=4096)
def number_classes(text: str, *, digits: bool = True) -> tuple[str, ...]:
    """Classes that a number can have, from its digits (or, told in words, from its value).

    Args:
        text: decimal digits.
        digits: whether the article writes digits; a number in words is no year and no two-digit year.

    >>> number_classes("08"), number_classes("1990")
    (('number', 'day', 'dd', 'hour', 'minute', 'yy', 'digits'), ('number', 'year', 'digits'))
    """
    if len(text) > LONGEST:
        return ("long",)
    value, short = int(text), len(text) <= _SHORT
    wide = len(text) == _SHORT
    tests = {
        "number": True,
        "day": short and 1 <= value <= _LAST_DAY,
        "dd": digits and short and 1 <= value <= _LAST_DAY,
        "hour": short and value <= _LAST_HOUR,
        "minute": wide and value < _MINUTES if digits else short,
        "yy": digits and wide,
        "year": digits and len(text) == _YEAR_DIGITS and FIRST_YEAR <= value <= LAST_YEAR,
        "digits": digits,
    }
    return tuple(name for name, holds in tests.items() if holds)


def join_words(previous: int, value: int, *, scale: bool, linked: bool) -> int | None:
    """The number that two number words say together; None if they are two numbers.

    Args:
        previous: what the words before say.
        value: what the next word says.
        scale: whether the next word multiplies (*cent*, *thousand*).
        linked: whether *et* or *and* stands between them.

    >>> join_words(2, 100, scale=True, linked=False), join_words(19, 96, scale=False, linked=False)
    (200, 1996)
    >>> join_words(20, 1, scale=False, linked=True), join_words(3, 4, scale=False, linked=False)
    (21, None)
    """
    if scale:
        return previous * value if 0 < previous < value and not linked else None
    if linked:
        tens = previous % _TEN == 0 and previous >= _TWENTY
        return previous + value if tens and (value % _TEN == 1 or previous >= _HUNDRED) else None
    if previous >= _HUNDRED and previous % _HUNDRED == 0 and value < _HUNDRED:
        return previous + value
    rest = previous % _HUNDRED
    if rest >= _TWENTY and rest % _TEN == 0 and value < (_TWENTY if rest in _SCORES else _TEN):
        return previous + value
    if previous in _CENTURIES and _TEN <= value < _HUNDRED:
        return previous * _HUNDRED + value
    return None


def join_digits(text: str, tokens: Tokens, first: int, breaks: set[int]) -> tuple[str, str, int]:
    """The number that begins at token `first`: its digits, its decimals, and the last of its tokens.

    Thousands stand in groups of three after a space, a point or a comma (*7 000*, *60.082.000*, *1,500*); any other
    digits after a point or a comma are decimals, unless a second mark shows a date (*12.06.2024*).

    Args:
        text: the text of the tokens.
        tokens: all tokens; `first` is a run of digits.
        first: index of that token.
        breaks: indexes of the tokens that begin a line.
    """
    norms, starts, ends, count = tokens.norms, tokens.starts, tokens.ends, len(tokens)
    last, digits = first, norms[first]
    if _glued_before(tokens, first):
        return digits, "", last
    grouped = len(digits) <= _GROUP and digits[0] != "0"
    while last + 1 < count and len(digits) <= LONGEST and last + 1 not in breaks:
        if starts[last + 1] == ends[last] + 1 and text[ends[last]].isspace():
            if not (grouped and _is_group(norms[last + 1])):
                break
            digits, last = digits + norms[last + 1], last + 1
            continue
        after = _after_mark(tokens, last)
        if after is None or _after_mark(tokens, last + 2, short=True) is not None:
            break
        if not (grouped and _is_group(after)):
            return digits, after, last + 2
        digits, last = digits + after, last + 2
    return digits, "", last


def _is_group(text: str) -> bool:
    return len(text) == _GROUP and text.isdecimal()


def _after_mark(tokens: Tokens, index: int, *, short: bool = False) -> str | None:
    """The digits glued to token `index` by a point or a comma; with `short`, only if they are no group of three."""
    norms, starts, ends = tokens.norms, tokens.starts, tokens.ends
    if index + 2 >= len(tokens) or norms[index + 1] not in {".", ","}:
        return None
    glued = ends[index] == starts[index + 1] and ends[index + 1] == starts[index + 2]
    after = norms[index + 2]
    return after if glued and after.isdecimal() and not (short and _is_group(after)) else None


def _glued_before(tokens: Tokens, index: int) -> bool:
    """Whether a mark and digits stand glued before token `index`: it is the last part of a date, or of a number."""
    return index > 1 and tokens.norms[index - 2].isdecimal() and _after_mark(tokens, index - 2) is not None
