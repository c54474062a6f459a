"""Every form of report, whatever is in it: nothing is kept back, nothing acts on who reads it, nothing is too long."""

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from test_render import SARIF
from test_report_html import page

from conftest import SEED
from mouschema import Report, check
from mouschema.errors import InvalidValue
from mouschema.model import Text
from mouschema.render import FORMATS
from mouschema.render import render_report as render
from mouschema.render._fit import MOST_BYTES
from mouschema.reports.codes import STRUCTURAL
from mouschema.reports.report import Excerpt, Finding
from mouschema.reports.ruleset import HELP, Change, Code, Ruleset, Severity

RULESET = attrs.evolve(check(SEED).ruleset, changes=())
ERROR, WARNING, INFO = STRUCTURAL["SCH04"], RULESET.codes["AGR01"], RULESET.codes["ROL01"]
OMITTED = {ERROR: 1_201, STRUCTURAL["SCH01"]: 1, WARNING: 34, INFO: 5_678}

OFF = Change("REF01", "unresolved-reference", Severity.ERROR, None, "pyproject.toml")
LOWERED = Change("SIG01", "stranger", Severity.ERROR, Severity.INFO, "--severity")
RAISED = Change("PTY01", "too-few-parties", Severity.WARNING, Severity.ERROR, "--severity")
ADDED = Change("IOM-001", "agreement-needs-site", None, Severity.WARNING, "iom_rules:PROFILE")


def finding(words: str = "words", code: Code = ERROR, **changed: Any) -> Finding:
    """Return a finding with some words in every place."""
    made = Finding(
        code=code.code,
        name=code.name,
        severity=code.severity,
        pointer=f"/{words}",
        line=1,
        column=1,
        message=words,
        hint=words,
        variant="",
        values={"value": words, "more": (words, words)},
        help_url=code.help_url,
        excerpt=Excerpt(words, words, words),
    )
    return attrs.evolve(made, **changed)


def report(*findings: Finding, changes: tuple[Change, ...] = (), **fields: Any) -> Report:
    """Return a report that was made by hand."""
    ruleset = attrs.evolve(RULESET, changes=changes)
    return Report(**{"kind": "bundle", "source": "a.json", "findings": findings, "ruleset": ruleset, "most_bytes": 1, **fields})  # fmt: skip


def cells(text: str, delimiter: str = ",") -> list[list[str]]:
    """Return the rows of a table as a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter))


# What is counted, but not told


def _sentence(out: str) -> dict[str, int]:
    (found,) = set(re.findall(r"([\d,]+) errors, ([\d,]+) warnings and ([\d,]+) info", out))
    return dict(zip(Severity, (int(each.replace(",", "")) for each in found), strict=True))


def _in_rows(out: str) -> dict[str, int]:
    head, *body = cells(out)
    rows = [dict(zip(head, row, strict=True)) for row in body]
    words = {row["severity"]: row["what is wrong"] for row in rows if "not told" in row["what is wrong"]}
    return {each: int(words[each].split()[1].replace(",", "")) for each in words}


def _in_lines(out: str) -> dict[str, int]:
    lines = map(json.loads, out.splitlines())
    found: Counter[str] = Counter()
    for line in lines:
        assert {"source", *REQUIRED} <= line.keys()
        found[line["severity"]] += line.get("omitted", 0)
    return found


def _in_results(out: str) -> dict[str, int]:
    SARIF.validate(json.loads(out))
    (run,) = json.loads(out)["runs"]
    found: Counter[str] = Counter()
    for result in run["results"]:
        level = str(result["level"])
        found[{"note": "info"}.get(level, level)] += result.get("occurrenceCount", 0)
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert _sentence(note["message"]["text"]) == found
    return found


REQUIRED = {"code", "name", "severity", "pointer", "message", "help_url"}
TOLD: dict[str, Callable[[str], dict[str, int]]] = {
    "text": _sentence,
    "json": lambda out: json.loads(out)["documents"][0]["omitted"],
    "jsonl": _in_lines,
    "sarif": _in_results,
    "junit": _sentence,
    "github": _sentence,
    "markdown": _sentence,
    "csv": _in_rows,
    "problem": lambda out: json.loads(out)["omitted"],
    "html": _sentence,
}
LOOKS_OK: dict[str, Callable[[str], bool]] = {
    "text": lambda out: not re.search(r"checked: [\d,]+ error", out) or "nothing found" in out,
    "json": lambda out: json.loads(out)["documents"][0]["ok"] or not json.loads(out)["counts"]["error"],
    "jsonl": lambda out: "error" not in [json.loads(line)["severity"] for line in out.splitlines()],
    "sarif": lambda out: "error" not in [each["level"] for each in json.loads(out)["runs"][0]["results"]],
    "junit": lambda out: not ElementTree.fromstring(out.encode()).findall(".//failure"),
    "github": lambda out: not re.search("^::error ", out, re.MULTILINE),
    "markdown": lambda out: "## a" not in out or not re.search(r"checked: [\d,]+ error", out),
    "csv": lambda out: not any("error" in row for row in cells(out)),
    "problem": lambda out: json.loads(out)["status"] == 200,
    "html": lambda out: 'class="verdict error"' not in out,
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "told", [(), (finding(code=INFO),), (finding(), finding("other"))], ids=["none", "info", "errors"]
)
def test_what_is_not_told_is_counted_by_severity(format: str, told: tuple[Finding, ...]) -> None:
    """The three numbers stand in every form, and none looks as if the document passed."""
    out = render(report(*told, untold=OMITTED), format)
    assert TOLD[format](out) == {"error": 1_202, "warning": 34, "info": 5_678}
    assert not LOOKS_OK[format](out)
    page(report(*told, untold=OMITTED))


@pytest.mark.parametrize("format", FORMATS)
def test_what_passes_looks_ok(format: str) -> None:
    """The test above could not tell otherwise."""
    assert LOOKS_OK[format](render(report(finding(code=INFO)), format))


def test_junit_counts_what_is_not_told_as_one_failure() -> None:
    """Build servers go by the number of failures; infos that are not told are none."""
    (suite,) = ElementTree.fromstring(render([report(untold=OMITTED), report(untold={INFO: 3})], "junit").encode())
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert "and 3 info more" in (suite.findall("testcase")[1].findtext("system-out") or "")


def test_one_document_among_many_is_counted() -> None:
    """A document of which nothing is told has its section, its row and its count on a page."""
    parsed = page([report(untold=OMITTED), report(source="b.json"), report(source="c.json", untold={ERROR: 1})])
    words = " ".join("".join(parsed.itertext()).split())
    assert "1,203 errors must be mended before 2 of these 3 records can be used." in words
    assert "6,915 more findings are not listed: 1,203 errors, 34 warnings and 5,678 info." in words
    assert "1 error more in this document are not listed" in words or "1 error more" in words
    assert "Nothing was found in 1 document b.json" in words


# Which rules are not held as usual


@pytest.mark.parametrize("format", FORMATS)
def test_changed_rules_are_shown(format: str) -> None:
    """What became of each, and who wants it so; with errors that do not count, the closing words say it."""
    out = render(report(changes=(OFF, LOWERED, RAISED, ADDED)), format)
    for change in (OFF, LOWERED, RAISED, ADDED):
        assert change.what in out
        assert change.code in out
        assert change.by in out or format in ("markdown", "github")
    if format != "jsonl":
        closing = re.sub(r"\\", "", out)
        assert "Errors of REF01 are not counted: it is off (pyproject.toml)." in closing
        assert "Errors of SIG01 are counted as info: it is lowered (--severity)." in closing
        assert "Errors of PTY01" not in out


def test_closing_words_stand_where_they_are_read() -> None:
    """In the line of counts, the verdict, the last row, the detail; nothing of the kind where all is as usual."""
    off = report(changes=(OFF,))
    words = "Errors of REF01 are not counted: it is off (pyproject.toml)."
    assert f"1 document checked: nothing found. {words}\n" in render(off)
    assert f"1 document checked: nothing found. {words}\n" in render(off, "github")
    assert f"1 document checked: nothing found. {words} " in cells(render(off, "csv"))[-1][8]
    assert json.loads(render(off, "problem"))["detail"].startswith(f"1 document checked: nothing found. {words}")
    assert json.loads(render(off, "json"))["summary"].endswith(words)
    made = render(off, "html")
    assert f'<p class="verdict">This record can be used. {words}</p>' in made
    assert 'class="verdict fine"' in render(report(), "html")
    for format in FORMATS:
        assert not re.search("not counted|Rules (off|that)", render(report(), format))
        assert "Errors of" not in render(report(changes=(RAISED, ADDED)), format)


def test_many_changed_rules_are_cut() -> None:
    """A choice of three rules turns forty off: twelve are named to people, all to programs."""
    many = tuple(Change(f"AAA{n:02}", "name", Severity.ERROR, None, "--select") for n in range(40))
    for format in ("text", "markdown", "github", "html", "csv"):
        out = render(report(changes=many), format)
        assert "AAA11" in out
        assert "AAA12" not in out
        assert "and 28 more" in out
    told = json.loads(render(report(changes=many), "json"))["changes"]
    assert told[39] == {"code": "AAA39", "name": "name", "what": "off", "usual": "error", "by": "--select"}
    hands = tuple(attrs.evolve(OFF, by=f"{n}.toml") for n in range(40))
    assert render(report(changes=hands)).count("\n") < 15
    assert "and 32 more rules" in render(report(changes=hands))


def test_changes_of_several_reports_are_shown_once() -> None:
    """Reports with other rules add theirs."""
    out = render([report(changes=(OFF,)), report(changes=(OFF,)), report(changes=(LOWERED,)), report()])
    assert out.count("Rules off (pyproject.toml): REF01 unresolved-reference\n") == 1
    assert out.count("Rules lowered to info (--severity)") == 1


def test_sarif_has_overrides() -> None:
    """Its own place for rules that are held otherwise; the level of ours stays the default."""
    log = json.loads(render(report(finding(code=RULESET.codes["PTY01"], severity=Severity.ERROR), changes=(OFF, RAISED, ADDED)), "sarif"))  # fmt: skip
    SARIF.validate(log)
    (run,) = log["runs"]
    (invocation,) = run["invocations"]
    off, raised = invocation["ruleConfigurationOverrides"]
    assert off["configuration"] == {"enabled": False}
    assert raised["configuration"] == {"enabled": True, "level": "error"}
    for override in (off, raised):
        assert run["tool"]["driver"]["rules"][override["descriptor"]["index"]]["id"] == override["descriptor"]["id"]
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "warning"}
    notes = [(note["level"], note["message"]["text"]) for note in invocation["toolConfigurationNotifications"]]
    assert notes[-1] == ("warning", "Errors of REF01 are not counted: it is off (pyproject.toml).")
    assert len(notes) == 4


def test_lines_tell_changed_rules_as_findings_do() -> None:
    """At the end, a warning where errors do not count; whoever reads one finding a line reads them, too."""
    lines = [json.loads(line) for line in render(report(finding(), changes=(OFF, RAISED)), "jsonl").splitlines()]
    assert all(line.keys() >= REQUIRED for line in lines)
    assert [(line["severity"], line.get("change", {}).get("what")) for line in lines] == [("error", None), ("warning", "off"), ("info", "raised")]  # fmt: skip


# Nothing acts

PIECES = [
    "::", "##[", "##", "[", "##vso[", "##teamcity[", "::set-output name=x::y", "::error::", "\x1b[31m", "\x9b", "\x00",
    "\u202e", "\u2066", "\u061c", "\ufffe", "\uffff", "\U0001ffff", "\udce9", "\ud83d", "\r", "\n", "\u2028", "\x85", "\t", "=cmd()",
    "+1", "-1", "@SUM(A1)", ";", '"', "'", ",", "\uff1d1", "\u00a0", "\u3000", "<script>ran()</script>", "<!--", "-->", "]]>", "&amp;", "&",
    "http://evil.example/x", "HTTPS://evil.example", "www.evil.example", "www.-e.x", "evil.com", "//localhost", "ftp://evil.example",
    "a@evil.example", "mailto:a@evil.example", "xmpp:a@b.cc", "@octocat", "#1", "`", "``", "*", "_", "~~", "[x](javascript:y)", "![x](y)", "|", "\\",
    "%", "%0A", "\U000e0041", "\u200b", "\u200d", "\u2060", "\u00ad", "\ufe0f", "\u3164", "\u034f", "\U0001d173", "\U000e0100",
    "{{7*7}}", "{%", "ລ", "\u05d0", "\u845b", "a", "1", ".", " ", "/", "~1", "?", "#",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@st.composite
def hostile_reports(draw: st.DrawFn) -> Report:
    """Make a report with hostile words in every place."""
    code = st.sampled_from([ERROR, WARNING, INFO, STRUCTURAL["RUN01"]])
    findings = draw(
        st.lists(
            st.builds(
                finding,
                hostile,
                code=code,
                message=hostile,
                hint=hostile,
                name=hostile,
                pointer=hostile.map("/".__add__),
                line=st.sampled_from([None, 1, 2]),
                column=st.sampled_from([None, 1, 3]),
                excerpt=st.none() | st.builds(Excerpt, hostile, hostile, hostile),
                help_url=hostile.map("javascript:".__add__),
                values=st.none() | st.dictionaries(hostile, hostile, max_size=2),
            ),
            max_size=3,
        )
    )
    changes = st.builds(
        Change, hostile, hostile, st.none() | st.sampled_from(Severity), st.none() | st.sampled_from(Severity), hostile
    )
    return Report(
        kind="bundle",
        source=draw(st.none() | hostile),
        line=draw(st.none() | st.just(1)),
        findings=tuple(findings),
        untold=draw(st.dictionaries(code, st.integers(1, 9), max_size=2)),
        ruleset=Ruleset(draw(hostile), RULESET.codes, tuple(draw(st.lists(changes, max_size=2)))),
        most_bytes=1,
        data=draw(st.none() | hostile.map(lambda text: text.encode("utf-8", "surrogatepass"))),
    )


def assert_inert(format: str, out: str) -> None:
    """Nothing in what is written acts on a terminal, on a build server, or on who reads it."""
    out.encode()
    for at, character in enumerate(out):
        if (
            character == "\n"
            or (character == "\t" and format == "html")
            or (format == "csv" and out[at : at + 2] == "\r\n")
            or (at == 0 and format == "csv")
        ):
            continue
        if character == "\u200b" and (format == "markdown" or "\u0e80" < out[at - 1] < "\u0eff"):
            continue
        if character == "\u200d" and "\u0e80" < out[at - 1] < "\u0eff":
            continue
        if character in "\ufe0f\U000e0100" and out[at - 1] == "\u845b":
            continue
        assert unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp"), ascii(out[at - 20 : at + 5])
        assert character not in "\ufffe\uffff\U0001ffff\ufe0f\u3164\u034f\U000e0100", ascii(out[at - 20 : at + 5])
    assert not re.search(r"##\w*\[", out)
    for line in out.split("\n"):
        if line.lstrip().startswith("::"):
            assert format == "github", line
            assert re.match(r"::(error|warning|notice) ((file|line|col|title)=[^:,\n]*,?)*::", line), line


def assert_sound_table(out: str) -> None:
    """However the cells are parted, none begins as a formula does, even behind blanks and quotation marks."""
    assert {len(row) for row in cells(out)} == {11}
    for delimiter in ",;\t":
        for row in cells(out, delimiter):
            for cell in row:
                assert not re.match(r"""[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]""", cell), (delimiter, cell)


def assert_sound_markdown(out: str) -> None:
    """Nothing of a document is a link, an image, mark-up or HTML, even where addresses become links by themselves."""
    tokens = [each for token in MarkdownIt("gfm-like").parse(out) for each in (token, *(token.children or ()))]
    links = [str(each.attrs["href"]) for each in tokens if each.type == "link_open"]
    assert [link for link in links if not link.startswith(HELP)] == [], out
    bad = ("image", "html_inline", "html_block", "blockquote_open", "hr", "s_open", "em_open", "fence", "code_block")
    assert [each.type + each.content for each in tokens if each.type in bad] == [], out


def assert_sound_sarif(out: str) -> None:
    """The schema accepts it, no property is null, and names are references to resources."""
    log = json.loads(out)
    SARIF.validate(log)
    assert "null" not in re.sub(r'"(\\.|[^"\\])*"', "", out)
    for artifact in log["runs"][0]["artifacts"]:
        assert re.fullmatch(r"(file://(/[\w.!$&'()*+,;=:@~%-]*)+|[\w.!$&'()*+,;=@~%-]+(/[\w.!$&'()*+,;=:@~%-]*)*)", artifact["location"]["uri"], re.ASCII)  # fmt: skip
        assert not re.search("%(?![0-9A-F]{2})", artifact["location"]["uri"])


def assert_sound_problem(out: str) -> None:
    """Pointers are fragments of an address."""
    for error in json.loads(out)["errors"]:
        assert re.fullmatch(r"#(/|[\w.!$&'()*+,;=:@~?-]|%[0-9A-F]{2})*", error["pointer"], re.ASCII)


SOUND: dict[str, Callable[[str], Any]] = {
    "text": str,
    "json": json.loads,
    "jsonl": lambda out: [json.loads(line) for line in out.split("\n")[:-1]],
    "sarif": assert_sound_sarif,
    "junit": lambda out: ElementTree.fromstring(out.encode()),
    "github": str,
    "markdown": assert_sound_markdown,
    "csv": assert_sound_table,
    "problem": assert_sound_problem,
    "html": str,
}


@settings(max_examples=settings().max_examples // 2, phases=set(Phase) - {Phase.shrink, Phase.explain})  # all forms
@given(hostile_reports())
def test_every_form_is_inert(report: Report) -> None:
    """Whatever stands in whatever place of a report: no form raises, acts, or is malformed."""
    for format in FORMATS:
        out = render(report, format)
        assert_inert(format, out)
        SOUND[format](out)
    page(report)
    from mouschema.render.text import to_text

    coloured = "".join(to_text([report], color=True))
    assert_inert("text", re.sub("\x1b\\[[0-9;]*m", "", coloured))


def test_command_is_none_where_parts_of_an_excerpt_meet() -> None:
    """Neither as it is printed nor when colours are taken out of it."""
    from mouschema.render.text import to_text

    made = report(finding(excerpt=Excerpt("a #", "#", "[command]b")), finding("b", excerpt=Excerpt("", "::x", "")))
    for out in (render(made), re.sub("\x1b\\[[0-9;]*m", "", "".join(to_text([made], color=True)))):
        assert_inert("text", out)
        assert r"1 | a \u0023\u0023[command]b" in out


def test_every_piece_is_inert_in_every_place() -> None:
    """Each alone, between blanks, and behind each of those after which it might begin something."""
    starts = ["", " ", ";", '"', ';"', "; ", "'", "a", "#", ":"]
    for start in starts:
        made = report(*(finding(f"{start}{piece}") for piece in PIECES), changes=(attrs.evolve(OFF, by=start),))
        for format in FORMATS:
            out = render(made, format)
            assert_inert(format, out)
            SOUND[format](out)
    for format in ("text", "jsonl", "github", "markdown", "csv", "sarif"):
        out = render([report(finding(), source=f"{start}{piece}") for start in starts for piece in PIECES], format)
        assert_inert(format, out)
        SOUND[format](out)


def test_every_cell_is_in_quotation_marks() -> None:
    """So that it is one cell, and text, to most readers."""
    lines = (
        render(report(finding("a;=1+1"), finding(';"=2"'), untold=OMITTED), "csv").removeprefix("\ufeff").splitlines()
    )
    assert all(re.fullmatch('("([^"]|"")*",){10}"([^"]|"")*"', line) for line in lines)
    assert "a;'=1+1" in lines[1]
    assert ';""\'=2""' in lines[2]


@given(hostile)
def test_names_of_files_are_inert(name: str) -> None:
    """A clean document's name stands in reports as well."""
    for format in FORMATS:
        out = render([report(source=name), report(source=f"/tmp/{name}")], format)
        assert_inert(format, out)
        SOUND[format](out)


@pytest.mark.parametrize("format", FORMATS)
def test_name_that_is_not_utf_8_is_shown(format: str, tmp_path: Path) -> None:
    """Its bytes as escapes, in SARIF as an address has them."""
    file = Path(str(tmp_path / "caf") + "\udce9.json")
    file.write_text("{}")
    out = render(check(file), format)
    assert (
        "caf%E9.json"
        if format == "sarif"
        else r"caf\\udce9"
        if format in JSON or format == "markdown"
        else r"caf\udce9"
    ) in out


JSON = ("json", "jsonl", "problem")


def test_problem_pointer_is_a_fragment() -> None:
    """Percent-encoded as RFC 6901 says in its section 6."""
    (error,) = json.loads(render(report(finding(pointer='/c%d/e^f/ລ"\\ /~1m~0n')), "problem"))["errors"]
    assert error["pointer"] == "#/c%25d/e%5Ef/%E0%BA%A5%22%5C%20/~1m~0n"


def test_line_without_column_is_told() -> None:
    """A document of JSON Lines that could not be read has a line alone."""
    made = report(finding(column=None, excerpt=None))
    (result,) = json.loads(render(made, "sarif"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    (result,) = json.loads(render(report(finding(line=None, column=3)), "sarif"))["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert "    line 1  /words\n" in render(made)
    assert "  at line 1: `/words`" in render(made, "markdown")


def test_refused_values_are_told_without_escapes() -> None:
    """Keys of a value that a constructor refuses are shortened and made visible."""
    with pytest.raises(InvalidValue) as refused:
        Text({"\x1b[31m" + "x" * 1000: "a"})
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 500


# Nothing is too long

WORST = [
    ("text", "\U0001f600"), ("json", "\U000e0001"), ("jsonl", '"'), ("sarif", "\U0001f600"), ("junit", "&"), ("github", "\U000e0001"),
    ("markdown", "@"), ("csv", '"'), ("problem", "\U0001f600"), ("html", "&"), ("html", '\u05d0"'), ("html", "/"), ("html", "\U000e0001"),
]  # fmt: skip
"""What grows when it is written: in JSON, XML, HTML, a table, Markdown, and where words are set apart."""


def longest(piece: str, words: int = 1000) -> Report:
    """Return the longest report that a check makes, of one piece over and over."""

    def some(length: int) -> str:
        return (piece * length)[:length]

    excerpt = Excerpt(some(480), some(480), "")
    findings = (
        finding(message=f"{n}{some(words)}"[:words], hint=some(words), pointer=f"/{some(399)}", line=n + 1, values={"a": some(words), "b": (some(80),) * 12}, excerpt=excerpt)
        for n in range(1000)
    )  # fmt: skip
    data = "\n".join([some(160)] * 3000).encode()
    return report(*findings, data=data, untold=OMITTED)


@pytest.mark.parametrize(("format", "piece"), WORST)
def test_longest_report_is_bounded(format: str, piece: str) -> None:
    """The longest report that a check makes has at most 4 MB in every form, and says how much it leaves out."""
    out = render(longest(piece), format)
    assert len(out.encode()) <= MOST_BYTES
    left_out = TOLD[format](out)
    assert left_out["error"] > 1_202
    assert (left_out["warning"], left_out["info"]) == (34, 5_678)
    assert not LOOKS_OK[format](out)


@pytest.mark.parametrize("format", FORMATS)
def test_ordinary_reports_are_told_whole(format: str) -> None:
    """A thousand findings of an ordinary length have room; errors come first where they have not."""
    ordinary = report(
        *(finding(f"an ordinary message of some length, number {n}") for n in range(1000)), untold=OMITTED
    )
    assert TOLD[format](render(ordinary, format))["error"] == 1_202
    long = [finding(f"{n} " + "\U0001f600" * 990, code=INFO) for n in range(999)]
    out = render(report(*long, finding("the only error"), untold=OMITTED), format)
    assert "the only error" in out
    assert TOLD[format](out)["error"] == 1_202
    assert TOLD[format](out)["info"] > 5_678 or format == "problem"


@pytest.mark.parametrize("piece", ["\n", "x", '"', "\n\n\u05d0", ",\n" + "y" * 200, "\r\n"])
def test_pages_of_long_documents_take_no_time(piece: str) -> None:
    """At most 2 µs a byte, and no row that is not shown is kept."""
    import time

    data = (piece * 2_000_000).encode()[:2_000_000]
    text = data + b'"a"'
    last = finding(line=text.count(b"\n") + 1, column=1)
    for made in (report(last, data=text), report(finding(), last, data=text), report(data=text)):
        start = time.process_time()
        render(made, "html")
        assert time.process_time() - start < 4
