"""Where results go: nothing is written over an input, standard output fails in one sentence, a closed pipe in none."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from recoupe.model.errors import OptionError, OutputError
from recoupe.read.inputs import input_files
from recoupe.read.place import STDIN

__all__ = ["refuse_inputs", "standard_output"]


def refuse_inputs(outputs: Iterable[str | Path], sources: Iterable[str]) -> None:
    """Check that no output would replace a file that is to be read, in whatever folder and under whatever name.

    Args:
        outputs: the files to be written, or `-`, which may be a file too (`> week.jsonl`).
        sources: the inputs as the user named them; `-` may be a file as well (`< week.jsonl`).

    Raises:
        OptionError: if one of the outputs is one of the inputs.
    """
    standing = {key: output for output in outputs if (key := _file_of(output, sys.stdout))}
    if not standing:
        return
    for source in sources:
        files: Iterable[str | Path] = (STDIN,) if source == STDIN else input_files(source)
        for file in files:
            output = standing.get(_file_of(file, sys.stdin) or (0, 0))
            if output is not None:
                name = "Standard output" if output == STDIN else output
                within = "" if str(file) == source else f" (it belongs to {source})"
                raise OptionError(
                    f"{name} is both input and output{within}: nothing was written. Give another place after -o."
                )


def _file_of(place: str | Path, stream: TextIO) -> tuple[int, int] | None:
    """What tells one regular file from all others; None for a place that is none, or is not there.

    Args:
        place: a path, or `-`.
        stream: what `-` stands for.
    """
    try:
        found = os.fstat(stream.fileno()) if str(place) == STDIN else Path(place).stat()
    except (OSError, ValueError, AttributeError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


@contextlib.contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output, as bytes, flushed on leaving.

    Raises:
        OutputError: if it cannot be written to.
        BrokenPipeError: if nobody reads it any more, which is no error to tell.
    """
    stream = sys.stdout.buffer
    try:
        yield stream
        sys.stdout.flush()
        stream.flush()
    except OSError as reason:
        _silence(stream)
        if isinstance(reason, BrokenPipeError):
            raise
        raise OutputError(
            f"Standard output could not be written to ({reason.strerror}). Choose a place that has room, with -o."
        ) from reason


def _silence(stream: BinaryIO) -> None:
    """Send what is still in the buffers nowhere, so that the end of the program does not fail once more."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
