"""What a page is made of, whatever it is written in: words, facts, entries, figures, sections."""

from typing import Any, TypeAlias

import attrs

__all__ = ["Entry", "Fact", "Figure", "Line", "Note", "Page", "Section", "Words", "joined", "marked", "plain"]


@attrs.frozen
class Words:
    """A few words that belong together.

    Attributes:
        text: The words.
        language: Their language tag, `und` when it is not known; None for words of ours.
        to: Where they lead: `#` and an anchor of the page, or a web address.
        hint: What they mean, in a sentence.
        marks: The numbers of the notes that say where they come from.
    """

    text: str
    language: str | None = None
    to: str | None = None
    hint: str = ""
    marks: tuple[int, ...] = ()


Line: TypeAlias = tuple[Words, ...]


@attrs.frozen
class Fact:
    """A label and what stands under it.

    Attributes:
        label: The label.
        values: The values, lines or entries of their own.
        hint: What the label means.
        marks: The numbers of the notes about all the values together.
    """

    label: str
    values: "tuple[Line | Entry, ...]"
    hint: str = ""
    marks: tuple[int, ...] = ()


@attrs.frozen
class Entry:
    """Somebody or something with facts of its own.

    Attributes:
        title: What it is called; empty where the label before it says it, which then has the marks too.
        also: The title in other languages.
        facts: What is known of it.
        parts: What belongs to it, such as the offices of a ministry.
        anchor: Where links to it lead; None when nothing can refer to it.
        marks: The numbers of the notes about the whole of it.
    """

    title: Line
    also: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    parts: "tuple[Entry, ...]" = ()
    anchor: str | None = None
    marks: tuple[int, ...] = ()


@attrs.frozen
class Figure:
    """A drawing, and the same in words.

    Attributes:
        name: The template that draws it.
        anchor: Its anchor.
        title: What it shows.
        drawing: Places and sizes, for the template.
        lines: What it says, for those who do not see it.
    """

    name: str
    anchor: str
    title: str
    drawing: Any
    lines: tuple[Line, ...]


@attrs.frozen
class Section:
    """A part of the page under a heading.

    Attributes:
        anchor: Where links to it lead.
        heading: Its heading.
        badges: A few words that say what sort of thing it is.
        also: The heading in other languages.
        figure: A drawing.
        facts: Facts.
        entries: Entries.
        sections: Sections in it.
        marks: The numbers of the notes about the whole of it.
    """

    anchor: str
    heading: Line
    badges: Line = ()
    also: tuple[Line, ...] = ()
    figure: Figure | None = None
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    sections: "tuple[Section, ...]" = ()
    marks: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing under the heading."""
        return not (self.facts or self.entries or self.sections or self.figure)


@attrs.frozen
class Note:
    """Where a value comes from.

    Attributes:
        number: The number that marks the value.
        basis: How the value is known, such as `inferred`.
        certain: Whether a source states it, so that a reader need not be warned.
        place: What value it is.
        facts: The sources, what they print, how the value follows.
    """

    number: int
    basis: Words
    certain: bool
    place: Line
    facts: tuple[Fact, ...]


@attrs.frozen
class Page:
    """The record as a document.

    Attributes:
        title: Its title.
        also: The title in other languages.
        sections: The parts.
        notes: Where values come from.
        closing: What one cannot know from a record.
    """

    title: Line
    also: tuple[Line, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    closing: str


def plain(line: Line) -> str:
    """Return a line as mere text."""
    return "".join(words.text for words in line)


def joined(lines: list[Line], between: str) -> Line:
    """Put lines on one line."""
    return tuple(words for line in lines for words in (Words(between), *line))[1:]


def marked(line: Line, marks: tuple[int, ...]) -> Line:
    """Return a line with more notes about its last words."""
    return (*line[:-1], attrs.evolve(line[-1], marks=line[-1].marks + marks)) if line and marks else line
