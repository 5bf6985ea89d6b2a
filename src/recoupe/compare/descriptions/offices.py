"""Offices, professions and relations: *Y, présidente de la Z*, *the mayor of Orle, Y,*, *son avocat, Me Y*.

Decides of whom a noun phrase of the lists says what, by its place beside a name, and what it says. Where two names or
two nouns could claim each other, nobody gets anything: a false holder is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recoupe.compare.descriptions.description import Description
from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import Phrase, stem

_BACK = 7  # tokens between a name and what it is
_DEFINITE = ("definite", "demonstrative", "possessive")
_DASHES = frozenset({"-", "–", "—"})
_MODIFIERS = 6  # tokens before a noun that say what the office is of


@dataclass(frozen=True, slots=True)
class _Said:
    """Of name number `name`, outright or as a title."""

    name: int
    outright: bool
    before: bool = False


_BEARERS = {"role": "person", "body": "organization"}  # of whom the nouns of a kind are said


def read_offices(page: Page) -> Iterator[Description]:
    """What the noun phrases of an article say of the people and bodies beside them."""
    beside = _Beside(page)
    outer = 0
    for head, phrase in sorted(page.entities.phrases.items()):
        kind = _BEARERS.get(phrase.noun.kind)
        if kind is None or (head < outer and not beside.continues(phrase)):
            continue
        end = _end(page, phrase)
        if phrase.noun.kind == "role" and not phrase.noun.plural:
            outer = end
        said = beside.whose(phrase, end, kind)
        if said is None:
            yield from _newcomer(page, phrase, end)
            continue
        told = _describe(page, phrase, end, said)
        if told is not None:
            yield told


class _Beside:
    """Whose each phrase of an article is, read in order: what was said before decides in lists."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._last, self._end = -1, -1  # the last name that a phrase followed, and that phrase's end
        self._claimed: set[int] = set()  # names that a phrase and comma preceded

    def continues(self, phrase: Phrase) -> bool:
        """Whether a phrase goes on with a list of offices of one person."""
        return self._last >= 0 and _joins(self._page, phrase, self._end)

    def whose(self, phrase: Phrase, end: int, kind: str) -> _Said | None:
        """The name that a phrase is said of; None if there is none, or two could be meant."""
        page = self._page
        said = _after(page, phrase, end, kind, self._claimed)
        if said is None and self.continues(phrase) and page.is_kind(self._last, kind):
            said = _Said(self._last, outright=True, before=True)
        if said is None:
            said = _before(page, phrase, end, kind, self._claimed)
        if said is not None and said.before:
            self._last, self._end = said.name, end
        elif said is not None and said.outright:
            self._claimed.add(said.name)
        return said


def _end(page: Page, phrase: Phrase) -> int:
    """One past the last token of a phrase, cut where *et* leads to another office."""
    conjunctions = page.nouns.words["and"]
    for i in range(phrase.head + 1, phrase.end - 1):
        if page.tokens.norms[i] in conjunctions:
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


def _joins(page: Page, phrase: Phrase, end: int) -> bool:
    """Whether a phrase goes on with a list of offices that ended before token `end`: *médecin et maire de Y*."""
    between = page.tokens.norms[end : phrase.head]
    comma_or_and = (",", *page.nouns.words["and"])
    return (
        0 < len(between) <= 3  # noqa: PLR2004
        and between[0] in comma_or_and
        and phrase.determiner in ("", "indefinite")
        and all(n in comma_or_and or n in page.words.steps or n in page.nouns.determiners for n in between)
    )


def _after(page: Page, phrase: Phrase, end: int, kind: str, claimed: set[int]) -> _Said | None:
    """*le président de la Z (ABC), Y,* or *le président de la Z Y*."""
    forms = page.tokens.forms
    i = page.past_brackets(end)
    comma = i < len(forms) and forms[i] == ","
    if i != end and not comma:
        return None
    i += comma
    if comma and i < len(forms) and page.tokens.norms[i] in page.nouns.determiners:
        i += page.past_titles(i + 1) > i + 1
    i = page.past_titles(i)
    n = page.owner.get(i)
    if n is None or i != page.first(n) or not page.is_kind(n, kind) or i not in page.sentence(phrase.head):
        return None
    if not comma:
        return None if _contested(page, phrase, end) else _Said(n, outright=False)
    after = page.past_brackets(page.after(n))
    if phrase.determiner == "" or not page.ends_phrase(after):
        return None  # "..., maire de Y, Ada Brune a dit"
    listed = after + 1 < len(forms) and forms[after] == "," and after + 1 in page.owner
    other = _named_before(page, phrase)
    return None if listed or (other is not None and other not in claimed) else _Said(n, outright=True)


def _contested(page: Page, phrase: Phrase, end: int) -> bool:
    """Whether a name right after a phrase may belong to a noun inside it: *le porte-parole du ministre Y*."""
    for i in range(phrase.head + 1, end):
        inner = page.entities.phrases.get(i)
        if (
            inner is not None
            and inner.noun.kind == phrase.noun.kind
            and inner.noun.group != "person"
            and inner.noun.lemma not in page.words.participles
            and (inner.start < i or page.tokens.norms[i - 1] in page.nouns.words["of"])
        ):
            return True
    return False


def _named_before(page: Page, phrase: Phrase) -> int | None:
    """The name that a phrase follows after a comma, so that it may say that one: *X, le maire de Y, Z,*."""
    if phrase.start < 2 or page.tokens.forms[phrase.start - 1] != ",":  # noqa: PLR2004
        return None
    return page.owner.get(page.before_brackets(phrase.start - 2))


def _before(page: Page, phrase: Phrase, end: int, kind: str, claimed: set[int]) -> _Said | None:
    """*Y, (le nouveau) président de la Z* or *Y est présidente de la Z*."""
    norms, forms = page.tokens.norms, page.tokens.forms
    sentence = page.sentence(phrase.head)
    i, verb, stepped = phrase.start - 1, False, 0
    while i in sentence and stepped < _BACK and norms[i] in page.words.steps:
        verb |= norms[i] in page.words.verbs
        i -= 1
        stepped += 1
    if i - 1 not in sentence and not (verb and i in sentence):
        return None
    comma = forms[i] == "," or forms[i] in _DASHES or forms[i] == "("
    at = page.before_brackets(i - 1 if comma else i)
    n = page.owner.get(at)
    if n is None or not (comma or verb) or not page.is_kind(n, kind):
        return None
    if phrase.determiner == "" and verb and not comma and phrase.noun.lemma in page.words.participles:
        return None
    after = page.past_brackets(end)
    if phrase.determiner in _DEFINITE and comma:
        named_after = forms[after : after + 1] == [","] and page.past_titles(after + 1) in page.owner
        if n in claimed or named_after or not _closed(page, after):
            return None  # a list: la maire de Y, X, le président de la Z, W
    return _Said(n, outright=True, before=True)


def _closed(page: Page, i: int) -> bool:
    """Whether an apposition may end before token `i`: no verb follows of which the phrase is the subject."""
    if page.ends_phrase(i):
        return True
    return page.tokens.norms[i] in page.nouns.words["and"] or page.tokens.norms[i] in ("qui", "who")


def _describe(page: Page, phrase: Phrase, end: int, said: _Said) -> Description | None:
    """What a phrase says of the name beside it; None if that is nothing."""
    meaning = _meaning(page, phrase, end, page.bearer(said.name))
    if meaning is None:
        return None
    start = phrase.start if said.before or said.outright else min(phrase.start, _first(page, phrase))
    close = page.past_brackets(end)
    span = page.passage(said.name, start, close if close - end <= 3 else end)  # noqa: PLR2004 - an acronym
    return replace(meaning, span=span, outright=said.outright, quoted=page.is_quoted(span.start))


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
    words, noun = page.words, phrase.noun
    if noun.plural or noun.group in words.nothing or noun.lemma in words.vague:
        return None
    found = page.nouns.at(page.tokens, phrase.head, end)
    content = found[1] if found is not None else phrase.head + 1
    first = _first(page, phrase)
    if not _known_prefix(page, phrase, first):
        return None
    places = [*range(first, phrase.head), *range(content, end)]
    field = noun.lemma.replace("'", " ").split()[-1] in page.nouns.portfolio
    elements, standing = _content(page, places, bearer, field=field)
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
    if not elements and not complete and not of:
        return None
    return Description(
        article=page.number,
        bearer=bearer,
        kind="relation" if related else "office",
        key=key,
        span=page.span(phrase.start, end),
        elements=elements,
        standing=standing | own,
        of=of,
        complete=complete,
        single=noun.group in words.single,
    )


def _is_person(page: Page, element: str) -> bool:
    return element.startswith("@") and page.cast.kinds[element[1:]] == "person"


def _first(page: Page, phrase: Phrase) -> int:
    """First token of what belongs to a noun before it: adjectives, and nouns where the language puts them there."""
    norms, sentence = page.tokens.norms, page.sentence(phrase.head)
    i = phrase.head
    while i - 1 in sentence and phrase.head - i < _MODIFIERS:
        norm = norms[i - 1]
        if not norm[0].isalnum() or norm in page.nouns.determiners:
            break
        known = norm.split("-")[0] in page.words.standing or norm in page.nouns.words["empty"]
        if not known and (
            not page.words.noun_last or norm in page.stopwords or page.nouns.verbs.is_finite(norm)
        ):
            break
        i -= 1
    return i


def _known_prefix(page: Page, phrase: Phrase, first: int) -> bool:
    """Whether no beginning of another noun stands right before: of *ex-Premier ministre* only half is read."""
    if phrase.head == 0:
        return True
    before = page.tokens.norms[phrase.head - 1]
    head, hyphen, rest = before.partition("-")
    return not (hyphen and rest and head in page.words.standing) or first > phrase.head


def _content(
    page: Page, places: list[int], bearer: str, *, field: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """What the words at some tokens say an office is of, and of its standing.

    Args:
        page: the article.
        places: the tokens, ascending.
        bearer: who has the office; named in it, he says nothing of it.
        field: whether it is of a field (*ministre de la Mer*), so that a body's name in it is none.
    """
    words, norms = page.words, page.tokens.norms
    elements: set[str] = set()
    standing: set[str] = set()
    skip = -1
    for i in places:
        if i < skip:
            continue
        known, after = ("", i) if field else _known(page, i)
        label = words.label.get(stem(norms[i])) if after <= i + 1 else None
        code, length = page.nouns.country_at(page.tokens, i, places[-1] + 1)
        first = norms[i].split("-")[0]
        if label:
            elements.add(label)
        elif known:
            elements.update({"@" + known} - {"@" + bearer})
            skip = after
        elif code:
            elements.update("=" + c for c in code.split())
            skip = i + length
        elif first in words.standing:
            standing.add(words.standing[first])
        elif _tells(page, norms[i]):
            elements.add(stem(norms[i]))
    return _specific(page, elements), frozenset(standing)


def _known(page: Page, i: int) -> tuple[str, int]:
    """Id of the body or person whose name begins at token `i`, and one past its last token."""
    found = page.bodies.get(i)
    n = page.owner.get(i)
    if n is not None and i == page.first(n) and (found is None or page.after(n) >= found[1]):
        known = page.bearer(n)
        if known and page.cast.kinds[known] != "place":
            return known, page.after(n)
    return found if found is not None else ("", i)


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
