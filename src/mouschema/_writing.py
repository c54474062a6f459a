"""Write files whole or not at all.

What is written goes into a temporary file beside the target, which takes its place at the end in one step: whatever
happens before that (Ctrl-C, a full disk, `kill -9`), the older file is whole. Nothing is written through a link. What
is no regular file, such as a pipe, holds nothing that could be replaced and is written directly.
"""

import io
import os
import re
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from errno import EACCES, EEXIST, EINVAL, EISDIR, ELOOP, ENOTSUP, EROFS
from os import PathLike
from pathlib import Path
from typing import Any, Final, TextIO

__all__ = ["descriptor", "opened", "refuse_link", "save"]

_DESCRIPTORS: Final = re.compile(r"/dev/stdout|/dev/stderr|/(?:dev|proc/self)/fd/(\d{1,6})")


def save(target: str | PathLike[str], content: str | bytes, *, new: bool = False) -> None:
    """Write a file whole or not at all.

    Args:
        target: The file's name. Links are not followed.
        content: Bytes, or text that is written in UTF-8.
        new: Whether there must be no such file yet.

    Raises:
        OSError: The file cannot be written, and what was there before is as it was.
    """
    with opened(target, new=new) as file:
        if isinstance(content, str):
            file.write(content)
        else:
            file.buffer.write(content)


@contextmanager
def opened(target: str | PathLike[str], *, new: bool = False) -> Generator[TextIO]:
    r"""Open a file for text that appears under its name when the block has come to its end, and only then.

    Text is written in UTF-8 and to the letter; what UTF-8 cannot hold is written as an escape such as `\udce9`. A
    file that is there already keeps its permissions.

    Args:
        target: The file's name. Links are not followed.
        new: Whether there must be no such file yet.

    Raises:
        OSError: The file cannot be written, and what was there before is as it was.
    """
    path = Path(target)
    number, there = descriptor(path), _status(path)
    if new and there:
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))
    if number is not None or (there and not stat.S_ISREG(there.st_mode)):
        with _text(_direct(path, number)) as file:
            yield file
        return
    temporary = path.with_name(f".mouschema-{os.urandom(8).hex()}.tmp")
    try:
        with _text(_beside(temporary, path, there)) as file:
            yield file
            file.flush()
            with _naming(path):
                os.fsync(file.fileno())
        with _naming(path):
            _appear(temporary, path, new)
    finally:
        with suppress(OSError):
            temporary.unlink()


def descriptor(path: Path) -> int | None:
    """Return the number of the open file of this process that a path such as `/dev/stdout` names, if it does."""
    found = None if sys.platform == "win32" else _DESCRIPTORS.fullmatch(str(path))
    return found and int(found[1] or {"/dev/stdout": 1, "/dev/stderr": 2}[found[0]])


def refuse_link(path: Path) -> None:
    """Refuse to write through a link.

    Raises:
        OSError: It is one.
    """
    if path.is_symlink():
        raise OSError(ELOOP, "it is a link, and nothing is written through a link: name what it leads to", str(path))


def _status(path: Path) -> os.stat_result | None:
    """Return what is there under a name; None if there is nothing.

    Raises:
        OSError: Nothing can be written there.
    """
    if descriptor(path) is not None:
        return None
    try:
        there = path.lstat()
    except FileNotFoundError:
        return None
    except ValueError as error:  # a name with a NUL, or with half a character
        raise OSError(EINVAL, str(error), str(path)) from None
    refuse_link(path)
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    if stat.S_ISBLK(there.st_mode):
        raise OSError(ENOTSUP, "it is a whole disk", str(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))
    return there


class _File(io.FileIO):
    """A file whose failures say which file they are about: that which people know, not the temporary one."""

    about: Path

    def write(self, data: Any, /) -> int:
        with _naming(self.about):
            return super().write(data)


@contextmanager
def _naming(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _text(file: _File) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(file), encoding="utf-8", errors="backslashreplace", newline="")


def _direct(path: Path, number: int | None) -> _File:
    """Open what cannot be replaced."""
    with _naming(path):
        if number is not None:
            opened = os.dup(number)
        else:
            opened = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NOCTTY", 0))
            if stat.S_ISREG(os.fstat(opened).st_mode):
                os.close(opened)
                raise OSError(EINVAL, "it became another file just now")
    file = _File(opened, "w")
    file.about = path
    return file


def _beside(temporary: Path, path: Path, old: os.stat_result | None) -> _File:
    """Make the temporary file, with the permissions of the old one before it holds anything."""
    try:
        file = _File(temporary, "x")
    except OSError as error:
        error.filename = str(path)
        if error.errno in (EACCES, EROFS):
            error.strerror = f"no file can be made in its folder ({error.strerror})"
        raise
    file.about = path
    if old and sys.platform != "win32":
        for owner, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(OSError):  # only root may give files away
                os.fchown(file.fileno(), owner, group)
        with suppress(OSError):  # not every file system has permissions
            os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode) & 0o777)
    return file


def _appear(temporary: Path, path: Path, new: bool) -> None:
    """Give the temporary file its name, in one step."""
    if not new:
        temporary.replace(path)
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(EEXIST, os.strerror(EEXIST)) from None
        temporary.replace(path)
