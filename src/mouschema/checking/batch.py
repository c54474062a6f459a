"""Check many documents, in files, folders and JSON Lines, on one core or on several.

A document that cannot be read, or on which mouschema fails, has a report too, and never stops the rest.
"""

import errno
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

import attrs

from mouschema import schemas
from mouschema._safe import shortened, visible
from mouschema.checking import inputs
from mouschema.checking._open import is_descriptor
from mouschema.checking._pool import Aside, can_fork, in_order
from mouschema.checking._walk import Found, LeadsOut, expand, is_lines
from mouschema.checking.check import check, check_line, finding_of
from mouschema.checking.config import Choices
from mouschema.reading.read import MOST_BYTES
from mouschema.reports.catalogue import Say, say
from mouschema.reports.codes import FAULT, UNREADABLE
from mouschema.reports.report import Report, Trouble
from mouschema.reports.ruleset import Ruleset

__all__ = ["STDIN", "check_files"]

STDIN: Final = "-"

_BATCH_DOCUMENTS: Final = 32
_BATCH_BYTES: Final = 2**18

# The way to a file, in bytes that could be checked meanwhile; what compressed data can expand to at most; and from
# which size on a document may need so much memory that a library aborts, so that it is checked in another process.
_OPENING: Final = 2**13
_EXPANDING: Final = 1032
_HEAVY: Final = 2**20

_log = logging.getLogger(__name__)


class _Document(NamedTuple):
    """A document to be checked: the whole of a file, or a line of one.

    Attributes:
        source: The name of the file.
        line: Which line it is, counted from 1.
        content: The document itself, unless it is still to be read from the file.
        trouble: Why there is nothing to be checked.
    """

    source: str
    line: int | None = None
    content: inputs.Content | None = None
    trouble: OSError | MemoryError | None = None


_Work = Callable[[list[_Document]], list[Report]]


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
    follow_links: bool = False,
    most_bytes: int = MOST_BYTES,
    choices: Choices = Choices(),  # noqa: B008 - it never changes
) -> Iterator[Report]:
    """Check files and folders, and yield a report for each document, in the order in which they are given.

    Args:
        names: Files (`.json`; `.jsonl` or `.ndjson` with a document a line; each also as `.gz`), folders, of which
            every such file is checked that is not hidden, patterns such as `2024/*.json`, or `-` for standard input.
        kind: What each document is.
        jobs: How many processes check at the same time; 0 for one a core.
        lines: Whether standard input is JSON Lines.
        follow_links: Whether to follow links that lead out of a folder in which they were found.
        most_bytes: The size beyond which a document is not read, nor expanded.
        choices: The rules to hold.

    Returns:
        The reports as they come, without the records. A file that cannot be read, or a link that is not followed,
        gives one with `RUN01`, a document on which mouschema fails, or for which the memory is too small, one with
        `RUN02`.

    Raises:
        ValueError: There is no such kind, profile, code or severity.
    """
    schemas.class_name(kind)
    settings = _Settings(kind, most_bytes, choices, choices.held.ruleset)
    documents = _documents(names, lines, follow_links, most_bytes)
    processes = jobs or os.cpu_count() or 1
    work, lost = partial(_reports, settings=settings), partial(_failed, settings=settings, code=FAULT)
    return (
        _one_by_one(documents, work, lost) if processes == 1 else in_order(work, _batches(documents), processes, lost)
    )


def _one_by_one(documents: Iterable[_Document], work: _Work, lost: Callable[[_Document], Report]) -> Iterator[Report]:
    """Check one document after the other, those that may need much memory in another process."""
    aside = Aside(work, lost)
    try:
        for document in documents:
            if _weight(document) > _HEAVY and can_fork():
                yield aside.do(document)
            else:
                yield from work([document])
    finally:
        aside.end()


def _documents(
    names: Iterable[str | os.PathLike[str]], lines: bool, follow_links: bool, most_bytes: int
) -> Iterator[_Document]:
    for each in names:
        name = os.fsdecode(each)
        try:
            for path, trouble in [Found(name)] if name == STDIN else expand(name, follow_links=follow_links):
                yield from [_Document(path, trouble=trouble)] if trouble else _inside(path, lines, most_bytes)
        except OSError as trouble:
            yield _Document(name, trouble=trouble)


def _inside(path: str, lines: bool, most_bytes: int) -> Iterator[_Document]:
    """Yield the documents in one file; what this process alone can read, it reads."""
    stdin = path == STDIN
    try:
        source = _stdin() if stdin else Path(path)
        if lines if stdin else is_lines(path):
            for number, line in inputs.lines(source, most_bytes):
                yield _Document(path, number, line)
        else:
            here = stdin or is_descriptor(path)
            yield _Document(path, content=inputs.taken(source, most_bytes) if here else None)
    except (OSError, MemoryError) as trouble:
        yield _Document(path, trouble=trouble)


def _stdin() -> BinaryIO:
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - it is None where it has been closed
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer


def _batches(documents: Iterable[_Document]) -> Iterator[list[_Document]]:
    """Put documents together that are worth the way to another process."""
    batch: list[_Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += _weight(document)
        if len(batch) >= _BATCH_DOCUMENTS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _weight(document: _Document) -> int:
    """Return how many bytes a document may have."""
    if isinstance(document.content, bytes | str):
        return len(document.content)
    if document.content or document.trouble:
        return 0
    try:
        size = Path(document.source).stat().st_size
    except (OSError, ValueError):
        size = 0  # whoever reads it will see why
    return _OPENING + size * (_EXPANDING if document.source.lower().endswith(".gz") else 1)


def _reports(documents: list[_Document], settings: _Settings) -> list[Report]:
    return [_report(document, settings) for document in documents]


def _report(document: _Document, settings: _Settings) -> Report:
    try:
        return attrs.evolve(_checked(document, settings), record=None)
    except OSError as error:
        return _failed(document, settings, UNREADABLE, error)
    except MemoryError as error:
        return _failed(document, settings, FAULT, error)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of Rust too is told as a fault of ours, and the rest goes on
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
    if document.line and document.content is not None:
        return check_line(document.line, document.content, **options)
    return check(Path(document.source) if document.content is None else document.content, **options)


def _name(document: _Document) -> str:
    return "standard input" if document.source == STDIN else document.source


def _failed(document: _Document, settings: _Settings, code: str, error: BaseException | None = None) -> Report:
    """Return the report of a document about which nothing else can be said."""
    finding = finding_of(Trouble(code, (), _why(error)), settings.ruleset)
    return Report(
        kind=settings.kind,
        source=_name(document),
        line=document.line,
        findings=(finding,),
        ruleset=settings.ruleset,
        most_bytes=settings.most_bytes,
    )


def _why(error: BaseException | None) -> Say:
    if error is None:
        return say("died")
    if isinstance(error, LeadsOut):
        return say("link")
    if isinstance(error, MemoryError):
        return say("memory")
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return say(why=visible(shortened(why)))
