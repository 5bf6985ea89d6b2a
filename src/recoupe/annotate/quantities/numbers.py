"""Numbers in a text, in digits and in words, mixed ones included: where each ends and what it is worth.

Decides the value of a run of tokens and nothing about what it counts. Words are read by the additive and
multiplicative grammar that French and English share (Hurford 1975), with the language's vocabulary as data: hyphens
or spaces, *soixante-douze*, *deux millions et demi*, *7,5 milliards*, *trois quarts*, *une douzaine*, *des milliers*.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quantities.cardinals import Cardinal
from recoupe.annotate.quantities.lexicon import Lexicon, fold
from recoupe.text.tokens import Tokens

_HUNDRED = 100
_CODE = 3  # letters of a currency code
_TEN = 10


class Number(NamedTuple):
    """A number in the text.

    Attributes:
        first: its first token.
        after: the token after its last.
        value: what it is worth; for an open number (*des milliers*) the least it says.
        scale: the last power it names (*millions*), 1 if none: what *et demi* halves.
        open: whether it names no number but an order of size (*dizaines*, *milliers*).
        rounded: whether the word itself is rounded (*une centaine*).
        noun: whether it is a noun, which *de* joins to what it counts (*million*, *dizaine*, *tiers*).
        digits: whether it is written in digits alone.
        grouped: whether its digits stand in groups or have decimals, so that it can be no year and no label.
        one: whether it is no more than the article *un*.
    """

    first: int
    after: int
    value: float
    scale: float = 1.0
    open: bool = False
    rounded: bool = False
    noun: bool = False
    digits: bool = False
    grouped: bool = False
    one: bool = False


class Reader:
    """Reads the numbers of one text.

    Attributes:
        words: the norms of the tokens, folded.
    """

    def __init__(self, text: str, tokens: Tokens, vocabulary: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.words = [fold(norm) or "-" for norm in tokens.norms]  # a soft hyphen leaves nothing

    def read(self, i: int) -> Number | None:
        """The number that starts at token `i`, with the scales, halves and fractions that belong to it."""
        word = self.words[i]
        if word[0].isdigit() or word in ",.":
            base = self._digits(i)
        else:
            base = self._coded(i) if word[-1].isdigit() else self._words(i)
        if base is None:
            return None
        number = self._scaled(base)
        number = self._ratio(number) or self._fraction(number) or self._and_fraction(number)
        return self._collective(number) or number

    def _noun(self, scale: float) -> bool:
        """Whether *de* joins a number of this scale to what it counts (*deux millions de foyers*)."""
        return self.vocabulary.scale_nouns and scale >= 1e6  # noqa: PLR2004

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before without white space."""
        return 0 < i < len(self.words) and self.tokens.starts[i] == self.tokens.ends[i - 1]

    def _coded(self, i: int) -> Number | None:
        """*EUR29,99*: digits glued to the code of a currency."""
        code = self.words[i][:_CODE]
        if not self.words[i][_CODE:].isdecimal() or not self.vocabulary.currency_before.at([code], 0):
            return None
        return self._digits(i, skip=_CODE) if self.tokens.forms[i][:_CODE].isupper() else None

    def _digits(self, i: int, *, skip: int = 0) -> Number | None:
        start = self.tokens.starts[i] + skip
        leading = not skip and not self.words[i][0].isdigit()
        if leading and (
            self.words[i] != self.vocabulary.decimal or (self.glued(i) and self.words[i - 1] not in "-−")
        ):
            return None
        match = self.vocabulary.number.match(self.text, start + leading)
        if match is None:
            return None
        written = match.group()
        value = self._value(written)
        if leading:
            value /= float(_TEN ** len(written)) if written.isdecimal() else 1.0
        after = self.tokens.first_at(match.end())
        number = Number(
            i, after, value, digits=True, grouped=leading or bool(skip) or not written.isdecimal()
        )
        return self._power(number)

    def _power(self, number: Number) -> Number:
        """*10^6*, *2,5^-1*."""
        i, words = number.after, self.words
        if i >= len(words) or words[i] != "^":
            return number
        sign, j = 1, i + 1
        while j < min(len(words), i + 4) and words[j] in "+-":
            sign, j = (-sign if words[j] == "-" else sign), j + 1
        if j >= len(words) or not words[j].isdecimal() or len(words[j]) > 3 or not number.value:  # noqa: PLR2004
            return number
        try:
            value = number.value ** (sign * int(words[j]))
        except OverflowError:
            return number
        return number._replace(after=j + 1, value=value, grouped=True)

    def _value(self, written: str) -> float:
        """The value of a number in digits: the language's own mark decides, the other one stands for decimals."""
        bare = "".join(written.split())
        decimal, group = self.vocabulary.decimal, self.vocabulary.group
        if group in bare and (decimal in bare or bare.count(group) > 1 or self._groups(bare, group)):
            bare = bare.replace(group, "")
        return float(bare.replace(",", "."))

    @staticmethod
    def _groups(bare: str, group: str) -> bool:
        head, _, tail = bare.partition(group)
        return len(tail) == 3 and tail.isdecimal() and 0 < len(head) <= 3 and head != "0"  # noqa: PLR2004

    def _words(self, i: int) -> Number | None:
        """A cardinal in words, or an article or open word before a collective or scale."""
        vocabulary = self.vocabulary
        word = self.words[i]
        if word in vocabulary.ordinals and word not in vocabulary.words:
            return None
        if i and self.words[i - 1] in vocabulary.few:
            return self._few(word, i)
        cardinal = Cardinal(vocabulary)
        position, good = i, i
        limit = min(len(self.words), i + 24)  # no number is said in more tokens
        while position < limit:
            parts = self.words[position].split("-")
            if parts[0] in vocabulary.connectors and len(parts) == 1:
                if good == i or not self._continues(cardinal, position + 1):
                    break
                position += 1
                continue
            if not cardinal.take_all(parts):
                break
            position += 1
            good = position
        if good > i:
            one = good == i + 1 and cardinal.value == 1 and word in vocabulary.words
            number = Number(i, good, cardinal.value, cardinal.scale, noun=self._noun(cardinal.scale), one=one)
            return self._spoken_decimals(number)
        if word in vocabulary.articles:
            return Number(i, i + 1, 1.0, one=True)
        return self._open(i)

    def _few(self, word: str, i: int) -> Number | None:
        """*several thousand*, *a few hundred*: an order of size, at least two of it."""
        vocabulary = self.vocabulary
        size = (
            100.0
            if word in vocabulary.hundreds
            else vocabulary.scales.get(word) or vocabulary.collectives.get(word)
        )
        return Number(i, i + 1, 2 * size, size, open=True) if size else None

    def _continues(self, cardinal: Cardinal, i: int) -> bool:
        """Whether the word after a connector goes on with the number (*vingt et un*, *one hundred and five*)."""
        if i >= len(self.words):
            return False
        part = self.words[i].split("-")[0]
        value = self.vocabulary.words.get(part)
        if value is None:
            return False
        if self.vocabulary.after_connector:
            return value in self.vocabulary.after_connector and cardinal.tens_open()
        return cardinal.hundreds_open()

    def _spoken_decimals(self, number: Number) -> Number:
        """*deux virgule cinq*: the digits after the point word, read as digits."""
        if number.after >= len(self.words) or self.words[number.after] not in self.vocabulary.point:
            return number
        position, digits = number.after + 1, ""
        while position < min(len(self.words), number.after + 8):
            cardinal = Cardinal(self.vocabulary)
            if not cardinal.take_all(self.words[position].split("-")):
                break
            if digits and len(digits) % 2 == 0 and digits[-1] == "0" and cardinal.value < _TEN:
                digits = digits[:-1]
            digits += str(int(cardinal.value))
            position += 1
        if not digits:
            return number
        return number._replace(after=position, value=number.value + float("0." + digits), grouped=True)

    def _open(self, i: int) -> Number | None:
        """*dizaines*, *milliers*, *millions* with no number before: an order of size, at least two of it."""
        word = self.words[i]
        if word in self.vocabulary.orders:
            size = self.vocabulary.orders[word]
            return Number(i, i + 1, 2 * size, size, open=True, noun=True)
        if word in self.vocabulary.denominators:
            return self._lone_fraction(i)
        return None

    def _lone_fraction(self, i: int) -> Number | None:
        """*la moitié*, *le quart*, *half*: one of them, where a determiner or the language allows it."""
        vocabulary = self.vocabulary
        if self.words[i] not in vocabulary.lone_fractions:
            return None
        needed = vocabulary.fraction_determiners
        if needed and (i == 0 or self.words[i - 1] not in needed) and not self._of_unit(i + 1):
            return None
        value = 1 / vocabulary.denominators[self.words[i]]
        return Number(i, i + 1, value, noun=True)

    def _of_unit(self, i: int) -> bool:
        """Whether *de* and a unit of measure follow (*quart de litre*)."""
        if i + 1 >= len(self.words) or self.words[i] not in self.vocabulary.counted.partitive_words:
            return False
        unit = self.vocabulary.units.at(self.words, i + 1)
        return (
            unit is not None
            and unit[1].kind == "measure"
            and self.words[i + 1] not in self.vocabulary.time_units
        )

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
            after=(halves or i) + 1, value=value, scale=scale, noun=self._noun(scale), grouped=True, one=False
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
            part = self._digits(i)
            if part is None or part.after >= len(self.words):
                return number
            scale = self.vocabulary.scales.get(self.words[part.after], 0.0)
            if not scale or scale >= number.scale:
                return number
            return number._replace(after=part.after + 1, value=number.value + part.value * scale)
        if self.words[i].split("-")[0] not in self.vocabulary.numerals:
            return number
        rest = self._words(i)
        if rest is None or rest.one or rest.open or rest.value >= number.scale:
            return number
        return number._replace(after=rest.after, value=number.value + rest.value)

    def _ratio(self, number: Number) -> Number | None:
        """*un sur trois*, *3/4*, *10 1/2*."""
        words, i = self.words, number.after
        if i + 1 >= len(words):
            return None
        if words[i] == "/" and number.digits and not number.grouped and self.glued(i) and self.glued(i + 1):
            below = self._digits(i + 1) if words[i + 1][0].isdigit() else None
            small = below and 1 < below.value <= _TEN  # *9/11* is a name, *12/03* a date
            if below and small and not (below.after < len(words) and words[below.after] == "/"):
                return number._replace(after=below.after, value=number.value / below.value, grouped=True)
            return None
        if words[i] in self.vocabulary.over:
            below = self._digits(i + 1) if words[i + 1][0].isdigit() else self._words(i + 1)
            if (
                below
                and not below.open
                and below.value > number.value > 0
                and not below.one
                and self._plain(below)
            ):
                return number._replace(
                    after=below.after, value=number.value / below.value, one=False, noun=True
                )
            return None
        if words[i][0].isdigit() and words[i + 1] == "/" and number.digits and not self.glued(i):
            part = self._ratio(Number(i, i + 1, float(words[i]), digits=True))
            if part and part.value < 1:
                return number._replace(after=part.after, value=number.value + part.value, grouped=True)
        return None

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
        head = self._words(number.after)
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
        if words[i + 1] in vocabulary.half or (words[i + 1] in ("quart",) and number.scale == 1):
            part = 1 / vocabulary.denominators[words[i + 1]]
            return number._replace(
                after=i + 2, value=number.value + part * number.scale, one=False, grouped=True
            )
        if words[i + 1] not in vocabulary.words and words[i + 1] not in vocabulary.articles:
            return number
        head = self._words(i + 1)
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
