"""The verb *annotate*: one article in, the same article with its findings out.

    furniture → document (prose, tokens, sentences) → credits, names, times, quantities → quotations

Furniture comes first and is blanked out of the prose, so that nothing in it can become a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from recoupe.annotate.credits import find_credits
from recoupe.annotate.document import Document
from recoupe.annotate.furniture import find_furniture
from recoupe.annotate.names import find_names
from recoupe.annotate.quantities import find_quantities
from recoupe.annotate.quotations import find_quotations
from recoupe.annotate.times import find_times, infer_published
from recoupe.language import available, load
from recoupe.model.article import Article
from recoupe.model.errors import RecoupeError
from recoupe.model.options import Options
from recoupe.model.problem import Problem

__all__ = ["Document", "annotate", "annotate_article"]


def annotate(articles: Iterable[Article], options: Options | None = None) -> Iterator[Article]:
    """Annotate articles one by one, in order, holding one at a time.

    Args:
        articles: articles as read; those that could not be read pass through with their problem.
        options: how to annotate.

    Yields:
        Each article with furniture, credits, sentences, names, times, quantities and quotations. An article on
        which a finder breaks is given back without findings, with an error that says so: the rest is done.
    """
    options = options or Options()
    for article in articles:
        try:
            yield annotate_article(article, options)
        except RecoupeError:
            raise
        except Exception as error:  # noqa: BLE001 - one article among thousands must not end the run
            yield _broken(article, error)


def annotate_article(article: Article, options: Options | None = None) -> Article:
    """The article with its findings; unchanged if it could not be read or its language is not at hand."""
    options = options or Options()
    if not article.readable or article.language not in available():
        return article
    language = load(article.language)
    furniture = find_furniture(article, language)
    document = Document(article, language, furniture)
    if article.published is None:
        # A byline is furniture, and yet where most articles tell their date.
        shown = Document(article, language, [f for f in furniture if f.kind != "byline"])
        article = _dated(article, infer_published(shown))
        document.article = article
    names = find_names(document, options)
    times = find_times(document)
    return msgspec.structs.replace(
        article,
        furniture=furniture,
        credits=find_credits(document, furniture),
        sentences=tuple(document.sentences),
        names=names,
        times=times,
        quantities=find_quantities(document, times),
        quotations=find_quotations(document, names),
    )


def _broken(article: Article, error: Exception) -> Article:
    message = (
        f"This article could not be annotated ({type(error).__name__}: {error}): a defect of the program, not of the "
        "article. It is left out; please report it with the article's text."
    )
    problem = Problem(severity="error", slug="not-annotated", message=message, source=article.source)
    return msgspec.structs.replace(article, problems=(*article.problems, problem))


def _dated(article: Article, published: str | None) -> Article:
    """The undated article with the date its own words tell, if they do, and a warning of what was concluded."""
    if published:
        message = f"No date was given; {published} was concluded from the words of the article."
        warning = Problem(severity="warning", slug="date-inferred", message=message, source=article.source)
    else:
        message = "No date was given, and the words of the article tell none: relative times have no date."
        warning = Problem(severity="warning", slug="no-date", message=message, source=article.source)
    kept = tuple(p for p in article.problems if p.slug not in {"date-inferred", "no-date"})
    return msgspec.structs.replace(
        article, published=published, published_inferred=published is not None, problems=(*kept, warning)
    )
