"""Numbers that count nothing: names, labels, addresses, scores, phone numbers, clock times, years.

Each test looks at a few tokens on either side and nothing else.
"""

from __future__ import annotations

from recoupe.annotate.quantities.numbers import Number
from recoupe.annotate.quantities.reading import Reader

_YEARS = range(1400, 2100)
_JOINING = frozenset("/-_@#=&.+*")
_JOINING_AFTER = frozenset("/_@=.:")
_SENTENCE_MARKS = frozenset('.?!:;…«"“”»(\n-–—•')


def names_something(reader: Reader, number: Number, sentence_start: int) -> bool:
    """Whether the number belongs to a name, a label, an address, a phone number or a clock time.

    Args:
        reader: the text.
        number: the number as read.
        sentence_start: first token of its sentence.
    """
    i = number.first
    return (
        _joined(reader, number)
        or _label(reader, number, i)
        or _capital(reader, number, sentence_start)
        or _clock(reader, number)
        or _address(reader, number)
    )


def _joined(reader: Reader, number: Number) -> bool:
    """Digits joined to letters, marks or more digits: *A-320*, *10/12*, *192.168.1.2*, *05 61 22*."""
    if not number.digits:
        return False
    return _joined_before(reader, number) or _joined_after(reader, number) or _digit_groups(reader, number)


def _joined_before(reader: Reader, number: Number) -> bool:
    words, i = reader.words, number.first
    if i == 0:
        return False
    before = words[i - 1]
    if i > 1 and before in "-–" and len(words[i - 2]) == 1 and reader.tokens.forms[i - 2].isupper():
        return True  # *F – 16*
    if not reader.glued(i):
        return False
    if before in _JOINING:
        return before != "-" or reader.glued(i - 1)  # a minus sign joins nothing
    if before[-1].isalnum() and not before.isdecimal():
        return before not in reader.vocabulary.language.stopwords and not _currency_code(before)
    return False


def _joined_after(reader: Reader, number: Number) -> bool:
    words, after = reader.words, number.after
    if after + 1 >= len(words) or not reader.glued(after) or not reader.glued(after + 1):
        return False
    mark, following = words[after], words[after + 1]
    if mark in _JOINING_AFTER:
        return following[0].isdigit()
    if mark not in "-–" or not following.isdecimal():
        return False
    date = after + 2 < len(words) and words[after + 2] == "-"  # *08-08-2008*
    return date or float(following) <= number.value  # *89-52*: votes, a score


def _currency_code(word: str) -> bool:
    return len(word) == 3 and word.isalpha()  # noqa: PLR2004


def _digit_groups(reader: Reader, number: Number) -> bool:
    """A phone number or reference: three groups of digits or more, not groups of three."""
    words = reader.words
    around = 1
    left = number.first - 1
    while left >= 0 and around < 4 and (words[left].isdecimal() or words[left] in "-."):  # noqa: PLR2004
        around += words[left].isdecimal() and reader.tokens.starts[left + 1] - reader.tokens.ends[left] <= 1
        left -= 1
    right = number.after
    while right < len(words) and around < 4 and words[right].isdecimal():  # noqa: PLR2004
        around += 1
        right += 1
    return around >= 3  # noqa: PLR2004


def _label(reader: Reader, number: Number, i: int) -> bool:
    """*article 5*, *numéro 2*, *n° 12*, *page 3*."""
    if not i:
        return False
    words = reader.words
    before = words[i - 1]
    if before == "." and i > 1 and len(words[i - 2]) == 1 and reader.tokens.forms[i - 2].isupper():
        return number.after == i + 1 and i > 3 and words[i - 3] == "."  # *H.R. 1*  # noqa: PLR2004
    if before in ("°", "º", ".") and i > 1:
        before = words[i - 2] if reader.glued(i - 1) else before
        return before in reader.vocabulary.naming and len(before) <= 4  # noqa: PLR2004
    plain = number.scale == 1 and not (number.grouped and number.value >= 1000)  # noqa: PLR2004
    return plain and before in reader.vocabulary.naming and not number.noun


def _capital(reader: Reader, number: Number, sentence_start: int) -> bool:
    """A number inside a name: *Airbus 380*, *Sept à huit*, *les Vingt-Sept*."""
    i, forms = number.first, reader.tokens.forms
    if number.grouped or number.noun or number.rounded or number.open:
        return False
    inside = i > sentence_start and forms[i - 1] not in _SENTENCE_MARKS
    if not number.digits:
        return inside and forms[i][0].isupper()
    if i <= sentence_start or not forms[i - 1][0].isupper() or not forms[i - 1][0].isalpha():
        return False
    if i - 1 == sentence_start and reader.words[i - 1] in reader.vocabulary.language.stopwords:
        return False
    if i - 1 == sentence_start and len(forms[i - 1]) > 1 and not forms[i - 1].isupper():
        return reader.words[i - 1] in reader.vocabulary.proper
    return not _currency_code(reader.words[i - 1]) or forms[i - 1][1:].islower() or not forms[i - 1].isupper()


def _clock(reader: Reader, number: Number) -> bool:
    """*20h08*, *13 h*: an hour."""
    i = number.after
    if not number.digits or i >= len(reader.words):
        return False
    word = reader.words[i]
    hour = word[0] == "h" and word[1:].isdecimal() if len(word) > 1 else word in reader.vocabulary.clock
    return hour and number.value < 25  # noqa: PLR2004


def _address(reader: Reader, number: Number) -> bool:
    """*12, rue des Tanneurs*, *10 Station Road*."""
    words, i = reader.words, number.after
    if not number.digits or number.grouped:
        return False
    if i < len(words) and words[i] == ",":
        i += 1
    if i < len(words) and words[i] in ("bis", "ter"):
        i += 1
    if i < len(words) and words[i] in reader.vocabulary.streets:
        return i > number.after or (reader.tokens.forms[i][0].islower() and not words[i].endswith("s"))
    return (
        i + 1 < len(words)
        and reader.tokens.forms[i][0].isupper()
        and words[i + 1] in reader.vocabulary.streets
    )


def looks_like_date(reader: Reader, number: Number) -> bool:
    """Whether digits with nothing counted could be a year, or a day after *le*, that no time expression took."""
    before = reader.words[number.first - 1] if number.first else ""
    if number.digits and not number.grouped and number.value <= 31 and before in reader.vocabulary.day_after:  # noqa: PLR2004
        return True
    return (
        number.digits and not number.grouped and number.value in _YEARS and number.after == number.first + 1
    )
