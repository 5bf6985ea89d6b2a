"""An invented story told by six invented outlets, with every kind of finding, made by hand.

Passages are found by their words, so that no offset is written down: `place` fails if the words are not there
exactly once.
"""

# ruff: noqa: E501 - articles stand as they were read, one paragraph a line
from __future__ import annotations

import hashlib

from recoupe.model.article import Article
from recoupe.model.dossier import (
    Discrepancy,
    Dossier,
    Edit,
    Evolution,
    Fact,
    FactPassage,
    Origin,
    Person,
    QuotationRef,
    Reuse,
    Side,
    Statement,
    Step,
    Term,
    TermUse,
    TimelineEntry,
    Unique,
    Variant,
    Voice,
)
from recoupe.model.findings import Counted, Credit, Furniture, Name, Quantity, Quotation, Relay, Time
from recoupe.model.problem import Problem
from recoupe.model.span import Passage, Span

FANAL = """Le Fanal | Accueil | Région

Le ferry Ondine heurte une digue à Port-Valmer : au moins 12 blessés

PORT-VALMER (ALP) – Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi, faisant au moins 12 blessés, a annoncé la préfecture maritime d'Estrie.

Le navire transportait 214 passagers. « Le pilote a signalé une panne de gouvernail six minutes avant le choc », a déclaré la préfète Odile Marchaux, citée par l'agence ALP.

À lire aussi : la criée de Valmer fête ses cent ans

Une enquête a été ouverte. Le ferry, construit en 1974, avait été rénové en 2019.
"""
LITTORAL = """Accident de l'Ondine : douze blessés dans le port

Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi, faisant au moins 12 blessés, a annoncé la préfecture maritime. À bord, 214 passagers.

« Le pilote a signalé une panne six minutes avant le choc », a dit Odile Marchaux selon ALP. La compagnie Lignes d'Estrie affirme que le navire était « en parfait état ».

Une enquête a été ouverte par le parquet de Valmer.
"""
VOIX = """Naufrage évité : la compagnie mise en cause

Dix-sept personnes ont été blessées quand l'Ondine s'est écrasé contre la jetée, mardi vers 2 h 30. Nos reporters ont compté 17 civières sur le quai.

« Cette compagnie a refusé deux fois le contrôle de la barre », accuse le syndicaliste Paul Ferrand. Les Lignes d'Estrie démentent tout refus de contrôle.

Depuis le drame du Cormoran en 1950, jamais un ferry n'avait touché cette jetée. Le syndicat appelle à une grève jeudi.
"""
POST = """Ferry hits breakwater in Port-Valmer, a dozen hurt

The ferry Ondine struck the northern breakwater of Port-Valmer overnight, injuring at least 12 people, the maritime prefecture said, according to the ALP agency.

"The pilot reported a steering failure six minutes before the impact," prefect Odile Marchaux said. The 1974 ship carried 214 passengers.

An inquiry was opened.
"""
QUOTIDIEN = """L'Ondine reprendra la mer lundi soir

Le ferry Ondine doit quitter Port-Sévère lundi à 22 heures pour sa première traversée depuis sa rénovation, avec quelque 200 passagers attendus.

Les Lignes d'Estrie promettent « une traversée sans histoire ». Construit en 1974, le navire a coûté 40 millions d'écus à rénover.
"""
REVEIL = """Le bilan de l'accident de l'Ondine s'alourdit : 19 blessés

Le bilan est passé mercredi à 19 blessés, deux passagers s'étant présentés à l'hôpital le lendemain. Le collision s'est produite contre la digue sud.

La préfète Odile Marchaux a reconnu qu'une panne de gouvernail avait été signalée avant le choc.

Une enquête a été ouverte, et la boîte noire a été retrouvée à 5 h 10.
"""

_META = {
    "fanal": (FANAL, "Le Fanal de Port-Valmer et du Littoral d'Estrie", "2031-03-04T07:15", "fr"),
    "littoral": (LITTORAL, "Radio Littoral", "2031-03-04T08:40", "fr"),
    "voix": (VOIX, "La Voix d'Estrie", "2031-03-04", "fr"),
    "post": (POST, "The Harbour Post", "2031-03-04T09:30", "en"),
    "quotidien": (QUOTIDIEN, "Le Quotidien du Port", "2031-03-03", "fr"),
    "reveil": (REVEIL, None, "2031-03-05", "fr"),
}
_ORDER = ("quotidien", "fanal", "littoral", "voix", "post", "reveil")


def place(article: str, words: str) -> Passage:
    """The only passage of `article` with these words."""
    text = _META[article][0]
    assert text.count(words) == 1, (article, words, text.count(words))
    start = text.index(words)
    return Passage(article, start, start + len(words))


def span(article: str, words: str) -> Span:
    """The span of `place`."""
    return place(article, words).span


def _fact(article: str, words: str, origin: str) -> FactPassage:
    found = place(article, words)
    return FactPassage(article, found.start, found.end, origin)


def _quotations() -> dict[str, tuple[Quotation, ...]]:
    marchaux = "Odile Marchaux"
    return {
        "fanal": (
            Quotation(
                "direct",
                "assert",
                (span("fanal", "Le pilote a signalé une panne de gouvernail six minutes avant le choc"),),
                cue=span("fanal", "a déclaré"),
                speaker=span("fanal", "la préfète Odile Marchaux"),
                speaker_name=marchaux,
                relays=(Relay(span("fanal", "l'agence ALP"), "ALP"),),
            ),
        ),
        "littoral": (
            Quotation(
                "direct",
                "assert",
                (span("littoral", "Le pilote a signalé une panne six minutes avant le choc"),),
                cue=span("littoral", "a dit"),
                speaker=span("littoral", "Odile Marchaux"),
                speaker_name=marchaux,
                relays=(Relay(span("littoral", "ALP"), "ALP"),),
            ),
            Quotation(
                "mixed",
                "assert",
                (span("littoral", "le navire était « en parfait état"),),
                cue=span("littoral", "affirme"),
                speaker=span("littoral", "La compagnie Lignes d'Estrie"),
                speaker_name="Lignes d'Estrie",
            ),
        ),
        "voix": (
            Quotation(
                "direct",
                "accuse",
                (span("voix", "Cette compagnie a refusé deux fois le contrôle de la barre"),),
                cue=span("voix", "accuse"),
                speaker=span("voix", "le syndicaliste Paul Ferrand"),
                speaker_name="Paul Ferrand",
            ),
            Quotation(
                "indirect",
                "deny",
                (span("voix", "tout refus de contrôle"),),
                cue=span("voix", "démentent"),
                speaker=span("voix", "Les Lignes d'Estrie"),
                speaker_name="Lignes d'Estrie",
            ),
        ),
        "post": (
            Quotation(
                "direct",
                "assert",
                (span("post", "The pilot reported a steering failure six minutes before the impact"),),
                cue=span("post", "prefect Odile Marchaux said"),
                speaker=span("post", "prefect Odile Marchaux"),
                speaker_name=marchaux,
            ),
        ),
        "quotidien": (
            Quotation(
                "direct",
                "promise",
                (span("quotidien", "une traversée sans histoire"),),
                cue=span("quotidien", "promettent"),
                speaker=span("quotidien", "Les Lignes d'Estrie"),
                speaker_name="Lignes d'Estrie",
            ),
        ),
        "reveil": (
            Quotation(
                "indirect",
                "admit",
                (span("reveil", "une panne de gouvernail avait été signalée avant le choc"),),
                cue=span("reveil", "a reconnu"),
                speaker=span("reveil", "La préfète Odile Marchaux"),
                speaker_name=marchaux,
            ),
        ),
    }


def articles() -> tuple[Article, ...]:
    """The six articles, annotated."""
    quotations = _quotations()
    extra = {
        "fanal": {
            "furniture": (
                Furniture(0, len("Le Fanal | Accueil | Région"), "navigation"),
                Furniture(*_edges("fanal", "À lire aussi : la criée de Valmer fête ses cent ans"), "link"),
            ),
            "credits": (
                Credit(*_edges("fanal", "ALP) –")[:1], _edges("fanal", "ALP) –")[0] + 3, "ALP", "text"),
            ),
            "names": (
                Name(*_edges("fanal", "Odile Marchaux"), "person", "Odile Marchaux"),
                Name(*_edges("fanal", "préfecture maritime d'Estrie"), "organization", "préfecture maritime"),
            ),
            "times": (
                Time(
                    *_edges("fanal", "dans la nuit de lundi à mardi"),
                    "TIME",
                    "2031-03-03TNI",
                    ("2031-03-03T20:00", "2031-03-04T06:00"),
                ),
                Time(*_edges("fanal", "en 1974"), "DATE", "1974", ("1974-01-01", "1974-12-31")),
            ),
            "quantities": (
                Quantity(
                    *_edges("fanal", "214"),
                    kind="cardinal",
                    told=214.0,
                    low=214.0,
                    high=214.0,
                    of=Counted(span("fanal", "passagers"), "passager"),
                ),
            ),
            "url": "https://fanal.example/ondine",
        },
        "post": {"url": "javascript:alert(1)"},
        "reveil": {"published_inferred": True},
    }
    made = []
    for key in _ORDER:
        text, outlet, published, language = _META[key]
        made.append(
            Article(
                id=key,
                text=text,
                outlet=outlet,
                title=text.strip().splitlines()[2 if key == "fanal" else 0],
                published=published,
                language=language,
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                source=f"{key}.txt",
                sentences=_sentences(text),
                quotations=quotations[key],
                **extra.get(key, {}),
            )
        )
    return tuple(made)


def _edges(article: str, words: str) -> tuple[int, int]:
    found = place(article, words)
    return found.start, found.end


def _sentences(text: str) -> tuple[Span, ...]:
    spans = []
    start = 0
    for line in text.split("\n"):
        offset = start
        for sentence in line.split(". "):
            if sentence.strip():
                spans.append(Span(offset, offset + len(sentence)))
            offset += len(sentence) + 2
        start += len(line) + 1
    return tuple(spans)


def _facts() -> tuple[Fact, ...]:
    ids = list(_ORDER)

    def stances(agrees: str, contradicts: str = "") -> dict:
        told = dict.fromkeys(agrees.split(), "agrees") | dict.fromkeys(contradicts.split(), "contradicts")
        return {key: told.get(key, "silent") for key in ids}

    return (
        Fact(
            id="f1",
            text="Une enquête a été ouverte.",
            status="asserted",
            passages=(
                _fact("fanal", "Une enquête a été ouverte.", "o1"),
                _fact("littoral", "Une enquête a été ouverte par le parquet de Valmer.", "o2"),
                _fact("post", "An inquiry was opened.", "o1"),
                _fact("reveil", "Une enquête a été ouverte,", "o5"),
            ),
            stances=stances("fanal littoral post reveil"),
            origins=("o1", "o2", "o5"),
            outlets=4,
        ),
        Fact(
            id="f2",
            text="Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi",
            status="asserted",
            passages=(
                _fact(
                    "fanal",
                    "Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi",
                    "o1",
                ),
                _fact(
                    "littoral",
                    "Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi",
                    "o1",
                ),
                _fact("voix", "l'Ondine s'est écrasé contre la jetée, mardi vers 2 h 30", "o3"),
                _fact(
                    "post", "The ferry Ondine struck the northern breakwater of Port-Valmer overnight", "o1"
                ),
            ),
            against=(place("reveil", "Le collision s'est produite contre la digue sud."),),
            stances=stances("fanal littoral voix post", "reveil"),
            origins=("o1", "o3"),
            outlets=4,
        ),
        Fact(
            id="f3",
            text="Construit en 1974, le navire a coûté 40 millions d'écus à rénover.",
            status="asserted",
            passages=(
                _fact("quotidien", "Construit en 1974", "o4"),
                _fact("fanal", "Le ferry, construit en 1974", "o1"),
                _fact("post", "The 1974 ship", "o1"),
            ),
            stances=stances("quotidien fanal post"),
            origins=("o4", "o1"),
            outlets=3,
        ),
        Fact(
            id="f4",
            text="Les Lignes d'Estrie démentent tout refus de contrôle.",
            status="denied",
            passages=(_fact("voix", "Les Lignes d'Estrie démentent tout refus de contrôle.", "o3"),),
            stances=stances("voix"),
            origins=("o3",),
            outlets=1,
        ),
        Fact(
            id="f5",
            text="Le syndicat appelle à une grève jeudi.",
            status="announced",
            passages=(_fact("voix", "Le syndicat appelle à une grève jeudi.", "o3"),),
            stances=stances("voix"),
            origins=("o3",),
            outlets=1,
        ),
    )


def _statements() -> tuple[Statement, ...]:
    reference = QuotationRef("fanal", 0)
    full = _quotations()["fanal"][0].content[0]
    gone = span("fanal", "de gouvernail six minutes")
    gone = Span(gone.start, gone.start + len("de gouvernail"))
    return (
        Statement(
            id="s1",
            speaker="p1",
            speaker_name="Odile Marchaux",
            quotations=(
                reference,
                QuotationRef("littoral", 0),
                QuotationRef("post", 0),
                QuotationRef("reveil", 0),
            ),
            variants=(
                Variant(
                    article="littoral",
                    index=0,
                    against=reference,
                    similarity=0.87,
                    relays=("ALP",),
                    edits=(
                        Edit(
                            "equal",
                            Span(full.start, gone.start - 1),
                            span("littoral", "Le pilote a signalé une panne"),
                        ),
                        Edit("cut", gone, None),
                        Edit(
                            "equal",
                            Span(gone.end + 1, full.end),
                            span("littoral", "six minutes avant le choc"),
                        ),
                    ),
                ),
                Variant(article="post", index=0, against=reference, similarity=0.1),
                Variant(
                    article="reveil",
                    index=0,
                    against=reference,
                    similarity=0.5,
                    edits=(
                        Edit(
                            "changed",
                            span("fanal", "Le pilote a signalé une panne"),
                            span("reveil", "une panne"),
                        ),
                        Edit("equal", gone, span("reveil", "de gouvernail")),
                        Edit("changed", span("fanal", "six minutes"), span("reveil", "avait été signalée")),
                        Edit("equal", span("fanal", "avant le choc"), span("reveil", "avant le choc")),
                    ),
                ),
            ),
            origins=("o1", "o5"),
        ),
        Statement(
            id="s2",
            speaker="p2",
            speaker_name="Paul Ferrand",
            quotations=(QuotationRef("voix", 0),),
            origins=("o3",),
        ),
    )


def dossier() -> Dossier:
    """The whole dossier."""
    shared = "Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi, faisant au moins 12 blessés, a annoncé la préfecture maritime"
    return Dossier(
        title="Le ferry Ondine heurte une digue à Port-Valmer : au moins 12 blessés",
        language="fr",
        options={"names": "rules", "interface": None, "embeddings": None},
        articles=articles(),
        problems=(
            Problem("error", "empty-file", "Le fichier vide.txt ne contient aucun texte.", "vide.txt"),
            Problem("warning", "unknown-outlet", "Le média n'est pas connu.", "reveil.txt"),
        ),
        people=(
            Person(
                id="p1",
                name="Odile Marchaux",
                type="person",
                aliases=("Marchaux", "Odile Marchaux"),
                roles=("préfète",),
                mentions=(
                    place("fanal", "Odile Marchaux"),
                    place("littoral", "Odile Marchaux"),
                    place("post", "Odile Marchaux"),
                    place("reveil", "Odile Marchaux"),
                ),
            ),
            Person(
                id="p2",
                name="Paul Ferrand",
                type="person",
                roles=("syndicaliste",),
                mentions=(place("voix", "Paul Ferrand"),),
            ),
            Person(
                id="p3",
                name="Lignes d'Estrie",
                type="organization",
                mentions=(place("voix", "Lignes d'Estrie"), place("quotidien", "Lignes d'Estrie")),
            ),
        ),
        statements=_statements(),
        facts=_facts(),
        discrepancies=(
            Discrepancy(
                id="d1",
                kind="number",
                about="blessés",
                sides=(
                    Side(
                        "au moins 12",
                        (
                            place("fanal", "faisant au moins 12 blessés"),
                            place("littoral", "faisant au moins 12 blessés"),
                            place("post", "injuring at least 12 people"),
                        ),
                    ),
                    Side("17", (place("voix", "Dix-sept personnes ont été blessées"),)),
                ),
                note="Le même jour, « au moins 12 » blessés ou 17.",
            ),
            Discrepancy(
                id="d2",
                kind="place",
                about="lieu du choc",
                sides=(
                    Side("digue nord", (place("fanal", "la digue nord"), place("littoral", "la digue nord"))),
                    Side("digue sud", (place("reveil", "la digue sud"),)),
                ),
                note="La digue nord ou la digue sud.",
            ),
            Discrepancy(
                id="d3",
                kind="modality",
                about="refus de contrôle",
                sides=(
                    Side(
                        "affirmé",
                        (place("voix", "Cette compagnie a refusé deux fois le contrôle de la barre"),),
                    ),
                    Side(
                        "démenti", (place("voix", "Les Lignes d'Estrie démentent tout refus de contrôle."),)
                    ),
                ),
                note="Un refus de contrôle est affirmé par l'un, démenti par l'autre.",
            ),
        ),
        evolutions=(
            Evolution(
                id="e1",
                about="blessés",
                steps=(
                    Step("2031-03-04", "au moins 12", (place("fanal", "au moins 12 blessés, a annoncé"),)),
                    Step("2031-03-05", "19", (place("reveil", "Le bilan est passé mercredi à 19 blessés"),)),
                ),
            ),
        ),
        timeline=(
            TimelineEntry(
                when="1950",
                precision="year",
                status="happened",
                text="Depuis le drame du Cormoran en 1950, jamais un ferry n'avait touché cette jetée.",
                passages=(place("voix", "Depuis le drame du Cormoran en 1950"),),
            ),
            TimelineEntry(
                when="1974",
                precision="year",
                status="happened",
                text="Le ferry, construit en 1974, avait été rénové en 2019.",
                passages=(place("fanal", "construit en 1974"), place("quotidien", "Construit en 1974")),
            ),
            TimelineEntry(
                when="2019",
                precision="year",
                status="happened",
                text="Le ferry, construit en 1974, avait été rénové en 2019.",
                passages=(place("fanal", "rénové en 2019"),),
            ),
            TimelineEntry(
                when="2031-03-03T22",
                precision="time",
                status="announced",
                text="Le ferry Ondine doit quitter Port-Sévère lundi à 22 heures",
                passages=(place("quotidien", "doit quitter Port-Sévère lundi à 22 heures"),),
            ),
            TimelineEntry(
                when="2031-03-03TNI",
                precision="time",
                status="happened",
                text="Le ferry Ondine a heurté la digue nord de Port-Valmer dans la nuit de lundi à mardi",
                passages=(place("fanal", "dans la nuit de lundi à mardi"),),
            ),
            TimelineEntry(
                when="2031-03-04T02:30~",
                precision="time",
                status="happened",
                text="l'Ondine s'est écrasé contre la jetée, mardi vers 2 h 30",
                passages=(place("voix", "mardi vers 2 h 30"),),
            ),
            TimelineEntry(
                when="2031-03-04T05:10",
                precision="time",
                status="happened",
                text="la boîte noire a été retrouvée à 5 h 10",
                passages=(place("reveil", "la boîte noire a été retrouvée à 5 h 10"),),
            ),
            TimelineEntry(
                when="2031-03-05",
                precision="day",
                status="happened",
                text="Le bilan est passé mercredi à 19 blessés",
                passages=(place("reveil", "mercredi"),),
            ),
            TimelineEntry(
                when="2031-03-06",
                precision="day",
                status="announced",
                text="Le syndicat appelle à une grève jeudi.",
                passages=(place("voix", "jeudi"),),
            ),
        ),
        reuse=(
            Reuse(a=place("fanal", shared), b=place("littoral", shared), similarity=1.0, earlier="a"),
            Reuse(
                a=place("fanal", "six minutes avant le choc"),
                b=place("littoral", "six minutes avant le choc"),
                similarity=0.93,
                earlier="a",
            ),
            Reuse(
                a=place("fanal", "Une enquête a été ouverte"),
                b=place("reveil", "Une enquête a été ouverte"),
                similarity=1.0,
            ),
        ),
        origins=(
            Origin(
                id="o1",
                name="ALP",
                kind="agency",
                articles=("fanal", "littoral", "post"),
                evidence=(
                    place("fanal", "PORT-VALMER (ALP)"),
                    place("littoral", "selon ALP"),
                    place("post", "according to the ALP agency"),
                ),
            ),
            Origin(id="o2", name="Radio Littoral", kind="outlet", articles=("littoral",)),
            Origin(id="o3", name="La Voix d'Estrie", kind="outlet", articles=("voix",)),
            Origin(id="o4", name="Le Quotidien du Port", kind="outlet", articles=("quotidien",)),
            Origin(id="o5", name="reveil", kind="outlet", articles=("reveil",)),
        ),
        terms=(
            Term(
                referent="le choc",
                uses=(
                    TermUse(
                        term="accident", voice="outlet", passages=(place("littoral", "Accident de l'Ondine"),)
                    ),
                    TermUse(term="drame", voice="outlet", passages=(place("voix", "drame"),)),
                    TermUse(
                        term="panne",
                        voice="speaker",
                        passages=(place("fanal", "panne"), place("littoral", "panne")),
                    ),
                ),
            ),
        ),
        unique=(
            Unique(
                article="voix", passages=(place("voix", "Nos reporters ont compté 17 civières sur le quai."),)
            ),
            Unique(article="reveil", passages=(place("reveil", "la boîte noire a été retrouvée à 5 h 10."),)),
        ),
        voices=(
            Voice(person="p1", article="fanal", quotations=1, characters=70),
            Voice(person="p1", article="littoral", quotations=1, characters=55),
            Voice(person="p1", article="post", quotations=1, characters=68),
            Voice(person="p1", article="reveil", quotations=1, characters=55),
            Voice(person="p2", article="voix", quotations=1, characters=58),
            Voice(person="p3", article="voix", quotations=1, characters=22),
            Voice(person="p3", article="littoral", quotations=1, characters=32),
            Voice(person="p3", article="quotidien", quotations=1, characters=27),
        ),
    )
