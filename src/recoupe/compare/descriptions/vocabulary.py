"""The words of `language/<code>/attributes.toml`, in the form in which descriptions are read with them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from recoupe.language import Language, load
from recoupe.language.people.nouns import stem
from recoupe.language.people.spelling import name_key


class Vocabulary:
    """What words of a language say of somebody in passing.

    Attributes:
        standing: class of a word that makes another office of an office (*ancien*: former), by its `name_key`.
        steps: words that may stand between a name and what it is: verbs, adverbs, adjectives.
        being: those of them that assert it; *nommé* alone may be what somebody did to another.
        noun_last: whether what an office is of stands before it too (*Orle council spokesman*).
    """

    def __init__(self, code: str) -> None:
        language = load(code)
        data = language.table("attributes")
        forms, offices, ages, labels = data["forms"], data["offices"], data["ages"], data["labels"]
        self.noun_last = bool(language.table("coreference")["grammar"]["noun_last"])
        self.standing = {name_key(w): kind for kind, words in data["standing"].items() for w in words}
        self.masculine: dict[str, str] = forms["masculine"]
        self.being = frozenset([*forms["is"], *forms["passive"]])
        self.steps = frozenset([*forms["between"], *forms["is"], *forms["auxiliaries"]])
        self.verbal: tuple[str, ...] = tuple(forms["verbal"])
        self.others = frozenset(forms["others"])
        self.relative = frozenset(language.table("coreference")["relative"]["words"])
        self.title_ties = frozenset(forms["title_ties"])
        self.leads = frozenset(forms["leading"])
        self.participles = frozenset(forms["participles"])
        self.recent = frozenset(data["recent"]["words"])
        self.empty = _stems(forms["empty"]) | _stems(data["recent"]["words"])
        self.alike = frozenset(offices["alike"])
        self.complete = frozenset(offices["complete"])
        self.professions = frozenset(offices["professions"])
        self.trades = frozenset(offices["trades"])
        self.relations = frozenset(offices["relations"])
        self.nothing = frozenset(offices["nothing"])
        self.happened = frozenset(offices["happened"])
        self.vague = frozenset(offices["vague"])
        self.seated = frozenset(offices["seated"])
        self.single = frozenset(offices["single"])
        self.posts = {
            key: n
            for n, row in enumerate(offices["posts"])
            for noun in row
            for key in self._keys(language, noun)
        }
        self.having = frozenset(ages["having"])
        self.moment = frozenset(ages["moment"])
        self.death = frozenset(ages["death"])
        self.years = frozenset(ages["years"])
        self.leading = frozenset(labels["leading"])
        self.adjectives = frozenset(labels["adjectives"])
        self.never = frozenset(labels["never"])
        self.placed = frozenset(labels["placed"])
        self.label = {stem(w): words[0] for words in labels["same"] for w in words}
        self.of_office = frozenset(data["references"]["of_office"])
        self.office_ties = frozenset(data["references"]["ties"])
        self.parties = frozenset(labels["parties"])
        again = language.table("coreference")["bodies"]["again"]
        self.generic = _stems(again)

    def _keys(self, language: Language, noun: str) -> tuple[str, ...]:
        """The keys that an office's noun can have: its own, and that of its class where any of them are one office."""
        groups = {group for word, _, group in language.rows("roles") if word == noun} & self.alike
        return (self.office(noun)[0], *(f"class {group}" for group in sorted(groups)))

    def office(self, lemma: str) -> tuple[str, frozenset[str]]:
        """The key of an office's noun (a man's, its stems joined) and the standing that the noun itself tells.

        *vice-présidente* is *president* with the standing *deputy*.
        """
        words = lemma.lower().replace("-", " ").replace("'", " ").split()
        told: set[str] = set()
        for at in (0, -1):
            while len(words) > 1 and name_key(words[at]) in self.standing:
                told.add(self.standing[name_key(words.pop(at))])
        return " ".join(stem(self._man(w)) for w in words), frozenset(told)

    def _man(self, word: str) -> str:
        for ending, other in self.masculine.items():
            if len(word) > len(ending) + 2 and word.endswith(ending):
                return word[: -len(ending)] + other
        return word


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language, made once."""
    return Vocabulary(code)
