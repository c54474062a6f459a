"""Open files of strangers: only what is a file, compressed ones only as far as they are sound and keep within bounds."""

import errno
import gzip
import io
import os
import re
import stat
import zlib
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from typing import Any, BinaryIO, Final, cast

__all__ = ["DAMAGE", "MOST_TIMES", "ExpandsTooFar", "Pieces", "is_descriptor", "opened", "piece", "unready"]

DAMAGE: Final = (EOFError, zlib.error, gzip.BadGzipFile)
"""What reading compressed data raises when it is damaged or cut off."""

MOST_TIMES: Final = 200
"""How many times its size compressed JSON Lines may expand to, beyond the first mebibyte."""

_ALLOWED: Final = 2**20
_DESCRIPTOR: Final = re.compile(r"/dev/fd/\d+|/dev/stdin|/proc/(self|\d+)/fd/\d+")


class ExpandsTooFar(OSError):
    """Compressed data expands to more than an honest file does."""


def is_descriptor(path: str) -> bool:
    """Return whether a path stands for a file that is open already, such as the shell's `<(…)` or `/dev/stdin`."""
    return bool(_DESCRIPTOR.fullmatch(path))


@contextmanager
def opened(path: str, *, bounded: bool = False) -> Generator[BinaryIO]:
    """Open a file; what is in it is expanded if its name ends in `.gz`.

    Args:
        path: The name of the file, or of an open one.
        bounded: Whether `ExpandsTooFar` is raised where it expands to more than an honest file does.

    Raises:
        OSError: The file cannot be opened, or is a pipe, a socket or a device, from which reading might never end.
    """
    with ExitStack() as stack:
        file = stack.enter_context(_file(path))
        if not path.lower().endswith(".gz"):
            yield file
            return
        expanded: Any = stack.enter_context(gzip.GzipFile(fileobj=file))
        most = _ALLOWED + MOST_TIMES * os.fstat(file.fileno()).st_size
        # `read1` gives what comes before damage; `read` would lose it.
        yield cast("BinaryIO", io.BufferedReader(Pieces(expanded.read1, most), 2**16)) if bounded else expanded


def _file(path: str) -> BinaryIO:
    if is_descriptor(path):
        return open(path, "rb")
    try:
        file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - whoever asked for it closes it
    except ValueError:
        raise OSError(errno.EINVAL, "no file can have this name", path) from None
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "this is no file, but a pipe or a device", path)
    return file


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; of a pipe, do not wait until somebody writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def piece(given: Any) -> bytes | str:
    """Return what a stream gave when it was read, if that is bytes or text.

    Raises:
        BlockingIOError: The stream has nothing yet, and does not wait for more.
        TypeError: It is neither bytes nor text.
    """
    if isinstance(given, bytes | str):
        return given
    if given is None:
        raise unready()
    if isinstance(given, bytearray | memoryview):
        return bytes(cast("bytearray", given))
    raise TypeError(f"read() of an open file is to return bytes or text, not {type(given).__name__}")


def unready() -> BlockingIOError:
    """Return what is raised where a stream has nothing yet, and does not wait for more."""
    return BlockingIOError(errno.EAGAIN, "the stream does not wait for what is still to come; make it blocking")


class Pieces(io.RawIOBase):
    """A binary stream over anything that can be read in pieces, text as UTF-8.

    Args:
        read: Reads at most so many bytes or characters.
        most: How many bytes may come before `ExpandsTooFar` is raised.
    """

    def __init__(self, read: Callable[[int], Any], most: int | None = None) -> None:
        """Begin before the first piece."""
        self._read = read
        self._left = most
        self._rest = b""

    def readable(self) -> bool:
        """Return that one can read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer with the next piece, as far as it reaches."""
        if not self._rest:
            given = piece(self._read(len(buffer)))
            self._rest = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
            if self._left is not None:
                self._left -= len(self._rest)
                if self._left < 0:
                    raise ExpandsTooFar(errno.EFBIG, "the compressed data expands too far")
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
