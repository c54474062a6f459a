"""A page as HTML: one file that loads nothing, on the base that all pages share."""

from collections.abc import Callable, Iterable, Sequence
from os import PathLike

from mouschema._html import environment
from mouschema.show.card import Card
from mouschema.show.parts import Page, plain

__all__ = ["render_html", "render_index"]


def render_html(page: Page, templates: str | PathLike[str] | None = None, *, home: str = "") -> str:
    """Return a page as HTML.

    Args:
        page: The page.
        templates: A folder whose templates come before those of the package: `bundle.html.jinja` is the page.
        home: The file name of the index that it belongs to, if it does.
    """
    template = environment(templates).get_template("bundle.html.jinja")
    return template.render(page=page, plain=plain, first=_first(), home=home)


def render_index(cards: Sequence[Card], templates: str | PathLike[str] | None = None) -> str:
    """Return the index of a site as HTML.

    Args:
        cards: The records in short, in their order.
        templates: A folder whose templates come before those of the package: `index.html.jinja` is the index.
    """
    return (
        environment(templates)
        .get_template("index.html.jinja")
        .render(
            cards=cards,
            countries=_choices(card.countries for card in cards),
            themes=_choices(card.themes for card in cards),
            years=[(year, year) for year in sorted({year for card in cards for year in card.years}, reverse=True)],
            page=None,
            plain=plain,
            first=_first(),
        )
    )


def _choices(found: Iterable[dict[str, str]]) -> list[tuple[str, str]]:
    """Return every code with its words, in the order of the words."""
    together = {code: words for each in found for code, words in each.items()}
    return sorted(together.items(), key=lambda choice: choice[1].casefold())


def _first() -> Callable[[int], bool]:
    """Return a function that tells whether a number is asked for the first time; a note leads back to that mark."""
    seen: set[int] = set()

    def first(number: int) -> bool:
        new = number not in seen
        seen.add(number)
        return new

    return first
