"""Offices, professions and relations: *Y, présidente de la Z*, *the mayor of Orle, Y,*, *son avocat, Me Y*.

Decides what a noun phrase of the lists says; whose it is was decided by `apposition`, what it is of by `complements`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from recoupe.compare.descriptions.apposition import Beside, Said
from recoupe.compare.descriptions.complements import content, first_word, is_whole, last_word, leads_to_noun
from recoupe.compare.descriptions.description import Description
from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import Phrase

_BEARERS = {"role": "person", "body": "organization"}  # of whom the nouns of a kind are said


class Mention(NamedTuple):
    """A noun phrase of the lists that may say what somebody is: where it ends, and whose it is if it is said of one."""

    phrase: Phrase
    end: int
    said: Said | None


def read_mentions(page: Page) -> Iterator[Mention]:
    """The noun phrases of an article for people and bodies, in order; those inside another are part of it."""
    beside = Beside(page)
    outer = 0
    for head, phrase in sorted(page.entities.phrases.items()):
        kind = _BEARERS.get(phrase.noun.kind)
        if kind is None or leads_to_noun(page, phrase):
            continue
        if head < outer and not beside.continues(phrase):
            continue
        end = last_word(page, phrase)
        if phrase.noun.kind == "role" and not phrase.noun.plural:
            outer = end
        yield Mention(phrase, end, beside.whose(phrase, end, kind))


def read_offices(page: Page, mentions: Iterable[Mention]) -> Iterator[Description]:
    """What the noun phrases of an article say of the people and bodies beside them."""
    for phrase, end, said in mentions:
        if said is None:
            yield from _newcomer(page, phrase, end)
            continue
        told = _describe(page, phrase, end, said)
        if told is not None:
            yield told


def _describe(page: Page, phrase: Phrase, end: int, said: Said) -> Description | None:
    """What a phrase says of the name beside it; None if that is nothing."""
    meaning = _meaning(page, phrase, end, page.bearer(said.name))
    if meaning is None or not (said.outright or _more_than_title(page, phrase, meaning)):
        return None
    start = min(phrase.start, first_word(page, phrase))
    close = page.past_brackets(end)
    last = close if close - end <= 3 else end  # noqa: PLR2004 - an acronym
    span = page.span(said.pronoun, last) if said.pronoun >= 0 else page.passage(said.name, start, last)
    return replace(meaning, span=span, outright=said.outright, quoted=page.is_quoted(span.start))


def _more_than_title(page: Page, phrase: Phrase, meaning: Description) -> bool:
    """Whether a noun right before a name says more than how one addresses it: *le député Y* does not."""
    return bool(meaning.elements or meaning.of) or phrase.noun.group in page.words.complete


def _newcomer(page: Page, phrase: Phrase, end: int) -> Iterator[Description]:
    """*la nouvelle présidente de la Z*, beside no name: the office just taken up, of a bearer still to be found."""
    recent = any(page.tokens.norms[i] in page.words.recent for i in range(phrase.start, phrase.head))
    if not recent or phrase.determiner != "definite":
        return
    meaning = _meaning(page, phrase, end, "")
    if meaning is not None and meaning.kind == "office" and meaning.elements:
        at = page.tokens.starts[phrase.head]
        yield replace(meaning, of=page.people_before(at, ""), quoted=page.is_quoted(at))


def _meaning(page: Page, phrase: Phrase, end: int, bearer: str) -> Description | None:
    """What a phrase says, of whomever; None if it tells nothing of anybody."""
    told = office(page, phrase, end, bearer)
    if told is None or told.elements:
        return told
    vague = phrase.noun.lemma in page.words.vague
    return None if vague or not (told.complete or told.of) else told


def office(page: Page, phrase: Phrase, end: int, bearer: str) -> Description | None:
    """The office, profession or relation that a phrase names, be it by its noun alone; None if it is none."""
    words, noun = page.words, phrase.noun
    if noun.plural or noun.group in words.nothing or noun.lemma in words.happened:
        return None
    found = page.nouns.at(page.tokens, phrase.head, end)
    after = found[1] if found is not None else phrase.head + 1
    first = first_word(page, phrase)
    if not is_whole(page, phrase, first):
        return None
    places = [*range(first, phrase.head), *range(after, end)]
    field = noun.lemma.replace("'", " ").split()[-1] in page.nouns.portfolio
    elements, told, standing = content(page, places, bearer, field=field)
    key, own = words.office(noun.lemma)
    chairs = noun.group in page.nouns.sovereign and any(
        not e.startswith("=") and e not in page.nouns.state_words for e in elements
    )
    if noun.group in words.alike and not own and not chairs:
        key = "class " + noun.group
    trade = noun.group in words.professions or noun.lemma in words.trades
    complete = trade or noun.group in words.complete
    of: frozenset[str] = frozenset()
    related = False
    if noun.group in words.relations:
        if phrase.determiner == "possessive":
            of = page.people_before(page.tokens.starts[phrase.head], bearer)
        related = bool(of) or any(_is_person(page, e) for e in elements)
    return Description(
        article=page.number,
        bearer=bearer,
        kind="relation" if related else "office",
        key=key,
        span=page.span(phrase.start, end),
        elements=elements,
        words=told,
        standing=standing | own,
        of=of,
        complete=complete,
        single=noun.group in words.single,
        seated=noun.group in words.seated,
        post=words.posts.get(key, -1),
    )


def _is_person(page: Page, element: str) -> bool:
    return element.startswith("@") and page.cast.kinds[element[1:]] == "person"
