"""The commands as a user types them: what is written, what is said, with which exit code."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from recoupe.cli import main

FRENCH = (
    "Le pont suspendu d'Oslane a rouvert mercredi matin, après trois mois de travaux, a annoncé la mairie de la "
    "ville. « Nous avons tenu les délais », a déclaré la maire, Ilse Corvan, devant 120 habitants réunis."
)
OTHER = (
    "Les habitants d'Oslane ont retrouvé leur pont mercredi. « Nous avons tenu les délais », s'est félicitée la "
    "maire Ilse Corvan. Le chantier a duré trois mois et coûté 4,2 millions d'euros, selon la mairie."
)


class Done(NamedTuple):
    """What came of a command."""

    returncode: int
    stdout: bytes
    stderr: bytes


def recoupe(*arguments: str | Path, stdin: bytes = b"") -> Done:
    """Run a command in this process."""
    result = CliRunner(catch_exceptions=False).invoke(
        main, [*map(str, arguments)], input=stdin, prog_name="recoupe"
    )
    return Done(result.exit_code, result.stdout_bytes, result.stderr_bytes)


def process(*arguments: str | Path, seed: str = "0") -> Done:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [Path(sys.executable).parent / "recoupe", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Oslane : le pont suspendu a rouvert\n\n{FRENCH}\n", "utf-8")
    (folder / "b.txt").write_text(f"Le pont d'Oslane est rouvert aux habitants\n\n{OTHER}\n", "utf-8")
    (folder / "manifest.csv").write_text(
        "file,outlet,published,language\na.txt,La Gazette,2031-03-12,fr\nb.txt,Le Matin,2031-03-12,fr\n",
        "utf-8",
    )
    return folder


def test_dossier_into_a_folder(reports: Path, tmp_path: Path) -> None:
    done = recoupe("dossier", reports, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, b"")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "dossier.json",
        "dossier.md",
        "index.html",
    ]
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    assert dossier["schema"] == "recoupe.dossier/1"
    assert [a["id"] for a in dossier["articles"]] == ["a", "b"]
    assert b"2 articles" in done.stderr


@pytest.mark.parametrize(
    ("name", "begins"), [("x.json", b"{"), ("x.md", b"# "), ("x.html", b"<!doctype html>")]
)
def test_dossier_into_one_file(reports: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    done = recoupe("dossier", reports, "-o", tmp_path / name)
    assert done.returncode == 0
    assert (tmp_path / name).read_bytes().lower().startswith(begins)


def test_dossier_to_standard_output_with_nothing_else_in_it(reports: Path) -> None:
    done = recoupe(
        "dossier", reports, "-o", "-", "--format", "json", "--title", "Le pont", "--interface", "en"
    )
    dossier = json.loads(done.stdout)
    assert (done.returncode, dossier["title"], dossier["options"]["interface"]) == (0, "Le pont", "en")


def test_same_input_same_bytes(reports: Path) -> None:
    for arguments in (
        ("dossier", reports, "-o", "-", "--format", "json"),
        ("dossier", reports, "-o", "-", "--format", "html"),
        ("annotate", reports),
        ("group", reports),
    ):
        first, second = (process(*arguments, seed=seed) for seed in ("1", "2"))
        assert first.returncode == 0
        assert first.stdout == second.stdout != b""


def test_annotate_keeps_order_and_loses_nothing(tmp_path: Path) -> None:
    rows = [{"id": f"n{n}", "text": FRENCH if n % 3 else "", "language": "fr"} for n in range(30)]
    done = recoupe(
        "annotate", "-", "-o", tmp_path / "deep" / "x.jsonl", stdin="\n".join(map(json.dumps, rows)).encode()
    )
    lines = [json.loads(line) for line in (tmp_path / "deep" / "x.jsonl").read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert [line["text"] for line in lines] == [row["text"] for row in rows]
    assert all(line["sentences"] for line in lines if line["text"])
    assert done.returncode == 1  # the ten empty ones
    assert b"5 more like these (empty-text)" in done.stderr
    assert b"20 articles annotated" in done.stderr
    assert b"10 inputs could not be used" in done.stderr


def test_annotate_writes_to_standard_output(reports: Path) -> None:
    done = recoupe("annotate", reports / "a.txt")
    (line,) = done.stdout.splitlines()
    article = json.loads(line)
    assert article["outlet"] == "La Gazette"
    assert [q["content"] for q in article["quotations"]]


def test_every_problem_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(FRENCH, "utf-8")
    done = recoupe("annotate", tmp_path, "-o", tmp_path / "x.jsonl")
    lines = done.stderr.decode().splitlines()
    assert any(line.startswith("warning: ") for line in lines)
    assert all("undated.txt" in line for line in lines if line.startswith("warning: "))


def test_group(reports: Path, tmp_path: Path) -> None:
    done = recoupe("group", reports, "-o", tmp_path / "stories.jsonl")
    (story,) = map(json.loads, (tmp_path / "stories.jsonl").read_text("utf-8").splitlines())
    assert (story["articles"], story["from"], story["to"]) == (["a", "b"], "2031-03-12", "2031-03-12")
    assert (done.returncode, done.stderr) == (0, b"2 articles in 1 story.\n")


def test_from_many_articles_to_the_dossier_of_one_story(reports: Path, tmp_path: Path) -> None:
    other = {
        "id": "prunes",
        "text": "La récolte de prunes s'annonce mauvaise à Vermande, où il a gelé.",
        "language": "fr",
    }
    (tmp_path / "other.jsonl").write_text(json.dumps(other), "utf-8")
    stories = tmp_path / "stories.jsonl"
    recoupe("group", tmp_path / "other.jsonl", reports, "-o", stories)
    assert [json.loads(line)["articles"] for line in stories.read_text("utf-8").splitlines()] == [
        ["prunes"],
        ["a", "b"],
    ]
    done = recoupe(
        "dossier", tmp_path / "other.jsonl", reports, "--story", f"{stories}:s2", "-o", tmp_path / "x.json"
    )
    assert done.returncode == 0
    articles = json.loads((tmp_path / "x.json").read_text("utf-8"))["articles"]
    assert [a["id"] for a in articles] == ["a", "b"]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("s1", "write FILE:ID"),
        ("none.jsonl:s1", "cannot be read"),
        ("{}:s9", "no story 's9'"),
        ("{}x:s1", "is not what"),
    ],
)
def test_a_story_that_is_none(reports: Path, tmp_path: Path, told: str, says: str) -> None:
    stories = tmp_path / "stories.jsonl"
    recoupe("group", reports, "-o", stories)
    (tmp_path / "stories.jsonlx").write_text('{"id": 1}', "utf-8")
    done = recoupe("dossier", reports, "--story", told.format(stories), "-o", tmp_path / "x.json")
    assert (done.returncode, says in done.stderr.decode()) == (2, True)


def test_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = recoupe("demo")
    assert done.returncode == 0
    page = tmp_path / "demo" / "index.html"
    assert page.is_file()
    assert page.resolve().as_uri().encode() in done.stderr
    articles = json.loads((tmp_path / "demo" / "dossier.json").read_text("utf-8"))["articles"]
    assert len(articles) == 6
    assert all(a["outlet"] and a["published"] for a in articles)


def test_bad_input_is_told_the_rest_is_done_and_the_exit_code_is_1(reports: Path, tmp_path: Path) -> None:
    (reports / "manifest.csv").unlink()
    (reports / "empty.txt").write_bytes(b"")
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = recoupe("dossier", reports, tmp_path / "none.txt", "-o", tmp_path / "x.json")
    dossier = json.loads((tmp_path / "x.json").read_text("utf-8"))
    assert done.returncode == 1
    assert [a["id"] for a in dossier["articles"]] == ["a", "b"]
    errors = [p for p in dossier["problems"] if p["severity"] == "error"]
    assert [p["slug"] for p in errors] == ["empty-file", "binary-file", "missing-file"]
    for problem in errors:
        assert f"error: {problem['message']}" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_nothing_that_can_be_read_is_a_dossier_that_says_so(tmp_path: Path) -> None:
    done = recoupe("dossier", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    assert (dossier["articles"], [p["slug"] for p in dossier["problems"]]) == ([], ["missing-file"])
    assert b"none.txt does not exist: check its name." in done.stderr
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "The file does not exist. <span class=file>none.txt</span>" in page


def test_warnings_leave_the_exit_code_0(reports: Path, tmp_path: Path) -> None:
    (reports / "manifest.csv").unlink()
    done = recoupe("dossier", reports, "-o", tmp_path / "x.json")
    assert done.returncode == 0
    assert b"warning: The outlet of" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("dossier",), "Missing argument"),
        (("dossier", "x"), "Missing option '-o'"),
        (("dossier", "x", "-o", "-"), "add --format"),
        (("dossier", "x", "-o", "x.pdf"), "known format"),
        (("dossier", "x", "-o", "y", "--interface", "xx"), "Invalid value for '--interface'"),
        (("dossier", "x", "-o", "y", "--format", "pdf"), "Invalid value for '--format'"),
        (("dossiers",), "No such command"),
        (("annotate", "x", "--speed"), "No such option"),
        (("evaluate", "nothing", "."), "Invalid value"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(arguments: tuple[str, ...], says: str) -> None:
    done = recoupe(*arguments)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_an_output_that_is_the_input_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": FRENCH}), "utf-8")
    done = recoupe("annotate", path, "-o", path)
    assert done.returncode == 2
    assert b"both input and output" in done.stderr
    assert json.loads(path.read_text("utf-8"))["text"] == FRENCH


def test_a_story_of_other_articles_is_told(reports: Path, tmp_path: Path) -> None:
    stories = tmp_path / "stories.jsonl"
    recoupe("group", reports, "-o", stories)
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "x", "text": FRENCH, "language": "fr"}), "utf-8")
    done = recoupe("dossier", other, "--story", f"{stories}:s1", "-o", tmp_path / "x.json")
    assert done.returncode == 1
    assert b"None of the 2 articles of story s1 is among the 1 that were read (missing: a, b)." in done.stderr
    done = recoupe("dossier", reports / "a.txt", "--story", f"{stories}:s1", "-o", tmp_path / "y.json")
    assert done.returncode == 1
    assert b"Only 1 of the 2 articles of story s1 is among the 1 that were read (missing: b)." in done.stderr


def test_warnings_of_one_kind_share_a_line(tmp_path: Path) -> None:
    for name in ("feu", "eau", "gel", "pluie", "vent"):
        (tmp_path / f"{name}.txt").write_text(f"{FRENCH} Il s'agit de {name}.", "utf-8")
    done = recoupe("dossier", tmp_path, "-o", tmp_path / "out")
    warnings = [line for line in done.stderr.decode().splitlines() if line.startswith("warning: ")]
    assert len(warnings) == 2
    for line, begins in zip(
        warnings, ("5 articles tell no date, and none", "The outlet of 5 articles is not known"), strict=True
    ):
        assert line.removeprefix("warning: ").startswith(begins)
        assert all(f"{name}.txt" in line for name in ("eau", "feu", "gel"))
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "feu.txt" in page
    assert "Média inconnu" not in page


def test_an_article_that_is_left_out_is_not_counted_as_annotated(tmp_path: Path) -> None:
    rows = [{"text": FRENCH, "language": "fr"}, {"text": FRENCH, "language": "de"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    done = recoupe("annotate", tmp_path / "a.jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    assert b"1 article annotated." in done.stderr


def test_an_article_of_a_saved_page_is_not_replaced_by_its_dossier(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Le pont</h1><p>{FRENCH}</p></article></body></html>"
    folder = tmp_path / "C"
    folder.mkdir()
    (folder / "index.html").write_text(page, "utf-8")
    (tmp_path / "link.html").symlink_to(folder / "index.html")
    for source, output in (
        (folder, folder),
        (folder, folder / "index.html"),
        (folder / "index.html", folder / "index.html"),
        (folder, tmp_path / "link.html"),
    ):
        done = recoupe("dossier", source, "-o", output)
        assert done.returncode == 2
        assert b"both input and output" in done.stderr
        assert (folder / "index.html").read_text("utf-8") == page
        assert [p.name for p in folder.iterdir()] == ["index.html"]


def test_a_shell_s_redirection_is_an_input_or_an_output_too(reports: Path) -> None:
    (reports / "manifest.csv").unlink()
    lines = reports / "c.jsonl"
    lines.write_text(json.dumps({"text": FRENCH}), "utf-8")
    program = Path(sys.executable).parent / "recoupe"
    with lines.open("rb") as stream:
        done = subprocess.run(
            [program, "annotate", "-", "-o", lines], stdin=stream, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, json.loads(lines.read_text("utf-8"))["text"]) == (2, FRENCH)
    for arguments in (
        ("annotate", reports),
        ("group", reports),
        ("dossier", reports, "-o", "-", "--format", "json"),
    ):
        with lines.open("ab") as stream:
            done = subprocess.run(
                [program, *arguments], stdout=stream, stderr=subprocess.PIPE, check=False, timeout=60
            )
        assert done.returncode == 2
        assert b"Standard output is both input and output (it belongs to " in done.stderr
        assert json.loads(lines.read_text("utf-8")) == {"text": FRENCH}


@pytest.mark.parametrize("command", ["annotate", "group"])
@pytest.mark.parametrize("name", ["b.txt", "b.jsonl", "manifest.csv"])
def test_a_file_of_the_input_folder_is_not_written_over(reports: Path, command: str, name: str) -> None:
    if name == "b.jsonl":
        (reports / "manifest.csv").unlink()
        (reports / name).write_text(json.dumps({"text": FRENCH}), "utf-8")
    before = {path.name: path.read_bytes() for path in reports.iterdir()}
    done = recoupe(command, reports, "-o", reports / name)
    assert done.returncode == 2
    assert f"{reports / name} is both input and output (it belongs to {reports})" in done.stderr.decode()
    assert {path.name: path.read_bytes() for path in reports.iterdir()} == before


def test_a_dossier_in_the_folder_of_its_articles_does_not_grow(reports: Path) -> None:
    (reports / "manifest.csv").unlink()
    for _ in range(2):
        done = recoupe("dossier", reports, "-o", reports)
        dossier = json.loads((reports / "dossier.json").read_text("utf-8"))
        assert (done.returncode, [a["id"] for a in dossier["articles"]]) == (0, ["a", "b"])
    assert b"index.html was written by this program and holds no article" in done.stderr


@pytest.mark.parametrize(
    ("command", "output"), [("dossier", "ex"), ("annotate", "keep.jsonl"), ("group", "keep.jsonl")]
)
def test_a_typo_in_the_input_leaves_a_good_result(
    reports: Path, tmp_path: Path, command: str, output: str
) -> None:
    recoupe(command, reports, "-o", tmp_path / output)
    before = _files(tmp_path / output)
    done = recoupe(command, tmp_path / "report", "-o", tmp_path / output)
    assert done.returncode == 1
    assert f"Did you mean {reports}?" in done.stderr.decode()
    assert f"There is no article to work on: {tmp_path / output} was left as it is." in done.stderr.decode()
    assert _files(tmp_path / output) == before
    assert all(before.values())


def _files(place: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in ([place] if place.is_file() else sorted(place.iterdir()))}


def test_a_full_disk_leaves_what_stood_there(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    recoupe("dossier", reports, "-o", out)
    recoupe("annotate", reports, "-o", out / "a.jsonl")
    before = _files(out)
    synced = iter(range(100))

    def full(_: int) -> None:
        if next(synced) in {1, 2}:  # the second file of the dossier, and the lines
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    for arguments in (
        ("dossier", reports / "a.txt", "-o", out),
        ("annotate", reports / "a.txt", "-o", out / "a.jsonl"),
    ):
        done = recoupe(*arguments)
        assert done.returncode == 2
        assert b"No space left on device" in done.stderr
        assert _files(out) == before


def test_permissions_and_links_stay(reports: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("{}", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert recoupe("dossier", reports, "-o", link).returncode == 0
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert json.loads(real.read_text("utf-8"))["articles"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_no_room_is_one_sentence(reports: Path) -> None:
    gold = Path(__file__).parents[2] / "examples" / "sorne" / "gold" / "quotations.jsonl"
    for arguments in (
        ("dossier", reports, "-o", "-", "--format", "md"),
        ("annotate", reports),
        ("annotate", reports, "-o", "/dev/full"),
        ("evaluate", "quotations", gold),
    ):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [Path(sys.executable).parent / "recoupe", *arguments],
                stdout=full, stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        (error,) = [line for line in done.stderr.decode().splitlines() if not line.startswith("warning: ")]
        assert done.returncode == 2
        assert error.startswith("Error: ")
        assert "No space left on device" in error


def test_a_pipe_that_is_closed_early_is_silent(reports: Path, tmp_path: Path) -> None:
    line = json.dumps({"text": FRENCH, "outlet": "La Gazette", "published": "2031-03-12", "language": "fr"})
    (tmp_path / "many.jsonl").write_text(f"{line}\n" * 200, "utf-8")
    for arguments in (
        ("annotate", tmp_path / "many.jsonl"),
        ("dossier", reports, "-o", "-", "--format", "html"),
    ):
        with subprocess.Popen(
            [Path(sys.executable).parent / "recoupe", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as running:  # fmt: skip
            assert running.stdout
            assert running.stderr
            running.stdout.close()
            assert running.stderr.read() == b""
        assert running.returncode == 141


@pytest.mark.parametrize(
    ("content", "says"), [("# Recoupe\n", "it is not JSON"), ('{"id": 1}\n', "no field 'text'"), ("3\n", "")]
)
def test_a_gold_file_that_is_none(tmp_path: Path, content: str, says: str) -> None:
    gold = tmp_path / "gold.md"
    gold.write_text(content, "utf-8")
    done = recoupe("evaluate", "quotations", gold)
    assert done.returncode == 2
    assert f"{gold} cannot be read as gold for quotations" in done.stderr.decode()
    assert says in done.stderr.decode()


def test_a_place_that_cannot_be_written_to(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = recoupe("annotate", reports, "-o", tmp_path / "file" / "x.jsonl")
    assert done.returncode == 2
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_evaluate(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": FRENCH, "lang": "fr", "story": "pont"},
        {"id": "b", "text": OTHER, "lang": "fr", "story": "pont"},
        {
            "id": "c",
            "text": "La récolte de prunes s'annonce mauvaise à Vermande.",
            "lang": "fr",
            "story": "prunes",
        },
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    table = recoupe("evaluate", "stories", gold)
    assert table.returncode == 0
    assert "B³ F1         1.000" in table.stdout.decode()
    report = json.loads(recoupe("evaluate", "stories", gold, "--json").stdout)
    assert report["rows"][0] == {"metric": "B³ F1", "value": 1.0, "low": None, "high": None, "n": None}


@pytest.mark.slow
def test_annotate_needs_no_more_memory_for_more_articles(tmp_path: Path) -> None:
    line = json.dumps({"text": FRENCH, "language": "fr"}) + "\n"
    peaks = []
    for number in (300, 3000):
        path = tmp_path / f"{number}.jsonl"
        path.write_text(line * number, "utf-8")
        program = (
            "import resource, sys\nfrom recoupe.cli import main\n"
            "main(['annotate', sys.argv[1], '-o', sys.argv[2]], standalone_mode=False)\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, path, tmp_path / "out.jsonl"], capture_output=True, check=True
        )
        peaks.append(int(done.stdout))
        assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == number
    assert peaks[1] < peaks[0] + 8 * 1024  # kilobytes; 2,700 articles more are 40 MB of output
