"""The house: imports run one way, every public name is listed and explained, and importing is light."""

import ast
import importlib
import importlib.util
import inspect
import pkgutil
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import mouschema

SOURCE = Path(mouschema.__file__).parent
MODULES = sorted(
    each.name for each in pkgutil.walk_packages(mouschema.__path__, "mouschema.") if not each.name.endswith("__main__")
)

# From the ground up: a module imports from rooms on floors below its own, or from its own room.
FLOORS = [
    ["_interrupt", "_types", "_safe", "_writing", "errors"],
    ["schemas", "reports"],
    ["reading"],
    ["judging"],
    ["model"],
    ["rules", "_html"],
    ["checking"],
    ["render", "show", "testing", "integrations"],
    ["export"],
    ["cli"],
]
FLOOR = {name: height for height, names in enumerate(FLOORS) for name in names}


@cache
def imported(module: str) -> frozenset[str]:
    """Return the modules of ours that a module's source imports, at once or later or only to check types."""
    spec = importlib.util.find_spec(module)
    assert spec
    assert spec.origin
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(spec.origin).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("mouschema"):
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name for name in whole if name in MODULES} or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("mouschema")}
    return frozenset(found)


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_one_way(module: str) -> None:
    """A module imports from its own room and from floors below, never from the package's own front door."""
    mine = module.split(".")[1]
    for other in imported(module):
        assert other != "mouschema", f"{module} imports the package root"
        theirs = other.split(".")[1]
        assert theirs == mine or FLOOR[theirs] < FLOOR[mine], f"{module} imports {other}"


def test_no_imports_run_in_a_circle() -> None:
    """Modules can be put in an order in which each imports only from those before it."""
    tuple(TopologicalSorter({module: imported(module) - {module} for module in MODULES}).static_order())


@pytest.mark.parametrize("module", MODULES)
def test_files_are_small(module: str) -> None:
    """Files of one to two hundred lines, rarely more; lists of codes, of scalars and of words may be longer."""
    source = inspect.getsource(importlib.import_module(module))
    assert source.count("\n") <= 260 or module.endswith(("codelists", "scalars", "catalogue.en"))


@pytest.mark.parametrize("module", ["mouschema", *MODULES])
def test_public_names_are_listed_and_explained(module: str) -> None:
    """`__all__` is there, names what exists, and what it names has a docstring."""
    loaded = importlib.import_module(module)
    assert loaded.__doc__
    if module in ("mouschema.render", "mouschema.model"):
        return
    assert hasattr(loaded, "__all__") or hasattr(loaded, "__path__"), "only a room may leave its names to its files"
    for name in getattr(loaded, "__all__", ()):
        value = getattr(loaded, name)
        if inspect.isfunction(value) or inspect.isclass(value):
            assert inspect.getdoc(value), f"{module}.{name}"


def test_package_exports_its_nouns_and_verbs() -> None:
    """What the README uses is there, and nothing is listed twice."""
    assert len(set(mouschema.__all__)) == len(mouschema.__all__)
    assert {"Bundle", "Agreement", "check", "load", "loads", "dump", "dumps", "check_lines", "converter"} <= set(
        mouschema.__all__
    )


def test_import_is_light() -> None:
    """Importing the package brings neither the command line nor the test library, nor what only some uses need."""
    heavy = ["click", "rich", "hypothesis", "jsonschema", "rapidfuzz", "pycountry", "babel", "cattrs", "jinja2"]
    program = f"import sys, mouschema; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_needs_nothing_that_only_a_checkout_has() -> None:
    """With all its commands loaded it has imported no package of the group `export`, which nobody installs with it."""
    program = (
        "import sys, mouschema.cli; print([name for name in ['pycountry', 'babel', 'iso4217'] if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_strategies_can_be_imported_first() -> None:
    """A program need not import Hypothesis before our strategies, nor the other way round."""
    for program in (
        "from mouschema.testing.strategies import bundles; bundles()",
        "from hypothesis import strategies as st; from mouschema import Agreement; st.from_type(Agreement).validate()",
    ):
        subprocess.run([sys.executable, "-c", program], check=True)


def test_security_policy_names_what_is_there() -> None:
    """Every file, folder and page that SECURITY.md refers to exists, in the checkout."""
    root = SOURCE.parents[1]
    text = (root / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(?:python3? )?((?:tests|\.ci)/[\w./]+)`|\]\(([\w./-]+)", text)
    assert len(named) > 15
    assert [path for each in named for path in each if path and not (root / path).exists()] == []
