"""Dated events: a window of a sentence in which something happens, with the moment that the sentence tells for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Segment
from recoupe.compare.facts.lexicon import lexicon
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.compare.timeline.cues import Cues
from recoupe.compare.timeline.moments import Moment, follows, joined, moment_of
from recoupe.compare.timeline.views import Place, View
from recoupe.language.morphology import morphology
from recoupe.model.article import Article
from recoupe.model.findings import Quotation, Time
from recoupe.text.tokens import Tokens

_TELLING = 2  # things besides the moment that an event is told with
_AROUND = 12  # segments on either side in which names and other moments are looked for
_REACH = 4  # segments between a moment and its verb


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an article puts at a moment.

    Attributes:
        window: the clause that tells it.
        wide: the sentence around it, as far as no other moment is told.
        moment: when.
        time: first and last code point of the time expression.
        segment: number of the sentence's segment that holds the time.
        act: what happens: the concept of its verb or noun of action.
        happened: whether it lies behind its article, and is not told as something to come.
        passing: whether the moment only qualifies a noun (*l'accord de 2018*): it may join an entry and makes none.
        quoted: whether a speaker tells it, not the outlet.
        remote: whether it lies long before its article: background, not news.
        dated: whether a date tells the moment, and not a length of time.
    """

    window: Window
    wide: Window
    moment: Moment
    time: tuple[int, int]
    segment: int
    act: str
    happened: bool
    passing: bool
    quoted: bool
    remote: bool
    dated: bool

    @property
    def around(self) -> Sequence[Segment]:
        """The segments of the sentence near the event."""
        window = self.window
        return window.sentence.segments[max(0, window.first - _AROUND) : window.last + _AROUND + 1]


def find_events(material: Material, propositions: Propositions) -> list[Event]:
    """Dated events of all articles, in order of article and place."""
    views = [View.of(material, article, propositions) for article in material.articles]
    return [event for s in propositions.sentences for event in _of_sentence(Place(views[s.article], s))]


def _of_sentence(place: Place) -> Iterator[Event]:
    """The events that one sentence tells; a question tells none."""
    if place.sentence.span.of(place.article.text).rstrip(' »”"').endswith("?"):
        return
    seen: set[int] = set()  # a segment that took in its neighbour holds its times again
    for number, segment in enumerate(place.sentence.segments):
        for moment, start, end in _moments(place.view, segment):
            if start in seen:
                continue
            seen.add(start)
            if place.view.denied(start):
                continue
            event = _event(place, number, moment, (start, end))
            if event is not None:
                yield event


def _moments(view: View, segment: Segment) -> Iterator[tuple[Moment, int, int]]:
    """Moments told in a segment, with their places; two ends of a stretch make one."""
    found: list[tuple[Moment, int, int]] = []
    for time in segment.times:
        first, after = view.tokens.first_at(time.start), view.tokens.first_at(time.end)
        moment = moment_of(
            time,
            approximate=view.cues.approximate(view.tokens.norms, first, after),
            today=view.article.published
            if _counts_back(segment, time, view.tokens, view.cues, first)
            else None,
        )
        if moment is None:
            continue
        if found and _stretches(view, found[-1], moment, time):
            last = found.pop()
            found.append((joined((last[0], moment)), last[1], time.end))
        else:
            found.append((moment, time.start, time.end))
    yield from found


def _stretches(view: View, last: tuple[Moment, int, int], moment: Moment, time: Time) -> bool:
    """Whether a moment is the other end of the stretch that the last one begins."""
    between = view.article.text[last[2] : time.start].strip().lower()
    one = between in view.cues.until or (between in view.cues.both and follows(last[0], moment))
    return one and last[0].first < moment.first


def _counts_back(segment: Segment, time: Time, tokens: Tokens, known: Cues, first: int) -> bool:
    """Whether a length is counted back from the article: *sa première visite en 24 ans*."""
    if time.type != "DURATION" or time.interval is not None:
        return False
    before = (first > 0 and tokens.norms[first - 1] in known.back_to) or tokens.norms[first] in known.back_to
    return before and any(q.kind == "ordinal" and q.told == 1 for q in segment.quantities)


def _event(place: Place, number: int, moment: Moment, time: tuple[int, int]) -> Event | None:
    """The event that a moment in segment `number` belongs to."""
    verb = _governor(place, time)
    if verb is None or _no_event(place, moment, time):
        return None
    first, last = _grown(place, number, verb)
    window = place.window(first, last)
    if len(window.concepts) < _TELLING:  # a clause cut off its subject by another one
        window = _widened(place, window, time)
    if len(window.concepts) < _TELLING or window.negated or window.alleged:
        return None
    opening = place.tokens.norms[place.tokens.first_at(window.start)]
    if opening in place.cues.hypotheses:
        return None
    dated = time[0] not in place.view.lengths
    saying = _saying(place, verb, time)
    told = window if saying is None else _what_is_said(place, saying, number, time)
    if told is None or (saying is None and _merely_says(place, verb)):
        return None
    happened = _happened(place.article, told, moment) and not _planned(place, verb)
    if happened and _all_along(place.article, moment):
        return None
    window = told
    return Event(
        window=window,
        wide=_widened(place, window, time),
        moment=moment,
        time=time,
        segment=number,
        act=lexicon(place.article.language).concept(place.tokens.norms[verb]),
        happened=happened,
        passing=_qualifies(place, time) or not (dated or _first_since(window)),
        quoted=place.view.quoted((window.start + window.end) // 2),
        remote=_remote(place.article, moment),
        dated=dated,
    )


def _no_event(place: Place, moment: Moment, time: tuple[int, int]) -> bool:
    """Whether a moment only ends a term (*avant fin 2008*) or numbers a thing (*le prix Nobel 1989*)."""
    tokens = place.tokens
    first, start = tokens.first_at(time[0]), tokens.first_at(place.sentence.span.start)
    if first <= start:
        return False
    if any(tuple(tokens.norms[max(start, first - len(p)) : first]) == p for p in place.cues.deadlines):
        return True
    if tokens.norms[first] in place.cues.before:  # the time took the preposition in
        return True
    before = tokens.norms[first - 1]
    bare = moment.precision == "year" and tokens.forms[first].isdigit() and before[0].isalpha()
    return bare and not any(
        before in known for known in (place.cues.at, place.cues.determiners, place.language.stopwords)
    )


def _all_along(article: Article, moment: Moment) -> bool:
    """Whether a moment holds the article's own day and much more: *this year* says little of when."""
    if article.published is None:
        return False
    today = article.published[:10]
    return moment.length > _WEEK and moment.first[:10] <= today <= moment.last[:10]


def _widened(place: Place, window: Window, time: tuple[int, int]) -> Window:
    """The window with its neighbours, up to those that tell another moment."""
    segments = place.sentence.segments

    def other(n: int) -> bool:
        return any(t.interval is not None and not time[0] <= t.start < time[1] for t in segments[n].times)

    first, last = window.first, window.last
    while first > max(0, window.first - _AROUND) and not other(first - 1):
        first -= 1
    while last + 1 < min(len(segments), window.last + _AROUND) and not other(last + 1):
        last += 1
    return window if (first, last) == (window.first, window.last) else place.window(first, last)


def _governor(place: Place, time: tuple[int, int]) -> int | None:
    """The token that tells what happens at a moment: the last event before it, the first after a leading one."""
    tokens, sentence = place.tokens, place.sentence.span
    start, end = tokens.first_at(sentence.start), tokens.first_at(sentence.end)
    at, after = tokens.first_at(time[0]), tokens.first_at(time[1])
    before = range(at - 1, max(start, at - _FAR) - 1, -1) if at - start > _LEAD else range(0)
    for tokens_in_reach in (before, range(after, min(end, after + _FAR))):
        found = [i for i in tokens_in_reach if _tells(place, i)]
        if found:
            return min(found, key=lambda i: (_is_noun(place, i) and abs(i - at) > _BESIDE, abs(i - at)))
    return None


def _tells(place: Place, i: int) -> bool:
    """Whether token `i` tells an event or reports speech; no part of a name does."""
    norm = place.tokens.norms[i]
    if place.tokens.forms[i][0].isupper() and place.tokens.starts[i] != place.sentence.span.start:
        return False
    if norm in place.language.stopwords:
        return False
    if lexicon(place.article.language).is_event(norm) or _cue_at(place, i) is not None:
        return True
    return place.cues.is_verb(norm) and not _is_noun(place, i)


def _is_noun(place: Place, i: int) -> bool:
    """Whether token `i` is a noun of action: a determiner stands before it, or its form is no verb's."""
    norms, known = place.tokens.norms, place.cues
    before = norms[i - 1] if i > 0 else ""
    if before in known.determiners or not known.is_verb(norms[i]):
        return True
    return before in known.of and not known.is_infinitive(norms[i])


def _cue_at(place: Place, i: int) -> Quotation | None:
    """The quotation whose cue holds token `i`."""
    offset = place.tokens.starts[i]
    at = bisect_right(place.view.cue_starts, offset) - 1
    if at < 0:
        return None
    quotation = place.view.cued[at]
    return quotation if quotation.cue is not None and offset < quotation.cue.end else None


def _grown(place: Place, number: int, verb: int) -> tuple[int, int]:
    """First and last segment from the one that holds the verb to segment `number`, which holds the moment."""
    offset = place.tokens.starts[verb]
    segments = place.sentence.segments
    near = range(max(0, number - _REACH), min(len(segments), number + _REACH + 1))
    holding = next((n for n in near if segments[n].start <= offset < segments[n].end), number)
    return min(holding, number), max(holding, number)


_SAID = 12
"""Segments around a saying in which its content is looked for."""
_LEAD = 3
"""Tokens before a time that opens its sentence (*En mars, ...*)."""
_PLAN = 3
"""Tokens before a verb that may hold one of planning."""
_NEWS = 30
"""Days before an article that are still its news."""
_BESIDE = 2
"""Tokens between a moment and a noun of action that it stands beside (*après sa mort, mardi,*)."""
_WEEK = 7
"""Days of a stretch that still tells when, if today lies in it."""
_FAR = 40
"""Tokens looked at for the verb."""


def _saying(place: Place, verb: int, time: tuple[int, int]) -> Quotation | None:
    """The quotation whose saying the moment belongs to: its cue is the verb, and the moment outside its content."""
    quotation = _cue_at(place, verb)
    if quotation is None or any(s.start <= time[0] < s.end for s in quotation.content):
        return None
    return quotation


def _merely_says(place: Place, verb: int) -> bool:
    """Whether the verb is one of plain saying."""
    return place.language.lemma(place.tokens.norms[verb]) in place.cues.sayings


def _what_is_said(place: Place, saying: Quotation, number: int, time: tuple[int, int]) -> Window | None:
    """What a saying reports as done and gives no moment of its own; None if it reports an opinion or a plan.

    `number` is that of the segment that holds the moment. Acts other than plain saying (accusing, thanking, promising)
    are events themselves.
    """
    segments = place.sentence.segments
    said = [
        n
        for n in range(max(0, number - _SAID), min(len(segments), number + _SAID))
        if any(c.start < segments[n].end and segments[n].start < c.end for c in saying.content)
    ]
    if any(t.interval is not None and t.start != time[0] for n in said for t in segments[n].times):
        said = [] if saying.act in place.cues.plain_acts else said
    said = [n for n in said if all(t.start == time[0] for t in segments[n].times)]
    if saying.act not in place.cues.plain_acts:
        return place.window(min([number, *said]), max([number, *said]))
    if saying.kind != "indirect" and saying.act != place.cues.relaying:
        return None
    done = [n for n in said if segments[n].done and not segments[n].ahead and not segments[n].expected]
    if not done:
        return None
    return place.window(done[0], done[0])


def _happened(article: Article, window: Window, moment: Moment) -> bool:
    """Whether an event lies behind its article."""
    ahead = (window.ahead or window.expected) and not window.done
    if article.published is None:
        return not ahead
    today = article.published[:10]
    if moment.last[:10] < today:
        return True
    if moment.first[:10] > today:
        return False
    return not ahead


def _planned(place: Place, verb: int) -> bool:
    """Whether the verb hangs on one of planning: *prévoit de lancer*, not *ont dû partir*."""
    norms, forms = place.tokens.norms, morphology(place.article.language).forms
    return any(
        place.language.lemma(norms[i]) in place.cues.plans
        and not any(f.mood == "participle" and f.tense == "past" for f in forms(norms[i]))
        for i in range(max(0, verb - _PLAN), verb)
    )


def _remote(article: Article, moment: Moment) -> bool:
    """Whether a moment lies long before its article; without a date, whether it is told by month or year alone."""
    if article.published is None:
        return moment.precision in ("year", "month")
    return (date.fromisoformat(article.published[:10]) - date.fromisoformat(moment.last[:10])).days > _NEWS


def _first_since(window: Window) -> bool:
    """Whether a length of time tells of the last event of its kind: *première visite depuis 24 ans*."""
    return any(q.kind == "ordinal" and q.told == 1 for q in window.quantities)


def _qualifies(place: Place, time: tuple[int, int]) -> bool:
    """Whether the moment hangs on a noun by *de* (*l'accord de 2018*) or a noun on it (*au lendemain de sa mort*)."""
    norms = place.tokens.norms
    first, after = place.tokens.first_at(time[0]), place.tokens.first_at(time[1])
    if first > 0 and norms[first - 1] in place.cues.of:
        return True
    return after < len(norms) and norms[after] in place.cues.of and norms[first] in place.cues.next_day
