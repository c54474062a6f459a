"""The built wheel: schemas and types inside, and a check that works with the source out of the way."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import SEED

from mouschema import schemas

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(target.glob("*.whl"))


def test_wheel_holds_schemas_and_types(wheel: Path) -> None:
    """Every exported file is inside, to the byte, and the marker that the package is typed."""
    with zipfile.ZipFile(wheel) as archive:
        for kind in schemas.KINDS:
            name = f"{kind}.schema.json"
            assert archive.read(f"mouschema/_schemas/{name}") == (ROOT / "schemas" / name).read_bytes()
        assert "mouschema/_schemas/codelists.json" in archive.namelist()
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
