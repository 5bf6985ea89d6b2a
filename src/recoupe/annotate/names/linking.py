"""Which mentions in one article mean the same: *Abo* is *Vera Abo*, *USM* the body whose name it abbreviates.

A shorter form goes to a fuller one that contains its words; where two fuller forms compete, to the one mentioned far
more often, else the one mentioned last before it. Spelling variants of one name (accents, case, hyphens, one wrong
letter) are one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from recoupe.language.people.bodies import known_bodies
from recoupe.language.people.given import gender_of
from recoupe.language.people.spelling import abbreviates_body, misspells, name_key

_CUT = 3  # letters that a cut word keeps at least
_MANY = 200  # namesakes looked at, so that time stays linear
_PROMINENT = 2  # times as many full mentions make one of two namesakes the one who is meant


def link_names(
    mentions: Sequence[tuple[int, str, str]], acronyms: dict[str, str], genders: dict[int, str]
) -> list[str]:
    """The fullest form of each mention.

    Args:
        mentions: (offset, type, text), in the order of the text.
        acronyms: for acronyms that the text explains, the full form.
        genders: for mentions after a title that tells it (*Mme*), m or f, by number of the mention.

    Returns:
        One name for each mention.
    """
    forms: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, (_, kind, text) in enumerate(mentions):
        forms[kind][acronyms.get(text, text)].append(n)
    names = [acronyms.get(text, text) for _, _, text in mentions]
    for kind, found in forms.items():
        if kind == "place":
            _link_spellings(found, names)
        else:
            if kind == "organization":
                _link_known(found, names)
            _link_forms(found, names, genders, person=kind == "person")
    return names


def _link_known(found: dict[str, list[int]], names: list[str]) -> None:
    """Names that the tables know for one body take the longest of them that the article has."""
    known = known_bodies()
    same: dict[str, list[str]] = defaultdict(list)
    for form in found:
        if name_key(form) in known:
            same[known[name_key(form)]].append(form)
    for forms in same.values():
        longest = max(forms, key=lambda form: (len(form), -found[form][0]))
        for form in forms:
            if form != longest:
                found[longest] = sorted(found[longest] + found.pop(form))
        for n in found[longest]:
            names[n] = longest


def _link_spellings(found: dict[str, list[int]], names: list[str]) -> None:
    """Forms that differ in accents, case or hyphens only take the most frequent one."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for form in found:
        by_key[name_key(form)].append(form)
    for forms in by_key.values():
        best = max(forms, key=lambda f: (not f.isupper(), len(found[f]), -found[f][0]))
        for form in forms:
            for n in found[form]:
                names[n] = best


def _link_forms(
    found: dict[str, list[int]], names: list[str], genders: dict[int, str], *, person: bool
) -> None:
    """Short forms take the fuller form that holds their words, misspelt ones the right spelling."""
    _link_spellings(found, names)
    if person:
        _move(names, _misspelt(_Forms(found, names)))
    forms = _Forms(found, names)
    for form, words in forms.full.items():
        if not words:
            continue
        rivals = min((forms.by_word[w] for w in words), key=len)[:_MANY]
        fuller = [r for r in rivals if r != form and _abbreviates(words, forms.full[r], person=person)]
        if person and len(words) == 1:  # Ber is not Abo-Ber
            fuller = [r for r in fuller if "-" not in r.split()[-1] or words[0] != forms.full[r][-1]]
        fullest = [
            r
            for r in fuller
            if not any(_abbreviates(forms.full[r], forms.full[o], person=person) for o in fuller)
        ]
        for n in forms.places[form] if fullest else ():
            meant = [r for r in fullest if not _clash(genders.get(n, ""), gender_of(r.split()[0]))]
            if meant:
                names[n] = _likeliest(n, meant, forms.places)


def _clash(title: str, given: str) -> bool:
    """Whether a title and a given name tell two genders: Mme Abo is not Paul Abo."""
    return bool(title) and given in ("m", "f") and title != given


class _Forms:
    """The forms in use: their words, where they stand, and which forms hold a word."""

    def __init__(self, found: dict[str, list[int]], names: list[str]) -> None:
        self.full: dict[str, tuple[str, ...]] = {}
        self.places: dict[str, list[int]] = defaultdict(list)
        self.by_word: dict[str, list[str]] = defaultdict(list)
        for n in sorted(n for numbers in found.values() for n in numbers):
            self.full.setdefault(names[n], tuple(name_key(names[n]).split()))
            self.places[names[n]].append(n)
        for form, words in self.full.items():
            for word in dict.fromkeys(words):
                self.by_word[word].append(form)


def _move(names: list[str], target: dict[str, str]) -> None:
    for n, name in enumerate(names):
        names[n] = target.get(name, name)


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...], *, person: bool) -> bool:
    """Whether `short` is a way to say `long`: its last words, or for a person also the first (family name first)."""
    if not person and len(short) == len(long) > 1 and short != long:
        return all(b.startswith(a) and len(a) >= min(_CUT, len(b)) for a, b in zip(short, long, strict=True))
    if len(short) >= len(long):
        return False
    if not person:
        return abbreviates_body(short, long)
    if long[-len(short) :] == short:
        return True
    if long[: len(short)] == short:
        # a given name alone says who is meant in a report as well: Vera, Kim
        return True
    # initials and middle names left out: Jean Abo for Jean K. Abo
    return (
        len(short) > 1
        and short[-1] == long[-1]
        and short[0][0] == long[0][0]
        and (short[0] == long[0] or len(short[0]) == 1)
    )


def _likeliest(n: int, fuller: list[str], places: dict[str, list[int]]) -> str:
    """Whom mention `n` means: the full form mentioned far more often than others, else the last one before it."""
    if len(fuller) == 1:
        return fuller[0]
    by_count = sorted(fuller, key=lambda form: (-len(places[form]), places[form][0]))
    if len(places[by_count[0]]) >= _PROMINENT * len(places[by_count[1]]):
        return by_count[0]

    def distance(form: str) -> tuple[bool, int]:
        before = bisect_left(places[form], n)
        return (False, n - places[form][before - 1]) if before else (True, places[form][0] - n)

    return min(fuller, key=distance)


def _misspelt(forms: _Forms) -> dict[str, str]:
    """For full names with one typing error the right spelling: the more frequent, else the earlier one."""
    found: dict[str, str] = {}
    for form, words in forms.full.items():
        if len(words) <= 1:
            continue
        rivals = {r for w in (words[0], words[-1]) for r in forms.by_word[w][:_MANY] if r != form}
        weight = (len(forms.places[form]), -forms.places[form][0])
        for rival in sorted(rivals, key=lambda r: (-len(forms.places[r]), forms.places[r][0])):
            other = forms.full[rival]
            if len(other) != len(words) or (len(forms.places[rival]), -forms.places[rival][0]) <= weight:
                continue
            differing = [(a, b) for a, b in zip(words, other, strict=True) if a != b]
            if len(differing) == 1 and misspells(*differing[0]):
                found[form] = rival
                break
    return found
