"""The same thing affirmed here, and alleged or denied there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.compare.discrepancies.bearing import (
    event_is_verb,
    events_in,
    expected,
    possible,
    says_one_of,
    suspected,
)
from recoupe.compare.discrepancies.finding import Finding, Swaps, Teller, other_people, published
from recoupe.compare.discrepancies.gather import Pair, bundle
from recoupe.compare.facts.alignment import Match
from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.judge import sameness
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.status import quotation_of
from recoupe.compare.facts.values import Relation, compare_quantities
from recoupe.compare.facts.window import DENY, Window
from recoupe.compare.material import Material
from recoupe.language import load

ALIKE = 0.35
"""Least likelihood that two passages speak of the same thing, negation aside."""
ALLEGED = 0.3
"""Least likelihood that an affirmation and an allegation say the same."""
WORDS = 2
"""Least number of words, names aside, that an affirmation shares with its denial or with an allegation."""
PART = 0.25
"""Share of both passages that an affirmation and an allegation have in common."""
MOSTLY = 0.5
"""Share of both passages that an affirmation and its denial have in common."""
EVENT = 1.5
"""Weight from which a shared event can be what is affirmed here and left open there."""
CORE = 4.0
"""Weight of shared concepts, one an event, from which their being denied on one side makes the sides contrary."""


SHORT = 3
"""Tokens between *without* and the event that it leaves out."""
OPENING = 30
"""Code points of a quotation in which the clause begins that its cue denies."""


def find_allegations(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """What one article affirms in its own voice and another tells as a suspicion or hearsay."""
    pairs = []
    for p, match in matches:
        a, b = match.a, match.b
        if p < ALLEGED or bool(a.alleged) == bool(b.alleged):
            continue
        plain, reserved = (b, a) if a.alleged else (a, b)
        event = suspected(teller.material, reserved)
        if event is None or plain.concepts.get(event, 0.0) < EVENT or not _close(a, b):
            continue
        if _tells(teller.material, plain, event) and affirmed(teller.material, plain):
            pairs.append(Pair(a, b, p))
    for found in bundle(pairs, lambda w: bool(w.alleged)):
        if len(found.sides) > 1:
            sides = (
                teller.side(teller.label("affirmed"), found.sides[False]),
                teller.side(teller.label("alleged"), found.sides[True]),
            )
            windows = [*found.sides[False], *found.sides[True]]
            yield Finding(
                "modality", teller.about(windows), sides, teller.note("alleged", sides), 3.0 + found.strength
            )


def _tells(material: Material, window: Window, event: str) -> bool:
    """Whether a window tells an event as somebody's deed: by its verb, or as what somebody is *responsible for*.

    *He made the losses heavier* tells of losses that somebody else is suspected of.
    """
    article = material.articles[window.article]
    if says_one_of(material, window, load(article.language).table("discrepancies")["blame"]):
        return event in window.events | window.done
    return event_is_verb(material, window, event)


def _close(a: Window, b: Window) -> bool:
    """Whether two passages share a number, or two words and a good part of both."""
    shared = {c: w for c, w in a.concepts.items() if c in b.concepts}
    words = sum(not c.startswith("@") and w >= 1 for c, w in shared.items())
    number = compare_quantities(a.quantities, b.quantities) is Relation.SAME
    return number or (words >= WORDS and min(sum(shared.values()) / x.total for x in (a, b)) >= PART)


def find_possibilities(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """What one article announces and another tells as only possible, in the same days or later."""
    material = teller.material
    for p, match in matches:
        a, b = match.a, match.b
        if p < OPEN or a.negated or b.negated or not (a.expected or b.expected):
            continue
        events = frozenset(c for c in a.events & b.events if a.concepts[c] >= EVENT)
        for sure, other in ((a, b), (b, a)):
            event = possible(material, other, events)
            if event is None or expected(material, sure, frozenset({event})) is None:
                continue
            if possible(material, sure, events) is not None:
                continue
            if published(material, other) < published(material, sure):
                continue  # what was possible has been decided
            sides = (
                teller.side(teller.label("certain"), [sure]),
                teller.side(teller.label("possible"), [other]),
            )
            yield Finding("modality", teller.about([a, b]), sides, teller.note("open", sides), 2.0 + p)
            break


OPEN = 0.6
"""Least likelihood that an announcement and a possibility are of the same thing."""


def find_denials(teller: Teller, matches: list[tuple[float, Match]]) -> Iterator[Finding]:
    """What one article affirms in its own voice and another negates or reports as denied."""
    material, swaps = teller.material, Swaps(teller.material)
    for _, match in matches:
        a, b = match.a, match.b
        if not contrary(material, a, b) or other_people(material, a, b) or swaps.between(a, b) is not None:
            continue
        plain, turned = (b, a) if _turned(material, a, b) else (a, b)
        shared = {c: w for c, w in a.concepts.items() if c in b.concepts}
        words = sum(not c.startswith("@") and w >= 1 for c, w in shared.items())
        if (
            words < WORDS
            or min(sum(shared.values()) / x.total for x in (a, b)) < MOSTLY
            or not affirmed(material, plain)
        ):
            continue
        if (
            not plain.done
            or (turned.ahead and not _denies(material, turned))
            or (same := sameness(a, b)) < ALIKE
        ):
            continue
        sides = (
            teller.side(teller.label("affirmed"), [plain]),
            teller.side(teller.label("denied"), [turned, *_fellows(teller, turned, plain)]),
        )
        yield Finding("modality", teller.about([a, b]), sides, teller.note("denied", sides), 3.0 + same)


def _fellows(teller: Teller, turned: Window, plain: Window) -> list[Window]:
    """Passages of the same facts as `turned` that turn round what `plain` affirms as well."""
    return [
        w
        for group in teller.propositions.groups_of(turned)
        for w in group.members
        if w is not turned and w.article != plain.article and _turned(teller.material, w, plain)
    ]


def affirmed(material: Material, window: Window, *, negated: bool = False) -> bool:
    """Whether a window affirms something without reserve, in the outlet's own voice and not for later.

    Args:
        material: the articles.
        window: a passage.
        negated: whether it is to affirm that something is not so.
    """
    if window.doubted or window.alleged or window.ahead or window.negated != negated:
        return False
    if window.denied and not negated:
        return False
    if _behind_reserve(material, window) or _takes_up(material, window):
        return False
    return quotation_of(material, window) is None and not _asks(material, window)


def _takes_up(material: Material, window: Window) -> bool:
    """Whether a window only says what somebody claims: *charges that he spent ...*."""
    words = load(material.articles[window.article].language).table("discrepancies")["echoes"]
    return says_one_of(material, window, words)


def _behind_reserve(material: Material, window: Window) -> bool:
    """Whether the word right before a window leaves it open: *would have | then sent*."""
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    first = tokens.first_at(window.start)
    return first > 0 and grammar(article.language).doubts(tokens.norms[first - 1])


def _asks(material: Material, window: Window) -> bool:
    """Whether a window is, or ends, a question."""
    return "?" in material.articles[window.article].text[window.start : window.end + 3]


def contrary(material: Material, a: Window, b: Window) -> bool:
    """Whether one window turns round what both speak of: exactly one of them."""
    return _turned(material, a, b) != _turned(material, b, a)


def _turned(material: Material, a: Window, b: Window) -> bool:
    """Whether `a` negates or denies weighty concepts, an event among them, that it shares with `b`."""
    shared = {c: w for c, w in a.concepts.items() if c in b.concepts}
    if not any(c in shared for c in (a.events | a.done) & (b.events | b.done)):
        return False
    if _denies(material, a) and not _denies(material, b):
        return sum(shared.values()) >= CORE
    article = material.articles[a.article]
    if a.denied & _negative(article.language) or _asks(material, a) or _without(material, a):
        return False
    return sum(shared.get(c, 0.0) for c in a.denied) >= CORE and any(c in shared for c in a.denied & a.events)


@cache
def _negative(code: str) -> frozenset[str]:
    """Concepts of the verbs that are negative by themselves."""
    return frozenset(lexicon(code).concept(w) for w in load(code).table("facts")["negative_verbs"])


def _without(material: Material, window: Window) -> bool:
    """Whether what a window denies is only left out of a plan: *without legalising*."""
    article = material.articles[window.article]
    tokens = material.tokens[article.id]
    words = load(article.language).table("facts")["without"]
    return any(
        tokens.norms[j] in words
        for i, _ in events_in(material, window, window.denied & window.events)
        for j in range(max(0, i - SHORT), i)
    )


def _denies(material: Material, window: Window) -> bool:
    """Whether a window reports a denial, or is the first clause of what is denied."""
    if DENY in window.concepts:
        return True
    quotation = quotation_of(material, window)
    if quotation is None or quotation.act != "deny":
        return False
    return any(abs(window.start - s.start) <= OPENING for s in quotation.content)
