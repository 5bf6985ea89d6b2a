"""What one article says of each person, body and place that it names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from recoupe.language import load
from recoupe.language.people.entities import Entities, Entity
from recoupe.language.people.nouns import Phrase, nouns
from recoupe.model.article import Article
from recoupe.model.findings import NameType
from recoupe.text.tokens import Tokens

_LONGEST = 5  # tokens of a country's name
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
    return list(found.values())


def _texts(text: str, tokens: Tokens, entity: Entity) -> list[str]:
    return [
        " ".join(text[tokens.starts[p.head] : tokens.ends[p.end - 1]].split())
        for p in entity.roles
        if p.noun.group not in _UNSAID
    ]


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
