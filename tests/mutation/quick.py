"""The tests that a mutant is run against, those that notice most first: `python tests/mutation/quick.py`.

They leave out what takes long and notices little; what survives them is to be run against the whole suite.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = (
    "reading/test_read.py", "reports/test_docket.py", "rules/test_span.py", "judging/test_failures.py", "model/test_index.py", "rules/test_neighbours.py", "rules/test_about.py", "rules/test_rules.py", "rules/test_profile.py",
    "model/test_gather.py", "model/test_record.py", "model/test_model.py", "reports/test_catalogue.py", "checking/test_check.py", "checking/test_hostile.py", "integrations/test_converter.py",
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
    from mouschema import check
    from near import NEAR, record

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
