"""What all tests share: the examples, and how hard the property tests try."""

import json
import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

EXAMPLES = Path(__file__).parent / "examples"
GOOD = sorted((EXAMPLES / "good").rglob("*.json"))
BAD = sorted(path for path in (EXAMPLES / "bad").rglob("*") if path.is_file())
READABLE = [path for path in BAD if path.parent.name != "RUN01"]
SEED = EXAMPLES / "good" / "lao-iom-2022.json"

# What a property draws and how often: `HYPOTHESIS_PROFILE=thorough pytest` for the long run.
_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile(
    "quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW_IS_FINE
)
settings.register_profile("thorough", max_examples=3000, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def seed() -> dict[str, Any]:
    """Return the record of the real memorandum as plain JSON, to be damaged at will."""
    return json.loads(SEED.read_bytes())


def name(path: Path) -> str:
    """Return a test's name for an example file."""
    return str(path.relative_to(EXAMPLES))
