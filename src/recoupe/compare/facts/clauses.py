"""Sentences cut into clauses and phrases, each with what it speaks of.

A segment begins after a mark of punctuation or a quotation mark and before the openers of the language (relative
pronouns, conjunctions, prepositions that carry a circumstance: `facts.toml`). It holds concepts, names, times and
quantities, and whether it is turned round (*ne ... pas*) or left open (*aurait*, *soupçonné*).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recoupe.compare.facts.lexicon import Lexicon, lexicon
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.dossier import Person
from recoupe.model.findings import Name, Quantity, Quotation, Time
from recoupe.model.span import Passage, Span
from recoupe.text.tokens import Tokens

MARKS = frozenset(",;:()[]–—…")
"""Punctuation at which a segment ends."""
QUOTES = frozenset("«»“”\"")
"""Quotation marks; a segment ends at them only where much is quoted."""
MUCH_QUOTED = 40
"""Code points between two marks: less is a fragment inside the clause around it."""
OPENING = frozenset('«“"(:–—-.')
"""Marks after which a capital shows nothing."""
FULL = 2
"""Things that a segment must speak of to stand alone."""
LONG = 140
"""Code points after which a thin segment ends all the same."""


@dataclass(slots=True)
class Segment:
    """A clause or phrase.

    Attributes:
        start: first code point in the article's text.
        end: one past the last.
        concepts: what it speaks of: words (`=class` or a family) and names (`@id`).
        sequence: the words among them in order of place, with repetitions.
        events: those of the concepts that tell that something happens or is done.
        times: its time expressions.
        quantities: its quantities.
        negated: whether something in it is turned round.
        doubted: whether something in it is left open (alleged, possible, hearsay conditional).
        ahead: whether it speaks of something to come.
        quotation: index of the article's quotation whose content holds it, -1 for the outlet's own voice.
    """

    start: int
    end: int
    concepts: frozenset[str] = frozenset()
    sequence: tuple[str, ...] = ()
    events: frozenset[str] = frozenset()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    negated: bool = False
    doubted: bool = False
    ahead: bool = False
    quotation: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence of an article (`article` is its number among the articles), cut into segments."""

    article: int
    number: int
    span: Span
    segments: list[Segment] = field(default_factory=list)


class Cutter:
    """Cuts the sentences of articles in one language."""

    def __init__(self, code: str) -> None:
        facts = load(code).table("facts")
        pattern = load(code).tokens
        self.lexicon: Lexicon = lexicon(code)
        self._openers: dict[str, list[tuple[str, ...]]] = {}
        for phrase in facts["openers"]:
            parts = tuple(pattern.findall(phrase))
            self._openers.setdefault(parts[0], []).append(parts)
        self._joints = frozenset(facts["joints"])
        self._negations = frozenset(facts["negations"])
        self._with_particle = frozenset(facts["negations_with_particle"])
        self._particles = frozenset(facts["negation_particles"])
        self._denials = frozenset(facts["denials"])
        self._doubts = frozenset(facts["doubts"])
        self._conditional = tuple(facts["conditional"])
        self._not_conditional = tuple(facts["not_conditional"])
        self._ahead = frozenset(facts["ahead"])
        self._future = tuple(facts["future"])
        self._not_future = frozenset(facts["not_future"])
        self._participles = tuple(facts["participles"])
        self._verb_endings = tuple(facts["verb_endings"])
        self._language = load(code)

    def opens(self, norms: Sequence[str], i: int) -> bool:
        """Whether a new segment begins with token `i`: an opener of the language, or a present participle."""
        word = norms[i]
        if word.endswith(self._participles) and len(word) > 6:  # noqa: PLR2004
            lemma = self._language.lemma(word)
            if lemma != word and lemma.endswith(self._verb_endings):
                return True
        return any(tuple(norms[i : i + len(p)]) == p for p in self._openers.get(norms[i], ()))

    def doubts(self, word: str) -> bool:
        """Whether a word leaves open what its clause says."""
        if word in self._doubts:
            return True
        return len(word) > 5 and word.endswith(self._conditional) and not word.endswith(self._not_conditional)  # noqa: PLR2004

    def is_ahead(self, word: str) -> bool:
        """Whether a word places its clause in the time to come."""
        if word in self._ahead:
            return True
        return len(word) > 5 and word.endswith(self._future) and word not in self._not_future  # noqa: PLR2004

    def negates(self, norms: Sequence[str], words: range) -> bool:
        """Whether a negation stands among these tokens (two of them cancel out)."""
        particle = any(norms[i] in self._particles for i in words)
        count = 0
        for i in words:
            if norms[i] in self._negations and (particle or norms[i] not in self._with_particle):
                count += 1
            elif self._language.lemma(norms[i]) in self._denials:
                count += 1
        return count % 2 == 1


class _Places:
    """Findings of an article by place."""

    def __init__(self, article: Article, ids: dict[Passage, str], proper: Mapping[str, str]) -> None:
        self.proper = proper
        self.names = article.names
        self.times = article.times
        self.quantities = article.quantities
        self.ids = ids
        self.article = article.id
        self._name_starts = [n.start for n in article.names]
        self._time_starts = [t.start for t in article.times]
        self._quantity_starts = [q.start for q in article.quantities]
        contents = sorted((s.start, s.end, i) for i, q in enumerate(article.quotations) for s in q.content)
        self._contents = contents
        self._content_starts = [c[0] for c in contents]

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        return self.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        return tuple(self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)])

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        return tuple(
            self.quantities[
                bisect_left(self._quantity_starts, start) : bisect_left(self._quantity_starts, end)
            ]
        )

    def quotation_of(self, start: int, end: int) -> int:
        """Index of the quotation whose content holds most of `[start, end)`, -1 if none does."""
        at = bisect_left(self._content_starts, end)
        for first, last, index in reversed(self._contents[max(0, at - 3) : at]):
            if min(end, last) - max(start, first) > (end - start) / 2:
                return index
        return -1

    def name_key(self, name: Name) -> str:
        """Concept of a name: the id of whom it names, else its last word."""
        known = self.ids.get(Passage(self.article, name.start, name.end))
        last = name.name.lower().split()[-1]
        return "@" + known if known else self.proper.get(last, "@" + last)


def cut(material: Material, people: Sequence[Person]) -> list[Sentence]:
    """The sentences of all articles of a story, in order, cut into segments that speak of something."""
    ids = {m: p.id for p in people for m in p.mentions}
    proper = _proper_words(material, people)
    cutters = {code: Cutter(code) for code in sorted({a.language for a in material.articles})}
    sentences: list[Sentence] = []
    for number, article in enumerate(material.articles):
        places = _Places(article, ids, proper)
        for n, span in enumerate(article.sentences):
            sentence = Sentence(number, n, span)
            sentence.segments = _segments(material, article, span, cutters[article.language], places)
            if sentence.segments:
                sentences.append(sentence)
    return sentences


def _proper_words(material: Material, people: Sequence[Person]) -> dict[str, str]:
    """Concepts of words that the story writes only with a capital: names that no table knows, or parts of known ones."""
    capital: set[str] = set()
    small: set[str] = set()
    for article in material.articles:
        tokens = material.tokens[article.id]
        starts = {s.start for s in article.sentences}
        for i, form in enumerate(tokens.forms):
            if (
                form[:1].isupper()
                and tokens.starts[i] not in starts
                and (i == 0 or tokens.forms[i - 1] not in OPENING)
            ):
                capital.add(tokens.norms[i])
            elif form[:1].islower():
                small.add(tokens.norms[i])
    known: dict[str, set[str]] = {}
    for person in people:
        for alias in (person.name, *person.aliases):
            if last := alias.lower().split()[-1:]:
                known.setdefault(last[0], set()).add(person.id)
    concepts = {word: "@" + word for word in capital - small}
    concepts |= {word: "@" + next(iter(ids)) for word, ids in known.items() if len(ids) == 1}
    return concepts


def _segments(
    material: Material, article: Article, span: Span, cutter: Cutter, places: _Places
) -> list[Segment]:
    """The segments of one sentence; what is too thin to say anything stays with what follows, or else precedes."""
    tokens = material.tokens[article.id]
    covered = _covered(places, span)
    segments: list[Segment] = []
    pending: list[int] = []
    words = tokens.within(span.start, span.end)
    quoting = _quoting(tokens, words)
    for i in words:
        mark = i in quoting or (tokens.norms[i] in MARKS and not _inside(covered, tokens.starts[i]))
        if pending and (mark or cutter.opens(tokens.norms, i)):
            made = _segment(tokens, pending, cutter, places, covered)
            if made is not None and (_full(made) or tokens.ends[i] - made.start > LONG):
                segments.append(made)
                pending = []
        if pending or not mark:
            pending.append(i)
    if pending:
        made = _segment(tokens, pending, cutter, places, covered)
        if made is not None and (_full(made) or not segments):
            segments.append(made)
        elif segments:
            first = tokens.first_at(segments[-1].start)
            joined = _segment(tokens, list(range(first, pending[-1] + 1)), cutter, places, covered)
            segments[-1] = joined or segments[-1]
    return segments


def _quoting(tokens: Tokens, words: range) -> set[int]:
    """Quotation marks among these tokens that open or close a long quotation (an unpaired one counts as long)."""
    marks = [i for i in words if tokens.norms[i] in QUOTES]
    return {
        i
        for i in marks
        if not any(j != i and abs(tokens.starts[j] - tokens.starts[i]) <= MUCH_QUOTED for j in marks)
    }


def _full(segment: Segment) -> bool:
    """Whether a segment can stand alone: at least one word and something else."""
    words = len(set(segment.sequence))
    return words > 0 and words + len(segment.concepts - set(segment.sequence)) + len(segment.times) + len(
        segment.quantities
    ) >= FULL


def _covered(places: _Places, span: Span) -> list[tuple[int, int]]:
    """Places of names, times and quantities in a sentence: their words are no concepts of their own."""
    items: Iterable[Name | Time | Quantity] = (
        *places.names_in(span.start, span.end),
        *places.times_in(span.start, span.end),
        *places.quantities_in(span.start, span.end),
    )
    return sorted((x.start, x.end) for x in items)


def _inside(covered: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in covered)


def _segment(
    tokens: Tokens, pending: list[int], cutter: Cutter, places: _Places, covered: Sequence[tuple[int, int]]
) -> Segment | None:
    """The segment made of the tokens `pending`; None if it speaks of nothing."""
    start, end = tokens.starts[pending[0]], tokens.ends[pending[-1]]
    words = _words(tokens, pending, cutter, places, covered)
    named = places.names_in(start, end)
    titles = _titles(tokens, words, named, cutter)
    phrased = [(tokens.starts[w.first], tokens.ends[w.last]) for w in words if w.last > w.first]
    names = {places.name_key(n) for n in named if not _inside(phrased, n.start)}
    sequence = [w.concept for w in words if w.first not in titles]
    concepts = names.union(sequence)
    times = places.times_in(start, end)
    quantities = places.quantities_in(start, end)
    if not concepts and not times and not quantities:
        return None
    norms = tokens.norms
    all_words = range(pending[0], pending[-1] + 1)
    return Segment(
        start=start,
        end=end,
        concepts=frozenset(concepts),
        sequence=tuple(sequence),
        events=frozenset(w.concept for w in words if w.event and w.first not in titles),
        times=times,
        quantities=quantities,
        negated=cutter.negates(norms, all_words),
        doubted=any(cutter.doubts(norms[i]) for i in all_words),
        ahead=any(cutter.is_ahead(norms[i]) for i in all_words),
        quotation=places.quotation_of(start, end),
    )


class _Word(NamedTuple):
    """A word or fixed phrase of a segment: its first and last token, its concept, whether it tells an event."""

    first: int
    last: int
    concept: str
    event: bool


def _words(
    tokens: Tokens, pending: list[int], cutter: Cutter, places: _Places, covered: Sequence[tuple[int, int]]
) -> list[_Word]:
    """The words of a segment that stand for something; fixed phrases first."""
    lex = cutter.lexicon
    found: list[_Word] = []
    last = -1
    for i in pending:
        norm = tokens.norms[i]
        if i <= last:
            continue
        for parts, name in lex.phrases.get(norm, ()):
            if tuple(tokens.norms[i : i + len(parts)]) == parts:
                last = i + len(parts) - 1
                found.append(_Word(i, last, name, lex.is_event_class(name)))
                break
        else:
            if norm in lex.stopwords or len(norm) < 2 or not norm[0].isalpha():  # noqa: PLR2004
                continue
            if not _inside(covered, tokens.starts[i]):
                proper = places.proper.get(norm)
                found.append(_Word(i, i, proper or lex.concept(norm), proper is None and lex.is_event(norm)))
    return found


def _titles(tokens: Tokens, words: Sequence[_Word], names: Sequence[Name], cutter: Cutter) -> set[int]:
    """Tokens of what people are called right before their names: they tell no more than the name does."""
    titles: set[int] = set()
    for name in names:
        if name.type != "person":
            continue
        before = [w for w in words if tokens.ends[w.last] <= name.start][-TITLE_WORDS:]
        run: list[int] = []
        next_start = name.start
        for word in reversed(before):
            gap = tokens.within(tokens.ends[word.last], next_start)
            if any(tokens.norms[i] in MARKS for i in gap):
                break
            run.append(word.first)
            next_start = tokens.starts[word.first]
            if cutter.lexicon.is_role(word.concept):
                titles.update(run)
    return titles


TITLE_WORDS = 4
"""Words before a name that may belong to its title."""
