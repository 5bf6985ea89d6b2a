"""Writing one JSON object a line, to a file or to standard output, as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from recoupe.model.errors import OptionError, OutputError

__all__ = ["write_lines"]


def write_lines(objects: Iterable[msgspec.Struct], output: str, sources: Iterable[str]) -> None:
    """Write each object as a line of JSON in UTF-8.

    Args:
        objects: what to write, in order; taken one by one.
        output: a file (its folder is made if it is missing), or `-`.
        sources: the inputs; none of them may be the file.

    Raises:
        OptionError: if the output is one of the inputs.
        OutputError: if it cannot be written to.
    """
    encoder = msgspec.json.Encoder()
    with _open(output, sources) as stream:
        for item in objects:
            stream.write(encoder.encode(item))
            stream.write(b"\n")


@contextmanager
def _open(output: str, sources: Iterable[str]) -> Iterator[BinaryIO]:
    if output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if any(path.exists() and Path(s).exists() and path.samefile(s) for s in sources if s != "-"):
        raise OptionError(f"{output} is both input and output: give another name after -o.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("wb")
    except OSError as reason:
        raise OutputError(
            f"{output} cannot be written ({reason.strerror}): choose another place."
        ) from reason
    with stream:
        yield stream
