"""Verb groups that report: auxiliaries, clitics, negation, carriers (*tenir à*) and locutions around a verb of speech.

Decides: for a form of a verb of speech, whether it is used as that verb, and how far its group goes. Leaves to `cues`
whose words it reports and where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    AUXILIARY,
    CLITIC,
    COLON,
    COMMA,
    COORDINATOR,
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
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    WHO,
    Entry,
    Lexicon,
)
from recoupe.annotate.quotations.phrases import Range, is_verb, pronoun_here
from recoupe.language.morphology import VerbForm

GAP = 9  # atoms between an auxiliary and its participle: *a, dans un communiqué publié lundi, dénoncé*
_PARTICLE = 6  # atoms between a particle and its verb: *en a hier appelé*
_THIRD = 3  # the person in which a report speaks of its sources

Reading = tuple[VerbForm, tuple[Entry, ...]]


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


def group_at(frame: Frame, i: int, words: Lexicon, before: list[Cue]) -> Cue | None:
    """The verb group of the form at `i`, or None if it is no verb of speech here.

    Args:
        frame: the frame.
        i: atom of a form of a verb of speech.
        words: the tables.
        before: cues found to the left.
    """
    if frame.forms[i][0].isupper() and i > 0 and not frame.tags[i - 1] & (STOP | COLON):
        return None
    readings: dict[str, Reading] = {}
    for form, entries in words.speech(frame.norms[i]):
        if form.person in (0, _THIRD):
            readings[form.tense if form.mood == "participle" else form.mood] = (form, entries)
    past = readings.get("past")
    if past:
        cue = compound(frame, i, past, words)
        if cue:
            return cue
    for mood in ("indicative", "conditional", "subjunctive"):
        if mood in readings and is_verb(frame, i, words):
            return finite(frame, i, readings[mood], words)
    if "infinitive" in readings:
        return _infinitive(frame, i, readings["infinitive"], words)
    if "present" in readings:
        return _gerund(frame, i, readings["present"], words)
    return _bare(frame, i, past, before) if past else None


def _pick(
    frame: Frame, entries: tuple[Entry, ...], verb: int, *, reflexive: bool
) -> tuple[Entry, int] | None:
    """The entry that fits the words around, and the last atom of the group; locutions first."""
    for entry in entries:
        if entry.reflexive != reflexive:
            continue
        if entry.particle and entry.particle not in frame.norms[max(0, verb - _PARTICLE) : verb]:
            continue
        if not entry.after:
            return entry, verb
        j = verb + 1
        while (
            j < len(frame)
            and frame.tags[j] & (ADVERB | INVERTED | NEGATOR)
            and frame.norms[j] != entry.after[0]
        ):
            j += 1
        if tuple(frame.norms[j : j + len(entry.after)]) == entry.after:
            return entry, j + len(entry.after) - 1
    return None


def _left_edge(frame: Frame, first: int) -> tuple[int, bool, bool]:
    """Extend a group over clitics and negation: (first atom, reflexive?, negated?)."""
    reflexive = negated = False
    while first > 0 and frame.tags[first - 1] & (CLITIC | NEGATION | REFLEXIVE):
        tag = frame.tags[first - 1]
        if tag & SUBJECT and not tag & REFLEXIVE:
            break
        pronoun = not tag & (DET | PREP) or pronoun_here(frame, first - 1)
        if not pronoun and not frame.tags[first] & (AUXILIARY | INFINITIVE):
            break
        negated |= bool(tag & NEGATION)
        reflexive |= bool(tag & REFLEXIVE)
        first -= 1
    return first, reflexive, negated


def _auxiliary(frame: Frame, i: int, words: Lexicon) -> tuple[int, bool] | None:
    """The auxiliary of the participle at `i`: (its index, whether *été* stands between)."""
    passive = False
    for j in range(i - 1, max(-1, i - 1 - GAP), -1):
        tag = frame.tags[j]
        if tag & AUXILIARY and not tag & PREP:
            return j, passive
        if frame.norms[j] in words.been:
            passive = True
            continue
        if words.tight_groups and not tag & (ADVERB | NEGATOR | NEGATION | TIME | COMMA):
            return None
        if tag & (STOP | COLON | MARKED | THAT | WHO | SUBORDINATOR) and not tag & ADVERB:
            return None
        governed = j > 0 and bool(frame.tags[j - 1] & (PREP | OF))
        if tag & (FINITE | PAST) and not tag & (NAME | PREP | ADVERB | DET | TIME):
            if not governed and not (j > 0 and frame.tags[j - 1] & DET):
                return None
        elif (
            tag & DET
            and not tag & ADVERB
            and not governed
            and not (tag & CLITIC and frame.tags[j + 1] & TIME)
        ):
            return None
    return None


def compound(frame: Frame, i: int, reading: Reading, words: Lexicon) -> Cue | None:
    """The group of the participle at `i` with its auxiliary, which may be *avoir* or *ayant* as well."""
    form, entries = reading
    found = _auxiliary(frame, i, words)
    if found is None:
        return None
    at, been = found
    first, reflexive, negated = _left_edge(frame, at)
    picked = _pick(frame, entries, i, reflexive=reflexive)
    if picked is None:
        return None
    auxiliary = words.forms(frame.norms[at])
    being = any(f.lemma in words.being for f in auxiliary)
    mode = "passive" if been or (being and not reflexive) else "compound"
    if not frame.tags[at] & FINITE:
        mode = "gerund" if any(f.mood == "participle" for f in auxiliary) else "infinitive"
    conditional = any(f.mood == "conditional" for f in auxiliary)
    return Cue(picked[0], form, i, first, _over_inversion(frame, picked[1]), mode, negated, conditional)


def finite(frame: Frame, i: int, reading: Reading, words: Lexicon) -> Cue | None:
    """The group of the simple finite form at `i`."""
    del words
    form, entries = reading
    first, reflexive, negated = _left_edge(frame, i)
    picked = _pick(frame, entries, i, reflexive=reflexive)
    if picked is None:
        return None
    last = _over_inversion(frame, picked[1])
    return Cue(picked[0], form, i, first, last, "finite", negated, form.mood == "conditional")


def _infinitive(frame: Frame, i: int, reading: Reading, words: Lexicon) -> Cue | None:
    form, entries = reading
    first, reflexive, negated = _left_edge(frame, i)
    picked = _pick(frame, entries, i, reflexive=reflexive)
    if picked is None:
        return None
    cue = Cue(picked[0], form, i, first, _over_inversion(frame, picked[1]), "infinitive", negated)
    j = first - 1
    while j >= 0 and frame.tags[j] & (INVERTED | ADVERB | NEGATOR) and not frame.tags[j] & NAME:
        j -= 1
    for start in (j, j - 1):
        at = start
        while at > 0 and frame.tags[at] & (ADVERB | NEGATOR | INVERTED) and not frame.tags[at] & FINITE:
            at -= 1
        if at >= 0 and _carry(frame, cue, at, words):
            break
    return cue


def _carry(frame: Frame, cue: Cue, at: int, words: Lexicon) -> bool:
    """Whether the verb at `at` carries the infinitive of the cue (*a tenu à préciser*); the cue then takes its form."""
    between = [
        words.link(frame.norms[x])
        for x in range(at + 1, cue.first)
        if not frame.tags[x] & (ADVERB | INVERTED | NEGATOR)
    ]
    for carrier in words.forms(frame.norms[at]):
        turned = words.negated_carriers.get(carrier.lemma)
        denied = turned is not None and between == [turned] and _denied(frame, at)
        if denied and _take_form(frame, cue, at, carrier, words):
            cue.negated = False  # *n'a pas manqué de dire*: said
            return True
        link = words.carriers.get(carrier.lemma)
        if (
            link is not None
            and between == ([link] if link else [])
            and _take_form(frame, cue, at, carrier, words)
        ):
            return True
    return False


def _denied(frame: Frame, at: int) -> bool:
    """Whether a negation stands near before the verb at `at`, its auxiliary and its clitics stepped over."""
    near = range(max(0, at - GAP), at)
    return any(frame.tags[x] & NEGATION for x in near)


def _take_form(frame: Frame, cue: Cue, at: int, carrier: VerbForm, words: Lexicon) -> bool:
    if carrier.mood == "participle" and carrier.tense == "past":
        found = _auxiliary(frame, at, words)
        if found is None:
            return False
        at = found[0]
        cue.mode = "compound" if frame.tags[at] & FINITE else "gerund"
        cue.conditional = any(f.mood == "conditional" for f in words.forms(frame.norms[at]))
    elif carrier.person == _THIRD and is_verb(frame, at, words):
        cue.mode = "finite"
        cue.conditional = carrier.mood == "conditional"
    elif carrier.mood == "participle":
        cue.mode = "gerund"
    else:
        return False
    cue.first, _, negated = _left_edge(frame, at)
    cue.negated |= negated
    return True


def _gerund(frame: Frame, i: int, reading: Reading, words: Lexicon) -> Cue | None:
    form, entries = reading
    if i and frame.tags[i - 1] & (DET | OF) and not frame.tags[i - 1] & CLITIC:
        return None
    first, reflexive, negated = _left_edge(frame, i)
    if first < i and frame.norms[first] in words.gerund:
        first += 1
    picked = _pick(frame, entries, i, reflexive=reflexive)
    return Cue(picked[0], form, i, first, picked[1], "gerund", negated) if picked else None


def _bare(frame: Frame, i: int, reading: Reading, before: list[Cue]) -> Cue | None:
    """A participle without auxiliary: coordinated with one before (*et ajouté que*) or an attribute (*qualifié de*)."""
    form, entries = reading
    picked = _pick(frame, entries, i, reflexive=False)
    if picked is None:
        return None
    j = i - 1
    while j >= 0 and frame.tags[j] & (ADVERB | TIME) and not frame.tags[j] & NAME:
        j -= 1
    joined = j < 0 or bool(frame.tags[j] & COORDINATOR)
    earlier = (
        j == 0
        or any(c.mode == "compound" for c in before)
        or any(frame.tags[x] & AUXILIARY and frame.tags[x] & FINITE for x in range(j))
    )
    agrees = form.gender != "f" and form.number != "p"
    return Cue(picked[0], form, i, i, picked[1], "coordinated" if joined and earlier and agrees else "bare")


def _over_inversion(frame: Frame, last: int) -> int:
    """Step over an inverted pronoun after the verb (*dit-il*), which belongs to the group."""
    return last + 1 if last + 1 < len(frame) and frame.tags[last + 1] & INVERTED else last
