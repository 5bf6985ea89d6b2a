"""The first screen: what the story is, from how many independent origins, and what weighs most."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition
from recoupe.publish.moments import read_moment
from recoupe.publish.sections.differences import DifferenceLine, Differences
from recoupe.publish.sections.facts import FactLine, Facts

LEADING = 3  # facts and discrepancies on the first screen
NAMED = 6  # agencies and media cited that are named there


@dataclass(frozen=True, slots=True)
class Summary:
    """The first screen; `dates` is empty where no article has a date.

    Attributes:
        origins: independent origins of what the articles say: `own`, `cited` and `shared` together, without those that
            may be one of the others. An article mostly has several, so that there may be more of them than articles.
        own: outlets of the story with information of their own, as far as can be seen.
        cited: names of the agencies, official organs and other media that the articles credit.
        shared: texts that several outlets have in common and none credits.
    """

    title: str
    language: str
    articles: int
    outlets: int
    origins: int
    own: int
    cited: tuple[str, ...]
    shared: int
    dates: str
    inferred: bool
    facts: tuple[FactLine, ...]
    discrepancies: tuple[DifferenceLine, ...]


def make_summary(edition: Edition, facts: Facts, differences: Differences) -> Summary:
    """The first screen from what the sections found."""
    dossier = edition.dossier
    moments = [m for s in edition.sources if s.article.published and (m := read_moment(s.article.published))]
    days = sorted(m.start for m in moments)
    title = edition.line(dossier.title)
    said_in = next(
        (s.language for s in edition.sources if s.article.title == dossier.title), dossier.language
    )
    outlets = {
        o.id: {edition.by_id[a].outlet for a in o.own if a in edition.by_id} for o in edition.origins.values()
    }
    doubtful = {o.id for o in dossier.origins if o.perhaps}
    counted = [o for o in edition.origins.values() if o.id not in doubtful]
    told = [o for o in counted if o.kind == "outlet"]
    shared = sum(len(outlets[o.id]) > 1 for o in told)
    return Summary(
        title=title or edition.say("unknown.title"),
        language=said_in if title else edition.say.code,
        articles=len(edition.sources),
        outlets=len(edition.outlets),
        origins=len(counted),
        own=len(told) - shared,
        cited=tuple(o.name for o in counted if o.kind != "outlet"),
        shared=shared,
        dates=edition.say.days(days[0], days[-1]) if days else "",
        inferred=any(s.inferred for s in edition.sources),
        facts=tuple(facts.lines[:LEADING]),
        discrepancies=differences.discrepancies[:LEADING],
    )
