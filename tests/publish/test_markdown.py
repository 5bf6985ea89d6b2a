"""The dossier as Markdown: complete, and safe to paste."""

from __future__ import annotations

import re

import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.publish import render
from recoupe.publish.markdown import escape


@pytest.fixture(scope="module")
def text(dossier):
    return render(dossier, "md", interface="fr").decode()


def test_it_says_everything(dossier, text):
    for fact in dossier.facts:
        assert fact.text in text
    for discrepancy in dossier.discrepancies:
        assert discrepancy.note in text
        assert all(side.value in text for side in discrepancy.sides)
    for entry in dossier.timeline:
        assert entry.text in text
    for person in dossier.people:
        assert person.name in text
    for article in dossier.articles:
        assert article.outlet is None or article.outlet in text
    assert "~~de gouvernail~~" in text
    assert "[https" not in text
    assert "<https://fanal.example/ondine>" in text
    assert "javascript:" not in text


def test_tables_are_whole(text):
    blocks = re.findall(r"(?:^\|.*\n)+", text, flags=re.MULTILINE)
    assert len(blocks) == 5
    for block in blocks:
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1


def test_hostile_articles_stay_text():
    text = render(hostile.dossier(), "md", interface="en").decode()
    assert not re.search(r"(?<!\\)<(?!https://)[a-z/!]", text)
    assert "\u202e" not in text
    assert "\x00" not in text


@given(st.text(max_size=80))
def test_escaped_text_has_no_markup_left(raw):
    told = escape(raw)
    assert "\n" not in told
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]#|~]", told)
    assert not re.match(r"\s*(?:[-+=]|\d+[.)])", told)
