"""A page as one line after the other, for forms that have nothing but lines: Markdown and the terminal."""

from collections.abc import Iterator

import attrs

from mouschema.show.parts import Entry, Fact, Line, Note, Page, Section, Words

__all__ = ["Item", "outline", "told"]


@attrs.frozen
class Item:
    """One line of the page.

    Attributes:
        kind: `heading`, `line` for a paragraph, `fact` or `entry` for a point of a list.
        depth: The level of a heading, counted from 1; how deep a point of a list stands, counted from 0.
        line: The words.
        label: What stands before them.
    """

    kind: str
    depth: int
    line: Line
    label: Line = ()


def outline(page: Page) -> Iterator[Item]:
    """Yield the lines of a page, the notes and the closing sentence aside."""
    yield Item("heading", 1, page.title)
    yield from (Item("line", 0, line) for line in page.also)
    for section in page.sections:
        yield from _section(section, 2)


def told(note: Note) -> Line:
    """Return a note on one line."""
    line: list[Words] = [note.basis, Words(" · "), *note.place]
    for fact in note.facts:
        line.append(Words(f"; {fact.label}: "))
        for place, value in enumerate(fact.values):
            line += [Words(" / "), *_line(value)] if place else _line(value)
    return tuple(line)


def _section(section: Section, level: int) -> Iterator[Item]:
    yield Item("heading", level, (*section.heading, _marks(section.marks)))
    yield from (Item("line", 0, line) for line in (*section.also, section.badges) if line)
    if section.figure and section.figure.name == "timeline":  # what the other drawing shows follows as entries
        yield Item("entry", 0, (Words(section.figure.title),))
        yield from (Item("fact", 1, line) for line in section.figure.lines)
    yield from _facts(section.facts, 0)
    for entry in section.entries:
        yield from _entry(entry, 0)
    for inner in section.sections:
        yield from _section(inner, level + 1)


def _facts(facts: tuple[Fact, ...], depth: int) -> Iterator[Item]:
    for fact in facts:
        label = (Words(fact.label), _marks(fact.marks))
        if len(fact.values) == 1 and not isinstance(fact.values[0], Entry):
            yield Item("fact", depth, fact.values[0], label)
            continue
        yield Item("fact", depth, (), label)
        for value in fact.values:
            yield from _entry(value, depth + 1) if isinstance(value, Entry) else [Item("fact", depth + 1, value)]


def _entry(entry: Entry, depth: int) -> Iterator[Item]:
    if entry.title:
        yield Item("entry", depth, (*entry.title, _marks(entry.marks)))
        depth += 1
    yield from (Item("fact", depth, line) for line in entry.also)
    yield from _facts(entry.facts, depth)
    for part in entry.parts:
        yield from _entry(part, depth)


def _line(value: Line | Entry) -> Line:
    return value.title if isinstance(value, Entry) else value


def _marks(marks: tuple[int, ...]) -> Words:
    return Words("", marks=marks)
