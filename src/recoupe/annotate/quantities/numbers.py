"""Simple numbers in a text, in digits or in words: where each ends and what it is worth.

Digits are read by the language's marks (*1 298 626*, *3.200*, *7,5*), words by `cardinals`. What is made of simple
numbers (*7,5 milliards*, *trois quarts*, *deux douzaines*) is read in `reading`.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quantities.cardinals import Cardinal
from recoupe.annotate.quantities.lexicon import Lexicon
from recoupe.text.accents import plain
from recoupe.text.tokens import Tokens

_TEN = 10
CODE = 3  # letters of a currency code
_LONGEST = 24  # tokens; no number is said in more


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


class Numerals:
    """Reads simple numbers of one text.

    Attributes:
        words: the norms of the tokens, folded.
    """

    def __init__(self, text: str, tokens: Tokens, vocabulary: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.words = [plain(norm) or "-" for norm in tokens.norms]  # a soft hyphen leaves nothing

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before without white space."""
        return 0 < i < len(self.words) and self.tokens.starts[i] == self.tokens.ends[i - 1]

    def coded(self, i: int) -> Number | None:
        """*EUR29,99*: digits glued to the code of a currency."""
        code = self.words[i][:CODE]
        if not self.words[i][CODE:].isdecimal() or not self.vocabulary.currency_before.at([code], 0):
            return None
        return self.digits(i, skip=CODE) if self.tokens.forms[i][:CODE].isupper() else None

    def digits(self, i: int, *, skip: int = 0) -> Number | None:
        """The number in digits that starts `skip` characters into token `i`."""
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

    def cardinal(self, i: int) -> Number | None:
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
            number = Number(
                i, good, cardinal.value, cardinal.scale, noun=self.is_noun(cardinal.scale), one=one
            )
            return self._spoken_decimals(number)
        if word in vocabulary.articles:
            return self._after_article(i)
        return self._open(i)

    def _after_article(self, i: int) -> Number:
        """English *a hundred*, *a million and a half*; elsewhere the article is one."""
        following = self.words[i + 1] if i + 1 < len(self.words) else ""
        if following in self.vocabulary.hundreds or following in self.vocabulary.scales:
            cardinal = Cardinal(self.vocabulary)
            cardinal.take_all([next(w for w, v in self.vocabulary.words.items() if v == 1)])
            after = i + 1
            while after < len(self.words) and cardinal.take_all(self.words[after].split("-")):
                after += 1
            return Number(i, after, cardinal.value, cardinal.scale, noun=self.is_noun(cardinal.scale))
        return Number(i, i + 1, 1.0, one=True)

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

    def is_noun(self, scale: float) -> bool:
        """Whether *de* joins a number of this scale to what it counts (*deux millions de foyers*)."""
        return self.vocabulary.scale_nouns and scale >= 1e6  # noqa: PLR2004
