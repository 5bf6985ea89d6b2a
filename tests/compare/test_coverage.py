"""What only one article reports, and who gets to speak."""

from __future__ import annotations

from made_up import Told, material, origins

from recoupe.annotate import annotate
from recoupe.compare import compare
from recoupe.compare.coverage import count_voices, find_unique
from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.people import merge_people
from recoupe.compare.reuse import find_reuse
from recoupe.model.article import Article

SHARED = (
    "Le pont de Varèche s'est effondré mardi matin dans la rivière Oune, a indiqué la préfecture du Morne."
)
OWN = "Une ingénieure avait signalé dès janvier des fissures dans la troisième pile de l'ouvrage."


def unique(*told: Told) -> dict[str, list[str]]:
    """Unique passages by article, as text."""
    story = material(*told)
    propositions = Propositions(story)
    facts = find_facts(origins(story), propositions)
    found = find_unique(propositions, facts, find_reuse(story))
    return {u.article: [story.text(p) for p in u.passages] for u in found}


def test_what_one_article_alone_reports() -> None:
    found = unique(("Le Phare", "2024-05-15", f"{SHARED} {OWN}"), ("La Vigie", "2024-05-15", SHARED))
    assert list(found) == ["a"]
    assert "fissures" in " ".join(found["a"])
    assert "effondré" not in " ".join(found["a"])


def test_a_copy_makes_nothing_unique() -> None:
    assert (
        unique(("Le Phare", "2024-05-15", f"{SHARED} {OWN}"), ("La Vigie", "2024-05-15", f"{SHARED} {OWN}"))
        == {}
    )


def test_voices_count_quotations_and_quoted_code_points() -> None:
    words = "Nous reconstruirons ce pont avant l'hiver"
    merged, people = merge_people(
        material(
            ("Le Phare", "2024-05-15", f"« {words} », a déclaré Alban Rouvel. Il pleuvait."),
            ("La Vigie", "2024-05-15", "Alban Rouvel est venu sur place."),
        ).articles
    )
    story = type(material(("Le Phare", None, "Rien.")))(merged)
    voices = count_voices(story, people)
    assert [(v.article, v.quotations, v.characters) for v in voices] == [("a", 1, len(words))]
    names = {p.id: p.name for p in people}
    assert names.get(voices[0].person, voices[0].person) == "Alban Rouvel"


def test_what_can_be_checked_comes_first() -> None:
    vague = "Les habitants du quartier craignent que cette situation pénible ne dure encore longtemps."
    told = "Nadia Corvol, la directrice du chantier, a commandé lundi 45 poutres d'acier à Brançay."
    found = unique(("Le Phare", "2024-05-15", f"{vague} {SHARED} {told}"), ("La Vigie", "2024-05-15", SHARED))
    assert "45 poutres" in found["a"][0]


def test_a_wording_is_told_once() -> None:
    found = unique(
        ("Le Phare", "2024-05-15", f"{OWN}\n\n{SHARED}\n\n{OWN}"), ("La Vigie", "2024-05-15", SHARED)
    )
    assert len(found["a"]) == 1


def test_an_event_that_another_article_dates_is_not_unique() -> None:
    articles = [
        Article(id="a", outlet="Le Phare", language="fr", published="2024-05-15", text=first)
        for first in ("Le conseil de Valmorin avait voté le 12 mars 2024 la fermeture du pont de fer.",)
    ] + [
        Article(
            id="b",
            outlet="La Vigie",
            language="fr",
            published="2024-05-15",
            text="Le conseil de Valmorin a voté la fermeture du pont de fer en mars 2024.",
        )
    ]
    dossier = compare(list(annotate(articles)))
    assert len(dossier.timeline) == 1
    assert dossier.unique == ()
