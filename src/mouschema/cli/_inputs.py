"""Find the documents that a command is asked to read."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["LINES", "documents"]

LINES: Final = (".jsonl", ".ndjson")
SUFFIXES: Final = (".json", *LINES)


def documents(path: Path) -> Iterable[Path]:
    """Return the file itself, or of a folder the JSON files in it and below, in the order of their names.

    Raises:
        OSError: The folder holds none.
    """
    if not path.is_dir():
        return [path]
    found = sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.is_file())
    if not found:
        raise OSError("no .json or .jsonl files in this folder")
    return found
