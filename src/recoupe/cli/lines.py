"""Writing one JSON object a line, to a file or to standard output, as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from recoupe.cli.places import refuse_inputs, standard_output
from recoupe.publish.files import drafting

__all__ = ["write_lines"]


def write_lines(
    objects: Iterable[msgspec.Struct], output: str, sources: Iterable[str], *, worth: Callable[[], bool]
) -> bool:
    """Write each object as a line of JSON in UTF-8.

    Args:
        objects: what to write, in order; taken one by one.
        output: a file (its folder is made if it is missing), or `-`. It is replaced when all is written.
        sources: the inputs; none of their files may be the output.
        worth: asked at the end: whether there was anything to read, so that the lines may replace what stands there.

    Returns:
        Whether the lines were written; False if what stood there was kept.

    Raises:
        OptionError: if the output is one of the inputs.
        OutputError: if it cannot be written to.
    """
    refuse_inputs([output], sources)
    encoder = msgspec.json.Encoder()
    if output == "-":
        with standard_output() as stream:
            for item in objects:
                stream.write(encoder.encode(item) + b"\n")
        return True
    path = Path(output)
    with drafting(path) as draft:
        for item in objects:
            draft.write(encoder.encode(item) + b"\n")
        if path.is_file() and not worth():
            return False
        draft.finish()
        draft.put()
    return True
