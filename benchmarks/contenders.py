"""Who is measured at what, and what each refuses."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import jiter

import mouschema
from benchmarks import with_cattrs
from benchmarks.documents import Record, compact
from benchmarks.with_pydantic import Bundle, CheckedBundle
from mouschema import model
from mouschema.checking import inputs
from mouschema.judging import judge
from mouschema.model._plain import build, plain
from mouschema.reading.read import MOST_BYTES

__all__ = ["CHECK", "LOAD", "Contenders", "compare_verdicts", "dump"]

Contenders = dict[str, Callable[[bytes], Any]]

OURS = "mouschema"
BEFORE_RULES = "mouschema before its rules"
PYDANTIC = "pydantic + reference checks"
FAIR = "… and duplicates"
CATTRS = "jsonschema + cattrs"
READING = "jiter, reading alone"


def _before_rules(data: bytes) -> Any:
    reading = inputs.read(data, MOST_BYTES)
    if reading.docket or not judge.accepts("Bundle", reading.value):
        raise ValueError("the schema refuses the document")
    return build(reading.value, model.Bundle)


def _pydantic_with_duplicates(data: bytes) -> CheckedBundle:
    """Look for duplicate keys with the reader that pydantic has inside, which keeps the last of them in silence."""
    jiter.from_json(data, catch_duplicate_keys=True)
    return CheckedBundle.model_validate_json(data)


LOAD: Contenders = {
    OURS: mouschema.loads,
    BEFORE_RULES: _before_rules,
    PYDANTIC: CheckedBundle.model_validate_json,
    FAIR: _pydantic_with_duplicates,
    "pydantic alone": Bundle.model_validate_json,
    CATTRS: with_cattrs.load,
    READING: with_cattrs.read,
}
CHECK: Contenders = {
    OURS: lambda data: mouschema.check(data).ok,
    PYDANTIC: CheckedBundle.model_validate_json,
    "jiter + jsonschema-rs": with_cattrs.accepted_by_jsonschema_rs,
    "json + jsonschema": with_cattrs.accepted_by_jsonschema,
}

_BY_SCHEMA = {"unknown field", "wrong code", "no such day"}
_CLAIMS = {
    OURS: {*_BY_SCHEMA, "dangling reference", "field twice"},
    PYDANTIC: {*_BY_SCHEMA, "dangling reference"},
    FAIR: {*_BY_SCHEMA, "dangling reference", "field twice"},
    BEFORE_RULES: {*_BY_SCHEMA, "field twice"},
    "jiter + jsonschema-rs": {*_BY_SCHEMA, "field twice"},
    READING: {"field twice"},
}


def dump(data: bytes) -> dict[str, Callable[[], Any]]:
    """Return who writes the records of a document: without spaces, but for the one that says so."""
    record, checked = mouschema.loads(data), Bundle.model_validate_json(data)
    value = plain(record)
    made = {
        OURS: lambda: mouschema.dumps(record, compact=True),
        "mouschema, indented": lambda: mouschema.dumps(record),
        "pydantic, without defaults": lambda: checked.model_dump_json(exclude_defaults=True),
        "json.dumps of the plain value": lambda: compact(value),
    }
    for name, run in made.items():
        assert json.loads(run()) == json.loads(data), f"{name} writes another document"
    return made


def compare_verdicts(document: Record) -> list[str]:
    """Hold every contender to what it claims to refuse, and return a line for each.

    Raises:
        AssertionError: One refuses a valid document, or accepts what it claims to refuse.
    """
    damaged = _damaged(document)
    lines = []
    for name, run in {**LOAD, **CHECK}.items():
        assert not _refuses(run, compact(document)), f"{name} refuses a valid document"
        refused = {damage for damage, data in damaged.items() if _refuses(run, data)}
        assert refused == _CLAIMS.get(name, _BY_SCHEMA), f"{name} refuses {sorted(refused)}"
        lines.append(f"{name:30} refuses: {', '.join(damage for damage in damaged if damage in refused)}")
    return lines


def _refuses(run: Callable[[bytes], Any], data: bytes) -> bool:
    try:
        return run(data) is False
    except ValueError:
        return True


def _damaged(document: Record) -> dict[str, bytes]:
    """Return the document with one thing wrong, by what that is."""

    def changed(change: Callable[[Record], Any]) -> bytes:
        copy = deepcopy(document)
        change(copy)
        return compact(copy)

    return {
        "unknown field": changed(lambda made: made["agreements"][0].update(titel="")),
        "wrong code": changed(lambda made: made["agreements"][0].update(status="singed")),
        "no such day": changed(lambda made: made["ceremonies"][0].update(date="2023-02-29")),
        "dangling reference": changed(lambda made: made["agreements"][-1]["parties"][0].update(organization="nobody")),
        "field twice": b'{"schema_version":"1.0",' + compact(document)[1:],
    }
