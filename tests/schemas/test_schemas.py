"""The exported schemas: what the model derives, valid, self-contained, portable and worded for readers."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mouschema import export, schemas

KINDS = list(schemas.KINDS)


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside a schema."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(inner)


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of every class in a schema, with where it stands."""
    for owner, definition in [("root", schema), *schema["$defs"].items()]:
        for name, field in definition.get("properties", {}).items():
            yield f"{owner}.{name}", field


def test_committed_files_are_what_the_model_derives() -> None:
    """Nobody forgot to run `mouschema schema --write` after changing the model."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in schemas.checkout().glob("*.json")}
    assert committed == export.exports(), "run: mouschema schema --write"


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_valid(kind: str) -> None:
    """The metaschema of 2020-12 accepts the schema."""
    Draft202012Validator.check_schema(schemas.schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_self_contained(kind: str) -> None:
    """Every reference leads into the same file, and everything in the file can be reached or names keys."""
    schema = schemas.schema(kind)
    named = {part["$ref"] for part in parts(schema) if "$ref" in part}
    assert named <= {f"#/$defs/{name}" for name in schema["$defs"]}
    assert set(schema["$defs"]) - {name.rpartition("/")[2] for name in named} <= set(schemas.KEYS.values())
    assert schema["$id"] == f"{schemas.BASE}/{schemas.VERSION}/{kind}.schema.json"


@pytest.mark.parametrize("kind", KINDS)
def test_references_stand_alone(kind: str) -> None:
    """A `$ref` has no siblings, which readers of older drafts would ignore."""
    assert all(set(part) == {"$ref"} for part in parts(schemas.schema(kind)) if "$ref" in part)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_words_and_examples(kind: str) -> None:
    """Every field has a title, a description that is a sentence, and examples that the field accepts."""
    schema = schemas.schema(kind)
    for where, field in fields(schema):
        assert field["title"], where
        assert re.fullmatch(r"[A-Z].*\.", field["description"]), where
        validator = Draft202012Validator({**field, "$defs": schema["$defs"]})
        assert field["examples"], where
        for example in field["examples"]:
            assert validator.is_valid(example), (where, example)


def test_words_of_text_fields_are_their_own() -> None:
    """A field that holds words shows an example of its own, not the type's."""
    common = json.dumps(schemas.definition("Text")["examples"][0]["en"])
    shared = [where for where, field in fields(schemas.schema()) if common in json.dumps(field["examples"])]
    assert shared == []


def test_objects_are_closed() -> None:
    """Every object refuses fields that it does not know, so that a misspelt one is caught."""
    objects = [part for part in parts(schemas.schema()) if part.get("type") == "object"]
    assert objects
    assert all(part["additionalProperties"] is False for part in objects)


def test_patterns_are_portable() -> None:
    """Patterns avoid what engines treat differently, and each stands beside a ban on control characters."""
    patterned = [part for part in parts(schemas.schema()) if "pattern" in part and "title" in part]
    assert len(patterned) > 10
    for part in patterned:
        assert not re.search(r"\\[dDwWsSbB]|\(\?[=!<]|\\[1-9]", part["pattern"]), part["title"]
        assert part["not"]["pattern"], part["title"]
        assert part["maxLength"] > 0, part["title"]


def test_keywords_known_to_cause_trouble_are_absent() -> None:
    """No `format` to rely on, no `oneOf` with its unreadable errors, no quadratic `propertyNames` or `uniqueItems`."""
    used = {keyword for part in parts(schemas.schema()) for keyword in part if not isinstance(part.get(keyword), dict)}
    assert used.isdisjoint({"format", "oneOf", "propertyNames", "uniqueItems", "if", "dependentSchemas"})


def test_codelists_hold_every_code_of_the_schema() -> None:
    """Each code that the schema allows has a meaning in codelists.json."""
    lists = {name: part["enum"] for name, part in schemas.schema()["$defs"].items() if "enum" in part}
    assert lists
    for name, codes in lists.items():
        assert list(schemas.codelists()[name]) == codes, name
        assert all(schemas.codelists()[name].values()), name


def test_unknown_kind_is_told() -> None:
    """A wrong kind is refused with the known ones."""
    with pytest.raises(ValueError, match="known kinds: bundle, agreement"):
        schemas.schema_text("treaty")


def test_measured_patterns_keep_their_verdicts() -> None:
    """Samples at the edge of each pattern are accepted and refused as they should be."""
    from jsonschema_rs import validator_for

    samples: dict[str, tuple[list[str], list[str]]] = {
        "Date": (
            ["2024-02-29", "2000-02-29", "1600-02-29", "2999-12-31", "1000-01-01", "2026-01", "2026", "2026?", "2026-01-01~"]
            + ["2012-01/2013-12", "2012%/2013-12-31?", "2021-05-25/..", "../2021-05-25"],
            ["2023-02-29", "1900-02-29", "2026-04-31", "2026-13", "2026-00-10", "2026-1-1", "20260101", "0999", "3000-01-01"]
            + ["2026-01-01\n", "\n2026", " 2026", "໒໐໒໖", "２０２６", "2026-01-01T00:00:00Z", "", "..", "../..", "2012/2013/2014", "/2012"],
        ),
        "LanguageTag": (
            ["lo", "en", "lo-LA", "zh-Hant-TW", "es-419", "sr-Latn-RS", "de-CH-1996", "hmn", "und"],
            ["", "e", "EN", "english", "en_US", "en-us", "en-", "x-private", "en-US\n", "ລາວ", "en-໔໑໙"],
        ),
        "Id": (["a", "party-1", "C01", "org:7", "a.b_c"], ["", "-a", "a b", "a\n", "ໜຶ່ງ", "a/b", "a" * 129]),
        "Url": (
            ["http://a.co", "https://example.com/a/b?x=1&y=%20#frag", "https://example.la/%E0%BA%A5", "https://a.co/(x)"],
            ["javascript:alert(1)", "http://a.co\n", "file:///etc/passwd", "http://user:pw@a.co/", "http://a.co/ x"]
            + ["http://a.co/<x>", "http://localhost/", "http://127.0.0.1/", "a.co", "http://ລາວ.la/", "http://a.co/\u202e"],
        ),
        "Duration": (["P3Y", "P18M", "P120D", "P2W", "P1Y6M", "P1Y6M15D"], ["P", "3Y", "P3", "P1W2D", "PT5H", "P-1Y", "P3Y\n", "P໓Y"]),
        "DecimalNumber": (["0", "378000", "22250.50", "0.000001"], ["-1", "01", "1.", ".5", "1e3", "378,000", "1.0000000", "1\n", "໑"]),
        "Pointer": (["/a", "/a/0", "/a~1b/~0", "/extensions/a.b:c"], ["", "a", "/~2", "/a\n", "#/a"]),
        "Sha256": (["0" * 64], ["0" * 63, "0" * 65, "G" * 64, "A" * 64, "0" * 64 + "\n"]),
        "Line": (["a", "a b", "ບົດບັນທຶກ", "می\u200cخواهم", "a\u200bb", "𠮷"], ["", " ", "\u3000", "a\n", "a\x00", "a\x85", "a\u2028", "\ufeffa", "a\tb"]),
        "Prose": (["a", "a\nb\tc", "\u200fمرحبا"], ["", "\n", "a\x00", "a\x1b[0m", "\ufeffa"]),
    }  # fmt: skip
    for name, (accepted, refused) in samples.items():
        schema = schemas.definition(name)
        for validator in (validator_for(schema, validate_formats=False), Draft202012Validator(schema)):
            assert [text for text in accepted if not validator.is_valid(text)] == [], name
            assert [text for text in refused if validator.is_valid(text)] == [], name


@pytest.mark.parametrize(
    ("path", "name"),
    [((), "Bundle"), (("agreements", 0), "Agreement"), (("agreements", 0, "title", "en"), "Prose"), (("extensions",), "Extensions")],
)  # fmt: skip
def test_schema_of_a_place(path: tuple[str | int, ...], name: str) -> None:
    """Of a record, an entry, a wording and a map it is the definition that the place has."""
    assert schemas.subschema("Bundle", path) == (name, schemas.definition(name))


@pytest.mark.parametrize(
    ("path", "name"),
    [(("agreements", 0, "unknown"), "Agreement"), (("agreements", 0, "title", "no tag"), "Text"), (("extensions", "a.b:c", 0), "Extensions")],
)  # fmt: skip
def test_place_without_a_schema(path: tuple[str | int, ...], name: str) -> None:
    """Where nothing is said of a place, the definition around it is named."""
    assert schemas.subschema("Bundle", path) == (name, {})
