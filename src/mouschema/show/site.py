"""A static site: a page for each record, and an index that can be searched without a server."""

import re
from collections import Counter
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Final

from mouschema._writing import refuse_link, save
from mouschema.model import Bundle
from mouschema.show.card import Card, card
from mouschema.show.html import render_html, render_index
from mouschema.show.view import view

__all__ = ["write_site"]

INDEX: Final = "index.html"
_LONGEST_NAME: Final = 100
_DEVICE: Final = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending."""


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
        folder: Where to write; it is made if it is not there. Pages are replaced, what else is in it stays.
        languages: The languages to prefer where a text has several, the best first.
        templates: A folder with templates that take the place of those of the package.

    Returns:
        The number of records.

    Raises:
        OSError: Something cannot be written, or the folder or a page in it is a link.
    """
    refuse_link(folder)
    folder.mkdir(parents=True, exist_ok=True)
    cards: list[Card] = []
    taken = Counter([INDEX])
    for name, bundle in records:
        file = _file_name(name, taken)
        page = view(bundle, languages)
        save(folder / file, render_html(page, templates, home=INDEX))
        cards.append(card(bundle, page, file, languages))
    cards.sort(key=lambda each: (-max(each.years, default=0), each.file))
    save(folder / INDEX, render_index(cards, templates))
    return len(cards)


def _file_name(name: str, taken: Counter[str]) -> str:
    """Return a file name of plain letters that every system takes and no other page has, not even in capital letters.

    Args:
        name: What the page would like to be called.
        taken: The names of the other pages in small letters, and how often each was asked for.
    """
    plain = re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")[:_LONGEST_NAME] or "record"
    if _DEVICE.fullmatch(plain):
        plain = f"record-{plain}"
    file = f"{plain}.html"
    while taken[file.lower()]:
        taken[f"{plain}.html".lower()] += 1
        file = f"{plain}-{taken[f'{plain}.html'.lower()]}.html"
    taken[file.lower()] += 1
    return file
