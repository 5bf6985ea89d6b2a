"""Whom a function, a text or a common noun means: *le ministre*, *ce rapport*, *la banque*."""

from __future__ import annotations

from bisect import bisect_left

from recoupe.annotate.speakers.mentions import DISTANCE, IN_QUOTE, UNKNOWN_GENDER, Mentions
from recoupe.annotate.speakers.reading import Reading
from recoupe.language.people.entities import Entity, compatible, same_body
from recoupe.language.people.nouns import Phrase
from recoupe.model.span import Span

_REACH = 8  # sentences over which who spoke last is still in view
_JUST = 2  # sentences over which an office may look back for its holder
_FAR = 4000  # characters over which a mention fades by half a point
_SAME_BODY = 2.0  # fit of a body called again by the noun of its name
_MANY = 300  # entities or texts looked through at most, so that time stays linear


class Functions:
    """Functions of an article and their holders, learnt by apposition or told just before."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self.reading = reading
        self.mentions = mentions
        offices = reading.document.language.table("coreference")["offices"]
        self.famous = frozenset(offices["famous"])
        self.exclusive = frozenset(offices["exclusive"])
        known = list(reading.entities.by_name.values())
        self._persons = [e for e in known if e.kind == "person"][:_MANY]
        self._bodies = [e for e in known if e.kind == "organization"][:_MANY]
        self._texts = sorted(h for h, p in reading.entities.phrases.items() if p.noun.kind == "document")
        self._last_author: Entity | None = None

    def holder(self, span: Span, phrase: Phrase) -> Entity | None:
        """Whom the article gives the function that a phrase names."""
        group = phrase.noun.group
        if group == "self":
            return self.mentions.antecedent(span.start, (phrase.gender or "-") + "s")
        if group == "counterpart":
            return self._counterpart(span, phrase)
        if phrase.determiner == "indefinite":
            return None
        return self._known_holder(span, phrase) or self._likely_holder(span, phrase)

    def _known_holder(self, span: Span, phrase: Phrase) -> Entity | None:
        """Who best fits among those of whom the article says such a function."""
        best: tuple[float, Entity] | None = None
        bare_body = phrase.noun.kind == "body" and not phrase.words
        for entity in (*self.reading.entities.holders(phrase), *(self._bodies if bare_body else ())):
            fits = max((compatible(phrase, role) for role in entity.roles), default=0.0)
            if entity.kind == "organization" and not phrase.words and same_body(phrase, entity.name):
                fits = max(fits, _SAME_BODY)
            genders = {phrase.gender, entity.gender} - {""} if phrase.noun.kind == "role" else set()
            if not fits or len(genders) > 1:
                continue
            last = self._last_before(entity, span.start)
            fits += (0.5 - min(0.5, (span.start - last) / _FAR)) if last >= 0 else -0.5
            if best is None or fits > best[0]:
                best = (fits, entity)
        return best[1] if best else None

    def _likely_holder(self, span: Span, phrase: Phrase) -> Entity | None:
        """Who is in view where the article says a function of nobody."""
        noun = phrase.noun
        if noun.kind == "body" and noun.group == "again" and not phrase.words and not phrase.countries:
            return self.mentions.salient_body(span.start)
        if noun.group in self.famous and phrase.determiner == "definite":
            return self._just_named(span.start, phrase)
        if noun.group == "person" and phrase.determiner in ("demonstrative", "definite"):
            return self.mentions.antecedent(span.start, (phrase.gender or "-") + "s")
        return None

    def _just_named(self, offset: int, phrase: Phrase) -> Entity | None:
        """The holder of an office so known that the report names him and then says only the office.

        *Vera Abo s'est tue. La ministre de la Mer ...*: the last person of the sentences just before who agrees in
        gender and is not known for anything else; for a function that leaves room for others (*le fondateur de X*),
        only who spoke last or headed the sentence before.
        """
        sentence = self.reading.document.sentence_at(offset)
        here = self.reading.document.sentences[sentence]
        office = phrase.noun.group in self.exclusive
        best: tuple[float, int, Entity] | None = None
        for at, entity, subject, quoted in self.mentions.before(here.start):
            away = sentence - self.reading.document.sentence_at(at)
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
        last = self.mentions.last_speaker()
        if chosen is None and last is not None and last.kind == "person" and self._may_hold(last, phrase):
            chosen = last
        if chosen is None and office and phrase.gender:
            chosen = self._only_one(phrase)
        if chosen is not None:
            self.reading.entities.give(chosen, phrase)
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
            if not fits and (
                role.noun.group == phrase.noun.group or (office and role.noun.group not in ("kin", "founder"))
            ):
                return False
            if role.countries and phrase.countries and not role.countries & phrase.countries:
                return False
        return True

    def _counterpart(self, span: Span, phrase: Phrase) -> Entity | None:
        """*son homologue coréen*: one of that country with a function, else nobody."""
        best: tuple[int, Entity] | None = None
        for entity in self._persons:
            if any(phrase.countries & r.countries for r in entity.roles):
                last = self._last_before(entity, span.start)
                if best is None or last > best[0]:
                    best = (last, entity)
        return best[1] if best else None

    def author(self, phrase: Phrase, inside: range) -> Entity | None:
        """The body or person that a text comes from: named in the phrase, else the author of the last such text."""
        owner = self.reading.entities.owner
        named = [owner[i] for i in inside if i in owner]
        if named:
            self._last_author = self.reading.entities.of[named[0]]
            return self._last_author
        inner = next(
            (p for i in inside if (p := self.reading.entities.phrases.get(i)) and p.noun.kind == "body"), None
        )
        if inner is not None and inner.determiner == "definite":
            body = self.holder(Span(self.reading.document.tokens.starts[inner.start], 0), inner)
            if body is not None:
                self._last_author = body
                return body
        if phrase.determiner == "possessive":
            return self.mentions.antecedent(self.reading.document.tokens.starts[phrase.start], "-s")
        if phrase.determiner not in ("definite", "demonstrative"):
            return None
        return self._last_author or self._text_before(phrase)

    def _text_before(self, phrase: Phrase) -> Entity | None:
        """The author of the last text that the article spoke of before, if it named one (*un rapport de X*)."""
        owner = self.reading.entities.owner
        stop = bisect_left(self._texts, phrase.head)
        for head in reversed(self._texts[max(0, stop - _MANY) : stop]):
            text = self.reading.entities.phrases[head]
            named = [owner[i] for i in range(text.head, text.end) if i in owner]
            if named and self.reading.names[named[0]].type == "organization":
                return self.reading.entities.of[named[0]]
        return None

    def _last_before(self, entity: Entity, offset: int) -> int:
        n = entity.before(offset)
        return entity.mentions[n - 1] if n else -1
