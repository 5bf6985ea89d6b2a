"""Cues that are verbs: who speaks by a verb group, and whether it stands before, inside or after what it reports.

Decides: subject, placement and opening of each group of `groups`. Leaves to `landing` and `contents` what it reports,
and drops nothing for lack of a content.
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import GAP, Cue, compound, finite, group_at
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
    INVERTED,
    MARKED,
    NAME,
    NEGATION,
    NEGATOR,
    OF,
    PAST,
    PAUSED,
    PREP,
    REFLEXIVE,
    RELATIVE,
    SMALL,
    SPEECH,
    STOP,
    STRONG,
    THAT,
    TIME,
    WHO,
    Entry,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import is_verb, to_the_right
from recoupe.annotate.quotations.subjects import main_subject, relative_verb, subject_of

_ASIDE = 8  # atoms of the longest aside between a verb and its subject
_NEAR = 3  # atoms between any verb behind marks and its subject
_THIRD = 3
_APPOSITION = 45  # atoms between marks and the verb of their incise
_BEFORE = 2  # atoms of the shortest phrase before an incise that nothing but its place shows
_MOST = 60  # cues of a frame; no sentence has as many, and no rule looks further


def find_cues(frame: Frame, words: Lexicon) -> list[Cue]:
    """Verbs of speech used as such in a frame, in order, with subject and placement."""
    cues: list[Cue] = []
    taken = -1
    for i, tag in enumerate(frame.tags):
        if not tag & (SPEECH | FINITE | PAST) or i <= taken or tag & MARKED:
            continue
        if len(cues) >= _MOST:
            break
        if tag & SPEECH:
            cue = group_at(frame, i, words, cues)
            if cue:
                _place(frame, cue, words, cues)
        else:
            cue = _behind_marks(frame, i, words)
        if cue:
            cues.append(cue)
            taken = cue.last
    return cues


def _behind_marks(frame: Frame, i: int, words: Lexicon) -> Cue | None:
    """Any verb right behind marks, with a name as its subject behind it, reports: « ... », tente Ada Orlo."""
    j = i - 1
    while j > 0 and frame.tags[j] & (CLITIC | NEGATION | ADVERB | AUXILIARY) and not frame.tags[j] & NAME:
        j -= 1
    if j > 0 and frame.tags[j] & COMMA:
        j -= 1
    if j < 0 or not frame.tags[j] & MARKED or i - j > GAP or (j and frame.tags[j - 1] & (DET | OF)):
        return None
    reflexive = any(frame.tags[x] & REFLEXIVE for x in range(j + 1, i))
    for form in words.forms(frame.norms[i]):
        if form.lemma in words.plain_verbs:
            return None
        reading = (form, (Entry(form.lemma, "assert", ("weak",), reflexive=reflexive),))
        cue: Cue | None = None
        if form.person == _THIRD and is_verb(frame, i, words):
            cue = finite(frame, i, reading, words)
        elif form.mood == "participle" and form.tense == "past":
            cue = compound(frame, i, reading, words)
        if (
            cue
            and cue.mode in ("finite", "compound")
            and cue.first - 1 in (j, j + 1)
            and _is_certain(frame, cue, words)
        ):
            return cue
    return None


def _is_certain(frame: Frame, cue: Cue, words: Lexicon) -> bool:
    """Whether a verb that is not in the tables stands as an incise does: subject near, named, and closed behind."""
    if not _try_incise(frame, cue, words, []) or cue.subject is None:
        return False
    after = frame.tags[cue.end] if cue.end < len(frame) else STOP
    named = any(frame.tags[x] & NAME for x in range(*cue.subject))
    return named and cue.subject[0] - cue.last <= _NEAR and bool(after & (STOP | COMMA | PREP | TIME))


def _place(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """Fill subject, placement and opening of a cue."""
    tags = frame.tags
    pronoun = next((x for x in range(cue.first, cue.last + 1) if tags[x] & INVERTED), None)
    if pronoun is not None and cue.mode in ("finite", "compound", "infinitive"):
        cue.subject = (pronoun, pronoun + 1)
        cue.opening = cue.first
        cue.incise = cue.first == 0 or bool(tags[cue.first - 1] & (MARKED | COMMA | STOP | DASH | CLOSE))
    elif cue.mode in ("gerund", "infinitive", "coordinated", "bare"):
        _place_dependent(frame, cue, words, before)
    elif _try_incise(frame, cue, words, before):
        pass
    elif _joins(frame, cue.first):
        _inherit(frame, cue, words, before)
        cue.opening = _opening(frame, cue.first, words)
    else:
        _place_main(frame, cue, words, before)
        if words.subject_first:
            _try_trailing(frame, cue, words, before)


def _place_main(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """A verb with its subject to the left."""
    tags = frame.tags
    cue.subject = subject_of(frame, cue.first, words)
    start = cue.subject[0] if cue.subject else cue.first
    if cue.subject is None and before:
        cue.subject = before[-1].subject
    cue.opening = _opening(frame, start, words)
    that = cue.opening - 1
    if that >= 0 and tags[that] & THAT:
        if that > 1 and frame.norms[that - 1] in words.takes_up and tags[that - 2] & COMMA:
            cue.opening -= 2  # *..., ce qu'il regarde comme*: the reporter goes on
            return
        cue.nested = not _conjunction(frame, that, words)
    cue.nested |= cue.first > 0 and bool(tags[cue.first - 1] & (WHO | RELATIVE))


def _joins(frame: Frame, first: int) -> bool:
    """Whether a conjunction stands right before the group, so that it shares the subject of the verb before it."""
    return (
        first > 1 and bool(frame.tags[first - 1] & COORDINATOR) and not frame.tags[first - 1] & (THAT | WHO)
    )


def _inherit(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """Give a cue the subject of the cue before it, or of the clause it hangs on."""
    same = [c for c in before if c.subject and not c.nested]
    nearest = cue.mode == "infinitive"
    found = same[-1].subject if same else main_subject(frame, cue.first, words, nearest=nearest)
    inside = found is not None and cue.first <= found[0] <= cue.last
    cue.subject = None if inside else found


def _place_dependent(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """A participle, an infinitive or a coordinated verb: its subject is that of the clause it hangs on."""
    tags = frame.tags
    j = cue.first - 1
    if cue.mode == "infinitive" and j > 0 and tags[j] & OF:
        beside = subject_of(frame, j, words)  # *et la maire de poursuivre*
        if beside is not None and not tags[beside[0]] & OF:
            cue.subject = beside
            cue.opening = _opening(frame, beside[0], words)
            return
    free = (
        j >= 0
        and not tags[j] & (COMMA | PREP | ADVERB | COORDINATOR | MARKED)
        and frame.norms[j] not in words.gerund
    )
    if cue.mode == "gerund" and free:
        cue.subject = subject_of(frame, cue.first, words)
    if cue.subject is None:
        _inherit(frame, cue, words, before)
    cue.opening = _opening(frame, cue.first, words)


def _conjunction(frame: Frame, that: int, words: Lexicon) -> bool:
    """Whether the *que* at `that` belongs to a conjunction: *alors que*, *bien que*."""
    return that > 0 and frame.norms[that - 1] in words.conjoined


def _opening(frame: Frame, i: int, words: Lexicon) -> int:
    """Step left over the conjunctions and adverbs that introduce a clause."""
    while i > 0:
        tag, norm = frame.tags[i - 1], frame.norms[i - 1]
        introduces = norm in words.gerund or norm in words.gerund_before
        if introduces or (tag & (COORDINATOR | ADVERB) and not tag & NAME):
            i -= 1
        elif tag & THAT and _conjunction(frame, i - 1, words):
            i -= 2
        elif tag & COMMA and i > 1 and frame.tags[i - 2] & (ADVERB | COORDINATOR):
            i -= 1
        else:
            break
    return i


def _try_incise(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> bool:
    """Whether the group stands after or inside what it reports, with its subject behind it."""
    tags, k = frame.tags, cue.first
    if k == 0 or cue.mode == "passive":
        return False
    last = tags[k - 1]
    like = frame.norms[k - 1] in words.like
    if not like and not last & (MARKED | COMMA | STOP | DASH | CLOSE):
        return False
    at = _to_subject(frame, cue.last + 1)
    bare = words.bare_nouns and bool(last & PAUSED)
    subject = to_the_right(frame, at, words, bare=bare) if at is not None else None
    if subject is None:
        return False
    after = tags[subject[1]] if subject[1] < len(tags) else STOP
    objective = cue.entry.takes_object and last & COMMA and after & MARKED  # *a dénoncé une loi « injuste »*
    if after & THAT or objective or _takes_object(frame, cue, subject[1], words):
        return False
    whole = like or last & MARKED or _complete(frame, k - 1, words, before)
    marked = after & COLON and subject[1] + 1 < len(tags) and tags[subject[1] + 1] & MARKED
    if not whole and not (
        last & COMMA and (marked or (after & COMMA and _cuts(frame, cue, subject[1], words)))
    ):
        return False
    cue.subject, cue.inverted, cue.incise = subject, True, True
    cue.opening = k - 1 if like else k
    return True


def _cuts(frame: Frame, cue: Cue, comma: int, words: Lexicon) -> bool:
    """Whether an incise stands inside a clause that goes on behind the comma at `comma`."""
    if cue.entry.takes_object or comma + 1 >= len(frame):
        return False
    following = frame.tags[comma + 1]
    if following & MARKED:
        return True
    return not following & (RELATIVE | WHO) and any(
        is_verb(frame, x, words) for x in range(comma + 1, len(frame))
    )


def _try_trailing(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """Where incises keep their order (« ... », she said), whether a group with its subject in front is one."""
    if cue.inverted or cue.nested or _behind_pause(frame, cue, before) or cue.subject is None:
        return
    start, tags = cue.subject[0], frame.tags
    gap = frame.tags[cue.subject[1] : cue.first]
    if start == 0 or any(not t & COMMA for t in gap) or not tags[start - 1] & (MARKED | COMMA | STOP | DASH):
        return
    after = tags[cue.last + 1] if cue.last + 1 < len(frame) else STOP
    following = tags[cue.last + 2] if cue.last + 2 < len(frame) else STOP
    if after & COMMA and following & MARKED and not following & SMALL and not tags[start - 1] & MARKED:
        return  # *Asked why, she said, "..."*
    told = cue.entry.object_then and after & (DET | NAME)
    paused = tags[start - 1] & PAUSED and not after & (THAT | COLON)
    closed = told or paused or after & (STOP | COMMA | TIME | PREP | ADVERB | CLOSE | DASH | MARKED)
    ends = after & (STOP | COMMA) and not cue.entry.weak and start > _BEFORE and "clause" in cue.entry.codes
    if closed and (tags[start - 1] & MARKED or ends or _complete(frame, start - 1, words, before)):
        cue.incise = True
        cue.opening = start


def _behind_pause(frame: Frame, cue: Cue, before: list[Cue]) -> bool:
    """Whether nothing but a name and what is told of it stands between marks and the verb.

    *"We will," Ada Orlo, who leads the group that asked for a vote, said.*
    """
    tags, first = frame.tags, cue.first
    if first < _BEFORE or not tags[first - 1] & COMMA or not tags[cue.verb] & FINITE:
        return False
    marks = next((x for x in range(first - 1, max(-1, first - _APPOSITION), -1) if tags[x] & MARKED), None)
    if marks is None or not tags[marks] & PAUSED or marks + 2 >= first:
        return False
    after = tags[cue.last + 1] if cue.last + 1 < len(frame) else STOP
    if (
        after & (THAT | COLON)
        or not tags[marks + 1] & (NAME | DET)
        or any(c.first > marks for c in before if c.incise)
    ):
        return False
    if not any(t & COMMA for t in tags[marks + 1 : first - 1]):
        return False
    cue.subject, cue.incise, cue.opening = (marks + 1, first - 1), True, marks + 1
    return True


def _takes_object(frame: Frame, cue: Cue, after: int, words: Lexicon) -> bool:
    """Whether the phrase behind the verb is its object, since the word that the verb wants follows."""
    return after < len(frame) and words.link(frame.norms[after]) in cue.entry.object_then


def _to_subject(frame: Frame, i: int) -> int | None:
    """Step right from a verb over adverbs, dates and asides to its inverted subject."""
    start = i
    for _ in range(14):
        if i >= len(frame):
            return None
        closes = frame.tags[i] & COMMA and i > start and frame.tags[i - 1] & (TIME | ADVERB)
        if closes and any(frame.tags[x] & COMMA for x in range(start, i)):
            i += 1  # *pointait, d'ailleurs, hier soir, Ada Orlo*
            continue
        after = _step_to_subject(frame, i)
        if after == i:
            return i
        if after is None:
            return None
        i = after
    return None


def _step_to_subject(frame: Frame, i: int) -> int | None:
    """Index after the adverb, date or aside at `i`; `i` itself if none stands there; None if the way is barred."""
    tags = frame.tags
    tag = tags[i]
    if tag & (ADVERB | NEGATOR | TIME) and not tag & (DET | NAME | OF):
        return i + 1
    if tag & DET and i + 1 < len(frame) and tags[i + 1] & TIME:
        i += 2
        while i < len(frame) and tags[i] & (TIME | ADVERB) and not tags[i] & NAME:
            i += 1
        return i
    if tag & DET and tag & CLITIC and i + 2 < len(frame) and frame.norms[i + 1].isdigit():
        return i + 3
    if frame.norms[i].isdigit() and i and tags[i - 1] & TIME:
        return i + 1
    if tag & (PREP | OF) and not tag & NAME and not (tag & DET and not tag & OF):
        return _over_place(frame, i)
    return _over_comma(frame, i) if tag & COMMA else i


def _over_place(frame: Frame, i: int) -> int:
    """Index after the phrase that tells where or to whom, up to the noun phrase or name that follows it."""
    tags = frame.tags
    j = i + 1
    while j < len(frame) and not tags[j] & (COMMA | STOP | COLON | MARKED | PREP) and j - i < _ASIDE:
        if j > i + 1 and j in frame.begins and tags[j - 1] & NAME and not tags[j - 1] & DET:
            break
        if j > i + 1 and tags[j] & DET and not tags[j] & NAME and not tags[j - 1] & (DET | OF | PREP):
            break
        j += 1
    return j + 1 if j < len(frame) and tags[j] & COMMA else j


def _over_comma(frame: Frame, i: int) -> int | None:
    """Index after the aside that the comma at `i` opens: a date, an adjective, a place."""
    tags = frame.tags
    aside = next((j for j in range(i + 2, min(len(frame), i + _ASIDE)) if tags[j] & COMMA), None)
    if aside:
        dated = any(tags[x] & TIME for x in range(i + 1, aside))
        if dated or (
            aside - i <= _NEAR and not any(tags[x] & (DET | NAME | MARKED) for x in range(i + 1, aside))
        ):
            return aside + 1
    if i + 1 < len(frame) and tags[i + 1] & (STRONG | PREP | TIME | ADVERB) and not tags[i + 1] & NAME:
        strong = tags[i + 1] & STRONG and i + 2 < len(frame) and tags[i + 2] & COMMA
        return i + 3 if strong else i + 1
    return None


def _complete(frame: Frame, comma: int, words: Lexicon, before: list[Cue]) -> bool:
    """Whether what stands before the comma at `comma` can be a content: a clause with its verb, or marks."""
    start = max((c.end for c in before if c.incise), default=0)
    relative = False
    for i in range(start, comma):
        tag = frame.tags[i]
        if tag & COMMA:
            relative = False
        if tag & (WHO | RELATIVE) and not tag & NAME and (i == 0 or frame.tags[i - 1] & (COMMA | PREP)):
            relative = True
        if not relative and (tag & MARKED or (is_verb(frame, i, words) and not relative_verb(frame, i))):
            return True
    return False
