"""What a noun phrase says an office is of: where its words begin and end, and the bodies, people and words in them."""

from __future__ import annotations

from typing import NamedTuple

from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import Phrase, stem

_MODIFIERS = 6  # tokens before a noun that say what the office is of


def last_word(page: Page, phrase: Phrase) -> int:
    """One past the last token of a phrase, cut where *et* leads to another office."""
    conjunctions = page.nouns.words["and"]
    for i in range(phrase.head + 1, phrase.end):
        norm = page.tokens.norms[i]
        verbal = bool(page.words.verbal) and norm.endswith(page.words.verbal)
        if verbal and page.tokens.forms[i].islower() and page.tokens.norms[i - 1] not in page.nouns.inside:
            return i
        if norm in conjunctions:
            follow = i + 1
            while follow < phrase.end and (
                page.tokens.norms[follow] in page.nouns.determiners
                or page.tokens.norms[follow] in page.nouns.words["empty"]
            ):
                follow += 1
            found = page.entities.phrases.get(follow)
            if found is not None and found.noun.kind == "role" and found.noun.group != "person":
                return i
    return phrase.end


def leads_to_noun(page: Page, phrase: Phrase) -> bool:
    """Whether a noun only says something of the next one: *deputy attorney general*, *council spokesman*."""
    if phrase.noun.lemma in page.words.standing and phrase.head + 1 in page.entities.phrases:
        return True
    if not page.words.noun_last:
        return False
    for i in range(phrase.head + 1, phrase.end):
        if page.tokens.norms[i] in page.nouns.inside or page.tokens.norms[i] in page.nouns.words["of"]:
            return False
        if i in page.entities.phrases and i >= phrase.head + len(phrase.noun.lemma.split()):
            return True
    return False


def first_word(page: Page, phrase: Phrase) -> int:
    """First token of what belongs to a noun before it: adjectives, and nouns where the language puts them there."""
    norms, sentence = page.tokens.norms, page.sentence(phrase.head)
    i = phrase.head
    while i - 1 in sentence and phrase.head - i < _MODIFIERS:
        norm = norms[i - 1]
        if not norm[0].isalnum() or norm in page.nouns.determiners:
            break
        known = norm.split("-")[0] in page.words.standing or norm in page.nouns.words["empty"]
        if not known and (not page.words.noun_last or _leads(page, norm)):
            break
        i -= 1
    return i


def _leads(page: Page, norm: str) -> bool:
    """Whether a word only leads to a noun phrase: a preposition, a verb."""
    return (
        norm in page.stopwords
        or norm in page.nouns.words["of"]
        or norm in page.words.leads
        or page.nouns.verbs.is_finite(norm)
        or norm.endswith(page.words.verbal)
    )


def is_whole(page: Page, phrase: Phrase, first: int) -> bool:
    """Whether no beginning of another noun stands right before: of *ex-Premier ministre* only half is read."""
    if phrase.head == 0:
        return True
    before = page.tokens.norms[phrase.head - 1]
    head, hyphen, rest = before.partition("-")
    return not (hyphen and rest and head in page.words.standing) or first > phrase.head


class Content(NamedTuple):
    """What words say an office is of: `elements`, `words` and `standing` as in `Description`."""

    elements: frozenset[str]
    words: frozenset[str]
    standing: frozenset[str]


def content(page: Page, places: list[int], bearer: str, *, field: bool) -> Content:
    """What the words at some tokens say an office is of.

    Args:
        page: the article.
        places: the tokens, ascending.
        bearer: who has the office; named in it, he says nothing of it.
        field: whether it is of a field (*ministre de la Mer*), so that a body's name in it is none.
    """
    norms, words = page.tokens.norms, page.words
    elements: set[str] = set()
    told: set[str] = set()
    standing: set[str] = set()
    skip = -1  # one past the name or country that was read last
    for i in places:
        label, first = words.label.get(stem(norms[i])), norms[i].split("-")[0]
        if _tells(page, norms[i]):
            told.add(label or stem(norms[i]))
        if i < skip:
            continue
        known, after = ("", i) if field else _known(page, i)
        seat = _place(page, i)
        code, length = page.nouns.country_at(page.tokens, i, places[-1] + 1)
        if label and after <= i + 1:
            elements.add(label)
        elif known:
            elements.update({"@" + known} - {"@" + bearer})
            skip = after
        elif code:
            elements.update("=" + c for c in code.split())
            skip = i + length
        elif seat:
            elements.add("+" + " ".join(stem(w) for w in norms[i:seat]))
            skip = seat
        elif first in words.standing:
            standing.add(words.standing[first])
        elif _tells(page, norms[i]):
            elements.add(stem(norms[i]))
    return Content(_specific(page, elements), frozenset(told), frozenset(standing))


def _known(page: Page, i: int) -> tuple[str, int]:
    """Id of the body or person whose name begins at token `i`, and one past its last token."""
    found = page.bodies.get(i)
    n = page.owner.get(i)
    if n is not None and i == page.first(n) and (found is None or page.after(n) >= found[1]):
        known = page.bearer(n)
        if known and page.cast.kinds[known] != "place":
            return known, page.after(n)
    return found if found is not None else ("", i)


def _place(page: Page, i: int) -> int:
    """One past the last token of the place named at token `i`; 0 if there is none."""
    n = page.owner.get(i)
    if n is None or i != page.first(n) or page.article.names[n].type != "place":
        return 0
    return page.after(n)


def _tells(page: Page, norm: str) -> bool:
    return (
        norm[0].isalpha()
        and norm not in page.nouns.inside
        and norm not in page.stopwords
        and norm not in page.nouns.determiners
        and norm not in page.words.steps
        and norm not in page.words.years
        and stem(norm) not in page.words.empty
    )


def _specific(page: Page, elements: set[str]) -> frozenset[str]:
    """Elements, unless all are words for any body: *le président du groupe* says of which only to who reads on."""
    return frozenset() if elements <= page.words.generic else frozenset(elements)
