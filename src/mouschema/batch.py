"""Check many documents, in files, folders and JSON Lines, on one core or on several.

A document that cannot be read, or on which mouschema fails, has a report too, and never stops the rest.
"""

import glob
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import attrs

from mouschema import inputs, schemas
from mouschema._pool import in_order
from mouschema._safe import shortened, visible
from mouschema.catalogue import say
from mouschema.check import check, check_line, finding_of
from mouschema.codes import FAULT, UNREADABLE
from mouschema.config import Choices
from mouschema.read import MOST_BYTES
from mouschema.report import Report, Trouble
from mouschema.ruleset import Ruleset

__all__ = ["LINES", "STDIN", "check_files", "expand"]

LINES: Final = tuple(f"{suffix}{packed}" for suffix in (".jsonl", ".ndjson") for packed in ("", ".gz"))
SUFFIXES: Final = (".json", ".json.gz", *LINES)
STDIN: Final = "-"

_BATCH_DOCUMENTS: Final = 32
_BATCH_BYTES: Final = 2**18

_log = logging.getLogger(__name__)


class _Document(NamedTuple):
    """A document to be checked: the whole of a file, or a line of one.

    Attributes:
        source: The name of the file.
        line: Which line it is, counted from 1.
        content: The line itself.
        trouble: Why there is nothing to be checked.
    """

    source: str
    line: int | None = None
    content: bytes | None = None
    trouble: OSError | None = None


class _Settings(NamedTuple):
    kind: str
    most_bytes: int
    choices: Choices
    ruleset: Ruleset


def check_files(
    names: Iterable[str | os.PathLike[str]],
    *,
    kind: str = "bundle",
    jobs: int = 1,
    lines: bool = False,
    most_bytes: int = MOST_BYTES,
    choices: Choices = Choices(),  # noqa: B008 - it never changes
) -> Iterator[Report]:
    """Check files and folders, and yield a report for each document, in the order in which they are given.

    Args:
        names: Files (`.json`; `.jsonl` or `.ndjson` with a document a line; each also as `.gz`), folders, of which
            every such file is checked, patterns such as `2024/*.json`, or `-` for standard input.
        kind: What each document is.
        jobs: How many processes check at the same time; 0 for one a core.
        lines: Whether standard input is JSON Lines.
        most_bytes: The size beyond which a document is not read, nor expanded.
        choices: The rules to hold.

    Returns:
        The reports as they come, without the records. A file that cannot be read gives one with `RUN01`, a document
        on which mouschema fails one with `RUN02`.

    Raises:
        ValueError: There is no such kind, profile, code or severity.
    """
    schemas.class_name(kind)
    settings = _Settings(kind, most_bytes, choices, choices.held.ruleset)
    documents = _documents(names, lines, most_bytes)
    processes = jobs or os.cpu_count() or 1
    if processes == 1:
        return (_report(document, settings) for document in documents)
    lost = partial(_failed, settings=settings, code=FAULT)
    return in_order(partial(_reports, settings=settings), _batches(documents), processes, lost)


def expand(name: str) -> list[str]:
    """Return the files that a name stands for: itself, those of a folder and below, or those that fit a pattern.

    Raises:
        OSError: It is a folder without JSON files, or a pattern that fits none.
    """
    path = Path(name)
    if path.is_dir():
        found = sorted(str(each) for each in path.rglob("*") if each.name.endswith(SUFFIXES) and each.is_file())
        if not found:
            raise OSError("there are no .json or .jsonl files in this folder")
        return found
    if glob.has_magic(name) and not path.exists():
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - of any folder
        if not found:
            raise OSError("no file fits this pattern")
        return found
    return [name]


def _documents(names: Iterable[str | os.PathLike[str]], lines: bool, most_bytes: int) -> Iterator[_Document]:
    for each in names:
        name = os.fspath(each)
        try:
            for path in [name] if name == STDIN else expand(name):
                yield from _inside(path, lines, most_bytes)
        except OSError as trouble:
            yield _Document(name, trouble=trouble)


def _inside(path: str, lines: bool, most_bytes: int) -> Iterator[_Document]:
    """Yield the documents in one file."""
    stdin = path == STDIN
    if not (lines if stdin else path.endswith(LINES)):
        yield _Document(path)
        return
    try:
        for number, line in inputs.lines(sys.stdin.buffer if stdin else Path(path), most_bytes):
            yield _Document(path, number, line)
    except OSError as trouble:
        yield _Document(path, trouble=trouble)


def _batches(documents: Iterable[_Document]) -> Iterator[list[_Document]]:
    """Put documents together that are worth the way to another process."""
    batch: list[_Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.content) if document.content is not None else _BATCH_BYTES // 4
        if len(batch) >= _BATCH_DOCUMENTS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _reports(documents: list[_Document], settings: _Settings) -> list[Report]:
    return [_report(document, settings) for document in documents]


def _report(document: _Document, settings: _Settings) -> Report:
    try:
        return attrs.evolve(_checked(document, settings), record=None)
    except OSError as error:
        return _failed(document, settings, UNREADABLE, error)
    except Exception as error:  # noqa: BLE001 - told as a fault of ours, and the rest goes on
        _log.exception("mouschema failed on a document")
        return _failed(document, settings, FAULT, error)


def _checked(document: _Document, settings: _Settings) -> Report:
    options: dict[str, Any] = {
        "kind": settings.kind,
        "most_bytes": settings.most_bytes,
        "profile": settings.choices.held,
        "source": _name(document),
    }
    if document.trouble:
        raise document.trouble
    if document.content is not None and document.line:
        return check_line(document.line, document.content, **options)
    return check(sys.stdin.buffer if document.source == STDIN else Path(document.source), **options)


def _name(document: _Document) -> str:
    return "standard input" if document.source == STDIN else document.source


def _failed(document: _Document, settings: _Settings, code: str, error: Exception | None = None) -> Report:
    """Return the report of a document about which nothing else can be said."""
    said = say("died")
    if error:
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        said = say(why=visible(shortened(why)))
    finding = finding_of(Trouble(code, (), said), settings.ruleset)
    return Report(
        kind=settings.kind,
        source=_name(document),
        line=document.line,
        findings=(finding,),
        ruleset=settings.ruleset,
        most_bytes=settings.most_bytes,
    )
