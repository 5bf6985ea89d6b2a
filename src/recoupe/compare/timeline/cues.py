"""The words that the timeline needs of a language (`timeline.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.language import load


class Cues:
    """Words of one language. Get them with `cues`.

    Attributes:
        until: what stands between the ends of a stretch of time (*1950-1953*).
        both: what joins two days into one stretch if they follow each other (*les 18 et 19 juin*).
        back_to: prepositions of a length counted back (*première visite en 24 ans*).
        of: prepositions by which a time hangs on a noun.
        hypotheses: words that open a condition.
        plain_acts: speech acts that are no events of their own.
        pronouns: words at the head of a line that cannot stand alone.
    """

    def __init__(self, code: str) -> None:
        language = load(code)
        table = language.table("timeline")
        self.until = frozenset(table["until"])
        self.both = frozenset(table["both"])
        self.back_to = frozenset(table["back_to"])
        self.of = frozenset(table["of"])
        self.hypotheses = frozenset(table["hypotheses"])
        self.plain_acts = frozenset(table["plain_acts"])
        self.pronouns = frozenset(table["dependent"])
        self._about = {tuple(language.tokens.findall(phrase)) for phrase in table["about"]}

    def approximate(self, norms: Sequence[str], first: int, after: int) -> bool:
        """Whether words of approximation stand right before tokens `first` to `after`, or open them."""
        for phrase in self._about:
            n = len(phrase)
            if tuple(norms[max(0, first - n) : first]) == phrase or tuple(norms[first : min(first + n, after)]) == phrase:
                return True
        return False


@cache
def cues(code: str) -> Cues:
    """The cues of the language with ISO 639-1 code `code`, made once."""
    return Cues(code)
