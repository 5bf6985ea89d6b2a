"""Writing SVG: elements with escaped attributes and text. No `style` attribute: the page's policy forbids it."""

from __future__ import annotations

import textwrap

from markupsafe import Markup, escape


def element(name: str, *children: str | Markup, **attributes: object) -> Markup:
    """An element; `None` attributes are left out, `class_` is `class`, other underscores become hyphens.

    >>> element("a", "x < y", href="#f1", class_="ev")
    Markup('<a href="#f1" class="ev">x &lt; y</a>')
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(escape(child) for child in children)
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")  # noqa: S704 - escaped above


def picture(
    name: str, title: str, width: float, height: float, *children: Markup, class_: str = ""
) -> Markup:
    """A whole picture with its title, named for screen readers; `name` makes its ids unique on the page."""
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        *children,
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        role="group",
        aria_labelledby=f"{name}-title",
        class_=f"chart {class_}".strip(),
    )


def fit(text: str, characters: int, lines: int = 1) -> list[str]:
    """`text` on at most `lines` lines of `characters` each; what does not fit ends in an ellipsis.

    The whole text must stand elsewhere (the mark's name, the table twin).
    """
    found = textwrap.wrap(text, characters, max_lines=lines, placeholder=" …") if text.strip() else [""]
    return [line if len(line) <= characters else line[: characters - 1] + "…" for line in found]


def _short(value: object) -> object:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
