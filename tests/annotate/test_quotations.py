"""Quotations of made-up sentences, construction by construction: content, cue, speaker, relays, act."""

from __future__ import annotations

import msgspec
import pytest

from recoupe.annotate import annotate_article
from recoupe.model.article import Article
from recoupe.model.findings import Quotation


def quotations(text: str, language: str = "fr") -> list[Quotation]:
    return list(annotate_article(Article(id="test", text=text, language=language)).quotations)


def told(text: str, language: str = "fr") -> list[tuple[list[str], str | None, str | None]]:
    """Content, cue and speaker of each quotation, as written."""
    return [
        ([s.of(text) for s in q.content], q.cue and q.cue.of(text), q.speaker and q.speaker.of(text))
        for q in quotations(text, language)
    ]


# --- verbs in front of their content

FRONT = [
    ("La maire a annoncé que le port fermerait mardi.", "le port fermerait mardi", "a annoncé", "La maire"),
    ("Odile Marsan affirme avoir payé la digue.", "avoir payé la digue", "affirme", "Odile Marsan"),
    ("Le club promet de rendre les billets.", "rendre les billets", "promet", "Le club"),
    ("La ville appelle à économiser l'eau.", "économiser l'eau", "appelle", "La ville"),
    ("Le préfet a démenti avoir reçu la lettre.", "avoir reçu la lettre", "a démenti", "Le préfet"),
    ("Ivo Lassen accuse Transmar d'avoir menti.", "avoir menti", "accuse", "Ivo Lassen"),
    ("La cheffe a félicité l'équipe pour avoir tenu.", "avoir tenu", "a félicité", "La cheffe"),
    ("Elle a demandé si le pont tiendrait.", "si le pont tiendrait", "a demandé", "Elle"),
    ("Le maire a annoncé lundi la fermeture du pont.", "la fermeture du pont", "a annoncé", "Le maire"),
    ("Le syndicat dénonce une « mascarade ».", "une « mascarade", "dénonce", "Le syndicat"),
    ("Le juge a qualifié le dossier de « vide ».", "vide", "a qualifié", "Le juge"),
    ("Il parle d'un « accident ».", "un « accident", "parle", "Il"),
    ("Le port, fermé hier, a fait savoir qu'il rouvre.", "il rouvre", "a fait savoir", "Le port"),
    ("La ministre a tenu à préciser que rien n'est dû.", "rien n'est dû", "a tenu à préciser", "La ministre"),
    ("Aldo Ferrain, qui revient d'Albes, a assuré que tout allait bien.", "tout allait bien", "a assuré",
     "Aldo Ferrain"),
    ("Le maire, Aldo Ferrain, a déclaré : « Nous tiendrons. »", "Nous tiendrons.", "a déclaré",
     "Le maire, Aldo Ferrain"),
    ("Et la ministre de poursuivre : « Nous verrons. »", "Nous verrons.", "poursuivre", "la ministre"),
    ("Le chef a jugé, lundi, que l'offre était bonne.", "l'offre était bonne", "a jugé", "Le chef"),
    ("Il a répondu qu'« aucun navire » n'était parti.", "aucun navire » n'était parti", "a répondu", "Il"),
    ("Le directeur s'est engagé à payer les heures.", "payer les heures", "s'est engagé", "Le directeur"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), FRONT)
def test_a_verb_in_front_of_its_content(text: str, content: str, cue: str, speaker: str) -> None:
    assert told(text) == [([content], cue, speaker)]


CLAUSES = [
    # a subordinate clause in front of the main one ends at its comma
    ("S'il refuse de « payer la digue », le maire veut la garder.", "payer la digue", "il"),
    # what is joined to an infinitive is the reporter's if it has a verb of its own
    ("Vélou a menacé de fermer le port, et à la veille du vote, les appels se sont multipliés.", "fermer le port",
     "Vélou"),
    # pronouns that look like determiners
    ("Certains affirment que la digue est fissurée.", "la digue est fissurée", "Certains"),
    # a capital without its accent
    ("A cet égard le rapport souligne que la ville est prête.", "la ville est prête", "le rapport"),
    # what tells its own name is no apposition to the name before it
    ("Après le discours du président, Karl Ott, le maire vélois Jan Rell a déclaré que tout allait bien.",
     "tout allait bien", "le maire vélois Jan Rell"),
    # a relative agrees with its antecedent
    ("Ce calme conforte l'avis de certains élus, qui estiment que la digue tiendra.", "la digue tiendra",
     "certains élus"),
    # in the passive the agent speaks
    ("Ces travaux ont été taxés de « gâchis coûteux » par le syndicat des pêcheurs.", "gâchis coûteux",
     "le syndicat des pêcheurs"),
    # adverbs and dates between a verb and its subject
    ("« La digue doit tenir », notait, d'ailleurs, hier soir, Ada Orlo.", "La digue doit tenir", "Ada Orlo"),
    ("Karl Ott a rencontré samedi Ada Orlo -qui a dit vouloir réparer la digue- à Vélou.", "vouloir réparer la digue",
     "Ada Orlo"),
    # a participle between a subject and its verb
    ("Ada Orlo, tout en évoquant « une digue fragile », a gardé le silence.", "une digue fragile", "Ada Orlo"),
    ("Ce dernier explique que la digue tiendra.", "la digue tiendra", "Ce dernier"),
    ("Karl Ott, qui dit vouloir payer, a renoncé au pont.", "vouloir payer", "Karl Ott"),
    ("Ada Orlo n'a pas manqué de rappeler que la digue tenait.", "la digue tenait", "Ada Orlo"),
    ("Il n'hésite pas à affirmer que la digue tiendra.", "la digue tiendra", "Il"),
    ("La ville vient en effet de faire savoir que la digue fermerait.", "la digue fermerait", "La ville"),
    ("La ville attend (« Ce sera long », soupire Ada Orlo) et les travaux commencent.", "Ce sera long", "Ada Orlo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), CLAUSES)
def test_clauses_around_a_quotation(text: str, content: str, speaker: str) -> None:
    assert [(c, s) for c, _, s in told(text)] == [([content], speaker)]


def test_what_has_to_be_said_is_said_by_nobody() -> None:
    assert told("Il faut bien dire que la digue a tenu.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Elle rit comme Ada Orlo, qui interprète « La digue bleue ».",
        "Cette dernière annonce a surpris la ville.",
        "J'ajoute que la digue est belle.",
        "Il hésite à dire la date.",
        "La digue tiendra, comme le réclamait Ada Orlo.",
        "La ville va proposer un plan.",
    ],
)
def test_what_looks_like_speech(text: str) -> None:
    assert told(text) == []


def test_a_statement_behind_a_colon_has_the_speaker_of_its_sentence() -> None:
    text = "Karl Ott dénonce « une faute », avant de sourire : « La digue finira bien par tenir un jour. »"
    assert [speaker for _, _, speaker in told(text)] == ["Karl Ott", "Karl Ott"]


def test_a_word_right_before_the_marks_is_no_addressee() -> None:
    (found,) = quotations("Ada Orlo a remercié la ville de lui « avoir rendu la digue ».")
    assert found.addressee is not None
    assert found.addressee.of("Ada Orlo a remercié la ville de lui « avoir rendu la digue ».") == "la ville"


# --- incises

INCISES = [
    ("« Le pont tient », a dit Ada Orlo.", ["Le pont tient"], "a dit", "Ada Orlo"),
    ("« Le pont tient », estime-t-elle.", ["Le pont tient"], "estime-t-elle", "elle"),
    ("« Le pont tient » a indiqué mardi le port.", ["Le pont tient"], "a indiqué", "le port"),
    ("“Le pont tient”, a répondu l'ingénieure Ada Orlo, cheffe du chantier.", ["Le pont tient"], "a répondu",
     "l'ingénieure Ada Orlo, cheffe du chantier"),
    ("Le pont tient, a assuré la ville.", ["Le pont tient"], "a assuré", "la ville"),
    ("« Le pont, a dit Ada Orlo, tiendra. »", ["Le pont", "tiendra."], "a dit", "Ada Orlo"),
    ("« Le pont tient, dit Ada Orlo. La route aussi. »", ["Le pont tient", "La route aussi."], "dit", "Ada Orlo"),
    ("Le pont, a précisé la ville, sera fermé mardi.", ["Le pont", "sera fermé mardi"], "a précisé", "la ville"),
    ("« Le pont tient », a dit Ada Orlo, « et la route aussi ».", ["Le pont tient", "et la route aussi"], "a dit",
     "Ada Orlo"),
    ("« Le pont tient », se réjouit Ada Orlo.", ["Le pont tient"], "se réjouit", "Ada Orlo"),
    ("« Le pont tient », rigole Ada Orlo.", ["Le pont tient"], "rigole", "Ada Orlo"),
    ("« Le pont tient », a lancé, la semaine dernière, le maire Hugo Salen.", ["Le pont tient"], "a lancé",
     "le maire Hugo Salen"),
    ("Comme l'indique la ville, le pont sera fermé.", ["le pont sera fermé"], "l'indique", "la ville"),
    ("Le chantier est « à l'arrêt », selon la CFT.", ["Le chantier est « à l'arrêt"], "selon", "la CFT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), INCISES)
def test_an_incise(text: str, content: list[str], cue: str, speaker: str) -> None:
    assert told(text) == [(content, cue, speaker)]


def test_each_attribution_is_one_quotation() -> None:
    text = "« Le pont tient », a dit le maire, ajoutant que la route rouvrirait et promettant de payer les riverains."
    assert told(text) == [
        (["Le pont tient"], "a dit", "le maire"),
        (["la route rouvrirait"], "ajoutant", "le maire"),
        (["payer les riverains"], "promettant", "le maire"),
    ]


def test_a_coordinated_verb_keeps_the_subject() -> None:
    text = "Le maire a annoncé que le pont fermerait et ajouté que « rien » n'était sûr."
    assert told(text) == [
        (["le pont fermerait"], "a annoncé", "Le maire"),
        (["« rien » n'était sûr".removeprefix("« ")], "ajouté", "Le maire"),
    ]


def test_a_contrast_after_a_comma_is_the_reporters() -> None:
    text = "Le maire a déclaré que le pont tiendrait, alors que deux piles sont fissurées."
    assert told(text)[0][0] == ["le pont tiendrait"]


# --- sources

SOURCES = [
    ("Selon la police, deux hommes ont fui.", ["deux hommes ont fui"], "la police"),
    ("Deux hommes ont fui, d'après la police.", ["Deux hommes ont fui"], "la police"),
    ("Pour Ada Orlo, le pont est trop vieux.", ["le pont est trop vieux"], "Ada Orlo"),
    ("Le bilan, selon la police, est de deux blessés.", ["Le bilan", "est de deux blessés"], "la police"),
    ("De source policière, deux hommes ont fui.", ["deux hommes ont fui"], "source policière"),
    ("Toujours selon lui, la route était libre.", ["la route était libre"], "lui"),
    ("Si la ville paie, le pont sera, selon Karl Ott, fermé mardi.", ["le pont sera", "fermé mardi"], "Karl Ott"),
    ("Selon le tout récent rapport du bureau pour la digue, la mer monte.", ["la mer monte"],
     "le tout récent rapport du bureau pour la digue"),
    ("Selon le courtier mis en cause, son chef savait tout.", ["son chef savait tout"], "le courtier mis en cause"),
    ("Selon Karl Ott, le dirigeant du port, les passagers ont été évacués.", ["les passagers ont été évacués"],
     "Karl Ott, le dirigeant du port"),
    ("Selon Karl Ott, un marin, le maçon, a fui.", ["un marin, le maçon, a fui"], "Karl Ott"),
    ("Pour la ville de Vélou, qui a payé la digue, le projet est « mort ».", ["le projet est « mort"],
     "la ville de Vélou"),
    ("Elle comptait aussi - « à titre privé » selon Karl Ott - deux marins.", ["à titre privé"], "Karl Ott"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), SOURCES)
def test_a_source_beside_a_clause(text: str, content: list[str], speaker: str) -> None:
    assert [(c, s) for c, _, s in told(text)] == [(content, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Selon les chiffres du mois, les ventes reculent.",
        "Selon un bilan provisoire, deux hommes sont blessés.",
        "Pour la première fois, le port a fermé.",
        "Pour l'instant, le port est fermé.",
        "Selon les saisons, le fleuve change de lit.",
        "Selon nos informations, le port a fermé.",
    ],
)
def test_figures_moments_and_measures_are_no_sources(text: str) -> None:
    assert told(text) == []


# --- what is no quotation

NOTHING = [
    "La ville avait déroulé le « tapis rouge ».",
    "Le film « La Mer intérieure » sort mercredi.",
    "Surnommé « le Baron », il vivait au port.",
    "Il craint que le pont ne cède.",
    "Le texte « Mer et rivages » a été voté lundi.",
    "Il a été mis en examen pour « vol en réunion et recel de bijoux volés ».",
    "La nouvelle annonce a surpris la ville.",
    "Le juge d'instruction a clos le dossier.",
    "Le conseil juge de paix siège mardi.",
    "Elle a appris que le pont était fermé.",
    "La mairie pourrait proposer un nouveau plan.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_scare_quotes_titles_nicknames_and_thoughts_stay_out(text: str) -> None:
    assert told(text) == []


# --- relays

RELAYS = [
    ("La ville a dit que le pont tenait, a rapporté l'agence Norpress.", ["l'agence Norpress"], "La ville"),
    (
        "« Le pont tient », a dit Ada Orlo, citée par les agences locales.",
        ["les agences locales"],
        "Ada Orlo",
    ),
    ("« Le pont tient », a dit Ada Orlo, selon La Vigie.", ["La Vigie"], "Ada Orlo"),
    ("Selon La Vigie, Ada Orlo a dit que le pont tenait.", ["La Vigie"], "Ada Orlo"),
    ("Ada Orlo, selon l'agence Norpress, a dit que le pont tenait.", ["l'agence Norpress"], "Ada Orlo"),
    (
        "Le pont tient, a rapporté l'agence Norpress, citant un ingénieur.",
        ["l'agence Norpress"],
        "un ingénieur",
    ),
    (
        "Ada Orlo a dit que le pont tenait, a rapporté la télévision Canal Côte, citant un conseiller.",
        ["un conseiller", "la télévision Canal Côte"],
        "Ada Orlo",
    ),
]


@pytest.mark.parametrize(("text", "relays", "speaker"), RELAYS)
def test_relays_are_a_chain_from_speaker_to_outlet(text: str, relays: list[str], speaker: str) -> None:
    (found,) = quotations(text)
    assert [r.span.of(text) for r in found.relays] == relays
    assert found.speaker
    assert found.speaker.of(text) == speaker


# --- acts, negation, denial

ACTS = [
    ("Le port a nié avoir payé.", "deny"),
    ("Le port n'a pas nié avoir payé.", "admit"),
    ("Le port n'a pas confirmé que la route rouvrirait.", "withhold"),
    ("Le port accuse la ville de mentir.", "accuse"),
    ("Le port remercie la ville d'avoir payé.", "thank"),
    ("Le port menace de fermer.", "threaten"),
    ("Le port avertit que la houle monte.", "warn"),
    ("Le port réclame une enquête.", "demand"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_the_act_is_the_class_of_the_verb_and_negation_turns_it(text: str, act: str) -> None:
    assert [q.act for q in quotations(text)] == [act]


def test_a_denial_takes_up_what_was_said() -> None:
    text = "La ville accuse le port d'avoir triché, ce que dément son directeur."
    accusation, denial = sorted(quotations(text), key=lambda q: q.act)
    assert (accusation.act, denial.act) == ("accuse", "deny")
    assert accusation.content == denial.content
    assert denial.speaker
    assert denial.speaker.of(text) == "son directeur"


def test_not_to_thank_is_no_speech() -> None:
    assert told("Le port n'a pas remercié la ville d'avoir payé.") == []


# --- nouns

NOUNS = [
    ("La promesse du maire de réparer la digue date de mai.", "réparer la digue", "La promesse", "maire"),
    ("L'annonce par la ville de travaux a surpris.", "travaux", "L'annonce", "la ville"),
    (
        "La déclaration d'Ada Orlo selon laquelle la digue tiendra rassure.",
        "la digue tiendra rassure",
        "La déclaration",
        "Ada Orlo",
    ),
]


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), NOUNS)
def test_a_noun_carries_the_act(text: str, content: str, cue: str, speaker: str) -> None:
    assert told(text) == [([content], cue, speaker)]


# --- headlines, continuations, blocks


def test_a_headline_names_its_speaker_in_parentheses() -> None:
    text = "La digue tiendra tout l'hiver (Orlo)\n\nAda Orlo a dit que les pompes étaient neuves."
    assert told(text)[0] == (["La digue tiendra tout l'hiver"], None, "Orlo")


def test_a_place_in_parentheses_is_no_speaker() -> None:
    text = "Une digue cède dans la nuit (Vaudry)\n\nAda Orlo a dit que les pompes étaient neuves."
    assert [c for c, _, _ in told(text)] == [["les pompes étaient neuves"]]


def test_marks_repeated_at_each_paragraph_are_one_quotation() -> None:
    text = "Elle a écrit :\n« Le fleuve monte.\n« Il faut partir. »"
    assert told(text) == [(["Le fleuve monte.", "Il faut partir."], "a écrit", "Elle")]


def test_a_paragraph_of_marks_goes_on_with_the_quotation_before_it() -> None:
    text = "« Le fleuve monte », prévient Ada Orlo.\n« Il faut partir dès ce soir. »"
    first, second = quotations(text)
    assert second.cue is None
    assert second.speaker is None
    assert second.kind == "direct"
    assert first.speaker_name == second.speaker_name == "Ada Orlo"


def test_an_unmarked_paragraph_in_the_first_person_goes_on() -> None:
    text = "« Le fleuve monte », prévient Ada Orlo.\nJe demande à chacun de partir. Nous reviendrons."
    assert told(text)[1] == (["Je demande à chacun de partir. Nous reviendrons."], None, None)
    assert quotations(text)[1].kind == "direct"


# --- kinds, addressees, spans


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Il a dit que « rien ne presse ».", "direct"),
        ("Il a dit que rien « ne presse ».", "mixed"),
        ("Il a dit que rien ne presse.", "indirect"),
    ],
)
def test_the_kind_says_how_much_stands_in_marks(text: str, kind: str) -> None:
    assert [q.kind for q in quotations(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Il a dit aux journalistes que rien ne presse.", "aux journalistes"),
        ("Le port a remercié la ville d'avoir payé.", "la ville"),
        ("Il lui a demandé de partir.", "lui"),
        ("Le port accuse la ville d'avoir payé.", None),
        ("Il a déclaré lors d'un point de presse que rien ne presse.", None),
    ],
)
def test_the_addressee(text: str, addressee: str | None) -> None:
    (found,) = quotations(text)
    assert (found.addressee and found.addressee.of(text)) == addressee


def test_quotations_come_in_the_order_of_the_text_and_serialise() -> None:
    text = "Selon la ville, le pont tient. « Oui », a dit Ada Orlo. Le port promet de rouvrir."
    found = quotations(text)
    assert [q.content[0].start for q in found] == sorted(q.content[0].start for q in found)
    assert msgspec.json.decode(msgspec.json.encode(found), type=list[Quotation]) == found


# --- English shares the engine

ENGLISH = [
    ('"The bridge holds," Ada Orlo said.', ["The bridge holds,"], "said", "Ada Orlo"),
    ('"The bridge holds," said Ada Orlo.', ["The bridge holds,"], "said", "Ada Orlo"),
    ("According to the port, the bridge holds.", ["the bridge holds"], "According to", "the port"),
]


@pytest.mark.parametrize(("text", "content", "cue", "speaker"), ENGLISH)
def test_english(text: str, content: list[str], cue: str, speaker: str) -> None:
    assert told(text, "en") == [(content, cue, speaker)]
