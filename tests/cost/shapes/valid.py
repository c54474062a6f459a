"""Shapes of honest records: large ones of several kinds, which cost what they cost every day."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from cost.shapes._shape import add, agreement, bundle, organization, shape, source, written

GOOD: Final = Path(__file__).parents[2] / "examples" / "good"
_LISTS: Final = ("organizations", "people", "agreements", "ceremonies", "instruments", "initiatives", "documents")


@cache
def _example(path: Path) -> dict[str, Any]:
    return json.loads(path.read_bytes())


def repeated(path: Path, n: int) -> bytes:
    """Return an example n times in one bundle, each time with identifiers of its own."""
    document = _example(path)
    own = {entry["id"] for name in _LISTS for entry in document.get(name, ())}
    own |= {each["id"] for entry in document.get("agreements", ()) for each in entry.get("commitments", ())}
    copies = [_renamed(document, own, i) for i in range(n)]
    lists = {name: [entry for each in copies for entry in each[name]] for name in _LISTS if name in document}
    return written({"schema_version": document["schema_version"], **lists})


def _renamed(value: Any, own: set[str], i: int) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, own, i) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, own, i) for inner in value]
    return f"{value}.{i}" if isinstance(value, str) and value in own else value


for _path in sorted(GOOD.rglob("*.json"))[:6]:
    add(f"valid.example_{_path.stem}", "A real case, again and again.", lambda n, path=_path: repeated(path, n))


@shape
def prose(n: int) -> bytes:
    """Agreements with long texts in two languages."""
    text = {"en": "The parties support each other in the work. " * 10, "fr": "Les parties se soutiennent. " * 15}
    return bundle(agreements=[agreement(f"a{i}", purpose=text, background=text) for i in range(n // 20 + 1)])


@shape
def one_large_agreement(n: int) -> bytes:
    """One agreement with very many commitments, each with what commitments have."""
    made = [
        {
            "id": f"u{i}", "obligors": ["o"], "beneficiaries": ["q"], "action": {"en": f"Train {i} people each year"},
            "themes": ["migration"], "deadline": "2024", "measures": [{"value": "12", "unit": {"en": "people"}}],
        }
        for i in range(n + 1)
    ]  # fmt: skip
    orgs = [organization("o"), organization("q")]
    return bundle(organizations=orgs, agreements=[agreement("a", status="announced", commitments=made)])


@shape
def one_statement(n: int) -> bytes:
    """One statement with very many speakers."""
    speakers = [f"o{i}" for i in range(n + 1)]
    said = [{"speakers": speakers, "summary": {"en": "Thanks"}}]
    orgs = [organization(id) for id in speakers]
    return bundle(organizations=orgs, agreements=[agreement("a", status="announced", statements=said)])


@shape
def same_speaker(n: int) -> bytes:
    """One statement that names one speaker again and again."""
    said = [{"speakers": ["o"] * (n + 1), "summary": {"en": "Thanks"}}]
    return bundle(organizations=[organization("o")], agreements=[agreement("a", status="announced", statements=said)])


@shape
def library(n: int) -> bytes:
    """Very many sources about one agreement."""
    about = {"title": {"en": "News of the agreement"}, "url": "https://news.example/a", "published": "2022-06-30"}
    docs = [source(f"d{i}", "a", **about) for i in range(n)]
    return bundle(agreements=[agreement("a", status="announced")], documents=docs)
