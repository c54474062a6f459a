"""The built wheel: schemas and types inside, the same bytes each time, and a check with the source out of the way."""

import itertools
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from conftest import SEED
from mouschema import schemas

ROOT = Path(__file__).parents[2]


def build(checkout: Path, target: Path) -> dict[str, bytes]:
    """Build wheel and sdist, and return their bytes."""
    command = [sys.executable, "-m", "build", "--wheel", "--sdist", "--no-isolation", "--outdir", str(target)]
    subprocess.run([*command, str(checkout)], check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in target.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build once, and return the folder."""
    target = tmp_path_factory.mktemp("built")
    build(ROOT, target)
    return target


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """Return the wheel."""
    (found,) = built.glob("*.whl")
    return found


def test_two_builds_are_equal(built: Path, tmp_path: Path) -> None:
    """Another folder, other times and other permissions for others: wheel and sdist are the same to the byte."""
    first = {path.name: path.read_bytes() for path in built.iterdir()}
    assert sorted(Path(name).suffix for name in first) == [".gz", ".whl"]
    copy = tmp_path / "copy"
    ignore = shutil.ignore_patterns(
        ".git", ".venv", "node_modules", "__pycache__", "dist", "_build", ".*_cache", ".hypothesis"
    )
    shutil.copytree(ROOT, copy, ignore=ignore, copy_function=shutil.copy)
    for path in copy.rglob("*"):
        path.chmod(path.stat().st_mode & 0o700)
    second = build(copy, tmp_path / "second")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_lock_holds_what_is_asked_for() -> None:
    """Every requirement of the package and of its development is locked in a version that fits, with a hash, by name alone.

    `python3 .ci/supply.py lock` brings it up to date.
    """
    lines = (ROOT / ".ci" / "lock.txt").read_text(encoding="utf-8").splitlines()
    locked: dict[str, list[str]] = {}
    for line, following in itertools.pairwise([*lines, ""]):
        if entry := re.fullmatch(r"([\w.-]+)==([\w.!+]+)(?: ; .+)? \\", line):
            locked.setdefault(canonicalize_name(entry[1]), []).append(entry[2])
            assert following.startswith("    --hash="), line
        else:
            assert re.fullmatch(r"#.*|    --hash=sha256:[0-9a-f]{64}(?: \\)?", line), line
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = about["project"]["optional-dependencies"].values()
    groups = about["dependency-groups"].values()
    asked = [
        one for many in [about["project"]["dependencies"], *extras, *groups] for one in many if isinstance(one, str)
    ]
    for requirement in map(Requirement, asked):
        if requirement.name != "mouschema":
            versions = locked.get(canonicalize_name(requirement.name), [])
            assert any(requirement.specifier.contains(version, prereleases=True) for version in versions), requirement


def test_wheel_holds_schemas_and_types(wheel: Path) -> None:
    """Every exported file is inside, to the byte, and the marker that the package is typed."""
    with zipfile.ZipFile(wheel) as archive:
        for kind in schemas.KINDS:
            name = f"{kind}.schema.json"
            assert archive.read(f"mouschema/schemas/exported/{name}") == (ROOT / "schemas" / name).read_bytes()
        assert "mouschema/schemas/exported/codelists.json" in archive.namelist()
        assert "mouschema/py.typed" in archive.namelist()
        templates = {path.name for path in (ROOT / "src" / "mouschema" / "templates").iterdir()}
        assert {f"mouschema/templates/{name}" for name in templates} <= set(archive.namelist())


def test_wheel_checks_without_the_source(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, the package finds its own schemas."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import mouschema; from pathlib import Path; "
        f"print(mouschema.__file__); print(mouschema.check(Path({str(SEED)!r})).ok); print(mouschema.schemas.folder())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    where, ok, folder = done.stdout.split()
    assert ok == "True"
    assert where.startswith(str(tmp_path))
    assert folder.startswith(str(tmp_path))
