"""The lean form of the schema: for jsonschema-rs only, and with the verdict of the exported one, whatever the value."""

import json
from functools import cache
from itertools import islice
from typing import Any

import pytest
from jsonschema_rs import RegexOptions, validator_for

from mouschema import schemas
from mouschema.judging import lean
from verdict.cases import NAMES, Case, damaged, near, specimens

SOME = 2000
# What the schema bars anywhere, what is next to it, and what ends a text or a line for some engine.
EDGES = "\x00\x08\t\n\x0b\x0c\r\x0e\x1f \x7e\x7f\x80\x85\x9f\xa0\u2027\u2028\u2029\u202a\u3000\ufefe\ufeff\uff00ก"
BARRED = r"[\x00-\x1f]"


@cache
def engines(name: str) -> tuple[Any, Any]:
    """Return validators by the lean form and by the exported one."""
    root = schemas.schema()
    exported = {"$ref": f"#/$defs/{name}", "$defs": root["$defs"]} if name in root["$defs"] else root
    made = (
        validator_for(each, validate_formats=False, offline=True, pattern_options=RegexOptions())
        for each in (lean.lean(schemas.definition(name)), exported)
    )
    return next(made), next(made)


def verdicts(case: Case) -> list[bool]:
    """Return what the lean form and the exported one say."""
    return [each.is_valid(json.loads(case.text)) for each in engines(case.definition)]


def same(case: Case) -> bool:
    """Tell whether both forms say the same."""
    return len(set(verdicts(case))) == 1


def test_near_misses_are_judged_alike() -> None:
    """What is just outside a constraint, and the smallest value inside all of them."""
    assert [case for case in near() if not same(case)] == []


@pytest.mark.parametrize("seed", range(3))
def test_damage_is_judged_alike(seed: int) -> None:
    """Parts of the examples after random edits, of which some are accepted and some refused."""
    cases = list(islice(damaged(seed), SOME))
    assert [case for case in cases if not same(case)] == []
    assert {verdicts(case)[0] for case in cases} == {True, False}


@pytest.mark.parametrize("name", [name for name in NAMES if schemas.definition(name)["type"] == "string"])
def test_characters_at_the_edge_are_judged_alike(name: str) -> None:
    """Each character that may be barred, before, in and behind a right text, as the whole of it, and twice at its end."""
    for text in specimens()[name][:5]:
        for each in EDGES:
            half = len(text) // 2
            for made in (
                each + text,
                text[:half] + each + text[half:],
                text + each,
                each,
                text + each * 2,
                each + "a" + each,
            ):
                assert same(Case(name, json.dumps(made))), made


@pytest.mark.parametrize("name", schemas.KEYS)
def test_keys_at_the_edge_are_judged_alike(name: str) -> None:
    """A key that holds a barred character is refused by the pattern that it does not match, whatever stands under it."""
    for key in [key for value in specimens()[name][:5] for key in value]:
        for each in EDGES:
            for made in (each + key, key + each, key[:1] + each + key[1:], each):
                for value in ("a", None):
                    assert same(Case(name, json.dumps({made: value}))), made


def test_nothing_is_judged_twice() -> None:
    """No `not` is left where a pattern can bar, no definition that refers to no other is referred to, nothing is told."""
    text = json.dumps(lean.lean(schemas.definition("Bundle")))
    assert [name for name in NAMES if f'/{name}"' in text and schemas.definition(name)["type"] == "string"] == []
    assert '"not"' not in text
    assert '"description": "' not in text


def test_what_refers_to_others_is_referred_to() -> None:
    """A class stays a `$ref`, so that a circle of classes would do no harm, and the form grows with the schema only."""
    made = lean.lean(schemas.definition("Agreement"))
    assert made["properties"]["parties"]["items"] == {"$ref": "#/$defs/Party"}
    assert set(made["$defs"]) >= {"Agreement", "Party", "Text"}
    assert lean.lean(schemas.definition("Date"))["$defs"] == {}
    assert len(json.dumps(made)) < len(json.dumps(schemas.schema()))


@pytest.mark.parametrize(
    ("pattern", "merged"),
    [
        ("^(?:a|b)[a-z|]$", "^(?:a|b)[a-z|]$"),
        (r"^a\.\x24\|\($", r"^a\.\x24\|\($"),
        ("^[^/]+$", r"^[^\x00-\x1f/]+$"),
        ("[^ ]", r"^[^\x00-\x1f]*[^\x00-\x1f ][^\x00-\x1f]*$"),
        ("^a|b$", None),
        ("^(a|b)|c$", None),
        ("^a.$", None),
        (r"^\d$", None),
        (r"^\x1f$", None),
        ("^\t$", None),
        ("^(?m)a$", None),
        ("a$", None),
        ("^a", None),
        ("[^ ]a", None),
        ("^[^-a]$", None),
    ],
)
def test_patterns_that_can_bar(pattern: str, merged: str | None) -> None:
    """A whole text of listed characters bars all others; a class of all but some takes more; any other is left alone."""
    assert lean._merged(pattern, BARRED) == merged
    given = {"type": "string", "pattern": pattern, "not": {"type": "string", "pattern": BARRED}}
    assert lean._lean(given) == ({"type": "string", "pattern": merged} if merged else given)


@pytest.mark.parametrize("barred", ["[a]", "[^a]", r"[\x00-\x20]", "a", "[a][b]", r"\n"])
def test_what_cannot_be_barred_so(barred: str) -> None:
    """Where a printable character is barred, or not by a plain class, the `not` stays."""
    given = {"type": "string", "pattern": "^[a-z]$", "not": {"type": "string", "pattern": barred}}
    assert lean._lean(given) == given


def test_more_than_a_pattern_stays_a_not() -> None:
    """A `not` that demands more bars less."""
    given = {"type": "string", "pattern": "^[a-z]$", "not": {"type": "string", "pattern": BARRED, "minLength": 9}}
    assert lean._lean(given) == given


def test_keys_are_barred_only_where_others_are_not_allowed() -> None:
    """Without `additionalProperties: false`, or with a form that has room for them, barred keys stay barred by name."""
    forms = {"^[a-z]$": {}, BARRED: {"not": {}}}
    assert lean._lean({"patternProperties": forms, "additionalProperties": False})["patternProperties"] == {
        "^[a-z]$": {}
    }
    for others in ({}, {"additionalProperties": True}, {"additionalProperties": {"type": "string"}}):
        assert lean._lean({"patternProperties": forms, **others}) == {"patternProperties": forms, **others}
    wide = {"patternProperties": {"^a": {}, BARRED: {"not": {}}}, "additionalProperties": False}
    assert lean._lean(wide) == wide
