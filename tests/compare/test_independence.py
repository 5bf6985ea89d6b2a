"""Independent origins of whole made-up stories, where who has what from whom is known.

Each story is a few articles and the words that tell one thing (or several) in them; what is expected is the names of
the independent origins behind those words, no more and no fewer.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from made_up import Told, material, names, origins, passage

GAZETTE, COURRIER, PHARE = "La Gazette de Morvelle", "Le Courrier du Lac", "Le Phare de Sainte-Ombre"
HERALD, POST = "The Vale Herald", "Lake Post"
FIRST, SECOND, THIRD = "2031-05-02", "2031-05-03", "2031-05-04"

BRIDGE = (
    "Un pont suspendu du siècle passé s'est effondré lundi à Corbeline sous le poids d'un camion de gravier."
)
DRIVER = "Le conducteur, âgé de 52 ans, a pu regagner la rive à la nage avant l'arrivée des pompiers."
LIMIT = "La préfecture avait limité le passage à trois tonnes et demie depuis l'automne dernier."
CABLES = (
    "Sur place, une riveraine nous a montré les câbles rompus qui pendaient encore au-dessus de la Vienelle."
)
CAB = "Notre correspondant a vu le camion dépasser à demi de l'eau, cabine ouverte."
NOTICE = (
    "La préfecture de la Haute-Vienelle informe les usagers que la route départementale 14 restera fermée "
    "jusqu'au 30 juin, le temps de dégager l'épave et de sonder les piles."
)
EDITED = (
    "Un vieux pont suspendu s'est effondré lundi à Corbeline sous le poids d'un camion chargé de gravier. "
    "Le conducteur, 52 ans, a pu regagner la rive à la nage avant que les pompiers n'arrivent."
)
RETOLD = "Un vieux pont suspendu s'est effondré lundi à Corbeline sous le poids d'un camion de gravier venu d'Anzelle. "
BOTH = "La préfète de la Haute-Vienelle, Marthe Oriol, et la maire de Corbeline, Odile Varenne,"
VIADUCT = "Le viaduc de Corbeline a cédé lundi au passage d'un poids lourd, ont indiqué les secours."
PROMISE = (
    "« Nous reconstruirons ce pont à l'identique, pierre par pierre et câble par câble, "
    "avant la fin de l'année prochaine »"
)
ENGLISH_BRIDGE = (
    "A century-old suspension bridge collapsed on Monday in Corbeline under the weight of a gravel truck."
)
ENGLISH_OWN = (
    "A local resident showed this reporter the snapped cables that were still hanging above the river."
)


class Case(NamedTuple):
    """Articles, the words looked at (article, words), and the names of the independent origins behind them."""

    told: tuple[Told, ...]
    words: tuple[tuple[str, str], ...]
    expected: tuple[str, ...]
    language: str = "fr"


CASES = {
    "an agency copied with and without credit, beside own reporting": Case(
        (
            (GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}\n(AFP)"),
            (COURRIER, FIRST, f"{BRIDGE} {DRIVER}\n{CABLES}"),
            (PHARE, FIRST, f"{CAB} L'ouvrage de Corbeline n'existe plus."),
        ),
        (("a", BRIDGE), ("b", BRIDGE), ("c", "L'ouvrage de Corbeline n'existe plus")),
        ("AFP", PHARE),
    ),
    "an agency's text, edited and not credited": Case(
        ((GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}\n{LIMIT}\nAvec AFP"), (COURRIER, SECOND, EDITED)),
        (("a", BRIDGE), ("b", "s'est effondré lundi"), ("b", "regagner la rive")),
        ("AFP",),
    ),
    "two agencies in their own words": Case(
        (
            (GAZETTE, FIRST, f"CORBELINE (AFP) - {BRIDGE}\n{DRIVER}"),
            (COURRIER, FIRST, f"CORBELINE, 2 mai (Reuters) - {VIADUCT} Le chauffeur est sain et sauf."),
        ),
        (("a", BRIDGE), ("b", VIADUCT)),
        ("AFP", "Reuters"),
    ),
    "one agency signs the copy, two the text": Case(
        (
            (GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}\n(Avec AFP et Reuters)"),
            (COURRIER, FIRST, f"{BRIDGE}\n(Reuters)"),
        ),
        (("a", BRIDGE), ("b", BRIDGE)),
        ("AFP",),
    ),
    "an agency credited in a sentence of the outlet's own report": Case(
        (
            (GAZETTE, FIRST, f"{CABLES} Le chauffeur est hors de danger, selon Reuters. {CAB}"),
            (COURRIER, FIRST, "Le chauffeur est sain et sauf, a annoncé Reuters."),
        ),
        (("a", "Le chauffeur est hors de danger"), ("b", "Le chauffeur est sain et sauf")),
        ("Reuters",),
    ),
    "the rest of that report": Case(
        (
            (GAZETTE, FIRST, f"{CABLES} Le chauffeur est hors de danger, selon Reuters. {CAB}"),
            (COURRIER, FIRST, "Le chauffeur est sain et sauf, a annoncé Reuters."),
        ),
        (("a", CABLES), ("a", CAB)),
        (GAZETTE,),
    ),
    "an official notice printed by three on one day": Case(
        (
            (GAZETTE, FIRST, f"{CABLES}\n{NOTICE}"),
            (COURRIER, FIRST, f"{CAB}\n{NOTICE}"),
            (PHARE, FIRST, f"On roulera par Anzelle.\n{NOTICE}"),
        ),
        (("a", NOTICE), ("b", NOTICE), ("c", NOTICE)),
        (f"{GAZETTE} / {COURRIER} / {PHARE}",),
    ),
    "a chain of copies, day after day": Case(
        (
            (GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}\n{LIMIT}"),
            (COURRIER, SECOND, f"{DRIVER} {LIMIT}\n{CABLES}"),
            (PHARE, THIRD, f"{LIMIT}\n{CABLES}"),
        ),
        (("a", LIMIT), ("b", LIMIT), ("c", LIMIT)),
        (GAZETTE,),
    ),
    "the end of the chain has what its middle reported": Case(
        (
            (GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}\n{LIMIT}"),
            (COURRIER, SECOND, f"{DRIVER} {LIMIT}\n{CABLES}"),
            (PHARE, THIRD, f"{LIMIT}\n{CABLES}"),
        ),
        (("a", LIMIT), ("c", CABLES)),
        (GAZETTE, COURRIER),
    ),
    "a chain behind an agency, whose last link has only what the middle one rewrote": Case(
        (
            (GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}\n(AFP)"),
            (
                COURRIER,
                SECOND,
                f"{RETOLD}Le conducteur a pu regagner la rive à la nage avant l'arrivée des secours.",
            ),
            (PHARE, THIRD, f"{RETOLD}Personne n'a été tué."),
        ),
        (("a", "pont suspendu"), ("b", "pont suspendu"), ("c", "pont suspendu")),
        ("AFP",),
    ),
    "an outlet of the story that another one names": Case(
        (
            (GAZETTE, FIRST, f"{BRIDGE}\n{DRIVER}"),
            (COURRIER, SECOND, f"Selon La Gazette de Morvelle, {BRIDGE[0].lower()}{BRIDGE[1:]}"),
            (PHARE, THIRD, BRIDGE),
        ),
        (("a", BRIDGE), ("b", "pont suspendu"), ("c", BRIDGE)),
        (GAZETTE,),
    ),
    "one outlet twice": Case(
        ((GAZETTE, FIRST, CABLES), (GAZETTE, SECOND, CAB)), (("a", CABLES), ("b", CAB)), (GAZETTE,)
    ),
    "a speech that two reporters heard": Case(
        (
            (GAZETTE, FIRST, f"{CABLES}\n{PROMISE}, a promis la maire Odile Varenne devant la presse."),
            (COURRIER, FIRST, f"{CAB}\n{PROMISE}, a déclaré la maire Odile Varenne."),
        ),
        (("a", CABLES), ("b", CAB)),
        (GAZETTE, COURRIER),
    ),
    "the same people under the same titles": Case(
        (
            (
                GAZETTE,
                FIRST,
                f"{BOTH} se sont rendues sur les lieux, nous ont-elles dit.",
            ),
            (
                COURRIER,
                FIRST,
                f"Devant l'épave, l{BOTH[1:]} cherchaient leurs mots.",
            ),
        ),
        (("a", "se sont rendues sur les lieux"), ("b", "cherchaient leurs mots")),
        (GAZETTE, COURRIER),
    ),
    "two outlets with agencies that neither names": Case(
        ((GAZETTE, FIRST, f"{CABLES}\nAvec agences"), (COURRIER, FIRST, f"{CAB}\n(avec agences)")),
        (("a", CABLES), ("b", CAB)),
        ("agences",),
    ),
    "an agency's text and its copy, in English": Case(
        (
            (HERALD, FIRST, f"CORBELINE (AP) — {ENGLISH_BRIDGE} The driver swam to the bank."),
            (POST, FIRST, f"{ENGLISH_BRIDGE}\n{ENGLISH_OWN}"),
        ),
        (("a", ENGLISH_BRIDGE), ("b", ENGLISH_BRIDGE), ("b", ENGLISH_OWN)),
        ("AP", POST),
        "en",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_independent_origins_are_exact(case: Case) -> None:
    story = material(*case.told, language=case.language)
    found = names(origins(story), [passage(story, article, words) for article, words in case.words])
    assert sorted(found) == sorted(case.expected)


@pytest.mark.parametrize(
    "signature",
    [
        "Source : AFP",
        "Par AFP",
        "(Afp)",
        "A.F.P.",
        "© AFP 2031",
        "(AFP/Reuters)",
        "Par Le Courrier du Lac avec l'AFP",
        "Propos recueillis par l'AFP",
    ],
)
def test_signatures_of_a_whole_text(signature: str) -> None:
    story = material((COURRIER, FIRST, f"{CABLES}\n{CAB}\n{signature}"))
    assert names(origins(story), [passage(story, "a", CABLES)]) == ["AFP"]


@pytest.mark.parametrize(
    ("signature", "agency"),
    [
        ("The Associated Press contributed to this report.", "AP"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "AP"),
        ("© 2031 Reuters", "Reuters"),
        ("Additional reporting by Reuters", "Reuters"),
    ],
)
def test_english_signatures_of_a_whole_text(signature: str, agency: str) -> None:
    story = material((POST, FIRST, f"{ENGLISH_OWN}\n{signature}"), language="en")
    assert names(origins(story), [passage(story, "a", ENGLISH_OWN)]) == [agency]
