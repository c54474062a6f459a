"""Keep what is written apart from what is read: no command may destroy what it was asked to judge or to show."""

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

from mouschema._safe import visible
from mouschema._writing import descriptor
from mouschema.checking._walk import SUFFIXES, expand
from mouschema.checking.batch import STDIN

__all__ = ["keep_apart"]

_Place = tuple[int, int, str]


def keep_apart(outputs: Iterable[str | None], inputs: Sequence[str], *, follow_links: bool = False) -> None:
    """Refuse outputs that are also inputs, and two outputs that are the same file, under whatever names.

    Args:
        outputs: The files to be written; None is standard output.
        inputs: The files, folders and patterns to be read; `-` is standard input.
        follow_links: Whether links that lead out of a folder are followed.

    Raises:
        ValueError: There is such an output.
    """
    named: dict[_Place, str] = {}
    for output in outputs:
        place = _place_of_output(output)
        name = visible(output) if output else "standard output"
        if place in named:
            raise ValueError(f"{named[place]} and {name} are the same file; write each report to a file of its own")
        if place:
            named[place] = name
        if output and _would_be_read(Path(output), inputs):
            raise ValueError(f"{name} is among the files to be read; write to another one")
    read = (_place_of_input(name) for name in _expanded(inputs, follow_links)) if named else ()
    for place in read:
        if place in named:
            raise ValueError(f"{named[place]} is among the files to be read; write to another one")


def _place_of_output(name: str | None) -> _Place | None:
    """Return what tells a file from all others; None where nothing can be lost, as on a terminal."""
    with suppress(OSError, ValueError):
        number = descriptor(Path(name)) if name else sys.stdout.fileno()
        if number is not None:
            return _place(os.fstat(number))
        path = Path(name or "")
        if path.exists():
            return _place(path.stat())
        folder = path.parent.stat()
        return folder.st_dev, folder.st_ino, os.path.normcase(path.name)
    return None


def _place_of_input(name: str) -> _Place | None:
    with suppress(OSError, ValueError):
        return _place(os.fstat(sys.stdin.fileno()) if name == STDIN else Path(name).stat())
    return None


def _place(status: os.stat_result) -> _Place | None:
    kept = stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)
    return (status.st_dev, status.st_ino, "") if kept else None


def _expanded(inputs: Iterable[str], follow_links: bool) -> Iterator[str]:
    for name in inputs:
        with suppress(OSError, ValueError):  # the run tells it
            yield from [name] if name == STDIN else [each.path for each in expand(name, follow_links=follow_links)]


def _would_be_read(output: Path, inputs: Iterable[str]) -> bool:
    """Whether a file, there or not, is an input of the next run at the latest: in a folder, or by a pattern."""
    for each in map(Path, inputs):
        if each.is_dir():
            if output.name.lower().endswith(SUFFIXES) and output.resolve().is_relative_to(each.resolve()):
                return True
        elif glob.has_magic(str(each)) and not each.exists() and _fits(output.absolute().parts, each.absolute().parts):
            return True
    return False


def _fits(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether a path fits a pattern, part by part; nothing is looked up."""
    if not (path and pattern):
        return not path and pattern in ((), ("**",))
    if pattern[0] == "**":
        return _fits(path, pattern[1:]) or _fits(path[1:], pattern)
    return fnmatchcase(path[0], pattern[0]) and _fits(path[1:], pattern[1:])
