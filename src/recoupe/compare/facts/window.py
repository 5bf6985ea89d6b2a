"""A window: a run of segments of one sentence, seen as one proposition; and the weights of a story's concepts."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.lexicon import Lexicon
from recoupe.compare.facts.values import Relation, compare_quantities, compare_times
from recoupe.compare.unions import Unions
from recoupe.model.findings import Quantity, Time

DENY = "=deny"
"""The class of synonyms of denials."""
AGO = 2
"""Months from which an event lies so far back that a passage without a moment does not speak of it."""
NAME_LEAST, NAME_MOST = 1.0, 4.0
"""Bounds of the weight of a name: one that every sentence has tells little."""
LEAST_WORD, LEAST_NAME = 1.0, 1.5
"""Weight from which a word says something, and from which a name is not one that the whole story is about."""
SMALL = 100
"""Sentences that a story is taken to have at least: in two short articles everything that both say would be common."""
STORY_MOST = 5.0
"""Greatest weight that rarity in the story gives."""
MOST_VALUES = 12
"""Times, and quantities, that are compared of one window, which takes the product of both sides: more are a table."""
FIXED_LEAST, FIXED_SHARE, FIXED_REST = 4, 0.7, 0.25
"""Words that stand side by side at least so often, in at least this share of the sentences of the rarer one, are one
expression (*garde des sceaux*): its other words keep this share of their weight beside the weightiest."""


@dataclass(slots=True)
class Window:
    """Segments `first` to `last` (inclusive) of a sentence.

    Attributes:
        concepts: what it speaks of, with weights.
        events: those that tell that something happens or is done.
        said: its words and fixed expressions that say something; what people are called is none.
        named: its names, but those that the whole story is about.
        total: sum of the weights.
        times: its own times; if it has none, the one moment that its sentence tells (`borrowed`).
        bygone: whether all its moments lie more than `AGO` months before the month that the story mostly tells.
        rare: how rare the rarest of its own times is in the story, from 0 (every sentence has it) to 1.
        quantities: its quantities.
        negated: whether an odd number of its segments are turned round, or it stands in what a quotation denies.
        doubted: whether any is left open.
        alleged: concepts told as suspicion or hearsay.
        denied: concepts that a negation bears upon.
        ahead: whether any speaks of something to come, or possible.
        done: events told in a past tense.
        expected: whether any says that something is still to come.
        verb: whether it has a verb of its own, and does not only hang on one.
        settled: whether what it hangs on is told as done.
        weights: the weights of the story that it belongs to.
    """

    sentence: Sentence
    first: int
    last: int
    start: int
    end: int
    concepts: dict[str, float]
    events: frozenset[str]
    said: frozenset[str]
    named: frozenset[str]
    total: float
    times: tuple[Time, ...]
    bygone: bool
    rare: float
    borrowed: bool
    quantities: tuple[Quantity, ...]
    negated: bool
    doubted: bool
    alleged: frozenset[str]
    denied: frozenset[str]
    ahead: bool
    done: frozenset[str]
    expected: bool
    verb: bool
    settled: bool
    weights: Weights

    @property
    def article(self) -> int:
        """Number of the article."""
        return self.sentence.article

    @property
    def key(self) -> tuple[int, int, int]:
        """Where it stands: article, start, end."""
        return self.sentence.article, self.start, self.end


class Weights:
    """Weight of every concept of a story: the harmonic mean of its rarity in general news and in the story."""

    def __init__(self, sentences: Sequence[Sentence], lexicons: Mapping[int, Lexicon]) -> None:
        seen: Counter[str] = Counter()
        languages: dict[str, Lexicon] = {}
        for sentence in sentences:
            concepts = frozenset().union(*(s.concepts for s in sentence.segments))
            seen.update(frozenset().union(*(s.concepts - s.described for s in sentence.segments)))
            for concept in concepts:
                languages.setdefault(concept, lexicons[sentence.article])
        self._weights = {
            c: _weight(c, math.log((max(len(sentences), SMALL) + 1) / n), languages[c])
            for c in languages
            for n in (max(1, seen[c]),)
        }
        self._roles = frozenset(c for c in seen if languages[c].is_role(c))
        self._articles = len({s.article for s in sentences})
        self._segments: dict[str, int] = {}
        for n, segment in enumerate(g for s in sentences for g in s.segments):
            for concept in segment.concepts - segment.described:
                self._segments[concept] = self._segments.get(concept, 0) | 1 << n
        self._expressions = _expressions(sentences, seen, self._weights)
        days = Counter(d for s in sentences for d in {_span(t) for g in s.segments for t in g.times})
        self._month = _usual_month(days)
        self._rare = {d: math.log(len(sentences) / n) / math.log(len(sentences) + 1) for d, n in days.items()}

    def of(self, concept: str) -> float:
        """Weight of a concept."""
        return self._weights[concept]

    def expression(self, concept: str) -> str:
        """The fixed expression that a word belongs to, else the word."""
        return self._expressions.get(concept, concept)

    def is_role(self, concept: str) -> bool:
        """Whether a concept is what people are called, and so tells of somebody and not of what happened."""
        return concept in self._roles

    def told(self, concepts: Iterable[str]) -> float:
        """How often an article has all of these concepts in one clause, on average: what is told once is a fact."""
        held = -1
        for concept in concepts:
            held &= self._segments.get(concept, 0)
        return 0.0 if held == -1 else held.bit_count() / self._articles

    def _weigh(self, concepts: frozenset[str]) -> dict[str, float]:
        """Weights of concepts that stand together: words of one expression are not counted twice."""
        weights = {c: self._weights[c] for c in sorted(concepts)}
        heads: dict[str, tuple[float, str]] = {}
        for concept, weight in weights.items():
            expression = self._expressions.get(concept)
            if expression is not None:
                heads[expression] = max(heads.get(expression, (0.0, "")), (weight, concept))
        for concept, weight in list(weights.items()):
            expression = self._expressions.get(concept)
            if expression is not None and heads[expression][1] != concept:
                weights[concept] = weight * FIXED_REST
        return weights

    def _said(self, concepts: Mapping[str, float]) -> frozenset[str]:
        """Words and fixed expressions among concepts that say something and are not what people are called."""
        roles, expressions = self._roles, self._expressions
        return frozenset(
            expressions.get(c, c)
            for c, w in concepts.items()
            if w >= LEAST_WORD and c[0] not in "@~" and c not in roles
        )

    def window(self, sentence: Sentence, first: int, last: int) -> Window:
        """The window of segments `first` to `last` of `sentence`."""
        segments = sentence.segments[first : last + 1]
        concepts = self._weigh(frozenset().union(*(s.concepts for s in segments)))
        times = tuple(t for s in segments for t in s.times)[:MOST_VALUES]
        borrowed = not times
        told = times or _only(tuple(t for s in sentence.segments for t in s.times))
        # what hangs on a verb stands or falls with it: *has not signed | the agreement on water*
        governing = [sentence.segments[n] for n in sorted({s.governor for s in segments if s.governor >= 0})]
        telling = [*segments, *(g for g in governing if all(g is not s for s in segments))]
        odd = sum(s.negated for s in telling) % 2 == 1
        disputed = DENY not in concepts and any(s.disputed for s in segments)
        return Window(
            sentence=sentence,
            first=first,
            last=last,
            start=segments[0].start,
            end=segments[-1].end,
            concepts=concepts,
            events=frozenset().union(*(s.events for s in segments)),
            said=self._said(concepts),
            named=_named(concepts),
            total=sum(concepts.values()),
            times=told,
            bygone=self._bygone(told),
            rare=max((self._rare[_span(t)] for t in times), default=0.0),
            borrowed=borrowed,
            quantities=tuple(q for s in segments for q in s.quantities)[:MOST_VALUES],
            negated=odd != disputed,
            doubted=any(s.doubted for s in telling),
            alleged=frozenset().union(*(s.alleged for s in segments)),
            denied=frozenset().union(*(s.denied for s in segments)),
            ahead=any(s.ahead for s in telling),
            done=frozenset().union(*(s.done for s in segments)),
            expected=any(s.expected for s in telling),
            verb=any(s.verb for s in segments),
            settled=any(s.done for s in governing),
            weights=self,
        )

    def trimmed(self, window: Window, other: Window) -> Window:
        """The window without what stands before and after all that it has in common with another.

        What both tell of the same kind (a moment of their own, a number of one thing) counts as common.
        """
        segments = window.sentence.segments[window.first : window.last + 1]
        places = [
            (s, e) for g in segments for s, e, c in g.marks if c in other.concepts and self._weights[c] >= 1
        ]
        if not window.borrowed and not other.borrowed:
            places += [
                (t.start, t.end) for t in window.times if compare_times((t,), other.times) > Relation.NOTHING
            ]
        places += [
            (q.start, q.of.span.end if q.of else q.end)
            for q in window.quantities
            if compare_quantities((q,), other.quantities) > Relation.NOTHING
        ]
        if not places:
            return window
        start, end = min(s for s, _ in places), max(e for _, e in places)
        # little words before what is shared belong to it (*we will give back | the land*)
        marks = [m for g in segments for m in g.marks]
        start = max((e for _, e, c in marks if e <= start and self._weights[c] >= 1), default=window.start)
        if start <= window.start and window.end <= end:
            return window
        inside = [(s, e, c) for s, e, c in marks if start <= s and e <= end]
        concepts = self._weigh(frozenset(c for _, _, c in inside))
        return dataclasses.replace(
            window,
            start=max(start, window.start),
            end=min(end, window.end),
            concepts=concepts,
            events=frozenset(c for c in concepts if c in window.events),
            said=self._said(concepts),
            named=_named(concepts),
            total=sum(concepts.values()),
            denied=window.denied & concepts.keys(),
            alleged=window.alleged & concepts.keys(),
            done=window.done & concepts.keys(),
        )

    def _bygone(self, times: Sequence[Time]) -> bool:
        months = [
            _month(t.interval[1]) for t in times if t.interval is not None and t.type in ("DATE", "TIME")
        ]
        return bool(months) and max(months) < self._month - AGO


def _named(concepts: Mapping[str, float]) -> frozenset[str]:
    return frozenset(c for c, w in concepts.items() if w >= LEAST_NAME and c[0] == "@")


def _usual_month(days: Mapping[str, int]) -> int:
    """The month that most of a story's moments belong to, counted from year 0; 0 if it tells none."""
    months: Counter[int] = Counter()
    for day, count in days.items():
        first, _, last = day.partition("/")
        if day and first[:7] == last[:7]:
            months[_month(first)] += count
    return max(months, key=lambda m: (months[m], m), default=0)


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _expressions(
    sentences: Sequence[Sentence], seen: Mapping[str, int], weights: Mapping[str, float]
) -> dict[str, str]:
    """For each word of a fixed expression of the story the name of the expression (its first word in the alphabet)."""
    pairs: Counter[tuple[str, str]] = Counter()
    told: set[tuple[str, ...]] = set()
    for segment in (g for s in sentences for g in s.segments):
        # a copied clause shows nothing that its original does not
        if segment.sequence in told:
            continue
        told.add(segment.sequence)
        pairs.update(
            {(x, y) for x, y in pairwise(segment.sequence) if x != y and min(weights[x], weights[y]) >= 1}
        )
    fixed = Unions[str]()
    for (x, y), count in sorted(pairs.items()):
        if count >= FIXED_LEAST and count >= FIXED_SHARE * min(seen[x], seen[y]):
            fixed.join(x, y)
    return {word: fixed.root(word) for word in fixed}


def _weight(concept: str, rarity: float, lexicon: Lexicon) -> float:
    if concept.startswith("@"):
        return min(NAME_MOST, max(NAME_LEAST, rarity))
    general = lexicon.weight(concept)
    if general < 1:
        return general
    here = min(STORY_MOST, rarity)
    return 2 * general * here / (general + here)


def _only(times: tuple[Time, ...]) -> tuple[Time, ...]:
    """These times if they are one moment, else none."""
    return times if len({_span(t) for t in times if t.interval is not None}) == 1 else ()


def _span(time: Time) -> str:
    """The days of a time, as a key."""
    return "" if time.interval is None else f"{time.interval[0][:10]}/{time.interval[1][:10]}"
