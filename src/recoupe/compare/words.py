"""The words of an article as comparisons see them: no punctuation, no furniture, each as numbers that compare fast.

Decides what counts as the same word (case, accents and inflection put aside) and how much a word weighs. Several
comparisons read these; they are made once for a story (`Material.words`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from recoupe.language import Language
from recoupe.model.findings import Furniture
from recoupe.model.span import Span
from recoupe.text.accents import plain
from recoupe.text.tokens import Tokens

STEM_LENGTH = 6
"""Letters of a lemma that are compared: *avance, avancer, avancé* meet, *national* and *natation* do not."""


class Lexicon:
    """Numbers for words: the same number for the same string over all articles of a story."""

    __slots__ = ("_keys", "_read", "_stems")

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._stems: dict[tuple[str, str], int] = {}
        self._read: dict[str, dict[str, tuple[int, int, bool]]] = {}

    def read(self, language: Language) -> dict[str, tuple[int, int, bool]]:
        """Key, stem and whether it tells something of the words of a language that were met (`Words` adds to it)."""
        return self._read.setdefault(language.code, {})

    def key(self, word: str) -> int:
        """Number of a plain form."""
        return self._keys.setdefault(word, len(self._keys))

    def stem(self, norm: str, language: Language) -> int:
        """Number of the stem of a word."""
        number = self._stems.get((language.code, norm))
        if number is None:
            base = norm if norm.isdigit() else plain(language.lemma(norm))[:STEM_LENGTH]
            number = self._stems[language.code, norm] = self.key("~" + base)
        return number


class Words:
    """The words of one article outside furniture, as parallel lists in order.

    Attributes:
        tokens: index of each word among the article's tokens.
        starts: first code point.
        ends: one past the last code point.
        keys: number of the plain form.
        stems: number of the stem (inflection put aside).
        content: whether it is a content word or a number, not a function word.
        lines: number of the line that holds it (news text has one paragraph a line).
    """

    __slots__ = ("content", "ends", "keys", "lines", "starts", "stems", "tokens")

    def __init__(
        self, text: str, tokens: Tokens, language: Language, furniture: Iterable[Furniture], lexicon: Lexicon
    ) -> None:
        self.tokens: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[int] = []
        self.stems: list[int] = []
        self.content: list[bool] = []
        self.lines: list[int] = []
        edges = sorted((f.start, f.end) for f in furniture)
        at = line = 0
        breaks = [n for n, c in enumerate(text) if c == "\n"]
        read = lexicon.read(language)
        for n, norm in enumerate(tokens.norms):
            start, end = tokens.starts[n], tokens.ends[n]
            while at < len(edges) and edges[at][1] <= start:
                at += 1
            if not norm[:1].isalnum() or (at < len(edges) and edges[at][0] < end):
                continue
            while line < len(breaks) and breaks[line] < start:
                line += 1
            known = read.get(norm)
            if known is None:
                known = read[norm] = (
                    lexicon.key(plain(norm)),
                    lexicon.stem(norm, language),
                    norm not in language.stopwords,
                )
            self.lines.append(line)
            self.tokens.append(n)
            self.starts.append(start)
            self.ends.append(end)
            self.keys.append(known[0])
            self.stems.append(known[1])
            self.content.append(known[2])

    def __len__(self) -> int:
        return len(self.tokens)

    def within(self, span: Span) -> range:
        """Indexes of the words that start inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def span(self, start: int, end: int) -> Span:
        """From the first code point of word `start` to the last of word `end - 1`."""
        return Span(self.starts[start], self.ends[end - 1])
