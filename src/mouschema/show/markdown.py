"""A page as Markdown: CommonMark, with the footnotes that GitHub, Pandoc and MyST know."""

import re
from collections.abc import Iterator
from typing import Final

from mouschema._safe import printable
from mouschema.show.outline import Item, outline, told
from mouschema.show.parts import Line, Page, Words

__all__ = ["render_markdown"]

_MEANING: Final = re.compile(r"([\\`*_{}\[\]<>()#&|~$^!@])|(?<=:)(//)|(?<=www)(\.)", re.IGNORECASE)
_AT_THE_START: Final = re.compile(r"^[ ]*(?:([0-9]+)([.)])|([-+=:%]))", re.MULTILINE)
_WEB: Final = re.compile(r"https?://[^\s<>\\`]+", re.IGNORECASE)
_DEEPEST_HEADING: Final = 6


def render_markdown(page: Page) -> str:
    """Return a page as Markdown; no words of the record are taken as Markdown or HTML.

    Args:
        page: The page.
    """
    blocks: list[str] = []
    for item in outline(page):
        text = _item(item, page)
        if item.kind in ("fact", "entry") and blocks and blocks[-1].lstrip().startswith("- "):
            blocks[-1] += f"\n{text}"
        else:
            blocks.append(text)
    if page.notes:
        blocks.append("## Where values come from")
        blocks += (f"[^{note.number}]: {_line(told(note), page)}" for note in page.notes)
    return "\n\n".join([*blocks, _escaped(page.closing)]) + "\n"


def _item(item: Item, page: Page) -> str:
    label = _line(item.label, page)
    line = _line(item.line, page)
    match item.kind:
        case "heading":
            return f"{'#' * min(item.depth, _DEEPEST_HEADING)} {' '.join(line.split())}"
        case "line":
            return line
        case _:
            text = f"**{line}**" if item.kind == "entry" and line else line
            text = f"{label}: {text}" if label else text
            indent = "  " * item.depth
            return f"{indent}- {text}".replace("\n", f"\n{indent}  ")


def _line(line: Line, page: Page) -> str:
    text = "".join(_words(words, page) for words in line).strip()
    return _AT_THE_START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", text)


def _words(words: Words, page: Page) -> str:
    text = f"<{words.text}>" if words.to and _WEB.fullmatch(words.text) else _escaped(words.text)
    return text + "".join(_marks(words.marks, page))


def _marks(numbers: tuple[int, ...], page: Page) -> Iterator[str]:
    for number in numbers:
        note = page.notes[number - 1]
        yield f"[^{number}]" if note.certain else f" *({note.basis.text})*[^{number}]"


def _escaped(text: str) -> str:
    """Return words so that Markdown takes nothing in them for its own; line breaks stay line breaks."""
    return _MEANING.sub(r"\\\g<0>", printable(text)).replace("\t", " ").replace("\n", "\\\n")
