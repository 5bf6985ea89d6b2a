"""Invented articles whose names do not fit anywhere: long outlets, long people, no outlet, no date, no title."""

from __future__ import annotations

import recoupe
from recoupe.model.article import Article
from recoupe.model.dossier import Dossier

_COUNCIL = "La communauté d'agglomération de Saint-Barthélemy-de-Vals-sur-Ostrelle"
_HEAD = "la présidente Marie-Antoinette de Villeneuve-Montcornet d'Estrées"


def articles() -> list[Article]:
    """Three articles on one vote."""
    return [
        Article(
            id="independant",
            title="Une très longue manchette sur la réorganisation de l'administration intercommunale de "
            "Saint-Barthélemy-de-Vals-sur-Ostrelle et ses conséquences pour les usagers du tramway",
            text=f"{_COUNCIL} a voté mardi un budget de 4,2 millions d'écus. « Nous n'augmenterons pas les tarifs du "
            f"tramway », a déclaré {_HEAD}. Le tramway transporte 12 000 voyageurs chaque jour.",
            outlet="L'Indépendant quotidien et républicain des vallées de l'Ostrelle, de la Sorne et des communes "
            "limitrophes réunies",
            published="2031-03-04",
            language="fr",
        ),
        Article(
            id="un-identifiant-tres-long-sans-aucune-espace-et-donc-difficile-a-couper-dans-une-colonne-etroite",
            title="Budget voté",
            text=f"{_COUNCIL} a voté mardi un budget de 4,6 millions d'écus. « Nous n'augmenterons pas les tarifs », a "
            f"promis {_HEAD}. Le tramway transporte 12 000 voyageurs chaque jour, selon l'agence ALP.",
            language="fr",
        ),
        Article(
            id="quotidien",
            text="Un budget de 4,2 millions d'écus a été adopté à Saint-Barthélemy-de-Vals-sur-Ostrelle, où le tramway "
            "transporte 15 000 voyageurs par jour.\n\nhttps://exemple.example/" + "a" * 160,
            outlet="www.lequotidienregionalindependantdesvalleesdelostrelleetdelasorne.example",
            language="fr",
        ),
    ]


def dossier() -> Dossier:
    """Their dossier, made by the whole program."""
    return recoupe.compare(recoupe.annotate(articles()))


def one() -> Dossier:
    """A dossier of the first article alone."""
    return recoupe.compare(recoupe.annotate(articles()[:1]))
