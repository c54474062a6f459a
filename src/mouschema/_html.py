"""One base for every HTML page: the templates, the filters that they need, and what they may load.

A page is one file that asks the network for nothing. In whatever comes from a document Jinja2 escapes the
markup, and characters that act on the reading direction or on a terminal are made visible.
"""

import base64
import hashlib
import re
from functools import lru_cache
from os import PathLike
from typing import Any, Final

from mouschema._safe import printable
from mouschema.model.scripts import script_of

try:
    import jinja2
    from markupsafe import Markup
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "HTML pages need one more package: pip install 'mouschema[render]'", name=missing.name
    ) from missing

__all__ = ["direction", "environment", "printable"]

_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_RIGHT_TO_LEFT: Final = {"ARABIC", "HEBREW"}


@lru_cache(maxsize=8)  # templates are compiled once; one that changed is read again
def environment(templates: str | PathLike[str] | None = None) -> jinja2.Environment:
    """Make the Jinja2 environment for pages.

    Whatever a template prints is escaped, and its control and bidi characters are made visible. Filters:
    `bdi(tag)` wraps words in their language, `weblink(url)` makes words a link if the address is one of the web,
    `csp_hash` is how a Content-Security-Policy names an inline style or script.

    Args:
        templates: A folder whose templates come before those of the same name in the package.
    """
    own = jinja2.PackageLoader("mouschema")
    made: Any = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(templates), own]) if templates else own,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(bdi=_bdi, weblink=_weblink, csp_hash=_csp_hash, visible=printable)
    return made


def direction(tag: str) -> str:
    """Return how a language is written: `ltr`, `rtl`, or `auto` where the tag alone does not tell."""
    scripts = script_of(tag)
    return "rtl" if scripts & _RIGHT_TO_LEFT else "ltr" if scripts else "auto"


def _printed(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _bdi(words: str, tag: str | None = None) -> Markup:
    """Set words apart in the language that they are in; without a tag only from what stands around them."""
    text = words if isinstance(words, Markup) else printable(words)
    if tag is None:
        return Markup("<bdi>{}</bdi>").format(text)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format("" if tag == "und" else tag, direction(tag), text)


def _weblink(words: str, url: str) -> Markup:
    """Make words a link to a web address that a partner supplied; words they stay where it is none."""
    text = words if isinstance(words, Markup) else printable(words)
    if not _WEB.match(url):
        return Markup("{}").format(text)
    return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(printable(url), text)


def _csp_hash(content: str) -> Markup:
    if not content.strip():
        return Markup("'none'")
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return Markup("'sha256-{}'").format(digest)
