"""From tags to names, and the marks of one article made to agree with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import cast

from recoupe.annotate.names.features import Surroundings
from recoupe.annotate.names.lexicon import Lexicon
from recoupe.language.people.spelling import initials_match
from recoupe.model.findings import NameType

_REACH = 12  # tokens between a name and the bracket that abbreviates it
_FULL = 2  # words of a full name
Mark = tuple[int, int, NameType]


def marks_of(tags: Sequence[str]) -> list[Mark]:
    """Token ranges [first, last + 1) of names, with their types.

    >>> marks_of(["O", "B-person", "I-person", "B-place"])
    [(1, 3, 'person'), (3, 4, 'place')]
    """
    found: list[Mark] = []
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag[0] != "I":
            found.append((start, i, cast(NameType, tags[start][2:])))
            start = -1
        if tag[0] == "B":
            start = i
    return found


def agree(text: Surroundings, tags: Sequence[str], words: Lexicon) -> list[Mark]:
    """Names from tags, of one mind within the article.

    - The last word of a person's full name is that person wherever it stands alone with a capital.
    - A form marked with two types takes the more frequent one.
    - A person's name after *place*, *rue*, *aéroport* ... is a place.
    - The name of a country is a place, of a known body a body.

    Args:
        text: the article.
        tags: a tag for each token.
        words: the word lists of its language.
    """
    marks = _with_phrases(text, [_trimmed(text, mark, words) for mark in marks_of(tags)])
    marks = _lengthened(text, [mark for mark in marks if mark[0] < mark[1]])
    marks = [m for m in marks if " ".join(text.norms[m[0] : m[1]]) not in words.common]
    marks = [m for m in marks if "C" not in text.flags[m[0]] or "G" in text.flags[m[0]]]
    marks = [m for m in marks if any(shape != "a" for shape in text.shapes[m[0] : m[1]])]
    marks = [_retyped(text, mark) for mark in marks]
    surnames = _surnames(text, marks)
    marks = _by_majority(text, _without_pairs(text, marks), surnames, words)
    return sorted([*marks, *_missed(text, marks, surnames, words)])


def _trimmed(text: Surroundings, mark: Mark, words: Lexicon) -> Mark:
    """Without small words and marks of punctuation at its edges, nor a function before a name."""
    start, end, kind = mark
    shapes, flags = text.shapes, text.flags
    if "Q" in flags[start] and end - start > 1 and (start == 0 or not shapes[start - 1][0].isalnum()):
        start += 1
    if not words.goes_on_small:
        end = next((i for i in range(start + 1, end) if shapes[i] == "a" and "X" not in flags[i]), end)
        if kind == "person" and "G" not in flags[start] and end - start > _FULL:  # Democrat Vera Orval
            start = next((i for i in range(start + 1, end - 1) if "G" in flags[i]), start)
    while start < end and not _bears(shapes[start], flags[start]):
        start += 1
    while kind == "person" and end - start > 1 and _is_function(text, start):
        start += 1  # President Abo
    while start < end and _is_tail(text, start, end, words):
        if text.norms[end - 1] == "." and shapes[end - 2] in ("A", "Aa"):
            break
        end -= 1
    return start, end, kind


def _is_function(text: Surroundings, i: int) -> bool:
    return "R" in text.flags[i] and "G" not in text.flags[i] and text.shapes[i] == "Aa"


def _is_tail(text: Surroundings, start: int, end: int, words: Lexicon) -> bool:
    """Whether the last token before `end` ends no name: a mark, a small word, a verb, a day."""
    shape, flags, norm = text.shapes[end - 1], text.flags[end - 1], text.norms[end - 1]
    if not shape[0].isalnum() or (end - start > 1 and "C" in flags):
        return True
    if shape != "a":
        return False
    return (
        "X" in flags
        or norm in words.stopwords
        or (text.shapes[end - 2][0] == "A" and words.verbs.is_finite(norm))
    )


def _lengthened(text: Surroundings, marks: Sequence[Mark]) -> list[Mark]:
    """Marks with what belongs to them after their last token, in the same sentence.

    The surname after a lone given name (a capital, nothing else known of it); what looks like a pronoun after a verb
    (*Kim Orv-il*); the adjective of its country after a ministry.
    """
    opens = {sentence.start for sentence in text.ranges} | {start for start, _, _ in marks}
    return [
        (
            start,
            end + (end < len(text.shapes) and end not in opens and _goes_on(text, start, end, kind)),
            kind,
        )
        for start, end, kind in marks
    ]


def _goes_on(text: Surroundings, start: int, end: int, kind: NameType) -> bool:
    shape, flags = text.shapes[end], text.flags[end]
    if kind == "person":
        if len(text.tokens.forms[end]) > 1 and shape == "-":
            return text.tokens.starts[end] == text.tokens.ends[end - 1]
        return end - start == 1 and "G" in text.flags[start] and shape == "Aa" and not set(flags) - {"G"}
    return (
        kind == "organization"
        and text.shapes[start] == shape == "a"
        and "H" in text.flags[start]
        and "D" in flags
    )


def _with_phrases(text: Surroundings, marks: Sequence[Mark]) -> list[Mark]:
    """Marks with the names of several words that the word lists know whole: *Fédération de Russie*, not half of it."""
    flags = text.flags
    owner = {i: mark for mark in marks for i in range(mark[0], mark[1])}
    i = 0
    while i < len(flags):
        flag = flags[i][-1:]
        end = i + 1
        if flag in ("P", "O"):
            while end < len(flags) and flags[end][-1:] == flag.lower():
                end += 1
        touching = [owner[j] for j in range(i, end) if j in owner] if end > i + 1 else []
        if end > i + 1 and all(i <= m[0] and m[1] <= end for m in touching):
            phrase: Mark = (i, end, "place" if flag == "P" else "organization")
            owner.update(dict.fromkeys(range(i, end), phrase))
        i = end
    return sorted(set(owner.values()))


def _bears(shape: str, flags: str) -> bool:
    """Whether a token can begin a name."""
    return "A" in shape or shape == "1" or (shape == "a" and "X" not in flags) or "H" in flags or "L" in flags


def _retyped(text: Surroundings, mark: Mark) -> Mark:
    """The type that the word lists make certain."""
    start, end, kind = mark
    first = text.flags[start]
    if first[-1:] in ("P", "O") and all(
        text.flags[i][-1:] == first[-1].lower() for i in range(start + 1, end)
    ):
        whole = end == len(text.flags) or text.flags[end][-1:] != first[-1].lower()
        if whole and (end - start > 1 or kind != "person"):
            return start, end, "place" if first[-1] == "P" else "organization"
    if kind == "person" and start > 0:
        before = start - 1
        if "X" in text.flags[before] and before > 0:
            before -= 1
        if "N" in text.flags[before] and text.shapes[before] != "1":
            return start, end, "place"
    return mark


def _surnames(text: Surroundings, marks: Sequence[Mark]) -> set[str]:
    """Last words of persons' full names that are not places themselves."""
    return {
        text.norms[end - 1]
        for start, end, kind in marks
        if kind == "person"
        and end - start > 1
        and "P" not in text.flags[end - 1]
        and len(text.norms[end - 1]) > 1
    }


def _without_pairs(text: Surroundings, marks: Sequence[Mark]) -> list[Mark]:
    """Marks but two people's names in one word (*le sommet Abo-Ber*), which is nobody's name."""
    known = {text.norms[i] for start, end, kind in marks if kind == "person" for i in (start, end - 1)}
    return [
        m
        for m in marks
        if m[1] - m[0] > 1
        or "-" not in text.norms[m[0]]
        or not all(w in known for w in text.norms[m[0]].split("-"))
    ]


def _by_majority(text: Surroundings, marks: Sequence[Mark], surnames: set[str], words: Lexicon) -> list[Mark]:
    """Each form with the type it has most often in the article; a lone surname is a person."""
    norms = text.norms
    votes: dict[tuple[str, ...], Counter[NameType]] = defaultdict(Counter)
    for start, end, kind in marks:
        votes[tuple(norms[start:end])][kind] += 1
    titled = {norms[start] for start, end, _ in marks if end - start == 1 and _is_titled(text, start, words)}
    found: list[Mark] = []
    for start, end, kind in marks:
        key = tuple(norms[start:end])
        if kind == "place" and len(key) > 1 and votes[key]["person"]:
            found.append((start, end, kind))  # a square named after somebody
        elif len(key) == 1 and (key[0] in surnames or key[0] in titled):
            found.append((start, end, "person"))
        else:
            best = max(votes[key], key=lambda k: (votes[key][k], k == kind, k))
            found.append((start, end, best))
    return found


def _is_titled(text: Surroundings, i: int, words: Lexicon) -> bool:
    """Whether a title or a function in capitals stands right before token `i`: *Mr. Abo*, *President Abo*."""
    if i and text.norms[i - 1] == ".":
        i -= 1
    if not i or text.shapes[i - 1][0] != "A":
        return False
    return "T" in text.flags[i - 1] or text.norms[i - 1] in words.offices


def _missed(text: Surroundings, marks: Sequence[Mark], surnames: set[str], words: Lexicon) -> list[Mark]:
    """Persons that were not marked: surnames of the article's persons, and what follows a title."""
    taken = {i for start, end, _ in marks for i in range(start, end)}
    found: list[Mark] = []
    for i, norm in enumerate(text.norms):
        if i in taken or text.shapes[i][0] != "A" or len(norm) == 1:
            continue
        named = norm in surnames and "l" not in text.seen.get(norm, "")
        titled = (
            text.shapes[i] == "Aa"
            and not set(text.flags[i]) & set("TRHLDCPpOo")
            and norm not in words.stopwords
        )
        if named or (titled and _is_titled(text, i, words)):
            found.append((i, i + 1, "person"))
    return found


def reach_acronyms(text: Surroundings, marks: Sequence[Mark]) -> list[Mark]:
    """Names of bodies lengthened to the bracket that abbreviates them: *Union des ports de pêche (UPP)*, all of it."""
    forms, norms = text.tokens.forms, text.norms
    found: list[Mark] = []
    for n, (start, own_end, kind) in enumerate(marks):
        stop = end = own_end
        limit = marks[n + 1][0] if n + 1 < len(marks) else len(forms)
        while stop < min(end + _REACH, len(forms)) and (forms[stop][0].isalpha() or forms[stop] in "'-"):
            stop += 1
        if (
            kind == "organization"
            and end < stop <= limit
            and stop + 2 < len(forms)
            and forms[stop] == "("
            and forms[stop + 1].isupper()
            and forms[stop + 2] in ")],;"
            and initials_match(
                forms[stop + 1], [w for i in range(start, stop) for w in norms[i].replace("'", " ").split()]
            )
        ):
            end = stop
        found.append((start, end, kind))
    return found
