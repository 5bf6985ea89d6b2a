"""What the page weighs: a dossier is sent by mail and opened on a phone."""

from __future__ import annotations

import re

import pytest
from crowd import crowd

from recoupe.publish import render

LIMIT = 300_000  # bytes of the file beyond the articles' own text, for ten articles
LARGE = 5_000_000  # bytes of the file, for two hundred


def _texts(dossier):
    return sum(len(a.text.encode()) for a in dossier.articles)


@pytest.fixture(scope="module")
def ten():
    """Ten invented articles that have a quarter of their words from each other, and findings as real ones have."""
    story = crowd(10, facts=24, shared_each=6)
    assert len(story.articles) == 10
    assert 20_000 < _texts(story) < 40_000
    assert (len(story.facts), len(story.discrepancies), len(story.timeline)) == (24, 9, 18)
    assert sum(len(f.passages) for f in story.facts) == 60
    assert len({(r.a.article, r.b.article) for r in story.reuse}) > 30
    assert sum(len(a.quotations) for a in story.articles) == 80
    return story


@pytest.mark.parametrize("interface", ["fr", "en"])
def test_ten_articles_weigh_less_than_three_hundred_kilobytes_and_their_text(ten, interface):
    page = render(ten, "html", interface=interface)
    assert len(page) - _texts(ten) < LIMIT


def test_two_hundred_articles_weigh_less_than_five_megabytes():
    assert len(render(crowd(200), "html")) < LARGE


def test_the_frame_is_a_small_part_of_it(dossier):
    page = render(dossier, "html").decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    script = page.partition("<script>")[2].partition("</script>")[0]
    assert len(style.encode()) < 32_000
    assert len(script.encode()) < 20_000
    assert "/*" not in style
    assert "{" in style


def test_the_full_text_is_written_once(ten):
    page = re.sub(r"<[^>]*>", "", render(ten, "html").decode().partition('id="articles"')[2])
    for article in ten.articles:
        for line in article.text.split("\n"):
            if line.strip():
                assert page.count(line.strip()) == 1


def test_a_passage_has_no_context_in_the_file(ten):
    """The words around it stand in the article; the script takes them from there."""
    page = render(ten, "html").decode()
    passage = ten.facts[0].passages[0]
    article = next(a for a in ten.articles if a.id == passage.article)
    words = article.text[passage.start : passage.end]
    card = re.search(rf'<blockquote[^>]*><a href="#a\d+-{passage.start}">(.*?)</a>(.*?)</blockquote>', page)
    assert card is not None
    assert (card[1], card[2]) == (words, "")


def test_what_is_left_out_of_the_source_changes_no_text(dossier):
    """Implied end tags and quotes of plain values are left out; attributes with anything else keep theirs."""
    page = render(dossier, "html").decode()
    assert "</li>" not in page
    assert not re.search(r'\sclass="[\w-]+">', page)
    assert re.search(r'class="card c\d"', page)
    assert "&#39;" not in page
    for attribute in re.findall(r"<[a-z][^<>]*>", page):
        assert attribute.count('"') % 2 == 0
