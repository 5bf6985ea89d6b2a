"""Agencies and media under all their names."""

from __future__ import annotations

from recoupe.language.media import known_agencies, known_media


def test_agencies_come_first_and_are_media_too() -> None:
    agencies, media = known_agencies(), known_media()
    assert media[: len(agencies)] == agencies
    assert {a.kind for a in agencies} == {"agency", "photo"}
    assert {m.kind for m in media[len(agencies) :]} <= {"official", "outlet"}


def test_no_form_is_empty_and_each_row_begins_with_its_name() -> None:
    for medium in known_media():
        assert medium.forms[0] == medium.name
        assert all(form.strip() for form in medium.forms)


def test_a_row_without_further_cells_has_its_name_alone() -> None:
    bare = [m for m in known_media() if not m.aliases and not m.exact]
    assert bare
    assert all(m.forms == (m.name,) for m in bare)
