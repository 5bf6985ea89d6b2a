"""Saved pages."""

from __future__ import annotations

from pathlib import Path

import pytest

import recoupe

BODY = (
    "<p>Le pont suspendu d'Oslane a rouvert mercredi matin après trois mois de travaux, a annoncé la mairie.</p>"
    "<p>« Nous avons tenu les délais », a déclaré la maire, Ilse Corvan, devant une centaine d'habitants.</p>"
    "<p>Le chantier a coûté 4,2 millions d'euros, soit un peu moins que ce qui avait été prévu au départ.</p>"
)
PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="{{charset}}">
<title>Oslane : le pont rouvre | La Gazette</title>
<meta property="og:site_name" content="La Gazette d'Oslane">
<meta property="og:title" content="Oslane : le pont rouvre">
<meta name="author" content="Ada Bréval">
<meta property="article:published_time" content="2021-03-10T08:00:00+01:00">
<link rel="canonical" href="https://gazette.example/pont"></head>
<body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav>
<article><h1>Oslane : le pont rouvre</h1>{BODY}</article>
<footer>Mentions légales</footer></body></html>"""


def read_page(path: Path, page: str, encoding: str = "utf-8") -> recoupe.Article:
    path.write_bytes(page.encode(encoding))
    (article,) = recoupe.read(path)
    return article


def test_text_and_metadata(tmp_path: Path) -> None:
    article = read_page(tmp_path / "pont.html", PAGE.replace("{charset}", "utf-8"))
    assert article.text.startswith("Oslane : le pont rouvre\n")
    assert "« Nous avons tenu les délais », a déclaré la maire" in article.text
    assert "Accueil" not in article.text
    assert "Mentions" not in article.text
    assert (article.title, article.outlet, article.author) == (
        "Oslane : le pont rouvre", "La Gazette d'Oslane", "Ada Bréval",
    )  # fmt: skip
    assert (article.published, article.url, article.language) == (
        "2021-03-10", "https://gazette.example/pont", "fr",
    )  # fmt: skip
    assert article.problems == ()


def test_a_headline_outside_the_article_is_put_before_it(tmp_path: Path) -> None:
    page = f"<html><head><meta property='og:title' content='Oslane : le pont rouvre'></head>{BODY}</html>"
    article = read_page(tmp_path / "pont.html", page)
    assert article.text.startswith("Oslane : le pont rouvre\n\nLe pont suspendu")


def test_a_year_somewhere_in_the_page_is_no_date(tmp_path: Path) -> None:
    page = f"<html><body><article>{BODY}<p>Le premier pont datait de 1931.</p><p>© 2019</p></article></body></html>"
    assert read_page(tmp_path / "pont.html", page).published is None


@pytest.mark.parametrize(
    "told",
    [
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2021-03-10T23:00+01:00"}</script>',
        '<meta name="date" content="2021-03-10">',
        '<meta property="article:published_time" content="2021-03-10T08:00:00Z">',
    ],
)
def test_dates_that_a_page_tells(tmp_path: Path, told: str) -> None:
    page = f"<html><head>{told}</head><body><article>{BODY}</article></body></html>"
    assert read_page(tmp_path / "pont.html", page).published == "2021-03-10"


def test_a_manifest_goes_before_the_page(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file,outlet,published\npont.html,Le Matin,2021-03-11\n", "utf-8")
    article = read_page(tmp_path / "pont.html", PAGE.replace("{charset}", "utf-8"))
    assert (article.outlet, article.published, article.author) == ("Le Matin", "2021-03-11", "Ada Bréval")


@pytest.mark.parametrize(
    ("declared", "encoding"), [("windows-1252", "cp1252"), ("utf-8", "utf-8"), ("iso-8859-1", "utf-8")]
)
def test_utf_8_goes_before_a_declaration_and_a_declaration_before_a_guess(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    article = read_page(tmp_path / "a.html", PAGE.replace("{charset}", declared), encoding)
    assert "« Nous avons tenu les délais »" in article.text
    assert article.problems == ()


def test_hostile_pages_do_no_harm(tmp_path: Path) -> None:
    deep = "<div>" * 3000 + BODY + "</div>" * 3000
    for name, page in {
        "deep": deep,
        "cut": "<html><body><p>" + "x" * 100_000,
        "marks": "<!doctype html>" + "<" * 9999,
    }.items():
        (article,) = [read_page(tmp_path / f"{name}.html", page)]
        assert isinstance(article, recoupe.Article)
