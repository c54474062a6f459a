"""Many documents: in the order of the input, on one core or several, whatever happens to one of them."""

import errno
import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import attrs
import pytest

import mouschema
from conftest import EXAMPLES, GOOD, SEED
from mouschema.checking import _pool, batch
from mouschema.checking.batch import check_files
from mouschema.checking.config import Choices
from mouschema.reports.report import Report

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


@pytest.mark.skipif(sys.platform != "linux", reason="processes are not split off there")
@pytest.mark.parametrize("large", ["file", "line", "gz"])
def test_death_in_a_library_costs_one_large_document(
    large: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one job too, what may need much memory is checked where an abort takes nothing along."""
    big = json.dumps({"schema_version": "1.0", "kill": "x" * 2**20})
    names = {"file": "b.json", "line": "b.jsonl", "gz": "b.json.gz"}
    content = f"{big}\n".encode()
    (tmp_path / "a.json").write_text(TINY)
    (tmp_path / names[large]).write_bytes(gzip.compress(content) if large == "gz" else content)
    (tmp_path / "c.json").write_text(TINY)
    monkeypatch.setattr(batch, "_checked", _is_killed)
    found = list(check_files([tmp_path]))
    assert [each.ok for each in found] == [True, False, True]
    assert (found[1].findings[0].code, found[1].findings[0].variant) == ("RUN02", "died")


def test_program_with_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A lock that another thread holds would never be let go in the fork; then all is done in one process."""
    (tmp_path / "a.json").write_text(json.dumps({"schema_version": "1.0", "note": "x" * 2**20}))
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("it forks"))
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert len(list(check_files([tmp_path]))) == 1
    finally:
        done.set()
        thread.join()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked there")
@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize("allowed", [0, 1])
@pytest.mark.parametrize("error", [BlockingIOError(errno.EAGAIN, "no more"), MemoryError()], ids=["limit", "memory"])
def test_processes_that_cannot_be_started(
    jobs: int, allowed: int, error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system refuses a process, those that there are do the work, or this one does; nothing is lost."""
    (tmp_path / "a.json").write_text(json.dumps({"schema_version": "1.0", "note": "x" * 2**20}))
    (tmp_path / "b.jsonl").write_text(f"{TINY}\n" * 200)
    fork, left = os.fork, [None] * allowed

    def refused() -> int:
        if not left:
            raise error
        left.pop()
        return fork()

    monkeypatch.setattr(os, "fork", refused)
    assert [each.line for each in check_files([tmp_path], jobs=jobs)] == [None, *range(1, 201)]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is not refused in this way there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_refused_costs_one_document(jobs: str, tmp_path: Path) -> None:
    """Where a document needs more memory than there may be, the others are reported, and the run ends."""
    for each in ("a.json", "c.json", "d.json"):
        (tmp_path / each).write_text(TINY)
    (tmp_path / "b.json").write_text(f"[{'0,' * (10 * 2**20)}0]")
    command = f"ulimit -v 200000 && exec {sys.executable} -m mouschema check --format jsonl --jobs {jobs} {tmp_path}"
    environment = {**os.environ, "RUST_BACKTRACE": "1"}  # with which a library was seen to hang while it died
    done = subprocess.run(["/bin/sh", "-c", command], env=environment, capture_output=True, timeout=300, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(Path(each["source"]).name, each["code"]) for each in found] == [("b.json", "RUN02")]
    assert done.returncode == 3


def test_want_of_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory that Python refuses is no fault of ours: the document is told to be too much, and the rest goes on."""
    (tmp_path / "a.jsonl").write_text(f"{TINY}\n" * 9)
    monkeypatch.setattr(batch, "check_line", _lacks_memory_on_line_7)
    found = list(check_files([tmp_path]))
    assert [(each.line, each.findings[0].variant) for each in found if each.findings] == [(7, "memory")]
    assert len(found) == 9


def test_panic_of_a_library_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What Rust raises when it panics is no `Exception`, and stops nothing all the same; Ctrl-C does."""
    (tmp_path / "a.jsonl").write_text(f"{TINY}\n" * 9)
    monkeypatch.setattr(batch, "check_line", _panics_on_line_7)
    found = list(check_files([tmp_path]))
    assert [(each.line, each.findings[0].code) for each in found if each.findings] == [(7, "RUN02")]
    assert "on purpose" in caplog.text
    monkeypatch.setattr(batch, "check_line", _interrupts)
    with pytest.raises(KeyboardInterrupt):
        list(check_files([tmp_path]))


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_no_process_is_left_behind(jobs: int, tmp_path: Path) -> None:
    """Who stops asking for reports, or is killed, leaves no process that goes on."""
    lines = tmp_path / "many.jsonl"
    lines.write_text(f"{TINY}\n" * 5000 + json.dumps({"note": "x" * 2**20}) + "\n")
    program = (
        "import os, signal, sys; from mouschema.checking.batch import check_files\n"
        f"reports = check_files([{str(lines)!r}], jobs={jobs}); next(reports)\n"
        "print('begun', flush=True)\n"
        "for _ in reports: pass\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        process.kill()
        process.wait()
        assert _gone(process.pid)


def _gone(group: int) -> bool:
    """Wait until a group of processes has ended."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_processes_however_they_are_started(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems and later Pythons start processes in other ways; the results are the same."""
    multiprocessing = _pool.multiprocessing
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not on this system")
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda _method: context)
    batches = ([number, number + 1] for number in range(0, 40, 2))
    assert list(_pool.in_order(_doubled, batches, 2, int)) == [2 * number for number in range(40)]


def test_process_that_died_while_idle_is_replaced() -> None:
    """What it is given next is done by another, and nothing is lost."""
    aside = _pool.Aside(_doubled, int)
    assert aside.do(1) == 2
    (worker,) = aside._crew._workers
    worker._process.kill()
    worker._process.join()
    assert aside.do(2) == 4
    aside.end()


def test_process_is_started_where_signals_cannot_be_kept_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no masks of signals."""
    monkeypatch.delattr(signal, "pthread_sigmask")
    assert list(_pool.in_order(_doubled, iter([[1, 2], [3]]), 2, int)) == [2, 4, 6]


@pytest.mark.parametrize("number", [1, 31, 32, 33, 64])
def test_every_line_is_in_one_batch(number: int, tmp_path: Path) -> None:
    """However many lines there are, each is checked once, in order; no batch is empty or too large."""
    path = tmp_path / "a.jsonl"
    path.write_text(f"{TINY}\n" * number)
    batches = list(batch._batches(batch._documents([path], lines=False, follow_links=False, most_bytes=100)))
    assert [each.line for documents in batches for each in documents] == list(range(1, number + 1))
    assert {len(each) for each in batches[:-1]} <= {32}
    assert 0 < len(batches[-1]) <= 32


def test_compressed_lines_are_bounded_in_total(tmp_path: Path) -> None:
    """A small file that expands to very many small documents is told to be expanded first; an honest one is read."""
    bomb = tmp_path / "bomb.jsonl.gz"
    bomb.write_bytes(gzip.compress((b" " * 999 + b"\n") * 10**4))
    found = list(check_files([bomb]))
    assert [(each.code, each.variant) for each in found[-1].findings] == [("RUN01", "expands")]
    assert "more than 200 times" in found[-1].findings[0].message
    honest = tmp_path / "honest.jsonl.gz"
    honest.write_bytes(gzip.compress(f"{TINY}\n".encode() * 500))
    assert [each.ok for each in check_files([honest])] == [True] * 500


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_names_that_are_not_utf_8(jobs: int, tmp_path: Path) -> None:
    """A file with such a name is checked like any other, by name, in a folder or by a pattern."""
    for suffix in (b".json", b".jsonl"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9" + suffix)).write_text("[]")
    names = [str(tmp_path / "caf\udce9.json"), str(tmp_path / "caf\udce9.jsonl")]
    for given in (names, [tmp_path], [tmp_path / "c*"], map(os.fsencode, names)):
        found = list(check_files(given, jobs=jobs))  # type: ignore[arg-type]
        assert [each.source for each in found] == names
        assert [each.findings[0].code for each in found] == ["SCH01", "SCH01"]


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be read, as any other file."""
    monkeypatch.setattr(sys, "stdin", None)
    (report,) = check_files(["-"])
    assert (report.source, report.findings[0].code) == ("standard input", "RUN01")


def _doubled(batch: list[int]) -> list[int]:
    return [2 * number for number in batch]


def _is_killed(document: batch._Document, settings: batch._Settings) -> Report:
    content = document.content if document.line else mouschema.check(Path(document.source)).data
    if isinstance(content, bytes) and b'"kill"' in content:
        os.kill(os.getpid(), signal.SIGKILL)
    return mouschema.check(content)


def _lacks_memory_on_line_7(number: int, line: bytes, **options: object) -> Report:
    if number == 7:
        raise MemoryError
    return attrs.evolve(mouschema.check(line, **options), line=number)  # type: ignore[arg-type]


class Panic(BaseException):
    """What a library in Rust raises."""


def _panics_on_line_7(number: int, line: bytes, **options: object) -> Report:
    if number == 7:
        raise Panic("on purpose")
    return attrs.evolve(mouschema.check(line, **options), line=number)  # type: ignore[arg-type]


def _interrupts(number: int, line: bytes, **options: object) -> Report:
    raise KeyboardInterrupt


def _fails_on_line_7(number: int, line: bytes, **options: object) -> Report:
    if number == 7:
        raise RuntimeError("on purpose")
    return mouschema.check(line, **options)  # type: ignore[arg-type]


def _dies_on_line_7(number: int, line: bytes, **options: object) -> Report:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return attrs.evolve(mouschema.check(line, **options), line=number)  # type: ignore[arg-type]
