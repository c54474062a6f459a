"""A static site: a page for each record, and an index that can be searched without a server."""

import re
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Final

from mouschema.model import Bundle
from mouschema.show.card import Card, card
from mouschema.show.html import render_html, render_index
from mouschema.show.view import view

__all__ = ["write_site"]

INDEX: Final = "index.html"
_LONGEST_NAME: Final = 100


def write_site(
    records: Iterable[tuple[str, Bundle]],
    folder: Path,
    *,
    languages: tuple[str, ...] = ("en",),
    templates: str | PathLike[str] | None = None,
) -> int:
    """Write a page for each record, and the index.

    Args:
        records: The records, each with the name that its page is to have as a file.
        folder: Where to write; it is made if it is not there. What else is in it stays.
        languages: The languages to prefer where a text has several, the best first.
        templates: A folder with templates that take the place of those of the package.

    Returns:
        The number of records.

    Raises:
        OSError: Something cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    cards: list[Card] = []
    taken = {INDEX}
    for name, bundle in records:
        file = _file_name(name, taken)
        page = view(bundle, languages)
        _write(folder / file, render_html(page, templates, home=INDEX))
        cards.append(card(bundle, page, file, languages))
    cards.sort(key=lambda each: (-max(each.years, default=0), each.file))
    _write(folder / INDEX, render_index(cards, templates))
    return len(cards)


def _file_name(name: str, taken: set[str]) -> str:
    """Return a file name of plain letters that no other page has, not even in capital letters."""
    plain = re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")[:_LONGEST_NAME] or "record"
    file, number = f"{plain}.html", 1
    while file.lower() in taken:
        number += 1
        file = f"{plain}-{number}.html"
    taken.add(file.lower())
    return file


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
