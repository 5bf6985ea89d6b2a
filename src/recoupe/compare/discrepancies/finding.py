"""What every detector gives: a finding with two or more sides, and the words of its note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.model.dossier import DiscrepancyKind, Side
from recoupe.model.span import Passage

MOST_NAMED = 4
"""Outlets that a sentence names for one side."""
ABOUT = 120
"""Code points of the words that say what a discrepancy is about."""


@dataclass(slots=True)
class Finding:
    """A discrepancy before it has its place among the others.

    Attributes:
        weight: how much it would change the story; greater comes first.
    """

    kind: DiscrepancyKind
    about: str
    sides: tuple[Side, ...]
    note: str
    weight: float

    @property
    def places(self) -> tuple[tuple[Passage, ...], ...]:
        """Passages of each side."""
        return tuple(side.passages for side in self.sides)


class Teller:
    """Words of notes and labels in the dossier's language, and of passages of the story."""

    def __init__(self, propositions: Propositions, language: str) -> None:
        self.propositions = propositions
        self.material: Material = propositions.material
        self.language = language
        table = load(language).table("discrepancies")
        self._notes: Mapping[str, str] = table["notes"]
        self._labels: Mapping[str, str] = table["labels"]

    def label(self, name: str) -> str:
        """A word for one side, such as *affirmed*."""
        return self._labels[name]

    def note(self, name: str, sides: Sequence[Side], **more: str) -> str:
        """The sentence `name` about the first two sides, with `more` that it names."""
        a, b = sides[0], sides[1] if len(sides) > 1 else sides[0]
        return self._notes[name].format(
            a=a.value, b=b.value, where_a=self._outlets(a.passages), where_b=self._outlets(b.passages), **more
        )

    def say(self, name: str, a: str, b: str) -> str:
        """The sentence `name` with its two values filled in."""
        return self._notes[name].format(a=a, b=b)

    def _outlets(self, passages: Iterable[Passage]) -> str:
        names = sorted({self.material.by_id[p.article].outlet or p.article for p in passages})
        if len(names) <= MOST_NAMED:
            return ", ".join(names)
        rest = self._labels["others"].format(n=len(names) - MOST_NAMED + 1)
        return f"{', '.join(names[: MOST_NAMED - 1])} {rest}"

    def about(self, windows: Sequence[Window]) -> str:
        """The shortest of the passages, of those in the dossier's language if there are any, cut to a line."""
        articles = self.material.articles
        own = [w for w in windows if articles[w.article].language == self.language]
        texts = [self.material.text(self.propositions.passage(w)) for w in own or windows]
        text = " ".join(min(texts, key=lambda t: (len(t), t)).split())
        return text if len(text) <= ABOUT else text[: ABOUT - 1].rsplit(" ", 1)[0] + "…"

    def side(self, value: str, windows: Iterable[Window]) -> Side:
        """One side: its value and where it is said."""
        kept: list[Passage] = []
        for passage in sorted({self.propositions.passage(w) for w in windows}, key=lambda p: p.start - p.end):
            if not any(_inside(passage, other) for other in kept):
                kept.append(passage)
        return Side(value, tuple(sorted(kept)))


def _inside(passage: Passage, other: Passage) -> bool:
    """Whether most of a passage lies in another."""
    shared = min(passage.end, other.end) - max(passage.start, other.start)
    return passage.article == other.article and shared * 2 >= passage.end - passage.start


def published(material: Material, window: Window) -> str:
    """The day on which the article of a window was published; empty if it is not known."""
    return (material.articles[window.article].published or "")[:10]


def other_people(material: Material, a: Window, b: Window) -> bool:
    """Whether the passages, or where they name nobody their sentences, name people and none in common."""
    named = [_people(material, w) for w in (a, b)]
    return bool(named[0] and named[1] and not named[0] & named[1])


def _people(material: Material, window: Window) -> set[str]:
    """Last words of the names of people in a window, or else in its sentence."""
    names = [n for n in material.articles[window.article].names if n.type == "person" and n.name.split()]
    span = window.sentence.span
    for start, end in ((window.start, window.end), (span.start, span.end)):
        found = {n.name.lower().split()[-1] for n in names if start <= n.start < end}
        if found:
            return found
    return set()


def of_kin(material: Material, window: Window) -> frozenset[str]:
    """The words of kinship in a window: *the brother's home* is not his own."""
    article = material.articles[window.article]
    kin = frozenset(load(article.language).table("discrepancies")["kin"])
    tokens = material.tokens[article.id]
    return frozenset(tokens.norms[i] for i in tokens.within(window.start, window.end)) & kin


class Swaps:
    """Confusable words (`antonyms.tsv`) of a story's windows; each window is read once."""

    def __init__(self, material: Material) -> None:
        self._material = material
        codes = sorted({a.language for a in material.articles})
        self._pairs = [pair for code in codes for pair in _antonyms(code)]
        self._words = frozenset(word for pair in self._pairs for word in pair)
        self._said: dict[tuple[int, int, int], frozenset[str]] = {}

    def between(self, a: Window, b: Window) -> tuple[str, str] | None:
        """The pair of which each window, or what leads to it, has one and not the other."""
        said_a, said_b = self._of(a), self._of(b)
        if not said_a or not said_b:
            return None
        only_a, only_b = said_a - said_b, said_b - said_a
        for x, y in self._pairs:
            for left, right in ((x, y), (y, x)):
                if left in only_a and right in only_b:
                    return left, right
        return None

    def _of(self, window: Window) -> frozenset[str]:
        said = self._said.get(window.key)
        if said is None:
            told = _led(self._material, window) | _written(self._material, window)
            said = self._said[window.key] = self._words & told
        return said


def _led(material: Material, window: Window) -> frozenset[str]:
    """What a window speaks of, the segment that it completes (*he denied | that ...*), and what takes it up behind it.

    *They are accused of sending arms | accusations that both deny*: the noun stands for all that was said.
    """
    segments = window.sentence.segments
    article = material.articles[window.article]
    echoes = frozenset(load(article.language).table("discrepancies")["echoes"])
    tokens = material.tokens[article.id]
    taken_up = [
        s
        for s in segments[window.last + 1 :]
        if any(tokens.norms[i] in echoes for i in tokens.within(s.start, s.end))
    ]
    that = load(article.language).table("facts")["that"]
    opening = tokens.norms[tokens.first_at(window.start)] if window.first else ""
    first = window.first - (opening in that)
    led = [*segments[first : window.last + 1], *taken_up]
    return frozenset().union(*(s.concepts for s in led))


def _written(material: Material, window: Window) -> frozenset[str]:
    """Dictionary forms of the words of a window, with a colon before each."""
    article = material.articles[window.article]
    tokens, language = material.tokens[article.id], load(article.language)
    known = _listed(article.language)
    forms = (":" + language.lemma(tokens.norms[i]) for i in tokens.within(window.start, window.end))
    return known.intersection(forms)


@cache
def _listed(code: str) -> frozenset[str]:
    return frozenset(word for pair in _antonyms(code) for word in pair if word.startswith(":"))


@cache
def _antonyms(code: str) -> tuple[tuple[str, str], ...]:
    return tuple((_key(x), _key(y)) for x, y in load(code).rows("antonyms"))


def _key(word: str) -> str:
    """A class of synonyms, or a dictionary form (written with a colon), as windows have them."""
    return word if word.startswith(":") else "=" + word
