"""Proper words that no finding covers: what the story writes only with a capital, and fixed names of small words.

Decides which untagged words are names: of people and bodies by what the story calls them, unknown words that never
stand without a capital, and two unknown words that always stand together and are somewhere written as one or with
capitals (*mollah omar*, *mollah-omar*).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.lexicon import Lexicon
from recoupe.compare.material import Material
from recoupe.compare.people.headings import capital_lines
from recoupe.language.people.spelling import name_key
from recoupe.model.dossier import Person

OPENING = frozenset('«“"(:–—-.')
"""Marks after which a capital shows nothing."""
TOGETHER, SHARE = 3, 0.7
"""Times that two words stand side by side at least, and share of the rarer one's places, that make them one name."""
LEAST = 3
"""Letters of each of them."""


def proper_words(material: Material, people: Sequence[Person]) -> dict[str, str]:
    """Concepts of words that the story writes only with a capital: last words of names, unknown ones."""
    capital: set[str] = set()
    small: set[str] = set()
    for article in material.articles:
        tokens = material.tokens[article.id]
        lex = grammar(article.language).lexicon
        starts = {s.start for s in article.sentences}
        lines = capital_lines(article.text)
        heads = [line.start for line in lines]
        for i, form in enumerate(tokens.forms):
            at = bisect_right(heads, tokens.starts[i]) - 1
            if at >= 0 and tokens.starts[i] < lines[at].end:
                continue
            inside = tokens.starts[i] not in starts and (i == 0 or tokens.forms[i - 1] not in OPENING)
            if form[:1].isupper() and inside and not lex.knows(tokens.norms[i]):
                capital.add(tokens.norms[i])
            elif form[:1].islower():
                small.add(tokens.norms[i])
    concepts = {word: "@" + word for word in sorted(capital - small)}
    return concepts | {
        word: "@" + next(iter(ids))
        for word, ids in sorted(_called(people).items())
        if len(ids) == 1 and word not in small
    }


def _called(people: Sequence[Person]) -> dict[str, set[str]]:
    """Ids by the last words of people's names, and by what else is called by one word."""
    known: dict[str, set[str]] = {}
    for person in people:
        for alias in (person.name, *person.aliases):
            words = alias.lower().split()
            if words and (person.type == "person" or (person.type == "organization" and len(words) == 1)):
                known.setdefault(words[-1], set()).add(person.id)
    return known


def _unknown(lex: Lexicon, word: str) -> bool:
    """Whether a word is none of the language's own, so that it may be part of a name."""
    return len(word) >= LEAST and word.isalpha() and word not in lex.stopwords and not lex.knows(word)


def small_names(material: Material, people: Sequence[Person]) -> dict[tuple[str, str], str]:
    """Concepts of names of two words that the story also writes small, by their words without accents."""
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    named: set[tuple[str, str]] = set()
    for article in material.articles:
        tokens, lex = material.tokens[article.id], grammar(article.language).lexicon
        before = ""
        for form, norm in zip(tokens.forms, tokens.norms, strict=True):
            first, hyphen, second = norm.partition("-")
            if hyphen and _unknown(lex, first) and _unknown(lex, second):
                pair = name_key(first), name_key(second)
                together[pair] += 1
                alone.update(pair)
                named.add(pair)
                before = ""
                continue
            if not _unknown(lex, norm):
                before = ""
                continue
            alone[name_key(norm)] += 1
            if before:
                pair = name_key(before), name_key(norm)
                together[pair] += 1
                if before[0].isupper() and form[0].isupper():
                    named.add(pair)
            before = form
    ids: dict[str, set[str]] = {}
    for person in people:
        for alias in (person.name, *person.aliases):
            ids.setdefault(name_key(alias), set()).add(person.id)
    return {
        pair: "@" + (next(iter(ids[name])) if len(ids.get(name, ())) == 1 else name)
        for pair in sorted(named)
        for name in (" ".join(pair),)
        if together[pair] >= TOGETHER and together[pair] >= SHARE * max(alone[pair[0]], alone[pair[1]])
    }
