"""One name under two spellings that are not merely two alphabets, accents of capitals, or a shorter form."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.spelling import (
    LONG,
    MOST_EDITS,
    WORD,
    half_a_given_name,
    one_name,
    one_word,
    slip,
    sound_alike,
)
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.dossier import DiscrepancyKind, Side
from recoupe.model.findings import NameType
from recoupe.model.span import Passage, Span
from recoupe.text.accents import plain

MOST_SPELLINGS = 400
"""Distinct names compared with each other, the most frequent ones."""


def find_names(teller: Teller) -> Iterator[Finding]:
    """Spellings of one name that differ by a letter or an accent; one finding for one pair of spellings of a word."""
    spellings = _spellings(teller)
    forms = sorted(spellings)
    full = _given_names(teller)
    found: dict[tuple[NameType, str, str], tuple[set[Passage], set[Passage]]] = {}
    sounds = load(teller.language).table("discrepancies")["sounds"]["rules"]
    spoken = {a.id: a.language for a in teller.material.articles}
    languages = {form: {spoken[p.article] for p in places} for form, places in spellings.items()}
    for n, (kind, first) in enumerate(forms):
        for other_kind, second in forms[n + 1 :]:
            alike = other_kind == kind and languages[kind, first] & languages[kind, second]
            words = one_name(first, second, sounds) if alike else None
            if words is not None and _two_people(full[kind, first], full[kind, second]):
                continue
            if words is None:
                continue
            often = 1 if half_a_given_name(first, second, words) else TWICE
            if _both_at_home(spellings[kind, first], spellings[kind, second], often):
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
            words = WORD.findall(name.name)
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
    _add_unknown(teller, found)
    keep = sorted(found, key=lambda k: (-len(found[k]), k))[:MOST_SPELLINGS]
    return {k: found[k] for k in keep}


def _add_bare(teller: Teller, found: dict[tuple[NameType, str], set[Passage]]) -> None:
    """Add words that are the last word of a known name but for an accent: *the Noël law*."""
    last: dict[str, tuple[NameType, str]] = {}
    for kind, form in sorted(found):
        word = (WORD.findall(form) or [""])[-1]
        if kind == "person" and len(word) >= LONG:
            last.setdefault(plain(word), (kind, word))
    for article in teller.material.articles:
        for _, span in _capitals(teller.material, article):
            word = span.of(article.text)
            known = last.get(plain(word)) if len(word) >= LONG else None
            if known is not None and word != known[1]:
                found[known[0], word].add(Passage(article.id, span.start, span.end))


def _add_unknown(teller: Teller, found: dict[tuple[NameType, str], set[Passage]]) -> None:
    """Add words with a capital inside a sentence that are no name by themselves but spell one: *Gdanks*, *Alliance*.

    They are compared with names of one word and with each other; at least one of the two must be no common word.
    """
    sounds = load(teller.language).table("discrepancies")["sounds"]["rules"]
    known_word = lexicon(teller.language).knows
    bare: dict[str, set[Passage]] = defaultdict(set)
    for article in teller.material.articles:
        common = lexicon(article.language).stopwords
        tokens = teller.material.tokens[article.id]
        firsts = {tokens.first_at(s.start) for s in article.sentences}
        for i, span in _capitals(teller.material, article):
            word = span.of(article.text)
            begins = i in firsts or (i > 0 and not tokens.norms[i - 1][0].isalpha())
            if len(word) > LONG and plain(word) not in common and not begins:
                bare[word].add(Passage(article.id, span.start, span.end))
    known = {form: kind for kind, form in sorted(found) if " " not in form and len(form) > LONG}
    words = sorted(bare)[:MOST_SPELLINGS]
    for n, word in enumerate(words):
        for other in (*known, *words[n + 1 :]):
            if word[0] != other[0]:
                continue
            known_words = sum(known_word(w.lower()) for w in (word, other))
            spelt, heard = one_word(word, other), sound_alike(word, other, sounds)
            if not ((spelt and known_words == 0) or (heard and known_words <= 1)):
                continue
            kind = known.get(other, "organization")
            for form in (word, other):
                if form in bare:
                    found[kind, form] |= bare[form]


def find_acronyms(teller: Teller) -> Iterator[Finding]:
    """Acronyms that stand once and are a slip away from one that the story has again, or gives in brackets."""
    found: dict[str, list[Passage]] = defaultdict(list)
    given: set[str] = set()
    for article in teller.material.articles:
        tokens = teller.material.tokens[article.id]
        for i, word in enumerate(tokens.forms):
            span = Span(tokens.starts[i], tokens.ends[i])
            if word.isupper() and word.isalpha() and not teller.material.in_furniture(article.id, span):
                found[word].append(Passage(article.id, span.start, span.end))
                if i and tokens.forms[i - 1] == "(":
                    given.add(word)
    once = [w for w, places in found.items() if len(places) == 1]
    known = [w for w, places in found.items() if len(places) > 1 or w in given]
    for word in sorted(once):
        meant = [k for k in sorted(known) if k != word and slip(word, k)]
        if len(meant) == 1:
            sides = (Side(meant[0], tuple(found[meant[0]])), Side(word, tuple(found[word])))
            yield Finding("name", meant[0], sides, teller.note("name", sides), 0.5)


def _capitals(material: Material, article: Article) -> Iterator[tuple[int, Span]]:
    """Tokens with a capital that belong to no name, and their places."""
    tokens = material.tokens[article.id]
    named = sorted((n.start, n.end) for n in article.names)
    starts = [s for s, _ in named]
    for i, word in enumerate(tokens.forms):
        if not word[0].isupper() or word.isupper():
            continue
        at = bisect_right(starts, tokens.starts[i]) - 1
        span = Span(tokens.starts[i], tokens.ends[i])
        if (at < 0 or named[at][1] <= span.start) and not material.in_furniture(article.id, span):
            yield i, span


def _both_at_home(a: set[Passage], b: set[Passage], often: int) -> bool:
    """Whether two spellings are two names: some article has both, each as often as this."""
    count_a, count_b = Counter(p.article for p in a), Counter(p.article for p in b)
    return any(count_a[x] >= often and count_b[x] >= often for x in count_a.keys() & count_b.keys())


TWICE = 2
"""How often an article must write a name in two ways to mean two; brothers may be named once each."""
