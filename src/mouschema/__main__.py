"""`python -m mouschema` is the command `mouschema`."""

import io
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command, or say what to install for it."""
    os.environ["PYTHONSAFEPATH"] = "1"  # processes that it starts import nothing from the folder that one is in
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Lao letters is no reason to fail
    try:
        from mouschema.cli import cli
    except ModuleNotFoundError as missing:
        if missing.name not in ("click", "rich"):
            raise
        sys.exit(_complain())
    cli(prog_name="mouschema")


def _complain() -> int:
    sys.stderr.write("mouschema: the command line needs two more packages: pip install 'mouschema[cli]'\n")
    return 2


if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the folder that one is in, which `-m` puts before all others
    main()
