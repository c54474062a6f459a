"""A page on the terminal. It needs rich, as the command line does."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from mouschema._safe import printable
from mouschema.show.outline import Item, outline, told
from mouschema.show.parts import Line, Page, Words

__all__ = ["print_page"]

_TOGETHER: Final = 50  # each call of the console costs as much as several lines


def print_page(page: Page, console: Console) -> None:
    """Print a page. Nothing of the record is taken as markup, and no character of it acts on the terminal.

    Args:
        page: The page.
        console: Where to print it.
    """
    lines = _lines(page)
    while together := list(islice(lines, _TOGETHER)):
        console.print(Group(*together))


def _lines(page: Page) -> Iterator[Padding | Text]:
    for item in outline(page):
        if item.kind == "heading":
            yield Text()
        yield _item(item, page)
    if page.notes:
        yield Text("\nWhere values come from", "bold cyan")
    for note in page.notes:
        text = Text.assemble((f"[{note.number}] ", "yellow"), _line(told(note), page))
        yield Padding(text, (0, 0, 0, 2), expand=False)
    yield Text(f"\n{page.closing}", "dim")


def _item(item: Item, page: Page) -> Padding | Text:
    line = _line(item.line, page)
    match item.kind:
        case "heading":
            line.stylize("bold" if item.depth == 1 else "bold cyan" if item.depth == 2 else "cyan")
            return line
        case "line":
            return line
        case "entry":
            line.stylize("bold")
            return Padding(line, (0, 0, 0, 2 * item.depth + 2), expand=False)
        case _:
            label = _line(item.label, page)
            text = Text.assemble((label.plain, "dim"), (": ", "dim"), line) if item.label else line
            return Padding(text, (0, 0, 0, 2 * item.depth + 2), expand=False)


def _line(line: Line, page: Page) -> Text:
    return Text.assemble(*(part for words in line for part in _words(words, page)))


def _words(words: Words, page: Page) -> Iterator[Text]:
    yield Text(printable(words.text), "underline" if words.to and not words.to.startswith("#") else "")
    for number in words.marks:
        note = page.notes[number - 1]
        yield Text(f" [{number}]" if note.certain else f" [{note.basis.text} {number}]", "yellow")
