"""Whatever the text: every span of every finding lies inside it and covers something; nothing in furniture."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.annotate import annotate_article
from recoupe.model.article import Article
from recoupe.model.span import Span

PIECES = {
    "fr": [
        "« Nous viendrons », a déclaré le maire Ilan Orval.",
        "Selon la préfecture, 7 000 personnes ont défilé mardi 5 mai.",
        "“Oui”, a-t-il dit.”Non",
        "À lire : Un autre article",
        "Le pont. (ANNE ORVAL / AFP)",
        "\n\n",
        "\n",
        '"',
        "«",
        "»",
        "‘",
        "’",
        " , a promis Mira Deslan",
        "Le 31 février 2024 à 25 h 70, entre 12 et 15 % d'euros",
        "depuis vingt-quatre ans",
        "\u202b\u200b😊",
        "a" * 300,
        "du 18 au 19 juin",
        "quelque deux millions et demi de dollars",
    ],
    "en": [
        '"We will come," said Mayor Ilan Orval.',
        "According to the council, 7,000 people marched on Tuesday, May 5.",
        "Read more: Another article",
        "The bridge. (ANNE ORVAL / AFP)",
        "\n\n",
        '"',
        "”",
        " , she added",
        "between 12 and 15 percent of $2.5 million",
        "😊 since 2002",
        "he denied having",
    ],
}


def spans_of(article: Article) -> list[Span]:
    found = [
        Span(x.start, x.end) for x in (*article.furniture, *article.credits, *article.names, *article.times)
    ]
    for quantity in article.quantities:
        found.append(Span(quantity.start, quantity.end))
        found += [quantity.of.span] if quantity.of else []
    for quotation in article.quotations:
        assert quotation.content
        found += [*quotation.content, *(relay.span for relay in quotation.relays)]
        found += [s for s in (quotation.cue, quotation.speaker, quotation.addressee) if s]
    return [*found, *article.sentences]


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_span_lies_inside_its_article(language: str, data: st.DataObject) -> None:
    pieces = st.lists(st.one_of(st.sampled_from(PIECES[language]), st.text(max_size=12)), max_size=14)
    text = " ".join(data.draw(pieces)).replace("\r", "\n")
    article = annotate_article(Article(id="a", text=text, language=language, published="2026-05-14"))
    assert article.text == text
    for span in spans_of(article):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    frame = [Span(f.start, f.end) for f in article.furniture]
    findings = [Span(x.start, x.end) for x in (*article.names, *article.times, *article.quantities)]
    findings += [s for q in article.quotations for s in q.content]
    assert not any(f.overlaps(s) for f in frame for s in findings)
    assert msgspec.json.decode(msgspec.json.encode(article), type=Article) == article
