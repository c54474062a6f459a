"""Why the schema refuses a value: what we find, and what two independent engines say, brought into one form."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema_rs import RegexOptions, validator_for
from referencing import Registry

from mouschema import schemas
from mouschema.judging.failures import Failure, failures
from mouschema.reports.report import Trouble

Reason = tuple[tuple[str | int, ...], str]

# Of several keywords that refuse one value, this is the order in which we tell them: only the first.
_ORDER = (
    "not", "type", "enum", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "minProperties", "anyOf",
)  # fmt: skip


def reasons(name: str, value: Any) -> list[Reason]:
    """Return the places and keywords that we find."""
    return sorted({(each.path, each.keyword) for each in failures(name, value) if isinstance(each, Failure)}, key=str)


def out_of_bounds(name: str, value: Any) -> set[tuple[str | int, ...]]:
    """Return the places of which we say that no document may hold this, instead of what the schema says."""
    return {each.path for each in failures(name, value) if isinstance(each, Trouble) and not each.at_key}


def reasons_of_rust(name: str, value: Any) -> list[Reason]:
    """Return the places and keywords that jsonschema-rs finds."""
    return _first((tuple(error.instance_path), error.kind.name) for error in _rust(name).iter_errors(value))


def reasons_of_reference(name: str, value: Any) -> list[Reason]:
    """Return the places and keywords that jsonschema finds."""
    return _first((tuple(error.absolute_path), str(error.validator)) for error in _reference(name).iter_errors(value))


@cache
def _rust(name: str) -> Any:
    return validator_for(_about(name), validate_formats=False, offline=True, pattern_options=RegexOptions())


@cache
def _reference(name: str) -> Any:
    return Draft202012Validator(_about(name), registry=Registry())


def _about(name: str) -> dict[str, Any]:
    root = schemas.schema()
    return root if name == schemas.KINDS["bundle"] else {"$ref": f"#/$defs/{name}", "$defs": root["$defs"]}


def _first(found: Iterable[Reason]) -> list[Reason]:
    telling: dict[Any, Reason] = {}
    for path, keyword in found:
        slot = (path, "value" if keyword in _ORDER else keyword)
        if slot not in telling or _ORDER.index(keyword) < _ORDER.index(telling[slot][1]):
            telling[slot] = (path, keyword)
    return sorted(telling.values(), key=str)
