"""Words that passages asserting one fact put in the same place: the story's own choice of terms.

A noun of one class of synonyms beside the same words in both (*la grogne des marins*, *la fronde des marins*), where
each of two outlets keeps to its own word: what both use at will is no choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.compare.terms.uses import Use, shown, speaks
from recoupe.compare.timeline.cues import cues
from recoupe.language.morphology import morphology
from recoupe.model.dossier import Term
from recoupe.model.span import Passage
from recoupe.text.accents import plain

STEM = 4
"""First letters that words of one family share: *soutien* and *soutenir* are no two names of one thing."""
BESIDE = 2
"""Content words on either side that show the place of a word."""


def from_facts(propositions: Propositions) -> Iterator[Term]:
    """Words of one class that passages of one fact put in the same place, of which outlets choose one each."""
    gathered: dict[str, dict[Passage, Use]] = defaultdict(dict)
    is_event = _event_classes(propositions)
    for group in propositions.groups:
        by_concept: dict[str, list[tuple[Use, frozenset[str]]]] = defaultdict(list)
        for window in group.members:
            for concept in window.concepts:
                word = _word(propositions, window, concept) if is_event(concept) else None
                if word is not None:
                    by_concept[concept].append(word)
        for concept, words in by_concept.items():
            for use, around in words:
                if any(
                    other.passage.article != use.passage.article
                    and other.term != use.term
                    and around & beside
                    for other, beside in words
                ):
                    gathered[concept][use.passage] = use
    for concept, uses in sorted(gathered.items()):
        found = [uses[p] for p in sorted(uses)]
        if len({plain(u.term)[:STEM] for u in found}) > 1 and _chosen(propositions, concept, found):
            yield shown("", found)


def _event_classes(propositions: Propositions) -> Callable[[str], bool]:
    """Whether a concept is a class of what happens: what is done can be named to please or to hurt, a flat cannot."""
    known = [lexicon(code) for code in sorted({a.language for a in propositions.material.articles})]
    return lambda concept: any(lex.is_event_class(concept) for lex in known)


def _word(propositions: Propositions, window: Window, concept: str) -> tuple[Use, frozenset[str]] | None:
    """The noun of a window that stands for a class, and the concepts beside it."""
    article = propositions.material.articles[window.article]
    lex = lexicon(article.language)
    if lex.is_role(concept):
        return None
    tokens = propositions.material.tokens[article.id]
    words = [i for i in tokens.within(window.start, window.end) if _content(lex.stopwords, tokens.norms[i])]
    for at, i in enumerate(words):
        norm = tokens.norms[i]
        if lex.concept(norm) != concept or _is_verb(article.language, norm, tokens.norms[i - 1] if i else ""):
            continue
        beside = [*words[max(0, at - BESIDE) : at], *words[at + 1 : at + 1 + BESIDE]]
        passage = Passage(article.id, tokens.starts[i], tokens.ends[i])
        around = frozenset(lex.concept(tokens.norms[j]) for j in beside)
        return Use(lex.spoken(norm), norm, speaks(article, passage), passage), around
    return None


def _is_verb(code: str, norm: str, before: str) -> bool:
    """Whether a word stands as a verb or a participle, as far as its form and the word before it show."""
    lex = lexicon(code)
    if lex.is_predicate(norm, before):
        return True
    return before not in cues(code).determiners and bool(morphology(code).forms(norm))


def _content(stopwords: frozenset[str], norm: str) -> bool:
    return norm[:1].isalnum() and norm not in stopwords


def _chosen(propositions: Propositions, concept: str, uses: list[Use]) -> bool:
    """Whether two terms each are the only word of the class that some article uses."""
    only: set[str] = set()
    for article in sorted({u.passage.article for u in uses}):
        lex = lexicon(propositions.material.by_id[article].language)
        norms = dict.fromkeys(propositions.material.tokens[article].norms)
        terms = {
            lex.spoken(n)
            for n in norms
            if n[:1].isalpha() and lex.concept(n) == concept and n not in lex.stopwords
        }
        if len(terms) == 1:
            only |= terms
    return len(only) > 1
