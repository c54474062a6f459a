"""Judge a JSON value by the exported schema: yes or no, whichever engine works.

jsonschema-rs is fast, and faster by the lean form of the schema; jsonschema is the reference, has the exported form, and
stands in where jsonschema-rs has no wheel.
Where a value fails, `failures` finds out, so that nothing in a report depends on the engine.
"""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

from mouschema import schemas
from mouschema._safe import shown
from mouschema.judging.lean import lean

__all__ = ["DEFAULT", "ENGINES", "accepts", "compiled", "known"]

Accepts = Callable[[Any], bool]
"""Tells whether the schema accepts a value."""


def _rust(schema: dict[str, Any]) -> Accepts:
    from jsonschema_rs import RegexOptions, validator_for

    # The plain expressions take linear time, whatever the text.
    options = RegexOptions()
    return validator_for(lean(schema), validate_formats=False, offline=True, pattern_options=options).is_valid


def _reference(schema: dict[str, Any]) -> Accepts:
    from jsonschema import Draft202012Validator
    from referencing import Registry

    whole = {**schema, "$defs": schemas.schema()["$defs"]}
    made: Any = Draft202012Validator(whole, registry=Registry())  # empty: nothing is fetched
    return made.is_valid


ENGINES: Final[dict[str, Callable[[dict[str, Any]], Accepts]]] = {"jsonschema-rs": _rust, "jsonschema": _reference}
"""By name, what makes of a schema the function that judges by it."""


DEFAULT: Final = "jsonschema-rs" if find_spec("jsonschema_rs") else "jsonschema"


@cache
def _engine(engine: str | None, name: str) -> Accepts:
    return ENGINES[known(engine)](schemas.definition(name))


def known(engine: str | None) -> str:
    """Return the name of an engine; of the fastest at hand for None.

    Raises:
        ValueError: There is no such engine.
    """
    if engine is not None and engine not in ENGINES:
        raise ValueError(f"there is no engine {shown(engine)}; known engines: {', '.join(ENGINES)}")
    return engine or DEFAULT


def compiled(schema: dict[str, Any]) -> Accepts:
    """Return what judges by a schema whose references lead into the exported one, by the fastest engine at hand."""
    return ENGINES[DEFAULT](schema)


def accepts(name: str, value: Any, *, engine: str | None = None) -> bool:
    """Tell whether the definition called `name` accepts a JSON value."""
    return _engine(engine, name)(value)
