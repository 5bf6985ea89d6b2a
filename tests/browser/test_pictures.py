"""What pictures show is what their tables and the dossier say: numbers, marks, names and captions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

pytestmark = pytest.mark.browser

CELLS = {"own", "relayed", "contradicts", "silent"}


@pytest.fixture(scope="module", params=["fr", "sorne", "twenty", "names"])
def shown(request, chromium, files, dossiers):
    """A page and the dossier that it shows."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(files[request.param].as_uri())
    page.evaluate("document.body.classList.remove('many')")
    yield page, dossiers[request.param]
    page.close()


def _marks(page, pictures):
    """Marks of pictures: where they lead, their name, number, class and thickness."""
    return page.locator(f"{pictures} a, {pictures} [role=img]").evaluate_all(
        "all => all.map(a => ({ href: a.getAttribute('href'), name: a.querySelector('title').textContent,"
        " number: a.querySelector('text')?.textContent, class: a.getAttribute('class') ?? '',"
        " thick: +a.querySelector('.arc')?.getAttribute('stroke-width') }))"
    )


def _number(text):
    return float(re.sub(r"[^\d.]", "", text.replace(",", "."))) if re.search(r"\d", text) else 0.0


def _plain(text):
    """With ordinary spaces alone, and none before a colon."""
    return re.sub(r"\s+", " ", text).strip().replace(" :", ":")


def _texts(locator):
    return [re.sub(r"\s+", " ", text).strip() for text in locator.all_text_contents()]


def test_the_grid_has_the_stances_of_the_dossier(shown):
    page, dossier = shown
    rows = page.locator("table.grid tbody tr").all()
    assert 0 < len(rows) <= len(dossier.facts)
    columns = page.locator("table.grid thead th a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    articles = [dossier.articles[int(key[1:]) - 1].id for key in columns]
    for fact, row in zip(dossier.facts, rows, strict=False):
        classes = row.locator("td").evaluate_all("all => all.map(c => c.className)")
        told = [(CELLS & set(c.split())).pop() for c in classes]
        wanted = [fact.stances.get(article, "silent") for article in articles]
        simple = ["agrees" if t in {"own", "relayed"} else t for t in told]
        assert simple == wanted, fact.id


def test_bars_have_the_shares_of_the_table_and_of_the_dossier(shown):
    page, dossier = shown
    names = _texts(page.locator("svg.shares .t-name"))
    shares = _texts(page.locator("svg.shares .t-end"))
    table = page.locator("#statements .twin tbody tr")
    assert len(names) > 0
    assert _texts(table.locator("td:nth-child(2)"))[: len(shares)] == shares
    for name, full in zip(names, _texts(table.locator("th")), strict=False):
        assert full.startswith(name.rstrip("…").rstrip())
    total = sum(v.characters for v in dossier.voices)
    by_person = Counter[str]()
    for voice in dossier.voices:
        by_person[voice.person] += voice.characters
    wanted = [round(100 * n / total) for _, n in by_person.most_common()][: len(shares)]
    assert [_number(s) for s in shares] == pytest.approx(wanted, abs=1)
    widths = page.locator("svg.shares > g").evaluate_all(
        "all => all.map(row => [...row.querySelectorAll('rect:not(.pattern)')]"
        ".reduce((n, r) => n + r.width.baseVal.value + 1, 0))"
    )
    longest = by_person.most_common()[0][1]
    wanted = [360 * n / longest for _, n in by_person.most_common()][: len(widths)]
    assert widths == pytest.approx(wanted, abs=12)


def test_arcs_have_the_lengths_of_the_table_and_of_the_dossier(shown):
    page, dossier = shown
    arcs = _marks(page, "svg.arcs")
    if not dossier.reuse:
        assert arcs == []
        return
    names = {arc["href"]: arc["name"] for arc in arcs}
    thick = {arc["href"]: arc["thick"] for arc in arcs}
    rows = page.locator("#copies .twin tbody tr.line").evaluate_all(
        "all => all.map(r => [r.id, ...[...r.querySelectorAll('td.num')].map(c => c.textContent)])"
    )
    covered: dict[frozenset[str], list[int]] = defaultdict(list)
    for found in dossier.reuse:
        ends = (found.a.end - found.a.start, found.b.end - found.b.start)
        covered[frozenset((found.a.article, found.b.article))] += ends
    told = {}
    for anchor, *numbers in rows:
        key = f"#{anchor}"
        characters, share = (_plain(number) for number in numbers)
        told[key] = _number(characters)
        if key in names:
            assert f": {characters} c" in _plain(names[key])
            assert share in _plain(names[key])
    assert set(names) <= set(told)
    assert max(told.values()) <= max(sum(lengths) for lengths in covered.values())
    ordered = sorted(thick, key=lambda key: -told[key])
    assert [thick[key] for key in ordered] == sorted(thick.values(), reverse=True)


def test_marks_of_the_timeline_are_the_rows_of_its_table(shown):
    page, dossier = shown
    rows = page.locator("table.events tbody tr.line").evaluate_all(
        "all => all.map(r => [r.id, r.querySelector('th').firstChild.textContent])"
    )
    assert len(rows) == len(dossier.timeline)
    told = {anchor: _plain(when) for anchor, when in rows}
    for mark in [*_marks(page, "svg.timeline.wide"), *_marks(page, "svg.timeline.narrow")]:
        number, when = re.match(r"(\d+)\. (.*)", _plain(mark["name"])).groups()
        assert mark["number"] == number
        assert mark["href"] == f"#t{number}"
        assert when.startswith(told[f"t{number}"])
        announced = dossier.timeline[int(number) - 1].status == "announced"
        assert ("announced" in mark["class"]) == announced
    drawn = page.locator("svg.timeline.wide a").count()
    assert drawn == page.locator("svg.timeline.narrow a").count()
    assert drawn <= len(rows)


def test_the_first_screen_counts_what_the_dossier_has(shown):
    page, dossier = shown
    counts = [_number(t) for t in _texts(page.locator(".figures li"))[:2]]
    assert counts[0] == len(dossier.articles)
    outlets = {a.outlet or a.id for a in dossier.articles}
    assert counts[1] == len(outlets)
    origins = [len(fact.origins) for fact in dossier.facts]  # the dossier has the best corroborated first
    told = [_number(t) for t in _texts(page.locator("#summary .lead").first.locator(".corr > b"))]
    assert told == origins[: len(told)]


def test_every_picture_has_a_name_a_caption_and_marks_with_names(shown):
    page, _ = shown
    for picture in page.locator("svg.chart").all():
        title = picture.get_attribute("aria-labelledby")
        assert page.locator(f"#{title}").text_content().strip()
        assert picture.locator("xpath=ancestor::figure").locator("figcaption").text_content().strip()
        assert picture.locator("[style]").count() == 0
    for kind in ("timeline", "arcs", "shares"):
        for mark in _marks(page, f"svg.{kind}"):
            assert mark["name"].strip()
