"""A page as HTML: one file that loads nothing, on the base that all pages share."""

from collections.abc import Callable
from functools import cache
from os import PathLike

from mouschema._html import environment
from mouschema.show.parts import Page, plain

__all__ = ["render_html"]


def render_html(page: Page, templates: str | PathLike[str] | None = None) -> str:
    """Return a page as HTML.

    Args:
        page: The page.
        templates: A folder whose templates come before those of the package: `bundle.html.jinja` is the page.
    """
    return _environment(templates).get_template("bundle.html.jinja").render(page=page, plain=plain, first=_first())


_environment = cache(environment)  # templates are compiled once; one that changed is read again


def _first() -> Callable[[int], bool]:
    """Return a function that tells whether a number is asked for the first time; a note leads back to that mark."""
    seen: set[int] = set()

    def first(number: int) -> bool:
        new = number not in seen
        seen.add(number)
        return new

    return first
