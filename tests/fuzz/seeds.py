"""What fuzzing begins with: the examples, the smallest value of each kind, and the traps. The first byte chooses the kind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from damage import smallest
from mouschema import schemas
from traps import BROKEN, EITHER, JSON, MARK, RECORD, TAILS, TWICE, WHOLE

__all__ = ["KINDS", "seeds", "tokens"]

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
KINDS: Final = tuple(schemas.KINDS)
MOST_BYTES: Final = 20_000


def seeds() -> list[bytes]:
    """Return the inputs, small ones first."""
    return sorted({data for data in _seeds() if len(data) <= MOST_BYTES}, key=len)


def _seeds() -> Iterator[bytes]:
    for kind, name in schemas.KINDS.items():
        yield bytes([KINDS.index(kind)]) + json.dumps(smallest(name)).encode()
    for path in sorted(EXAMPLES.rglob("*.json")):
        data = path.read_bytes()
        yield b"\0" + data
        yield from _parts(data)
    for trap in [*BROKEN, *EITHER, *JSON]:
        if len(trap.data) < 1000:
            yield from (b"\0" + RECORD % trap.data, b"\0" + MARK + TWICE % trap.data)
    for trap in WHOLE:
        yield b"\0" + trap.data
    for trap in TAILS:
        yield b'\0{"schema_version":"1.0"}' + trap.data


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the agreements and ceremonies of an example alone, as far as it is JSON."""
    try:
        document: Any = json.loads(data)
        for kind, entries in {"agreement": document["agreements"], "ceremony": document["ceremonies"]}.items():
            for entry in entries:
                yield bytes([KINDS.index(kind)]) + json.dumps(entry, ensure_ascii=False).encode()
    except (ValueError, KeyError, TypeError):
        return


def tokens() -> list[str]:
    """Return the words that a document is made of: field names and codes, in quotes."""
    found: set[str] = set()
    for name in (*schemas.schema()["$defs"], schemas.KINDS["bundle"]):
        definition = schemas.definition(name)
        found |= {*definition.get("properties", ()), *(each for each in definition.get("enum", ()) if each.isascii())}
    return [json.dumps(word) for word in sorted(found)]
