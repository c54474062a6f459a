"""What no document may hold, wherever it stands: deep nesting, numbers and characters out of range."""

import math
import re
from collections.abc import Iterator
from typing import Final

from mouschema._safe import shown
from mouschema._types import Json, Path
from mouschema.reports.catalogue import say
from mouschema.reports.report import Trouble

__all__ = ["DEEPEST", "bounds", "out_of_range", "too_deep", "wrong_key"]

DEEPEST: Final = 64
LARGEST: Final = 2**53 - 1

_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")


def bounds(value: Json, path: Path = ()) -> Iterator[Trouble]:
    """Yield what is out of bounds in a JSON value, in the order of the document.

    Args:
        value: The JSON value.
        path: Where it stands in the document.
    """
    if not isinstance(value, dict | list):
        if trouble := out_of_range(value, path):
            yield trouble
    elif trouble := too_deep(path):
        yield trouble
    elif isinstance(value, dict):
        for key, inner in value.items():
            if trouble := wrong_key(key, path):
                yield trouble
            yield from bounds(inner, (*path, key))
    else:
        for position, inner in enumerate(value):
            if not isinstance(inner, int) or abs(inner) > LARGEST:
                yield from bounds(inner, (*path, position))


def out_of_range(value: Json, path: Path) -> Trouble | None:
    """Return what is to be said of a scalar that no document may hold; None of any other."""
    if isinstance(value, str):
        return Trouble("JSN09", path, say(text=shown(value))) if _BROKEN.search(value) else None
    if isinstance(value, float) and not math.isfinite(value):
        return Trouble("JSN06", path, say())
    if isinstance(value, int) and abs(value) > LARGEST:
        return Trouble("JSN06", path, say("large", number=shown(value)))
    return None


def wrong_key(key: str, path: Path) -> Trouble | None:
    """Return what is to be said of the name of a field in the object at a path; None when it is a good one."""
    return Trouble("JSN09", (*path, key), say(text=shown(key)), at_key=True) if _BROKEN.search(key) else None


def too_deep(path: Path) -> Trouble | None:
    """Return what is to be said of an object or a list that stands inside too many others; None of any other."""
    return Trouble("JSN07", path, say(most=DEEPEST)) if len(path) >= DEEPEST else None
