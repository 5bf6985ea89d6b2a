"""Speakers: whom a name, a pronoun, a function or a text means."""

import pytest

from recoupe.annotate import annotate
from recoupe.annotate.document import Document
from recoupe.annotate.names import find_names
from recoupe.annotate.speakers import resolve_speakers
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Quotation
from recoupe.model.span import Span


def resolved(text, *, language="fr"):
    """Names of the speakers marked in `text` as `[...]`; `[]` is a continuation. What follows is the content."""
    quotations, plain = [], ""
    for n, piece in enumerate(text.split("[")):
        if n == 0:
            plain += piece
            continue
        span, rest = piece.split("]", 1)
        speaker = Span(len(plain), len(plain) + len(span)) if span else None
        plain += span
        content = Span(len(plain) + 1, len(plain) + max(2, len(rest)))
        quotations.append(Quotation(kind="indirect", act="assert", content=(content,), speaker=speaker))
        plain += rest
    document = Document(Article(id="x", text=plain, language=language), load(language))
    return [q.speaker_name for q in resolve_speakers(document, find_names(document), quotations)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names
        ("[Le ministre Paul Orval] dit oui.", "Paul Orval"),
        ("Paul Orval est venu. [M. Orval] dit oui.", "Paul Orval"),
        ("[Le porte-parole de Vera Deslan, Paul Orval,] dit oui.", "Paul Orval"),
        ("[Un proche de Vera Deslan] dit oui.", "proche de Vera Deslan"),
        ("[L'agence Reuters] dit oui.", "Reuters"),
        ("[La Norvège] dit oui.", "Norvège"),
        ("[Oslo] dit oui.", "Oslo"),
        # texts
        ("[Un communiqué de l'Union européenne] dit oui.", "Union européenne"),
        # an age and what follows it, words put before the subject
        ("[Le moine d'Anzelle, 73 ans, prix de la paix et figure du pays,] dit oui.", "moine d'Anzelle"),
        ("[Bonne nouvelle pour les marins, le syndicat des ports] dit oui.", "syndicat des ports"),
        # functions learnt by apposition, before the name and after it
        ("Le président islandais Paul Orval est venu. [Le président islandais] dit oui.", "Paul Orval"),
        ("Le président islandais, Paul Orval, est venu. [Le chef de l'État] dit oui.", "Paul Orval"),
        ("Vera Deslan, ministre de la Pêche, est venue. [La ministre] dit oui.", "Vera Deslan"),
        (
            "Le président islandais Paul Orval a vu le président norvégien Jean Deslan. [Le dirigeant norvégien] dit.",
            "Jean Deslan",
        ),
        (
            "Le président islandais Paul Orval a vu le président norvégien Jean Deslan. [Son homologue norvégien] dit.",
            "Jean Deslan",
        ),
        # a function of nobody
        ("[Des responsables islandais] disent oui.", "responsables islandais"),
        ("[Le procureur] dit oui.", "procureur"),
        # pronouns
        ("Vera Deslan et son mari sont venus. [Elle] dit oui.", "Vera Deslan"),
        ("Paul Orval a reçu Vera Deslan. [Il] dit oui.", "Paul Orval"),
        ("Paul Orval a reçu Jean Deslan. [Ce dernier] dit oui.", "Jean Deslan"),
        ("Les pêcheurs du port ont défilé. [Ils] disent oui.", "pêcheurs du port"),
    ],
)
def test_french(text, expected):
    assert resolved(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Helen Orval arrived late. [She] said yes.", "Helen Orval"),
        ("Paul Orval, a fisherman, met Helen Deslan. [He] said yes.", "Paul Orval"),
        ("[Mr. Orval] said yes.", "Orval"),
        ("[Officials] said yes.", "Officials"),
    ],
)
def test_english(text, expected):
    assert resolved(text, language="en")[-1] == expected


def test_a_definite_phrase_that_goes_on_is_no_apposition():
    text = "Face à Vera Deslan, la maire de Brume a souri. [La maire de Brume] dit oui."
    assert resolved(text) == ["maire de Brume"]


def test_the_president_of_a_club_is_no_head_of_state():
    text = "Le président du club, Paul Orval, est venu. [Le chef de l'État] dit oui."
    assert resolved(text) != ["Paul Orval"]


def test_a_continuation_takes_the_speaker_of_its_paragraph():
    assert resolved("[Paul Orval] dit que la mer monte. [] Elle monte encore.") == [
        "Paul Orval",
        "Paul Orval",
    ]


def test_a_source_called_again_keeps_its_words():
    text = "[Une source proche du port] dit oui.\n[Cette source] dit encore oui."
    assert resolved(text) == ["source proche du port"] * 2


def test_the_eponym_of_a_law_is_not_in_view():
    text = "Paul Orval est venu défendre la loi Deslan. [Il] dit oui."
    assert resolved(text) == ["Paul Orval"]


def test_no_quotation_nothing_to_do():
    document = Document(Article(id="x", text="Rien.", language="fr"), load("fr"))
    assert resolve_speakers(document, (), ()) == ()


def test_time_is_linear_in_hard_text():
    text = "Le ministre Paul Orval, président du port, dit oui. " * 1500
    document = Document(Article(id="x", text=text, language="fr"), load("fr"))
    names = find_names(document)
    quotations = [
        Quotation(kind="direct", act="assert", content=(Span(at, at + 3),), speaker=Span(at, at + 11))
        for at in range(0, len(text) - 60, 52)
    ]
    assert {q.speaker_name for q in resolve_speakers(document, names, quotations)} == {"Paul Orval"}


def test_where_a_headline_s_words_are_said_is_no_speaker() -> None:
    def name(place: str) -> str | None:
        text = f"{place} : « Il fallait partir tout de suite »\n\nLe port de {place} a été évacué mardi."
        (article,) = annotate([Article(id="a", text=text, language="fr", published="2031-05-05")])
        return article.quotations[0].speaker_name

    assert name("Trois-Sources") is None
    assert name("Oslo") == "Oslo"  # a capital may stand for its government
