"""Small records that others are made of: names, identifiers, places, amounts, quantities."""

from mouschema.model._record import Record
from mouschema.model.codelists import NameKind, Qualifier
from mouschema.model.scalars import CountryCode, CurrencyCode, DecimalNumber, LanguageTag, Line, SubdivisionCode, Url
from mouschema.model.text import Text

__all__ = ["Amount", "Equivalent", "ExternalId", "Name", "Place", "Quantity"]


class Name(Record):
    """Another name of a person, an organisation or an undertaking."""

    text: Line
    """The name itself. Example: `OSAHT`"""
    language: LanguageTag | None = None
    """The language that it is in; absent when it has none or it is not known."""
    kind: NameKind
    """How it relates to the main name."""


class ExternalId(Record):
    """What somebody else's register calls this."""

    scheme: Line
    """The register or list. Example: `treaty-series`"""
    value: Line
    """The identifier in it, to the letter. Example: `09-1211`"""
    url: Url | None = None
    """The page of the entry; absent when there is none."""


class Place(Record):
    """A place, from the room to the country, as far as it is known."""

    venue: Text | None = None
    """The building, hall or office. Example: `Lao Plaza Hotel`"""
    locality: Text | None = None
    """The city, town or village. Example: `Vientiane`"""
    subdivision: SubdivisionCode | None = None
    """The province or state, as a code."""
    country: CountryCode | None = None
    """The country, as a code."""
    note: Text | None = None
    """What the other fields cannot say, such as the name of a place without a code. Example: `Northern provinces`"""


class Equivalent(Record):
    """The same amount in another currency, as a source gives it."""

    amount: DecimalNumber
    """The number."""
    currency: CurrencyCode
    """The currency."""


class Amount(Record):
    """An amount of money."""

    amount: DecimalNumber
    """The number, with as many decimals as the source gives."""
    currency: CurrencyCode
    """The currency."""
    qualifier: Qualifier | None = None
    """How exact the number is; absent when the source gives it plainly."""
    equivalents: tuple[Equivalent, ...] = ()
    """The same amount in other currencies, as sources give it; nothing is converted here."""


class Quantity(Record):
    """A number of something that can be counted or measured."""

    value: DecimalNumber
    """The number."""
    unit: Text
    """What is counted. Example: `tonnes of hydrogen a day`"""
    qualifier: Qualifier | None = None
    """How exact the number is; absent when the source gives it plainly."""
    baseline: DecimalNumber | None = None
    """The number at the start, where a change is promised."""
