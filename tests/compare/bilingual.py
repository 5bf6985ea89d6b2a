"""Made-up stories told in French and English, with what a careful reader puts together across the languages.

Places, people and outlets are invented. Each story has its articles, pairs of wordings that tell one fact, and pairs
that do not although they share names and words.
"""

# ruff: noqa: E501 - a paragraph of an article is one line

from __future__ import annotations

from typing import NamedTuple

from made_up import Told


class Story(NamedTuple):
    """French articles, English articles, pairs (French, English) that are one fact, and pairs that are not."""

    french: tuple[Told, ...]
    english: tuple[Told, ...]
    same: tuple[tuple[str, str], ...]
    other: tuple[tuple[str, str], ...]


FIRE = Story(
    french=(
        (
            "Le Fanal de Morvance",
            "2025-03-12",
            """Incendie à Morvance : quatre morts dans une usine de jouets

Quatre ouvriers sont morts mardi soir dans l'incendie d'une usine de jouets à Morvance, a annoncé la préfète Élise Garmond.

Le feu s'est déclaré vers 21 heures dans l'entrepôt, où étaient stockés des solvants. Dix-sept personnes ont été blessées, dont trois grièvement.

Plus de 120 pompiers ont été mobilisés. L'incendie a été maîtrisé mercredi à l'aube.

Le parquet de Morvance a ouvert une enquête pour homicides involontaires. Le directeur de l'usine, Bastien Orlac, a été placé en garde à vue.

« Nous avions alerté la direction trois fois », a déclaré Nadine Ferrol, déléguée du syndicat Force des Ateliers.

L'usine emploie 340 salariés. Elle avait été inspectée pour la dernière fois en octobre 2022.""",
        ),
    ),
    english=(
        (
            "The Northern Courier",
            "2025-03-12",
            """Four workers killed in toy factory blaze

Four workers died on Tuesday night in a fire at a toy factory in Morvance, the prefect Elise Garmond announced.

Seventeen people were injured, three of them seriously. The blaze broke out in a warehouse where solvents were stored.

More than 120 firefighters fought the flames, which were brought under control at dawn on Wednesday.

Prosecutors have opened an investigation for manslaughter. The factory's manager, Bastien Orlac, was taken into custody.

"We had warned the management three times," said Nadine Ferrol, a representative of the union Force des Ateliers.

The plant was last inspected in October 2022. A second factory owned by the group, in Terlaine, employs 210 people and was evacuated as a precaution.""",
        ),
    ),
    same=(
        ("Quatre ouvriers sont morts mardi soir", "Four workers died on Tuesday night"),
        ("Dix-sept personnes ont été blessées", "Seventeen people were injured"),
        ("Plus de 120 pompiers ont été mobilisés", "More than 120 firefighters fought the flames"),
        (
            "Le parquet de Morvance a ouvert une enquête",
            "Prosecutors have opened an investigation for manslaughter",
        ),
        ("Bastien Orlac, a été placé en garde à vue", "Bastien Orlac, was taken into custody"),
        ("inspectée pour la dernière fois en octobre 2022", "last inspected in October 2022"),
        ("L'incendie a été maîtrisé mercredi à l'aube", "were brought under control at dawn on Wednesday"),
    ),
    other=(
        ("L'usine emploie 340 salariés", "employs 210 people"),
        ("Dix-sept personnes ont été blessées", "Four workers died on Tuesday night"),
        ("Plus de 120 pompiers ont été mobilisés", "Seventeen people were injured"),
        ("L'usine emploie 340 salariés", "last inspected in October 2022"),
    ),
)

ELECTION = Story(
    french=(
        (
            "La Dépêche de Valdure",
            "2024-10-07",
            """Valdurie : Ilena Corvas élue présidente

Ilena Corvas a été élue dimanche présidente de la Valdurie avec 53,4 % des voix, selon la commission électorale.

Son adversaire, le sortant Pavel Drohan, a reconnu sa défaite dans la nuit et a félicité la candidate de l'Alliance verte.

La participation a atteint 61 %, le taux le plus élevé depuis 1998.

Mme Corvas a promis de renégocier le traité de pêche avec l'Ostrie. « Notre mer n'est pas à vendre », a-t-elle lancé devant ses partisans.

Le ministre des Finances Tomas Beld a démissionné lundi matin.

Les observateurs de la Ligue des rivages ont nié toute fraude. Trois bureaux de vote ont été fermés après une alerte à la bombe à Serna.""",
        ),
        (
            "Radio Estuaire",
            "2024-10-08",
            """La nouvelle présidente valdurienne recevra mardi à Serna l'ambassadeur d'Ostrie.

Ilena Corvas prêtera serment le 4 novembre. Le parti de Pavel Drohan conteste les résultats dans douze circonscriptions et a saisi la Cour suprême.""",
        ),
    ),
    english=(
        (
            "Ostria Today",
            "2024-10-07",
            """Corvas wins Valduria presidency

Ilena Corvas was elected president of Valduria on Sunday with 53.4 percent of the vote, the electoral commission said.

Incumbent Pavel Drohan conceded defeat overnight and congratulated the Green Alliance candidate.

Turnout reached 61 percent, the highest since 1998.

Corvas has pledged to renegotiate the fishing treaty with Ostria. "Our sea is not for sale," she told supporters.

Finance minister Tomas Beld resigned on Monday morning.

Observers from the League of Shores denied any fraud. In the last election, in 2019, Drohan won with 57 percent of the vote.""",
        ),
        (
            "The Harbour Post",
            "2024-10-08",
            """Drohan's party challenges results

The party of Pavel Drohan contested the results in twelve constituencies and appealed to the Supreme Court on Tuesday.

President-elect Ilena Corvas will be sworn in on November 4. Ostria's ambassador will meet her on Tuesday in Serna.

Finance minister Tomas Beld, who resigned on Monday, denied that he had been dismissed.""",
        ),
    ),
    same=(
        ("a été élue dimanche présidente de la Valdurie", "was elected president of Valduria on Sunday"),
        ("La participation a atteint 61 %", "Turnout reached 61 percent"),
        ("renégocier le traité de pêche avec l'Ostrie", "renegotiate the fishing treaty with Ostria"),
        ("Tomas Beld a démissionné lundi matin", "Tomas Beld resigned on Monday morning"),
        ("Ilena Corvas prêtera serment le 4 novembre", "Ilena Corvas will be sworn in on November 4"),
        (
            "conteste les résultats dans douze circonscriptions",
            "contested the results in twelve constituencies",
        ),
        ("ont nié toute fraude", "denied any fraud"),
        ("a reconnu sa défaite dans la nuit", "conceded defeat overnight"),
    ),
    other=(
        (
            "a été élue dimanche présidente de la Valdurie avec 53,4 % des voix",
            "Drohan won with 57 percent of the vote",
        ),
        ("La participation a atteint 61 %", "was elected president of Valduria on Sunday with 53.4 percent"),
        ("Tomas Beld a démissionné lundi matin", "denied that he had been dismissed"),
        ("ont nié toute fraude", "denied that he had been dismissed"),
        (
            "Ilena Corvas prêtera serment le 4 novembre",
            "Ostria's ambassador will meet her on Tuesday in Serna",
        ),
    ),
)

WRECK = Story(
    french=(
        (
            "Le Sémaphore",
            "2023-08-21",
            """Naufrage du « Belle-Adèle » : neuf disparus au large de Port-Savine

Un bac transportant 86 passagers a coulé dimanche matin au large de Port-Savine, faisant au moins cinq morts, ont indiqué les garde-côtes.

Soixante-douze personnes ont été secourues par des pêcheurs et deux hélicoptères. Neuf sont toujours portées disparues.

Le capitaine, Ronan Queffel, a été interpellé lundi. Il est soupçonné d'avoir ignoré un avis de tempête.

La compagnie Lignes du Ponant a démenti toute surcharge du navire. Construit en 1987, le bac avait été racheté en 2016 à un armateur lusien.

Le gouvernement a décrété trois jours de deuil. Le Premier ministre Oskar Vallin doit se rendre à Port-Savine mardi.""",
        ),
        (
            "L'Écho savinois",
            "2023-08-22",
            """Le bilan du naufrage est monté à onze morts, ont annoncé mardi les garde-côtes.

Trois passagers sont encore recherchés. Le Premier ministre Oskar Vallin a rencontré les familles mardi à Port-Savine.

Le navire transportait 104 passagers selon la police, soit 18 de plus que ce qu'affirme la compagnie.""",
        ),
    ),
    english=(
        (
            "The Lantern",
            "2023-08-21",
            """Ferry sinks off Port-Savine, five dead

At least five people died when a ferry carrying 86 passengers sank off Port-Savine on Sunday morning, the coast guard said.

Fishermen and two helicopters rescued 72 people. Nine were still missing.

The captain, Ronan Queffel, was arrested on Monday on suspicion of having ignored a storm warning.

The company, Lignes du Ponant, denied that the vessel was overloaded. Built in 1987, the ferry was bought in 2016 from a Lusian shipowner.

The government declared three days of mourning. In 2009, a fishing boat sank off Port-Savine with six sailors on board.""",
        ),
        (
            "Coastline",
            "2023-08-22",
            """Prime minister meets families of ferry victims

Prime minister Oskar Vallin met the families of the victims in Port-Savine on Tuesday.

The death toll rose to 11 on Tuesday, the coast guard said. Divers found six bodies inside the wreck.""",
        ),
    ),
    same=(
        (
            "86 passagers a coulé dimanche matin au large de Port-Savine",
            "sank off Port-Savine on Sunday morning",
        ),
        ("Soixante-douze personnes ont été secourues", "two helicopters rescued 72 people"),
        ("Neuf sont toujours portées disparues", "Nine were still missing"),
        ("Ronan Queffel, a été interpellé lundi", "Ronan Queffel, was arrested on Monday"),
        ("a démenti toute surcharge du navire", "denied that the vessel was overloaded"),
        ("le bac avait été racheté en 2016", "the ferry was bought in 2016"),
        ("Le gouvernement a décrété trois jours de deuil", "The government declared three days of mourning"),
        ("Oskar Vallin a rencontré les familles mardi", "Oskar Vallin met the families of the victims"),
        ("Le bilan du naufrage est monté à onze morts", "The death toll rose to 11 on Tuesday"),
    ),
    other=(
        (
            "86 passagers a coulé dimanche matin au large de Port-Savine",
            "In 2009, a fishing boat sank off Port-Savine",
        ),
        ("Le bilan du naufrage est monté à onze morts", "At least five people died"),
        ("Le navire transportait 104 passagers", "a ferry carrying 86 passengers"),
        ("Trois passagers sont encore recherchés", "Nine were still missing"),
        ("Trois passagers sont encore recherchés", "three days of mourning"),
    ),
)

HEIST = Story(
    french=(
        (
            "Le Courrier de Lorvane",
            "2022-11-04",
            """Lorvane : la couronne de la reine Isaure volée au musée des Arts

Trois hommes masqués ont dérobé jeudi à l'aube la couronne de la reine Isaure, exposée au musée des Arts de Lorvane.

Les voleurs ont brisé une fenêtre du premier étage et ont neutralisé l'alarme. Ils se sont enfuis à bord d'une camionnette blanche, retrouvée incendiée à Brenne-sur-Aire.

La couronne, ornée de 214 diamants, est estimée à 8 millions d'euros. Elle n'était pas assurée, a reconnu la directrice Hélène Soubran.

« C'est un pan de notre mémoire que l'on nous arrache », a dit Mme Soubran.

Le musée restera fermé jusqu'à dimanche. Un gardien de 58 ans a été légèrement blessé.

La police a lancé un appel à témoins. Le syndicat des gardiens dénonce la suppression de douze postes depuis 2019.""",
        ),
    ),
    english=(
        (
            "The Weekly Beacon",
            "2022-11-04",
            """Queen's crown stolen from Lorvane museum

Three masked men stole the crown of Queen Isaure from the Museum of Arts in Lorvane at dawn on Thursday.

The thieves smashed a window on the first floor and disabled the alarm before fleeing in a white van, which was found burnt out in Brenne-sur-Aire.

Set with 214 diamonds, the crown is valued at 8 million euros. It was not insured, the museum's director Helene Soubran admitted.

"A part of our memory is being torn from us," Soubran said.

The museum will remain closed until Sunday. A 58-year-old guard was slightly injured.

In 2004, thieves took 214 coins from the museum; they were never found. Police appealed for witnesses.""",
        ),
    ),
    same=(
        ("Trois hommes masqués ont dérobé jeudi à l'aube la couronne", "Three masked men stole the crown"),
        (
            "Les voleurs ont brisé une fenêtre du premier étage",
            "The thieves smashed a window on the first floor",
        ),
        ("retrouvée incendiée à Brenne-sur-Aire", "which was found burnt out in Brenne-sur-Aire"),
        (
            "La couronne, ornée de 214 diamants, est estimée à 8 millions d'euros",
            "the crown is valued at 8 million euros",
        ),
        ("Elle n'était pas assurée", "It was not insured"),
        ("Le musée restera fermé jusqu'à dimanche", "The museum will remain closed until Sunday"),
        ("Un gardien de 58 ans a été légèrement blessé", "A 58-year-old guard was slightly injured"),
        ("La police a lancé un appel à témoins", "Police appealed for witnesses"),
    ),
    other=(
        ("La couronne, ornée de 214 diamants", "In 2004, thieves took 214 coins from the museum"),
        ("Trois hommes masqués ont dérobé jeudi à l'aube la couronne", "In 2004, thieves took 214 coins"),
        ("dénonce la suppression de douze postes depuis 2019", "A 58-year-old guard was slightly injured"),
        ("Un gardien de 58 ans a été légèrement blessé", "Three masked men stole the crown"),
    ),
)

VERDICT = Story(
    french=(
        (
            "La Tribune d'Arvel",
            "2021-06-18",
            """Scandale de l'eau d'Arvel : l'ancien maire condamné à six ans de prison

L'ancien maire d'Arvel, Lucas Tiermont, a été condamné vendredi à six ans de prison pour corruption.

Le tribunal l'a reconnu coupable d'avoir touché 1,2 million d'euros de la société Hydralis en échange du contrat de distribution de l'eau.

Son avocate, Clara Vost, a annoncé qu'il ferait appel. « Mon client est innocent », a-t-elle déclaré à la sortie de l'audience.

Deux anciens adjoints ont été acquittés. Hydralis devra payer une amende de 15 millions d'euros.

Lucas Tiermont avait démissionné en mars 2019, après onze ans à la tête de la ville.

Le prix de l'eau avait augmenté de 40 % entre 2012 et 2018. Une association d'usagers réclame le remboursement des factures.""",
        ),
        (
            "Matinale 7",
            "2021-06-18",
            """La maire actuelle d'Arvel, Sonia Brel, a salué une décision historique et a promis de rembourser les habitants avant la fin de l'année.

L'enquête avait été ouverte en 2017, après la plainte d'un ingénieur licencié par Hydralis.""",
        ),
    ),
    english=(
        (
            "The Meridian",
            "2021-06-18",
            """Former mayor jailed in water scandal

Lucas Tiermont, the former mayor of Arvel, was sentenced on Friday to six years in prison for corruption.

The court found him guilty of taking 1.2 million euros from the company Hydralis in exchange for the contract to supply water.

His lawyer, Clara Vost, said he would appeal. "My client is innocent," she told reporters.

Two former deputies were acquitted. Hydralis must pay a fine of 15 million euros.

Tiermont resigned in March 2019 after eleven years at the head of the city.

The investigation was opened in 2017 after a complaint by an engineer dismissed by Hydralis.

In 2013, a deputy mayor was sentenced to two years in prison in another case. Arvel's current mayor, Sonia Brel, promised to reimburse residents by the end of the year.""",
        ),
    ),
    same=(
        (
            "Lucas Tiermont, a été condamné vendredi à six ans de prison",
            "was sentenced on Friday to six years in prison",
        ),
        (
            "coupable d'avoir touché 1,2 million d'euros de la société Hydralis",
            "guilty of taking 1.2 million euros from the company Hydralis",
        ),
        ("Deux anciens adjoints ont été acquittés", "Two former deputies were acquitted"),
        (
            "Hydralis devra payer une amende de 15 millions d'euros",
            "Hydralis must pay a fine of 15 million euros",
        ),
        ("Lucas Tiermont avait démissionné en mars 2019", "Tiermont resigned in March 2019"),
        ("L'enquête avait été ouverte en 2017", "The investigation was opened in 2017"),
        ("a promis de rembourser les habitants", "promised to reimburse residents"),
        ("a annoncé qu'il ferait appel", "said he would appeal"),
    ),
    other=(
        (
            "Lucas Tiermont, a été condamné vendredi à six ans de prison",
            "In 2013, a deputy mayor was sentenced to two years",
        ),
        ("Deux anciens adjoints ont été acquittés", "In 2013, a deputy mayor was sentenced to two years"),
        (
            "Hydralis devra payer une amende de 15 millions d'euros",
            "taking 1.2 million euros from the company Hydralis",
        ),
        ("Le prix de l'eau avait augmenté de 40 %", "the contract to supply water"),
        ("Lucas Tiermont avait démissionné en mars 2019", "Arvel's current mayor, Sonia Brel, promised"),
    ),
)

STORIES = {"fire": FIRE, "election": ELECTION, "wreck": WRECK}
HELD_OUT = {"heist": HEIST, "verdict": VERDICT}
"""Written after the tables of both languages, and not looked at while these were made."""
