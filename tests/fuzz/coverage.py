"""Whether and how runs are led by coverage. Nothing of mouschema may be imported before this has begun to watch."""

from contextlib import AbstractContextManager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

__all__ = ["has_atheris", "instrumented"]


def has_atheris() -> bool:
    """Tell whether runs can be led by coverage."""
    return find_spec("atheris") is not None


def instrumented() -> AbstractContextManager[None]:
    """Note which parts of mouschema run, in modules that are imported meanwhile."""
    atheris: Any = import_module("atheris")
    return atheris.instrument_imports(include=["mouschema"])
