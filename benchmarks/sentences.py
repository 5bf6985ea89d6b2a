"""Words and sentence templates of the invented news, in French and English: places, people, deeds, what is said."""

from __future__ import annotations

PEOPLE = (
    "Ilan Orval",
    "Mira Deslan",
    "Ada Orlo",
    "Teo Marbel",
    "Lise Vautrel",
    "Noam Kerdec",
    "Iva Sorane",
    "Paul Drenic",
)
PLACES = (
    "Valmer",
    "Oslane",
    "Port-Relle",
    "Brissac-le-Haut",
    "Tornay",
    "Kelvane",
    "Saint-Ombre",
    "Marquefort",
)
DAYS = {
    "fr": (
        "lundi",
        "mardi",
        "mercredi 6 mai",
        "jeudi matin",
        "dans la nuit de mardi à mercredi",
        "la veille",
        "le 5 mai",
    ),
    "en": (
        "on Monday",
        "on Tuesday",
        "on Wednesday, May 6",
        "on Thursday morning",
        "overnight",
        "the day before",
        "on May 5",
    ),
}
ROLES = {
    "fr": (
        "le maire",
        "la préfète",
        "le ministre des Transports",
        "la porte-parole de la compagnie",
        "le chef des secours",
    ),
    "en": (
        "the mayor",
        "the prefect",
        "the transport minister",
        "the company's spokeswoman",
        "the rescue chief",
    ),
}
THINGS = {
    "fr": (
        "le pont",
        "la digue",
        "le barrage",
        "la ligne de tramway",
        "l'usine d'eau",
        "le port",
        "la centrale",
        "le tunnel",
    ),
    "en": (
        "the bridge",
        "the dyke",
        "the dam",
        "the tram line",
        "the waterworks",
        "the port",
        "the power station",
        "the tunnel",
    ),
}
COUNTED = {
    "fr": (
        "habitants",
        "pompiers",
        "camions",
        "maisons",
        "blessés",
        "tonnes de ciment",
        "passagers",
        "emplois",
    ),
    "en": (
        "residents",
        "firefighters",
        "trucks",
        "homes",
        "injured people",
        "tonnes of cement",
        "passengers",
        "jobs",
    ),
}
# Each line is one fact in several wordings; a fact keeps the words that fill it.
FACTS = {
    "fr": (
        (
            "{Thing} de {place} a été fermé {day} après la rupture d'une conduite, selon la préfecture.",
            "La rupture d'une conduite a conduit la préfecture à fermer {thing} de {place} {day}.",
        ),
        (
            "Quelque {n} {counted} ont été évacués de {place} {day}, a annoncé {role}.",
            "{Role} a fait état {day} d'au moins {n} {counted} évacués à {place}.",
        ),
        (
            "Les travaux de {thing} coûteront {m} millions d'euros et dureront {k} mois.",
            "Il faudra {k} mois et {m} millions d'euros pour réparer {thing} à {place}.",
        ),
        (
            "{Role}, {person}, s'est rendu à {place} {day} pour la première fois depuis {k} ans.",
            "C'est la première visite de {person} à {place} depuis {k} ans, a rappelé l'agence Altiplan.",
        ),
        (
            "La compagnie Hydrelle a nié {day} toute faute dans l'entretien de {thing}.",
            "Hydrelle dément avoir négligé l'entretien de {thing}, inauguré en {year}.",
        ),
        (
            "Une enquête a été ouverte par le parquet de {place} pour mise en danger d'autrui.",
            "Le parquet de {place} a ouvert {day} une enquête, confiée à la gendarmerie.",
        ),
        (
            "Entre {n} et {n2} {counted} manquent encore à {place}, soit {k} % du total.",
            "{k} % des {counted} manquent toujours à {place}, d'après le dernier bilan.",
        ),
    ),
    "en": (
        (
            "{Thing} in {place} was closed {day} after a pipe burst, according to the prefecture.",
            "A burst pipe led the prefecture to close {thing} in {place} {day}.",
        ),
        (
            "Some {n} {counted} were evacuated from {place} {day}, {role} announced.",
            "{Role} said {day} that at least {n} {counted} had been evacuated from {place}.",
        ),
        (
            "Work on {thing} will cost {m} million euros and take {k} months.",
            "It will take {k} months and {m} million euros to repair {thing} in {place}.",
        ),
        (
            "{Role}, {person}, travelled to {place} {day} for the first time in {k} years.",
            "It is the first visit of {person} to {place} in {k} years, the Altiplan agency recalled.",
        ),
        (
            "The Hydrelle company denied {day} any fault in the upkeep of {thing}.",
            "Hydrelle denies having neglected {thing}, which was opened in {year}.",
        ),
        (
            "An investigation was opened by the prosecutor of {place} into endangerment.",
            "The prosecutor of {place} opened an investigation {day} and entrusted it to the police.",
        ),
        (
            "Between {n} and {n2} {counted} are still missing in {place}, {k} percent of the total.",
            "{k} percent of the {counted} are still missing in {place}, according to the latest count.",
        ),
    ),
}
SAID = {
    "fr": (
        "« {words} », a déclaré {day} {person}, {role}.",
        "{Role} {person} a assuré que {lower}.",
        "« {words} », a-t-il ajouté.",
        "Selon {person}, {lower}.",
        "Interrogée par le Fanal de {place}, {person} a répondu : « {words} ».",
    ),
    "en": (
        '"{words}," said {person}, {role}, {day}.',
        "{Role} {person} said that {lower}.",
        '"{words}," he added.',
        "According to {person}, {lower}.",
        'Asked by the {place} Lantern, {person} replied: "{words}."',
    ),
}
STATEMENTS = {
    "fr": (
        "Nous rendrons {thing} aux habitants de {place} avant la fin de l'année",
        "Personne ne sera oublié dans les quartiers de {place}",
        "La réparation de {thing} commencera dès que l'eau aura baissé",
        "Nous n'avons reçu aucune alerte de la compagnie avant {day}",
    ),
    "en": (
        "We will give {thing} back to the people of {place} before the end of the year",
        "Nobody will be forgotten in the districts of {place}",
        "Repairs to {thing} will begin as soon as the water is down",
        "We had no warning from the company before {day}",
    ),
}


# Most facts are a doer, a deed (in two wordings) and what it is done to: some four thousand different ones.
DOERS = {
    "fr": (
        "la régie des eaux",
        "le syndicat des bateliers",
        "l'hôpital",
        "la chambre d'agriculture",
        "le lycée maritime",
        "un collectif de riverains",
        "la troupe du théâtre",
        "l'assureur Corvenal",
        "le club d'aviron",
        "la coopérative laitière",
        "un géologue",
        "la société de chemins de fer",
        "l'institut météorologique",
        "le diocèse",
        "la cour des comptes",
        "un promoteur",
    ),
    "en": (
        "the water board",
        "the bargemen's union",
        "the hospital",
        "the chamber of agriculture",
        "the maritime school",
        "a group of neighbours",
        "the theatre company",
        "the insurer Corvenal",
        "the rowing club",
        "the dairy cooperative",
        "a geologist",
        "the railway company",
        "the weather institute",
        "the diocese",
        "the audit court",
        "a developer",
    ),
}
DEEDS = {
    "fr": (
        ("a livré", "a fourni"),
        ("a suspendu", "a interrompu"),
        ("a critiqué", "a mis en cause"),
        ("finance", "prend à sa charge"),
        ("a vendu", "a cédé"),
        ("inspecte", "contrôle"),
        ("a retrouvé", "a récupéré"),
        ("réclame", "demande"),
        ("a refusé", "a rejeté"),
        ("prépare", "organise"),
        ("a détruit", "a démoli"),
        ("défend", "soutient"),
        ("a reporté", "a repoussé"),
        ("a publié", "a diffusé"),
        ("a perdu", "n'a plus"),
        ("loue", "prête"),
    ),
    "en": (
        ("has delivered", "has supplied"),
        ("has suspended", "has halted"),
        ("has criticised", "has blamed"),
        ("funds", "is paying for"),
        ("has sold", "has given up"),
        ("is inspecting", "is checking"),
        ("has found", "has recovered"),
        ("demands", "is asking for"),
        ("has refused", "has rejected"),
        ("is preparing", "is organising"),
        ("has destroyed", "has pulled down"),
        ("defends", "supports"),
        ("has postponed", "has put off"),
        ("has published", "has released"),
        ("has lost", "no longer has"),
        ("lends", "hires out"),
    ),
}
OBJECTS = {
    "fr": (
        "des lits de camp",
        "les liaisons par bac",
        "le rapport d'expertise",
        "un gymnase",
        "les archives du cadastre",
        "des pompes électriques",
        "les récoltes de blé",
        "un fonds de secours",
        "les cours du soir",
        "une digue provisoire",
        "la collecte du lait",
        "des relevés sismiques",
        "le festival d'été",
        "les contrats d'assurance",
        "une messe en mémoire des victimes",
        "trente wagons",
    ),
    "en": (
        "camp beds",
        "the ferry links",
        "the experts' report",
        "a gymnasium",
        "the land archives",
        "electric pumps",
        "the wheat harvest",
        "a relief fund",
        "evening classes",
        "a makeshift dyke",
        "the milk round",
        "seismic readings",
        "the summer festival",
        "the insurance contracts",
        "a mass in memory of the victims",
        "thirty wagons",
    ),
}
PLAIN = {
    "fr": ("{Doer} {deed} {object} à {place} {day}.", "À {place}, {doer} {other} {object}."),
    "en": ("{Doer} {deed} {object} in {place} {day}.", "In {place}, {doer} {other} {object}."),
}
