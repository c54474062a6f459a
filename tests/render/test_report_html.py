"""Reports as a page: everything found is told, every link leads somewhere, and nothing of a document acts."""

import json
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import attrs
import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chance import damaged
from conftest import EXAMPLES, READABLE, SEED, name, seed
from mouschema import Report, Severity, check, check_lines
from mouschema.render import _page
from mouschema.render import render_report as render
from mouschema.render._page import called, steps
from mouschema.render._source import shown
from mouschema.render._tally import LIMITS
from mouschema.reports.codes import code_of
from mouschema.rules import rule
from near import record

HOSTILE = '<script>ran()</script>"><img src=x onerror=ran()>{{7*7}}</script></style>javascript:ran()&amp;\u202e\u2066\x1b[31m\x00'
FIRST_OF_EACH_CODE = list({path.parent: path for path in reversed(READABLE) if path.parent.name != "JSN08"}.values())
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def page(reports: Report | Iterable[Report]) -> Element:
    """Return the page of some reports, after what must hold of every page."""
    made = render(reports, "html")
    assert not ACTING.search(made)
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(made)
    assert_sound(parsed)
    return parsed


def assert_sound(parsed: Element) -> None:
    """Identifiers are unique, links resolve, nothing is loaded, headings skip no level, and the last line is there."""
    ids = [each.get("id") for each in parsed.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for link in parsed.iter("a"):
        target = link.get("href", "")
        assert target.startswith("https://") or target[1:] in ids, target
    for each in parsed.iter():
        assert each.tag not in ("img", "link", "iframe", "object", "embed", "base")
        assert not [key for key in each.attrib if key.startswith("on") or key in ("src", "srcset", "style", "action")]
    for element in ("script", "style"):
        assert len(list(parsed.iter(element))) <= 1
    levels = [int(each.tag[1]) for each in parsed.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert text(one(parsed, "footer")).endswith(LIMITS)


def one(parsed: Element, tag: str, kind: str | None = None) -> Element:
    """Return the only element of a tag and class."""
    (found,) = some(parsed, tag, kind)
    return found


def some(parsed: Element, tag: str, kind: str | None = None) -> list[Element]:
    """Return the elements of a tag, of a class if asked for."""
    return [each for each in parsed.iter(tag) if not kind or kind in each.get("class", "").split()]


def text(element: Element | str) -> str:
    """Return the words of an element, with single blanks between them."""
    return " ".join((element if isinstance(element, str) else "".join(element.itertext())).split())


def report(value: Any, **options: Any) -> Report:
    """Check a value that is written as a file would be."""
    return check(json.dumps(value, ensure_ascii=False, indent=2), **options)


@pytest.mark.parametrize("path", [EXAMPLES / "submission.json", *FIRST_OF_EACH_CODE], ids=name)
def test_every_finding_is_told(path: Path) -> None:
    """Code, message, hint, explanation and place; the place leads to the marked line, and the line back."""
    report = check(path)
    parsed = page(report)
    words, summary = text(parsed), text(one(parsed, "section", "summary"))
    told = {each.get("id"): each for each in some(parsed, "li", "finding")}
    by_id = {each.get("id"): each for each in parsed.iter("li")}
    for finding in report.findings:
        row = next(
            row
            for row in some(parsed, "li", "marked")
            if row.get("value") == str(finding.line) and any(finding.code in text(link) for link in row.iter("a"))
        )
        assert some(row, "mark", finding.severity)
        links = [each.get("href", "")[1:] for each in row.iter("a") if finding.code in text(each)]
        mine = [told[link] for link in links if text(finding.message) in text(told[link])]
        assert mine
        assert text(finding.hint) in text(mine[0])
        assert by_id[next(mine[0].iter("a")).get("href", "")[1:]] is not None
        assert f"Line {finding.line}, column {finding.column}" in text(mine[0])
        assert (mine[0].get("data-code"), mine[0].get("data-severity")) == (finding.code, finding.severity)
        assert finding.code in summary
        assert text(code_of(finding.code, report.ruleset).explanation) in words
        assert finding.help_url in words


def test_errors_come_first() -> None:
    """Errors, warnings, infos; within each by code; and the verdict names the errors."""
    told = page(check(EXAMPLES / "submission.json"))
    assert text(one(told, "p", "verdict")) == "11 errors must be mended before this record can be used."
    document = {**record(), "people": [*record()["people"], {"id": "nobody", "name": {"en": "Nobody"}}]}
    document["agreements"][0]["kind"] = "agreement"
    made = report(document, severity={"REF04": "info"})
    (finding,) = made.findings
    others = [attrs.evolve(finding, code="SCH01", severity=Severity.ERROR), attrs.evolve(finding, code="DAT01")]
    parsed = page(attrs.evolve(made, findings=(finding, *others)))
    codes = [(each.get("data-severity"), each.get("data-code")) for each in some(parsed, "li", "finding")]
    assert codes == [("error", "SCH01"), ("info", "DAT01"), ("info", "REF04")]
    assert [text(each) for each in some(parsed, "h3")] == ["1 error", "2 info", "The record"]


@pytest.mark.parametrize(
    ("severity", "verdict"),
    [("error", "1 error must be mended before this record can be used."),
     ("warning", "This record can be used, but look at 1 warning first."),
     ("info", "This record can be used.")],
)  # fmt: skip
def test_verdict_follows_the_severity(severity: str, verdict: str) -> None:
    """Errors must be mended, warnings looked at, infos may stay."""
    parsed = page(check(SEED, select=["ROL01"], severity={"ROL01": severity}))
    assert text(one(parsed, "p", "verdict")).startswith(verdict)  # and errors of rules not selected are not counted
    assert text(one(parsed, "ul", "meanings")).startswith(f"1 {severity}: ")


def test_record_without_findings_is_shown() -> None:
    """The verdict, what was checked, and the record; nothing to choose from, and so no script."""
    report = check(SEED, ignore=["ROL01"])
    parsed = page(report)
    assert text(one(parsed, "p", "verdict")) == "This record can be used."
    assert str(report.sha256) in text(parsed)
    assert (
        len({row.get("value") for row in some(parsed, "li") if row.get("value")})
        == SEED.read_text(encoding="utf-8").count("\n") + 1
    )
    assert not some(parsed, "script")
    assert not some(parsed, "form")


def test_equal_findings_are_no_wall() -> None:
    """A thousand equal findings are one, with its first places; all places are there to be opened."""
    document = seed()
    document["organizations"] += [{"id": f"o{n}", "name": {"en": "O"}, "kind": "ministri"} for n in range(1_100)]
    parsed = page(report(document))
    told = one(parsed, "li", "finding")
    assert "1,000 times" in text(told)
    assert len(some(told, "ul", "places")[0].findall("li")) == 3
    assert len(list(told.iter("li"))) == 1 + 1_000
    assert "100 more findings are not listed" in text(parsed)
    assert all(len(render(check(json.dumps(document, indent=indent)), "html")) < 1_000_000 for indent in (1, None))


@pytest.mark.parametrize("indent", [2, None])
def test_page_is_bounded_for_long_documents(indent: int | None) -> None:
    """Of a long text only what stands around the findings is shown, and the page says so."""
    document = {**record(), "people": [{"id": f"p{n}", "name": {"en": "Somchai Example"}} for n in range(9_000)]}
    made = check(json.dumps(document, indent=indent), select=["VER"])
    assert len(shown(made, 50).rows) == 50
    assert "Only the beginning is shown" in text(page(made))
    for position, gaps in ((7_000, 0), (4_000, 1)):
        document["people"][position]["nmae"] = 1
        made = check(json.dumps(document, indent=indent))
        parsed = page(made)
        assert len(render(made, "html")) < 40_000
        assert "Only what stands around the findings is shown" in text(parsed)
        assert [text(next(row.iter("mark"))) for row in some(parsed, "li", "marked")] == ['"nmae"'] * (gaps + 1)
        assert len(some(parsed, "li", "gap")) == gaps


def test_hostile_document_is_inert() -> None:
    """Markup, templates, addresses, escapes and a value of 1 MB: shown short and as what they are."""
    document = seed()
    document[HOSTILE] = HOSTILE
    document["agreements"][0]["kind"] = HOSTILE
    document["organizations"][0]["id"] = HOSTILE + "x" * 1_000_000
    document["people"][0]["id"] = "javascript:ran()"
    for made in (report(document, source=HOSTILE), check(document, source=HOSTILE), *check_lines(HOSTILE)):
        written = render(made, "html")
        assert "<script>ran" not in written
        assert "49" not in written.replace("{{7*7}}", "") or "{{7*7}}" in written
        assert len(written) < 200_000
        parsed = page(made)
        assert "<script>ran()</script>" in text(parsed)
        assert text(one(parsed, "script")).startswith("// What") if some(parsed, "script") else True


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00", b"\xff\xfe{\x00}\x00", b"\xef\xbb\xbf{}", b"{", b'{"a":\r\n\r\n', b"[" * 100_000, b"\xe2\x80\xae{"],
)
def test_what_is_no_json_is_shown_too(data: bytes) -> None:
    """Bytes that are not text, cut text, an empty file: the page stands and marks the place."""
    parsed = page(check(data))
    assert some(parsed, "li", "marked")


def marked(report: Report) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Return each marked row's anchor, and its pieces with their severities."""
    return [(row.anchor, [*row.pieces]) for row in shown(report, 1000).rows if row.marks]


def test_marks_are_told_apart() -> None:
    """Several on a line, one behind a byte order mark, one that goes on in the next row, and one at the very end."""
    two = check('{"schema_version":"1.0","a":1,"b":2}')
    pieces = [('{"schema_version":"1.0",', None), ('"a"', "error"), (":1,", None), ('"b"', "error"), (":2}", None)]
    assert marked(two) == [("1", pieces)]
    assert shown(two, 9).rows[0].findings == list(two.findings)
    behind = attrs.evolve(two, data=b"\xef\xbb\xbf" + (two.data or b""))
    assert marked(behind) == marked(two)
    long = check(f'{{"schema_version":"1.0","as_of":"{"z" * 90}","{"word " * 30}":1}}')
    rows = dict(marked(long))
    assert list(rows) == ["1", "1-156"]
    assert rows["1-156"][1] == ("word wor", "error")
    assert [len(row.findings) for row in shown(long, 9).rows] == [2, 0, 0]
    assert marked(check('{"a":\n')) == [("2", [("", None), ("", "error"), ("", None)])]


def test_more_serious_mark_wins() -> None:
    """Where two findings are about the same words, these have the severity of the more serious."""
    made = check('{"schema_version":"1.0","a":1}')
    (error,) = made.findings
    info = attrs.evolve(error, severity=Severity.INFO)
    for findings in [(error, info), (info, error)]:
        assert [piece[1] for piece in marked(attrs.evolve(made, findings=findings))[0][1]] == [None, "error", None]


def test_place_outside_the_text_is_words() -> None:
    """A finding of an importer's own, without a place or with a wrong one, is told and leads nowhere."""
    made = check('{"schema_version":"1.0","a":1}')
    for line, told in ((None, "In the document"), (99, "Line 99")):
        findings = tuple(attrs.evolve(each, line=line, column=line) for each in made.findings)
        parsed = page(attrs.evolve(made, findings=findings))
        assert text(one(parsed, "ul", "places")).startswith(told)
        assert not some(one(parsed, "ul", "places"), "a")


def test_json_lines_have_their_line_in_the_file() -> None:
    """Each document under its line; the line shown has that number; the clean ones are only named."""
    lines = f'{json.dumps(seed())}\n\n{{"schema_version":"1.0"}}\n{{"schema_version":"1.0","agreements":[{{"id":"x y"}}]}}\n'
    parsed = page(check_lines(lines, source="many.jsonl", ignore=["ROL01"]))
    assert text(one(parsed, "h1")) == "3 documents"
    assert text(one(parsed, "p", "verdict")) == "4 errors must be mended before 1 of these 3 records can be used."
    assert [text(each) for each in some(parsed, "h2")] == [
        "Summary", "Rules that were not held as usual", "Documents", "many.jsonl, line 4",
    ]  # fmt: skip
    assert {each.get("value") for each in some(one(parsed, "ol", "rows"), "li")} == {"4", None} - {None}
    assert "Nothing was found in 2 documents many.jsonl, line 1 many.jsonl, line 3" in text(parsed)


def test_mapping_has_no_text_to_show() -> None:
    """Places are named by their fields, and the page says why the record is missing."""
    document = seed()
    document["organizations"][1]["country"] = "Laos"
    parsed = page(check(document))
    assert "In the document: organizations › entry 2 › country" in text(parsed)
    assert "It is not shown" in text(one(parsed, "section", "source"))
    assert "Line" not in text(one(parsed, "ul", "places"))


def test_findings_of_a_mapping_have_room() -> None:
    """A thousand findings without lines to show are all told, as many as of a text."""
    document = {"schema_version": "1.0", **{f"unknown{n}": 1 for n in range(1000)}}
    for source in (document, json.dumps(document)):
        told = _page.page([check(source)])
        assert sum(len(each.report.findings) for each in told.documents) == 1000
        assert not told.unlisted


def test_too_large_document_is_told() -> None:
    """What was not read is not shown, alone or as a line."""
    assert "It is not shown" in text(page(check(SEED, most_bytes=100)))
    assert "Line 1" in text(page(check_lines("x" * 500, most_bytes=100)))


def test_no_documents_are_told() -> None:
    """An empty run is a page too."""
    assert text(one(page([]), "p", "verdict")) == "No document was checked."


def test_very_many_documents_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents with findings are told until the page is full, then counted; clean ones are named up to a bound."""
    monkeypatch.setattr(_page, "MOST_GROUPS", 50)
    monkeypatch.setattr(_page, "MOST_NAMES", 5)
    broken = {"schema_version": "1.0", **{f"unknown{n}": 1 for n in range(20)}}
    lines = [*[broken] * 7, *[{"schema_version": "1.0"}] * 12]
    parsed = page(check_lines("\n".join(map(json.dumps, lines))))
    assert len(some(parsed, "section", "document")) == 2
    assert "5 more documents with findings had no room on this page" in text(parsed)
    assert "Nothing was found in 12 documents" in text(parsed)
    assert "and 7 more" in text(parsed)
    assert "Unknown field SCH03: 140" in text(parsed)


def test_texts_are_bounded_over_all_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents share one bound; the text of the last is left out, its findings are not."""
    document = report({**record(), "unknown": 1})
    monkeypatch.setattr(_page, "MOST_ROWS", 2 * len(shown(document, 1000).rows) + 1)
    parsed = page([document] * 4)
    texts = [text(each) for each in some(parsed, "section", "source")]
    assert ["Only what" in each for each in texts] == [False, False, True, False]
    assert ["It is not shown" in each for each in texts] == [False, False, False, True]
    assert len(some(parsed, "li", "finding")) == 4 * len(document.findings)


def test_words_from_right_to_left_are_set_apart() -> None:
    """In messages, excerpts and lines alike, each value for itself."""
    document = seed()
    document["agreements"][0]["kind"] = "مذكرة"
    document["organizations"][0]["name"] = {"ar": "حكومة", "fa": "دولت"}
    document["ملاحظة"] = ["أ", "ب"]
    parsed = page(check(json.dumps(document, ensure_ascii=False), source="ليبيا.json"))
    apart = {text(each) for each in parsed.iter("bdi")}
    assert {"مذكرة", "حكومة", "دولت", "ملاحظة", "أ", "ب"} <= apart
    for each in parsed.iter():
        own = (each.text or "") + "".join(child.tail or "" for child in each)
        assert each.tag in ("bdi", "title") or not re.search("[\u0600-\u06ff]", own)
    assert {each.get("dir") for each in some(parsed, "ol", "rows")} == {"ltr"}
    assert one(parsed, "html").get("lang") == "en"


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://iom.example/rules", True), ("javascript:ran()", False), ("http://iom.example", False), (None, False)],
)
def test_a_programme_s_own_page_is_linked(url: str | None, linked: bool) -> None:
    """If it is one of the web; any other address, and ours, which need not exist, are words."""

    @rule("IOM-001", "never-right", "error", help_url=url)
    def never(index: Any) -> Any:
        """Nothing is right."""
        yield from ()

    ruleset = check(SEED, rules=[never]).ruleset
    finding = attrs.evolve(check(EXAMPLES / "submission.json").findings[0], code="IOM-001", name="never-right")
    made = attrs.evolve(check(SEED), findings=(finding,), ruleset=ruleset)
    assert [each.get("href") for each in page(made).iter("a") if each.get("href", "")[0] != "#"] == [url] * linked


def test_pointers_are_told_in_words() -> None:
    """Names as they are, entries of lists counted from 1."""
    assert steps("/agreements/0/a~1b~0c") == ["agreements", "entry 1", "a/b~c"]
    assert steps("") == []


def test_codes_are_called_by_words() -> None:
    """The short name of a code as a clerk would write it."""
    assert [called(each) for each in ("wrong-type", "not-json", "not-utf-8")] == [
        "Wrong type",
        "Not JSON",
        "Not UTF\u20118",
    ]


@settings(max_examples=settings().max_examples // 3)  # pages take long to parse
@given(st.data())
def test_pages_of_damaged_documents_are_sound(data: st.DataObject) -> None:
    """Whatever is done to a document, its page parses, its links resolve, and every message is in it."""
    document = damaged(record(), data)
    made = check(
        json.dumps(document, ensure_ascii=data.draw(st.booleans()), indent=data.draw(st.sampled_from([None, 1])))
    )
    told = text(page(made))
    assert all(text(finding.message) in told and text(finding.hint) in told for finding in made.findings)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=400), max_size=4), st.integers(1, 9))
def test_rows_are_the_text(lines: list[str], room: int) -> None:
    """Put together again, the rows are the document to the letter; with little room, every finding is in a row."""
    made = check("\n".join(lines))
    every = shown(made, 1_000_000).rows
    assert all(row.follows(before) for before, row in pairwise(every))
    again = "".join("".join(piece.text for piece in row.pieces) + ("\n" if row.last else "") for row in every)
    assert again.removesuffix("\n") == "\n".join(lines).removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\r")
    some = shown(made, room).rows
    assert set(some) <= set(every)
    assert sum(len(row.findings) for row in some) == len(made.findings)
