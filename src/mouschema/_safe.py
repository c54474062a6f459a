"""Show a value of a document in a message: short, on one line, and without what acts on who reads it.

Some characters act on a terminal, on the direction of writing, or are not seen at all; and build servers take some
words in what a job prints for commands. Each is written as an escape of JSON, so that it is seen and does nothing,
and means the same where the whole text is JSON.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

__all__ = ["choices", "first", "nearest", "printable", "shortened", "shown", "uncommanding", "visible"]

LONGEST: Final = 80
_NEAR: Final = 60  # of 100, where equal names have 100

# Control characters, marks of direction, what Unicode says is not shown, halves of pairs, and what is no character.
_UNSEEN: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
) + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))

# `##[command]` anywhere in a line is a command to GitHub and Azure, `##vso[…]` to Azure, `##teamcity[…]` to TeamCity.
_COMMAND: Final = r"#(?=#\w{0,40}\[)"
_ACTING: Final = re.compile(f"[\t\n{_UNSEEN}]|{_COMMAND}")
_ACTING_IN_LINES: Final = re.compile(f"[{_UNSEEN}]|{_COMMAND}")
# At the start of a line, blanks aside, `::command::` is one to GitHub.
_LEADING: Final = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)

# Some of the unseen are spelling, behind a letter of the right script: there they stand as they are. Words of Lao,
# Thai, Khmer and Burmese are parted by U+200B; U+200C and U+200D choose the form of letters in Arabic and Indic
# scripts, U+180B to U+180F in Mongolian, and variation selectors that of an ideograph in Japanese names.
_JOINED: Final = (
    "\u0620-\u06dc\u06de-\u070e\u0710-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u18af\u1950-\u1aaf\u1b00-\u1bff\ua840-\ua8ff\ua930-\ua9ff\uaa00-\uaadf"
    "\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00011000-\U00011fff"
)
_IDEOGRAPHS: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_SPELLING: Final = re.compile(
    f"[{_JOINED}][\u200b-\u200d]|[\u1800-\u180a\u1810-\u18af][\u180b-\u180f]"
    f"|[{_IDEOGRAPHS}][\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


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
    """Return the text on one line, with every character that acts or is not seen written as an escape."""
    plain = text.isascii() and text.isprintable() and "##" not in text  # most are, and need no search
    return text if plain else _ACTING.sub(_escape, text)


def printable(text: str) -> str:
    """Return a text of several lines with what else acts, or is not seen, written as escapes."""
    return uncommanding(_ACTING_IN_LINES.sub(_escape, text))


def uncommanding(lines: str) -> str:
    """Return lines that a build server prints and does not obey, however they were put together."""
    return _LEADING.sub(r"\1\\u003a", re.sub(_COMMAND, _escape, lines))


def _escape(found: re.Match[str]) -> str:
    """Write a character as JSON does, in one part or two, unless it is spelling."""
    text, at = found.string, found.start()
    if at and _SPELLING.match(text, at - 1):
        return found[0]
    parts = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{parts[start : start + 4]}" for start in range(0, len(parts), 4))


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
