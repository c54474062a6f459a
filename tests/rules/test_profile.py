"""Choosing rules: by code, by severity, by a programme's profile, in Python, on the command line and in pyproject.toml."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import SEED
from mouschema import Agreement, Bundle, Choices, Document, Severity, check, check_lines, loads
from mouschema.cli import cli
from mouschema.reports.catalogue import Say
from mouschema.reports.ruleset import Change
from mouschema.rules import ERRORS, RULES, STANDARD, Hit, Index, Profile, needs, rule
from near import RECORD, mou, record, signature, source

OFFICE = """
from mouschema import Agreement, Document
from mouschema.rules import STANDARD, Hit, Profile, needs, rule

@rule("IOM-001", "no-focal-point", "warning")
def has_focal_point(index):
    '''Every agreement names a focal point among its bodies.'''
    for agreement in index.of(Agreement):
        if not any(body.kind == "focal_point" for body in agreement.bodies):
            yield Hit(agreement, (), f"{agreement.id} names no focal point", "Add it to bodies.")

IOM = Profile(
    name="IOM Lao PDR",
    rules=(*STANDARD.rules, has_focal_point, needs("IOM-002", Document, "sha256", where=lambda document: document.kind == "signed_text")),
    ignore=["ROL01"],
    severity={"PTY01": "error"},
)
"""


@rule("IOM-001", "no-focal-point", "warning", help_url="https://iom.example/rules#1")
def has_focal_point(index: Index) -> Iterator[Hit]:
    """Every agreement names a focal point among its bodies."""
    for agreement in index.of(Agreement):
        if not any(body.kind == "focal_point" for body in agreement.bodies):
            yield Hit(agreement, (), f"{agreement.id} names no focal point", "Add it to bodies.")


TEXT_HASH = needs("IOM-002", Document, "sha256", where=lambda document: document.kind == "signed_text")
IOM = Profile(
    name="IOM", rules=(*STANDARD.rules, has_focal_point, TEXT_HASH), ignore=["ROL01"], severity={"PTY01": "error"}
)


def codes(**choices: object) -> set[str]:
    """Return the codes that the real record gives under some choices."""
    return set(check(SEED, **choices).count())  # type: ignore[arg-type]


def test_rules_are_chosen_by_code_or_its_beginning() -> None:
    """Ignored and selected, alone and together."""
    assert codes() == {"ROL01"}
    assert codes(ignore={"ROL01"}) == codes(ignore=["ROL"]) == codes(select=["DAT", "REF"]) == set()
    assert codes(select={"ROL"}) == {"ROL01"}
    assert codes(select={"ROL"}, ignore={"ROL01"}) == set()


def test_severity_can_be_changed() -> None:
    """What is merely unusual elsewhere can be an error here."""
    report = check(SEED, severity={"ROL01": "error"})
    assert [finding.severity for finding in report.findings] == ["error"]
    assert not report.ok
    assert check(SEED).ok


def test_a_programme_has_rules_of_its_own() -> None:
    """A profile names rules, severities and required fields; its findings are like ours."""
    document = record(
        mou(parties=[{"organization": "gov"}]), signature(on_behalf_of=["gov"]), source(kind="signed_text")
    )
    document["agreements"][0]["signatures"].pop()
    report = check(document, profile=IOM)
    assert {finding.code: finding.severity for finding in report.findings if finding.severity != "info"} == {
        "IOM-001": "warning",
        "IOM-002": "error",
        "PTY01": "error",
    }
    focal, text = (next(each for each in report.findings if each.code == code) for code in ("IOM-001", "IOM-002"))
    assert (focal.name, focal.pointer, focal.help_url) == (
        "no-focal-point",
        "/agreements/0",
        "https://iom.example/rules#1",
    )
    assert text.pointer == "/documents/0"
    assert [report.ok for report in check_lines(b'{"schema_version":"1.0"}', profile=IOM)] == [True]


def test_rules_can_be_added_for_one_check() -> None:
    """Without a profile."""
    assert codes(rules=[has_focal_point]) == {"ROL01", "IOM-001"}
    assert codes(rules=[has_focal_point], select=["IOM"]) == {"IOM-001"}


def test_rules_that_are_added_are_always_held() -> None:
    """Whatever the profile selects or leaves out; only what is said with them, or later, can leave them out again."""
    narrow = Profile(name="narrow", rules=STANDARD.rules, select=["DAT", "ROL"], ignore=["ROL01"])
    assert codes(profile=narrow, rules=[has_focal_point]) == {"IOM-001"}
    assert codes(rules=[has_focal_point], select=["DAT"]) == {"IOM-001"}
    assert codes(rules=[has_focal_point], select=["DAT"], ignore=["IOM"]) == set()
    without = IOM.choose(ignore=["IOM"])
    assert codes(profile=without, rules=[rule("IOM-003", "x", "info")(has_focal_point.check)]) == {"IOM-003"}
    assert codes(profile=narrow.choose(rules=[has_focal_point]).choose(select=["DAT"])) == set()


def test_programme_can_need_extensions() -> None:
    """They are empty where they are not given, as lists are."""
    needed = needs("IOM-004", Agreement, "extensions")
    assert codes(rules=[needed], select=["DAT"]) == {"IOM-004"}
    document = record(mou(extensions={"iom.example:file": 1}))
    assert check(document, rules=[needed]).count()["IOM-004"] == 0


def changed(**choices: object) -> dict[str, Change]:
    """Return what the report says is changed, by code."""
    found = check(SEED, **choices).ruleset.changes  # type: ignore[arg-type]
    assert [each.code for each in found] == sorted({each.code for each in found})
    return {each.code: each for each in found}


def test_report_says_what_is_changed_and_by_whom() -> None:
    """Nothing for our own rules; what a profile does by its name, what a caller does by `the caller`."""
    assert changed() == {}
    assert changed(select=["DAT", "ROL"], ignore=["ROL01"])["REF01"] == Change("REF01", "unresolved-reference", Severity.ERROR, None, "the caller")  # fmt: skip
    found = changed(profile=IOM, rules=[fails], ignore=["IOM-001"], severity={"REF0": "info", "IOM-002": "warning"})
    assert {code: (each.what, each.by) for code, each in found.items()} == {
        "BAD-001": ("added", "the caller"),
        "IOM-001": ("off", "the caller"),
        "IOM-002": ("lowered", "the caller"),
        "PTY01": ("raised", "profile IOM"),
        "ROL01": ("off", "profile IOM"),
        **dict.fromkeys(("REF01", "REF02", "REF03"), ("lowered", "the caller")),
    }
    assert {code for code, each in changed(profile=IOM).items() if each.what == "added"} == {"IOM-001", "IOM-002"}
    assert changed(profile=IOM, severity={"PTY01": "warning"}).keys() == {"IOM-001", "IOM-002", "ROL01"}
    assert "\x1b" not in changed(profile=Profile(name="\x1b" * 900, rules=()))["REF01"].by


def test_loading_says_what_it_does_not_hold() -> None:
    """Everything that is no error is off, and no error is."""
    ruleset = ERRORS.ruleset
    assert {(each.what, each.by) for each in ruleset.changes} == {("off", "profile errors")}
    assert ruleset.codes.keys() | {each.code for each in ruleset.changes} == RULES.keys()
    assert not any(each.hides_errors for each in ruleset.changes)


def test_loading_asks_for_errors_only() -> None:
    """A record with warnings loads; our rules of severity error hold."""
    assert isinstance(loads(record(mou(parties=[{"organization": "gov"}]), lambda document: document["agreements"][0]["signatures"].pop())), Bundle)  # fmt: skip


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: check(RECORD, ignore={"DAT99"}), 'no rule has the code "DAT99"; did you mean DAT0'),
        (lambda: check(RECORD, select={""}), 'no rule has the code ""'),
        (lambda: check(RECORD, severity={"DAT01": "fatal"}), "fatal"),
        (
            lambda: check(RECORD, ignore={"SCH03"}),
            'no rule has the code "SCH03": what the file and the schema refuse cannot be chosen',
        ),
        (lambda: check(RECORD, select="DAT"), r'as a list, such as \["DAT"\]'),
        (lambda: Choices(ignore="DAT"), r'as a list, such as \["DAT"\]'),
        (lambda: check(RECORD, ignore={"\x1b" * 900}), r'"(\\u001b){12}.*…"$'),
        (lambda: check(RECORD, ignore={"ZZ9", "AA9", "MM9"}), '"AA9"'),
        (lambda: check(RECORD, severity={"\x1b" * 900: "x" * 900}), r"x…"),
        (lambda: check(RECORD, rules=[RULES["DAT01"]]), "two rules have the code DAT01"),
        (
            lambda: Profile(name="x", rules=[rule("REF01", "x", "info")(has_focal_point.check)]),
            "the code REF01 is taken",
        ),
        (lambda: check(RECORD, rules=[rule("RUN02", "x", "info")(has_focal_point.check)]), "the code RUN02 is taken"),
        (lambda: rule("iom1", "x", "error")(has_focal_point.check), "a code such as REF01 or IOM-001"),
        (lambda: rule("IOM-009", "x", "error")(lambda index: iter(())), "and a docstring"),
        (lambda: needs("IOM-003", Agreement, "colour"), "Agreement has no field 'colour'"),
    ],
)
def test_wrong_choices_are_refused(make: object, said: str) -> None:
    """A misspelt code would silently do nothing, so it is told."""
    with pytest.raises(ValueError, match=said):
        make()  # type: ignore[operator]


def run(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Run the command in a folder."""
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))
    return CliRunner().invoke(cli, ["check", *arguments, str(SEED)])


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        ([], 0),
        (["--fail-on", "warning"], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "info", "--ignore", "ROL01,DAT08"], 0),
        (["--fail-on", "info", "--select", "DAT"], 0),
        (["--severity", "ROL01=error"], 1),
        (["--severity", "ROL01"], 2),
        (["--ignore", "ROL99"], 2),
        (["--profile", "office:IOM"], 0),
        (["--profile", "office:IOM", "--fail-on", "warning"], 1),
        (["--profile", "office:Nobody"], 2),
        (["--profile", "nowhere:IOM"], 2),
        (["--profile", "office:Agreement"], 2),
    ],
)
def test_choices_on_the_command_line(
    arguments: list[str], exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 0 when nothing at or above --fail-on is found, 1 when something is, 2 for a choice that is none."""
    (tmp_path / "office.py").write_text(OFFICE)
    result = run(tmp_path, *arguments, monkeypatch=monkeypatch)
    assert result.exit_code == exit_code, result.output


@pytest.mark.parametrize(
    ("table", "exit_code", "said"),
    [
        ('fail-on = "info"', 1, "ROL01"),
        ('fail-on = "info"\nignore = ["ROL01"]', 0, "nothing found"),
        ('severity = { ROL01 = "error" }', 1, "error ROL01"),
    ],
)
def test_choices_of_a_project(
    table: str, exit_code: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table [tool.mouschema] of the nearest pyproject.toml is heeded; tests/checking/test_config.py has its mistakes."""
    (tmp_path / "pyproject.toml").write_text(f"[tool.mouschema]\n{table}\n")
    (tmp_path / "inside").mkdir()
    result = run(tmp_path / "inside", monkeypatch=monkeypatch)
    assert result.exit_code == exit_code, result.output
    assert said in result.output


def test_equal_findings_are_counted_and_shown_three_times(tmp_path: Path) -> None:
    """Never a wall: one finding, how often, and where the first three are."""
    path = tmp_path / "many.json"
    entries = ",".join(f'{{"id":"p{number}","name":{{"en":"A{number}"}},"age":5}}' for number in range(40))
    path.write_text(f'{{"schema_version":"1.0","people":[{entries}]}}')
    result = CliRunner().invoke(cli, ["check", str(path)])
    assert "SCH03 unknown-field, 40 times" in result.output
    assert "and in 37 more places" in result.output
    assert len(result.output.splitlines()) < 15


@rule("BAD-001", "fails", "info")
def fails(index: Index) -> Iterator[Hit]:
    """This rule finds something, and then fails."""
    yield Hit(index.root, ("title",), "first")
    raise RuntimeError("on purpose")


@rule("BAD-002", "stranger", "info")
def names_a_stranger(index: Index) -> Iterator[Hit]:
    """This rule finds something about a record that is not of the document."""
    yield Hit(object(), (), "second")


def test_rule_that_fails_hides_nothing() -> None:
    """It is a finding, beside what it and all others found."""
    report = check(record(signature(person="nobody")), rules=[fails, names_a_stranger])
    assert {"REF01", "BAD-001", "BAD-002", "RUN02"} <= report.count().keys()
    (fault,) = [finding for finding in report.findings if finding.code == "RUN02"]
    assert "the rule BAD-001 failed" in fault.message
    assert report.bundle is not None


@rule("BAD-003", "wordless", "info")
def says_nothing(index: Index) -> Iterator[Hit]:
    """This rule finds something, and fails when it is asked what."""

    def words() -> Say:
        raise RuntimeError("on purpose")

    yield Hit(index.root, ("schema_version",), words)


def test_rule_without_words_is_a_fault_at_its_place() -> None:
    """It is told where it found something, and hides nothing of what others found."""
    report = check(record(signature(person="nobody")), rules=[says_nothing])
    assert report.count().keys() >= {"REF01", "RUN02"}
    (fault,) = [finding for finding in report.findings if finding.code == "RUN02"]
    assert fault.pointer == "/schema_version"
    assert "the rule BAD-003 failed" in fault.message
    assert "RuntimeError" in fault.message


def test_who_wants_a_profile_is_no_part_of_it() -> None:
    """Two profiles that choose the same are equal, and read the same, whoever chose."""
    mine, yours = (Profile(name="x", rules=(), by=by) for by in ("me", "you"))
    assert mine == yours
    assert repr(mine) == repr(yours)
