"""Where articles differ: discrepancies, weightiest first, and evolutions apart.

One file per kind: `numbers`, `arithmetic`, `dates` (and the calendar), `names` (and places), `modality`, `wording`,
`quotes`, `within` (an article against itself). Few and right: what cannot be told from two things is left out. Two
values at the same moment are a discrepancy, a value that changed between two moments is an evolution: see
docs/discrepancies.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.compare.descriptions import Conflict
from recoupe.compare.discrepancies.arithmetic import find_sums, find_years
from recoupe.compare.discrepancies.claimed import find_claimed
from recoupe.compare.discrepancies.clocks import find_clocks
from recoupe.compare.discrepancies.counts import find_counts
from recoupe.compare.discrepancies.crowds import find_crowds
from recoupe.compare.discrepancies.dates import find_calendar, find_dates, find_thirds
from recoupe.compare.discrepancies.described import find_described
from recoupe.compare.discrepancies.editions import find_editions, find_points
from recoupe.compare.discrepancies.evolutions import find_evolutions
from recoupe.compare.discrepancies.finding import Finding, Teller
from recoupe.compare.discrepancies.fragments import find_fragments
from recoupe.compare.discrepancies.hearsay import find_hearsay
from recoupe.compare.discrepancies.lengths import find_lengths
from recoupe.compare.discrepancies.modality import find_allegations, find_denials, find_possibilities
from recoupe.compare.discrepancies.names import find_acronyms, find_names
from recoupe.compare.discrepancies.numbers import find_numbers
from recoupe.compare.discrepancies.plurals import find_plurals
from recoupe.compare.discrepancies.quotes import find_quotes
from recoupe.compare.discrepancies.shares import find_shares
from recoupe.compare.discrepancies.stretches import find_orders, find_stretches
from recoupe.compare.discrepancies.tolls import find_tolls
from recoupe.compare.discrepancies.venues import find_venues
from recoupe.compare.discrepancies.withheld import find_parts, find_withheld
from recoupe.compare.discrepancies.within import find_headings, find_self
from recoupe.compare.discrepancies.wording import find_swaps
from recoupe.compare.facts import Propositions
from recoupe.model.dossier import Discrepancy, Evolution, Statement
from recoupe.model.span import Passage

__all__ = ["find_discrepancies"]


def find_discrepancies(
    propositions: Propositions,
    statements: Sequence[Statement],
    language: str,
    conflicts: Sequence[Conflict] = (),
) -> tuple[tuple[Discrepancy, ...], tuple[Evolution, ...]]:
    """Discrepancies and evolutions of a story.

    Args:
        propositions: what the articles say, clause by clause.
        statements: speech acts with their quotations in all articles.
        language: of the notes, ISO 639-1.
        conflicts: descriptions of people that exclude each other.
    """
    teller = Teller(propositions, language)
    kept = _distinct(_detected(teller, statements, conflicts))
    found = tuple(
        Discrepancy(id=f"d{n}", kind=f.kind, about=f.about, sides=f.sides, note=f.note)
        for n, f in enumerate(kept, 1)
    )
    return found, find_evolutions(teller, propositions.matches)


def _detected(
    teller: Teller, statements: Sequence[Statement], conflicts: Sequence[Conflict]
) -> list[Finding]:
    """What each detector finds."""
    across, within = teller.propositions.matches, teller.propositions.within
    return [
        *find_numbers(teller, across),
        *find_counts(teller),
        *find_crowds(teller),
        *find_claimed(teller),
        *find_tolls(teller),
        *find_shares(teller),
        *find_editions(teller),
        *find_lengths(teller),
        *find_points(teller, across),
        *find_plurals(teller, across),
        *find_dates(teller, across),
        *find_clocks(teller),
        *find_thirds(teller),
        *find_stretches(teller),
        *find_orders(teller),
        *find_venues(teller, across),
        *find_allegations(teller, across),
        *find_hearsay(teller),
        *find_denials(teller, across),
        *find_withheld(teller),
        *find_parts(teller),
        *find_possibilities(teller, across),
        *find_swaps(teller, across),
        *find_quotes(teller, statements),
        *find_fragments(teller, statements),
        *find_self(teller, within),
        *find_headings(teller),
        *find_years(teller, across),
        *find_calendar(teller),
        *find_sums(teller),
        *find_described(teller, conflicts),
        *find_names(teller),
        *find_acronyms(teller),
    ]


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those whose sides lie in the sides of a weightier one."""
    kept: list[Finding] = []
    at: dict[tuple[str, str], list[list[Passage]]] = {}  # places of those kept, by kind and article
    for finding in sorted(findings, key=lambda f: (-f.weight, f.kind, f.places)):
        sides = finding.places
        near = at.get((finding.kind, sides[0][0].article), ())
        if not any(_covered(sides, places) for places in near):
            kept.append(finding)
            places = [p for side in sides for p in side]
            for article in {p.article for p in places}:
                at.setdefault((finding.kind, article), []).append(places)
    return kept


def _covered(sides: Sequence[Sequence[Passage]], places: Sequence[Passage]) -> bool:
    """Whether each of the sides has a passage that is one of these places."""
    return all(any(_meets(p, q) for p in side for q in places) for side in sides)


def _meets(p: Passage, q: Passage) -> bool:
    if p.article != q.article:
        return False
    shared = min(p.end, q.end) - max(p.start, q.start)
    return shared * 2 >= min(p.end - p.start, q.end - q.start)
