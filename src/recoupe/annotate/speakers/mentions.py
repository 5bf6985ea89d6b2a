"""Who is in view: every mention of an article in order, and the antecedent of a pronoun.

Salience after Lappin & Leass (1994), with a handful of weights: distance in sentences, subjects before others, who
has just spoken before who has not, narrative before what stands inside somebody's words. Gender and number must agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from recoupe.annotate.speakers.reading import Reading
from recoupe.language.people.entities import Entity
from recoupe.language.people.nouns import stem
from recoupe.language.people.spelling import name_key
from recoupe.model.findings import Quotation

_REACH = 8  # sentences over which a pronoun may look back
_JUST = 2  # sentences over which an office may look back for its holder
_NEAR = 600  # characters between a continuation and the quotation that it continues

# Salience of a candidate for a pronoun, tuned by hand on half of a French gold of quotations.
DISTANCE = -1.0  # a sentence between mention and pronoun
SUBJECT = 1.0  # the mention heads its clause
FIRST = 0.5  # the mention opens its sentence
SPOKE_LAST = 1.0  # it is the speaker of the quotation before
GOES_ON = 2.0  # an incise (dit-il) whose speaker has just been quoted
IN_QUOTE = -1.5  # it was only mentioned inside somebody's words
UNKNOWN_GENDER = -0.4
THING = -1.0  # a noun phrase whose noun is no function of a person
LEAD = 0.7  # a body named in the first sentences, for le groupe, la banque
BODY = -2.0  # a pronoun for a body, where a person is in reach
OFTEN = 0.1  # each mention so far, up to five


_MANY = 300  # entities, texts or mentions looked through at most, so that time stays linear
_LATELY = 20  # quotations around one
_LONGEST_SUBJECT = 9  # tokens


class Event(NamedTuple):
    """A mention: where, of whom, whether it heads its clause, whether it stands inside somebody's words."""

    offset: int
    entity: Entity
    subject: bool
    quoted: bool


_offset = attrgetter("offset")


class Mentions:
    """Mentions in the order of the text, speakers included as they are resolved.

    Attributes:
        spoke: who spoke, with offsets, in the order of resolution.
    """

    def __init__(self, reading: Reading, quotations: Sequence[Quotation]) -> None:
        self.reading = reading
        self._quoted = sorted((s.start, s.end) for q in quotations if q.kind != "indirect" for s in q.content)
        self._quoted_starts = [s for s, _ in self._quoted]
        self._unnamed: dict[str, Entity] = {}
        self.spoke: list[tuple[int, Entity]] = []
        self._events: list[Event] = [
            Event(
                name.start, reading.entities.of[n], self._is_subject(name.start), self._in_quote(name.start)
            )
            for n, name in enumerate(reading.names)
            if not reading.entities.eponym(n)
        ]
        self._pairs: list[tuple[int, Entity]] = []
        self._pair_names()
        self._plural_subjects()
        self._events.sort(key=_offset)
        self._narrate()

    def _narrate(self) -> None:
        """Pronouns of the narrative are mentions of whom they mean: they keep somebody in view."""
        tokens = self.reading.document.tokens
        norms = tokens.norms
        impersonal = frozenset(self.reading.nouns.words["impersonal"])
        for i, norm in enumerate(norms):
            form = self.reading.pronouns.get(norm, "")
            if form[:1] not in ("m", "f") or norm in self.reading.relative:
                continue
            at = tokens.starts[i]
            if self._in_quote(at) or (i + 1 < len(norms) and norms[i + 1] in impersonal):
                continue
            entity = self.antecedent(at, form)
            if entity is not None:
                insort(self._events, Event(at, entity, True, False), key=_offset)

    def _plural_subjects(self) -> None:
        """*Les gardiens de la tour* at the head of a sentence, up to its verb: several who may be *ils* later."""
        tokens = self.reading.document.tokens
        for n in range(len(self.reading.document.sentences)):
            sentence = self.reading.document.sentence_tokens(n)
            if len(sentence) < 3 or sentence[0] in self.reading.entities.owner:  # noqa: PLR2004
                continue
            _, form = self.reading.nouns.determiners.get(tokens.norms[sentence[0]], ("", ""))
            if form[1:] != "p":
                continue
            end = sentence[1]
            limit = min(sentence.stop, end + _LONGEST_SUBJECT)
            while (
                end < limit and tokens.forms[end][0].isalnum() and not self._ends_subject(tokens.norms[end])
            ):
                end += 1
            if sentence[1] < end < limit:
                text = " ".join(
                    self.reading.document.prose[tokens.starts[sentence[1]] : tokens.ends[end - 1]].split()
                )
                entity = self.unnamed(text, plural=True)
                self._events.append(Event(tokens.starts[sentence[0]], entity, True, False))

    def _ends_subject(self, norm: str) -> bool:
        return self.reading.nouns.verbs.is_finite(norm) or norm in self.reading.pronouns

    def _pair_names(self) -> None:
        """Two persons joined by *et* are also one plural antecedent."""
        tokens = self.reading.document.tokens
        for n, (first, second) in enumerate(zip(self.reading.names, self.reading.names[1:], strict=False)):
            if first.type != "person" or second.type != "person":
                continue
            between = tokens.within(first.end, second.start)
            if len(between) == 1 and tokens.norms[between[0]] in self.reading.conjunctions:
                pair = self.reading.entities.of[n : n + 2]
                joined = f"{pair[0].name} {tokens.forms[between[0]]} {pair[1].name}"
                entity = self.unnamed(joined, plural=True)
                self._pairs.append((first.start, entity))
                self._events.append(
                    Event(first.start, entity, self._is_subject(first.start), self._in_quote(first.start))
                )

    def hear(self, offset: int, entity: Entity) -> None:
        """Remember that `entity` spoke at `offset`: a mention like any other from here on."""
        self.spoke.append((offset, entity))
        insort(self._events, Event(offset, entity, True, False), key=_offset)

    def unnamed(self, text: str, *, plural: bool = False, gender: str = "") -> Entity:
        """The entity that a noun phrase stands for, one for each wording."""
        key = name_key(text)
        entity = self._unnamed.get(key)
        if entity is None:
            entity = self._unnamed[key] = Entity(text, "unnamed", gender, plural)
        return entity

    def called_again(self, text: str, determiner: str) -> Entity | None:
        """An unnamed speaker heard before, called again by the same head noun (*cette source*)."""
        key = name_key(text)
        if not key or determiner not in ("definite", "demonstrative"):
            return self._unnamed.get(key)
        head = stem(key.split()[0])
        for _, entity in reversed(self.spoke[-_MANY:]):
            if entity.kind != "unnamed":
                continue
            words = name_key(entity.name).split()
            if words and stem(words[0]) == head and set(key.split()) <= set(words):
                return entity
        return self._unnamed.get(key)

    def pair(self, offset: int) -> Entity | None:
        """The two persons named together last before `offset` (*le couple*), else the only two of the article."""
        before = [entity for at, entity in self._pairs[:_MANY] if at < offset]
        if before:
            return before[-1]
        return self._pairs[0][1] if len({id(entity) for _, entity in self._pairs}) == 1 else None

    def last_speaker(self) -> Entity | None:
        """Who spoke last, as far as the text has been resolved."""
        return self.spoke[-1][1] if self.spoke else None

    def beside(self, offset: int) -> Entity | None:
        """The name right before a relative pronoun."""
        n = bisect_left(self._events, offset, key=_offset)
        last = self._events[n - 1] if n else None
        return last.entity if last and offset - last.offset < _NEAR else None

    def antecedent(self, offset: int, form: str, *, inverted: bool = False) -> Entity | None:
        """The most salient entity before `offset` that agrees with `form` (gender and number, `-` for either)."""
        gender, number = form[0], form[1]
        sentence = self.reading.document.sentence_at(offset)
        scores: dict[int, tuple[float, int, Entity]] = {}
        last = self.spoke[-1][1] if self.spoke else None
        for at, entity, subject, quoted in self.before(offset):
            away = sentence - self.reading.document.sentence_at(at)
            if away > _REACH:
                break
            goes_on = inverted and entity is last and away <= _JUST
            if not self._agrees(entity, gender, number) and not (
                goes_on and not entity.plural and not entity.gender
            ):
                continue
            score = (
                GOES_ON * goes_on
                + DISTANCE * away
                + SUBJECT * subject
                + FIRST * self._opens_sentence(at)
                + IN_QUOTE * quoted
            )
            score += SPOKE_LAST * (entity is last) + OFTEN * min(5, entity.before(offset))
            score += UNKNOWN_GENDER * (not entity.gender and gender in "mf")
            score += BODY * (entity.kind == "organization") + THING * _is_thing(entity)
            held = scores.get(id(entity))
            if held is None or score > held[0]:
                scores[id(entity)] = (score, at, entity)
        if not scores:
            return None
        return max(scores.values(), key=lambda s: (s[0], s[1]))[2]

    def _agrees(self, entity: Entity, gender: str, number: str) -> bool:
        if (
            (number == "s" and entity.plural)
            or (number == "p" and not entity.plural)
            or entity.kind == "place"
        ):
            return False
        if gender == "n":
            return entity.kind == "organization"
        if entity.kind == "organization" and gender in "mf" and not self.reading.things_have_gender:
            return False
        if gender in "mf" and entity.gender:
            return entity.gender == gender
        return entity.kind != "organization" or bool(entity.gender) or number == "p"

    def salient_body(self, offset: int) -> Entity | None:
        """The body that is spoken of most and latest before `offset`."""
        best: tuple[float, int, Entity] | None = None
        sentence = self.reading.document.sentence_at(offset)
        lead = self.reading.document.sentences[min(2, len(self.reading.document.sentences) - 1)].end
        for at, entity, subject, quoted in islice(self.before(offset), _MANY):
            if entity.kind != "organization" or entity.plural:
                continue
            away = min(10, sentence - self.reading.document.sentence_at(at))
            score = 0.5 * min(6, entity.before(offset)) + subject - 0.2 * away + 0.5 * IN_QUOTE * quoted
            score += any(speaker is entity for _, speaker in self.spoke[-_LATELY:]) + LEAD * (
                entity.mentions[0] < lead
            )
            if best is None or score > best[0]:
                best = (score, at, entity)
        return best[2] if best else None

    def before(self, offset: int) -> Iterator[Event]:
        """Mentions before `offset`, the last one first."""
        for n in range(bisect_left(self._events, offset, key=_offset) - 1, -1, -1):
            yield self._events[n]

    def _is_subject(self, offset: int) -> bool:
        """Whether a name at `offset` is not governed: no preposition before it, titles and functions skipped."""
        tokens = self.reading.document.tokens
        i = tokens.first_at(offset)
        sentence = (
            self.reading.document.sentence_tokens(self.reading.document.sentence_at(offset))
            if self.reading.document.sentences
            else range(0)
        )
        if i > sentence.start and (tokens.norms[i - 1].isdigit() or self._is_several(tokens.norms[i - 1])):
            return False  # un Boeing, cinq Airbus
        return not self.reading.governed(i, sentence)

    def _is_several(self, norm: str) -> bool:
        return self.reading.nouns.determiners.get(norm, ("", ""))[0] == "indefinite"

    def _opens_sentence(self, offset: int) -> bool:
        n = self.reading.document.sentence_at(offset)
        return n >= 0 and offset - self.reading.document.sentences[n].start < 60  # noqa: PLR2004

    def _in_quote(self, offset: int) -> bool:
        n = bisect_right(self._quoted_starts, offset) - 1
        return n >= 0 and offset < self._quoted[n][1]


def _is_thing(entity: Entity) -> bool:
    """Whether an unnamed entity is told by a noun that is no function of a person."""
    return entity.kind == "unnamed" and not any(role.noun.kind == "role" for role in entity.roles)
