"""Refuse bad values when records are made in Python, by the same schema that judges documents."""

from typing import Any

from mouschema.errors import InvalidValue
from mouschema.messages import objections
from mouschema.read import read_value
from mouschema.report import Trouble

__all__ = ["require"]


def require(name: str, value: Any) -> None:
    """Do nothing if the definition called `name` accepts the JSON value.

    Raises:
        InvalidValue: It does not, or the value is not JSON at all.
    """
    reading = read_value(value)
    troubles = reading.troubles or objections(name, reading.value)
    if troubles:
        raise InvalidValue(name, tuple(_sentence(name, trouble) for trouble in troubles))


def _sentence(name: str, trouble: Trouble) -> str:
    where = ".".join([name, *(str(step) for step in trouble.path)])
    message, hint = trouble.in_words()
    return f"{where}: {message}" + (f" ({hint})" if hint else "")
