"""Made-up reports in French, their translations into English, and English reports of the same events by other hands.

Places, people and outlets are invented. A translation follows its original sentence by sentence, with the cuts and
turns that an editor makes; an independent report tells the same event in its own order, from its own sources.
"""

# ruff: noqa: E501 - a paragraph of an article is one line

from __future__ import annotations

from typing import NamedTuple


class Event(NamedTuple):
    """A French report, an English translation of it, and an English report of the same event that is none."""

    french: str
    translation: str
    independent: str


FERRY = Event(
    french="""Naufrage au large de Sarvelle : le ferry avait été contrôlé en mars

Le ferry Étoile du Ponant a coulé dimanche soir à six kilomètres de Sarvelle avec 214 passagers à son bord, a annoncé la préfecture maritime.

Dix-neuf personnes étaient toujours portées disparues lundi matin, selon le capitaine de vaisseau Hugues Larmont, qui coordonne les recherches.

Construit en 1987, le navire avait été inspecté pour la dernière fois le 14 mars et aucune anomalie n'avait été signalée.

« Nous avons senti un choc, puis tout a basculé en trois minutes », a raconté Mireille Astor, une enseignante de 46 ans qui voyageait avec ses élèves.

La compagnie Ligne Bleue, propriétaire du bateau, a promis de coopérer pleinement avec la justice.

Le parquet de Sarvelle a ouvert une enquête pour homicides involontaires et mise en danger de la vie d'autrui.

Deux hélicoptères et huit vedettes participaient lundi aux opérations, rendues difficiles par un vent de 90 km/h.""",
    translation="""Ferry that sank off Sarvelle was inspected in March

The ferry Étoile du Ponant sank on Sunday evening six kilometres off Sarvelle with 214 passengers on board, the maritime prefecture announced.

Nineteen people were still missing on Monday morning, according to Captain Hugues Larmont, who is coordinating the search.

Built in 1987, the ship had last been inspected on March 14 and no anomaly had been reported.

"We felt a shock, then everything tipped over in three minutes," said Mireille Astor, a 46-year-old teacher who was travelling with her students.

The company Ligne Bleue, which owns the boat, has promised to cooperate fully with the courts.

The Sarvelle prosecutor's office has opened an investigation for manslaughter and endangering the lives of others.

Two helicopters and eight patrol boats took part in the operations on Monday, made difficult by winds of 90 km/h.""",
    independent="""Rescuers search choppy waters for missing after Sarvelle sinking

Eight rescue boats were combing the waters off Sarvelle on Monday for survivors of the Étoile du Ponant, a 37-year-old ferry that went down overnight.

Officials put the number of missing at 19. More than 200 people had boarded in the port of Anvel, many of them families coming home from the holidays.

"My daughter called me from the deck and then the line went dead," said Karim Oudar, who drove through the night to reach the harbour.

Captain Hugues Larmont told reporters that strong winds of up to 90 km/h were hampering the helicopters.

Ligne Bleue, which runs four ships on the route, said all its vessels undergo regular checks. Prosecutors in Sarvelle have begun a manslaughter inquiry.

It is the worst disaster on the coast since 1994, when 33 sailors drowned near Cape Morn.""",
)

BUDGET = Event(
    french="""Valmère : le maire annonce une hausse de 12 % de la taxe foncière

Le maire de Valmère, Édouard Castagne, a annoncé jeudi une hausse de 12 % de la taxe foncière en 2032, la première depuis dix-sept ans.

La ville, dont la dette atteint 340 millions d'euros, doit rembourser 28 millions d'euros avant la fin de l'année.

« Je préfère dire la vérité aux habitants plutôt que de fermer deux écoles », a déclaré M. Castagne devant le conseil municipal.

L'opposition, conduite par Solène Marquet, a quitté la salle avant le vote et dénonce une décision brutale.

La mesure a finalement été adoptée par 31 voix contre 14.

Selon un rapport de la chambre régionale des comptes publié en avril, Valmère consacre 62 % de son budget aux salaires.""",
    translation="""Valmère mayor announces 12% rise in property tax

The mayor of Valmère, Édouard Castagne, on Thursday announced a 12% increase in property tax in 2032, the first in seventeen years.

The city, whose debt has reached 340 million euros, must repay 28 million euros before the end of the year.

"I prefer to tell residents the truth rather than close two schools," Castagne told the city council.

The opposition, led by Solène Marquet, left the room before the vote and denounced a brutal decision.

The measure was finally adopted by 31 votes to 14.

According to a report by the regional audit chamber published in April, Valmère devotes 62% of its budget to salaries.""",
    independent="""Valmère council backs steep tax rise after opposition walkout

Home owners in Valmère face a steep increase in their bills after councillors approved a 12% rise in property tax on Thursday night.

The vote, 31 to 14, came after a stormy four-hour session. Solène Marquet, who leads the opposition, walked out with ten colleagues and called the plan an insult to families.

Édouard Castagne, mayor since 2026, defended the increase. "Nobody raises taxes with a light heart," he said, adding that the alternative was to close two schools.

Valmère owes its creditors some 340 million euros. Auditors warned in April that wages swallow more than half of what the city spends.

The local chamber of commerce estimates that an average household will pay 190 euros more a year.""",
)

VACCINE = Event(
    french="""Orvane lance une campagne de vaccination contre la fièvre des marais

Le ministère de la Santé d'Orvane lancera lundi une campagne de vaccination de 3,2 millions d'enfants contre la fièvre des marais, a indiqué le ministre Tobias Renn.

La maladie a tué 147 personnes depuis janvier, dont 90 dans la seule province de Kessal.

Le vaccin, produit par le laboratoire Helvion, a été autorisé en septembre après des essais sur 8 500 volontaires.

« Chaque semaine perdue coûte des vies », a souligné le docteur Amina Sorel, directrice de l'hôpital de Kessal.

Une association de patients, Vigilance Santé, réclame toutefois la publication complète des résultats.

La campagne coûtera 45 millions de dollars, financés pour moitié par la Banque du Sud.""",
    translation="""Orvane launches vaccination campaign against marsh fever

Orvane's health ministry will launch on Monday a campaign to vaccinate 3.2 million children against marsh fever, Minister Tobias Renn said.

The disease has killed 147 people since January, including 90 in the province of Kessal alone.

The vaccine, produced by the laboratory Helvion, was authorised in September after trials on 8,500 volunteers.

"Every lost week costs lives," stressed Dr Amina Sorel, director of the Kessal hospital.

A patients' association, Vigilance Santé, is however demanding the full publication of the results.

The campaign will cost 45 million dollars, half of it financed by the Bank of the South.""",
    independent="""As marsh fever spreads, Orvane bets on a new vaccine

In the crowded ward of Kessal's only hospital, director Amina Sorel points to an empty bed. "We lost another child here last night," she says.

Orvane has recorded 147 deaths from marsh fever this year, most of them in the lowlands of Kessal, where the rains came early.

Health Minister Tobias Renn hopes a campaign that begins on Monday will turn the tide. Some 3.2 million children are to receive a shot made by Helvion, a laboratory that had never before brought a vaccine to market.

Campaigners at Vigilance Santé say parents deserve to see all the data first. Helvion did not answer questions sent by this newspaper.

The Bank of the South is paying half of the bill.""",
)

EVENTS = (FERRY, BUDGET, VACCINE)
