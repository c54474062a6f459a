"""Trusting the folder: which files of settings are heeded, what they may choose, and that none of them runs code."""

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import SEED
from mouschema import Choices, check_files
from mouschema.checking.config import named_profile
from mouschema.cli import cli

OFFICE = """
import pathlib
from mouschema import Agreement
from mouschema.rules import STANDARD, Profile, needs

with pathlib.Path(__file__).with_name("ran").open("a") as ran:
    ran.write("{name}")
OFFICE = Profile(name="{name}", rules=(*STANDARD.rules, needs("IOM-001", Agreement, "extensions")), ignore=["ROL01"])
"""
NAMES_CODE = '[tool.mouschema]\nprofile = "office:OFFICE"\n'
HIDES = '[tool.mouschema]\nignore = ["REF", "DAT0"]\nseverity = { CER01 = "info", ROL01 = "warning" }\n'
DANGLING = '{"schema_version":"1.0","agreements":[{"id":"a","kind":"other","status":"signed","title":{"en":"A"},"parties":[{"organization":"nobody"}]}]}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Go to a folder as a sender made it, with code in it; what was imported from it is forgotten afterwards."""
    here = tmp_path / "home" / "sender"
    here.mkdir(parents=True)
    (here / "office.py").write_text(OFFICE.format(name="theirs"))
    (here / "doc.json").write_text(DANGLING)
    monkeypatch.chdir(here)
    yield here
    sys.modules.pop("office", None)


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def told(result: Result) -> str:
    """Return what a command complains of, having made sure that it is one line, exit code 2, and no traceback."""
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert len(result.stderr) < 1000
    return result.stderr


def changes(*names: object, **options: object) -> dict[str, tuple[str, str]]:
    """Return what is changed and by what, by code, as the report of the command `check` has it."""
    seen: list[dict[str, tuple[str, str]]] = []

    def form(reports: object) -> Iterator[str]:
        for report in reports:  # type: ignore[attr-defined]
            seen.append({each.code: (each.what, each.by) for each in report.ruleset.changes})
            assert [each.code for each in report.ruleset.changes] == sorted(seen[-1])
        yield ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mouschema.cli._outputs._form", lambda output: form)
        result = run("check", *names, SEED)
    assert seen, result.output
    return seen[0]


# --- Code -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", [".", "..", "../.."])
@pytest.mark.parametrize("command", [["check", "doc.json"], ["explain", "REF01"], ["explain"]])
def test_file_that_was_found_runs_no_code(folder: Path, where: str, command: list[str]) -> None:
    """One that names a profile stops the command, and the message says how to trust it and how to go without."""
    Path(where, "pyproject.toml").write_text(NAMES_CODE)
    Path(where, "office.py").write_text(OFFICE.format(name="theirs"))
    name = os.path.normpath(f"{where}/pyproject.toml")
    said = told(run(*command))
    assert said.startswith(f'mouschema: {name} names the profile "office:OFFICE"')
    assert f"--config {name}" in said
    assert "--no-config" in said
    assert not list(folder.parents[1].rglob("ran"))


def test_file_found_through_links_runs_no_code(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where the file is a link, nor where the folder is."""
    (folder.parent / "elsewhere.toml").write_text(NAMES_CODE)
    (folder / "pyproject.toml").symlink_to(folder.parent / "elsewhere.toml")
    told(run("check", "doc.json"))
    (folder.parent / "link").symlink_to(folder)
    monkeypatch.chdir(folder.parent / "link")
    told(run("check", "doc.json"))
    assert not list(folder.parents[1].rglob("ran"))


def test_file_that_is_named_is_trusted(folder: Path) -> None:
    """Its profile is imported, for `check` and for `explain`."""
    (folder / "pyproject.toml").write_text(NAMES_CODE)
    assert "IOM-001" in run("check", "--config", "pyproject.toml", SEED).stdout
    assert "IOM-001 agreement-needs-extensions" in run("explain", "--config", "pyproject.toml", "iom-001").stdout
    assert (folder / "ran").exists()


def test_module_of_a_trusted_file_lies_beside_it(folder: Path) -> None:
    """Not in the current folder, where a sender may have put one of the same name."""
    (folder.parent / "office.py").write_text(OFFICE.format(name="ours"))
    (folder.parent / "settings.toml").write_text('profile = "office:OFFICE"')
    assert "IOM-001" in run("check", "--config", "../settings.toml", SEED).stdout
    assert (folder.parent / "ran").read_text() == "ours"
    assert not (folder / "ran").exists()
    sys.modules.pop("office")
    (folder.parent / "office.py").unlink()
    assert "no profile" in told(run("check", "--config", "../settings.toml", SEED))
    assert not (folder / "ran").exists()


def test_profile_of_the_command_goes_before_that_of_a_trusted_file(folder: Path) -> None:
    """While the other choices of the file stand."""
    (folder / "settings.toml").write_text('profile = "nowhere:X"\nignore = ["DAT07"]')
    found = changes("--config", "settings.toml", "--profile", "office:OFFICE")
    assert found == {
        "DAT07": ("off", "settings.toml"),
        "IOM-001": ("added", "--profile office:OFFICE"),
        "ROL01": ("off", "--profile office:OFFICE"),
    }


def test_folder_is_searched_for_one_import_only(folder: Path) -> None:
    """After all that is installed, and afterwards nothing is found there any more, not even after a failure."""
    (folder / "colorsys.py").write_text("raise RuntimeError('shadowed')")
    (folder / "careless.py").write_text("import colorsys, sys\nsys.path.insert(0, 'mine')\n1 / 0")
    sys.modules.pop("colorsys", None)
    before = list(sys.path)
    assert named_profile("office:OFFICE").name == "theirs"
    assert sys.path == before
    with pytest.raises(ValueError, match="ZeroDivisionError"):
        named_profile("careless:X")
    assert sys.path == before
    with pytest.raises(ModuleNotFoundError):
        __import__("careless")


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("bad:X", "import sys; sys.exit(0)", "SystemExit: 0"),
        ("bad:X", "def", "SyntaxError"),
        ("bad:X", "raise OSError('\u202e')", "\\u202e"),
        ("bad:X", "raise OSError('x' * 1000)", "…"),
        ("bad:X", "", "has no attribute 'X'"),
        ("bad:X", "X = 5", "is no mouschema.rules.Profile"),
        ("bad", "X = 5", "which is to be MODULE:NAME"),
        ("", "", "which is to be MODULE:NAME"),
        (".bad:X", "", "which is to be MODULE:NAME"),
        ("\u202e" * 900, "", "\\u202e"),
    ],
)
def test_profile_that_cannot_be_had_is_told(folder: Path, name: str, source: str, said: str) -> None:
    """Whatever its module does, and however it is named; no module ends the command with an exit code of its own."""
    (folder / "bad.py").write_text(source)
    sys.modules.pop("bad", None)
    assert said in told(run("check", "--profile", name, "doc.json"))
    sys.modules.pop("bad", None)


SHADOWS = ["click", "rich", "jinja2", "multiprocessing", "concurrent", "sitecustomize", "usercustomize", "conftest"]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_nothing_in_the_folder_is_imported(folder: Path, method: str) -> None:
    """Not instead of a module of Python's, of ours or of others, in no process, however processes are started."""
    for module in SHADOWS:
        (folder / f"{module}.py").write_text(f"open('ran', 'a').write('{module} ')\nraise SystemExit(7)")
    (folder / "evil.pth").write_text("import click")
    (folder / "evil-1.dist-info").mkdir()
    (folder / "evil-1.dist-info" / "entry_points.txt").write_text("[console_scripts]\nmouschema = click:main\n")
    (folder.parent / "starts.py").write_text(
        "import multiprocessing, sys\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method('{method}')\n"
        "    from mouschema.__main__ import main\n"
        "    main()\n"
    )
    options = ["check", "--jobs", "2", "--format", "html", str(SEED), str(SEED)]
    for command in ["../starts.py"], ["-m", "mouschema"]:
        done = subprocess.run([sys.executable, *command, *options], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert not (folder / "ran").exists(), (folder / "ran").read_text()


# --- Which file -----------------------------------------------------------------------------------------------------


def test_no_config_ignores_every_file(folder: Path) -> None:
    """Also one that is no TOML, and one that hides an error."""
    for content in (HIDES, NAMES_CODE, "= ["):
        (folder / "pyproject.toml").write_text(content)
        result = run("check", "--no-config", "doc.json")
        assert result.exit_code == 1
        assert "REF01" in result.stdout
        assert changes("--no-config") == {}
        assert "Every identifier" in run("explain", "--no-config", "REF01").stdout


@pytest.mark.parametrize("command", [["check", "doc.json"], ["explain"]])
def test_config_and_no_config_contradict(command: list[str]) -> None:
    """Wrong usage."""
    result = run(*command, "--config", "pyproject.toml", "--no-config")
    assert result.exit_code == 2
    assert "--config and --no-config contradict each other" in result.stderr


def test_file_of_ones_own_needs_no_table(folder: Path) -> None:
    """A file that is no pyproject.toml has the settings at its root, or in [tool.mouschema]."""
    for content in ('ignore = ["DAT07"]', '[tool.mouschema]\nignore = ["DAT07"]'):
        (folder / "settings.toml").write_text(content)
        assert changes("--config", "settings.toml") == {"DAT07": ("off", "settings.toml")}


def test_pyproject_without_the_table() -> None:
    """Says nothing where it was found, and is a mistake where it was named."""
    for content in ('[project]\nname = "x"', "[tool.ruff]\nselect = 5"):
        Path("pyproject.toml").write_text(content)
        assert changes() == {}
        assert "there is no table [tool.mouschema]" in told(run("check", "--config", "pyproject.toml", "doc.json"))


def test_folder_that_is_gone_holds_no_file(folder: Path) -> None:
    """A command can be run all the same."""
    (folder.parent / "gone").mkdir()
    os.chdir(folder.parent / "gone")
    (folder.parent / "gone").rmdir()
    assert changes() == {}


# --- What is changed ------------------------------------------------------------------------------------------------


def test_report_says_what_a_file_changes(folder: Path) -> None:
    """Which rules are off, lowered and raised, by the way to the file; what an option undoes is not told."""
    (folder.parent / "pyproject.toml").write_text(HIDES)
    found = changes()
    assert {code[:3] for code in found} == {"REF", "DAT", "CER", "ROL"}
    assert set(found.values()) == {(what, "../pyproject.toml") for what in ("off", "lowered", "raised")}
    assert found["REF01"] == ("off", "../pyproject.toml")
    assert found["CER01"] == ("lowered", "../pyproject.toml")
    assert found["ROL01"] == ("raised", "../pyproject.toml")
    assert changes("--severity", "CER01=error").keys() == found.keys() - {"CER01"}
    assert changes("--severity", "CER01=warning")["CER01"] == ("lowered", "--severity")


def test_report_says_what_options_change() -> None:
    """Each under its own name, and each rule under the first that made it what it is."""
    found = changes("--ignore", "REF,ROL", "--severity", "CER01=info", "--severity", "PTY01=error")
    assert found["REF01"] == ("off", "--ignore")
    assert found["CER01"] == ("lowered", "--severity")
    assert found["PTY01"] == ("raised", "--severity")
    selected = changes("--select", "DAT", "--ignore", "REF,DAT01")
    assert selected["REF01"] == ("off", "--select")
    assert selected["DAT01"] == ("off", "--ignore")
    assert "DAT02" not in selected
    assert changes() == {}


def test_rule_of_a_programme_that_a_file_turns_off_is_told(folder: Path) -> None:
    """A folder cannot turn off what the programme holds without a word, nor lower it."""
    (folder / "pyproject.toml").write_text('[tool.mouschema]\nignore = ["IOM"]')
    assert changes("--profile", "office:OFFICE")["IOM-001"] == ("off", "pyproject.toml")
    held = Choices(severity={"IOM": "info"}, by="x.toml", on=Choices(profile="office:OFFICE")).held
    (lowered,) = (each for each in held.ruleset.changes if each.code == "IOM-001")
    assert (lowered.what, lowered.usual, lowered.by, lowered.hides_errors) == ("lowered", "error", "x.toml", True)


@pytest.mark.parametrize("extra", [[], ["--output", "report.md"]])
def test_closing_line_says_that_errors_are_hidden(folder: Path, extra: list[str]) -> None:
    """On standard error, where the report itself goes to files."""
    (folder / "pyproject.toml").write_text('[tool.mouschema]\nignore = ["REF01"]')
    said = run("check", "doc.json", "--output", "report.json", "--severity", "CER01=info", *extra).stderr
    assert said.count("\n") == 1
    assert "Errors of REF01 are not counted: it is off (pyproject.toml)." in said
    assert "Errors of CER01 are counted as info: it is lowered (--severity)." in said
    for options in (["--no-config"], ["--no-config", "--ignore", "ROL01"]):
        assert "Errors of" not in run("check", *options, "doc.json", "--output", "report.json").stderr


def test_name_of_a_file_cannot_act_on_a_terminal(folder: Path) -> None:
    """It is cut and escaped, like all that is told."""
    name = "\u202e" + "x" * 200 + ".toml"
    (folder / name).write_text('ignore = ["REF01"]')
    said = run("check", "--config", name, "--output", "report.json", "doc.json").stderr
    assert "\u202e" not in said
    assert "\\u202exxx" in said
    assert "x" * 100 not in said
    for content in ("=", 'ignore = ["DAT99"]'):
        (folder / name).write_text(content)
        said = told(run("check", "--config", name, "doc.json"))
        assert "\u202e" not in said
        assert "x" * 100 not in said


def test_choices_go_to_other_processes(folder: Path) -> None:
    """With all that they stand on: the reports are the same, and so is what they say of the rules."""
    (folder / "pyproject.toml").write_text(HIDES)
    choices = Choices(ignore=["LNG"], by="--ignore", on=Choices(profile="office:OFFICE", ignore=["DAT07"], by="a file"))
    again = pickle.loads(pickle.dumps(choices))
    assert again == choices
    assert again.held.ruleset == choices.held.ruleset
    one, two = (list(check_files([SEED, "doc.json"], jobs=jobs, choices=choices)) for jobs in (1, 2))
    assert [each.ruleset for each in one] == [each.ruleset for each in two]
    assert one[0].ruleset.changes


# --- Files that are of no use ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("tool = 5", "tool is to be a table, not 5"),
        ("tool = [1]", "tool is to be a table, not a list"),
        ("[tool]\nmouschema = 3", "tool.mouschema is to be a table, not 3"),
        ("[[tool.mouschema]]\nignore = []", "tool.mouschema is to be a table, not a list"),
        ("[tool", "it is not TOML: "),
        ("a = 1\na = 2", "it is not TOML: "),
        ("a = " + "9" * 5000, "it is not TOML: "),
        ("'" + "\\u202e" * 90 + "' = 1\n'" + "\\u202e" * 90 + "' = 1", "it is not TOML: "),
        (b"\xff\xfe[\x00t\x00", "it is not text in UTF-8"),
        (b"\x00", "it is not TOML: "),
        ("a = " + "[" * 5000, "it is nested too deeply"),
        ("a = " + "{a = " * 5000, "it is nested too deeply"),
        ("# " + "x" * 2**18, "it is larger than 262,144 bytes"),
        ("a" + ".a" * 2**15 + " = 1", "a line of it has more than 256 dots"),
        ("[a" + ".a" * 2**15 + "]", "a line of it has more than 256 dots"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--config", "pyproject.toml"]])
def test_broken_file_is_told(content: str | bytes, said: str, options: list[str], folder: Path) -> None:
    """In one line, with the file's name; soon, and without a traceback."""
    (folder / "pyproject.toml").write_bytes(content.encode() if isinstance(content, str) else content)
    before = time.process_time()
    complaint = told(run("check", *options, "doc.json"))
    assert time.process_time() - before < 1
    assert complaint.startswith(f"mouschema: pyproject.toml: {said}")
    assert "\u202e" not in complaint
    assert complaint == told(run("explain", *options, "REF01"))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("ignore = [5]", 'ignore is to be a list of codes, such as ["DAT", "REF01"]; this is 5'),
        ('ignore = ["REF", ["DAT"]]', "this is a list"),
        ('ignore = "REF"', 'this is "REF"'),
        ("ignore = {}", "this is an object"),
        ("select = 2020-01-01", "this is a date"),
        ('severity = { DAT01 = "fatal" }', 'each with one of error, warning, info; this is "fatal"'),
        ("severity = { DAT01 = [] }", "this is a list"),
        ('severity = "error"', "severity is to be a table of codes"),
        ('fail-on = "x"', 'fail-on is to be one of error, warning, info; this is "x"'),
        ("fail-on = true", "this is true"),
        ("profile = 5", "profile is to be the names of a module"),
        ('profile = ""', "profile is to be the names of a module"),
        ('selct = ["DAT"]', 'there is no setting "selct"; did you mean select?'),
        ("fail_on = 1", 'there is no setting "fail_on"; did you mean fail-on?'),
        ('"\\u202e" = 1', "there is no setting"),
        (f'{"k" * 1000} = "x"', "kkk…"),
        ('ignore = ["DAT99"]', 'no rule has the code "DAT99"; did you mean DAT0'),
        ('ignore = [""]', 'no rule has the code ""'),
        ('ignore = ["IOM-001"]', 'no rule has the code "IOM-001"'),
        ('ignore = ["SCH03"]', "what the file and the schema refuse cannot be chosen"),
        ('severity = { XYZ = "error" }', 'no rule has the code "XYZ"'),
        (f'select = ["\\u202e{"x" * 1000}"]', "\\u202exxx"),
    ],
)
def test_wrong_settings_are_told(table: str, said: str, folder: Path) -> None:
    """What is wrong with the value as given, and what would be right."""
    (folder / "pyproject.toml").write_text(f"[tool.mouschema]\n{table}\n")
    complaint = told(run("check", "doc.json"))
    assert complaint.startswith("mouschema: pyproject.toml: ")
    assert said in complaint
    assert "\u202e" not in complaint
    assert "x" * 100 not in complaint


def a_folder(path: Path) -> None:
    """Make a folder of this name."""
    path.mkdir()


def a_loop(path: Path) -> None:
    """Make a link to itself."""
    path.symlink_to(path)


def a_dead_link(path: Path) -> None:
    """Make a link to nothing."""
    path.symlink_to("nothing")


def a_device(path: Path) -> None:
    """Make a link to what never ends."""
    path.symlink_to("/dev/zero")


def a_pipe(path: Path) -> None:
    """Make a pipe that nobody writes to."""
    os.mkfifo(path)


def forbidden(path: Path) -> None:
    """Make a file that may not be read."""
    path.write_text("")
    path.chmod(0)


@pytest.mark.parametrize("make", [a_folder, a_loop, a_dead_link, a_device, a_pipe, forbidden])
@pytest.mark.parametrize("options", [[], ["--config", "pyproject.toml"]])
def test_what_is_no_file_is_told(make: object, options: list[str], folder: Path) -> None:
    """At once, whatever bears the name."""
    make(folder / "pyproject.toml")  # type: ignore[operator]
    if make is forbidden and os.access(folder / "pyproject.toml", os.R_OK):
        pytest.skip("whoever runs this may read everything")
    said = told(run("check", *options, "doc.json"))
    assert said.startswith(
        ("mouschema: pyproject.toml: this is no file", "mouschema: pyproject.toml: it cannot be read: ")
    )


def test_missing_file_is_told() -> None:
    """One that was named has to be there; a name that is no name is told as well."""
    assert "nothing.toml: it cannot be read: No such file" in told(run("check", "--config", "nothing.toml", "doc.json"))
    told(run("check", "--config", "", "doc.json"))
    told(run("check", "--config", "a\x00b", "doc.json"))
