"""WCAG 2.2 AA: axe in every pair of states, and what axe does not see: targets, focus, forced colours, print, zoom."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

# Page, scheme, width and state so that every pair of values stands together at least once, the costly pages least.
CASES = [
    ("fr", "light", 1280, "closed"),
    ("fr", "dark", 390, "open"),
    ("fr", "light", 390, "nothing found"),
    ("en", "dark", 1280, "filtered"),
    ("en", "light", 390, "open"),
    ("one", "dark", 390, "closed"),
    ("one", "light", 1280, "open"),
    ("empty", "dark", 1280, "open"),
    ("nothing", "light", 390, "filtered"),
    ("names", "light", 1280, "filtered"),
    ("names", "dark", 390, "open"),
    ("twenty", "dark", 390, "closed"),
    ("twenty", "light", 1280, "filtered"),
    ("hostile", "dark", 1280, "open"),
    ("sorne", "dark", 1280, "nothing found"),
]
# Of the large page only what grows with the number of articles: the rest is the same as on the others.
LEFT_OUT = {"twenty": {"exclude": [["#statements"], ["#timeline"], ["#terms"], ["#articles"]]}}
VIOLATIONS = {"resultTypes": ["violations"]}  # axe describes nothing else: three times as fast


def put(page, state):
    """Bring `page` into `state`, and lay out what Chromium leaves for later, which axe would misjudge."""
    page.evaluate("document.body.classList.remove('many')")
    if state == "open":
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    elif state == "filtered":
        page.locator("#by-kind").select_option("fact")
    elif state == "nothing found":
        page.locator("#search").fill("zzzz")
    page.wait_for_timeout(200)


@pytest.mark.parametrize(("name", "scheme", "width", "state"), CASES)
def test_axe_finds_nothing(open_page, name, scheme, width, state):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page(name, width=width, color_scheme=scheme, bypass_csp=True)
    put(page, state)
    found = axe.run(page, context=LEFT_OUT.get(name), options=VIOLATIONS).response["violations"]
    assert [(v["id"], v["nodes"][0]["target"], v["nodes"][0]["html"][:120]) for v in found] == []


# Links inside running text may be smaller (2.5.8, exception "inline"), and marks of a picture whose table has the same
# links (exception "equivalent").
SMALL = """
() => [...document.querySelectorAll('a[href], button, input, select, summary, label:has(input)')].filter(e => {
  if (!e.checkVisibility()) return false;
  if (e.closest('svg, .skip, blockquote, .brief, .quotes, .claim, .lead, .further, .once')) return false;
  const own = e.getBoundingClientRect(), inside = e.closest('label, summary, .nav li');
  const box = inside ? inside.getBoundingClientRect() : own;
  return Math.max(own.height, box.height) < 23.5 || Math.max(own.width, box.width) < 23.5;
}).map(e => e.outerHTML.slice(0, 100))
"""


@pytest.mark.parametrize(("name", "width"), [("fr", 390), ("fr", 1280), ("names", 390)])
def test_targets_are_large_enough(open_page, name, width):
    page = open_page(name, width=width)
    put(page, "open")
    assert page.evaluate(SMALL) == []


# The width of the ring, or of the stroke that stands for it in a picture, and what cuts it, if anything does.
RING = """
() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  if (e === document.body) return null;
  const mark = e.closest('svg') && e.querySelector('circle, .arc');
  const outline = s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth);
  const wide = mark ? parseFloat(getComputedStyle(mark).strokeWidth) : outline;
  const most = wide + parseFloat(s.outlineOffset);
  let cut = '';
  for (let at = e.parentElement; at && !mark; at = at.parentElement) {
    const b = at.getBoundingClientRect();
    if (!/hidden|auto|scroll/.test(getComputedStyle(at).overflowX)) continue;
    const left = r.left - most < b.left - 0.5 && r.left >= b.left;
    const top = r.top - most < b.top - 0.5 && r.top >= b.top;
    if (left || top) cut = at.className || at.tagName;
  }
  return { what: e.outerHTML.slice(0, 90), wide, cut };
}
"""


def test_focus_is_seen_everywhere(open_page):
    page = open_page("fr", color_scheme="dark")
    page.evaluate("document.querySelectorAll('.line > details, .rest').forEach(d => d.open = true)")
    seen = 0
    for _ in range(400):
        page.keyboard.press("Tab")
        ring = page.evaluate(RING)
        if ring is None:
            break
        seen += 1
        assert ring["wide"] >= 2, ring
        assert ring["cut"] == "", ring
    assert seen > 150


def test_the_way_to_the_content_is_one_key(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    box = page.locator(".skip").bounding_box()
    assert box["x"] >= 0
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_nothing_moves(open_page):
    page = open_page(reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e)).filter(s =>"
        " parseFloat(s.transitionDuration) || s.animationName !== 'none' || s.scrollBehavior === 'smooth').length"
    )
    assert moving == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_every_mark(open_page, scheme):
    page = open_page("fr", forced_colors="active", color_scheme=scheme)
    put(page, "open")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for mark in ("own", "relayed", "contradicts"):
        ground, picture, edge = page.locator(f".grid .{mark} a").first.evaluate(
            "e => ['backgroundColor', 'backgroundImage', 'borderTopWidth']"
            ".map(n => getComputedStyle(e, '::before')[n])"
        )
        assert ground not in {paper, "rgba(0, 0, 0, 0)"} or picture != "none" or edge != "0px", mark
    for bar in page.locator("svg.shares rect").all()[:4]:
        assert bar.evaluate("e => getComputedStyle(e).fill") != paper
    code, ground = page.locator("svg.shares g[role=img] text").first.evaluate(
        "e => [getComputedStyle(e).fill, getComputedStyle(e.parentNode.querySelector('rect')).fill]"
    )
    assert code != ground
    assert (
        page.locator("#f1 blockquote mark").first.evaluate("e => getComputedStyle(e).backgroundColor")
        != paper
    )


def test_twice_as_large_it_still_reads(open_page):
    page = open_page("fr", width=640)  # 1280 pixels at 200 %
    put(page, "open")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    cut = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, .claim, .label, .who, button, .tag')]"
        ".filter(e => e.checkVisibility() && getComputedStyle(e).overflowX === 'hidden')"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).length"
    )
    assert cut == 0


RUNNING = (
    ".claim, .lede, blockquote, .verdict, .caption, figcaption, .par > p:first-child, .method p, .brief li, .quotes li,"
    " #notes > p, .empty"
)
# Characters of a line of running text, on average: WCAG 1.4.8 asks for 80 at most.
LONG_LINES = """
(running) => [...document.querySelectorAll(running)].filter(e => e.checkVisibility()).flatMap(e => {
  const range = document.createRange();
  range.selectNodeContents(e);
  const boxes = [...range.getClientRects()].filter(b => b.width > 2);
  const lines = new Set(boxes.map(b => Math.round(b.bottom / 12))).size;
  const characters = e.textContent.trim().length / Math.max(1, lines);
  return lines > 2 && characters > 80 ? [[characters, e.textContent.slice(0, 60)]] : [];
})
"""


@pytest.mark.parametrize("width", [820, 1440, 1920])
def test_no_line_is_too_long_to_read(open_page, width):
    page = open_page("sorne", width=width)
    put(page, "open")
    assert page.evaluate(LONG_LINES, RUNNING) == []
