"""Judge a JSON value by the exported schema: the verdict, and where it fails, whichever engine works.

jsonschema-rs is fast; jsonschema is the reference and stands in where jsonschema-rs has no wheel.
Of an engine's answer only the place and the keyword are kept. The rest follows from the schema and
the value, so that nothing in a report depends on the engine.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from typing import Any, Final, NamedTuple, Protocol, cast

from mouschema import schemas
from mouschema._types import Json, Path

__all__ = ["DEFAULT", "ENGINES", "DocumentOrder", "Failure", "accepts", "failures"]

MOST_FAILURES: Final = 100_000

# Of several failures at one place only the first of these is told. Engines differ in the others: where a
# control character is barred ("not"), the patterns of some match it and those of others do not.
_ORDER: Final = (
    "not",
    "type",
    "enum",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "minItems",
    "minProperties",
    "anyOf",
)


class Failure(NamedTuple):
    """A place that the schema refuses, and the keyword that does."""

    path: Path
    keyword: str


class Engine(Protocol):
    """A JSON Schema implementation that judges by one definition of the bundle's schema."""

    @property
    def accepts(self) -> Callable[[Any], bool]:
        """Tell whether the schema accepts a value."""
        ...

    def failures(self, value: Any) -> Iterator[Failure]:
        """Yield every failure, in any order."""
        ...


class _Rust:
    def __init__(self, name: str) -> None:
        from jsonschema_rs import RegexOptions, validator_for

        # The plain expressions take linear time, whatever the text.
        options = RegexOptions()
        self._validator = validator_for(_about(name), validate_formats=False, offline=True, pattern_options=options)
        self.accepts: Callable[[Any], bool] = self._validator.is_valid

    def failures(self, value: Any) -> Iterator[Failure]:
        for error in self._validator.iter_errors(value):
            yield Failure(tuple(error.instance_path), error.kind.name)


class _Reference:
    def __init__(self, name: str) -> None:
        from jsonschema import Draft202012Validator
        from referencing import Registry

        self._validator: Any = Draft202012Validator(_about(name), registry=Registry())  # empty: nothing is fetched
        self.accepts: Callable[[Any], bool] = self._validator.is_valid

    def failures(self, value: Any) -> Iterator[Failure]:
        for error in self._validator.iter_errors(value):
            yield Failure(tuple(error.absolute_path), str(error.validator))


def _about(name: str) -> dict[str, Any]:
    """Return a schema whose root is the definition called `name`."""
    root = schemas.schema()
    return root if name == schemas.KINDS["bundle"] else {"$ref": f"#/$defs/{name}", "$defs": root["$defs"]}


ENGINES: Final[dict[str, Callable[[str], Engine]]] = {"jsonschema-rs": _Rust, "jsonschema": _Reference}
DEFAULT: Final = "jsonschema-rs" if find_spec("jsonschema_rs") else "jsonschema"


@cache
def _engine(engine: str | None, name: str) -> Engine:
    return ENGINES[engine or DEFAULT](name)


def accepts(name: str, value: Any, *, engine: str | None = None) -> bool:
    """Tell whether the definition called `name` accepts a JSON value."""
    return _engine(engine, name).accepts(value)


def failures(name: str, value: Any, *, engine: str | None = None) -> Iterator[Failure]:
    """Yield where the definition called `name` refuses a JSON value: one failure a place, but for missing and unknown fields.

    A bundle is judged entry by entry, so that whoever stops early has seen the same, whatever the engine.

    Args:
        name: A class or scalar of the exported schema.
        value: The JSON value.
        engine: One of `ENGINES`; the fastest at hand when None.
    """
    if name != schemas.KINDS["bundle"] or not isinstance(value, dict):
        yield from _failures(_engine(engine, name), value)
        return
    bundle = cast("dict[str, Json]", value)
    items = {
        field: about["items"] for field, about in schemas.definition(name)["properties"].items() if "items" in about
    }
    lists = {field: entries for field, entries in bundle.items() if isinstance(entries, list) and field in items}
    yield from _failures(_engine(engine, name), {**bundle, **{field: [] for field in lists}})
    for field, entries in lists.items():
        judge = _engine(engine, schemas.target(items[field]))
        for position, entry in enumerate(entries):
            if not judge.accepts(entry):
                for failure in _failures(judge, entry):
                    yield Failure((field, position, *failure.path), failure.keyword)


def _failures(engine: Engine, value: Any) -> Iterator[Failure]:
    found = set(islice(engine.failures(value), MOST_FAILURES))
    telling: dict[tuple[Path, str], Failure] = {}
    for failure in found:
        slot = (failure.path, "value" if failure.keyword in _ORDER else failure.keyword)
        if slot not in telling or _ORDER.index(failure.keyword) < _ORDER.index(telling[slot].keyword):
            telling[slot] = failure
    order = DocumentOrder(value)
    yield from sorted(telling.values(), key=lambda failure: (order.of(failure.path), failure.keyword))


class DocumentOrder:
    """Sorts paths the way the document is written."""

    def __init__(self, document: Json) -> None:
        """Take the JSON value in which the paths lead."""
        self._document = document
        self._positions: dict[int, dict[str, int]] = {}

    def of(self, path: Path) -> tuple[int, ...]:
        """Return a key that sorts a path among others."""
        order: list[int] = []
        value = self._document
        for step in path:
            match value, step:
                case dict(), _:
                    order.append(self._fields(value).get(str(step), -1))
                    value = value.get(str(step))
                case list(), int() if step < len(value):
                    order.append(step)
                    value = value[step]
                case _:
                    break
        return tuple(order)

    def _fields(self, value: dict[str, Json]) -> dict[str, int]:
        if id(value) not in self._positions:
            self._positions[id(value)] = {key: position for position, key in enumerate(value)}
        return self._positions[id(value)]
