"""Word lists as the tagger of names sees them: a string of flags for each token.

Flags: `G` given name, `T` title, `R` role noun, `H` head of a body's name, `L` head of a place's name, `D` adjective
of a country, `C` calendar, `V` verb of people, `A` preposition of places, `X` particle inside names, `N` what is
named after people, `Q` no part of a name though it opens a sentence; `P` begins and `p` continues a known place, `O`
begins and `o` continues a known body. The lists are data (`language/*/names.toml`,
`roles.tsv`, `countries.tsv`, `cities.tsv`, `regions.tsv`, `shared/given_names.tsv`, `shared/agencies.tsv`).
"""

from __future__ import annotations

from functools import cache

from recoupe.language import Language
from recoupe.language.media import known_media
from recoupe.language.morphology import morphology
from recoupe.language.people.given import given_names
from recoupe.text.tokens import Tokens

_ACRONYM = 4  # capitals of a name this short or shorter must be capitals in the text too


class Lexicon:
    """Flags of words and phrases of one language.

    Attributes:
        words: flags of single words, by normalised form.
        phrases: names of places and bodies by their first word: the other words, the flag, the exact form if the
            case matters, else an empty string.
        verbs: forms of verbs, which end no name either.
        stopwords: function words, which end no name.
        goes_on_small: whether names have words in lower case after their capitals (*Union européenne*).
        titles: gender of titles (m, f, e), lower-cased, without period.
        offices: functions of one word, which stand before a name as titles do.
        common: normalised tokens, joined by spaces, of what is no name though it may have capitals.
        given: gender (`m`, `f`, `e`) of given names, lower-cased.
    """

    def __init__(self, language: Language) -> None:
        self.words: dict[str, str] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self.given = given_names()
        self.common = frozenset(" ".join(Tokens(w, language.tokens).norms) for w in self._common(language))
        self.stopwords = language.stopwords
        self.verbs = morphology(language.code)
        self.goes_on_small = bool(language.table("names")["goes_on_small"])
        single = [r[0].lower() for r in language.rows("roles") if " " not in r[0] and r[2] != "title"]
        self.titles = {r[0].lower().rstrip("."): r[1] for r in language.rows("roles") if r[2] == "title"}
        self.offices = frozenset(form for word in single for form in (word, word + "s"))
        self._pattern = language.tokens
        self._add_words(language)
        self._add_phrases(language)
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    @staticmethod
    def _common(language: Language) -> list[str]:
        """Functions and other words that are written with a capital and name nobody: *Garde des Sceaux*, *État*."""
        return [r[0] for r in language.rows("roles")] + list(language.table("names")["common"])

    def _flag(self, words: object, flag: str) -> None:
        for word in words if isinstance(words, list | tuple | set | dict) else ():
            key = word.lower().rstrip(".") or word
            held = self.words.get(key, "")
            if flag not in held:
                self.words[key] = "".join(sorted(held + flag))

    def _add_words(self, language: Language) -> None:
        data = language.table("names")
        for key, flag in (
            ("organization_heads", "H"),
            ("place_heads", "L"),
            ("place_prepositions", "A"),
            ("person_verbs", "V"),
            ("particles", "X"),
            ("calendar", "C"),
            ("named_after", "N"),
            ("openers", "Q"),
        ):
            self._flag(data[key], flag)
        self._flag(self.given, "G")
        roles = language.rows("roles")
        self._flag([r[0] for r in roles if r[2] == "title"], "T")
        words = [w for r in roles if r[2] != "title" for w in r[0].split() if len(w) > 2]  # noqa: PLR2004
        self._flag([form for w in words for form in (w, w + "s")], "R")
        for row in language.rows("countries"):
            for pair in row[3].split("|"):
                for form in pair.split("/"):
                    self._flag([form, form if form[-1] in "sx" else form + "s"], "D")

    def _add_phrases(self, language: Language) -> None:
        data = language.table("names")
        for row in language.rows("countries"):
            for name in (
                *row[1].split("|"),
                *row[2].replace("=", "|").split("|"),
                *"|".join(row[4:]).split("|"),
            ):
                self._phrase(name, "P")
        for row in language.rows("regions"):
            for name in row[1].split("|"):
                self._phrase(name, "P")
        for row in language.rows("cities"):
            self._phrase(row[0], "P")
        for name in (*data["seats"], *data["organizations"]):
            self._phrase(name, "O")
        for medium in known_media():
            for name in (medium.name, *medium.exact, *(a.title() for a in medium.aliases if " " in a)):
                self._phrase(name, "O")

    def _phrase(self, name: str, flag: str) -> None:
        if not name or name.islower():
            return
        first, *rest = Tokens(name, self._pattern).norms
        exact = name if len(name) <= _ACRONYM and name.isupper() else ""
        entry = (tuple(rest), flag, exact)
        held = self.phrases.setdefault(first, [])
        if entry not in held:
            held.append(entry)

    def flags(self, tokens: Tokens) -> list[str]:
        """Flags of each token, in the order of the alphabet, phrases last; most often an empty string."""
        norms, forms = tokens.norms, tokens.forms
        words, phrases = self.words, self.phrases
        found = [words.get(norm, "") for norm in norms]
        taken = 0
        for i, norm in enumerate(norms):
            if i < taken or norm not in phrases or forms[i] == norm:
                continue
            for rest, flag, exact in phrases[norm]:
                end = i + 1 + len(rest)
                if tuple(norms[i + 1 : end]) == rest and (not exact or "".join(forms[i:end]) == exact):
                    found[i] += flag
                    for j in range(i + 1, end):
                        found[j] += flag.lower()
                    taken = end
                    break
        return found


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, made once."""
    return Lexicon(language)
