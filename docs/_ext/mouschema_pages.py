"""Sphinx extension: the pages that the code itself knows, written when the build begins.

They go to `docs/codes/` and `docs/reference/model/`, which git ignores, so that links, search and the table of
contents treat them as any other page.
"""

import shutil
from pathlib import Path
from typing import Any, get_type_hints

import code_pages
import model_pages

from mouschema import schemas

__all__ = ["setup"]

_FOLDERS = {"codes": code_pages.pages, "reference/model": model_pages.pages}
_AS_WRITTEN: dict[str, list[str]] = {}


def setup(app: Any) -> dict[str, Any]:
    """Let Sphinx call what is below."""
    app.connect("builder-inited", _write)
    app.connect("autodoc-process-docstring", _keep, priority=400)
    app.connect("autodoc-process-docstring", _put_back, priority=600)
    app.connect("sphinx-click-process-description", _take_as_text)
    app.connect("build-finished", _publish_schemas)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write(app: Any) -> None:
    """Write each page that changed and remove those that are no more."""
    for folder, pages in _FOLDERS.items():
        target = Path(app.srcdir) / folder
        target.mkdir(exist_ok=True)
        made = pages()
        for path in target.glob("*.md"):
            if path.name not in made:
                path.unlink()
        for name, text in made.items():
            path = target / name
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
    for cls in model_pages.records().values():  # last, because the pages are made of what this takes away
        cls.__annotations__ = get_type_hints(cls)  # `str`, not `Annotated[str, Meta(...)]`


def _keep(_app: Any, what: str, name: str, _object: Any, _options: Any, lines: list[str]) -> None:
    if what in ("attribute", "property"):
        _AS_WRITTEN[name] = list(lines)


def _put_back(_app: Any, _what: str, name: str, _object: Any, _options: Any, lines: list[str]) -> None:
    """Undo what Napoleon does to `What it is. Example: ...`: it takes all before the colon for a type."""
    if name in _AS_WRITTEN:
        lines[:] = _AS_WRITTEN.pop(name)


def _take_as_text(_app: Any, _context: Any, lines: list[str]) -> None:
    """Keep `*.json` in the help of a command from being taken for emphasis."""
    lines[:] = [line.replace("*", r"\*") for line in lines]


def _publish_schemas(app: Any, failure: Exception | None) -> None:
    """Put the schemas where their `$id` says that they are."""
    if failure is None and app.builder.format == "html":
        target = Path(app.outdir) / schemas.BASE.rpartition("/")[2] / schemas.VERSION
        target.mkdir(parents=True, exist_ok=True)
        for path in schemas.folder().glob("*.json"):
            shutil.copy(path, target)
