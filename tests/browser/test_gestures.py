"""Each gesture on the page, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


def _open(page, line):
    return page.locator(f"#{line} details").first.evaluate("d => d.open")


def _in_view(page, selector):
    box = page.locator(selector).first.bounding_box()
    return box is not None and -5 <= box["y"] <= 900


def test_a_line_opens_its_passages_by_mouse(open_page):
    page = open_page()
    assert not page.locator("#f2 .card").first.is_visible()
    page.locator("#f2 summary").click()
    cards = page.locator("#f2 .cards").first.locator(".card")
    assert cards.count() == 3  # the copy of the agency's words is named below, not shown twice
    assert page.locator("#f2 .further abbr").get_attribute("title") == "Radio Littoral"
    first = cards.first
    assert "Le Fanal" in first.locator("p").inner_text()
    assert "4 mars 2031" in first.locator("p").inner_text()
    assert "ALP" in first.locator("p").inner_text()
    assert first.locator("mark").inner_text().startswith("Le ferry Ondine a heurté")


def test_a_line_opens_its_passages_by_keyboard(open_page):
    page = open_page()
    page.locator("#f2 summary").focus()
    page.keyboard.press("Enter")
    assert _open(page, "f2")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.card') !== null")


def test_the_keyboard_reaches_the_first_line_from_the_top(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#f1 summary') !== null"):
            break
    else:
        pytest.fail("60 tabs and the first fact's line was not reached")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


@pytest.mark.parametrize("press", ["click", "Enter"])
def test_from_a_passage_to_the_article_and_back(open_page, press):
    page = open_page()
    page.locator("#d2 summary").click()
    link = page.locator("#d2 .card > a[href^='#a6-']")
    if press == "click":
        link.click()
    else:
        link.focus()
        page.keyboard.press(press)
    page.wait_for_timeout(700)
    assert re.search(r"#a6-\d+$", page.url)
    lit = page.locator("#a6 mark.on")
    assert lit.all_inner_texts() == ["la digue sud"]
    assert _in_view(page, "#a6 mark.on")
    back = page.locator("#a6 .refs a[href='#d2']")
    if press == "click":
        back.click()
    else:
        back.focus()
        page.keyboard.press(press)
    page.wait_for_timeout(700)
    assert page.url.endswith("#d2")
    assert _open(page, "d2")
    assert page.locator("#d2 .card.on > a").get_attribute("href").startswith("#a6-")
    assert page.evaluate("document.activeElement.closest('#d2') !== null")


def test_a_marked_passage_names_every_finding_that_uses_it(open_page):
    page = open_page()
    page.locator("#a2 mark[data-r]", has_text="la digue nord").last.click()
    pop = page.get_by_role("dialog", name="Utilisé par")
    assert set(pop.locator("a").all_inner_texts()) == {"fait 2", "divergence 2", "reprise 1"}
    assert "Le ferry Ondine" in pop.locator("li", has_text="fait 2").inner_text()  # and what it says
    page.keyboard.press("Escape")
    assert pop.count() == 0
    page.locator("#a2 mark[data-r]", has_text="la digue nord").last.click()
    pop.get_by_text("divergence 2").click()
    page.wait_for_timeout(300)
    assert page.url.endswith("#d2")
    assert _open(page, "d2")


@pytest.mark.parametrize("line", ["f3", "d1", "e1", "s1", "r1", "t5", "w1", "u4", "q2"])
def test_permalinks_open_what_they_point_to(open_page, line):
    page = open_page(hash_=f"#{line}")
    page.wait_for_timeout(600)
    assert _in_view(page, f"#{line}")
    if page.locator(f"#{line} > details").count():
        assert _open(page, line)
    assert page.locator(f"#{line}").is_visible()


@pytest.mark.parametrize("name", ["fr", "hostile", "sorne"])
def test_every_link_inside_the_page_leads_somewhere(open_page, name):
    page = open_page(name)
    missing = page.evaluate(
        "[...document.querySelectorAll(\"a[href^='#']\")].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    assert missing == []
    doubled = page.evaluate(
        "(() => { const n = {}; document.querySelectorAll('[id]').forEach(e => n[e.id] = (n[e.id] || 0) + 1);"
        " return Object.keys(n).filter(k => n[k] > 1) })()"
    )
    assert doubled == []


def _lines(page):
    return set(page.evaluate("[...document.querySelectorAll('.line:not([hidden])')].map(e => e.id)"))


def test_filters_by_outlet_origin_speaker_and_kind(open_page):
    page = open_page()
    everything = _lines(page)
    page.get_by_label("Média", exact=True).select_option(label="La Voix d'Estrie")
    voix = _lines(page)
    assert {"f2", "f4", "f5", "d1", "d3", "s2", "t1", "u4"} <= voix
    assert not {"f1", "f3", "r1"} & voix
    assert page.locator("#found").inner_text() == f"{len(voix)} sur {len(everything)}"
    page.get_by_label("Nature", exact=True).select_option("fact")
    assert _lines(page) == {"f2", "f4", "f5"}
    assert page.locator("#copies .none").is_visible()
    page.get_by_role("button", name="Tout afficher").click()
    page.wait_for_timeout(50)
    assert _lines(page) == everything
    page.get_by_label("Origine", exact=True).select_option(label="ALP")
    assert {"f1", "f2", "f3", "s1"} <= _lines(page)
    assert "f4" not in _lines(page)
    page.get_by_label("Origine", exact=True).select_option("")
    page.get_by_label("Personne", exact=True).select_option(label="Odile Marchaux")
    assert _lines(page) == {"s1"}


def test_filters_by_keyboard_alone(open_page):
    page = open_page()
    page.get_by_label("Nature", exact=True).focus()
    page.keyboard.type("Div")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert _lines(page) == {"d1", "d2", "d3"}


def test_search_ignores_accents_and_case_and_opens_what_it_finds(open_page):
    page = open_page()
    field = page.get_by_label("Chercher dans le dossier")
    field.fill("GREVE jeudi")
    page.wait_for_timeout(300)
    assert "f5" in _lines(page)
    assert "f1" not in _lines(page)
    field.fill("refus de controle")
    page.wait_for_timeout(300)
    assert page.locator("#q1, #q2, #q3, #q4").filter(visible=True).count() >= 1
    field.fill("zzzz")
    page.wait_for_timeout(300)
    assert _lines(page) == set()
    assert page.locator(".none").first.inner_text() == "Aucune ligne ne répond aux filtres."
    field.fill("")
    page.wait_for_timeout(300)
    assert page.locator(".none").count() == 0


def test_a_permalink_to_a_filtered_line_shows_it(open_page):
    page = open_page()
    page.get_by_label("Nature", exact=True).select_option("discrepancy")
    page.locator("#summary a[href='#f1']").click()
    page.wait_for_timeout(400)
    assert page.locator("#f1").is_visible()


def test_copying_a_citation(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.locator("#f1 summary").click()
    assert page.get_by_role("button", name="Copier la citation").first.is_visible()
    button = page.locator("#f1 .card button").first
    button.click()
    page.wait_for_timeout(100)
    assert button.inner_text() == "Copié"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        "«\u202fUne enquête a été ouverte.\u202f» — Le Fanal de Port-Valmer et du Littoral d'Estrie, "
        "4 mars 2031, 07:15. https://fanal.example/ondine"
    )
    page.locator("#s1 > details > summary").click()
    page.locator("#s1 .card", has=page.locator("a[href^='#a3-']")).get_by_role("button").click()
    page.wait_for_timeout(100)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "«\u202fLe pilote a signalé une panne six minutes avant le choc\u202f» — Radio Littoral"
    )
    assert re.search(r"fr\.html#a3-\d+$", copied)


def test_everything_opens_and_closes(open_page):
    page = open_page()
    page.get_by_role("button", name="Tout ouvrir").click()
    assert page.locator(".line > details:not([open])").count() == 0
    page.get_by_role("button", name="Tout fermer").click()
    assert page.locator(".line > details[open]").count() == 0


def test_pictures_lead_to_their_lines(open_page):
    page = open_page()
    page.locator(".timeline.wide a[href='#t8']").click()
    page.wait_for_timeout(400)
    assert page.url.endswith("#t8")
    page.locator(".arcs a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert re.search(r"#r\d+$", page.url)
    page.locator("td.contradicts a").click()
    page.wait_for_timeout(400)
    assert page.locator("#a6 mark.on").count() >= 1


def test_search_and_outlet_reach_the_articles_too(open_page):
    page = open_page()
    shown = "[...document.querySelectorAll('.full:not([hidden])')].map(e => e.id)"
    paragraphs = "[...document.querySelectorAll('.full:not([hidden]) .par:not([hidden])')].length"
    page.get_by_label("Chercher dans le dossier").fill("civieres")
    page.wait_for_timeout(300)
    assert page.evaluate(shown) == ["a4"]
    assert page.evaluate(paragraphs) == 1
    page.get_by_role("button", name="Tout afficher").click()
    page.wait_for_timeout(50)
    assert len(page.evaluate(shown)) == 6
    page.get_by_label("Média", exact=True).select_option(label="Radio Littoral")
    assert page.evaluate(shown) == ["a3"]
    page.locator("#summary a[href='#a1']").click()  # a link to what is filtered out shows it again
    page.wait_for_timeout(300)
    assert page.locator("#a1").is_visible()


def test_layers_of_the_articles_are_switched_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.get_by_label("noms", exact=True).check()
    page.get_by_label("divergences", exact=True).uncheck()
    scripted = (
        open_page()
    )  # to read styles, which needs a script; none of the page's own listens to these boxes
    mark = scripted.locator("#a2 .par u").first
    weight = "e => getComputedStyle(e).fontWeight"
    assert mark.evaluate(weight) == "400"
    scripted.get_by_label("noms", exact=True).focus()
    scripted.keyboard.press("Space")
    assert mark.evaluate(weight) == "700"
    differs = scripted.locator("#a2 mark[data-r~=d2]").first
    assert differs.evaluate("e => getComputedStyle(e).boxShadow") != "none"
    scripted.get_by_label("divergences", exact=True).uncheck()
    assert differs.evaluate("e => getComputedStyle(e).boxShadow") == "none"
