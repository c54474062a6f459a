"""A record as a document: a page for people, as HTML, as Markdown or on the terminal."""

from os import PathLike
from typing import Literal

from mouschema.model import Bundle
from mouschema.show.markdown import render_markdown
from mouschema.show.view import view

__all__ = ["render_bundle"]


def render_bundle(
    bundle: Bundle,
    format: Literal["html", "markdown"] = "html",
    *,
    languages: tuple[str, ...] = ("en",),
    templates: str | PathLike[str] | None = None,
) -> str:
    """Write a record as one page for people.

    Args:
        bundle: The record.
        format: `html` for a file that loads nothing and can be printed (needs the extra `render`), or `markdown`.
        languages: The languages to prefer where a text has several, the best first. All of them are on the page.
        templates: A folder with Jinja2 templates of yours that take the place of those of the same name in
            `mouschema/templates`; for HTML only.

    Raises:
        ModuleNotFoundError: Jinja2 is not installed; the message says what brings it.
    """
    page = view(bundle, languages)
    if format == "markdown":
        return render_markdown(page)
    from mouschema.show.html import render_html

    return render_html(page, templates)
