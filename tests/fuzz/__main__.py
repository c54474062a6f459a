"""The command: each target for so long, each in a process of its own; or one target with files to try."""

# ruff: noqa: T201 - a command prints

import argparse
import hashlib
import re
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

from fuzz.coverage import has_atheris, instrumented

NAMES = ("read", "check", "lines", "text", "round-trip", "render", "show")


def main() -> int:
    """Try targets; return 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Try what no input may break.")
    parser.add_argument("target", nargs="?", choices=[*NAMES, "all"], default="all", help="what to try (default: all)")
    parser.add_argument("files", nargs="*", type=Path, help="inputs to try instead of making some")
    parser.add_argument("--seconds", type=int, default=20, help="how long to try each target (default: 20)")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (default: 1)")
    parser.add_argument("--keep", type=Path, help="a folder for inputs that reach something new, from run to run")
    parser.add_argument("--by-chance", action="store_true", help="do not use atheris, which is slower and finds more")
    asked = parser.parse_args()
    if asked.target == "all":
        return max(_in_a_process(name, sys.argv[1:]) for name in NAMES)
    led = has_atheris() and not asked.by_chance and not asked.files
    with instrumented() if led else nullcontext():
        from fuzz.drive import Broken, by_chance, by_coverage
        from fuzz.targets import TARGETS
    target = TARGETS[asked.target]
    for file in asked.files:
        target(file.read_bytes())
    if led:
        options = [f"-max_total_time={asked.seconds}", f"-seed={asked.seed}", "-print_final_stats=1", "-timeout=20"]
        by_coverage(target, [*options, f"-artifact_prefix={asked.target}-"], asked.keep and asked.keep / asked.target)
    if asked.files:
        return 0
    try:
        print(f"{by_chance(target, asked.seconds, seed=asked.seed):,} inputs tried")
    except Broken as broken:
        file = Path(f"{asked.target}-crash-{hashlib.sha256(broken.data).hexdigest()[:16]}")
        file.write_bytes(broken.data)
        print(f"written to {file}: {broken.data[:200]!r}", file=sys.stderr)
        raise
    return 0


def _in_a_process(name: str, options: list[str]) -> int:
    options = [each for each in options if each != "all"]
    command = [sys.executable, "-m", "fuzz", name, *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
    said = done.stdout + done.stderr
    tried = re.search(r"number_of_executed_units: *(\d+)|([\d,]+) inputs tried", said)
    number = int((tried[1] or tried[2]).replace(",", "")) if tried else 0
    print(f"{name}: {number:,} inputs tried" + (", and a promise broken" if done.returncode else ""), flush=True)
    if done.returncode:
        print(said[-4000:], file=sys.stderr)
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
