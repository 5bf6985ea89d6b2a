"""Whole numbers of a text made of simple ones: scales, halves, fractions, shares, collectives.

*7,5 milliards*, *deux millions et demi*, *trois quarts*, *un sur trois*, *10 1/2*, *deux douzaines*,
*dizaines de milliers*.
"""

from __future__ import annotations

from recoupe.annotate.quantities.cardinals import Cardinal
from recoupe.annotate.quantities.lexicon import Lexicon
from recoupe.annotate.quantities.numbers import Number, Numerals
from recoupe.text.tokens import Tokens

_HUNDRED = 100
_TEN = 10


class Reader:
    """Reads the numbers of one text.

    Attributes:
        words: the norms of the tokens, folded.
    """

    def __init__(self, text: str, tokens: Tokens, vocabulary: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.vocabulary = vocabulary
        self._numerals = Numerals(text, tokens, vocabulary)
        self.words = self._numerals.words

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before without white space."""
        return self._numerals.glued(i)

    def read(self, i: int) -> Number | None:
        """The number that starts at token `i`, with the scales, halves and fractions that belong to it."""
        word = self.words[i]
        if word[0].isdigit() or word in ",.":
            base = self._numerals.digits(i)
        else:
            base = self._numerals.coded(i) if word[-1].isdigit() else self._numerals.cardinal(i)
        if base is None:
            return None
        number = self._scaled(base)
        number = self._ratio(number) or self._fraction(number) or self._and_fraction(number)
        return self._collective(number) or number

    def _scaled(self, number: Number) -> Number:
        """Scales after a number: *10,5 milliards*, *six autres milliards*, *3000K*, *1 milliard 200 millions*."""
        vocabulary, i = self.vocabulary, number.after
        if i >= len(self.words):
            return number
        form = self.tokens.forms[i]
        if number.digits and form in vocabulary.suffixes and self._is_suffix(i):
            scale = vocabulary.suffixes[form]
            return number._replace(after=i + 1, value=number.value * scale, scale=scale, grouped=True)
        if (
            i + 1 < len(self.words)
            and self.words[i] in vocabulary.gap
            and self.words[i + 1] in vocabulary.scales
        ):
            i += 1
        halves = self._half_before_scale(i)
        scale = vocabulary.scales.get(self.words[halves or i], 0.0)
        if (
            number.digits
            and self.words[i] in vocabulary.hundreds
            and not self.words[i].endswith("s")
            and not self._percent_follows(i)
        ):
            return number._replace(after=i + 1, value=number.value * _HUNDRED, digits=False, grouped=True)
        if not scale or (number.scale != 1 and scale >= number.scale):
            return number
        value = (number.value + (0.5 if halves else 0)) * scale
        grown = number._replace(
            after=(halves or i) + 1,
            value=value,
            scale=scale,
            noun=self._numerals.is_noun(scale),
            grouped=True,
            one=False,
        )
        return self._lower_scale(grown)

    def _is_suffix(self, i: int) -> bool:
        """Whether a suffix letter is glued to its digits, or stands before a currency sign (*300 M€*)."""
        if self.glued(i):
            return True
        if self.tokens.forms[i] == "k":  # *10 k*, with nothing that it could name after it
            return i + 1 == len(self.words) or not self.words[i + 1][0].isalnum()
        unit = self.vocabulary.units.at(self.words, i + 1)
        return unit is not None and unit[1].kind == "money"

    def _percent_follows(self, i: int) -> bool:
        return self.words[i - 1] == "pour"

    def _half_before_scale(self, i: int) -> int | None:
        """English *two and a half million*: index of the scale word."""
        words, vocabulary = self.words, self.vocabulary
        if (
            i + 3 >= len(words)
            or words[i] not in vocabulary.connectors
            or words[i + 2] not in vocabulary.half
        ):
            return None
        return i + 3 if words[i + 3] in vocabulary.scales else None

    def _lower_scale(self, number: Number) -> Number:
        """*1 milliard 200 millions*, *un million deux cent mille*: a smaller part after the scale."""
        i = number.after
        if i >= len(self.words):
            return number
        if self.words[i][0].isdigit():
            return self._lower_digits(number)
        if self.words[i].split("-")[0] not in self.vocabulary.numerals:
            return number
        rest = self._numerals.cardinal(i)
        if rest is None or rest.one or rest.open or rest.value >= number.scale:
            return number
        return number._replace(after=rest.after, value=number.value + rest.value)

    def _lower_digits(self, number: Number) -> Number:
        part = self._numerals.digits(number.after)
        if part is None or part.after >= len(self.words):
            return number
        scale = self.vocabulary.scales.get(self.words[part.after], 0.0)
        if not scale or scale >= number.scale:
            return number
        return number._replace(after=part.after + 1, value=number.value + part.value * scale)

    def _simple(self, i: int) -> Number | None:
        """The simple number at token `i`."""
        return self._numerals.digits(i) if self.words[i][0].isdigit() else self._numerals.cardinal(i)

    def _ratio(self, number: Number) -> Number | None:
        """*un sur trois*, *3/4*, *10 1/2*."""
        words, i = self.words, number.after
        if i + 1 >= len(words):
            return None
        if words[i] == "/":
            return self._slash(number)
        if words[i] in self.vocabulary.over:
            below = self._simple(i + 1)
            if (
                below is None
                or below.open
                or below.one
                or below.value <= number.value
                or not self._plain(below)
            ):
                return None
            return number._replace(after=below.after, value=number.value / below.value, one=False, noun=True)
        if words[i].isdecimal() and words[i + 1] == "/" and number.digits and not self.glued(i):
            part = self._slash(Number(i, i + 1, float(words[i]), digits=True))
            if part and part.value < 1:
                return number._replace(after=part.after, value=number.value + part.value, grouped=True)
        return None

    def _slash(self, number: Number) -> Number | None:
        """*3/4*; *9/11* is a name and *12/03* a date."""
        i = number.after
        if not number.digits or number.grouped or not (self.glued(i) and self.glued(i + 1)):
            return None
        below = self._numerals.digits(i + 1) if self.words[i + 1].isdecimal() else None
        if below is None or not 1 < below.value <= _TEN:
            return None
        if below.after < len(self.words) and self.words[below.after] == "/":
            return None
        return number._replace(after=below.after, value=number.value / below.value, grouped=True)

    def _plain(self, number: Number) -> bool:
        """Whether nothing that is counted follows: *un sur trois*, but not *deux sur trois tables*."""
        i = number.after
        return (
            i >= len(self.words)
            or not self.words[i][0].isalpha()
            or self.words[i] in self.vocabulary.language.stopwords
        )

    def _fraction(self, number: Number) -> Number | None:
        """*deux tiers*, *trois cinquièmes*, *quatre centièmes*."""
        i, vocabulary = number.after, self.vocabulary
        if number.scale != 1 and number.scale < 1e3:  # noqa: PLR2004
            return None
        compound = self._compound_denominator(number)
        if compound:
            return compound
        below = self._denominator(i, number)
        if not below:
            return None
        if number.one and self.words[i] in vocabulary.ordinals:
            following = self.words[i + 1] if i + 1 < len(self.words) else "."
            # *un cinquième des*, alone; but *un deuxième homme* is an ordinal
            if following[0].isalpha() and following not in vocabulary.language.stopwords:
                return None
        return number._replace(after=i + 1, value=number.value / below, one=False, noun=True)

    def _denominator(self, i: int, number: Number) -> float:
        """The denominator at token `i`, 0 if there is none (*un second souffle* is none)."""
        if i >= len(self.words):
            return 0.0
        word = self.words[i]
        vocabulary = self.vocabulary
        if word in vocabulary.denominators and (number.one or word not in vocabulary.half):
            return vocabulary.denominators[word]
        value = vocabulary.ordinals.get(word, 0.0)
        plural = word.endswith("s") or number.one or number.value <= 1 or i + 1 == len(self.words)
        return value if value > 3 and plural else 0.0  # noqa: PLR2004

    def _compound_denominator(self, number: Number) -> Number | None:
        """*un vingt-cinquième*, *une vingt et unième*: an article and an ordinal of several words."""
        i = number.after
        if not number.one and not (
            number.first + 1 < i and self.words[number.first] in self.vocabulary.articles
        ):
            return None
        if i >= len(self.words):
            return None
        last = self.words[i].split("-")
        value = self.vocabulary.ordinals.get(last[-1], 0.0)
        if not value or len(last) == 1:
            return self._spaced_denominator(number)
        cardinal = Cardinal(self.vocabulary)
        if not all(cardinal.take(part) for part in last[:-1] if part not in self.vocabulary.connectors):
            return None
        return number._replace(after=i + 1, value=1 / (cardinal.value + value), one=False, noun=True)

    def _spaced_denominator(self, number: Number) -> Number | None:
        """*un vingt et unième*, *un vingt cinquième*: the same in words apart."""
        head = self._numerals.cardinal(number.after)
        if head is None or head.one or head.open or head.after >= len(self.words):
            return None
        i = head.after + (self.words[head.after] in self.vocabulary.connectors)
        value = self.vocabulary.ordinals.get(self.words[i], 0.0) if i < len(self.words) else 0.0
        if not value or value >= _TEN or head.value % _TEN:
            return None
        return number._replace(after=i + 1, value=1 / (head.value + value), one=False, noun=True)

    def _and_fraction(self, number: Number) -> Number:
        """*deux millions et demi*, *cinq et un quart*, *cent et trois quarts*."""
        words, i, vocabulary = self.words, number.after, self.vocabulary
        if (
            number.one
            and words[number.first] in vocabulary.articles
            and i < len(words)
            and words[i] not in vocabulary.connectors
        ):
            return number
        if i + 1 >= len(words) or words[i] not in vocabulary.connectors:
            return number
        if words[i + 1] in vocabulary.half or (words[i + 1] == "quart" and number.scale == 1):
            part = 1 / vocabulary.denominators[words[i + 1]]
            return number._replace(
                after=i + 2, value=number.value + part * number.scale, one=False, grouped=True
            )
        if words[i + 1] not in vocabulary.words and words[i + 1] not in vocabulary.articles:
            return number
        head = self._numerals.cardinal(i + 1)
        share = head and (self._fraction(head) if not head.open else None)
        if share is None or share.value >= 1:
            return number
        return number._replace(
            after=share.after, value=number.value + share.value * number.scale, one=False, grouped=True
        )

    def _collective(self, number: Number) -> Number | None:
        """*une douzaine*, *deux centaines*, *des dizaines de milliers*."""
        words, i, vocabulary = self.words, number.after, self.vocabulary
        if number.open:
            return self._of_scale(number)
        if i >= len(words) or words[i] not in vocabulary.collectives:
            return None
        size = vocabulary.collectives[words[i]]
        exact = words[i].rstrip("s") in vocabulary.exact
        grown = number._replace(
            after=i + 1,
            value=number.value * size,
            scale=size,
            rounded=not exact or number.one,
            noun=vocabulary.scale_nouns,
            one=False,
        )
        return self._of_scale(grown)

    def _of_scale(self, number: Number) -> Number:
        """*dizaines de milliers*, *centaines de millions*: the scale after *de* multiplies."""
        i = number.after
        words, vocabulary = self.words, self.vocabulary
        if i + 1 < len(words) and words[i] in vocabulary.counted.partitive_words:
            size = vocabulary.orders.get(words[i + 1])
            if size:
                return number._replace(after=i + 2, value=number.value * size, scale=number.scale * size)
        return number
