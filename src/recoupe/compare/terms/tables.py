"""Contested terms of the tables (`language/<code>/terms.tsv`), found in the articles and tied to what they name.

Two terms of one row are of one referent only if their noun phrases hold the same name: *la guerre en Ukraine* and
*l'opération militaire spéciale en Ukraine*; or if they stand in passages that assert one fact. A term in the table with
`~` before it is plain: two plain ones alone are no contest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Sentence
from recoupe.compare.facts.grammar import MARKS
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.terms.uses import Use, contested, shown, speaks
from recoupe.language import load
from recoupe.language.morphology import morphology
from recoupe.model.article import Article
from recoupe.model.dossier import Person, Term
from recoupe.model.span import Passage
from recoupe.text.accents import plain
from recoupe.text.tokens import Tokens

PLAIN = "~"
AFTER, BEFORE = 8, 2
"""Tokens after and before a term in which a name belongs to its noun phrase."""
SECOND = 3
"""Articles that tell a second name of a referent by several terms, at least."""
BETWEEN = 2
"""Other content words that may stand between the term and the name."""


class Entry(NamedTuple):
    """A term of a table: its words (dictionary forms), its referent, as it is shown, whether it is plain."""

    words: tuple[str, ...]
    referent: str
    term: str
    plain: bool


@cache
def _table(code: str) -> dict[str, list[Entry]]:
    """Entries by their first word, the longest first."""
    language = load(code)
    table: dict[str, list[Entry]] = defaultdict(list)
    for referent, terms in language.rows("terms"):
        for cell in terms.split(";"):
            term = cell.strip()
            entry = _entry(term.removeprefix(PLAIN), referent, code, is_plain=term.startswith(PLAIN))
            table[entry.words[0]].append(entry)
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e.words), e))
    return dict(table)


def _entry(term: str, referent: str, code: str, *, is_plain: bool) -> Entry:
    language = load(code)
    words = tuple(language.lemma(w) for w in language.tokens.findall(term.lower()))
    return Entry(words, referent, term, is_plain)


def from_tables(propositions: Propositions, people: Sequence[Person]) -> Iterator[Term]:
    """Referents of the tables that the story calls by two terms."""
    places = {(m.article, m.start): p.id for p in people for m in p.mentions}
    names = {p.id: p.name for p in people}
    uses: dict[str, list[Use]] = defaultdict(list)
    linked: dict[str, dict[int, list[Use]]] = defaultdict(lambda: defaultdict(list))
    groups = _groups(propositions)
    for sentence in propositions.sentences:
        article = propositions.material.articles[sentence.article]
        for referent, use in _terms_of(propositions, article, sentence, places):
            uses[referent].append(use)
            for group in groups.get(id(sentence), ()):
                if any(s <= use.passage.start < e for s, e in group[1]):
                    linked[referent][group[0]].append(use)
    code = propositions.material.articles[0].language if propositions.material.articles else ""
    for referent, found in sorted(uses.items()):
        named = list(_by_name(referent, found, names, code))
        yield from named or _by_fact(referent, found, linked[referent])


def _by_name(referent: str, uses: Sequence[Use], names: Mapping[str, str], code: str) -> Iterator[Term]:
    """The terms told of one name: the name of most uses, and others that as many articles as `SECOND` use."""
    by_name: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        for name in use.names:
            by_name[name].append(use)
    taken: set[Passage] = set()
    for name, found in sorted(by_name.items(), key=lambda f: (-len(f[1]), f[0])):
        left = [u for u in found if u.passage not in taken]
        if contested(left) and (not taken or len({u.passage.article for u in left}) >= SECOND):
            taken.update(u.passage for u in left)
            yield shown(f"{referent} ({names.get(name) or _spelled(name, code)})", left)


def _spelled(name: str, code: str) -> str:
    """How a name is shown that is no id of the story's: a country in the story's language, a word with its capital."""
    rows = load(code).rows("countries")
    return next((row[1].split("|")[0] for row in rows if row[0] == name), name.capitalize())


def _by_fact(referent: str, uses: Sequence[Use], linked: Mapping[int, Sequence[Use]]) -> Iterator[Term]:
    """The terms that passages of one fact have, one each."""
    groups = [group for group in linked.values() if contested(group)]
    if groups:
        places = {u.passage for group in groups for u in group}
        yield shown(referent, [u for u in uses if u.passage in places])


def _groups(propositions: Propositions) -> dict[int, list[tuple[int, list[tuple[int, int]]]]]:
    """For each sentence the numbers of the groups that hold passages of it, and where those stand."""
    found: dict[int, list[tuple[int, list[tuple[int, int]]]]] = defaultdict(list)
    for number, group in enumerate(propositions.groups):
        by_sentence: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for window in group.members:
            by_sentence[id(window.sentence)].append((window.start, window.end))
        for sentence, spans in by_sentence.items():
            found[sentence].append((number, spans))
    return found


def _terms_of(
    propositions: Propositions, article: Article, sentence: Sentence, places: Mapping[tuple[str, int], str]
) -> Iterator[tuple[str, Use]]:
    """Terms of the tables in one sentence; the longest where several begin."""
    language, table = load(article.language), _table(article.language)
    stopwords = lexicon(article.language).stopwords
    tokens = propositions.material.tokens[article.id]
    words = tokens.within(sentence.span.start, sentence.span.end)
    skip = -1
    for i in words:
        norm = tokens.norms[i]
        if i <= skip or norm in stopwords:
            continue
        for entry in (e for w in dict.fromkeys((language.lemma(norm), norm)) for e in table.get(w, ())):
            last = i + len(entry.words) - 1
            if last >= words.stop or not _stands(entry.words, tokens, i, language.lemma):
                continue
            skip = last
            if len(entry.words) == 1 and lexicon(article.language).is_predicate(
                norm, tokens.norms[i - 1] if i else ""
            ):
                break
            passage = Passage(article.id, tokens.starts[i], tokens.ends[last])
            names = _names(article, tokens, words, range(i, last + 1), places)
            voice = speaks(article, passage)
            yield entry.referent, Use(entry.term, entry.term, voice, passage, entry.plain, names)
            break


def _stands(words: Sequence[str], tokens: Tokens, i: int, lemma: Callable[[str], str]) -> bool:
    """Whether the words of a term stand at token `i`, each in any form."""
    return all(word in (tokens.norms[i + n], lemma(tokens.norms[i + n])) for n, word in enumerate(words))


def _finite(code: str, norm: str) -> bool:
    """Whether a word is the verb of a clause and of nothing else: the noun phrase ends before it."""
    known = lexicon(code)
    return norm not in known.stopwords and any(f.person for f in morphology(code).forms(norm))


def _names(
    article: Article, tokens: Tokens, sentence: range, term: range, places: Mapping[tuple[str, int], str]
) -> frozenset[str]:
    """Keys of the names in the noun phrase of a term."""
    found: set[str] = set()
    between = 0
    for i in range(term.stop, min(term.stop + AFTER, sentence.stop)):
        norm = tokens.norms[i]
        if name := _key(article, tokens, i, places):
            found.add(name)
            continue
        between += norm[:1].isalnum() and norm not in lexicon(article.language).stopwords
        if norm in MARKS or len(found) > 1 or between > BETWEEN or _finite(article.language, norm):
            break
    for i in range(term.start - 1, max(sentence.start, term.start - BEFORE) - 1, -1):
        if name := _key(article, tokens, i, places):
            found.add(name)
        elif tokens.norms[i] not in ("’s", "'s"):
            break
    return frozenset(found)


def _key(article: Article, tokens: Tokens, i: int, places: Mapping[tuple[str, int], str]) -> str | None:
    """Key of the name at token `i`: a country's code, an id of the story's people, or an unknown name's letters."""
    known, norm = lexicon(article.language), tokens.norms[i]
    if norm in known.stopwords:
        return None
    country = known.nationals.get(norm) or known.countries.get(norm)
    if country:
        return country.lstrip("@")
    own = tokens.forms[i][:1].isupper() and not known.knows(norm)
    return places.get((article.id, tokens.starts[i])) or (plain(norm) if own else None)
