"""Five real reports of one event, where the corpora are at hand: read, compared, written."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import recoupe
from recoupe.evaluate.corpora import corpus

pytestmark = pytest.mark.corpora


@pytest.fixture(scope="module")
def seeds() -> Path:
    folder = corpus("seeds")
    if folder is None:
        pytest.skip("the corpora are not here (RECOUPE_CORPORA)")
    return folder


def test_reading_takes_the_manifest_and_finds_the_headlines(seeds: Path) -> None:
    articles = list(recoupe.read(seeds))
    assert [a.id[:3] for a in articles] == ["000", "001", "002", "003", "004"]
    assert [a.outlet for a in articles] == ["Press TV", None, "franceinfo", "News 24", None]
    assert [a.published for a in articles] == ["2024-06-19", "2024-06-18", *["2024-06-19"] * 3]
    assert all(a.problems == () for a in articles)
    for article in articles:
        assert article.text == (seeds / f"{article.id}.txt").read_text("utf-8")
    titles = [a.title for a in articles]
    assert titles[4] is None
    for title, article in zip(titles[:4], articles, strict=False):
        assert title
        assert title in article.text
        assert len(title.split()) > 8
    assert titles[0] is not None
    assert titles[0].endswith(")")  # a headline that ends in its speaker, after the crumbs


def test_the_languages_are_told_without_the_manifest(seeds: Path) -> None:
    rows = [recoupe.Article(id=p.stem, text=p.read_text("utf-8")) for p in sorted(seeds.glob("0*.txt"))]
    from recoupe.read.detection import Languages  # noqa: PLC0415

    assert {Languages().settle(row).language for row in rows} == {"fr"}


def test_they_are_one_story(seeds: Path) -> None:
    (story,) = recoupe.group(recoupe.read(seeds))
    assert (len(story.articles), story.from_, story.to) == (5, "2024-06-18", "2024-06-19")


@pytest.mark.slow
def test_the_dossier_as_a_whole_process(seeds: Path, tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [Path(sys.executable).parent / "recoupe", "dossier", seeds, "-o", tmp_path / "out"],
        capture_output=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert b"error" not in done.stderr
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    for part in ("people", "statements", "facts", "origins", "reuse", "timeline", "voices", "unique"):
        assert dossier[part], part
    # Processor time, which other work on the machine does not change much: one second and a half on a free one.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 3
