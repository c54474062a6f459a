"""Find places in JSON text: byte ranges, lines and columns, and the words around. Only done for documents with findings."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mouschema._safe import shortened, visible
from mouschema._types import Path
from mouschema.report import Excerpt

if TYPE_CHECKING:
    from tree_sitter import Node

__all__ = ["Range", "Span", "duplicates", "excerpt", "marks", "places", "spans"]

Position = tuple[int, int]
Range = tuple[int, int]
"""Where something begins and ends, in bytes."""

_BOMS: Final = re.compile(rb"(?:\xef\xbb\xbf)+")
_BEFORE: Final = 40
_LENGTH: Final = 80
_WIDEST: Final = 4  # bytes of a character in UTF-8


class Span(NamedTuple):
    """The ranges of a value and of the name of the field that holds it."""

    key: Range | None
    value: Range

    def place(self, *, at_key: bool) -> Range:
        """Return the range of the name, if asked for and there is one, or else that of the value."""
        return self.key if at_key and self.key else self.value


def marks(data: bytes) -> int:
    """Return the length in bytes of the byte order marks with which a text begins."""
    found = _BOMS.match(data)
    return found.end() if found else 0


def spans(data: bytes, paths: Iterable[Path]) -> dict[Path, Span]:
    """Look up where the values at `paths` stand in a JSON document; paths that lead nowhere are left out."""
    wanted: dict[Any, Any] = {}
    for path in paths:
        inner = wanted
        for step in path:
            inner = inner.setdefault(step, {})
    return dict(_spans(_root(data), wanted, (), None))


def duplicates(data: bytes) -> Iterator[tuple[Path, Range]]:
    """Yield the path and the range of the name of each field that stands in its object already."""
    yield from _duplicates(_root(data), ())


def places(data: bytes, offsets: Iterable[int]) -> dict[int, Position]:
    """Return line and column, counted from 1 and in characters, of byte offsets. The text is read once."""
    found: dict[int, Position] = {}
    at, line, column = marks(data), 1, 1
    for offset in sorted(set(offsets)):
        passed = data[at:offset]
        lines = passed.count(b"\n")
        behind = len(passed[passed.rfind(b"\n") + 1 :].decode(errors="replace"))
        line, column = (line + lines, behind + 1) if lines else (line, column + behind)
        at = max(at, offset)
        found[offset] = line, column
    return found


def excerpt(data: bytes, where: Range) -> Excerpt:
    """Return what stands in a range of the text, and on the same line around it, in at most 80 characters."""
    start, end = where
    line_start = data.rfind(b"\n", 0, start) + 1
    line_end = data.find(b"\n", start)
    line_end = len(data) if line_end < 0 else line_end - data[start:line_end].endswith(b"\r")
    end = _whole(data, min(max(end, start + 1), line_end))
    before = _text(data[max(line_start, start - _BEFORE * _WIDEST) : start]).lstrip("\ufffd \ufeff")[-_BEFORE:]
    marked = shortened(_text(data[start:end]), _LENGTH - len(before))
    room = _LENGTH - len(before) - len(marked)
    after = shortened(_text(data[end:line_end]).rstrip(), room) if room > 0 else ""
    return Excerpt(visible(before), visible(marked), visible(after))


def _whole(data: bytes, end: int) -> int:
    """Return the end of the character that a range ends in."""
    return next((at for at in range(end, len(data)) if data[at] & 0xC0 != 0x80), len(data))


def _text(part: bytes) -> str:
    """Decode at least as much of a part as can be shown."""
    return part[: (_LENGTH + 1) * _WIDEST].decode(errors="replace").replace("\t", " ")


def _root(data: bytes) -> "Node":
    from tree_sitter import Language, Parser
    from tree_sitter_json import language

    skipped = marks(data)
    document = Parser(Language(language())).parse(b" " * skipped + data[skipped:]).root_node
    return document.named_children[0]


def _range(node: "Node") -> Range:
    return node.start_byte, node.end_byte


def _spans(node: "Node", wanted: dict[Any, Any], path: Path, key: "Node | None") -> Iterator[tuple[Path, Span]]:
    yield path, Span(_range(key) if key else None, _range(node))
    if wanted:
        for step, name, value in _children(node):
            if step in wanted:
                yield from _spans(value, wanted[step], (*path, step), name)


def _duplicates(node: "Node", path: Path) -> Iterator[tuple[Path, Range]]:
    seen: set[str | int] = set()
    for step, name, value in _children(node):
        if step in seen and name:
            yield (*path, step), _range(name)
        seen.add(step)
        yield from _duplicates(value, (*path, step))


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
