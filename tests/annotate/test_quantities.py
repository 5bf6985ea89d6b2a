"""Quantities on invented sentences: value, bounds, unit, noun, and what is no quantity."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.annotate.document import Document
from recoupe.annotate.quantities import find_quantities
from recoupe.language import load
from recoupe.model.article import Article
from recoupe.model.findings import Quantity, Time


def found(text: str, language: str = "fr", times: tuple[Time, ...] = ()) -> tuple[Quantity, ...]:
    return find_quantities(Document(Article(id="a", text=text, language=language), load(language)), times)


def only(text: str, language: str = "fr") -> Quantity:
    (quantity,) = found(text, language)
    return quantity


@pytest.mark.parametrize(
    ("text", "told", "lemma"),
    [
        ("Le port a reçu 7 000 conteneurs de pommes.", 7000, "conteneur"),
        ("Le port a reçu 7\u00a0000 conteneurs de pommes.", 7000, "conteneur"),
        ("Le port a reçu 7\u202f000 conteneurs de pommes.", 7000, "conteneur"),
        ("Le port a reçu 7.000 conteneurs de pommes.", 7000, "conteneur"),
        ("La ville compte 1 298 626 habitants.", 1298626, "habitant"),
        ("On a planté vingt-sept ormes.", 27, "orme"),
        ("On a planté soixante et onze ormes.", 71, "orme"),
        ("On a planté quatre-vingt-douze ormes.", 92, "orme"),
        ("On a planté deux mille trois cents ormes.", 2300, "orme"),
        ("La digue protège deux millions et demi de foyers.", 2_500_000, "foyer"),
        ("La digue protège 2,5 millions de foyers.", 2_500_000, "foyer"),
        ("La digue protège 1,2 million d’habitants.", 1_200_000, "habitant"),
        ("La fanfare réunit une douzaine de trompettes.", 12, "trompette"),
        ("La grêle a blessé une centaine de vaches.", 100, "vache"),
        ("Les six plus grandes fermes ferment.", 6, "ferme"),
        ("Trois des cinq otages sont libres.", 3, "otage"),
        ("Un seul témoin a parlé.", 1, "témoin"),
        ("Les deux tiers des élèves sont venus.", 2 / 3, "élève"),
        ("La moitié des sièges est vide.", 0.5, "siège"),
        ("Un boulanger sur trois ferme le lundi.", 1 / 3, "boulanger"),
        ("On a livré 45 nouveaux bus électriques.", 45, "bus"),
    ],
)
def test_french_counts(text: str, told: float, lemma: str) -> None:
    quantity = found(text)[0]
    assert quantity.told == pytest.approx(told)
    assert quantity.kind == "cardinal"
    assert quantity.of is not None
    assert quantity.of.lemma == lemma
    assert quantity.of.span.of(text).lower().startswith(lemma[:4])


@pytest.mark.parametrize(
    ("text", "told", "lemma"),
    [
        ("The port took in 7,000 cider barrels on the quay.", 7000, "barrel"),
        ("Thirty-two of the 159 U.N. members voted.", 32, "member"),
        ("Two and a half million people watched.", 2_500_000, "people"),
        ("A dozen women marched.", 12, "woman"),
        ("The blaze killed 45 Valmorin prison guards.", 45, "guard"),
        ("A 500-seat hall opened.", 500, "seat"),
    ],
)
def test_english_counts(text: str, told: float, lemma: str) -> None:
    quantity = found(text, "en")[0]
    assert quantity.told == told
    assert quantity.of is not None
    assert quantity.of.lemma == lemma


@pytest.mark.parametrize(
    ("text", "told", "low", "high", "approximate"),
    [
        ("Plus de 40 maires ont signé.", 40, 40, None, False),
        ("Au moins 12 bateaux ont coulé.", 12, 12, None, False),
        ("Douze bateaux au moins ont coulé.", 12, 12, 12, False),
        ("Moins de 40 maires ont signé.", 40, 0, 40, False),
        ("Jusqu’à 200 invités sont attendus.", 200, 0, 200, False),
        ("Près de 200 invités sont venus.", 200, 180, 200, True),
        ("Quelque 7 000 caisses sont parties.", 7000, 6300, 7700, True),
        ("Environ 50 élèves dorment.", 50, 45, 55, True),
        ("Entre 12 et 15 chevaux ont couru.", None, 12, 15, False),
        ("De 12 à 15 chevaux ont couru.", None, 12, 15, False),
        ("Deux ou trois chevaux ont couru.", None, 2, 3, True),
        ("Sept à dix millions de fidèles prient.", None, 7e6, 10e6, False),
        ("Des milliers de fidèles prient.", None, 2000, None, True),
        ("Plusieurs dizaines de milliers d’abeilles volent.", None, 20000, None, True),
    ],
)
def test_bounds(text: str, told: float | None, low: float, high: float | None, approximate: bool) -> None:  # noqa: FBT001
    quantity = found(text)[0]
    assert (quantity.told, quantity.low, quantity.high, quantity.approximate) == (
        told,
        low,
        high,
        approximate,
    )


def test_bound_words_belong_to_the_span() -> None:
    text = "Le maire a vu quelque 7 000 caisses."
    assert text[only(text).start : only(text).end] == "quelque 7 000"


def test_change_from_one_value_to_another_is_no_range() -> None:
    values = [(q.told, q.of and q.of.lemma) for q in found("Le parc passe de 12 à 15 éoliennes.")]
    assert values == [(12, "éolienne"), (15, "éolienne")]


@pytest.mark.parametrize(
    ("text", "language", "kind", "told", "low", "unit"),
    [
        ("Le pont coûte 3,5 milliards d’euros.", "fr", "money", 3.5e9, 3.5e9, "EUR"),
        ("Le pont coûte 300 M€.", "fr", "money", 3e8, 3e8, "EUR"),
        ("Le pont coûte 40 couronnes suédoises.", "fr", "money", 40, 40, "SEK"),
        ("Le pain vaut 2 euros et 50 centimes.", "fr", "money", 2.5, 2.5, "EUR"),
        ("The bridge costs $2.5bn.", "en", "money", 2.5e9, 2.5e9, "USD"),
        ("Le taux atteint 1,5 %.", "fr", "percent", 1.5, 1.5, "%"),
        ("Le taux atteint cinq pour cent.", "fr", "percent", 5, 5, "%"),
        ("La digue court sur 70 km.", "fr", "measure", 70, 70, "km"),
        ("La digue court sur 10 miles.", "fr", "measure", 10, 16.09344, "km"),
        ("La tour monte à 100 pieds.", "fr", "measure", 100, 30.48, "m"),
        ("Le champ couvre 45 hectares.", "fr", "measure", 45, 45, "ha"),
        ("Le mobile émet 160 g/km.", "fr", "measure", 160, 160, "g/km"),
        ("Il a fait -12 °C.", "fr", "measure", -12, -12, "°C"),
        ("Il a fait dix degrés en dessous de zéro.", "fr", "measure", -10, -10, "°"),
        ("The storm blew at 90 miles per hour.", "en", "measure", 90, 144.84096, "km/h"),
    ],
)
def test_units(text: str, language: str, kind: str, told: float, low: float, unit: str) -> None:  # noqa: PLR0917
    quantity = only(text, language)
    assert (quantity.kind, quantity.told, quantity.low, quantity.unit) == (kind, told, low, unit)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("On annonce une hausse du prix du blé de 3 %.", "hausse"),
        ("La caisse a subi une perte de 2 millions d’euros.", "perte"),
        ("Il a un crédit d’impôt de 300 euros.", "crédit"),
        ("Ils toucheront des primes comprises entre 2 et 3 millions d’euros.", "prime"),
        ("La ville verse 3 millions d’euros d’aides.", "aide"),
        ("Ici 30 % des électeurs ont voté.", "électeur"),
        ("Elle a bu trois litres de lait.", "lait"),
    ],
)
def test_what_an_amount_measures(text: str, lemma: str) -> None:
    quantity = found(text)[0]
    assert quantity.of is not None
    assert quantity.of.lemma == lemma


@pytest.mark.parametrize(
    "text",
    [
        "Le village est à 70 km de Valbourg.",
        "La tour fait sept mètres de haut.",
        "L’indice a reculé de 3 %.",
        "L’État contribue à hauteur de 3 millions d’euros.",
    ],
)
def test_an_amount_that_measures_no_noun(text: str) -> None:
    assert only(text).of is None


def test_currency_left_out_the_second_time() -> None:
    first, second = found("Le port reçoit 3 milliards d’euros, la gare 1,2 milliard.")
    assert (first.unit, second.unit, second.kind) == ("EUR", "EUR", "money")
    assert only("La gare accueille 1,2 milliard de voyageurs.").unit is None


@pytest.mark.parametrize(
    ("text", "language", "told", "bearer"),
    [
        ("Ada Brune, 69 ans, a gagné.", "fr", 69, "Ada Brune"),
        ("Une institutrice de 52 ans a gagné.", "fr", 52, "institutrice"),
        ("Le lama, qui est âgé de 73 ans, dort.", "fr", 73, "lama"),
        ("Ada Brune, 69, won again.", "en", 69, "Ada Brune"),
        ("A 69-year-old baker won again.", "en", 69, "baker"),
    ],
)
def test_ages(text: str, language: str, told: float, bearer: str) -> None:
    quantity = only(text, language)
    assert (quantity.kind, quantity.told) == ("age", told)
    assert quantity.of is not None
    assert quantity.of.span.of(text) == bearer


def test_an_age_inside_a_time_expression_is_kept() -> None:
    text = "Ada Brune, 69 ans, a gagné."
    times = (Time(start=11, end=17, type="DURATION", value="P69Y"),)
    assert [q.kind for q in found(text, times=times)] == ["age"]


@pytest.mark.parametrize(
    ("text", "language", "told", "lemma"),
    [
        ("C’est sa deuxième visite au phare.", "fr", 2, "visite"),
        ("Le 14e concours de cidre s’ouvre.", "fr", 14, "concours"),
        ("Pour la première fois, la digue cède.", "fr", 1, "fois"),
        ("It was her second visit to the lighthouse.", "en", 2, "visit"),
    ],
)
def test_ordinals(text: str, language: str, told: float, lemma: str) -> None:
    quantity = only(text, language)
    assert (quantity.kind, quantity.told) == ("ordinal", told)
    assert quantity.of is not None
    assert quantity.of.lemma == lemma


@pytest.mark.parametrize(
    "text",
    [
        "Le Premier ministre et la première dame sont venus.",
        "Il a purgé dix ans de prison.",
        "La fête dure trois jours et deux nuits.",
        "Il y a 20 ans, la digue cédait.",
        "Le train part à 20h08.",
        "L’article 5 du code a changé.",
        "Le numéro 2 du parti se tait.",
        "Les avions F-16 et F – 18 volent.",
        "Appelez le 05 61 22 33 44.",
        "Elle habite au 12, rue des Tanneurs.",
        "Elle habite au 12 rue des Tanneurs.",
        "Valbourg l’a emporté 3-1.",
        "L’accord du 08-08-2008 tient.",
        "Les Vingt-Sept se taisent.",
        "La version 192.168.1.2 est sortie.",
        "Le vote de la loi n° 2005-370 approche.",
        "Tous les deux se taisent.",
        "Un homme et une femme marchent.",
        "L’émission Sept à huit revient.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text", ["Bill H.R. 1 passed.", "She first spoke.", "Flight 447 landed.", "The vote was 89-52."]
)
def test_no_quantity_in_english(text: str) -> None:
    assert found(text, "en") == ()


def test_a_number_inside_a_time_is_no_quantity() -> None:
    text = "La crue de 2012 a noyé 30 moutons."
    times = (Time(start=11, end=15, type="DATE", value="2012"),)
    assert [q.told for q in found(text, times=times)] == [30]


PIECES = [
    "7 000",
    "deux",
    "millions",
    "et",
    "demi",
    "de",
    "d’",
    "%",
    "-",
    "1,5",
    "à",
    "ans",
    "euros",
    "«",
    ".",
    " ",
    "\n",
    "X",
    "½",
    "²",
    "É",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    for language in ("fr", "en"):
        quantities = found(text, language)
        position = 0
        for quantity in quantities:
            assert position <= quantity.start < quantity.end <= len(text)
            position = quantity.end
            if quantity.low is not None and quantity.high is not None:
                assert quantity.low <= quantity.high
            if quantity.of is not None:
                assert 0 <= quantity.of.span.start < quantity.of.span.end <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1", "1 ", "cent ", "deux de ", "vingt et ", "un sur ", "1/", "mille ", "vingt-", "X, 3 ans "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(repeats: int) -> float:
        start = time.process_time()  # other work on the machine does not count
        found(piece * repeats)
        return time.process_time() - start

    seconds(1000)
    # Eight times the text: 64 times the work if it were quadratic. The best of three, since caches are shared.
    assert any(seconds(80_000) < 20 * max(seconds(10_000), 0.02) for _ in range(3))
