"""One pass over the tokens of an article: every number is read once and becomes a quantity or is passed over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from recoupe.annotate.document import Document
from recoupe.annotate.quantities import ordinals
from recoupe.annotate.quantities.ages import Ages
from recoupe.annotate.quantities.amounts import Amount, Amounts
from recoupe.annotate.quantities.bounds import Bounds, bounds, tidy
from recoupe.annotate.quantities.counted import Nouns
from recoupe.annotate.quantities.exclusions import looks_like_date, names_something
from recoupe.annotate.quantities.lexicon import Lexicon, Unit
from recoupe.annotate.quantities.numbers import Number
from recoupe.annotate.quantities.reading import Reader
from recoupe.model.findings import Counted, Quantity, QuantityKind, Time

_HUNDRED = 100
_NEAR = 1200  # code points after an amount of money within which *3 milliards* alone means the same currency


class Finder:
    """Finds the quantities of one article. Made once an article, used once."""

    def __init__(self, document: Document, times: Sequence[Time], vocabulary: Lexicon) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._tokens = document.tokens
        self._reader = Reader(document.prose, document.tokens, vocabulary)
        self._words = self._reader.words
        self._nouns = Nouns(self._reader)
        self._amounts = Amounts(self._reader)
        self._ages = Ages(self._reader, self._nouns)
        self._times = sorted((t.start, t.end) for t in times)
        self._time_starts = [start for start, _ in self._times]
        self._currency: tuple[str, int] | None = None
        self._found: list[Quantity] = []
        self._free = 0  # first token that belongs to no quantity yet

    def find(self) -> list[Quantity]:
        """All quantities, in order."""
        starts = self._vocabulary.starts
        for i, word in enumerate(self._words):
            if i < self._free:
                continue
            if (
                word[0].isdigit()
                or word in starts
                or (word == self._vocabulary.decimal and self._leading(i))
                or (word[-1].isdigit() and len(word) > 3)  # noqa: PLR2004 - *EUR20*
                or ("-" in word and word.partition("-")[0] in starts)
            ):
                self._free = max(i + 1, self._at(i))
        return self._found

    def _leading(self, i: int) -> bool:
        """Whether a decimal mark begins a number (*,5*)."""
        return (
            i + 1 < len(self._words)
            and self._words[i + 1][0].isdigit()
            and (not self._reader.glued(i) or self._words[i - 1] in "-−")
        )

    def _at(self, i: int) -> int:
        """Read what starts at token `i`; the first token after it."""
        ordinal = ordinals.ordinal_at(self._reader, i)
        if ordinal:
            return self._ordinal(ordinal)
        number = self._reader.read(i) or self._half_unit(i)
        if number is None:
            return i + 1
        share = self._one_in(number)
        if share:
            return share
        if number.one and not self._single(number):
            return i + 1
        if not number.one and names_something(self._reader, number, self._sentence_start(i)):
            return self._range_end(number)
        return self._quantity(number)

    def _range_end(self, number: Number) -> int:
        """The token after a name in numbers, the second one of *Sept à huit* included."""
        i = number.after
        if number.digits or i + 1 >= len(self._words) or self._words[i] not in self._vocabulary.range_words:
            return i
        second = self._reader.read(i + 1)
        return second.after if second and not second.one else i

    def _one_in(self, number: Number) -> int | None:
        """*un salarié sur trois*, *neuf maires sur dix*: a share, of the noun in between."""
        i = number.after
        if (
            number.grouped
            or not 0 < number.value < _HUNDRED
            or not self._nouns.between(i, self._vocabulary.over)
        ):
            return None
        whole = self._reader.read(i + 2)
        if whole is None or whole.one or whole.open or whole.noun or whole.value <= number.value:
            return None
        counts = self._nouns.after_number(whole.after, singular=False) is not None
        if counts or self._vocabulary.units.at(self._words, whole.after):
            return None
        value = tidy(number.value / whole.value)
        self._append(
            "cardinal", (number.first, whole.after), value, bounds(value, None), of=self._nouns.at(i)
        )
        return whole.after

    def _half_unit(self, i: int) -> Number | None:
        """*demi-litre*, *half-mile*: a half joined to a unit is read as the half alone."""
        head, hyphen, tail = self._words[i].partition("-")
        if head in self._vocabulary.half and not hyphen and self._vocabulary.units.at(self._words, i + 1):
            return Number(i, i + 1, 0.5)
        if not hyphen or head not in self._vocabulary.half or not self._vocabulary.units.at([tail], 0):
            return None
        return Number(i, i, 0.5)

    def _single(self, number: Number) -> bool:
        """Whether *un* counts: *un seul témoin*, *un euro*."""
        i = number.after
        if i >= len(self._words):
            return number.first == 0 and self._words[0] in self._vocabulary.words
        if self._words[i] in self._vocabulary.alone:
            return True
        unit = self._vocabulary.units.at(self._words, i)
        return (
            unit is not None
            and unit[1].kind in ("money", "percent")
            and self._words[i] not in self._vocabulary.not_one
        )

    def _sentence_start(self, i: int) -> int:
        index = self._document.sentence_at(self._tokens.starts[i])
        return self._tokens.first_at(self._document.sentences[index].start) if index >= 0 else 0

    def _in_time(self, first: int, after: int) -> bool:
        """Whether tokens `first` to `after` touch a time expression."""
        start, end = self._tokens.starts[first], self._tokens.ends[after - 1]
        at = bisect_right(self._time_starts, end - 1) - 1
        return any(s < end and start < e for s, e in self._times[max(0, at - 2) : at + 1])

    # ---- quantities

    def _quantity(self, number: Number) -> int:
        first, sense = self._bound_before(number)
        if self._between(first):
            done = self._range(number, first - 1)
            if done:
                return done
        age = self._ages.at(number, first)
        if age:
            self._append("age", (first, age.after), number.value, bounds(number.value, sense), of=age.of)
            return age.after
        done = self._range(number, first)
        if done:
            return done
        amount = self._below_zero(self._amounts.read(number, first))
        if self._is_time(amount):
            return amount.after
        after = amount.after
        following = self._vocabulary.bounds_after.at(self._words, after) if sense is None else None
        if following:
            after, sense = following
        return self._measured(amount, min(first, amount.first), after, sense)

    def _below_zero(self, amount: Amount) -> Amount:
        """*dix degrés en dessous de zéro*."""
        below = self._vocabulary.below_zero.at(self._words, amount.after)
        if below is None or amount.number.value <= 0:
            return amount
        return amount._replace(after=below[0], number=amount.number._replace(value=-amount.number.value))

    def _measured(self, amount: Amount, first: int, after: int, sense: str | None) -> int:
        """Add the quantity of an amount with what it counts."""
        number, unit = amount.number, amount.unit
        of = self._nouns.counted(number, unit, first, amount.after)
        both = (
            unit is None
            and not number.digits
            and first > 0
            and self._words[first - 1] in self._vocabulary.everyone
        )
        if both or (unit is None and of is None and self._counts_nothing(number)):
            return after  # *tous deux* is a pronoun
        unit = unit or self._implied_currency(number, of)
        value = tidy(number.value * (unit.factor if unit else 1.0))
        if number.open:
            said, told = Bounds(value, None, approximate=True), None
        else:
            signed = unit is not None and unit.symbol.startswith("°")
            said, told = bounds(value, sense, rounded=number.rounded, signed=signed), number.value
        self._append(_kind(unit), (first, after), told, said, unit=unit, of=of)
        return after

    def _counts_nothing(self, number: Number) -> bool:
        """Whether a number with neither unit nor noun is a date, an article or a pronoun."""
        article = number.one and len(self._words) > 1
        return article or looks_like_date(self._reader, number) or self._pronoun(number)

    def _pronoun(self, number: Number) -> bool:
        """*tous les deux*, *taux zéro*: a number word that counts nothing where it stands."""
        i = number.first
        if number.digits or i == 0:
            return False
        before = self._words[i - 1]
        if not number.value:
            return before[0].isalpha() and before not in self._vocabulary.language.stopwords
        everyone = i > 1 and self._words[i - 2] in self._vocabulary.everyone
        return everyone and before in self._vocabulary.counted.determiners

    def _append(
        self,
        kind: QuantityKind,
        tokens: tuple[int, int],
        told: float | None,
        said: Bounds,
        *,
        unit: Unit | None = None,
        of: Counted | None = None,
    ) -> None:
        """Add a quantity over `tokens` (first, and the one after the last)."""
        start, end = self._tokens.starts[tokens[0]], self._tokens.ends[tokens[1] - 1]
        if unit is not None and unit.kind == "money":
            self._currency = (unit.symbol, end)
        self._found.append(
            Quantity(
                start=start,
                end=end,
                kind=kind,
                told=told if told is None else tidy(told),
                low=said.low,
                high=said.high,
                approximate=said.approximate,
                unit=unit.symbol if unit else None,
                of=of,
            )
        )

    def _bound_before(self, number: Number) -> tuple[int, str | None]:
        """First token of the words that bound a number, minus sign included, and their sense."""
        found = self._vocabulary.bounds.before(self._words, number.first)
        if found is None or found[0] < self._free:
            return number.first, None
        again = self._vocabulary.bounds.before(self._words, found[0])  # *au moins quelque 300*
        return (again if again and again[0] >= self._free else found)[0], found[1] if not again else again[1]

    def _between(self, first: int) -> bool:
        return first > 0 and self._words[first - 1] in self._vocabulary.between

    def _is_time(self, amount: Amount) -> bool:
        """Whether the number belongs to a time expression or counts units of time."""
        number, j = amount.number, amount.number.after
        if amount.unit is not None:
            return False
        if number.first < number.after and self._in_time(number.first, number.after):
            return True
        if (
            number.noun
            and j < len(self._words)
            and self._words[j] in self._vocabulary.counted.partitive_words
        ):
            j += 1
        for k in range(j, min(j + 3, len(self._words))):
            joined = k == j and self._words[k] == "-" and k + 1 < len(self._words)
            word = self._words[k + 1].partition("-")[0] if joined else self._words[k]
            if word in self._vocabulary.time_units:
                return True
            if self._words[k] not in self._vocabulary.gap and self._unplaced(k):
                return False
        return False

    def _unplaced(self, k: int) -> bool:
        """Whether token `k` is no adjective of those that stand before a noun."""
        word = self._words[k]
        return not word[0].isalpha() or self._nouns.lemma(k) not in self._vocabulary.counted.before_noun

    # ---- ranges

    def _range(self, low: Number, first: int) -> int | None:
        """*entre 12 et 15*, *12 à 15*, *12-15*, *deux ou trois*, with one unit and noun; token after, or None."""
        link = self._linked(low, first)
        if link is None:
            return None
        second, low_unit, kind = link
        high = self._reader.read(second)
        if high is None or (high.one and high.value == 1) or high.open or low.open:
            return None
        amount = self._amounts.read(high, second)
        unit = amount.unit or low_unit
        if low.scale == 1 and high.scale > low.value and not low_unit and not low.rounded:
            low = low._replace(value=low.value * high.scale)
        rising = low.value < high.value and (kind != "or" or high.value <= 3 * low.value + 2)
        if not rising or (low_unit and low_unit != unit):
            return None
        if self._is_time(amount) or self._in_time(low.first, high.after):
            return self._age_range(low, high, first, amount.after)
        of = self._nouns.counted(high, unit, first, amount.after)
        if kind == "dash" and of is None and unit is None:
            return amount.after
        unit = unit or self._implied_currency(high, of)
        factor = unit.factor if unit else 1.0
        said = Bounds(tidy(low.value * factor), tidy(high.value * factor), approximate=kind == "or")
        if kind == "to" and self._changes(first):
            for part, value, place in (
                (low, said.low, (first, low.after)),
                (high, said.high, (second, amount.after)),
            ):
                self._append(_kind(unit), place, part.value, Bounds(value, value), unit=unit, of=of)
        else:
            self._append(_kind(unit), (first, amount.after), None, said, unit=unit, of=of)
        return amount.after

    def _linked(self, low: Number, first: int) -> tuple[int, Unit | None, str] | None:
        """First token of the second number, the unit of the first, and how they are joined."""
        words, vocabulary = self._words, self._vocabulary
        after, unit = low.after, None
        found = vocabulary.units.at(words, after)
        if found:
            after, unit = found
        if after + 1 >= len(words):
            return None
        joint = words[after]
        if joint in vocabulary.both and words[first] in vocabulary.between:
            return after + 1, unit, "between"
        if joint in vocabulary.range_words:
            return after + 1, unit, "to"
        if joint in vocabulary.either:
            return after + 1, unit, "or"
        if (
            joint in "-–"
            and self._reader.glued(after)
            and self._reader.glued(after + 1)
            and words[after + 1][0].isdigit()
        ):
            return after + 1, unit, "dash"
        return None

    def _age_range(self, low: Number, high: Number, first: int, after: int) -> int:
        """*les 18-25 ans*: an age group; any other range of times is no quantity."""
        if after < len(self._words) and self._words[after] in self._vocabulary.ages.units:
            if first > 0 and self._words[first - 1] in self._vocabulary.ages.group_articles:
                self._append("age", (first, after + 1), None, Bounds(low.value, high.value))
            return after + 1
        return after

    def _changes(self, first: int) -> bool:
        """Whether *de 12 à 15* tells a change from one value to the other (*passer de 12 à 15*)."""
        if first == 0 or self._words[first - 1] not in self._vocabulary.origin:
            return False
        return any(self._change(j) for j in range(max(0, first - 6), first - 1))

    def _change(self, j: int) -> bool:
        """Whether the token at `j` is a verb or noun of change."""
        change = self._vocabulary.change
        if self._nouns.lemma(j) in change:
            return True
        return any(form.lemma in change for form in self._vocabulary.verbs.forms(self._tokens.norms[j]))

    def _implied_currency(self, number: Number, of: Counted | None) -> Unit | None:
        """*2,5 milliards* in the neighbourhood of *10 milliards d'euros*: the same currency."""
        if of is not None or number.scale < 1e6 or self._currency is None:  # noqa: PLR2004
            return None
        iso, end = self._currency
        return Unit("money", iso, 1.0) if self._tokens.starts[number.first] - end < _NEAR else None

    # ---- ordinals

    def _ordinal(self, ordinal: ordinals.Ordinal) -> int:
        if self._in_time(ordinal.first, ordinal.after) or not ordinals.counts(self._reader, ordinal):
            return ordinal.after
        noun = self._nouns.after_number(ordinal.after, singular=True)
        before = self._words[ordinal.first - 1] if ordinal.first else ""
        determined = before in self._vocabulary.counted.determiners
        if self._vocabulary.ordinal_needs_noun:
            known = noun is not None and (determined or before in self._vocabulary.articles)
        else:
            known = noun is not None or determined
        if not known or (noun is not None and self._words[noun] in self._vocabulary.time_units):
            return ordinal.after
        of = self._nouns.at(noun) if noun is not None else None
        said = Bounds(ordinal.value, ordinal.value)
        self._append("ordinal", (ordinal.first, ordinal.after), ordinal.value, said, of=of)
        return ordinal.after


def _kind(unit: Unit | None) -> QuantityKind:
    if unit is None:
        return "cardinal"
    return {"percent": "percent", "money": "money"}.get(unit.kind, "measure")  # type: ignore[return-value]
