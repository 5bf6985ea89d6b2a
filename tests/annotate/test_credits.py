"""Credits on invented lines: text or photo, and what is no credit."""

from __future__ import annotations

import pytest

from recoupe.annotate.credits import find_credits
from recoupe.annotate.document import Document
from recoupe.annotate.furniture import find_furniture
from recoupe.language import load
from recoupe.model.article import Article

BODY = "Le pont de Valmorin a rouvert jeudi."


def credited(text: str, language: str = "fr") -> list[tuple[str, str]]:
    article, data = Article(id="a", text=text, language=language), load(language)
    furniture = find_furniture(article, data)
    found = find_credits(Document(article, data, furniture), furniture)
    assert all(text[c.start : c.end] for c in found)
    return [(c.agency, c.for_) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"VALMORIN (AFP) - {BODY}", [("AFP", "text")]),
        (f"{BODY} (AFP)", [("AFP", "text")]),
        (f"{BODY} (avec AFP et Reuters)", [("AFP", "text"), ("Reuters", "text")]),
        (f"Titre\nArticle rédigé par La Gazette avec AFP\n\n{BODY}", [("AFP", "text")]),
        (f"Titre\n\n{BODY}\n\nLa Gazette avec l’Agence France-Presse", [("AFP", "text")]),
        (f"{BODY}\n\nAFP", [("AFP", "text")]),
        (f"VALMORIN (Agence Lisse) – {BODY}", [("Agence Lisse", "text")]),
        (f"Titre\nLa Gazette avec l'agence Lisse\n\n{BODY}", [("Agence Lisse", "text")]),
        (f"Titre\n\nLe pont. (ANNE ORVAL / AGENCE LISSE)\n\n{BODY}", [("Agence Lisse", "photo")]),
        (f"Titre\n\nLe pont. (ANNE ORVAL / AFP)\n\n{BODY}", [("AFP", "photo")]),
        (f"Titre\n\nLe pont, vu du ciel. ©AFP\n\n{BODY}", [("AFP", "photo")]),
    ],
)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    assert credited(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} Selon l'AFP, il avait fermé.",
        "Le maire, cité par Reuters, a parlé.",
        "L'agence Chine nouvelle (Xinhua) l'avait dit la veille, selon le maire.",
        "Il a signé un contrat avec Reuters, a indiqué la mairie.",
    ],
)
def test_attributions_are_no_credits(text: str) -> None:
    assert credited(text) == []


def test_english_dateline_and_signature() -> None:
    text = "VALMORIN, May 3 (Reuters) - The bridge opened.\n\nThe Lisse Courier with AP"
    assert credited(text, "en") == [("Reuters", "text"), ("AP", "text")]
