"""Bad text takes time in proportion to its length and never fails."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.annotate.document import Document
from recoupe.annotate.quotations import find_quotations
from recoupe.language import load
from recoupe.model.article import Article

HOSTILE = {
    "no space": "a",
    "pairs of marks": "« a » ",
    "marks never closed": "« a ",
    "closing marks alone": "»",
    "straight marks": '"',
    "a mark on each line": "« a\n",
    "all marks": "‘’“”„«»",
    "a verb of speech again and again": "il a dit que ",
    "commas": "le maire, ",
    "relatives": "qui a dit qui ",
    "sources": "selon le maire, ",
    "headings in marks": "« Bonjour le monde »\n",
    "incises in marks": "« Oui, a dit Ada Orlo. Non »\n",
    "parentheses": "(",
    "colons": "il a dit : ",
}


def document(text: str, language: str = "fr") -> Document:
    return Document(Article(id="hostile", text=text, language=language), load(language))


def seconds(text: str) -> float:
    ready = document(text)
    start = time.process_time()
    find_quotations(ready, ())
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_in_proportion_to_length(unit: str) -> None:
    size = 60_000
    small, large = unit * (size // len(unit)), unit * (4 * size // len(unit))
    seconds(small)
    assert seconds(large) < 8 * seconds(small) + 0.5


def test_a_million_characters_without_space_and_ten_thousand_marks() -> None:
    assert find_quotations(document("x" * 1_000_000), ()) == ()
    assert seconds('"' * 10_000) < 5


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["« ", " »", "“", "”", '"', ", ", ". ", " : ", "\n", "il", " a dit ", "que ", "qui ", "Ada Orlo",
             " selon ", "l'", "le maire", " et ",
             " de ", "partir ", "(", ")", "dit-il", " promet ", "—",
             "d'après ", "qu'", "accuse ", "comme ",
             "« Oui », a dit Ada. ", "Je pars. ", "aurait ", " ne ", "pas "]
        ),
        max_size=40,
    ),
    st.sampled_from(["fr", "en"]),
)  # fmt: skip
def test_any_run_of_words_gives_spans_inside_the_text(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    for quotation in find_quotations(document(text, language), ()):
        spans = [*quotation.content, *(r.span for r in quotation.relays)]
        spans += [s for s in (quotation.cue, quotation.speaker, quotation.addressee) if s]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
        ends = [(s.start, s.end) for s in quotation.content]
        assert ends == sorted(ends)
