"""Meanings between languages: the wiring with a stand-in for a model, and the real library where it is installed.

`Glossary` is a stand-in: it knows a few dozen words of two languages and gives translations one vector. No test here
says how good a multilingual model is; they say that its findings come in, and that vetoes hold against it.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from click.testing import CliRunner
from made_up import Told, origins

from recoupe.annotate import annotate_article
from recoupe.cli import main
from recoupe.compare import compare
from recoupe.compare.embeddings import Encoder, load_model
from recoupe.compare.facts import Propositions, find_facts
from recoupe.compare.material import Material
from recoupe.compare.meanings import Meanings
from recoupe.compare.statements import find_statements
from recoupe.model.article import Article
from recoupe.model.errors import MissingExtra, OptionError
from recoupe.model.options import Options

INSTALLED = importlib.util.find_spec("sentence_transformers") is not None
needs_library = pytest.mark.skipif(
    not INSTALLED, reason="needs sentence-transformers: pip install 'recoupe[embeddings]'"
)

WORDS = """
vannes sluices|bourgade hamlet|guetteur lookout|givre rime|verger orchard|moisi mouldy|tonneaux barrels|croulent buckle
étançons props|scellé sealed|veilleurs wardens|déblaient clear|gravats rubble|rompu burst|ont have|les the|deux two
trois three|cinq five|leur their|au at|mardi tuesday|mercredi wednesday|pas not|n' not|de of|dans in
"""
AXES = {word: axis for axis, pair in enumerate(WORDS.replace("\n", "|").split("|")) for word in pair.split()}
SIZE = 300


class Glossary:
    """A stand-in for a multilingual model: the mean of word vectors, the same for a word and its translation."""

    def __init__(self, shift: float = 0.0) -> None:
        self.read: list[str] = []
        self.shift = shift

    def encode(self, sentences: list[str], **_: Any) -> Any:
        self.read += sentences
        rows = np.zeros((len(sentences), SIZE), dtype=np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            row[0] += self.shift
            for word in sentence.lower().replace(".", " ").replace(",", " ").replace("n'", "n' ").split():
                row[1 + AXES.get(word, len(AXES) + sum(map(ord, word)) % (SIZE - len(AXES) - 1))] += 1
        return rows


def story(french: Sequence[Told], english: Sequence[Told]) -> Material:
    return Material(
        [
            annotate_article(
                Article(id=f"{code}{n}", outlet=outlet, published=date, text=text, language=code)
            )
            for code, told in (("fr", french), ("en", english))
            for n, (outlet, date, text) in enumerate(told)
        ]
    )


def pair(french: str, english: str) -> Material:
    return story(
        [("Le Fanal", "2025-03-12", f"{french} Les hôtels du port affichent complet depuis une semaine.")],
        [("The Courier", "2025-03-12", f"{english} Nobody knows how long the ferry will stay away.")],
    )


def meet(told: Material, model: Encoder | None) -> bool:
    facts = find_facts(origins(told), Propositions(told, (), model))
    return any({p.article for p in f.passages} == {"fr0", "en0"} for f in facts)


SAME = ("Les veilleurs ont scellé les vannes à Morvance.", "The wardens have sealed the sluices in Morvance.")


def test_a_model_finds_what_words_do_not_show() -> None:
    told = pair(*SAME)
    assert not meet(told, None)
    assert meet(told, Glossary())


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (  # numbers
            "Les veilleurs ont scellé trois vannes à Morvance.",
            "The wardens have sealed five sluices in Morvance.",
        ),
        (  # moments
            "Les veilleurs ont scellé les vannes mardi à Morvance.",
            "The wardens sealed the sluices in Morvance on 3 March.",
        ),
        (  # polarity
            "Les veilleurs n'ont pas scellé les vannes à Morvance.",
            "The wardens have sealed the sluices in Morvance.",
        ),
        (  # opposites
            "Les veilleurs ont accepté les vannes scellé à Morvance.",
            "The wardens have refused the sealed sluices in Morvance.",
        ),
        (  # no name, number, moment or concept in common
            "Les veilleurs ont scellé les vannes.",
            "The wardens have sealed the sluices.",
        ),
    ],
)
def test_vetoes_hold_against_a_model(french: str, english: str) -> None:
    assert not meet(pair(french, english), Glossary())


def test_a_model_joins_quotations_of_one_speaker() -> None:
    told = story(
        [("Le Fanal", "2025-03-12", "« Les gravats croulent dans la bourgade », a dit Alban Rouvel.")],
        [("The Courier", "2025-03-12", '"The rubble buckle in the hamlet," said Alban Rouvel.')],
    )

    def joined(model: Encoder | None) -> bool:
        return any(len(s.quotations) > 1 for s in find_statements(told, origins(told), (), model))

    assert joined(Glossary())
    assert not joined(None)


def test_each_text_is_read_once_in_a_fixed_order() -> None:
    model = Glossary()
    texts = [("un deux", "fr"), ("b", "en"), ("un deux", "fr"), ("a", "en")]
    meanings = Meanings(model, texts)
    assert model.read == ["a", "b", "un deux"]
    again = Meanings(Glossary(), texts)
    assert list(meanings.pairs(-5.0, 9)) == list(again.pairs(-5.0, 9))


def test_likeness_is_read_against_the_background_of_the_story() -> None:
    """A model that finds everything alike says the same as one that does not."""
    texts = [
        ("vannes scellé", "fr"),
        ("verger moisi", "fr"),
        ("sluices sealed", "en"),
        ("barrels buckle", "en"),
    ]
    for shift in (0.0, 3.0):
        likeliest = max(Meanings(Glossary(shift), texts).pairs(0.5, 4))
        assert likeliest == (1.0, 0, 2)


def test_pairs_are_of_different_languages_only() -> None:
    texts = [("vannes", "fr"), ("vannes", "fr"), ("sluices", "en")]
    assert [(a, b) for _, a, b in Meanings(Glossary(), texts).pairs(-9.0, 9)] == [(0, 2), (1, 2)]


def test_nothing_to_read_is_no_error() -> None:
    assert list(Meanings(Glossary(), []).pairs(0.0, 4)) == []


def test_one_language_does_not_ask_for_a_model() -> None:
    told = pair(*SAME).articles[:1]
    assert compare(told, Options(embeddings="no-such-model")).articles


@pytest.mark.skipif(INSTALLED, reason="sentence-transformers is installed: nothing is missing")
def test_the_missing_extra_is_named() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'recoupe\[embeddings\]'"):
        compare(pair(*SAME).articles, Options(embeddings="any"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real sentence-transformers model, made here: static vectors of the glossary's words, saved to a folder."""
    # imported here, since this test file also runs without the extra
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415
    from tokenizers.models import WordLevel  # noqa: PLC0415
    from tokenizers.normalizers import Lowercase  # noqa: PLC0415
    from tokenizers.pre_tokenizers import BertPreTokenizer  # noqa: PLC0415

    words = {"[UNK]": 0} | {word: n for n, word in enumerate(sorted(AXES), 1)}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    vectors = np.zeros((len(words), max(AXES.values()) + 1), dtype=np.float32)
    for word, n in words.items():
        vectors[n, AXES.get(word, 0)] = float(word in AXES)
    place = tmp_path_factory.mktemp("model")
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=vectors)]).save(str(place))
    return place


@needs_library
def test_the_real_library_loads_a_folder_and_finds_the_fact(folder: Path) -> None:
    model = load_model(str(folder))
    told = pair(*SAME)
    assert meet(told, model)
    dossiers = [
        msgspec.json.encode(compare(told.articles, Options(embeddings=str(folder)))) for _ in range(2)
    ]
    assert dossiers[0] == dossiers[1]
    assert b"languages-compared-by-names" not in dossiers[0]


@needs_library
def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]", "utf-8")
    for name in ("no-such-model-anywhere", str(tmp_path)):
        with pytest.raises(OptionError, match="could not be loaded") as told:
            load_model(name)
        assert name in str(told.value)
        assert "downloads nothing" in str(told.value)


@needs_library
def test_the_command_compares_by_meaning(folder: Path, tmp_path: Path) -> None:
    lines = [
        {
            "id": a.id,
            "outlet": a.outlet,
            "published": a.published,
            "language": a.language,
            "text": a.text,
        }
        for a in pair(*SAME).articles
    ]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    run = ["dossier", str(source), "-o", "-", "--format", "json", "--embeddings", str(folder)]
    done = CliRunner().invoke(main, run)
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert any({p["article"] for p in f["passages"]} == {"fr0", "en0"} for f in told["facts"])
    assert told["options"]["embeddings"] == str(folder)


@needs_library
def test_the_size_of_a_batch_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small transformer with random weights pads its batches: sums of floats differ, decisions must not."""
    import torch  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer  # noqa: PLC0415
    from transformers import BertConfig, BertModel, BertTokenizerFast  # noqa: PLC0415

    vocabulary = tmp_path / "vocab.txt"
    letters = "abcdefghijklmnopqrstuvwxyzéèêàçù'.,"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *("##" + c for c in letters)]
    vocabulary.write_text("\n".join(pieces), "utf-8")
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
    )
    place = tmp_path / "transformer"
    BertModel(config).save_pretrained(place)
    BertTokenizerFast(str(vocabulary), strip_accents=False).save_pretrained(place)
    transformer = Transformer(str(place))
    model = SentenceTransformer(modules=[transformer, Pooling(config.hidden_size)])
    model.save(str(tmp_path / "saved"))
    loaded = load_model(str(tmp_path / "saved"))
    texts = [(text, a.language) for a in pair(*SAME).articles for text in a.text.split()]
    found = []
    for size in (1, 3, 32):
        monkeypatch.setattr(sys.modules[Meanings.__module__], "BATCH", size)
        found.append(list(Meanings(loaded, texts).pairs(-9.0, 5)))
    assert found[0] == found[1] == found[2]
