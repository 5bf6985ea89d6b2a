"""Which articles take part in a comparison, once each, in order of date; and what had to be concluded about them.

Decides: the same article twice counts once; one outlet under two spellings is one; an undated article takes the date
on which the others agree, marked as inferred; what is not known is said as a problem. Leaves to `annotate` what an
article's own words say of its date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import msgspec

from recoupe.language import available, load
from recoupe.model.article import Article
from recoupe.model.problem import Problem
from recoupe.text.accents import plain
from recoupe.text.timex import anchor_times, day_of

__all__ = ["BY_NAMES", "Intake", "admit", "by_names"]

BY_NAMES = "languages-compared-by-names"
"""Slug of the problem that `by_names` tells."""

NEAR = 2
"""Days between two articles' dates within which they agree: an event's reports and their reprints."""

_DOMAIN = re.compile(r"\.[a-z]{2,6}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SAID_HERE = frozenset(
    {"date-inferred", "no-date"}
)  # what the story allows may differ from what the article did


class Intake(msgspec.Struct, frozen=True):
    """What comparison starts from.

    Attributes:
        articles: those that take part, by date (undated ones last), then in the order given.
        problems: of all articles given, those left out included.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def admit(articles: Iterable[Article]) -> Intake:
    """Choose the articles to compare and complete what is known of them."""
    everything = list(articles)
    problems = [_with_source(p, a) for a in everything for p in a.problems if p.slug not in _SAID_HERE]
    readable = _one_spelling([a for a in everything if a.readable and a.language in available()])
    once, doubles = _once(readable)
    dated, guessed = _dated(once)
    unknown = [_no_outlet(a) for a in dated if not a.outlet]
    ordered = sorted(dated, key=lambda a: (a.published is None, a.published or ""))
    return Intake(tuple(ordered), (*problems, *doubles, *guessed, *unknown))


def _one_spelling(articles: Sequence[Article]) -> list[Article]:
    """Articles with one spelling for each outlet: the one used most, a name before an address, the first."""
    used = Counter(a.outlet for a in articles if a.outlet)
    first: dict[str, str] = {}
    spellings: dict[str, list[str]] = {}
    for name in used:
        keys = _outlet_keys(name)
        group = next((first[k] for k in keys if k in first), name)
        spellings.setdefault(group, []).append(name)
        for key in keys:
            first.setdefault(key, group)
    shown = {
        name: max(names, key=lambda n: (used[n], not _DOMAIN.search(n), -names.index(n)))
        for names in spellings.values()
        for name in names
    }
    return [
        a
        if not a.outlet or shown[a.outlet] == a.outlet
        else msgspec.structs.replace(a, outlet=shown[a.outlet])
        for a in articles
    ]


def _outlet_keys(name: str) -> tuple[str, ...]:
    """What two spellings of one outlet have in common: its letters, with and without the article before them.

    >>> set(_outlet_keys("Le Courrier du Lac")) & set(_outlet_keys("lecourrierdulac.fr"))
    {'lecourrierdulac'}
    """
    words = _WORD.findall(plain(_DOMAIN.sub("", name.strip().removeprefix("www."))))
    whole = "".join(words)
    return (whole, "".join(words[1:])) if len(words) > 1 and words[0] in _articles() else (whole,)


@cache
def _articles() -> frozenset[str]:
    """Articles that open the names of outlets, in any language."""
    return frozenset(
        article.rstrip("'") for code in available() for article in load(code).table("sourcing")["contracted"]
    )


def _once(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """Articles without repetitions: the same text, unless two outlets that are known have printed it."""
    kept: list[Article] = []
    at: dict[str, list[int]] = {}  # places in `kept` of the articles with a text
    problems: list[Problem] = []
    for article in articles:
        same = at.setdefault(article.sha256 or article.text, [])
        twin = next((i for i in same if _same_outlet(kept[i], article)), None)
        if twin is None:
            same.append(len(kept))
            kept.append(article)
            continue
        first = kept[twin]
        kept[twin] = _completed(first, article)
        message = f"{_place(article)} has the same text as {_place(first)}: it counts once."
        problems.append(_warning("duplicate-article", message, article))
    return kept, problems


def _same_outlet(a: Article, b: Article) -> bool:
    return not a.outlet or not b.outlet or a.outlet.casefold() == b.outlet.casefold()


def _completed(first: Article, other: Article) -> Article:
    """The first of two copies, with what only the other tells."""
    missing: dict[str, object] = {
        name: getattr(other, name)
        for name in ("outlet", "title", "url", "author")
        if not getattr(first, name) and getattr(other, name)
    }
    if other.published and (
        not first.published or (first.published_inferred and not other.published_inferred)
    ):
        missing |= {"published": other.published, "published_inferred": other.published_inferred}
    return msgspec.structs.replace(first, **missing) if missing else first


def _dated(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """Articles with a date where the others of the story allow one, and what was concluded."""
    told = [a.published[:10] for a in articles if a.published]
    usual = _agreed(told)
    why = (
        "the dates of the other articles do not agree on one" if len(told) > 1
        else "a single other article has one, which is not enough to conclude it" if told
        else "nothing allows one"
    )  # fmt: skip
    dated: list[Article] = []
    problems: list[Problem] = []
    for article in articles:
        if article.published:
            dated.append(article)
            if article.published_inferred:
                message = (
                    f"{_place(article)} tells no date; {article.published} was concluded from its words."
                )
                problems.append(_warning("date-inferred", message, article))
        elif usual:
            times = anchor_times(article.times, date.fromisoformat(usual))
            dated.append(
                msgspec.structs.replace(article, published=usual, published_inferred=True, times=times)
            )
            message = (
                f"{_place(article)} tells no date; {usual} was taken from other articles of the story, "
                "which agree on it."
            )
            problems.append(_warning("date-inferred", message, article))
        else:
            dated.append(article)
            message = f"{_place(article)} tells no date, and {why}: give it in a manifest."
            problems.append(_warning("no-date", message, article))
    return dated, problems


def _agreed(told: Sequence[str]) -> str | None:
    """The day on which dated articles agree; None if they do not.

    Agreed is a day that has at least two articles within `NEAR` days of it, itself included, and more than half of
    those that are dated. A single date is that of one article, not of the story: a follow-up of the next week would
    move the *Friday* of a report to a Friday that it had not seen. Of several such days it is the one most have; of
    equals the last, since an undated copy is rather late than early.

    >>> _agreed(["2031-03-11", "2031-03-12", "2031-03-12"]), _agreed(["2031-03-12"])
    ('2031-03-12', None)
    """
    count = Counter(told)
    days = {day: known for day in count if (known := day_of(day))}
    near = {
        day: sum(count[other] for other in days if abs((days[day] - days[other]).days) <= NEAR)
        for day in days
    }
    agreed = [day for day in days if near[day] > 1 and 2 * near[day] > len(told)]
    return max(agreed, key=lambda day: (count[day], near[day], day), default=None)


def by_names(articles: Sequence[Article]) -> Problem:
    """What was compared between the languages of a story, and what was not, where no model reads meanings."""
    count = Counter(a.language for a in articles)
    told = ", ".join(f"{n} in {code}" for code, n in sorted(count.items()))
    return Problem(
        severity="warning",
        slug=BY_NAMES,
        message=f"The articles are in several languages ({told}). Between languages, facts and statements were "
        "compared by names, dates, numbers, cognates and common words of news; translated passages were looked for "
        "where several sentences follow each other; whatever is told in other words was not compared. Give a "
        "multilingual model with --embeddings to compare meanings too.",
    )


def _no_outlet(article: Article) -> Problem:
    message = (
        f"The outlet of {_place(article)} is not known: it counts as one of its own. Give it in a manifest."
    )
    return _warning("no-outlet", message, article)


def _warning(slug: str, message: str, article: Article) -> Problem:
    return Problem(severity="warning", slug=slug, message=message, source=_place(article))


def _with_source(problem: Problem, article: Article) -> Problem:
    return problem if problem.source else msgspec.structs.replace(problem, source=_place(article))


def _place(article: Article) -> str:
    return article.source or article.id
