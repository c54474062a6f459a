"""The validators, each as anyone would use it, and ours."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from mouschema import schemas
from mouschema.judging import judge

__all__ = ["PYTHON", "Node", "address", "missing", "node"]

HERE: Final = Path(__file__).parent
PACKAGES: Final = ("ajv", "@hyperjump/json-schema", "@cfworker/json-schema")

Node = Callable[[list[tuple[str, str]]], dict[str, str]]
"""Judges pairs of address and JSON text; the verdicts of each validator are a text of 0 and 1."""


def address(name: str) -> str:
    """Return where a definition stands: a kind in its own file, anything else in that of the bundle."""
    kinds = {each: kind for kind, each in schemas.KINDS.items()}
    return schemas.address(kinds[name]) if name in kinds else f"{schemas.address('bundle')}#/$defs/{name}"


@cache
def _jsonschema(name: str) -> Callable[[Any], bool]:
    files = [Resource.from_contents(schemas.schema(kind)) for kind in schemas.KINDS]
    registry = Registry[Any]().with_resources((str(each.id()), each) for each in files)
    return Draft202012Validator({"$ref": address(name)}, registry=registry).is_valid


@cache
def _jsonschema_rs(name: str) -> Callable[[Any], bool]:
    files = [(schemas.address(kind), schemas.schema(kind)) for kind in schemas.KINDS]
    registry = jsonschema_rs.Registry(files, draft=jsonschema_rs.Draft202012)
    return jsonschema_rs.Draft202012Validator({"$ref": address(name)}, registry=registry).is_valid


PYTHON: Final[dict[str, Callable[[str, Any], bool]]] = {
    **{
        f"ours by {each}": lambda name, value, each=each: judge.accepts(name, value, engine=each)
        for each in judge.ENGINES
    },
    "jsonschema": lambda name, value: _jsonschema(name)(value),
    "jsonschema-rs": lambda name, value: _jsonschema_rs(name)(value),
}


def missing() -> str:
    """Say what is missing for the validators on Node.js; nothing if all is there."""
    if shutil.which("node") is None:
        return "needs Node.js"
    folders = [folder / "node_modules" for folder in HERE.parents]
    absent = [name for name in PACKAGES if not any((folder / name).is_dir() for folder in folders)]
    return f"needs npm install --no-save {' '.join(absent)}" if absent else ""


@contextmanager
def node() -> Iterator[Node]:
    """Start the validators on Node.js; where they are missing none judge, or, with `REQUIRE_NODE=1`, it is an error."""
    if reason := missing():
        if os.environ.get("REQUIRE_NODE") == "1":
            raise RuntimeError(reason)
        yield lambda cases: {}
        return
    command = ["node", str(HERE / "engines.mjs"), str(schemas.folder())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        given, said = process.stdin, process.stdout

        def judged(cases: list[tuple[str, str]]) -> dict[str, str]:
            given.write(json.dumps(cases) + "\n")
            given.flush()
            return json.loads(said.readline())

        yield judged
        given.close()
