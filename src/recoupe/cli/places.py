"""Where results go: nothing is written over an input, standard output fails in one sentence, a closed pipe in none."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from recoupe.model.errors import OptionError, OutputError
from recoupe.read.inputs import input_files

__all__ = ["refuse_inputs", "standard_output"]


def refuse_inputs(outputs: Iterable[Path], sources: Iterable[str]) -> None:
    """Check that no output would replace a file that is to be read, in whatever folder and under whatever name.

    Args:
        outputs: the files to be written.
        sources: the inputs as the user named them.

    Raises:
        OptionError: if one of the outputs is one of the inputs.
    """
    standing = {(found.st_dev, found.st_ino): path for path in outputs if (found := _status(path))}
    if not standing:
        return
    for source in sources:
        for file in input_files(source):
            found = _status(file)
            if found and (output := standing.get((found.st_dev, found.st_ino))):
                within = "" if file == Path(source) else f" (it belongs to {source})"
                raise OptionError(
                    f"{output} is both input and output{within}: nothing was written. Give another place after -o."
                )


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


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
