"""The words of quantities of one language, compiled from `language/<code>/quantities.toml` for quick look-up.

Words are looked up in lower case, accents off, so that *zero* and *degrès* are found. Currency names in full
(*couronne suédoise*, *Swedish kronor*) come from CLDR through babel; bare names (*livre*, *dollar*) from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from babel import Locale

from recoupe.language import Language, load
from recoupe.language.morphology import morphology
from recoupe.text.accents import plain

T = TypeVar("T")

_SIGN = 4  # letters of the sign or code of a currency
_ACRONYM = 5  # letters; a longer word in capitals is a word


class Unit(NamedTuple):
    """What a unit word means: the kind of quantity, the symbol, and the factor that turns the number into it."""

    kind: str
    symbol: str
    factor: float


class Phrases(Generic[T]):
    """A dictionary of word sequences, matched forwards from a token or backwards before one, longest first.

    The length of the longest phrase bounds the work at each place.
    """

    def __init__(self, entries: Mapping[str, T] | Iterable[tuple[str, T]], pattern: re.Pattern[str]) -> None:
        items = entries.items() if isinstance(entries, Mapping) else entries
        self._table: dict[tuple[str, ...], T] = {}
        for phrase, value in items:
            # an elided word is a token of its own only before a word
            whole = phrase + "a" if phrase.endswith("'") else phrase
            words = tuple(plain(m.group()) for m in pattern.finditer(whole))
            words = words[:-1] if whole != phrase else words
            if words:
                self._table.setdefault(words, value)
        self._longest = max(map(len, self._table), default=0)
        self._first = frozenset(words[0] for words in self._table)
        self._last = frozenset(words[-1] for words in self._table)

    def __bool__(self) -> bool:
        return bool(self._table)

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The longest phrase that starts at word `i`: index after it and its value."""
        if i >= len(words) or words[i] not in self._first:
            return None
        for n in range(min(self._longest, len(words) - i), 0, -1):
            value = self._table.get(tuple(words[i : i + n]))
            if value is not None:
                return i + n, value
        return None

    def before(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The longest phrase that ends just before word `i`: its first index and its value."""
        if i <= 0 or words[i - 1] not in self._last:
            return None
        for n in range(min(self._longest, i), 0, -1):
            value = self._table.get(tuple(words[i - n : i]))
            if value is not None:
                return i - n, value
        return None


class Lexicon:
    """The vocabulary of one language. Get it with `lexicon`.

    Attributes:
        words: cardinals under 100 by word.
        starts: words at which a quantity may start, a number in digits apart.
        number: how a number in digits is written.
    """

    def __init__(self, language: Language) -> None:
        table = language.table("quantities")
        self.language = language
        self.verbs = morphology(language.code)
        pattern = language.tokens
        self.words: dict[str, int] = {plain(k): v for k, v in table["words"].items()}
        syntax = table["syntax"]
        self.hundreds = _folded(syntax["hundreds"])
        self.connectors = _folded(syntax["connectors"])
        self.after_connector = frozenset(syntax["after_connector"])
        self.vigesimal = frozenset(syntax["vigesimal"])
        self.teens_after = frozenset(syntax["teens_after"])
        self.articles = _folded(syntax["articles"])
        self.not_one = _folded(syntax["not_one"])
        self.alone = _folded(syntax["alone"])
        self.half = _folded(syntax["half"])
        self.point = _folded(syntax["point"])
        self.everyone = _folded(syntax["everyone"])
        self.few = _folded(syntax["few"])
        self.minus = _folded(syntax["minus"])
        self.minus_after = _folded(syntax["minus_after"])
        self.below_zero = Phrases([(p, True) for p in syntax["below_zero"]], pattern)
        self.range_words = _folded(syntax["range_words"])
        self.between = _folded(syntax["between"])
        self.both = _folded(syntax["and"])
        self.either = _folded(syntax["or"])
        self.origin = _folded(syntax["from"])
        self.scale_nouns: bool = syntax["scale_nouns"]
        self.change = frozenset(syntax["change"])
        self.gap = _folded(syntax["between_number_and_noun"])
        self._read_numbers(table)
        self._read_patterns(table, pattern)

    def _read_numbers(self, table: dict[str, Any]) -> None:
        """Scales, collectives, fractions, ordinals."""
        scales = dict(table["scales"])
        self.bare_scales = _folded(scales.pop("bare"))
        self.scales: dict[str, float] = {plain(k): float(v) for k, v in scales.items()}
        self.suffixes: dict[str, float] = {k: float(v) for k, v in table["suffixes"].items()}
        collectives = dict(table["collectives"])
        self.exact = _folded(collectives.pop("exact"))
        self.collectives: dict[str, float] = {
            plain(w): float(v) for k, v in collectives.items() for w in (k, k + "s")
        }
        self.orders: dict[str, float] = {plain(k): float(v) for k, v in table["orders"].items()}
        fractions = dict(table["fractions"])
        self.over = _folded(fractions.pop("over"))
        self.lone_fractions = _folded(fractions.pop("alone"))
        self.fraction_determiners = _folded(fractions.pop("determiners"))
        self.denominators: dict[str, float] = {plain(k): float(v) for k, v in fractions.items()}
        self.ordinals, self.digit_ordinals = _ordinals(table["ordinals"])
        self.ordinal_needs_noun: bool = table["ordinals"]["needs_noun"]
        self.ordinal_not_before = _folded(table["ordinals"]["not_before"])
        self.ordinal_not_after = _folded(table["ordinals"]["not_after"])

    def _read_patterns(self, table: dict[str, Any], pattern: re.Pattern[str]) -> None:
        """What stands around numbers: bounds, units, nouns, names."""
        self.bounds = Phrases(
            [(phrase, sense) for sense, phrases in table["bounds"].items() for phrase in phrases], pattern
        )
        self.bounds_after = Phrases(
            [(phrase, sense) for sense, phrases in table["bounds_after"].items() for phrase in phrases],
            pattern,
        )
        percent = Unit("percent", "%", 1.0)
        self.subunits = _folded(table["subunits"]["words"])
        self.percent_before = Phrases([(p, percent) for p in table["percent"]["before"]], pattern)
        self.units = Phrases(_units(table, self.language.code, percent), pattern)
        self.currency_before = Phrases(
            [
                (k, v)
                for k, v in table["currencies"].items()
                if len(k) <= _SIGN and plain(k) != "euro" and plain(k) not in ("won", "yen")
            ],
            pattern,
        )
        self.counted = Counting(table["counted"], pattern)
        self.ages = Ages(table["ages"], pattern)
        self.time_units = _folded(table["times"]["units"])
        self.day_after = _folded(table["times"]["day_after"])
        self.clock = _folded(table["times"]["clock"])
        names = table["identifiers"]
        self.naming = _folded(names["before"])
        self.streets = _folded(names["streets"])
        self.proper = _folded(names["proper"])
        self.lemmas: dict[str, str] = dict(table["lemmas"])
        self.number = _number_pattern(table["digits"]["decimal"], table["digits"]["group"])
        self.decimal: str = table["digits"]["decimal"]
        self.group: str = table["digits"]["group"]
        self.numerals = frozenset({*self.words, *self.hundreds, *self.scales})
        self.starts = frozenset(
            {*self.numerals, *self.orders, *self.denominators, *self.ordinals, *self.articles}
        )

    def lemma(self, word: str) -> str:
        """Singular dictionary form of a counted noun; an acronym or name in capitals stays as it is."""
        if 1 < len(word) <= _ACRONYM and word.isupper():
            return word
        low = word.lower().replace("’", "'")
        return self.lemmas.get(low) or self.language.lemma(low)

    def noun_lemma(self, word: str) -> str:
        """As `lemma` for a word known to be a noun: a lemmatiser that takes it for a verb is overruled.

        >>> lexicon("fr").noun_lemma("visites"), lexicon("fr").noun_lemma("chevaux")
        ('visite', 'cheval')
        """
        lemma = self.lemma(word)
        low = word.lower()
        if word[0].isupper() and lemma == low and low.endswith("s"):  # names of peoples
            cased = self.language.lemma(word)
            if cased != low or low.endswith(self.counted.invariant_names):
                return cased
            return low[:-1]
        endings = self.counted.verb_endings
        if not endings or not lemma.endswith(endings) or low in (lemma, lemma + "s", lemma + "x"):
            return lemma
        return low[:-1] if low.endswith(self.counted.plural_endings) else low


class Counting:
    """What tells the counted noun from the words about it."""

    def __init__(self, table: dict[str, Any], pattern: re.Pattern[str]) -> None:
        self.plural_endings = tuple(table["plural_endings"])
        self.not_plural_endings = tuple(table["not_plural_endings"])
        self.invariant_names = tuple(table["invariant_names"])
        self.irregular = _folded(table["irregular"])
        self.skip_unmarked: int = table["skip_unmarked"]
        self.partitive = Phrases([(p, True) for p in table["partitive"]], pattern)
        self.partitive_words = _folded(table["partitive"])
        self.of_whole = _folded(table["of_whole"])
        self.of_what = _folded(table["of_what"])
        self.determiners = _folded(table["determiners"])
        self.before_noun = frozenset(table["before_noun"])
        self.never = _folded(table["never"])
        self.amounts = frozenset(table["amounts"])
        self.leading_to = frozenset(table["leading_to"])
        self.stops = _folded(table["stops"])
        self.prepositions = _folded(table["prepositions"])
        self.contracted = _folded(table["contracted"])
        self.auxiliaries = _folded(table["auxiliaries"])
        self.participle_endings = tuple(table["participle_endings"])  # unfolded
        self.verb_endings = tuple(table["verb_endings"])
        self.dimensions = _folded(table["dimensions"])
        self.placing = _folded(table["placing"])


class Ages:
    """What makes a number of years an age."""

    def __init__(self, table: dict[str, Any], pattern: re.Pattern[str]) -> None:
        self.units = _folded(table["units"])
        self.of = _folded(table["of"])
        self.closing = _folded(table["closing"])
        self.particles = _folded(table["particles"])
        self.group_articles = _folded(table["group_articles"])
        self.small_units = _folded(table["small_units"])
        self.aged = Phrases([(p, True) for p in table["aged"]], pattern)
        self.reaching = Phrases([(p, True) for p in table["reaching"]], pattern)
        self.having = frozenset(table["having"])  # unfolded: *a* is not *à*
        self.not_having_after = _folded(table["not_having_after"])
        self.groups = Phrases([(p, True) for p in table["groups"]], pattern)
        self.persons = frozenset(table["persons"])
        self.person_endings = tuple(table["person_endings"])
        self.not_persons = frozenset(table["not_persons"])
        self.not_followed = Phrases([(p, True) for p in table["not_followed"]], pattern)
        self.old = Phrases([(p, True) for p in table.get("old", ())], pattern)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))


def _ordinals(table: dict[str, Any]) -> tuple[dict[str, float], frozenset[str]]:
    """Ordinal words with their numbers, plurals included, and the endings written after digits."""
    lists = ("needs_noun", "suffixes", "digit_suffixes", "roots", "not_before", "not_after")
    words = {plain(k): float(v) for k, v in table.items() if k not in lists}
    for root, value in table["roots"]:
        for suffix in table["suffixes"]:
            words.setdefault(plain(root + suffix), float(value))
    return words, frozenset(plain(s) for s in table["digit_suffixes"])


def _units(table: dict[str, Any], code: str, percent: Unit) -> list[tuple[str, Unit]]:
    """Unit phrases in singular and plural: percent, measures, then currencies of the file and of CLDR."""
    entries = [(word, percent) for word in table["percent"]["words"]]
    for phrase, (symbol, factor) in table["units"].items():
        unit = Unit("measure", symbol, float(factor))
        entries += [(phrase, unit), (" ".join(_plural(w) for w in phrase.split()), unit)]
        first, *rest = phrase.split()
        entries.append((" ".join([_plural(first), *rest]), unit))
        entries.append((" ".join([first, *rest[:-1], *map(_plural, rest[-1:])]), unit))  # cubic metres
    entries += [(phrase, Unit("money", iso, 1.0)) for phrase, iso in table["currencies"].items()]
    entries += [(phrase, Unit("money", iso, 1.0)) for phrase, iso in _cldr_currencies(code)]
    return entries


def _plural(word: str) -> str:
    return word if len(word) < 3 or word.endswith("s") or not word[-1].isalpha() else word + "s"  # noqa: PLR2004


def _cldr_currencies(code: str) -> list[tuple[str, str]]:
    """Names of two words or more of currencies, from CLDR; those that bear years are left out."""
    locale = Locale.parse(code)
    found: list[tuple[str, str]] = []
    for iso in sorted(locale.currencies):
        names = {locale.currencies[iso], *locale._data["currency_names_plural"].get(iso, {}).values()}  # noqa: SLF001 - babel offers plural names only with an amount
        found += [(name, iso) for name in sorted(names) if " " in name and "(" not in name]
    return found


_SPACES = "[ \u00a0\u2009\u202f\u2007]"


def _number_pattern(decimal: str, group: str) -> re.Pattern[str]:
    """Numbers in digits: groups of three by white space or by the language's mark, a decimal part, an exponent.

    `1 298 626`, `3.200` (French) or `3,200` (English), `7,5`, `,08`, `12e3`. Every repetition is bounded.
    """
    d, g = re.escape(decimal), re.escape(group)
    tail = rf"(?:{d}\d{{1,15}})?"
    return re.compile(
        rf"\d{{1,3}}(?:{_SPACES}\d{{3}}){{1,6}}(?!\d){tail}"
        rf"|\d{{1,3}}(?:{g}\d{{3}}){{1,6}}(?!\d){tail}"
        rf"|\d{{1,20}}(?:[.,]\d{{1,15}})?(?:e[+-]?\d{{1,2}}(?!\w))?"
    )


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language with ISO 639-1 code `code`, compiled once."""
    return Lexicon(load(code))
