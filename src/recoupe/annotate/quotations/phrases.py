"""Noun phrases beside a verb: the subject to its left, the inverted subject to its right, phrases to step over.

Decides: the atoms of a noun phrase, with title, name and apposition, and without the clause that follows it. Leaves to
others: who is meant (`annotate.speakers`).

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
_HARD = COLON | STOP | MARKED | THAT | SUBORDINATOR
_VERBAL = FINITE | INFINITIVE | PRESENT
_PLAIN_STOP = COMMA | STOP | COLON | MARKED | DASH


def is_verb(frame: Frame, i: int, words: Lexicon) -> bool:
    """Whether the atom is used as the finite verb of a clause, as far as its neighbours show.

    A form that is also a noun is no verb after a determiner, a preposition or *de*; an article before it is a pronoun
    only after a subject, a relative or a negation.
    """
    tags = frame.tags
    if not tags[i] & FINITE or tags[i] & NAME or frame.norms[i] in words.not_verbs:
        return False
    spoken = i > 0 and tags[i - 1] & SUBJECT
    forms = words.forms(frame.norms[i])
    if forms and not any(f.person == 3 or (f.person and spoken) for f in forms):  # noqa: PLR2004
        return False
    if i + 1 < len(tags) and tags[i + 1] & INVERTED:
        return True
    if i == 0:
        return False
    before = tags[i - 1]
    if before & COMMA and frame.norms[i] in words.apposed and i + 1 < len(tags) and tags[i + 1] & OF:
        return False
    if tags[i] & AUXILIARY:
        return not before & OF or bool(before & CLITIC)
    if tags[i] & (ADVERB | PREP | SUBORDINATOR | COORDINATOR | DET | OF):
        return False
    if before & DET and not before & CLITIC:
        return i > 1 and tuple(frame.norms[i - 2 : i]) in words.pronoun_pairs
    if before & CLITIC:
        return pronoun_here(frame, i - 1)
    if before & (OF | PREP):
        return False
    return not (frame.norms[i - 1] in words.adjectives_before and i > 1 and tags[i - 2] & (DET | OF))


def pronoun_here(frame: Frame, i: int) -> bool:
    """Whether the article or preposition at `i` is a pronoun before a verb.

    An article is one after a subject, a relative, a negation or *comme*; *en* is one after a noun.
    """
    tag = frame.tags[i]
    if not tag & (DET | PREP):
        return True
    if i == 0:
        return bool(tag & PREP)
    before = frame.tags[i - 1]
    if tag & PREP and not before & (PREP | OF | DET | COMMA):
        return True
    if before & (SUBJECT | WHO | NEGATION | INVERTED | RELATIVE) or frame.norms[i - 1] in ("comme", "as"):
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
    frame: Frame, i: int, words: Lexicon, limit: int | None = None, *, closed: bool = False
) -> Range | None:
    """The noun phrase that begins at `i`: an inverted subject or the source after *selon*.

    Args:
        frame: the frame.
        i: index of its first atom.
        words: the tables.
        limit: index that it cannot pass.
        closed: whether an apposition must end at a comma or at the end, since a clause may follow.

    Returns:
        Its range, appositions included, or None if none begins there.
    """
    end = min(len(frame), i + _REACH, limit if limit is not None else len(frame))
    if i >= end or not can_start(frame, i):
        return None
    j = _plain(frame, i, end, words)
    if j == i:
        return None
    named = any(frame.tags[k] & NAME for k in range(i, j))
    while j < end and frame.tags[j] & COMMA:
        k = _apposition(frame, j + 1, end, words, named=named)
        if k is None or (closed and k < len(frame) and not frame.tags[k] & (COMMA | STOP)):
            break
        named = named or any(frame.tags[m] & NAME for m in range(j + 1, k))
        j = k
    return (i, j)


def _plain(frame: Frame, i: int, end: int, words: Lexicon, *, loose: bool = False) -> int:
    """End of a noun phrase without appositions. `loose` lets it run over *à*, *en*, *près* (conseiller à la cour)."""
    tags = frame.tags
    j = i
    while j < end:
        tag = tags[j]
        if tag & OPEN:
            after = close_of(frame, j, end)
            if after - j > 1 and j > i:
                j = after
                continue
            break
        if tag & _PLAIN_STOP or tag & CLOSE:
            break
        if tag & (WHO | RELATIVE | THAT | SUBORDINATOR | INVERTED | WHETHER) and not tag & NAME:
            break
        if tag & TIME and j > i:
            if tags[j - 1] & NUMBER or (tags[j - 1] & (OF | DET) and not tags[j - 1] & CLITIC):
                j += 1
                continue
            break
        if j > i and tag & (OF | PREP) and _opens_infinitive(frame, j, end, words):
            break
        if tag & COORDINATOR:
            if not _joins(frame, j, end, words):
                break
            j += 1
            continue
        if tag & PREP and not tag & (DET | OF | NAME):
            beyond = _place_before_name(frame, j, end)
            if beyond and j > i and not any(tags[x] & NAME for x in range(i, j)):
                j = beyond
                continue
            if (
                (loose or _rank(frame, i, j))
                and j + 1 < end
                and j > i
                and not tags[j + 1] & (INFINITIVE | TIME | NUMBER | MARKED)
            ):
                j += 1
                continue
            break
        if tag & (ADVERB | NEGATOR | NEGATION) and not tag & (DET | NAME | OF | QUANTIFIER):
            break
        if j > i and is_verb(frame, j, words):
            break
        if (
            j > i
            and tag & (INFINITIVE | GUESSED)
            and frame.norms[j - 1] not in words.contracted
            and not tag & NAME
            and tags[j - 1] & (OF | PREP)
        ):
            break
        if j > i and tag & PRESENT and not tag & (PAST | NAME) and not tags[j - 1] & (DET | OF):
            break
        j += 1
    while (
        j > i
        and tags[j - 1] & (OF | DET | PREP | COORDINATOR | CLITIC)
        and not tags[j - 1] & NAME
        and not tags[j - 1] & STRONG
    ):
        j -= 1
    # the article of a date: *a déclaré Mme Obel le 3 mai*
    return j


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
            return False
    return False


def _place_before_name(frame: Frame, j: int, end: int) -> int | None:
    """End of the place at `j` if a name follows it behind a comma: *son interprète en Ardésie, Ada Orlo*."""
    k = j + 1
    while k < end and frame.tags[k] & NAME:
        k += 1
    if k > j + 1 and k + 1 < end and frame.tags[k] & COMMA and frame.tags[k + 1] & NAME:
        return k
    return None


def _rank(frame: Frame, i: int, j: int) -> bool:
    """Whether the preposition at `j` belongs to a rank: *secrétaire d'État à la Famille*, *conseiller en politique*."""
    if frame.norms[j] not in ("à", "aux", "au", "en", "près", "chez", "of", "for", "to"):
        return False
    if any(frame.tags[k] & NAME for k in range(i, j)):
        # after a name only the rest of an office: *secrétaire d'Etat à la*
        return frame.norms[j] in ("à", "au", "aux") and frame.norms[j - 2 : j] in (
            ["d'", "etat"],
            ["d'", "état"],
        )
    after = frame.tags[j + 1] if j + 1 < len(frame) else 0
    return bool(after & (DET | NAME)) and not after & TIME and j - i <= 4 and frame.norms[j] != "en"  # noqa: PLR2004


def _joins(frame: Frame, j: int, end: int, words: Lexicon) -> bool:
    """Whether the coordinator at `j` goes on with the noun phrase: another one follows and no verb comes after it."""
    if frame.norms[j] not in ("et", "ou", "and", "or") or j + 1 >= end:
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
    norm = frame.norms[i]
    if (
        tag
        & (
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
        and not tag & NAME
    ):
        return None
    verbal = tag & (PAST | PRESENT | INFINITIVE | FINITE) and not tag & NAME
    if verbal and norm not in words.titles | words.not_verbs | words.apposed | words.people:
        return None
    if not named and not tag & NAME and not tag & DET:
        return None
    if tag & DET and tag & CLITIC and i + 1 < end and is_verb(frame, i + 1, words):
        return None
    j = _plain(frame, i, end, words, loose=named)
    if j == i or not (named or any(frame.tags[x] & NAME for x in range(i, j))):
        return None
    if j < len(frame) and not frame.tags[j] & (
        COMMA | STOP | COLON | MARKED | OPEN | CLOSE | TIME | PREP | WHO | RELATIVE | DASH
    ):
        return None
    if j < len(frame) and frame.tags[j] & TIME and not named:
        return None
    return j


def subject_of(frame: Frame, k: int, words: Lexicon) -> Range | None:
    """The subject to the left of the verb group that begins at `k`, or None.

    The text before the verb is read comma by comma, from the verb outwards: what stands between commas beside the
    verb may be an apposition, a date or a source, and then the subject is further left.
    """
    j = k
    tail: int | None = None
    for _ in range(6):
        j = _skip_left(frame, j, words)
        if j <= 0:
            return None
        if not frame.tags[j - 1] & COMMA:
            found = _last_phrase(frame, j, words)
            if found is None:
                return None
            start, end = found
            if tail is None:
                wider = _wider(frame, start, words)
                return (wider if wider is not None else start, end)
            return (start, tail if tail > 0 else end)
        # a comma before the verb: look at the piece before it
        piece = _piece(frame, j - 1)
        kind = _kind(frame, piece, words)
        if kind == "clause":
            return None
        if kind == "rank":
            if tail is None:
                tail = j - 1
            j = piece[0]
            continue
        if kind == "phrase":
            wider = _wider(frame, piece[0], words)
            if wider is not None:
                return (wider, tail if tail else j - 1)
            return (piece[0], tail if tail else j - 1)
        j = piece[0]
        if tail is None:
            tail = 0
    return None


def _skip_left(frame: Frame, j: int, words: Lexicon) -> int:
    """Step left over adverbs and dates between subject and verb."""
    while j > 0:
        tag = frame.tags[j - 1]
        if tag & CLOSE:
            at = open_of(frame, j - 1)
            if at == j - 1:
                return j
            return j
        if tag & (ADVERB | NEGATOR | TIME) and not tag & (NAME | DET | SUBJECT):
            if tag & TIME and j > 1 and frame.norms[j - 1] in words.latter and frame.tags[j - 2] & DET:
                return j
            j -= 1
            continue
        break
    return j


def _piece(frame: Frame, comma: int) -> Range:
    """The atoms between the comma at `comma` and the comma before it (or the start of the frame)."""
    j = comma
    while j > 0 and not frame.tags[j - 1] & (COMMA | STOP | COLON):
        if frame.tags[j - 1] & CLOSE:
            j = open_of(frame, j - 1)
            continue
        j -= 1
    return (j, comma)


def _kind(frame: Frame, piece: Range, words: Lexicon) -> str:
    """What stands between two commas: `phrase`, `rank` (apposition without article, relative), `aside` or `clause`."""
    i, end = piece
    if i >= end:
        return "aside"
    tag, norm = frame.tags[i], frame.norms[i]
    if tag & (WHO | RELATIVE) and not tag & NAME:
        return "rank" if norm != "dont" or end - i > 1 else "aside"
    if norm in words.sources or tag & (PREP | TIME | ADVERB | OF) and not tag & (NAME | DET | QUANTIFIER):
        return "aside"
    if tag & STRONG and end - i <= 2:  # noqa: PLR2004
        return "aside"
    if tag & COORDINATOR:
        i += 1
        tag = frame.tags[i] if i < end else 0
    if tag & DET and not any(frame.tags[x] & NAME for x in range(i, end)):
        if any(frame.tags[x] & TIME for x in range(i + 1, min(end, i + 4))):
            return "aside"
    for x in range(i, end):
        if frame.tags[x] & RELATIVE and not frame.tags[x] & NAME and x > i:
            break
        if is_verb(frame, x, words):
            return "clause"
    if tag & (PAST | PRESENT) and not tag & (NAME | DET):
        return "rank" if tag & PAST else "aside"
    if any(frame.tags[x] & MARKED for x in range(i, end)):
        return "aside"
    return "phrase" if tag & (DET | NAME | QUANTIFIER | STRONG) else "rank"


def _wider(frame: Frame, start: int, words: Lexicon) -> int | None:
    """Start of the phrase to which the one at `start` is an apposition: *Ada Orlo, la maire de Vélou,*."""
    if start < 2 or not frame.tags[start - 1] & COMMA:  # noqa: PLR2004
        return None
    piece = _piece(frame, start - 1)
    if _kind(frame, piece, words) == "rank":
        outer = _wider(frame, piece[0], words)
        return outer
    if _kind(frame, piece, words) != "phrase":
        return None
    i = piece[0]
    if frame.tags[i] & COORDINATOR:
        i += 1
    here = any(frame.tags[x] & NAME for x in range(start, min(len(frame), start + 6)))
    there = any(frame.tags[x] & NAME for x in range(i, piece[1]))
    return i if here != there or there else None


def _last_phrase(frame: Frame, j: int, words: Lexicon) -> Range | None:
    """The noun phrase or pronoun that ends at `j` (exclusive), back to the nearest verb, comma or conjunction."""
    if j <= 0:
        return None
    tags = frame.tags
    last = tags[j - 1]
    if last & INVERTED and j > 1 and frame.norms[j - 2] in ("celui", "celle", "ceux", "celles"):
        return (j - 2, j)
    if last & SUBJECT and not last & NAME:
        return (j - 1, j)
    if last & WHO:
        return _antecedent(frame, j - 1, words)
    i = j
    low = max(0, j - _REACH)
    while i > low:
        tag = tags[i - 1]
        if tag & CLOSE:
            at = open_of(frame, i - 1)
            if at < i - 1:
                i = at
                continue
            break
        if tag & (COMMA | COLON | STOP | THAT | OPEN | WHETHER) and not tag & NAME:
            break
        if tag & MARKED:
            # a marked segment inside the phrase: a title (le journal « X »); else the phrase begins after it
            if i >= 2 and i < j and tags[i - 2] & (OF | PREP | COMMA):  # noqa: PLR2004
                break
            if i == j and i >= 2 and not tags[i - 2] & (COMMA | STOP | COLON):  # noqa: PLR2004
                i -= 1
                continue
            break
        if tag & SUBORDINATOR and not tag & (NAME | ADVERB):
            break
        if tag & (WHO | RELATIVE) and not tag & NAME:
            # the verb of a relative clause stands between: step over the clause to its antecedent
            found = _antecedent(frame, i - 1, words) if i < j else None
            if found:
                return (found[0], found[1]) if i < j else found
            break
        if is_verb(frame, i - 1, words):
            pronoun = _in_relative(frame, i - 1, low, words)
            if pronoun is not None and not _fresh(frame, i, j):
                i = pronoun
                continue
            break
        if tag & INVERTED:
            break
        i -= 1
    return _start(frame, i, j, words)


def _fresh(frame: Frame, i: int, j: int) -> bool:
    """Whether a new noun phrase begins between `i` and `j` directly."""
    return i < j and bool(frame.tags[i] & (DET | NAME | SUBJECT)) and not frame.tags[i] & PREP


def _in_relative(frame: Frame, i: int, low: int, words: Lexicon) -> int | None:
    """Index of the relative pronoun whose clause holds the verb at `i`, if no comma stands between."""
    for x in range(i - 1, max(low - 1, i - 15), -1):
        tag = frame.tags[x]
        if tag & (COMMA | COLON | STOP):
            return None
        if tag & (WHO | RELATIVE) and not tag & NAME:
            return x
        if is_verb(frame, x, words):
            return None
    return None


def _antecedent(frame: Frame, who: int, words: Lexicon) -> Range | None:
    """The noun phrase that the relative pronoun at `who` takes up."""
    j = who
    if j > 0 and frame.tags[j - 1] & COORDINATOR:
        # *retrouvée lundi et qui*, *qui est venu et qui*: the antecedent stands before what is coordinated
        piece = _piece(frame, j - 1)
        first = frame.tags[piece[0]] if piece[0] < j else 0
        if first & (PAST | WHO) and not first & NAME and piece[0] > 1:
            j = piece[0]
    if j > 0 and frame.tags[j - 1] & (COMMA | DASH):
        j -= 1
    if j <= 0:
        return None
    found = _last_phrase(frame, j, words) or _governed(frame, j)
    if found and any(frame.norms[x] in words.by for x in range(*found)):
        found = _governed(frame, j) or found
    if found is None or any(is_verb(frame, x, words) for x in range(found[0], j)):
        return _near(frame, j)
    return (found[0], j)


def _governed(frame: Frame, j: int) -> Range | None:
    """The noun phrase that ends at `j` behind a preposition: *par l'opposition, qui ...*."""
    for i in range(j - 1, max(0, j - 10), -1):
        if frame.tags[i] & (COMMA | STOP | COLON | MARKED | FINITE) and not frame.tags[i] & (DET | NAME):
            return None
        if frame.tags[i] & PREP and frame.tags[i + 1] & (DET | NAME):
            return (i + 1, j)
    return None


def _near(frame: Frame, j: int) -> Range | None:
    """The shortest noun phrase that ends at `j` with a name: *sa rivale Ada Orlo*."""
    i = j
    while i > 0 and frame.tags[i - 1] & NAME:
        i -= 1
    if i == j:
        return None
    while (
        i > 0 and j - i < 8 and not frame.tags[i - 1] & (OF | PREP | COMMA | STOP | COLON | MARKED | FINITE)
    ):  # noqa: PLR2004
        i -= 1
        if frame.tags[i] & DET:
            break
    return (i, j)


def _start(frame: Frame, i: int, j: int, words: Lexicon) -> Range | None:
    """Where the phrase between the barrier at `i` and `j` begins: conjunctions and fronted phrases are left out."""
    tags = frame.tags
    while i < j and (
        tags[i] & (COORDINATOR | ADVERB | DASH | NEGATION | CLITIC)
        and not tags[i] & (DET | NAME | SUBJECT | QUANTIFIER | PREP)
    ):
        i += 1
    if i >= j:
        return None
    if frame.norms[i] in words.approximators and i + 1 < j and tags[i + 1] & OF:
        return (i, j)
    if tags[i] & PREP and not tags[i] & (NAME | DET):
        # a fronted phrase without comma: the subject begins at the next article that no preposition governs
        for x in range(i + 2, j):
            if (tags[x] & DET and not tags[x] & OF or tags[x] & NAME and not tags[x - 1] & NAME) and not tags[
                x - 1
            ] & (PREP | OF | DET | COORDINATOR):
                return (x, j)
        return None
    if tags[i] & OF and (i == 0 or tags[i - 1] & (COMMA | THAT)) and not tags[i] & QUANTIFIER:
        return (i, j)
    if tags[i] & (OF | PAST | PRESENT | INFINITIVE) and not tags[i] & (NAME | DET | QUANTIFIER):
        for x in range(i + 1, j):
            if (tags[x] & DET and not tags[x] & OF) and not tags[x - 1] & (PREP | OF):
                return (x, j)
        if frame.norms[i] == "d'" and i + 1 < j:
            return (i, j)
        return None
    if tags[i] & TIME and not tags[i] & NAME:
        for x in range(i + 1, j):
            if tags[x] & (DET | NAME) and not tags[x - 1] & (PREP | OF):
                return (x, j)
        return None
    if j - i == 1 and tags[i] & CLITIC and not tags[i] & (SUBJECT | STRONG):
        return None
    return (i, j)
