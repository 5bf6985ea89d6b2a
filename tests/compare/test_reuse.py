"""Copied passages: verbatim, edited, moved; right to the word; nothing that two reports have in common by chance."""

from __future__ import annotations

import pytest
from made_up import Told, material

from recoupe.compare.reuse import find_reuse, who_was_first
from recoupe.model.article import Article
from recoupe.model.dossier import Reuse

DISPATCH = (
    "Un glissement de terrain a emporté dans la nuit trois maisons inhabitées du hameau de Vardeuil, "
    "coupant la seule route qui mène au barrage de Corsanne."
)
OWN = (
    "Notre photographe a suivi les bergers de Corsanne, qui redescendent leurs troupeaux à pied depuis l'aube. "
    "Beaucoup disent avoir entendu la montagne gronder toute la semaine."
)


def found(*told: Told) -> list[tuple[str, str]]:
    """Texts of the copied passages, as pairs."""
    story = material(*told)
    return [(story.text(r.a), story.text(r.b)) for r in find_reuse(story)]


def two(a: str, b: str) -> list[tuple[str, str]]:
    return found(("La Gazette de Morvelle", None, a), ("Le Courrier du Lac", None, b))


def test_verbatim_copy_among_other_text() -> None:
    # the full stop at the end belongs to neither: a passage runs from word to word
    assert two(f"{OWN}\n{DISPATCH}", f"{DISPATCH}\nLa mairie a ouvert une salle.") == [
        (DISPATCH.rstrip("."), DISPATCH.rstrip("."))
    ]


@pytest.mark.parametrize(
    "edited",
    [
        # other tense and a synonym
        (
            "Un glissement de terrain a détruit cette nuit trois maisons inhabitées du hameau de Vardeuil, "
            "coupant l'unique route qui mène au barrage de Corsanne."
        ),
        # shortened
        (
            "Un glissement de terrain a emporté trois maisons inhabitées du hameau de Vardeuil, "
            "coupant la seule route qui mène au barrage."
        ),
        # typography
        (
            "Un glissement de terrain a emporté, dans la nuit, « trois maisons inhabitées » du hameau de Vardeuil, "
            "coupant la seule route qui mène au barrage de Corsanne..."
        ),
        # parts in another order
        (
            "Un glissement de terrain a emporté trois maisons inhabitées dans la nuit du hameau de Vardeuil, "
            "coupant la seule route qui mène au barrage de Corsanne."
        ),
    ],
)
def test_edited_copy(edited: str) -> None:
    (pair,) = two(f"{OWN}\n{DISPATCH}", f"La mairie a ouvert une salle.\n{edited}")
    assert pair[0].startswith("Un glissement de terrain")
    assert "barrage" in pair[0]
    assert pair[1] in edited
    assert "mairie" not in pair[1]


def test_passage_starts_and_ends_with_the_words_in_common() -> None:
    core = "un convoi de quarante camions chargés de pompes et de bâches a franchi le col de Brenne"
    (pair,) = two(
        f"Mardi soir, selon nos constatations, {core} sous une pluie battante.",
        f"On apprenait hier que {core}, escorté par deux motards.",
    )
    assert pair == (core, core)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # the same event told by two hands
        (
            DISPATCH,
            "À Vardeuil, la montagne a cédé : trois habitations vides ont disparu et la route est coupée.",
        ),
        # only names and titles in common
        (
            "La préfète de la Haute-Corsanne, Odile Marchemont, a visité les lieux avec les pompiers.",
            "Pour la préfète de la Haute-Corsanne, Odile Marchemont, rien ne pressait.",
        ),
        # a stock phrase
        (
            "Il a précisé que l'enquête suivait son cours.",
            "Le parquet répète que l'enquête suivait son cours.",
        ),
        ("", "Rien."),
    ],
)
def test_no_copy(a: str, b: str) -> None:
    assert two(a or ".", b) == []


def test_paragraphs_copied_one_after_the_other_are_passages_of_their_own() -> None:
    second = (
        "Les secours ont évacué par hélicoptère une vingtaine de randonneurs bloqués au refuge des Aiguilles, "
        "où les vivres commençaient à manquer."
    )
    assert two(f"{DISPATCH}\n\n{second}", f"{DISPATCH}\n\n{second}") == [
        (DISPATCH.rstrip("."), DISPATCH.rstrip(".")),
        (second.rstrip("."), second.rstrip(".")),
    ]


def test_furniture_is_no_copy() -> None:
    link = "À lire aussi : Un glissement de terrain emporte trois maisons inhabitées du hameau de Vardeuil"
    assert two(f"{OWN}\n\n{link}\n\n{OWN}", f"La mairie a ouvert une salle.\n\n{link}\n\nFin du récit.") == []


def test_similarity_falls_with_edits() -> None:
    def similarity(b: str) -> float:
        story = material(("A", None, DISPATCH), ("B", None, b))
        return find_reuse(story)[0].similarity

    edited = DISPATCH.replace("emporté dans la nuit", "détruit hier")
    assert similarity(DISPATCH) == 1.0
    assert 0.5 < similarity(edited) < 1.0


def test_the_earlier_article_comes_first() -> None:
    story = material(("B", "2031-05-03", DISPATCH), ("A", "2031-05-02", DISPATCH))
    (copy,) = find_reuse(story)
    assert (copy.a.article, copy.b.article, copy.earlier) == ("b", "a", "a")


def dated(published: str | None, *, inferred: bool = False) -> Article:
    return Article(id=str(published), text="x", published=published, published_inferred=inferred)


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("2031-05-02", "2031-05-03", "a"),
        ("2031-05-03", "2031-05-02", "b"),
        ("2031-05-02", "2031-05-02", None),
        ("2031-05-02", "2031-05-02T09:00:00", None),
        ("2031-05-02T10:00:00", "2031-05-02T09:00:00", "b"),
        ("2031-05-02T10:00:00+02:00", "2031-05-02T09:00:00+00:00", "a"),
        ("2031-05-02T10:00:00", "2031-05-03", "a"),
        ("2031-05", "2031-05-03", None),
        ("2031-05-02T25:00", "2031-05-02T09:00", None),
        (None, "2031-05-03", None),
    ],
)
def test_who_was_first(a: str | None, b: str | None, first: str | None) -> None:
    assert who_was_first(dated(a), dated(b)) == first


def test_an_inferred_date_tells_nothing() -> None:
    assert who_was_first(dated("2031-05-02", inferred=True), dated("2031-05-03")) is None


def test_a_widely_copied_dispatch_is_paired_with_the_first_copies_only() -> None:
    from recoupe.annotate import annotate_article  # noqa: PLC0415
    from recoupe.compare.material import Material  # noqa: PLC0415

    articles = [
        annotate_article(
            Article(
                id=f"n{n:02}",
                outlet=f"o{n}",
                language="fr",
                published=f"2031-05-{1 + n % 28:02}",
                text=DISPATCH,
            )
        )
        for n in range(60)
    ]
    copies: tuple[Reuse, ...] = find_reuse(Material(articles))
    assert len(copies) < 4 * len(articles)
    assert {r.b.article for r in copies} | {r.a.article for r in copies} == {a.id for a in articles}


def test_two_languages_share_no_passage() -> None:
    from recoupe.annotate import annotate_article  # noqa: PLC0415
    from recoupe.compare.material import Material  # noqa: PLC0415

    english = "A landslide swept away three empty houses in the hamlet of Vardeuil overnight."
    story = Material(
        [
            annotate_article(Article(id="a", language="fr", text=DISPATCH)),
            annotate_article(Article(id="b", language="en", text=english)),
        ]
    )
    assert find_reuse(story) == ()
