"""Statements that are quoted in two languages: groups of quotations of one language joined with those of another.

Decides by speaker, by the concepts that contents share between languages (`facts.languages`), by numbers and by who
denies; by their place in a passage that one article translates from another; with a model, also by how alike it finds
them. Inside one language `grouping` decided before. A translation
keeps names, numbers and most things spoken of, but no word of its own, so that no words are aligned: the page shows
both wordings whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recoupe.compare.embeddings import Encoder
from recoupe.compare.facts.languages import SharedLexicon, several_languages, shared_lexicon
from recoupe.compare.material import Material
from recoupe.compare.statements.match import Quoted, fit
from recoupe.compare.statements.variants import reference
from recoupe.model.article import Article
from recoupe.model.dossier import Reuse
from recoupe.model.span import Passage, Span

if TYPE_CHECKING:
    from recoupe.compare.meanings import Meanings

SHARE, COMMON, CONCEPTS = 0.5, 5.0, 2
"""Share of the lighter content, weight and number of concepts that two contents of one speaker have in common."""
TELLING = 1.0
"""Weight from which a concept in common says something."""
KEPT, NEIGHBOURS = 20, 4
"""Groups remembered for a concept; groups of other languages that a model pairs one with."""
AWAY, LENGTHS, SURE = 0.1, 2.0, 1.0
"""How far apart, in parts of a translated passage, and how unlike in length two contents of one statement may be; what
their place adds to how well they fit."""
ALIKE, ALIKE_UNKNOWN = 0.6, 0.75
"""Likeness that a model must find, of one speaker's quotations and where a speaker is not known by name."""


class _Content(NamedTuple):
    """What a group's fullest quotation says, as concepts of all languages with their weights."""

    quoted: Quoted
    language: str
    concepts: dict[str, float]
    text: str


def join_languages(
    material: Material,
    items: Sequence[Quoted],
    groups: Sequence[list[int]],
    model: Encoder | None = None,
    reuse: Sequence[Reuse] = (),
) -> list[list[int]]:
    """Groups of quotations, those of one statement in two languages joined; each with one of each other language.

    Args:
        material: the story.
        items: its quotations.
        groups: numbers of quotations of each statement, as far as one language shows.
        model: what encodes meanings, if the user has one.
        reuse: copied passages, translated ones included.
    """
    if not several_languages(material.articles):
        return list(groups)
    contents = [_content(material, [items[n] for n in group]) for group in groups]
    meanings = _meanings(model, contents) if model else None
    found = [
        (-score, a, b)
        for a, b in _candidates(contents, meanings)
        if (score := _score(contents, meanings, a, b)) > 0
    ]
    found += [(-score, a, b) for a, b, score in _in_translations(material, items, groups, reuse)]
    joined = {n: [n] for n in range(len(groups))}
    for _, a, b in sorted(found):
        held, other = joined[a], joined[b]
        if held is other or {contents[n].language for n in held} & {contents[n].language for n in other}:
            continue
        held += other
        for n in other:
            joined[n] = held
    merged = {min(held): held for held in joined.values()}
    return [sorted(n for g in merged[first] for n in groups[g]) for first in sorted(merged)]


def _in_translations(
    material: Material, items: Sequence[Quoted], groups: Sequence[list[int]], reuse: Sequence[Reuse]
) -> Iterator[tuple[int, int, float]]:
    """Groups with quotations of one speaker at one place of a translated passage, and how near their places are."""
    at: dict[str, list[tuple[Span, int, Quoted]]] = {}
    for number, group in enumerate(groups):
        for item in (items[n] for n in group):
            span = max(item.quotation.content, key=len)
            at.setdefault(item.ref.article, []).append((span, number, item))
    for r in reuse:
        if material.by_id[r.a.article].language == material.by_id[r.b.article].language:
            continue
        inside = [[q for q in at.get(p.article, ()) if p.start <= q[0].start < p.end] for p in (r.a, r.b)]
        for span, one, a in inside[0]:
            for place, other, b in inside[1]:
                away = abs(_part(span, r.a) - _part(place, r.b))
                sizes = sorted((len(span), len(place)))
                if away <= AWAY and sizes[1] <= LENGTHS * sizes[0] and fit(a, b) == "same" and _agree(a, b):
                    yield one, other, 2.0 + SURE - away


def _part(span: Span, passage: Passage) -> float:
    """Where the middle of a span lies in a passage, from 0 to 1."""
    return ((span.start + span.end) / 2 - passage.start) / len(passage.span)


def _agree(a: Quoted, b: Quoted) -> bool:
    """Whether both deny or neither does, and neither gives a number that the other lacks."""
    denied = (a.quotation.act == "deny") != (b.quotation.act == "deny")
    return not denied and a.numbers == b.numbers


def _content(material: Material, group: Sequence[Quoted]) -> _Content:
    """The content of the quotation that stands for a group."""
    quoted = reference(group)
    article = material.by_id[quoted.ref.article]
    text = " ".join(" ".join(s.of(article.text).split()) for s in quoted.quotation.content)
    return _Content(quoted, article.language, _concepts(material, article, quoted), text)


def _concepts(material: Material, article: Article, quoted: Quoted) -> dict[str, float]:
    """Concepts of the words of a content and their weights."""
    known: SharedLexicon = shared_lexicon(article.language)
    words, tokens = material.words(article.id), material.tokens[article.id]
    norms = [tokens.norms[words.tokens[n]] for n in quoted.words if words.content[n]]
    return {c: known.weight(c) for c in (known.concept(w) for w in norms if w[0].isalpha())}


def _meanings(model: Encoder, contents: Sequence[_Content]) -> Meanings:
    from recoupe.compare.meanings import Meanings  # noqa: PLC0415 - NumPy is paid for when used

    return Meanings(model, [(c.text, c.language) for c in contents])


def _candidates(contents: Sequence[_Content], meanings: Meanings | None) -> list[tuple[int, int]]:
    """Pairs of groups in two languages that share a concept, or that the model finds alike.

    Of the groups that have a concept the first `KEPT` are looked up, so that work grows with the story.
    """
    pairs: set[tuple[int, int]] = set()
    having: dict[str, list[int]] = {}
    for n, content in enumerate(contents):
        for concept, weight in sorted(content.concepts.items()):
            if weight >= TELLING:
                held = having.setdefault(concept, [])
                pairs.update((other, n) for other in held if contents[other].language != content.language)
                if len(held) < KEPT:
                    held.append(n)
    if meanings is not None:
        pairs.update((a, b) for _, a, b in meanings.pairs(ALIKE, NEIGHBOURS))
    return sorted(pairs)


def _score(contents: Sequence[_Content], meanings: Meanings | None, at_a: int, at_b: int) -> float:
    """How well two groups fit as one statement, 0 if they do not."""
    a, b = contents[at_a], contents[at_b]
    fits = fit(a.quoted, b.quoted)
    if fits == "different" or not _agree(a.quoted, b.quoted):
        return 0.0
    if meanings is not None:
        alike = meanings.likeness(meanings.joined([at_a], [1.0]), meanings.joined([at_b], [1.0]))
        if alike >= (ALIKE if fits == "same" else ALIKE_UNKNOWN):
            return 1.0 + alike
    shared = [w for c, w in a.concepts.items() if c in b.concepts and w >= TELLING]
    share = sum(shared) / max(0.1, min(sum(a.concepts.values()), sum(b.concepts.values())))
    if fits == "same" and len(shared) >= CONCEPTS and sum(shared) >= COMMON and share >= SHARE:
        return share
    return 0.0
