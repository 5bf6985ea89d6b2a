"""What the page is: complete, closed to the outside, accessible, safe, printable, readable at any width."""

from __future__ import annotations

import re

import hostile
import pytest

pytestmark = pytest.mark.browser

PAGES = ["fr", "en", "empty", "hostile", "sorne"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_for_but_the_page(open_page, files, name):
    page = open_page(name)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(300)
    assert page.asked == [files[name].as_uri()]


@pytest.mark.parametrize("name", [*PAGES, "names", "twenty", "one"])
def test_no_sideways_scrolling(open_page, name):
    page = open_page(name)
    for opened in (False, True):
        if opened:
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for width in (320, 390, 640, 820, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, opened)


def test_the_first_screen_has_the_essentials(open_page):
    page = open_page()
    seen = page.evaluate(
        "[...document.querySelectorAll('h1, .figures li, .lead .claim')].filter(e => "
        "e.getBoundingClientRect().bottom <= innerHeight).map(e => e.innerText)"
    )
    assert seen[0].startswith("Le ferry Ondine heurte une digue")
    assert {"6 articles", "6 médias", "5 origines indépendantes"} <= set(seen)
    assert any("mars 2031" in line for line in seen)
    assert page.locator("#summary .lead").first.locator("li").count() == 3
    assert page.locator("#summary .lead").last.locator("li").count() == 3
    assert len(seen) == 1 + 4 + 6


def _texts(page):
    return re.sub(r"\s+", " ", page.evaluate("document.querySelector('main').textContent"))


def test_without_script_all_text_is_there(open_page, dossier):
    page = open_page(java_script_enabled=False)
    found = re.sub(r"\s+", " ", page.locator("main").text_content())
    for article in dossier.articles:
        for line in article.text.splitlines():
            assert line.strip() in found
    for fact in dossier.facts:
        assert fact.text in found
    for discrepancy in dossier.discrepancies:
        assert discrepancy.note in found
    assert page.locator("#tools").is_hidden()
    page.locator("#f2 summary").click()
    assert page.locator("#f2 .card").first.is_visible()


def test_articles_are_shown_letter_for_letter(open_page, dossier):
    page = open_page()
    for number, article in enumerate(dossier.articles, 1):
        shown = page.locator(f"#a{number} .par > p:first-child").all_text_contents()
        assert shown == [line for line in article.text.split("\n") if line.strip()]


def test_each_picture_has_a_name_a_caption_and_a_table(open_page):
    page = open_page()
    for name in ("timeline.wide", "arcs", "shares"):
        picture = page.locator(f"svg.{name}")
        title = picture.get_attribute("aria-labelledby")
        assert page.locator(f"#{title}").text_content()
        figure = picture.locator("xpath=ancestor::figure")
        assert figure.locator("figcaption").inner_text()
        marks = picture.locator("a, [role=img]")
        assert marks.count() >= 2
        assert all(m.locator("title").text_content() for m in marks.all())
        assert page.locator(f"svg.{name} a, svg.{name} [role=img]").first.get_attribute("style") is None
    assert page.locator("table.events tbody tr").count() == 9
    assert page.locator("#copies .twin tbody tr").count() == 2
    assert page.locator("#statements .twin tbody tr").count() == 3
    assert page.locator("table.grid tbody tr").count() == 5


def test_long_spans_and_hours_of_a_night_are_both_drawn(open_page):
    page = open_page()
    wide = page.locator("svg.timeline.wide")
    labels = wide.locator("text").all_text_contents()
    assert {"1950", "2000"} <= set(labels)
    assert any("mars" in label for label in labels)
    assert any(re.fullmatch(r"0\d:00", label) for label in labels)
    boxes = [c.bounding_box() for c in wide.locator("a circle").all()]
    assert len(boxes) == 9
    for n, a in enumerate(boxes):
        for b in boxes[n + 1 :]:
            apart = abs(a["x"] - b["x"]) >= a["width"] or abs(a["y"] - b["y"]) >= a["height"]
            assert apart, "two marks of the timeline cover each other"


def test_the_page_prints_with_its_evidence(open_page, tmp_path):
    page = open_page()
    page.pdf(path=tmp_path / "dossier.pdf", format="A4")
    assert (tmp_path / "dossier.pdf").stat().st_size > 20_000
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#f2 .card").first.is_visible()
    assert not page.locator(".nav").is_visible()
    assert not page.locator("#tools").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert not page.locator("#f2 .card").first.is_visible()


def test_what_was_inferred_is_marked_and_what_was_not_compared_is_said(open_page):
    page = open_page()
    assert page.locator("#a6 .inferred").is_visible()
    assert page.locator(".figures .inferred").is_visible()
    notes = page.locator("#notes").inner_text()
    assert "plusieurs langues (anglais, français)" in notes
    assert "vide.txt" in notes
    for section in (
        "facts",
        "differences",
        "statements",
        "timeline",
        "copies",
        "coverage",
        "terms",
        "articles",
    ):
        assert page.locator(f"#{section} details.method").count() == 1


def test_hostile_articles_run_nothing(open_page):
    page = open_page("hostile")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for link in page.locator("#articles mark").all()[:5]:
        link.hover()
    assert page.evaluate("window.pwned") is None
    assert page.locator("main script, main style, main base, main meta, main img, main svg svg").count() == 0
    assert (
        page.evaluate("document.querySelectorAll('[style], [onerror], [onload], [onmouseover]').length") == 0
    )
    assert page.evaluate("[...document.links].filter(a => !/^(#|https?:|file:)/.test(a.href)).length") == 0
    outside = page.locator("a[href^='http']")
    assert outside.count() == 0  # none of its addresses is one
    assert page.locator("section").count() == 10


def test_hostile_articles_are_still_shown_letter_for_letter(open_page):
    page = open_page("hostile")
    shown = page.locator("#a1 .par > p:first-child").all_text_contents()
    for attack in hostile.ATTACKS[:8]:
        assert f"{attack}." in shown
    assert any("‹U+202E›" in line for line in shown)
    assert not any("\u202e" in line or "\x00" in line or "\x1b" in line for line in shown)


def test_links_to_outside_carry_nothing(open_page):
    page = open_page()
    links = page.locator("a[href^='http']").all()
    assert [a.get_attribute("href") for a in links] == ["https://fanal.example/ondine"]
    assert all(a.get_attribute("rel") == "noopener noreferrer" for a in links)


def test_the_policy_forbids_what_the_page_does_not_need(chromium, files):
    page = chromium.new_page()
    page.goto(files["fr"].as_uri())
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).maxWidth") != "none"
    blocked = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'blocked')")
    assert blocked == "blocked"
    page.close()
