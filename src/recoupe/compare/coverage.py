"""What only one article reports, and who gets to speak.

Unique is what no other article has in any form: no fact, no copied passage and no likely match touches it. It is
counted after copies are collapsed: two articles that print one text have nothing unique in it. What an article leaves
out is read from the stances of the facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.material import Material
from recoupe.model.dossier import Fact, Person, Reuse, Unique, Voice
from recoupe.model.span import Passage

KNOWN = 0.3
"""Likelihood from which a match says that another article tells the same."""
TELLING = 8.0
"""Least weight of what a passage speaks of: less is no information of its own."""
LEAST = 40
"""Least code points of a unique passage."""


def find_unique(
    propositions: Propositions, facts: Sequence[Fact], reuse: Sequence[Reuse]
) -> tuple[Unique, ...]:
    """Passages that no other article has in any form, by article.

    Args:
        propositions: what the articles say, clause by clause.
        facts: what several articles assert.
        reuse: passages found again in other articles.
    """
    material = propositions.material
    taken = _taken(material, propositions, facts, reuse)
    found: dict[str, list[Passage]] = defaultdict(list)
    for sentence in propositions.sentences:
        article = material.articles[sentence.article]
        for first, last in _runs(sentence, taken[article.id]):
            segments = sentence.segments[first : last + 1]
            concepts = frozenset().union(*(s.concepts for s in segments))
            told = (
                any(s.events for s in segments)
                and sum(propositions.weights.of(c) for c in concepts) >= TELLING
            )
            window = propositions.weights.window(sentence, first, last)
            if told and window.end - window.start >= LEAST:
                found[article.id].append(propositions.passage(window))
    return tuple(Unique(article=a.id, passages=tuple(found[a.id])) for a in material.articles if found[a.id])


def _taken(
    material: Material, propositions: Propositions, facts: Iterable[Fact], reuse: Iterable[Reuse]
) -> dict[str, list[tuple[int, int]]]:
    """For each article the places that another article has too, in order and joined."""
    places: dict[str, list[tuple[int, int]]] = {a.id: [] for a in material.articles}
    for fact in facts:
        for passage in (*(p.passage for p in fact.passages), *fact.against):
            places[passage.article].append((passage.start, passage.end))
    for pair in reuse:
        for side in (pair.a, pair.b):
            places[side.article].append((side.start, side.end))
    for likely, match in propositions.matches:
        if likely >= KNOWN:
            for window in (match.a, match.b):
                places[material.articles[window.article].id].append((window.start, window.end))
    return {article: _joined(spans) for article, spans in places.items()}


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _runs(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of segments of a sentence that no other article has: indexes of the first and the last."""
    near = [t for t in taken if t[0] < sentence.span.end and sentence.span.start < t[1]]
    runs: list[tuple[int, int]] = []
    for n, segment in enumerate(sentence.segments):
        covered = sum(max(0, min(segment.end, end) - max(segment.start, start)) for start, end in near)
        if covered * 2 >= segment.end - segment.start:
            continue
        if runs and runs[-1][1] == n - 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return runs


def count_voices(material: Material, people: Sequence[Person]) -> tuple[Voice, ...]:
    """Quotations and quoted code points by speaker and article, most quoted first.

    A speaker is the id of a person of the story where the name is one's, else the name.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for person in people:
        named[person.name].add(person.id)
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for article in material.articles:
        for quotation in article.quotations:
            if quotation.speaker_name is None:
                continue
            ids = named.get(quotation.speaker_name, set())
            speaker = next(iter(ids)) if len(ids) == 1 else quotation.speaker_name
            count = counts[speaker, article.id]
            count[0] += 1
            count[1] += sum(len(s) for s in quotation.content)
    voices = [Voice(person=p, article=a, quotations=n, characters=c) for (p, a), (n, c) in counts.items()]
    return tuple(sorted(voices, key=lambda v: (-v.characters, v.person, v.article)))
