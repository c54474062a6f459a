"""`python -m mouschema` is the command `mouschema`."""

import io
import os
import sys

from mouschema import _interrupt

__all__ = ["main"]


def main() -> None:
    """Run the command, or say what to install for it."""
    os.environ["PYTHONSAFEPATH"] = "1"  # processes that it starts import nothing from the folder that one is in
    try:
        _prepare()
        from mouschema.cli import cli

        _interrupt.raise_again()
        cli(prog_name="mouschema")
    except ModuleNotFoundError as missing:
        if missing.name not in ("click", "rich"):
            raise
        sys.exit(_complain())
    except KeyboardInterrupt:
        sys.exit(_interrupt.EXIT_CODE)
    finally:
        _interrupt.end_at_once()
        _discard()


def _prepare() -> None:
    """Make the standard streams such that writing to them fails for no other reason than that there is no room."""
    for name, mode, flags in (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY)):
        if getattr(sys, name) is None:
            # A stream that is closed becomes one that cannot be used: a file of ours would take its number otherwise.
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Lao letters is no reason to fail


def _discard() -> None:
    """Forget what could not be printed: that has been told, and Python would try again and complain at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain() -> int:
    sys.stderr.write("mouschema: the command line needs two more packages: pip install 'mouschema[cli]'\n")
    return 2


if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the folder that one is in, which `-m` puts before all others
    main()
