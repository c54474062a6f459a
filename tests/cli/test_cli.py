"""The command as people use it."""

import builtins
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from conftest import EXAMPLES, SEED
from mouschema import __main__, schemas
from mouschema.cli import cli


def run(*arguments: Any, input: str | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=input)


def test_good_record_passes() -> None:
    """Nothing found, and what that does not mean."""
    result = run("check", "--ignore", "ROL01", SEED)
    assert result.exit_code == 0
    assert "nothing found" in result.stdout
    assert "not whether it is true" in result.stdout


def test_broken_submission_is_explained() -> None:
    """Place, code, what is wrong and what would be right."""
    result = run("check", EXAMPLES / "submission.json")
    assert result.exit_code == 1
    assert 'Did you mean "LA" (Lao People\'s Democratic Republic)?' in result.stdout
    assert "line 10, column 18  /organizations/0/country" in result.stdout
    assert "1 document checked: 11 errors." in result.stdout


def test_folder_is_checked_whole() -> None:
    """Every JSON file of a folder, in the order of their names."""
    result = run("check", EXAMPLES / "good")
    assert result.exit_code == 0
    assert f"{len(list((EXAMPLES / 'good').rglob('*.json')))} documents checked: " in result.stdout
    assert " error" not in result.stdout
    assert " warning" not in result.stdout


def test_standard_input_and_json_lines(tmp_path: Path) -> None:
    """`-` is standard input, JSON or JSON Lines; `.jsonl` is JSON Lines by its name."""
    tiny = '{"schema_version":"1.0"}'
    assert run("check", "-", input=tiny).exit_code == 0
    assert run("check", "-", input=f"{tiny}\n{tiny}").exit_code == 1
    assert "2 documents checked" in run("check", "-", "--lines", input=f"{tiny}\n{tiny}").stdout
    (tmp_path / "many.jsonl").write_text(f"{tiny}\n{{}}\n")
    result = run("check", tmp_path / "many.jsonl")
    assert result.exit_code == 1
    assert "many.jsonl, line 2" in result.stdout


def test_kind_can_be_chosen() -> None:
    """A partner may send one part alone."""
    assert run("check", "--as", "party", "-", input='{"organization": "iom"}').exit_code == 0
    assert run("check", "--as", "treaty", SEED).exit_code == 2


def test_size_can_be_limited() -> None:
    """A document beyond the size is one finding."""
    result = run("check", "--most-bytes", 1000, SEED)
    assert result.exit_code == 1
    assert "JSN08 too-large" in result.stdout


def test_what_cannot_be_checked_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A missing file or an empty folder is a finding and exit code 2; the rest is checked."""
    result = run("check", tmp_path / "nothing.json", SEED, tmp_path)
    assert result.exit_code == 2
    assert "nothing.json\n  error RUN01 unreadable-input" in result.stdout
    assert "the input cannot be read: No such file or directory" in result.stdout
    assert "there are no .json or .jsonl files in this folder" in result.stdout
    assert "3 documents checked: 2 errors, 1 info." in result.stdout


def test_hostile_names_reach_the_terminal_escaped() -> None:
    """No control, escape or bidi character of a document is printed raw, and nothing is taken as markup."""
    result = run("check", "-", input='{"schema_version":"1.0","\\u001b[31m\\u202e[bold]":1,"as_of":"[red]\\u0007"}')
    assert result.exit_code == 1
    assert not {"\x1b", "\u202e", "\x07"} & set(result.stdout)
    assert "[bold]" in result.stdout
    assert "[red]" in result.stdout


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_schema_is_printed(kind: str) -> None:
    """To the letter, so that it can be piped into a file."""
    assert run("schema", kind).stdout == schemas.schema_text(kind)


def test_schemas_are_up_to_date() -> None:
    """`--write` has nothing to do in a clean checkout."""
    result = run("schema", "--write")
    assert result.exit_code == 0
    assert result.stdout == "Everything is up to date.\n"


def test_write_needs_a_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installed package has no folder to write to."""
    monkeypatch.setattr(schemas, "checkout", lambda: tmp_path / "nowhere")
    result = run("schema", "--write")
    assert result.exit_code == 2
    assert "works in a checkout of mouschema only" in result.stderr


def test_codes_are_explained() -> None:
    """With a sentence and an address; a wrong code gets the nearest one; without a code, all are listed."""
    assert "Every identifier that points to something" in run("explain", "ref01").stdout
    wrong = run("explain", "REF99")
    assert wrong.exit_code == 2
    assert "Did you mean REF" in wrong.stderr
    assert "lists them all" in run("explain", "?").stderr
    assert "SCH03  error    unknown-field" in run("explain").stdout


def test_version() -> None:
    """The version of the package."""
    assert run("--version").stdout.startswith("mouschema, version ")


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command without click or rich names the install that brings them."""
    monkeypatch.setenv("PYTHONSAFEPATH", "1")  # `main` sets it for the rest of the process
    monkeypatch.delitem(sys.modules, "mouschema.cli")
    real = builtins.__import__

    def without_click(name: str, *rest: Any) -> Any:
        if name == "click":
            raise ModuleNotFoundError("No module named 'click'", name="click")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_click)
    with pytest.raises(SystemExit) as stopped:
        __main__.main()
    assert stopped.value.code == 2
    assert "pip install 'mouschema[cli]'" in capsys.readouterr().err


def test_another_missing_package_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to install what would not help."""
    monkeypatch.setenv("PYTHONSAFEPATH", "1")  # `main` sets it for the rest of the process
    monkeypatch.setitem(sys.modules, "mouschema.cli", None)
    with pytest.raises(ModuleNotFoundError, match=r"mouschema\.cli"):
        __main__.main()


def test_ctrl_c_behind_the_command_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody else has taken it, it is no traceback, but the exit code of an interrupt."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("PYTHONSAFEPATH", "1")  # `main` sets it for the rest of the process
    monkeypatch.setattr(__main__, "_prepare", interrupted)
    with pytest.raises(SystemExit) as stopped:
        __main__.main()
    assert stopped.value.code == 130


def test_streams_that_are_no_files_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that runs the command may have put others in their place."""
    mine = io.StringIO()
    monkeypatch.setattr(sys, "stdout", mine)
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "ascii"))
    __main__._prepare()
    assert sys.stdout is mine
    assert sys.stderr.errors == "backslashreplace"


@pytest.mark.parametrize("options", [["-m"], ["-P", "-m"]], ids=" ".join)
def test_python_may_look_elsewhere_first(options: list[str], tmp_path: Path) -> None:
    """The folder that one is in is left out, however Python is told so, and no other."""
    (tmp_path / "office.py").write_text("from mouschema.rules import ERRORS")
    command = [sys.executable, *options, "mouschema", "check", SEED, "--profile", "office:ERRORS"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_runs_as_a_module_and_on_any_terminal() -> None:
    """`python -m mouschema` works where the terminal knows no Lao letters."""
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-m", "mouschema", "check", "-"], input=b'{"schema_version":"\xe0\xba\xa5"}', capture_output=True, env=environment, check=False
    )  # fmt: skip
    assert done.returncode == 1
    assert b"\\u0ea5" in done.stdout
    assert b"Traceback" not in done.stderr
