"""Files are written whole or not at all, and leave nothing else behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from recoupe.model.errors import OutputError
from recoupe.publish.files import drafting, write_together


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_in_folders_that_are_made(tmp_path: Path) -> None:
    files = [(tmp_path / "new" / "a.json", b"{}"), (tmp_path / "new" / "b.md", b"# b")]
    assert write_together(files) == tuple(path for path, _ in files)
    assert [path.read_bytes() for path, _ in files] == [b"{}", b"# b"]
    assert names(tmp_path / "new") == ["a.json", "b.md"]


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "any").write_bytes(b"")
    write_together([(tmp_path / "a", b"")])
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_a_draft_that_is_not_put_in_its_place_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")
    with drafting(path) as draft:
        draft.write(b"new")
        assert len(names(tmp_path)) == 2
        assert all(name.startswith(".") for name in names(tmp_path) if name != "a.jsonl")
    assert (names(tmp_path), path.read_bytes()) == (["a.jsonl"], b"old")


def test_an_interruption_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with drafting(path) as draft:
            draft.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (names(tmp_path), path.read_bytes()) == (["a.jsonl"], b"old")


def test_no_file_is_replaced_where_one_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"old")
    calls = iter((None, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))

    def sync(_: int) -> None:
        if failure := next(calls):
            raise failure

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(OutputError, match=r"b could not be written \(No space left on device\)"):
        write_together([(first, b"new"), (second, b"new")])
    assert (names(tmp_path), first.read_bytes()) == (["a"], b"old")


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_together([(pipe, b"lines\n")])
        assert os.read(reader, 100) == b"lines\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
