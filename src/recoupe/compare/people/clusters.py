"""Names of different articles that are one person, body or place.

Names meet in blocks (a word's sound, an acronym, a country's code), so that time is close to linear in the number
of different names; within a block two names are compared word by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import OSA

from recoupe.compare.people.mentions import ACRONYM, Local, stands_for
from recoupe.compare.unions import Unions
from recoupe.language import available, load
from recoupe.language.people.bodies import known_bodies
from recoupe.language.people.given import gender_of
from recoupe.language.people.spelling import abbreviates_body, initials_match, misspells, name_key, sounds
from recoupe.model.findings import NameType

_BLOCK = 60  # names of one block that each name is compared with, most mentioned first
_DOMINANT = 3  # times as many mentions make one of two namesakes the one a bare surname means
_LONG_ACRONYM = 4
_SOUND = 3  # letters that a key of sounds must have to tell two short words apart
_GENERATIONS = frozenset({"jr", "junior", "sr", "senior", "fils", "pere", "ii", "iii", "iv"})


@dataclass(slots=True)
class Cluster:
    """Entities of articles that are one, under the name that the story gives it."""

    kind: NameType
    name: str
    locals: list[Local] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Number of mentions in the story."""
        return sum(local.count for local in self.locals)


@dataclass(slots=True)
class _Node:
    """All local entities of one kind that share a key (spelling without accents, case and hyphens)."""

    kind: NameType
    words: tuple[str, ...]
    locals: list[Local] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(local.count for local in self.locals)

    @property
    def gender(self) -> str:
        told = Counter(local.gender for local in self.locals if local.gender)
        return told.most_common(1)[0][0] if len(told) == 1 else ""


def cluster(locals_: Iterable[Local], language: str) -> list[Cluster]:
    """Clusters of the story, most mentioned first, named in `language` where an article in it names them."""
    nodes = _nodes(list(locals_))
    groups = Unions[int]()  # nodes stand in order of mentions: the root is the most mentioned
    by_kind: dict[str, list[int]] = defaultdict(list)
    for n, node in enumerate(nodes):
        by_kind[node.kind].append(n)
    _join_persons(nodes, by_kind["person"], groups)
    _join_bodies(nodes, by_kind["organization"], groups)
    _join_places(nodes, by_kind["place"], groups)
    members: dict[int, list[_Node]] = defaultdict(list)
    for n, node in enumerate(nodes):
        members[groups.root(n)].append(node)
    found = [_cluster_of(group, language) for group in members.values()]
    return sorted(found, key=lambda c: (-c.count, c.name, c.kind))


def _nodes(locals_: list[Local]) -> list[_Node]:
    """Nodes by kind and key, most mentioned first; a key marked as body here and place there takes the commoner."""
    kinds: dict[str, Counter[NameType]] = defaultdict(Counter)
    for local in locals_:
        kinds[name_key(local.name)][local.kind] += local.count
    found: dict[tuple[str, str], _Node] = {}
    for local in locals_:
        key = name_key(local.name)
        kind = _kind(kinds[key], local.kind)
        node = found.setdefault((kind, key), _Node(kind, tuple(key.split())))
        node.locals.append(local)
    return sorted(found.values(), key=lambda node: (-node.count, node.words, node.kind))


def _kind(told: Counter[NameType], own: NameType) -> NameType:
    best = max(sorted(told), key=lambda k: told[k])
    if best == own or told[best] < _DOMINANT * told[own]:
        if {best, own} <= {"organization", "place"}:
            return best
        return own
    return best if own != "place" else own  # a square named after somebody stays a place


# --- persons


def _join_persons(nodes: Sequence[_Node], numbers: Sequence[int], groups: Unions[int]) -> None:
    blocks: dict[str, list[int]] = defaultdict(list)
    for n in numbers:
        words = nodes[n].words
        if len(words) < 2:  # noqa: PLR2004
            continue
        rivals: dict[int, None] = {}
        keys = dict.fromkeys(("join " + "".join(words), sounds(words[-1]), "first " + sounds(words[0])))
        for key in keys:
            rivals.update(dict.fromkeys(blocks[key][:_BLOCK]))
            blocks[key].append(n)
        same = [m for m in rivals if _same_person(nodes[n], nodes[m])]
        roots = list(dict.fromkeys(groups.root(m) for m in same))
        if len(roots) == 1 or (roots and len(nodes[n].words) > 2):  # noqa: PLR2004
            groups.join(n, roots[0])
    _join_surnames(nodes, numbers, groups)


def _same_person(a: _Node, b: _Node) -> bool:
    """Whether two full names are spellings of one: every word agrees, middle names may be left out."""
    if a.gender and b.gender and a.gender != b.gender:
        return False
    if "".join(a.words) == "".join(b.words):
        return True
    if (_GENERATIONS & set(a.words)) != (_GENERATIONS & set(b.words)):
        return False
    short, long = sorted((a.words, b.words), key=len)
    if len(short) == len(long):
        return all(same_word(x, y) for x, y in zip(short, long, strict=True)) and (
            sum(x != y and sounds(x) != sounds(y) for x, y in zip(short, long, strict=True)) <= 1
        )
    return len(short) == 2 and same_word(short[0], long[0]) and same_word(short[-1], long[-1])  # noqa: PLR2004


def same_word(a: str, b: str) -> bool:
    """Whether two words of names are one: equal, one transliterated otherwise, or one with a typing error.

    >>> same_word("iouri", "yuri"), same_word("vladirmir", "vladimir"), same_word("un", "il")
    (True, True, False)
    """
    if a == b:
        return True
    sound = sounds(a)
    if len(sound) >= _SOUND and sound == sounds(b):
        return not (gender_of(a) and gender_of(b) and gender_of(a) != gender_of(b))
    return misspells(a, b)


def _join_surnames(nodes: Sequence[_Node], numbers: Sequence[int], groups: Unions[int]) -> None:
    """A name of one word goes to the one full name that ends (or begins) with it, or to the dominant one."""
    by_last: dict[str, list[int]] = defaultdict(list)
    by_first: dict[str, list[int]] = defaultdict(list)
    weight: Counter[int] = Counter()
    for n in numbers:
        if len(nodes[n].words) > 1:
            by_last[sounds(nodes[n].words[-1])].append(n)
            by_first[sounds(nodes[n].words[0])].append(n)
            weight[groups.root(n)] += nodes[n].count
    for n in numbers:
        if len(nodes[n].words) != 1:
            continue
        word = nodes[n].words[0]
        for table, at in ((by_last, -1), (by_first, 0)):
            roots = Counter(
                {
                    groups.root(m): weight[groups.root(m)]
                    for m in table[sounds(word)][:_BLOCK]
                    if same_word(word, nodes[m].words[at])
                    and len({nodes[n].gender, nodes[m].gender} - {""}) < 2  # noqa: PLR2004
                }
            )
            ranked = roots.most_common(2)
            if ranked and (len(ranked) == 1 or ranked[0][1] >= _DOMINANT * ranked[1][1]):
                groups.join(n, ranked[0][0])
            if ranked:
                break


# --- bodies


def _join_bodies(nodes: Sequence[_Node], numbers: Sequence[int], groups: Unions[int]) -> None:
    by_key: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    by_initial: dict[str, list[int]] = defaultdict(list)
    for n in numbers:
        words = nodes[n].words
        for key in _body_keys(nodes[n]):
            by_key[key].append(n)
        for word in dict.fromkeys(words):
            by_word[word].append(n)
        if len(words) > 1:
            by_initial[words[0][0]].append(n)
    for same in by_key.values():
        for n in same[1:]:
            groups.join(same[0], n)
    for n in numbers:
        words = nodes[n].words
        if len(words) == 1:
            _join_acronym(n, nodes, by_initial.get(words[0][0], [])[:_BLOCK], groups)
            continue
        rivals = min((by_word[w] for w in words), key=len, default=[])[:_BLOCK]
        fuller = list(
            dict.fromkeys(groups.root(m) for m in rivals if abbreviates_body(words, nodes[m].words))
        )
        if len(fuller) == 1:
            groups.join(n, fuller[0])
    _join_misspelt_acronyms(nodes, numbers, groups)


def _body_keys(node: _Node) -> list[str]:
    """Keys that only names of one body share: spelling, table, sound, the acronym that the article gives it."""
    words, agencies = node.words, known_bodies()
    key = " ".join(words)
    keys = ["canon " + agencies[key] if key in agencies else "join " + key.replace(" ", "")]
    if len(words) == 1:
        form = node.locals[0].name
        return [*keys, "acronym " + form] if form.isupper() and len(form) in ACRONYM else keys
    # a name that was cut is only that of the acronym if every article that cuts it tells so
    keys += [
        "acronym " + acronym
        for acronym in sorted({a for local in node.locals for a in local.acronyms})
        if stands_for(acronym, words) or all(acronym in local.acronyms for local in node.locals)
    ]
    keys.append("sound " + " ".join(map(sounds, words)))
    forms = dict.fromkeys(form for local in node.locals for form in local.forms)
    return keys + [
        "acronym " + form
        for form in forms
        if form.isupper() and len(form) in ACRONYM and initials_match(form, words)
    ]


def _join_acronym(n: int, nodes: Sequence[_Node], full: Sequence[int], groups: Unions[int]) -> None:
    form = nodes[n].locals[0].name
    if len(form) not in ACRONYM or not form.isupper():
        return
    fitting = list(dict.fromkeys(groups.root(m) for m in full if initials_match(form, nodes[m].words)))
    if len(fitting) == 1:
        groups.join(n, fitting[0])


def _join_misspelt_acronyms(nodes: Sequence[_Node], numbers: Sequence[int], groups: Unions[int]) -> None:
    """KNCA is the KCNA that every reader knows: an unknown acronym one slip away from a known agency of the story."""
    agencies = known_bodies()
    acronyms = [
        n
        for n in numbers
        if len(nodes[n].words) == 1
        and len(nodes[n].words[0]) >= _LONG_ACRONYM
        and nodes[n].locals[0].name.isupper()
    ]
    known = [n for n in acronyms if nodes[n].words[0] in agencies]
    for n in acronyms:
        word = nodes[n].words[0]
        if word in agencies:
            continue
        near = [m for m in known[:_BLOCK] if OSA.distance(word, nodes[m].words[0], score_cutoff=1) == 1]
        slips = [
            m
            for m in near
            if sorted(word) == sorted(nodes[m].words[0]) or len(word) != len(nodes[m].words[0])
        ]
        if len(slips) == 1:
            groups.join(n, slips[0])


# --- places


@cache
def _place_keys() -> dict[str, str]:
    """Keys of countries and capitals by every name of them in every language at hand."""
    found: dict[str, str] = {}
    for language in available():
        for row in load(language).rows("countries"):
            for name in row[1].split("|"):
                found.setdefault(name_key(name), row[0])
            for n, capital in enumerate(row[2].split("|")):
                for spelling in capital.split("="):
                    found.setdefault(name_key(spelling), f"{row[0]} capital {n}")
    return found


def _join_places(nodes: Sequence[_Node], numbers: Sequence[int], groups: Unions[int]) -> None:
    keys = _place_keys()
    first: dict[str, int] = {}
    for n in numbers:
        name = " ".join(nodes[n].words)
        key = keys.get(name) or "place " + name.replace(" ", "")
        groups.join(first.setdefault(key, n), n)


# --- names of clusters


def _cluster_of(group: Sequence[_Node], language: str) -> Cluster:
    locals_ = [local for node in group for local in node.locals]
    kind = group[0].kind
    return Cluster(kind, _name_of(kind, locals_, language), locals_)


def _name_of(kind: NameType, everywhere: Sequence[Local], language: str) -> str:
    """The name that the story shows: in its language, a full one, the most used, the longest."""
    locals_ = [local for local in everywhere if local.language == language] or everywhere
    agencies = known_bodies()
    weight: Counter[str] = Counter()
    first: dict[str, int] = {}
    for n, local in enumerate(locals_):
        weight[local.name] += local.count
        first.setdefault(local.name, n)
    if kind == "organization":
        for name in weight:
            if name_key(name) in agencies and agencies[name_key(name)] in weight:
                return agencies[name_key(name)]

    def rank(name: str) -> tuple[bool, bool, int, int, int]:
        return (
            kind != "person" or " " in name,
            not name.isupper() or kind != "person",
            weight[name],
            len(name),
            -first[name],
        )

    return max(weight, key=rank)
