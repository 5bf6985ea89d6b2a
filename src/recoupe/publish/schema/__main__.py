"""Writes the schemas beside this file again, from the model."""

from __future__ import annotations

from pathlib import Path

from recoupe.publish.schema import KINDS, encode_schema

for kind in KINDS:
    Path(__file__).with_name(f"{kind}.schema.json").write_bytes(encode_schema(kind))
