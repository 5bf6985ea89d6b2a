"""Cues that are verbs: the verb group that reports, who speaks by it, and whether it stands before, inside or after.

Decides: for each form of a verb of speech in a frame, whether it is used as that verb; its group (auxiliaries, clitics,
carriers such as *tenir à*); negation and mood; subject; placement. Leaves to `contents` what it reports, and drops
nothing for lack of a content.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    INFINITIVE,
    INVERTED,
    MARKED,
    NAME,
    NEGATION,
    NEGATOR,
    OF,
    PAST,
    PREP,
    REFLEXIVE,
    RELATIVE,
    SPEECH,
    STOP,
    STRONG,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    WHO,
    Entry,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, pronoun_here, subject_of, to_the_right
from recoupe.language.morphology import VerbForm

_GAP = 9  # atoms between an auxiliary and its participle: *a, dans un communiqué publié lundi, dénoncé*


@dataclass
class Cue:
    """A verb that reports.

    Attributes:
        entry: its row of the table.
        form: the reading of the verb (of the participle, in a compound tense).
        verb: atom of the verb.
        first: first atom of the group.
        last: last atom of the group.
        mode: `finite`, `compound`, `passive`, `infinitive`, `gerund`, `coordinated` or `bare`.
        negated: whether it is negated.
        conditional: whether it is in the conditional.
        subject: range of the speaker's phrase.
        inverted: whether the subject follows the verb.
        incise: whether it stands inside or after what it reports.
        opening: first atom of the attribution, its conjunction included.
        nested: whether a *que* or a relative makes its clause part of another.
    """

    entry: Entry
    form: VerbForm
    verb: int
    first: int
    last: int
    mode: str
    negated: bool = False
    conditional: bool = False
    subject: Range | None = None
    inverted: bool = False
    incise: bool = False
    opening: int = 0
    nested: bool = False

    @property
    def end(self) -> int:
        """Index after the group and an inverted subject."""
        return max(self.last + 1, self.subject[1]) if self.inverted and self.subject else self.last + 1


def find_cues(frame: Frame, words: Lexicon) -> list[Cue]:
    """Verbs of speech used as such in a frame, in order, with subject and placement."""
    cues: list[Cue] = []
    taken = -1
    for i, tag in enumerate(frame.tags):
        if not tag & (SPEECH | FINITE | PAST) or i <= taken or tag & MARKED:
            continue
        if not tag & SPEECH:
            cue = _behind_marks(frame, i, words)
            if cue:
                cues.append(cue)
                taken = cue.last
            continue
        cue = _group(frame, i, words, cues)
        if cue:
            _place(frame, cue, words, cues)
            cues.append(cue)
            taken = cue.last
    return cues


def _behind_marks(frame: Frame, i: int, words: Lexicon) -> Cue | None:
    """Any verb with its subject behind it, right behind marks, reports: « ... », tente Ada Orlo."""
    j = i - 1
    while j > 0 and frame.tags[j] & (CLITIC | NEGATION | ADVERB | AUXILIARY) and not frame.tags[j] & NAME:
        j -= 1
    if j > 0 and frame.tags[j] & COMMA:
        j -= 1
    if j < 0 or not frame.tags[j] & MARKED or i - j > _GAP or (j and frame.tags[j - 1] & (DET | OF)):
        return None
    for form in words.forms(frame.norms[i]):
        if form.lemma in words.plain_verbs:
            return None
        reflexive = any(frame.tags[x] & REFLEXIVE for x in range(j + 1, i))
        entry = (Entry(form.lemma, "assert", frozenset(("weak",)), reflexive),)
        if form.person == 3 and is_verb(frame, i, words):  # noqa: PLR2004
            cue = _finite(frame, i, (form, entry), words)
        elif form.mood == "participle" and form.tense == "past":
            cue = _compound(frame, i, (form, entry), words, [])
        else:
            continue
        if (
            cue
            and cue.mode in ("finite", "compound")
            and cue.first - 1 in (j, j + 1)
            and _try_incise(frame, cue, words, [])
        ):
            named = cue.subject and any(frame.tags[x] & NAME for x in range(*cue.subject))
            after = frame.tags[cue.end] if cue.end < len(frame) else STOP
            near = cue.subject is not None and cue.subject[0] - cue.last <= 3  # noqa: PLR2004
            if named and near and after & (STOP | COMMA | PREP | TIME):
                return cue
    return None


def _group(frame: Frame, i: int, words: Lexicon, before: list[Cue]) -> Cue | None:
    """The verb group of the form at `i`, or None if it is no verb of speech here."""
    norm = frame.norms[i]
    readings = list(words.speech(norm))
    capital = frame.forms[i][0].isupper() and i > 0 and not frame.tags[i - 1] & (STOP | COLON)
    if capital:
        return None
    by_mood = {
        form.mood if form.mood != "participle" else form.tense: (form, entries)
        for form, entries in readings
        if form.person in (0, 3)
    }
    past = by_mood.get("past")
    if past:
        cue = _compound(frame, i, past, words, before)
        if cue:
            return cue
    for mood in ("indicative", "conditional", "subjunctive"):
        if mood in by_mood and is_verb(frame, i, words):
            return _finite(frame, i, by_mood[mood], words)
    if "infinitive" in by_mood:
        return _infinitive(frame, i, by_mood["infinitive"], words)
    if "present" in by_mood:
        return _gerund(frame, i, by_mood["present"], words)
    return _bare(frame, i, past, words, before) if past else None


def _pick(
    frame: Frame, entries: tuple[Entry, ...], verb: int, *, reflexive: bool, words: Lexicon
) -> tuple[Entry, int] | None:
    """The entry that fits the words around, and the last atom of the group; locutions first."""
    plain: tuple[Entry, int] | None = None
    for entry in entries:
        last = verb
        if entry.particle and entry.particle not in frame.norms[max(0, verb - 6) : verb]:
            continue
        if entry.after:
            j = verb + 1
            while (
                j < len(frame)
                and frame.tags[j] & (ADVERB | INVERTED | NEGATOR)
                and frame.norms[j] != entry.after[0]
            ):
                j += 1
            if tuple(frame.norms[j : j + len(entry.after)]) != entry.after:
                continue
            last = j + len(entry.after) - 1
        if entry.reflexive == reflexive:
            return entry, last
        if not reflexive and entry.reflexive:
            continue
        plain = plain or (
            (entry, last) if "inf" in entry.constructions and entry.verb in ("dire", "déclarer") else None
        )
    return plain


def _left_edge(frame: Frame, first: int) -> tuple[int, bool, bool]:
    """Extend a group over clitics and negation: (first atom, reflexive?, negated?)."""
    reflexive = negated = False
    while first > 0 and frame.tags[first - 1] & (CLITIC | NEGATION | REFLEXIVE):
        tag = frame.tags[first - 1]
        if tag & SUBJECT and not tag & REFLEXIVE:
            break
        if (
            tag & (DET | PREP)
            and not pronoun_here(frame, first - 1)
            and not frame.tags[first] & (AUXILIARY | INFINITIVE)
        ):
            break
        negated |= bool(tag & NEGATION)
        reflexive |= bool(tag & REFLEXIVE)
        first -= 1
    return first, reflexive, negated


def _auxiliary(frame: Frame, i: int) -> tuple[int, bool] | None:
    """The auxiliary of the participle at `i`: (its index, whether *été* stands between)."""
    passive = False
    for j in range(i - 1, max(-1, i - 1 - _GAP), -1):
        tag = frame.tags[j]
        if tag & AUXILIARY and not (tag & PREP):
            return j, passive
        if frame.norms[j] in ("été", "been"):
            passive = True
            continue
        if tag & (STOP | COLON | MARKED | THAT | WHO | SUBORDINATOR) and not tag & ADVERB:
            return None
        if (
            tag & (FINITE | PAST)
            and not tag & (NAME | PREP | ADVERB | DET | TIME)
            and frame.norms[j] not in ("tout", "été")
        ):
            if j > 0 and frame.tags[j - 1] & (DET | OF | PREP):
                continue
            return None
        if tag & DET and not tag & (CLITIC | ADVERB) and not (j > 0 and frame.tags[j - 1] & (PREP | OF)):
            return None
        if (
            tag & DET
            and tag & CLITIC
            and not (j > 0 and frame.tags[j - 1] & (PREP | OF))
            and not frame.tags[j + 1] & TIME
        ):
            return None
    return None


def _compound(
    frame: Frame, i: int, reading: tuple[VerbForm, tuple[Entry, ...]], words: Lexicon, before: list[Cue]
) -> Cue | None:
    form, entries = reading
    found = _auxiliary(frame, i)
    if found is None:
        return None
    at, been = found
    # the auxiliary may be an infinitive (*avoir dit*) or a present participle (*ayant dit*)
    first, reflexive, negated = _left_edge(frame, at)
    auxiliary = {f.lemma: f for f in words.forms(frame.norms[at])}
    picked = _pick(frame, entries, i, reflexive=reflexive, words=words)
    if picked is None:
        return None
    entry, last = picked
    being = "être" in auxiliary or "be" in auxiliary
    mode = "passive" if been or (being and not reflexive and not entry.reflexive) else "compound"
    if (
        mode == "passive"
        and not any(c in entry.constructions for c in ("as", 'as"'))
        and entry.act not in ("accuse",)
    ):
        mode = "passive"
    if not frame.tags[at] & FINITE:
        mode = "gerund" if any(f.mood == "participle" for f in auxiliary.values()) else "infinitive"
    conditional = any(f.mood == "conditional" for f in auxiliary.values())
    last = _over_inversion(frame, last)
    return Cue(entry, form, i, first, last, mode, negated, conditional)


def _finite(frame: Frame, i: int, reading: tuple[VerbForm, tuple[Entry, ...]], words: Lexicon) -> Cue | None:
    form, entries = reading
    first, reflexive, negated = _left_edge(frame, i)
    picked = _pick(frame, entries, i, reflexive=reflexive, words=words)
    if picked is None:
        return None
    entry, last = picked
    return Cue(
        entry, form, i, first, _over_inversion(frame, last), "finite", negated, form.mood == "conditional"
    )


def _infinitive(
    frame: Frame, i: int, reading: tuple[VerbForm, tuple[Entry, ...]], words: Lexicon
) -> Cue | None:
    form, entries = reading
    first, reflexive, negated = _left_edge(frame, i)
    picked = _pick(frame, entries, i, reflexive=reflexive, words=words)
    if picked is None:
        return None
    entry, last = picked
    cue = Cue(entry, form, i, first, _over_inversion(frame, last), "infinitive", negated)
    j = first - 1
    while j >= 0 and frame.tags[j] & (INVERTED | ADVERB | NEGATOR) and not frame.tags[j] & NAME:
        j -= 1
    if j < 0:
        return cue
    for at in (j, j - 1):
        if at < 0:
            continue
        while at > 0 and frame.tags[at] & (ADVERB | NEGATOR | INVERTED) and not frame.tags[at] & FINITE:
            at -= 1
        for carrier in words.forms(frame.norms[at]):
            link = words.carriers.get(carrier.lemma)
            if link is None:
                continue
            between = frame.norms[at + 1 : first]
            between = [n for n in between if not words.tag(n) & (ADVERB | INVERTED | NEGATOR)]
            if (
                between in ([], [link])
                if not link
                else between in ([link], ["d'"] if link == "de" else [link])
            ):
                return _carried(frame, cue, at, carrier, words)
    return cue


def _carried(frame: Frame, cue: Cue, at: int, carrier: VerbForm, words: Lexicon) -> Cue:
    """The cue with its carrier verb: *a tenu à préciser* is a compound tense of *préciser*."""
    if carrier.mood == "participle" and carrier.tense == "past":
        found = _auxiliary(frame, at)
        if found is None:
            return cue
        at = found[0]
        cue.mode = "compound" if frame.tags[at] & FINITE else "gerund"
        cue.conditional = any(f.mood == "conditional" for f in words.forms(frame.norms[at]))
    elif carrier.person == 3 and is_verb(frame, at, words):  # noqa: PLR2004
        cue.mode = "finite"
        cue.conditional = carrier.mood == "conditional"
    elif carrier.mood == "participle":
        cue.mode = "gerund"
    else:
        return cue
    cue.first, _, negated = _left_edge(frame, at)
    cue.negated |= negated
    return cue


def _gerund(frame: Frame, i: int, reading: tuple[VerbForm, tuple[Entry, ...]], words: Lexicon) -> Cue | None:
    form, entries = reading
    if i and frame.tags[i - 1] & (DET | OF) and not frame.tags[i - 1] & CLITIC:
        return None
    first, reflexive, negated = _left_edge(frame, i)
    if first < i and frame.norms[first] == "en":
        first += 1
    picked = _pick(frame, entries, i, reflexive=reflexive, words=words)
    if picked is None:
        return None
    return Cue(picked[0], form, i, first, picked[1], "gerund", negated)


def _bare(
    frame: Frame, i: int, reading: tuple[VerbForm, tuple[Entry, ...]], words: Lexicon, before: list[Cue]
) -> Cue | None:
    """A past participle without auxiliary: coordinated with one before (*et ajouté que*), or an attribute (*qualifié de*)."""
    form, entries = reading
    picked = _pick(frame, entries, i, reflexive=False, words=words)
    if picked is None:
        return None
    entry, last = picked
    j = i - 1
    while j >= 0 and frame.tags[j] & (ADVERB | TIME) and not frame.tags[j] & NAME:
        j -= 1
    joined = j < 0 or (frame.tags[j] & COORDINATOR and frame.norms[j] not in ("comme",))
    earlier = any(c.mode == "compound" for c in before) or any(
        frame.tags[x] & AUXILIARY and frame.tags[x] & FINITE for x in range(max(j, 0))
    )
    if j == 0 and joined:
        earlier = True
    if joined and earlier and form.gender == "m" and form.number == "s":
        return Cue(entry, form, i, i, last, "coordinated")
    return Cue(entry, form, i, i, last, "bare")


def _over_inversion(frame: Frame, last: int) -> int:
    """Step over an inverted pronoun after the verb (*dit-il*), which belongs to the group."""
    if last + 1 < len(frame) and frame.tags[last + 1] & INVERTED:
        return last + 1
    return last


def _place(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """Fill subject, placement and opening of a cue."""
    tags = frame.tags
    pronoun = next((x for x in range(cue.first, cue.last + 1) if tags[x] & INVERTED), None)
    if pronoun is not None and cue.mode in ("finite", "compound", "infinitive"):
        cue.subject, cue.inverted = (pronoun, pronoun + 1), False
        cue.opening = cue.first
        cue.incise = cue.first == 0 or bool(tags[cue.first - 1] & (MARKED | COMMA | STOP | DASH | CLOSE))
        return
    if cue.mode in ("gerund", "infinitive", "coordinated", "bare"):
        _place_dependent(frame, cue, words, before)
        return
    if _try_incise(frame, cue, words, before):
        return
    if k_joins(frame, cue.first):
        same = [c for c in before if c.subject and not c.nested]
        cue.subject = same[-1].subject if same else main_subject(frame, cue.first, words)
        cue.opening = _opening(frame, cue.first)
        return
    cue.subject = subject_of(frame, cue.first, words)
    start = cue.subject[0] if cue.subject else cue.first
    if cue.subject is None and before:
        cue.subject = before[-1].subject
        start = cue.first
    cue.opening = _opening(frame, start)
    last = tags[cue.opening - 1] if cue.opening else 0
    if (
        last & THAT
        and cue.opening > 2
        and frame.norms[cue.opening - 2] in words.takes_up
        and tags[cue.opening - 3] & COMMA
    ):  # noqa: PLR2004
        cue.opening -= 2  # *..., ce qu'il regarde comme*: the reporter goes on
        return
    cue.nested = bool(tags[cue.first - 1] & (WHO | RELATIVE)) if cue.first else False
    cue.nested |= (
        bool(last & THAT)
        and frame.norms[cue.opening - 1] in ("que", "qu'", "that")
        and not _after_conjunction(frame, cue.opening - 1)
    )


def k_joins(frame: Frame, first: int) -> bool:
    """Whether a conjunction stands right before the group, so that it shares the subject of the verb before it."""
    return (
        first > 1 and bool(frame.tags[first - 1] & COORDINATOR) and not frame.tags[first - 1] & (THAT | WHO)
    )


def _after_conjunction(frame: Frame, that: int) -> bool:
    return that > 0 and frame.norms[that - 1] in (
        "alors",
        "tandis",
        "bien",
        "parce",
        "pour",
        "avant",
        "après",
    )


def _place_dependent(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> None:
    """Subject of a participle, an infinitive or a coordinated verb: that of the clause it hangs on."""
    tags = frame.tags
    j = cue.first - 1
    if cue.mode == "infinitive" and j >= 0 and tags[j] & OF:
        beside = subject_of(frame, j, words) if j else None
        if beside is not None and (j + 1 == cue.first):
            cue.subject = beside
            cue.opening = _opening(frame, beside[0])
            return
    if (
        cue.mode == "gerund"
        and j >= 0
        and not tags[j] & (COMMA | PREP | ADVERB | COORDINATOR | MARKED)
        and frame.norms[j] != "en"
    ):
        cue.subject = subject_of(frame, cue.first, words)
    if cue.subject is None:
        same = [c for c in before if c.subject and not c.nested]
        cue.subject = (
            same[-1].subject
            if same
            else main_subject(frame, cue.first, words, nearest=cue.mode == "infinitive")
        )
    cue.opening = _opening(frame, cue.first)


def _opening(frame: Frame, i: int) -> int:
    """Step left over the conjunctions and adverbs that introduce a clause."""
    while i > 0:
        tag, norm = frame.tags[i - 1], frame.norms[i - 1]
        if norm in ("en", "tout", "while", "and", "but") or tag & (COORDINATOR | ADVERB) and not tag & NAME:
            i -= 1
            continue
        if tag & THAT and _after_conjunction(frame, i - 1):
            i -= 2
            continue
        if tag & COMMA and i > 1 and frame.tags[i - 2] & (ADVERB | COORDINATOR):
            i -= 1
            continue
        break
    return i


def _try_incise(frame: Frame, cue: Cue, words: Lexicon, before: list[Cue]) -> bool:
    """Whether the group stands after or inside what it reports, with its subject behind it."""
    tags = frame.tags
    k = cue.first
    if k == 0 or cue.mode == "passive":
        return False
    last = tags[k - 1]
    like = frame.norms[k - 1] in ("comme", "as")
    if not like and not last & (MARKED | COMMA | STOP | DASH | CLOSE):
        return False
    at = _to_subject(frame, cue.last + 1, words)
    subject = to_the_right(frame, at, words) if at is not None else None
    if subject is None:
        return False
    after = tags[subject[1]] if subject[1] < len(tags) else STOP
    if after & THAT or _takes_object(frame, cue, subject[1]):
        return False
    if not like and not last & MARKED and not _complete(frame, k - 1, words, before):
        rest = range(subject[1] + 1, len(frame))
        cuts = last & COMMA and after & COMMA and "np" not in cue.entry.constructions
        if cuts and subject[1] + 1 < len(tags) and tags[subject[1] + 1] & MARKED:
            cue.subject, cue.inverted, cue.incise, cue.opening = subject, True, True, k
            return True
        if (
            not cuts
            or frame.tags[subject[1] + 1 if rest else 0] & (RELATIVE | WHO)
            or not any(is_verb(frame, x, words) for x in rest)
        ):
            return False
    if last & (MARKED | CLOSE) and k >= 2 and tags[k - 2] & (DET | OF) and not subject:  # noqa: PLR2004
        return False
    cue.subject, cue.inverted, cue.incise = subject, True, True
    cue.opening = k - 1 if like else k
    return True


def _takes_object(frame: Frame, cue: Cue, after: int) -> bool:
    """Whether the phrase behind the verb is its object, since the preposition that the verb wants follows."""
    if after >= len(frame):
        return False
    links = {c.partition(":")[2] for c in cue.entry.constructions if c.startswith("ob:")}
    return frame.norms[after] in links or (frame.norms[after] == "d'" and "de" in links)


def _to_subject(frame: Frame, i: int, words: Lexicon) -> int | None:
    """Step right from a verb over adverbs, dates and asides to its inverted subject."""
    tags = frame.tags
    for _ in range(14):
        if i >= len(frame):
            return None
        tag = tags[i]
        if tag & (ADVERB | NEGATOR | TIME) and not tag & (DET | NAME | OF):
            i += 1
            continue
        if tag & DET and i + 1 < len(frame) and tags[i + 1] & TIME:
            i += 2
            while i < len(frame) and tags[i] & (TIME | ADVERB) and not tags[i] & NAME:
                i += 1
            continue
        if tag & DET and tag & CLITIC and i + 2 < len(frame) and frame.norms[i + 1].isdigit():
            i += 3
            continue
        if frame.norms[i].isdigit() and i and tags[i - 1] & TIME:
            i += 1
            continue
        if tag & (PREP | OF) and not tag & NAME and not (tag & DET and not tag & OF):
            j = i + 1
            while j < len(frame) and not tags[j] & (COMMA | STOP | COLON | MARKED | PREP) and j - i < 8:  # noqa: PLR2004
                if j > i + 1 and j in frame.begins:
                    break
                if tags[j] & (DET | NAME) and j > i + 1 and not tags[j - 1] & (DET | OF | PREP | NAME):
                    break
                j += 1
            i = j
            if i < len(frame) and tags[i] & COMMA:
                i += 1
            continue
        if tag & COMMA:
            aside = next((j for j in range(i + 2, min(len(frame), i + 8)) if tags[j] & COMMA), None)
            if aside and (
                any(tags[x] & TIME for x in range(i + 1, aside))
                or (aside - i <= 3 and not any(tags[x] & (DET | NAME | MARKED) for x in range(i + 1, aside)))  # noqa: PLR2004
            ):
                i = aside + 1
                continue
            if (
                i + 1 < len(frame)
                and tags[i + 1] & (STRONG | PREP | TIME | ADVERB)
                and not tags[i + 1] & NAME
            ):
                i += 1
                if tags[i] & STRONG and i + 1 < len(frame) and tags[i + 1] & COMMA:
                    i += 2
                continue
            return None
        return i
    return None


def _complete(frame: Frame, comma: int, words: Lexicon, before: list[Cue]) -> bool:
    """Whether what stands before the comma at `comma` can be a content: a clause with its verb, or marks."""
    start = max((c.end for c in before if c.incise), default=0)
    segment_relative = False
    for i in range(start, comma):
        tag = frame.tags[i]
        if tag & COMMA:
            segment_relative = False
        if tag & MARKED and not segment_relative:
            return True
        if tag & (WHO | RELATIVE) and not tag & NAME and (i == 0 or frame.tags[i - 1] & (COMMA | PREP)):
            segment_relative = True
        if not segment_relative and is_verb(frame, i, words) and not _relative_verb(frame, i):
            return True
    return False


def _relative_verb(frame: Frame, i: int) -> bool:
    """Whether the verb at `i` follows *qui* directly, clitics apart."""
    j = i - 1
    while j >= 0 and frame.tags[j] & (CLITIC | NEGATION) and not frame.tags[j] & SUBJECT:
        j -= 1
    return j >= 0 and bool(frame.tags[j] & WHO)


def main_subject(frame: Frame, k: int, words: Lexicon, *, nearest: bool = False) -> Range | None:
    """Subject of the main clause before `k`, or of the first one after it (*Assurant soutenir la grève, la maire a ...*)."""
    for i in reversed(range(k)) if nearest else range(k):
        if is_verb(frame, i, words) and not _relative_verb(frame, i):
            j = i
            while j > 0 and frame.tags[j - 1] & (CLITIC | NEGATION) and not frame.tags[j - 1] & SUBJECT:
                j -= 1
            found = subject_of(frame, j, words)
            if found:
                return found
    for i in range(k + 1, len(frame)):
        if is_verb(frame, i, words) and any(frame.tags[x] & (COMMA | DASH) for x in range(k, i)):
            j = i
            while j > 0 and frame.tags[j - 1] & (CLITIC | NEGATION) and not frame.tags[j - 1] & SUBJECT:
                j -= 1
            found = subject_of(frame, j, words)
            if found and found[0] > k:
                return found
    return None
