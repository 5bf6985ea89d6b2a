"""Articles cut where findings begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.article import Article
from recoupe.publish.lines import Anchor
from recoupe.publish.marks import LAYERS, Mark, cut

FACT = Anchor("f1", "fact", "fait 1")
OTHER = Anchor("d1", "discrepancy", "divergence 1")


def _cut(text, *marks):
    return cut(Article(id="x", text=text), "a1", marks)


def _covered(paragraph):
    """Each segment's text with the layers and the lines of every mark that it stands in, outermost first."""
    stack, found = [], []
    for segment in paragraph.segments:
        stack += segment.opens
        layers = " ".join(t.element for t in stack if t.element != "mark")
        refs = " ".join(t.refs for t in stack if t.refs)
        found.append((segment.text, layers, refs))
        assert segment.closes == tuple(t.element for t in reversed(stack))[: len(segment.closes)]
        del stack[len(stack) - len(segment.closes) :]
    assert stack == []
    return found


def test_overlapping_findings_make_segments_at_each_boundary():
    (paragraph,) = _cut(
        "abcdefgh", Mark(1, 5, "fact", FACT), Mark(3, 7, "discrepancy", OTHER), Mark(3, 5, "name")
    )
    assert _covered(paragraph) == [
        ("a", "", ""),
        ("bc", "", "f1"),
        ("de", "u", "f1 d1"),
        ("fg", "", "d1"),
        ("h", "", ""),
    ]
    assert [s.ids for s in paragraph.segments] == [(), ("a1-1",), ("a1-3",), (), ()]
    assert paragraph.refs == (FACT, OTHER)


def test_a_finding_is_written_once_however_many_names_it_holds():
    names = [Mark(n, n + 1, "name") for n in range(2, 20, 2)]
    (paragraph,) = _cut("a" * 24, Mark(1, 22, "fact", FACT), Mark(1, 22, "fact", OTHER), *names)
    assert [t.refs for s in paragraph.segments for t in s.opens if t.refs] == ["f1 d1"]


def test_a_finding_over_two_paragraphs_is_marked_in_both():
    first, second = _cut("ab\n\n  \ncd", Mark(1, 8, "fact", FACT))
    assert _covered(first) == [("a", "", ""), ("b", "", "f1")]
    assert _covered(second) == [("c", "", "f1"), ("d", "", "")]
    assert first.refs == second.refs == (FACT,)


def test_the_place_of_a_passage_that_begins_at_a_newline_is_kept():
    _, second = _cut("ab\ncd", Mark(2, 5, "fact", FACT), Mark(3, 4, "discrepancy", OTHER))
    assert second.segments[0].ids == ("a1-2", "a1-3")


def test_furniture_is_told_apart():
    menu, text = _cut("Menu\ntext", Mark(0, 4, "furniture"))
    assert menu.furniture
    assert not text.furniture


def test_marks_that_are_nowhere_are_left_out():
    (paragraph,) = _cut("ab", Mark(-1, 1, "fact"), Mark(1, 1, "fact"), Mark(1, 9, "fact"))
    assert _covered(paragraph) == [("ab", "", "")]


@given(
    st.text(alphabet="ab \n\u202e😊", max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from([*LAYERS, "fact"])), max_size=12
    ),
)
def test_segments_are_the_text_and_carry_what_covers_them(text, spans):
    marks = [Mark(a, b, layer, Anchor(f"f{n}", "fact", "")) for n, (a, b, layer) in enumerate(spans)]
    paragraphs = _cut(text, *marks)
    shown = [s for p in paragraphs for s in _covered(p)]
    kept = [line for line in text.split("\n") if line.strip()]
    assert "".join(t for t, _, _ in shown) == "".join(kept).replace("\u202e", "‹U+202E›")
    inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    for mark in inside:
        covered = "".join(line.strip() for line in text[mark.start : mark.end].split("\n"))
        if covered:
            found = [s for s in shown if mark.anchor and mark.anchor.id in s[2].split()]
            assert covered.replace("\u202e", "‹U+202E›").replace(" ", "") in "".join(
                t for t, _, _ in found
            ).replace(" ", "")
            if mark.layer in LAYERS:
                assert all(LAYERS[mark.layer] in layers.split() for _, layers, _ in found)
    places = [i for p in paragraphs for s in p.segments for i in s.ids]
    assert len(places) == len(set(places))


def test_ten_thousand_findings_take_time_in_proportion():
    text = "ab cd ef gh " * 20_000
    marks = [Mark(n * 12, n * 12 + 5, "name") for n in range(20_000)]
    assert sum(len(p.segments) for p in _cut(text, *marks)) == 40_000
