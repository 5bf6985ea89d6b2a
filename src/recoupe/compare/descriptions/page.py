"""One article as descriptions are read from it: tokens, names with their ids, noun phrases, sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.compare.descriptions.cast import Cast
from recoupe.compare.descriptions.vocabulary import Vocabulary, vocabulary
from recoupe.compare.material import Material
from recoupe.language import load
from recoupe.language.people.entities import Entities
from recoupe.language.people.nouns import Nouns, nouns, stem
from recoupe.language.people.spelling import name_key
from recoupe.model.span import Span

MOST = 120
"""Code points of a passage: name and description further apart give the description alone."""
NEAR = 400
"""Code points before *his lawyer* in which those stand whom *his* may mean."""
FAR = 1200
"""The same where nobody is named that near: only the last one named then."""
REACH = 80
"""Tokens before a pronoun in which its person is looked for."""
BRACKET = 12
"""Tokens of a remark in brackets, at most."""


@cache
def small_words(code: str) -> frozenset[str]:
    """Plain forms of the words of a language that are no part of what a body's name says."""
    return frozenset(map(name_key, [*load(code).stopwords, *nouns(code).inside]))


class Page:
    """An article of a story with what is known of its names."""

    def __init__(self, material: Material, number: int, cast: Cast) -> None:
        self.number = number
        self.article = material.articles[number]
        self.cast = cast
        self.tokens = material.tokens[self.article.id]
        self.nouns: Nouns = nouns(self.article.language)
        self.words: Vocabulary = vocabulary(self.article.language)
        self.small = small_words(self.article.language)
        self.pronouns: dict[str, str] = load(self.article.language).table("coreference")["pronouns"]
        self.stopwords = load(self.article.language).stopwords
        self._sentences = [self.tokens.within(s.start, s.end) for s in self.article.sentences]
        self._starts = [s.start for s in self._sentences]
        self.entities = Entities(self.tokens, self._sentences, self.article.names, self.nouns)
        self.owner = self.entities.owner
        self.bodies = dict(self._bodies())
        self._names = [name.start for name in self.article.names]
        self._own = sorted(
            (s.start, s.end) for q in self.article.quotations if q.kind != "indirect" for s in q.content
        )

    def _bodies(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """By its first token, each place that has the name of a body of the story: its id, one past its last token."""
        done = 0
        for i, form in enumerate(self.tokens.forms):
            if i < done or not form[0].isupper():
                continue
            for words, known in self.cast.bodies(stem(form)):
                after = self._spelled(words, i)
                if after and (len(words) > 1 or form.isupper()):
                    yield i, (known, after)
                    done = after
                    break

    def _spelled(self, words: Sequence[str], i: int) -> int:
        """One past the last token of these stems where the tokens from `i` on spell them, small words between; or 0."""
        reached, j, most = 0, i, min(len(self.tokens), i + 3 * len(words))
        while j < most and reached < len(words):
            if stem(self.tokens.forms[j]) == words[reached]:
                reached += 1
            elif name_key(self.tokens.forms[j]) not in self.small:
                return 0
            j += 1
        return j if reached == len(words) else 0

    def bearer(self, n: int) -> str:
        """Id of whom name number `n` means; empty for a thing named after somebody."""
        if self.entities.eponym(n):
            return ""
        return self.cast.at(self.article.id, self.article.names[n].start)

    def is_kind(self, n: int, kind: str) -> bool:
        """Whether name number `n` is known, and a person's, or a body's."""
        known = self.bearer(n)
        return bool(known) and self.cast.kinds[known] == kind

    def first(self, n: int) -> int:
        """First token of name number `n`."""
        return self.tokens.first_at(self.article.names[n].start)

    def after(self, n: int) -> int:
        """One past the last token of name number `n`."""
        return self.tokens.first_at(self.article.names[n].end)

    def sentence(self, i: int) -> range:
        """Tokens of the sentence that holds token `i`."""
        n = bisect_right(self._starts, i) - 1
        found = self._sentences[n] if n >= 0 else range(0)
        return found if i in found else range(i, i + 1)

    def past_brackets(self, i: int) -> int:
        """One past the bracket that opens at token `i`, if one does; else `i`."""
        forms = self.tokens.forms
        if i < len(forms) and forms[i] == "(":
            for j in range(i + 1, min(i + BRACKET, len(forms))):
                if forms[j] == ")":
                    return j + 1
        return i

    def before_brackets(self, i: int) -> int:
        """The token before the bracket that closes at token `i`, if one does; else `i`."""
        forms = self.tokens.forms
        if i >= 0 and forms[i] == ")":
            for j in range(i - 1, max(i - BRACKET, 0), -1):
                if forms[j] == "(":
                    return j - 1
        return i

    def ends_phrase(self, i: int) -> bool:
        """Whether token `i` is punctuation, or beyond the text or its sentence."""
        forms = self.tokens.forms
        return i >= len(forms) or i not in self.sentence(i - 1) or not forms[i][0].isalnum()

    def past_titles(self, i: int) -> int:
        """The first token from `i` on that is no title (*Me*, *Dr.*)."""
        norms = self.tokens.norms
        while i < len(norms) and norms[i] in self.nouns.titles:
            i += 1
            if i < len(norms) and norms[i] == ".":
                i += 1
        return i

    def titled(self, n: int) -> int:
        """First code point of name number `n` with its titles."""
        norms, i = self.tokens.norms, self.first(n)
        start = self.article.names[n].start
        while i > 0 and (
            norms[i - 1] in self.nouns.titles
            or (norms[i - 1] == "." and i > 1 and norms[i - 2] in self.nouns.titles)
        ):
            i -= 1
            start = self.tokens.starts[i]
        return start

    def passage(self, n: int, first: int, after: int) -> Span:
        """Name number `n` with its titles and tokens `first` to `after`, or the tokens alone where that is long."""
        return self.beside(Span(self.titled(n), self.article.names[n].end), first, after)

    def beside(self, name: Span, first: int, after: int) -> Span:
        """A name and tokens `first` to `after`, or the tokens alone where that is long."""
        alone = self.span(first, after)
        span = Span(min(alone.start, name.start), max(alone.end, name.end))
        return span if len(span) <= MOST else alone

    def mentions(self) -> Iterator[tuple[str, int, int]]:
        """Whom the article names, with first token and one past the last: names, and bodies' names that none holds."""
        taken: set[int] = set()
        for i, (known, after) in self.bodies.items():
            yield known, i, after
            taken.update(range(i, after))
        for n in range(len(self.article.names)):
            first = self.first(n)
            if first not in taken and self.bearer(n):
                yield self.bearer(n), first, self.after(n)

    def span(self, first: int, after: int) -> Span:
        """The characters of tokens `first` to `after`."""
        return Span(self.tokens.starts[first], self.tokens.ends[after - 1])

    def gender(self, bearer: str) -> str:
        """`m`, `f` or empty: the gender of somebody as this article shows it."""
        for n, entity in enumerate(self.entities.of):
            if entity.gender and self.bearer(n) == bearer:
                return entity.gender
        return ""

    def is_quoted(self, at: int) -> bool:
        """Whether code point `at` stands inside somebody's own words."""
        i = bisect_right(self._own, (at, len(self.article.text))) - 1
        return i >= 0 and at < self._own[i][1]

    def antecedent(self, i: int) -> int | None:
        """The name that a pronoun at token `i` means: the only person named before it in its sentence and the last.

        None if it is no pronoun for one person, if somebody quoted says it, if several people are named there, or if
        gender forbids.
        """
        form = self.pronouns.get(self.tokens.norms[i], "")
        if form[:1] not in ("m", "f") or form[1:] != "s" or self.is_quoted(self.tokens.starts[i]):
            return None
        k = bisect_right(self._starts, i) - 1
        first = self._sentences[max(0, k - 1)].start if k >= 0 else i
        found = {
            self.bearer(n): n
            for n in sorted({self.owner[j] for j in range(max(first, i - REACH), i) if j in self.owner})
            if self.is_kind(n, "person")
        }
        if len(found) != 1:
            return None
        n = next(iter(found.values()))
        gender = self.entities.of[n].gender
        return n if gender == form[0] else None

    def people_before(self, at: int, but: str) -> frozenset[str]:
        """Ids of the people named shortly before code point `at`, without `but`."""
        found: set[str] = set()
        n = bisect_right(self._names, at) - 1
        while n >= 0 and self._names[n] >= at - (FAR if not found else NEAR):
            if self.is_kind(n, "person") and self.bearer(n) != but:
                found.add(self.bearer(n))
            n -= 1
        return frozenset(found)
