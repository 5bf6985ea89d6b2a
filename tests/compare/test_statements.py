"""Statements: quotations of one speech act meet, other sentences of the same speaker do not; variants word by word."""

from __future__ import annotations

import pytest
from made_up import Told, material, origins

from recoupe.compare.material import Material
from recoupe.compare.people import merge_people
from recoupe.compare.statements import find_statements
from recoupe.model.dossier import Edit, Statement

GAZETTE, COURRIER, PHARE = "La Gazette de Morvelle", "Le Courrier du Lac", "Le Phare de Sainte-Ombre"
DAY = "2031-05-02"
SAID = "La montagne bougera encore et personne ne dormira à Vardeuil avant la fin du mois"


def told(*texts: str) -> tuple[Material, tuple[Statement, ...]]:
    """The story of some texts, and its statements."""
    story: tuple[Told, ...] = tuple(
        (outlet, DAY, text) for outlet, text in zip((GAZETTE, COURRIER, PHARE), texts, strict=False)
    )
    articles, people = merge_people(material(*story).articles)
    merged = Material(articles)
    return merged, find_statements(merged, origins(merged), people)


def carried(*texts: str) -> list[list[str]]:
    """For each statement of several articles, their ids."""
    _, statements = told(*texts)
    found = [sorted({q.article for q in s.quotations}) for s in statements]
    return [articles for articles in found if len(articles) > 1]


def quote(words: str, speaker: str = "la préfète Odile Marchemont") -> str:
    return f"La pluie tombait encore hier.\n« {words} », a déclaré {speaker}."


@pytest.mark.parametrize(
    "other",
    [
        quote(SAID),
        quote(SAID.replace(" et personne ne dormira à Vardeuil avant la fin du mois", "")),
        quote("La montagne va encore bouger et nul ne dormira à Vardeuil avant la fin de ce mois"),
        (
            "Odile Marchemont, la préfète, a déclaré que la montagne bougerait encore et que personne ne dormirait "
            "à Vardeuil avant la fin du mois."
        ),
    ],
    ids=["verbatim", "cut", "retranslated", "indirect"],
)
def test_one_speech_act(other: str) -> None:
    assert carried(quote(SAID), other) == [["a", "b"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (quote(SAID), quote("Les secours ont sauvé vingt randonneurs bloqués au refuge des Aiguilles")),
        (quote(SAID), quote("Nous ouvrirons la route de Vardeuil dès que la montagne le permettra")),
        (quote("Nous avons compté 12 blessés à Vardeuil"), quote("Nous avons compté 31 blessés à Vardeuil")),
        (quote("Nous partirons demain"), quote("Nous partirons demain", "le berger Théo Brune")),
    ],
    ids=["other words", "same speaker and topic", "other number", "other speaker"],
)
def test_different_statements(one: str, other: str) -> None:
    assert carried(one, other) == []


def test_accusation_and_its_denial_are_two() -> None:
    accused = "Le berger Théo Brune accuse la préfète Odile Marchemont d'avoir laissé la route ouverte toute la nuit."
    denied = "La préfète Odile Marchemont nie avoir laissé la route ouverte toute la nuit."
    assert carried(accused, denied) == []
    assert carried(f"{accused}\n{denied}", f"{accused}\n{denied}") == [["a", "b"], ["a", "b"]]


def test_scattered_words_of_a_short_quotation_in_a_long_one_join_nothing() -> None:
    long = (
        "Nous avons compté les maisons, les granges et les ponts, puis la montagne a grondé, les écoles ont fermé, "
        "les bergers sont descendus, le lac est monté et personne ne sait quand la route sera rouverte aux camions"
    )
    assert (
        carried(quote(long), quote("Les ponts et les écoles du canton manquent de camions depuis l'automne"))
        == []
    )


def test_two_sentences_of_one_speaker_stay_apart() -> None:
    first, second = (
        "Les digues du lac ont tenu toute la nuit",
        "Les écoles du canton resteront fermées jusqu'à lundi",
    )
    both = f"{quote(first)}\nPlus tard, la préfète Odile Marchemont a ajouté : « {second} »."
    assert carried(both, both) == [["a", "b"], ["a", "b"]]


def test_two_parts_of_one_speech_are_two_statements_that_its_whole_takes_part_in() -> None:
    rock, road = (
        "Le rocher descendra de trois mètres avant dimanche",
        "Les cars passeront par le col d'Anzelle",
    )
    _, statements = told(
        quote(f"{rock}. {road}, matin et soir, aussi longtemps qu'il le faudra"), quote(rock), quote(road)
    )
    several = [{q.article for q in s.quotations} for s in statements if len(s.quotations) > 1]
    assert sorted(map(sorted, several)) == [["a", "b"], ["a", "c"]]


def test_a_few_words_close_together_of_one_speaker() -> None:
    assert carried(
        "Odile Marchemont a réclamé une exception à la règle.",
        quote("Une exception à la règle serait humaine, et personne ne la regretterait", "Odile Marchemont"),
    ) == [["a", "b"]]


def test_a_small_part_of_what_nobody_known_says_joins_nothing() -> None:
    assert (
        carried(
            "Il a quitté le port de Velou à cause du naufrage de douze chalands de la compagnie.",
            "Le syndicat a affirmé que les veilleurs de nuit de la rive nord avaient été mal formés et trop peu payés "
            "avant le naufrage de douze chalands de la compagnie, un soir de tempête, et que le capitaine du port "
            "de Velou devait partir.",
        )
        == []
    )


def test_one_article_that_says_it_twice_is_one_statement() -> None:
    text = f"« La montagne bougera encore », dit la préfète Odile Marchemont\n\n{quote(SAID)}"
    _, statements = told(text)
    assert [len(s.quotations) for s in statements] == [2]


def test_every_quotation_is_in_a_statement_and_wide_ones_come_first() -> None:
    story, statements = told(
        f"« Il ne pleuvra plus cette semaine », a assuré le météorologue Ivo Sarle.\n{quote(SAID)}",
        quote(SAID),
    )
    refs = [(q.article, q.index) for s in statements for q in s.quotations]
    assert sorted(refs) == [(a.id, n) for a in story.articles for n in range(len(a.quotations))]
    assert [len({q.article for q in s.quotations}) for s in statements] == [2, 1]
    assert [s.id for s in statements] == ["s1", "s2"]


def test_speaker_of_a_statement() -> None:
    _, statements = told(quote(SAID), quote(SAID))
    assert "Odile Marchemont" in (statements[0].speaker_name or "")


def edits(one: str, other: str) -> list[tuple[str, str | None, str | None]]:
    story, statements = told(quote(one), quote(other))
    (variant,) = statements[0].variants
    texts = [story.by_id[i].text for i in (variant.against.article, variant.article)]

    def words(edit: Edit) -> tuple[str, str | None, str | None]:
        return (edit.op, edit.a and edit.a.of(texts[0]), edit.b and edit.b.of(texts[1]))

    return [words(e) for e in variant.edits]


def test_variant_that_was_cut() -> None:
    assert edits(SAID, "La montagne bougera encore") == [
        ("equal", "La montagne bougera encore", "La montagne bougera encore"),
        ("cut", "et personne ne dormira à Vardeuil avant la fin du mois", None),
    ]


def test_variant_with_another_word() -> None:
    same = "encore et personne ne dormira à Vardeuil avant la fin"
    other = SAID.replace("bougera", "grondera").replace("la fin du mois", "la fin de l'été")
    assert edits(SAID, other) == [
        ("equal", "La montagne", "La montagne"),
        ("changed", "bougera", "grondera"),
        ("equal", same, same),
        ("changed", "du mois", "de l'été"),
    ]


def test_a_function_word_between_two_changes_belongs_to_the_change() -> None:
    found = edits(
        "Nous rebâtirons les maisons, les granges et la chapelle de Vardeuil avant la prochaine neige",
        "Nous rebâtirons les maisons, le moulin et le four de Vardeuil avant la prochaine neige",
    )
    assert ("changed", "les granges et la chapelle", "le moulin et le four") in found


def test_reference_is_the_fullest_and_gives_way_to_direct_speech() -> None:
    indirect = (
        "La préfète Odile Marchemont a déclaré que la montagne bougerait encore et que personne ne dormirait "
        "à Vardeuil avant la fin du mois."
    )
    _, statements = told(indirect, quote(SAID), quote("Personne ne dormira à Vardeuil avant la fin du mois"))
    assert {v.against.article for v in statements[0].variants} == {"b"}
    assert [v.article for v in statements[0].variants] == ["a", "c"]


def test_relays_of_a_variant_are_kept() -> None:
    relayed = f"« {SAID} », a déclaré la préfète Odile Marchemont, citée par l'agence Lisse."
    _, statements = told(quote(f"{SAID}, hélas, malgré nos efforts"), relayed)
    (variant,) = statements[0].variants
    assert variant.article == "b"
    assert [r for r in variant.relays if "Lisse" in r]


def test_origins_of_a_statement_are_counted_once() -> None:
    story, statements = told(
        f"VARDEUIL (AFP) - {quote(SAID)}",
        f"« {SAID} », a dit à l'AFP la préfète Odile Marchemont.",
        "Selon nos informations, le barrage de Corsanne est intact.",
    )
    names = {o.id: o.name for o in origins(story).found}
    assert [names[i] for i in statements[0].origins] == ["AFP"]


def test_own_words_beside_a_credited_quotation_of_one_article_are_from_its_source() -> None:
    text = (
        "La préfète Odile Marchemont prévient que la montagne bougera encore et que personne ne dormira à Vardeuil.\n"
        f"« {SAID} », a-t-elle déclaré à Reuters."
    )
    story, statements = told(text)
    names = {o.id: o.name for o in origins(story).found}
    assert [[names[i] for i in s.origins] for s in statements] == [["Reuters"]]


def test_no_quotations_no_statements() -> None:
    assert told("Il pleut.", "Il neige.")[1] == ()


def test_same_story_same_statements() -> None:
    texts = (quote(SAID), quote("La montagne bougera encore"), quote("Il pleuvra", "le berger Théo Brune"))
    assert told(*texts)[1] == told(*texts)[1]
