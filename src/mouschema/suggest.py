"""What would be right: the nearest name or code, the class that a field belongs to, the date that was meant."""

import re

from mouschema import judge, schemas
from mouschema._show import choices, nearest, shown
from mouschema._types import Path

__all__ = ["article", "suggest_code", "suggest_date", "suggest_field"]


def article(title: str) -> str:
    """Return the title of a class or scalar as it stands in a sentence: `an agreement`, `a JSON Pointer`."""
    plain = title if title.startswith(("JSON", "SHA")) else title[0].lower() + title[1:]
    return f"{'an' if plain[0].lower() in 'aeio' else 'a'} {plain}"


def suggest_field(kind: str, path: Path, field: str) -> str:
    """Say where an unknown field belongs, or which known one is nearest.

    Args:
        kind: The class of the document.
        path: The object that has the field.
        field: Its name.
    """
    name, schema = schemas.subschema(kind, path)
    homes = _homes(kind, path, field)
    near = nearest(field, schema["properties"])
    if homes:
        return f'"{field}" belongs to {" or ".join(homes)}.'
    if near:
        return f'Did you mean "{near}"?'
    return f'{article(schemas.definition(name)["title"]).capitalize()} has: {choices(schema["properties"])}. Data of your own goes into "extensions".'


def _homes(kind: str, path: Path, field: str) -> list[str]:
    """Name the classes that have the field: those around the place first, then those inside them, at most three."""
    around = [schemas.subschema(kind, path[:depth])[0] for depth in range(len(path), -1, -1)]
    nearby = list(dict.fromkeys([*around, *(part for name in around for part in schemas.parts(name))]))
    every = [schemas.KINDS["bundle"], *schemas.schema()["$defs"]]
    close, far = (
        [name for name in names if field in schemas.definition(name).get("properties", ())] for names in (nearby, every)
    )
    return [article(schemas.definition(name)["title"]) for name in (close or far)[:3]]


def suggest_code(name: str, value: str, codes: list[str]) -> str:
    """Suggest a code: that of a country, currency or language written out, or else the nearest one.

    Args:
        name: The codelist.
        value: What was written.
        codes: The codes to compare it with.

    Returns:
        The suggestion; empty when nothing is near.
    """
    meanings = schemas.codelists().get(name, {})
    by_name = {text.strip().casefold(): code for code, texts in meanings.items() for text in texts.split(";")}
    code = by_name.get(value.casefold()) or next((known for known in codes if known == value.upper()), None)
    code = code or nearest(value, codes) or by_name.get(nearest(value, by_name) or "")
    return f'Did you mean "{code}" ({meanings[code].split(";")[0].rstrip(".")})?' if code else ""


def suggest_date(value: str) -> str:
    """Suggest what a day written with slashes or points may mean: both readings, when the month could be either.

    Returns:
        The suggestion; empty when it is no such day.
    """
    numbers = re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})", value)
    if not numbers:
        return ""
    first, second, year = (int(number) for number in numbers.groups())
    dates = dict.fromkeys(f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first)))
    possible = [shown(date) for date in dates if judge.accepts("Date", date)]
    return f"Did you mean {' or '.join(possible)}?" if possible else ""
