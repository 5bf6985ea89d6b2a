"""What a verb of speech reports: from where to where its content runs.

Decides: for a cue in front of its content, where the content begins (after *que*, *de*, *à*, a colon, at the marks, at
the object) and where it ends; for a cue inside or after it, the clause before and what goes on behind. Leaves to
others: whether the content is another attribution's.

Ranges are pairs of atom indexes, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.annotate.quotations.cues import Cue
from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
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
from recoupe.annotate.quotations.phrases import Range, close_of, is_verb, to_the_right

_STATEMENT = 40  # code points of marks that can be a statement of their own
_WALK = 45  # atoms between a verb and its content


class Landing(NamedTuple):
    """Where the content of a cue begins.

    Attributes:
        kind: `clause`, `phrase`, `marked`, `colon`.
        at: its first atom.
        addressee: range of who is spoken to, if the walk met one.
        needs_marks: whether the content counts only if it holds marks.
        infinitive: whether the content is an infinitive, so that a finite verb joined to it is not part of it.
    """

    kind: str
    at: int
    addressee: Range | None = None
    needs_marks: bool = False
    infinitive: bool = False


def land(frame: Frame, cue: Cue, words: Lexicon) -> Landing | None:
    """Walk right from a cue to its content, over adverbs, dates, places and the addressee; None if there is none."""
    return _Walk(frame, cue, words).run()


class _Walk:
    def __init__(self, frame: Frame, cue: Cue, words: Lexicon) -> None:
        self.frame = frame
        self.words = words
        self.cue = cue
        self.can = cue.entry.constructions
        self.addressee: Range | None = None
        self.object: Range | None = None
        self.linked = {c[3:] for c in self.can if c.startswith("ob:")}
        self.commas = 0
        self.skipped = False

    def run(self) -> Landing | None:
        i = self.cue.end
        limit = min(len(self.frame), i + _WALK)
        while i < limit:
            step = self._step(i)
            if step is None or isinstance(step, Landing):
                return step
            i = step
        return None

    def _landing(self, kind: str, at: int, *, needs_marks: bool = False) -> Landing | None:
        if at >= len(self.frame):
            return None
        infinitive = kind == "clause" and self._infinitive(at) is not None
        return Landing(kind, at, self.addressee, needs_marks, infinitive)

    def _step(self, i: int) -> Landing | int | None:  # noqa: C901, PLR0911, PLR0912 - one branch for each kind of atom
        frame, tag, norm = self.frame, self.frame.tags[i], self.frame.norms[i]
        if tag & MARKED:
            return self._at_marks(i)
        if tag & THAT and norm != "comme":
            if self.cue.negated and i + 1 < len(frame) and frame.tags[i + 1] & (PREP | OF | INFINITIVE):
                return None  # *ne demande qu'à*
            if "que" in self.can and (not self.cue.entry.weak or self._marks_after(i)):
                return self._landing("clause", i + 1)
            if "que" in self.linked and self.object:
                return self._landing("clause", i + 1)
            return None
        if tag & COLON:
            return self._at_colon(i)
        if (
            tag & WHETHER
            and norm not in ("s'",)
            or (norm == "s'" and i + 1 < len(frame) and frame.tags[i + 1] & SUBJECT)
        ):
            asks = "si" in self.can or (norm not in ("si", "s'") and "que" in self.can)
            return self._landing("clause", i) if asks and not self.cue.negated else None
        if tag & COMMA:
            return self._at_comma(i)
        if tag & OPEN:
            return close_of(frame, i, len(frame))
        if tag & DASH and i + 1 < len(frame) and frame.tags[i + 1] & NAME and frame.tags[i - 1] & NAME:
            return i + 2
        if tag & (STOP | CLOSE | DASH | WHO | INVERTED):
            return None
        start = self._infinitive(i) if not tag & ADVERB or tag & NEGATOR else None
        if start is not None and "inf" in self.can and not frame.tags[i - 1] & (PREP | OF | DET):
            return self._landing("clause", i, needs_marks=self.cue.entry.weak)
        if tag & OF:
            return self._at_of(i)
        if norm in self.words.to and norm != "devant" or (norm == "to" and tag & PREP):
            return self._at_to(i)
        if norm in self.linked and tag & PREP:
            return self._linked(i)
        if norm in self.can and tag & PREP:
            return self._landing("phrase", i + 1)
        if tag & SUBORDINATOR and norm in ("comme", "as") and ({"as", 'as"'} & self.can):
            return self._landing("phrase", i + 1, needs_marks=True)
        if (
            tag & PREP
            and frame.norms[i] in self.words.gerund
            and i + 1 < len(frame)
            and frame.tags[i + 1] & PRESENT
        ):
            return None
        if tag & (ADVERB | NEGATOR | TIME | STRONG | NEGATION) and not tag & (DET | NAME | OF):
            return i + 1
        ago = len(self.words.ago)
        if ago and tuple(frame.norms[i : i + ago]) == self.words.ago:
            return self._over(i + ago - 1)
        if tag & DET and i + 2 < len(frame) and frame.tags[i + 1] & NUMBER and frame.tags[i + 2] & TIME:
            return i + 3
        if (
            tag & DET
            and i + 1 < len(frame)
            and frame.tags[i + 1] & TIME
            and not tag & OF
            or (tag & NUMBER and frame.tags[i - 1] & (TIME | DET))
        ):
            return i + 1
        if tag & PREP and not tag & NAME and not (tag & DET):
            return self._pass(i)
        if is_verb(frame, i, self.words) or tag & (SUBJECT | RELATIVE) and not tag & NAME:
            return None
        if tag & (INFINITIVE | PRESENT) and not tag & (NAME | DET):
            return None
        return self._at_phrase(i)

    def _sentence(self, i: int) -> bool:
        """Whether the marks at `i` are long enough to be a statement, not a word of the phrase before them."""
        return not self.cue.entry.weak and self.frame.ends[i] - self.frame.starts[i] > _STATEMENT

    def _marks_after(self, i: int) -> bool:
        return any(self.frame.tags[x] & MARKED for x in range(i, min(len(self.frame), i + 25)))

    def _infinitive(self, i: int) -> int | None:
        """Index of the infinitive that begins at `i`, over clitics, negation and adverbs."""
        frame = self.frame
        for x in range(i, min(len(frame), i + 6)):
            tag = frame.tags[x]
            if tag & INFINITIVE and not tag & NAME:
                return x
            if (
                tag & GUESSED
                and not tag & NAME
                and x
                and (x == self.cue.end or frame.tags[x - 1] & (OF | PREP | CLITIC | NEGATOR))
            ):
                return x if frame.norms[x - 1] not in self.words.contracted else None
            if not tag & (CLITIC | NEGATION | NEGATOR | ADVERB):
                return None
        return None

    def _at_marks(self, i: int) -> Landing | None:
        if self.cue.mode in ("passive", "bare") or "noq" in self.can:
            return None
        if self.object and not self.linked and not ("as" in self.can and 'np"' in self.can):
            return None
        return self._landing("marked", i)

    def _at_colon(self, i: int) -> Landing | None:
        if i + 1 < len(self.frame) and self.frame.tags[i + 1] & MARKED and "noq" not in self.can:
            return self._landing("colon", i + 1)
        if i == self.cue.end and not self.cue.entry.weak and "que" in self.can and i + 3 < len(self.frame):
            return self._landing("clause", i + 1)
        return None

    def _at_comma(self, i: int) -> int | None:
        self.commas += 1
        if self.commas > 4 or i + 1 >= len(self.frame):  # noqa: PLR2004
            return None
        tag = self.frame.tags[i + 1]
        if tag & MARKED and self.skipped:
            return None
        if tag & (THAT | MARKED) or tag & (PREP | ADVERB | TIME | STRONG) and not tag & NAME:
            return i + 1
        aside = next(
            (j for j in range(i + 2, min(len(self.frame), i + 5)) if self.frame.tags[j] & (COMMA | COLON)),
            None,
        )
        if aside and not any(
            self.frame.tags[x] & (DET | NAME | OF | FINITE | WHO | PRESENT) for x in range(i + 1, aside)
        ):
            return aside + 1 if self.frame.tags[aside] & COMMA else aside  # *rappelle, malicieux, que*
        if self.commas > 1 and self.commas % 2 == 0:
            return i + 1
        if tag & OF:
            return i + 1
        return None

    def _at_of(self, i: int) -> Landing | int | None:
        linked = "de" in self.linked and (
            self.object is not None or self.cue.mode == "passive" or self._dative() or bool(self.addressee)
        )
        if self._infinitive(i + 1) is not None:
            if "de" in self.can or linked or "de" in self.linked:
                return self._landing("clause", i + 1)
            return None
        after = self.frame.tags[i + 1] if i + 1 < len(self.frame) else 0
        if after & MARKED:
            if {"as", 'as"', 'de"', "de+", "de"} & self.can or "de" in self.linked:
                return self._landing("marked", i + 1)
            if "np" in self.can or 'np"' in self.can:
                return self._landing("phrase", i, needs_marks=True)
            return self._pass(i)
        if "de+" in self.can or linked and "np" not in self.can:
            return self._landing("phrase", i + 1)
        if 'de"' in self.can:
            return self._landing("phrase", i + 1, needs_marks=True)
        if "as" in self.can and (self.object or self.cue.mode == "passive"):
            return self._landing("phrase", i + 1)
        if 'as"' in self.can and self.object:
            return self._landing("phrase", i + 1, needs_marks=True)
        following = self.frame.norms[i + 1] if i + 1 < len(self.frame) else ""
        partitive = self.frame.norms[i] == "de" and following in self.words.adjectives_before
        if (
            (partitive or self.frame.norms[i] in ("des", "du"))
            and after
            and ("np" in self.can or 'np"' in self.can)
            and not after & TIME
        ):
            return self._landing("phrase", i, needs_marks="np" not in self.can)
        return self._pass(i)

    def _dative(self) -> bool:
        group = self.frame.norms[self.cue.first : self.cue.last + 1]
        return any(n in self.words.dative for n in group)

    def _at_to(self, i: int) -> Landing | int | None:
        if "à" in self.can or "à" in self.linked:
            if self._infinitive(i + 1) is not None:
                return self._landing("clause", i + 1)
            after = self.frame.tags[i + 1] if i + 1 < len(self.frame) else 0
            person = (
                self.cue.form.lemma == "appeler" and after & NAME and self.frame.norms[self.cue.first] == "en"
            )
            if "à" in self.can and not person and (self.object is None or after & MARKED):
                return self._landing("marked" if after & MARKED else "phrase", i + 1)
        if "à_inf" in self.can and self._infinitive(i + 1) is not None:
            return self._landing("clause", i + 1)
        if self.frame.tags[i + 1 if i + 1 < len(self.frame) else i] & MARKED and 'np"' in self.can:
            return self._landing("marked", i + 1)
        found = to_the_right(self.frame, i + 1, self.words)
        if found is None:
            return self._pass(i)
        if self.addressee is None and self.frame.norms[found[1] - 1] not in self.words.venues:
            heads = self.frame.norms[found[0] : found[0] + 3]
            if (
                not any(h in self.words.venues and h != "presse" for h in heads)
                and not self.frame.tags[found[0]] & TIME
            ):
                self.addressee = (i, found[1])
        return found[1]

    def _linked(self, i: int) -> Landing | int | None:
        """At the preposition after the object: *pour avoir tenu*, *contre une attaque*."""
        if (
            self.object is None
            and not self._dative()
            and not self.addressee
            and self.frame.norms[i] != "pour"
        ):
            return self._pass(i)
        if self._infinitive(i + 1) is not None:
            return self._landing("clause", i + 1)
        return (
            self._landing("marked" if self.frame.tags[i + 1] & MARKED else "phrase", i + 1)
            if i + 1 < len(self.frame)
            else None
        )

    def _pass(self, i: int) -> int | None:
        """Step over a phrase; None if the marks behind it are a word of that phrase."""
        after = self._over(i)
        plain = not any(n in self.words.venues for n in self.frame.norms[i:after])
        if after > i + 1 and all(t & NAME for t in self.frame.tags[i + 1 : after]):
            plain = False  # *sur Radio Vélou*
        if plain and not any(t & TIME for t in self.frame.tags[i:after]):
            self.skipped = True
            if after < len(self.frame) and self.frame.tags[after] & MARKED and not self._sentence(after):
                return None
        return after

    def _over(self, i: int) -> int:
        """Index after the prepositional phrase that begins at `i`."""
        frame = self.frame
        j = i + 1
        while j < len(frame) and j - i < 14:  # noqa: PLR2004
            tag = frame.tags[j]
            if tag & (COMMA | STOP | COLON | MARKED | THAT | CLOSE | DASH | WHO) and not tag & NAME:
                break
            if tag & OPEN:
                j = close_of(frame, j, len(frame))
                continue
            if tag & PREP and not tag & (NAME | DET) and j > i + 1:
                break
            if tag & DET and not tag & OF and j > i + 1 and not frame.tags[j - 1] & (OF | PREP | DET):
                break
            if self._infinitive(j) is not None and tag & OF | (
                tag & INFINITIVE and not frame.tags[j - 1] & (OF | DET | PREP)
            ):
                break
            if tag & WHETHER and frame.norms[j] == "si":
                break
            j += 1
        # the introducing *de* of an infinitive belongs to the content
        return j

    def _reason(self, i: int) -> int | None:
        """Index of the infinitive that says why somebody is praised or blamed: *salue la ville pour avoir tenu*."""
        for j in range(i + 1, min(len(self.frame), i + 20)):
            if self.frame.tags[j] & (COMMA | STOP | COLON | MARKED):
                return None
            if self.frame.norms[j] in ("pour", "for") and self._infinitive(j + 1) is not None:
                return j + 1
        return None

    def _at_phrase(self, i: int) -> Landing | int | None:
        can = self.can
        if "adj" in can:
            return self._landing("adjective", i)
        if (
            ({"as", 'as"'} & can or self.linked)
            and self.object is None
            and not ("np" in can and "as" not in can)
        ):
            found = to_the_right(self.frame, i, self.words)
            if found is None:
                return None
            self.object = found
            if self.linked:
                self.addressee = found
            return found[1]
        if self.object is not None:
            return None
        reason = self._reason(i) if "pour" in self.linked and can & {"np", 'np"'} else None
        if reason is not None:
            self.addressee = None
            return self._landing("clause", reason)
        tag = self.frame.tags[i]
        if not tag & (DET | NAME | QUANTIFIER | NUMBER | STRONG) and not ("np" in can and i > self.cue.end):
            return None  # a bare noun is no object
        if "np" in can:
            return self._landing("phrase", i)
        if 'np"' in can:
            return self._landing("phrase", i, needs_marks=True)
        return None


def content_end(
    frame: Frame, landing: Landing, words: Lexicon, stops: Sequence[int], *, subordinate: bool
) -> int:
    """Index after the content that begins at a landing.

    Args:
        frame: the frame.
        landing: where the content begins and of what kind it is.
        words: the tables.
        stops: openings of later attributions in the frame, sorted.
        subordinate: whether the cue's own clause is a fronted subordinate one, so that the main clause ends it.
    """
    limit = min((s for s in stops if s > landing.at), default=len(frame))
    i = landing.at
    depth = 0
    dashed = any(frame.tags[x] & DASH for x in range(1, landing.at))
    while i < limit:
        tag = frame.tags[i]
        if tag & OPEN:
            i = close_of(frame, i, limit, 60)
            continue
        if tag & CLOSE and not depth:
            break
        if tag & STOP:
            if (
                tag & STOP
                and i + 1 < limit
                and frame.norms[i] in ("?", "!", "…", ".")
                and not frame.tags[i + 1] & NAME
                and frame.norms[i] != "."
            ):
                i += 1
                continue
            if frame.norms[i] != "." or i + 1 >= limit or frame.norms[i] == ";":
                break
            i += 1
            continue
        if tag & COLON:
            if i + 1 < limit and frame.tags[i + 1] & MARKED:
                break
        if tag & DASH and dashed:
            break
        if landing.infinitive and tag & COORDINATOR and _new_clause(frame, i + 1, limit, words):
            break
        if landing.kind == "phrase" and i > landing.at and _leaves_phrase(frame, i, limit):
            break
        if tag & COMMA and i + 1 < limit and i > landing.at:
            if _breaks(frame, i + 1, words):
                break
            if landing.kind in ("phrase", "adjective") and not _phrase_goes_on(frame, i + 1, limit, words):
                break
            if subordinate and _main_clause(frame, i + 1, limit, words):
                break
        i += 1
    return _trim(frame, landing.at, i, words)


def _new_clause(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether a finite clause begins at `i`, behind a conjunction."""
    for x in range(i, min(limit, i + 8)):
        if is_verb(frame, x, words):
            return True
        if frame.tags[x] & (THAT | WHO | RELATIVE | COMMA | MARKED | INFINITIVE) and not frame.tags[x] & NAME:
            return False
    return False


def _leaves_phrase(frame: Frame, i: int, limit: int) -> bool:
    """Whether an object ends at `i`: a subordinate clause, or *pour* with an infinitive."""
    tag = frame.tags[i]
    if tag & SUBORDINATOR and not tag & (NAME | ADVERB | PREP) and frame.norms[i] not in ("comme", "as"):
        return True
    if frame.norms[i] == "alors" and i + 1 < limit and frame.tags[i + 1] & THAT:
        return True
    return frame.norms[i] == "pour" and i + 1 < limit and bool(frame.tags[i + 1] & (INFINITIVE | GUESSED))


def _breaks(frame: Frame, i: int, words: Lexicon) -> bool:
    """Whether a clause of the reporter's own begins at `i`, after a comma."""
    if frame.norms[i] in words.nouns and i + 1 < len(frame) and frame.tags[i + 1] & THAT:
        return True
    for phrase in words.breakers.get(frame.norms[i], ()):
        if tuple(frame.norms[i : i + len(phrase)]) == phrase:
            return True
    return False


def _phrase_goes_on(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether an object goes on after a comma: marks, a relative, an explanation, or the next item of a list."""
    tag = frame.tags[i]
    if tag & (MARKED | RELATIVE) or frame.norms[i] in ("soit", "notamment", "voire", "including"):
        return True
    if frame.norms[i] == "y" and i + 1 < limit and frame.norms[i + 1] == "compris":
        return True
    if tag & PREP and i + 1 < limit and frame.tags[i + 1] & RELATIVE:
        return True
    if tag & (DET | OF | NAME):
        joined = False
        for x in range(i, min(limit, i + 25)):
            if frame.tags[x] & STOP:
                break
            if is_verb(frame, x, words):
                return False
            joined |= bool(frame.tags[x] & COORDINATOR and frame.norms[x] in ("et", "and", "ou", "or"))
        return joined
    return False


def _main_clause(frame: Frame, i: int, limit: int, words: Lexicon) -> bool:
    """Whether a clause with its own subject begins at `i`."""
    if not frame.tags[i] & (DET | NAME | SUBJECT | QUANTIFIER):
        return False
    return any(is_verb(frame, x, words) for x in range(i, min(limit, i + 15)))


def _trim(frame: Frame, start: int, end: int, words: Lexicon) -> int:
    """Drop what does not belong at the end of a content: conjunctions, commas, a phrase that names the venue."""
    while end > start:
        tag = frame.tags[end - 1]
        if tag & (COMMA | STOP | COLON | DASH | COORDINATOR | PREP | RELATIVE | WHO) and not tag & (
            NAME | STRONG
        ):
            end -= 1
            continue
        break
    return end


def before_incise(frame: Frame, cue: Cue, start: int) -> Range | None:
    """The clause before an incise, from `start`, without the conjunctions that lead into it.

    Marks right after a colon, or alone but for a conjunction, are the content by themselves.
    """
    end = cue.opening
    while end > start and frame.tags[end - 1] & (COMMA | DASH | STOP):
        end -= 1
    i = start
    while i < end:
        tag = frame.tags[i]
        if tag & (COMMA | DASH | STOP | COLON | CLOSE):
            i += 1
        elif tag & (ADVERB | COORDINATOR) and i + 1 < end and frame.tags[i + 1] & COMMA and not tag & NAME:
            i += 2
        elif (
            tag & COORDINATOR
            and i + 2 < end
            and frame.norms[i + 1] in ("ce", "this")
            and frame.tags[i + 2] & COMMA
        ):
            i += 3
        elif tag & COORDINATOR and i + 1 < end and frame.tags[i + 1] & MARKED:
            i += 1
        else:
            break
    if i >= end or all(frame.tags[x] & (COORDINATOR | ADVERB) for x in range(i, end)):
        return None
    for x in range(end - 1, i, -1):
        if frame.tags[x] & MARKED and frame.tags[x - 1] & (COLON | STOP):
            return (x, end)
    return (i, end)


def after_incise(frame: Frame, cue: Cue, limit: int, words: Lexicon) -> Range | None:
    """What goes on behind an incise: the next marks, if only an aside stands between; None if nothing does."""
    i = cue.end
    steps = 0
    while i < limit and steps < 25:  # noqa: PLR2004
        tag = frame.tags[i]
        steps += 1
        if tag & MARKED:
            before = frame.tags[i - 1]
            if not before & (COMMA | COLON | STOP | DASH | CLOSE) and i != cue.end:
                return None
            end = i + 1
            while (
                end + 1 < limit and frame.tags[end + 1] & MARKED and frame.tags[end] & (COMMA | COORDINATOR)
            ):
                end += 2
            return (i, end)
        if is_verb(frame, i, words) or tag & (WHO | THAT | PRESENT | INFINITIVE) and not tag & NAME:
            return None
        i += 1
    return None
