"""What the sections say, before it is drawn."""

from __future__ import annotations

import itertools
import re

import msgspec
import pytest
from crowd import crowd
from markupsafe import Markup

from recoupe.model.dossier import TimelineEntry
from recoupe.publish import render
from recoupe.publish.charts.svg import element, fit
from recoupe.publish.charts.timeline import draw_timeline
from recoupe.publish.edition import CARDS, Edition
from recoupe.publish.glyphs import show
from recoupe.publish.interface import interface
from recoupe.publish.outlets import outlet_codes
from recoupe.publish.sections import make_sections
from recoupe.publish.sections.collation import collate
from recoupe.publish.sections.coverage import NUMBERS
from recoupe.publish.sections.statements import Piece, Quote, StatementLine


@pytest.fixture(scope="module")
def edition(dossier):
    return Edition(dossier, interface("fr"))


@pytest.fixture(scope="module")
def sections(edition):
    return make_sections(edition)


def test_facts_group_outlets_by_origin(sections):
    fact = sections.facts.lines[1]
    assert [(g.origin.name, [s.code for s in g.outlets]) for g in fact.groups] == [
        ("ALP", ["FP", "RL", "HP"]),
        ("La Voix d'Estrie", ["VE"]),
    ]
    assert (fact.origins, fact.outlets) == (2, 4)


@pytest.mark.parametrize("kind", ["html", "md"])
def test_a_tentative_fact_is_shown_apart_and_nothing_is_counted_for_it(dossier, kind):
    last = msgspec.structs.replace(dossier.facts[2], id="f6", tentative=True)
    perhaps = msgspec.structs.replace(dossier, facts=(*dossier.facts, last))
    edition = Edition(perhaps, interface("fr"))
    made = make_sections(edition)
    assert [f.anchor.id for f in made.facts.leads] == ["f6"]
    assert "f6" not in {f.anchor.id for f in made.facts.lines}
    assert all("f6" not in {f.anchor.id for f in line.omitted} for line in made.coverage.lines)
    text = render(perhaps, kind).decode("utf-8")
    _, _, leads = text.partition("Rapprochements à vérifier")
    assert leads
    shown = leads.partition("Divergences")[0]
    assert last.text.split(",")[0] in shown
    assert "origines indépendantes" not in shown.partition("</ol>")[0].partition("## ")[0]
    assert "Rapprochements" not in render(dossier, kind).decode("utf-8")


def test_the_grid_tells_own_reporting_from_relayed(sections):
    states = [c.state for c in sections.facts.lines[1].cells]
    assert states == ["silent", "relayed", "relayed", "own", "relayed", "contradicts"]
    assert sections.facts.lines[1].cells[5].href.startswith("#a6-")


def test_words_of_one_origin_are_shown_once(sections):
    exhibits = sections.facts.lines[1].exhibits
    assert [e.source.code for e in exhibits.cards] == ["FP", "VE", "HP"]
    assert [e.source.code for e in exhibits.further] == ["RL"]


def test_many_passages_are_named_not_lost(edition, dossier):
    passages = [p for f in dossier.facts for p in f.passages]
    exhibits = edition.exhibits(passages)
    assert len(exhibits.cards) == CARDS
    assert len(exhibits.all) == len(passages)


def test_context_stays_in_the_sentence_and_out_of_furniture(edition, dossier):
    fact = dossier.facts[0].passages[0]
    evidence = edition.evidence(fact)
    assert evidence.words == "Une enquête a été ouverte."
    assert "criée" not in evidence.before
    assert "construit" not in evidence.after
    for passage in (p for f in dossier.facts for p in f.passages):
        found = edition.evidence(passage)
        shown = re.sub(r"\s+", " ", found.source.article.text)
        whole = (found.before + found.words + found.after).replace("… ", "").replace(" …", "")
        assert whole in shown


def test_silences_count_only_widely_reported_facts(sections):
    by_code = {line.source.code: line for line in sections.coverage.lines}
    assert [f.anchor.id for f in by_code["QP"].omitted] == ["f1", "f2"]
    assert [e.words for e in by_code["VE"].alone] == ["Nos reporters ont compté 17 civières sur le quai."]
    assert sections.coverage.widely == 3


def test_statements_start_with_the_fullest_version(sections):
    line = sections.statements.several[0]
    assert line.first.similarity is None
    assert line.quotes[1].pieces[1] == Piece("cut", "de gouvernail", "")
    assert line.quotes[1].chain == ("ALP",)
    assert line.reworded
    assert [x.anchor.id for x in sections.statements.once] == ["s2", "q1", "q2", "q3"]


def test_pairs_say_who_was_first_where_dates_tell(sections):
    first, second = sections.copies.pairs
    assert (first.earlier.code, first.later.code, first.dated) == ("FP", "RL", True)
    assert (second.dated, second.characters) == (False, 25)
    assert 0 < second.share < first.share < 1


def test_unknown_outlets_have_a_name_a_code_and_no_id_in_sentences(dossier):
    article = msgspec.structs.replace(dossier.articles[0], id="nowhere.txt", outlet=None, source="-:1")
    edition = Edition(msgspec.structs.replace(dossier, articles=(article,)), interface("en"))
    (source,) = edition.sources
    assert (source.name, source.code) == ("Unknown outlet", "?")
    assert edition.named("12 (nowhere.txt)") == "12 (Unknown outlet)"


def test_an_unknown_outlet_goes_by_its_file_s_name_and_its_id_is_not_shown(dossier):
    first = msgspec.structs.replace(
        dossier.articles[0], id="digest-77", outlet=None, source="in/digest.jsonl:2"
    )
    second = msgspec.structs.replace(dossier.articles[1], id="digest", outlet=None, source="in/digest.txt")
    edition = Edition(msgspec.structs.replace(dossier, articles=(first, second)), interface("en"))
    assert [(s.name, s.code) for s in edition.sources] == [("digest.jsonl:2", "?1"), ("digest.txt", "?2")]
    assert edition.named("12 (digest-77), the digest") == "12 (digest.jsonl:2), the digest"


def test_two_articles_of_one_outlet_share_colour_and_are_numbered(dossier):
    first = dossier.articles[0]
    twin = msgspec.structs.replace(first, id="twin")
    edition = Edition(msgspec.structs.replace(dossier, articles=(first, twin)), interface("en"))
    assert [s.label for s in edition.sources] == ["Le Quotidien du Port (1)", "Le Quotidien du Port (2)"]
    assert len({s.colour for s in edition.sources}) == 1
    assert len(edition.outlets) == 1


def test_forty_outlets_are_told_apart(dossier):
    article = dossier.articles[0]
    many = tuple(msgspec.structs.replace(article, id=f"x{n}", outlet=f"Journal {n}") for n in range(40))
    edition = Edition(msgspec.structs.replace(dossier, articles=many), interface("en"))
    assert len({s.colour for s in edition.sources}) == 40
    assert len({s.code for s in edition.sources}) == 40


def test_codes_are_short_and_never_the_same():
    names = ["Le Port", "Le Pont", "Les Ports", "P", "", "123", "Port", "Port", *(["Port"] * 50)]
    codes = outlet_codes(names)
    assert len(set(codes)) == len(codes)
    assert all(1 <= len(c) <= 4 for c in codes)


def _line(*versions):
    """A statement of quotes with the given pieces; the first has none."""
    quotes = [
        Quote(source=f"s{n}", evidence=None, kind="direct", act="", speaker="", parts=(), chain=(), addressee="",
              pieces=tuple(Piece(*p) for p in pieces), similarity=0.8 if pieces else None)
        for n, pieces in enumerate(versions)
    ]  # fmt: skip
    return StatementLine(anchor=None, speaker="", quotes=tuple(quotes), origins=1, filters=None)


def _rows(line):
    return [[(c.text, c.op) for c in row.cells] for row in collate(line)]


def test_collation_cuts_columns_where_any_version_departs():
    line = _line(
        (),
        [("equal", "we came", "we came"), ("cut", "by boat", ""), ("equal", "at dawn", "at dawn")],
        [
            ("equal", "we came by boat", "We came by boat,"),
            ("changed", "at dawn", "at night"),
            ("added", "", "alas"),
        ],
    )
    assert _rows(line) == [
        [("we came", "equal"), ("by boat", "equal"), ("at dawn", "equal"), ("", "empty")],
        [("we came", "equal"), ("", "cut"), ("at dawn", "equal"), ("", "empty")],
        [("We came", "equal"), ("by boat,", "equal"), ("at night", "changed"), ("alas", "added")],
    ]


def test_collation_names_versions_that_are_the_same_together():
    pieces = [("cut", "we", ""), ("equal", "came", "came")]
    rows = collate(_line((), pieces, pieces))
    assert [row.sources for row in rows] == [("s0",), ("s1", "s2")]


def test_nothing_is_collated_where_nothing_differs_or_aligns():
    assert collate(_line((), ())) == ()
    assert collate(_line((), [("equal", "we came", "we came")])) == ()


def _timeline(dossier, *whens):
    entries = tuple(
        TimelineEntry(when=w, precision="day", status="happened", text=str(n), passages=())
        for n, w in enumerate(whens)
    )
    edition = Edition(msgspec.structs.replace(dossier, timeline=entries), interface("en"))
    return make_sections(edition).timeline


@pytest.mark.parametrize("width", [350.0, 960.0])
def test_every_event_has_one_mark_and_no_two_touch(dossier, width):
    whens = [
        "1950",
        "1961",
        "1996",
        "2000",
        "2023-09",
        *(f"2031-03-04T{h:02}:10" for h in range(12)),
        "2031-03-05",
    ]
    timeline = _timeline(dossier, *whens)
    picture = draw_timeline(timeline.events, interface("en"), width, "wide")
    found = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="11"', picture)
    places = [(float(x), float(y)) for x, y in found]
    assert len(places) == len(whens)
    for (x, y), (u, v) in itertools.combinations(places, 2):
        assert abs(x - u) >= 22 or abs(y - v) >= 22
    assert all(0 <= x <= width for x, _ in places)


@pytest.mark.parametrize(
    "whens",
    [["2031"], ["2031-03-04", "2031-03-04"], ["0001", "9998"], ["2031-03-04T00:00", "2031-03-04T00:01"]],
)
def test_extreme_stretches_of_time_are_drawn(dossier, whens):
    picture = draw_timeline(_timeline(dossier, *whens).events, interface("fr"), 960.0, "wide")
    assert picture.count("<a ") == len(whens)
    assert "nan" not in picture


def test_only_what_a_larger_scale_tells_apart_is_drawn_again(dossier):
    say = interface("en")
    together = ["1930", "1949", "1989", "1989", "1989", "2008"]
    assert 'class="zoom"' not in draw_timeline(_timeline(dossier, *together).events, say, 800.0, "wide")
    apart = ["1930", "1949", "2008-05-01", "2008-05-02", "2008-05-03"]
    assert draw_timeline(_timeline(dossier, *apart).events, say, 800.0, "wide").count('class="zoom"') == 1
    nights = ["1930", "2008-01", "2008-03", *(f"2008-05-01T{h:02}:10" for h in range(6))]
    assert draw_timeline(_timeline(dossier, *nights).events, say, 800.0, "wide").count('class="zoom"') <= 2


def test_nameless_outlets_are_numbered_from_one_and_a_lone_one_is_not():
    assert outlet_codes([None, "Le Fanal", None, "!!"]) == ["?1", "FA", "?2", "?3"]
    assert outlet_codes([None, "Le Fanal"]) == ["?", "FA"]


def test_unreadable_moments_stay_in_the_table(dossier):
    timeline = _timeline(dossier, "someday", "2031")
    assert timeline.undrawn == 1
    assert timeline.events[0].when == "someday"


def test_svg_escapes_and_never_styles():
    assert element("text", "<b>&", x=1.25) == Markup('<text x="1.2">&lt;b&gt;&amp;</text>')
    assert element("a", href='"><script>', class_="x") == Markup(
        '<a href="&#34;&gt;&lt;script&gt;" class="x"/>'
    )
    assert fit("a very long name of an outlet indeed", 12, 2)[-1].endswith("…")
    assert all(len(line) <= 12 for line in fit("w" * 500, 12, 2))


def test_characters_that_act_are_shown():
    assert show("plain é ü 😊 \u200d\u00ad") == "plain é ü 😊 \u200d\u00ad"
    assert show("\u202e\u2066\x1b\x85\ud800") == "‹U+202E›‹U+2066›‹U+001B›‹U+0085›\ufffd"


def test_of_what_many_articles_leave_out_the_best_corroborated_are_named_and_the_rest_counted():
    told = crowd(60, facts=400)
    edition = Edition(told, interface("en"))
    lines = make_sections(edition).coverage.lines
    assert lines
    for line in lines:
        assert len(line.told) + len(line.named) + line.unnamed == len(line.omitted)
        assert len(line.named) <= NUMBERS
        assert line.omitted[: len(line.named)] == line.named
    left = max(line.unnamed for line in lines)
    assert left > 0
    said = interface("en").count("left_silent", left)
    assert said in render(told, "html", interface="en").decode()
    assert f"- {said}" in render(told, "md", interface="en").decode()


@pytest.mark.parametrize(("language", "told"), [("fr", "peut-être ALP"), ("en", "perhaps ALP")])
def test_an_origin_that_may_be_another_one_says_so_and_is_not_counted(dossier, language, told):
    agency = next(o for o in dossier.origins if o.name == "ALP")
    unnamed = msgspec.structs.replace(
        agency, id="o99", name="les agences arvènes", evidence=(), perhaps=(agency.id,)
    )
    more = msgspec.structs.replace(dossier, origins=(*dossier.origins, unnamed))
    counted = [make_sections(Edition(d, interface(language))).summary.origins for d in (dossier, more)]
    assert counted[0] == counted[1]
    assert told in render(more, "html", interface=language).decode()
    assert told in render(more, "md", interface=language).decode()
    assert told not in render(dossier, "html", interface=language).decode()
