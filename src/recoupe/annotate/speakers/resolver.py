"""Resolution of the speakers of one article, in the order of the text (see the package's docstring for the rules)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.annotate.document import Document
from recoupe.annotate.speakers.functions import Functions
from recoupe.annotate.speakers.mentions import Mentions
from recoupe.annotate.speakers.reading import Reading
from recoupe.language import load
from recoupe.language.people.entities import Entity
from recoupe.language.people.spelling import name_key
from recoupe.model.findings import Name, Quotation
from recoupe.model.span import Span

_NEAR = 600  # characters between a continuation and the quotation that it continues
_LATELY = 20  # quotations around one in which a fragment of it is looked for
_ECHO = 3  # words that a floating fragment must share, in order, with the quotation that it repeats


class Resolver:
    """State of the resolution of one article."""

    def __init__(self, document: Document, names: Sequence[Name], quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self.reading = Reading(document, names)
        self.mentions = Mentions(self.reading, quotations)
        self.functions = Functions(self.reading, self.mentions)

    def resolve(self) -> list[str | None]:
        """A name for each quotation, None where nothing fits."""
        found: list[str | None] = [None] * len(self.quotations)
        order = sorted(range(len(self.quotations)), key=lambda n: (_place(self.quotations[n]), n))
        known: dict[Span, Entity] = {}
        for n in order:
            speaker = self.quotations[n].speaker
            if speaker is None or self._is_heading(n):
                continue
            entity = known.get(speaker) or self._resolve_span(speaker)
            if entity is not None:
                known[speaker] = entity
                self.mentions.hear(speaker.start, entity)
                found[n] = entity.name
        self._continue(order, found)
        return found

    def _is_heading(self, n: int) -> bool:
        """Whether what stands before a headline's colon is where it happens, and speaks for nobody.

        *Vardeuil : « ... »*; a country or a capital may stand for its government.
        """
        quotation = self.quotations[n]
        if quotation.speaker is None or quotation.cue is not None:
            return False
        inside = self.reading.document.tokens.within(quotation.speaker.start, quotation.speaker.end)
        heads = self.reading.heads(inside) if inside else []
        if not heads or any(self.reading.names[h].type != "place" for h in heads):
            return False
        known = _governments(self.reading.document.language.code)
        return all(name_key(self.reading.entities.of[h].name) not in known for h in heads)

    def _resolve_span(self, span: Span) -> Entity | None:
        tokens = self.reading.document.tokens
        inside = tokens.within(span.start, span.end)
        words = " ".join(span.of(self.reading.document.prose).lower().replace("’", "'").split())
        if words in self.reading.pronouns:
            if words in self.reading.relative:
                return self.mentions.beside(span.start)
            inverted = span.start > 0 and (
                words[0] == "-" or self.reading.document.prose[span.start - 1] == "-"
            )
            return self.mentions.antecedent(span.start, self.reading.pronouns[words], inverted=inverted)
        if not inside:
            return None
        heads = self.reading.heads(inside)
        if heads:
            return self._named(heads)
        return self._described(span, inside)

    def _named(self, heads: list[int]) -> Entity:
        if len(heads) == 1:
            return self.reading.entities.of[heads[0]]
        joined = f" {next(iter(self.reading.nouns.words['and']))} ".join(
            self.reading.entities.of[n].name for n in heads
        )
        return self.mentions.unnamed(joined, plural=True)

    def _described(self, span: Span, inside: range) -> Entity | None:
        """A span that names nobody at its head: a function, a text, a body called again, or its own words."""
        tokens = self.reading.document.tokens
        inside = self._core(inside)
        span = Span(tokens.starts[inside[0]], tokens.ends[inside[-1]])
        phrase = next(
            (self.reading.entities.phrases[i] for i in inside if i in self.reading.entities.phrases), None
        )
        if phrase is not None and self.reading.is_head(phrase, inside):
            if phrase.noun.kind == "document":
                author = self.functions.author(phrase, inside)
                if author:
                    return author
            elif not phrase.noun.plural:
                entity = self.functions.holder(span, phrase)
                if entity:
                    return entity
        text, determiner = self.reading.bare(span, inside)
        if determiner == "definite" and text.lower() in self.reading.pairs:
            two = self.mentions.pair(span.start)
            if two is not None:
                return two
        again = self.mentions.called_again(text, determiner)
        if again:
            return again
        _, form = self.reading.nouns.determiners.get(tokens.norms[inside[0]], ("", "--"))
        plural = form[1:] == "p" or (phrase is not None and phrase.noun.plural)
        gender = (phrase.gender if phrase else "") or (form[:1] if form[:1] in ("m", "f") else "")
        entity = self.mentions.unnamed(text, plural=plural, gender=gender)
        if phrase is not None and not entity.roles:
            entity.roles.append(phrase)
        return entity

    def _core(self, inside: range) -> range:
        """The tokens of a phrase without an age and what follows it, or without words put before its subject.

        *le moine, 73 ans, prix de la paix*; *bonne nouvelle pour les marins, le gouvernement*.
        """
        norms, determiners = self.reading.document.tokens.norms, self.reading.nouns.determiners
        commas = [i for i in inside[1:-1] if norms[i] == ","]
        aged = next((i for i in commas if norms[i + 1].isdigit()), None)
        if aged is not None:
            return range(inside.start, aged)
        if commas and norms[inside[0]] not in determiners and norms[commas[-1] + 1] in determiners:
            return range(commas[-1] + 1, inside.stop)
        return inside

    def _continue(self, order: list[int], found: list[str | None]) -> None:
        """Give quotations without a speaker that of the one they repeat or continue."""
        for place, n in enumerate(order):
            quotation = self.quotations[n]
            if quotation.speaker is not None and not self._is_heading(n):
                continue
            echo = self._echoed(n)
            if echo is not None and found[echo]:
                found[n] = found[echo]
                continue
            before = order[place - 1] if place else None
            after = order[place + 1] if place + 1 < len(order) else None
            start, end = quotation.content[0].start, quotation.content[-1].end
            if (
                after is not None
                and found[after]
                and self._same_line(n, after)
                and not (before is not None and self._same_line(before, n))
            ):
                found[n] = found[after]
            elif (
                before is not None
                and found[before]
                and start - self.quotations[before].content[-1].end < _NEAR
            ):
                found[n] = found[before]
            elif after is not None and found[after] and self.quotations[after].content[0].start - end < _NEAR:
                found[n] = found[after]
            elif before is not None:
                found[n] = found[before]

    def _same_line(self, a: int, b: int) -> bool:
        """Whether two quotations stand in one paragraph."""
        first, second = self.quotations[a].content[-1].end, self.quotations[b].content[0].start
        return "\n" not in self.reading.document.prose[first:second]

    def _echoed(self, n: int) -> int | None:
        """A quotation with a speaker that has all the words of quotation `n` (a subhead, a pull quote)."""
        words = name_key(" ".join(s.of(self.reading.document.prose) for s in self.quotations[n].content))
        if len(words.split()) < _ECHO:
            return None
        for m in range(max(0, n - _LATELY), min(len(self.quotations), n + _LATELY)):
            other = self.quotations[m]
            if m != n and other.speaker is not None:
                said = name_key(" ".join(s.of(self.reading.document.prose) for s in other.content))
                if words in said:
                    return m
        return None


@cache
def _governments(code: str) -> frozenset[str]:
    """Names of countries and of their capitals, as `name_key` makes them."""
    cells = (cell for row in load(code).rows("countries") for cell in row[1:3])
    return frozenset(name_key(form) for cell in cells for form in cell.replace("=", "|").split("|") if form)


def _place(quotation: Quotation) -> int:
    """Where a quotation is in the order of reading: its attribution, else its content."""
    return quotation.speaker.start if quotation.speaker else quotation.content[0].start
