"""Whose a noun phrase is, by its place: *Y, présidente de la Z*, *le président de la Z, Y,*, *Y est médecin*.

Where two names or two nouns could claim each other, nobody gets anything: a false holder is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.compare.descriptions.complements import first_word
from recoupe.compare.descriptions.page import Page
from recoupe.language.people.nouns import Phrase

_BACK = 7  # tokens between a name and what it is
_DEFINITE = ("definite", "demonstrative", "possessive")
_DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Said:
    """Whose a phrase is.

    Attributes:
        name: number of the name.
        outright: whether the phrase says it of the name, and is no mere title before it.
        before: whether the name stands before the phrase.
        pronoun: token of the pronoun that stands for the name beside the phrase; -1 if the name does.
    """

    name: int
    outright: bool
    before: bool = False
    pronoun: int = -1


class Beside:
    """Whose each phrase of an article is, read in order: what was said before decides in lists."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._last, self._end = -1, -1  # the last name that a phrase followed, and that phrase's end
        self._claimed: set[int] = set()  # names that a phrase and comma preceded

    def continues(self, phrase: Phrase) -> bool:
        """Whether a phrase goes on with a list of offices of one person."""
        return self._last >= 0 and _joins(self._page, phrase, self._end)

    def whose(self, phrase: Phrase, end: int, kind: str) -> Said | None:
        """The name that a phrase is said of; None if there is none, or two could be meant."""
        page = self._page
        said = _after(page, phrase, end, kind, self._claimed)
        if said is None and self.continues(phrase) and page.is_kind(self._last, kind):
            said = Said(self._last, outright=True, before=True)
        if said is None:
            said = _before(page, phrase, end, kind, self._claimed)
        if said is not None and said.before:
            self._last, self._end = said.name, end
        elif said is not None and said.outright:
            self._claimed.add(said.name)
        return said


def _joins(page: Page, phrase: Phrase, end: int) -> bool:
    """Whether a phrase goes on with a list of offices that ended before token `end`: *médecin et maire de Y*."""
    between = page.tokens.norms[end : first_word(page, phrase)]
    comma_or_and = (",", *page.nouns.words["and"])
    return (
        0 < len(between) <= 3  # noqa: PLR2004
        and between[0] in comma_or_and
        and phrase.determiner in ("", "indefinite")
        and all(n in comma_or_and or n in page.words.steps or n in page.nouns.determiners for n in between)
    )


def _after(page: Page, phrase: Phrase, end: int, kind: str, claimed: set[int]) -> Said | None:
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
        return Said(n, outright=False) if _is_title(page, phrase, end) else None
    after = page.past_brackets(page.after(n))
    if phrase.determiner == "" or not page.ends_phrase(after):
        return None  # "..., maire de Y, Ada Brune a dit"
    if _of_another(page, phrase):
        return None
    listed = after + 1 < len(forms) and forms[after] == "," and after + 1 in page.owner
    other = _named_before(page, phrase)
    return None if listed or (other is not None and other not in claimed) else Said(n, outright=True)


def _of_another(page: Page, phrase: Phrase) -> bool:
    """Whether the name after a phrase's comma is of somebody told by it: *un proche du président de la Z, Y,*."""
    i = phrase.start - 1
    while i >= 0 and phrase.start - i <= 2 and page.tokens.norms[i] in page.nouns.words["of"]:  # noqa: PLR2004
        i -= 1
    return i >= 0 and page.tokens.norms[i] in page.words.others


def _is_title(page: Page, phrase: Phrase, end: int) -> bool:
    """Whether a name right after a phrase can only be its own.

    It may belong to a noun inside (*le porte-parole du ministre Y*), or be the end of what the office is of (*chief of
    the Orle Y*); a capital noun before a body's name is part of it.
    """
    norms = page.tokens.norms
    ties = page.nouns.words["of"]
    if page.words.noun_last and any(
        page.nouns.determiners.get(norms[i], ("",))[0] == "definite"
        or (norms[i] in ties and norms[i] not in page.words.title_ties)
        for i in range(phrase.head + 1, end)
    ):
        return False
    if phrase.noun.kind == "body" and page.tokens.forms[phrase.head][0].isupper():
        return False
    return not any(_claims(page, phrase, i) for i in range(phrase.head + 1, end))


def _claims(page: Page, phrase: Phrase, i: int) -> bool:
    """Whether a noun inside a phrase may take the name that follows."""
    inner = page.entities.phrases.get(i)
    if inner is None or inner.noun.kind != phrase.noun.kind or inner.noun.group == "person":
        return False
    if page.words.noun_last:
        return i >= phrase.head + len(phrase.noun.lemma.split())
    tied = inner.start < i or page.tokens.norms[i - 1] in page.nouns.words["of"]
    return tied and inner.noun.lemma not in page.words.participles


def _named_before(page: Page, phrase: Phrase) -> int | None:
    """The name that a phrase follows after a comma, so that it may say that one: *X, le maire de Y, Z,*."""
    if phrase.start < 2 or page.tokens.forms[phrase.start - 1] != ",":  # noqa: PLR2004
        return None
    return page.owner.get(page.before_brackets(phrase.start - 2))


def _before(page: Page, phrase: Phrase, end: int, kind: str, claimed: set[int]) -> Said | None:
    """*Y, (le nouveau) président de la Z* or *Y est présidente de la Z*."""
    norms, forms = page.tokens.norms, page.tokens.forms
    sentence = page.sentence(phrase.head)
    begin = min(phrase.start, first_word(page, phrase))
    i, determiner = begin - 1, phrase.determiner
    walked: set[str] = set()
    while i in sentence and begin - i <= _BACK:
        if norms[i] in page.nouns.determiners and not determiner:
            determiner = page.nouns.determiners[norms[i]][0]
        elif norms[i] not in page.words.steps:
            break
        walked.add(norms[i])
        i -= 1
    verb = bool(walked & page.words.being)
    if i - 1 not in sentence and not (verb and i in sentence):
        return None
    comma = forms[i] == "," or forms[i] in _DASHES or forms[i] == "("
    at = page.before_brackets(i - 1 if comma else i)
    n = page.owner.get(at)
    meant = page.antecedent(at) if n is None and verb and not comma else None
    if meant is not None:
        n = meant
    if n is None or not (comma or verb) or not page.is_kind(n, kind):
        return None
    if determiner == "" and phrase.noun.lemma in page.words.participles and (verb or _goes_on(page, phrase)):
        return None
    after = page.past_brackets(end)
    if determiner in _DEFINITE and comma:
        named_after = forms[after : after + 1] == [","] and page.past_titles(after + 1) in page.owner
        if n in claimed or named_after or not _closed(page, after):
            return None  # a list: la maire de Y, X, le président de la Z, W
    return Said(n, outright=True, before=True, pronoun=at if meant is not None else -1)


def _goes_on(page: Page, phrase: Phrase) -> bool:
    """Whether a word that may be a participle has an object: *Y, représentant aussi la Z*."""
    i = phrase.head + 1
    return not page.ends_phrase(i) and page.tokens.norms[i] not in page.nouns.inside


def _closed(page: Page, i: int) -> bool:
    """Whether an apposition may end before token `i`: no verb follows of which the phrase is the subject."""
    if page.ends_phrase(i):
        return True
    return page.tokens.norms[i] in page.nouns.words["and"] or page.tokens.norms[i] in page.words.relative
