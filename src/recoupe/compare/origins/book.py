"""The answer to where a passage comes from, once settled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from recoupe.model.dossier import Origin
from recoupe.model.span import Passage


class Origins:
    """The origins of a story, and the one origin of any passage.

    Args:
        found: the origins.
        places: for each article id its pieces in order, each with the id of its origin.
    """

    def __init__(
        self,
        found: Sequence[Origin],
        places: dict[str, list[tuple[int, int, str]]],
    ) -> None:
        self.found = tuple(found)
        self._places = places
        self._starts = {article: [p[0] for p in pieces] for article, pieces in places.items()}
        self._perhaps = {o.id: frozenset(o.perhaps) for o in found}

    def of(self, passage: Passage) -> str:
        """Id of the origin of `passage`: that of most of its characters."""
        pieces = self._places[passage.article]
        held: dict[str, int] = {}
        for n in range(max(0, bisect_right(self._starts[passage.article], passage.start) - 1), len(pieces)):
            start, end, origin = pieces[n]
            if start >= passage.end and held:
                break
            held[origin] = held.get(origin, 0) + max(0, min(end, passage.end) - max(start, passage.start))
        return max(held, key=lambda origin: held[origin])

    def independent(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """Ids of the origins of `passages`, without repetition, in the order of `found`.

        An origin that is common to several outlets because dates do not tell who was first is left out beside the own
        origin of one of them: it may be the same one. So is an unnamed medium (*the Russian agencies*) beside one that
        it may stand for.
        """
        ids = {self.of(p) for p in passages}
        doubtful = {i for i in ids if not self._perhaps[i].isdisjoint(ids)}
        return tuple(o.id for o in self.found if o.id in ids - doubtful)
