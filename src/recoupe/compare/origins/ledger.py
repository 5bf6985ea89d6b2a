"""Settling the origin of each piece of each article, and keeping what shows it.

Decides by the design's rules, in their order: a copy has the origin of what it is copied from or with; then credits in
the text; then the article's signature; then the outlet itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from recoupe.compare.origins.book import Origins
from recoupe.compare.origins.copies import HALF, Piece, len_of
from recoupe.compare.origins.media import Directory, Medium
from recoupe.compare.origins.sourcing import Sourcing
from recoupe.compare.reuse import who_was_first
from recoupe.model.article import Article
from recoupe.model.dossier import Origin
from recoupe.model.span import Passage

Source = Medium | frozenset[str]
"""A medium; or the articles of which any may have been the first, where nothing else is known."""


class Ledger:
    """Takes groups of copies and gives the origins of a story.

    Args:
        articles: of the story.
        sourced: what each of them credits, by id.
        directories: the media that they may name, by language.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        sourced: dict[str, tuple[Sourcing, ...]],
        directories: dict[str, Directory],
    ) -> None:
        self._articles = {a.id: a for a in articles}
        self._order = {a.id: n for n, a in enumerate(articles)}
        self._sourced = sourced
        self._credits: dict[Piece, Medium] = {}
        self._own = {a.id: directories[a.language].outlet(a) for a in articles}
        self._signed = {a.id: _signatures(a, directories[a.language]) for a in articles}

    def close(self, pieces: dict[str, list[Piece]], groups: Sequence[Sequence[Piece]]) -> Origins:
        """The origins, given the pieces of each article and the groups that are copies of one another."""
        self._credits = {
            p: m for i, own in pieces.items() for p, m in _credits(own, self._sourced[i]).items()
        }
        sources: dict[Piece, Source] = {}
        copied: set[Piece] = set()
        for group in groups:
            source = self._known(group) or self._first(group)
            for piece in group:
                sources[piece] = source
            if len({p.article for p in group}) > 1:
                copied.update(group)
        merged = _merge_doubtful({s for s in sources.values() if isinstance(s, frozenset)})
        sources = {p: merged.get(s, s) if isinstance(s, frozenset) else s for p, s in sources.items()}
        return self._origins(pieces, sources, copied)

    # --- the rules

    def _known(self, group: Sequence[Piece]) -> Medium | None:
        """The medium that the text of a copy credits, or else one that signs an article with a copy.

        Where copies credit different ones, the earliest article decides.
        """
        for rule in (self._credited, self._signed_by):
            known = [(self._when(piece), medium) for piece in group if (medium := rule(piece))]
            if known:
                return min(known)[1]
        return None

    def _credited(self, piece: Piece) -> Medium | None:
        """What the article credits for this piece."""
        return self._credits.get(piece)

    def _signed_by(self, piece: Piece) -> Medium | None:
        """The agency that signs the piece's article, or whose article it is."""
        if signed := self._signed[piece.article]:
            return signed[0][0]
        own = self._own[piece.article]
        return own if own.kind == "agency" else None

    def _first(self, group: Sequence[Piece]) -> Source:
        """The outlet that published a passage first, or the articles of which any may have been the first."""
        ids = sorted({p.article for p in group}, key=self._order.__getitem__)
        moments: dict[tuple[str | None, bool], Article] = {}
        for i in ids:
            article = self._articles[i]
            moments.setdefault((article.published, article.published_inferred), article)
        late = {
            key
            for key, a in moments.items()
            if any(who_was_first(b, a) == "a" for b in moments.values() if b is not a)
        }
        first = [
            i for i in ids if (self._articles[i].published, self._articles[i].published_inferred) not in late
        ]
        own = {self._own[i] for i in first}
        return own.pop() if len(own) == 1 else frozenset(first)

    def _when(self, piece: Piece) -> tuple[str, int, int]:
        return (self._articles[piece.article].published or "9999", self._order[piece.article], piece.start)

    # --- the result

    def _origins(
        self, pieces: dict[str, list[Piece]], sources: dict[Piece, Source], copied: set[Piece]
    ) -> Origins:
        articles: dict[Source, dict[str, None]] = {}
        evidence: dict[Source, dict[Passage, None]] = {}

        def note(source: Source, article: str, passage: Passage | None = None) -> None:
            articles.setdefault(source, {})[article] = None
            if passage:
                evidence.setdefault(source, {})[passage] = None

        for article, own in pieces.items():
            for medium, passage in self._signed[article]:
                note(medium, article, passage)
            for s in self._sourced[article]:
                note(s.medium, article, Passage(article, s.evidence.start, s.evidence.end))
            for piece in own:
                itself = {self._own[article], self._signed_by(piece), self._credited(piece)}
                by_copy = piece in copied and sources[piece] not in itself
                note(sources[piece], article, Passage(*piece) if by_copy else None)
        ids = {source: f"o{n}" for n, source in enumerate(articles, 1)}
        perhaps = self._perhaps(ids)
        found = [
            Origin(
                id=ids[source],
                name=self._name(source),
                kind=source.kind if isinstance(source, Medium) else "outlet",
                articles=tuple(sorted(held, key=self._order.__getitem__)),
                evidence=_joined(evidence.get(source, {})),
                perhaps=perhaps.get(ids[source], ()),
            )
            for source, held in articles.items()
        ]
        places = {i: [(p.start, p.end, ids[sources[p]]) for p in own] for i, own in pieces.items()}
        return Origins(found, places)

    def _perhaps(self, ids: dict[Source, str]) -> dict[str, tuple[str, ...]]:
        """Of each origin that may be another one, the ids of those: it counts beside none of them.

        A text common to several outlets may be that of any of them; an unnamed medium (*the Russian agencies*) any
        that its description fits, and another unnamed one noted before it.
        """
        found: dict[str, tuple[str, ...]] = {}
        before: list[Medium] = []
        place = {source: n for n, source in enumerate(ids)}
        named = [s for s in ids if isinstance(s, Medium) and not s.unnamed]
        for source, own in ids.items():
            if isinstance(source, frozenset):
                outlets = {self._own[i] for i in source} & ids.keys()
                found[own] = tuple(ids[m] for m in sorted(outlets, key=place.__getitem__))
            elif source.unnamed:
                may = (m for m in (*named, *before) if source.may_be(m) or m.may_be(source))
                found[own] = tuple(ids[m] for m in may)
                before.append(source)
        return found

    def _name(self, source: Source) -> str:
        """The medium's name, or those of the outlets of which any may have been the first."""
        if isinstance(source, Medium):
            return source.name
        names = dict.fromkeys(self._own[i].name for i in sorted(source, key=self._order.__getitem__))
        return " / ".join(names)


def _credits(pieces: Sequence[Piece], sourced: Sequence[Sourcing]) -> dict[Piece, Medium]:
    """What an article credits for each of its pieces; of several media, the one credited for the least text."""
    starts = [p.start for p in pieces]
    scopes = [(len(span), n, span) for n, s in enumerate(sourced) for span in s.scope]
    found: dict[Piece, Medium] = {}
    for _, n, span in sorted(scopes):
        for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
            piece = pieces[at]
            common = min(span.end, piece.end) - max(span.start, piece.start)
            if common > HALF * len_of(piece):
                found.setdefault(piece, sourced[n].medium)
    return found


def _signatures(article: Article, directory: Directory) -> tuple[tuple[Medium, Passage], ...]:
    """The agencies that sign an article's text, in order, each once, with the place of the credit."""
    found: dict[Medium, Passage] = {}
    for credit in article.credits:
        if credit.for_ == "text":
            medium = directory.canonical(credit.agency) or Medium(credit.agency, "agency")
            found.setdefault(medium, Passage(article.id, credit.start, credit.end))
    return tuple(found.items())


def _merge_doubtful(groups: set[frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """Sets of articles of which any may have been first, each with the widest one that holds it.

    If A or B was first with one passage and A, B or C with another, one unknown text behind all of them explains both.
    """
    widest: list[frozenset[str]] = []
    merged = {}
    for group in sorted(groups, key=lambda g: (-len(g), sorted(g))):
        merged[group] = next((w for w in widest if group <= w), group)
        if merged[group] is group:
            widest.append(group)
    return merged


def _joined(passages: dict[Passage, None]) -> tuple[Passage, ...]:
    """Passages in order of place, those that touch or overlap made one."""
    found: list[Passage] = []
    for p in sorted(passages):
        if found and found[-1].article == p.article and p.start <= found[-1].end + 1:
            found[-1] = Passage(p.article, found[-1].start, max(found[-1].end, p.end))
        else:
            found.append(p)
    return tuple(found)
