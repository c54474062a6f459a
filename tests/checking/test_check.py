"""`check`, `check_lines`, `load` and `dump`: every way in and out."""

import datetime
import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import mouschema
from conftest import SEED, seed
from mouschema import Bundle, InvalidDocument, Party, check, check_lines, dump, dumps, load, loads
from mouschema.judging import judge
from mouschema.reports.docket import MOST_FINDINGS
from mouschema.reports.ruleset import Severity

TINY = b'{"schema_version":"1.0"}'


@pytest.mark.parametrize(
    "make",
    [
        lambda data: data,
        bytearray,
        memoryview,
        bytes.decode,
        io.BytesIO,
        lambda data: io.StringIO(data.decode()),
        json.loads,
        loads,
    ],
    ids=["bytes", "bytearray", "memoryview", "str", "binary file", "text file", "mapping", "record"],
)
def test_every_source_gives_the_same_record(make: Any) -> None:
    """Bytes, text, files, mappings and records are all documents."""
    assert check(make(SEED.read_bytes())).bundle == load(SEED)


def test_paths_and_open_files_name_the_report(tmp_path: Path) -> None:
    """A report knows the file that it is about."""
    path = tmp_path / "partner.json"
    path.write_bytes(TINY)
    assert check(path).source == str(path)
    with path.open("rb") as file:
        assert check(file).source == str(path)
    assert check(TINY).source is None
    assert check(TINY, source="upload").source == "upload"


def test_unreadable_files_raise_what_python_raises(tmp_path: Path) -> None:
    """A file that is not there says nothing about a document."""
    with pytest.raises(FileNotFoundError):
        check(tmp_path / "nothing.json")
    with pytest.raises(ValueError, match="no kind 'treaty'"):
        check(TINY, kind="treaty")
    with pytest.raises(ValueError, match='no engine "none"'):
        check(b"not even JSON", engine="none")


@pytest.mark.parametrize(
    "data", [None, 5, "text", [], b"null", {1: 2}, {"as_of": datetime.date(2022, 6, 30)}, len], ids=str
)
def test_what_is_no_document_is_told(data: Any) -> None:
    """Even what can be no document at all is a report, not an exception."""
    assert not check(data).ok


def test_all_failures_come_at_once() -> None:
    """Bytes, schema and version: one report tells them together, in the order of the document."""
    report = check(b'\xef\xbb\xbf{"schema_version":"2.0","title":"x","title":{},"agreements":[{}],"x":1}')
    assert [finding.code for finding in report.findings] == [
        "JSN04",
        "VER01",
        "JSN05",
        "SCH09",
        *["SCH02"] * 4,
        "SCH03",
    ]


def test_lines_and_columns_count_characters() -> None:
    """Places are those of an editor, in characters, for keys and for values."""
    line = '  "ຊື່": 1, "title": {"lo": "ລາວ", "en": 5}'
    report = check(f'{{\n  "schema_version": "1.0",\n{line}\n}}')
    places = [(finding.code, finding.line, finding.column) for finding in report.findings]
    assert places == [("SCH03", 3, line.index('"ຊື່"') + 1), ("SCH01", 3, line.index("5") + 1)]


def test_reports_are_bounded() -> None:
    """A hostile document does not make an endless report; what is shown does not depend on the engine."""
    many = json.dumps(
        {"schema_version": "1.0", "agreements": [5] * 20_000, **{f"x{number}": 1 for number in range(20_000)}}
    )
    reports = [check(many, engine=engine) for engine in judge.ENGINES]
    assert reports[0] == reports[1]
    assert len(reports[0].findings) == MOST_FINDINGS
    assert reports[0].omitted[Severity.ERROR] >= MOST_FINDINGS


def test_no_flood_hides_an_error() -> None:
    """An error behind more infos than a report has room for is told, and the document is not ok."""
    document = seed()
    document["agreements"][0]["parties"][0]["organization"] = "nowhere"
    document["organizations"] += [
        {"id": f"unused-{each}", "name": {"en": f"No. {each}"}, "kind": "ngo"} for each in range(1500)
    ]
    report = check(document)
    assert not report.ok
    assert "REF01" in {finding.code for finding in report.findings}
    assert len(report.findings) == MOST_FINDINGS
    assert report.omitted == {Severity.INFO: report.severities.total() - MOST_FINDINGS}


def test_a_long_value_is_cut_and_escaped() -> None:
    """No message repeats a value whole, or a character that acts on a terminal."""
    report = check({"schema_version": "1.0", "as_of": "\x1b[31m\u202e" + "x" * 1_000_000})
    (finding,) = report.findings
    assert len(finding.message) < 200
    assert "\x1b" not in str(finding)
    assert "\u202e" not in str(finding)


def test_nothing_is_fetched_or_opened_while_checking() -> None:
    """No reference, address or schema makes the check reach for the network or the disk."""
    document = json.dumps({**seed(), "$ref": "https://example.com/x.json", "$schema": "file:///etc/passwd"})
    for engine in judge.ENGINES:
        check(document, engine=engine)
    seen: list[str] = []
    watching = True
    sys.addaudithook(
        lambda event, _: (
            seen.append(event) if watching and event.split(".")[0] in {"open", "socket", "urllib"} else None
        )
    )
    for engine in judge.ENGINES:
        check(document, engine=engine)
    watching = False
    assert seen == []


@pytest.mark.parametrize(
    ("agreement", "examples"),
    [
        ({"contributions": [{"kind": "money", "amount": {"amount": "1"}}]}, ('"USD"', '"LAK"')),
        ({"languages": [{}]}, ('"lo"', '"en"')),
    ],
)
def test_missing_field_has_two_examples(agreement: dict[str, Any], examples: tuple[str, ...]) -> None:
    """As many as there are, and no more than two."""
    document = seed()
    document["agreements"][0] |= agreement
    (finding,) = [each for each in check(document).findings if each.code == "SCH02"]
    assert finding.values
    assert finding.values["examples"] == examples


def test_fast_engine_is_used_where_it_is_at_hand() -> None:
    """The tests have both; whoever asks for none gets the fast one, and whoever asks for one gets that."""
    assert judge.known(None) == "jsonschema-rs"
    assert [judge.known(name) for name in judge.ENGINES] == ["jsonschema-rs", "jsonschema"]


def test_load_raises_with_the_report() -> None:
    """A document with errors has no records for sale; the exception holds the report and reads well."""
    with pytest.raises(InvalidDocument, match="SCH02 a bundle needs the field") as refused:
        loads("{}")
    assert not refused.value.report.ok
    assert isinstance(refused.value, ValueError)
    document = {"schema_version": "1.0", "agreements": [{}] * 10}
    with pytest.raises(InvalidDocument, match="… and 30 more"):
        loads(document)


def test_warnings_do_not_stop_loading() -> None:
    """A newer minor version is a warning."""
    assert loads('{"schema_version": "1.7"}').schema_version == "1.7"


def test_whole_numbers_may_be_written_with_a_point() -> None:
    """JSON Schema says that 5.0 is an integer, and so do the records."""
    document = seed()
    document["ceremonies"][0]["attendance"][0]["count"] = 5.0
    assert loads(document).ceremonies[0].attendance[0].count == 5


def test_dump_writes_what_load_reads(tmp_path: Path) -> None:
    """By name, by path, into binary and text files, indented or on one line."""
    bundle = load(str(SEED))
    for target in (tmp_path / "a.json", str(tmp_path / "b.json")):
        dump(bundle, target)
        assert Path(target).read_bytes() == SEED.read_bytes()
    binary, text = io.BytesIO(), io.StringIO()
    dump(bundle, binary, compact=True)
    dump(bundle, text, compact=True)
    assert binary.getvalue().decode() == text.getvalue() == dumps(bundle, compact=True)
    assert text.getvalue().count("\n") == 1
    with gzip.open(tmp_path / "c.json.gz", "wb") as file:
        dump(bundle, file)
    with gzip.open(tmp_path / "c.json.gz") as file:
        assert load(file) == bundle


def test_parts_can_be_loaded_alone() -> None:
    """A party is a document of its own kind."""
    party = loads('{"organization": "iom"}', kind="party")
    assert party == Party(organization="iom")
    assert check('{"organization": "iom"}', kind="party").bundle is None


def test_lines_give_a_report_each(tmp_path: Path) -> None:
    """One document a line; blank lines are passed over, places are counted in the whole file."""
    path = tmp_path / "many.jsonl"
    path.write_bytes(TINY + b"\n\n" + b'{"schema_version":"1.0",}\n' + TINY)
    reports = list(check_lines(path))
    assert [(report.line, report.ok) for report in reports] == [(1, True), (3, False), (4, True)]
    assert [(finding.line, finding.column) for finding in reports[1].findings] == [(3, 25)]
    assert [report.ok for report in check_lines(path.read_text())] == [True, False, True]
    assert [report.ok for report in check_lines(io.StringIO(path.read_text()))] == [True, False, True]
    assert [report.ok for report in check_lines(path.read_bytes())] == [True, False, True]


def test_a_line_that_is_too_long_does_not_stop_the_rest() -> None:
    """It is one finding, and the next line is read from its beginning."""
    reports = list(check_lines(b"x" * 5000 + b"\n" + TINY + b"\n" + b"y" * 100, most_bytes=100))
    assert [(report.line, list(report.count())) for report in reports] == [(1, ["JSN08"]), (2, []), (3, ["JSN02"])]


def test_lines_hold_one_line_at_a_time() -> None:
    """Reports come while the rest is unread, so that millions of records fit."""

    class Endless(io.RawIOBase):
        read_lines = 0

        def readline(self, _size: int | None = -1, /) -> bytes:
            self.read_lines += 1
            return TINY + b"\n"

    stream = Endless()
    reports = check_lines(stream)
    assert [next(reports).ok for _ in range(5)] == [True] * 5
    assert stream.read_lines == 5


def test_report_counts_and_prints() -> None:
    """A report can be asked for its errors and its counts; a finding is one line of text."""
    report = check(b'{"schema_version":"1.0","titel":{"en":"x"}}')
    assert report.count() == {"SCH03": 1}
    assert str(report.errors[0]) == '1:25 SCH03 a bundle has no field "titel" at /titel (Did you mean "title"?)'
    assert report.findings[0].help_url.endswith("/SCH03")


def test_reports_of_one_document_are_equal() -> None:
    """Checking is deterministic, and records from mappings are independent of them."""
    document = seed()
    report = check(document)
    document["agreements"].clear()
    assert isinstance(report.bundle, Bundle)
    assert len(report.bundle.agreements) == 1
    assert check(seed()) == report


def test_module_tells_its_version() -> None:
    """`mouschema.__version__` is that of the installed package; other names are errors."""
    assert mouschema.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="nothing_like_it"):
        mouschema.nothing_like_it  # noqa: B018


def test_a_key_with_a_control_character_is_told_as_such() -> None:
    """The trouble is the key, not the words under it."""
    (finding,) = check({"schema_version": "1.0", "title": {"lo\n": "ບົດບັນທຶກ"}}).findings
    assert (finding.code, finding.message) == ("SCH12", '"lo\\n" holds a control character')


def test_large_document_gives_the_same_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record made from the text, once its value is let go, is the record that is made from the value."""
    text = SEED.read_bytes().replace(b'"schema_version"', b'"$schema": "bundle.schema.json", "schema_version"', 1)
    usual = check(text)
    monkeypatch.setattr("mouschema.checking.check.LARGE", 0)
    assert check(text) == usual
    assert check(text).require() == usual.require()
    twice = text.replace(b'"schema_version"', b'"title": {"en": "Old"}, "schema_version"', 1)
    assert check(twice).count()["JSN05"] == 1
    assert check(twice).bundle == usual.bundle
