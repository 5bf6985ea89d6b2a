"""Phrases that may stand for somebody: definite, in the singular, neither said of a name nor told as an office alone.

Decides which phrases these are, how far they may go and what they tell; whom they mean is decided by `holders`. What
predicates (*Y est le maire de Z*) and what speaks of an office whoever holds it (*l'élection du maire*) is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from recoupe.compare.descriptions.complements import first_word
from recoupe.compare.descriptions.description import Description
from recoupe.compare.descriptions.offices import Mention, office
from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import stem

_DEFINITE = ("definite", "demonstrative", "possessive")
_OFFICE_BEFORE = 4
"""Tokens before a phrase in which a noun may turn it into the name of an office."""


class Reference(NamedTuple):
    """Code points `start` to `end` of an article stand for the person or body with id `bearer`.

    `beside` says that the name stands beside them.
    """

    start: int
    end: int
    bearer: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reading of a phrase that stands for somebody still to be found.

    Attributes:
        mention: the phrase.
        first: its first token, the determiner.
        end: one past the last token of this reading.
        told: what it tells of whoever it means.
        nouns: keys under which phrases that may name one office meet.
        definite: whether its determiner is no possessive.
    """

    mention: Mention
    first: int
    end: int
    told: Description
    nouns: tuple[str, ...]
    definite: bool


def is_beside(page: Page, mention: Mention) -> bool:
    """Whether a phrase is told beside a name, with only commas, articles and the like between.

    Titles right before a person's name are left to who reads the name.
    """
    said, phrase = mention.said, mention.phrase
    if said is None or said.pronoun >= 0 or phrase.noun.plural:
        return False
    if not phrase.determiner and (phrase.noun.kind == "body" or phrase.noun.lemma in page.words.participles):
        return False  # a verb of the same form: to force Republicans, a prévenu Y
    if any(page.tokens.norms[i] in page.words.recent for i in range(phrase.start, phrase.head)):
        return False  # the office just taken up is news
    if not said.before:
        return said.outright or phrase.noun.kind == "body"
    between = range(page.after(said.name), min(phrase.start, first_word(page, phrase)))
    return all(
        not page.tokens.forms[i][0].isalnum() or page.tokens.norms[i] in page.nouns.determiners
        for i in between
    )


def before_clause(page: Page, mention: Mention) -> int:
    """One past the last token of a phrase before what tells an event: *rapporteur de la loi | votée en 2005*."""
    for i in range(_after_noun(page, mention), mention.end):
        forms = page.nouns.verbs.forms(page.tokens.norms[i])
        if page.tokens.forms[i][0].isdigit() or (forms and all(f.mood == "participle" for f in forms)):
            return i
    return mention.end


def read_wanted(page: Page, mention: Mention) -> Iterator[Wanted]:
    """A phrase that may stand for somebody, as long as it goes and cut at its first loose preposition."""
    phrase, norms = mention.phrase, page.tokens.norms
    first = min(phrase.start, first_word(page, phrase))
    start = first - 1 if first > 0 and norms[first] not in page.nouns.determiners else first
    kind = page.nouns.determiners.get(norms[start], ("", ""))[0]
    if kind not in _DEFINITE or phrase.noun.plural or start not in page.sentence(phrase.head):
        return
    if any(norms[i] in page.words.recent for i in range(start, phrase.head)):
        return  # the office just taken up is news
    if _predicates(page, start) or _of_office(page, start) or phrase.noun.lemma in page.words.participles:
        return
    for end in dict.fromkeys((mention.end, _tied(page, mention), _of_country(page, mention))):
        found = page.nouns.at(page.tokens, phrase.head, end)
        told = office(page, replace(phrase, noun=found[0]) if found else phrase, end, "")
        if told is not None and not _goes_on(page, end):
            yield Wanted(mention, start, end, told, nouns_of(mention, told), kind != "possessive")


def _tied(page: Page, mention: Mention) -> int:
    """One past the last token of a phrase before a preposition other than *of*: *le maire de Z | à la fête*."""
    norms = page.tokens.norms
    for i in range(_after_noun(page, mention), mention.end):
        if norms[i] in page.nouns.inside and norms[i] not in page.words.title_ties and norms[i] != "-":
            before = norms[i - 1]
            if (
                before in page.words.title_ties
                or page.nouns.determiners.get(norms[i], ("",))[0] == "definite"
            ):
                continue
            return i
    return mention.end


def _of_country(page: Page, mention: Mention) -> int:
    """One past the last token of a noun and the country told right after it, if one is: *le président russe |*."""
    after = _after_noun(page, mention)
    length = page.nouns.country_at(page.tokens, after, mention.end)[1]
    return after + length if length else mention.end


def _after_noun(page: Page, mention: Mention) -> int:
    found = page.nouns.at(page.tokens, mention.phrase.head, mention.end)
    return found[1] if found else mention.phrase.head + 1


def _goes_on(page: Page, end: int) -> bool:
    """Whether a phrase goes on beyond what was read of it: *le président (PS) | de la Z*, *le chef | de tous*."""
    after = page.past_brackets(end)
    return after < len(page.tokens) and page.tokens.norms[after] in page.words.title_ties


def _predicates(page: Page, start: int) -> bool:
    """Whether a verb of being stands right before a phrase: *il est le maire de Z*."""
    return start > 0 and page.tokens.norms[start - 1] in page.words.being


def _of_office(page: Page, start: int) -> bool:
    """Whether a phrase tells an office, whoever holds it: *le poste de premier secrétaire*."""
    norms, words = page.tokens.norms, page.words
    i = start if norms[start] in words.office_ties else start - 1
    while i >= 0 and start - i <= _OFFICE_BEFORE and norms[i] in words.office_ties:
        i -= 1
    return i >= 0 and i < start and norms[i] in words.of_office


def nouns_of(mention: Mention, told: Description) -> tuple[str, ...]:
    """Keys under which phrases that may name one office meet: its key and the first word of its noun."""
    root = stem(mention.phrase.noun.lemma.replace("-", " ").split()[0])
    return told.key, f"{mention.phrase.noun.kind} {root}"


def specific(page: Page, told: Description) -> frozenset[str]:
    """What a phrase tells beside its noun: words for any state say nothing of which."""
    return frozenset(e for e in told.elements if e not in page.nouns.state_words)


def reference(page: Page, one: Wanted, bearer: str) -> Reference:
    """The reference of a phrase, once it is known whom it means."""
    span = page.span(one.first, one.end)
    return Reference(span.start, span.end, bearer)
