"""Which script a language is written in, as far as it is certain, and which scripts a text holds."""

import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["ZERO_WIDTH", "script_of", "scripts_in"]

# The first word of a letter's Unicode name is its script.
_BY_LANGUAGE: Final = {
    "LAO": "lo",
    "THAI": "th",
    "MYANMAR": "my shn",
    "KHMER": "km",
    "ARABIC": "ar fa ur ps",
    "CYRILLIC": "ru uk be bg mk",
    "DEVANAGARI": "hi ne mr",
    "BENGALI": "bn as",
    "TAMIL": "ta",
    "TELUGU": "te",
    "SINHALA": "si",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "GREEK": "el",
    "HEBREW": "he",
    "ETHIOPIC": "am ti",
    "TIBETAN": "bo dz",
    "CJK": "zh",
    "CJK HIRAGANA KATAKANA": "ja",
    "HANGUL CJK": "ko",
    "LATIN": "en fr es pt de it nl id ms vi tl pl cs sv da nb fi tr ro hu sw",
}
_BY_SUBTAG: Final = {
    "Laoo": "LAO", "Thai": "THAI", "Mymr": "MYANMAR", "Khmr": "KHMER", "Arab": "ARABIC", "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI", "Beng": "BENGALI", "Hans": "CJK", "Hant": "CJK", "Latn": "LATIN", "Grek": "GREEK",
}  # fmt: skip
_SCRIPTS: Final = {tag: frozenset(names.split()) for names, tags in _BY_LANGUAGE.items() for tag in tags.split()}

ZERO_WIDTH: Final = {
    "\u200b": frozenset({"LAO", "THAI", "KHMER", "MYANMAR"}),
    "\u200c": frozenset({"ARABIC", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "SINHALA"}),
    "\u200d": frozenset({"ARABIC", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "SINHALA"}),
    "\u2060": frozenset[str](),
    "\ufeff": frozenset[str](),
}
"""The characters without width, and the scripts that write with them."""


@lru_cache(maxsize=1024)  # there are more tags than anybody has room for
def script_of(tag: str) -> frozenset[str]:
    """Return the scripts of a language tag: the one that it names, or else that of its language; empty when unknown."""
    language, *rest = tag.split("-")
    named = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    if named:
        return frozenset({_BY_SUBTAG[named]}) if named in _BY_SUBTAG else frozenset()
    return _SCRIPTS.get(language, frozenset())


def scripts_in(text: str) -> set[str]:
    """Return the scripts of the letters in a text."""
    if text.isascii():
        return {"LATIN"} if any(map(str.isalpha, text)) else set()
    return {_script(character) for character in set(text) if character.isalpha()}


@lru_cache(maxsize=2048)  # a text may hold every letter that there is
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]
