"""Files, folders and standard input to articles."""

from __future__ import annotations

import hashlib
import io
import json
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recoupe
from recoupe.read.inputs import input_files

FRENCH = (
    "Le pont suspendu d'Oslane a rouvert mercredi matin, après trois mois de travaux, a annoncé la mairie de la "
    "ville. « Nous avons tenu les délais », a déclaré la maire, Ilse Corvan, devant les habitants réunis."
)
ENGLISH = (
    "The suspension bridge of Oslane reopened on Wednesday morning after three months of repairs, the town hall "
    "said. Dozens of people had gathered on the square to walk across it for the first time since the winter."
)
GERMAN = (
    "Die Hängebrücke von Oslane wurde am Mittwochmorgen nach drei Monaten Bauzeit wieder eröffnet, teilte das "
    "Rathaus mit. Viele Menschen hatten sich auf dem Platz versammelt, um sie zu überqueren."
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None), max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def slugs(article: recoupe.Article) -> list[str]:
    return [problem.slug for problem in article.problems]


def test_a_text_file_is_one_article_and_all_of_it_is_text(tmp_path: Path) -> None:
    text = f"Oslane : le pont rouvre enfin\n\n{FRENCH}\n"
    (tmp_path / "pont.txt").write_text(text, "utf-8")
    (article,) = recoupe.read(tmp_path / "pont.txt")
    assert article.text == text
    assert article.title == "Oslane : le pont rouvre enfin"
    assert (article.id, article.language, article.source) == ("pont", "fr", str(tmp_path / "pont.txt"))
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert article.problems == ()


def test_line_ends_become_lf_and_nothing_else_changes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Oslane\u00a0: «\u202fpont\u202f» 😊\r\n\r\n\tb \rc".encode())
    (article,) = recoupe.read(tmp_path / "a.txt", language="fr")
    assert article.text == "Oslane\u00a0: «\u202fpont\u202f» 😊\n\n\tb \nc"


def test_json_lines_are_kept_as_given(tmp_path: Path) -> None:
    rows = [
        {"id": "x1", "text": FRENCH, "title": "Oslane", "outlet": "La Gazette", "published": "2031-03-12",
         "language": "fr-CA", "url": "https://gazette.example/1", "mood": ["calm"], "lines": 4},
        {"text": ENGLISH, "date": "Wed, 12 Mar 2031 08:30:00 GMT"},
    ]  # fmt: skip
    path = tmp_path / "week.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", "utf-8")
    first, second = recoupe.read(path)
    assert (first.id, first.text, first.title, first.outlet) == ("x1", FRENCH, "Oslane", "La Gazette")
    assert (first.published, first.language, first.url) == ("2031-03-12", "fr", "https://gazette.example/1")
    assert first.extra == {"mood": ["calm"], "lines": 4}
    assert first.source == f"{path}:1"
    assert (second.id, second.title, second.language) == ("week-2", None, "en")
    assert second.published == "2031-03-12T08:30:00+00:00"


def test_what_annotate_wrote_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": FRENCH, "language": "fr", "mood": 1}), "utf-8")
    (once,) = recoupe.annotate(recoupe.read(path))
    again_path = tmp_path / "b.jsonl"
    again_path.write_bytes(msgspec.json.encode(once))
    (again,) = recoupe.read(again_path)
    assert (again.id, again.text, again.sha256, again.extra["mood"]) == (once.id, once.text, once.sha256, 1)
    assert again.sentences == ()


def test_ids_are_unique_and_stable(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "c" / "page-2.txt").write_text(FRENCH, "utf-8")
    ids = [article.id for article in recoupe.read(tmp_path)]
    assert ids == ["page", "page-2", "page-2-2", "page-3"]
    assert ids == [article.id for article in recoupe.read(tmp_path)]


def test_a_folder_without_manifest(tmp_path: Path) -> None:
    names = ["b.txt", "a.html", "c.jsonl", "README.txt", "readme.html", "LICENSE.txt", ".hidden.txt", "x.css"]
    for name in names:
        (tmp_path / name).write_text(FRENCH, "utf-8")
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{FRENCH}</p></article></body></html>", "utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "c", "text": FRENCH}), "utf-8")
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "frame.html").write_text("<html></html>", "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.txt").write_text(FRENCH, "utf-8")
    assert [article.id for article in recoupe.read(tmp_path)] == ["a", "b", "c", "d"]


def test_a_document_that_cannot_be_read_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    _, left_out = recoupe.read(tmp_path)
    assert slugs(left_out) == ["unknown-format"]
    assert left_out.problems[0].severity == "warning"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_manifest_says_which_files_are_articles(tmp_path: Path, delimiter: str) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(FRENCH, "utf-8")
    lines = [["file", "outlet", "published", "language", "Desk"], ["c.txt", "La Gazette", "2031-03-12", "fr", "7"],
             ["a.txt", "", "", "", ""]]  # fmt: skip
    table = "\r\n".join(delimiter.join(line) for line in lines)
    (tmp_path / "manifest.csv").write_bytes(b"\xef\xbb\xbf" + table.encode())
    first, second, unlisted = recoupe.read(tmp_path)
    assert slugs(unlisted) == ["unlisted-files"]
    assert (first.id, first.outlet, first.published, first.extra) == (
        "c", "La Gazette", "2031-03-12", {"desk": "7"},
    )  # fmt: skip
    assert (second.id, second.outlet, second.published, second.language) == ("a", None, None, "fr")


def test_files_that_the_manifest_does_not_list_are_named_and_a_typo_finds_the_right_name(
    tmp_path: Path,
) -> None:
    for name in ("eveil.txt", "matin.txt", "README.txt", ".hidden.txt"):
        (tmp_path / name).write_text(FRENCH, "utf-8")
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "gold.jsonl").write_text("{}", "utf-8")
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,outlet\nmatin.txt,Le Matin\neveill.txt,L'Eveil\n", "utf-8")
    for source in (tmp_path, manifest):
        read, missing, unlisted = recoupe.read(source)
        assert read.outlet == "Le Matin"
        assert missing.problems[0].message.endswith(f"Did you mean {tmp_path / 'eveil.txt'}?")
        (problem,) = unlisted.problems
        assert (problem.severity, problem.slug, problem.source) == (
            "warning",
            "unlisted-files",
            str(manifest),
        )
        assert "does not list 1 file beside it, left out: eveil.txt." in problem.message


def test_a_manifest_that_lists_everything_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(FRENCH, "utf-8")
    (tmp_path / "manifest.csv").write_text("file,outlet\n./a.txt,La Gazette\nsub/b.txt,Le Matin\n", "utf-8")
    assert [article.problems for article in recoupe.read(tmp_path)] == [(), ()]
    (tmp_path / "sub" / "c.txt").write_text(FRENCH, "utf-8")
    *_, unlisted = recoupe.read(tmp_path)
    assert f"left out: {Path('sub') / 'c.txt'}." in unlisted.problems[0].message


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("file,oulet,publised", "oulet (did you mean outlet?), publised (did you mean published?)"),
        ("file,outlet,Langue", "langue (did you mean language?)"),
        ("file,média,parution", "média, parution"),
        ("file,outlet,desk", None),
        ("file,outlet,date,updated", None),
        ("file,title", None),
    ],
)
def test_columns_that_say_nothing_are_told(tmp_path: Path, header: str, says: str | None) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "manifest.csv").write_text(f"{header}\na.txt{',x' * header.count(',')}\n", "utf-8")
    article, *rest = recoupe.read(tmp_path)
    assert article.text == FRENCH
    assert [slugs(a) for a in rest] == ([["unknown-columns"]] if says else [])
    for notice in rest:
        assert f"only kept aside: {says}." in notice.problems[0].message


@pytest.mark.parametrize("name", ["Manifest.csv", "MANIFEST.CSV", "Manifest.jsonl"])
def test_a_manifest_in_capitals(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    content = '{"file": "a.txt", "outlet": "Le Phare"}' if "json" in name else "file,outlet\na.txt,Le Phare\n"
    (tmp_path / name).write_text(content, "utf-8")
    for source in (tmp_path, tmp_path / name, tmp_path / "a.txt"):
        (article,) = recoupe.read(source)
        assert (article.outlet, article.problems) == ("Le Phare", ())


def test_a_field_that_is_no_text_is_told_and_kept_aside(tmp_path: Path) -> None:
    row = {
        "text": FRENCH,
        "outlet": ["La Gazette"],
        "published": "2031-03-12",
        "url": None,
        "author": [],
        "id": 7,
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    (article,) = recoupe.read(tmp_path / "a.jsonl")
    assert (article.id, article.outlet, article.extra["outlet"]) == ("7", None, ["La Gazette"])
    (problem,) = article.problems
    assert (problem.severity, problem.slug) == ("warning", "bad-field")
    assert f"{tmp_path / 'a.jsonl'}:1 gives as “outlet” what is no text" in problem.message


def test_what_the_program_wrote_itself_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    articles = list(recoupe.annotate(recoupe.read(tmp_path)))
    recoupe.publish(recoupe.compare(articles), tmp_path)
    stories = tmp_path / "stories.jsonl"
    stories.write_bytes(b"".join(msgspec.json.encode(story) + b"\n" for story in recoupe.group(articles)))
    found = {article.id: article for article in recoupe.read(tmp_path)}
    assert sorted(found) == ["a", "index", "stories"]
    for name in ("index", "stories"):
        assert [(p.severity, p.slug) for p in found[name].problems] == [("warning", "own-output")]
    for name in ("index.html", "dossier.json", "dossier.md", "stories.jsonl"):
        (named,) = recoupe.read(tmp_path / name)
        assert [(p.severity, p.slug) for p in named.problems] == [("error", "own-output")]
        assert "written by this program" in named.problems[0].message
    pretty = tmp_path / "pretty.json"
    pretty.write_text(
        json.dumps(json.loads((tmp_path / "dossier.json").read_text("utf-8")), indent=2), "utf-8"
    )
    assert [slugs(a) for a in recoupe.read(pretty)] == [["own-output"]]


def test_which_files_are_read_is_known_before(tmp_path: Path) -> None:
    names = ["a.txt", "b.txt", "manifest.csv"]
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "b.txt").write_text(FRENCH, "utf-8")
    assert [p.name for p in input_files(str(tmp_path))] == names[:2]
    (tmp_path / "manifest.csv").write_text("file\na.txt\n", "utf-8")
    assert [p.name for p in input_files(str(tmp_path))] == ["a.txt", "manifest.csv"]
    assert [p.name for p in input_files(str(tmp_path / "manifest.csv"))] == ["a.txt", "manifest.csv"]
    assert [p.name for p in input_files(str(tmp_path / "b.txt"))] == ["b.txt", "manifest.csv"]
    assert list(input_files("-")) == []


def test_a_file_named_by_itself_keeps_what_the_manifest_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "manifest.jsonl").write_text(json.dumps({"file": "a.txt", "outlet": "La Gazette"}), "utf-8")
    (article,) = recoupe.read(tmp_path / "a.txt")
    assert article.outlet == "La Gazette"


def test_a_folder_and_a_file_in_it_count_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    assert len(list(recoupe.read(tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt"))) == 1


def test_broken_lines_of_a_manifest_are_told_with_their_number_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "manifest.csv").write_text(
        "file,outlet\na.txt,La Gazette, d'Oslane\n,Le Matin\n../secret.txt,X\nnone.txt,Y\na.txt,La Gazette\n",
        "utf-8",
    )
    articles = list(recoupe.read(tmp_path))
    assert [slugs(a) for a in articles] == [["broken-line"]] * 3 + [["missing-file"], []]
    messages = [a.problems[0].message for a in articles[:4]]
    for number, message in zip((2, 3, 4), messages, strict=False):
        assert message.startswith(f"Line {number} of {tmp_path / 'manifest.csv'} ")
    assert "3 cells for 2 columns" in messages[0]
    assert "outside the folder" in messages[2]
    assert "line 5 of its folder's manifest" in messages[3]


def test_a_manifest_without_the_column_file(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("name,outlet\na.txt,La Gazette\n", "utf-8")
    (article,) = recoupe.read(tmp_path)
    assert "no column “file”" in article.problems[0].message


@pytest.mark.parametrize(
    ("name", "content", "slug", "says"),
    [
        ("a.txt", b"", "empty-file", "is empty"),
        ("a.txt", b" \n\n\t", "empty-file", "is empty"),
        ("a.jsonl", b"\n", "empty-file", "is empty"),
        ("a.html", b"", "empty-file", "is empty"),
        ("a.html", b"<html><body><nav>Menu</nav></body></html>", "no-article", "no article"),
        ("a.txt", bytes(range(256)), "binary-file", "binary file"),
        ("a.txt", b"%PDF-1.4 ...", "binary-file", "a PDF"),
        ("a.txt", b"\x89PNG\r\n", "binary-file", "a picture"),
        ("a.txt", GERMAN.encode(), "language-not-available", "in German"),
        ("a.jsonl", b'{"text": "caf\xe9"}', "broken-line", "not in UTF-8"),
        ("a.jsonl", b'{"text": ', "broken-line", "not valid JSON"),
        ("a.jsonl", b"[" * 100_000, "broken-line", "not valid JSON"),
        ("a.jsonl", b'"text"', "broken-line", "not a JSON object"),
        ("a.jsonl", b'{"id": "a"}', "no-text", "no “text” field"),
        ("a.jsonl", b'{"text": 7}', "no-text", "no “text” field"),
        ("a.jsonl", b'{"text": "  "}', "empty-text", "empty “text” field"),
    ],
)
def test_bad_input_is_one_clear_sentence(
    tmp_path: Path, name: str, content: bytes, slug: str, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (article,) = recoupe.read(path)
    (problem,) = article.problems
    assert (problem.severity, problem.slug) == ("error", slug)
    assert says in problem.message
    assert str(path) in problem.message
    assert problem.message.endswith(".")
    assert "\n" not in problem.message
    assert not article.readable


def test_what_is_not_there(tmp_path: Path) -> None:
    (missing,) = recoupe.read(tmp_path / "none.txt")
    (empty,) = recoupe.read(tmp_path)
    assert (slugs(missing), slugs(empty)) == (["missing-file"], ["empty-folder"])
    assert missing.text == empty.text == ""


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(ENGLISH, "utf-8")
    articles = list(recoupe.read(tmp_path / "none", tmp_path))
    assert [a.readable for a in articles] == [False, True, False, True]
    dossier = recoupe.compare(recoupe.annotate(articles))
    assert [a.id for a in dossier.articles] == ["a", "c"]
    assert {"missing-file", "empty-file"} <= {p.slug for p in dossier.problems}
    assert all(p.source for p in dossier.problems if p.slug != "languages-compared-by-names")


@pytest.mark.parametrize(
    ("encoding", "slug"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-32", None),
        ("cp1252", "encoding-guessed"),
        ("iso8859_15", "encoding-guessed"),
        ("mac_roman", "encoding-guessed"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, slug: str | None) -> None:
    (tmp_path / "a.txt").write_bytes(FRENCH.encode(encoding))
    (article,) = recoupe.read(tmp_path / "a.txt")
    assert article.text == FRENCH
    assert slugs(article) == ([slug] if slug else [])


def test_a_cut_file_is_still_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FRENCH.encode() + b" \xc3")
    (article,) = recoupe.read(tmp_path / "a.txt")
    assert article.text == FRENCH + " \ufffd"
    assert slugs(article) == ["broken-characters"]


def test_halves_of_characters_are_replaced_one_for_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Oslane \\ud83d pont \\uD83D\\uDE0A", "n": "\\udc00"}')
    (article,) = recoupe.read(tmp_path / "a.jsonl", language="fr")
    assert (article.text, article.extra["n"]) == ("Oslane \ufffd pont 😊", "\ufffd")


def test_halves_of_characters_in_a_json_document(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'[\n{"text": "Oslane \\ud83d pont"}\n]')
    (article,) = recoupe.read(tmp_path / "a.json", language="fr")
    assert article.text == "Oslane \ufffd pont"


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118
    for content, slug in ((FRENCH.encode(), None), (b"", "empty-file")):
        with open(name, "wb") as file:  # noqa: PTH123
            file.write(content)
        (article,) = recoupe.read(tmp_path)
        assert (article.id, slugs(article)) == ("caf\ufffd", [slug] if slug else [])
        assert msgspec.json.decode(msgspec.json.encode(article))["source"].endswith("caf\ufffd.txt")


@pytest.mark.parametrize("told", ["12/03/2031", "2031-13-40", "mercredi", "2031"])
def test_a_date_that_is_none(tmp_path: Path, told: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": FRENCH, "published": told}), "utf-8")
    (article,) = recoupe.read(tmp_path / "a.jsonl")
    assert (article.published, article.extra["published"], slugs(article)) == (None, told, ["bad-date"])


def test_short_texts_and_unsure_languages_are_warned_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le pont", "utf-8")
    (article,) = recoupe.read(tmp_path / "a.txt")
    assert slugs(article) == ["short-text", "language-uncertain"]
    assert {p.severity for p in article.problems} == {"warning"}


def test_a_language_told_is_believed_and_one_that_is_lacking_is_an_error(tmp_path: Path) -> None:
    rows = [{"text": FRENCH, "language": "en"}, {"text": FRENCH, "language": "pt-BR"}, {"text": FRENCH}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    told, lacking, default = recoupe.read(tmp_path / "a.jsonl", language="en")
    assert (told.language, lacking.language, default.language) == ("en", "pt", "en")
    assert slugs(lacking) == ["language-not-available"]
    assert "Portuguese" in lacking.problems[0].message


def test_wrong_use() -> None:
    with pytest.raises(recoupe.OptionError, match="nothing to read"):
        recoupe.read()
    with pytest.raises(recoupe.OptionError, match="no data for the language"):
        recoupe.read("x", language="zz")


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (FRENCH.encode(), [FRENCH]),
        (
            json.dumps({"text": FRENCH}).encode() + b"\n" + json.dumps({"text": ENGLISH}).encode(),
            [FRENCH, ENGLISH],
        ),
        (json.dumps({"text": FRENCH}, indent=2).encode(), [FRENCH]),
        (json.dumps([{"text": FRENCH}, {"text": ENGLISH}]).encode(), [FRENCH, ENGLISH]),
        (b"\n\n" + FRENCH.encode(), ["\n\n" + FRENCH]),
        (b"", [""]),
    ],
)
def test_standard_input_is_told_by_looking(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(data))
    assert [article.text for article in recoupe.read("-")] == texts


def test_a_page_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<!DOCTYPE html>\n<html><body><article><h1>Le pont</h1><p>{FRENCH}</p></article></body></html>"
    monkeypatch.setattr("sys.stdin", Stdin(page.encode()))
    (article,) = recoupe.read("-")
    assert FRENCH in article.text


def test_json_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": FRENCH}) + "\nnot json\n", "utf-8")
    articles = recoupe.read(path)
    assert next(articles).id == "a"  # before the second line was looked at
    assert slugs(next(articles)) == ["broken-line"]


@settings(max_examples=150, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(str.encode),
        st.text(max_size=80).map(lambda t: t.encode("utf-16")),
        st.dictionaries(
            st.sampled_from(["id", "text", "title", "published", "language", "extra", "x"]), JSON
        ).map(lambda record: json.dumps(record).encode()),
    ),
    suffix=st.sampled_from([".txt", ".jsonl", ".json", ""]),
)
def test_whatever_a_file_holds_it_becomes_articles_that_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(data)
    articles = list(recoupe.read(path))
    assert articles
    for article in articles:
        assert article.text or any(p.severity == "error" for p in article.problems)
        assert "\r" not in article.text
        assert msgspec.json.decode(msgspec.json.encode(article), type=recoupe.Article) == article
    assert len({article.id for article in articles}) == len(articles)
