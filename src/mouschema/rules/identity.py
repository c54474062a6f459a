"""Rules about what is one and the same: identifiers in registers, names."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from mouschema._safe import shown
from mouschema.model import Agreement, ExternalId, Initiative, Instrument, Organization, Person
from mouschema.model.index import Index
from mouschema.reports.catalogue import say
from mouschema.reports.ruleset import Severity
from mouschema.rules._rule import Hit, rule

__all__ = ["names_differ", "registered_once"]

_PIECE: Final = 200
_AS_COMPARED: Final = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)) + bytes(
    128
)


@rule("ID01", "registered-twice", Severity.WARNING)
def registered_once(index: Index) -> Iterator[Hit]:
    """One number in one register is that of one entry."""
    owners: dict[tuple[str, str], str] = {}
    for record in _registered(index) if index.of(ExternalId) else ():
        for position, each in enumerate(record.external_ids):
            first = owners.setdefault((each.scheme, each.value), record.id)
            if first != record.id:
                said = say(number=shown(each.value), register=shown(each.scheme), first=shown(first))
                yield Hit(record, ("external_ids", position, "value"), said)


@rule("DUP01", "same-name", Severity.WARNING)
def names_differ(index: Index) -> Iterator[Hit]:
    """No two people, and no two organizations of one country and parent, have the same name."""
    owners: dict[tuple[Any, ...], str] = {}
    for record in [*index.of(Organization), *index.of(Person)]:
        within = (record.country, record.subdivision, record.parent) if isinstance(record, Organization) else ()
        for language, name in record.name.written.items():
            first = owners.setdefault((record.__class__, within, _key(name)), record.id)
            if first != record.id:
                yield Hit(record, ("name", language), say(name=shown(name), first=shown(first)))


def _registered(index: Index) -> Iterator[Organization | Agreement | Instrument | Initiative]:
    yield from index.of(Organization)
    yield from index.of(Agreement)
    yield from index.of(Instrument)
    yield from index.of(Initiative)


def _key(name: str) -> str:
    """Return a name as it is compared: without differences of case, width and punctuation.

    It is brought into normal form piece by piece, since that takes quadratic time where thousands of marks follow each
    other. So two spellings of a name with more letters than a piece may differ at its end, and names that are not one
    never become the same.
    """
    if name.isascii():
        return b" ".join(name.encode().translate(_AS_COMPARED).split()).decode()
    pieces = (unicodedata.normalize("NFKC", name[at : at + _PIECE]) for at in range(0, len(name), _PIECE))
    return re.sub(r"[\W_]+", " ", "".join(pieces).casefold()).strip()
