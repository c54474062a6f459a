"""Break words into lines for a drawing, where nobody but us does it."""

import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["lines", "width"]

_WIDE: Final = ("W", "F")


def width(text: str) -> float:
    """Return about how wide a text is, in heights of its letters."""
    return sum(map(_width, text))


@lru_cache(maxsize=4096)  # more letters than most pages have
def _width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in _WIDE:
        return 1
    return 0.66 if character.isupper() or character in "mwMW@%—" else 0.31 if character in " .,:;'il|()-" else 0.54


def lines(text: str, room: float, most: int) -> list[str]:
    """Break a text into lines: between words, or between letters where a word alone has no room.

    Args:
        text: The text.
        room: How wide a line may be, in heights of its letters.
        most: How many lines there may be; what is over ends in `…`.
    """
    broken = [""]
    for word in _pieces(text, room):
        if width(f"{broken[-1]}{word}".rstrip()) > room and broken[-1].strip():
            broken.append("")
        if len(broken) > most:
            break
        broken[-1] += word
    kept = [line.strip() for line in broken[:most]]
    return kept if len(broken) <= most else [*kept[:-1], f"{kept[-1]}…"]


def _pieces(text: str, room: float) -> list[str]:
    """Return words with the space behind them; of words without room, and in Chinese or Japanese, the letters."""
    pieces: list[str] = []
    for word in text.split():
        pieces += _letters(f"{word} ") if width(word) > room or _is_wide(word) else [f"{word} "]
    return pieces


def _is_wide(word: str) -> bool:
    return any(unicodedata.east_asian_width(character) in _WIDE for character in word)


def _letters(word: str) -> list[str]:
    """Return a word's letters, each with the marks that belong to it."""
    letters: list[str] = []
    for character in word:
        if letters and (unicodedata.combining(character) or unicodedata.category(character)[0] in "MCZ"):
            letters[-1] += character
        else:
            letters.append(character)
    return letters
