"""The published JSON Schemas of the contract: article, story, dossier (JSON Schema 2020-12).

They are made from the model, so that they cannot drift from it, and lie beside this file for whoever reads the
files without Python. After a change of the model: `python -m recoupe.publish.schema` writes them again.
"""

from __future__ import annotations

from importlib import resources
from typing import Any, Literal

import msgspec

from recoupe.model.article import Article
from recoupe.model.dossier import SCHEMA, Dossier
from recoupe.model.story import Story

Kind = Literal["article", "story", "dossier"]

_TYPES: dict[Kind, type[msgspec.Struct]] = {"article": Article, "story": Story, "dossier": Dossier}
KINDS: tuple[Kind, ...] = tuple(_TYPES)


def make_schema(kind: Kind) -> dict[str, Any]:
    """The schema of `kind`, made from the model.

    >>> make_schema("story")["title"]
    'Story'
    """
    (reference,), components = msgspec.json.schema_components(
        (_TYPES[kind],), schema_hook=_anything, ref_template="#/$defs/{name}"
    )
    for component in components.values():
        if "properties" in component:
            component["required"] = list(component["properties"])  # every field is written, defaults too
    definitions = {name: components[name] for name in sorted(components)}
    own = definitions.pop(reference["$ref"].rsplit("/", 1)[1])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}:{kind}",
        **own,
        "$defs": definitions,
    }


def _anything(python_type: type) -> dict[str, Any]:
    """The schema of a value that the contract leaves open (`extra`, `options`)."""
    if python_type is object:
        return {"description": "any JSON value"}
    raise NotImplementedError(python_type)


def encode_schema(kind: Kind) -> bytes:
    """The schema of `kind` as it is published."""
    return msgspec.json.format(msgspec.json.encode(make_schema(kind)), indent=1) + b"\n"


def published_schema(kind: Kind) -> dict[str, Any]:
    """The schema of `kind` as the package holds it."""
    found: dict[str, Any] = msgspec.json.decode(
        resources.files("recoupe.publish.schema").joinpath(f"{kind}.schema.json").read_bytes()
    )
    return found
