"""The tests that a mutant is run against, in one process, those that notice most first: `python tests/mutation/quick.py`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = (
    "test_examples.py", "test_rules.py", "test_hostile.py", "test_check.py", "test_model.py", "test_traps.py",
    "test_near_misses.py", "test_catalogue.py", "test_converter.py", "test_locate.py", "test_profile.py", "test_config.py",
)  # fmt: skip


def main() -> int:
    """Compare what is found in the bad examples, which takes a second; then run pytest until the first test fails."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    from expected import expected, found

    if found() != expected():
        return 1
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    os.chdir(ROOT)
    files = [f"tests/{name}" for name in FILES if (ROOT / "tests" / name).exists()]
    quiet = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "-p", "no:randomly"]
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *quiet, *files])  # never returns


if __name__ == "__main__":
    sys.exit(main())
