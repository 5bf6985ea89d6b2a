"""Whether what a sentence says of a time lies behind or ahead: the tense of the verb nearest to it.

News says *mardi* for the last Tuesday and for the next one; the verb tells. The signs (auxiliaries, endings,
words such as *prévu* or *scheduled*, prepositions such as *d'ici* or *since*) are the language's data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recoupe.annotate.times.units import Units

_REACH = 40  # units looked at on each side; a clause is shorter
_AFTER = 1.6  # a verb after the time counts as this much farther than one before it
_COMMA = 3.0  # a comma between the time and the verb counts as so many units
_INFINITIVE = 5  # units from the infinitive's mark to the time, at most
_PARTICIPLE = 4  # units from an auxiliary to its participle, at most
_MARKS = frozenset({",", "(", ")", "«", "»", '"', "“", "”"})
_STOPS = frozenset({"\n", ".", "!", "?", ";"})


class Tense:
    """The signs of tense of a language.

    Attributes of the data (`[tense]` of `times.toml`):
        ahead, behind: words that say it by themselves.
        ahead_endings, behind_endings: endings of verb forms, and `not_verbs`, words that only look so.
        behind_before: words directly before a time that say it by themselves (*since*).
        ahead_before: words directly before a time that say it where no verb does (*by*).
        auxiliaries: verbs that lie behind only with a participle after them, told by `participle_endings`;
            `not_participles` only look so.
        neutral: verbs that tell nothing of a time near them (*said*): what they report may lie anywhere.
        relative: words that open another clause; a verb after one does not speak of a time before it.
        passives: verbs after which a participle is told of no time (*est fermé lundi*), but for those of
            `passives_behind` (*est arrivé lundi*).
        to_come: words that put a participle after them ahead (*to be arraigned*).
        infinitive_marks: words after which a verb lies ahead when the time follows closely (*to*).
    """

    def __init__(self, data: Mapping[str, Any], abbreviations: frozenset[str]) -> None:
        self._abbreviations = abbreviations
        self._words: dict[str, int] = dict.fromkeys(data["behind"], -1) | dict.fromkeys(data["ahead"], 1)
        self._since = frozenset(data["behind_before"])
        self._until = frozenset(data["ahead_before"])
        self._ahead_endings = tuple(data["ahead_endings"])
        self._behind_endings = tuple(data["behind_endings"])
        self._not_verbs = frozenset(data["not_verbs"])
        self._infinitive_marks = frozenset(data["infinitive_marks"])
        self._auxiliaries = frozenset(data["auxiliaries"])
        self._participle_endings = tuple(data["participle_endings"])
        self._no_participles = frozenset(data["not_participles"])
        self._no_infinitives = frozenset(data["not_verbs"]) | frozenset(data["not_infinitives"])
        self._passives = frozenset(data["passives"])
        self._passives_behind = frozenset(data["passives_behind"])
        self._to_come = frozenset(data["to_come"])
        self._neutral = frozenset(data["neutral"])
        self._relative = frozenset(data["relative"])
        self._known: dict[str, int] = {}

    def sign(self, norm: str) -> int:
        """-1 for a form that lies behind, 1 for one ahead, 0 for any other word."""
        sign = self._known.get(norm)
        if sign is None:
            if len(self._known) > 50_000:  # noqa: PLR2004 - words of very many articles; start again
                self._known.clear()
            sign = self._known[norm] = self._look(norm)
        return sign

    def _look(self, norm: str) -> int:
        if norm in self._words:
            return self._words[norm]
        if norm in self._not_verbs or len(norm) < 4:  # noqa: PLR2004 - shorter forms stand in the lists
            return 0
        if norm.endswith(self._ahead_endings):
            return 1
        return -1 if norm.endswith(self._behind_endings) else 0

    def around(self, units: Units, first: int, last: int) -> tuple[int, float]:
        """Where the time in the units `[first, last)` lies by its sentence, and how far off the sentence says so.

        Returns:
            -1 behind, 1 ahead, 0 not told; and the distance of the sign in units (0 for a word right before it).
        """
        norms = units.norms
        before = first - 1
        while before >= 0 and norms[before] in units.grammar.values["article"]:
            before -= 1
        if before >= 0 and norms[before] in self._since:
            return -1, 0.0
        left = self._nearest(units, range(before, max(-1, first - _REACH), -1))
        right = self._nearest(units, range(last, min(len(norms), last + _REACH)))
        if left and (not right or left[0] <= right[0] * _AFTER):
            return left[1], left[0]
        if right:
            return right[1], right[0]
        return (1, 1.0) if before >= 0 and norms[before] in self._until else (0, 0.0)

    def _has_participle(self, norms: list[str], auxiliary: int) -> bool:
        """Whether a participle follows closely: *a été*, *ont longuement parlé*, not *a lieu*."""
        following = norms[auxiliary + 1 : auxiliary + 1 + _PARTICIPLE]
        return any(map(self.is_participle, following))

    def is_participle(self, norm: str) -> bool:
        """Whether a word looks like a participle of the past."""
        clitic = norm.startswith("-")
        return norm.endswith(self._participle_endings) and not clitic and norm not in self._no_participles

    def _nearest(self, units: Units, places: range) -> tuple[float, int] | None:
        """Distance and sign of the nearest word that tells where a time lies; None before the sentence ends."""
        norms, distance = units.norms, 0.0
        for index in places:
            norm = norms[index]
            if (norm in _STOPS and not self._abbreviates(units, index)) or (
                places.step > 0 and norm in self._relative
            ):
                return None
            distance += _COMMA if norm in _MARKS else 1.0
            if norm in self._neutral:
                return distance, 0
            sign = self._at(units, index)
            if not sign and index == places.start and places.step < 0:
                sign = self._participle(norms, index)
            if not sign and places.step < 0 and index < places.start and distance <= _INFINITIVE:
                sign = self._infinitive(units, index)
            if sign:
                return distance, sign
        return None

    def _abbreviates(self, units: Units, index: int) -> bool:
        """Whether the mark at `index` is the period of an abbreviation or an initial."""
        if units.norms[index] != "." or not index:
            return False
        word = units.norms[index - 1]
        return units.capital(index - 1) if len(word) == 1 else word in self._abbreviations

    def _at(self, units: Units, index: int) -> int:
        """What the word at `index` tells: -1, 1, or 0 for nothing."""
        norms = units.norms
        norm = norms[index]
        if norm in self._passives:
            following = norms[index + 1 : index + 1 + _PARTICIPLE]
            return -1 if any(n in self._passives_behind for n in following) else 0
        if norm in self._auxiliaries:
            return -1 if self._has_participle(norms, index) else 0
        sign = self._verb(units, index)
        ahead = sign < 0 < index and (norms[index - 1] in self._to_come or self._verb(units, index - 1) > 0)
        return 1 if ahead else sign

    def _verb(self, units: Units, index: int) -> int:
        """The sign of the word at `index`, but for a name written like a verb (*May*)."""
        norm = units.norms[index]
        return 0 if norm in units.grammar.capital and units.capital(index) else self.sign(norm)

    def _participle(self, norms: list[str], index: int) -> int:
        """-1 for a participle right before a time (*ouvert lundi*), unless a verb before it says otherwise."""
        if not self.is_participle(norms[index]) or norms[index - 1] in self._passives:
            return 0
        return 1 if self.sign(norms[index - 1]) > 0 or norms[index - 1] in self._to_come else -1

    def _infinitive(self, units: Units, index: int) -> int:
        """1 where a mark of the infinitive stands at `index` and a verb after it (*to meet*, not *to Mary*), else 0."""
        norms = units.norms
        verb = norms[index + 1]
        marked = norms[index] in self._infinitive_marks and not units.capital(index + 1)
        return int(marked and verb.isalpha() and verb not in self._no_infinitives)
