"""Articles that tell one event."""

from __future__ import annotations

import msgspec


class Story(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A group of articles about one event; `from_` and `to` are the first and last publication dates."""

    id: str
    title: str
    articles: tuple[str, ...]
    from_: str | None = None
    to: str | None = None
