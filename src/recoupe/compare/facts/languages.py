"""The bridge between languages: what words of two languages stand for in a story that is told in both.

Decides which words of different languages are one concept: classes of `synonyms.tsv`, which have the same names in
every language; words of general news (`bridge.tsv`, the same names again); cognates (*séismologue*, *seismologist*)
that no language lists as false friends; and places with their adjectives, written otherwise in each language
(*Belgravie*, *Belgravia*, *belgravien*). Nouns that are counted meet in the same way. Names of people, dates and
numbers need no bridge. A word that only looks like a word of another language is kept apart.

A story in one language does not come here. What only a model can see is the part of `recoupe.compare.meanings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from recoupe.compare.facts.grammar import Grammar
from recoupe.compare.facts.lexicon import Lexicon
from recoupe.compare.facts.values import people_nouns
from recoupe.language import available, load
from recoupe.model.article import Article
from recoupe.model.dossier import Person
from recoupe.model.findings import Quantity
from recoupe.text.accents import plain

NO_COGNATE = "-"
"""Name under which `bridge.tsv` lists words that look like words of another language and mean something else."""
COGNATE = 6
"""Letters of the stem that cognates have in common at least: shorter ones are often chance."""
PLACE = 5
"""Letters of the stem of a place whose name two languages end in two ways, at least."""
SPELLINGS = (("qu", "c"), ("k", "c"), ("ph", "f"), ("th", "t"), ("y", "i"), ("gu", "g"), ("x", "ct"))
"""Spellings of the Greek and Latin stock that languages of Europe write in different ways."""
ENDINGS = re.compile(
    r"(?:isations?|izations?|ogists?|ogues?|ogies?|ogy|iques?|ically|ical|ics?|isme?s?|istes?|ists?|aires?|ary|"
    r"eurs?|ors?|ements?|ments?|ites?|ity|ances?|ences?|ancy|ency|ives?|ifs?|ous|eux|euses?|els?|ales?|als?|ables?|"
    r"ibles?|ates?|er|ir|re|es?|s)$"
)
"""Endings that cognates have in one language or the other (without accents)."""
OF_PLACES = re.compile(r"(?:iennes?|iens?|ians?|aises?|ais|oises?|ois|eses?|anes?|ans?|aines?|ains?)$")
"""Endings of adjectives of places and of those who live there."""
PLACE_ENDINGS = re.compile(r"(?:ia|ie|ya|y|a|e|o|s)$")
"""Endings that names of places have in one language and not in another."""


@cache
def shared_grammar(code: str) -> Grammar:
    """The grammar of a language, with words read as concepts of all languages."""
    known = Grammar(code)
    known.lexicon = shared_lexicon(code)
    return known


@cache
def shared_lexicon(code: str) -> SharedLexicon:
    """The lexicon of a language whose concepts are those of all languages, made once."""
    return SharedLexicon(code)


class SharedLexicon(Lexicon):
    """Concepts and weights of the words of one language in a story that is told in several."""

    def __init__(self, code: str) -> None:
        self.code = code
        language = load(code)
        self._bridge: dict[str, str] = {}
        self._false: set[str] = set()
        events = set()
        for name, kind, words in language.rows("bridge"):
            if name == NO_COGNATE:
                self._false.update(words.split())
                continue
            self._bridge.update(dict.fromkeys(words.split(), "=" + name))
            if kind == "event":
                events.add("=" + name)
        self._listed = frozenset(w for _, _, words in language.rows("synonyms") for w in words.split())
        self._shared: dict[str, str] = {}
        super().__init__(language)
        self._events |= events

    def concept(self, word: str) -> str:
        """Concept of a word: one that all languages share, else one of this language alone (`family·code`)."""
        known = self._shared.get(word)
        if known is None:
            known = self._shared[word] = self._find(word)
        return known

    def _find(self, word: str) -> str:
        lemma = self._language.lemma(word)
        bridged = self._bridge.get(word) or self._bridge.get(lemma)
        if bridged:
            return bridged
        own = super().concept(word)
        listed = word in self._listed or lemma in self._listed
        if own.startswith("~") or (own.startswith("=") and listed):  # too general a word, or one of a class
            return own
        own = self._family(plain(lemma))
        if word in self._false or lemma in self._false:
            return f"{own}·{self.code}"
        stem = cognate(lemma)
        return "≈" + stem if len(stem) >= COGNATE else f"{own}·{self.code}"

    def weight(self, concept: str) -> float:
        """How much a concept tells: the least of what any language says, since tables of some are small."""
        return min(Lexicon.weight(shared_lexicon(code), concept) for code in available())


def cognate(word: str) -> str:
    """What a word has in common with its cognates in other languages; short if that is little.

    >>> cognate("hydrologue"), cognate("hydrologist"), cognate("catastrophique"), cognate("catastrophic")
    ('hidrol', 'hidrol', 'catastrof', 'catastrof')
    """
    stem = ENDINGS.sub("", plain(word))
    for one, other in SPELLINGS:
        stem = stem.replace(one, other)
    return re.sub(r"(.)\1", r"\1", stem)


def several_languages(articles: Iterable[Article]) -> bool:
    """Whether a story is told in more than one language."""
    return len({a.language for a in articles}) > 1


def counted_in_common(article: Article) -> tuple[Quantity, ...]:
    """The quantities of an article with what they count named as in all languages; people stay what they are called."""
    known = shared_lexicon(article.language)
    return tuple(
        q
        if q.of is None or q.of.lemma in people_nouns()
        else msgspec.structs.replace(
            q, of=msgspec.structs.replace(q.of, lemma=known.concept(q.of.lemma).lstrip("="))
        )
        for q in article.quantities
    )


class PlacesInCommon:
    """Places that languages write with other endings (*Belgravie*, *Belgravia*), and the adjectives made of them.

    Places that the tables of countries and cities know were brought together before
    (`recoupe.compare.people`); these are the others, known by the story alone.

    Args:
        people: who and what is named in the story.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._places: dict[str, str] = {}
        self._same: dict[str, str] = {}
        for person in people:
            if person.type == "place" and _single(person.name):
                self._places.setdefault(_stem_of_place(person.name), person.id)
        self._places.pop("", None)
        for person in people:
            if person.type == "person" or not _single(person.name):
                continue
            place = self.place(person.name) or self._places.get(_stem_of_place(person.name))
            if place:
                self._same[person.id] = place

    def named(self, id_: str) -> str:
        """The id that stands for an entity and for what other languages call it."""
        return self._same.get(id_, id_)

    def place(self, word: str) -> str | None:
        """Id of the place that a word is the adjective of."""
        stem = OF_PLACES.sub("", plain(word))
        return self._places.get(stem) if stem != plain(word) else None

    def words(self, words: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
        """Concepts of words: those known, and the adjectives of places among `words` (as normalised)."""
        found = dict(known)
        for word in sorted(set(words)):
            place = self.place(word) if len(word) > PLACE else None
            if place is None and word in known and known[word] == "@" + word:
                place = self._places.get(_stem_of_place(word))
            if place:
                found[word] = "@" + place
        return found


def _single(name: str) -> bool:
    return name.isalpha()


def _stem_of_place(name: str) -> str:
    """A place's name without what only one language ends it in; empty if little is left."""
    stem = PLACE_ENDINGS.sub("", plain(name))
    return stem if len(stem) >= PLACE else ""
