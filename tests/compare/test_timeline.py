"""The timeline of invented articles, from their text to its entries."""

from __future__ import annotations

import pytest

from recoupe.annotate import annotate
from recoupe.compare import compare
from recoupe.compare.timeline.moments import follows, joined, moment_of
from recoupe.model.article import Article
from recoupe.model.dossier import TimelineEntry
from recoupe.model.findings import Time


def timeline(
    *texts: str, published: str | None = "2024-06-19", language: str = "fr"
) -> tuple[TimelineEntry, ...]:
    articles = [
        Article(id=f"a{n}", outlet=f"Gazette {n}", text=text, language=language, published=published)
        for n, text in enumerate(texts)
    ]
    return compare(list(annotate(articles))).timeline


def told(entries: tuple[TimelineEntry, ...]) -> list[tuple[str, str, set[str]]]:
    return [(e.when, e.status, {p.article for p in e.passages}) for e in entries]


def test_the_same_event_of_two_articles_is_one_entry_with_the_more_precise_date() -> None:
    entries = timeline(
        "Le conseil de Valmorin a voté la fermeture du pont de fer en mars 2024.",
        "La mairie s’explique. Le conseil de Valmorin avait voté le 12 mars 2024 la fermeture du pont de fer.",
    )
    assert told(entries) == [("2024-03-12", "happened", {"a0", "a1"})]
    assert "12 mars 2024" in entries[0].text


def test_two_events_of_one_day_stay_apart() -> None:
    entries = timeline(
        "Le conseil de Valmorin a voté mardi la fermeture du pont de fer.",
        "Un incendie a détruit mardi la scierie de Brançay.",
    )
    assert told(entries) == [("2024-06-18", "happened", {"a0"}), ("2024-06-18", "happened", {"a1"})]


def test_a_length_of_time_meets_the_date_that_it_points_to() -> None:
    entries = timeline(
        "C’est la première visite de la reine Aude à Valmorin depuis 24 ans.",
        "C’est la première visite de la reine Aude à Valmorin depuis l’an 2000.",
    )
    assert told(entries) == [("2000", "happened", {"a0", "a1"})]
    assert "l’an 2000" in entries[0].text


def test_what_lies_ahead_is_announced_until_another_tells_it_as_done() -> None:
    preview = "La reine Aude inaugurera le phare de Valmorin le 20 juin."
    assert told(timeline(preview)) == [("2024-06-20", "announced", {"a0"})]
    articles = [
        Article(id="a0", text=preview, language="fr", published="2024-06-19"),
        Article(
            id="a1",
            text="La reine Aude a inauguré jeudi 20 juin le phare de Valmorin.",
            language="fr",
            published="2024-06-21",
        ),
    ]
    assert told(compare(list(annotate(articles))).timeline) == [("2024-06-20", "happened", {"a0", "a1"})]


@pytest.mark.parametrize(
    "text",
    [
        "Le pont est beau.",
        "« Le pont tiendra », a déclaré mardi le maire de Valmorin.",
        "Le pont de Valmorin n’a pas été fermé mardi.",
        "Le pont de Valmorin a-t-il été fermé mardi ?",
        "Le maire défend l’accord de 2018.",
        "Le pont ferme chaque mardi.",
        "Le pont rouille depuis des décennies.",
    ],
)
def test_no_event(text: str) -> None:
    assert timeline(text) == ()


def test_entries_stand_in_order_and_quote_the_sources() -> None:
    text = (
        "Un orage a coupé la route de Brançay le 9 juin. Fin mai, la digue de Valmorin avait cédé. "
        "La guerre des Deux-Rives (1950-1953) avait détruit la scierie."
    )
    entries = timeline(text)
    assert [e.when for e in entries] == ["1950/1953", "2024-05-16/2024-05-31", "2024-06-09"]
    assert [e.precision for e in entries] == ["year", "month", "day"]
    assert all(e.text in text for e in entries)


def test_furniture_gives_no_entry() -> None:
    text = "Le pont de Valmorin a fermé lundi.\n\nA lire: Le feu a détruit la scierie le 3 juin\n\nLe maire est venu."
    entries = timeline(text)
    assert [e.when for e in entries] == ["2024-06-17"]


def test_english() -> None:
    entries = timeline("The Valmorin council voted on Tuesday to close the bridge.", language="en")
    assert told(entries) == [("2024-06-18", "happened", {"a0"})]


def moment(
    value: str, first: str, last: str, kind: str = "DATE", *, approximate: bool = False
) -> tuple[str, str] | None:
    found = moment_of(
        Time(start=0, end=1, type=kind, value=value, interval=(first, last)), approximate=approximate
    )
    return found and (found.edtf, found.precision)


@pytest.mark.parametrize(
    ("value", "first", "last", "expected"),
    [
        ("2024-06-19", "2024-06-19", "2024-06-19", ("2024-06-19", "day")),
        ("2024-06", "2024-06-01", "2024-06-30", ("2024-06", "month")),
        ("2024", "2024-01-01", "2024-12-31", ("2024", "year")),
        ("196", "1960-01-01", "1969-12-31", ("196X", "year")),
        ("2024-05", "2024-05-16", "2024-05-31", ("2024-05-16/2024-05-31", "month")),
        ("2024-SU", "2024-06-21", "2024-09-22", ("2024-22", "month")),
        ("2024-Q2", "2024-04-01", "2024-06-30", ("2024-34", "month")),
        ("2024-W25", "2024-06-17", "2024-06-23", ("2024-06-17/2024-06-23", "day")),
        ("2024-06-18TNI", "2024-06-18", "2024-06-19", ("2024-06-18/2024-06-19", "day")),
        ("2024-06-19T05:30", "2024-06-19", "2024-06-19", ("2024-06-19T05:30:00", "time")),
        ("19", "1900-01-01", "1999-12-31", None),
    ],
)
def test_moments_in_edtf(value: str, first: str, last: str, expected: tuple[str, str] | None) -> None:
    assert moment(value, first, last) == expected


def test_approximate_moments() -> None:
    assert moment("1950", "1950-01-01", "1950-12-31", approximate=True) == ("1950~", "year")


def test_lengths_point_to_the_unit_they_are_told_in() -> None:
    assert moment("P24Y", "2000-06-19", "2024-06-19", "DURATION") == ("2000", "year")
    assert moment("P3M", "2024-03-19", "2024-06-19", "DURATION") == ("2024-03", "month")
    assert moment("P2D", "2024-06-17", "2024-06-19", "DURATION") == ("2024-06-17", "day")
    assert moment_of(Time(start=0, end=1, type="DURATION", value="P24Y")) is None
    assert (
        moment_of(Time(start=0, end=1, type="SET", value="P1D", interval=("2024-01-01", "2024-01-01")))
        is None
    )


def test_stretches() -> None:
    first, second = (
        moment_of(Time(start=0, end=1, type="DATE", value=d, interval=(d, d)))
        for d in ("2024-06-18", "2024-06-19")
    )
    assert first is not None
    assert second is not None
    assert follows(first, second)
    assert not follows(second, first)
    assert joined((first, second)).edtf == "2024-06-18/2024-06-19"


@pytest.mark.parametrize(
    "sentence",
    [
        "La ville doit rembourser ses dettes avant fin 2027.",
        "Le port de Valmorin aura supprimé trente postes d’ici à la fin 2026.",
        "Le lauréat du prix Sarmont 1989 a rencontré la reine Aude.",
        "Le port de Valmorin a connu cette année plusieurs incendies.",
    ],
)
def test_the_end_of_a_term_the_number_of_a_thing_and_this_year_are_no_moments(sentence: str) -> None:
    assert timeline(sentence) == ()


def test_a_year_after_a_preposition_is_a_moment() -> None:
    assert [e.when for e in timeline("La reine Aude a quitté Valmorin en 1989.")] == ["1989"]
    assert [
        e.when for e in timeline("It is the first visit by a queen to Valmorin since 2002.", language="en")
    ] == ["2002"]


def test_what_is_said_later_of_a_dated_event_makes_no_second_one() -> None:
    entries = timeline(
        "Le bilan s’est alourdi dans la nuit de lundi à mardi : onze personnes ont été blessées, "
        "a indiqué mardi matin la préfecture."
    )
    assert [e.when for e in entries] == ["2024-06-17/2024-06-18"]


def test_what_lies_long_before_its_articles_is_background() -> None:
    entries = timeline(
        "La reine Aude a inauguré mardi le phare de Valmorin. Le phare avait brûlé en mars 1998, lors d’une tempête."
    )
    assert [(e.when, e.background) for e in entries] == [("1998-03", True), ("2024-06-18", False)]


def test_two_articles_recall_one_day_of_long_ago() -> None:
    entries = timeline(
        "L’incendie de la scierie de Brançay a éclaté le 3 février, sous un hangar.",
        "Le 3 février, vers midi, les ouvriers de Brançay avaient vu leur scierie brûler.",
    )
    assert told(entries) == [("2024-02-03", "happened", {"a0", "a1"})]


def test_other_acts_of_one_day_stay_apart() -> None:
    entries = timeline(
        "La reine Aude a annoncé mardi la fermeture du phare de Valmorin.",
        "À Valmorin, des pêcheurs ont protesté mardi devant le phare.",
    )
    assert [(e.when, {p.article for p in e.passages}) for e in entries] == [
        ("2024-06-18", {"a0"}),
        ("2024-06-18", {"a1"}),
    ]


def test_what_people_had_to_do_has_happened() -> None:
    assert told(
        timeline("Deux cents habitants de Valmorin ont dû quitter mercredi leurs maisons inondées.")
    ) == [("2024-06-19", "happened", {"a0"})]
