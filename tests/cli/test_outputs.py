"""The command's outputs, exit codes and interruption, as scripts and people depend on them."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import EXAMPLES, SEED
from mouschema import check
from mouschema.checking import batch
from mouschema.cli import cli
from mouschema.cli._outputs import Output, outputs
from mouschema.cli._progress import _bytes
from mouschema.cli._watch import Watch
from mouschema.render import FORMATS
from mouschema.reports.report import Report
from mouschema.reports.ruleset import Severity

SUBMISSION = EXAMPLES / "submission.json"
TINY = '{"schema_version":"1.0"}'


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.mark.parametrize("format", FORMATS)
def test_every_form_reaches_standard_output(format: str) -> None:
    """`--format` names it; the exit code does not depend on it."""
    result = run("check", "--format", format, SUBMISSION)
    assert result.exit_code == 1
    assert "SCH04" in result.stdout


def test_outputs_are_told_by_form_and_ending() -> None:
    """One file takes the form of --format; of several each the form of its ending, or the one that is named."""
    assert outputs(None, ()) == [Output("text", None)]
    assert outputs("json", ()) == [Output("json", None)]
    assert outputs("html", ("report",)) == [Output("html", "report")]
    assert outputs(None, ("a.sarif", "b.xml", "markdown=c", "d.problem.json")) == [
        Output("sarif", "a.sarif"),
        Output("junit", "b.xml"),
        Output("markdown", "c"),
        Output("problem", "d.problem.json"),
    ]
    assert outputs("text", ("a.json", "b.csv"))[0] == Output("text", None)
    with pytest.raises(ValueError, match=r"ending of report\.pdf tells no form"):
        outputs(None, ("report.pdf",))


def test_several_outputs_in_one_run(tmp_path: Path) -> None:
    """Each document is checked once, and each file says what standard output says."""
    files = [tmp_path / name for name in ("r.json", "r.jsonl", "r.sarif", "r.xml", "r.md", "r.csv", "r.txt")]
    options = [part for file in files for part in ("--output", file)]
    result = run("check", SUBMISSION, SEED, "--format", "github", *options)
    assert result.exit_code == 1
    assert "::error" in result.stdout
    for file in files:
        assert "SCH04" in file.read_text(encoding="utf-8"), file
    assert len(json.loads(files[0].read_text())["documents"]) == 2


def test_with_files_only_the_counts_are_told(tmp_path: Path) -> None:
    """Standard output stays empty; standard error says how it went."""
    result = run("check", SUBMISSION, "--format", "json", "--output", tmp_path / "report")
    assert result.stdout == ""
    assert result.stderr == "mouschema: 1 document checked: 11 errors.\n"
    assert json.loads((tmp_path / "report").read_text())["counts"]["error"] == 11


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    """One line and exit code 2."""
    result = run("check", SEED, "--output", tmp_path / "no" / "report.json")
    assert result.exit_code == 2
    assert "report.json: No such file or directory." in result.stderr


def test_wrong_usage_leaves_an_older_report_alone(tmp_path: Path) -> None:
    """A misspelt code is told before any file is opened."""
    report = tmp_path / "report.json"
    report.write_text("older")
    assert run("check", SEED, "--ignore", "XXX", "--output", report).exit_code == 2
    assert report.read_text() == "older"


def test_exit_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """0 fine, 1 findings, 2 something unreadable, 3 a fault of ours; the graver one counts, and all is told."""
    assert run("check", SEED).exit_code == 0
    assert run("check", SEED, "--fail-on", "info").exit_code == 1
    assert run("check", SEED, SUBMISSION).exit_code == 1
    assert run("check", SUBMISSION, tmp_path / "none.json").exit_code == 2
    monkeypatch.setattr(batch, "check_line", _fault)
    (tmp_path / "a.jsonl").write_text(TINY)
    result = run("check", SUBMISSION, tmp_path / "none.json", tmp_path / "a.jsonl")
    assert result.exit_code == 3
    assert "SCH04" in result.stdout
    assert "RUN01" in result.stdout
    assert "RUN02" in result.stdout
    assert "Please report it" in result.stdout


def _fault(_number: int, _line: bytes, **_options: object) -> Report:
    raise RuntimeError("on purpose")


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[Path]:
    """A pipe that gives documents for as long as somebody reads."""
    pipe = tmp_path / "endless.jsonl"
    os.mkfifo(pipe)
    writer = subprocess.Popen([sys.executable, "-c", f"import sys\nwith open({str(pipe)!r}, 'w') as pipe:\n while True: pipe.write({TINY!r} + chr(10))"], stderr=subprocess.DEVNULL)  # fmt: skip
    yield pipe
    writer.kill()
    writer.wait()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_a_summary(endless: Path, tmp_path: Path, jobs: str) -> None:
    """What was done is told and written whole, without a traceback; the exit code is that of an interrupt."""
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "mouschema", "check", "-", "--lines", "--jobs", jobs, "--output", str(report)]
    with (
        endless.open("rb") as pipe,
        subprocess.Popen(command, stdin=pipe, stderr=subprocess.PIPE, start_new_session=True) as process,
    ):
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.decode().startswith("mouschema: Stopped. ")
    assert "documents checked: nothing found." in said.decode()
    assert b"Traceback" not in said
    assert json.loads(report.read_bytes())["documents"]


@pytest.mark.parametrize("documents", [0, 1])
def test_ctrl_c_inside_a_check_ends_the_run(documents: int) -> None:
    """What has been checked is reported; where nothing has, there is nothing to report."""

    def reports() -> Iterator[Report]:
        yield from [check(TINY)] * documents
        os.kill(os.getpid(), signal.SIGINT)
        yield check(TINY)

    with Watch() as watch:
        if documents:
            assert len(list(watch.over(reports()))) == documents
        else:
            with pytest.raises(KeyboardInterrupt):
                list(watch.over(reports()))
    assert watch.exit_code(Severity.ERROR) == 130
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_that_is_ignored_stays_so() -> None:
    """As for a job in the background: nothing is taken, and the run goes on to its end."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Watch() as watch:
            for _ in watch.over(iter([check(TINY)] * 2)):
                os.kill(os.getpid(), signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert (watch.tally.documents, watch.stopped) == (2, False)


def test_what_there_is_to_read_is_counted_where_it_can_be(tmp_path: Path) -> None:
    """Files, those of folders and of patterns; not what is compressed or comes as it goes, nor what is not there."""
    for name in ("a.json", "b/c.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TINY)
    (tmp_path / "b" / "out.json").symlink_to(SEED)
    assert _bytes([str(tmp_path / "a.json"), str(tmp_path / "*")], follow_links=False) == 3 * len(TINY)
    assert _bytes([str(tmp_path)], follow_links=True) == 2 * len(TINY) + SEED.stat().st_size
    for names in (["-"], [str(tmp_path), "-"], [str(tmp_path / "none.json")], [str(tmp_path / "*.txt")], ["a\0.json"]):
        assert _bytes(names, follow_links=False) is None
    (tmp_path / "d.JSON.GZ").write_bytes(b"")
    assert _bytes([str(tmp_path)], follow_links=False) is None


def test_progress_is_for_terminals(tmp_path: Path) -> None:
    """A long run shows its rate on standard error if that is a terminal, and leaves nothing else behind."""
    slow = f"import time\nfor _ in range(40): print({TINY!r}, flush=True), time.sleep(0.1)"
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mouschema", "check", "-", "--lines", "--output", str(tmp_path / "report.txt")]
    with (
        subprocess.Popen([sys.executable, "-c", slow], stdout=subprocess.PIPE) as feeder,
        subprocess.Popen(command, stdin=feeder.stdout, stderr=theirs, env={**os.environ, "TERM": "xterm"}) as process,
    ):
        os.close(theirs)
        shown = b"".join(_until_closed(ours))
    assert process.returncode == 0
    assert b"a second" in shown
    assert shown.endswith(b"40 documents checked: nothing found.\r\n")
    (tmp_path / "one.jsonl").write_text(TINY)
    assert run("check", tmp_path).stderr == ""


def _until_closed(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            yield os.read(terminal, 4096)
        except OSError:
            return


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals_that_want_them(no_color: str, coloured: bool) -> None:
    """A terminal gets colours, unless NO_COLOR is set; anything else gets none."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mouschema", "check", str(SUBMISSION)]
    with subprocess.Popen(command, stdout=theirs, env={**os.environ, "TERM": "xterm", "NO_COLOR": no_color}):
        os.close(theirs)
        shown = b"".join(_until_closed(ours))
    assert b"SCH04" in shown
    assert (b"\x1b[" in shown) == coloured
    assert "\x1b[" not in run("check", SUBMISSION).stdout


@pytest.mark.parametrize("command", ["check", "show"])
def test_reader_that_stops_early_is_no_trouble(command: str) -> None:
    """What is piped into `head` ends without a word of complaint."""
    files = [SEED, "--format", "html"] if command == "show" else [SUBMISSION] * 200
    whole = [sys.executable, "-m", "mouschema", command, *map(str, files)]
    with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
