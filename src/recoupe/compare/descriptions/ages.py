"""Ages: *Y, 33 ans* · *Y est âgée de 33 ans* · *l'enseignante de 52 ans* · *Doe, 33,* · *33-year-old teacher Jane Doe*.

The finder of quantities knows what is an age; here it is decided whose it is, and that it is told of now: *à 26 ans*
tells of a moment of a life and is left out, *mort à 73 ans* is an age at death.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.compare.descriptions.description import Description
from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import Phrase
from recoupe.model.findings import Quantity

_BEFORE = 5  # tokens before an age that may tie it to another moment
_BETWEEN = 8  # tokens between a name and what is told of it beside an age
AT_DEATH = "death"
"""Standing of an age that somebody had when dying."""


def read_ages(pages: Sequence[Page]) -> Iterator[Description]:
    """Ages of the people of a story.

    An age told of somebody unnamed (*l'enseignante de 52 ans*) is that of the one person whom the article names and for
    whom another article gives that age, if gender allows.
    """
    named: list[Description] = []
    unnamed: list[tuple[Page, Quantity, Phrase]] = []
    for page in pages:
        for quantity in page.article.quantities:
            if quantity.kind != "age" or quantity.told is None or quantity.approximate:
                continue
            standing = _standing(page, quantity)
            if standing is None:
                continue
            n = _whose(page, quantity)
            if n is not None:
                named.append(_age(page, quantity, n, standing))
                continue
            told = _of_pronoun(page, quantity, standing)
            if told is not None:
                named.append(told)
                continue
            phrase = _noun(page, quantity)
            if phrase is not None and not standing and phrase.determiner in ("definite", "demonstrative"):
                unnamed.append((page, quantity, phrase))
    yield from named
    yield from _resolved(named, unnamed)


def _age(page: Page, quantity: Quantity, n: int, standing: frozenset[str]) -> Description:
    first = page.tokens.first_at(quantity.start)
    if quantity.of is not None:
        first = min(first, page.tokens.first_at(quantity.of.span.start))
    span = page.passage(n, first, max(page.tokens.first_at(quantity.end), first + 1))
    return Description(
        article=page.number,
        bearer=page.bearer(n),
        kind="age",
        key=f"{quantity.told:g}",
        span=span,
        standing=standing,
        single=True,
        quoted=page.is_quoted(span.start),
    )


def _of_pronoun(page: Page, quantity: Quantity, standing: frozenset[str]) -> Description | None:
    """*Elle est âgée de 33 ans*: of the one person whom the pronoun can mean."""
    first, after = page.tokens.first_at(quantity.start), page.tokens.first_at(quantity.end)
    i, being = first - 1, False
    while i >= 0 and first - i <= _BEFORE and page.tokens.norms[i] not in page.pronouns:
        being |= page.tokens.norms[i] in page.words.being or page.tokens.norms[i] in page.words.having
        i -= 1
    n = page.antecedent(i) if being and i in page.sentence(first) else None
    if n is None:
        return None
    return replace(_age(page, quantity, n, standing), span=page.span(i, after))


def _standing(page: Page, quantity: Quantity) -> frozenset[str] | None:
    """Whether an age is told of now, of death, or (None) of another moment."""
    i = page.tokens.first_at(quantity.start)
    before = page.tokens.norms[max(page.sentence(i).start, i - _BEFORE) : i]
    if any(w in page.words.death for w in before):
        return frozenset({AT_DEATH})
    for word in reversed(before):
        if not word[0].isalnum():
            break
        if word in page.words.moment:
            return None
    return frozenset()


def _whose(page: Page, quantity: Quantity) -> int | None:
    """The name whose age it is: that which the age follows, or that beside the noun which the age describes."""
    if quantity.of is None:
        return None
    at = page.tokens.first_at(quantity.of.span.start)
    for i in page.tokens.within(quantity.of.span.start, quantity.of.span.end):
        n = page.owner.get(i)
        if n is not None:
            return n if page.is_kind(n, "person") else None
    first = min(at, page.tokens.first_at(quantity.start))
    last = max(page.tokens.first_at(quantity.of.span.end), page.tokens.first_at(quantity.end))
    return _name_after(page, last) if _name_after(page, last) is not None else _name_before(page, first)


def _name_after(page: Page, i: int) -> int | None:
    """*ce comptable de 33 ans, Y,* and *33-year-old teacher Jane Doe*."""
    forms = page.tokens.forms
    comma = i < len(forms) and forms[i] == ","
    i = page.past_titles(i + comma)
    n = page.owner.get(i)
    if n is None or i != page.first(n) or not page.is_kind(n, "person"):
        return None
    return n if not comma or page.ends_phrase(page.after(n)) else None


def _name_before(page: Page, i: int) -> int | None:
    """*Y, une enseignante de 52 ans,*: only an article and adjectives stand between the comma and the noun."""
    norms, sentence = page.tokens.norms, page.sentence(i)
    steps = 0
    while i - 1 in sentence and steps < _BETWEEN and norms[i - 1][0].isalnum():
        if norms[i - 1] in page.nouns.determiners and norms[i - 2] == ",":
            kind = page.nouns.determiners[norms[i - 1]][0]
            n = page.owner.get(i - 3)
            return n if n is not None and kind == "indefinite" and page.is_kind(n, "person") else None
        i -= 1
        steps += 1
    return None


def _noun(page: Page, quantity: Quantity) -> Phrase | None:
    if quantity.of is None:
        return None
    return page.entities.phrases.get(page.tokens.first_at(quantity.of.span.start))


def _resolved(
    named: Sequence[Description], unnamed: Sequence[tuple[Page, Quantity, Phrase]]
) -> Iterator[Description]:
    holders: dict[str, set[str]] = defaultdict(set)
    for age in named:
        if not age.standing:
            holders[age.key].add(age.bearer)
    for page, quantity, phrase in unnamed:
        fitting = holders.get(f"{quantity.told:g}", set())
        if len(fitting) != 1 or phrase.noun.plural:
            continue
        bearer = next(iter(fitting))
        gender = page.gender(bearer)
        if not page.cast.named_in(bearer, page.article.id) or (
            gender and phrase.gender and gender != phrase.gender
        ):
            continue
        first = min(phrase.start, page.tokens.first_at(quantity.start))
        after = max(phrase.head + 1, page.tokens.first_at(quantity.end))
        yield Description(
            article=page.number,
            bearer=bearer,
            kind="age",
            key=f"{quantity.told:g}",
            span=page.span(first, after),
            quoted=page.is_quoted(page.tokens.starts[first]),
        )
