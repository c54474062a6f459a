"""The documentation as a site: it builds without a warning, says everything that the code knows, and no link is dead."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import mouschema
from mouschema import schemas
from mouschema.cli import cli
from mouschema.reports.codes import FAULT, STRUCTURAL
from mouschema.reports.ruleset import HELP, Code
from mouschema.rules import STANDARD

pytestmark = pytest.mark.skipif(not find_spec("furo"), reason="needs the packages of the group docs")

DOCS = Path(__file__).parents[2] / "docs"
SCHEMAS = Path(__file__).parents[2] / "schemas"


class Page(HTMLParser):
    """What a page shows, links to, and can be linked to."""

    def __init__(self, path: Path) -> None:
        """Read the page."""
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and anchors."""
        found = dict(attrs)
        self.anchors |= {name for key in ("id", "name") if (name := found.get(key))}
        self.links += [link for key in ("href", "src") if (link := found.get(key)) and tag != "base"]

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.text += data


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as CI does, where every warning is an error."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-n", "-T", "-W", "--keep-going", "-q", "-b", "dirhtml", DOCS, target]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def site(built: Path) -> dict[Path, Page]:
    """Read every page."""
    return {path.relative_to(built): Page(path) for path in built.rglob("*.html")}


def test_every_class_and_field_is_told(site: dict[Path, Page]) -> None:
    """With its meaning and an example, under an anchor of its own."""
    for name in ["Bundle", *schemas.schema()["$defs"]]:
        schema = schemas.definition(name)
        if "properties" not in schema:
            continue
        page = site[Path("reference/model", name, "index.html")]
        assert schema["description"] in page.text
        for field, words in schema["properties"].items():
            assert re.sub(r"[^a-z0-9]+", "-", f"{name}-{field}".lower()) in page.anchors
            assert json.dumps(words["examples"][0], ensure_ascii=False) in page.text
            assert words["description"].replace("`", "") in page.text


def test_every_scalar_is_told(site: dict[Path, Page]) -> None:
    """How texts, numbers and identifiers are written."""
    page = site[Path("reference/model/scalars/index.html")]
    for schema in schemas.schema()["$defs"].values():
        if "properties" not in schema and "pattern" in schema:
            assert schema["description"].replace("`", "") in page.text
            assert schema["pattern"] in page.text


def test_every_codelist_is_told(site: dict[Path, Page]) -> None:
    """Each code with its meaning, or, of the long lists of others, how many there are."""
    page = site[Path("reference/model/codelists/index.html")]
    for codes in schemas.codelists().values():
        if len(codes) > 60:
            assert f"{len(codes)} entries" in page.text
        else:
            assert [code for code, meaning in codes.items() if code not in page.text or meaning not in page.text] == []


@pytest.mark.parametrize("code", {**STRUCTURAL, **STANDARD.ruleset.codes}.values(), ids=lambda code: code.code)
def test_every_code_has_the_page_that_reports_name(site: dict[Path, Page], code: Code) -> None:
    """At the address in every finding: what it means, and an example with what the check says about it."""
    base = HELP.rpartition("/")[0]
    page = site[Path(code.help_url.removeprefix(f"{base}/"), "index.html")]
    assert code.explanation.replace("`", "") in page.text
    assert f"{code.severity} {code.code} {code.name}" in page.text or code.code == FAULT


def test_every_command_and_public_name_is_told(site: dict[Path, Page]) -> None:
    """What the package and the command offer is in the reference."""
    commands = site[Path("reference/cli/index.html")]
    for command in cli.commands.values():
        assert command.help
        assert command.help.split("\n\n")[0].replace("\n", " ") in commands.text.replace("\n", " ")
    anchors = {anchor for page in site.values() for anchor in page.anchors}
    modules = {"catalogue", "codes", "model", "rules", "schemas", "strategies"}
    assert [
        name for name in mouschema.__all__ if name not in modules | {"Entity"} and f"mouschema.{name}" not in anchors
    ] == []


def test_schemas_are_where_their_ids_say(built: Path) -> None:
    """The site answers at the `$id` of each schema."""
    base = schemas.BASE.rpartition("/")[0]
    for kind in schemas.KINDS:
        published = built / schemas.schema(kind)["$id"].removeprefix(f"{base}/")
        assert published.read_text(encoding="utf-8") == schemas.schema_text(kind)


def test_no_link_is_dead(site: dict[Path, Page]) -> None:
    """Links inside the site lead to a page and an anchor that are there; those that leave it are https."""
    dead: set[str] = set()
    for path, page in site.items():
        for link in page.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                if address.scheme not in ("https", "data"):
                    dead.add(f"{path}: {link}")
                continue
            target = path
            if address.path:
                joined = Path("/", path.parent, unquote(address.path)).resolve().relative_to("/")
                target = joined / "index.html" if address.path.endswith("/") or not joined.suffix else joined
            if target.suffix == ".html" and (
                target not in site or (address.fragment and unquote(address.fragment) not in site[target].anchors)
            ):
                dead.add(f"{path}: {link}")
    assert dead == set()


def test_every_schema_file_is_explained() -> None:
    """`schemas/README.md` names each file of the folder."""
    page = (SCHEMAS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in SCHEMAS.glob("*.json") if f"`{path.name}`" not in page] == []
