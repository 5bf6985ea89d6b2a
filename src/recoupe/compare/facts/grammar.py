"""What the words of a clause say of its standing: negated, doubted, alleged, done, expected; and where clauses begin.

All words stand in `facts.toml` of each language; this module only looks them up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.compare.facts.lexicon import Lexicon, lexicon
from recoupe.language import load
from recoupe.language.morphology import morphology

MARKS = frozenset(",;:()[]–—…")
"""Punctuation at which a segment ends."""
NEAR, FAR = 2, 9
"""Words before and after a word of suspicion that it bears upon."""
SCOPE = 6
"""Words after a negation that it can bear upon."""
SHORT = 5
"""Letters up to which a word is too short to be known by its ending."""


@cache
def grammar(code: str) -> Grammar:
    """The grammar of the language with ISO 639-1 code `code`, made once."""
    return Grammar(code)


class Grammar:
    """Words of one language that begin clauses and give them their standing."""

    def __init__(self, code: str) -> None:
        facts = load(code).table("facts")
        pattern = load(code).tokens
        self.lexicon: Lexicon = lexicon(code)
        self._openers: dict[str, list[tuple[str, ...]]] = {}
        for phrase in facts["openers"]:
            parts = tuple(pattern.findall(phrase))
            self._openers.setdefault(parts[0], []).append(parts)
        self.locatives = frozenset(facts["locatives"])
        self.durations_back = tuple(facts["numbers"]["durations_back"])
        self.attributing = frozenset(facts["attributing"])
        self.reporting = frozenset(facts["reporting"])
        self._joints = frozenset(facts["joints"])
        self._negations = frozenset(facts["negations"])
        self._with_particle = frozenset(facts["negations_with_particle"])
        self._particles = frozenset(facts["negation_particles"])
        self._denials = frozenset(facts["denials"])
        self._doubts = frozenset(facts["doubts"])
        self._conditional = tuple(facts["conditional"])
        self._not_conditional = tuple(facts["not_conditional"])
        self._allegations = frozenset(facts["allegations"])
        self._hearsay = frozenset(facts["hearsay"])
        self._hypotheses = frozenset(facts["hypotheses"])
        self._that = frozenset(facts["that"])
        self._not_that = frozenset(facts["not_that"])
        self._imperfect = tuple(facts["imperfect"])
        self._without = frozenset(facts["without"])
        self._without_verbs = tuple(facts["without_verbs"])
        self._past = frozenset(facts["past"])
        self._expected = frozenset(facts["expected"])
        self._partial = frozenset(facts["partial"])
        self._ahead = frozenset(facts["ahead"])
        self._future = tuple(facts["future"])
        self._not_future = frozenset(facts["not_future"])
        self._infinitives = [(e, i) for e, i in facts["infinitives"]]
        self._past_participles = tuple(facts["past_participles"])
        self._participles = tuple(facts["participles"])
        self._verb_endings = tuple(facts["verb_endings"])
        self._auxiliaries = frozenset(facts["auxiliaries"])
        self._purposes = frozenset(facts["purposes"])
        self._clitics = frozenset(facts["clitics"])
        self._noun_openers = frozenset(facts["noun_openers"])
        self._morphology = morphology(code)
        self._language = load(code)

    def opens(self, norms: Sequence[str], i: int) -> bool:
        """Whether a new segment begins with token `i`: an opener of the language, or a present participle."""
        word = norms[i]
        if word.endswith(self._participles) and len(word) > SHORT + 1:
            lemma = self._language.lemma(word)
            if lemma != word and lemma.endswith(self._verb_endings):
                return True
        return any(tuple(norms[i : i + len(p)]) == p for p in self._openers.get(norms[i], ()))

    def restricts(self, norms: Sequence[str], first: int, i: int) -> bool:
        """Whether token `i` is the *que* of *ne ... que*: a particle before it that no negation has taken up."""
        if norms[i] not in self._that:
            return False
        for j in range(i - 1, first - 1, -1):
            if norms[j] in self._with_particle or norms[j] in self._negations:
                return False
            if norms[j] in self._particles:
                return True
        return False

    def is_infinitive(self, norms: Sequence[str], i: int) -> bool:
        """Whether token `i` is the infinitive of a verb, and no auxiliary; a form that is more than that needs *to*."""
        forms = self._morphology.forms(norms[i])
        if any(f.finite for f in forms) and not (i and norms[i - 1] in self._purposes):
            return False
        return any(f.mood == "infinitive" and f.lemma not in self._auxiliaries for f in forms)

    def says(self, norms: Sequence[str], i: int) -> bool:
        """Whether token `i` can be a finite verb or a past participle that says something of what stands before it."""
        forms = self._morphology.forms(norms[i])
        if i and norms[i - 1] in self._noun_openers:
            return self._is_auxiliary(norms[i])
        return any(f.finite or (f.mood == "participle" and f.tense == "past") for f in forms)

    def _is_auxiliary(self, word: str) -> bool:
        return any(f.lemma in self._auxiliaries for f in self._morphology.forms(word))

    def begins_verb(self, norms: Sequence[str], i: int, stop: int) -> bool:
        """Whether token `i` is a finite verb, or one of the little words before one; none behind an auxiliary is."""
        before = norms[i - 1] if i else ""
        if before in self._clitics or before in self._noun_openers or self._is_auxiliary(before):
            return False
        first = i
        while i < stop and norms[i] in self._clitics:
            i += 1
        before = norms[i - 1] if i > first else ""
        finite = i < stop and any(f.finite for f in self._morphology.forms(norms[i]))
        return finite and self.lexicon.is_predicate(norms[i], before)

    def doubts(self, word: str) -> bool:
        """Whether a word leaves open what its clause says."""
        if word in self._doubts:
            return True
        return self._is_conditional(word)

    def alleged(self, norms: Sequence[str], words: range, *, after_that: bool) -> range:
        """Tokens told as suspicion or hearsay; in reported speech a conditional is a future of the past."""
        for i in words:
            if norms[i] in self._allegations:
                return range(max(words.start, i - NEAR), min(words.stop, i + FAR))
        if after_that or any(norms[i] in self._hypotheses for i in words):
            return range(0)
        for i in words:
            if norms[i] in self._that:
                return range(0)
            if norms[i] in self._hearsay or self._is_conditional(norms[i]):
                return range(i, min(words.stop, i + FAR))
        return range(0)

    def _is_conditional(self, word: str) -> bool:
        if len(word) <= SHORT or not word.endswith(self._conditional) or word.endswith(self._not_conditional):
            return False
        lemma = self._language.lemma(word)
        stems = [lemma[: -len(e)] for e in self._verb_endings if lemma.endswith(e)]
        return not any(word == stem + ending for stem in stems for ending in self._imperfect)

    def scope(self, norms: Sequence[str], words: range) -> range:
        """Tokens that a negation bears upon: from its particle, or itself, to a few words after it."""
        particle = next((i for i in words if norms[i] in self._particles), None)
        for i in words:
            if norms[i] in self._without:
                last = next((j for j in range(i + 1, words.stop) if norms[j] in MARKS), words.stop)
                return range(i, min(last, i + SCOPE))
            if norms[i] not in self._with_particle or (self._particles and particle is None):
                continue
            if i + 1 in words and norms[i + 1] in self._partial:
                return range(0)
            last = next(
                (j for j in range(i + 1, words.stop) if norms[j] in self._joints or norms[j] in MARKS),
                words.stop,
            )
            return range(i if particle is None else min(particle, i), min(last, i + SCOPE))
        return range(0)

    def says_that(self, norms: Sequence[str], words: range) -> bool:
        """Whether one of these tokens opens a clause of reported speech or thought (*que*)."""
        return any(norms[i] in self._that and norms[i - 1] not in self._not_that for i in words if i > 0)

    def denied_clause(self, norms: Sequence[str], first: int) -> bool:
        """Whether the clause that token `first` opens is what the verb right before it denies (*a nié | que …*)."""
        if first < 1 or norms[first] not in self._that:
            return False
        return self._turns(norms[first - 1])

    def done(self, norms: Sequence[str], i: int) -> bool:
        """Whether token `i` is a verb in a past tense: an auxiliary of the past stands right before it."""
        return any(norms[j] in self._past for j in range(max(0, i - 3), i))

    def is_participle(self, norms: Sequence[str], i: int) -> bool:
        """Whether token `i` is a past participle behind an auxiliary, known by its ending."""
        word = norms[i]
        return len(word) > SHORT and word.endswith(self._past_participles) and norms[i - 1] in self._past

    def concept(self, norms: Sequence[str], i: int) -> str:
        """Concept of token `i`; behind an auxiliary a participle is its verb's, where the verb has a class."""
        word = norms[i]
        if self.is_participle(norms, i):
            for ending, infinitive in self._infinitives:
                if word.endswith(ending):
                    concept = self.lexicon.concept(word[: -len(ending)] + infinitive)
                    if concept.startswith("="):
                        return concept
                    break
        return self.lexicon.concept(word)

    def expects(self, word: str) -> bool:
        """Whether a word says that something is still to come."""
        if word in self._expected:
            return True
        return len(word) > SHORT and word.endswith(self._future) and word not in self._not_future

    def aims(self, norms: Sequence[str], words: range) -> bool:
        """Whether these tokens tell an aim (*to sign*, *pour signer*), which nobody says was reached."""
        for i in words:
            if i and norms[i - 1] in self._purposes:
                forms = self._morphology.forms(norms[i])
                if any(f.mood == "infinitive" and f.lemma not in self._auxiliaries for f in forms):
                    return True
        return False

    def is_ahead(self, word: str) -> bool:
        """Whether a word places its clause in the time to come."""
        if word in self._ahead:
            return True
        return len(word) > SHORT and word.endswith(self._future) and word not in self._not_future

    def _turns(self, word: str) -> bool:
        """Whether a word is a form of a verb that turns its content round, or its noun."""
        if word in self._denials or self._language.lemma(word) in self._denials:
            return True
        return any(f.lemma in self._denials for f in self._morphology.forms(word))

    def negates(self, norms: Sequence[str], words: range) -> bool:
        """Whether a negation stands among these tokens (two of them cancel out)."""
        particle = any(norms[i] in self._particles for i in words)
        count = 0
        for i in words:
            negation = norms[i] in self._negations and (particle or norms[i] not in self._with_particle)
            without = (
                norms[i] in self._without and i + 1 in words and norms[i + 1].endswith(self._without_verbs)
            )
            count += negation or without or self._turns(norms[i])
        return count % 2 == 1
