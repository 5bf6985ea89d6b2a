"""One here and several there: *a magistrate was heard*, *magistrates were heard*.

Only people called by what they are (*judge*, *doctor*), right beside the event that both passages tell; an event so
rare that there are hardly two of it. What is said of a whole class (*doctors may refuse*) shares no such event.
"""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.bearing import events_in
from recoupe.compare.discrepancies.finding import Finding, Teller, other_people
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.language import load

ALIKE = 0.5
"""Least likelihood that two passages speak of the same thing."""
EVENT = 3.5
"""Weight from which an event is so rare that the story has hardly two of it."""
BESIDE = 8
"""Tokens between an event and those to whom it happens."""


def find_plurals(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Events that happen to one person in one article and to several in another."""
    pairs: list[Pair] = []
    told: dict[int, tuple[bool, str]] = {}
    for _, match in matches:
        a, b = match.a, match.b
        events = frozenset(c for c in a.events & b.events if a.concepts[c] >= EVENT)
        words = lexicon(teller.material.articles[a.article].language)
        roles = sorted(c for c in a.concepts if c in b.concepts and words.is_role(c))
        if not events or not roles or a.negated != b.negated or a.ahead != b.ahead:
            continue
        same = sameness(a, b)
        if same < ALIKE or other_people(teller.material, a, b):
            continue
        for role in roles:
            x, y = _told(teller, a, role, events), _told(teller, b, role, events)
            if x is not None and y is not None and x[0] != y[0]:
                told[id(a)], told[id(b)] = x, y
                pairs.append(Pair(a, b, same))
                break
    for found in bundle(pairs, lambda w: told[id(w)][0]):
        if len(found.sides) > 1:
            sides = tuple(
                teller.side(told[id(ws[0])][1], ws) for _, ws in sorted(found.sides.items(), key=str)
            )
            windows = [w for ws in found.sides.values() for w in ws]
            note = teller.note("plural", sides)
            yield Finding("number", teller.about(windows), sides, note, 2.0 + found.strength)


def _told(teller: Teller, window: Window, role: str, events: frozenset[str]) -> tuple[bool, str] | None:
    """Whether several people of a role stand beside one of these events, and their words; None if it is not clear."""
    article = teller.material.articles[window.article]
    language = load(article.language)
    table = language.table("discrepancies")
    tokens = teller.material.tokens[article.id]
    places = [i for i, _ in events_in(teller.material, window, events)]
    found: set[tuple[bool, str]] = set()
    for i, _ in events_in(teller.material, window, frozenset({role})):
        if not any(0 < abs(i - j) <= BESIDE for j in places):
            continue
        word, before = tokens.norms[i], tokens.norms[max(0, i - 1) : i]
        several = language.lemma(word) != word and word.endswith(tuple(table["plural_endings"]))
        if several == any(w in table["one"] for w in before):
            return None
        first = (
            i - 1
            if before and not before[0].isdigit() and before[0] in {*table["one"], *table["many"]}
            else i
        )
        found.add((several, article.text[tokens.starts[first] : tokens.ends[i]]))
    return next(iter(found)) if len(found) == 1 else None
