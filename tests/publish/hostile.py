"""A dossier whose articles, names and addresses try to run, restyle, reorder or overflow the page."""

from __future__ import annotations

from recoupe.model.article import Article
from recoupe.model.dossier import (
    Discrepancy,
    Dossier,
    Fact,
    FactPassage,
    Origin,
    Person,
    QuotationRef,
    Side,
    Statement,
    Term,
    TermUse,
    TimelineEntry,
    Unique,
    Voice,
)
from recoupe.model.findings import Name, Quotation
from recoupe.model.problem import Problem
from recoupe.model.span import Passage, Span

ATTACKS = (
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1><style>*{display:none}</style></svg>",
    '" onmouseover="window.pwned=1" style="position:fixed',
    "</style><style>body{display:none}</style>",
    "</title></template></details></main><base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "{{ 7 * 7 }} {% raw %} ${alert(1)} javascript:alert(1)",
    "\u202edetnevni si siht\u202c and \u2066isolated",
    "zero\u200bwidth\u200djoin\u00adhyphen\ufeff",
    "bell\x07 null\x00 escape\x1b[31m next\x85line",
    "w" * 10_000,
    "\u0316\u0317" * 200 + "zalgo",
    "مرحبا بالعالم mixed with left to right",
    "]]> --> <!-- <![CDATA[ &lt;b&gt; &amp;",
)


def dossier() -> Dossier:
    """Every field that can carry text carries an attack."""
    text = "\n\n".join(f"{attack}." for attack in ATTACKS)
    articles = tuple(
        Article(
            id=f"{attack[:40]}#{n}",
            text=text,
            outlet=attack,
            title=attack,
            url="javascript:alert(1)" if n % 2 else 'https://ok.example/"><script>window.pwned=1</script>',
            published="2031-01-02" if n % 3 else attack[:60],
            language="fr" if n % 2 else '"><b>',
            source=attack,
            names=(Name(0, 9, "person", attack),),
            quotations=(Quotation("direct", attack[:20], (Span(0, 40),), speaker_name=attack),),
        )
        for n, attack in enumerate(ATTACKS, 1)
    )
    places = tuple(Passage(a.id, 0, 40) for a in articles)
    told = tuple(FactPassage(a.id, 0, 40, "<o1>") for a in articles)
    everywhere = ATTACKS[0] + ATTACKS[1] + ATTACKS[3]
    return Dossier(
        title=everywhere,
        language="fr",
        articles=articles,
        problems=(Problem("error", "<b>", everywhere, everywhere),),
        people=(
            Person(
                id='"><p>', name=everywhere, type="person", aliases=ATTACKS, roles=ATTACKS, mentions=places
            ),
        ),
        statements=(
            Statement(
                id='s1"><script>',
                speaker='"><p>',
                speaker_name=everywhere,
                quotations=tuple(QuotationRef(a.id, 0) for a in articles),
                origins=("<o1>",),
            ),
        ),
        facts=tuple(
            Fact(
                id=attack[:30],
                text=attack,
                status="asserted",
                passages=told,
                stances={a.id: "agrees" for a in articles},
                origins=("<o1>",),
                outlets=len(articles),
            )
            for attack in ATTACKS[:4]
        ),
        discrepancies=(
            Discrepancy(
                id="d1'><img>",
                kind="number",
                about=everywhere,
                sides=(Side(ATTACKS[2], places[:2]), Side(ATTACKS[11], places[2:])),
                note=everywhere,
            ),
        ),
        timeline=(
            TimelineEntry(
                when="<b>", precision="day", status="happened", text=everywhere, passages=places[:3]
            ),
            TimelineEntry(
                when="2031-01-02", precision="day", status="announced", text=ATTACKS[11], passages=places
            ),
        ),
        origins=(
            Origin(
                id="<o1>",
                name=everywhere,
                kind="agency",
                articles=tuple(a.id for a in articles),
                evidence=places,
            ),
        ),
        terms=(
            Term(referent=everywhere, uses=(TermUse(term=ATTACKS[11], voice="outlet", passages=places),)),
        ),
        unique=(Unique(article=articles[0].id, passages=places[:1]),),
        voices=tuple(Voice(person='"><p>', article=a.id, quotations=1, characters=40) for a in articles),
    )
