"""Evidence that the script brings from the one full text: words in context, lists, citations, and the way back."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


def _squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def _search(page, text):
    page.get_by_label("Chercher dans le dossier").fill(text)
    page.wait_for_timeout(250)
    return set(page.evaluate("[...document.querySelectorAll('.line:not([hidden])')].map(e => e.id)"))


@pytest.mark.parametrize("name", ["fr", "sorne"])
def test_every_card_shows_its_words_as_they_stand_in_the_article(open_page, name):
    """Opened, the words are marked, and what stands around them is the article's own text."""
    page = open_page(name)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.wait_for_timeout(400)
    told = page.evaluate(
        """[...document.querySelectorAll('.card')].map(card => {
            const kept = card.querySelector('blockquote').cloneNode(true);
            kept.querySelectorAll('del').forEach(d => d.remove());
            const article = card.querySelector('a.place').hash.slice(1).split('-')[0];
            const full = [...document.querySelectorAll(`#${article} .par > p:first-child`)];
            return {shown: kept.textContent, marked: card.querySelectorAll('mark').length,
                    text: full.map(p => p.textContent).join(' ')} })"""
    )
    assert len(told) > 20
    bare = re.compile(r"\s+|…")
    for card in told:
        assert card["marked"] == 1
        parts = [bare.sub("", part) for part in card["shown"].split("[…]")]
        assert all(part in bare.sub("", card["text"]) for part in parts)


def test_the_words_around_a_passage_are_shown(open_page):
    page = open_page()
    page.locator("#d2 summary").click()
    quote = page.locator("#d2 .card").first.locator("blockquote")
    marked = quote.locator("mark").inner_text()
    shown = quote.inner_text()
    assert marked in shown
    assert len(shown) > len(marked) + 20


@pytest.mark.parametrize("press", ["click", "Enter"])
def test_back_leads_to_the_passage_that_was_left(open_page, press):
    page = open_page(hash_="#f1")  # another line's address: back must not go there
    page.wait_for_timeout(300)
    page.locator("#f4 summary").click()
    link = page.locator("#f4 .card a.place").first
    link.scroll_into_view_if_needed()
    place = link.bounding_box()["y"]
    if press == "click":
        link.click()
    else:
        link.focus()
        page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert re.search(r"#a\d+-\d+$", page.url)
    page.go_back()
    page.wait_for_timeout(400)
    assert page.url.endswith("#f1")
    assert abs(link.bounding_box()["y"] - place) < 3
    assert page.evaluate("document.activeElement.closest('#f4') !== null")
    page.go_forward()
    page.wait_for_timeout(400)
    target = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert 0 <= target.bounding_box()["y"] < 900


def test_a_permalink_opens_a_line_that_lies_in_a_closed_list_and_behind_a_filter(open_page):
    page = open_page()
    assert not page.locator("#q2").is_visible()
    page.get_by_label("Nature", exact=True).select_option("discrepancy")
    page.evaluate("location.hash = 'q2'")
    page.wait_for_timeout(400)
    assert page.locator("#q2").is_visible()
    assert 0 <= page.locator("#q2").bounding_box()["y"] < 900
    assert page.get_by_label("Nature", exact=True).input_value() == ""
    page.evaluate("location.hash = '%E0%A4%A'")  # no address at all
    page.wait_for_timeout(100)


def test_search_reads_apostrophes_quotation_marks_and_phrases(open_page):
    page = open_page()
    straight = _search(page, "l'enquête")
    assert straight == _search(page, "L’ENQUETE")
    loose = _search(page, "digue nord")
    assert "f2" in loose
    assert _search(page, "nord digue") == loose
    assert _search(page, '"digue nord"') <= loose
    assert _search(page, '"nord digue"') == set()
    assert _search(page, "« digue nord »") == _search(page, '"digue nord"') != set()
    assert _search(page, '"digue nord') == loose  # one mark alone is not a phrase


def test_what_is_found_does_not_depend_on_what_was_opened(open_page):
    fresh = open_page()
    found = _search(fresh, "copier")
    opened = open_page()
    opened.get_by_role("button", name="Tout ouvrir").click()
    opened.wait_for_timeout(500)
    assert _search(opened, "copier") == found == set()
    assert _search(opened, "passerelle") == _search(fresh, "passerelle")


def test_nothing_found_says_what_to_do(open_page):
    page = open_page()
    assert _search(page, "zzzz") == set()
    told = page.locator("#found")
    assert told.inner_text().startswith("0 sur ")
    assert "Rien ne correspond" in told.inner_text()
    assert told.get_attribute("aria-live") == "polite"
    page.get_by_role("button", name="Tout afficher").click()
    page.wait_for_timeout(100)
    assert told.inner_text() == ""
    assert page.locator(".line[hidden]").count() == 0


REFUSED = """Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error('no'))}});
document.execCommand = () => false;"""


@pytest.mark.parametrize("press", ["click", "Enter"])
def test_where_the_clipboard_is_refused_the_citation_is_shown_selected(open_page, press):
    page = open_page()
    page.evaluate(REFUSED)
    page.locator("#f1 summary").click()
    button = page.locator("#f1 .card button").first
    if press == "click":
        button.click()
    else:
        button.focus()
        page.keyboard.press("Enter")
    page.wait_for_timeout(150)
    assert button.inner_text().startswith("Copie impossible")
    box = page.locator("#f1 .card textarea")
    assert "Une enquête a été ouverte." in box.input_value()
    assert "4 mars 2031" in box.input_value()
    assert page.evaluate("getSelection().toString()") == box.input_value()
    page.keyboard.press("Tab")
    assert box.count() == 0


def test_the_old_way_of_copying_serves_where_there_is_no_clipboard(open_page):
    page = open_page()
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); window.done = [];"
        "document.execCommand = (name) => { done.push([name, getSelection().toString()]); return true }; null"
    )
    page.locator("#t1 summary").click()
    page.locator("#t1 button").first.click()
    page.wait_for_timeout(100)
    assert page.locator("#t1 button").first.text_content() == "Copié"
    ((command, text),) = page.evaluate("done")
    assert command == "copy"
    assert re.match(r"«\s.+\s» — .+, \d+ mars 2031", text)
    assert page.locator("#t1 textarea").count() == 0


def test_exclusives_beyond_the_first_are_listed_from_the_article(open_page):
    page = open_page("sorne")
    rest = page.locator("#coverage details.rest[data-u]")
    if rest.count() == 0:
        pytest.skip("no outlet of the example has that many passages of its own")
    told = rest.first.get_attribute("data-u").split()
    rest.first.locator("summary").click()
    page.wait_for_timeout(200)
    items = page.locator("#coverage details.rest").first.locator(".quotes li")
    assert items.count() == len(told)
    for item, numbers in zip(items.all(), told, strict=True):
        words = item.locator("a").inner_text()
        assert len(re.sub(r"\s+", "", words)) == int(numbers.split(":")[1])


def test_copies_beyond_the_first_are_listed_from_the_articles(open_page):
    page = open_page("sorne")
    more = page.locator("#copies [data-p]").first
    pair = page.locator(f"#{more.evaluate('e => e.closest(`.line`).id')}")
    told = [numbers.split(":") for numbers in more.get_attribute("data-p").split()]
    written = pair.locator(".beside li").count()
    pair.locator("summary").click()
    page.wait_for_timeout(200)
    items = pair.locator(".beside li")
    assert items.count() == written + 2 * len(told)
    lengths = [
        len(_squeeze(items.nth(written + n).locator("a").inner_text()).replace(" ", "")) for n in range(2)
    ]
    assert lengths == [int(told[0][1]), int(told[0][3])]


def test_codes_of_outlets_and_silences_have_names(open_page):
    page = open_page()
    untitled = page.evaluate("[...document.querySelectorAll('abbr')].filter(a => !a.title).length")
    assert untitled == 0
    silent = page.locator("td.silent").first
    assert silent.get_attribute("aria-label") == "n’en parle pas"
