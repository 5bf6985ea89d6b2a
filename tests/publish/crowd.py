"""A large invented dossier: as many articles as asked for, most of them copies, with findings in proportion."""

from __future__ import annotations

import random

from recoupe.model.article import Article
from recoupe.model.dossier import (
    Discrepancy,
    Dossier,
    Fact,
    FactPassage,
    Origin,
    Person,
    QuotationRef,
    Reuse,
    Side,
    Statement,
    Term,
    TermUse,
    TimelineEntry,
    Unique,
    Voice,
)
from recoupe.model.findings import Name, Quotation, Time
from recoupe.model.span import Passage, Span

_WORDS = (  # noqa: SIM905 - it is prose
    "le navire a quitté la rade avant que la préfète ne parle des blessés au port de Valmer pendant que les "
    "secours cherchaient encore la balise perdue sous une pluie froide et que la compagnie niait toute faute"
).split()
FACTS = 80


def _sentence(random_: random.Random) -> str:
    return " ".join(random_.choice(_WORDS) for _ in range(random_.randint(12, 24))).capitalize() + "."


def crowd(articles: int, facts: int = FACTS, shared_each: int = 10) -> Dossier:
    """A dossier of `articles` articles by half as many outlets, about 2 300 characters each, with `facts` facts.

    Each has `shared_each` of its 24 sentences in common with others.
    """
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    shared = [_sentence(chance) for _ in range(facts)]
    made: list[Article] = []
    told: dict[int, list[FactPassage]] = {n: [] for n in range(facts)}
    places: dict[str, list[tuple[int, Passage]]] = {}
    for number in range(articles):
        key = f"a{number:04}"
        chosen = sorted(chance.sample(range(facts), shared_each))
        sentences = [shared[n] for n in chosen] + [_sentence(chance) for _ in range(24 - shared_each)]
        text, spans = "", []
        for sentence in sentences:
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence + ("\n\n" if len(spans) % 3 == 0 else " ")
        places[key] = [(n, Passage(key, s.start, s.end)) for n, s in zip(chosen, spans, strict=False)]
        for n, place in places[key]:
            told[n].append(FactPassage(key, place.start, place.end, f"o{1 + number % 5}"))
        names = [Name(s.start, s.start + 9, "person", "Odile M.") for s in spans[:18]]
        times = [Time(s.end - 9, s.end - 1, "DATE", "2031-03-04") for s in spans[:8]]
        quotations = tuple(
            Quotation("direct", "assert", (Span(s.start + 3, s.end - 3),), speaker_name=f"Personne {k % 40}")
            for k, s in enumerate(spans[10:18], number)
        )
        made.append(
            Article(
                id=key,
                text=text,
                outlet=f"Journal de la côte {number // 2}",
                title=sentences[0],
                published=f"2031-03-{1 + number % 9:02}",
                language="fr",
                sentences=tuple(spans),
                names=tuple(names),
                times=tuple(times),
                quotations=quotations,
            )
        )
    return Dossier(
        title="Le navire et la rade",
        language="fr",
        articles=tuple(made),
        people=tuple(Person(id=f"p{n}", name=f"Personne {n}", type="person") for n in range(40)),
        facts=tuple(_fact(n, shared[n], told[n], made) for n in range(facts)),
        statements=tuple(
            Statement(
                id=f"s{n}",
                speaker=f"p{n % 40}",
                speaker_name=None,
                quotations=tuple(QuotationRef(a.id, n % 8) for a in made[n : n + 6]),
                origins=("o1", "o2"),
            )
            for n in range(40)
        ),
        discrepancies=tuple(
            Discrepancy(
                id=f"d{n}",
                kind="number",
                about="blessés",
                sides=(
                    Side("12", tuple(p.passage for p in told[n][:9])),
                    Side("17", tuple(p.passage for p in told[n][9:20])),
                ),
                note="Douze ou dix-sept.",
            )
            for n in range(facts * 3 // 8)
        ),
        timeline=tuple(
            TimelineEntry(
                when=f"{1950 + n}" if n < 30 else f"2031-03-{1 + n % 28:02}T{n % 24:02}",
                precision="year" if n < 30 else "time",
                status="happened",
                text=shared[n],
                passages=tuple(p.passage for p in told[n][:12]),
            )
            for n in range(facts * 3 // 4)
        ),
        reuse=tuple(_reuse(places)),
        origins=tuple(
            Origin(
                id=f"o{n}",
                name=f"Agence {n}",
                kind="agency",
                articles=tuple(a.id for a in made[n - 1 :: 5]),
                evidence=tuple(Passage(a.id, 0, 20) for a in made[n - 1 :: 5]),
            )
            for n in range(1, 6)
        ),
        terms=tuple(
            Term(
                referent=f"chose {n}",
                uses=tuple(
                    TermUse(
                        term=f"mot {k}", voice="outlet", passages=tuple(_word(p) for p in told[n + k][:20])
                    )
                    for k in range(3)
                ),
            )
            for n in range(facts // 8)
        ),
        unique=tuple(
            Unique(article=a.id, passages=tuple(Passage(a.id, s.start, s.end) for s in a.sentences[18:]))
            for a in made
        ),
        voices=tuple(
            Voice(person=f"p{(n + k) % 40}", article=a.id, quotations=1, characters=90)
            for n, a in enumerate(made)
            for k in range(8)
        ),
    )


def _fact(number: int, text: str, told: list[FactPassage], articles: list[Article]) -> Fact:
    saying = {p.article for p in told}
    return Fact(
        id=f"f{number + 1}",
        text=text,
        status="asserted",
        passages=tuple(told),
        stances={a.id: "agrees" if a.id in saying else "silent" for a in articles},
        origins=tuple(sorted({p.origin for p in told})),
        outlets=len(saying),
    )


def _word(told: FactPassage) -> Passage:
    """The first letters of a passage: a term is a word or two."""
    return Passage(told.article, told.start, told.start + 9)


def _reuse(places: dict[str, list[tuple[int, Passage]]]) -> list[Reuse]:
    """Every pair of articles that share a sentence: what one dispatch in two hundred papers looks like."""
    found = []
    keys = sorted(places)
    for i, first in enumerate(keys):
        mine = dict(places[first])
        for second in keys[i + 1 : i + 60]:
            found += [
                Reuse(a=mine[n], b=place, similarity=1.0, earlier="a")
                for n, place in places[second]
                if n in mine
            ]
    return found
