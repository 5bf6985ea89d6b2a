"""What each word can be, for the reader of quotations: tags by form, verbs of speech with their constructions.

Decides: the possible roles of a form (a set of bits), from `language/<code>/quotations.toml`, `speech.tsv` and the verb
forms of `recoupe.language.morphology`. Leaves to others: which role it plays in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from recoupe.language import load
from recoupe.language.media import known_agencies
from recoupe.language.morphology import VerbForm, morphology, verb_of

DET, OF, PREP, SUBJECT, STRONG, INVERTED = 1, 2, 4, 8, 16, 32
WHO, RELATIVE, THAT, WHETHER, SUBORDINATOR, COORDINATOR = 64, 128, 256, 512, 1024, 2048
NEGATION, NEGATOR, CLITIC, REFLEXIVE, ADVERB, TIME = 4096, 8192, 16384, 32768, 65536, 131072
FINITE, PAST, PRESENT, INFINITIVE, AUXILIARY, SPEECH = 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22, 1 << 23
NAME, NUMBER, COMMA, COLON, STOP, OPEN = 1 << 24, 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29
CLOSE, DASH, MARKED, FIRST, QUANTIFIER, DOT = 1 << 30, 1 << 31, 1 << 32, 1 << 33, 1 << 34, 1 << 35
GUESSED = 1 << 36  # may be an infinitive that the tables lack
SMALL = 1 << 38  # marks whose first letter is small, so that they go on with a sentence
PAUSED = 1 << 37  # marks whose last character leaves the sentence open: "Yes," or "Why?"

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
    "―": DASH,
    "—": DASH,
    "-": DASH,
}
_ADVERB_LENGTH = 6  # shorter words with an adverb's ending are something else
_GUESS_LENGTH = 4  # shorter words are not guessed to be verbs


class Entry:
    """One row of the table of verbs of speech.

    Attributes:
        verb: the infinitive, without pronouns and following words.
        act: class of the speech act.
        codes: the constructions, as described at the head of `speech.tsv`.
        reflexive: whether it counts only with a reflexive pronoun.
        particle: a clitic without which the row does not count (`en` of *en appeler à*).
        after: words that follow the verb in a locution (`faire` + `savoir`).
        infinitive_after: words after which an infinitive is the content.
        phrase_after: words after which a noun phrase is the content.
        marked_after: words after which a noun phrase with marks is the content.
        object_then: words after which the content stands once the object is named.
        weak: whether the verb reports only with marks or in an incise.
        silent: whether it never stands with marks alone.
        calls: whether it says what something is called.
        takes_object: whether a noun phrase can be the content.
        takes_marked: whether a noun phrase can be the content if it holds marks.
    """

    def __init__(
        self,
        verb: str,
        act: str,
        codes: Iterable[str],
        *,
        reflexive: bool = False,
        particle: str = "",
        after: tuple[str, ...] = (),
    ) -> None:
        self.verb, self.act, self.codes = verb, act, frozenset(codes)
        self.reflexive, self.particle, self.after = reflexive, particle, after
        self.infinitive_after = self._words("inf:")
        self.phrase_after = self._words("np:")
        self.marked_after = self._words('np":')
        self.object_then = self._words("ob:")
        self.weak = "weak" in self.codes
        self.silent = "noq" in self.codes
        self.calls = bool({"as", 'as"'} & self.codes)
        self.takes_object = "np" in self.codes
        self.takes_marked = self.takes_object or 'np"' in self.codes

    def _words(self, prefix: str) -> frozenset[str]:
        return frozenset(c.removeprefix(prefix) for c in self.codes if c.startswith(prefix))

    def __repr__(self) -> str:
        return f"<Entry {self.verb} {self.act} {' '.join(sorted(self.codes))}>"


class Lexicon:
    """The tables of one language. Get it with `lexicon`."""

    def __init__(self, code: str) -> None:
        language = load(code)
        self.code = code
        self.forms = morphology(code).forms
        table = language.table("quotations")
        verbs = language.table("verbs")
        self._known: dict[str, int] = {}
        self.base = _base(table["words"])
        left_out = table.get("style", {}).get("left_out", "").split()
        rows = tuple(row for row in language.rows("speech") if row[1] not in left_out)
        self.entries = _entries(rows, verbs, self.base)
        self._read_words(table["words"])
        self._read_sources(table)
        self._read_style(table.get("style", {}))
        auxiliaries: str = verbs["verbs"]["auxiliaries"]
        self.plain_verbs = frozenset(auxiliaries.split())
        self.carriers = dict(c.partition(":")[::2] for c in table["carriers"]["verbs"].split())
        self.negated_carriers: dict[str, str] = dict(
            c.partition(":")[::2] for c in table["carriers"].get("negated", "").split()
        )
        people = _first_words(code, "roles")
        self.people = people | {
            word + ending for word in people for ending in table["words"].get("plurals", "").split()
        }
        self.person_nouns = self.titles | self.not_verbs | self.apposed | self.people

    def _read_words(self, words: dict[str, Any]) -> None:
        self.finite_endings = tuple(words["finite_endings"])
        self.infinitive_endings = tuple(words["infinitive_endings"])
        self.adverb_endings = tuple(words["adverb_endings"])
        pairs: list[str] = words["links"].split()
        self.links: dict[str, str] = dict(pair.partition(":")[::2] for pair in pairs)
        capitals: str = words.get("capitals", "")
        self.this = frozenset(words.get("this", "").split())
        self.singular = frozenset(words.get("singular", "").split())
        self.plural = frozenset(words.get("plural", "").split())
        self.capitals: dict[str, str] = dict(pair.partition(":")[::2] for pair in capitals.split())
        self.adverb_phrases = _phrases(words["adverb_phrases"])
        self.explaining = _phrases(words["explaining"])
        self.offices = frozenset(tuple(office.split()) for office in words["offices"])
        self.pronoun_pairs = frozenset(tuple(pair.split()) for pair in words["pronoun_pairs"])
        self.ago = tuple(words["ago"].split())
        self.subject_first: bool = words["subject_first"]
        self.bare_clauses: bool = words["bare_clauses"]
        self.infinitive_particle: str = words["infinitive_particle"]
        self._read_lists(words)

    def _read_lists(self, words: dict[str, Any]) -> None:
        def listed(name: str) -> frozenset[str]:
            return frozenset(words[name].split())

        self.accusative = listed("accusative")
        self.adjectives_before = listed("adjectives_before")
        self.apposed = listed("apposed")
        self.approximators = listed("approximators")
        self.been = listed("been")
        self.being = listed("being")
        self.conjoined = listed("conjoined")
        self.contracted = listed("contracted")
        self.contrast = listed("contrast")
        self.dative = listed("dative")
        self.demonstratives = listed("demonstratives")
        self.fronting = listed("fronting")
        self.gerund = listed("gerund")
        self.gerund_before = listed("gerund_before")
        self.having = listed("having")
        self.impersonal = listed("impersonal")
        self.joining = listed("joining")
        self.latter = listed("latter")
        self.like = listed("like")
        self.not_adverbs = listed("not_adverbs")
        self.not_verbs = listed("not_verbs")
        self.partitive = listed("partitive")
        self.partitive_before_adjective = listed("partitive_before_adjective")
        self.purpose = listed("purpose")
        self.rank_links = listed("rank_links")
        self.takes_up = listed("takes_up")
        self.titles = listed("titles")
        self.whether_asked = listed("whether_asked")
        self.without = listed("without")

    def _read_sources(self, table: dict[str, Any]) -> None:
        media, sources, nouns = table["media"], table["sources"], table["nouns"]
        self.agencies = frozenset(media["names"].split()) | _agencies()
        self.media = frozenset(media["words"].split()) | self.agencies
        self.cited = frozenset(media["cited"].split())
        self.citing = frozenset(media["citing"].split())
        self.by = frozenset(media["by"].split())
        self.venues = frozenset(table["venues"]["words"].split())
        self.to = frozenset(table["addressee"]["prepositions"].split())
        self.sources = _phrases(sources["phrases"])
        self.initial_sources = _phrases(sources["initial"])
        self.anonymous = _phrases(sources["anonymous"])
        self.conveyed = frozenset(sources["conveyed"].split())
        self.not_sources = frozenset(sources["not_sources"].split())
        self.not_for = frozenset(sources["not_for"].split()) | self.not_sources
        self.breakers = _phrases(table["breakers"]["words"])
        self.nouns = {n: act for act, listed in nouns.items() if act != "with_object" for n in listed.split()}
        self.nouns_with_object = frozenset(nouns["with_object"].split())

    def _read_style(self, style: dict[str, Any]) -> None:
        """How far a content reaches in this language; without the table, as narrow as it can be."""
        self.kept = frozenset(style.get("kept", "").split())
        self.objects_inside: bool = style.get("objects_inside", False)
        self.tight_groups: bool = style.get("tight_groups", False)
        self.article_ends: bool = style.get("article_ends", False)
        self.goes_on: bool = style.get("goes_on", False)
        self.homographs = frozenset(style.get("homographs", "").split())
        self.inner_dots: bool = style.get("inner_dots", False)
        self.genitive = frozenset(style.get("genitive", "").split())
        self.owning = frozenset(style.get("owning", "").split())
        self.named_colons: bool = style.get("named_colons", False)
        self.verb_links = frozenset(style.get("verb_links", "").split())
        self.clause_heads = frozenset(style.get("clause_heads", "").split())
        self.bare_nouns: bool = style.get("bare_nouns", False)

    def tag(self, norm: str) -> int:
        """Bits of what a normalised form can be; case is not looked at."""
        known = self._known.get(norm)
        if known is None:
            known = self._known[norm] = self._tag(norm)
        return known

    def _tag(self, norm: str) -> int:  # noqa: C901 - one branch for each kind of form
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
            if (form.lemma in self.being or form.lemma in self.having) and form.tense != "past":
                tag |= AUXILIARY
            if form.lemma in self.entries:
                tag |= SPEECH
        if not tag and len(norm) > _GUESS_LENGTH:
            if norm.endswith(self.finite_endings):
                return FINITE
            if norm.endswith(self.infinitive_endings):
                return GUESSED
            if (
                norm.endswith(self.adverb_endings)
                and norm not in self.not_adverbs
                and len(norm) > _ADVERB_LENGTH
            ):
                return ADVERB
        return tag

    def speech(self, norm: str) -> Iterator[tuple[VerbForm, tuple[Entry, ...]]]:
        """Readings of a form as a verb of speech, with the entries of the verb."""
        for form in self.forms(norm):
            entries = self.entries.get(form.lemma)
            if entries:
                yield form, entries

    def link(self, norm: str) -> str:
        """The word that constructions name for a written one: *d'* is *de*."""
        return self.links.get(norm, norm)


def phrase_at(
    norms: list[str], i: int, phrases: dict[str, tuple[tuple[str, ...], ...]]
) -> tuple[str, ...] | None:
    """The longest of some phrases that begins at `i`; None if none does."""
    for phrase in phrases.get(norms[i], ()):
        if tuple(norms[i : i + len(phrase)]) == phrase:
            return phrase
    return None


def _base(words: dict[str, Any]) -> dict[str, int]:
    base: dict[str, int] = {}
    for name, bit in WORD_LISTS.items():
        for word in words.get(name, "").split():
            base[word] = base.get(word, 0) | bit
    return base


def _entries(
    rows: tuple[tuple[str, ...], ...], verbs: dict[str, Any], base: dict[str, int]
) -> dict[str, tuple[Entry, ...]]:
    """The rows by verb; locutions and rows with a particle first, so that they win over the bare verb."""
    clitics = tuple(verbs.get("clitics", ()))
    found: dict[str, list[Entry]] = {}
    for lemma, act, codes in rows:
        verb = verb_of(lemma, clitics)
        before, _, after = f" {lemma} ".replace("'", "' ").partition(f" {verb} ")
        pronouns = before.split()
        particles = [p for p in pronouns if not base.get(p, 0) & REFLEXIVE]
        entry = Entry(
            verb,
            act,
            codes.split(),
            reflexive=len(particles) < len(pronouns),
            particle=particles[0] if particles else "",
            after=tuple(after.split()),
        )
        found.setdefault(verb, []).append(entry)
    return {
        verb: tuple(sorted(e, key=lambda x: (-len(x.after), not x.particle))) for verb, e in found.items()
    }


def _phrases(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases that begin with it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.replace("'", "' ").split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def _first_words(code: str, name: str) -> frozenset[str]:
    """First words of a table that not every language has; empty without it."""
    try:
        return frozenset(row[0].split()[0].lower() for row in load(code).rows(name))
    except FileNotFoundError:
        return frozenset()


def _agencies() -> frozenset[str]:
    """Lower-case names of press agencies of one word, in any language."""
    return frozenset(agency.name.lower() for agency in known_agencies() if " " not in agency.name)


@cache
def lexicon(code: str) -> Lexicon:
    """The tables of the language with ISO 639-1 code `code`, built once.

    Raises:
        OptionError: if the package has no data for the language.
    """
    return Lexicon(code)
