"""What all commands share: how they end where something outside goes wrong."""

import sys
from contextlib import suppress
from typing import Any, NoReturn

import click

from mouschema import _interrupt
from mouschema._safe import visible
from mouschema.cli._complain import complain

__all__ = ["Group"]


class Group(click.Group):
    """Commands that end with one line and exit code 2 where no file or output can be written, and 130 after Ctrl-C."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command that the arguments name, and exit."""
        try:
            code = self._run(*args, **{**extra, "standalone_mode": False})
        except BrokenPipeError:
            code = 1
        except OSError as error:
            with suppress(OSError):
                name = error.filename or "standard output"
                complain(f"{visible(str(name))}: {error.strerror or error}.")
            code = 2
        except (click.Abort, KeyboardInterrupt):
            code = _interrupt.EXIT_CODE
        sys.exit(code)

    def _run(self, *args: Any, **extra: Any) -> int | str | None:
        """Return the exit code of a command, once all that it prints is printed."""
        try:
            code = super().main(*args, **extra)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except SystemExit as ended:
            code = ended.code
        with suppress(BrokenPipeError):  # whoever reads has seen enough, as `head` has
            sys.stdout.flush()
        return code
