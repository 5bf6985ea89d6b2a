"""The words that the timeline needs of a language (`timeline.toml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.language import load
from recoupe.language.morphology import morphology

_SHORT = 3  # letters; shorter words are no verbs worth telling


class Cues:
    """Words of one language. Get them with `cues`.

    Attributes:
        next_day: words that open a moment counted from an event (*au lendemain de*).
        until: what stands between the ends of a stretch of time (*1950-1953*).
        both: what joins two days into one stretch if they follow each other (*les 18 et 19 juin*).
        deadlines: phrases before the end of a term (*d'ici à fin mai*).
        before: those of one word, which a time may have taken in.
        at: words before a moment.
        back_to: prepositions of a length counted back (*première visite en 24 ans*).
        of: prepositions by which a time hangs on a noun.
        hypotheses: words that open a condition.
        plain_acts: speech acts that are no events of their own.
        determiners: words before a noun.
        plans: verbs that put what follows them ahead.
        plain_saying: the act of merely saying.
        sayings: dictionary forms of its verbs.
        relaying: the act of passing on what others report.
        pronouns: words at the head of a line that cannot stand alone.
    """

    def __init__(self, code: str) -> None:
        language = load(code)
        self._language = language
        self._verbs: dict[str, bool] = {}
        table = language.table("timeline")
        self._verb_endings = tuple(table["verb_endings"])
        self._verb_forms = tuple(table["verb_forms"])
        self._infinitives = tuple(table["infinitives"])
        self.next_day = frozenset(table["next_day"])
        self.until = frozenset(table["until"])
        self.both = frozenset(table["both"])
        self.deadlines = tuple(tuple(language.tokens.findall(phrase)) for phrase in table["deadlines"])
        self.before = frozenset(phrase[0] for phrase in self.deadlines if len(phrase) == 1)
        self.at = frozenset(table["at"])
        self.back_to = frozenset(table["back_to"])
        self.of = frozenset(table["of"])
        self.hypotheses = frozenset(table["hypotheses"])
        self.plain_acts = frozenset(table["plain_acts"])
        self.plain_saying = str(table["plain_saying"])
        self.determiners = frozenset(table["determiners"])
        self.plans = frozenset(table["plans"])
        self.sayings = frozenset(
            lemma
            for lemma, act, uses, *_ in language.rows("speech")
            if act == self.plain_saying and "clause" in uses.split() and "weak" not in uses.split()
        )
        self.relaying = str(table["relaying"])
        self.pronouns = frozenset(table["dependent"])
        self._about = {tuple(language.tokens.findall(phrase)) for phrase in table["about"]}

    def is_verb(self, norm: str) -> bool:
        """Whether a word has the form of a verb that says more than *be* or *have*."""
        known = self._verbs.get(norm)
        if known is None:
            known = self._verbs[norm] = norm not in self._language.stopwords and self._is_verb(norm)
        return known

    def _is_verb(self, norm: str) -> bool:
        if any(form.mood != "infinitive" for form in morphology(self._language.code).forms(norm)):
            return True
        lemma = self._language.lemma(norm)
        if self._verb_forms and len(norm) > _SHORT and norm.endswith(self._verb_forms) and lemma != norm:
            return True
        if len(norm) <= _SHORT or not self._verb_endings or not lemma.endswith(self._verb_endings):
            return False
        return lemma not in (norm, norm.rstrip("s")) or norm.endswith(self._infinitives)

    def is_infinitive(self, norm: str) -> bool:
        """Whether a word is the dictionary form of a verb, as far as its ending shows."""
        return (
            bool(self._verb_endings)
            and norm.endswith(self._verb_endings)
            and self._language.lemma(norm) == norm
        )

    def approximate(self, norms: Sequence[str], first: int, after: int) -> bool:
        """Whether words of approximation stand right before tokens `first` to `after`, or open them."""
        for phrase in self._about:
            n = len(phrase)
            if (
                tuple(norms[max(0, first - n) : first]) == phrase
                or tuple(norms[first : min(first + n, after)]) == phrase
            ):
                return True
        return False


@cache
def cues(code: str) -> Cues:
    """The cues of the language with ISO 639-1 code `code`, made once."""
    return Cues(code)
