"""Editors complete and check a record by its `$schema`, shown with the JSON language server of VS Code."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mouschema import schemas
from mouschema.cli import cli

BIN = Path(__file__).parents[2] / "node_modules" / ".bin"
CURRENT = "vscode-json-language-server"  # of the package vscode-langservers-extracted; that of today's editors
OLDER = "vscode-json-languageserver"  # of the package of this name; it does not know all of JSON Schema 2020-12


class Editor:
    """As much of an editor as talks to a language server about one file (Language Server Protocol 3)."""

    def __init__(self, server: subprocess.Popen[bytes], file: Path) -> None:
        self._server = server
        self._number = 0
        self.text = file.read_text(encoding="utf-8")
        self.document = {"uri": file.as_uri()}
        self.ask("initialize", {"processId": None, "rootUri": None, "initializationOptions": {"handledSchemaProtocols": ["file"]}, "capabilities": {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}})  # fmt: skip
        self._send("initialized", {})
        self._send("textDocument/didOpen", {"textDocument": {**self.document, "languageId": "json", "version": 1, "text": self.text}})  # fmt: skip

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Send a request, and wait for its answer."""
        self._number += 1
        self._send(method, params, id=self._number)
        return next(each["result"] for each in self._messages() if each.get("id") == self._number)

    def problems(self) -> list[str]:
        """Wait for what the server says of the document once it has read the schema."""
        return next(
            [each["message"] for each in message["params"]["diagnostics"]]
            for message in self._messages()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["diagnostics"]
        )

    def completions(self, before: str) -> dict[str, Any]:
        """Return what is offered right behind a part of the text, by label."""
        start = self.text.index(before) + len(before)
        line = self.text.count("\n", 0, start)
        position = {"line": line, "character": start - (self.text.rfind("\n", 0, start) + 1)}
        offered = self.ask("textDocument/completion", {"textDocument": self.document, "position": position})
        return {item["label"].strip('"'): item for item in offered["items"]}

    def _send(self, method: str, params: dict[str, Any], **more: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._server.stdin.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        stream = self._server.stdout
        assert stream
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            stream.readline()
            yield json.loads(stream.read(length))


@pytest.fixture
def editor(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Editor]:
    """A new record, opened in an editor with a language server."""
    program = shutil.which(request.param, path=str(BIN))
    if program is None:
        pytest.skip("needs Node.js and: npm install --no-save vscode-json-languageserver vscode-langservers-extracted")
    file = tmp_path / "record.json"
    assert CliRunner().invoke(cli, ["new", str(file)]).exit_code == 0
    text = file.read_text(encoding="utf-8").replace('"agreements": [', '"agreements": [{"id": "second", "ti": 1},', 1)
    file.write_text(text, encoding="utf-8")
    with subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        yield Editor(server, file)
        server.kill()


@pytest.mark.parametrize("editor", [CURRENT, OLDER], indirect=True)
def test_names_of_fields_are_completed_and_explained(editor: Editor) -> None:
    """In an agreement each of its fields is offered, with what it means."""
    offered = editor.completions('{"id": "second", "ti')
    fields = schemas.definition("Agreement")["properties"]
    assert offered.keys() >= fields.keys() - {"id"}
    assert fields["term"]["description"] in json.dumps(offered["term"], ensure_ascii=False)


@pytest.mark.parametrize("editor", [CURRENT, OLDER], indirect=True)
def test_codes_are_completed(editor: Editor) -> None:
    """Where a code is to be written, the codelist is offered."""
    offered = editor.completions('"status": "')
    assert {"draft", "signed", "in_force"} <= offered.keys()


@pytest.mark.parametrize("editor", [CURRENT], indirect=True)
def test_mistakes_are_underlined(editor: Editor) -> None:
    """What the schema refuses is told while one types."""
    assert any("ti" in problem for problem in editor.problems())
