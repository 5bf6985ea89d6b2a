"""English quotations of made-up sentences, construction by construction."""

from __future__ import annotations

import time

import pytest

from recoupe.annotate import annotate_article
from recoupe.annotate.document import Document
from recoupe.annotate.quotations import find_quotations
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Quotation


def quotations(text: str) -> list[Quotation]:
    return list(annotate_article(Article(id="test", text=text, language="en")).quotations)


def told(text: str) -> list[tuple[list[str], str | None, str | None]]:
    """Content, cue and speaker of each quotation, as written."""
    return [
        ([s.of(text) for s in q.content], q.cue and q.cue.of(text), q.speaker and q.speaker.of(text))
        for q in quotations(text)
    ]


FRONT = [
    ("The mayor said that the bridge was shut.", "that the bridge was shut", "said", "The mayor"),
    ("The mayor said the bridge was shut.", "the bridge was shut", "said", "The mayor"),
    ("The mayor said there was no money.", "there was no money", "said", "The mayor"),
    ("Ada Orlo told reporters the dam leaks.", "the dam leaks", "told", "Ada Orlo"),
    ("Ada Orlo told them that the dam leaks.", "that the dam leaks", "told", "Ada Orlo"),
    ("The mayor of Velou, who resigned in May, told the council the dam leaks.", "the dam leaks", "told",
     "The mayor of Velou"),
    ("Orlo has since stressed that she did not sign.", "that she did not sign", "has since stressed", "Orlo"),
    ("She vowed to rebuild the port.", "to rebuild the port", "vowed", "She"),
    ("The council urged Orlo to step down.", "Orlo to step down", "urged", "The council"),
    ("The union accused Transmar of hiding the files.", "Transmar of hiding the files", "accused", "The union"),
    ("The union called the offer a joke.", "the offer a joke", "called", "The union"),
    ("Velou rejected the offer.", "the offer", "rejected", "Velou"),
    ("Council chair Ada Orlo on Tuesday requested a new study.", "a new study", "requested",
     "Council chair Ada Orlo"),
    ("Opponents called for a new vote.", "a new vote", "called for", "Opponents"),
    ("He asked whether the port would open.", "whether the port would open", "asked", "He"),
    ("Orlo believes the port will open.", "the port will open", "believes", "Orlo"),
    ("Police ruled out that anybody set the fire.", "that anybody set the fire", "ruled out", "Police"),
    ("Orlo denied that the books were changed.", "that the books were changed", "denied", "Orlo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), FRONT)
def test_a_verb_in_front_of_its_content(text: str, content: str, cue: str, speaker: str) -> None:
    assert told(text) == [([content], cue, speaker)]


INCISES = [
    ('"The bridge holds," said Ada Orlo.', ["The bridge holds,"], "said", "Ada Orlo"),
    ('"The bridge holds," Ada Orlo said.', ["The bridge holds,"], "said", "Ada Orlo"),
    ('"The bridge holds," Ada Orlo told Velou Radio on Monday.', ["The bridge holds,"], "told", "Ada Orlo"),
    ('"The bridge holds," said council member Ada Orlo.', ["The bridge holds,"], "said", "council member Ada Orlo"),
    ('"We will," Robert Orlo, head of the group, said on Monday.', ["We will,"], "said",
     "Robert Orlo, head of the group"),
    ('"The bridge," she added, "holds."', ["The bridge,", "holds."], "added", "she"),
    ('"We will," Orlo said. "It is time."', ["We will,", "It is time."], "said", "Orlo"),
    ("''We will,'' Orlo said.", ["We will,"], "said", "Orlo"),
    ("The bridge holds, Ada Orlo said.", ["The bridge holds"], "said", "Ada Orlo"),
    ("Her fate hinges on the vote, analyst says.", ["Her fate hinges on the vote"], "says", "analyst"),
    ("The dam also leaks, Orlo says, and the road is closed.", ["The dam also leaks", "and the road is closed"],
     "says", "Orlo"),
    ("Two people died, according to the police.", ["Two people died"], "according to", "the police"),
    ("According to police, two people died.", ["two people died"], "According to", "police"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), INCISES)
def test_a_verb_inside_or_behind_its_content(text: str, content: list[str], cue: str, speaker: str) -> None:
    assert told(text) == [(content, cue, speaker)]


def test_a_noun_has_its_owner_as_speaker() -> None:
    assert told("Orlo's claim that the dam is safe.") == [(["that the dam is safe"], "claim", "Orlo")]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Ada Orlo: dam will hold through the winter", "dam will hold through the winter", "Ada Orlo"),
        ("“The dam scares me, and I would rather move to the hills.” ― Ada Orlo",
         "The dam scares me, and I would rather move to the hills.", "Ada Orlo"),
    ],
)  # fmt: skip
def test_headlines_and_signed_quotations(text: str, content: str, speaker: str) -> None:
    assert told(text) == [([content], None, speaker)]


def test_lines_of_a_conversation() -> None:
    text = "A talk on the dam.\nORLO: We will stay here.\nBRENN: Why would you?\nORLO: We like it."
    assert told(text) == [
        (["We will stay here."], None, "ORLO"),
        (["Why would you?"], None, "BRENN"),
        (["We like it."], None, "ORLO"),
    ]
    assert all(q.kind == "direct" for q in quotations(text))


@pytest.mark.parametrize(
    "text",
    [
        "The man accused of theft left the town.",
        "A club called Velou has won the cup.",
        "The reports arrived on Monday.",
        "The mayor wants to build a bridge.",
        "The mayor supports the plan.",
        "He said goodbye.",
        'The "Blue Dam" opened on Monday.',
        "The state attorney left.",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Orlo thinks the port will open.", "believe"),
        ("Orlo hopes the port will open.", "expect"),
        ("Orlo denied that the port was open.", "deny"),
        ("Orlo accused the port of fraud.", "accuse"),
        ("Orlo said the port was open.", "assert"),
    ],
)
def test_acts(text: str, act: str) -> None:
    assert [q.act for q in quotations(text)] == [act]


def test_an_initial_does_not_end_a_sentence() -> None:
    text = 'The council, Mayor Ada L. Orlo said, "is wrong" about the dam.'
    assert told(text) == [(["The council", "is wrong"], "said", "Mayor Ada L. Orlo")]


HOSTILE = [
    "said ",
    "told the mayor ",
    "x, he said, ",
    "'s claim that ",
    "'' ",
    "“Yes,” ",
    "A. ",
    "ORLO: Yes.\n",
    '"Yes."\n',
    "“word“ ",
    "Orlo, the mayor, ",
]


def seconds(text: str) -> float:
    document = Document(Article(id="hostile", text=text, language="en"), load("en"))
    start = time.process_time()
    find_quotations(document, ())
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_in_proportion_to_length(unit: str) -> None:
    size = 40_000
    small, large = unit * (size // len(unit)), unit * (4 * size // len(unit))
    seconds(small)
    assert seconds(large) < 8 * seconds(small) + 0.5
