"""The printed dossier: white whatever the screen was, everything open, nothing parted from what it belongs to."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

LIGHTNESS = """
(selector) => {
  const e = document.querySelector(selector), s = getComputedStyle(e);
  const of = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); return (r + g + b) / 765 };
  return [of(s.backgroundColor), of(s.color)];
}
"""


@pytest.fixture
def printed(open_page):
    """The page of `name` as a printer sees it, from a dark screen."""

    def start(name="fr", **options):
        page = open_page(name, color_scheme="dark", **options)
        page.emulate_media(media="print", color_scheme="dark")
        return page

    return start


def test_it_is_black_on_white(printed):
    page = printed()
    paper, ink = page.evaluate(LIGHTNESS, "body")
    assert paper == 1
    assert ink < 0.1
    for selector in (".par mark[data-r*=f]", "abbr", "del"):
        ground, words = page.evaluate(LIGHTNESS, selector)
        assert abs(ground - words) > 0.3, selector


def test_everything_is_open_without_a_script(printed):
    page = printed(java_script_enabled=False)
    for selector in ("#f2 .card", "#d1 .card", "#s1 .card", ".method p", "#a1 .par", "details.rest li"):
        assert page.locator(selector).first.is_visible(), selector
    for selector in (".nav", "#tools", ".skip", ".layers", "svg.timeline.narrow"):
        assert not page.locator(selector).first.is_visible(), selector


def test_what_only_a_screen_can_do_is_gone(printed):
    page = printed()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(200)
    assert page.locator("button").filter(visible=True).count() == 0
    assert page.locator("input, select").filter(visible=True).count() == 0


def test_headings_and_cards_are_kept_together(printed):
    page = printed()
    style = "(e, name) => getComputedStyle(e)[name]"
    for selector in ("h2", "section h3", ".head", "summary", "figcaption", ".meta"):
        assert page.locator(selector).first.evaluate(style, "breakAfter") == "avoid", selector
    for selector in (".card", "tr", ".lead > li", "svg.chart", ".head", ".brief li"):
        assert page.locator(selector).first.evaluate(style, "breakInside") == "avoid", selector
    assert page.locator("#articles").evaluate(style, "breakBefore") == "page"


def test_addresses_can_be_read_on_paper(printed):
    page = printed()
    told = page.locator("a[rel]").first.evaluate("e => getComputedStyle(e, '::after').content")
    assert "https://fanal.example/ondine" in told


def test_pages_are_numbered_and_hold_the_width(open_page, tmp_path):
    page = open_page("sorne", color_scheme="dark")
    page.pdf(path=tmp_path / "sorne.pdf", prefer_css_page_size=True)
    written = (tmp_path / "sorne.pdf").read_bytes()
    sheets = [tuple(map(float, box)) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", written)]
    assert 8 <= len(sheets) <= 30
    assert all((round(width), round(height)) == (595, 842) for width, height in sheets)
    rules = page.evaluate(
        "[...document.styleSheets[0].cssRules].flatMap(r => r.media?.mediaText === 'print' ? [...r.cssRules] : [])"
        ".filter(r => r.type === CSSRule.PAGE_RULE).map(r => r.cssText).join()"
    )
    assert "counter(page)" in rules
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 900})  # A4 without its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
