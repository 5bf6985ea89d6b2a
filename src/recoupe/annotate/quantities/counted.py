"""The noun that a quantity counts or measures.

After a number it is the first plural word that is no adjective of those that stand before nouns (French), or the first
plural word within a few (English: *45 new government buildings*). After *de* (*millions d'élèves*, *30 % des sièges*)
it is the next noun. An amount with nothing after it measures the noun before (*une hausse du prix de 3 %*). Adverbs,
verbs and names are told from nouns by their endings and by short lists: no tagger is needed, and none is used.
"""

from __future__ import annotations

from recoupe.annotate.quantities.numbers import Reader
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
        return Counted(Span(tokens.starts[i], tokens.ends[i]), self._reader.vocabulary.lemma(tokens.forms[i]))

    def lemma(self, i: int) -> str:
        """Dictionary form of the token at `i`."""
        return self._reader.vocabulary.lemma(self._reader.tokens.forms[i])

    def after_number(self, i: int, *, singular: bool) -> int | None:
        """Index of the noun counted by a number that ends before token `i`.

        Args:
            i: the token after the number.
            singular: whether the number is 0 or 1, so that the noun bears no mark.
        """
        unmarked = 0
        for j in range(i, min(i + _AHEAD, len(self._words))):
            if not self._word(j):
                if self._words[j] in "«“\"" and j == i:
                    continue
                return None
            if self._words[j] in self._reader.vocabulary.gap or (
                self.lemma(j) in self._counting.before_noun and self._more(j)
            ):
                continue
            if self._words[j] in self._counting.never:
                return None
            if self.plural(j) or (singular and self._plain(j)):
                return j
            if self._words[j] in self._stopwords or unmarked >= self._counting.skip_unmarked:
                return None
            unmarked += 1
        return None

    def after_of(self, i: int) -> int | None:
        """Index of the noun after a partitive that starts at token `i` (*d'élèves*, *des 300 salariés*, *de leur salaire*)."""
        partitive = self._counting.partitive.at(self._words, i)
        if partitive is None:
            return None
        j = partitive[0]
        for k in range(j, min(j + _AHEAD, len(self._words))):
            word = self._words[k]
            if word in "«“\"" or word in self._counting.determiners or word[0].isdigit():
                continue
            if not self._word(k):
                return None
            if word in self._reader.vocabulary.numerals or word in self._reader.vocabulary.gap:
                continue
            if self.lemma(k) in self._counting.before_noun and self._more(k):
                continue
            if self._counting.skip_unmarked and not self.plural(k) and self._compound(k):
                continue
            return k if word not in self._stopwords and word not in self._counting.never else None
        return None

    def _compound(self, k: int) -> bool:
        """Whether a plural noun follows an unmarked word at once, as in English compounds."""
        following = k + 1
        return following < len(self._words) and self._word(following) and self.plural(following)

    def before_of(self, i: int) -> int | None:
        """Index of the noun that *de* at token `i - 1` joins to an amount: *une hausse du prix de 3 %*.

        A noun of amounts (*hausse*, *taux*, *perte*) in reach wins over the nearest noun.
        """
        if i < 2 or self._words[i - 1] not in _PREPOSITIONS_OF:  # noqa: PLR2004
            return None
        nearest = None
        for j in range(i - 2, max(-1, i - 2 - _BEHIND), -1):
            word = self._words[j]
            if not self._word(j) and word not in "'’\"»”)":
                break
            if not word[0].isalpha():
                continue
            lemma = self.lemma(j)
            if lemma in self._counting.amounts:
                return j
            if nearest is None and self._plain(j) and word not in self._counting.placing:
                nearest = j
        return self._head(nearest)

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
        return j if j != nearest and self._words[j - 1] in _PREPOSITIONS_OF else nearest

    def plural(self, j: int) -> bool:
        """Whether the token at `j` looks like a plural noun."""
        word = self._words[j]
        counting = self._counting
        if word in counting.irregular:
            return True
        if len(word) < 3 or word in self._stopwords or word in counting.never:  # noqa: PLR2004
            return False
        return word.endswith(counting.plural_endings) and not (
            counting.not_plural_endings and word.endswith(counting.not_plural_endings)
        )

    def _plain(self, j: int) -> bool:
        word = self._words[j]
        return len(word) > 1 and word[0].isalpha() and word not in self._stopwords and word not in self._counting.never

    def _word(self, j: int) -> bool:
        return self._words[j][0].isalpha()

    def _more(self, j: int) -> bool:
        """Whether another word that could be the noun follows the adjective at `j`."""
        k = j + 1
        if k >= len(self._words) or not self._word(k):
            return False
        return self._words[k] not in self._stopwords or self._words[k] in self._reader.vocabulary.gap
