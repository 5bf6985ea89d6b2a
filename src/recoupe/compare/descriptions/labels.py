"""Labels, in brackets or between commas after a name: *l'Union W (UW, majoritaire)*, *Y (PS)*, *Doe (R-Orle)*.

An acronym or another name of the same body is no label; nor is a remark with a number, nor where somebody stands in a
photograph. A party that an office tells (*le député socialiste Y*) is a label too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from recoupe.compare.descriptions.description import Description
from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import stem
from recoupe.language.people.spelling import initials_match, name_key

_MOST = 4  # words of a label


class _Labelled(NamedTuple):
    """Whose name stands at tokens `first` to `after`."""

    bearer: str
    first: int
    after: int


def read_labels(page: Page) -> Iterator[Description]:
    """Labels of the people and bodies of an article."""
    forms = page.tokens.forms
    for bearer, first, after in page.mentions():
        kind = page.cast.kinds[bearer]
        if kind == "place" or after >= len(forms) or after not in page.sentence(first):
            continue
        if forms[after] == "(":
            close = page.past_brackets(after)
            for start, end in _parts(page, after + 1, close - 1):
                yield from _label(page, _Labelled(bearer, first, after), start, end, close)
        elif forms[after] == "," and after + 1 < len(forms) and _is_label(page, kind, after + 1):
            yield from _label(page, _Labelled(bearer, first, after), after + 1, after + 2, after + 2)


def _is_label(page: Page, kind: str, i: int) -> bool:
    """Whether the word after a name's comma is a label of a body, or a person's party: *Doe, R-Orle,*."""
    norm = page.tokens.norms[i]
    if kind == "organization":
        return norm in page.words.adjectives and page.ends_phrase(i + 1)
    head = norm.split("-")[0]
    closed = page.ends_phrase(i + 1) or page.tokens.norms[i + 1] in page.nouns.words["of"]
    return closed and page.words.label.get(head) in page.words.parties


def read_parties(page: Page, offices: list[Description]) -> Iterator[Description]:
    """Parties that offices tell."""
    for office in offices:
        for party in sorted(office.elements & page.words.parties):
            if not office.standing and page.cast.kinds[office.bearer] == "person":
                yield Description(
                    office.article,
                    office.bearer,
                    "label",
                    party,
                    office.span,
                    outright=False,
                    quoted=office.quoted,
                )


def _parts(page: Page, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of tokens between the commas of a bracket."""
    start = first
    for i in range(first, end + 1):
        if i == end or page.tokens.forms[i] in (",", ";", "/"):
            if start < i:
                yield start, i
            start = i + 1


def _label(page: Page, whose: _Labelled, first: int, after: int, close: int) -> Iterator[Description]:
    tokens, words = page.tokens, page.words
    said = [tokens.norms[i] for i in range(first, after) if tokens.norms[i] not in words.leading]
    person = page.cast.kinds[whose.bearer] == "person"
    if not 0 < len(said) <= _MOST or any(
        not w[0].isalpha() or w in words.never or (person and w in words.placed) for w in said
    ):
        return
    if _same_name(page, whose, first, after) or any(w in page.nouns.countries for w in said):
        return
    if not _may_label(page, range(first, after), person=person):
        return
    head, hyphen, _ = said[0].partition("-")
    if hyphen and head in words.label:
        said = [head]  # R-Orle: party and place
    key = " ".join(sorted({words.label.get(stem(w), stem(w)) for w in said} - {""}))
    span = page.beside(page.span(whose.first, whose.after), first, max(after, close))
    yield Description(page.number, whose.bearer, "label", key, span, quoted=page.is_quoted(span.start))


def _may_label(page: Page, inside: range, *, person: bool) -> bool:
    """Whether words in brackets can be a label: of a person a party or body, of a body a common word."""
    if not person:
        return page.tokens.forms[inside[0]].islower()
    return any(
        stem(page.tokens.norms[i].split("-")[0]) in page.words.label
        or i in page.bodies
        or (i in page.owner and page.is_kind(page.owner[i], "organization"))
        or (page.tokens.forms[i].isupper() and len(page.tokens.forms[i]) > 1)
        for i in inside
    )


def _same_name(page: Page, whose: _Labelled, first: int, after: int) -> bool:
    """Whether a bracket only gives the name again: its acronym, its long form."""
    text = page.span(first, after).of(page.article.text)
    name = page.span(whose.first, whose.after).of(page.article.text)
    if after == first + 1 and text.isupper() and page.cast.kinds[whose.bearer] == "organization":
        return True  # an acronym, whatever its letters stand for
    inner = page.owner.get(first)
    if (inner is not None and page.bearer(inner) == whose.bearer) or (
        first in page.bodies and page.bodies[first][0] == whose.bearer
    ):
        return True
    return (
        initials_match(text, name_key(name).split())
        or initials_match(name, name_key(text).split())
        or any(word.startswith(name_key(text)) for word in name_key(name).split())
    )
