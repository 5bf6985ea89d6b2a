"""The catalogue, and dates and numbers by locale."""

from __future__ import annotations

import re
import string
import tomllib
from importlib import resources
from pathlib import Path

import pytest

import recoupe
from recoupe.language import available
from recoupe.model.dossier import Dossier
from recoupe.publish import render
from recoupe.publish.interface import choose_interface, interface
from recoupe.publish.moments import read_moment, read_stretch

CATALOGUES = {
    code: tomllib.loads(
        resources.files("recoupe.language").joinpath(code, "interface.toml").read_text("utf-8")
    )
    for code in available()
}
SAME = {
    "article.layer_time", "count.articles", "count.mentions", "count.passages", "count.versions", "difference.date",
    "nav.articles", "page.brand", "page.by_outlet", "table.articles",
    "table.mentions", "table.when", "when.clock", "when.time",
}  # fmt: skip  # words that happen to be spelt alike in French and English


def _flat(table: dict, prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and set(value) <= {"one", "many", "other"}:
            found[name] = value["other"]
        elif isinstance(value, dict):
            found |= _flat(value, f"{name}.")
        else:
            found[name] = value
    return found


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(CATALOGUES))
def test_catalogues_have_the_same_keys_and_the_same_blanks(code):
    ours, theirs = _flat(CATALOGUES[code]), _flat(CATALOGUES["en"])
    assert set(ours) == set(theirs)
    assert {k: _fields(v) for k, v in ours.items()} == {k: _fields(v) for k, v in theirs.items()}
    assert all(value.strip() for value in ours.values())


def test_nothing_is_left_in_the_other_language():
    french, english = _flat(CATALOGUES["fr"]), _flat(CATALOGUES["en"])
    alike = {k for k in french if french[k] == english[k]}
    assert alike == SAME


FAMILIES = {  # keys put together in code or templates, with what they are put together from
    "act", "count", "credit", "difference", "empty", "kind", "lede", "line", "measure", "method", "name", "nav",
    "problem", "section", "stance", "status", "term", "when", "tools", "texts",
}  # fmt: skip
BUILT = {
    "notes.error",
    "notes.warning",
    "quotation.direct",
    "quotation.mixed",
    "quotation.indirect",
    "origin.agency",
    "origin.official",
    "origin.medium",
}


def test_every_string_is_used():
    code = "\n".join(
        p.read_text("utf-8")
        for folder in ("", "templates", "sections", "charts")
        for p in resources.files("recoupe.publish").joinpath(folder).iterdir()
        if p.name.endswith((".py", ".j2"))
    )
    unused = [
        key
        for key in _flat(CATALOGUES["en"])
        if key.split(".")[0] not in FAMILIES and key not in BUILT and not key.startswith("article.layer_")
        if f"'{key}'" not in code and f'"{key}"' not in code
        if not re.search(rf"""["'][a-z_]*["'], ?["']{key.split(".")[1]}["']|"{key.split(".")[1]}",""", code)
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("2031", "2031", "2031"),
        ("2031-03", "mars 2031", "March 2031"),
        ("2031-03-04", "4 mars 2031", "March 4, 2031"),
        ("2031-03-04T07:15", "4 mars 2031, 07:15", "March 4, 2031, 07:15"),
        ("2031-03-04TNI", "nuit du 4 mars 2031", "night of March 4, 2031"),
        ("1950~", "vers 1950", "about 1950"),
        ("196X", "années 1960", "1960s"),
        ("2031-22", "été 2031", "summer 2031"),
        ("2031-34", "deuxième trimestre 2031", "second quarter of 2031"),
        ("2031-03-04T05:30:00", "4 mars 2031, 05:30", "March 4, 2031, 05:30"),
        ("2031-03-04/2031-03-05", "4–5 mars 2031", "Mar 4 – 5, 2031"),
        ("1950/1953", "1950 – 1953", "1950 – 1953"),
        ("2000/..", "depuis 2000", "since 2000"),
        ("../2000", "jusqu’à 2000", "until 2000"),
        ("P24Y", "P24Y", "P24Y"),
        ("2031-13-45", "2031-13-45", "2031-13-45"),
        ("", "sans date", "no date"),
    ],
)
def test_moments_are_written_by_locale(edtf, french, english):
    for code, told in (("fr", french), ("en", english)):
        assert re.sub(r"[\u2009\u202f\xa0]", " ", interface(code).when(edtf)) == told


def test_numbers_and_counts_are_written_by_locale():
    assert interface("fr").number(1234.5) == "1\u202f234,5"
    assert interface("en").number(1234.5) == "1,234.5"
    assert interface("fr").count("articles", 0) == "0 article"  # French counts nothing as one
    assert interface("en").count("articles", 0) == "0 articles"
    assert interface("fr").percent(0.123) == "12\xa0%" or interface("fr").percent(0.123) == "12\u202f%"


def test_the_interface_follows_the_wish_then_the_options_then_the_articles():
    assert choose_interface(Dossier(language="fr"), None).code == "fr"
    assert choose_interface(Dossier(language="fr"), "en").code == "en"
    assert choose_interface(Dossier(language="fr", options={"interface": "en"}), None).code == "en"
    assert choose_interface(Dossier(language="sw"), None).code == "en"


def test_a_missing_string_is_an_error():
    with pytest.raises(KeyError):
        interface("fr")("page.nothing")
    assert not interface("fr").has("act.sing")


@pytest.mark.parametrize("code", sorted(CATALOGUES))
@pytest.mark.parametrize("kind", ["html", "md"])
def test_a_dossier_has_no_string_of_the_other_interface(dossier, code, kind):
    other = next(c for c in CATALOGUES if c != code)
    page = render(dossier, kind, interface=code).decode()
    strings = [
        v for k, v in _flat(CATALOGUES[other]).items() if k not in SAME and "{" not in v and len(v) > 12
    ]
    assert [s for s in strings if s in page] == []


def test_every_problem_has_a_sentence_in_the_reader_s_language():
    told_elsewhere = {"date-inferred", "no-date", "no-outlet", "languages-compared-by-names"}
    code = "\n".join(p.read_text("utf-8") for p in Path(recoupe.__file__).parent.rglob("*.py"))
    slugs = set(re.findall(r"""\b(?:warning|error)\(\s*"([a-z]+(?:-[a-z]+)+)",""", code))
    slugs |= set(re.findall(r"""(?:slug=|_warning\()"([a-z]+(?:-[a-z]+)+)\"""", code))
    assert len(slugs) > 15
    assert slugs - told_elsewhere == set(CATALOGUES["en"]["problem"])


def test_moments_cover_what_they_say():
    night = read_moment("2031-03-03TNI")
    assert night is not None
    assert (night.start.hour, night.end.day, night.precision) == (20, 4, "time")
    assert read_moment("0000-01-01") is None
    assert read_moment("9999-12") is None
    winter = read_moment("2031-24")
    assert winter is not None
    assert (winter.start.month, winter.end.year, winter.end.month) == (12, 2032, 3)
    stretch = read_stretch("2031-03/2031-04~")
    assert stretch is not None
    assert (stretch.start.month, stretch.end.month, stretch.approximate) == (3, 5, True)
    assert read_stretch("../..") is None
