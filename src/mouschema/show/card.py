"""A record in short, for an index: what it is called, between whom, and what one finds it by."""

from typing import Final

import attrs

from mouschema.model import Agreement, Bundle, Ceremony, LifecycleEvent, Organization, Place, Signature, Term
from mouschema.model.index import Index
from mouschema.show import words as say
from mouschema.show.parts import Line, Page, Words
from mouschema.show.teller import Teller

__all__ = ["Card", "card"]

_DATED: Final = (Ceremony, LifecycleEvent, Signature, Term)


@attrs.frozen
class Card:
    """A record in short.

    Attributes:
        file: The file name of its page.
        title: Its title.
        also: The title in other languages.
        agreements: What kind each agreement is, and between whom.
        countries: The countries in it, as code and name.
        years: The years of its signing, term and life.
        themes: Its subjects, as tag and words; with `trafficking.prevention` also `trafficking`.
        names: Every name and title in it that one may look for.
    """

    file: str
    title: Line
    also: tuple[Line, ...]
    agreements: tuple[tuple[Words, Line], ...]
    countries: dict[str, str]
    years: tuple[int, ...]
    themes: dict[str, str]
    names: tuple[str, ...]


def card(bundle: Bundle, page: Page, file: str, languages: tuple[str, ...]) -> Card:
    """Return a record in short.

    Args:
        bundle: The record.
        page: Its page.
        file: The file name of the page.
        languages: The languages to prefer.
    """
    teller = Teller(bundle, languages)
    index = teller.index
    places = [each.country for cls in (Organization, Place) for each in index.of(cls) if each.country]
    agreements = [each for each in bundle.agreements if each.parties] or list(bundle.agreements)
    return Card(
        file=file,
        title=tuple(attrs.evolve(words, marks=()) for words in page.title),
        also=tuple(tuple(attrs.evolve(words, marks=()) for words in line) for line in page.also),
        agreements=tuple((_kind(each), _parties(teller, each)) for each in agreements),
        countries={code: say.country(code) for code in dict.fromkeys(places)},
        years=tuple(sorted(_years(index))),
        themes={tag: say.theme(tag) for each in bundle.agreements for theme in each.themes for tag in _broader(theme)},
        names=tuple(dict.fromkeys(words.text for words in index.texts if words.field in ("name", "title", "text"))),
    )


def _kind(agreement: Agreement) -> Words:
    return Words(say.code(agreement.kind), hint=say.meaning(agreement.kind))


def _parties(teller: Teller, agreement: Agreement) -> Line:
    names = teller.links(tuple(party.organization for party in agreement.parties))
    return tuple(attrs.evolve(words, to=None) for words in names)


def _years(index: Index) -> set[int]:
    days = [(dated.date.earliest, dated.date.latest) for dated in index.dates if isinstance(dated.owner, _DATED)]
    return {day.year for pair in days for day in pair if day}


def _broader(theme: str) -> list[str]:
    """Return a theme and those around it."""
    steps = theme.split(".")
    return [".".join(steps[: depth + 1]) for depth in range(len(steps))]
