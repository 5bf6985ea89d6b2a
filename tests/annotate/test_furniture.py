"""Furniture on invented pages: what the frame of a page prints must go, what the reporter wrote must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.annotate.furniture import find_furniture
from recoupe.language import load
from recoupe.model.article import Article

FIRST = "Le maire de Valmorin a inauguré jeudi le pont de la Lisse, fermé depuis trois ans."
SECOND = "Les travaux ont coûté plus que prévu, selon la préfecture, et la rivière a débordé deux fois."


def furniture(text: str, language: str = "fr") -> list[tuple[str, str]]:
    found = find_furniture(Article(id="a", text=text, language=language), load(language))
    return [(f.kind, text[f.start : f.end]) for f in found]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("À lire : Valmorin ferme sa dernière usine", "link"),
        ("Lire aussi : Valmorin ferme sa dernière usine", "link"),
        ("Partager cet article", "share"),
        ("Temps de lecture : 3 min", "byline"),
        ("Article rédigé par La Gazette avec AFP", "byline"),
        ("Commentaires", "navigation"),
        ("Connectez-vous pour participer à la conversation.", "comment"),
        ("Le pont rouvert, vu de la rive gauche, le 3 mai. (ANNE ORVAL / AFP)", "caption"),
        ("Le pont rouvert, vu de la rive gauche. ©Orval", "caption"),
        ("Le pont rouvert. [Anne Orval/Studio Lisse, Pool via Reuters]", "caption"),
    ],
)
def test_frame_lines_between_paragraphs(line: str, kind: str) -> None:
    assert furniture(f"Un titre\n\n{FIRST}\n\n{line}\n\n{SECOND}") == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Le pont de la Lisse",  # a subhead
        "Les travaux du pont de la Lisse ont coûté cher",  # a subhead that is a sentence about this article
        "Partager le pont entre cyclistes et piétons, c'est possible, dit le maire.",
        "Le maire (Union pour Valmorin / Parti rural) a remercié la préfecture.",
        "Lire est un plaisir que le maire de Valmorin dit partager avec tous.",
    ],
)
def test_own_lines_stay(line: str) -> None:
    assert furniture(f"Un titre\n\n{FIRST}\n\n{line}\n\n{SECOND}") == []


def test_headline_of_another_article_goes() -> None:
    line = "Un boulanger de Courbelle gagne le championnat mondial des tartes salées"
    assert furniture(f"Un titre\n\n{FIRST}\n\n{line}\n\n{SECOND}") == [("link", line)]


def test_title_is_never_furniture() -> None:
    title = "Un boulanger de Courbelle gagne le championnat mondial des tartes salées"
    assert furniture(f"{title}\n\n{FIRST}\n\n{SECOND}") == []


def test_menu_and_breadcrumbs_at_the_top() -> None:
    text = f"TV\nInfos / Région / Vallée / EN CONTINU\n\nUn titre assez long pour un titre\n\n{FIRST}\n\n{SECOND}"
    assert [kind for kind, _ in furniture(text)] == ["navigation", "navigation"]


def test_description_glued_above_a_caption_goes_with_it() -> None:
    text = f"Titre\n\n{FIRST}\n\nDes enfants tiennent des ballons.\nLe pont. [A. Orval/Sputnik]\n\n{SECOND}"
    assert [kind for kind, _ in furniture(text)] == ["caption", "caption"]


def test_english_frame() -> None:
    text = (
        "A title\n\nThe bridge was opened on Monday.\n\nRead more: Bakers of Courbelle\n\nIt had been closed."
    )
    assert furniture(text, "en") == [("link", "Read more: Bakers of Courbelle")]


@given(st.text(alphabet="aé /|\n.()[]©AFP«»:", max_size=300))
def test_spans_are_ordered_disjoint_and_inside(text: str) -> None:
    found = find_furniture(Article(id="a", text=text, language="fr"), load("fr"))
    edges = [edge for f in found for edge in (f.start, f.end)]
    assert edges == sorted(edges)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
