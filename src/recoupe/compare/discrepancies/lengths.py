"""How long one thing took: *a show of three hours* here, *of nearly four hours* there.

A length counts where it stands beside what it is the length of: before it (*three hours of show*), behind it (*a show
of three hours*, *the show lasted three hours*, *they talked for three hours*). Only lengths in one unit are compared,
for *an hour* can be fifty minutes, and only of what each article gives one length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.discrepancies.moments import written
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.window import Window
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Time

WEIGHT = 1.5
"""Weight from which a noun is one thing in the story, and from which a word beside it says of which."""
BEFORE, BEHIND = 4, 3
"""Tokens before and behind a length in which the noun stands that it is the length of."""
SUBJECT = 8
"""Tokens before *lasted* in which its subject stands."""
LEAST, MOST = 0.08, 1.0
"""Relative difference from which two lengths are not rounded, and up to which they can be of one thing."""
LENGTHS = 60
"""Lengths of one noun that are compared."""
ABOUT = 0.1
"""Share of a length that *about* leaves open."""
_VALUE = re.compile(r"PT?(\d{1,4})([HMSDWY])$")


@dataclass(slots=True)
class _Length:
    """A length with what it is the length of; `low` and `high` in its unit."""

    window: Window
    around: Window
    time: Time
    unit: str
    low: float
    high: float


def find_lengths(teller: Teller) -> Iterator[Finding]:
    """Lengths of one thing that exclude each other."""
    for lengths in _by_noun(teller):
        told: dict[int, set[float]] = defaultdict(set)
        for length in lengths:
            told[length.window.article].add(length.high)
        single = [x for x in lengths if len(told[x.window.article]) == 1]
        for x, y in combinations(single[:LENGTHS], 2):
            if x.window.article != y.window.article and _clash(teller, x, y):
                sides = tuple(
                    teller.side(
                        written(teller.material.articles[z.window.article], z.time),
                        [w.window for w in single if (w.unit, w.low, w.high) == (z.unit, z.low, z.high)],
                    )
                    for z in (x, y)
                )
                about = teller.about([x.window, y.window])
                yield Finding("number", about, sides, teller.note("length", sides), 2.8)
                break


def _clash(teller: Teller, x: _Length, y: _Length) -> bool:
    """Whether two lengths of one noun are of one thing and exclude each other."""
    if x.unit != y.unit:
        return False
    first, second = sorted((x, y), key=lambda z: z.high)
    if first.high >= second.low or not LEAST <= (second.low - first.high) / first.high <= MOST:
        return False
    a, b = x.around, y.around
    shared = [c for c, w in a.concepts.items() if c in b.concepts and w >= WEIGHT]
    return len(shared) > 1 and not other_people(teller.material, a, b)


def _by_noun(teller: Teller) -> list[list[_Length]]:
    """The lengths of the story by what they are lengths of."""
    found: dict[str, list[_Length]] = defaultdict(list)
    weights = teller.propositions.weights
    for sentence in teller.propositions.sentences:
        article = teller.material.articles[sentence.article]
        for k, segment in enumerate(sentence.segments):
            for time in segment.times:
                value = _VALUE.match(time.value)
                if time.type != "DURATION" or value is None or time.interval is not None:
                    continue
                noun = _noun(teller, article, sentence, time)
                if noun is None or weights.of(noun[2]) < WEIGHT:
                    continue
                window = weights.window(sentence, k, k)
                start, end = min(noun[0], time.start), max(noun[1], time.end)
                around = weights.window(sentence, max(0, k - 1), min(len(sentence.segments) - 1, k + 1))
                unit = time.value[1 : value.start(1)] + value[2]
                low, high = _bounds(article, time, float(value[1]))
                window = replace(window, start=start, end=end)
                found[noun[2]].append(_Length(window, around, time, unit, low, high))
    return [found[noun] for noun in sorted(found)]


def _noun(teller: Teller, article: Article, sentence: Sentence, time: Time) -> tuple[int, int, str] | None:
    """The noun that a length stands beside: its place and concept; None if there is none."""
    table = load(article.language).table("discrepancies")
    tokens = teller.material.tokens[article.id]
    marks = {s: (s, e, c) for g in sentence.segments for s, e, c in g.marks if c[0] not in "@~"}
    first, last = tokens.first_at(time.start), tokens.first_at(time.end)
    if tokens.norms[last : last + 1] and tokens.norms[last] in table["of"]:
        behind = (marks.get(tokens.starts[i]) for i in range(last + 1, min(last + 1 + BEHIND, len(tokens))))
        return next((m for m in behind if m), None)
    opening = tokens.first_at(sentence.span.start)
    before = range(max(opening, first - BEFORE), first)
    lasting = next((i for i in reversed(before) if tokens.norms[i] in table["lasting"]), None)
    linked = tokens.norms[first] in table["of"] or (first > 0 and tokens.norms[first - 1] in table["of"])
    if first > 0 and tokens.norms[first - 1] in table["during"]:
        done = [m for i in range(max(opening, first - SUBJECT), first) if (m := marks.get(tokens.starts[i]))]
        events = frozenset().union(*(s.events for s in sentence.segments))
        return next((m for m in reversed(done) if m[2] in events), None)
    if lasting is None and not linked:
        return None
    stop, reach = (first, BEFORE) if lasting is None else (lasting, SUBJECT)
    nouns = [m for i in range(max(opening, stop - reach), stop) if (m := marks.get(tokens.starts[i]))]
    weights = teller.propositions.weights
    return max(nouns, key=lambda m: (weights.told([m[2]]), m[0]), default=None)


def _bounds(article: Article, time: Time, told: float) -> tuple[float, float]:
    """What a length says once *about*, *nearly* and *more than* are read, in its unit."""
    words = article.text[max(0, time.start - BEFORE * 4) : time.end].lower()
    bounds = load(article.language).table("quantities")["bounds"]
    said = {kind for kind, phrases in bounds.items() if any(p in words for p in phrases)}
    if said & {"above", "least"}:
        return told, told * (1 + MOST)
    if said & {"below", "most", "nearly"}:
        return told * (1 - ABOUT), told
    slack = ABOUT * told if "about" in said else 0.0
    return told - slack, told + slack
