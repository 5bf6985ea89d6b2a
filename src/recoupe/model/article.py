"""One text by one outlet, with what annotation found in it."""

from __future__ import annotations

import msgspec

from recoupe.model.findings import Credit, Furniture, Name, Quantity, Quotation, Time
from recoupe.model.problem import Problem
from recoupe.model.span import Span


class Article(msgspec.Struct, frozen=True, kw_only=True):
    r"""An article as read, and its findings once annotated.

    Attributes:
        id: stable for the same input; unique among the articles read together.
        outlet: who published it; None if not known.
        title: stands outside `text` for JSON lines, inside it for plain text; None if there is none.
        published: ISO date (`2024-06-19`) or date-time; None if not known.
        published_inferred: whether `published` was concluded from the words, not given.
        language: ISO 639-1 code.
        text: the text as read, newlines made `\n`, never changed after.
        sha256: of `text` in UTF-8, in hexadecimal.
        source: where it was read from, as the user named it.
        extra: fields of the input that the program does not know, kept aside.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    published_inferred: bool = False
    language: str = ""
    sha256: str = ""
    source: str = ""
    author: str | None = None
    extra: dict[str, object] = {}  # msgspec copies an empty default
    furniture: tuple[Furniture, ...] = ()
    credits: tuple[Credit, ...] = ()
    sentences: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether there is a text to work on: an input that could not be read carries its error instead."""
        return bool(self.text) and not any(p.severity == "error" for p in self.problems)

    def __repr__(self) -> str:
        """Short: id, outlet, date and length."""
        return (
            f"<Article {self.id!r} {self.outlet or '?'} {self.published or '?'} {len(self.text)} characters>"
        )
