"""One event put in two places: *a mill was opened in Morne*, *the opening of the mill in Varèche*.

Compared are towns and the like, told with the plain word for *in* right beside the event; not countries, regions or
what is only near. Two places that one sentence of the story names together may lie in each other, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.compare.discrepancies.bearing import events_in
from recoupe.compare.discrepancies.finding import Finding, Teller, of_kin, other_people
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.values import Relation, compare_times
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.findings import Name

ALIKE = 0.45
"""Least likelihood that two passages speak of the same thing."""
EVENT = 2.0
"""Weight from which a shared event is what the places are told of."""
BESIDE = 12
"""Tokens between an event and its place."""
SHARED = 2
"""Things that passages share beside the event."""


def find_venues(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """Events that two articles put in different places."""
    material = teller.material
    together = _named_together(material)
    venues: dict[int, Name] = {}
    pairs: list[Pair] = []
    for _, match in matches:
        a, b = match.a, match.b
        events = frozenset(c for c in a.events & b.events if a.concepts[c] >= EVENT)
        if not events or a.negated != b.negated or len(a.concepts.keys() & b.concepts.keys()) <= SHARED:
            continue
        x, y = _venue(material, a, events), _venue(material, b, events)
        if x is None or y is None or _key(x) == _key(y) or frozenset((_key(x), _key(y))) in together:
            continue
        if (same := match.same) < ALIKE or compare_times(a.times, b.times) is Relation.DIFFERENT:
            continue
        if other_people(material, a, b) or of_kin(material, a) != of_kin(material, b):
            continue
        venues[id(a)], venues[id(b)] = x, y
        pairs.append(Pair(a, b, same))
    for found in bundle(pairs, lambda w: _key(venues[id(w)])):
        if len(found.sides) > 1:
            sides = tuple(
                teller.side(venues[id(ws[0])].name, ws)
                for _, ws in sorted(found.sides.items(), key=lambda s: (-len(s[1]), str(s[0])))
            )
            windows = [w for ws in found.sides.values() for w in ws]
            yield Finding(
                "place", teller.about(windows), sides, teller.note("venue", sides), 2.4 + found.strength
            )


def _venue(material: Material, window: Window, events: frozenset[str]) -> Name | None:
    """The one place that a window puts one of these events in; None if there is none, or several."""
    article = material.articles[window.article]
    tokens, words = material.tokens[article.id], lexicon(article.language)
    at = load(article.language).table("discrepancies")["at"]
    named: list[tuple[int, Name]] = []
    for name in article.names:
        if name.type != "place" or not window.start <= name.start < window.end:
            continue
        first = tokens.first_at(name.start)
        if first and tokens.norms[first - 1] in at and name.name.lower() not in words.countries:
            named.append((first, name))
    if not named:
        return None
    places = [i for i, _ in events_in(material, window, events)]
    found = {_key(name): name for first, name in named if any(abs(first - i) <= BESIDE for i in places)}
    return next(iter(found.values())) if len(found) == 1 else None


def _key(name: Name) -> str:
    return name.name.casefold()


def _named_together(material: Material) -> set[frozenset[str]]:
    """Pairs of places that some sentence names both of."""
    found: set[frozenset[str]] = set()
    for article in material.articles:
        places = [n for n in article.names if n.type == "place"]
        at = 0
        for sentence in article.sentences:
            while at < len(places) and places[at].start < sentence.start:
                at += 1
            end = at
            while end < len(places) and places[end].start < sentence.end:
                end += 1
            keys = sorted({_key(n) for n in places[at:end]})[:MOST]
            found.update(frozenset((x, y)) for k, x in enumerate(keys) for y in keys[k + 1 :])
            at = end
    return found


MOST = 30
"""Places of one sentence that are looked at: more are a list."""
