"""The grammar of times of a language, compiled from its `times.toml`.

The words of the language that can stand in a time are put into classes (`weekday`, `month`, `unit` ...), and a rule
is a sequence of classes and words. Each distinct set of classes gets one letter, so that a text becomes a string of
one letter a token, most of them the letter of "no class", and a rule becomes a regular expression over letters.
A rule is tried only where a token's letter can begin it: most tokens cost one look-up in a dict.

How a pattern is written (items stand apart by spaces):

    word            that word                       word|word       one of these words
    {month}         a word of the class, captured   {month|season}  of one of these classes, not captured
    {end:day}       captured under another name     ( a | b )       one of these sequences
    item?  ( a )?   may be absent                   < a >           only this is the time, the rest is context
    CAPITALS        a pattern of `[macros]`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from recoupe.annotate.times.numbers import number_classes
from recoupe.language import Language

Value = int | str
_FIRST_LETTER = 0x4E00  # a block of the plane with thousands of letters that `re` treats alike
# one number of each set of classes, so that each set has its letter before the rules are compiled
_WRITTEN = ("0 00 1 05 12 24 25 31 40 60 99 007 365 800 1990 3000 " + "1" * 20).split()
_TOLD = (1, 24, 25, 31, 40, 60, 100, 1990)
_SPOKEN_YEAR = frozenset({"number", "year", "spoken"})
_MEMBERS = re.compile(r"[^{}|]+|\{[^}]+\}")


@dataclass(frozen=True, eq=False)
class Rule:
    """One pattern of a grammar.

    Attributes:
        means: name of the function that gives the value.
        expression: regular expression over letters; its groups are the captures, `span` the time within.
        classes: for each group, the class whose value the captured token has.
        constants: what the rule itself says (`sign = -1`).
        order: place in the file; of two equally long readings the earlier rule wins.
    """

    means: str
    expression: str
    classes: Mapping[str, str]
    constants: Mapping[str, Any]
    order: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a text has the first letter of one: few texts have those of all."""
        return re.compile(self.expression)


class Grammar:
    """Words, letters and rules of one language. Get it with `grammar_of`.

    Attributes:
        letters: letter of a normalised word; words that are not in it are `NOTHING`.
        values: class → word → value.
        rules: letter → the rules that it can begin.
        capital: words that are of a class only when written with a capital (`May`).
        respelled: forms that stand for another word (`A` for *à* with its accent lost).
    """

    def __init__(self, language: Language) -> None:
        data = language.table("times")
        self.data = data
        self.values: dict[str, dict[str, Value]] = {
            name: dict(members) if isinstance(members, dict) else dict.fromkeys(members, 1)
            for name, members in data["classes"].items()
        }
        self.values["number"] = dict(data["numbers"])
        for word, number in data["numbers"].items():
            for name in number_classes(str(number), digits=False):
                self.values.setdefault(name, {}).setdefault(word, number)
        self.capital = frozenset(data.get("capital", ()))
        self.respelled: dict[str, str] = data.get("respelled", {})
        self.links = frozenset(data["number_links"])
        self.magnitudes: dict[str, int] = dict(data["magnitudes"])
        self._macros: dict[str, str] = data.get("macros", {})
        sources = [*_fixed_rules(language), *data["rules"]]
        parsed = [(_parse(self._expand(source["pattern"])), source) for source in sources]
        self._classes_of: dict[str, set[str]] = {}
        for name, members in self.values.items():
            for word in members:
                self._classes_of.setdefault(word, set()).add(name)
        for tree, source in parsed:
            for word in (*_words(tree), *_context_words(source)):
                self._classes_of.setdefault(word, set()).add("=" + word)
        for word in self.magnitudes:
            self._classes_of.setdefault(word, set()).add("number")
        self._letters: dict[frozenset[str], str] = {}
        self._letters_of: dict[str, set[str]] = {}
        self.letters = {
            word: self._letter(frozenset(classes)) for word, classes in sorted(self._classes_of.items())
        }
        self.line = self._letter(frozenset({"line"}))
        self._digit_letters: dict[tuple[str, ...], str] = {}
        for text in _WRITTEN:
            self.number_letter(text)
        for number in _TOLD:
            self.number_letter(str(number), digits=False)
        self._letter(_SPOKEN_YEAR)
        self.rules = self._compile(parsed)

    def number_letter(self, text: str, *, digits: bool = True) -> str:
        """Letter of a number, from how it is written."""
        classes = number_classes(text, digits=digits)
        letter = self._digit_letters.get(classes)
        if letter is None:
            letter = self._digit_letters[classes] = self._letter(frozenset(classes))
        return letter

    @property
    def spoken_year(self) -> str:
        """Letter of a year told in words (*nineteen ninety-six*)."""
        return self._letters[_SPOKEN_YEAR]

    def _letter(self, classes: frozenset[str]) -> str:
        letter = self._letters.get(classes)
        if letter is None:
            letter = self._letters[classes] = chr(_FIRST_LETTER + len(self._letters))
            for name in classes:
                self._letters_of.setdefault(name, set()).add(letter)
        return letter

    def _expand(self, pattern: str) -> str:
        pieces = []
        for piece in pattern.split():
            name = piece.rstrip("?")
            if name in self._macros:
                pieces.append(
                    f"( {self._expand(self._macros[name])} )" + ("?" if piece.endswith("?") else "")
                )
            else:
                pieces.append(piece)
        return " ".join(pieces)

    def _set_of(self, members: Iterable[str]) -> str:
        return "".join(sorted(set().union(*(self._letters_of.get(m, ()) for m in members))))

    def _compile(self, parsed: list[tuple[list[Any], dict[str, Any]]]) -> dict[str, tuple[Rule, ...]]:
        rules: dict[str, list[Rule]] = {}
        for order, (tree, source) in enumerate(parsed):
            body, first, _ = self._emit(tree)
            text = self._context(source, "after", "(?<={})") + self._context(source, "not_after", "(?<!{})")
            text += (
                body
                + self._context(source, "before", "(?={})")
                + self._context(source, "not_before", "(?!{})")
            )
            constants = {k: v for k, v in source.items() if k not in _RULE_KEYS}
            rule = Rule(source["means"], text, _captures(tree), constants, order)
            for letter in first:
                rules.setdefault(letter, []).append(rule)
        return {letter: tuple(found) for letter, found in rules.items()}

    def _context(self, source: Mapping[str, Any], key: str, shape: str) -> str:
        members = source.get(key)
        if not members:
            return ""
        letters = self._set_of(_member_names(members.split()))
        return shape.format(f"[{letters}]") if letters else shape.format("(?!)")

    def _emit(self, tree: list[Any]) -> tuple[str, set[str], bool]:
        """Regular expression of a sequence, the letters that can begin it, and whether it can be empty."""
        text, first, empty = "", set[str](), True
        for kind, content, optional in tree:
            if kind in "<>":
                text += "(?P<span>" if kind == "<" else ")"
                continue
            if kind == "group":
                parts = [self._emit(option) for option in content]
                piece = "(?:" + "|".join(p[0] for p in parts) + ")"
                begins, void = set().union(*(p[1] for p in parts)), any(p[2] for p in parts)
            else:
                name, members = content
                letters = self._set_of(members)
                piece = f"[{letters}]" if letters else "(?!)"
                piece = f"(?P<{name}>{piece})" if name else piece
                begins, void = set(letters), False
            text += piece + ("?" if optional else "")
            if empty:
                first |= begins
            empty = empty and (optional or void)
        return text, first, empty


_RULE_KEYS = frozenset({"means", "pattern", "after", "not_after", "before", "not_before"})


@cache
def grammar_of(language: Language) -> Grammar:
    """The grammar of times of a language, compiled once."""
    return Grammar(language)


def _fixed_rules(language: Language) -> list[dict[str, Any]]:
    """Rules of the phrases that always mean the same: `times_fixed.tsv` (phrase, type, value)."""
    rules = []
    for phrase, kind, value in language.rows("times_fixed"):
        words = (match.lower() for match in language.tokens.findall(phrase))
        rules.append({"means": "fixed", "pattern": " ".join(words), "type": kind, "value": value})
    return rules


def _parse(pattern: str) -> list[Any]:
    """Tree of a pattern: a list of (kind, content, optional)."""
    stack: list[list[list[Any]]] = [[[]]]
    for piece in pattern.split():
        if piece == "(":
            stack.append([[]])
        elif piece == "|":
            stack[-1].append([])
        elif piece in {")", ")?"}:
            options = stack.pop()
            stack[-1][-1].append(("group", options, piece == ")?"))
        elif piece in {"<", ">"}:
            stack[-1][-1].append((piece, None, False))
        else:
            optional = len(piece) > 1 and piece.endswith("?")
            stack[-1][-1].append(("item", _item(piece[:-1] if optional else piece), optional))
    if len(stack) != 1:
        raise ValueError(f"Unbalanced parentheses in the pattern {pattern!r}.")
    return stack[0][0] if len(stack[0]) == 1 else [("group", stack[0], False)]


def _item(piece: str) -> tuple[str | None, tuple[str, ...]]:
    """Capture name (or None) and the classes of one item."""
    if piece.startswith("{") and piece.endswith("}") and "}" not in piece[:-1]:
        name, _, member = piece[1:-1].rpartition(":")
        classes = tuple(member.split("|"))
        return (name or classes[0] if len(classes) == 1 else name or None), classes
    return None, tuple(_member_names([piece]))


def _member_names(pieces: Iterable[str]) -> list[str]:
    """Class names of words and `{classes}`; words become the class of themselves."""
    names: list[str] = []
    for piece in pieces:
        for member in _MEMBERS.findall(piece):
            names += member[1:-1].split("|") if member.startswith("{") else ["=" + member.replace("\\", "")]
    return names


def _walk(tree: list[Any]) -> Iterable[tuple[str | None, tuple[str, ...]]]:
    for kind, content, _ in tree:
        if kind == "item":
            yield content
        elif kind == "group":
            for option in content:
                yield from _walk(option)


def _words(tree: list[Any]) -> list[str]:
    return [m[1:] for _, members in _walk(tree) for m in members if m.startswith("=")]


def _context_words(source: Mapping[str, Any]) -> list[str]:
    keys = ("after", "not_after", "before", "not_before")
    return [m[1:] for k in keys for m in _member_names(source.get(k, "").split()) if m.startswith("=")]


def _captures(tree: list[Any]) -> dict[str, str]:
    return {name: members[0] for name, members in _walk(tree) if name}
