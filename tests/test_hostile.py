"""Whatever is read: nothing fails, every span lies inside its article, time is in proportion to length."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import recoupe
from recoupe.compare import compare
from recoupe.model.article import Article

NORMAL = (
    "Le pont de Valmer a été fermé mardi 5 mai. « Nous viendrons », a déclaré le maire Ilan Orval. Selon la "
    "préfecture, 300 personnes ont défilé dans la ville. La compagnie dément toute fuite."
)
ANNOTATED = {
    "no space": "x",
    "points": ".",
    "exclamation marks": "!",
    "incises in marks": "», a dit Ada Orlo, « ",
    "marks never closed": "« a ",
    "straight marks": '"',
    "a short sentence": "Il dort. ",
    "one sentence": "le maire a pris le pont de la ville et ",
    "numbers": "7 000 ",
    "numbers in words": "vingt-",
    "days": "mardi ",
    "letters and commas": "a, b, c, ",
    "brackets": "([{",
    "dashes": "— ",
    "zero width": "a\u200b",
    "right to left": "\u202bא\u202c ",
    "NUL": "a\0b ",
    "emoji": "👩\u200d😊",
    "combining": "e\u0301",
    "capitals": "Ada Orlo ",
    "one quotation": "« Nous viendrons tous demain matin », a déclaré le maire Ilan Orval.\n",
}
COMPARED = {
    "letters and commas": "a, b, c, ",
    "letters in brackets": "(a) ",
    "per cent": "3 % ",
    "prices": "3 € ",
    "days": "mardi ",
    "one sentence": "le maire a pris le pont de la ville et ",
    "points": ".",
    "one quotation": "« Nous viendrons tous demain matin », a déclaré le maire Ilan Orval.\n",
    "incises in marks": "», a dit Ada Orlo, « ",
}


def article(text: str, number: int = 0, language: str = "fr") -> Article:
    day = f"2031-05-{1 + number % 28:02}"
    return Article(id=f"a{number}", text=text, language=language, published=day, outlet=f"Fanal {number}")


def annotated(*articles: Article) -> list[Article]:
    """The articles annotated; the guard of `annotate` around broken finders must not have been needed."""
    found = list(recoupe.annotate(articles))
    assert [p.message for a in found for p in a.problems if p.slug == "not-annotated"] == []
    return found


def assert_inside(found: Article) -> None:
    spans = [*found.sentences, *(s for q in found.quotations for s in q.content)]
    spans += [s for q in found.quotations for s in (q.cue, q.speaker, q.addressee) if s]
    marked = (*found.furniture, *found.credits, *found.names, *found.times, *found.quantities, *spans)
    assert all(0 <= x.start < x.end <= len(found.text) for x in marked)


def assert_in_proportion(work, small: int) -> None:
    """Four times the text: sixteen times the work if it were quadratic. The best of three, in processor time."""

    def seconds(length: int) -> float:
        start = time.process_time()
        work(length)
        return time.process_time() - start

    work(100)
    assert any(seconds(4 * small) < 9 * seconds(small) + 0.3 for _ in range(3))


@pytest.mark.parametrize("unit", ANNOTATED.values(), ids=ANNOTATED.keys())
def test_annotating_takes_time_in_proportion(unit: str) -> None:
    def work(length: int) -> None:
        (found,) = annotated(article(unit * (length // len(unit)) + " fin"))
        assert_inside(found)

    assert_in_proportion(work, 12_000)


def test_annotating_many_different_names_takes_time_in_proportion() -> None:
    def work(length: int) -> None:
        names = (
            f"Ada Or{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}el"
            for n in range(length // 40)
        )
        (found,) = annotated(article(" ".join(f"« Je viendrai », a dit {name}." for name in names) + " fin"))
        assert_inside(found)

    assert_in_proportion(work, 20_000)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("unit", COMPARED.values(), ids=COMPARED.keys())
def test_comparing_takes_time_in_proportion(unit: str) -> None:
    def work(length: int) -> None:
        text = unit * (length // len(unit))
        told = annotated(article(NORMAL), *(article(f"{text} fin {n}", n) for n in (1, 2)))
        assert compare(told).articles

    assert_in_proportion(work, 3_000)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "." * 200_000, "Oui. " * 20_000, "« " * 10_000, "»" * 10_000, '"' * 10_000, "”“" * 10_000],
    ids=lambda text: f"{text[:5]}*{len(text)}",
)  # fmt: skip
@pytest.mark.parametrize("language", ["fr", "en"])
def test_long_and_broken_texts_are_annotated(text: str, language: str) -> None:
    (found,) = annotated(article(text, language=language))
    assert_inside(found)


def test_a_story_of_good_and_hostile_articles_has_its_dossier(tmp_path: Path) -> None:
    hostile = [
        article(unit * (400 // len(unit)), n) for n, unit in enumerate([*COMPARED.values(), "\0"], 100)
    ]
    good = [article(f"{NORMAL} Il est venu {n} fois.", n) for n in range(12)]
    alike = [article(NORMAL.replace("300", number), 60 + n) for n, number in enumerate(("300", "301"))]
    dossier = compare(annotated(*good, *hostile, *alike, article("mot", 90)))
    assert dossier.facts
    assert len(recoupe.publish(dossier, tmp_path / "out")) == 3


DATES = [
    "9999-99-99", "9999-12-31", "0001-01-01", "0000-00-00", "2024-02-30", "2024-W53-7", "99999999-01-01", -5, 1e308,
    True, [], {}, "2024-06-19T25:00", "2024-06-19T00:00:00+99:99", "Mon, 99 Foo 2024", "x" * 9000, "\0", None,
    "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00", "Thu, 01 Jan 1970 00:00:00 -9999",
]  # fmt: skip
FAR = (
    " La semaine prochaine, hier, il y a 9999999 ans, dans 99999999999999 siècles, le 32 mars 99999, depuis 10000 "
    "ans, l'an 0, l'année suivante, le lendemain, en 9999."
)
VALUES = [
    None, 0, -1, 10**400, 1.5, True, [], {}, [[]], {"a": {"b": [1, {"c": None}]}}, "", "x" * 9000, "\0\u202e</script>",
    "../../etc/passwd", "\ud800", "\n\n", "fr-FR", "xx",
]  # fmt: skip
FIELDS = (
    "id", "title", "outlet", "language", "url", "author", "text", "published_inferred", "sha256", "names", "extra",
    "source", "problems",
)  # fmt: skip
LINES = [
    "[]",
    "null",
    "1",
    "{",
    '{"text": NaN}',
    '{"text": "a", "x": Infinity}',
    "[" * 50_000,
    '{"a":' * 50_000,
    "\ufeff",
]


def test_absurd_fields_of_json_lines_are_told_or_left_out(tmp_path: Path) -> None:
    records = [{"text": f"{NORMAL} Note {n}.{FAR}", "published": d} for n, d in enumerate(DATES)]
    records += [{"text": f"{NORMAL} Note {f} {n}.", f: v} for f in FIELDS for n, v in enumerate(VALUES)]
    path = tmp_path / "absurd.jsonl"
    path.write_text("\n".join([*map(json.dumps, records), *LINES]), "utf-8")
    read = list(recoupe.read(path))
    assert len({a.id for a in read}) == len(read) == len(records) + len(LINES) - 1
    found = annotated(*read)
    for each in found:
        assert_inside(each)
    dossier = compare([*found[: len(DATES)], *found[len(DATES) :: 5]])
    assert len(recoupe.publish(dossier, tmp_path / "out")) == 3
