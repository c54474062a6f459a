"""Rules about the letters of texts and names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from operator import ne
from typing import Final

from mouschema._safe import shown
from mouschema.model import Person
from mouschema.model.fields import Words
from mouschema.model.gather import NAMES
from mouschema.model.index import Index
from mouschema.model.scripts import ZERO_WIDTH, script_of, scripts_in
from mouschema.reports.catalogue import Say, say
from mouschema.reports.ruleset import Severity
from mouschema.rules._rule import Hit, rule

__all__ = ["composed", "names_are_clean", "names_are_plain", "no_private_data", "written_in_its_script"]

_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH: Final = re.compile("|".join(ZERO_WIDTH))
_TITLES: Final = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Hon|Gen|Col|Lt|Maj|Capt|Pol|Amb|H\.\s?E|M|Mme|Sr|Sra)\.(?=\s|[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Professor|General|Colonel|Lieutenant|Major|Captain|Ambassador|Minister|President|Madame)\s"
    r"|(?:His|Her) Excellency\b)"
)
_INVISIBLE: Final = re.compile(f"{_BIDI.pattern[:-1]}{''.join(ZERO_WIDTH)}]")
_NUMBER: Final = re.compile(r"[0-9](?:[0-9]{4}|[0-9 ()/.-]{6,18}[0-9])")
# What they find ends where it is certain, and blanks are never given back: else a text of blanks takes quadratic time.
_PRIVATE: Final = {
    "email": re.compile(r"(?<=[A-Za-z0-9._%+-])@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9-]"),
    "telephone": re.compile(r"(?:\+|\b(?:tel|phone|fax|mobile)[.:]?\s*+\+?)[0-9][0-9 ()/.-]{6,18}[0-9]", re.IGNORECASE),
    "identity": re.compile(
        r"\b(?:passport|identity card|id card|national id)\s*+(?:(?:no\.?|number|nr\.?|:)\s*+)?[A-Z]{0,3}[0-9]{5}",
        re.IGNORECASE,
    ),
}


@rule("LNG01", "text-in-another-script", Severity.WARNING)
def written_in_its_script(index: Index) -> Iterator[Hit]:
    """A text holds at least one letter of the script in which its language is written.

    A text without any letters, and a tag that names another script, such as `lo-Latn`, say nothing.
    """
    foreign = {
        language for language, texts in index.wordings.items() if language and _strays(texts, script_of(language))
    }
    for words in index.texts if foreign else ():
        if words.language in foreign and _is_foreign(words.text, script_of(words.language)):
            yield Hit(words.record, words.path, partial(_in_another_script, words))


@rule("ID02", "untidy-name", Severity.WARNING)
def names_are_clean(index: Index) -> Iterator[Hit]:
    """Names hold no spaces too many and no invisible characters, but those that their script writes with."""
    for words in index.texts if _some_untidy(index.names) else ():
        if words.field in NAMES:
            text = words.text
            if text != text.strip() or "  " in text:
                yield Hit(words.record, words.path, partial(_with_spaces, text))
            elif _BIDI.search(text) or _odd_zero_width(text):
                yield Hit(words.record, words.path, partial(_with_something_invisible, text))


@rule("UNI01", "not-composed", Severity.WARNING)
def composed(index: Index) -> Iterator[Hit]:
    """Texts are in Unicode normal form C, so that equal texts are equal to every program."""
    normal = all(unicodedata.is_normalized("NFC", texts) for texts in index.wordings.values())
    for words in () if normal else index.texts:
        if not unicodedata.is_normalized("NFC", words.text):
            yield Hit(words.record, words.path, partial(_not_composed, words.text))


@rule("PRV01", "private-data", Severity.WARNING)
def no_private_data(index: Index) -> Iterator[Hit]:
    """No name, text or note holds an e-mail address, a telephone number or an identity number."""
    for words in index.texts if any(map(_some_private, index.wordings.values())) else ():
        for what, pattern in _PRIVATE.items():
            if pattern.search(words.text):
                yield Hit(words.record, words.path, say(what))


@rule("NAM01", "title-in-name", Severity.INFO)
def names_are_plain(index: Index) -> Iterator[Hit]:
    """A person's name begins with an honorific or a rank, which have fields of their own."""
    for person in index.of(Person):
        for language, name in person.name.written.items():
            if found := _TITLES.match(name):
                yield Hit(person, ("name", language), say(name=shown(name), title=shown(found[0].strip())))


def _strays(texts: str, wanted: frozenset[str]) -> bool:
    """Tell whether one of several texts, joined, is foreign to the script wanted; most begin with a letter of it."""
    if not wanted or (texts.isascii() and "LATIN" in wanted):
        return False
    return any(scripts_in(text[:1]).isdisjoint(wanted) and _is_foreign(text, wanted) for text in texts.split("\0"))


def _is_foreign(text: str, wanted: frozenset[str]) -> bool:
    found = scripts_in(text)
    return bool(found) and found.isdisjoint(wanted)


def _some_untidy(names: list[str]) -> bool:
    """Tell whether a name may be untidy; it need not be, since some scripts are written with invisible characters."""
    if "  " in "\0".join(names) or any(map(ne, names, map(str.strip, names))):
        return True
    return bool(_INVISIBLE.search("".join(name for name in names if not name.isascii())))


def _some_private(texts: str) -> bool:
    """Tell whether one of several texts, joined, holds private data."""
    if "@" in texts and _PRIVATE["email"].search(texts):
        return True
    return any(_PRIVATE[what].search(text) for text in _with_number(texts) for what in ("telephone", "identity"))


def _with_number(texts: str) -> Iterator[str]:
    """Yield those of several texts, joined, that hold a number with as many digits as a telephone has or a passport."""
    found = _NUMBER.search(texts)
    while found:
        start, end = texts.rfind("\0", 0, found.start()) + 1, texts.find("\0", found.end())
        yield texts[start : end if end >= 0 else None]
        found = _NUMBER.search(texts, end) if end >= 0 else None


def _in_another_script(words: Words) -> Say:
    language, example = shown(words.language), shown(f"{words.language}-Latn")
    return say(text=shown(words.text), language=language, example=example)


def _with_spaces(name: str) -> Say:
    return say("spaces", name=shown(name), tidy=shown(" ".join(name.split())))


def _with_something_invisible(name: str) -> Say:
    return say("invisible", name=shown(name))


def _not_composed(text: str) -> Say:
    return say(text=shown(text))


def _odd_zero_width(text: str) -> bool:
    """Tell whether a zero-width character stands elsewhere than between letters that are written with it."""
    for found in _ZERO_WIDTH.finditer(text):
        start, end = found.span()
        if start == 0 or end == len(text) or not scripts_in(text[start - 1] + text[end]) & ZERO_WIDTH[found[0]]:
            return True
    return False
