"""Derive the files of `schemas/` from the model. Only needed in a checkout; takes the packages of the group `export`."""

import json
import re
from typing import Any, Final

from mouschema import schemas
from mouschema._writing import save
from mouschema.export.definitions import definitions
from mouschema.export.lists import meanings
from mouschema.export.report import report_schema

__all__ = ["exports", "write"]

_NOTE: Final = "Generated from the model by `mouschema schema --write`. Edit src/mouschema/model, not this file."


def exports() -> dict[str, str]:
    """Return every file of the `schemas/` folder that is derived: its name and its text."""
    files = {f"{kind}.schema.json": _root(kind) for kind in schemas.KINDS}
    others = {"codelists.json": meanings(), "report.schema.json": report_schema()}
    return {name: _json(content) for name, content in {**files, **others}.items()}


def write() -> list[str]:
    """Bring the `schemas/` folder of the checkout up to date.

    Returns:
        The names of the files that changed.

    Raises:
        OSError: There is no checkout around this package, or a file cannot be written.
    """
    folder = schemas.checkout()
    changed: list[str] = []
    for name, text in exports().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            save(path, text)
            changed.append(name)
    return changed


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _root(kind: str) -> dict[str, Any]:
    name = schemas.KINDS[kind]
    known = definitions()
    own = known[name]
    used = sorted(_reachable(own, known))
    return {
        "$schema": schemas.DIALECT,
        "$id": schemas.address(kind),
        "$comment": _NOTE,
        **own,
        "$defs": {each: known[each] for each in used},
    }


def _reachable(schema: dict[str, Any], known: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        named = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(waiting.pop())))
        for name in (named | {schemas.KEYS[each] for each in named & set(schemas.KEYS)}) - found:
            found.add(name)
            waiting.append(known[name])
    return found
