"""Speakers by the story's names: a name by its cluster, a function that only another article explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from recoupe.compare.people.clusters import Cluster
from recoupe.language import load
from recoupe.language.people.entities import compatible
from recoupe.language.people.nouns import Phrase, nouns
from recoupe.language.people.spelling import name_key
from recoupe.model.article import Article
from recoupe.model.findings import NameType, Quotation, Relay
from recoupe.text.tokens import Tokens

_HEAD = 4  # tokens of a speaker span in which the noun must stand
_DEFINITE = ("definite", "demonstrative")
_ORDER: tuple[NameType, ...] = ("person", "organization", "place")


class Speakers:
    """Names of speakers and relays by article, and functions by noun."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._names: dict[str, dict[str, Cluster]] = defaultdict(dict)
        self._in: dict[str, set[int]] = defaultdict(set)
        self._persons: list[Cluster] = [
            c for c in clusters if c.kind == "person" and any(x.roles for x in c.locals)
        ]
        for kind in reversed(_ORDER):
            for found in reversed(clusters):
                if found.kind == kind:
                    for local in found.locals:
                        self._names[local.article][name_key(local.name)] = found
                        self._in[local.article].add(id(found))
        self._story: dict[str, Cluster | None] = {}
        for found in clusters:
            for local in found.locals:
                key = name_key(local.name)
                held = self._story.get(key, found)
                self._story[key] = found if held is found else None
        self._known: dict[tuple[str, str], Cluster | None] = {}

    def resolve(self, article: Article) -> tuple[Quotation, ...]:
        """The quotations of an article with the story's names for speakers and relays."""
        return tuple(
            msgspec.structs.replace(
                q,
                speaker_name=self._speaker(article, q),
                relays=tuple(Relay(r.span, self._named(article.id, r.name)) for r in q.relays),
            )
            for q in article.quotations
        )

    def _speaker(self, article: Article, quotation: Quotation) -> str | None:
        name = quotation.speaker_name
        if name is None:
            return None
        found = self._find(article.id, name)
        if found is not None:
            return found.name
        joined = self._joined(article, name)
        if joined is not None:
            return joined
        holder = self._holder(article, quotation, name)
        return holder.name if holder is not None else name

    def _find(self, article: str, name: str) -> Cluster | None:
        key = name_key(name)
        return self._names[article].get(key) or self._story.get(key)

    def _named(self, article: str, name: str) -> str:
        found = self._find(article, name)
        return found.name if found is not None else name

    def _joined(self, article: Article, name: str) -> str | None:
        """*X et Y*: each by the story's name."""
        for word in load(article.language).table("coreference")["words"]["and"]:
            parts = name.split(f" {word} ")
            found = [self._find(article.id, part) for part in parts]
            if len(parts) > 1 and all(found):
                return f" {word} ".join(f.name for f in found if f is not None)
        return None

    def _holder(self, article: Article, quotation: Quotation, name: str) -> Cluster | None:
        """The person whom any article of the story gives the function that the speaker is told by."""
        key = (article.id, name_key(name))
        if key not in self._known:
            phrase = self._phrase(article, quotation)
            if phrase is None:
                return None  # a pronoun: whom it continues may have been told before
            self._known[key] = self._fitting(article.id, phrase)
        return self._known[key]

    def _phrase(self, article: Article, quotation: Quotation) -> Phrase | None:
        """The speaker as a definite function, if it is one."""
        if quotation.speaker is None:
            return None
        reader = nouns(article.language)
        tokens = Tokens(quotation.speaker.of(article.text), load(article.language).tokens)
        for i in range(min(_HEAD, len(tokens))):
            phrase = reader.phrase(tokens, i, len(tokens), {})
            if phrase is not None:
                sure = phrase.start == 0 and phrase.end == len(tokens) and phrase.determiner in _DEFINITE
                return phrase if sure and phrase.noun.kind == "role" and not phrase.noun.plural else None
        return None

    def _fitting(self, article: str, phrase: Phrase) -> Cluster | None:
        """The one person who fits best: named in the article, or told so exactly that no name is needed."""
        scored: list[tuple[float, int, Cluster]] = []
        for n, found in enumerate(self._persons):
            here = id(found) in self._in[article]
            fits = max(
                (_fit(phrase, role, here=here) for local in found.locals for role in local.roles), default=0.0
            )
            if fits:
                scored.append((fits + 0.5 * here, -n, found))
        if not scored:
            return None
        best = max(scored)
        rivals = [s for s in scored if s[0] == best[0]]
        return best[2] if len(rivals) == 1 else None


def _fit(wanted: Phrase, held: Phrase, *, here: bool) -> float:
    """`compatible`, stricter: what is told of the function must be told of the person too.

    Of somebody whom the article does not name (not `here`), country or field must be told and agree in full.
    """
    fits = compatible(wanted, held)
    if not fits or (wanted.words and not wanted.words & held.words and not wanted.countries & held.countries):
        return 0.0
    if here:
        return fits
    exact = wanted.words == held.words and bool(wanted.words or wanted.countries & held.countries)
    return fits if exact and wanted.countries == held.countries else 0.0
