"""Print pip constraints that pin what the package depends on to the lowest versions that pyproject.toml promises."""

import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = [one for many in project["optional-dependencies"].values() for one in many if not one.startswith("mouschema")]
print("\n".join(requirement.replace(">=", "==") for requirement in [*project["dependencies"], *extras]))  # noqa: T201
