"""What one article says of each person, body and place that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.language import load
from recoupe.language.people.entities import Entities, Entity
from recoupe.language.people.nouns import Phrase, nouns
from recoupe.language.people.spelling import initials_match
from recoupe.model.article import Article
from recoupe.model.findings import Name, NameType
from recoupe.text.tokens import Tokens

_LONGEST = 5  # tokens of a country's name
_LONG_NAME = 16  # tokens of a body's name in full
_STOPS = frozenset('().,;:!?«»“”"')
ACRONYM = range(2, 9)
"""Letters of an acronym."""
_UNSAID = ("kin", "person", "self", "counterpart", "colleague", "rival")  # classes that are no functions


@dataclass(slots=True)
class Local:
    """One entity of one article.

    Attributes:
        article: id of the article.
        kind: person, organization or place.
        name: its fullest name there.
        forms: how the article writes it, with counts.
        places: spans of its mentions.
        roles: phrases that say what it is; `role_texts` their words.
        gender: m, f or empty.
        acronyms: short forms that the article sets in brackets beside it, or beside whose brackets it stands.
    """

    article: str
    language: str
    kind: NameType
    name: str
    forms: Counter[str] = field(default_factory=Counter)
    places: list[tuple[int, int]] = field(default_factory=list)
    roles: list[Phrase] = field(default_factory=list)
    role_texts: list[str] = field(default_factory=list)
    gender: str = ""
    acronyms: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """Number of mentions."""
        return len(self.places)


def read_article(article: Article) -> list[Local]:
    """The entities of an annotated article, in the order of their first mention."""
    tokens = Tokens(article.text, load(article.language).tokens)
    ranges = [tokens.within(s.start, s.end) for s in article.sentences]
    entities = Entities(tokens, ranges, article.names, nouns(article.language))
    portfolios = _portfolios(entities)
    found: dict[int, Local] = {}
    for n, name in enumerate(article.names):
        if n in portfolios:
            continue
        entity = entities.of[n]
        local = found.get(id(entity))
        if local is None:
            local = found[id(entity)] = Local(
                article.id, article.language, name.type, name.name, gender=entity.gender
            )
            local.roles = list(entity.roles)
            local.role_texts = _texts(article.text, tokens, entity)
        local.forms[" ".join(article.text[name.start : name.end].split())] += 1
        local.places.append((name.start, name.end))
        if name.type == "organization":
            local.acronyms.update(_acronym(tokens, name))
    return list(found.values())


def _texts(text: str, tokens: Tokens, entity: Entity) -> list[str]:
    return [
        " ".join(text[tokens.starts[p.head] : tokens.ends[p.end - 1]].split())
        for p in entity.roles
        if p.noun.group not in _UNSAID
    ]


def _acronym(tokens: Tokens, name: Name) -> Iterator[str]:
    """The acronym of a body told in brackets after its name, or before its name in brackets.

    The name may have been cut: *Caisse nationale | des marins d'Orle (CNMO)*.
    """
    first = tokens.first_at(name.start)
    end = first
    while end < len(tokens) and end - first < _LONG_NAME and tokens.forms[end] not in _STOPS:
        end += 1
    words = [tokens.forms[i] for i in range(first, min(end, len(tokens)))]
    closed = end + 2 < len(tokens) and tokens.forms[end] == "(" and tokens.forms[end + 2] == ")"
    if closed and stands_for(tokens.forms[end + 1], words):
        yield tokens.forms[end + 1]
    elif first > 1 and tokens.forms[first - 1] == "(" and stands_for(tokens.forms[first - 2], words):
        yield tokens.forms[first - 2]


def stands_for(acronym: str, words: Sequence[str]) -> bool:
    """Whether a word in capitals is made of the initials of these words, or of the first ones."""
    if not (acronym.isupper() and acronym.isalpha() and len(acronym) in ACRONYM):
        return False
    return any(initials_match(acronym, words[:n]) for n in range(2, len(words) + 1))


def _portfolios(entities: Entities) -> set[int]:
    """Names that are part of a function, no body: *ministre de la Mer*, *garde des Sceaux*."""
    found: set[int] = set()
    for phrase in entities.phrases.values():
        if phrase.noun.kind != "role":
            continue
        words = phrase.noun.lemma.split()
        whole = words[0] in entities.nouns.portfolio or words[-1] in entities.nouns.portfolio
        for i in range(phrase.head + 1, phrase.end if whole else min(phrase.end, phrase.head + len(words))):
            n = entities.owner.get(i)
            if n is not None and _is_field(entities, n, i):
                found.add(n)
    return found


def _is_field(entities: Entities, n: int, i: int) -> bool:
    """Whether name `n`, at token `i` of a minister's function, is what the minister is in charge of."""
    tokens, kind = entities.tokens, entities.names[n].type
    if kind == "person" or tokens.forms[i].isupper():
        return False
    return (
        kind == "organization" or not entities.nouns.country_at(tokens, i, min(i + _LONGEST, len(tokens)))[0]
    )
