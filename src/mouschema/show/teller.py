"""Tell a record field by field: each under the title that the model gives it, with the notes about it.

Whatever the model has a field for is told, without a line here for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar, cast

import attrs

from mouschema import schemas
from mouschema._safe import first, shortened
from mouschema._types import Path
from mouschema.model import Bundle, Extensions, Text
from mouschema.model.index import Index, paths
from mouschema.show import words as say
from mouschema.show.forms import ON_ONE_LINE, TITLES, UNNAMED, fields_in, parsed
from mouschema.show.marks import Marks
from mouschema.show.parts import Entry, Fact, Line, Words, joined, marked, plain
from mouschema.show.scalars import as_text, in_words, kind_of

__all__ = ["Teller"]

R = TypeVar("R")

_LONGEST_NAME: Final = 400
_MOST_NAMES: Final = 1_000_000
"""Letters of names in links, on one page."""


class Teller:
    """Puts the records of one bundle into words.

    Attributes:
        bundle: The bundle.
        languages: The languages to prefer, the best first.
        index: What identifiers lead to.
        paths: The place of each record, by the record's `id()`.
        marks: The notes by place.
    """

    def __init__(self, bundle: Bundle, languages: tuple[str, ...]) -> None:
        """Look up once what identifiers lead to and what the notes are about."""
        self.bundle = bundle
        self.languages = languages
        self.index = Index(bundle)
        self.paths = paths(bundle)
        self.marks = Marks(bundle.annotations)
        self._anchored: set[str] = set()
        self._briefs: dict[int, Words] = {}
        self._room = _MOST_NAMES

    def marks_of(self, path: Path) -> tuple[int, ...]:
        """Return the notes about a record as a whole, or about its identifier, which no page shows."""
        return self.marks.at(path) + self.marks.at((*path, "id"))

    def anchor(self, record: Any) -> str | None:
        """Return the anchor of a record, once; None where no link leads to it."""
        id: str | None = getattr(record, "id", None)
        if id is None or id in self._anchored or self.index.by_id[id].record is not record:
            return None
        self._anchored.add(id)
        return f"r-{id}"

    def link(self, id: str) -> Words:
        """Return the name of what an identifier leads to, as a link; the identifier itself where it leads nowhere.

        A page that names the same again and again names it by its identifier in the end: each would take as many
        letters as the longest name, of a document with as many identifiers as it has room for.
        """
        entry = self.index.by_id.get(id)
        if not entry:
            return Words(id)
        name = self.brief(entry.record)
        self._room -= len(name.text)
        text, language = (name.text, name.language) if self._room > 0 else (id, None)
        return Words(text, language, f"#r-{id}", name.hint, name.marks)

    def links(self, ids: tuple[str, ...]) -> Line:
        """Return several such links on one line."""
        return joined([(self.link(id),) for id in ids], "; ")

    def named(self, ids: tuple[str, ...]) -> str:
        """Return the names without links, at most twelve of them."""
        some, more = first(ids)
        return ", ".join(self.link(id).text for id in some) + (f" and {more:,} more" if more else "")

    def pointing(self, there: Mapping[str, list[R]], record: Any) -> Sequence[R]:
        """Return what points to a record, of all that points somewhere; nothing where another has its identifier.

        Args:
            there: What points to each identifier.
            record: The record.
        """
        return there.get(record.id, ()) if self.index.by_id[record.id].record is record else ()

    def brief(self, record: Any) -> Words:
        """Return what a record is called, as short as can be."""
        if id(record) not in self._briefs:
            name = self._brief(record)
            self._briefs[id(record)] = attrs.evolve(name, text=shortened(name.text, _LONGEST_NAME))
        return self._briefs[id(record)]

    def _brief(self, record: Any) -> Words:
        for field in ("name", "title", "action"):
            if name := getattr(record, field, None):
                return self.wordings(name, ())[0]
        sort: str = schemas.definition(record.__class__.__name__)["title"]
        unnamed = plain(self.line(record, UNNAMED.get(record.__class__, ""), ()))
        if getattr(record, "kind", None) == "other":
            return Words(unnamed.replace("Other", f"Other {sort.lower()}", 1))
        return Words(unnamed or sort)

    def wordings(self, text: Text, path: Path) -> list[Words]:
        """Return the words of a text in each language, the preferred one first."""
        best = text.best(*self.languages)
        listed = sorted(text.items(), key=lambda wording: wording[1] != best)
        made = [Words(words, tag, marks=self.marks.at((*path, tag))) for tag, words in listed]
        return [attrs.evolve(made[0], marks=self.marks.at(path) + made[0].marks), *made[1:]]

    def facts(
        self, record: Any, path: Path, *, skip: tuple[str, ...] = (), only: tuple[str, ...] | None = None
    ) -> tuple[Fact, ...]:
        """Return what the record says, field by field.

        Args:
            record: The record.
            path: Its place in the bundle.
            skip: Fields that are told elsewhere.
            only: The fields to tell; all when None.
        """
        cls: Any = record.__class__
        told = (field for field in attrs.fields(cls) if _is_told(record, field) and field.name not in skip)
        return tuple(self._fact(record, field.name, path) for field in told if only is None or field.name in only)

    def entry(self, record: Any, path: Path, *, skip: tuple[str, ...] = (), parts: tuple[Entry, ...] = ()) -> Entry:
        """Return a record as an entry: its title, and as facts what the title does not say.

        Args:
            record: The record.
            path: Its place in the bundle.
            skip: Fields that are told elsewhere.
            parts: Entries that belong to it.
        """
        form = TITLES.get(record.__class__, "")
        title, *also = self._title(record, form, path)
        facts = self.facts(record, path, skip=("id", *skip, *fields_in(form)))
        return Entry(title, tuple(also), facts, parts, self.anchor(record), self.marks_of(path))

    def line(self, record: Any, form: str, path: Path) -> Line:
        """Return some fields of a record on one line."""
        line: list[Words] = []
        for before, field in parsed(form):
            for told in self._on_the_line(record, field, path):
                line += (Words(before), *told) if line else told
            if isinstance(getattr(record, field), tuple):
                line[-1:] = marked(tuple(line[-1:]), self.marks.at((*path, field)))
        return tuple(line)

    def _title(self, record: Any, form: str, path: Path) -> list[Line]:
        names = fields_in(form)
        if len(names) == 1 and isinstance(text := getattr(record, names[0]), Text):
            return [(words,) for words in self.wordings(text, (*path, names[0]))]
        return [self.line(record, form, path) or ((self.brief(record),) if form else ())]

    def _fact(self, record: Any, name: str, path: Path) -> Fact:
        title, hint = say.field(record.__class__, name)
        value = getattr(record, name)
        told = [
            line for place, each in _placed(value, (*path, name)) for line in self._value(record, name, each, place)
        ]
        lines = [line for line in told if isinstance(line, tuple)]
        if isinstance(value, tuple) and not isinstance(value[0], Text) and all(len(line) == 1 for line in lines):
            told = [joined(lines, "; ")] if lines else told
        marks = self.marks.at((*path, name)) if isinstance(value, tuple | Extensions) else ()
        marks += tuple(mark for each in told if isinstance(each, Entry) and not each.title for mark in each.marks)
        return Fact(title, tuple(told), hint, marks)

    def _on_the_line(self, record: Any, name: str, path: Path) -> Iterator[Line]:
        """Yield each value of a field on a line; a text with all its wordings."""
        for place, each in _placed(getattr(record, name), (*path, name)):
            if isinstance(each, Text):
                yield joined([(words,) for words in self.wordings(each, place)], " / ")
            elif each is not None:
                yield from (line for line in self._value(record, name, each, place) if isinstance(line, tuple))

    def _value(self, record: Any, name: str, value: Any, path: Path) -> Iterator[Line | Entry]:
        form = ON_ONE_LINE.get(value.__class__)
        if isinstance(value, Text):
            yield from ((words,) for words in self.wordings(value, path))
        elif isinstance(value, Extensions):
            for key, own in value.items():
                yield Words(f"{key}: "), Words(as_text(own), "und", marks=self.marks.within((*path, key)))
        elif form:
            yield marked(self.line(value, form, path) or (Words("nothing said"),), self.marks.at(path))
        elif attrs.has(value.__class__):
            yield self.entry(value, path)
        else:
            is_id = kind_of(record.__class__, name) == "Id"
            words = self.link(value) if is_id else in_words(record.__class__, name, value)
            yield (attrs.evolve(words, marks=self.marks.within(path)),)


def _placed(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield each entry of a list with its place, or else the value itself."""
    if isinstance(value, tuple):
        entries = cast("tuple[Any, ...]", value)
        yield from (((*path, place), each) for place, each in enumerate(entries))
    else:
        yield path, value


def _is_told(record: Any, field: Any) -> bool:
    value = getattr(record, field.name)
    return value is not None and value != field.default and not (isinstance(value, Extensions) and not value)
