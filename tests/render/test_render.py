"""Every form of report: complete, valid in its own standard, and safe whatever the document holds."""

import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from conftest import EXAMPLES, READABLE, SEED
from mouschema import check, check_lines, schemas
from mouschema.render import FORMATS
from mouschema.render import render_report as render
from mouschema.render.markdown import code_span, escaped
from mouschema.reports.report import Report

DATA = Path(__file__).parents[1] / "data"
ACTING = {*"\x00\x07\x1b\x7f\x85\u200e\u200f\u202a\u202e\u2066\u2069\u2028"}
HOSTILE = "\x1b[31m\u202e<script>alert(1)</script>[x](javascript:y)`*_@octocat #1 =cmd()\x07\u2028\x85"
LIMITS = "A check tells whether a record is well formed and consistent, not whether it is true."


def hostile() -> Report:
    """Return a report on a document that holds hostile text wherever a report could repeat it."""
    document = {
        HOSTILE: 1,
        "schema_version": HOSTILE,
        "organizations": [{"id": HOSTILE, "name": {"en": HOSTILE}, HOSTILE: [HOSTILE]}],
        "as_of": HOSTILE,
    }
    return check(json.dumps(document, ensure_ascii=False), source=f"{HOSTILE}.json")


def submission() -> Report:
    """Return the report on the broken submission."""
    return check(EXAMPLES / "submission.json")


def cells(text: str) -> list[list[str]]:
    """Return the rows of a CSV report."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("format", FORMATS)
def test_every_form_says_everything(format: str) -> None:
    """Each finding of each example stands in its rendering, and what a check cannot tell; problems are about errors."""
    reports = [check(path) for path in [*READABLE, SEED, EXAMPLES / "submission.json"]]
    text = render(reports, format)
    for report in reports:
        assert not report.findings or str(report.source) in text or format in ("markdown", "problem")
        for finding in report.errors if format == "problem" else report.findings:
            assert finding.code in text
            assert finding.message in text or format != "text"
    assert LIMITS in text or format == "jsonl"


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_that_acts_is_written_raw(format: str) -> None:
    """No control, escape or bidi character of a document or of its name reaches any form."""
    report = hostile()
    assert len(report.findings) > 3
    assert not ACTING & {*render(report, format)}


@pytest.mark.parametrize("format", FORMATS)
def test_values_are_cut(format: str) -> None:
    """A value of a megabyte does not make a report of a megabyte."""
    report = check({"schema_version": "1" * 2**20, "as_of": "9" * 2**20})
    assert len(render(report, format)) < 20_000


def test_unknown_form_is_refused() -> None:
    """The message names those that there are."""
    with pytest.raises(ValueError, match="there is no format 'pdf'; known formats: text, json"):
        render(submission(), "pdf")


def test_form_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the form, the package and the command."""
    monkeypatch.setitem(sys.modules, "junitparser", None)
    with pytest.raises(ModuleNotFoundError, match=r"^junit needs the package junitparser: pip install") as refused:
        render(check(SEED), "junit")
    assert refused.value.name == "junitparser"


def test_no_reports_are_no_text() -> None:
    """A run without documents has no summary."""
    assert render([], "text") == ""


def test_json_report_is_as_its_schema_says() -> None:
    """The committed schema accepts it, and it names no field that the schema does not."""
    schema: dict[str, Any] = json.loads((schemas.folder() / "report.schema.json").read_text(encoding="utf-8"))
    closed = json.loads(json.dumps(schema).replace('"type": "object", "properties"', '"additionalProperties": false, "type": "object", "properties"'))  # fmt: skip
    assert closed != schema
    Draft202012Validator(closed).validate(json.loads(render(map(check, READABLE), "json")))


def test_json_report_can_be_traced() -> None:
    """It carries the versions, the schema's hash, the rules with their severities, and the input's hash."""
    report = check(SEED, ignore=["DAT"], severity={"PTY01": "error"}, most_bytes=10**6)
    told = json.loads(render(report, "json"))
    assert told["rules"]["PTY01"] == "error"
    assert not [code for code in told["rules"] if code.startswith("DAT")]
    assert told["most_bytes"] == 10**6
    assert told["profile"] == "standard"
    (document,) = told["documents"]
    assert document["sha256"] == _sha256(SEED)
    assert document["schema_id"] == schemas.schema()["$id"]
    assert document["schema_sha256"] == _sha256(schemas.folder() / "bundle.schema.json")
    assert document["ok"] is True


def test_json_report_is_about_one_set_of_rules() -> None:
    """Reports that were held against different rules do not go into one."""
    with pytest.raises(ValueError, match="the same rules"):
        render([submission(), check(SEED, ignore=["DAT07"])], "json")


def test_jsonl_has_a_line_for_each_finding() -> None:
    """With the file, and in JSON Lines the line."""
    lines = [json.loads(line) for line in render(submission(), "jsonl").splitlines()]
    assert [line["code"] for line in lines] == [finding.code for finding in submission().findings]
    assert {line["source"] for line in lines} == {str(EXAMPLES / "submission.json")}
    (told,) = [json.loads(line) for line in render(check_lines('{"schema_version":"1.0"}\n{}'), "jsonl").splitlines()]
    assert told["document_line"] == 2


def test_sarif_is_valid() -> None:
    """The published schema of SARIF 2.1.0 accepts it, and its indexes lead to what they name."""
    log = json.loads(render([*map(check, READABLE), check(SEED), hostile()], "sarif"))
    SARIF.validate(log)
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]


def test_junit_counts_documents() -> None:
    """Each document is a test; errors are failures, and other findings its output."""
    root = ElementTree.fromstring(render([submission(), check(SEED), hostile()], "junit").encode())
    (suite,) = root
    assert suite.attrib["tests"] == "3"
    assert int(suite.attrib["failures"]) == len(submission().errors) + len(hostile().errors)
    cases = suite.findall("testcase")
    assert len(cases[0].findall("failure")) == len(submission().errors)
    assert cases[1].find("failure") is None
    assert "ROL01" in (cases[1].findtext("system-out") or "")


def test_github_annotations_keep_to_one_line() -> None:
    """A finding is one command, whose properties no document can end."""
    lines = render(hostile(), "github").splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == len(hostile().findings)
    for command in commands:
        properties = command.removeprefix("::").split("::")[0].partition(" ")[2].split(",")
        assert {each.partition("=")[0] for each in properties} <= {"file", "line", "col", "title"}


def test_csv_runs_no_formula() -> None:
    """Every row has the columns of the head, and no cell begins as a formula does."""
    rows = cells(render([hostile(), check(b"{}", source="=cmd|' /C calc'!A0")], "csv"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(cell.startswith("'=cmd") for row in rows for cell in row)


@given(st.text(st.sampled_from("<>[]()`*_:/@#1.-+= aw\\\nລ"), max_size=40))
def test_markdown_escapes(text: str) -> None:
    """Escaped text holds no raw mark-up; a code span holds its text whatever backticks are in it."""
    written = escaped(text)
    assert "<" not in written.replace("\\<", "")
    assert "](" not in written
    assert "://" not in written
    assert written.replace("\\", "").replace("\u200b", "") == text.replace("\\", "").replace("\u200b", "")
    span = code_span(text)
    fence = span[: len(span) - len(span.lstrip("`"))]
    assert span.endswith(fence)
    assert fence not in span[len(fence) : -len(fence)].strip("`") or not text.strip("`")


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"{", 400), (b'{"schema_version":"2.0"}', 422), (b'{"schema_version":"1.0"}', 200), (b" " * 99, 413)],
)
def test_problem_has_the_status_of_an_answer(data: bytes, status: int) -> None:
    """400 what is not JSON, 413 what is too large, 422 what does not pass, 200 what does."""
    problem = json.loads(render(check(data, most_bytes=50), "problem"))
    assert problem["status"] == status
    assert {"type", "title", "detail", "errors"} < problem.keys()
    assert all(error["pointer"].startswith("#") for error in problem["errors"])
    assert bool(problem["errors"]) == (status != 200)


def test_text_points_at_the_place() -> None:
    """The line of the source with carets under the value, wide characters counted twice."""
    report = check('{"schema_version":"1.0","title":{"zh":"备忘录","x y":"a"}}')
    lines = render(report, "text").splitlines()
    source = next(index for index, line in enumerate(lines) if "| " in line)
    before, carets = lines[source].split('"x y"')[0], lines[source + 1].split("^")[0]
    assert _width(before) == _width(carets)
    assert lines[source + 1].count("^") == len('"x y"')


def test_text_has_colours_only_when_asked() -> None:
    """What is no terminal gets none."""
    from mouschema.render.text import to_text

    assert "\x1b[" not in render(submission())
    assert "\x1b[" in "".join(to_text([submission()], color=True))


def test_equal_findings_are_no_wall() -> None:
    """A thousand equal findings take a few lines, in text and in Markdown."""
    many = check({"schema_version": "1.0", "organizations": [{"id": f"o{n}"} for n in range(600)]})
    for format in ("text", "markdown"):
        assert render(many, format).count("\n") < 30
        assert "more places" in render(many, format)


def test_forms_that_can_are_written_as_the_documents_come() -> None:
    """Text, JSON Lines, CSV and annotations yield a report before the next document is checked."""
    for format in ("text", "jsonl", "csv", "github"):
        seen: list[int] = []

        def reports(seen: list[int] = seen) -> Iterable[Report]:
            for number in range(3):
                seen.append(number)
                yield submission()

        parts = iter(FORMATS[format](reports()))
        while "SCH04" not in next(parts):
            pass
        assert seen == [0]


def _sha256(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


def _width(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


SARIF = Draft4Validator(json.loads((DATA / "sarif-2.1.0.json").read_text(encoding="utf-8")))
