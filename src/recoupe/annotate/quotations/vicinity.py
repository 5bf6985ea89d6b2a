"""What stands at an atom behind a cue: an infinitive, a clause without *que*, a date, a phrase to step over.

Decides: questions about single atoms that the walk of `landing` asks. Leaves to it where the content begins.
"""

from __future__ import annotations

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    CLITIC,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DET,
    FINITE,
    GUESSED,
    INFINITIVE,
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
from recoupe.annotate.quotations.phrases import Range, close_of, is_verb

_PHRASE = 14  # atoms of the longest phrase that is stepped over
_REASON = 20  # atoms between a verb of praise and its reason


class Vicinity:
    """The atoms behind a cue, with what the walk over them has met so far."""

    def __init__(self, frame: Frame, cue: Cue, words: Lexicon) -> None:
        self.frame, self.cue, self.words = frame, cue, words
        self.entry = cue.entry
        self.addressee: Range | None = None
        self.object: Range | None = None
        self.commas = 0
        self.skipped = False  # whether a phrase was stepped over that is neither addressee nor venue nor date

    def tag(self, i: int) -> int:
        """Bits of the atom at `i`; 0 behind the end."""
        return self.frame.tags[i] if i < len(self.frame) else 0

    def object_told(self) -> bool:
        """Whether the object stands before the verb: *l'a qualifié*, *le plan qu'elle qualifie*."""
        cue, frame = self.cue, self.frame
        first = min(cue.first, cue.subject[0]) if cue.subject else cue.first
        plain = cue.mode in ("finite", "compound") and not frame.tags[cue.first - 1] & WHO
        if (
            plain
            and first > 1
            and frame.tags[first - 1] & THAT
            and not frame.tags[first - 2] & (PAST | FINITE)
        ):
            return True
        return any(n in self.words.accusative for n in frame.norms[cue.first : cue.verb])

    def infinitive(self, i: int) -> int | None:
        """Index of the infinitive that begins at `i`, over clitics, negation and adverbs."""
        frame = self.frame
        for x in range(i, min(len(frame), i + 6)):
            tag = frame.tags[x]
            if tag & INFINITIVE and not tag & NAME:
                return x
            if tag & GUESSED and not tag & NAME and x:
                linked = x == self.cue.end or frame.tags[x - 1] & (OF | PREP | CLITIC | NEGATOR)
                if linked:
                    return x if frame.norms[x - 1] not in self.words.contracted else None
            if not tag & (CLITIC | NEGATION | NEGATOR | ADVERB):
                return None
        return None

    def infinitive_lands(self, i: int, tag: int) -> bool:
        """Whether the infinitive at `i` is the content of a verb that takes one without a preposition."""
        if "inf" not in self.entry.codes:
            return False
        if self.words.infinitive_particle:
            return self.frame.norms[i] == self.words.infinitive_particle and self.may_be_infinitive(i + 1)
        if (tag & ADVERB and not tag & NEGATOR) or self.frame.tags[i - 1] & (PREP | OF | DET):
            return False
        return self.infinitive(i) is not None

    def object_acts(self, i: int) -> bool:
        """Whether an infinitive at `i` tells what the object is to do: *asked the council to vote*."""
        particle = self.words.infinitive_particle
        if not self.words.objects_inside or not particle or self.frame.norms[i] != particle:
            return False
        return "inf" in self.entry.object_then and self.may_be_infinitive(i + 1)

    def may_be_infinitive(self, i: int) -> bool:
        """Whether the word at `i`, behind the particle, can be an infinitive, known or not, adverbs stepped over."""
        while i < len(self.frame) and self.tag(i) & (ADVERB | NEGATOR) and not self.tag(i) & INFINITIVE:
            i += 1
        tag = self.tag(i)
        if tag & INFINITIVE and not tag & NAME:
            return True
        norm = self.frame.norms[i] if i < len(self.frame) else ""
        return not tag & ~GUESSED and norm.isalpha() and not norm.endswith("s")

    def bare_clause(self, i: int, tag: int) -> bool:
        """Where clauses need no *que*: whether one begins at `i`.

        Behind a verb that takes no object any phrase opens one; behind others a verb must follow soon.
        """
        takes = "clause" in (self.entry.object_then if self.object else self.entry.codes)
        if not self.words.bare_clauses or self.entry.weak or not takes or "that" in self.entry.codes:
            return False
        if tag & SUBORDINATOR and self.frame.norms[i] not in self.words.clause_heads:
            return False
        if tag & (INFINITIVE | PRESENT | FINITE) and not tag & (NAME | DET | SUBJECT | PREP):
            noun = self.frame.norms[i] in self.words.homographs and i + 1 < len(self.frame)
            return noun and is_verb(self.frame, i + 1, self.words)  # *said talks would go on*
        if "bare" in self.entry.codes or tag & SUBJECT:
            return bool(tag & (SUBJECT | DET | NAME | QUANTIFIER | NUMBER)) or self.goes_far(i)
        return any(
            is_verb(self.frame, x, self.words) for x in range(i + 1, min(len(self.frame), i + _REASON))
        )

    def goes_far(self, i: int) -> bool:
        """Whether more than an adverb or a single noun stands between `i` and the end of the clause."""
        rest = range(i, min(len(self.frame), i + 3))
        return len(rest) == 3 and not any(self.frame.tags[x] & (COMMA | STOP | COLON | MARKED) for x in rest)  # noqa: PLR2004

    def reduced(self, i: int) -> bool:
        """Whether a past form that wants an object has none: *the man accused of theft*, *mentioned by the mayor*."""
        entry, cue = self.entry, self.cue
        if not self.words.objects_inside or self.object or i != cue.end or cue.mode != "finite":
            return False
        if not self.frame.tags[cue.verb] & PAST:
            return False
        return self.frame.norms[i] in self.words.by or (
            bool(entry.calls or entry.object_then) and not self.tells() and not entry.phrase_after
        )

    def dative(self) -> bool:
        """Whether a pronoun in the group tells to whom: *lui a demandé*."""
        return any(n in self.words.dative for n in self.frame.norms[self.cue.first : self.cue.last + 1])

    def over(self, i: int) -> int:
        """Index after the prepositional phrase that begins at `i`."""
        frame = self.frame
        j = i + 1
        while j < len(frame) and j - i < _PHRASE:
            tag = frame.tags[j]
            if tag & (COMMA | STOP | COLON | MARKED | THAT | CLOSE | DASH | WHO) and not tag & NAME:
                break
            if tag & OPEN:
                j = close_of(frame, j, len(frame))
                continue
            before = frame.tags[j - 1]
            if j > i + 1 and tag & PREP and not tag & (NAME | DET):
                break
            if j > i + 1 and tag & DET and not tag & OF and not before & (OF | PREP | DET):
                break
            opens = tag & OF or (tag & INFINITIVE and not before & (OF | DET | PREP))
            if opens and self.infinitive(j) is not None:
                break  # the *de* that leads to an infinitive belongs to the content
            if frame.norms[j] in self.words.whether_asked and not tag & REFLEXIVE:
                break
            j += 1
        return j

    def over_date(self, i: int, tag: int) -> int | None:
        """Index after the adverb or date at `i`; None if there is none."""
        frame = self.frame
        if tag & (ADVERB | NEGATOR | TIME | STRONG | NEGATION) and not tag & (DET | NAME | OF):
            return i + 1
        ago = self.words.ago
        if ago and tuple(frame.norms[i : i + len(ago)]) == ago:
            return self.over(i + len(ago) - 1)
        if tag & DET and self.tag(i + 1) & NUMBER and self.tag(i + 2) & TIME:
            return i + 3
        if tag & DET and not tag & OF and self.tag(i + 1) & TIME:
            return i + 1
        return i + 1 if tag & NUMBER and frame.tags[i - 1] & (TIME | DET) else None

    def names_object(self) -> bool:
        """Whether the verb wants to know of whom something is said, or to whom, before what is said."""
        return self.entry.calls or (bool(self.entry.object_then) and not self.entry.takes_object)

    def tells(self) -> bool:
        """Whether the object of the verb is who is told or asked, not whom something is said of."""
        return bool(self.entry.object_then & {"clause", "question"})

    def says_of(self, atoms: Range) -> bool:
        """Whether something is said of the object: *called the plan a disgrace*, not *a club called Velou*."""
        after = self.tag(atoms[1]) if atoms[1] < len(self.frame) else STOP
        if not self.entry.calls:
            near = self.frame.norms[atoms[0] + 1 : atoms[0] + _REASON]
            links = self.entry.object_then | (
                {self.words.infinitive_particle} if "inf" in self.entry.object_then else set()
            )
            return any(norm in links for norm in near)
        if atoms[1] < len(self.frame) and is_verb(self.frame, atoms[1], self.words):
            return False  # *a club called Velou has won*
        return not after & (STOP | COMMA | COLON | TIME | THAT | WHO) and (
            not after & PREP or self.frame.norms[atoms[1]] in self.words.like
        )

    def told(self, i: int) -> Range | None:
        """The phrase at `i` that names who is told, where a clause without *that* may follow it directly."""
        frame = self.frame
        barrier = THAT | WHETHER | SUBJECT | COMMA | STOP | COLON | MARKED | PREP | TIME | ADVERB | WHO | DASH
        j = i + 1
        while j < min(len(frame), i + _PHRASE) and not frame.tags[j] & barrier:
            tag, before = frame.tags[j], frame.tags[j - 1]
            if tag & DET and not before & OF:
                break
            if tag & NAME and not before & (NAME | OF | DET) and frame.norms[j - 1].isalpha():
                break
            j += 1
        return (i, j) if j > i else None

    def reason(self, i: int) -> int | None:
        """Index of the infinitive that says why somebody is praised or blamed: *salue la ville pour avoir tenu*."""
        purposes = self.words.purpose & self.entry.object_then
        if not purposes:
            return None
        for j in range(i + 1, min(len(self.frame), i + _REASON)):
            if self.frame.tags[j] & (COMMA | STOP | COLON | MARKED):
                return None
            if self.frame.norms[j] in purposes and self.infinitive(j + 1) is not None:
                return j + 1
        return None
