"""Shapes of letters: what patterns search for and nearly find, marks that combine, characters without width, scripts."""

from collections.abc import Callable
from itertools import cycle, islice
from typing import Final

from cost.shapes._shape import add, agreement, bundle, organization, person

MOST: Final = 80_000
"""Letters of one text; the schema takes 100,000."""


def prose(text: str) -> bytes:
    """Return a bundle with a long text, cut into as many as are needed."""
    parts = [text[start : start + MOST] for start in range(0, len(text), MOST)] or ["a"]
    return bundle(agreements=[agreement("a", alternative_titles=[{"en": f"a{part}a"} for part in parts])])


def lines(text: str, n: int) -> bytes:
    """Return a bundle with many short texts that are all alike."""
    return bundle(agreements=[agreement("a", alternative_titles=[{"en": text}] * n)])


LONG: Final[dict[str, tuple[str, str, str]]] = {
    "passport_and_blanks": ("A word before a number of identity, and blanks.", "passport", " "),
    "passport_and_breaks": ("A word before a number of identity, and line breaks.", "national id", "\n\t"),
    "passports": ("The word before a number, again and again.", "", "passport "),
    "passport_numbers": ("The word and what may follow it, again and again.", "", "passport no. "),
    "passport_letters": ("The word and letters of a number, again and again.", "", "passport ABC"),
    "telephone_and_blanks": ("A word before a telephone number, and blanks.", "tel:", " "),
    "telephones": ("The word before a telephone number, again and again.", "", "tel. +"),
    "digits": ("Digits.", "", "1"),
    "digits_with_blanks": ("Groups of digits.", "", "12 "),
    "pluses": ("Plus signs.", "", "+"),
    "pluses_and_digits": ("Plus signs and too few digits.", "", "+123 "),
    "at_signs": ("At signs.", "", "@"),
    "letters_at": ("What may stand before an at sign.", "", "a"),
    "letters_with_points": ("What may stand behind an at sign.", "a@", "a."),
    "addresses_cut": ("Beginnings of addresses.", "", "a@a"),
    "blanks": ("Blanks inside.", "", " "),
    "line_breaks": ("Line breaks inside.", "", "\n"),
    "quotes": ("Characters that JSON and HTML write as several.", "", '"<&\\'),
    "marks": ("Marks that combine, one like the other.", "", "\u0300"),
    "marks_alternating": ("Marks that combine, of two classes in turn.", "", "\u0300\u0316"),
    "marks_three": ("Marks that combine, of three classes against their order.", "", "\u0345\u0300\u0316"),
    "letters_and_marks": ("Letters with a mark that has not been composed.", "", "e\u0301"),
    "hangul": ("Hangul in parts.", "", "\u1112\u1161\u11ab"),
    "widened": ("A letter that compatibility writes as eighteen.", "", "\ufdfa"),
    "sharp": ("A letter that becomes three where case is folded.", "", "\ufb03"),
    "zero_width": ("Characters without width.", "", "\u200b"),
    "zero_width_between": ("Characters without width between letters.", "", "ກ\u200b"),
    "joiners": ("Joiners between letters that are not written with them.", "", "a\u200d"),
    "directions": ("Marks of direction.", "", "\u202e\u202c"),
    "lao": ("Letters of another script.", "", "ລາວ "),
    "pictures": ("Characters outside the first plane.", "", "\U0001f600"),
    "tags": ("Mark-up.", "", "<b>"),
    "markdown": ("Signs of Markdown.", "", "*_`["),
    "commands": ("Commands of a runner.", "", "##[group]"),
    "weekdays": ("Days of the week.", "", "monday tuesday "),
}


def _long(start: str, unit: str) -> Callable[[int], bytes]:
    return lambda n: prose(start + unit * n)


for _name, (_about, _start, _unit) in LONG.items():
    add(f"texts.long_{_name}", _about, _long(_start, _unit))


SHORT: Final[dict[str, tuple[str, str]]] = {
    "e_mail": ("Texts with an e-mail address.", "a@b.cd"),
    "telephone": ("Texts with a telephone number.", "+1234567890"),
    "passport": ("Texts with a number of identity.", "passport 1234567"),
    "not_composed": ("Texts that are not composed.", "e\u0301"),
    "other_script": ("English texts in Lao letters.", "ລາວ"),
}


def _short(text: str) -> Callable[[int], bytes]:
    return lambda n: lines(text, n)


for _name, (_about, _text) in SHORT.items():
    add(f"texts.many_{_name}", _about, _short(_text))


def _every_letter(n: int) -> bytes:
    letters = [chr(code) for code in range(0x100, 0xD000) if chr(code).isalpha()]
    return prose("".join(islice(cycle(letters), n)))


def _every_language(n: int) -> bytes:
    tags = ["lo", "th", "my", "km", "ar", "ru", "hi", "bn", "ta", "te", "si", "ka", "hy", "el", "he", "am", "bo", "zh"]
    return bundle(organizations=[organization(f"o{i}", name=dict.fromkeys(tags, "Latin")) for i in range(n)])


def _titles(n: int) -> bytes:
    return bundle(people=[person(f"p{i}", name={"en": f"Mr. {i}"}) for i in range(n)])


def _long_title(n: int) -> bytes:
    return bundle(people=[person("p", name={"en": "Mr." + " " * min(n, MOST) + "A"})])


add("texts.every_letter", "Every letter that there is, in one text.", _every_letter)
add("texts.every_language", "Names in many languages, all in Latin letters.", _every_language)
add("texts.many_honorifics", "Names that begin with a word of courtesy.", _titles)
add("texts.long_honorific", "A name of a word of courtesy and blanks.", _long_title)
