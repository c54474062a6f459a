"""How records read: the small ones on one line, the larger ones under a title. A record not listed has no title."""

from functools import cache
from string import Formatter
from typing import Final

from mouschema import model

__all__ = ["ON_ONE_LINE", "TITLES", "UNNAMED", "fields_in", "parsed"]

ON_ONE_LINE: Final[dict[type, str]] = {
    model.AgreementLanguage: "{language}; authentic: {authentic}",
    model.Amount: "{qualifier} {amount} {currency} = {equivalents}",
    model.Citation: "{instrument}, {provision} · {how}",
    model.Equivalent: "{amount} {currency}",
    model.ExternalId: "{scheme} {value} · {url}",
    model.Name: "{text} · {kind} · {language}",
    model.Place: "{venue}, {locality}, {subdivision}, {country}; {note}",
    model.Post: "{title}, {organization} · {kind} · from {start} · until {end}",
    model.Quantity: "{qualifier} {value} {unit}, at the start {baseline}",
}
"""The whole of a small record, every field in it. What stands before a field is left out with it."""

TITLES: Final[dict[type, str]] = {
    model.Agreement: "{title}",
    model.Attendance: "{person}, {organization}, {category}",
    model.Body: "{name}",
    model.Ceremony: "{name}",
    model.Commitment: "{action}",
    model.Contribution: "{kind}, {amount}",
    model.Document: "{title}",
    model.Initiative: "{name}",
    model.Instrument: "{title}",
    model.LifecycleEvent: "{kind}, {date}",
    model.Organization: "{name}",
    model.Party: "{organization}",
    model.Person: "{honorifics} {ranks} {name}",
    model.Relation: "{type}: {target}",
    model.Signature: "{person}, {post}, {organization}",
    model.Statement: "{speakers}, {speaker_text}",
    model.Supporter: "{organization}",
}
"""What a larger record is called; what is not in its title follows as facts."""

UNNAMED: Final[dict[type, str]] = {
    model.Ceremony: "{kind}, {date}",
    model.Contribution: "{kind}, {amount}",
    model.Document: "{kind}, {publisher}, {published}",
}
"""What it is called where it has no name or title."""


@cache
def parsed(form: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of a form, each with what stands before it."""
    return tuple((before, field) for before, field, *_ in Formatter().parse(form) if field)


def fields_in(form: str) -> tuple[str, ...]:
    """Return the names of the fields in a form."""
    return tuple(field for _, field in parsed(form))
