"""From a verb of speech to its content: where what it reports begins.

Decides: walking right from a cue over adverbs, dates, places, the addressee and the object, at which atom the content
begins and of what kind it is. Leaves to `contents` where it ends.

Ranges are pairs of atom indexes, end exclusive.
"""

from __future__ import annotations

from typing import NamedTuple

from recoupe.annotate.quotations.frames import Frame
from recoupe.annotate.quotations.groups import Cue
from recoupe.annotate.quotations.lexicon import (
    ADVERB,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DET,
    FINITE,
    INFINITIVE,
    INVERTED,
    MARKED,
    NAME,
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
from recoupe.annotate.quotations.phrases import Range, close_of, is_verb, to_the_right
from recoupe.annotate.quotations.vicinity import Vicinity

_CALLING = frozenset(
    {"as", 'as"', "weak", "personal", "bare"}
)  # codes of verbs that only say what something is called
_WALK = 45  # atoms between a verb and its content
_STATEMENT = 40  # code points of marks that can be a statement of their own
_MARKS_NEAR = 25  # atoms within which marks make the clause of a weak verb speech
_COMMAS = 4  # commas between a verb and its content


class Landing(NamedTuple):
    """Where the content of a cue begins.

    Attributes:
        kind: `clause`, `phrase`, `adjective`, `marked` or `colon`.
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
    """Walk right from a cue to its content; None if there is none."""
    return _Walk(frame, cue, words).run()


class _Walk(Vicinity):
    def run(self) -> Landing | None:
        """The landing, or None."""
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
        infinitive = kind == "clause" and self.infinitive(at) is not None
        return Landing(kind, at, self.addressee, needs_marks, infinitive)

    def _step(self, i: int) -> Landing | int | None:  # noqa: C901, PLR0911 - a branch for each kind of atom
        """The landing at atom `i`, or the atom to go on with, or None."""
        tag = self.frame.tags[i]
        if tag & (MARKED | THAT | COLON | COMMA | OPEN | STOP | CLOSE | DASH | WHO | INVERTED | WHETHER):
            barred, step = self._at_joint(i, tag)
            if barred:
                return step
        if self.object and self.object_acts(i):
            return self._landing("phrase", self.object[0])
        if self.infinitive_lands(i, tag):
            return self._landing("clause", i, needs_marks=self.entry.weak)
        if tag & (OF | PREP) and not (tag & NAME or (tag & DET and not tag & OF)):
            return self._at_link(i, tag)
        if tag & SUBORDINATOR and self.frame.norms[i] in self.words.like and self.entry.calls:
            return self._landing("phrase", i + 1, needs_marks=True)
        step = self._at_pronoun(i, tag) or self.over_date(i, tag)
        if step is not None:
            return step
        if self.bare_clause(i, tag) and (self.object or not self.names_object()):
            return self._landing("clause", i)
        if "adj" in self.entry.codes and tag & PAST and not tag & NAME:
            return self._landing("adjective", i)
        if is_verb(self.frame, i, self.words) or (tag & (SUBJECT | RELATIVE) and not tag & NAME):
            return None
        if tag & (INFINITIVE | PRESENT) and not tag & (NAME | DET):
            return None
        return self._at_phrase(i, tag)

    def _at_pronoun(self, i: int, tag: int) -> Landing | int | None:
        """At *him* or *them*, whom something is said of or told; at *there*, which opens a clause."""
        if self.frame.norms[i] in self.words.clause_heads and self.bare_clause(i, SUBJECT):
            return self._landing("clause", i)
        if not tag & STRONG or not self.words.objects_inside or self.object is not None:
            return None
        if self.tells():
            self.object = self.addressee = (i, i + 1)
            return i + 1
        return self._landing("phrase", i) if self.names_object() or self.entry.takes_object else None

    def _at_joint(  # noqa: PLR0911 - one return for each kind of joint
        self, i: int, tag: int
    ) -> tuple[bool, Landing | int | None]:
        """At an atom that joins or parts clauses: (whether that decides, the decision)."""
        if tag & MARKED:
            return True, self._at_marks(i)
        if tag & THAT:
            return True, self._at_that(i)
        if tag & COLON:
            return True, self._at_colon(i)
        if tag & WHETHER and (not tag & REFLEXIVE or self.tag(i + 1) & SUBJECT):
            asked = self.frame.norms[i] in self.words.whether_asked
            asks = "question" in self.entry.codes or (not asked and "clause" in self.entry.codes)
            return True, self._landing("clause", i) if asks and not self.cue.negated else None
        if tag & COMMA:
            return True, self._at_comma(i)
        if tag & OPEN:
            return True, close_of(self.frame, i, len(self.frame))
        if tag & DASH and self.tag(i + 1) & NAME and self.frame.tags[i - 1] & NAME:
            return True, i + 2
        return bool(tag & (STOP | CLOSE | DASH | WHO | INVERTED)), None

    def _at_that(self, i: int) -> Landing | None:
        only = self.tag(i + 1) & (PREP | INFINITIVE) or (
            self.tag(i + 1) & OF and self.infinitive(i + 2) is not None
        )
        if self.cue.negated and only:
            return None  # *ne demande qu'à*
        near = range(i, min(len(self.frame), i + _MARKS_NEAR))
        if "clause" in self.entry.codes and (
            not self.entry.weak or any(self.frame.tags[x] & MARKED for x in near)
        ):
            return self._landing("clause", i + 1)
        if "clause" in self.entry.object_then and self.object:
            return self._landing("clause", i + 1)
        return None

    def _at_marks(self, i: int) -> Landing | None:
        if self.cue.mode in ("passive", "bare") or self.entry.silent:
            return None
        called = self.entry.calls and self.entry.takes_marked
        if self.entry.codes <= _CALLING and not self.object and not self.object_told():
            return None  # *interprète « Vers la mer »*
        if self.object and not self.entry.object_then and not called:
            return None
        return self._landing("marked", i)

    def _at_colon(self, i: int) -> Landing | None:
        if self.tag(i + 1) & MARKED and not self.entry.silent:
            return self._landing("colon", i + 1)
        if (
            i == self.cue.end
            and not self.entry.weak
            and "clause" in self.entry.codes
            and i + 3 < len(self.frame)
        ):
            return self._landing("clause", i + 1)
        return None

    def _at_comma(self, i: int) -> int | None:
        self.commas += 1
        if self.commas > _COMMAS or i + 1 >= len(self.frame):
            return None
        tag = self.frame.tags[i + 1]
        if tag & MARKED and self.skipped:
            return None
        if tag & (THAT | MARKED) or (tag & (PREP | ADVERB | TIME | STRONG) and not tag & NAME):
            return i + 1
        near = range(i + 2, min(len(self.frame), i + 5))
        aside = next((j for j in near if self.frame.tags[j] & (COMMA | COLON)), None)
        heavy = DET | NAME | OF | FINITE | WHO | PRESENT
        if aside and not any(self.frame.tags[x] & heavy for x in range(i + 1, aside)):
            return aside + 1 if self.frame.tags[aside] & COMMA else aside  # *rappelle, malicieux, que*
        return i + 1 if self.commas > 1 or tag & OF else None

    def _at_link(  # noqa: C901, PLR0911 - one return for each construction
        self, i: int, tag: int
    ) -> Landing | int | None:
        """At a preposition: an infinitive or a phrase that the verb wants, an addressee, or a phrase to step over."""
        entry, link = self.entry, self.words.link(self.frame.norms[i])
        after = self.tag(i + 1)
        if self.frame.norms[i] in self.words.gerund and after & PRESENT:
            return None
        if self.reduced(i):
            return None
        given = (
            self.object is not None
            or self.cue.mode == "passive"
            or self.dative()
            or self.addressee is not None
        )
        given = given or link in self.words.purpose
        linked = link in entry.object_then and given
        if self.infinitive(i + 1) is not None:
            if link in entry.infinitive_after or linked or (tag & OF and link in entry.object_then):
                return self._landing("clause", i + 1)
            if tag & OF:
                return None
        elif after & MARKED:
            return self._link_before_marks(i, tag, link, linked=linked)
        elif (
            link in entry.phrase_after
            and (self.object is None or self.tells())
            and not (entry.particle and after & NAME)
        ):
            return self._landing("phrase", i + 1)
        elif link in entry.marked_after:
            return self._landing("phrase", i + 1, needs_marks=True)
        elif linked and not (tag & OF and entry.takes_object):
            return self._landing("phrase", i + 1)
        if tag & OF:
            return self._at_of(i, after)
        if self.frame.norms[i] in self.words.to:
            return self._at_addressee(i)
        return self._over_adverbial(i)

    def _link_before_marks(self, i: int, tag: int, link: str, *, linked: bool) -> Landing | int | None:
        entry = self.entry
        wanted = link in entry.phrase_after | entry.marked_after | entry.infinitive_after | entry.object_then
        if wanted or linked or (tag & OF and entry.calls):
            return self._landing("marked", i + 1)
        if tag & OF and entry.takes_marked:
            return self._landing("phrase", i, needs_marks=True)
        if self.frame.norms[i] in self.words.to and entry.takes_marked:
            return self._landing("marked", i + 1)
        return self._over_adverbial(i)

    def _at_of(self, i: int, after: int) -> Landing | int | None:
        """At *de*: what something is called, an object of its own (*annonce des travaux*), or a phrase to step over."""
        entry, norm = self.entry, self.frame.norms[i]
        if entry.calls and (self.object or (self.cue.mode == "passive" and "as" in entry.codes)):
            return self._landing("phrase", i + 1, needs_marks="as" not in entry.codes)
        following = self.frame.norms[i + 1] if i + 1 < len(self.frame) else ""
        partitive = norm in self.words.partitive
        partitive |= (
            norm in self.words.partitive_before_adjective and following in self.words.adjectives_before
        )
        if partitive and after and entry.takes_marked and not after & TIME:
            return self._landing("phrase", i, needs_marks=not entry.takes_object)
        return self._over_adverbial(i)

    def _at_addressee(self, i: int) -> int | None:
        found = to_the_right(self.frame, i + 1, self.words, bare=self.frame.norms[i] in self.words.contracted)
        if found is None:
            return self._over_adverbial(i)
        heads = [*self.frame.norms[found[0] : found[0] + 3], self.frame.norms[found[1] - 1]]
        venue = any(h in self.words.venues for h in heads) or self.frame.tags[found[0]] & TIME
        if self.addressee is None and not venue:
            self.addressee = (i, found[1])
        return found[1]

    def _over_adverbial(self, i: int) -> int | None:
        """Step over a phrase; None if the marks behind it are a word of that phrase."""
        after = self.over(i)
        tags = self.frame.tags
        venue = any(n in self.words.venues for n in self.frame.norms[i:after])
        named = after > i + 1 and all(t & NAME for t in tags[i + 1 : after])  # *sur Radio Vélou*
        if not venue and not named and not any(t & TIME for t in tags[i:after]):
            self.skipped = True
            long = after < len(self.frame) and self.frame.ends[after] - self.frame.starts[after] > _STATEMENT
            if self.tag(after) & MARKED and (self.entry.weak or not long):
                return None
        return after

    def _at_phrase(self, i: int, tag: int) -> Landing | int | None:  # noqa: PLR0911 - one return for each construction
        """At a noun phrase: the person or thing spoken of, or the content itself."""
        entry = self.entry
        if "adj" in entry.codes:
            return self._landing("adjective", i)
        if self.names_object() and self.object is None:
            told = self.words.objects_inside and self.tells()
            found = self.told(i) if told else to_the_right(self.frame, i, self.words)
            if found is None:
                return None
            if self.words.objects_inside and not told:
                return self._landing("phrase", i) if entry.takes_object or self.says_of(found) else None
            self.object = found
            if entry.object_then and entry.act != "accuse":
                self.addressee = found
            return found[1]
        if self.object is not None:
            return None
        reason = self.reason(i) if entry.takes_marked else None
        if reason is not None:
            return self._landing("clause", reason)
        plain = (
            self.words.bare_nouns
            or tag & (DET | NAME | QUANTIFIER | NUMBER | STRONG)
            or (entry.takes_object and i > self.cue.end)
        )
        if not plain or not entry.takes_marked:
            return None  # a bare noun is no object
        return self._landing("phrase", i, needs_marks=not entry.takes_object)
