"""Compiled templates, kept beside them as Python keeps its own compiled modules.

Compiling the page's templates takes longer than filling them for a small dossier. What Python does for a module is
done for a template: the bytecode lies in `__pycache__` (or where `PYTHONPYCACHEPREFIX` says), is made anew when the
template, Python or Jinja changes, and is not written where Python is told to write none or may not write.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from importlib import metadata
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

SUFFIX = ".template"


class CompiledTemplates(BytecodeCache):
    """The cache of an environment whose templates are files."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Where the bytecode of a template lies; empty for one that is no file."""
        del name
        return str(Path(cache_from_source(filename)).with_suffix(SUFFIX)) if filename else ""

    def get_source_checksum(self, source: str) -> str:
        """What bytecode is made from: the template, the versions of this package and of Jinja."""
        made_by = f"{metadata.version('recoupe')} {metadata.version('jinja2')}"
        return hashlib.sha256(f"{made_by}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket from its file, if there is one that still holds."""
        with contextlib.suppress(OSError), Path(bucket.key).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the bucket's file, whole or not at all."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        path = Path(bucket.key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
            try:
                with os.fdopen(handle, "wb") as file:
                    bucket.write_bytecode(file)
                Path(draft).replace(path)
            except OSError:
                Path(draft).unlink(missing_ok=True)
