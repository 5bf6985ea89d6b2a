"""The value types: spans, JSON as the contract has it, readability."""

from __future__ import annotations

import msgspec
import pytest

from recoupe.model.article import Article
from recoupe.model.dossier import SCHEMA, Dossier
from recoupe.model.errors import MissingExtra, RecoupeError
from recoupe.model.findings import Counted, Credit, Quantity, Quotation
from recoupe.model.problem import Problem
from recoupe.model.span import Passage, Span
from recoupe.model.story import Story


def builtins(value: object) -> object:
    return msgspec.json.decode(msgspec.json.encode(value))


def test_spans_are_pairs_in_json_and_count_code_points() -> None:
    assert builtins(Span(1, 3)) == [1, 3]
    assert Span(1, 2).of("a😊b") == "😊"
    assert len(Span(2, 5)) == 3
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 4).covers(Span(1, 4))
    assert builtins(Passage("a", 1, 2)) == {"article": "a", "start": 1, "end": 2}


def test_reserved_words_of_the_contract() -> None:
    assert builtins(Credit(0, 3, "AFP", "text")) == {"start": 0, "end": 3, "agency": "AFP", "for": "text"}
    story = builtins(Story(id="s1", title="T", articles=("a",), from_="2026-05-14"))
    assert story == {"id": "s1", "title": "T", "articles": ["a"], "from": "2026-05-14", "to": None}


def test_findings_in_json() -> None:
    quantity = Quantity(0, 2, "cardinal", 12.0, 12.0, None, of=Counted(Span(3, 8), "ferme"))
    assert builtins(quantity)["of"] == {"span": [3, 8], "lemma": "ferme"}
    quotation = Quotation(kind="direct", act="assert", content=(Span(1, 4),))
    assert builtins(quotation)["content"] == [[1, 4]]


def test_dossier_names_its_schema() -> None:
    assert builtins(Dossier())["schema"] == SCHEMA == "recoupe.dossier/1"


def test_an_article_with_an_error_is_not_readable() -> None:
    error = Problem("error", "empty-file", "The file is empty.")
    assert Article(id="a", text="x").readable
    assert not Article(id="a", text="").readable
    assert not Article(id="a", text="x", problems=(error,)).readable


def test_values_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Span(0, 1).start = 2


def test_missing_extra_says_what_to_install() -> None:
    error = MissingExtra("spacy", "Naming by spaCy")
    assert isinstance(error, RecoupeError)
    assert "pip install 'recoupe[spacy]'" in str(error)
