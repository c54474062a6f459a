"""Rules about the letters of texts and names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Final

from mouschema._safe import shown
from mouschema.model.fields import Words
from mouschema.model.index import Index
from mouschema.model.scripts import ZERO_WIDTH, script_of, scripts_in
from mouschema.reports.catalogue import Say, say
from mouschema.reports.ruleset import Severity
from mouschema.rules._rule import Hit, rule

__all__ = ["composed", "names_are_clean", "names_are_plain", "no_private_data", "written_in_its_script"]

_NAMES: Final = {"name", "title", "text", "value", "sort_name"}
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH: Final = re.compile("|".join(ZERO_WIDTH))
_TITLES: Final = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Hon|Gen|Col|Lt|Maj|Capt|Pol|Amb|H\.\s?E|M|Mme|Sr|Sra)\.(?=\s|[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Professor|General|Colonel|Lieutenant|Major|Captain|Ambassador|Minister|President|Madame)\s"
    r"|(?:His|Her) Excellency\b)"
)
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
    for words in index.texts:
        wanted = script_of(words.language) if words.language else frozenset[str]()
        found = scripts_in(words.text) if wanted else set[str]()
        if found and not found & wanted:
            yield Hit(words.record, words.path, partial(_in_another_script, words))


@rule("ID02", "untidy-name", Severity.WARNING)
def names_are_clean(index: Index) -> Iterator[Hit]:
    """Names hold no spaces too many and no invisible characters, but those that their script writes with."""
    for words in index.texts:
        if words.field in _NAMES:
            text = words.text
            if text != text.strip() or "  " in text:
                yield Hit(words.record, words.path, partial(_with_spaces, text))
            elif _BIDI.search(text) or _odd_zero_width(text):
                yield Hit(words.record, words.path, partial(_with_something_invisible, text))


@rule("UNI01", "not-composed", Severity.WARNING)
def composed(index: Index) -> Iterator[Hit]:
    """Texts are in Unicode normal form C, so that equal texts are equal to every program."""
    for words in index.texts:
        if not unicodedata.is_normalized("NFC", words.text):
            yield Hit(words.record, words.path, partial(_not_composed, words.text))


@rule("PRV01", "private-data", Severity.WARNING)
def no_private_data(index: Index) -> Iterator[Hit]:
    """No name, text or note holds an e-mail address, a telephone number or an identity number."""
    for words in index.texts:
        for what, pattern in _PRIVATE.items():
            if pattern.search(words.text):
                yield Hit(words.record, words.path, say(what))


@rule("NAM01", "title-in-name", Severity.INFO)
def names_are_plain(index: Index) -> Iterator[Hit]:
    """A person's name begins with an honorific or a rank, which have fields of their own."""
    for words in index.texts:
        if (
            words.record.__class__.__name__ == "Person"
            and words.field == "name"
            and (found := _TITLES.match(words.text))
        ):
            said = say(name=shown(words.text), title=shown(found[0].strip()))
            yield Hit(words.record, words.path, said)


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
