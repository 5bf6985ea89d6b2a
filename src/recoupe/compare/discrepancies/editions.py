"""Which of its row a thing is: *the 26th Games* here, *the 29th* there; and percent told as points.

Only what is counted by its editions (`editions` of `discrepancies.toml`): of floors, places and terms of office a story
has several. Ordinals in Roman numerals are read as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.language import load
from recoupe.model.findings import Quantity

NEAR = 4
"""Tokens behind an ordinal in which its noun stands, adjectives between them."""
LEAST = 3
"""Ordinal from which it is the number of an edition: *the first session* may be one of a day."""
FAR = 5
"""Difference from which two ordinals are of two things: another year's games, another anniversary."""
SHORTEST = 2
"""Roman digits below which a numeral can be a word."""
BESIDE = 1.5
"""Weight of another word that both sentences must share."""
NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"([ivxlc]{1,8}?)([^\Wivxlc]{1,3}|)$")
SAME_THING = 0.2
"""Least likelihood that two passages with percent and points tell one change."""


@dataclass(slots=True)
class _Edition:
    """An ordinal with its noun: where it stands, and the sentence."""

    number: int
    window: Window
    sentence: Window
    text: str


def find_editions(teller: Teller) -> Iterator[Finding]:
    """Things that are counted by their editions and have two numbers."""
    for editions in _editions(teller):
        by_number: dict[int, list[_Edition]] = defaultdict(list)
        for edition in editions:
            by_number[edition.number].append(edition)
        ordered = sorted(by_number.values(), key=lambda e: (-len(_articles(e)), e[0].number))
        for n, first in enumerate(ordered):
            near = (o for o in ordered[n + 1 :] if abs(o[0].number - first[0].number) < FAR)
            other = next((o for o in near if _one_thing(teller, first, o)), None)
            if other is not None:
                sides = tuple(teller.side(e[0].text, [x.window for x in e]) for e in (first, other))
                about = teller.about([x.window for x in (*first, *other)])
                yield Finding("number", about, sides, teller.note("edition", sides), 2.7)
                break


def _articles(editions: list[_Edition]) -> set[int]:
    return {e.window.article for e in editions}


def _one_thing(teller: Teller, first: list[_Edition], other: list[_Edition]) -> bool:
    """Whether some two of these editions, in two articles, are told of one thing."""
    if abs(first[0].number - other[0].number) == 1 and _articles(first) & _articles(other):
        return False  # this one and the next
    for x in first:
        for y in other:
            a, b = x.sentence, y.sentence
            if a.article == b.article or a.bygone or b.bygone or other_people(teller.material, a, b):
                continue
            if any(w >= BESIDE and c in b.concepts for c, w in a.concepts.items()):
                return True
    return False


def _editions(teller: Teller) -> list[list[_Edition]]:
    """The editions that a story tells, by group of nouns."""
    found: dict[tuple[str, int], list[_Edition]] = defaultdict(list)
    weights = teller.propositions.weights
    for sentence in teller.propositions.sentences:
        article = teller.material.articles[sentence.article]
        table = load(article.language).table("discrepancies")
        groups = {word: n for n, group in enumerate(table["editions"]) for word in group}
        tokens = teller.material.tokens[article.id]
        words = tokens.within(sentence.span.start, sentence.span.end)
        nouns = [i for i in words if tokens.norms[i] in groups]
        if not nouns:
            continue
        told = {
            tokens.first_at(q.start): int(q.told)
            for s in sentence.segments
            for q in s.quantities
            if q.kind == "ordinal" and q.told is not None
        }
        whole = weights.window(sentence, 0, len(sentence.segments) - 1)
        for at in nouns:
            places = range(max(words.start, at - NEAR + 1), at)
            numbers = [(i, told.get(i) or _roman(tokens.forms[i], table["roman_endings"])) for i in places]
            i, number = next(((i, n) for i, n in numbers if n is not None and n >= LEAST), (at, None))
            if number is None:
                continue
            start, end = tokens.starts[i], tokens.ends[at]
            text = " ".join(article.text[start:end].split())
            edition = _Edition(number, replace(whole, start=start, end=end), whole, text)
            found[article.language, groups[tokens.norms[at]]].append(edition)
    return [found[key] for key in sorted(found)]


def _roman(form: str, endings: list[str]) -> int | None:
    """The number of an ordinal in Roman numerals (*XXIXe*); None if it is none."""
    parts = _ROMAN.match(form.lower())
    if parts is None or len(parts[1]) < SHORTEST or parts[2] not in endings:
        return None
    if not form[: len(parts[1])].isupper():
        return None
    values = [NUMERALS[c] for c in parts[1]]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def find_points(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """One number that is percent here and points there, told of one change."""
    seen: set[float] = set()
    for _, match in matches:
        a, b = match.a, match.b
        for share, point, w, v in ((x, y, a, b) for x in a.quantities for y in b.quantities):
            pairs = ((share, point, w, v), (point, share, v, w))
            for x, y, xw, yw in pairs:
                if x.told is None or x.told != y.told or x.told in seen:
                    continue
                if x.unit != "%" or not _is_point(teller, yw, y):
                    continue
                if sameness(a, b) < SAME_THING or not _changes(teller, a, a.events & b.events):
                    continue
                seen.add(x.told)
                sides = tuple(teller.side(_written(teller, z, q), [z]) for z, q in ((xw, x), (yw, y)))
                yield Finding("number", teller.about([a, b]), sides, teller.note("points", sides), 1.8)


def _changes(teller: Teller, window: Window, events: frozenset[str]) -> bool:
    """Whether one of these events of a window is a rise or a fall: a level may be told in either unit."""
    language = teller.material.articles[window.article].language
    words = load(language).table("discrepancies")["changes"]
    known = lexicon(language)
    return not events.isdisjoint(known.concept(word) for word in words)


def _is_point(teller: Teller, window: Window, quantity: Quantity) -> bool:
    table = load(teller.material.articles[window.article].language).table("discrepancies")
    return quantity.of is not None and quantity.of.lemma in table["points"]


def _written(teller: Teller, window: Window, quantity: Quantity) -> str:
    """A number with its unit."""
    text = teller.material.articles[window.article].text
    end = quantity.of.span.end if quantity.of is not None and quantity.unit is None else quantity.end
    return " ".join(text[quantity.start : end].split())
