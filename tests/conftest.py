"""What all tests share: the examples, how hard the property tests try, and a browser."""

import importlib
import json
import logging
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

EXAMPLES = Path(__file__).parent / "examples"
GOOD = sorted((EXAMPLES / "good").rglob("*.json"))
BAD = sorted((EXAMPLES / "bad").glob("*/*"))
READABLE = [path for path in BAD if path.parent.name != "RUN01"]
SEED = EXAMPLES / "good" / "lao-iom-2022.json"

# How often a property is tried: `HYPOTHESIS_PROFILE=thorough pytest` for the long run, `brief` to see that other
# versions of Python and of libraries do the same.
_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
for profile, examples in {"brief": 15, "quick": 60, "thorough": 3000}.items():
    settings.register_profile(
        profile,
        max_examples=examples,
        derandomize=profile != "thorough",
        deadline=None,
        suppress_health_check=_SLOW_IS_FINE,
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def seed() -> dict[str, Any]:
    """Return the record of the real memorandum as plain JSON, to be damaged at will."""
    return json.loads(SEED.read_bytes())


def name(path: Path) -> str:
    """Return a test's name for an example file."""
    return str(path.relative_to(EXAMPLES))


# What Chromium needs to run without a window, as root, and without looking for the network.
_BROWSER = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


# What runs in the background ignores Ctrl-C, and so would the commands whose end by Ctrl-C is tested.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class _Alarm(logging.Handler):
    """Makes a fault that mouschema tells as a finding fail the test, unless it was put in on purpose."""

    def emit(self, record: logging.LogRecord) -> None:
        """Raise what was contained."""
        fault = record.exc_info[1] if record.exc_info else None
        if fault and "on purpose" not in str(fault):
            raise AssertionError("a fault of ours") from fault


logging.getLogger("mouschema").addHandler(_Alarm())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start Debian's chromium, or the one whose path stands in CHROMIUM, with Playwright.

    Where either is missing the test is skipped; with `REQUIRE_BROWSER=1` it fails.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.importorskip("playwright", reason="needs playwright: pip install --group browser")
        if program is None:
            pytest.skip("needs Debian's chromium")
    assert program, "there is no chromium on this machine"
    sync_api: Any = importlib.import_module("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_BROWSER)
        yield started
        started.close()
