"""The articles in full, with their findings marked and their furniture greyed."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.publish.edition import Edition, OriginView, Source
from recoupe.publish.lines import Anchor, outlet_key
from recoupe.publish.marks import Marks, Paragraph, annotation_marks, cut


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article.

    Attributes:
        title: only where it stands outside the text.
        headline: what the article is listed under.
        file: name of the file that it was read from, without its folders: a page is passed on.
    """

    source: Source
    title: str
    headline: str
    origins: tuple[OriginView, ...]
    credits: tuple[str, ...]
    characters: int
    paragraphs: tuple[Paragraph, ...]
    filters: str
    file: str

    @property
    def exclusive(self) -> Anchor | None:
        """The one line of what only this article reports: named once, not in the margin of each paragraph."""
        return next((r for p in self.paragraphs for r in p.refs if r.kind == "unique"), None)


def make_articles(edition: Edition, marks: Marks) -> tuple[ArticleView, ...]:
    """Every article of the dossier; call it last, when all sections have marked what they use."""
    return tuple(_article(edition, marks, source) for source in edition.sources)


def _article(edition: Edition, marks: Marks, source: Source) -> ArticleView:
    article = source.article
    title = edition.line(article.title or "")
    found = [*annotation_marks(article), *marks.by_article.get(article.id, ())]
    paragraphs = tuple(cut(article, source.key, found))
    inside = bool(article.title) and (article.title or "").strip() in article.text
    return ArticleView(
        source=source,
        title="" if inside else title,
        headline=title or source.label,
        origins=tuple(o for o in edition.origins.values() if article.id in o.own),
        credits=tuple(
            dict.fromkeys(
                edition.say(f"credit.{credit.for_}", agency=edition.line(credit.agency))
                for credit in article.credits
            )
        ),
        characters=len(article.text),
        paragraphs=paragraphs,
        filters=outlet_key(source),
        file=edition.line(article.source.replace("\\", "/").rpartition("/")[2]),
    )
