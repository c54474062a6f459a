"""Values in the words that people read: dates, lengths of time, numbers, codes, names of countries and languages."""

import re
from decimal import Decimal
from typing import Any, Final

import attrs

from mouschema import schemas
from mouschema.model import Date, Duration
from mouschema.model import codelists as lists
from mouschema.model._plain import json_name
from mouschema.model.codelists import Codelist, KnownTheme

__all__ = [
    "code",
    "country",
    "currency",
    "date",
    "duration",
    "field",
    "flag",
    "language",
    "meaning",
    "moment",
    "number",
    "schema_of",
    "theme",
]

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DOUBT: Final = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}
_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}

# Of these lists the meaning tells more than the code, even to somebody who reads it for the first time.
_IN_FULL: Final = (
    lists.Availability, lists.Binding, lists.Capacity, lists.CeremonyMode, lists.CitationManner,
    lists.CommitmentStatus, lists.ContributionBasis, lists.EffectiveOn, lists.LegalValue, lists.PostKind,
    lists.RenewalMode, lists.TerminationBy,
)  # fmt: skip
_CAPITALS: Final = {"ngo", "sdg"}
_THEMES: Final = {member.value: member.meaning.rstrip(".") for member in KnownTheme}


def date(value: Date) -> str:
    """Return a date as it is read out: `30 June 2022`, `June 2022`, `about 2022`, `January to May 2022`."""
    if not value.is_interval:
        return _day(str(value))
    if value.start is None:
        return f"until {date(value.end or value)}"
    return f"from {date(value.start)} to {date(value.end)}" if value.end else f"from {date(value.start)} on"


def _day(written: str) -> str:
    year, *rest = written.rstrip("?~%").split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    words += [_MONTHS[int(rest[0]) - 1]] if rest else []
    return _DOUBT.get(written[-1], "") + " ".join([*words, year])


def moment(written: str) -> str:
    """Return a day, or a day with its time: `4 July 2022, 09:30 UTC`."""
    day, _, time = written.partition("T")
    if not time:
        return _day(day)
    clock, zone = re.fullmatch(r"([0-9:.]+)(.+)", time, re.ASCII).groups()  # type: ignore[union-attr]
    return f"{_day(day)}, {clock} UTC{'' if zone == 'Z' else zone}"


def duration(value: Duration) -> str:
    """Return a length of time: `3 years`, `1 year 6 months`."""
    parts = re.findall(r"([0-9]+)([YMWD])", str(value))
    return " ".join(f"{int(count)} {_UNITS[unit]}{'' if int(count) == 1 else 's'}" for count, unit in parts)


def number(value: Decimal | int) -> str:
    """Return a number with its thousands set apart, every decimal kept."""
    return f"{value:,}"


def code(member: Codelist) -> str:
    """Return a code in words: the code itself, or what it means where that tells more."""
    if isinstance(member, _IN_FULL):
        return member.meaning.rstrip(".")
    first, *rest = member.value.split("_")
    return " ".join([first.upper() if first in _CAPITALS else first.capitalize(), *rest])


def meaning(member: Codelist) -> str:
    """Return what a code means, where its words do not say it already."""
    return "" if isinstance(member, _IN_FULL) else member.meaning


def theme(tag: str) -> str:
    """Return a subject in words; one that no list knows as it is written."""
    return _THEMES.get(tag, tag)


def country(tag: str) -> str:
    """Return the name of a country."""
    return _named("CountryCode", tag)


def language(tag: str) -> str:
    """Return the name of a language, with the rest of the tag where it says more: `Chinese (zh-Hant)`."""
    if tag == "und":
        return "language not known"
    name = _named("LanguageTag", tag)
    first = _named("LanguageTag", tag.split("-", maxsplit=1)[0])
    return name if name != tag else f"{first} ({tag})" if first != tag else tag


def currency(tag: str) -> str:
    """Return the name of a currency."""
    return _named("CurrencyCode", tag)


def schema_of(cls: type, name: str) -> dict[str, Any]:
    """Return the schema of a field."""
    spelled = json_name(attrs.fields_dict(cls)[name])
    return schemas.definition(cls.__name__)["properties"][spelled]


def field(cls: type, name: str) -> tuple[str, str]:
    """Return the title of a field and what it says."""
    schema = schema_of(cls, name)
    return schema["title"], schema["description"]


def flag(cls: type, name: str, value: bool) -> str:
    """Return what a yes or no means: `yes: all parties are to act together`, from what the model says of it."""
    said = re.match(rf"{value} when (.+?)[.;]", field(cls, name)[1])
    answer = "yes" if value else "no"
    return f"{answer}: {said[1]}" if said else answer


def _named(codelist: str, tag: str) -> str:
    return schemas.codelists()[codelist].get(tag, tag).split(";")[0]
