"""Many documents: in the order of the input, on one core or several, whatever happens to one of them."""

import gzip
import os
import signal
import sys
from pathlib import Path

import attrs
import pytest
from conftest import EXAMPLES, GOOD, SEED

import mouschema
from mouschema import batch
from mouschema.batch import check_files
from mouschema.config import Choices
from mouschema.report import Report

TINY = '{"schema_version":"1.0"}'


def said(reports: list[Report]) -> list[tuple[str | None, int | None, list[str]]]:
    """Return what can be compared of reports: file, line and codes."""
    return [(each.source, each.line, [finding.code for finding in each.findings]) for each in reports]


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_come_in_the_order_of_the_input(jobs: int) -> None:
    """Files in the order given, those of a folder by name; the same on one core and on two."""
    found = list(check_files([SEED, EXAMPLES / "good", EXAMPLES / "submission.json"], jobs=jobs))
    assert [each.source for each in found] == [str(SEED), *map(str, GOOD), str(EXAMPLES / "submission.json")]
    assert said(found) == said([mouschema.check(Path(each.source or "")) for each in found])


@pytest.mark.parametrize("jobs", [1, 2])
def test_lines_and_compressed_files(jobs: int, tmp_path: Path) -> None:
    """JSON Lines are documents each, and what ends in .gz is expanded."""
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(TINY.encode()))
    (tmp_path / "b.jsonl").write_text(f"{TINY}\n\n{{}}\n" * 200)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(f"{TINY}\n[]".encode()))
    found = list(check_files([tmp_path], jobs=jobs))
    assert len(found) == 1 + 400 + 2
    assert [each.line for each in found[:4]] == [None, 1, 3, 4]
    assert not found[2].ok
    assert [finding.code for finding in found[-1].findings] == ["SCH01"]


def test_expansion_is_bounded(tmp_path: Path) -> None:
    """A small file that expands to much is too large, as if it had been sent so."""
    (tmp_path / "bomb.json.gz").write_bytes(gzip.compress(b" " * 10**7))
    (report,) = check_files([tmp_path], most_bytes=1000)
    assert [finding.code for finding in report.findings] == ["JSN08"]


@pytest.mark.parametrize(
    "content",
    [gzip.compress(TINY.encode() * 99)[:-9], b"no gzip", gzip.compress(b"x")[:14] + b"\xff" * 9],
    ids=["cut", "other", "stained"],
)
def test_damaged_compression_is_told(content: bytes, tmp_path: Path) -> None:
    """What cannot be expanded cannot be read, and the rest is checked."""
    (tmp_path / "a.json.gz").write_bytes(content)
    (tmp_path / "b.jsonl.gz").write_bytes(content)
    (tmp_path / "c.json").write_text(TINY)
    found = list(check_files([tmp_path]))
    assert [finding.code for finding in found[0].findings] == ["RUN01"]
    assert "RUN01" in [finding.code for each in found[1:-1] for finding in each.findings]
    assert found[-1].ok


def test_patterns_stand_for_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the shell has not expanded them; one that fits nothing is told."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2024").mkdir()
    for each in ("2024/a.json", "2024/b.json", "[odd].json"):
        (tmp_path / each).write_text(TINY)
    assert [each.source for each in check_files(["2024/*.json", "[odd].json"])] == [
        os.path.join("2024", "a.json"),  # noqa: PTH118 - as the system writes it
        os.path.join("2024", "b.json"),  # noqa: PTH118
        "[odd].json",
    ]
    (report,) = check_files(["2025/*.json"])
    assert "no file fits" in report.findings[0].message


def test_wrong_choices_are_refused_before_anything_is_read() -> None:
    """An unknown kind, code or profile is the caller's mistake."""
    with pytest.raises(ValueError, match="no kind 'treaty'"):
        check_files([SEED], kind="treaty")
    with pytest.raises(ValueError, match='no rule has the code "XXX"'):
        check_files([SEED], choices=Choices(ignore=["XXX"]))
    with pytest.raises(ValueError, match='no profile "nowhere:X"'):
        check_files([SEED], choices=Choices(profile="nowhere:X"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_fault_of_ours_is_told_and_the_rest_goes_on(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A failure inside mouschema is a finding about one document."""
    lines = tmp_path / "many.jsonl"
    lines.write_text(f"{TINY}\n" * 100)
    monkeypatch.setattr(batch, "check_line", _fails_on_line_7)
    found = list(check_files([lines], jobs=jobs))
    assert [each.line for each in found if not each.ok] == [7]
    assert len(found) == 100
    (finding,) = found[6].findings
    assert finding.code == "RUN02"
    assert (finding.variant, finding.message) == ("", "mouschema failed on this document: on purpose")
    assert "report" in finding.hint
    assert jobs > 1 or "on purpose" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_death_of_a_process_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What kills its process is given up; what else was under way in it is checked again."""
    lines = tmp_path / "many.jsonl"
    lines.write_text(f"{TINY}\n" * 200)
    monkeypatch.setattr(batch, "check_line", _dies_on_line_7)
    found = list(check_files([lines], jobs=2))
    assert [each.line for each in found] == list(range(1, 201))
    ((line, finding),) = ((each.line, each.findings[0]) for each in found if not each.ok)
    assert (line, finding.code, finding.variant) == (7, "RUN02", "died")
    assert finding.message.endswith("its process died")


def _fails_on_line_7(number: int, line: bytes, **options: object) -> Report:
    if number == 7:
        raise RuntimeError("on purpose")
    return mouschema.check(line, **options)  # type: ignore[arg-type]


def _dies_on_line_7(number: int, line: bytes, **options: object) -> Report:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return attrs.evolve(mouschema.check(line, **options), line=number)  # type: ignore[arg-type]
