"""The noun that a quantity counts or measures.

After a number it is the first plural word that is no adjective of those that stand before nouns (French), or the first
plural word within a few (English: *45 new government buildings*). After *de* (*millions d'élèves*, *30 % des sièges*)
it is the next noun. An amount with nothing after it measures the noun before (*une hausse du prix de 3 %*). Adverbs,
verbs and names are told from nouns by their endings and by short lists: no tagger is needed, and none is used.
"""

from __future__ import annotations

from recoupe.annotate.quantities.lexicon import Unit
from recoupe.annotate.quantities.numbers import Number
from recoupe.annotate.quantities.reading import Reader
from recoupe.model.findings import Counted
from recoupe.model.span import Span

_AHEAD = 6  # tokens looked at after a number
_BEHIND = 12  # tokens looked at before an amount
_PREPOSITIONS_OF = frozenset({"de", "d'", "du", "des", "of", "in"})


class Nouns:
    """Finds counted nouns in one text."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._words = reader.words
        self._counting = reader.vocabulary.counted
        self._stopwords = reader.vocabulary.language.stopwords

    def at(self, i: int) -> Counted:
        """The token at `i` as a counted noun."""
        tokens = self._reader.tokens
        return Counted(
            Span(tokens.starts[i], tokens.ends[i]), self._reader.vocabulary.noun_lemma(tokens.forms[i])
        )

    def lemma(self, i: int) -> str:
        """Dictionary form of the token at `i`."""
        return self._reader.vocabulary.lemma(self._reader.tokens.forms[i])

    def counted(self, number: Number, unit: Unit | None, first: int, after: int) -> Counted | None:
        """What a number counts or measures.

        Args:
            number: the number.
            unit: its unit, if any.
            first: first token of the quantity.
            after: the token after it.
        """
        found = self._after(number, unit, after)
        large = number.digits and number.grouped and number.value >= 1000  # noqa: PLR2004
        if found is None and (unit is not None or large):
            found = self.before_of(first)
        return self.at(found) if found is not None else None

    def _after(self, number: Number, unit: Unit | None, after: int) -> int | None:
        if unit is None:
            return self._of_number(number, after)
        found = self.after_of(after)
        if found is None:
            found = self.amount_after(after)
        elif unit.kind == "measure" and self._places(found, after):
            return None
        return found

    def _of_number(self, number: Number, after: int) -> int | None:
        """The noun after a number without unit."""
        joined = self.joined(after)
        if joined is not None:
            return joined
        found = None
        if not number.noun:
            found = self.after_number(after, singular=abs(number.value) < 2)  # noqa: PLR2004
            whole = after < len(self._words) and self._words[after] in self._counting.of_whole
            if found is not None or not whole:
                return found
        found = self.after_of(after)
        if found is None and not self._reader.vocabulary.scale_nouns:
            found = self.after_number(after, singular=False)
        return found

    def _places(self, found: int, after: int) -> bool:
        """Whether *de* after a measure says where, or in which direction: *70 km de Valbourg*, *7 mètres de haut*."""
        determined = self._words[after] not in self._counting.of_what or found > after + 1
        named = self._reader.tokens.forms[found][0].isupper()
        return named or determined or self._words[found] in self._counting.dimensions

    def between(self, i: int, words: frozenset[str]) -> bool:
        """Whether a noun stands at token `i` and one of `words` after it (*un salarié sur trois*)."""
        return i + 2 < len(self._words) and self._plain(i) and self._words[i + 1] in words

    def after_number(self, i: int, *, singular: bool) -> int | None:
        """Index of the noun counted by a number that ends before token `i`.

        Args:
            i: the token after the number.
            singular: whether the number is 0 or 1, so that the noun bears no mark.
        """
        unmarked, j = 0, i
        end = min(i + _AHEAD + 2, len(self._words))
        while j < end:
            word = self._words[j]
            if not self._word(j) and not (word in '«“"' and j == i) and not (word in '"»”' and j == i + 2):
                return None
            initials = self._initials(j)
            if initials > j:
                j = initials
                continue
            if not self._word(j) or self._skipped(j):
                j += 1
                continue
            if word in self._counting.never:
                return None
            if self.plural(j) or (singular and self._plain(j)):
                return j if not self._possessive(j) else None
            if word in self._stopwords or unmarked >= self._counting.skip_unmarked:
                return None
            unmarked, j = unmarked + 1, j + 1
        return None

    def joined(self, i: int) -> int | None:
        """Index of the noun joined to a number by a hyphen (*a 500-seat hall*), if token `i` is that hyphen."""
        reader = self._reader
        if i + 1 < len(self._words) and self._words[i] == "-" and reader.glued(i) and reader.glued(i + 1):
            return i + 1 if self._plain(i + 1) and self._counting.skip_unmarked else None
        return None

    def amount_after(self, i: int) -> int | None:
        """English *a 3 percent drop*, *a 2 million euro loan*: the amount just after its unit."""
        if not self._counting.skip_unmarked:
            return None
        for j in range(i, min(i + 2, len(self._words))):
            if not self._word(j) or self._words[j] in self._stopwords:
                return None
            if self.lemma(j) in self._counting.amounts or (j == i and self.plural(j)):
                return j
        return None

    def _initials(self, j: int) -> int:
        """The token after initials that start at `j` (*U.S.*), or `j`."""
        forms = self._reader.tokens.forms
        while j + 1 < len(forms) and len(forms[j]) == 1 and forms[j].isupper() and forms[j + 1] == ".":
            j += 2
        return j

    def _skipped(self, j: int) -> bool:
        """Whether the word at `j` may stand between a number and its noun."""
        return self._words[j] in self._reader.vocabulary.gap or (
            self.lemma(j) in self._counting.before_noun and self._more(j)
        )

    def _possessive(self, j: int) -> bool:
        return j + 1 < len(self._words) and self._words[j + 1] == "'s"

    def after_of(self, i: int) -> int | None:
        """Index of the noun after a partitive that starts at token `i` (*d'élèves*, *des 300 salariés*)."""
        partitive = self._counting.partitive.at(self._words, i)
        if partitive is None:
            return None
        k = partitive[0] - 1
        end = min(k + _AHEAD + 2, len(self._words))
        while (k := self._initials(k + 1)) < end:
            if self._possessive(k):
                k += 1
                continue
            if self._before_its_noun(k):
                continue
            word = self._words[k]
            if not self._plain(k) or (word in self._reader.vocabulary.numerals):
                return None
            return k
        return None

    def _before_its_noun(self, k: int) -> bool:
        """Whether the token at `k` may stand between *de* and the noun: marks, determiners, numbers, adjectives."""
        word, vocabulary = self._words[k], self._reader.vocabulary
        if not self._word(k):
            return word in '«“".,' or word[0].isdigit()
        if word in self._counting.determiners or word in vocabulary.gap:
            return True
        if word in vocabulary.numerals:
            return not self._scale_alone(k)
        if self.lemma(k) in self._counting.before_noun and self._more(k):
            return True
        return bool(self._counting.skip_unmarked) and not self.plural(k) and self._compound(k)

    def _scale_alone(self, k: int) -> bool:
        """Whether the scale at `k` is a noun with nothing joined to it (*75 % des 26 milliards engagés*)."""
        vocabulary = self._reader.vocabulary
        if not vocabulary.scale_nouns or vocabulary.scales.get(self._words[k], 0.0) < 1e6:  # noqa: PLR2004
            return False
        return k + 1 >= len(self._words) or self._words[k + 1] not in self._counting.partitive_words

    def _compound(self, k: int) -> bool:
        """Whether a plural noun follows an unmarked word at once, as in English compounds."""
        following = k + 1
        if following >= len(self._words) or not self._word(following):
            return False
        forms = self._reader.tokens.forms
        return self.plural(following) or (forms[k][0].isupper() and forms[following][0].isupper())

    def before_of(self, i: int) -> int | None:
        """Index of the noun that *de* at token `i - 1` joins to an amount: *une hausse du prix de 3 %*.

        A noun of amounts (*hausse*, *taux*, *perte*) in reach wins over the nearest noun.
        """
        if i < 2:  # noqa: PLR2004
            return None
        if self._words[i - 1] not in _PREPOSITIONS_OF:
            return self._leading(i)
        nearest = None
        for j in range(i - 2, max(-1, i - 2 - _BEHIND), -1):
            if self._ends_phrase(j):
                break
            if not self._plain(j) or self._words[j] in self._counting.determiners:
                continue
            if self.lemma(j) in self._counting.amounts:
                return self._amount_head(j)
            nearest = j if nearest is None else nearest
        head = self._head(nearest)
        return None if head is None or self._placing(head) else head

    def _ends_phrase(self, j: int) -> bool:
        """Whether, read backwards, the noun phrase before an amount ends at token `j`."""
        word, counting = self._words[j], self._counting
        if word in counting.stops or not (word[0].isalpha() or word in "'’\"»”)"):
            return True
        before = self._words[j - 1] if j else ""
        if word in counting.contracted or word in counting.prepositions:
            return False
        if word in counting.determiners or word in self._reader.vocabulary.articles:
            return before not in counting.prepositions
        return self._verb(j)

    def _placing(self, j: int) -> bool:
        """*à hauteur de*, *l'équivalent de*: nouns that lead to an amount and are none."""
        return self._words[j] in self._counting.placing

    def _leading(self, i: int) -> int | None:
        """Index of the noun in *une perte évaluée à* (3 millions), *des primes comprises* (entre ...)."""
        for j in range(i - 1, max(-1, i - 3), -1):
            if self.lemma(j) in self._counting.leading_to or self._words[j] in self._counting.leading_to:
                noun = j - 1
                return self._head(noun) if noun >= 0 and self._plain(noun) and not self._verb(noun) else None
        return None

    def _amount_head(self, j: int) -> int | None:
        """The amount that the amount at `j` depends on: *crédit* in *un crédit d'impôt*."""
        if self._placing(j) and j and self._words[j - 1] in ("a", "au"):
            return None
        if j > 1 and self._words[j - 1] in _PREPOSITIONS_OF and self.lemma(j - 2) in self._counting.amounts:
            return j - 2
        return j

    def _verb(self, j: int) -> bool:
        """Whether the token at `j` is a verb: by its lemma, by an auxiliary before it, or as a bare infinitive."""
        counting, word = self._counting, self._words[j]
        before = self._words[j - 1] if j else ""
        determined = before in counting.determiners or before in self._reader.vocabulary.articles
        if not counting.verb_endings or determined:
            return False
        if self._reader.tokens.norms[j].endswith(counting.participle_endings) and any(
            self._words[k] in counting.auxiliaries and self._reader.tokens.norms[k] != "à"
            for k in range(max(0, j - 3), j)
        ):
            return True
        lemma = self.lemma(j)
        if not lemma.endswith(counting.verb_endings) or lemma == word.rstrip("s"):
            return False
        if lemma != self._reader.tokens.norms[j]:
            return True
        return j > 0 and self._words[j - 1] in ("de", "a", "d'", "pour")

    def _head(self, nearest: int | None) -> int | None:
        """The noun that heads the words up to `nearest`: the word after the determiner, adjectives skipped."""
        if nearest is None or self._counting.skip_unmarked:
            return nearest
        j = nearest
        while j > 0 and nearest - j < 3:  # noqa: PLR2004
            before = self._words[j - 1]
            if before in self._counting.determiners or before in self._reader.vocabulary.articles:
                while j < nearest and self.lemma(j) in self._counting.before_noun:
                    j += 1
                return j
            if before in self._stopwords or not self._word(j - 1):
                break
            j -= 1
        if j == nearest or self._words[j - 1] not in _PREPOSITIONS_OF:
            return nearest
        while j < nearest and self.lemma(j) in self._counting.before_noun:
            j += 1
        return j

    def plural(self, j: int) -> bool:
        """Whether the token at `j` looks like a plural noun."""
        word = self._words[j]
        counting = self._counting
        if word in counting.irregular:
            return True
        if len(word) < 3 or word in self._stopwords or word in counting.never:  # noqa: PLR2004
            return False
        if self._reader.tokens.forms[j][0].isupper() and word.endswith(counting.plural_endings):
            return True
        return word.endswith(counting.plural_endings) and not (
            counting.not_plural_endings and word.endswith(counting.not_plural_endings)
        )

    def _plain(self, j: int) -> bool:
        word = self._words[j]
        return (
            len(word) > 1
            and word[0].isalpha()
            and word not in self._stopwords
            and word not in self._counting.never
        )

    def _word(self, j: int) -> bool:
        return self._words[j][0].isalpha()

    def _more(self, j: int) -> bool:
        """Whether another word that could be the noun follows the adjective at `j`."""
        k = j + 1
        if k < len(self._words) and self._words[k] in '"»”':  # *deux « petites » listes*
            k += 1
        if k >= len(self._words) or not self._word(k):
            return False
        return self._words[k] not in self._stopwords or self._words[k] in self._reader.vocabulary.gap
