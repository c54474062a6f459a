"""Ctrl-C while the command starts or ends: nothing is under way that could be harmed, so it ends at once and quietly.

The package is imported before the command can say anything, so its front door begins with this; it imports next to
nothing. A program that imports the package is left alone.
"""

import os
import signal
import sys

__all__ = ["EXIT_CODE", "end_at_once", "raise_again"]

EXIT_CODE = 130
"""The exit code of what Ctrl-C ended, as of a shell."""


def end_at_once() -> None:
    """Let Ctrl-C end this process without a traceback, if it is the command and Ctrl-C is not ignored or taken."""
    if _is_command() and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def raise_again() -> None:
    """Let Ctrl-C raise KeyboardInterrupt again, as what is under way needs to be tidied up."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_command() -> bool:
    """Whether this process was started as `mouschema` or `python -m mouschema`."""
    _, *given = sys.orig_argv
    module = given.index("-m") + 1 if "-m" in given else 0
    return given[module : module + 1] == ["mouschema"] or _stem(given[0] if given else "") == "mouschema"


def _stem(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].partition(".")[0]


def _end(_signal: int, _frame: object) -> None:
    os._exit(EXIT_CODE)


end_at_once()
