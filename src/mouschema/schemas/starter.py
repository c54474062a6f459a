"""A bundle to begin with: what most records say, empty, with what belongs into each field."""

import json
from collections.abc import Iterator
from typing import Any, Final, cast

from mouschema import schemas

__all__ = ["COMMENTS", "starter"]

COMMENTS: Final = "mouschema.example:how_to_fill_in"
"""The extension under which the comments stand; JSON itself has none."""

_SOMETHING: Final = {"": ""}  # a text: the language is put in
_HOW: Final = (
    'Fill in every "". What is not known is left out: delete the field. An id is a name that you choose, and by which '
    "other parts of the record mean this one; change it everywhere. Comments like this one may stay or go."
)


def _party(side: str) -> dict[str, Any]:
    return {"id": f"{side}-party", "name": _SOMETHING, "kind": "", "country": ""}


def _signatory(side: str) -> dict[str, Any]:
    post = {"title": _SOMETHING, "organization": f"{side}-party"}
    return {"id": f"{side}-signatory", "name": _SOMETHING, "posts": [post]}


def _signature(side: str) -> dict[str, Any]:
    return {
        "person": f"{side}-signatory",
        "on_behalf_of": [f"{side}-party"],
        "act": "signed",
        "ceremony": "signing",
    }


_SIDES: Final = ("first", "second")
_BUNDLE: Final[dict[str, Any]] = {
    "schema_version": schemas.VERSION,
    "title": _SOMETHING,
    "organizations": [_party(side) for side in _SIDES],
    "people": [_signatory(side) for side in _SIDES],
    "agreements": [
        {
            "id": "memorandum",
            "kind": "memorandum_of_understanding",
            "title": _SOMETHING,
            "status": "signed",
            "parties": [{"organization": f"{side}-party"} for side in _SIDES],
            "commitments": [{"id": "commitment-1", "obligors": ["first-party"], "action": _SOMETHING}],
            "signatures": [_signature(side) for side in _SIDES],
        }
    ],
    "ceremonies": [
        {
            "id": "signing",
            "agreements": ["memorandum"],
            "date": "",
            "places": [{"venue": _SOMETHING, "locality": _SOMETHING, "country": ""}],
        }
    ],
    "documents": [{"id": "text", "kind": "signed_text", "about": ["memorandum"], "title": _SOMETHING}],
}


def starter(*, address: str | None = None, language: str = "en", comments: bool = True) -> str:
    """Return the text of a bundle in which every `""` is to be filled in; then it checks without a finding.

    Args:
        address: The address of the schema for the editor, which completes by it; that of its `$id` unless given.
        language: The tag of the language in which its texts will be.
        comments: Whether it says what belongs into the fields, once for each kind of object.
    """
    bundle = {"$schema": address or schemas.address("bundle"), **_in_language(_BUNDLE, language)}
    if comments:
        bundle = {"extensions": {COMMENTS: _HOW}, **_commented(bundle, schemas.KINDS["bundle"])}
        bundle = {field: bundle[field] for field in ("$schema", "extensions", *bundle)}
    return json.dumps(bundle, ensure_ascii=False, indent=2) + "\n"


def _in_language(value: Any, language: str) -> Any:
    """Copy a part of the bundle, with the language in its texts."""
    match value:
        case {"": ""}:
            return {language: ""}
        case dict():
            fields = cast("dict[str, Any]", value)
            return {field: _in_language(inner, language) for field, inner in fields.items()}
        case list():
            entries = cast("list[Any]", value)
            return [_in_language(entry, language) for entry in entries]
        case _:
            return value


def _commented(value: dict[str, Any], name: str) -> dict[str, Any]:
    """Return an object in which the first entry of each list, and of those inside, says what belongs into its fields."""
    fields = schemas.definition(name)["properties"]
    made = dict(value)
    for field, first, *rest in _lists(value):
        inner = schemas.target(fields[field]["items"])
        comments = {"extensions": {COMMENTS: _comments(first, inner)}} if _takes_comments(inner) else {}
        made[field] = [{**_commented(first, inner), **comments}, *rest]
    return made


def _comments(value: dict[str, Any], name: str) -> dict[str, str]:
    """Return what the fields of an object mean, and those of its parts that take no comments themselves."""
    fields = schemas.definition(name)["properties"]
    said = {field: fields[field]["description"] for field in value}
    for field, first, *_ in _lists(value):
        inner = schemas.target(fields[field]["items"])
        if not _takes_comments(inner):
            said |= {f"{field}: {part}": words for part, words in _comments(first, inner).items()}
    others = [field for field in fields if field not in value and field != "extensions"]
    return {**said, "also possible": ", ".join(others)}


def _lists(value: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield the name and the entries of each list of objects."""
    for field, entries in value.items():
        if isinstance(entries, list) and isinstance(entries[0], dict):
            yield [field, *entries]


def _takes_comments(name: str) -> bool:
    return "extensions" in schemas.definition(name)["properties"]
