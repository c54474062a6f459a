"""Find the files that a name stands for: itself, those of a folder, or those that fit a pattern.

One walk for folders and patterns. It visits each folder once, leaves hidden ones out, and goes through no link that
leads out of where it began unless it is told to.
"""

import errno
import os
import re
from collections import deque
from collections.abc import Iterator, Sequence
from fnmatch import translate
from glob import has_magic
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["SUFFIXES", "Found", "LeadsOut", "expand", "is_lines"]

_LINES: Final = tuple(f"{suffix}{packed}" for suffix in (".jsonl", ".ndjson") for packed in ("", ".gz"))
SUFFIXES: Final = (".json", ".json.gz", *_LINES)

# A segment of a pattern is matched by one name; `**`, which is None here, by any number of folders.
_Segments = Sequence[re.Pattern[str] | None]
# How far into a pattern a folder has come: positions in the list of its segments; or that all below it is asked for.
_States = frozenset[int]
_ALL: Final = -1


class LeadsOut(OSError):
    """A link leads out of the folder in which it stands."""

    def __init__(self, path: str) -> None:
        """Name the link."""
        super().__init__(errno.EXDEV, "this link leads out of the folder, so it is not followed", path)


class Found(NamedTuple):
    """A file that was found, or what stands in its place.

    Attributes:
        path: Its name.
        trouble: Why it cannot be read, where that is known already.
    """

    path: str
    trouble: OSError | None = None


def is_lines(name: str) -> bool:
    """Return whether the name of a file says that it is JSON Lines."""
    return name.lower().endswith(_LINES)


def expand(name: str, *, follow_links: bool = False) -> list[Found]:
    """Return the files that a name stands for: itself, those of a folder and below, or those that fit a pattern.

    Hidden files and folders, whose names begin with a dot, are left out unless the pattern names the dot.

    Args:
        name: The name of a file, of a folder, or a pattern such as `2024/*.json` or `**/*.json`.
        follow_links: Whether to follow links that lead out of the folder; they are told of otherwise.

    Raises:
        OSError: It is a folder without JSON files, or a pattern that fits none.
    """
    if name and Path(name).is_dir():
        root, segments, complaint = Path(name), [], "there are no .json or .jsonl files in this folder"
    elif has_magic(name) and not os.path.lexists(name):
        parts = Path(name).parts
        begin = next(position for position, part in enumerate(parts) if has_magic(part))
        root, complaint = Path(*parts[:begin]), "no file fits this pattern"
        segments = [None if part == "**" else _segment(part) for part in parts[begin:]]
    else:
        return [Found(name)]
    found = _walk(str(root), segments, follow_links) if root.is_dir() else ()
    if listed := sorted(found, key=lambda each: each.path):
        return listed
    raise OSError(errno.ENOENT, complaint, name)


def _walk(root: str, segments: _Segments, follow: bool) -> Iterator[Found]:
    """Yield what fits in a folder and below; links to folders come last, so that these go by their own names."""
    home = os.path.realpath(root)
    begin = _reached(segments, [0]) if segments else frozenset({_ALL})
    folders, links = deque([(root, begin)]), deque[tuple[str, _States]]()
    seen: set[tuple[int, int]] = set()
    while folders or links:
        folder, states = folders.popleft() if folders else links.popleft()
        try:
            entries = _entries(folder, seen)
        except OSError as trouble:
            yield Found(folder, trouble)
            continue
        for entry in entries:
            path = str(Path(folder, entry.name))
            reached = _step(segments, states, entry.name)
            link = entry.is_symlink() or getattr(entry, "is_junction", bool)()
            is_folder = _is_folder(entry)
            if not reached or not (is_folder or _wanted(segments, reached, entry.name)):
                continue
            if link and not follow and not _inside(home, path):
                yield Found(path, LeadsOut(path))
            elif is_folder:
                (links if link else folders).append((path, reached))
            else:
                yield Found(path)


def _entries(folder: str, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing if it has been seen."""
    about = Path(folder).stat()
    if (about.st_dev, about.st_ino) in seen:
        return []
    seen.add((about.st_dev, about.st_ino))
    with os.scandir(folder) as entries:
        return list(entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _inside(home: str, path: str) -> bool:
    """Return whether a link leads to somewhere below a folder."""
    try:
        return os.path.commonpath([home, os.path.realpath(path)]) == home
    except ValueError:  # another drive
        return False


def _segment(pattern: str) -> re.Pattern[str]:
    """Return what the name of one folder or file has to match; the dot of a hidden one has to be named."""
    return re.compile(("" if pattern.startswith(".") else r"(?!\.)") + translate(os.path.normcase(pattern)))


def _step(segments: _Segments, states: _States, name: str) -> _States:
    """Return how far one comes in a pattern with one name more; nothing where it does not fit."""
    hidden, name = name.startswith("."), os.path.normcase(name)
    further: list[int] = []
    for state in states:
        segment = segments[state] if 0 <= state < len(segments) else None
        if segment:
            further += [state + 1] if segment.match(name) else []
        elif not hidden:  # below a folder that is asked for, all is; `**` stands for any number of folders
            further.append(state if state < len(segments) else _ALL)
    return _reached(segments, further)


def _reached(segments: _Segments, states: list[int]) -> _States:
    """Return the states with those that `**` leads to when it stands for no folder."""
    reached = set(states)
    for state in states:
        end = state
        while 0 <= end < len(segments) and segments[end] is None:
            end += 1
            reached.add(end)
    return frozenset(reached)


def _wanted(segments: _Segments, states: _States, name: str) -> bool:
    """Return whether a file fits: into the pattern, or into a folder that is asked for, by its ending."""
    return bool(segments and len(segments) in states) or (_ALL in states and name.lower().endswith(SUFFIXES))
