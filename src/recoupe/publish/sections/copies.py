"""Who copied what from whom: origins with their evidence, and copied passages by pair of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.model.dossier import Origin, Reuse
from recoupe.model.span import Passage
from recoupe.publish.edition import Edition, Evidence, Exhibits, OriginView, Source
from recoupe.publish.lines import Anchor, anchor, filters, origin_key, outlet_key
from recoupe.publish.marks import Marks

PAIRS = 60  # pairs of articles shown; one dispatch in two hundred papers makes twenty thousand
PROOFS = 5  # passages that show an origin; the others stay one link away
CUT = 2  # copied passages of one pair written side by side; the others are listed from the articles by the script
CROWDED = 20  # of more pairs, none is written here


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin, the articles that have something from it, and the passages that show it.

    Attributes:
        perhaps: names of the origins that it may be itself, beside which it does not count.
    """

    anchor: Anchor
    origin: OriginView
    sources: tuple[Source, ...]
    perhaps: tuple[str, ...]
    exhibits: Exhibits
    filters: str


@dataclass(frozen=True, slots=True)
class Copied:
    """One passage in the earlier and in the later article."""

    earlier: Evidence
    later: Evidence
    similarity: float

    @property
    def same(self) -> bool:
        """Whether both have the very same words."""
        return self.earlier.words == self.later.words


@dataclass(frozen=True, slots=True)
class PairLine:
    """What two articles have in common.

    Attributes:
        dated: whether dates tell which came first; if not, `earlier` is only the first of the two.
        characters: code points of the later article that are copied, each counted once.
        share: `characters` as a share of that article without its furniture, 0 to 1.
        shown: passages written side by side.
    """

    anchor: Anchor
    earlier: Source
    later: Source
    dated: bool
    characters: int
    share: float
    passages: tuple[Copied, ...]
    filters: str
    shown: int

    @property
    def first(self) -> tuple[Copied, ...]:
        """Passages shown side by side."""
        return self.passages[: self.shown]

    @property
    def rest(self) -> tuple[Copied, ...]:
        """Passages told by their place only."""
        return self.passages[self.shown :]


@dataclass(frozen=True, slots=True)
class Copies:
    """The section; `left_out` is the number of pairs that share less than those shown."""

    origins: tuple[OriginLine, ...]
    pairs: tuple[PairLine, ...]
    left_out: int


def make_copies(edition: Edition, marks: Marks) -> Copies:
    """The section from the dossier's origins and reuse."""
    origins = tuple(_origin(edition, marks, o, n) for n, o in enumerate(edition.dossier.origins, 1))
    grouped: dict[tuple[str, str], list[Reuse]] = {}
    for found in edition.dossier.reuse:
        if found.a.article in edition.by_id and found.b.article in edition.by_id:
            first, second = sorted((found.a.article, found.b.article), key=lambda k: edition.by_id[k].number)
            grouped.setdefault((first, second), []).append(found)
    lengths = {s.id: _length(s) for s in edition.sources}
    pairs = [_pair(edition, lengths, key, found) for key, found in grouped.items()]
    pairs.sort(key=lambda p: (-p.characters, p.earlier.number, p.later.number))
    shown = CUT if len(pairs) <= CROWDED else 0
    named = tuple(_named(edition, marks, pair, n, shown) for n, pair in enumerate(pairs[:PAIRS], 1))
    return Copies(origins, named, len(pairs) - len(named))


def _origin(edition: Edition, marks: Marks, origin: Origin, number: int) -> OriginLine:
    place = Anchor(origin_key(edition, origin.id), "origin", edition.say("line.origin", n=number))
    marks.add(origin.evidence, "origin", place)
    sources = tuple(s for s in edition.sources if s.id in origin.articles)
    found = " ".join([*dict.fromkeys(outlet_key(source) for source in sources), place.id])
    perhaps = tuple(edition.origins[o].name for o in origin.perhaps)
    exhibits = edition.concordance(origin.evidence, PROOFS)
    return OriginLine(place, edition.origins[origin.id], sources, perhaps, exhibits, found)


@dataclass(frozen=True, slots=True)
class _Pair:
    earlier: Source
    later: Source
    dated: bool
    characters: int
    share: float
    passages: tuple[tuple[Passage, Passage, float], ...]


def _pair(edition: Edition, lengths: dict[str, int], key: tuple[str, str], found: list[Reuse]) -> _Pair:
    votes = Counter(_earlier(reuse) for reuse in found)
    first = key[0] if votes[key[0]] >= votes[key[1]] else key[1]
    second = key[1] if first == key[0] else key[0]
    passages = sorted(
        ((r.a, r.b, r.similarity) if r.a.article == first else (r.b, r.a, r.similarity)) for r in found
    )
    characters = _covered(later for _, later, _ in passages)
    return _Pair(
        edition.by_id[first],
        edition.by_id[second],
        bool(votes[first]),
        characters,
        min(1.0, characters / max(1, lengths[second])),
        tuple(passages),
    )


def _named(edition: Edition, marks: Marks, pair: _Pair, number: int, shown: int) -> PairLine:
    place = anchor(edition, "r", "reuse", number)
    everything = [p for earlier, later, _ in pair.passages for p in (earlier, later)]
    marks.add(everything, "reuse", place)
    return PairLine(
        anchor=place,
        earlier=pair.earlier,
        later=pair.later,
        dated=pair.dated,
        characters=pair.characters,
        share=pair.share,
        passages=tuple(
            Copied(edition.evidence(a), edition.evidence(b), similarity) for a, b, similarity in pair.passages
        ),
        filters=filters(edition, everything),
        shown=shown,
    )


def _earlier(reuse: Reuse) -> str:
    if reuse.earlier is None:
        return ""
    return reuse.a.article if reuse.earlier == "a" else reuse.b.article


def _covered(passages: Iterable[Passage]) -> int:
    total = end = 0
    for place in sorted(passages):
        total += max(0, place.end - max(end, place.start))
        end = max(end, place.end)
    return total


def _length(source: Source) -> int:
    return len(source.article.text) - _covered(
        Passage(source.id, f.start, f.end) for f in source.article.furniture
    )
