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

__all__ = ["DEFAULT", "ENGINES", "accepts", "known"]

Accepts = Callable[[Any], bool]
"""Tells whether the schema accepts a value."""


def _rust(name: str) -> Accepts:
    from jsonschema_rs import RegexOptions, validator_for

    # The plain expressions take linear time, whatever the text.
    options = RegexOptions()
    return validator_for(lean(name), validate_formats=False, offline=True, pattern_options=options).is_valid


def _reference(name: str) -> Accepts:
    from jsonschema import Draft202012Validator
    from referencing import Registry

    made: Any = Draft202012Validator(_about(name), registry=Registry())  # empty: nothing is fetched
    return made.is_valid


def _about(name: str) -> dict[str, Any]:
    """Return a schema whose root is the definition called `name`."""
    root = schemas.schema()
    return root if name == schemas.KINDS["bundle"] else {"$ref": f"#/$defs/{name}", "$defs": root["$defs"]}


ENGINES: Final[dict[str, Callable[[str], Accepts]]] = {"jsonschema-rs": _rust, "jsonschema": _reference}
"""By name, what makes of a definition's name the function that judges by it."""


DEFAULT: Final = "jsonschema-rs" if find_spec("jsonschema_rs") else "jsonschema"


@cache
def _engine(engine: str | None, name: str) -> Accepts:
    return ENGINES[known(engine)](name)


def known(engine: str | None) -> str:
    """Return the name of an engine; of the fastest at hand for None.

    Raises:
        ValueError: There is no such engine.
    """
    if engine is not None and engine not in ENGINES:
        raise ValueError(f"there is no engine {shown(engine)}; known engines: {', '.join(ENGINES)}")
    return engine or DEFAULT


def accepts(name: str, value: Any, *, engine: str | None = None) -> bool:
    """Tell whether the definition called `name` accepts a JSON value."""
    return _engine(engine, name)(value)
