"""Everything that the rules look up: gathered in one pass over the records, or found when a rule asks for it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from mouschema._types import Path
from mouschema.model import Agreement, Bundle, Ceremony, Document, Relation
from mouschema.model.fields import Kind, Words, held_below, holding, records_in, words_in
from mouschema.model.gather import Dated, Worded, gatherer, worder

__all__ = ["Dated", "Entry", "Index", "Link", "Reference", "Words", "paths"]

R = TypeVar("R")


class Reference(NamedTuple):
    """An identifier that points to an entry.

    Attributes:
        owner: The record that holds it.
        field: The field.
        position: The position in the field's list; None when the field is no list.
        id: The identifier.
        lists: The lists that may hold the target; any when there is none.
    """

    owner: Any
    field: str
    position: int | None
    id: str
    lists: tuple[str, ...]


class Link(NamedTuple):
    """A field with identifiers that point to entries; a document may hold millions of these, so they stay together.

    Attributes:
        owner: The record that holds it.
        field: The field.
        ids: The identifier, or all those in the field's list.
        lists: The lists that may hold the targets; any when there is none.
    """

    owner: Any
    field: str
    ids: str | tuple[str, ...]
    lists: tuple[str, ...]

    def placed(self) -> Iterable[tuple[int | None, str]]:
        """Return each identifier with its position in the field's list."""
        return ((None, self.ids),) if isinstance(self.ids, str) else enumerate(self.ids)


class Entry(NamedTuple):
    """Something with an identifier of its own, and the name of the list that holds it."""

    record: Any
    list: str


class Index:
    """The records of one document, by class and by identifier, with their references, dates and texts.

    Attributes:
        root: The record that the document is.
        whole: Whether the document is a bundle, so that every reference can be followed.
        ids: The identifiers of the entries in each list.
        resolved: Whether every reference leads to an entry in one of its lists, and no two entries have one identifier.
        intervals: Every date with two ends.
        free_json: Every record, field and value that the schema does not bound.
        remembered: What rules have found out and need again; see `_about.remembered`.
    """

    def __init__(self, root: Any) -> None:
        """Gather what rules ask of every document."""
        self.root = root
        self.whole = isinstance(root, Bundle)
        self.remembered: defaultdict[Any, dict[Any, Any]] = defaultdict(dict)
        self._gathered = found = gatherer(root.__class__)(root)
        self._of, self._first = found.of, found.first
        self.ids, self.resolved = found.ids, found.resolved
        self.intervals, self.free_json = found.intervals, found.free_json

    def of(self, cls: type[R]) -> list[R]:
        """Return all records of a class, in the order of the document."""
        return self._of.get(cls, [])

    def get(self, id: str | None, cls: type[R]) -> R | None:
        """Return the entry with an identifier if it is of a class, or None."""
        record = self._first.get(id) if id else None
        return record if isinstance(record, cls) else None

    @cached_property
    def entries(self) -> list[Entry]:
        """What has an identifier, in the order of the document, the same identifier twice included."""
        lists = held_below(self.root.__class__)
        return [Entry(record, lists[record.__class__]) for record in self._gathered.identified]

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The first entry of each identifier."""
        return {entry.record.id: entry for entry in reversed(self.entries)}

    @cached_property
    def used(self) -> set[str]:
        """The identifiers that references hold."""
        return set[str]().union(*self._gathered.wanted)

    @cached_property
    def ceremonies_of(self) -> dict[str, list[Ceremony]]:
        """The ceremonies of each agreement, by its id."""
        return _grouped((id, each) for each in self.of(Ceremony) for id in each.agreements)

    @cached_property
    def documents_about(self) -> dict[str, list[Document]]:
        """The documents about each entry, by its id."""
        return _grouped((id, each) for each in self.of(Document) for id in each.about)

    @cached_property
    def newer(self) -> dict[str, list[tuple[Agreement, Relation]]]:
        """The relations that point to each agreement, by its id, with the newer agreement that has them."""
        return _grouped(
            (relation.target, (each, relation)) for each in self.of(Agreement) for relation in each.relations
        )

    @cached_property
    def records(self) -> list[Any]:
        """Every record, in the order of the document."""
        return list(_and_below(self.root))

    @cached_property
    def links(self) -> list[Link]:
        """Every field with references, in the order of the document."""
        found = holding(self.root, Kind.REFERENCE)
        return [Link(record, field.name, value, field.lists) for record, field, value in found]

    @cached_property
    def references(self) -> list[Reference]:
        """Every reference, one by one, in the order of the document."""
        return [Reference(link.owner, link.field, *each, link.lists) for link in self.links for each in link.placed()]

    @cached_property
    def dates(self) -> list[Dated]:
        """Every date, in the order of the document."""
        return [Dated(record, field.name, value) for record, field, value in holding(self.root, Kind.DATE)]

    @cached_property
    def texts(self) -> list[Words]:
        """Every text, by language or not, in the order of the document."""
        return list(words_in(self.records))

    @cached_property
    def wordings(self) -> dict[str | None, str]:
        """Every text by its language, None for lines that have none: all texts of one joined, with U+0000 between them.

        None holds that character, so one search answers for all. They are in no order; `texts` has places and order.
        """
        _, by_language, lines = self._words
        joined: dict[str | None, str] = {language: "\0".join(texts) for language, texts in by_language.items()}
        return {**joined, None: "\0".join(lines)} if lines else joined

    @property
    def names(self) -> list[str]:
        """The texts in fields that hold names, in no order."""
        return self._words[0]

    @cached_property
    def _words(self) -> Worded:
        return worder(self.root.__class__)(self._of)


def _and_below(record: Any) -> Iterator[Any]:
    yield record
    for *_, each in records_in(record):
        yield from _and_below(each)


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def paths(root: Any, wanted: Container[int] | None = None) -> dict[int, Path]:
    """Return the paths of records under a root, by the record's `id()`.

    Args:
        root: The record that the document is.
        wanted: The `id()` of each record whose path is asked for; all when None.
    """
    found: dict[int, Path] = {}
    if wanted is None or id(root) in wanted:
        found[id(root)] = ()
    _paths(root, (), wanted, found)
    return found


def _paths(around: Any, path: Path, wanted: Container[int] | None, found: dict[int, Path]) -> None:
    for field, position, record in records_in(around):
        way = (*path, field) if position is None else (*path, field, position)
        if wanted is None or id(record) in wanted:
            found[id(record)] = way
        _paths(record, way, wanted, found)
