"""The record to begin with: what is missing is told, and once filled in it checks without a finding."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mouschema import check, schemas
from mouschema.cli import cli
from mouschema.schemas.starter import COMMENTS, starter

ANSWERS = {"kind": "ministry", "country": "LA", "date": "2024-05-17"}


def filled(value: Any, field: str = "") -> Any:
    """Fill in every empty text, as a partner would."""
    if isinstance(value, dict):
        return {key: filled(inner, field if key == "en" else key) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, f"{field} {position}") for position, inner in enumerate(value)]
    return ANSWERS.get(field, f"Some {field}") if value == "" else value


@pytest.mark.parametrize("comments", [True, False])
def test_filled_in_it_checks_clean(comments: bool) -> None:
    """Not even an info is left; names that would be alike are told apart."""
    document = filled(json.loads(starter(comments=comments)))
    document["organizations"][1]["name"]["en"] = "Another"
    document["people"][1]["name"]["en"] = "Somebody else"
    assert [str(finding) for finding in check(document).findings] == []


def test_every_gap_is_a_finding() -> None:
    """Before that each empty text is told, and nothing else."""
    text = starter()
    findings = check(text).findings
    assert len(findings) == text.count('""') - text.count('\\""')
    assert {finding.code for finding in findings} == {"SCH04", "SCH08"}


def test_comments_say_what_the_schema_says() -> None:
    """Each comment is the description of a field, or a list of other fields."""
    agreement = json.loads(starter())["agreements"][0]
    comments = agreement["extensions"][COMMENTS]
    fields = schemas.definition("Agreement")["properties"]
    assert comments["title"] == fields["title"]["description"]
    assert comments["signatures: act"] == schemas.definition("Signature")["properties"]["act"]["description"]
    assert {*comments["also possible"].split(", ")} == fields.keys() - agreement.keys()
    assert COMMENTS not in starter(comments=False)


def test_file_is_written_with_its_schema(tmp_path: Path) -> None:
    """The editor finds the schema beside the record; what is there already is not overwritten."""
    file = tmp_path / "record.json"
    result = CliRunner().invoke(cli, ["new", str(file), "--language", "lo"])
    assert result.exit_code == 0
    document = json.loads(file.read_text())
    assert document["title"] == {"lo": ""}
    assert (tmp_path / document["$schema"]).read_text() == schemas.schema_text("bundle")
    again = CliRunner().invoke(cli, ["new", str(file)])
    assert again.exit_code == 2
    assert "File exists" in again.stderr


def test_schema_that_is_there_is_left(tmp_path: Path) -> None:
    """One of this version serves; another one, or what is no file, stays as it is, and it says what to do."""
    schema = tmp_path / "bundle.schema.json"
    assert CliRunner().invoke(cli, ["new", str(tmp_path / "a.json")]).exit_code == 0
    again = CliRunner().invoke(cli, ["new", str(tmp_path / "b.json")])
    assert f'b.json; {schema} was there already. Fill in every ""' in again.stdout
    for number, other in enumerate((b"{}", schema.read_bytes().replace(b"1.0", b"0.9"))):
        schema.write_bytes(other)
        result = CliRunner().invoke(cli, ["new", str(tmp_path / f"{number}.json")])
        assert result.exit_code == 0
        assert "is another one and was left as it is. For the one of this version, move it away" in result.stdout
        assert schema.read_bytes() == other
    schema.unlink()
    os.mkfifo(schema)
    assert "was left as it is" in CliRunner().invoke(cli, ["new", str(tmp_path / "pipe.json")]).stdout


def test_schema_that_cannot_be_read_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows which one it is, so it is another one."""

    def unreadable(_path: Path) -> bytes:
        raise PermissionError

    CliRunner().invoke(cli, ["new", str(tmp_path / "a.json")])
    monkeypatch.setattr(Path, "read_bytes", unreadable)
    assert "was left as it is" in CliRunner().invoke(cli, ["new", str(tmp_path / "b.json")]).stdout


@pytest.mark.parametrize("name", ["bundle.schema.json", "Bundle.Schema.JSON"])
def test_record_is_not_called_like_the_schema(tmp_path: Path, name: str) -> None:
    """One of them would take the other's place; on some systems capital letters do not tell them apart."""
    result = CliRunner().invoke(cli, ["new", str(tmp_path / name)])
    assert result.exit_code == 2
    assert "is the name of the schema beside the record; give the record another one." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_language_is_a_tag() -> None:
    """A language written out is refused."""
    result = CliRunner().invoke(cli, ["new", "--language", "Lao language"])
    assert result.exit_code == 2
    assert "not a language tag" in result.stderr
    assert CliRunner().invoke(cli, ["new"]).stdout == starter()
