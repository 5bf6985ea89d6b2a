"""Resolution of the speakers of one article, in the order of the text (see the package's docstring for the rules)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from recoupe.annotate.document import Document
from recoupe.language.people.entities import Entities, Entity, compatible, same_body
from recoupe.language.people.nouns import Phrase, nouns, stem
from recoupe.language.people.spelling import plain
from recoupe.model.findings import Name, Quotation
from recoupe.model.span import Span

_REACH = 8  # sentences over which a pronoun may look back
_JUST = 2  # sentences over which an office may look back for its holder
_NEAR = 600  # characters between a continuation and the quotation that it continues
_ECHO = 3  # words that a floating fragment must share, in order, with the quotation that it repeats

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


class Resolver:
    """State of the resolution of one article."""

    def __init__(self, document: Document, names: Sequence[Name], quotations: Sequence[Quotation]) -> None:
        self.document = document
        self.names = names
        self.quotations = quotations
        self.nouns = nouns(document.language.code)
        ranges = [document.sentence_tokens(n) for n in range(len(document.sentences))]
        self.entities = Entities(document.tokens, ranges, names, self.nouns)
        data = document.language.table("coreference")
        self.pronouns: dict[str, str] = data["pronouns"]
        self.relative = frozenset(data["relative"]["words"])
        self.of = frozenset(self.nouns.words["of"])
        self.famous = frozenset(data["offices"]["famous"])
        self.exclusive = frozenset(data["offices"]["exclusive"])
        self.conjunctions = frozenset(self.nouns.words["and"])
        self._quoted = sorted((s.start, s.end) for q in quotations if q.kind != "indirect" for s in q.content)
        self._quoted_starts = [s for s, _ in self._quoted]
        self._unnamed: dict[str, Entity] = {}
        known = list(self.entities.by_name.values())
        self._persons = [e for e in known if e.kind == "person"][:_MANY]
        self._bodies = [e for e in known if e.kind == "organization"][:_MANY]
        self._texts = sorted(h for h, p in self.entities.phrases.items() if p.noun.kind == "document")
        self._spoke: list[tuple[int, Entity]] = []
        self._author: Entity | None = None
        self._events: list[Event] = [
            Event(name.start, self.entities.of[n], self._is_subject(name.start), self._in_quote(name.start))
            for n, name in enumerate(names)
            if not self.entities.eponym(n)
        ]
        self._pair_names()
        self._plural_subjects()
        self._events.sort(key=_offset)
        self._narrate()

    def _narrate(self) -> None:
        """Pronouns of the narrative are mentions of whom they mean: they keep somebody in view."""
        tokens = self.document.tokens
        norms = tokens.norms
        impersonal = frozenset(self.nouns.words["impersonal"])
        for i, norm in enumerate(norms):
            form = self.pronouns.get(norm, "")
            if form[:1] not in ("m", "f") or norm in self.relative:
                continue
            at = tokens.starts[i]
            if self._in_quote(at) or (i + 1 < len(norms) and norms[i + 1] in impersonal):
                continue
            entity = self._antecedent(at, form)
            if entity is not None:
                insort(self._events, Event(at, entity, True, False), key=_offset)

    def _plural_subjects(self) -> None:
        """*Les gardiens de la tour* at the head of a sentence, up to its verb: several who may be *ils* later."""
        tokens = self.document.tokens
        for n in range(len(self.document.sentences)):
            sentence = self.document.sentence_tokens(n)
            if len(sentence) < 3 or sentence[0] in self.entities.owner:  # noqa: PLR2004
                continue
            _, form = self.nouns.determiners.get(tokens.norms[sentence[0]], ("", ""))
            if form[1:] != "p":
                continue
            end = sentence[1]
            limit = min(sentence.stop, end + _LONGEST_SUBJECT)
            while end < limit and tokens.forms[end][0].isalnum() and not self._ends_subject(tokens.norms[end]):
                end += 1
            if sentence[1] < end < limit:
                text = " ".join(self.document.prose[tokens.starts[sentence[1]] : tokens.ends[end - 1]].split())
                entity = self._unnamed_entity(text, plural=True)
                self._events.append(Event(tokens.starts[sentence[0]], entity, True, False))

    def _ends_subject(self, norm: str) -> bool:
        return self.nouns.verbs.is_finite(norm) or norm in self.pronouns

    def _pair_names(self) -> None:
        """Two persons joined by *et* are also one plural antecedent."""
        tokens = self.document.tokens
        for n, (first, second) in enumerate(zip(self.names, self.names[1:], strict=False)):
            if first.type != "person" or second.type != "person":
                continue
            between = tokens.within(first.end, second.start)
            if len(between) == 1 and tokens.norms[between[0]] in self.conjunctions:
                joined = f"{self.entities.of[n].name} {tokens.forms[between[0]]} {self.entities.of[n + 1].name}"
                entity = self._unnamed_entity(joined, plural=True)
                self._events.append(
                    Event(first.start, entity, self._is_subject(first.start), self._in_quote(first.start))
                )

    def resolve(self) -> list[str | None]:
        """A name for each quotation, None where nothing fits."""
        found: list[str | None] = [None] * len(self.quotations)
        order = sorted(range(len(self.quotations)), key=lambda n: (_place(self.quotations[n]), n))
        known: dict[Span, Entity] = {}
        for n in order:
            speaker = self.quotations[n].speaker
            if speaker is None:
                continue
            entity = known.get(speaker) or self._resolve_span(speaker)
            if entity is not None:
                known[speaker] = entity
                self._hear(speaker.start, entity)
                found[n] = entity.name
        self._continue(order, found)
        return found

    def _hear(self, offset: int, entity: Entity) -> None:
        """Remember that `entity` spoke at `offset`: a mention like any other from here on."""
        self._spoke.append((offset, entity))
        insort(self._events, Event(offset, entity, True, False), key=_offset)

    # --- one span

    def _resolve_span(self, span: Span) -> Entity | None:
        tokens = self.document.tokens
        inside = tokens.within(span.start, span.end)
        words = " ".join(span.of(self.document.prose).lower().replace("’", "'").split())
        if words in self.pronouns:
            if words in self.relative:
                return self._antecedent_beside(span.start)
            inverted = span.start > 0 and (words[0] == "-" or self.document.prose[span.start - 1] == "-")
            return self._antecedent(span.start, self.pronouns[words], inverted=inverted)
        if not inside:
            return None
        heads = self._heads(inside)
        if heads:
            return self._named(heads)
        return self._described(span, inside)

    def _named(self, heads: list[int]) -> Entity:
        if len(heads) == 1:
            return self.entities.of[heads[0]]
        joined = f" {next(iter(self.nouns.words['and']))} ".join(self.entities.of[n].name for n in heads)
        return self._unnamed_entity(joined, plural=True)

    def _heads(self, inside: range) -> list[int]:
        """Names that head a span: not governed by a preposition; several if joined by *et*."""
        tokens, owner = self.document.tokens, self.entities.owner
        free: list[int] = []
        for i in inside:
            n = owner.get(i)
            if n is None or (i - 1 in inside and owner.get(i - 1) == n):
                continue
            if not self._governed(i, inside):
                free.append(n)
        persons = [n for n in free if self.names[n].type == "person"]
        chosen = persons or free
        if not chosen:
            return []
        if not persons and not self._opens(chosen[0], inside):
            return []
        joined = chosen[:1]
        for n in chosen[1:]:
            between = tokens.within(self.names[joined[-1]].end, self.names[n].start)
            if any(tokens.norms[i] in self.conjunctions for i in between) and len(between) <= 3:  # noqa: PLR2004
                joined.append(n)
        return joined

    def _opens(self, n: int, inside: range) -> bool:
        """Whether a body's or place's name heads the span: at its start, or after the noun that says what it is."""
        tokens = self.document.tokens
        first = tokens.first_at(self.names[n].start)
        before = [i for i in range(inside.start, first) if tokens.norms[i] not in self.nouns.determiners]
        if not before or all(tokens.norms[i] in self.nouns.words["empty"] for i in before):
            return True
        if self.names[n].type == "place":
            return False
        phrase = next((self.entities.phrases[i] for i in before if i in self.entities.phrases), None)
        if phrase is not None:
            return phrase.noun.kind == "body" and tokens.forms[first - 1] not in (",",)
        return False

    def _governed(self, i: int, inside: range) -> bool:
        """Whether the name at token `i` hangs on a preposition inside the span, titles and functions skipped."""
        tokens = self.document.tokens
        j = i - 1
        while j in inside and (
            tokens.norms[j] in self.nouns.titles or tokens.forms[j] == "." or tokens.norms[j] in ("le", "la", "l'", "les", "the")
        ):
            j -= 1
        if j not in inside:
            return False
        if tokens.norms[j] in self.of:
            return True
        # de la ministre Vera Abo: the function before the name is governed itself
        for head in range(j, max(inside.start, j - 10) - 1, -1):
            phrase = self.entities.phrases.get(head)
            if phrase and phrase.end >= j + 1 and phrase.start - 1 in inside:
                before = tokens.norms[phrase.start - 1]
                own = tokens.norms[phrase.start]
                return before in self.of or own in ("du", "des", "au", "aux") and phrase.start > inside.start
        return False

    def _described(self, span: Span, inside: range) -> Entity | None:
        """A span that names nobody at its head: a function, a text, a body called again, or its own words."""
        tokens = self.document.tokens
        phrase = next((self.entities.phrases[i] for i in inside if i in self.entities.phrases), None)
        if phrase is not None and self._is_head(phrase, inside):
            if phrase.noun.kind == "document":
                author = self._author_of(phrase, inside)
                if author:
                    return author
            elif not phrase.noun.plural:
                entity = self._by_function(span, phrase)
                if entity:
                    return entity
        text, determiner = self._bare(span, inside)
        again = self._called_again(text, determiner)
        if again:
            return again
        _, form = self.nouns.determiners.get(tokens.norms[inside[0]], ("", "--"))
        plural = form[1:] == "p" or (phrase is not None and phrase.noun.plural)
        gender = (phrase.gender if phrase else "") or (form[:1] if form[:1] in ("m", "f") else "")
        entity = self._unnamed_entity(text, plural=plural, gender=gender)
        if phrase is not None and not entity.roles:
            entity.roles.append(phrase)
        return entity

    def _is_head(self, phrase: Phrase, inside: range) -> bool:
        """Whether nothing but determiners and adjectives stands before the phrase's noun in the span."""
        tokens = self.document.tokens
        return all(
            tokens.norms[i] in self.nouns.determiners or tokens.norms[i] in self.nouns.words["empty"]
            for i in range(inside.start, phrase.head)
        )

    def _bare(self, span: Span, inside: range) -> tuple[str, str]:
        """The words of a span without its determiner, and the determiner's kind."""
        tokens = self.document.tokens
        first = inside[0]
        kind = ""
        while first + 1 in inside and tokens.norms[first] in self.nouns.determiners and first - inside.start < 2:  # noqa: PLR2004
            kind = kind or self.nouns.determiners[tokens.norms[first]][0]
            first += 1
        end = self._end_of_head(range(first, inside.stop), span.end)
        return " ".join(self.document.prose[tokens.starts[first] : end].split()), kind

    def _end_of_head(self, words: range, end: int) -> int:
        """Where a noun phrase ends before what is only added: brackets, an apposition between commas.

        A list (*juges, avocats et greffiers*) is kept whole.
        """
        tokens = self.document.tokens
        for i in words[1:]:
            if tokens.forms[i] in ("(", "[", "–", "—"):
                return tokens.ends[i - 1]
            if tokens.forms[i] == ",":
                listed = any(tokens.norms[j] in self.conjunctions for j in words if j > i)
                return end if listed else tokens.ends[i - 1]
        return end

    def _called_again(self, text: str, determiner: str) -> Entity | None:
        """An unnamed speaker heard before, called again by the same head noun (*cette source*)."""
        key = plain(text)
        if not key or determiner not in ("definite", "demonstrative"):
            return self._unnamed.get(key)
        head = stem(key.split()[0])
        for _, entity in reversed(self._spoke[-_MANY:]):
            if entity.kind != "unnamed":
                continue
            words = plain(entity.name).split()
            if words and stem(words[0]) == head and set(key.split()) <= set(words):
                return entity
        return self._unnamed.get(key)

    def _unnamed_entity(self, text: str, *, plural: bool = False, gender: str = "") -> Entity:
        key = plain(text)
        entity = self._unnamed.get(key)
        if entity is None:
            entity = self._unnamed[key] = Entity(text, "unnamed", gender, plural)
        return entity

    # --- functions and texts

    def _by_function(self, span: Span, phrase: Phrase) -> Entity | None:
        """Whom the article gives the function that a phrase names."""
        group = phrase.noun.group
        if group == "self":
            return self._antecedent(span.start, (phrase.gender or "-") + "s")
        if group == "counterpart":
            return self._counterpart(span, phrase)
        if phrase.determiner == "indefinite":
            return None
        best: tuple[float, Entity] | None = None
        bodies = [] if phrase.words or phrase.noun.kind != "body" else self._bodies
        for entity in (*self.entities.holders(phrase), *bodies):
            fits = max((compatible(phrase, role) for role in entity.roles), default=0.0)
            if entity.kind == "organization" and not phrase.words and same_body(phrase, entity.name):
                fits = max(fits, 2.0)
            if not fits or (phrase.gender and entity.gender and phrase.gender != entity.gender and phrase.noun.kind == "role"):
                continue
            last = self._last_before(entity, span.start)
            fits += (0.5 - min(0.5, (span.start - last) / 4000)) if last >= 0 else -0.5
            if best is None or fits > best[0]:
                best = (fits, entity)
        if best is not None:
            return best[1]
        if phrase.noun.kind == "body" and phrase.noun.group == "again" and not phrase.words and not phrase.countries:
            return self._salient_body(span.start)
        if group in self.famous and phrase.determiner == "definite":
            return self._just_named(span.start, phrase)
        if group == "person" and phrase.determiner in ("demonstrative", "definite"):
            return self._antecedent(span.start, (phrase.gender or "-") + "s")
        return None

    def _just_named(self, offset: int, phrase: Phrase) -> Entity | None:
        """The holder of an office so known that the report names him and then says only the office.

        *Vera Abo s'est tue. La ministre de la Mer ...*: the last person of the sentences just before who agrees in
        gender and is not known for anything else; for a function that leaves room for others (*le fondateur de X*),
        only who spoke last or headed the sentence before.
        """
        sentence = self.document.sentence_at(offset)
        here = self.document.sentences[sentence]
        office = phrase.noun.group in self.exclusive
        best: tuple[float, int, Entity] | None = None
        for at, entity, subject, quoted in self._before(here.start):
            away = sentence - self.document.sentence_at(at)
            if away > (_JUST if office else 1):
                break
            if entity.kind != "person" or " " not in entity.name or not self._may_hold(entity, phrase):
                continue
            if (not office and not subject) or any(here.start <= m < here.end for m in entity.mentions):
                continue
            score = DISTANCE * away + IN_QUOTE * quoted + UNKNOWN_GENDER * (not entity.gender)
            if best is None or score > best[0]:
                best = (score, at, entity)
        chosen = best[2] if best else None
        last = self._last_speaker()
        if chosen is None and last is not None and last.kind == "person" and self._may_hold(last, phrase):
            chosen = last
        if chosen is None and office and phrase.gender:
            chosen = self._only_one(phrase)
        if chosen is not None:
            self.entities.give(chosen, phrase)
        return chosen

    def _only_one(self, phrase: Phrase) -> Entity | None:
        """The one person of the article, named more than once, whom gender and functions allow."""
        fitting = [
            e
            for e in self._persons
            if len(e.mentions) > 1 and e.gender in ("", phrase.gender) and self._may_hold(e, phrase)
        ]
        return fitting[0] if len(fitting) == 1 and fitting[0].gender else None

    def _may_hold(self, entity: Entity, phrase: Phrase) -> bool:
        """Whether nothing that is known of a person speaks against the function of `phrase`."""
        if phrase.gender and entity.gender and phrase.gender != entity.gender:
            return False
        office = phrase.noun.group in self.exclusive
        if office and entity.professional:
            return False
        for role in entity.roles:
            fits = compatible(phrase, role)
            if not fits and (role.noun.group == phrase.noun.group or (office and role.noun.group not in ("kin", "founder"))):
                return False
            if role.countries and phrase.countries and not role.countries & phrase.countries:
                return False
        return True

    def _last_speaker(self) -> Entity | None:
        return self._spoke[-1][1] if self._spoke else None

    def _counterpart(self, span: Span, phrase: Phrase) -> Entity | None:
        """*son homologue coréen*: one of that country with a function, else nobody."""
        best: tuple[int, Entity] | None = None
        for entity in self._persons:
            if any(phrase.countries & r.countries for r in entity.roles):
                last = self._last_before(entity, span.start)
                if best is None or last > best[0]:
                    best = (last, entity)
        return best[1] if best else None

    def _author_of(self, phrase: Phrase, inside: range) -> Entity | None:
        """The body or person that a text comes from: named in the phrase, else the author of the last such text."""
        owner = self.entities.owner
        named = [owner[i] for i in inside if i in owner]
        if named:
            self._author = self.entities.of[named[0]]
            return self._author
        inner = next((p for i in inside if (p := self.entities.phrases.get(i)) and p.noun.kind == "body"), None)
        if inner is not None and inner.determiner == "definite":
            body = self._by_function(Span(self.document.tokens.starts[inner.start], 0), inner)
            if body is not None:
                self._author = body
                return body
        if phrase.determiner == "possessive":
            return self._antecedent(self.document.tokens.starts[phrase.start], "-s")
        if phrase.determiner not in ("definite", "demonstrative"):
            return None
        return self._author or self._text_before(phrase)

    def _text_before(self, phrase: Phrase) -> Entity | None:
        """The author of the last text that the article spoke of before, if it named one (*un rapport de X*)."""
        owner = self.entities.owner
        stop = bisect_left(self._texts, phrase.head)
        for head in reversed(self._texts[max(0, stop - _MANY) : stop]):
            text = self.entities.phrases[head]
            named = [owner[i] for i in range(text.head, text.end) if i in owner]
            if named and self.names[named[0]].type == "organization":
                return self.entities.of[named[0]]
        return None

    # --- pronouns

    def _antecedent_beside(self, offset: int) -> Entity | None:
        """The name right before a relative pronoun."""
        n = bisect_left(self._events, offset, key=_offset)
        last = self._events[n - 1] if n else None
        return last.entity if last and offset - last.offset < _NEAR else None

    def _antecedent(self, offset: int, form: str, *, inverted: bool = False) -> Entity | None:
        """The most salient entity before `offset` that agrees with `form` (gender and number, `-` for either)."""
        gender, number = form[0], form[1]
        sentence = self.document.sentence_at(offset)
        scores: dict[int, tuple[float, int, Entity]] = {}
        last = self._spoke[-1][1] if self._spoke else None
        for at, entity, subject, quoted in self._before(offset):
            away = sentence - self.document.sentence_at(at)
            if away > _REACH:
                break
            goes_on = inverted and entity is last and away <= _JUST
            if not self._agrees(entity, gender, number) and not (goes_on and not entity.plural and not entity.gender):
                continue
            score = GOES_ON * goes_on + DISTANCE * away + SUBJECT * subject + FIRST * self._opens_sentence(at) + IN_QUOTE * quoted
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
        if number == "s" and entity.plural:
            return False
        if number == "p" and not entity.plural:
            return False
        if entity.kind == "place":
            return False
        if gender == "n":
            return entity.kind == "organization"
        if gender in "mf" and entity.gender:
            return entity.gender == gender
        return entity.kind != "organization" or bool(entity.gender) or number == "p"

    def _salient_body(self, offset: int) -> Entity | None:
        """The body that is spoken of most and latest before `offset`."""
        best: tuple[float, int, Entity] | None = None
        sentence = self.document.sentence_at(offset)
        lead = self.document.sentences[min(2, len(self.document.sentences) - 1)].end
        for at, entity, subject, quoted in islice(self._before(offset), _MANY):
            if entity.kind != "organization" or entity.plural:
                continue
            away = min(10, sentence - self.document.sentence_at(at))
            score = 0.5 * min(6, entity.before(offset)) + subject - 0.2 * away + 0.5 * IN_QUOTE * quoted
            score += any(speaker is entity for _, speaker in self._spoke[-_LATELY:]) + LEAD * (entity.mentions[0] < lead)
            if best is None or score > best[0]:
                best = (score, at, entity)
        return best[2] if best else None

    def _before(self, offset: int) -> Iterator[Event]:
        """Mentions before `offset`, the last one first."""
        for n in range(bisect_left(self._events, offset, key=_offset) - 1, -1, -1):
            yield self._events[n]

    def _last_before(self, entity: Entity, offset: int) -> int:
        n = entity.before(offset)
        return entity.mentions[n - 1] if n else -1

    def _is_subject(self, offset: int) -> bool:
        """Whether a name at `offset` is not governed: no preposition before it, titles and functions skipped."""
        tokens = self.document.tokens
        i = tokens.first_at(offset)
        sentence = self.document.sentence_tokens(self.document.sentence_at(offset)) if self.document.sentences else range(0)
        if i > sentence.start and (tokens.norms[i - 1].isdigit() or self._is_several(tokens.norms[i - 1])):
            return False  # un Boeing, cinq Airbus
        return not self._governed(i, sentence)

    def _is_several(self, norm: str) -> bool:
        return self.nouns.determiners.get(norm, ("", ""))[0] == "indefinite"

    def _opens_sentence(self, offset: int) -> bool:
        n = self.document.sentence_at(offset)
        return n >= 0 and offset - self.document.sentences[n].start < 60  # noqa: PLR2004

    def _in_quote(self, offset: int) -> bool:
        n = bisect_right(self._quoted_starts, offset) - 1
        return n >= 0 and offset < self._quoted[n][1]

    # --- continuations

    def _continue(self, order: list[int], found: list[str | None]) -> None:
        """Give quotations without a speaker that of the one they repeat or continue."""
        for place, n in enumerate(order):
            quotation = self.quotations[n]
            if quotation.speaker is not None:
                continue
            echo = self._echoed(n)
            if echo is not None and found[echo]:
                found[n] = found[echo]
                continue
            before = order[place - 1] if place else None
            after = order[place + 1] if place + 1 < len(order) else None
            start, end = quotation.content[0].start, quotation.content[-1].end
            if after is not None and found[after] and self._same_line(n, after) and not (
                before is not None and self._same_line(before, n)
            ):
                found[n] = found[after]
            elif before is not None and found[before] and start - self.quotations[before].content[-1].end < _NEAR:
                found[n] = found[before]
            elif after is not None and found[after] and self.quotations[after].content[0].start - end < _NEAR:
                found[n] = found[after]
            elif before is not None:
                found[n] = found[before]

    def _same_line(self, a: int, b: int) -> bool:
        """Whether two quotations stand in one paragraph."""
        first, second = self.quotations[a].content[-1].end, self.quotations[b].content[0].start
        return "\n" not in self.document.prose[first:second]

    def _echoed(self, n: int) -> int | None:
        """A quotation with a speaker that has all the words of quotation `n` (a subhead, a pull quote)."""
        words = plain(" ".join(s.of(self.document.prose) for s in self.quotations[n].content))
        if len(words.split()) < _ECHO:
            return None
        for m in range(max(0, n - _LATELY), min(len(self.quotations), n + _LATELY)):
            other = self.quotations[m]
            if m != n and other.speaker is not None:
                said = plain(" ".join(s.of(self.document.prose) for s in other.content))
                if words in said:
                    return m
        return None


def _is_thing(entity: Entity) -> bool:
    """Whether an unnamed entity is told by a noun that is no function of a person."""
    return entity.kind == "unnamed" and not any(role.noun.kind == "role" for role in entity.roles)


def _place(quotation: Quotation) -> int:
    """Where a quotation is in the order of reading: its attribution, else its content."""
    return quotation.speaker.start if quotation.speaker else quotation.content[0].start
