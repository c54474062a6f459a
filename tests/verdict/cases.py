"""The values: near misses of every constraint, and parts of the examples after a few random edits, by seed."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from damage import near_misses, smallest
from mouschema import model, schemas

__all__ = ["NAMES", "Case", "damaged", "edited", "near", "written"]

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
NAMES: Final = (*schemas.schema()["$defs"], schemas.KINDS["bundle"])
CLASSES: Final = tuple(name for name in NAMES if hasattr(model, name))

# Numbers whose spelling matters: a text that begins so is written without quotes.
_RAW: Final = "\U000f0000"
_NUMBERS: Final = (
    *("0", "-0", "-0.0", "1", "-1", "5.0", "5e0", "50e-1", "0.5", "1e2", "1E+2", "1e-400", "1e400", "-1e400", "1e16"),
    *("9007199254740991", "9007199254740991.0", "9007199254740992", "-9007199254740992", "18446744073709551616"),
)
_DATES: Final = (
    *(
        "2023-02-29",
        "2024-02-29",
        "1900-02-29",
        "2000-02-29",
        "2022-04-31",
        "2022-13",
        "2022-00",
        "0000",
        "0999",
        "1000",
    ),
    *("2999-12-31", "3000", "9999", "2022-06-30?", "2022?~", "2022/..", "../..", "2022/2021", "2022-06-30T00:00:00Z"),
    *(
        "2022-6-30",
        "20220630",
        "2016-12-31T23:59:60Z",
        "2022-06-30T24:00:00Z",
        "2022-06-30T08:00:00+07:00",
        "P3Y",
        "P9999Y",
    ),
)
_TEXTS: Final = (
    *("", " ", "a", "en", "und", "lo", "EN", "x" * 128, "x" * 129, "x" * 1000, "x" * 1001, "𠮷" * 1000, "𠮷" * 1001),
    *(
        "0",
        "1.000000",
        "1.0000000",
        "1e3",
        "-1",
        "USD",
        "LA",
        "LA-VT",
        "https://a.co/",
        "http://a.co/ x",
        "javascript:x",
    ),
    *("/agreements/0", "/~2", "1.0", "1.9999", "2.0", "a.b:c", "__proto__", "constructor", "toString", "null", "true"),
)
_CHARACTERS: Final = "\n\r\t\x1b\x7f\x85\xa0\u2028\u200b\u202e\u3000\ufeff\uffff໑２ກé𠮷 -_./:~?%'\"\\$^aZ09"
_PLAIN: Final = (None, True, False, [], {}, [None], {"": 0}, [[]], {"en": "x"}, {"und": ""}, {"a.b:c": None})

Change = Callable[[Random, Any], Any]


class Case(NamedTuple):
    """A value to judge.

    Attributes:
        definition: The class or scalar by which it is judged.
        text: The value as JSON.
    """

    definition: str
    text: str


def written(value: Any) -> str:
    """Return the JSON of a value, numbers that are spelt spelt so."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(f'"{_RAW}([^"]*)"', r"\1", text)


def near() -> Iterator[Case]:
    """Yield the near misses of every constraint, and the smallest value of each definition, which is none."""
    for name in NAMES:
        yield Case(name, written(smallest(name)))
        for miss in near_misses(name):
            yield Case(name, written(miss.value))


def damaged(seed: int) -> Iterator[Case]:
    """Yield parts of the examples after some edits, without end.

    Args:
        seed: The same one gives the same cases.
    """
    random = Random(seed)
    while True:
        name = random.choice(random.choice((NAMES, CLASSES)))
        value = random.choice(specimens()[name])
        for _ in range(random.choice((1, 1, 1, 2, 2, 3))):
            value = edited(random, value, name)
        text = written(value)
        if _is_json(text):  # an edit may have hit the spelling of a number
            yield Case(name, text)


@cache
def specimens() -> dict[str, list[Any]]:
    """Return every part of the good examples, by the definition that governs it, and the examples of the schema."""
    found = {name: {written(smallest(name)): smallest(name)} for name in NAMES}
    for path in sorted((EXAMPLES / "good").rglob("*.json")):
        for name, value in _parts(schemas.KINDS["bundle"], json.loads(path.read_bytes())):
            found[name][written(value)] = value
    for name in NAMES:
        found[name].update((written(value), value) for value in schemas.definition(name).get("examples", ()))
    return {name: list(values.values()) for name, values in found.items()}


def _parts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    yield name, value
    for step in value if isinstance(value, dict) else ():
        inner, schema = schemas.subschema(name, (step,))
        entries = value[step] if "items" in schema else [value[step]]
        inner = schemas.target(schema["items"]) if "items" in schema else inner
        if inner != name:
            for entry in entries:
                yield from _parts(inner, entry)


def edited(random: Random, value: Any, name: str | None = None) -> Any:
    """Return a value after one random edit somewhere in it.

    Args:
        random: Where chance comes from.
        value: Any JSON value; it stays as it is.
        name: The definition that governs it, where known.
    """
    if isinstance(value, dict | list) and value and random.random() < 0.7:
        step = random.choice(list(value) if isinstance(value, dict) else range(len(value)))
        copied: Any = value.copy()
        copied[step] = edited(random, value[step])
        return copied
    if name and isinstance(value, dict) and random.random() < 0.5:
        return {**value, **_some_fields(random, random.choice(specimens()[name]))}
    changes = _CHANGES.get(type(value), ())
    return random.choice(changes)(random, value) if changes and random.random() < 0.8 else _anything(random, value)


def _some_fields(random: Random, other: Any) -> dict[str, Any]:
    return (
        {key: other[key] for key in random.sample(sorted(other), min(2, len(other)))} if isinstance(other, dict) else {}
    )


def _anything(random: Random, value: Any) -> Any:
    if random.random() < 0.3:
        return random.choice(specimens()[random.choice(NAMES)])
    return random.choice(
        [random.choice(_PLAIN), _RAW + random.choice(_NUMBERS), _string(random), [value], {"en": value}]
    )


def _string(random: Random) -> str:
    return random.choice(random.choice((_DATES, _TEXTS)))


def _stained(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_CHARACTERS) + text[at + random.randint(0, 1) :]


def _lao_digits(_random: Random, text: str) -> str:
    return re.sub("[0-9]", lambda digit: chr(ord("໐") + int(digit[0])), text, count=1)


def _without(random: Random, value: Any) -> Any:
    gone = random.randrange(len(value)) if value else None
    kept = [each for place, each in enumerate(value) if place != gone]
    return {key: value[key] for key in kept} if isinstance(value, dict) else kept


def _renamed(random: Random, value: dict[str, Any]) -> dict[str, Any]:
    changed = random.choice(list(value)) if value else None
    return {_stained(random, key) if key == changed else key: inner for key, inner in value.items()}


def _with_field(random: Random, value: dict[str, Any]) -> dict[str, Any]:
    return {**value, random.choice([_string(random), *value]): _anything(random, value)}


def _swapped(random: Random, value: dict[str, Any]) -> dict[str, Any]:
    values = list(value.values())
    random.shuffle(values)
    return dict(zip(value, values, strict=True))


_CHANGES: Final[dict[type, tuple[Change, ...]]] = {
    str: (
        *(_stained, _stained, _stained, _lao_digits),
        lambda random, text: text + random.choice(_CHARACTERS),
        lambda random, text: text[: random.randint(0, len(text))],
        lambda random, text: text * random.choice((2, 20, 1000)) if len(text) < 5000 else text,
        lambda random, text: text.swapcase(),
        lambda random, text: _string(random),
        lambda random, text: random.choice(
            [each for each in random.choice(list(specimens().values())) if isinstance(each, str)] or [""]
        ),
    ),
    int: (
        lambda random, number: _RAW + random.choice(_NUMBERS),
        lambda random, number: number + random.choice((-1, 1, 0.5)),
        lambda random, number: f"{_RAW}{number}.0",
        lambda random, number: -number,
        lambda random, number: str(number),
    ),
    bool: (lambda random, flag: not flag, lambda random, flag: int(flag), lambda random, flag: str(flag)),
    list: (
        _without,
        lambda random, entries: [*entries, *entries[:1]],
        lambda random, entries: [*entries, _anything(random, entries)],
        lambda random, entries: entries[::-1],
        lambda random, entries: {"0": entries},
        lambda random, entries: [],
    ),
    dict: (
        *(_without, _without, _renamed, _with_field, _swapped),
        lambda random, fields: [fields],
        lambda random, fields: {},
    ),
}


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
