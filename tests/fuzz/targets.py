"""The targets: each takes any bytes and raises where a promise is broken. The first byte chooses the kind."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any, Final
from xml.etree import ElementTree
from zlib import crc32

from rich.console import Console

from fuzz.promises import UNREAD, hold, read_by_python
from fuzz.seeds import KINDS
from mouschema import check, check_lines, dumps, loads
from mouschema.judging import judge
from mouschema.reading.read import read_bytes
from mouschema.render import FORMATS, render_report
from mouschema.reports.report import Report
from mouschema.show import render_bundle
from mouschema.show.terminal import print_page
from mouschema.show.view import view

__all__ = ["TARGETS"]

MOST_TEXT: Final = 4_500_000
LANGUAGES: Final = (("en",), ("lo", "en"), ())
SOURCES: Final = (
    None,
    "a.json",
    "::error::x",
    "##[error]",
    "=1+1;2",
    "https://a.co/`x`|*",
    "<b>&\u202e\x1b[31m\n",
    "\udcff\ufffe",
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def _split(data: bytes) -> tuple[str, bytes]:
    return KINDS[data[0] % len(KINDS)] if data else KINDS[0], data[1:]


def _sometimes(data: bytes, times: int) -> bool:
    """Tell whether it is the turn of what costs much; of the same bytes the same."""
    return crc32(data) % times == 0


def read(data: bytes) -> None:
    """Read: what Python's reader takes is taken, as the same value, and what it refuses is refused."""
    _, document = _split(data)
    reading = read_bytes(document)
    value, readable = read_by_python(document)
    found = set(reading.docket.counts)
    assert reading.readable or found
    if readable:
        assert not UNREAD & found
        assert not reading.readable or json.dumps(reading.value, sort_keys=True) == json.dumps(value, sort_keys=True)
    elif readable is False:
        assert not reading.readable


def checks(data: bytes) -> None:
    """Check: the report keeps its promises, and is the same with both engines."""
    kind, document = _split(data)
    report = check(document, kind=kind)
    hold(report, document)
    if not UNREAD & set(report.count()) and _sometimes(data, 8):
        slower = next(name for name in judge.ENGINES if name != judge.DEFAULT)
        assert check(document, kind=kind, engine=slower) == report


def lines(data: bytes) -> None:
    """JSON Lines: a report for each line that is not blank, the same as of the line alone."""
    kind, document = _split(data[:1000])
    whole = document.split(b"\n")
    for report in check_lines(document, kind=kind, most_bytes=500):
        assert report.line
        alone = check(whole[report.line - 1], kind=kind, most_bytes=500)
        assert (report.ok, report.count()) == (alone.ok, alone.count())


def text(data: bytes) -> None:
    """Text, however it was decoded: no exception, and the verdict of the bytes where they are UTF-8."""
    kind, document = _split(data)
    for errors in ("surrogateescape", "surrogatepass", "replace"):
        try:
            decoded = document.decode(errors=errors)
        except UnicodeDecodeError:
            continue
        report = check(decoded, kind=kind)
        if errors == "surrogateescape" and decoded.isprintable():
            assert report.findings == check(document, kind=kind).findings


def round_trip(data: bytes) -> None:
    """What loads, dumps, and loads again as the same record and the same text."""
    kind, document = _split(data)
    report = check(document, kind=kind)
    if report.record is not None and not {"JSN06", "JSN07", "JSN09"} & set(report.count()):
        for compact in (False, True):
            written = dumps(report.record, compact=compact)
            again = check(written, kind=kind)
            assert again.record == report.record
            assert dumps(again.record, compact=compact) == written
            assert [finding.code for finding in again.findings if finding.code != "JSN04"] == [
                finding.code for finding in check(report.record, kind=kind).findings
            ]
        assert not again.ok or loads(written, kind=kind) == report.record


def render(data: bytes) -> None:
    """Every form of a report is what it claims to be, can be encoded, is bounded, and acts on no terminal."""
    kind, document = _split(data)
    source = SOURCES[crc32(data) % len(SOURCES)]
    report = check(document, kind=kind, source=source)
    for name in FORMATS:
        if name != "html" or _sometimes(data, 20):  # it takes longer than all others
            written = render_report(report, name)
            written.encode()
            assert len(written) < MOST_TEXT, f"{name} of {len(written)} characters"
            _READ[name](written, report)


def show(data: bytes) -> None:
    """A record can be shown in every form."""
    _, document = _split(data)
    bundle = check(document).bundle
    if bundle is None:
        return
    languages = LANGUAGES[crc32(data) % len(LANGUAGES)]
    pages = [render_bundle(bundle, "html", languages=languages), render_bundle(bundle, "markdown", languages=languages)]
    terminal = Console(file=io.StringIO(), width=100, highlight=False)
    print_page(view(bundle, languages), terminal)
    for page in (*pages, terminal.file.getvalue()):  # pyright: ignore[reportAttributeAccessIssue]
        page.encode()
        assert not _CONTROL.search(page), _CONTROL.search(page)


def _plain(written: str, _report: Report) -> None:
    assert not _CONTROL.search(written), _CONTROL.search(written)


def _commands(written: str, report: Report) -> None:
    _plain(written, report)
    commands = re.findall(r"^::", written, re.MULTILINE)
    assert len(commands) == len(report.findings), "lines of text act as commands"


def _json(written: str, _report: Report) -> None:
    json.loads(written)


def _jsonl(written: str, report: Report) -> None:
    told = [json.loads(line) for line in written.split("\n") if line]
    assert len(told) >= len(report.findings)


def _xml(written: str, _report: Report) -> None:
    ElementTree.fromstring(written)


def _csv(written: str, report: Report) -> None:
    rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) >= len(report.findings) + 2
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows[1:] for cell in row)


class _Acting(HTMLParser):
    """Counts what acts in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note elements that act, and attributes that do."""
        acting = [
            name
            for name, value in attrs
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
        ]
        self.found += [tag] * (tag in {"script", "iframe", "object", "embed", "base", "form"}) + acting


def _html(written: str, report: Report) -> None:
    _plain(written, report)
    assert _Acting(written).found in ([], ["form", "script"])  # its own search, where there is something to search


_READ: Final[dict[str, Callable[[str, Report], Any]]] = {
    "text": _plain,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _json,
    "junit": _xml,
    "github": _commands,
    "markdown": _plain,
    "csv": _csv,
    "problem": _json,
    "html": _html,
}

TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "read": read,
    "check": checks,
    "lines": lines,
    "text": text,
    "round-trip": round_trip,
    "render": render,
    "show": show,
}
