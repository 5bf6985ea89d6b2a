"""Speakers by the story's names: a name by its cluster, a function that only another article explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from recoupe.compare.people.clusters import Cluster
from recoupe.language import load
from recoupe.language.people.entities import compatible
from recoupe.language.people.nouns import Phrase, nouns
from recoupe.language.people.spelling import plain
from recoupe.model.article import Article
from recoupe.model.findings import NameType, Quotation, Relay
from recoupe.text.tokens import Tokens

_SURE = 2.5  # fit of a function (see `compatible`) that is believed in an article that does not name its holder
_ORDER: tuple[NameType, ...] = ("person", "organization", "place")


class Speakers:
    """Names of speakers and relays by article, and functions by noun."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._names: dict[str, dict[str, Cluster]] = defaultdict(dict)
        self._in: dict[str, set[int]] = defaultdict(set)
        self._persons: list[Cluster] = [c for c in clusters if c.kind == "person" and any(x.roles for x in c.locals)]
        for kind in reversed(_ORDER):
            for found in reversed(clusters):
                if found.kind == kind:
                    for local in found.locals:
                        self._names[local.article][plain(local.name)] = found
                        self._in[local.article].add(id(found))
        self._story: dict[str, Cluster | None] = {}
        for found in clusters:
            for local in found.locals:
                key = plain(local.name)
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
        holder = self._holder(article, name)
        return holder.name if holder is not None else name

    def _find(self, article: str, name: str) -> Cluster | None:
        key = plain(name)
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

    def _holder(self, article: Article, name: str) -> Cluster | None:
        """The person whom any article of the story gives the function that `name` is."""
        key = (article.language, plain(name) + "|" + article.id)
        if key not in self._known:
            phrase = self._phrase(article.language, name)
            self._known[key] = self._fitting(article.id, phrase) if phrase else None
        return self._known[key]

    def _phrase(self, language: str, name: str) -> Phrase | None:
        reader = nouns(language)
        tokens = Tokens(name, load(language).tokens)
        phrase = reader.phrase(tokens, 0, len(tokens), {}) if len(tokens) else None
        if phrase is None or phrase.noun.kind != "role" or phrase.noun.plural or phrase.end < len(tokens):
            return None
        return phrase

    def _fitting(self, article: str, phrase: Phrase) -> Cluster | None:
        """The one person who fits best: named in the article, or so well that no name is needed."""
        scored: list[tuple[float, int, Cluster]] = []
        for n, found in enumerate(self._persons):
            fits = max((compatible(phrase, role) for local in found.locals for role in local.roles), default=0.0)
            here = id(found) in self._in[article]
            if fits and (here or (fits >= _SURE and (phrase.countries or phrase.words))):
                scored.append((fits + 0.5 * here, -n, found))
        if not scored:
            return None
        best = max(scored)
        rivals = [s for s in scored if s[0] == best[0]]
        return best[2] if len(rivals) == 1 else None
