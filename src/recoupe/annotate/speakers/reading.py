"""How a speaker span reads: which names head it, what its own words are without determiner and additions."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.language.people.entities import Entities
from recoupe.language.people.nouns import Phrase, nouns
from recoupe.model.findings import Name
from recoupe.model.span import Span

_DETERMINERS = 2  # that one phrase may begin with: de nombreuses, les deux


class Reading:
    """An article with its names, its entities and the noun lists of its language.

    Attributes:
        document: the article.
        names: its names, in order.
        nouns: the noun lists of its language.
        entities: who and what it names.
        pronouns: gender and number by pronoun; `relative` those whose noun stands right before them.
        of: prepositions after which a name belongs to another's description.
        noun_last: whether a noun follows the names that describe it.
        things_have_gender: whether a pronoun for persons may stand for a body.
        pairs: noun phrases that stand for two persons named together.
        conjunctions: words that join two speakers.
    """

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self.names = names
        self.nouns = nouns(document.language.code)
        ranges = [document.sentence_tokens(n) for n in range(len(document.sentences))]
        self.entities = Entities(document.tokens, ranges, names, self.nouns)
        data = document.language.table("coreference")
        self.pronouns: dict[str, str] = data["pronouns"]
        self.relative = frozenset(data["relative"]["words"])
        self.pairs = frozenset(self.nouns.words["pairs"])
        self.noun_last = bool(data["grammar"]["noun_last"])
        self.things_have_gender = bool(data["grammar"]["things_have_gender"])
        self.of = frozenset(self.nouns.words["of"])
        self.conjunctions = frozenset(self.nouns.words["and"])

    def heads(self, inside: range) -> list[int]:
        """Names that head a span: not governed by a preposition; several if joined by *et*."""
        tokens, owner = self.document.tokens, self.entities.owner
        free: list[int] = []
        for i in inside:
            n = owner.get(i)
            if n is None or (i - 1 in inside and owner.get(i - 1) == n):
                continue
            if not self.governed(i, inside) and not (self.noun_last and self._modifies(n, inside)):
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

    def _modifies(self, n: int, inside: range) -> bool:
        """Whether a name only describes the noun after it: *the Brume governor*, *Orval's doctor*."""
        tokens = self.document.tokens
        after = tokens.first_at(self.names[n].end)
        if after not in inside:
            return False
        form, norm = tokens.forms[after], tokens.norms[after]
        if form[0] in "'’":
            return True
        return form[0].islower() and norm not in self.nouns.stopwords and not self.nouns.verbs.is_finite(norm)

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
            return phrase.noun.kind == "body" and tokens.forms[first - 1] != ","
        return False

    def governed(self, i: int, inside: range) -> bool:
        """Whether the name at token `i` hangs on a preposition inside the span, titles and functions skipped."""
        tokens = self.document.tokens
        j = i - 1
        while j in inside and (
            tokens.norms[j] in self.nouns.titles
            or tokens.forms[j] == "."
            or tokens.norms[j] in ("le", "la", "l'", "les", "the")
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
                return before in self.of or (
                    own in ("du", "des", "au", "aux") and phrase.start > inside.start
                )
        return False

    def is_head(self, phrase: Phrase, inside: range) -> bool:
        """Whether nothing but determiners and adjectives stands before the phrase's noun in the span."""
        tokens = self.document.tokens
        return all(
            tokens.norms[i] in self.nouns.determiners or tokens.norms[i] in self.nouns.words["empty"]
            for i in range(inside.start, phrase.head)
        )

    def bare(self, span: Span, inside: range) -> tuple[str, str]:
        """The words of a span without its determiner, and the determiner's kind."""
        tokens = self.document.tokens
        first = inside[0]
        kind = ""
        while (
            first + 1 in inside
            and tokens.norms[first] in self.nouns.determiners
            and first - inside.start < _DETERMINERS
            and (not kind or self.nouns.determiners[tokens.norms[first]][1][1:] == "p")
        ):
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
