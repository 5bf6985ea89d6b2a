"""No string of the other language stands anywhere on the page, whatever is opened, filtered, copied or printed."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest

pytestmark = pytest.mark.browser

# Every text that a reader or a screen reader meets, but what stands in another language by declaration and the
# sources' own words.
EVERYTHING = """
() => {
  const own = 'h1, .headline, .par, blockquote, .brief, .quotes, .once, .claim, .word, .side, .column h3, abbr,' +
    '.grid tbody th span, details.rest td';
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walk.nextNode()) {
    const n = walk.currentNode, e = n.nodeType === 3 ? n.parentElement : n;
    if (e.closest('script, style') || e.closest('[lang]') !== document.documentElement) continue;
    if (n.nodeType === 3) { if (!e.closest(own)) found.push(n.data) }
    else for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (!(name === 'title' && e.closest(own)) && n.getAttribute(name)) found.push(n.getAttribute(name));
  }
  return [...found, document.title];
}
"""
LEAST = 4  # letters of a string that is looked for


def _strings(code):
    """Every string of a catalogue, as an expression that its filled form fits."""
    path = resources.files("recoupe.language").joinpath(code, "interface.toml")
    pending, found = [tomllib.loads(path.read_text("utf-8"))], set()
    while pending:
        for value in pending.pop().values():
            if isinstance(value, dict):
                pending.append(value)
            else:
                found.add(value)
    return found


def _expression(text):
    """The string with any words in its blanks; blanks alone fit anything and are left out."""
    if sum(c.isalpha() for c in re.sub(r"\{\w+\}", "", text)) < LEAST:
        return None
    return re.compile(re.sub(r"\\\{\w+\\\}", r"[^.]{1,80}", re.escape(text)))


@pytest.mark.parametrize(
    ("name", "code"), [("fr", "fr"), ("en", "en"), ("names", "en"), ("one", "fr"), ("nothing", "en")]
)
def test_no_string_of_the_other_language(open_page, name, code):
    other = "en" if code == "fr" else "fr"
    page = open_page(name)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.locator("#search").fill("zzzz")
    page.wait_for_timeout(300)
    shown = {re.sub(r"[ \n\t]+", " ", text).strip() for text in page.evaluate(EVERYTHING)} - {""}
    assert len(shown) > 40
    ours = _strings(code)
    theirs = [e for e in map(_expression, sorted(_strings(other) - ours)) if e]
    assert len(theirs) > 200
    wrong = {text for text in shown if text not in ours and any(e.fullmatch(text) for e in theirs)}
    mine = [e for e in map(_expression, sorted(ours)) if e]
    assert {text for text in wrong if not any(e.fullmatch(text) for e in mine)} == set()


def test_months_and_numbers_are_those_of_the_language(open_page):
    french, english = (open_page(code).locator("main").text_content() for code in ("fr", "en"))
    assert re.search(r"\d{1,2} mars 2031", french)
    assert not re.search(r"\d{1,2} mars 2031", re.sub(r"«.*?»|le \d+ mars", "", english))
    assert re.search(r"March \d{1,2}, 2031", english)
    assert re.search(r"\d\xa0%|\d\u202f%", french)
    assert re.search(r"\d%", english)
