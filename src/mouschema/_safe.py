"""Show a value of a document in a message: short, on one line, and without characters that act on a terminal."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

__all__ = ["choices", "first", "nearest", "printable", "shortened", "shown", "visible"]

LONGEST: Final = 80
_NEAR: Final = 60  # of 100, where equal names have 100

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def shown(value: Any) -> str:
    """Return JSON for `value`, at most 80 characters of it, control and bidi characters escaped."""
    match value:
        case str():
            text = json.dumps(value[: LONGEST + 1], ensure_ascii=False)
        case dict():
            return "an object"
        case list() | tuple():
            return "a list"
        case int() | float() if not isinstance(value, bool) and abs(value) > 10**LONGEST:
            return "a very large number"
        case _:
            try:
                text = json.dumps(value, ensure_ascii=False)
            except (TypeError, ValueError):
                text = f"a {type(value).__name__}"
    if len(text) > LONGEST:
        text = f"{text[: LONGEST - 2]}…" + ('"' if isinstance(value, str) else "")
    return visible(text)


def shortened(text: str, most: int = LONGEST) -> str:
    """Return at most so many characters of a text, with `…` where it was cut."""
    return text if len(text) <= most else f"{text[: max(most - 1, 0)]}…"


def visible(text: str) -> str:
    """Return the text with every character that acts on a terminal written as an escape."""
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def printable(text: str) -> str:
    """Return a text of several lines with what else acts on a terminal written as escapes."""
    return re.sub(r"[^\n\t]+", lambda part: visible(part[0]), text)


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that `given` was most likely meant to be, if one is near."""
    from rapidfuzz import fuzz, process

    names = tuple(known)
    found = process.extractOne(_key(given[:LONGEST]), _keys(names), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return names[found[2]] if found else None


@lru_cache(maxsize=64)  # mostly the same few lists of fields and codes
def _keys(names: tuple[str, ...]) -> list[str]:
    return [_key(name) for name in names]


def choices(known: Iterable[str], most: int = 12) -> str:
    """List names for a sentence, at most `most` of them."""
    names, more = first(known, most)
    return ", ".join(names) + (f" and {more} more" if more else "")


def first(known: Iterable[str], most: int = 12) -> tuple[tuple[str, ...], int]:
    """Return the first names, at most `most` of them, and how many more there are."""
    names = tuple(known)
    return names[:most], max(len(names) - most, 0)


def _key(name: str) -> str:
    return re.sub(r"[\s_.-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)).casefold()
