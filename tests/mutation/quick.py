"""The tests that a mutant is run against, those that notice most first: `python tests/mutation/quick.py`.

They leave out what takes long and notices little; what survives them is to be run against the whole suite.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = (
    "test_read.py", "test_docket.py", "test_span.py", "test_failures.py", "test_index.py", "test_neighbours.py", "test_about.py", "test_rules.py", "test_profile.py",
    "test_model.py", "test_catalogue.py", "test_check.py", "test_hostile.py", "test_converter.py",
)  # fmt: skip
SLOW = "bounded or chains or hashes or decides or far_away or every_code or hold_themselves or limits_are"


def main() -> None:
    """End with 1 when something is noticed within two seconds or so; or else run pytest until the first test fails."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    if _differs():
        sys.exit(1)
    os.environ |= {"PYTHONPATH": str(ROOT / "src"), "HYPOTHESIS_PROFILE": "brief"}
    os.chdir(ROOT)
    quiet = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "-p", "no:randomly"]
    files = [f"tests/{name}" for name in FILES]
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *quiet, "-k", f"not ({SLOW})", *files])


def _differs() -> bool:
    """Tell whether the bad examples give something else, a near hit is not found or a near miss is."""
    from broken import BROKEN
    from expected import expected, found
    from near import NEAR, record

    from mouschema import check

    if found() != expected():
        return True
    hits = ((check(record(*edits)), code, [pointer]) for code, cases in BROKEN.items() for pointer, edits in cases)
    misses = ((check(record(*edits)), code, []) for code, cases in NEAR.items() for edits in cases)
    return any(
        [each.pointer for each in report.findings if each.code == code] != pointers
        for cases in (hits, misses)
        for report, code, pointers in cases
    )


if __name__ == "__main__":
    main()
