"""Folders and patterns: which files they stand for, and what is told instead of being followed."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mouschema.checking.batch import check_files
from mouschema.cli import cli

TINY = '{"schema_version":"1.0"}'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def made(folder: Path, *names: str) -> None:
    """Write small records."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TINY)


def names(*given: str | Path, follow_links: bool = False) -> list[tuple[str, str | None]]:
    """Return which files are told of, and under which variant where they are not ok."""
    return [
        (os.path.relpath(each.source or ""), each.findings[0].variant if each.findings else None)
        for each in check_files(given, follow_links=follow_links)
    ]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in a folder, beside which there is a secret."""
    made(tmp_path, "secret/secret.json", "here/sub/a.json")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.mark.parametrize("given", [".", "*", "**/*", "**/*.json", "*/*.json", "**", "s*"])
def test_links_that_lead_out_are_told(folder: Path, given: str) -> None:
    """Neither a file nor a folder outside is read, and each such link is told of; links within are followed."""
    (folder / "sub" / "note.json").symlink_to("../../secret/secret.json")
    (folder / "sub" / "twin.json").symlink_to("a.json")
    (folder / "sub" / "readme").symlink_to("../../secret/secret.json")
    if given not in ("**/*", "s*", "*/*.json"):
        (folder / "out").symlink_to("../secret")
    out = [("out", "link")] if (folder / "out").is_symlink() else []
    said = [*out, ("sub/a.json", None), ("sub/note.json", "link"), ("sub/twin.json", None)]
    if given in ("**", "**/*"):
        said.insert(-1, ("sub/readme", "link"))
    assert names(given) == said
    followed = dict(names(given, follow_links=True))
    assert set(followed.values()) == {None}
    assert followed.keys() >= {"sub/a.json", "sub/note.json", "sub/twin.json"}
    assert ("out/secret.json" in followed) == bool(out)


@pytest.mark.parametrize("follow_links", [False, True])
@pytest.mark.parametrize("given", [".", "**/*.json", "**/a.json", "**"])
def test_loops_of_links_have_an_end(folder: Path, given: str, follow_links: bool) -> None:
    """Each folder is visited once, by its own name where it has one."""
    for name in ("sub/up", "sub/again"):
        (folder / name).symlink_to("..")
    (folder / "sub" / "self").symlink_to("self")
    said = dict(names(given, follow_links=follow_links))
    assert [name for name, variant in said.items() if variant is None] == ["sub/a.json"]


def test_hidden_files_are_left_out(folder: Path) -> None:
    """As the shell leaves them out, unless they are named; endings count in any case."""
    made(folder, ".hidden.json", ".git/x.json", "sub/.y.json", "B.JSON", "c.JsonL", "d.txt")
    assert [name for name, _ in names(".")] == ["B.JSON", "c.JsonL", "sub/a.json"]
    assert [name for name, _ in names("**/*.json")] == ["sub/a.json"]
    assert [name for name, _ in names(".*")] == [".git/x.json", ".hidden.json"]
    assert [name for name, _ in names("**/.*.json")] == [".hidden.json", "sub/.y.json"]
    assert [name for name, _ in names(".git")] == [".git/x.json"]
    assert [name for name, _ in names(".hidden.json")] == [".hidden.json"]


def test_link_into_a_hidden_folder_is_followed(folder: Path) -> None:
    """Where a folder is kept under a hidden name and shown by a link, its files are checked once."""
    made(folder, ".kept/k.json")
    (folder / "shown").symlink_to(".kept")
    (folder / "z.json").symlink_to(".kept/k.json")
    assert names(".") == [("shown/k.json", None), ("sub/a.json", None), ("z.json", None)]


def test_named_link_is_followed(folder: Path) -> None:
    """Who names a link, to a file or to a folder, means what it leads to."""
    (folder / "note.json").symlink_to("../secret/secret.json")
    (folder / "out").symlink_to("../secret")
    assert names("note.json", "out") == [("note.json", None), ("out/secret.json", None)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("sub/**/*.json", ["sub/a.json", "sub/b/c/d.json", "sub/b/e.json"]),
        ("sub/*/e.json", ["sub/b/e.json"]),
        ("**/b/**", ["sub/b/c/d.json", "sub/b/e.json", "sub/b/f.txt"]),
        ("**/b", ["sub/b/c/d.json", "sub/b/e.json"]),
        ("s?b/[ab].json", ["sub/a.json"]),
        ("sub/b/f.*", ["sub/b/f.txt"]),
        ("**/**/**/d.json", ["sub/b/c/d.json"]),
        ("sub/*", ["sub/a.json", "sub/b/c/d.json", "sub/b/e.json"]),
    ],
)
def test_patterns(folder: Path, given: str, said: list[str]) -> None:
    """They are as the shell has them; a folder that fits stands for what is in it."""
    made(folder, "sub/b/c/d.json", "sub/b/e.json")
    (folder / "sub" / "b" / "f.txt").write_text(TINY)
    assert [name for name, _ in names(given)] == said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_folder_that_may_not_be_read_is_told(folder: Path) -> None:
    """What is in it is not silently left out."""
    made(folder, "shut/x.json")
    (folder / "shut").chmod(0)
    assert names(".") == [("shut", ""), ("sub/a.json", None)]
    (folder / "shut").chmod(0o700)


def test_unreadable_folder_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in a folder that the system refuses to list is not silently left out."""
    made(folder, "shut/x.json")
    scan = os.scandir

    def refused(path: str) -> object:
        if path == "shut":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert names(".") == [("shut", ""), ("sub/a.json", None)]


def test_commands_follow_links_when_told(folder: Path) -> None:
    """`check` and `show` say that a link is not followed, and what to do; with the option they follow it."""
    (folder / "note.json").symlink_to("../secret/secret.json")
    run = CliRunner().invoke
    told = run(cli, ["check", "."])
    assert told.exit_code == 2
    assert "note.json\n  error RUN01" in told.stdout
    assert "--follow-links" in told.stdout
    assert run(cli, ["check", "--follow-links", "."]).exit_code == 0
    site = ["show", ".", "--format", "html", "--output", "../site"]
    told = run(cli, site)
    assert told.exit_code == 2
    assert "this link leads out of the folder" in told.stderr
    assert run(cli, [*site, "--follow-links"]).exit_code == 0


def test_link_to_another_drive_leads_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two paths have nothing in common, as on Windows, Python raises ValueError."""

    def apart(_paths: object) -> str:
        raise ValueError("Paths don't have the same drive")

    (folder / "twin.json").symlink_to("sub/a.json")
    assert names(".") == [("sub/a.json", None), ("twin.json", None)]
    monkeypatch.setattr(os.path, "commonpath", apart)
    assert names(".") == [("sub/a.json", None), ("twin.json", "link")]
