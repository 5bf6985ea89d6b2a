"""What only one article reports, and who gets to speak.

Unique is what no other article has in any form: no fact, no copied passage, no statement or event of several articles
and no likely match touches it. What can be checked comes first: who, when, how many, what was done. It is counted
after copies are collapsed: two articles that print one text have nothing unique in it. What an article leaves out is
read from the stances of the facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.model.article import Article
from recoupe.model.dossier import Fact, Person, Reuse, Statement, TimelineEntry, Unique, Voice
from recoupe.model.span import Passage

KNOWN = 0.3
"""Likelihood from which a match says that another article tells the same."""
TELLING = 8.0
"""Least weight of what a passage speaks of: less is no information of its own."""
LEAST = 40
"""Least code points of a unique passage."""
MOSTLY = 0.6
"""Share of a sentence that no other article has from which the whole sentence is shown."""
MOST = 20
"""Passages of one article."""
NAMES, NUMBERS, DATES, DONE, SAID, CUT, DOUBT = 0.5, 0.8, 0.7, 0.8, 0.8, 1.0, 0.4
"""What each name, each number, a date, something done, something said by somebody named, a beginning in mid-sentence
and a word of doubt weigh when passages are ranked. Where in its article a passage stands tells nothing."""
ROOM = 200
"""Code points beyond which a passage costs."""
OPINIONS = frozenset({"judge", "praise", "criticise"})
"""Acts of speech that tell an opinion rather than news."""


def find_unique(
    propositions: Propositions,
    facts: Sequence[Fact],
    reuse: Sequence[Reuse],
    statements: Sequence[Statement] = (),
    timeline: Sequence[TimelineEntry] = (),
) -> tuple[Unique, ...]:
    """Passages that no other article has in any form, by article; of each the most newsworthy first.

    Args:
        propositions: what the articles say, clause by clause.
        facts: what several articles assert.
        reuse: passages found again in other articles.
        statements: what somebody said; those that several articles quote are nobody's own.
        timeline: dated events; the same.
    """
    material = propositions.material
    others = [*_quoted_by_several(material, statements), *_told_by_several(timeline)]
    taken = _taken(propositions, facts, reuse, others)
    found: dict[str, list[tuple[float, Passage]]] = defaultdict(list)
    for sentence in propositions.sentences:
        article = material.articles[sentence.article]
        for first, last in _runs(sentence, taken[article.id]):
            window = propositions.weights.window(sentence, *_whole(sentence, first, last))
            if _says_something(propositions, sentence, first, last):
                found[article.id].append((-_news(article, window), propositions.passage(window)))
    ranked = {i: _ranked(material, rated) for i, rated in found.items()}
    return tuple(Unique(article=a.id, passages=ranked[a.id]) for a in material.articles if a.id in ranked)


def _ranked(material: Material, rated: Sequence[tuple[float, Passage]]) -> tuple[Passage, ...]:
    """Passages of one article, best first, each wording once: a headline is often the first sentence too."""
    once = {" ".join(material.text(p).split()).casefold(): p for _, p in sorted(rated, reverse=True)}
    kept = set(once.values())
    return tuple(p for _, p in sorted(rated) if p in kept)[:MOST]


def _says_something(propositions: Propositions, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a run of segments is long enough, tells that something happens, and speaks of enough."""
    segments = sentence.segments[first : last + 1]
    concepts = frozenset().union(*(s.concepts for s in segments))
    weight = sum(propositions.weights.of(c) for c in concepts)
    return (
        segments[-1].end - segments[0].start >= LEAST
        and any(s.events for s in segments)
        and weight >= TELLING
    )


def _whole(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The run, or its whole sentence where the run is most of it: a proposition and no fragment of one."""
    segments = sentence.segments
    run = segments[last].end - segments[first].start
    whole = segments[-1].end - segments[0].start
    return (0, len(segments) - 1) if run >= MOSTLY * whole else (first, last)


def _news(article: Article, window: Window) -> float:
    """How much a passage tells that can be checked: who, when, how many, what was done or said, in little room."""
    segments = window.sentence.segments[window.first : window.last + 1]
    said = [article.quotations[n] for n in sorted({s.quotation for s in segments} - {-1})]
    score = NAMES * min(3, sum(c.startswith("@") for c in window.concepts))
    score += NUMBERS * min(2, sum(q.told is not None and q.kind != "ordinal" for q in window.quantities))
    score += DATES * any(t.interval is not None for s in segments for t in s.times)
    score += DONE * bool(window.done)
    score += SAID * any(q.speaker_name is not None and q.act not in OPINIONS for q in said)
    score -= CUT * (window.first > 0) + DOUBT * bool(window.doubted)
    return score - max(0, window.end - window.start - ROOM) / ROOM


def _quoted_by_several(material: Material, statements: Iterable[Statement]) -> Iterator[Passage]:
    """Contents of the quotations of statements that several articles carry."""
    for statement in statements:
        if len({q.article for q in statement.quotations}) > 1:
            for q in statement.quotations:
                for span in material.by_id[q.article].quotations[q.index].content:
                    yield Passage(q.article, span.start, span.end)


def _told_by_several(timeline: Iterable[TimelineEntry]) -> Iterator[Passage]:
    """Passages of events that several articles tell."""
    for entry in timeline:
        if len({p.article for p in entry.passages}) > 1:
            yield from entry.passages


def _taken(
    propositions: Propositions, facts: Iterable[Fact], reuse: Iterable[Reuse], others: Iterable[Passage]
) -> dict[str, list[tuple[int, int]]]:
    """For each article the places that another article has too, in order and joined."""
    material = propositions.material
    places: dict[str, list[tuple[int, int]]] = {a.id: [] for a in material.articles}
    for other in others:
        places[other.article].append((other.start, other.end))
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
