"""The verb publish: targets, formats, and what it says when it cannot."""

from __future__ import annotations

import io
import json
import time

import jsonschema
import msgspec
import pytest

import recoupe
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier
from recoupe.model.errors import OptionError, OutputError
from recoupe.model.story import Story
from recoupe.publish import FORMATS, render
from recoupe.publish.schema import KINDS, encode_schema, published_schema


def test_a_folder_gets_the_page_the_contract_and_the_text(dossier, tmp_path):
    written = recoupe.publish(dossier, tmp_path / "new" / "folder")
    assert [p.name for p in written] == ["index.html", "dossier.json", "dossier.md"]
    assert all(p.stat().st_size > 1000 for p in written)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.html", b"<!doctype html>"),
        ("x.HTM", b"<!doctype html>"),
        ("x.json", b'{"schema"'),
        ("x.md", b"# Le ferry"),
    ],
)
def test_the_suffix_says_the_format(dossier, tmp_path, name, start):
    (path,) = recoupe.publish(dossier, tmp_path / name)
    assert path.read_bytes().startswith(start)


def test_a_folder_with_a_point_in_its_name_is_a_folder(dossier, tmp_path):
    (tmp_path / "v1.2").mkdir()
    assert len(recoupe.publish(dossier, tmp_path / "v1.2")) == 3


@pytest.mark.parametrize("kind", FORMATS)
def test_a_stream_needs_a_format(dossier, kind):
    stream = io.BytesIO()
    assert recoupe.publish(dossier, stream, format=kind) == ()
    assert stream.getvalue() == render(dossier, kind)
    with pytest.raises(OutputError, match="Give one: html, json, md"):
        recoupe.publish(dossier, stream)


def test_wrong_targets_are_told_in_a_sentence(dossier, tmp_path):
    with pytest.raises(
        OutputError, match=r"x\.pdf does not say a known format\. Use a name that ends in \.html"
    ):
        recoupe.publish(dossier, tmp_path / "x.pdf")
    with pytest.raises(OutputError, match="There is no format 'pdf'"):
        recoupe.publish(dossier, tmp_path, format="pdf")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"could not be written .*Choose a place"):
        recoupe.publish(dossier, tmp_path / "file" / "below")
    with pytest.raises(OptionError, match=r"There is no interface in 'xx'\. Interfaces at hand: en, fr"):
        recoupe.publish(dossier, tmp_path, interface="xx")


@pytest.mark.parametrize("kind", FORMATS)
def test_same_dossier_same_bytes(dossier, kind):
    again = msgspec.json.decode(msgspec.json.encode(dossier), type=Dossier)
    assert render(dossier, kind) == render(again, kind)


def test_the_contract_reads_back(dossier):
    assert msgspec.json.decode(render(dossier, "json"), type=Dossier) == dossier


def test_objects_without_order_are_sorted(dossier):
    fact = dossier.facts[0]
    turned = msgspec.structs.replace(fact, stances=dict(reversed(fact.stances.items())))
    other = msgspec.structs.replace(dossier, facts=(turned, *dossier.facts[1:]))
    assert render(other, "json") == render(dossier, "json")


@pytest.mark.parametrize("kind", KINDS)
def test_published_schemas_are_those_of_the_model(kind):
    assert msgspec.json.encode(published_schema(kind)) == msgspec.json.encode(
        msgspec.json.decode(encode_schema(kind))
    ), "run python -m recoupe.publish.schema"
    jsonschema.Draft202012Validator.check_schema(published_schema(kind))


def test_the_contract_is_valid(dossier):
    validator = jsonschema.Draft202012Validator(published_schema("dossier"))
    found = json.loads(render(dossier, "json"))
    assert list(validator.iter_errors(found)) == []
    article = jsonschema.Draft202012Validator(published_schema("article"))
    assert all(article.is_valid(a) for a in found["articles"])
    story = Story(id="s1", title="t", articles=("a",))
    assert jsonschema.Draft202012Validator(published_schema("story")).is_valid(
        json.loads(msgspec.json.encode(story))
    )


@pytest.mark.parametrize(
    "breaks",
    [
        lambda d: d["facts"][0].pop("origins"),
        lambda d: d["facts"][0]["stances"].update(fanal="perhaps"),
        lambda d: d["articles"][0].pop("text"),
        lambda d: d["discrepancies"][0].update(kind="other"),
        lambda d: d["articles"][0]["sentences"].append([1]),
    ],
)
def test_the_schema_refuses_what_is_not_the_contract(dossier, breaks):
    found = json.loads(render(dossier, "json"))
    breaks(found)
    assert not jsonschema.Draft202012Validator(published_schema("dossier")).is_valid(found)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("interface", ["fr", "en"])
def test_an_empty_dossier_is_still_a_dossier(kind, interface):
    for empty in (Dossier(), Dossier(title="T", language="fr", articles=(Article(id="a", text=""),))):
        assert render(empty, kind, interface=interface)


def test_a_page_of_ten_articles_is_made_in_time(dossier):
    render(dossier, "html")  # templates and locale are loaded once
    ten = _ten(dossier)
    started = time.process_time()
    page = render(ten, "html")
    assert time.process_time() - started < 1  # 0.2 where nothing else runs
    texts = sum(len(a.text.encode()) for a in ten.articles)
    assert len(page) < 300_000 + texts


def _ten(dossier: Dossier) -> Dossier:
    more = tuple(
        msgspec.structs.replace(a, id=f"{a.id}{n}", outlet=f"{a.outlet} {n}")
        for n in (1, 2)
        for a in dossier.articles
    )
    return msgspec.structs.replace(dossier, articles=(*dossier.articles, *more)[:10])
