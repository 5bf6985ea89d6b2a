"""Invented news: stories of any number of articles, made from sentence templates, the same for the same seed.

Every place, person and outlet is invented. What makes the work of comparing is kept as in real stories: a core of
facts that most articles tell in one of several wordings, a tail that few tell, a dispatch that some outlets copy
word by word, statements that are cut or turned into reported speech, and counts that differ.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sentences import (
    COUNTED,
    DAYS,
    DEEDS,
    DOERS,
    FACTS,
    OBJECTS,
    PEOPLE,
    PLACES,
    PLAIN,
    ROLES,
    SAID,
    STATEMENTS,
    THINGS,
)

WORDS = 500  # of an article, about: the length of a news report
DISPATCH = 12  # sentences of the dispatch
COPIES = 0.3  # share of articles that copy from the dispatch
CORE = 30  # facts that every article draws from ...
TAIL = 2  # ... and those that each article adds to the story


@dataclass(frozen=True, slots=True)
class _Fact:
    wordings: tuple[str, ...]


class _Teller:
    """Draws facts and sentences of one story."""

    def __init__(self, language: str, seed: int) -> None:
        self.language = language
        self.chance = random.Random(seed)  # noqa: S311 - repeatable, not secret

    def fact(self) -> _Fact:
        """A fact, or a statement in its wordings, with the words that fill it."""
        filling = self._filling()
        if self.chance.random() < 0.4:  # noqa: PLR2004 - share of speech in news
            words = self.chance.choice(STATEMENTS[self.language]).format(**filling)
            filling |= {"words": words, "lower": words[0].lower() + words[1:]}
            wordings = SAID[self.language]
        elif self.chance.random() < 0.7:  # noqa: PLR2004 - the rest tells counts, costs and denials
            wordings = PLAIN[self.language]
        else:
            wordings = self.chance.choice(FACTS[self.language])
        return _Fact(tuple(w.format(**filling) for w in wordings))

    def _filling(self) -> dict[str, Any]:
        pick, number = self.chance.choice, self.chance.randint
        role, thing, n = pick(ROLES[self.language]), pick(THINGS[self.language]), number(10, 900)
        doer, deed = pick(DOERS[self.language]), pick(DEEDS[self.language])
        return {
            "doer": doer,
            "Doer": doer[0].upper() + doer[1:],
            "deed": deed[0],
            "other": deed[1],
            "object": pick(OBJECTS[self.language]),
            "role": role,
            "Role": role[0].upper() + role[1:],
            "thing": thing,
            "Thing": thing[0].upper() + thing[1:],
            "place": pick(PLACES),
            "person": pick(PEOPLE),
            "day": pick(DAYS[self.language]),
            "counted": pick(COUNTED[self.language]),
            "n": n,
            "n2": n + number(2, 40),
            "m": number(2, 60),
            "k": number(3, 40),
            "year": number(1950, 2020),
        }


def story(articles: int, *, language: str = "fr", seed: int = 5, words: int = WORDS) -> list[dict[str, str]]:
    """The articles of one invented story, as records that `recoupe annotate` reads.

    Args:
        articles: how many.
        language: `fr` or `en`.
        seed: another seed is another story.
        words: of each article, about.
    """
    teller = _Teller(language, seed)
    chance = teller.chance
    core = [teller.fact() for _ in range(CORE)]
    tail = [teller.fact() for _ in range(TAIL * articles)]
    dispatch = [fact.wordings[0] for fact in chance.sample(core, DISPATCH)]
    made = []
    for number in range(articles):
        told = [
            chance.choice(f.wordings)
            for f in chance.sample(core, 12) + chance.sample(tail, min(8, len(tail)))
        ]
        if chance.random() < COPIES:
            told[2:10] = dispatch[: chance.randint(6, DISPATCH)]
        while sum(len(s.split()) for s in told) < words:
            told.append(chance.choice(teller.fact().wordings))
        paragraphs = [" ".join(told[i : i + 3]) for i in range(0, len(told), 3)]
        made.append(
            {
                "id": f"{language}-{number:04}",
                "outlet": f"Fanal {number}",
                "published": (date(2026, 5, 7) + timedelta(days=number % 4)).isoformat(),
                "language": language,
                "title": told[0].rstrip("."),
                "text": "\n\n".join(paragraphs),
            }
        )
    return made
