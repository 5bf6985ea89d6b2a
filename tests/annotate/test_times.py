"""Times: where they stand, what they say, against which date."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.document import Document
from recoupe.annotate.times import find_times
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Furniture

WEDNESDAY = "2024-06-19"


def times(text, *, language="fr", published=WEDNESDAY, furniture=()):
    article = Article(id="x", text=text, language=language, published=published)
    return find_times(Document(article, load(language), furniture))


def values(text, **options):
    return [t.value for t in times(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days
        ("Le pont a rouvert mercredi 19 juin 2024.", ["2024-06-19"]),
        ("L'élection aura lieu le 1er mai 2025.", ["2025-05-01"]),
        ("Le naufrage du 10 novembre 93 a été jugé.", ["1993-11-10"]),
        ("Les 18 et 19 juin, la ville sera fermée.", ["2024-06-18", "2024-06-19"]),
        ("Les 3, 4 et 5 mars, il a neigé.", ["2024-03-03", "2024-03-04", "2024-03-05"]),
        ("Du 28 mai au 3 juin 2023, les écoles ont fermé.", ["2023-05-28", "2023-06-03"]),
        ("La foire du 19/06/2024 et celle du 12.06.2023.", ["2024-06-19", "2023-06-12"]),
        ("Le 14-Juillet prochain sera fêté.", ["2024-07-14"]),
        ("Il est mort le 26 septembre dernier.", ["2023-09-26"]),
        # months, years, longer
        ("En septembre 2023, elle est partie.", ["2023-09"]),
        ("Entre mars et juin 2022, trois maires ont démissionné.", ["2022-03", "2022-06"]),
        ("De novembre à février 2022, il a plu.", ["2021-11", "2022-02"]),
        ("En mai et juin derniers, il avait gelé.", ["2023-05", "2023-06"]),
        ("Fin mai, début 2024 et à la mi-juin.", ["2024-05", "2024", "2024-06"]),
        ("La guerre (1950-1953) et l'an 2000.", ["1950", "1953", "2000"]),
        ("L'accord de 2018 a été dénoncé.", ["2018"]),
        ("Dans les années 60 puis les années quatre-vingt-dix.", ["196", "199"]),
        ("Au XIXe siècle et au siècle dernier.", ["18", "19"]),
        ("Au troisième trimestre 2023 et au premier semestre.", ["2023-Q3", "2024-H1"]),
        ("Au troisième trimestre 2007, contre 3 % un an plus tôt.", ["2007-Q3", "2006-Q3"]),
        ("L’été 2012, puis cet automne.", ["2012-SU", "2024-FA"]),
        # from the article's date
        ("Hier, demain et aujourd'hui ont été évoqués.", ["2024-06-18", "2024-06-20", "2024-06-19"]),
        ("Hier soir, puis demain matin.", ["2024-06-18TEV", "2024-06-20TMO"]),
        ("Le mois dernier, la semaine prochaine, cette année.", ["2024-05", "2024-W26", "2024"]),
        ("Il y a une semaine, il avait démissionné.", ["2024-06-12"]),
        ("Il y a deux ans, il y a trois mois, il y a quelques jours.", ["2022", "2024-03", "PAST_REF"]),
        ("Le texte sera voté dans trois semaines.", ["2024-07-10"]),
        ("Ce week-end et le week-end dernier.", ["2024-W25-WE", "2024-W24-WE"]),
        # from the last date told
        ("Un traité signé en 1996 est tombé l'année suivante.", ["1996", "1997"]),
        ("Le 3 mai, il a plu ; le lendemain, il a neigé.", ["2024-05-03", "2024-05-04"]),
        ("Le 3 mai, il a plu ; la veille, il avait neigé.", ["2024-05-03", "2024-05-02"]),
        ("Le 3 mai, il a plu. Trois jours plus tard, il a neigé.", ["2024-05-03", "2024-05-06"]),
        ("En mars 2020, puis le mois suivant.", ["2020-03", "2020-04"]),
        # hours and nights
        ("Il a été vu mardi vers 21 h 45.", ["2024-06-18", "2024-06-18T21:45"]),
        ("Il est arrivé dans la nuit de mardi à mercredi.", ["2024-06-18TNI"]),
        ("Vers 23 h 40, lundi, le feu a pris.", ["2024-06-17T23:40", "2024-06-17"]),
        ("Dans la nuit de mardi à mercredi, vers 2 h 10, il a crié.", ["2024-06-18TNI", "2024-06-19T02:10"]),
        ("Lundi, il a plu ; dans la soirée, il a neigé.", ["2024-06-17", "2024-06-17TEV"]),
        (
            "Rendez-vous à 17 heures, à midi, à 3 heures du matin.",
            [f"{WEDNESDAY}T{h}:00" for h in ("17", "12", "03")],
        ),
        # feasts
        ("À Noël, à Pâques 2025, le lundi de Pentecôte.", ["2023-12-25", "2025-04-20", "2024-05-20"]),
        # durations, sets, adverbs
        ("Depuis vingt-quatre ans, pendant deux heures et demie.", ["P24Y", "PT2H30M"]),
        ("Des décennies, plusieurs heures, une dizaine de jours.", ["PXDE", "PTXH", "P10D"]),
        ("De huit à dix jours, ces trois derniers mois.", ["P8D", "P10D", "P3M"]),
        ("Chaque année, tous les deux ans, deux fois par semaine.", ["P1Y", "P2Y", "P1W"]),
        ("Le magasin ferme le dimanche et chaque lundi.", ["XXXX-WXX-7", "XXXX-WXX-1"]),
        ("Désormais, autrefois, à l'avenir.", ["PRESENT_REF", "PAST_REF", "FUTURE_REF"]),
    ],
)
def test_french(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge reopened on Wednesday, June 19, 2024.", ["2024-06-19"]),
        ("She left on 19 June 2024 and on Dec. 21.", ["2024-06-19", "2023-12-21"]),
        ("From July 3 to July 5, 2025, schools will close.", ["2025-07-03", "2025-07-05"]),
        ("In the early 1980s, the '90s and the 19th century.", ["198", "199", "18"]),
        (
            "Last month, next week, earlier this year, this weekend.",
            ["2024-05", "2024-W26", "2024", "2024-W25-WE"],
        ),
        ("Two weeks ago she resigned; six months ago he did.", ["2024-06-05", "2023-12"]),
        ("Police said Monday that the dam will open on Friday.", ["2024-06-17", "2024-06-21"]),
        ("It happened at 10 p.m. Tuesday, then at noon.", ["2024-06-18T22:00", "2024-06-18T12:00"]),
        ("A treaty signed in 1996 lapsed the following year.", ["1996", "1997"]),
        ("On May 3 it rained. Three days later it snowed.", ["2024-05-03", "2024-05-06"]),
        ("The fourth quarter of 2012 and the third-quarter loss.", ["2012-Q4", "2024-Q3"]),
        ("Sales rose in the third quarter of 2012 from a year earlier.", ["2012-Q3", "2011-Q3"]),
        ("A four-day trip, two and a half years, several months.", ["P4D", "P2Y6M", "PXM"]),
        ("Over the past two decades and in recent weeks.", ["P2DE", "PXW"]),
        ("Every year, twice a week, each May, on Sundays.", ["P1Y", "P1W", "XXXX-05", "XXXX-WXX-7"]),
        ("Now, recently and in the future.", ["PRESENT_REF", "PAST_REF", "FUTURE_REF"]),
        ("Nineteen ninety-six was dry.", ["1996"]),
        ("The vote will be held in two weeks.", ["2024-07-03"]),
        ("Mrs. May spoke in May of a march.", ["2024-05"]),
    ],
)
def test_english(text, expected):
    assert values(text, language="en") == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("La ministre arrivera mardi.", "2024-06-18", ["2024-06-18"]),
        ("La ministre arrivera mardi.", "2024-06-17", ["2024-06-18"]),
        ("La ministre est arrivée mardi.", "2024-06-17", ["2024-06-11"]),
        ("Il est parti le 21 décembre.", "2024-01-09", ["2023-12-21"]),
        ("Il partira le 21 décembre.", "2024-11-09", ["2024-12-21"]),
        ("Elle sera jugée le 3 janvier.", "2023-12-28", ["2024-01-03"]),
        ("La réunion, ouverte lundi, doit finir vendredi.", "2024-06-19", ["2024-06-17", "2024-06-21"]),
        ("Depuis vendredi, la route est coupée.", "2024-06-19", ["2024-06-14"]),
        ("Le match a lieu samedi.", "2024-06-20", ["2024-06-22"]),
        ("Les négociations de lundi ont été repoussées à jeudi.", "2024-06-19", ["2024-06-17", "2024-06-20"]),
        ("Le texte, adopté mardi, sera examiné jeudi.", "2024-06-19", ["2024-06-18", "2024-06-20"]),
        ("Nous nous reverrons mardi.", "2024-06-19", ["2024-06-25"]),
        ("Rendez-vous dimanche. Elle avait parlé jeudi.", "2024-06-20", ["2024-06-23", "2024-06-20"]),
    ],
)
def test_tense_decides(text, published, expected):
    assert values(text, published=published) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ana Roy, 37 ans, et une fillette de 6 ans sont blessées."),
        ("fr", "Le doyen, âgé de 101 ans, a fêté ses 80 ans de scène."),
        ("fr", "Orvel a battu Brède 3-2 (15-13, 21-19)."),
        ("fr", "La place coûte 1999 euros, il en est venu 2000 personnes."),
        ("fr", "Il vit 14, rue du 11-Novembre, près de la place du 8-Mai-1945."),
        ("fr", "Le vol 1990 a été annulé ; la ville compte 60.082.000 habitants."),
        ("fr", "Une quinzaine de jardinières ont été cassées."),
        ("fr", "Jean-Noël Roy a parlé au 20 heures de la planète Mars."),
        ("en", "Ann Roe, a 52-year-old in her 50s, aged 24 to 31, is 66 years old."),
        ("en", "Orwell beat Valbrook 3-2 and paid $1999 for Route 1990."),
        ("en", "He may march on, as soon as the band plays."),
    ],
)
def test_what_is_no_time(language, text):
    assert values(text, language=language) == []


def test_years_of_a_sentence_are_durations_after_a_noun_that_lasts():
    assert values("Il a été condamné à une peine de 20 ans, dont 6 ans ferme.") == ["P20Y", "P6Y"]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_apostrophes_and_spaces(space, apostrophe):
    text = f"Fin d{apostrophe}avril{space}2019, à{space}21{space}h{space}45, l{apostrophe}an{space}dernier."
    assert values(text) == ["2019-04", f"{WEDNESDAY}T21:45", "2023"]
    assert values(f"Plus de 7{space}000 jours") == ["P7000D"]


def test_spans_hold_the_article_and_nothing_of_the_next_sentence():
    text = "Il est parti le 9 juin. Le bal aura lieu vendredi."
    assert [text[t.start : t.end] for t in times(text)] == ["le 9 juin", "vendredi"]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("En février 2024", ("2024-02-01", "2024-02-29")),
        ("Fin mai 2024", ("2024-05-16", "2024-05-31")),
        ("la nuit de mardi à mercredi", ("2024-06-18", "2024-06-19")),
        ("la semaine dernière", ("2024-06-10", "2024-06-16")),
        ("depuis vingt-quatre ans", ("2000-06-19", "2024-06-19")),
        ("les trois prochains mois", ("2024-06-19", "2024-09-19")),
        ("pendant trois ans", None),
        ("désormais", None),
    ],
)
def test_intervals(text, interval):
    (time,) = times(text)
    assert time.interval == interval


def test_without_a_date_times_keep_what_they_say():
    text = "Mardi, hier, demain, le mois dernier, en mai, le 3 mai, en 1996, il y a deux ans."
    found = times(text, published=None)
    assert [t.value for t in found] == [
        "XXXX-WXX-2", "PAST_REF", "FUTURE_REF", "PAST_REF", "XXXX-05", "XXXX-05-03", "1996", "PAST_REF",
    ]  # fmt: skip
    assert [t.interval is None for t in found] == [True] * 6 + [False, True]


@pytest.mark.parametrize("published", ["jadis", "0001-01-01", "9999-12-31", "2024-02-31", ""])
def test_a_date_that_cannot_be_used_is_none(published):
    assert values("Mardi et demain.", published=published) == ["XXXX-WXX-2", "FUTURE_REF"]


def test_nothing_is_found_in_furniture():
    text = "Le 3 mai 2024, photo.\nIl a plu mardi."
    assert [t.value for t in times(text, furniture=[Furniture(0, 21, "caption")])] == ["2024-06-18"]


def test_a_time_does_not_reach_over_a_line():
    assert values("Réunion mercredi\n19 juin, il pleuvait.") == ["2024-06-19", "2024-06-19"]
    assert len(times("Il compte 18\njuin et juillet.")) == 2


_WORDS = st.sampled_from(
    (
        *(
            "le",
            "la",
            "19",
            "juin",
            "2024",
            ",",
            ".",
            "\n",
            "mardi",
            "nuit",
            "de",
            "à",
            "du",
            "au",
            "3",
            "ans",
            "depuis",
        ),
        *(
            "il",
            "y",
            "a",
            "une",
            "semaine",
            "dernière",
            "fin",
            "mai",
            "21",
            "h",
            "45",
            "et",
            "deux",
            "cent",
            "mille",
        ),
        *(
            "premier",
            "trimestre",
            "années",
            "60",
            "l'an",
            "the",
            "of",
            "May",
            "2012",
            "last",
            "week",
            "p.m.",
            "10",
            "-",
        ),
        *("/", "1", "000", "XXe", "siècle"),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60), st.sampled_from(["fr", "en"]), st.sampled_from([WEDNESDAY, None]))
def test_times_are_in_order_inside_and_apart(words, language, published):
    text = " ".join(words)
    found = times(text, language=language, published=published)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[t.start : t.end].strip() == text[t.start : t.end] for t in found)
    assert all(t.interval is None or t.interval[0] <= t.interval[1] for t in found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_any_text_is_read(text, language):
    times(text, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        '"' * 10_000,
        "1" * 100_000,
        "1 000 " * 20_000,
        "mardi " * 20_000,
        "un " * 40_000,
        "1.1," * 20_000,
    ],
    ids=["letters", "marks", "digits", "thousands", "weekdays", "ones", "decimals"],
)
def test_hostile_texts_are_read_in_time(text):
    assert times(text) is not None
