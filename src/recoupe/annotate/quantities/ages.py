"""Ages: *âgé de 69 ans*, *une femme de 32 ans*, *Ada Brune, 69 ans*, *les moins de 25 ans*, *69-year-old*.

A number of years that none of these patterns holds is a duration, and no quantity.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quantities.counted import Nouns
from recoupe.annotate.quantities.numbers import Number
from recoupe.annotate.quantities.reading import Reader
from recoupe.model.findings import Counted
from recoupe.model.span import Span

_OLDEST = 130
_REACH = 6  # tokens between an age and whose it is
_NAME = 5  # tokens of a name looked at


class Age(NamedTuple):
    """An age: index after its last token, and whose it is."""

    after: int
    of: Counted | None


class Ages:
    """Finds out whether numbers of one text are ages."""

    def __init__(self, reader: Reader, nouns: Nouns) -> None:
        self._reader = reader
        self._nouns = nouns
        self._words = reader.words
        self._cues = reader.vocabulary.ages

    def at(self, number: Number, first: int) -> Age | None:
        """The age that `number` says, if it is one.

        Args:
            number: a number.
            first: first token of the words that bound it (*plus de*), or of the number.
        """
        if not 0 <= number.value <= _OLDEST or number.noun or number.open:
            return None
        words, after = self._words, number.after
        unit = words[after] if after < len(words) else ""
        years = unit in self._cues.units
        aged = self._cues.aged.before(words, first)
        if aged and (years or unit in self._cues.small_units or self._cues.old):
            return Age(after + (unit.isalpha() and not self._cues.old), self._bearer(aged[0]))
        if years and not self._cues.not_followed.at(words, after + 1):
            return self._hyphenated(number) or self._years(first, after + 1)
        return self._hyphenated(number) or (None if years else self._bare(number, first))

    def _years(self, first: int, after: int) -> Age | None:
        """An age by what stands before its years."""
        if self._cues.groups.before(self._words, after - 2) or self._cues.reaching.before(self._words, first):
            return Age(after, None)
        before = self._words[first - 1] if first else ""
        if before in self._cues.of:
            noun = self._nouns.before_of(first)
            return Age(after, self._nouns.at(noun)) if noun is not None and self._person(noun) else None
        if before in (",", "("):
            bearer = self._apposed(first - 1) if self._closed(after) else None
            return Age(after, bearer) if bearer else None
        having = (
            first > 0 and self._reader.tokens.norms[first - 1] in self._cues.having and self._closed(after)
        )
        ago = first > 1 and self._words[first - 2] in self._cues.not_having_after
        return Age(after, None) if having and not ago else None

    def _apposed(self, i: int) -> Counted | None:
        """Whose age stands after the comma or parenthesis at token `i`."""
        return self._name_before(i) or (self._person_before(i) if self._words[i] == "," else None)

    def _bare(self, number: Number, first: int) -> Age | None:
        """English *John Brown, 69, said*: a number between commas after a name."""
        words, after = self._words, number.after
        plain = number.digits and number.value >= 1 and after == number.first + 1
        if not self._cues.old or not plain or not first or words[first - 1] != ",":
            return None
        if after >= len(words) or words[after] not in (",", ".", ")"):
            return None
        bearer = self._name_before(first - 1)
        return Age(after, bearer) if bearer else None

    def _hyphenated(self, number: Number) -> Age | None:
        """*69-year-old*, *69 years old*."""
        words, after = self._words, number.after
        if after < len(words) and words[after] == "-":
            after += 1
        old = self._cues.old.at(words, after)
        if old is None:
            return None
        noun = self._nouns.after_number(old[0], singular=True)
        near = noun is not None and noun <= old[0] + 1
        return Age(old[0], self._nouns.at(noun) if noun is not None and near else self._bearer(number.first))

    def _closed(self, after: int) -> bool:
        """Whether the phrase ends after the age, as an apposition does."""
        return (
            after >= len(self._words)
            or not self._words[after][0].isalnum()
            or self._words[after] in self._cues.closing
        )

    def _person(self, j: int) -> bool:
        form = self._reader.tokens.forms[j]
        lemma = self._nouns.lemma(j)
        low = form.lower()
        if lemma in self._cues.not_persons or low in self._cues.not_persons:
            return False
        return (
            lemma in self._cues.persons
            or low in self._cues.persons
            or low.endswith(self._cues.person_endings)
        )

    def _bearer(self, i: int) -> Counted | None:
        """Who is *âgé de*: the noun or name just before, or before *, qui est*."""
        words = self._words
        j = i - 1
        while (
            j >= 0
            and i - j < _REACH
            and (words[j] in self._reader.vocabulary.language.stopwords or words[j] == ",")
        ):
            j -= 1
        if j < 0 or not words[j][0].isalpha():
            return None
        return self._name_before(j + 1) or self._person_before(j + 1) or self._nouns.at(j)

    def _name_before(self, i: int) -> Counted | None:
        """The name that ends just before token `i`: words with a capital, particles between them included."""
        tokens = self._reader.tokens
        j = i
        while (
            j > 0
            and i - j < _NAME
            and (tokens.forms[j - 1][0].isupper() or (j < i and tokens.norms[j - 1] in self._cues.particles))
        ):
            j -= 1
        while j < i and not tokens.forms[j][0].isupper():
            j += 1
        if j == i or (i - j == 1 and tokens.norms[j] in self._reader.vocabulary.language.stopwords):
            return None
        span = Span(tokens.starts[j], tokens.ends[i - 1])
        return Counted(span, self._reader.text[span.start : span.end])

    def _person_before(self, i: int) -> Counted | None:
        """*Le suspect, 35 ans*: a person noun within the phrase before token `i`."""
        for j in range(i - 1, max(-1, i - 6), -1):
            if not self._words[j][0].isalpha():
                return None
            if self._person(j):
                return self._nouns.at(j)
        return None
