"""Noun phrases that say what somebody is: *le ministre russe des Ressources naturelles*, *ce groupe*, *un rapport de*.

Decides where such a phrase ends and what it says (noun, class, gender, number, countries, other words); whom it
means is decided by `entities`. The nouns are data (`roles.tsv`, `coreference.toml`, `names.toml`).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from recoupe.language.loader import Language, load
from recoupe.language.morphology import Morphology, morphology
from recoupe.language.people.spelling import name_key
from recoupe.text.tokens import Tokens

Kind = Literal["role", "body", "document"]
Determiner = Literal["definite", "demonstrative", "possessive", "indefinite", ""]

_LONGEST = 16  # tokens that a phrase may take after its noun


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of the noun lists: `gender` is m, f or e; `group` is the class of a role."""

    lemma: str
    kind: Kind
    gender: str
    group: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, as token indexes, with what it says.

    Attributes:
        start: first token, the determiner if there is one.
        head: token of the noun.
        end: one past the last token of the phrase.
        countries: ISO codes of the countries it is about.
        words: other content words, as keys (no accents, no endings).
    """

    start: int
    head: int
    end: int
    noun: Noun
    determiner: Determiner
    countries: frozenset[str]
    words: frozenset[str]

    told: str = ""  # gender that the determiner shows

    @property
    def gender(self) -> str:
        """`m`, `f`, or empty: what the determiner shows, else the noun."""
        return self.told or (self.noun.gender if self.noun.gender in ("m", "f") else "")


def stem(word: str) -> str:
    """A key under which the forms of a noun or adjective meet: no accents, no final e or s.

    >>> stem("étrangères") == stem("étranger"), stem("russe") == stem("russes")
    (True, True)
    """
    key = name_key(word).replace(" ", "")
    for ending in "se":
        if len(key) > 3 and key[-1] == ending:  # noqa: PLR2004
            key = key[:-1]
    return key


class Nouns:
    """The noun lists of a language, and the reading of phrases by them."""

    def __init__(self, language: Language) -> None:
        data = language.table("coreference")
        self.words = data["words"]
        self.determiners: dict[str, tuple[Determiner, str]] = {}
        kinds: tuple[Determiner, ...] = ("indefinite", "possessive", "demonstrative", "definite")
        for kind in kinds:
            for word, form in data["determiners"][kind].items():
                self.determiners[word] = (kind, form)
        self.inside = frozenset(self.words["inside"])
        self.bridges = frozenset(self.words["bridges"])
        self.background = frozenset(stem(w) for w in self.words["background"])
        self.sovereign = frozenset(data["offices"]["sovereign"])
        self.state_words = frozenset(stem(w) for w in data["offices"]["state_words"])
        self.portfolio = frozenset(data["offices"]["portfolio"])
        self.circumstances = frozenset(self.words["circumstances"])
        self.eponyms = frozenset(self.words["eponyms"])
        self.stopwords = language.stopwords
        self.verbs: Morphology = morphology(language.code)
        self.titles: dict[str, str] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
        for lemma, gender, group in language.rows("roles"):
            if group == "title":
                self.titles[lemma.lower().rstrip(".")] = gender
            else:
                self._add(language, lemma, "role", gender, group)
        for lemma in data["documents"]["nouns"]:
            self._add(language, lemma, "document", "", "")
        again = data["bodies"]["again"]
        for lemma in dict.fromkeys([*again, *language.table("names")["organization_heads"]]):
            self._add(language, lemma, "body", "", "again" if lemma in again else "")
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.countries = _countries(language, data["seats"])

    def _add(self, language: Language, lemma: str, kind: Kind, gender: str, group: str) -> None:
        for plural in (False, True):
            text = " ".join(_plural(w, self.inside) for w in lemma.split()) if plural else lemma
            norms = tuple(n for n in Tokens(text, language.tokens).norms if n != ".")
            noun = Noun(lemma, kind, gender, group, plural)
            initials = tuple(_bare(n[:1]) + n[1:] for n in norms)  # capitals often lack their accents
            for key in dict.fromkeys((norms, initials, tuple(map(_bare, norms)))):
                if (key, kind) not in {(k, n.kind) for k, n in self._by_first.get(key[0], [])}:
                    self._by_first.setdefault(key[0], []).append((key, noun))

    def at(self, tokens: Tokens, i: int, end: int) -> tuple[Noun, int] | None:
        """The longest noun of the lists that starts at token `i`, and one past its last token."""
        norms = tokens.norms
        for key, noun in self._by_first.get(norms[i], ()):
            stop = i + len(key)
            if stop <= end and (len(key) == 1 or tuple(norms[i:stop]) == key):
                return noun, stop
        return None

    def phrase(
        self, tokens: Tokens, i: int, end: int, names: Mapping[int, tuple[int, bool]]
    ) -> Phrase | None:
        """The phrase whose noun starts at token `i`, not going past `end` nor into a name in apposition.

        Args:
            tokens: tokens of the text.
            i: the noun.
            end: one past the last token to be read.
            names: for tokens of names, the number of the name and whether it is a person's.
        """
        found = self.at(tokens, i, end)
        if found is None or i in names:
            return None
        noun, after = found
        start, determiner = i, ""
        kind: Determiner = ""
        first = i
        while first > 0 and tokens.norms[first - 1] in self.words["empty"] and i - first < 2:  # noqa: PLR2004
            first -= 1
        if first > 0 and tokens.norms[first - 1] in self.determiners:
            kind, determiner = self.determiners[tokens.norms[first - 1]]
            start = first - 1
        elif first < i:
            start = first
        stop = self._extent(tokens, after, min(end, after + _LONGEST), names, body=noun.kind == "body")
        countries, words = self._content(tokens, after, stop)
        if determiner[1:] == "p" and not noun.plural:
            noun = replace(noun, plural=True)
        if noun.group in self.sovereign and words - self.state_words:
            noun = replace(noun, group="chair")  # the president of a club is no head of state
        told = determiner[:1] if determiner[:1] in ("m", "f") else ""
        return Phrase(start, i, stop, noun, kind, countries, words, told)

    def _extent(
        self, tokens: Tokens, after: int, end: int, names: Mapping[int, tuple[int, bool]], *, body: bool
    ) -> int:
        """One past the last token of the complements that follow a noun.

        A person's name that no preposition ties to the noun ends them, and after a noun for a body any name.
        """
        stop = i = after
        inner, last = False, -1
        while i < end:
            form, norm = tokens.forms[i], tokens.norms[i]
            if not (form[0].isalnum() or form == "-"):
                break
            number, person = names.get(i, (-1, False))
            if number >= 0 and number != last and (person or body) and not inner:
                break  # a name in apposition: le ministre Abo, la compagnie Abo
            if norm in self.circumstances:
                break  # le chef de l'État en déplacement à Abo
            tied, inner = inner, norm in self.inside
            last = number
            if norm in self.inside:
                i += 1
                continue
            if norm in self.stopwords or norm in self.titles or (self._is_verb(norm) and not tied):
                break
            i += 1
            stop = i
        return stop

    def _is_verb(self, norm: str) -> bool:
        return norm not in self.countries and self.verbs.is_finite(norm)

    def _content(self, tokens: Tokens, after: int, stop: int) -> tuple[frozenset[str], frozenset[str]]:
        countries: set[str] = set()
        words: set[str] = set()
        i = after
        while i < stop:
            code, length = self.country_at(tokens, i, stop)
            if code:
                countries |= set(code.split())
                i += length
                continue
            norm = tokens.norms[i]
            if norm not in self.inside and norm not in self.stopwords and norm[0].isalnum():
                words.add(stem(norm))
            i += 1
        return frozenset(countries), frozenset(words)

    def country_at(self, tokens: Tokens, i: int, end: int) -> tuple[str, int]:
        """Code(s) of the country that the tokens from `i` name (*russe*, *Corée du Nord*), and how many tokens."""
        for length in (5, 4, 3, 2, 1):
            if i + length <= end:
                code = self.countries.get(" ".join(tokens.norms[i : i + length]))
                if code:
                    return code, length
        return "", 0


def _bare(norm: str) -> str:
    """A token without accents, its apostrophe kept."""
    return name_key(norm) + ("'" if norm.endswith("'") else "") if not norm.isascii() else norm


def _plural(word: str, inside: Container[str]) -> str:
    """The plural of a noun or adjective by its ending (both languages' regular rule; small words stay)."""
    if word in inside or word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return word[:-1] + "ux"
    return word + ("x" if word.endswith("eau") else "s")


def _countries(language: Language, seats: dict[str, str]) -> dict[str, str]:
    """Country codes by the names, adjectives and seats of power of countries, as normalised tokens joined by spaces."""
    found: dict[str, str] = {}

    def add(words: str, code: str) -> None:
        key = " ".join(Tokens(words, language.tokens).norms)
        if key and code not in found.get(key, "").split():
            found[key] = f"{found[key]} {code}" if key in found else code

    for code, names, _, adjectives, *parts in language.rows("countries"):
        for name in "|".join([names, *parts]).split("|"):
            add(name, code)
        for pair in adjectives.split("|"):
            for form in pair.split("/"):
                add(form, code)
                add(form if form[-1] in "sx" else form + "s", code)
    for seat, code in seats.items():
        add(seat, code)
    return found


@cache
def nouns(code: str) -> Nouns:
    """The noun lists of a language, made once."""
    return Nouns(load(code))
