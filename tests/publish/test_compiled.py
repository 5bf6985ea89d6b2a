"""Compiled templates: kept where Python keeps its own, made anew when a template changes, never in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from recoupe.publish.compiled import SUFFIX, CompiledTemplates


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for bytecode, which Python is told to write."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    return tmp_path / "kept"


def _said(folder: Path) -> str:
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, bytecode_cache=CompiledTemplates()
    )
    return environment.get_template("word.html.j2").render(word="quay")


def _template(folder: Path, text: str) -> None:
    (folder / "word.html.j2").write_text(text, "utf-8")


def test_bytecode_is_written_once_and_read_again(tmp_path: Path, cached: Path) -> None:
    _template(tmp_path, "The {{ word }}.")
    assert _said(tmp_path) == "The quay."
    (file,) = cached.rglob(f"*{SUFFIX}")
    before = file.stat().st_mtime_ns
    assert _said(tmp_path) == "The quay."
    assert file.stat().st_mtime_ns == before


def test_a_changed_template_is_compiled_again(tmp_path: Path, cached: Path) -> None:
    _template(tmp_path, "The {{ word }}.")
    _said(tmp_path)
    _template(tmp_path, "A {{ word }}.")
    assert _said(tmp_path) == "A quay."
    assert len(list(cached.rglob(f"*{SUFFIX}"))) == 1


def test_a_damaged_file_is_made_anew(tmp_path: Path, cached: Path) -> None:
    _template(tmp_path, "The {{ word }}.")
    _said(tmp_path)
    (file,) = cached.rglob(f"*{SUFFIX}")
    for damage in (b"", b"nothing of the kind", file.read_bytes()[:-20]):
        file.write_bytes(damage)
        assert _said(tmp_path) == "The quay."


def test_none_is_written_where_python_writes_none(
    tmp_path: Path, cached: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _template(tmp_path, "The {{ word }}.")
    assert _said(tmp_path) == "The quay."
    assert not cached.exists()


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path, cached: Path) -> None:
    cached.write_text("a file stands where the folder would", "utf-8")
    _template(tmp_path, "The {{ word }}.")
    assert _said(tmp_path) == "The quay."
