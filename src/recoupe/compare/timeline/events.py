"""Dated events: a window of a sentence in which something happens, with the moment that the sentence tells for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.facts import Propositions
from recoupe.compare.facts.clauses import Segment, Sentence
from recoupe.compare.facts.window import Window
from recoupe.compare.material import Material
from recoupe.compare.timeline.cues import Cues, cues
from recoupe.compare.timeline.moments import Moment, follows, joined, moment_of
from recoupe.model.article import Article
from recoupe.model.findings import Quotation, Time
from recoupe.text.tokens import Tokens

_TELLING = 2  # things besides the moment that an event is told with
_REACH = 2  # segments that a window may grow by to hold its verb


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an article puts at a moment.

    Attributes:
        window: the clause that tells it.
        moment: when.
        time: first and last code point of the time expression.
        happened: whether it lies behind its article, and is not told as something to come.
        passing: whether the moment only qualifies a noun (*l'accord de 2018*): it may join an entry and makes none.
        quoted: whether a speaker tells it, not the outlet.
    """

    window: Window
    moment: Moment
    time: tuple[int, int]
    happened: bool
    passing: bool
    quoted: bool


def find_events(material: Material, propositions: Propositions) -> list[Event]:
    """Dated events of all articles, in order of article and place."""
    return [event for sentence in propositions.sentences for event in _of_sentence(material, propositions, sentence)]


def _of_sentence(material: Material, propositions: Propositions, sentence: Sentence) -> Iterator[Event]:
    article = material.articles[sentence.article]
    text = article.text
    if text[sentence.span.start : sentence.span.end].rstrip(" »”\"").endswith("?"):
        return
    tokens = material.tokens[article.id]
    known = cues(article.language)
    for number, segment in enumerate(sentence.segments):
        for moment, start, end in _moments(article, tokens, known, segment):
            event = _event(_Place(article, tokens, known, propositions, sentence), number, moment, (start, end))
            if event is not None:
                yield event


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence and what is known around it."""

    article: Article
    tokens: Tokens
    cues: Cues
    propositions: Propositions
    sentence: Sentence

    def window(self, first: int, last: int) -> Window:
        return self.propositions.weights.window(self.sentence, first, last)


def _moments(
    article: Article, tokens: Tokens, known: Cues, segment: Segment
) -> Iterator[tuple[Moment, int, int]]:
    """Moments told in a segment, with their places; two ends of a stretch make one."""
    found: list[tuple[Moment, int, int]] = []
    for time in segment.times:
        first = tokens.first_at(time.start)
        moment = moment_of(
            time,
            approximate=known.approximate(tokens.norms, first, tokens.first_at(time.end)),
            today=article.published if _counts_back(segment, time, tokens, known, first) else None,
        )
        if moment is None:
            continue
        between = article.text[found[-1][2] : time.start].strip().lower() if found else None
        if between is not None and (
            between in known.until or (between in known.both and follows(found[-1][0], moment))
        ) and found[-1][0].first < moment.first:
            last = found.pop()
            found.append((joined((last[0], moment)), last[1], time.end))
        else:
            found.append((moment, time.start, time.end))
    yield from found


def _counts_back(segment: Segment, time: Time, tokens: Tokens, known: Cues, first: int) -> bool:
    """Whether a length is counted back from the article: *sa première visite en 24 ans*."""
    if time.type != "DURATION" or time.interval is not None:
        return False
    before = first > 0 and tokens.norms[first - 1] in known.back_to or tokens.norms[first] in known.back_to
    return before and any(q.kind == "ordinal" and q.told == 1 for q in segment.quantities)


def _event(place: _Place, number: int, moment: Moment, time: tuple[int, int]) -> Event | None:
    """The event that a moment in segment `number` belongs to."""
    first, last = _grown(place, number, time)
    window = place.window(first, last)
    if not window.events or len(window.concepts) < _TELLING or window.negated or window.alleged:
        return None
    opening = place.tokens.norms[place.tokens.first_at(window.start)]
    if opening in place.cues.hypotheses:
        return None
    quotation = _told_in(place.article, window)
    saying = _saying(place.article, window, time)
    if saying is not None:
        told = _what_is_said(place, saying, time)
        if told is None:
            return None
        window = told
    return Event(
        window=window,
        moment=moment,
        time=time,
        happened=_happened(place.article, window, moment),
        passing=_qualifies(place, time),
        quoted=quotation is not None,
    )


def _grown(place: _Place, number: int, time: tuple[int, int]) -> tuple[int, int]:
    """First and last segment of the clause around segment `number`: to where its verb is."""
    segments = place.sentence.segments
    first = last = number
    leading = time[0] - segments[number].start <= _LEAD
    for _ in range(_REACH):
        if any(s.events for s in segments[first : last + 1]):
            break
        if leading and last + 1 < len(segments):
            last += 1
        elif first > 0:
            first -= 1
        elif last + 1 < len(segments):
            last += 1
    return first, last


_LEAD = 4
"""Code points before a time that opens its clause (*En mars, ...*)."""


def _told_in(article: Article, window: Window) -> Quotation | None:
    """The quotation in whose content a window lies."""
    middle = (window.start + window.end) // 2
    for quotation in article.quotations:
        if any(s.start <= middle < s.end for s in quotation.content):
            return quotation
    return None


def _saying(article: Article, window: Window, time: tuple[int, int]) -> Quotation | None:
    """The quotation whose saying the moment belongs to: its cue is in the window, the moment outside its content."""
    for quotation in article.quotations:
        cue = quotation.cue
        if cue is None or not (window.start <= cue.start < window.end):
            continue
        if any(s.start <= time[0] < s.end for s in quotation.content):
            continue
        return quotation
    return None


def _what_is_said(place: _Place, saying: Quotation, time: tuple[int, int]) -> Window | None:
    """What a saying reports as done and gives no moment of its own; None if it reports an opinion or a plan.

    Acts other than plain saying (accusing, thanking, promising) are events themselves.
    """
    segments = place.sentence.segments
    said = [
        n
        for n, s in enumerate(segments)
        if any(c.start < s.end and s.start < c.end for c in saying.content) and not s.times
    ]
    if saying.act not in place.cues.plain_acts:
        at = [n for n, s in enumerate(segments) if s.start <= time[0] < s.end]
        return place.window(min(at + said), max(at + said)) if said else place.window(at[0], at[0])
    done = [n for n in said if segments[n].done and not segments[n].ahead and not segments[n].expected]
    if not done or any(
        t.interval for n, s in enumerate(segments) for t in s.times if not s.start <= time[0] < s.end and n in said
    ):
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


def _qualifies(place: _Place, time: tuple[int, int]) -> bool:
    """Whether the moment hangs on a noun by *de*: *l'accord de 2018*, *la rencontre de septembre dernier*."""
    first = place.tokens.first_at(time[0])
    return first > 0 and place.tokens.norms[first - 1] in place.cues.of


def by_article(events: Sequence[Event]) -> dict[int, list[Event]]:
    """Events by number of article."""
    found: dict[int, list[Event]] = {}
    for event in events:
        found.setdefault(event.window.article, []).append(event)
    return found
