"""One name under two spellings that are not merely two alphabets, accents of capitals, or a shorter form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.model.dossier import DiscrepancyKind, Side
from recoupe.model.findings import NameType
from recoupe.model.span import Passage, Span
from recoupe.text.accents import plain

LONG = 5
"""Letters below which one letter more or less makes another name."""
MOST_EDITS = 2
"""Edits between two spellings of one name."""
VERY_LONG = 9
"""Letters from which two edits still leave the same name."""
MOST_SPELLINGS = 400
"""Distinct names compared with each other, the most frequent ones."""


def find_names(teller: Teller) -> Iterator[Finding]:
    """Spellings of one name that differ by a letter or an accent; one finding for one pair of spellings of a word."""
    spellings = _spellings(teller)
    forms = sorted(spellings)
    full = _given_names(teller)
    found: dict[tuple[NameType, str, str], tuple[set[Passage], set[Passage]]] = {}
    spoken = {a.id: a.language for a in teller.material.articles}
    languages = {form: {spoken[p.article] for p in places} for form, places in spellings.items()}
    for n, (kind, first) in enumerate(forms):
        for other_kind, second in forms[n + 1 :]:
            alike = other_kind == kind and languages[kind, first] & languages[kind, second]
            words = _one_name(first, second) if alike else None
            if words is not None and _two_people(full[kind, first], full[kind, second]):
                continue
            if words is None or _both_at_home(spellings[kind, first], spellings[kind, second]):
                continue
            x, y = words
            places = (spellings[kind, first], spellings[kind, second])
            if y < x:
                x, y, places = y, x, (places[1], places[0])
            left, right = found.setdefault((kind, x, y), (set(), set()))
            left |= places[0]
            right |= places[1]
    for (kind, _, _), (left, right) in found.items():
        sides = tuple(
            sorted(
                (Side(teller.material.text(min(places)), tuple(sorted(places))) for places in (left, right)),
                key=lambda s: (-len(s.passages), s.value),
            )
        )
        word: DiscrepancyKind = "place" if kind == "place" else "name"
        weight = 0.5 + min(0.4, 0.1 * len(sides[0].passages))
        yield Finding(word, sides[0].value, sides, teller.note(word, sides), weight)


def _given_names(teller: Teller) -> dict[tuple[NameType, str], set[str]]:
    """The first words of the fullest names that the articles give for what each form names."""
    found: dict[tuple[NameType, str], set[str]] = defaultdict(set)
    for article in teller.material.articles:
        for name in article.names:
            words = _WORD.findall(name.name)
            if len(words) > 1:
                form = " ".join(article.text[name.start : name.end].split())
                found[name.type, form].add(plain(words[0]))
    return found


def _two_people(a: set[str], b: set[str]) -> bool:
    """Whether two forms go with given names that are not one, spelt in two ways."""
    return bool(a and b) and all(
        x != y and DamerauLevenshtein.distance(x, y) > MOST_EDITS for x in a for y in b
    )


def _spellings(teller: Teller) -> dict[tuple[NameType, str], set[Passage]]:
    """Where each name stands, as written; names in capitals show no spelling."""
    found: dict[tuple[NameType, str], set[Passage]] = defaultdict(set)
    for article in teller.material.articles:
        for name in article.names:
            form = " ".join(article.text[name.start : name.end].split())
            if len(form) >= LONG and not form.isupper():
                found[name.type, form].add(Passage(article.id, name.start, name.end))
    _add_bare(teller, found)
    keep = sorted(found, key=lambda k: (-len(found[k]), k))[:MOST_SPELLINGS]
    return {k: found[k] for k in keep}


def _add_bare(teller: Teller, found: dict[tuple[NameType, str], set[Passage]]) -> None:
    """Add words that are the last word of a known name but for an accent: *the Noël law*."""
    last: dict[str, tuple[NameType, str]] = {}
    for kind, form in sorted(found):
        word = (_WORD.findall(form) or [""])[-1]
        if kind == "person" and len(word) >= LONG:
            last.setdefault(plain(word), (kind, word))
    for article in teller.material.articles:
        tokens = teller.material.tokens[article.id]
        named = sorted((n.start, n.end) for n in article.names)
        starts = [s for s, _ in named]
        for i, word in enumerate(tokens.forms):
            if len(word) < LONG or not word[0].isupper() or word.isupper():
                continue
            known = last.get(plain(word))
            span = Span(tokens.starts[i], tokens.ends[i])
            at = bisect_right(starts, span.start) - 1
            if known is None or word == known[1] or (at >= 0 and named[at][1] > span.start):
                continue
            if not teller.material.in_furniture(article.id, span):
                found[known[0], word].add(Passage(article.id, span.start, span.end))


def _one_name(a: str, b: str) -> tuple[str, str] | None:
    """The one word in which two spellings of a name differ; None if they are no spellings of one name."""
    words_a, words_b = _WORD.findall(a), _WORD.findall(b)
    if len(words_a) != len(words_b):
        if min(len(words_a), len(words_b)) != 1:
            return None
        # one is the last name alone
        words_a, words_b = words_a[-1:], words_b[-1:]
    differing = [(x, y) for x, y in zip(words_a, words_b, strict=True) if x.casefold() != y.casefold()]
    return differing[0] if len(differing) == 1 and _one_word(*differing[0]) else None


_WORD = re.compile(r"[^\W_]+")


def _one_word(a: str, b: str) -> bool:
    """Whether two words can be one, spelt in two ways; an accent missing on a capital is no other spelling."""
    plain_a, plain_b = plain(a), plain(b)
    if plain_a == plain_b:
        return a[1:].casefold() != b[1:].casefold()
    if min(len(plain_a), len(plain_b)) < LONG or abs(len(plain_a) - len(plain_b)) > 1:
        return False
    if plain_a.startswith(plain_b) or plain_b.startswith(plain_a) or plain_a[0] != plain_b[0]:
        return False
    if _inflected(plain_a, plain_b):
        return False
    return DamerauLevenshtein.distance(plain_a, plain_b) <= MOST_EDITS - (
        min(len(plain_a), len(plain_b)) < VERY_LONG
    )


def _inflected(a: str, b: str) -> bool:
    """Whether two words differ by their endings alone: *Democrats* and *Democratic* are two words of one family."""
    common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[-1] != b[-1] and len(a) + len(b) - 2 * common > MOST_EDITS


def _both_at_home(a: set[Passage], b: set[Passage]) -> bool:
    """Whether two spellings are two names: some article has both, each more than once."""
    count_a, count_b = Counter(p.article for p in a), Counter(p.article for p in b)
    return any(count_a[x] > 1 and count_b[x] > 1 for x in count_a.keys() & count_b.keys())
