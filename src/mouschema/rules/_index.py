"""Everything that the rules look up, gathered in one walk over the records."""

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, get_args

from mouschema._types import Path
from mouschema.model import Agreement, Bundle, Ceremony, Date, Document, Extensions, Relation, Text
from mouschema.model._record import hints
from mouschema.model.scalars import Ref, scalar

__all__ = ["Dated", "Entry", "Index", "Reference", "Words", "paths"]

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


class Dated(NamedTuple):
    """A date and the record and field that hold it."""

    owner: Any
    field: str
    date: Date


class Entry(NamedTuple):
    """Something with an identifier of its own, and the name of the list that holds it."""

    record: Any
    list: str


class Words(NamedTuple):
    """A text and where it stands.

    Attributes:
        record: The record that holds it.
        path: The way from the record to the words.
        field: The field.
        language: The language tag; None for a line that has none.
        text: The words.
    """

    record: Any
    path: Path
    field: str
    language: str | None
    text: str


class Index:
    """The records of one document, by class and by identifier, with their references and dates.

    Attributes:
        root: The record that the document is.
        whole: Whether the document is a bundle, so that every reference can be followed.
        entries: What has an identifier, in the order of the document, the same identifier twice included.
        by_id: The first entry of each identifier.
        references: Every reference.
        dates: Every date.
        free_json: Every record, field and value that the schema does not bound.
    """

    def __init__(self, root: Any) -> None:
        """Walk over the records once."""
        self.root = root
        self.whole = isinstance(root, Bundle)
        self.entries: list[Entry] = []
        self.references: list[Reference] = []
        self.dates: list[Dated] = []
        self.free_json: list[tuple[Any, str, Any]] = []
        self._of: dict[type, list[Any]] = {}
        self._visit(root, "")
        self.by_id: dict[str, Entry] = {entry.record.id: entry for entry in reversed(self.entries)}

    def of(self, cls: type[R]) -> list[R]:
        """Return all records of a class, in the order of the document."""
        return self._of.get(cls, [])

    def get(self, id: str | None, cls: type[R]) -> R | None:
        """Return the entry with an identifier if it is of a class, or None."""
        entry = self.by_id.get(id) if id else None
        return entry.record if entry and isinstance(entry.record, cls) else None

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
    def texts(self) -> list[Words]:
        """Every text, by language or not, in the order of the classes."""
        return [words for cls, records in self._of.items() for record in records for words in _words(cls, record)]

    def _visit(self, record: Any, within: str) -> None:
        cls = record.__class__
        self._of.setdefault(cls, []).append(record)
        plan = _plan(cls)
        if plan.identified and record.id and record is not self.root:
            self.entries.append(Entry(record, within))
        for value, (field, take, lists) in zip(plan.values(record), plan.steps, strict=False):
            if value:
                take(self, record, field, value, lists)

    def take_record(self, _owner: Any, field: str, value: Any, _lists: tuple[str, ...]) -> None:
        """Visit the record in a field."""
        self._visit(value, field)

    def take_records(self, _owner: Any, field: str, value: Any, _lists: tuple[str, ...]) -> None:
        """Visit the records in a list."""
        for record in value:
            self._visit(record, field)

    def take_reference(self, owner: Any, field: str, value: str, lists: tuple[str, ...]) -> None:
        """Note the reference in a field."""
        self.references.append(Reference(owner, field, None, value, lists))

    def take_references(self, owner: Any, field: str, value: tuple[str, ...], lists: tuple[str, ...]) -> None:
        """Note the references in a list."""
        for position, id in enumerate(value):
            self.references.append(Reference(owner, field, position, id, lists))

    def take_date(self, owner: Any, field: str, value: Date, _lists: tuple[str, ...]) -> None:
        """Note the date in a field."""
        self.dates.append(Dated(owner, field, value))

    def take_free_json(self, owner: Any, field: str, value: Any, _lists: tuple[str, ...]) -> None:
        """Note the free JSON in a field."""
        self.free_json.append((owner, field, value))


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _words(cls: type, record: Any) -> Iterator[Words]:
    for field, many in _worded(cls):
        value = getattr(record, field)
        for position, each in enumerate(value) if many else [(None, value)] if value else []:
            path = (field,) if position is None else (field, position)
            if isinstance(each, Text):
                yield from (Words(record, (*path, language), field, language, text) for language, text in each.items())
            else:
                yield Words(record, path, field, None, each)


@cache
def _worded(cls: type) -> list[tuple[str, bool]]:
    """Return the fields of a class that hold words, and whether they hold several."""
    parts = {field: list(_parts(annotation)) for field, annotation in hints(cls).items()}
    return [(field, tuple in each) for field, each in parts.items() if Text in each or scalar("Line") in each]


class _Step(NamedTuple):
    field: str
    take: Callable[[Index, Any, str, Any, tuple[str, ...]], None]
    lists: tuple[str, ...] = ()


class _Plan(NamedTuple):
    """What to do with the fields of one class that hold records, references or dates."""

    steps: tuple[_Step, ...]
    values: Callable[[Any], tuple[Any, ...]]
    identified: bool


@cache
def _plan(cls: type) -> _Plan:
    steps = tuple(step for field, annotation in hints(cls).items() if (step := _step(field, annotation)))
    names = [step.field for step in steps]
    # attrgetter of one name gives no tuple; of two it does, and what is too many is not looked at
    values = attrgetter(*names, "__class__") if names else _nothing
    return _Plan(steps, values, "id" in hints(cls))


def _nothing(_record: Any) -> tuple[Any, ...]:
    return ()


def _step(field: str, annotation: Any) -> _Step | None:
    parts = list(_parts(annotation))
    many = tuple in parts
    for part in parts:
        if isinstance(part, Ref):
            return _Step(field, Index.take_references if many else Index.take_reference, part.lists)
        if part is Date:
            return _Step(field, Index.take_date)
        if part is Extensions or part == scalar("FreeJson"):
            return _Step(field, Index.take_free_json)
        if hasattr(part, "__attrs_attrs__"):
            return _Step(field, Index.take_records if many else Index.take_record)
    return None


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield every type and mark in an annotation."""
    yield getattr(annotation, "__origin__", annotation)
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _parts(inner)


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
    plan = _plan(around.__class__)
    for value, step in zip(plan.values(around), plan.steps, strict=False):
        many = step.take is Index.take_records
        if value and (many or step.take is Index.take_record):
            for position, record in enumerate(value) if many else [(None, value)]:
                way = (*path, step.field) if position is None else (*path, step.field, position)
                if wanted is None or id(record) in wanted:
                    found[id(record)] = way
                _paths(record, way, wanted, found)
