"""Find lines and columns in JSON text. Only documents with findings are parsed for this."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from mouschema._types import Path

if TYPE_CHECKING:
    from tree_sitter import Node

__all__ = ["Span", "duplicates", "line_and_column", "spans"]

Position = tuple[int, int]


class Span(NamedTuple):
    """Where a value stands, and the name of the field that holds it: line and column, counted from 1."""

    key: Position | None
    value: Position

    def place(self, *, at_key: bool) -> Position:
        """Return the place of the name, if asked for and there is one, or else that of the value."""
        return self.key if at_key and self.key else self.value


def line_and_column(data: bytes, offset: int) -> Position:
    """Return line and column, in characters, of a byte offset."""
    start = data.rfind(b"\n", 0, offset) + 1
    return data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode(errors="replace")) + 1


def spans(data: bytes, paths: Iterable[Path]) -> dict[Path, Span]:
    """Look up where the values at `paths` stand in a JSON document; paths that lead nowhere are left out."""
    wanted: dict[Any, Any] = {}
    for path in paths:
        inner = wanted
        for step in path:
            inner = inner.setdefault(step, {})
    return dict(_spans(data, _root(data), wanted, (), None))


def duplicates(data: bytes) -> Iterator[tuple[Path, Position]]:
    """Yield the path and the place of each field that stands in its object already."""
    yield from _duplicates(data, _root(data), ())


def _root(data: bytes) -> "Node":
    from tree_sitter import Language, Parser
    from tree_sitter_json import language

    document = Parser(Language(language())).parse(data).root_node
    return document.named_children[0]


def _position(data: bytes, node: "Node") -> Position:
    row, byte = node.start_point
    line = data[node.start_byte - byte : node.start_byte]
    return row + 1, len(line.decode()) + 1


def _spans(
    data: bytes, node: "Node", wanted: dict[Any, Any], path: Path, key: "Node | None"
) -> Iterator[tuple[Path, Span]]:
    yield path, Span(_position(data, key) if key else None, _position(data, node))
    if wanted:
        for step, name, value in _children(node):
            if step in wanted:
                yield from _spans(data, value, wanted[step], (*path, step), name)


def _duplicates(data: bytes, node: "Node", path: Path) -> Iterator[tuple[Path, Position]]:
    seen: set[str | int] = set()
    for step, name, value in _children(node):
        if step in seen and name:
            yield (*path, step), _position(data, name)
        seen.add(step)
        yield from _duplicates(data, value, (*path, step))


def _children(node: "Node") -> Iterator[tuple[str | int, "Node | None", "Node"]]:
    """Yield for each entry of an object or a list its step, the node of its name, and the node of its value."""
    match node.type:
        case "object":
            for pair in node.named_children:
                name, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
                if name and value:
                    yield json.loads(name.text or b""), name, value
        case "array":
            for position, value in enumerate(node.named_children):
                yield position, None, value
        case _:
            pass
