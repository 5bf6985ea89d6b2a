"""What outlets call one referent, in their own voice or in a speaker's; without a judgement.

Two sources: tables of contested terms (`language/<code>/terms.tsv`), where a referent is one thing only if its terms
are told of the same name (*guerre* and *opération militaire spéciale*, both of Ukraine); and the story itself, where
passages that assert one fact put different words of one class in the same place (*grogne*, *fronde*, *révolte*).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.grammar import grammar
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.compare.words import plain
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.dossier import Term, TermUse
from recoupe.model.span import Passage

MOST = 20
"""Referents shown."""
STEM = 4
"""First letters that words of one family share: *soutien* and *soutenir* are no two names of one thing."""
SHOWN = 200
"""Passages kept of one term in one voice."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A term at a place: what it is counted under, as it is shown, whose voice, and what names its clause has."""

    term: str
    written: str
    speaker: bool
    passage: Passage
    names: frozenset[str]


def find_terms(propositions: Propositions) -> tuple[Term, ...]:
    """Referents with more than one wording, those of most articles first."""
    found = [*_contested(propositions), *_within_facts(propositions)]
    seen: set[frozenset[Passage]] = set()
    kept = []
    for term in sorted(found, key=lambda t: (-_articles(t), -len(t.uses), t.referent)):
        places = frozenset(p for u in term.uses for p in u.passages)
        if not any(len(places & other) * 2 > len(places) for other in seen):
            seen.add(places)
            kept.append(term)
    return tuple(kept[:MOST])


def _articles(term: Term) -> int:
    return len({p.article for u in term.uses for p in u.passages})


# ---------- the tables


@cache
def _table(code: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """By first word: the words of a term (dictionary forms), its referent, the term as the table has it."""
    language = load(code)
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for referent, terms in language.rows("terms"):
        for term in terms.split(";"):
            words = tuple(language.lemma(w) for w in language.tokens.findall(term.strip().lower()))
            table[words[0]].append((words, referent, term.strip()))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e))
    return dict(table)


def _contested(propositions: Propositions) -> Iterator[Term]:
    """Referents of the tables that the story names in two ways, of the same name."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for sentence in propositions.sentences:
        article = propositions.material.articles[sentence.article]
        for referent, use in _terms_of(propositions, article, sentence):
            uses[referent].append(use)
    for referent, found in sorted(uses.items()):
        best = _of_one_name(found)
        if best is not None:
            yield _term(referent, best)


def _terms_of(propositions: Propositions, article: Article, sentence: Sentence) -> Iterator[tuple[str, _Use]]:
    """Terms of the tables in one sentence; the longest where several begin."""
    language = load(article.language)
    table = _table(article.language)
    tokens = propositions.material.tokens[article.id]
    words = tokens.within(sentence.span.start, sentence.span.end)
    skip = -1
    for i in words:
        if i <= skip or tokens.norms[i] in grammar(article.language).lexicon.stopwords:
            continue
        lemmas = (language.lemma(tokens.norms[i]), tokens.norms[i])
        for parts, referent, term in (e for lemma in dict.fromkeys(lemmas) for e in table.get(lemma, ())):
            last = i + len(parts) - 1
            if last >= words.stop or any(
                part not in (tokens.norms[i + n], language.lemma(tokens.norms[i + n]))
                for n, part in enumerate(parts)
            ):
                continue
            skip = last
            passage = Passage(article.id, tokens.starts[i], tokens.ends[last])
            yield referent, _Use(term, term, _speaks(article, passage), passage, _names(sentence, passage))
            break


def _names(sentence: Sentence, passage: Passage) -> frozenset[str]:
    """Names in the clause of a passage."""
    for segment in sentence.segments:
        if segment.start <= passage.start < segment.end:
            return frozenset(c for c in segment.concepts if c.startswith("@"))
    return frozenset()


def _speaks(article: Article, passage: Passage) -> bool:
    """Whether a passage stands in someone's words."""
    return any(
        s.start <= passage.start and passage.end <= s.end for q in article.quotations for s in q.content
    )


def _of_one_name(uses: list[_Use]) -> list[_Use] | None:
    """The uses that share the name of which most terms are told; None if no name has two terms in two articles."""
    by_name: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        for name in use.names:
            by_name[name].append(use)
    good = [
        (len({u.term for u in found}), len({u.passage.article for u in found}), name)
        for name, found in by_name.items()
        if len({u.term for u in found}) > 1 and len({u.passage.article for u in found}) > 1
    ]
    return by_name[max(good)[2]] if good else None


# ---------- the story's own words


def _within_facts(propositions: Propositions) -> Iterator[Term]:
    """Words of one class that passages of one fact put in the same place."""
    gathered: dict[str, dict[Passage, _Use]] = defaultdict(dict)
    for group in propositions.groups:
        shared: dict[str, list[Window]] = defaultdict(list)
        for window in group.members:
            for concept in window.concepts:
                if concept.startswith("="):
                    shared[concept].append(window)
        for concept, windows in shared.items():
            for window in windows if len({w.article for w in windows}) > 1 else ():
                use = _word(propositions, window, concept)
                if use is not None:
                    gathered[concept][use.passage] = use
    for _, uses in sorted(gathered.items()):
        families = {plain(u.term)[:STEM] for u in uses.values()}
        if len(families) > 1 and len({p.article for p in uses}) > 1:
            found = [uses[p] for p in sorted(uses)]
            yield _term("", found)


def _word(propositions: Propositions, window: Window, concept: str) -> _Use | None:
    """The noun of a window that stands for a class, under the commonest dictionary form of its family."""
    article = propositions.material.articles[window.article]
    lex = lexicon(article.language)
    tokens = propositions.material.tokens[article.id]
    for i in tokens.within(window.start, window.end):
        norm = tokens.norms[i]
        if norm in lex.stopwords or not norm[0].isalpha() or lex.concept(norm) != concept:
            continue
        if not lex.is_predicate(norm, tokens.norms[i - 1] if i else ""):
            passage = Passage(article.id, tokens.starts[i], tokens.ends[i])
            return _Use(lex.spoken(norm), norm, _speaks(article, passage), passage, frozenset())
    return None


def _term(referent: str, uses: list[_Use]) -> Term:
    """The uses of one referent, by term and voice; a term is shown in its commonest written form."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    by_term: dict[tuple[str, bool], list[Passage]] = defaultdict(list)
    for use in uses:
        written[use.term][use.written] += 1
        by_term[use.term, use.speaker].append(use.passage)
    shown = {term: min(forms, key=lambda f: (-forms[f], f)) for term, forms in written.items()}
    rows = [
        TermUse(
            term=shown[term],
            voice="speaker" if speaker else "outlet",
            passages=tuple(sorted(set(places))[:SHOWN]),
        )
        for (term, speaker), places in by_term.items()
    ]
    rows.sort(key=lambda u: (-len(u.passages), u.term, u.voice))
    return Term(referent=referent or rows[0].term, uses=tuple(rows))
