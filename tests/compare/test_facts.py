"""Facts on made-up stories: what is one fact, what is not, in what status and with which origins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import Told, material, origins

from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.facts.clauses import cut
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.values import Relation, compare_intervals, compare_quantity, compare_times
from recoupe.compare.material import Material
from recoupe.model.dossier import Fact
from recoupe.model.findings import Counted, Quantity, Time
from recoupe.model.span import Span

FILLER = "Le temps est resté sec sur la côte. Les hôtels du port affichent complet depuis une semaine."


def facts(*told: Told, language: str = "fr") -> tuple[Material, tuple[Fact, ...]]:
    """The facts of a made-up story."""
    story = material(*told, language=language)
    return story, find_facts(origins(story), Propositions(story))


def together(story: Material, found: tuple[Fact, ...], first: str, second: str) -> bool:
    """Whether one fact has a passage inside or around each of two wordings."""

    def held(fact: Fact, words: str) -> bool:
        return any(
            words in story.text(p.passage) or story.text(p.passage) in words
            for p in fact.passages
            if len(story.text(p.passage)) > 10
        )

    return any(held(f, first) and held(f, second) for f in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Le pont de Varèche s'est effondré mardi dans la rivière Oune.",
            "L'effondrement du pont de Varèche, mardi, a coupé la route de l'Oune.",
        ),
        (
            "La police a perquisitionné le domicile du notaire Alban Rouvel.",
            "Une perquisition a eu lieu au domicile du notaire Alban Rouvel.",
        ),
        (
            "Il s'agit de la première visite de la reine Odile en Belgravie depuis vingt-quatre ans.",
            "La reine Odile effectue sa première visite en Belgravie depuis l'an 2000.",
        ),
        (
            "La coopérative a perdu 751 millions de couronnes.",
            "La perte de 751 millions de couronnes subie par la coopérative inquiète.",
        ),
    ],
)
def test_one_fact_in_other_words(first: str, second: str) -> None:
    story, found = facts(
        ("Le Phare", "2024-05-15", f"{first} {FILLER}"), ("La Vigie", "2024-05-15", f"{second} Rien de plus.")
    )
    assert any({p.article for p in f.passages} == {"a", "b"} for f in found), [f.text for f in found]
    fact = next(f for f in found if {p.article for p in f.passages} == {"a", "b"})
    assert fact.stances == {"a": "agrees", "b": "agrees"}
    assert fact.outlets == 2
    assert story.by_id["a"].text.count(fact.text) or story.by_id["b"].text.count(fact.text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # the same noun counted, another number
            "L'explosion de l'usine de Morne a fait douze blessés.",
            "L'explosion de l'usine de Morne a fait trente blessés.",
        ),
        (  # another day
            "Le pont de Varèche s'est effondré le 3 mai dans la rivière Oune.",
            "Le pont de Varèche s'est effondré le 9 mai dans la rivière Oune.",
        ),
        (  # the first visit and the second
            "C'est la première visite de la reine Odile en Belgravie.",
            "C'est la deuxième visite de la reine Odile en Belgravie.",
        ),
    ],
)
def test_what_contradicts_is_never_one_fact(first: str, second: str) -> None:
    story, found = facts(
        ("Le Phare", "2024-05-15", f"{first} {FILLER}"), ("La Vigie", "2024-05-15", f"{second} Rien de plus.")
    )
    assert not together(story, found, first.rstrip("."), second.rstrip("."))


def test_names_alone_are_no_fact() -> None:
    _, found = facts(
        ("Le Phare", "2024-05-15", "Alban Rouvel aime les voiliers. Le maire a planté un arbre."),
        ("La Vigie", "2024-05-15", "Alban Rouvel a vendu sa maison. La pluie a gâché la fête."),
    )
    assert found == ()


def test_a_fact_needs_two_articles() -> None:
    _, found = facts(
        (
            "Le Phare",
            "2024-05-15",
            "Le pont de Varèche s'est effondré. Le pont de Varèche s'est effondré mardi.",
        )
    )
    assert found == ()


def test_two_copies_of_a_dispatch_are_one_origin() -> None:
    dispatch = (
        "VARÈCHE (AFP) – Le pont de Varèche s'est effondré mardi matin dans la rivière Oune, a indiqué la préfecture."
        " Personne n'a été blessé dans l'accident, selon les secours arrivés sur les lieux."
    )
    _, found = facts(
        ("Le Phare", "2024-05-15", dispatch),
        ("La Vigie", "2024-05-15", dispatch + " Le marché aura lieu samedi sur la place."),
        (
            "L'Ancre",
            "2024-05-16",
            "Le pont de Varèche s'est effondré mardi dans l'Oune. Notre reporter a vu les piles couchées.",
        ),
    )
    best = max(found, key=lambda f: f.outlets)
    assert (best.outlets, len(best.origins)) == (3, 2)


def test_denials_have_their_status() -> None:
    _, found = facts(
        (
            "Le Phare",
            "2024-05-15",
            f"Le ministre Oscar Berthe a démenti toute livraison d'armes au Kazarin. {FILLER}",
        ),
        ("La Vigie", "2024-05-15", "Oscar Berthe dément les livraisons d'armes au Kazarin. Rien de plus."),
    )
    assert [f.status for f in found if len({p.article for p in f.passages}) == 2] == ["denied"]


def test_a_denial_does_not_confirm_what_it_denies() -> None:
    _, found = facts(
        ("Le Phare", "2024-05-15", f"La compagnie avait détourné la rivière Oune en avril 2024. {FILLER}"),
        (
            "La Vigie",
            "2024-05-15",
            "Le ministre Oscar Berthe a nié que la compagnie ait détourné la rivière Oune en avril 2024.",
        ),
    )
    assert not [f for f in found if len(f.origins) > 1]


def test_a_preview_does_not_confirm_a_report() -> None:
    _, found = facts(
        (
            "Le Phare",
            "2024-05-14",
            f"Le président Oscar Berthe signera un traité de pêche à Varèche jeudi. {FILLER}",
        ),
        ("La Vigie", "2024-05-16", "Le président Oscar Berthe a signé un traité de pêche à Varèche jeudi."),
    )
    assert not [f for f in found if len(f.origins) > 1]


def test_a_mere_mention_is_no_fact() -> None:
    _, found = facts(
        ("Le Phare", "2024-05-15", f"Le maire a parlé lors de la visite d'Oscar Berthe à Varèche. {FILLER}"),
        ("La Vigie", "2024-05-15", "Pendant la visite d'Oscar Berthe à Varèche, les écoles étaient vides."),
    )
    assert found == ()


def test_languages_meet() -> None:
    story = material(("Le Phare", "2024-05-15", f"Le pont de Varèche s'est effondré le 3 mai 2024. {FILLER}"))
    english = material(
        ("The Beacon", "2024-05-15", "The Varèche bridge collapsed on 3 May 2024. It rained."), language="en"
    )
    both = Material(
        [
            *story.articles,
            type(english.articles[0])(
                **{
                    **{n: getattr(english.articles[0], n) for n in english.articles[0].__struct_fields__},
                    "id": "z",
                }
            ),
        ]
    )
    found = find_facts(origins(both), Propositions(both))
    assert any({p.article for p in f.passages} == {"a", "z"} for f in found)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Le pont", "qui", ",", "«", "»", '"', "a cédé", "mardi", "(", ")", "12 blessés", "."]
        ),
        max_size=40,
    )
)
def test_segments_lie_in_their_sentence_in_order(words: list[str]) -> None:
    story = material(("Le Phare", "2024-05-15", " ".join(words) or "."))
    for sentence in cut(story, ()):
        starts = [s.start for s in sentence.segments]
        assert starts == sorted(starts)
        assert all(sentence.span.start <= s.start < s.end <= sentence.span.end for s in sentence.segments)


def test_the_same_story_gives_the_same_facts() -> None:
    told = [
        ("Le Phare", "2024-05-15", f"La police a perquisitionné le domicile d'Alban Rouvel mardi. {FILLER}")
    ] * 3
    assert facts(*told)[1] == facts(*told)[1]


@pytest.mark.parametrize(
    ("word", "other"), [("perquisitionné", "perquisition"), ("décès", "mourir"), ("évaluation", "réévaluer")]
)
def test_word_families_and_synonyms(word: str, other: str) -> None:
    assert lexicon("fr").concept(word) == lexicon("fr").concept(other)


@pytest.mark.parametrize(
    ("x", "y", "relation"),
    [
        (("2024-05-03", "2024-05-03"), ("2024-05-03", "2024-05-03"), Relation.SAME),
        (("2024-05-01", "2024-05-31"), ("2024-05-03", "2024-05-03"), Relation.COMPATIBLE),
        (("2024-05-03", "2024-05-03"), ("2024-05-04", "2024-05-04"), Relation.DIFFERENT),
    ],
)
def test_intervals(x: tuple[str, str], y: tuple[str, str], relation: Relation) -> None:
    assert compare_intervals(x, y) is relation


@pytest.mark.parametrize(
    ("x", "y", "relation"),
    [
        ("2024-05-14T20:08", "2024-05-14T20:00", Relation.SAME),
        ("2024-05-14T09:30", "2024-05-14T17:00", Relation.DIFFERENT),
        ("2024-05-14TMO", "2024-05-14TEV", Relation.DIFFERENT),
        ("2024-05-14TAF", "2024-05-14T18:30", Relation.SAME),
        ("2024-05-14", "2024-05-14TMO", Relation.SAME),
        ("2024-05-14T00:00", "2024-05-14T23:36", Relation.SAME),
    ],
)
def test_hours_of_one_day(x: str, y: str, relation: Relation) -> None:
    day = ("2024-05-14", "2024-05-14")
    told = [Time(0, 5, "TIME" if "T" in v else "DATE", v, day) for v in (x, y)]
    assert compare_times(told[:1], told[1:]) is relation


def counted(told: float, low: float, high: float | None, noun: str) -> Quantity:
    """A number of something."""
    return Quantity(0, 1, "cardinal", told, low, high, of=Counted(Span(2, 3), noun))


@pytest.mark.parametrize(
    ("x", "y", "relation"),
    [
        (counted(12, 12, 12, "blessé"), counted(12, 12, 12, "blessé"), Relation.SAME),
        (counted(12, 12, 12, "blessé"), counted(10, 10, None, "blessé"), Relation.COMPATIBLE),
        (counted(12, 12, 12, "blessé"), counted(30, 30, 30, "blessé"), Relation.DIFFERENT),
        (counted(12, 12, 12, "blessé"), counted(30, 30, 30, "maison"), Relation.NOTHING),
        (counted(12, 12, 12, "personne"), counted(30, 30, 30, "manifestant"), Relation.DIFFERENT),
    ],
)
def test_quantities(x: Quantity, y: Quantity, relation: Relation) -> None:
    assert compare_quantity(x, y) is relation


@pytest.mark.parametrize(
    ("x", "y", "relation"),
    [
        ((3, "km"), (3000, "m"), Relation.SAME),
        ((2, "t"), (2000, "kg"), Relation.SAME),
        ((3, "km"), (300, "m"), Relation.NOTHING),
        ((3, "km"), (3000, "kg"), Relation.NOTHING),
        ((3, "km"), (4, "km"), Relation.DIFFERENT),
        ((3, "EUR"), (3, "USD"), Relation.NOTHING),
    ],
)
def test_measures_in_two_units(x: tuple[float, str], y: tuple[float, str], relation: Relation) -> None:
    a, b = (Quantity(0, 1, "measure", n, n, n, unit=unit) for n, unit in (x, y))
    assert compare_quantity(a, b) is relation
