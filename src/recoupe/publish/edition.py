"""A dossier as its readers see it: articles under outlets' names, codes and colours, passages in their context.

Decides how an article is named, coloured and linked to, and how much of it stands around a passage. What the
sections say is theirs; this is what they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.model.article import Article
from recoupe.model.dossier import Dossier, FactPassage, Origin
from recoupe.model.span import Passage
from recoupe.publish.glyphs import show
from recoupe.publish.interface import Interface
from recoupe.publish.outlets import file_names, outlet_codes

COLOURS = 10  # colours of outlets in page.css; past them, the pattern tells outlets of one colour apart
PATTERNS = 4
AROUND = 140  # code points of context on each side of a passage, at most
LEAST_ID = 6  # a shorter id might be a word of the sentence
NEAR = 50  # the same for passages shown in one line each
LINES = 10  # such lines
COPIED = 60  # code points from which the same words in two articles are one passage and its copy
CARDS = 6  # passages of one line shown in full; the others are links to their place in the article

_SAFE_URL = re.compile(r"https?://[^\s\x00-\x1f\x7f\"'<>\\]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is named on the page.

    Attributes:
        key: its anchor on the page (`a1`, in the dossier's order).
        outlet: number of its outlet, from 0: the same number, colour and code through the whole page.
        name: the outlet's name, or what stands for it where it is not known.
        label: `name`, with a number where the outlet has several articles.
        date: written out by locale.
        url: only where it is safe to link to.
    """

    key: str
    number: int
    article: Article
    outlet: int
    name: str
    label: str
    code: str
    date: str
    url: str | None
    language_name: str

    @property
    def id(self) -> str:
        """The article's id in the dossier."""
        return self.article.id

    @property
    def colour(self) -> str:
        """Classes of the outlet's colour and pattern."""
        pattern = self.outlet // COLOURS % PATTERNS
        return f"c{self.outlet % COLOURS}" + (f" p{pattern}" if pattern else "")

    @property
    def inferred(self) -> bool:
        """Whether the date was concluded, not given."""
        return self.article.published_inferred

    @property
    def language(self) -> str:
        """ISO 639-1 code of the article's text, empty if not known or not such a code."""
        return self.article.language if _LANGUAGE.fullmatch(self.article.language) else ""


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin as it is named on the page; `key` is its anchor, by its place in the dossier's list."""

    id: str
    key: str
    name: str
    kind: str
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage in its context.

    Attributes:
        before: the text before the passage, in its sentence and no longer than `AROUND`.
        words: the passage itself, spaces joined.
        origin: where the passage comes from, None where the finding does not say.
    """

    source: Source
    passage: Passage
    before: str
    words: str
    after: str
    origin: OriginView | None = None

    @property
    def href(self) -> str:
        """Link to the passage's place in the article."""
        return f"#{self.source.key}-{self.passage.start}"

    @property
    def length(self) -> int:
        """Characters of the passage other than spaces, as a script counts them (UTF-16 code units)."""
        return len(_SPACES.sub("", self.words).encode("utf-16-le", "surrogatepass")) // 2

    def beginning(self, most: int) -> str:
        """The passage's first words, no more than `most` code points and an ellipsis; all of it if it fits."""
        return clip(self.words, most)


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The evidence of one line: cards with context, and further places that would only repeat them."""

    cards: tuple[Evidence, ...]
    further: tuple[Evidence, ...]

    @property
    def all(self) -> tuple[Evidence, ...]:
        """Every passage, cards first."""
        return self.cards + self.further


class Edition:
    """Look-ups over one dossier in one interface language."""

    def __init__(self, dossier: Dossier, say: Interface) -> None:
        self.dossier = dossier
        self.say = say
        self.sources = tuple(_sources(dossier.articles, say))
        self.by_id = {source.id: source for source in self.sources}
        # An id that is a part of the file's name needs no other, and replaced it would make `fire.txt.txt`.
        self._unnamed = [
            s for s in self.sources if not s.article.outlet and len(s.id) >= LEAST_ID and s.id not in s.name
        ]
        self.origins = {o.id: self._origin(o, n) for n, o in enumerate(dossier.origins, 1)}
        self.speakers: dict[str, str] = {}
        self._names = {p.id: show(p.name) for p in dossier.people}
        self._furniture = {s.id: sorted((f.start, f.end) for f in s.article.furniture) for s in self.sources}
        self._sentences = {s.id: [(x.start, x.end) for x in s.article.sentences] for s in self.sources}

    @cached_property
    def outlets(self) -> tuple[Source, ...]:
        """One article of each outlet, in order of first appearance."""
        first: dict[int, Source] = {}
        for source in self.sources:
            first.setdefault(source.outlet, source)
        return tuple(first.values())

    def line(self, text: str) -> str:
        """`text` on one line, as it can safely be shown."""
        return _line(text)

    def named(self, text: str) -> str:
        """As `line`, with ids of articles whose outlet is not known replaced by what stands for it.

        Comparison has no other name for them in the sentences that it writes.
        """
        for source in self._unnamed:
            text = text.replace(source.id, source.name)
        return _line(text)

    def evidence(self, passage: Passage | FactPassage, around: int = AROUND) -> Evidence:
        """The passage with what stands around it, at most `around` code points on each side."""
        place = passage.passage if isinstance(passage, FactPassage) else passage
        source = self.by_id[place.article]
        text = source.article.text
        left, right = self._context(place, around)
        return Evidence(
            source=source,
            passage=place,
            before=_edge(text, left, place.start, cut=place.start - left >= around),
            words=_line(text[place.start : place.end]),
            after=_edge(text, place.end, right, cut=right - place.end >= around, before=False),
            origin=self.origins.get(passage.origin) if isinstance(passage, FactPassage) else None,
        )

    def concordance(self, passages: Iterable[Passage | FactPassage], most: int = LINES) -> Exhibits:
        """As `exhibits`, for lines whose passages are shown one below the other in their nearest context."""
        return self.exhibits(passages, around=NEAR, most=most)

    def exhibits(
        self, passages: Iterable[Passage | FactPassage], *, around: int = AROUND, most: int = CARDS
    ) -> Exhibits:
        """Evidence of one line: passages that only repeat words and origin of another are not shown twice.

        Args:
            passages: what the line rests on.
            around: code points of context on each side, at most.
            most: passages shown in context; the others are named by their place.
        """
        cards: list[Evidence] = []
        further: list[Evidence] = []
        seen: set[tuple[str, str]] = set()
        for passage in passages:
            if passage.article not in self.by_id:
                continue
            evidence = self.evidence(passage, around)
            same = (self._told_by(evidence), evidence.words)
            (further if same in seen or len(cards) >= most else cards).append(evidence)
            seen.add(same)
        return Exhibits(tuple(cards), tuple(further))

    def articles_of(self, passages: Iterable[Passage | FactPassage]) -> tuple[Source, ...]:
        """The articles that the passages stand in, in page order, each once."""
        keys = {p.article for p in passages}
        return tuple(sorted((self.by_id[k] for k in keys if k in self.by_id), key=lambda s: s.number))

    def outlets_of(self, passages: Iterable[Passage | FactPassage]) -> tuple[Source, ...]:
        """One article for each outlet that the passages stand in, in page order."""
        first: dict[int, Source] = {}
        for source in self.articles_of(passages):
            first.setdefault(source.outlet, source)
        return tuple(first.values())

    def person(self, key: str | None, name: str | None = None) -> str:
        """What a speaker is called, by id and by the name that the finding gives; empty if neither is known."""
        return self._names.get(key or "", "") or show(name or key or "")

    def _origin(self, origin: Origin, number: int) -> OriginView:
        named = self.by_id.get(origin.name)
        name = named.name if named else self.named(origin.name)
        return OriginView(origin.id, f"o{number}", name, origin.kind, frozenset(origin.articles))

    @staticmethod
    def _told_by(evidence: Evidence) -> str:
        """Who must be shown apart although the words are the same: another origin, and an article's few words."""
        if evidence.origin:
            return evidence.origin.id
        return evidence.source.key if len(evidence.words) < COPIED else ""

    def _context(self, place: Passage, around: int) -> tuple[int, int]:
        """Start of the first and end of the last sentence that the passage touches, furniture left out."""
        left, right = max(0, place.start - around), place.end + around
        touched = [s for s in self._sentences[place.article] if s[0] < place.end and place.start < s[1]]
        if touched:
            left, right = (
                max(left, min(touched[0][0], place.start)),
                min(right, max(touched[-1][1], place.end)),
            )
        for start, end in self._furniture[place.article]:
            if left < end <= place.start:
                left = end
            if place.end <= start < right:
                right = start
                break
        return left, min(right, len(self.by_id[place.article].article.text))


def clip(text: str, most: int) -> str:
    """`text` on one line, cut after a whole word where it is longer than `most` code points.

    The whole text must stand elsewhere on the page.
    """
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[:most]) + " …"


def _edge(text: str, start: int, end: int, *, cut: bool, before: bool = True) -> str:
    """Context on one side; where it was cut inside a sentence it goes to a whole word and an ellipsis."""
    raw = text[start:end]
    if cut and before:
        raw = "… " + raw.partition(" ")[2]
    elif cut:
        raw = raw.rpartition(" ")[0] + " …"
    return show(_SPACES.sub(" ", raw))


def _line(text: str) -> str:
    return show(_SPACES.sub(" ", text.strip()))


def _sources(articles: Sequence[Article], say: Interface) -> Iterable[Source]:
    keys = [a.outlet or f"\0{a.id}" for a in articles]
    names = {key: _line(key) for key in keys} | _stand_ins([a for a in articles if not a.outlet], say)
    order = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    codes = outlet_codes([None if key.startswith("\0") else names[key] for key in order])
    total, seen = Counter(keys), Counter[str]()
    for number, (article, key) in enumerate(zip(articles, keys, strict=True), 1):
        seen[key] += 1
        several = total[key] > 1
        yield Source(
            key=f"a{number}",
            number=number,
            article=article,
            outlet=order[key],
            name=names[key],
            label=f"{names[key]} ({seen[key]})" if several else names[key],
            code=codes[order[key]],
            date=_line(say.date(article.published)),
            url=article.url if article.url and _SAFE_URL.fullmatch(article.url) else None,
            language_name=show(say.language(article.language)),
        )


def _stand_ins(articles: Sequence[Article], say: Interface) -> dict[str, str]:
    """What articles whose outlet is not known are called, by their key: their file's name, else a number."""
    files = dict(zip((f"\0{a.id}" for a in articles), file_names([a.source for a in articles]), strict=True))
    numbered = {key: n for n, key in enumerate((k for k in files if not files[k]), 1)}
    return {
        key: _line(file)
        if file
        else say("unknown.outlet", n=numbered[key] if len(numbered) > 1 else "").strip()
        for key, file in files.items()
    }
