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
    CLITIC,
    CLOSE,
    COLON,
    COMMA,
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
from recoupe.annotate.quotations.phrases import Range, close_of, is_verb, to_the_right

_CALLING = frozenset(
    {"as", 'as"', "weak", "personal", "bare"}
)  # codes of verbs that only say what something is called
_WALK = 45  # atoms between a verb and its content
_STATEMENT = 40  # code points of marks that can be a statement of their own
_MARKS_NEAR = 25  # atoms within which marks make the clause of a weak verb speech
_COMMAS = 4  # commas between a verb and its content
_PHRASE = 14  # atoms of the longest phrase that is stepped over
_REASON = 20  # atoms between a verb of praise and its reason


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


class _Walk:
    def __init__(self, frame: Frame, cue: Cue, words: Lexicon) -> None:
        self.frame, self.cue, self.words = frame, cue, words
        self.entry = cue.entry
        self.addressee: Range | None = None
        self.object: Range | None = None
        self.commas = 0
        self.skipped = False  # whether a phrase was stepped over that is neither addressee nor venue nor date

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

    def _tag(self, i: int) -> int:
        return self.frame.tags[i] if i < len(self.frame) else 0

    def _landing(self, kind: str, at: int, *, needs_marks: bool = False) -> Landing | None:
        if at >= len(self.frame):
            return None
        infinitive = kind == "clause" and self._infinitive(at) is not None
        return Landing(kind, at, self.addressee, needs_marks, infinitive)

    def _step(self, i: int) -> Landing | int | None:  # noqa: C901, PLR0911 - a branch for each kind of atom
        """The landing at atom `i`, or the atom to go on with, or None."""
        tag = self.frame.tags[i]
        if tag & (MARKED | THAT | COLON | COMMA | OPEN | STOP | CLOSE | DASH | WHO | INVERTED | WHETHER):
            barred, step = self._at_joint(i, tag)
            if barred:
                return step
        if self.object and self._object_acts(i):
            return self._landing("phrase", self.object[0])
        if self._infinitive_lands(i, tag):
            return self._landing("clause", i, needs_marks=self.entry.weak)
        if tag & (OF | PREP) and not (tag & NAME or (tag & DET and not tag & OF)):
            return self._at_link(i, tag)
        if tag & SUBORDINATOR and self.frame.norms[i] in self.words.like and self.entry.calls:
            return self._landing("phrase", i + 1, needs_marks=True)
        step = self._at_pronoun(i, tag) or self._over_date(i, tag)
        if step is not None:
            return step
        if self._bare_clause(i, tag) and (self.object or not self._names_object()):
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
        if self.frame.norms[i] in self.words.clause_heads and self._bare_clause(i, SUBJECT):
            return self._landing("clause", i)
        if not tag & STRONG or not self.words.objects_inside or self.object is not None:
            return None
        if self._tells():
            self.object = self.addressee = (i, i + 1)
            return i + 1
        return self._landing("phrase", i) if self._names_object() or self.entry.takes_object else None

    # --- marks, clauses and punctuation

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
        if tag & WHETHER and (not tag & REFLEXIVE or self._tag(i + 1) & SUBJECT):
            asked = self.frame.norms[i] in self.words.whether_asked
            asks = "question" in self.entry.codes or (not asked and "clause" in self.entry.codes)
            return True, self._landing("clause", i) if asks and not self.cue.negated else None
        if tag & COMMA:
            return True, self._at_comma(i)
        if tag & OPEN:
            return True, close_of(self.frame, i, len(self.frame))
        if tag & DASH and self._tag(i + 1) & NAME and self.frame.tags[i - 1] & NAME:
            return True, i + 2
        return bool(tag & (STOP | CLOSE | DASH | WHO | INVERTED)), None

    def _at_that(self, i: int) -> Landing | None:
        only = self._tag(i + 1) & (PREP | INFINITIVE) or (
            self._tag(i + 1) & OF and self._infinitive(i + 2) is not None
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
        if self.entry.codes <= _CALLING and not self.object and not self._object_told():
            return None  # *interprète « Vers la mer »*
        if self.object and not self.entry.object_then and not called:
            return None
        return self._landing("marked", i)

    def _object_told(self) -> bool:
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

    def _at_colon(self, i: int) -> Landing | None:
        if self._tag(i + 1) & MARKED and not self.entry.silent:
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

    # --- infinitives

    def _infinitive(self, i: int) -> int | None:
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

    def _infinitive_lands(self, i: int, tag: int) -> bool:
        if "inf" not in self.entry.codes:
            return False
        if self.words.infinitive_particle:
            return self.frame.norms[i] == self.words.infinitive_particle and self._may_be_infinitive(i + 1)
        if (tag & ADVERB and not tag & NEGATOR) or self.frame.tags[i - 1] & (PREP | OF | DET):
            return False
        return self._infinitive(i) is not None

    def _object_acts(self, i: int) -> bool:
        """Whether an infinitive at `i` tells what the object is to do: *asked the council to vote*."""
        particle = self.words.infinitive_particle
        if not self.words.objects_inside or not particle or self.frame.norms[i] != particle:
            return False
        return "inf" in self.entry.object_then and self._may_be_infinitive(i + 1)

    def _may_be_infinitive(self, i: int) -> bool:
        """Whether the word at `i`, behind the particle, can be an infinitive, known or not, adverbs stepped over."""
        while i < len(self.frame) and self._tag(i) & (ADVERB | NEGATOR) and not self._tag(i) & INFINITIVE:
            i += 1
        tag = self._tag(i)
        if tag & INFINITIVE and not tag & NAME:
            return True
        norm = self.frame.norms[i] if i < len(self.frame) else ""
        return not tag & ~GUESSED and norm.isalpha() and not norm.endswith("s")

    def _bare_clause(self, i: int, tag: int) -> bool:
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
            return bool(tag & (SUBJECT | DET | NAME | QUANTIFIER | NUMBER)) or self._goes_far(i)
        return any(
            is_verb(self.frame, x, self.words) for x in range(i + 1, min(len(self.frame), i + _REASON))
        )

    def _goes_far(self, i: int) -> bool:
        """Whether more than an adverb or a single noun stands between `i` and the end of the clause."""
        rest = range(i, min(len(self.frame), i + 3))
        return len(rest) == 3 and not any(self.frame.tags[x] & (COMMA | STOP | COLON | MARKED) for x in rest)  # noqa: PLR2004

    # --- prepositions

    def _at_link(  # noqa: C901, PLR0911 - one return for each construction
        self, i: int, tag: int
    ) -> Landing | int | None:
        """At a preposition: an infinitive or a phrase that the verb wants, an addressee, or a phrase to step over."""
        entry, link = self.entry, self.words.link(self.frame.norms[i])
        after = self._tag(i + 1)
        if self.frame.norms[i] in self.words.gerund and after & PRESENT:
            return None
        if self._reduced(i):
            return None
        given = (
            self.object is not None
            or self.cue.mode == "passive"
            or self._dative()
            or self.addressee is not None
        )
        given = given or link in self.words.purpose
        linked = link in entry.object_then and given
        if self._infinitive(i + 1) is not None:
            if link in entry.infinitive_after or linked or (tag & OF and link in entry.object_then):
                return self._landing("clause", i + 1)
            if tag & OF:
                return None
        elif after & MARKED:
            return self._link_before_marks(i, tag, link, linked=linked)
        elif (
            link in entry.phrase_after
            and (self.object is None or self._tells())
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

    def _reduced(self, i: int) -> bool:
        """Whether a past form that wants an object has none: *the man accused of theft*, *mentioned by the mayor*."""
        entry, cue = self.entry, self.cue
        if not self.words.objects_inside or self.object or i != cue.end or cue.mode != "finite":
            return False
        if not self.frame.tags[cue.verb] & PAST:
            return False
        return self.frame.norms[i] in self.words.by or (
            bool(entry.calls or entry.object_then) and not self._tells() and not entry.phrase_after
        )

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

    def _dative(self) -> bool:
        return any(n in self.words.dative for n in self.frame.norms[self.cue.first : self.cue.last + 1])

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
        after = self._over(i)
        tags = self.frame.tags
        venue = any(n in self.words.venues for n in self.frame.norms[i:after])
        named = after > i + 1 and all(t & NAME for t in tags[i + 1 : after])  # *sur Radio Vélou*
        if not venue and not named and not any(t & TIME for t in tags[i:after]):
            self.skipped = True
            long = after < len(self.frame) and self.frame.ends[after] - self.frame.starts[after] > _STATEMENT
            if self._tag(after) & MARKED and (self.entry.weak or not long):
                return None
        return after

    def _over(self, i: int) -> int:
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
            if opens and self._infinitive(j) is not None:
                break  # the *de* that leads to an infinitive belongs to the content
            if frame.norms[j] in self.words.whether_asked and not tag & REFLEXIVE:
                break
            j += 1
        return j

    def _over_date(self, i: int, tag: int) -> int | None:
        """Index after the adverb or date at `i`; None if there is none."""
        frame = self.frame
        if tag & (ADVERB | NEGATOR | TIME | STRONG | NEGATION) and not tag & (DET | NAME | OF):
            return i + 1
        ago = self.words.ago
        if ago and tuple(frame.norms[i : i + len(ago)]) == ago:
            return self._over(i + len(ago) - 1)
        if tag & DET and self._tag(i + 1) & NUMBER and self._tag(i + 2) & TIME:
            return i + 3
        if tag & DET and not tag & OF and self._tag(i + 1) & TIME:
            return i + 1
        return i + 1 if tag & NUMBER and frame.tags[i - 1] & (TIME | DET) else None

    # --- objects

    def _at_phrase(self, i: int, tag: int) -> Landing | int | None:  # noqa: PLR0911 - one return for each construction
        """At a noun phrase: the person or thing spoken of, or the content itself."""
        entry = self.entry
        if "adj" in entry.codes:
            return self._landing("adjective", i)
        if self._names_object() and self.object is None:
            told = self.words.objects_inside and self._tells()
            found = self._told(i) if told else to_the_right(self.frame, i, self.words)
            if found is None:
                return None
            if self.words.objects_inside and not told:
                return self._landing("phrase", i) if entry.takes_object or self._says_of(found) else None
            self.object = found
            if entry.object_then and entry.act != "accuse":
                self.addressee = found
            return found[1]
        if self.object is not None:
            return None
        reason = self._reason(i) if entry.takes_marked else None
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

    def _names_object(self) -> bool:
        """Whether the verb wants to know of whom something is said, or to whom, before what is said."""
        return self.entry.calls or (bool(self.entry.object_then) and not self.entry.takes_object)

    def _tells(self) -> bool:
        """Whether the object of the verb is who is told or asked, not whom something is said of."""
        return bool(self.entry.object_then & {"clause", "question"})

    def _says_of(self, atoms: Range) -> bool:
        """Whether something is said of the object: *called the plan a disgrace*, not *a club called Velou*."""
        after = self._tag(atoms[1]) if atoms[1] < len(self.frame) else STOP
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

    def _told(self, i: int) -> Range | None:
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

    def _reason(self, i: int) -> int | None:
        """Index of the infinitive that says why somebody is praised or blamed: *salue la ville pour avoir tenu*."""
        purposes = self.words.purpose & self.entry.object_then
        if not purposes:
            return None
        for j in range(i + 1, min(len(self.frame), i + _REASON)):
            if self.frame.tags[j] & (COMMA | STOP | COLON | MARKED):
                return None
            if self.frame.norms[j] in purposes and self._infinitive(j + 1) is not None:
                return j + 1
        return None
