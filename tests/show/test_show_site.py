"""`mouschema show` as people use it: one record, a folder of them, and what cannot be shown."""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result
from test_show import assert_links_are_sound

from conftest import EXAMPLES, GOOD, SEED, seed
from mouschema import dumps, load
from mouschema.checking import inputs
from mouschema.cli import cli
from mouschema.show import card as cards
from mouschema.show import site
from mouschema.show.view import view

ROOT = Path(__file__).parents[2]


def show(*arguments: Any, input: str | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(cli, ["show", *map(str, arguments)], input=input)


def test_a_record_on_the_terminal() -> None:
    """Headings, facts, notes, and what a record cannot tell."""
    result = show(SEED)
    assert result.exit_code == 0
    assert "Memorandum of understanding · signed" in result.stdout
    assert "Date: 30 June 2022 [inferred 1]" in result.stdout
    assert "still not be true" in result.stdout


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_a_record_in_a_file(form: str, tmp_path: Path) -> None:
    """`--output` holds what would be printed."""
    target = tmp_path / "page"
    assert show(SEED, "--format", form, "--output", target).exit_code == 0
    printed = show(SEED, "--format", form).stdout
    assert "".join(target.read_text(encoding="utf-8").split()) == "".join(printed.split())


def test_standard_input_languages_and_templates(tmp_path: Path) -> None:
    """`-` is standard input; the options reach the page."""
    (tmp_path / "bundle.html.jinja").write_text("{{ plain(page.sections[1].entries[0].title) }}")
    result = show("-", "--format", "html", "--language", "lo", "--templates", tmp_path, input=SEED.read_text("utf-8"))
    assert result.exit_code == 0
    assert result.stdout.startswith("ລັດຖະບານ")


def test_a_document_with_errors_is_not_shown() -> None:
    """It says how many errors there are and what tells of them; warnings do not matter."""
    result = show(EXAMPLES / "submission.json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "submission.json: 11 errors, so it is not shown; `mouschema check` tells what is wrong." in result.stderr
    assert show(EXAMPLES / "bad" / "PTY01" / "one-party.json").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nowhere.json"], "nowhere.json: No such file or directory."), ([EXAMPLES], "say with --output in which folder"),
     ([EXAMPLES, "--format", "markdown", "--output", "site"], "Markdown is made of one FILE"),
     (["--format", "pdf", SEED], "'pdf' is not one of"), ([SEED, "--output", "no/such/folder"], "No such file or directory")],
)  # fmt: skip
def test_what_cannot_be_read_or_written(arguments: list[Any], said: str) -> None:
    """One line on standard error, and exit code 2."""
    result = show(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """There is nothing to write a site of."""
    (tmp_path / "empty").mkdir()
    result = show(tmp_path / "empty", "--output", tmp_path / "site")
    assert result.exit_code == 2
    assert "no .json or .jsonl files in this folder." in result.stderr


def test_without_jinja_it_says_what_to_install() -> None:
    """Markdown and the terminal work without it, HTML names the install that brings it."""
    program = "import sys; sys.modules['jinja2'] = None\nfrom mouschema.cli import cli\ncli()"
    run = [sys.executable, "-c", program, "show", str(SEED), "--format"]
    assert subprocess.run([*run, "markdown"], capture_output=True, check=False).returncode == 0
    failed = subprocess.run([*run, "html"], capture_output=True, text=True, check=False)
    assert failed.returncode == 2
    assert "pip install 'mouschema[render]'" in failed.stderr


def test_a_folder_becomes_a_site(tmp_path: Path) -> None:
    """A page for each record under a name of its own, and an index that leads to all of them."""
    result = show(EXAMPLES / "good", "--output", tmp_path)
    assert result.exit_code == 0
    assert f"{len(GOOD)} records written: " in result.stdout
    pages = {path.name for path in tmp_path.glob("*.html")}
    assert pages == {f"{path.stem}.html" for path in GOOD} | {"index.html"}
    tree = html5lib.parse((tmp_path / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    assert {link.get("href") for link in tree.iter("a")} == pages - {"index.html"} | {"#content"}
    page = (tmp_path / "lao-iom-2022.html").read_text("utf-8")
    assert '<a href="index.html">All records</a>' in page
    assert_links_are_sound(page.replace('<a href="index.html">All records</a>', ""))


def test_the_index_can_be_searched_by_what_a_record_holds(tmp_path: Path) -> None:
    """Parties under every name, countries, years and themes, with the wider theme too."""
    show(EXAMPLES / "good", "--output", tmp_path)
    tree = html5lib.parse((tmp_path / "index.html").read_text("utf-8"), namespaceHTMLElements=False)
    (record,) = (
        dict(each.items()) for each in tree.iter("li") if each.find("p/a[@href='lao-iom-2022.html']") is not None
    )
    assert record["data-countries"].split() == ["LA", "US"]
    assert record["data-years"].split() == ["2022"]
    assert {"trafficking", "trafficking.prevention"} <= set(record["data-themes"].split())
    for name in ("OSAHT", "ລັດຖະບານແຫ່ງ", "Latsamy Xayyakham", "International Organization for Migration"):
        assert name in record["data-words"]


def test_broken_documents_are_skipped(tmp_path: Path) -> None:
    """One line each on standard error, exit code 1, and the others are there."""
    shutil.copytree(EXAMPLES / "bad" / "SCH01", tmp_path / "in" / "bad")
    shutil.copy(SEED, tmp_path / "in")
    result = show(tmp_path / "in", "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == len(list((tmp_path / "in" / "bad").iterdir()))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["index.html", "lao-iom-2022.html"]


def test_files_that_cannot_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line on standard error and exit code 2; the others are there."""
    for name in ("a.json", "b.json"):
        shutil.copy(SEED, tmp_path / name)
    real = inputs.read
    monkeypatch.setattr(inputs, "read", lambda data, most: real(Path("gone") if data.name == "a.json" else data, most))
    result = show(tmp_path, "--output", tmp_path / "out")
    assert result.exit_code == 2
    assert "a.json: No such file or directory." in result.stderr
    assert (tmp_path / "out" / "b.html").exists()


def test_file_names_are_safe_and_unique(tmp_path: Path) -> None:
    """Whatever files are called: plain letters, no two alike where capitals do not count, and none takes the index's."""
    for number, name in enumerate(["Index", "index", "ລາວ", "a b", "a\u202eb", "a<b>&\"'", "CON", "lpt1. ", "b" * 250]):
        (tmp_path / "in" / str(number)).mkdir(parents=True)
        shutil.copy(SEED, tmp_path / "in" / str(number) / f"{name}.json")
    assert show(tmp_path / "in", "--output", tmp_path / "out").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted(
        [
            "index.html",
            "Index-2.html",
            "index-3.html",
            "record.html",
            "a-b.html",
            "a-b-2.html",
            "a-b-3.html",
            "record-CON.html",
            "record-lpt1.html",
            f"{'b' * 100}.html",
        ]
    )


def test_many_records_of_one_name_are_named_quickly() -> None:
    """The search for a free name does not begin anew each time; capital letters and devices of Windows do not matter."""
    taken = Counter(["index.html"])
    names = [site._file_name(name, taken) for _ in range(20_000) for name in ("same", "SAME", "com1", "same-2")]
    assert len({name.lower() for name in names}) == len(names)
    assert not any(re.match(r"com1[.]", name) for name in names)


def test_json_lines_become_a_page_a_line(tmp_path: Path) -> None:
    """Named by the record's id, or by its line; a broken line is told with its number."""
    nameless = seed()
    del nameless["id"]
    lines = [dumps(load(SEED), compact=True), json.dumps(nameless) + "\n", "{}\n"]
    (tmp_path / "many.jsonl").write_text("".join(lines), encoding="utf-8")
    result = show(tmp_path / "many.jsonl", "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert "many.jsonl, line 3: 1 error" in result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "index.html", "lao-iom-2022.html", "many-2.html",
    ]  # fmt: skip


def test_a_card_of_a_record_with_next_to_nothing() -> None:
    """It has a title and nothing to be found by."""
    bundle = load(SEED.parent / "cases" / "india-iran-india-canada.json")
    card = cards.card(bundle, view(bundle, ("en",)), "x.html", ("en",))
    assert len(card.agreements) == 2
    assert all(not words.marks for words in card.title)
