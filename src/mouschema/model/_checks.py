"""Refuse bad values when records are made in Python, by the same schema that judges documents."""

from collections.abc import Callable
from typing import Any

from mouschema._safe import LONGEST, shortened, visible
from mouschema.errors import InvalidValue
from mouschema.judging.objections import objections
from mouschema.reading.read import MOST_BYTES, read_value
from mouschema.reports.report import Trouble

__all__ = ["require"]


def require(name: str, value: Any, plain: Callable[[Any], Any] | None = None) -> Any:
    """Return a value as JSON, of plain types and copied to the ground, if the definition called `name` accepts it.

    Args:
        name: A class or scalar of the exported schema.
        value: The value.
        plain: Makes JSON of what is no JSON, such as a record in a field.

    Raises:
        InvalidValue: The definition refuses it, or it is not JSON at all.
    """
    reading = read_value(value, MOST_BYTES, plain)
    docket = reading.docket or objections(name, reading.value)
    if docket:
        troubles, _ = docket.told(lambda _: 0)
        raise InvalidValue(name, tuple(_sentence(name, trouble) for trouble in troubles))
    return reading.value


def _sentence(name: str, trouble: Trouble) -> str:
    where = shortened(".".join([name, *(visible(str(step)[:LONGEST]) for step in trouble.path)]), 5 * LONGEST)
    message, hint = trouble.in_words()
    return f"{where}: {message}" + (f" ({hint})" if hint else "")
