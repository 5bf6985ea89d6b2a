"""What the program itself says: strings of one language from its catalogue, dates and numbers by Babel.

The catalogue is `language/<code>/interface.toml`; a key that it lacks is an error, so that no string can be
left in another language. Which of the languages is used: `choose_interface`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from recoupe.language import available, load
from recoupe.model.dossier import Dossier
from recoupe.model.errors import OptionError
from recoupe.publish.moments import Moment, read_moment

FALLBACK = "en"


def choose_interface(dossier: Dossier, wanted: str | None) -> Interface:
    """The interface wanted, else the one in the dossier's options, else the language of the articles.

    Raises:
        OptionError: if `wanted` is a language that the package has no catalogue for.
    """
    asked = wanted or dossier.options.get("interface")
    if asked is not None and asked not in available():
        raise OptionError(
            f"There is no interface in {asked!r}. Interfaces at hand: {', '.join(available())}."
        )
    code = asked or dossier.language
    return interface(code if isinstance(code, str) and code in available() else FALLBACK)


@cache
def interface(code: str) -> Interface:
    """The interface in the language `code`, made once."""
    return Interface(code)


class Interface:
    """Strings, dates and numbers in one language.

    >>> say = interface("en")
    >>> say("section.facts"), say.count("articles", 2), say.when("1950-06/1953")
    ('What is established', '2 articles', 'June 1950 – 1953')
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(code)
        self._strings = load(code).table("interface")

    def __repr__(self) -> str:
        return f"<Interface {self.code}>"

    def __call__(self, key: str, /, **values: object) -> str:
        """The string with dotted `key`, its `{names}` filled with `values`.

        Raises:
            KeyError: if the catalogue has no such string.
        """
        text = self._find(key)
        if not isinstance(text, str):
            raise KeyError(key)
        return text.format_map(values) if values else text

    def has(self, key: str) -> bool:
        """Whether the catalogue has a string with dotted `key`."""
        try:
            return isinstance(self._find(key), str)
        except KeyError:
            return False

    def count(self, key: str, n: int, /, **values: object) -> str:
        """`n` things in words: the form of `count.<key>` that the language's plural rule asks for."""
        forms = self._find(f"count.{key}")
        form = forms.get(self.locale.plural_form(n), forms["other"])
        return str(form.format_map({"n": self.number(n), **values}))

    def listed(self, parts: Sequence[str]) -> str:
        """Several things as one enumeration by locale (*a, b et c*)."""
        return str(format_list(list(parts), locale=self.locale))

    def either(self, parts: Sequence[str]) -> str:
        """Several things of which one is meant, by locale (*a, b ou c*)."""
        return str(format_list(list(parts), style="or", locale=self.locale))

    def number(self, n: float) -> str:
        """A number by locale."""
        return str(format_decimal(n, locale=self.locale))

    def percent(self, share: float) -> str:
        """A share (0 to 1) as a whole percentage by locale."""
        return str(format_percent(round(share, 2), locale=self.locale))

    def language(self, code: str) -> str:
        """The name of the language `code` in this language; what stands for an unknown one if empty."""
        if not code:
            return self("unknown.language")
        try:
            return str(Locale.parse(code).get_language_name(self.code) or code)
        except (ValueError, UnknownLocaleError):
            return code

    def date(self, iso: str | None) -> str:
        """An ISO date or date-time written out; as it stands if it is not one."""
        moment = read_moment(iso) if iso else None
        return self._moment(moment) if moment else iso or self("unknown.date")

    def when(self, edtf: str | None) -> str:
        """An EDTF moment written out; as it stands if it cannot be read."""
        if not edtf:
            return self("unknown.date")
        ends = edtf.split("/")
        moments = [read_moment(end) for end in ends if end and end != ".."]
        if len(ends) > 2 or not moments or None in moments:  # noqa: PLR2004
            return edtf
        words = [self._moment(moment) for moment in moments if moment]
        if len(ends) == 1:
            return words[0]
        if len(words) == 1:
            return self("when.since" if ends[0] not in {"", ".."} else "when.until", moment=words[0])
        first, last = (moment for moment in moments if moment)
        if first.precision == last.precision == "day" and not first.approximate and not last.approximate:
            return self.days(first.start, last.start)
        return f"{words[0]} – {words[1]}"

    def days(self, first: datetime, last: datetime) -> str:
        """First and last day, what they share said once."""
        if first.date() == last.date():
            return str(format_date(first, "long", locale=self.locale))
        return str(format_interval(first.date(), last.date(), "yMMMMd", locale=self.locale))

    def tick(self, moment: datetime, skeleton: str) -> str:
        """A label on a time axis, such as `y`, `yMMM`, `MMMd` or `Hm`."""
        return str(format_skeleton(skeleton, moment, locale=self.locale))

    def _moment(self, moment: Moment) -> str:
        start = moment.start
        if moment.part:
            words = self(
                f"when.{moment.part}", day=format_date(start, "long", locale=self.locale), year=start.year
            )
        elif moment.precision == "decade":
            words = self("when.decade", year=start.year)
        elif moment.precision == "year":
            words = str(start.year)
        elif moment.precision == "month":
            words = format_skeleton("yMMMM", start, locale=self.locale)
        elif moment.precision == "day":
            words = format_date(start, "long", locale=self.locale)
        else:
            words = self(
                "when.time",
                day=format_date(start, "long", locale=self.locale),
                time=format_datetime(start, self("when.clock"), locale=self.locale),
            )
        return self("when.about", moment=words) if moment.approximate else str(words)

    def _find(self, key: str) -> Any:
        found: Any = self._strings
        for part in key.split("."):
            found = found[part]
        return found
