"""Cardinals in words, one word at a time.

The grammar is the additive and multiplicative one that French and English share (Hurford 1975, *The linguistic theory
of numerals*); what differs between them (*quatre-vingts*, *soixante-dix*, *et* and *and*) is data.
"""

from __future__ import annotations

from recoupe.annotate.quantities.lexicon import Lexicon

_HUNDRED = 100
_TEN = 10
_TWENTY = 20
_SEVEN = 7


class Cardinal:
    """A cardinal being read word by word: `take` says whether the next word can belong to it.

    >>> from recoupe.annotate.quantities.lexicon import lexicon
    >>> number = Cardinal(lexicon("fr"))
    >>> [number.take(w) for w in "deux cent quatre vingt douze mille".split()], number.value
    ([True, True, True, True, True, True], 292000.0)
    """

    def __init__(self, vocabulary: Lexicon) -> None:
        self._vocabulary = vocabulary
        self._total = 0.0
        self._group: float | None = None
        self.scale = 1.0
        self._zero = False

    @property
    def value(self) -> float:
        """What the words taken so far are worth."""
        return self._total + (self._group or 0.0)

    def tens_open(self) -> bool:
        """Whether a unit can follow (*vingt et* ...)."""
        group = self._group or 0.0
        return bool(group) and group % _TEN == 0 and group % _HUNDRED >= _TWENTY

    def hundreds_open(self) -> bool:
        """Whether the group has hundreds and nothing after, or a scale and nothing after."""
        return (self._group is None and self._total > 0) or bool(self._group and self._group % _HUNDRED == 0)

    def take_all(self, parts: list[str]) -> bool:
        """Take all parts of a hyphenated word, or none of them."""
        saved = (self._total, self._group, self.scale, self._zero)
        for part in parts:
            connector = part in self._vocabulary.connectors and len(parts) > 1
            if not connector and not self.take(part):
                self._total, self._group, self.scale, self._zero = saved
                return False
        return True

    def take(self, word: str) -> bool:
        """Add one word if the grammar allows it."""
        vocabulary = self._vocabulary
        if self._zero:
            return False
        if word in vocabulary.words:
            return self._take_small(float(vocabulary.words[word]))
        if word in vocabulary.hundreds:
            return self._take_hundred()
        if word in vocabulary.scales:
            return self._take_scale(word)
        return False

    def _take_small(self, value: float) -> bool:
        group = self._group
        if group is None:
            self._group, self._zero = value, value == 0 and self._total == 0
            return value != 0 or self._total == 0
        tens = group % _HUNDRED
        if value == _TWENTY and tens in self._vocabulary.vigesimal:
            self._group = group + tens * (_TWENTY - 1)
            return True
        fits = (
            (tens == 0 and 0 < value < _HUNDRED)
            or (tens >= _TWENTY and tens % _TEN == 0 and 0 < value < _TEN)
            or (tens in self._vocabulary.teens_after and _TEN <= value < _TWENTY)
            or (self._teens_apart(tens) and _SEVEN <= value < _TEN)
        )
        if fits:
            self._group = group + value
        return fits

    def _teens_apart(self, tens: float) -> bool:
        """Whether *sept, huit, neuf* may follow (*dix sept*, *soixante dix huit*)."""
        bases = self._vocabulary.teens_after
        return bool(bases) and (tens == _TEN or tens - _TEN in bases)

    def _take_hundred(self) -> bool:
        group = self._group
        if group is None:
            self._group = float(_HUNDRED)
            return True
        if not 1 <= group < _HUNDRED:
            return False
        self._group = group * _HUNDRED
        return True

    def _take_scale(self, word: str) -> bool:
        size = self._vocabulary.scales[word]
        if self._group is None:
            if self._total and size > self.scale:  # deux mille milliards
                self._total *= size
                self.scale *= size
                return True
            if word not in self._vocabulary.bare_scales:
                return False
            self._group = 1.0
        if self.scale != 1.0 and size >= self.scale:
            return False
        self._total += self._group * size
        self._group = None
        self.scale = size
        return True
