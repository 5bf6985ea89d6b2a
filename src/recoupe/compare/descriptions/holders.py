"""Who has which office, over a whole story, and whom a phrase with an office means.

It can be one alone, or nobody:

1. a phrase that tells more than its noun goes to the one bearer of whom the story tells all that it says; if several
   can have such an office at a time (*le député socialiste*), the article must name the bearer;
2. a bare noun goes to the one bearer named in the article who has an office of that noun, if no other phrase of the
   article with that noun can mean somebody else;
3. *sa femme*, *l'épouse du maire* go to whom the story tells as hers or his.

A former and a present office are two, and so are countries that differ. The outlets' own country may go unsaid.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.compare.descriptions.description import countries
from recoupe.compare.descriptions.offices import Mention, office
from recoupe.compare.descriptions.page import Page
from recoupe.compare.descriptions.wanted import (
    Reference,
    Wanted,
    nouns_of,
    read_wanted,
    reference,
    specific,
)

_MOST_HOLDERS = 40
"""Bearers of one noun that are compared: more are a list of people."""
_HOME_LEAST, _HOME_TIMES = 2, 3
"""Phrases that tell the outlets' own country at least, and times as many as tell any other."""


@dataclass(slots=True)
class _Held:
    """All that the story tells of one bearer's office of one noun and standing."""

    elements: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    of: set[str] = field(default_factory=set)


class Offices:
    """Who has which office, over the whole story."""

    def __init__(self) -> None:
        self._held: dict[str, dict[tuple[str, frozenset[str]], _Held]] = defaultdict(dict)
        self._genders: dict[str, set[str]] = defaultdict(set)
        self._home = ""

    def learn(self, page: Page, mention: Mention) -> None:
        """Note the office that a phrase tells of the name beside it."""
        bearer = page.bearer(mention.said.name) if mention.said is not None else ""
        told = office(page, mention.phrase, mention.end, bearer) if bearer else None
        if told is None:
            return
        for noun in nouns_of(mention, told):
            bearers = self._held[noun]
            key = (told.bearer, told.standing)
            if key not in bearers and len(bearers) >= _MOST_HOLDERS:
                continue
            one = bearers.setdefault(key, _Held())
            one.elements |= told.elements
            one.words |= told.words
            one.of |= told.of
        gender = mention.said and page.entities.of[mention.said.name].gender
        if gender:
            self._genders[told.bearer].add(gender)

    def learn_home(self, wanted: Sequence[Sequence[Wanted]]) -> None:
        """Note the country whose office-holders the story tells without it: that which its other phrases tell most.

        *Le ministre Y* and *le ministre français* are one where no other country comes near in such phrases.
        """
        votes: Counter[str] = Counter()
        for one in (ways[-1] for ways in wanted):
            own = countries(one.told.elements)
            told = {c for h in self._held.get(one.told.key, {}).values() for c in countries(h.elements)}
            if one.told.single and len(own) == 1 and not own & told:
                votes.update(own)
        (home, most), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
        self._home = home if most >= _HOME_LEAST and most >= _HOME_TIMES * second else ""

    def resolve(self, page: Page, wanted: Sequence[Sequence[Wanted]]) -> Iterator[Reference]:
        """Whom the phrases of an article mean, where it can be one alone."""
        rivals: dict[str, set[str]] = defaultdict(set)
        bare: list[Wanted] = []
        for ways in wanted:
            bearer = ""
            for one in ways:
                bearer = self._full(page, one) if specific(page, one.told) else ""
                if bearer:
                    yield reference(page, one, bearer)
                    break
            if not bearer and not specific(page, ways[-1].told):
                bare.append(ways[-1])
            else:
                rivals[ways[-1].nouns[-1]].add(bearer)
        for one in bare:
            bearer = self._bare(page, one)
            if bearer and rivals[one.nouns[-1]] <= {bearer}:
                yield reference(page, one, bearer)

    def _full(self, page: Page, one: Wanted) -> str:
        """The one bearer of whom the story tells all that a phrase says; empty if there is none or are two."""
        wanted = specific(page, one.told)
        holders = [
            (bearer, held)
            for (bearer, standing), held in self._held.get(one.told.key, {}).items()
            if standing == one.told.standing and self._agrees(one, bearer)
        ]
        fitting = {bearer for bearer, held in holders if wanted <= held.elements | held.words}
        if not fitting and countries(wanted) == {self._home} and one.told.single:
            rest = wanted - {self._home}
            fitting = {
                bearer
                for bearer, held in holders
                if rest <= held.elements | held.words and not countries(held.elements)
            }
        if not fitting:
            return self._relative(page, one)
        if len(fitting) > 1:
            return ""
        bearer = fitting.pop()
        here = page.cast.named_in(bearer, page.article.id)
        return bearer if here or (one.told.single and one.definite) else ""

    def _relative(self, page: Page, one: Wanted) -> str:
        """*L'épouse du président*: whom the story tells as the wife of one who may be the president."""
        if one.mention.phrase.noun.group not in page.words.relations:
            return ""
        inner = next(
            (i for i in range(one.mention.phrase.head + 1, one.end) if i in page.entities.phrases), 0
        )
        if not inner:
            return ""
        ways = list(read_wanted(page, Mention(page.entities.phrases[inner], one.end, None)))
        whom = {r.bearer for r in self.resolve(page, [ways] if ways else [])}
        related = {bearer for (bearer, _), held in self._held.get(one.told.key, {}).items() if held.of & whom}
        return related.pop() if len(related) == 1 else ""

    def _bare(self, page: Page, one: Wanted) -> str:
        """The one bearer named in the article who has an office of a bare noun.

        Of several holders of one office those are left out whose country is told: the others' is the outlet's own.
        *Sa femme* is that of one of those whom *sa* may mean.
        """
        if not one.definite:
            related = {
                bearer
                for (bearer, _), held in self._held.get(one.told.key, {}).items()
                if held.of & one.told.of and self._agrees(one, bearer)
            }
            return related.pop() if len(related) == 1 else ""
        for noun in one.nouns:
            fitting = {
                bearer: held
                for (bearer, standing), held in self._held.get(noun, {}).items()
                if standing == one.told.standing
                and page.cast.named_in(bearer, page.article.id)
                and self._agrees(one, bearer)
            }
            if len(fitting) > 1:
                fitting = {b: h for b, h in fitting.items() if not countries(h.elements)}
            if fitting:
                return next(iter(fitting)) if len(fitting) == 1 else ""
        return ""

    def _agrees(self, one: Wanted, bearer: str) -> bool:
        """Whether gender allows that a phrase means somebody."""
        gender, known = one.mention.phrase.gender, self._genders.get(bearer, set())
        return not gender or not known or gender in known
