"""What each word can be, for the reader of quotations: tags by normalised form, verbs of speech with their constructions.

Decides: the possible roles of a form (a set of bits), from `language/<code>/quotations.toml`, `speech.tsv` and the verb
forms of `recoupe.language.morphology`. Leaves to others: which role it plays in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from recoupe.language import load
from recoupe.language.loader import shared_rows
from recoupe.language.morphology import VerbForm, morphology, verb_of

DET, OF, PREP, SUBJECT, STRONG, INVERTED = 1, 2, 4, 8, 16, 32
WHO, RELATIVE, THAT, WHETHER, SUBORDINATOR, COORDINATOR = 64, 128, 256, 512, 1024, 2048
NEGATION, NEGATOR, CLITIC, REFLEXIVE, ADVERB, TIME = 4096, 8192, 16384, 32768, 65536, 131072
FINITE, PAST, PRESENT, INFINITIVE, AUXILIARY, SPEECH = 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22, 1 << 23
NAME, NUMBER, COMMA, COLON, STOP, OPEN = 1 << 24, 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29
CLOSE, DASH, MARKED, FIRST, QUANTIFIER, DOT = 1 << 30, 1 << 31, 1 << 32, 1 << 33, 1 << 34, 1 << 35
GUESSED = 1 << 36  # may be an infinitive that the tables lack

WORD_LISTS = {
    "determiners": DET,
    "of": OF,
    "prepositions": PREP,
    "subjects": SUBJECT,
    "strong": STRONG,
    "inverted": INVERTED,
    "who": WHO,
    "relatives": RELATIVE,
    "that": THAT,
    "whether": WHETHER,
    "subordinators": SUBORDINATOR,
    "coordinators": COORDINATOR,
    "negations": NEGATION,
    "negators": NEGATOR,
    "clitics": CLITIC,
    "reflexives": REFLEXIVE,
    "adverbs": ADVERB,
    "times": TIME,
    "first_person": FIRST,
    "quantifiers": QUANTIFIER,
}
PUNCTUATION = {
    ",": COMMA,
    ":": COLON,
    ";": STOP,
    ".": STOP | DOT,
    "?": STOP,
    "!": STOP,
    "…": STOP,
    "(": OPEN,
    "[": OPEN,
    ")": CLOSE,
    "]": CLOSE,
    "–": DASH,
    "—": DASH,
    "-": DASH,
}


@dataclass(frozen=True)
class Entry:
    """One row of the table of verbs of speech.

    Attributes:
        verb: the infinitive, without pronouns and following words.
        act: class of the speech act.
        constructions: codes described at the head of `speech.tsv`.
        reflexive: whether it counts only with a reflexive pronoun.
        particle: a clitic without which the row does not count (`en` of *en appeler à*).
        after: words that follow the verb in a locution (`faire` + `savoir`).
    """

    verb: str
    act: str
    constructions: frozenset[str]
    reflexive: bool = False
    particle: str = ""
    after: tuple[str, ...] = ()

    @property
    def weak(self) -> bool:
        """Whether the verb reports only with marks or in an incise."""
        return "weak" in self.constructions

    def __hash__(self) -> int:
        return hash((self.verb, self.act, self.reflexive, self.particle, self.after))


@dataclass
class Lexicon:
    """The tables of one language. Get it with `lexicon`."""

    code: str
    table: dict[str, Any]
    base: dict[str, int]
    entries: dict[str, tuple[Entry, ...]]
    carriers: dict[str, str]
    known: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.forms = morphology(self.code).forms
        words = self.table["words"]
        self.endings = tuple(words["adverb_endings"])
        self.finite_endings = tuple(words["finite_endings"])
        self.infinitive_endings = tuple(words["infinitive_endings"])
        self.not_adverbs = frozenset(words["not_adverbs"].split())
        self.adjectives_before = frozenset(words["adjectives_before"].split())
        self.titles = frozenset(words["titles"].split())
        self.latter = frozenset(words["latter"].split())
        self.contracted = frozenset(words["contracted"].split())
        self.ago = tuple(words["ago"].split())
        self.plain_verbs = frozenset(language_verbs(self.code))
        self.accusative = frozenset(words["accusative"].split())
        self.pronoun_pairs = frozenset(tuple(pair.split()) for pair in words["pronoun_pairs"])
        self.not_verbs = frozenset(words["not_verbs"].split())
        self.apposed = frozenset(words["apposed"].split())
        self.approximators = frozenset(words["approximators"].split())
        self.impersonal = frozenset(words["impersonal"].split())
        self.adverb_phrases = _phrases(words["adverb_phrases"])
        self.gerund = frozenset(words["gerund"].split())
        self.takes_up = frozenset(words["takes_up"].split())
        self.dative = frozenset(words["dative"].split())
        self.media = frozenset(self.table["media"]["words"].split()) | frozenset(
            self.table["media"]["names"].split()
        )
        self.agencies = frozenset(self.table["media"]["names"].split()) | _agency_words()
        self.cited = frozenset(self.table["media"]["cited"].split())
        self.citing = frozenset(self.table["media"]["citing"].split())
        self.by = frozenset(self.table["media"]["by"].split())
        self.venues = frozenset(self.table["venues"]["words"].split())
        self.to = frozenset(self.table["addressee"]["prepositions"].split())
        sources = self.table["sources"]
        self.sources = _phrases(sources["phrases"])
        self.initial_sources = _phrases(sources["initial"])
        self.anonymous = _phrases(sources["anonymous"])
        self.not_sources = frozenset(sources["not_sources"].split())
        self.people = _roles(self.code)
        self.not_for = frozenset(sources["not_for"].split()) | self.not_sources
        self.breakers = _phrases(
            p.replace("'", "' ").replace("  ", " ") for p in self.table["breakers"]["words"]
        )
        nouns: dict[str, str] = self.table["nouns"]
        self.nouns = {
            noun: act for act, listed in nouns.items() if act != "with_object" for noun in listed.split()
        }
        self.nouns_with_object = frozenset(nouns["with_object"].split())

    def tag(self, norm: str) -> int:
        """Bits of what a normalised form can be; case is not looked at."""
        known = self.known.get(norm)
        if known is None:
            known = self.known[norm] = self._tag(norm)
        return known

    def _tag(self, norm: str) -> int:
        tag = self.base.get(norm, 0) | PUNCTUATION.get(norm, 0)
        if norm[:1].isdigit():
            return tag | NUMBER
        for form in self.forms(norm):
            if form.person:
                tag |= FINITE
            elif form.mood == "infinitive":
                tag |= INFINITIVE
            else:
                tag |= PAST if form.tense == "past" else PRESENT
            if form.lemma in ("être", "avoir", "be", "have") and form.tense != "past":
                tag |= AUXILIARY
            if form.lemma in self.entries:
                tag |= SPEECH
        if not tag and len(norm) > 4 and not norm[0].isupper():  # noqa: PLR2004
            if norm.endswith(self.finite_endings):
                tag |= FINITE
            elif norm.endswith(self.infinitive_endings):
                return GUESSED
        if not tag and norm.endswith(self.endings) and norm not in self.not_adverbs and len(norm) > 6:  # noqa: PLR2004
            tag |= ADVERB
        return tag

    def speech(self, norm: str) -> Iterable[tuple[VerbForm, tuple[Entry, ...]]]:
        """Readings of a form as a verb of speech, with the entries of the verb."""
        for form in self.forms(norm):
            entries = self.entries.get(form.lemma)
            if entries:
                yield form, entries


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases that begin with it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def language_verbs(code: str) -> list[str]:
    """Auxiliaries and other verbs that carry no report of their own, even behind marks."""
    listed: str = load(code).table("verbs")["verbs"]["auxiliaries"]
    return listed.split()


def _roles(code: str) -> frozenset[str]:
    """First words of the roles that people hold, where the language has a table of them."""
    try:
        return frozenset(row[0].split()[0].lower() for row in load(code).rows("roles"))
    except FileNotFoundError:
        return frozenset()


def _agency_words() -> frozenset[str]:
    """Lower-case names of press agencies of one word, in any language."""
    try:
        rows = shared_rows("agencies")
    except FileNotFoundError:
        return frozenset()
    return frozenset(cell.lower() for row in rows for cell in row[:1] if " " not in cell)


def _particle(entry: str) -> str:
    """The clitic that stands before the verb in an entry and is no reflexive pronoun."""
    return "en" if entry.startswith(("en ", "s'en ")) else ""


@cache
def lexicon(code: str) -> Lexicon:
    """The tables of the language with ISO 639-1 code `code`, built once.

    Raises:
        OptionError: if the package has no data for the language.
    """
    language = load(code)
    table = language.table("quotations")
    base: dict[str, int] = {}
    for name, bit in WORD_LISTS.items():
        for word in table["words"].get(name, "").split():
            base[word] = base.get(word, 0) | bit
    clitics = tuple(language.table("verbs").get("clitics", ()))
    entries: dict[str, list[Entry]] = {}
    for row in language.rows("speech"):
        verb = verb_of(row[0], clitics)
        rest = row[0].split(f"{verb} ", 1)[1].split() if f"{verb} " in row[0] else []
        entry = Entry(
            verb,
            row[1],
            frozenset(row[2].split()),
            row[0].startswith(("se ", "s'")),
            _particle(row[0]),
            tuple(rest),
        )
        entries.setdefault(verb, []).append(entry)
    # locutions first, so that they win over the bare verb
    ordered = {v: tuple(sorted(e, key=lambda x: (-len(x.after), not x.particle))) for v, e in entries.items()}
    return Lexicon(
        code, table, base, ordered, dict(c.partition(":")[::2] for c in table["carriers"]["verbs"].split())
    )
