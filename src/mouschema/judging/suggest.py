"""What would be right: the code or date that was meant, the classes that a field belongs to."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from mouschema import schemas
from mouschema._safe import LONGEST, nearest, shown
from mouschema._types import Path
from mouschema.judging import judge

__all__ = ["Meant", "suggest_code", "suggest_dates", "suggest_homes"]


class Meant(NamedTuple):
    """A code that was probably meant, and what it means."""

    code: str
    meaning: str


def suggest_homes(kind: str, path: Path, field: str) -> tuple[str, ...]:
    """Return the titles of classes that have a field: those around the place first, then those inside them, at most three.

    Args:
        kind: The class of the document.
        path: The object that has the field.
        field: Its name.
    """
    having = _having().get(field)
    if not having:
        return ()
    around = [schemas.subschema(kind, path[:depth])[0] for depth in range(len(path), -1, -1)]
    nearby = dict.fromkeys([*around, *(part for name in around for part in schemas.parts(name))])
    close = [name for name in nearby if name in having]
    return tuple(schemas.definition(name)["title"] for name in (close or having)[:3])


@cache
def _having() -> dict[str, list[str]]:
    """Return the classes that have a field, by its name."""
    having: dict[str, list[str]] = {}
    for name in (schemas.KINDS["bundle"], *schemas.schema()["$defs"]):
        for field in schemas.definition(name).get("properties", ()):
            having.setdefault(field, []).append(name)
    return having


def suggest_code(name: str, value: str, codes: Collection[str] = ()) -> Meant | None:
    """Suggest a code: that of a country, currency or language written out, or else the nearest one; None when none is.

    Args:
        name: The codelist.
        value: What was written.
        codes: The codes to compare it with.
    """
    value = value[: 2 * LONGEST]
    meanings, by_name = schemas.codelists().get(name, {}), _by_name(name)
    code = by_name.get(value.casefold()) or (value.upper() if value.upper() in codes else None)
    code = code or nearest(value, codes) or by_name.get(nearest(value, by_name) or "")
    return Meant(code, meanings[code].split(";")[0].rstrip(".")) if code else None


@cache
def _by_name(name: str) -> dict[str, str]:
    """Return the codes of a codelist by what they mean, in small letters."""
    meanings = schemas.codelists().get(name, {})
    return {text.strip().casefold(): code for code, texts in meanings.items() for text in texts.split(";")}


def suggest_dates(value: str) -> tuple[str, ...]:
    """Suggest what a day written with slashes or points may mean: both readings, when the month could be either.

    Returns:
        The suggestions; none when it is no such day.
    """
    numbers = re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})", value)
    if not numbers:
        return ()
    first, second, year = (int(number) for number in numbers.groups())
    dates = dict.fromkeys(f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first)))
    return tuple(shown(date) for date in dates if judge.accepts("Date", date))
