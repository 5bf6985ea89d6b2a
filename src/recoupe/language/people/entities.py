"""Who and what an article names, with what it says of them: gender, functions, where they are mentioned.

Functions are learnt from apposition: *le président X*, *X, présidente de Y*, *la compagnie Z*, *X (ministre)*.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.language.people.given import gender_of
from recoupe.language.people.nouns import Nouns, Phrase, stem
from recoupe.language.people.spelling import name_key
from recoupe.model.findings import Name
from recoupe.text.tokens import Tokens

_MANY_ROLES = 40  # functions of one entity that are held
_MANY_HOLDERS = 300  # entities with one function that are held, so that time stays linear
_FAR = 6  # tokens between a name's comma and its function, at most
_COMMAS = frozenset({",", "(", "-", "–", "—", ":"})


@dataclass(slots=True)
class Entity:
    """Somebody or something that can speak.

    Attributes:
        name: the fullest name, or the noun phrase of one who is not named.
        kind: person, organization, place, or `unnamed`.
        gender: m, f, or empty.
        plural: whether it is several.
        roles: phrases that say what it is.
        mentions: offsets at which it is mentioned, ascending.
        professional: whether it bears the title of a profession (*Me*, *Dr*).
        known: what `roles` say, so that nothing is held twice.
    """

    name: str
    kind: str
    gender: str = ""
    plural: bool = False
    roles: list[Phrase] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    professional: bool = False
    known: set[tuple[object, ...]] = field(default_factory=set)

    def before(self, offset: int) -> int:
        """Number of mentions before `offset`."""
        return bisect_left(self.mentions, offset)


class Entities:
    """The entities of one article.

    Attributes:
        of: the entity of each name mention, in the order of `names`.
        tokens: tokens of the article.
        sentences: ranges of tokens, in order.
        by_name: entities by kind and name.
        owner: for each token inside a name, the index of that name.
        phrases: all noun phrases of the lists, by the token of their noun.
    """

    def __init__(
        self, tokens: Tokens, sentences: Sequence[range], names: Sequence[Name], nouns: Nouns
    ) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.names = names
        self.nouns = nouns
        self.by_name: dict[tuple[str, str], Entity] = {}
        self.of = [self._entity(name) for name in names]
        self.owner = {i: n for n, name in enumerate(names) for i in tokens.within(name.start, name.end)}
        self._holders: dict[str, dict[int, Entity]] = {}
        self._numbers = {i: (n, names[n].type == "person") for i, n in self.owner.items()}
        self.phrases = dict(self._read_phrases())
        self._learn_genders()
        for phrase in self.phrases.values():
            self._learn_role(phrase)

    def _entity(self, name: Name) -> Entity:
        key = (name.type, name.name)
        entity = self.by_name.get(key)
        if entity is None:
            entity = self.by_name[key] = Entity(name.name, name.type)
            if name.type == "person" and " " in name.name:
                gender = gender_of(name.name.split()[0])
                entity.gender = gender if gender in ("m", "f") else ""
        entity.mentions.append(name.start)
        return entity

    def _read_phrases(self) -> Iterator[tuple[int, Phrase]]:
        tokens = self.tokens
        for sentence in self.sentences:
            skip = 0
            for i in sentence:
                if i < skip:
                    continue
                phrase = self.nouns.phrase(tokens, i, sentence.stop, self._numbers)
                if phrase:
                    yield i, phrase
                    skip = i + len(phrase.noun.lemma.split())

    def _learn_genders(self) -> None:
        """From titles (*Mme X*), and for bodies from the article before their name."""
        norms = self.tokens.norms
        for n, name in enumerate(self.names):
            first = self.tokens.first_at(name.start)
            entity = self.of[n]
            before = norms[first - 1] if first else ""
            if before == "." and first > 1:
                before = norms[first - 2]
            if entity.kind == "person":
                gender = self.nouns.titles.get(before, "")
                entity.professional |= gender == "e"
            else:
                _, form = self.nouns.determiners.get(before, ("", ""))
                gender = form[:1]
            if gender in ("m", "f") and (entity.kind == "person" or not entity.gender):
                entity.gender = gender
            if entity.kind != "person" and before in ("les", "des", "aux"):
                entity.plural = True

    def _learn_role(self, phrase: Phrase) -> None:
        noun = phrase.noun
        if (
            noun.kind == "document"
            or noun.group in ("counterpart", "self")
            or phrase.words & self.nouns.background
        ):
            return
        entity = self._apposed(phrase)
        if entity is not None:
            self._give(entity, phrase)

    def _give(self, entity: Entity, phrase: Phrase) -> None:
        if (entity.kind == "person") != (phrase.noun.kind == "role") or phrase.noun.plural:
            return
        if phrase.told and entity.gender and phrase.told != entity.gender and phrase.noun.kind == "role":
            return
        self.give(entity, phrase)

    def give(self, entity: Entity, phrase: Phrase) -> None:
        """Note that an entity has the function that a phrase names."""
        meaning = (phrase.noun.lemma, phrase.words, phrase.countries, phrase.determiner == "possessive")
        if meaning in entity.known or len(entity.roles) >= _MANY_ROLES:
            return
        entity.known.add(meaning)
        entity.roles.append(phrase)
        if entity.kind == "person" and not entity.gender:
            entity.gender = phrase.gender
        for key in _keys(phrase):
            held = self._holders.setdefault(key, {})
            if len(held) < _MANY_HOLDERS:
                held[id(entity)] = entity

    def holders(self, phrase: Phrase) -> list[Entity]:
        """Entities with a function that may be the one that `phrase` names, in the order in which they got it."""
        found: dict[int, Entity] = {}
        for key in _keys(phrase):
            found.update(self._holders.get(key, {}))
        return list(found.values())

    def _apposed(self, phrase: Phrase) -> Entity | None:
        """The entity whose name stands in apposition to a phrase, after it or before it."""
        tokens = self.tokens
        after = self._name_after(phrase)
        if after is not None:
            return after
        if (phrase.noun.group == "suspect" and not phrase.determiner) or self._begins_clause(phrase):
            return None
        # X, (le nouveau) ministre de Y
        i = phrase.head - 1
        steps = 0
        while i >= 0 and steps < _FAR and tokens.norms[i] in self.nouns.bridges:
            i -= 1
            steps += 1
        if i < 1:
            return None
        if tokens.forms[i] in _COMMAS and i - 1 in self.owner:
            return self._right_kind(self.owner[i - 1], phrase)
        if (
            i in self.owner
            and steps
            and any(tokens.norms[j] in ("est", "was", "is", "était") for j in range(i + 1, i + 1 + steps))
        ):
            return self._right_kind(self.owner[i], phrase)
        return None

    def _begins_clause(self, phrase: Phrase) -> bool:
        """Whether a definite phrase goes on to a verb: *face à X, la maire a dit*, the maire is not X."""
        if phrase.determiner not in ("definite", "demonstrative", "possessive"):
            return False
        i = phrase.end
        return i < len(self.tokens) and self.tokens.forms[i][0].isalpha()

    def _right_kind(self, n: int, phrase: Phrase) -> Entity | None:
        entity = self.of[n]
        if self.eponym(n):
            return None
        if entity.kind == "person":
            return entity if phrase.noun.kind == "role" else None
        return entity if phrase.noun.kind == "body" and entity.kind == "organization" else None

    def eponym(self, n: int) -> bool:
        """Whether name number `n` only names a thing after somebody: *la loi Abo*, *l'affaire Abo*."""
        tokens = self.tokens
        first = tokens.first_at(self.names[n].start)
        return first > 0 and tokens.norms[first - 1] in self.nouns.eponyms

    def _name_after(self, phrase: Phrase) -> Entity | None:
        """*le président X*, *le président, X*, *son avocat, Me X*: the name right after the phrase."""
        tokens = self.tokens
        i = phrase.end
        comma = i < len(tokens) and tokens.forms[i] in (",", "«", '"', "“")
        if comma:
            i += 1
        if (
            comma
            and i + 1 < len(tokens)
            and tokens.norms[i + 1] in self.nouns.titles
            and tokens.norms[i] in self.nouns.determiners
        ):
            i += 1
        while i < len(tokens) and tokens.norms[i] in self.nouns.titles:
            i += 1
            if i < len(tokens) and tokens.forms[i] == ".":
                i += 1
        if i not in self.owner:
            return None
        name = self.names[self.owner[i]]
        if tokens.starts[i] != name.start:
            return None
        if comma and phrase.determiner == "" and phrase.noun.kind == "role":
            return None  # "avocat, X" may be the end of another's apposition
        return self._right_kind(self.owner[i], phrase)


def _keys(phrase: Phrase) -> list[str]:
    """Keys under which functions that could be the same meet: noun, first word of it, class."""
    noun = phrase.noun
    keys = [noun.lemma, "root " + stem(noun.lemma.split()[0])]
    return [*keys, "class " + noun.group] if noun.group not in ("-", "", "again") else keys


def same_body(wanted: Phrase, name: str) -> bool:
    """Whether a body's name begins with the noun by which it is called again: *le ministère*, *la fédération*."""
    words = name_key(name).split()
    return (
        wanted.noun.kind == "body"
        and bool(words)
        and stem(words[0]) == stem(wanted.noun.lemma)
        and len(words) > 1
    )


def compatible(wanted: Phrase, held: Phrase) -> float:
    """How well a phrase that names nobody fits a function that somebody has: 0 not at all, higher better."""
    a, b = wanted.noun, held.noun
    if a.kind != b.kind:
        return 0.0
    same = a.lemma == b.lemma
    root = stem(a.lemma.split()[0]) == stem(b.lemma.split()[0])
    group = a.group == b.group and a.group not in ("-", "", "again")
    if not (same or group or (root and a.kind == "role")):
        return 0.0
    if a.group == "kin" and (wanted.determiner == "possessive") != (held.determiner == "possessive"):
        return 0.0
    if wanted.countries and held.countries and not wanted.countries & held.countries:
        return 0.0
    if (
        wanted.words
        and held.words
        and not wanted.words & held.words
        and not (same and wanted.countries & held.countries)
    ):
        return 0.0
    score = 2.0 if same else (1.5 if group else 1.0)
    score += 1.0 * bool(wanted.countries & held.countries) + 1.0 * min(2, len(wanted.words & held.words))
    if (wanted.words and not held.words) or (wanted.countries and not held.countries):
        score -= 0.5
    return score
