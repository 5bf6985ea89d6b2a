"""Media that articles name as their source: agencies, organs of states, other outlets.

Decides which words of a text name a medium, and which names are one medium. Known ones come from the tables
`language/shared/agencies.tsv` and `media.tsv`; the outlets of the story itself are known too; an unknown one is
recognised by what its name says (*Agence Lointaine*) or by the noun before it (*le quotidien Lointain*). Whether the
text credits it with anything is `sourcing`'s part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from recoupe.compare.origins.constructions import constructions
from recoupe.language import Language, available, load
from recoupe.language.media import known_media
from recoupe.model.article import Article
from recoupe.model.dossier import OriginKind
from recoupe.text.accents import plain
from recoupe.text.tokens import Tokens


class Medium(NamedTuple):
    """A medium under its canonical name.

    Attributes:
        kind: `agency`, `official`, `medium`, or `outlet` for one of the story's own.
        state: whether it is the organ of a state, a government or a party.
        described: words of its description, where the text gives no name (*l'agence de presse officielle russe*).
        countries: ISO 3166 codes of the countries that it may belong to; empty where that is not known.
        unnamed: whether the text names none (*les agences russes*).
    """

    name: str
    kind: OriginKind
    state: bool = False
    described: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    unnamed: bool = False

    def may_be(self, named: Medium) -> bool:
        """Whether one of those whom an unnamed medium stands for may be `named`, by kind and country.

        >>> agencies = Medium("les agences ardènes", "agency", countries=frozenset({"AX"}), unnamed=True)
        >>> agencies.may_be(Medium("ARD", "agency", countries=frozenset({"AX"})))
        True
        >>> agencies.may_be(Medium("COR", "agency", countries=frozenset({"AY"})))
        False
        """
        if not self.unnamed or not (named.kind == "agency" or (self.state and named.state)):
            return False
        return not self.countries or not named.countries or not self.countries.isdisjoint(named.countries)


class Form(NamedTuple):
    """One way to write a medium's name.

    Attributes:
        keys: plain forms of its tokens.
        written: its tokens as written, where only these count; else None.
        article: the article that the name lacks here (*Monde* for *Le Monde*); empty if none.
    """

    keys: tuple[str, ...]
    written: tuple[str, ...] | None
    article: str
    medium: Medium


class Directory:
    """The media that a text in one language may name.

    Args:
        language: of the text.
        articles: of the story; their outlets are media too.
    """

    def __init__(self, language: Language, articles: Iterable[Article] = ()) -> None:
        self._language = language
        self._forms: dict[str, list[Form]] = {
            key: list(forms) for key, forms in _known(language.code).items()
        }
        self._outlets: dict[str, Medium] = {}
        self._descriptions: dict[Medium, set[str]] = {}
        for name in dict.fromkeys(a.outlet for a in articles if a.outlet):
            medium = self._outlets[plain(name)] = _of_outlet(name)
            for form in _spellings(name, medium, language, exact=" " not in name):
                self._forms.setdefault(form.keys[0], []).insert(0, form)
        for found in self._forms.values():
            found.sort(key=lambda f: -len(f.keys))

    def canonical(self, name: str) -> Medium | None:
        """The medium with this name or alias; None if neither the tables nor the story's outlets have it."""
        return self._outlets.get(plain(name)) or _by_name().get(plain(name))

    def outlet(self, article: Article) -> Medium:
        """The outlet of an article of the story; one of its own, named by the article's id, where it is not known."""
        return self._outlets[plain(article.outlet)] if article.outlet else Medium(article.id, "outlet")

    def describe(self, medium: Medium, words: Iterable[str]) -> None:
        """Note how a text describes a medium that it names: *l'agence de presse nord-coréenne KCNA*."""
        self._descriptions.setdefault(medium, set()).update(words)

    def identify(self, medium: Medium) -> Medium:
        """The named medium that a medium which is only described must be; itself where none or several fit.

        To be asked once all articles have been read.
        """
        if not medium.described:
            return medium
        fits = [
            named
            for named, words in self._descriptions.items()
            if named.kind == medium.kind
            and all(any(_same_word(w, v) for v in words) for w in medium.described)
        ]
        return fits[0] if len(fits) == 1 else medium

    def at(self, tokens: Tokens, index: int) -> tuple[int, Medium] | None:
        """The medium named from token `index` on: one past its last token, and the medium."""
        for form in self._forms.get(plain(tokens.norms[index]), ()):
            end = index + len(form.keys)
            if end > len(tokens) or any(
                plain(tokens.norms[index + n]) != key for n, key in enumerate(form.keys)
            ):
                continue
            if form.written and tuple(tokens.forms[index:end]) != form.written:
                continue
            if form.article and not self._contracted(tokens, index, form.article):
                continue
            return end, form.medium
        return None

    def _contracted(self, tokens: Tokens, index: int, article: str) -> bool:
        """Whether the token before `index` holds the article that the name lacks (*au*, *du* for *le*)."""
        words = self._language.table("sourcing")["contracted"].get(article, ())
        return index > 0 and tokens.norms[index - 1] in words


def _same_word(short: str, word: str) -> bool:
    """Whether two words of descriptions are one, or one is the end of the other: *coréenne*, *nord-coréenne*."""
    return word == short or word.endswith("-" + short)


def _of_outlet(name: str) -> Medium:
    """An outlet of the story: an agency if the tables or its own name say so."""
    known = _by_name().get(plain(name))
    if known:
        return known if known.kind == "agency" else known._replace(name=name, kind="outlet")
    nouns = {noun for code in available() for noun in constructions(code).agency_nouns}
    words = plain(name).split()
    return Medium(name, "agency" if not nouns.isdisjoint((words[0], words[-1])) else "outlet")


@cache
def _by_name() -> dict[str, Medium]:
    """Medium by plain name or alias."""
    table: dict[str, Medium] = {}
    for medium, aliases, exact in _rows():
        for form in (medium.name, *aliases, *exact):
            table.setdefault(plain(form), medium)
    return table


KINDS: dict[str, OriginKind] = {"agency": "agency", "official": "official"}
"""Kinds of the tables that are kinds of origins; any other is a `medium`."""


@cache
def _rows() -> tuple[tuple[Medium, tuple[str, ...], tuple[str, ...]], ...]:
    """Media of both tables with their aliases and their forms believed only as written."""
    found = []
    for row in known_media():
        if row.kind != "photo":
            countries = frozenset({row.country} if row.country else ())
            kind = KINDS.get(row.kind, "medium")
            medium = Medium(row.name, kind, row.kind == "official", countries=countries)
            found.append((medium, row.aliases, (*row.exact, row.name)))
    return tuple(found)


@cache
def _known(code: str) -> dict[str, tuple[Form, ...]]:
    """Forms of the tables by their first token, for texts in one language."""
    language = load(code)
    forms: dict[str, dict[Form, None]] = {}
    for medium, aliases, exact in _rows():
        for alias in aliases:
            for form in _spellings(alias, medium, language, exact=False):
                forms.setdefault(form.keys[0], {})[form] = None
        for name in exact:
            for form in _spellings(name, medium, language, exact=True):
                forms.setdefault(form.keys[0], {})[form] = None
    return {key: tuple(found) for key, found in forms.items()}


def _spellings(name: str, medium: Medium, language: Language, *, exact: bool) -> list[Form]:
    """The name as tokens, and the same without its article."""
    tokens = Tokens(name, language.tokens)
    if not len(tokens):
        return []
    keys = tuple(plain(norm) for norm in tokens.norms)
    found = [_form(keys, tokens.forms, "", medium, exact=exact)]
    contracted = language.table("sourcing")["contracted"]
    if len(keys) > 1 and tokens.norms[0] in contracted:
        found.append(_form(keys[1:], tokens.forms[1:], tokens.norms[0], medium, exact=exact))
    return found


def _form(keys: tuple[str, ...], forms: Sequence[str], article: str, medium: Medium, *, exact: bool) -> Form:
    return Form(keys, tuple(forms) if exact else None, article, medium)
