"""Sentences cut into clauses and phrases, each with what it speaks of.

A segment begins after a mark of punctuation or a quotation mark and before the openers of the language (relative
pronouns, conjunctions, prepositions that carry a circumstance: `facts.toml`). It holds concepts, names, times and
quantities, and whether it is turned round (*ne ... pas*) or left open (*aurait*, *soupçonné*).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recoupe.compare.descriptions import Reference
from recoupe.compare.facts.grammar import MARKS, Grammar, grammar
from recoupe.compare.facts.languages import (
    PlacesInCommon,
    counted_in_common,
    several_languages,
    shared_grammar,
)
from recoupe.compare.facts.places import Places
from recoupe.compare.facts.proper import proper_words, small_names
from recoupe.compare.material import Material
from recoupe.language.people.spelling import name_key
from recoupe.model.dossier import Person
from recoupe.model.findings import Name, Quantity, Time
from recoupe.model.span import Span
from recoupe.text.tokens import Tokens

QUOTES = frozenset('«»“”"')
"""Quotation marks; a segment ends at them only where much is quoted."""
MUCH_QUOTED = 40
"""Code points between two marks: less is a fragment inside the clause around it."""
FULL = 2
"""Things that a segment must speak of to stand alone."""
TITLE_WORDS = 4
"""Words before a name that may belong to its title."""
LEAST_LETTERS = 2
"""Letters of a word that can stand for something."""
LONG = 140
"""Code points after which a thin segment ends all the same, and one that speaks of nothing is let go."""
LONGEST = 2000
"""Code points after which a sentence is none: a table, text without marks. Of 50 000 in news the longest had 1 094."""


@dataclass(slots=True)
class Segment:
    """A clause or phrase.

    Attributes:
        start: first code point in the article's text.
        end: one past the last.
        concepts: what it speaks of: words (`=class` or a family) and names (`@id`).
        marks: where each of the concepts stands, in order: start, end, concept.
        described: those of the names that it tells by a description only.
        sequence: the words among them in order of place, with repetitions.
        events: those of the concepts that tell that something happens or is done.
        times: its time expressions.
        quantities: its quantities.
        negated: whether something in it is turned round.
        disputed: whether it stands in what a quotation, or the verb right before it, denies.
        doubted: whether something in it is left open (alleged, possible, hearsay conditional).
        alleged: concepts told as suspicion, allegation or hearsay, and not as a future or a possibility.
        denied: concepts that a negation bears upon.
        ahead: whether it speaks of something to come, or possible.
        done: events told in a past tense.
        expected: whether it says that something is still to come.
        quotation: index of the article's quotation whose content holds it, -1 for the outlet's own voice.
        verb: whether it has a finite verb or a participle.
        governor: number in its sentence of the segment whose verb it hangs on, its own where it has one.
    """

    start: int
    end: int
    concepts: frozenset[str] = frozenset()
    marks: tuple[tuple[int, int, str], ...] = ()
    described: frozenset[str] = frozenset()
    sequence: tuple[str, ...] = ()
    events: frozenset[str] = frozenset()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    negated: bool = False
    disputed: bool = False
    doubted: bool = False
    alleged: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    ahead: bool = False
    done: frozenset[str] = frozenset()
    expected: bool = False
    quotation: int = -1
    verb: bool = False
    governor: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence of an article (`article` is its number among the articles), cut into segments."""

    article: int
    number: int
    span: Span
    segments: list[Segment] = field(default_factory=list)


def cut(
    material: Material, people: Sequence[Person], references: Mapping[str, Sequence[Reference]] | None = None
) -> list[Sentence]:
    """The sentences of all articles of a story, in order, cut into segments that speak of something.

    Args:
        material: the articles.
        people: whom they name.
        references: by article, the descriptions that stand for one of these: what they mean counts, not their words.
    """
    references = references or {}
    ids = {m: p.id for p in people for m in p.mentions}
    proper = proper_words(material, people)
    small = small_names(material, people)
    mixed = several_languages(material.articles)
    if mixed:
        common = PlacesInCommon(people)
        ids = {m: common.named(i) for m, i in ids.items()}
        references = {
            a: [r._replace(bearer=common.named(r.bearer)) for r in found] for a, found in references.items()
        }
        proper = common.words((w for t in material.tokens.values() for w in t.norms), proper)
    sentences: list[Sentence] = []
    for number, article in enumerate(material.articles):
        known = shared_grammar(article.language) if mixed else grammar(article.language)
        places = Places(article, ids, proper, known, references.get(article.id, ()))
        if mixed:
            places.quantities = counted_in_common(article)
        reader = _Reader(material.tokens[article.id], places, known, small)
        for n, whole in enumerate(article.sentences):
            for span in _pieces(whole, material.tokens[article.id]):
                segments = reader.segments(span)
                if segments:
                    sentences.append(Sentence(number, n, span, segments))
    return sentences


def _pieces(sentence: Span, tokens: Tokens) -> list[Span]:
    """A sentence, or the pieces of one that no end was found of: work on a piece grows faster than its length."""
    pieces: list[Span] = []
    start = sentence.start
    while sentence.end - start > LONGEST:
        first = tokens.first_at(start + LONGEST)
        end = min(tokens.starts[first] if first < len(tokens) else sentence.end, sentence.end)
        pieces.append(Span(start, end))
        start = end
    return [*pieces, Span(start, sentence.end)] if start < sentence.end else pieces


class _Word(NamedTuple):
    """A word or fixed phrase of a segment: its first and last token, its concept, whether it tells an event."""

    first: int
    last: int
    concept: str
    event: bool


class _Reader:
    """Reads the sentences of one article."""

    def __init__(
        self, tokens: Tokens, places: Places, known: Grammar, small: Mapping[tuple[str, str], str]
    ) -> None:
        self._small = small
        self._heads = frozenset(first for first, _ in small)
        self._tokens = tokens
        self._places = places
        self._grammar = known
        self._covered: list[tuple[int, int]] = []

    def segments(self, span: Span) -> list[Segment]:
        """The segments of one sentence; what is too thin to say anything stays with what follows, or else precedes."""
        tokens = self._tokens
        words = tokens.within(span.start, span.end)
        quoting = self._quoting(words)
        self._covered = self._places.covered(span)
        made: list[Segment] = []
        pending: list[int] = []
        said = False
        for i in words:
            mark = i in quoting or (tokens.norms[i] in MARKS and not _inside(self._covered, tokens.starts[i]))
            second = said and self._grammar.begins_verb(tokens.norms, i, words.stop)
            opens = self._grammar.opens(tokens.norms, i) and not (
                pending and self._grammar.restricts(tokens.norms, pending[0], i)
            )
            if pending and (mark or second or opens):
                said = False
                segment = self._segment(pending, words.start)
                long = tokens.ends[i] - tokens.starts[pending[0]] > LONG
                if segment is not None and (long or _full(segment, self._grammar)):
                    made.append(segment)
                    pending = []
                elif segment is None and long:
                    pending = []
                elif mark and made and segment is not None and not segment.concepts:
                    # a moment between two commas belongs to what it follows
                    made[-1] = self._joined(made[-1], pending, words.start)
                    pending = []
            if pending or not mark:
                pending.append(i)
            said = said or self._grammar.says(tokens.norms, i)
        if pending:
            segment = self._segment(pending, words.start)
            if segment is not None and (_full(segment, self._grammar) or not made):
                made.append(segment)
            elif made:
                made[-1] = self._joined(made[-1], pending, words.start)
        _govern(made)
        return made

    def _joined(self, segment: Segment, pending: list[int], sentence: int) -> Segment:
        """A segment with the tokens behind it."""
        first = self._tokens.first_at(segment.start)
        return self._segment(list(range(first, pending[-1] + 1)), sentence) or segment

    def _quoting(self, words: range) -> set[int]:
        """Quotation marks that open or close a long quotation (an unpaired one counts as long)."""
        tokens = self._tokens
        marks = [i for i in words if tokens.norms[i] in QUOTES]
        starts = [tokens.starts[i] for i in marks]
        return {
            mark
            for n, mark in enumerate(marks)
            if not (n > 0 and starts[n] - starts[n - 1] <= MUCH_QUOTED)
            and not (n + 1 < len(marks) and starts[n + 1] - starts[n] <= MUCH_QUOTED)
        }

    def _segment(self, pending: list[int], sentence: int) -> Segment | None:
        """The segment made of the tokens `pending` of the sentence that begins with token `sentence`."""
        tokens, places, known = self._tokens, self._places, self._grammar
        start, end = tokens.starts[pending[0]], tokens.ends[pending[-1]]
        words = self._words(pending)
        named = places.names_in(start, end)
        titles = self._titles(words, named)
        phrased = [(tokens.starts[w.first], tokens.ends[w.last]) for w in words if w.last > w.first]
        sequence = [w.concept for w in words if w.first not in titles]
        marks = [
            (tokens.starts[w.first], tokens.ends[w.last], w.concept) for w in words if w.first not in titles
        ]
        marks += [(n.start, n.end, self._name(n)) for n in named if not _inside(phrased, n.start)]
        named_here = {c for _, _, c in marks}
        described = [
            (r.start, r.end, "@" + r.bearer)
            for r in places.references_in(start, end)
            if not r.beside and not places.passes_on(r.start)
        ]
        marks += described
        concepts = frozenset(c for _, _, c in marks)
        times, quantities = places.times_in(start, end), places.quantities_in(start, end)
        if not concepts and not times and not quantities:
            return None
        norms = tokens.norms
        within = range(pending[0], pending[-1] + 1)
        scope = known.scope(norms, within)
        quotation = places.quotation_of(start, end)
        reported = quotation >= 0 or known.says_that(norms, range(sentence, pending[0]))
        alleged = known.alleged(norms, within, after_that=reported)
        return Segment(
            start=start,
            end=end,
            concepts=concepts,
            marks=tuple(sorted(marks)),
            described=frozenset(c for _, _, c in described if c not in named_here),
            sequence=tuple(sequence),
            events=frozenset(w.concept for w in words if w.event and w.first not in titles),
            times=times,
            quantities=quantities,
            negated=known.negates(norms, within),
            disputed=places.denies(quotation, start, end) or known.denied_clause(norms, pending[0]),
            doubted=any(known.doubts(norms[i]) for i in within),
            alleged=frozenset(w.concept for w in words if w.first in alleged),
            denied=frozenset(w.concept for w in words if w.first in scope),
            ahead=any(known.is_ahead(norms[i]) for i in within),
            done=frozenset(
                w.concept
                for w in words
                if (w.event and known.done(norms, w.first)) or known.is_participle(norms, w.first)
            ),
            expected=any(known.expects(norms[i]) for i in within) or known.aims(norms, within),
            quotation=quotation,
            verb=any(known.says(norms, i) for i in pending),
        )

    def _words(self, pending: list[int]) -> list[_Word]:
        """The words of a segment that stand for something; fixed phrases first."""
        found: list[_Word] = []
        last = -1
        for i in pending:
            word = self._word(i) if i > last else None
            if word is not None:
                last = word.last
                found.append(word)
        return found

    def _word(self, i: int) -> _Word | None:
        """What begins at token `i`: a fixed phrase, a small name, a word; None if that stands for nothing."""
        tokens, lex = self._tokens, self._grammar.lexicon
        norm, start = tokens.norms[i], tokens.starts[i]
        if self._places.described(start):
            return None
        for parts, name in lex.phrases_from(norm):
            if lex.is_phrase(parts, tokens.norms, i):
                return _Word(i, i + len(parts) - 1, name, lex.is_event_class(name))
        empty = norm in lex.stopwords or len(norm) < LEAST_LETTERS or not norm[0].isalpha()
        return None if empty or self._places.passes_on(start) else self._single(i)

    def _single(self, i: int) -> _Word | None:
        """What the word at token `i` stands for, or the small name that it begins."""
        tokens, lex = self._tokens, self._grammar.lexicon
        norm, start = tokens.norms[i], tokens.starts[i]
        covered = _inside(self._covered, start)
        small = None if covered else self._small_name(i)
        if small is not None:
            return small
        if norm in lex.nationals:
            return _Word(i, i, lex.nationals[norm], event=False)
        if covered:
            return None
        proper = self._places.proper.get(norm)
        concept = self._grammar.concept(tokens.norms, i)
        event = proper is None and (
            lex.is_event(norm, tokens.norms[i - 1] if i else "") or lex.is_event_class(concept)
        )
        return _Word(i, i, proper or concept, event)

    def _small_name(self, i: int) -> _Word | None:
        """The fixed name of two small words that begins at token `i`, written as one or as two."""
        norms = self._tokens.norms
        first, hyphen, second = norms[i].partition("-")
        if name_key(first) not in self._heads:
            return None
        if hyphen:
            concept = self._small.get((name_key(first), name_key(second)))
            return _Word(i, i, concept, event=False) if concept else None
        concept = self._small.get((name_key(first), name_key(norms[i + 1]))) if i + 1 < len(norms) else None
        return _Word(i, i + 1, concept, event=False) if concept else None

    def _name(self, name: Name) -> str:
        """Concept of a name; a capital stands for its country, but not where something is *in* it or *from* it."""
        lex = self._grammar.lexicon
        key = name.name.lower()
        if key in lex.countries:
            return lex.countries[key]
        if key in lex.capitals:
            before = self._tokens.first_at(name.start) - 1
            if before < 0 or self._tokens.norms[before] not in self._grammar.locatives:
                return lex.capitals[key]
        return self._places.name_key(name)

    def _titles(self, words: Sequence[_Word], names: Sequence[Name]) -> set[int]:
        """Tokens of what people are called right before their names: they tell no more than the name does."""
        tokens = self._tokens
        titles: set[int] = set()
        for name in names:
            if name.type != "person":
                continue
            run: list[int] = []
            following = name.start
            for word in reversed([w for w in words if tokens.ends[w.last] <= name.start][-TITLE_WORDS:]):
                if any(tokens.norms[i] in MARKS for i in tokens.within(tokens.ends[word.last], following)):
                    break
                run.append(word.first)
                following = tokens.starts[word.first]
                if self._grammar.lexicon.is_role(word.concept):
                    titles.update(run)
        return titles


def _govern(segments: Sequence[Segment]) -> None:
    """Tell each segment on which verb it hangs: its own, else the one before it, else the one behind."""
    first = next((n for n, s in enumerate(segments) if s.verb), -1)
    last = first
    for n, segment in enumerate(segments):
        if segment.verb:
            last = n
        segment.governor = n if last < 0 else last


def _full(segment: Segment, known: Grammar) -> bool:
    """Whether a segment can stand alone: at least one word that is no title and something else."""
    words = {c for c in segment.sequence if not c.startswith("@")}
    others = len(segment.concepts) - len(words) + len(segment.times) + len(segment.quantities)
    return not all(known.lexicon.is_role(c) for c in words) and len(words) + others >= FULL


def _inside(covered: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether a place lies in one of these spans."""
    return any(start <= offset < end for start, end in covered)
