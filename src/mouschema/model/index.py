"""Everything that the rules look up, gathered in one walk over the records."""

from collections.abc import Callable, Container, Iterable
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from mouschema._types import Path
from mouschema.model import Agreement, Bundle, Ceremony, Date, Document, Extensions, Relation
from mouschema.model._annotations import hints, parts
from mouschema.model.fields import Words, words_in
from mouschema.model.scalars import Ref, scalar

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


class Dated(NamedTuple):
    """A date and the record and field that hold it."""

    owner: Any
    field: str
    date: Date


class Entry(NamedTuple):
    """Something with an identifier of its own, and the name of the list that holds it."""

    record: Any
    list: str


class Index:
    """The records of one document, by class and by identifier, with their references and dates.

    Attributes:
        root: The record that the document is.
        whole: Whether the document is a bundle, so that every reference can be followed.
        entries: What has an identifier, in the order of the document, the same identifier twice included.
        by_id: The first entry of each identifier.
        records: Every record, in the order of the document.
        links: Every field with references.
        remembered: What rules have found out and need again; see `_about.remembered`.
        dates: Every date.
        free_json: Every record, field and value that the schema does not bound.
    """

    def __init__(self, root: Any) -> None:
        """Walk over the records once."""
        self.root = root
        self.whole = isinstance(root, Bundle)
        self.entries: list[Entry] = []
        self.records: list[Any] = []
        self.links: list[Link] = []
        self.remembered: dict[Callable[..., Any], dict[Any, Any]] = {}
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
    def references(self) -> list[Reference]:
        """Every reference, one by one."""
        return [Reference(link.owner, link.field, *each, link.lists) for link in self.links for each in link.placed()]

    @cached_property
    def texts(self) -> list[Words]:
        """Every text, by language or not, in the order of the document."""
        return list(words_in(self.records))

    def _visit(self, record: Any, within: str) -> None:
        cls = record.__class__
        self.records.append(record)
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

    def take_link(self, owner: Any, field: str, value: str | tuple[str, ...], lists: tuple[str, ...]) -> None:
        """Note the references in a field."""
        self.links.append(Link(owner, field, value, lists))

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
    found = list(parts(annotation))
    for part in found:
        if isinstance(part, Ref):
            return _Step(field, Index.take_link, part.lists)
        if part is Date:
            return _Step(field, Index.take_date)
        if part is Extensions or part == scalar("FreeJson"):
            return _Step(field, Index.take_free_json)
        if hasattr(part, "__attrs_attrs__"):
            return _Step(field, Index.take_records if tuple in found else Index.take_record)
    return None


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
