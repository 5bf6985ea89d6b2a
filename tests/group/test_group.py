"""Articles of one event together, others apart, whatever the size of the collection."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import recoupe
from recoupe.evaluate.corpora import corpus
from recoupe.evaluate.stories import b_cubed, evaluate
from recoupe.group.linkage import average_link
from recoupe.group.words import count_words
from recoupe.model.findings import Furniture

BRIDGE = (
    "Le pont suspendu d'Oslane a rouvert mercredi après trois mois de travaux, a annoncé la maire Ilse Corvan.",
    "Ilse Corvan a coupé le ruban : à Oslane, le pont suspendu rouvre, les travaux sont finis.",
    "Oslane retrouve son pont. Fermé depuis l'hiver, l'ouvrage suspendu a rouvert, selon Ilse Corvan.",
)
PLUMS = (
    "La récolte de prunes s'annonce mauvaise à Vermande, où le gel d'avril a brûlé les fleurs des vergers.",
    "Gel d'avril : les vergers de Vermande ont perdu leurs fleurs, la récolte de prunes sera faible.",
)


def article(name: str, text: str, published: str | None = None) -> recoupe.Article:
    return recoupe.Article(id=name, text=text, language="fr", published=published, title=text[:30])


def test_stories_are_told_apart_in_a_small_collection() -> None:
    articles = [article(f"p{i}", t) for i, t in enumerate(BRIDGE)] + [
        article(f"q{i}", t) for i, t in enumerate(PLUMS)
    ]
    stories = recoupe.group(articles)
    assert [s.articles for s in stories] == [("p0", "p1", "p2"), ("q0", "q1")]
    assert [s.id for s in stories] == ["s1", "s2"]
    assert stories[0].title == BRIDGE[0][:30]


def test_a_collection_of_one_story_is_one_story() -> None:
    assert len(recoupe.group([article(str(i), t) for i, t in enumerate(BRIDGE)])) == 1


def test_dates_order_a_story_and_part_what_lies_far_apart() -> None:
    near = [
        article("late", BRIDGE[0], "2031-03-14"),
        article("early", BRIDGE[1], "2031-03-12T09:00:00+01:00"),
    ]
    (story,) = recoupe.group(near)
    assert (story.articles, story.from_, story.to) == (("early", "late"), "2031-03-12", "2031-03-14")
    far = [article("a", BRIDGE[0], "2031-03-14"), article("b", BRIDGE[1], "2033-03-12")]
    assert len(recoupe.group(far)) == 2


def test_a_headline_is_enough_and_nothing_is_left_out() -> None:
    bare = recoupe.Article(id="bare", text="", title="Le pont suspendu d'Oslane a rouvert", language="fr")
    empty = recoupe.Article(id="empty", text="", language="fr")
    (story,) = recoupe.group([article("a", BRIDGE[0]), bare, empty])
    assert story.articles == ("a", "bare")


def test_nothing_gives_nothing() -> None:
    assert recoupe.group([]) == []


def test_furniture_does_not_count() -> None:
    whole = recoupe.Article(
        id="a", text="Oslane\nLire aussi Vermande", language="fr", furniture=(Furniture(7, 26, "link"),)
    )
    assert set(count_words(whole)) == {"oslane"}


@given(
    st.integers(0, 9).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.fixed_dictionaries({p: st.floats(0, 1) for p in itertools.combinations(range(n), 2)}),
        )
    )
)
def test_average_link_is_a_partition_whose_groups_hold_together(
    case: tuple[int, dict[tuple[int, int], float]],
) -> None:
    size, similar = case
    groups = average_link(size, ((a, b, s) for (a, b), s in similar.items() if s), 0.5)
    assert sorted(item for group in groups for item in group) == list(range(size))
    for one, other in itertools.combinations(groups, 2):  # no two groups are left that should be one
        pairs = [similar[min(a, b), max(a, b)] for a in one for b in other]
        assert sum(pairs) / len(pairs) < 0.5 + 1e-9


def test_b_cubed_of_known_cases() -> None:
    assert b_cubed("aabb", "1122") == (1.0, 1.0)
    assert b_cubed("aabb", "1234") == (1.0, 0.5)
    assert b_cubed("aab", "111") == pytest.approx((5 / 9, 1.0))


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("name", "least"),
    [("stories_fr_dev", 0.65), ("stories_en_outlets_dev", 0.95), ("stories_en_lookalike_dev", 0.9)],
)
def test_one_threshold_serves_all_corpora(name: str, least: float) -> None:
    gold = corpus(f"data/{name}.jsonl")
    if gold is None:
        pytest.skip("the corpora are not here (RECOUPE_CORPORA)")
    assert evaluate(gold, recoupe.Options())["B³ F1"] >= least
