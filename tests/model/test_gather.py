"""What the written gatherer finds is what a plain walk over every field finds."""

from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from mouschema.checking.check import check
from mouschema.model import Agreement, Bundle, Ceremony, Date, Extensions, Organization, Text
from mouschema.model._annotations import hints, parts
from mouschema.model.fields import fields_of, held_below
from mouschema.model.scalars import Ref, scalar
from mouschema.reports.codes import FAULT
from mouschema.rules import STANDARD, Hit, Index, rule
from mouschema.testing.strategies import bundles, records

ROOTS = (Bundle, Agreement, Ceremony, Organization)
NAMES = {"name", "title", "text", "value", "sort_name"}


def walked(value: Any, record: Any = None, field: str = "") -> Iterator[tuple[Any, str, Any]]:
    """Yield every value in a record and in all below it that is no list, with the record and field that hold it."""
    if isinstance(value, tuple):
        for each in value:  # pyright: ignore[reportUnknownVariableType]
            yield from walked(each, record, field)
        return
    yield record, field, value
    for each in attrs.fields(value.__class__) if attrs.has(value.__class__) else ():
        yield from walked(getattr(value, each.name), value, each.name)


def marked(record: Any, field: str, mark: Any) -> bool:
    """Tell whether a field's annotation has a type or mark."""
    return any(part == mark for part in parts(hints(record.__class__)[field]))


def ref(record: Any, field: str) -> Ref | None:
    """Return what the references in a field lead to."""
    return next((part for part in parts(hints(record.__class__)[field]) if isinstance(part, Ref)), None)


def same(found: list[Any], expected: list[Any]) -> None:
    """Hold that both lists hold the same objects in the same order."""
    assert [id(each) for each in found] == [id(each) for each in expected]


@given(st.one_of(bundles(), *(records(cls) for cls in ROOTS)))
def test_the_written_gatherer_finds_what_a_walk_finds(root: Any) -> None:
    """Records, entries, references, dates, texts and free JSON are all found, each in the order of the document."""
    index, every = Index(root), list(walked(root))
    found = [(record, field, value) for record, field, value in every if record is not None and value is not None]
    same(index.records, [value for *_, value in every if attrs.has(value.__class__)])
    for cls in (root.__class__, *held_below(root.__class__)):
        same(index.of(cls), [each for each in index.records if each.__class__ is cls])

    entries = [(value, field) for record, field, value in every if record is not None and getattr(value, "id", None)]
    assert [(id(each.record), each.list) for each in index.entries] == [(id(value), field) for value, field in entries]
    first = {value.id: value for value, _ in reversed(entries)}
    same([index.by_id[each].record for each in first], list(first.values()))
    assert {name: ids - {None} for name, ids in index.ids.items() if ids - {None}} == {
        name: {value.id for value, field in entries if field == name} for _, name in entries
    }

    dates = [each for each in found if isinstance(each[2], Date)]
    assert [(id(each.owner), each.field, each.date) for each in index.dates] == [(id(r), f, v) for r, f, v in dates]
    assert index.intervals == [each for each in index.dates if each.date.is_interval]

    references = [(id(r), f, v, target.lists) for r, f, v in found if (target := ref(r, f))]
    assert [(id(each.owner), each.field, each.id, each.lists) for each in index.references] == references
    assert index.used == {each[2] for each in references}

    free = [(id(r), f) for r, f, v in found if v and (isinstance(v, Extensions) or marked(r, f, scalar("FreeJson")))]
    assert sorted((id(record), field) for record, field, _ in index.free_json) == sorted(free)


@given(st.one_of(bundles(), *(records(cls) for cls in ROOTS)))
def test_joined_texts_are_the_texts(root: Any) -> None:
    """Each language's joined text, split, has the texts of that language; a line has none; names are those in fields of names."""
    index = Index(root)
    walk = [(r, f, v) for r, f, v in walked(root) if r is not None and v is not None]
    texts = [(f, language, words) for _, f, v in walk if isinstance(v, Text) for language, words in v.items()]
    texts += [(f, None, v) for r, f, v in walk if marked(r, f, scalar("Line"))]
    assert sorted((each.field, str(each.language), each.text) for each in index.texts) == sorted(
        (field, str(language), words) for field, language, words in texts
    )
    joined = [(language, text) for language, texts in index.wordings.items() for text in texts.split("\0")]
    assert sorted(joined, key=str) == sorted(((language, words) for _, language, words in texts), key=str)
    assert sorted(index.names) == sorted(words for field, _, words in texts if field in NAMES)


@given(st.one_of(bundles(), records(Bundle)))
def test_resolved_says_whether_anything_is_amiss(root: Bundle) -> None:
    """A bundle is resolved if each reference leads to an entry in one of its lists and each identifier is that of one."""
    index = Index(root)
    right = all(
        (found := index.by_id.get(each.id)) and (not each.lists or found.list in each.lists)
        for each in index.references
    )
    assert index.resolved is (right and len(index.by_id) == len(index.entries))


def test_what_has_an_identifier_is_in_one_list() -> None:
    """A class whose records have identifiers is held by fields of one name only, and no class holds itself."""
    for holder in (Bundle, *held_below(Bundle)):
        for field in fields_of(holder):
            if field.cls and "id" in attrs.fields_dict(field.cls):
                assert held_below(Bundle)[field.cls] == field.name
            assert field.cls is None or holder not in {field.cls, *held_below(field.cls)}


@given(bundles())
def test_an_importers_rule_finds_everything(root: Bundle) -> None:
    """A rule from elsewhere gets all that the index promises, whatever our own rules did before it."""

    @rule("IOM-001", "all-of-it", "info")
    def all_of_it(index: Index) -> Iterator[Hit]:
        """Everything is told of."""
        for words in index.texts:
            yield Hit(words.record, words.path, "a text")
        for reference in index.references:
            yield Hit(reference.owner, (reference.field,), "a reference")
        for dated in index.dates:
            yield Hit(dated.owner, (dated.field,), "a date")
        for entry in index.entries:
            yield Hit(index.by_id[entry.record.id].record, ("id",), entry.list)

    report = check(root, profile=STANDARD.choose(rules=[all_of_it]))
    index = Index(root)
    told = len(index.texts) + len(index.references) + len(index.dates) + len(index.entries)
    assert report.count()["IOM-001"] == told
    assert FAULT not in report.count()
