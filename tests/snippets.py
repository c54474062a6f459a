"""Run every snippet of the README, the docs and the docstrings, each page in a folder of its own.

The folder holds what a reader of a checkout has, `tests/` and `schemas/`, and `partner.json`, a partner's broken
submission. On a page,

- `python` blocks are run, and compared with what follows `>>>` where it is there;
- `console` blocks are run command by command, and compared with what is shown below each; `...` stands for anything
  (`SNIPPETS=write pytest docs` brings what is shown up to date, where it holds no `...`);
- a `code-block` with a caption is written to the file that the caption names, or, if it is a `diff`, changes it.

`sh` blocks are not run here; the commands of the README are, by `.ci/run`.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer
from sybil.parsers.myst.lexers import DirectiveLexer
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]


def open_folder(namespace: dict[str, Any]) -> None:
    """Make the folder of a page and go there."""
    folder = tempfile.mkdtemp(prefix="snippets-")
    for name in ("tests", "schemas", "node_modules"):
        if (ROOT / name).is_dir():
            (Path(folder) / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "tests" / "examples" / "submission.json", Path(folder) / "partner.json")
    namespace["_back"], namespace["_folder"] = Path.cwd(), folder
    os.chdir(folder)


def close_folder(namespace: dict[str, Any]) -> None:
    """Go back and remove the folder of a page."""
    os.chdir(namespace["_back"])
    shutil.rmtree(namespace["_folder"])


def consoles(document: Document) -> Iterable[Region]:
    """Find the blocks of commands."""
    for region in FencedCodeBlockLexer("console")(document):
        region.parsed, region.evaluator = region.lexemes["source"], run_commands
        yield region


def run_commands(example: Example) -> str | None:
    """Run each command after `$` and compare what it prints with what stands below it."""
    for shown in re.split(r"^\$ ", example.parsed, flags=re.MULTILINE)[1:]:
        command, _, output = shown.partition("\n")
        if re.match(r"np[mx]|node ", command) and not Path("node_modules", "ajv").is_dir():
            pytest.skip("needs Node.js, and ajv in node_modules: npm install --no-save ajv-cli")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        if command.startswith("check-jsonschema ") and not shutil.which("check-jsonschema", path=path):
            pytest.skip("needs check-jsonschema: pip install --group docs")
        own = example.namespace.get("environment", {})
        environment = {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1", **own}
        done = subprocess.run(
            ["bash", "-c", command], env=environment, stdout=-1, stderr=subprocess.STDOUT, check=False, text=True, encoding="utf-8"
        )  # fmt: skip
        if doctest.OutputChecker().check_output(trimmed(output), trimmed(done.stdout), doctest.ELLIPSIS):
            continue
        if os.environ.get("SNIPPETS") == "write" and "..." not in output:
            page = Path(example.path)
            now = page.read_text(encoding="utf-8").replace(f"$ {shown}", f"$ {command}\n{trimmed(done.stdout)}", 1)
            page.write_text(now, encoding="utf-8")
            continue
        return f"$ {command}\n--- shown on the page:\n{output}\n--- printed:\n{done.stdout}"
    return None


def trimmed(text: str) -> str:
    """Return the text without spaces at the ends of lines and empty lines at its end."""
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).rstrip() + "\n"


def files(document: Document) -> Iterable[Region]:
    """Find the blocks that are files, or changes to files."""
    for region in DirectiveLexer("code-block")(document):
        if "caption" in region.lexemes["options"]:
            region.parsed, region.evaluator = region.lexemes["source"], write_file
            yield region


def write_file(example: Example) -> str | None:
    """Write the file, or change the lines of it that a diff shows."""
    lexemes = example.region.lexemes
    path, text = Path(lexemes["options"]["caption"]), example.parsed
    if lexemes["arguments"] == "diff":
        lines = [line for line in text.splitlines() if line]
        before, after = ("\n".join(line[1:] for line in lines if line[0] in marks) for marks in (" -", " +"))
        old = path.read_text(encoding="utf-8")
        if old.count(before) != 1:
            return f"{path} has these lines {old.count(before)} times:\n{before}"
        text = old.replace(before, after)
    path.write_text(text, encoding="utf-8")
    return None


pages = Sybil(
    path=str(ROOT),
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE),
        SkipParser(),
        consoles,
        files,
    ],
    patterns=["README.md", "docs/*.md", "docs/how-to/*.md", "docs/explanation/*.md", "docs/reference/*.md"],
    setup=open_folder,
    teardown=close_folder,
)
docstrings = Sybil(parsers=[DocTestParser()], path=str(ROOT / "src"), patterns=["*.py"])
pytest_collect_file = (pages + docstrings).pytest()


class ByPage(LoadScopeScheduling):
    """Keep the snippets of a page together when tests run side by side: each goes on from the one before."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file.endswith((".md", "test_docs.py")) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByPage:
    """Tell pytest-xdist."""
    return ByPage(config, log)
