"""What a time is read against: the article's date, the dates told so far, the tense of its sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from recoupe.annotate.document import Document
from recoupe.annotate.times.reading import Reading
from recoupe.annotate.times.tense import Tense
from recoupe.annotate.times.units import Units
from recoupe.model.findings import TimeType
from recoupe.text.timex import Days, day_of, days

_MEMORY = 8  # sentences for which a day told is the day spoken of
_PERIOD = 2  # sentences for which a quarter told is what is spoken of
_IS_PERIOD = re.compile(r"\d{4}-[QH]\d$")
REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


class Meaning(NamedTuple):
    """What a reading says.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        span: the days it means, where the value alone does not tell them (*fin mai*, *depuis 24 ans*).
        others: values of the other days it names (*les 18 et 19 juin*): first unit, one past the last, value.
        told: whether the later *le lendemain* or *l'année suivante* may count from it.
    """

    type: TimeType
    value: str
    span: Days | None = None
    others: tuple[tuple[int, int, str], ...] = ()
    told: bool = True


class Frame:
    """The state of reading one article from its first time to its last.

    Attributes:
        published: the article's date; None if not known.
        hint: the date that follows in one series with the time being read (*de mars à juin 2022*), which tells
            the year of both.
        said: one past the last unit of the time read before; -1 before the first.
        told: last date told, as a value; None before the first.
        told_day: last single day told.
        told_night: whether that was a night, whose small hours belong to the day after.
        told_sentence: number of the sentence it was told in.
        told_value_sentence: number of the sentence that `told` was told in.
        sentence: number of the sentence of the time being read.
    """

    __slots__ = (
        "_tense",
        "document",
        "hint",
        "published",
        "said",
        "sentence",
        "told",
        "told_day",
        "told_night",
        "told_sentence",
        "told_value_sentence",
        "units",
    )

    def __init__(self, document: Document, units: Units, tense: Tense, published: date | None) -> None:
        self.document = document
        self.units = units
        self.published = published
        self.hint: Reading | None = None
        self.said = -1
        self.told: str | None = None
        self.told_day: date | None = None
        self.told_night = False
        self.told_sentence = -1
        self.told_value_sentence = -1
        self.sentence = -1
        self._tense = tense

    def direction(self, reading: Reading) -> int:
        """-1 if the sentence puts the time behind, 1 if ahead, 0 if it does not say."""
        return self._tense.around(self.units, reading.first, reading.last)[0]

    def beside(self, reading: Reading) -> bool:
        """Whether a verb right beside the time puts it behind (*ended June 30*)."""
        sign, distance = self._tense.around(self.units, reading.first, reading.last)
        return sign < 0 and distance <= 1

    def present(self, reading: Reading) -> bool:
        """Whether the sentence speaks of what is: no verb behind or ahead, no participle right before the time."""
        before = self.units.norms[reading.first - 1] if reading.first else ""
        return self.direction(reading) == 0 and not self._tense.is_participle(before)

    def silent(self, reading: Reading) -> bool:
        """Whether nothing in the sentence says where the time lies, not even a verb that leaves it open."""
        return self._tense.around(self.units, reading.first, reading.last) == (0, 0.0)

    def anchor(self) -> date | None:
        """First day of the last date told, or the article's own date."""
        found = days(self.told) if self.told else None
        return found[0] if found else self.published

    def period_told(self) -> str | None:
        """The quarter or half-year that this sentence or one shortly before it speaks of."""
        near = self.sentence - self.told_value_sentence <= _PERIOD
        return self.told if near and self.told and _IS_PERIOD.match(self.told) else None

    def day_told(self) -> date | None:
        """The day that an hour without a day belongs to: the last one told shortly before, or the article's own."""
        near = self.sentence - self.told_sentence <= _MEMORY
        return self.told_day if near and self.told_day else self.published

    def keep(self, meaning: Meaning) -> None:
        """Remember a date for what is told relative to it."""
        if not meaning.told or meaning.type not in {"DATE", "TIME"}:
            return
        if days(meaning.value) is None:
            return
        self.told = meaning.value
        self.told_value_sentence = self.sentence
        day = day_of(meaning.value)
        if day is not None:
            self.told_day = day
            self.told_night = meaning.value.endswith("TNI")
            self.told_sentence = self.sentence


def reference(sign: int) -> Meaning:
    """A time that only lies behind, ahead or at hand."""
    return Meaning("DATE", REFERENCES[max(-1, min(1, sign))], told=False)
