"""Sources named beside a clause: *selon X*, *d'après X*, *pour X*, *de source policière*.

Decides: where such a phrase stands, whom it names, and which part of the sentence it covers. Leaves to `finder`
whether it tells a quotation of its own or who passed on one of somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DET,
    FIRST,
    MARKED,
    NAME,
    NUMBER,
    OF,
    OPEN,
    PAST,
    PREP,
    PRESENT,
    QUANTIFIER,
    RELATIVE,
    STOP,
    STRONG,
    THAT,
    TIME,
    WHO,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, to_the_right


class Source(NamedTuple):
    """A source phrase in a frame.

    Attributes:
        first: first atom of the introducing words.
        last: last atom of the introducing words.
        speaker: range of the noun phrase.
        initial: whether the phrase opens its sentence, conjunctions apart.
        end: index after the phrase and its comma.
    """

    first: int
    last: int
    speaker: Range
    initial: bool
    end: int


def find_sources(frame: Frame, words: Lexicon) -> list[Source]:
    """Source phrases of a frame, in order."""
    return list(_sources(frame, words))


def _sources(frame: Frame, words: Lexicon) -> Iterator[Source]:
    i = 0
    while i < len(frame):
        found = None
        norm = frame.norms[i]
        if norm in words.sources or norm in words.initial_sources or norm in words.anonymous:
            found = _source_at(frame, i, words)
        if found:
            yield found
            i = found.end
        else:
            i += 1


def _source_at(frame: Frame, i: int, words: Lexicon) -> Source | None:
    initial = _initial(frame, i, words)
    for table, limited in ((words.sources, False), (words.initial_sources, True)):
        for phrase in table.get(frame.norms[i], ()):
            if tuple(frame.norms[i : i + len(phrase)]) != phrase or (limited and not initial):
                continue
            last = i + len(phrase) - 1
            speaker = _speaker(frame, last + 1, words, limited=limited)
            if speaker is None:
                return None
            if initial and not limited:
                speaker = _described(frame, _with_apposition(frame, speaker, words), words)
            end = _after(frame, speaker[1])
            return Source(i, last, speaker, initial, _after_relative(frame, end, words) if initial else end)
    for phrase in words.anonymous.get(frame.norms[i], ()):
        if tuple(frame.norms[i : i + len(phrase)]) == phrase:
            first = i + len(phrase) - 1
            end = first + 1
            while (
                end < len(frame)
                and end - first < _ANONYMOUS
                and not frame.tags[end] & (COMMA | STOP | MARKED | OPEN | THAT | DASH)
            ):
                if is_verb(frame, end, words):
                    return None
                end += 1
            return Source(i, first - 1 if first > i else i, (first, end), initial, _after(frame, end))
    return None


_CLAUSE = 4  # atoms of the shortest clause that no known verb shows
_OPENING = 4  # atoms that may stand before a source that opens its sentence
_HEADS = 4  # atoms in which the head of a source is looked for
_APPOSITION = 16  # atoms of the longest apposition to a source, and of the subject behind it
_RELATIVE = 25  # atoms of the longest relative clause that describes a source
_NO_CLAUSE = (
    PREP | WHO | RELATIVE | PAST | PRESENT | TIME | NUMBER | COORDINATOR
)  # no subject begins with them
_ANONYMOUS = 10  # atoms of the longest anonymous source


def _initial(frame: Frame, i: int, words: Lexicon) -> bool:
    """Whether only conjunctions and adverbs stand before `i`."""
    if i and frame.tags[i - 1] & (COLON | STOP):
        return True
    before = i - 2 if i > 1 and frame.tags[i - 1] & COMMA else i - 1
    if before > 0 and frame.tags[before] & COORDINATOR and before < i - 1:
        return True  # *..., mais, selon la ville, ...*
    if before > 0 and frame.tags[before] & THAT and frame.norms[before - 1] in words.contrast:
        return True  # *tandis que, pour la ville, ...*
    return i <= _OPENING and all(
        frame.tags[x] & (ADVERB | COORDINATOR | COMMA | DASH | TIME) and not (frame.tags[x] & MARKED)
        for x in range(i)
    )


def _after(frame: Frame, i: int) -> int:
    while i + 1 < len(frame) and frame.tags[i] & ADVERB and frame.tags[i + 1] & COMMA:
        i += 1
    return i + 1 if i < len(frame) and frame.tags[i] & COMMA else i


def _after_relative(frame: Frame, i: int, words: Lexicon) -> int:
    """Step over the relative clause at `i` that describes a source: *Pour la ville, qui a payé, le projet ...*."""
    if i >= len(frame) or not frame.tags[i] & WHO:
        return i
    verbs = 0
    for x in range(i + 1, min(len(frame), i + _RELATIVE)):
        verbs += is_verb(frame, x, words)
        if frame.tags[x] & COMMA and verbs:
            return x + 1
        if frame.tags[x] & STOP:
            break
    return i


def _whose(frame: Frame, i: int, words: Lexicon) -> Range | None:
    """Whose words *information* or *account* at `i - 1` are: the phrase after *de* or *par*; None if it is not told."""
    for x in range(i, min(len(frame), i + _HEADS)):
        if frame.tags[x] & OF or frame.norms[x] in words.by:
            return to_the_right(frame, x + 1, words, closed=True, bare=True)
        if frame.tags[x] & (COMMA | STOP | MARKED):
            return None
    return None


def _speaker(  # noqa: C901, PLR0911 - one return for each kind of phrase that names nobody
    frame: Frame, i: int, words: Lexicon, *, limited: bool
) -> Range | None:
    """The noun phrase of the source at `i`, unless it is a figure, a measure, an aim or a moment."""
    if i >= len(frame):
        return None
    tag = frame.tags[i]
    if tag & FIRST:
        return None  # the outlet's own information
    if tag & STRONG:
        after = frame.tags[i + 1] if i + 1 < len(frame) else STOP
        return (i, i + 1) if not limited or after & COMMA else None
    conveyed = next(
        (x for x in range(i, min(len(frame), i + _HEADS)) if frame.norms[x] in words.conveyed), None
    )
    if conveyed is not None and not limited:
        return _whose(frame, conveyed + 1, words)
    found = to_the_right(frame, i, words, closed=True, bare=words.bare_nouns)
    if found is None:
        return None
    excluded = words.not_for if limited else words.not_sources
    head = i
    while head + 1 < found[1] and (
        frame.tags[head] & (DET | QUANTIFIER) or frame.norms[head] in words.adjectives_before
    ):
        head += 1
    if frame.norms[i] in excluded or frame.norms[head] in excluded or frame.tags[head] & TIME:
        return None
    if limited:
        named = (
            frame.tags[head] & NAME
            or any(frame.tags[x] & NAME for x in range(head, found[1]))
            or frame.norms[head] in words.people
        )
        end = found[1]
        while end < len(frame) and frame.tags[end] & ADVERB:
            end += 1
        after = frame.tags[end] if end < len(frame) else 0
        if not named or not after & COMMA:
            return None
    return found


def _with_apposition(frame: Frame, found: Range, words: Lexicon) -> Range:
    """A source at the head of a sentence with its apposition, and without the subject of the clause behind it.

    Between commas an apposition is followed by a clause that begins with its own subject (*selon Ada Orlo, la maire,
    la ville a cédé*); a subject is not (*selon la ville, le maçon, un ami, a cédé*).
    """
    tags = frame.tags
    comma = next((x for x in range(*found) if tags[x] & COMMA), found[1])
    if comma + 1 >= len(frame) or not tags[comma] & COMMA or not tags[comma + 1] & (DET | NAME):
        return found
    named = comma < found[1] and all(tags[x] & NAME for x in range(comma + 1, found[1]))
    if named and any(frame.norms[x] in words.people for x in range(found[0], comma)):
        return found
    reach = range(comma + 1, min(len(frame), comma + _APPOSITION))
    second = next((x for x in reach if tags[x] & COMMA or is_verb(frame, x, words)), None)
    if second is None or not tags[second] & COMMA:
        return (found[0], comma)
    beside = to_the_right(frame, comma + 1, words, second)
    if beside is None or beside[1] != second or not any(tags[x] & NAME for x in range(found[0], second)):
        return (found[0], comma)
    for x in range(second + 1, min(len(frame), second + _APPOSITION)):
        if tags[x] & COMMA or (x == second + 1 and tags[x] & _NO_CLAUSE and not tags[x] & (DET | NAME)):
            break
        if tags[x] & MARKED or is_verb(frame, x, words):
            return (found[0], second)
    return (found[0], comma)


def _described(frame: Frame, found: Range, words: Lexicon) -> Range:
    """A source with what describes it, up to its comma: *selon le courtier mis en cause, ...*, *le bureau pour ...*."""
    tags, last = frame.tags, found[1] - 1
    described = tags[last] & PAST and not tags[last] & NAME and last > found[0]
    placed = found[1] < len(frame) and tags[found[1]] & PREP and not tags[found[1]] & (TIME | OF)
    if not described and not placed:
        return found
    for x in range(found[1], min(len(frame), found[1] + _APPOSITION)):
        if tags[x] & COMMA:
            return (found[0], x)
        verb = is_verb(frame, x, words) and not tags[x - 1] & PREP
        if verb or tags[x] & (MARKED | STOP | COLON):
            break
    return found


def scope_before(frame: Frame, source: Source, start: int, words: Lexicon) -> Range | None:
    """The clause before a source phrase that stands behind it, from `start`.

    After a comma the phrase covers the whole sentence before it; without one, only the last of coordinated clauses.
    """
    end = source.first
    comma = end > start and bool(frame.tags[end - 1] & COMMA)
    while end > start and (
        frame.tags[end - 1] & (COMMA | DASH)
        or (
            not comma
            and frame.tags[end - 1] & ADVERB
            and not frame.norms[end - 1].endswith(words.adverb_endings)
        )
    ):
        end -= 1
    if end <= start:
        return None
    after = source.speaker[1]
    if after < len(frame) and frame.tags[after] & DASH:
        start = next((x + 1 for x in range(end - 1, start, -1) if frame.tags[x] & DASH), start)
    if not comma:
        for x in range(end - 1, start, -1):
            if (
                frame.tags[x] & COORDINATOR
                and any(is_verb(frame, y, words) for y in range(max(start, x - 25), x))
                and x + 1 < end
                and any(is_verb(frame, y, words) for y in range(x + 1, min(end, x + 8)))
            ):
                return (x + 1, end)
    i = start
    while i < end and frame.tags[i] & (COMMA | COORDINATOR | DASH | STOP) and not frame.tags[i] & NAME:
        i += 1
    long = words.bare_clauses and comma and end - i >= _CLAUSE  # where endings do not show verbs
    if not long and not any(frame.tags[x] & MARKED or is_verb(frame, x, words) for x in range(i, end)):
        return None
    if i < end and frame.norms[i] in words.fronting and source.end + 1 < len(frame):
        i = _main_clause(frame, i, end, words)
    return (i, end)


def _main_clause(frame: Frame, i: int, end: int, words: Lexicon) -> int:
    """Where the main clause begins behind a fronted one: *Si la ville paie, le pont est, selon Karl Ott, ...*."""
    verbs = 0
    for x in range(i, end):
        verbs += is_verb(frame, x, words)
        if verbs and frame.tags[x] & COMMA and any(is_verb(frame, y, words) for y in range(x + 1, end)):
            return x + 1
    return i
