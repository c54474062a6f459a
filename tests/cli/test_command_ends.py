"""How the command ends where something outside goes wrong: what it was given stays whole, one line says why."""

import json
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import EXAMPLES, SEED
from mouschema import export, schemas
from mouschema.cli import cli
from mouschema.cli._apart import keep_apart

TINY = '{"schema_version":"1.0"}'
COMMANDS: dict[str, list[object]] = {
    "check": ["check", SEED],
    "json": ["check", SEED, "--format", "json"],
    "terminal": ["show", SEED],
    "html": ["show", SEED, "--format", "html"],
    "markdown": ["show", SEED, "--format", "markdown"],
    "new": ["new"],
    "schema": ["schema"],
    "explain": ["explain"],
    "one code": ["explain", "REF01"],
    "help": ["--help"],
    "help of a command": ["check", "--help"],
    "version": ["--version"],
}


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def start(*arguments: object, first: str = "", folder: Path | None = None, **options: Any) -> Any:
    """Run the command in a process of its own, after a piece of program of ours."""
    environment = dict(os.environ)
    if "preexec_fn" in options:
        environment.pop("COVERAGE_PROCESS_CONFIG", None)  # what has no room for reports has none for coverage either
    if first:
        assert folder
        (folder / "sitecustomize.py").write_text(first)
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), environment.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "mouschema", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, env=environment, check=False, **options)


@pytest.fixture
def aside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for our piece of program."""
    return tmp_path_factory.mktemp("aside")


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_full_standard_output_is_one_line(arguments: list[object]) -> None:
    """Whatever was to be printed, and exit code 2."""
    with Path("/dev/full").open("w") as full:
        done = start(*arguments, stdout=full)
    assert (done.returncode, done.stderr) == (2, "mouschema: standard output: No space left on device.\n")


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_closed_pipe_is_quiet(arguments: list[object]) -> None:
    """Nobody reads any more, so nobody is told."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        assert start(*arguments, stdout=pipe).stderr == ""


def test_closed_pipe_for_complaints_is_quiet() -> None:
    """A mistake on the command line of which nobody hears has an exit code."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "mouschema", "check", "--unknown"]
    with os.fdopen(writing, "w") as pipe:
        assert subprocess.run(command, stderr=pipe, check=False).returncode == 1


def test_closed_standard_streams_are_told(tmp_path: Path) -> None:
    """A closed output is one line; a closed input cannot be read; a report does not end up in another file."""
    shell = f'cd "$0" && {sys.executable} -m mouschema check '
    done = subprocess.run(["sh", "-c", f"{shell} '{SEED}' >&-", tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "mouschema: standard output: Bad file descriptor.\n")
    done = subprocess.run(["sh", "-c", f"{shell} - <&-", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "RUN01" in done.stdout
    command = ["sh", "-c", f"{shell} '{SEED}' --output r.json <&- >&- 2>&-", tmp_path]
    assert subprocess.run(command, check=False).returncode == 0
    assert json.loads((tmp_path / "r.json").read_bytes())["documents"]


# What each way to write a file is given, and the files that were there before.
WRITERS: dict[str, list[object]] = {
    "report": ["check", SEED, "--output", "r.json"],
    "two reports": ["check", SEED, "--output", "small.txt", "--output", "r.json"],
    "document": ["show", SEED, "--format", "html", "--output", "r.json"],
    "text": ["show", SEED, "--output", "r.json"],
    "site": ["show", EXAMPLES / "good" / "cases", "--output", "."],
}


def _no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


@pytest.mark.parametrize("arguments", WRITERS.values(), ids=WRITERS)
def test_no_room_leaves_older_files_whole(tmp_path: Path, arguments: list[object]) -> None:
    """One line with the name that people know, exit code 2, and nothing left behind."""
    for name in ("small.txt", "r.json"):
        (tmp_path / name).write_text("older")
    done = start(*arguments, cwd=tmp_path, preexec_fn=_no_room, stdout=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.endswith(": File too large.\n")
    assert done.stderr.count("\n") == 1
    assert ".tmp" not in done.stderr
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"small.txt": "older", "r.json": "older"}


def test_no_room_for_a_new_record_leaves_neither_file(tmp_path: Path) -> None:
    """The record is not there without its schema."""
    done = start("new", "record.json", cwd=tmp_path, preexec_fn=_no_room)
    assert (done.returncode, done.stderr) == (2, "mouschema: record.json: File too large.\n")
    assert list(tmp_path.iterdir()) == []


def test_no_room_for_the_schema_leaves_neither_file(tmp_path: Path) -> None:
    """Nor when it is only the second file that finds none."""

    def room_for_one() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = start("new", "record.json", cwd=tmp_path, preexec_fn=room_for_one)
    assert (done.returncode, done.stderr) == (2, "mouschema: bundle.schema.json: File too large.\n")
    assert list(tmp_path.iterdir()) == []


def test_exports_go_this_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`schema --write` leaves a file whole that it cannot write, and refuses a link."""
    monkeypatch.setattr(schemas, "checkout", lambda: tmp_path)
    assert run("schema", "--write").exit_code == 0
    written = tmp_path / "bundle.schema.json"
    assert written.read_text(encoding="utf-8") == export.exports()[written.name]
    written.rename(tmp_path / "other")
    (tmp_path / "other").write_text("other")
    written.symlink_to("other")
    result = run("schema", "--write")
    assert result.exit_code == 2
    assert "bundle.schema.json: it is a link" in result.stderr
    assert (tmp_path / "other").read_text() == "other"


def _interrupting(call: str) -> str:
    return f"import os, signal\nreal = os.{call}\ndef end(*given, **more):\n os.kill(os.getpid(), signal.SIGINT)\n return real(*given, **more)\nos.{call} = end\n"  # fmt: skip


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("arguments", [*list(WRITERS.values())[2:]], ids=list(WRITERS)[2:])
def test_ctrl_c_while_writing_leaves_older_files_whole(
    tmp_path: Path, aside: Path, arguments: list[object], call: str
) -> None:
    """Exit code 130, no traceback, and nothing left behind."""
    (tmp_path / "r.json").write_text("older")
    done = start(*arguments, first=_interrupting(call), folder=aside, cwd=tmp_path, stdout=subprocess.PIPE)
    assert done.returncode == 130
    assert done.stderr.strip() == ""
    left = {path.name for path in tmp_path.iterdir()}
    assert (tmp_path / "r.json").read_text() == "older" or call == "replace"
    assert not any(name.endswith(".tmp") for name in left)


def test_first_ctrl_c_lets_reports_come_to_their_end(tmp_path: Path, aside: Path) -> None:
    """Also when everything is checked and the report is being put in its place; a second one leaves the older file."""
    report = tmp_path / "r.json"
    report.write_text("older")
    twice = _interrupting("fsync").replace("os.kill(", "[os.kill(os.getpid(), signal.SIGINT) for _ in 'ab']; (")
    done = start("check", SEED, "--output", report, first=twice, folder=aside)
    assert done.returncode == 130
    assert done.stderr.strip() == ""
    assert report.read_text() == "older"
    done = start("check", SEED, "--output", report, first=_interrupting("fsync"), folder=aside)
    assert done.returncode == 130
    assert done.stderr == "mouschema: Stopped. 1 document checked: 1 info.\n"
    assert json.loads(report.read_bytes())["documents"]
    assert list(tmp_path.iterdir()) == [report]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_before_anything_is_checked_changes_nothing(tmp_path: Path, jobs: str) -> None:
    """There is nothing to report, so the older report stays, and the exit code is 130."""
    report = tmp_path / "r.json"
    report.write_text("older")
    ours, theirs = os.pipe()  # into which nobody writes
    command = [sys.executable, "-m", "mouschema", "check", "-", "--lines", "--jobs", jobs, "--output", report]
    with (
        open(theirs, "wb"),
        subprocess.Popen(command, stdin=ours, stderr=subprocess.PIPE, start_new_session=True) as process,
    ):
        os.close(ours)
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert (process.returncode, said.strip()) == (130, b"")
    assert report.read_text() == "older"


@pytest.mark.parametrize("module", ["mouschema.errors", "mouschema.model.bundle", "mouschema.cli", "rich.text", "mouschema.render"])  # fmt: skip
def test_ctrl_c_while_starting_is_quiet(aside: Path, module: str) -> None:
    """Whatever is being imported: exit code 130 and not a word."""
    first = f"""if True:
        import os, signal, sys
        class Finder:
            def find_spec(name, path=None, target=None):
                if name == {module!r}:
                    os.kill(os.getpid(), signal.SIGINT)
        sys.meta_path.insert(0, Finder)
        """
    done = start("check", SEED, first=first, folder=aside, stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_programs_keep_their_ctrl_c() -> None:
    """Importing the package changes nothing about it."""
    program = "import signal, mouschema; assert signal.getsignal(signal.SIGINT) is signal.default_int_handler"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_job_in_the_background_is_left_alone(tmp_path: Path, aside: Path) -> None:
    """Where Ctrl-C is ignored, as a shell does for `&`, it stays so."""

    def ignore() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    report = tmp_path / "r.json"
    done = start("check", SEED, "--output", report, first=_interrupting("fsync"), folder=aside, preexec_fn=ignore)
    assert done.returncode == 0
    assert report.exists()


def _same(folder: Path) -> str:
    return str(folder / "a.json")


def _hard_link(folder: Path) -> str:
    (folder / "b.txt").hardlink_to(folder / "a.json")
    return str(folder / "b.txt")


def _roundabout(folder: Path) -> str:
    return str(folder / "sub" / ".." / "a.json")


def _linked_folder(folder: Path) -> str:
    (folder / "linked").symlink_to(folder)
    return str(folder / "linked" / "a.json")


CHECKED = ["{0}/a.json", "{0}/sub/../a.json", "{0}", "{0}/*.json", "{0}/**/a*", "a.json"]
SHOWN = ["{0}/a.json", "a.json", "{0}/b.txt"]


@pytest.mark.parametrize("output", [_same, _hard_link, _roundabout, _linked_folder])
@pytest.mark.parametrize(
    ("command", "given"), [*(("check", name) for name in CHECKED), *(("show", name) for name in SHOWN)]
)
def test_an_output_that_is_an_input_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, given: str, output: Callable[[Path], str]
) -> None:
    """By whatever name; nothing is read or written, and the exit code is 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    file = tmp_path / "a.json"
    file.write_bytes(SEED.read_bytes())
    target = f"json={output(tmp_path)}" if command == "check" else output(tmp_path)
    if not (tmp_path / "b.txt").exists():
        (tmp_path / "b.txt").hardlink_to(file)
    result = run(command, given.format(tmp_path), "--output", target)
    assert result.exit_code == 2
    assert "is among the files to be read; write to another one.\n" in result.stderr
    assert result.stderr.count("\n") == 1
    assert file.read_bytes() == SEED.read_bytes()


@pytest.mark.parametrize("command", ["check", "show"])
def test_an_output_that_is_standard_input_is_refused(tmp_path: Path, command: str) -> None:
    """What the shell has opened is an input as well."""
    file = tmp_path / "a.json"
    file.write_bytes(SEED.read_bytes())
    with file.open() as stdin:
        done = start(command, "-", "--output", file, stdin=stdin)
    assert done.returncode == 2
    assert "is among the files to be read" in done.stderr
    assert file.read_bytes() == SEED.read_bytes()


@pytest.mark.parametrize("given", [".", "*.json", "**"])
def test_an_output_that_would_be_an_input_the_next_time_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """A new report is not put among the records."""
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(TINY)
    result = run("check", given, "--output", "report.json")
    assert result.exit_code == 2
    assert not Path("report.json").exists()
    assert run("check", "*.json", "--output", "sub/report.json").exit_code == 2
    assert run("check", "*.json", "--output", "report.html").exit_code == 0


def test_standard_output_into_an_input_is_refused(tmp_path: Path) -> None:
    """`>>` and `>` into a checked folder would be read half written."""
    (tmp_path / "a.json").write_text(TINY)
    with (tmp_path / "report.json").open("w") as report:
        done = start("check", tmp_path, stdout=report)
    assert done.returncode == 2
    assert done.stderr == "mouschema: standard output is among the files to be read; write to another one.\n"


@pytest.mark.parametrize(
    "pair", [("r.json", "r.json"), ("r.json", "text=sub/../r.json"), ("there.json", "text=other.txt"), ("r.json", "text=linked/r.json")]
)  # fmt: skip
def test_two_outputs_that_are_one_file_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str]
) -> None:
    """By whatever names, there or not."""
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    Path("linked").symlink_to(".")
    Path("there.json").write_text("older")
    Path("other.txt").hardlink_to("there.json")
    result = run("check", SEED, *(part for name in pair for part in ("--output", name)))
    assert result.exit_code == 2
    assert "are the same file" in result.stderr
    assert Path("there.json").read_text() == "older"
    assert not Path("r.json").exists()


def test_an_open_file_that_is_an_input_is_refused(tmp_path: Path) -> None:
    """The shell may have opened it under a number."""
    with (tmp_path / "a.json").open("w") as file, pytest.raises(ValueError, match="is among the files to be read"):
        keep_apart([f"/dev/fd/{file.fileno()}"], [str(tmp_path)])


def test_a_report_and_standard_output_into_one_file_are_refused(tmp_path: Path) -> None:
    """They would be written over each other."""
    with (tmp_path / "out").open("w") as out:
        done = start("check", SEED, "--format", "text", "--output", "json=/dev/stdout", stdout=out)
    assert done.returncode == 2
    assert "standard output and /dev/stdout are the same file" in done.stderr


def test_reports_go_where_the_shell_says(tmp_path: Path) -> None:
    """To standard output by its name, after what is in the file; to nowhere, twice; into another process."""
    with (tmp_path / "out").open("a+") as out:
        out.write("before\n")
        out.flush()
        assert start("check", SEED, "--output", "text=/dev/stdout", stdout=out).returncode == 0
        out.seek(0)
        assert out.read().startswith("before\n")
    assert run("check", SEED, "--output", "text=/dev/null", "--output", "json=/dev/null").exit_code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    shell = f"{sys.executable} -m mouschema check '{SEED}' --output json=>(cat > '{tmp_path}/piped'); wait"
    subprocess.run(["bash", "-c", shell], stderr=subprocess.DEVNULL, check=False)
    assert json.loads((tmp_path / "piped").read_bytes())["documents"]


def test_templates_are_read_too(tmp_path: Path) -> None:
    """A page does not take the place of the template that it is made with."""
    template = tmp_path / "bundle.html.jinja"
    template.write_text("x")
    result = run("show", SEED, "--format", "html", "--templates", tmp_path, "--output", template)
    assert result.exit_code == 2
    assert template.read_text() == "x"


def test_links_are_refused_as_outputs(tmp_path: Path) -> None:
    """Of reports, pages and sites; also a page in a site, and a site's folder."""
    for name in ("r.json", "site"):
        (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "india-iran-india-canada.html").symlink_to(tmp_path / "elsewhere")
    for arguments in (
        ["check", SEED, "--output", tmp_path / "r.json"],
        ["show", SEED, "--output", tmp_path / "r.json"],
        ["new", tmp_path / "r.json"],
        ["show", EXAMPLES / "good", "--output", tmp_path / "site"],
        ["show", EXAMPLES / "good" / "cases", "--output", tmp_path / "out"],
    ):
        result = run(*arguments)
        assert result.exit_code == 2, arguments
        assert "it is a link, and nothing is written through a link" in result.stderr
    assert not (tmp_path / "elsewhere").exists()


def test_a_site_never_changes_a_record(tmp_path: Path) -> None:
    """Not even where a page of an earlier run has become another name of it."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    record = tmp_path / "in" / "a.json"
    record.write_bytes(SEED.read_bytes())
    (tmp_path / "out" / "a.html").hardlink_to(record)
    assert run("show", tmp_path / "in", "--output", tmp_path / "out").exit_code == 0
    assert record.read_bytes() == SEED.read_bytes()
    assert "<html" in (tmp_path / "out" / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [os.fsdecode(b"caf\xe9.json"), "\u202ea\x1b.json"])
def test_names_that_are_no_text_are_printed(tmp_path: Path, name: str) -> None:
    """In messages as escapes; such a file can be read, shown, written, and made a site of."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(SEED.read_bytes())
    escaped = {os.fsdecode(b"caf\xe9.json"): "caf\\udce9.json"}.get(name, "\\u202ea\\u001b.json")
    done = start("check", folder, "--output", "text=r.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert escaped in (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert start("check", folder / name, "--output", f"json={folder / name}").stderr.count(escaped) == 1
    assert start("show", folder, "--output", tmp_path / "site", stdout=-1).returncode == 0
    assert f"none{escaped}: No such file" in start("show", f"none{name}").stderr
    done = start("new", tmp_path / name, stdout=-1)
    assert done.returncode == 0
    assert done.stdout.count(escaped) == 2
    assert escaped in start("new", tmp_path / name).stderr
