"""Noun phrases behind a word: the inverted subject of an incise, the source after *selon*.

Decides: the atoms of a noun phrase, with title, name and apposition, and without the clause that follows it; whether
a form is used as a verb. Leaves to others: who is meant (`annotate.speakers`).

Ranges are pairs of atom indexes, end exclusive. Every walk is bounded by the frame or by a constant.
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    CLOSE,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DET,
    FINITE,
    GUESSED,
    INFINITIVE,
    INVERTED,
    MARKED,
    NAME,
    NEGATION,
    NEGATOR,
    NUMBER,
    OF,
    OPEN,
    PAST,
    PREP,
    PRESENT,
    QUANTIFIER,
    REFLEXIVE,
    RELATIVE,
    STOP,
    STRONG,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    WHETHER,
    WHO,
    Lexicon,
)

Range = tuple[int, int]
_REACH = 40  # atoms in the longest noun phrase
_PAREN = 12  # atoms in the longest parenthesis that a noun phrase keeps
_RANK = 4  # atoms of a rank before its preposition
_PLURAL = "p"
_THIRD = 3  # the person in which a report speaks
_VERBAL = FINITE | INFINITIVE | PRESENT
_PLAIN_STOP = COMMA | STOP | COLON | MARKED | DASH
_CLAUSAL = WHO | RELATIVE | THAT | SUBORDINATOR | INVERTED | WHETHER
_NO_APPOSITION = (
    PREP
    | OF
    | SUBJECT
    | WHO
    | RELATIVE
    | THAT
    | COORDINATOR
    | MARKED
    | TIME
    | ADVERB
    | NEGATION
    | SUBORDINATOR
)
_AFTER_APPOSITION = COMMA | STOP | COLON | MARKED | OPEN | CLOSE | TIME | PREP | WHO | RELATIVE | DASH


def is_verb(frame: Frame, i: int, words: Lexicon) -> bool:
    """Whether the atom is used as the finite verb of a clause, as far as its neighbours show; kept with the frame.

    A form that is also a noun is no verb after a determiner, a preposition or *de*; an article before it is a pronoun
    only after a subject, a relative or a negation.
    """
    known = frame.verbal.get(i)
    if known is None:
        known = frame.verbal[i] = _used_as_verb(frame, i, words)
    return known


def _used_as_verb(frame: Frame, i: int, words: Lexicon) -> bool:  # noqa: C901, PLR0911 - one return a reason
    tags = frame.tags
    tag = tags[i]
    if not tag & FINITE or tag & NAME or frame.norms[i] in words.not_verbs:
        return False
    spoken = i > 0 and tags[i - 1] & SUBJECT
    forms = words.forms(frame.norms[i])
    if forms and not any(f.person == _THIRD or (f.person and spoken) for f in forms):
        return False
    if i + 1 < len(tags) and tags[i + 1] & INVERTED:
        return True
    if i == 0:
        return False
    before = tags[i - 1]
    if frame.norms[i] in words.homographs and not _agrees(frame, i, words):
        return False
    if before & COMMA and frame.norms[i] in words.apposed and i + 1 < len(tags) and tags[i + 1] & OF:
        return False
    if tag & AUXILIARY:
        return not before & OF or bool(before & CLITIC)
    if tag & (ADVERB | PREP | SUBORDINATOR | COORDINATOR | DET | OF):
        return False
    if before & CLITIC:
        return pronoun_here(frame, i - 1)
    if before & DET:
        many = before & QUANTIFIER and not before & OF and any(f.number == _PLURAL for f in forms)
        return bool(many) or (i > 1 and tuple(frame.norms[i - 2 : i]) in words.pronoun_pairs)
    if before & (OF | PREP):
        return False
    if i > 1 and frame.norms[i - 1] in words.latter and frame.norms[i - 2] in words.this:
        after = (
            tags[i + 1] if i + 1 < len(tags) else STOP
        )  # *ce dernier estime que*, *cette dernière annonce a plu*
        return not after & (STOP | COMMA | OF | AUXILIARY | FINITE)
    return not (frame.norms[i - 1] in words.adjectives_before and i > 1 and tags[i - 2] & (DET | OF))


def _agrees(frame: Frame, i: int, words: Lexicon) -> bool:
    """Whether a form that is also a noun stands as a verb does: behind a subject, with something behind it."""
    before, norm = frame.tags[i - 1], frame.norms[i - 1]
    after = frame.tags[i + 1] if i + 1 < len(frame) else STOP
    if after & OF or norm in words.genitive or (after & STOP and not before & (NAME | SUBJECT)):
        return False
    if before & NAME and after & PREP and frame.norms[i + 1] not in words.verb_links:
        return False
    if before & (SUBJECT | WHO | RELATIVE | NAME | CLOSE | ADVERB | COORDINATOR | COMMA):
        return True
    singular = frame.norms[i].endswith("s")
    return norm.endswith("s") != singular and not before & (DET | PREP | OF | NUMBER | PRESENT)


def pronoun_here(frame: Frame, i: int) -> bool:
    """Whether the article or preposition at `i` is a pronoun before a verb.

    An article is one after a subject, a relative, a negation or a subordinator (*comme*); *en* is one after a noun.
    """
    tag = frame.tags[i]
    if not tag & (DET | PREP):
        return True
    if i == 0:
        return bool(tag & PREP)
    before = frame.tags[i - 1]
    if tag & PREP and not before & (PREP | OF | DET | COMMA):
        return True
    if before & (SUBJECT | WHO | NEGATION | INVERTED | RELATIVE) or (
        before & SUBORDINATOR and not before & ADVERB
    ):
        return True
    return bool(before & CLITIC and i > 1 and frame.tags[i - 2] & (SUBJECT | WHO | NEGATION))


def close_of(frame: Frame, i: int, limit: int, reach: int = _PAREN) -> int:
    """Index after the parenthesis that opens at `i`; `i + 1` if it is not closed within `reach` atoms."""
    for j in range(i + 1, min(limit, i + 1 + reach)):
        if frame.tags[j] & CLOSE:
            return j + 1
    return i + 1


def open_of(frame: Frame, i: int) -> int:
    """Index of the parenthesis that closes at `i`; `i` if it does not open soon."""
    for j in range(i - 1, max(-1, i - 1 - _PAREN), -1):
        if frame.tags[j] & OPEN:
            return j
    return i


def can_start(frame: Frame, i: int) -> bool:
    """Whether a noun phrase that names a speaker can begin at `i`."""
    tag = frame.tags[i]
    if tag & (COMMA | STOP | COLON | MARKED | OPEN | CLOSE | DASH | THAT | WHO | RELATIVE):
        return False
    if tag & (QUANTIFIER | NAME):
        return True
    if tag & DET:
        return True
    return bool(tag & (STRONG | NUMBER)) and not tag & CLITIC


def to_the_right(
    frame: Frame,
    i: int,
    words: Lexicon,
    limit: int | None = None,
    *,
    closed: bool = False,
    bare: bool = False,
) -> Range | None:
    """The noun phrase that begins at `i`: an inverted subject or the source after *selon*.

    Args:
        frame: the frame.
        i: index of its first atom.
        words: the tables.
        limit: index that it cannot pass.
        bare: whether its article may be missing, since it has grown together with a preposition (*aux élus*).
        closed: whether an apposition must end at a comma or at the end, since a clause may follow.

    Returns:
        Its range, appositions included, or None if none begins there.
    """
    end = min(len(frame), i + _REACH, limit if limit is not None else len(frame))
    if i >= end or not (bare or can_start(frame, i)):
        return None
    j = _plain(frame, i, end, words)
    if j == i:
        return None
    named = any(frame.tags[k] & NAME for k in range(i, j))
    proper = bool(frame.tags[i] & NAME or (frame.tags[i] & DET and frame.tags[i + 1] & NAME))
    while j < end and frame.tags[j] & COMMA:
        k = _apposition(frame, j + 1, end, words, named=named)
        if (
            k is None
            or (proper and _all_named(frame, j + 1, k))
            or (closed and k < len(frame) and not frame.tags[k] & (COMMA | STOP))
        ):
            break
        named = named or any(frame.tags[m] & NAME for m in range(j + 1, k))
        j = k
    return (i, j)


def _all_named(frame: Frame, i: int, j: int) -> bool:
    """Whether a range is nothing but a name: behind another name it is somebody else."""
    return all(frame.tags[x] & NAME and frame.forms[x][:1].isupper() for x in range(i, j))


def _plain(frame: Frame, i: int, end: int, words: Lexicon, *, loose: bool = False) -> int:
    """End of a noun phrase without appositions. `loose` lets it run over prepositions (conseiller à la cour)."""
    tags = frame.tags
    j = i
    while j < end:
        after = _plain_step(frame, i, j, end, words, loose=loose)
        if after is None:
            break
        j = after
    hanging = OF | DET | PREP | COORDINATOR | CLITIC
    while j > i and tags[j - 1] & hanging and not tags[j - 1] & (NAME | STRONG):
        j -= 1
    return j


def _plain_step(  # noqa: C901, PLR0911, PLR0912 - one return for each kind of atom
    frame: Frame, i: int, j: int, end: int, words: Lexicon, *, loose: bool
) -> int | None:
    """Index of the atom after the one at `j` in the noun phrase that begins at `i`; None if it ends before `j`."""
    tags = frame.tags
    tag = tags[j]
    if tag & OPEN:
        after = close_of(frame, j, end)
        return after if after - j > 1 and j > i else None
    if tag & (_PLAIN_STOP | CLOSE) or (tag & _CLAUSAL and not tag & NAME):
        return None
    if j == i:
        verbal = tag & (ADVERB | NEGATOR | NEGATION) and not tag & (DET | NAME | OF | QUANTIFIER)
        return None if verbal or (tag & PREP and not tag & (DET | OF | NAME)) else j + 1
    before = tags[j - 1]
    joined = OF | PREP | DET | QUANTIFIER | COORDINATOR | NUMBER
    if words.article_ends and tag & DET and not tag & NAME and not before & joined:
        return None
    if tag & TIME:
        return j + 1 if before & NUMBER or (before & (OF | DET) and not before & CLITIC) else None
    if tag & (OF | PREP) and _opens_infinitive(frame, j, end, words):
        return None
    if tag & COORDINATOR:
        return j + 1 if _joins(frame, j, end, words) else None
    if tag & PREP and not tag & (DET | OF | NAME):
        return _over_preposition(frame, i, j, end, words, loose=loose)
    if tag & (ADVERB | NEGATOR | NEGATION) and not tag & (DET | NAME | OF | QUANTIFIER):
        return None
    if is_verb(frame, j, words):
        return None
    infinitive = tag & (INFINITIVE | GUESSED) and not tag & NAME and before & (OF | PREP)
    if infinitive and frame.norms[j - 1] not in words.contracted:
        return None
    if tag & PRESENT and not tag & (PAST | NAME) and not before & (DET | OF):
        return None
    article = tag & DET and not tag & (OF | NAME | QUANTIFIER)
    if article and j + 1 < end and not tags[j + 1] & NAME and (not before or before == NAME):
        return None  # *à sa hiérarchie le rôle*: the next phrase
    return j + 1


def _over_preposition(frame: Frame, i: int, j: int, end: int, words: Lexicon, *, loose: bool) -> int | None:
    """Where a noun phrase goes on behind the preposition at `j`; None if it ends there."""
    tags = frame.tags
    beyond = _place_before_name(frame, j, end)
    if beyond and not any(tags[x] & NAME for x in range(i, j)):
        return beyond
    if not (loose or _rank(frame, i, j, words)) or j + 1 >= end:
        return None
    return None if tags[j + 1] & (INFINITIVE | TIME | NUMBER | MARKED) else j + 1


def _opens_infinitive(frame: Frame, j: int, end: int, words: Lexicon) -> bool:
    """Whether an infinitive follows the preposition at `j`: *le gouvernement de se taire*."""
    if frame.norms[j] in words.contracted:
        return False
    for x in range(j + 1, min(end, j + 5)):
        tag = frame.tags[x]
        if tag & INFINITIVE and not tag & NAME:
            return True
        if tag & GUESSED:
            return x == j + 1 or bool(frame.tags[x - 1] & REFLEXIVE)
        if not tag & (CLITIC | NEGATION | NEGATOR):
            before = frame.tags[x - 1]
            return bool(tag & MARKED and before & CLITIC and not before & DET)  # *de lui « avoir offert »*
    return False


def _place_before_name(frame: Frame, j: int, end: int) -> int | None:
    """End of the place at `j` if a name follows it behind a comma: *son interprète en Ardésie, Ada Orlo*."""
    k = j + 1
    while k < end and frame.tags[k] & NAME:
        k += 1
    if k > j + 1 and k + 1 < end and frame.tags[k] & COMMA and frame.tags[k + 1] & NAME:
        return k
    return None


def _rank(frame: Frame, i: int, j: int, words: Lexicon) -> bool:
    """Whether the preposition at `j` belongs to a rank: *secrétaire d'État à la Pêche*."""
    if frame.norms[j] not in words.rank_links:
        return False
    if any(frame.tags[k] & NAME for k in range(i, j)):
        return tuple(frame.norms[j - 2 : j]) in words.offices  # after a name only the rest of an office
    after = frame.tags[j + 1] if j + 1 < len(frame) else 0
    return bool(after & (DET | NAME)) and not after & TIME and j - i <= _RANK


def _joins(frame: Frame, j: int, end: int, words: Lexicon) -> bool:
    """Whether the coordinator at `j` goes on with the noun phrase: another one follows and no verb comes after it."""
    if frame.norms[j] not in words.joining or j + 1 >= end:
        return False
    if not frame.tags[j + 1] & (DET | NAME | OF) and frame.tags[j + 1] & (
        _VERBAL | PREP | ADVERB | THAT | CLITIC | PAST
    ):
        return False
    for k in range(j + 1, min(end, j + 12)):
        if frame.tags[k] & (COMMA | STOP | COLON | MARKED):
            return True
        if is_verb(frame, k, words):
            return False
    return True


def _apposition(frame: Frame, i: int, end: int, words: Lexicon, *, named: bool) -> int | None:
    """End of the apposition that begins at `i`, after a comma; None if there is none.

    After a name a rank (*avocat général près la cour*); after a rank a name (*le maire, Ada Orlo*).
    """
    if i >= end:
        return None
    tag = frame.tags[i]
    if not tag & NAME:
        verbal = tag & (PAST | PRESENT | INFINITIVE | FINITE)
        if (
            tag & _NO_APPOSITION
            or (verbal and frame.norms[i] not in words.person_nouns)
            or not (named or tag & DET)
        ):
            return None
    if tag & DET and tag & CLITIC and i + 1 < end and is_verb(frame, i + 1, words):
        return None
    j = _plain(frame, i, end, words, loose=named)
    if j == i or not (named or any(frame.tags[x] & NAME for x in range(i, j))):
        return None
    after = frame.tags[j] if j < len(frame) else STOP
    if not after & _AFTER_APPOSITION or (after & TIME and not named):
        return None
    return j
