"""What the package is made of and built with: `python3 .ci/supply.py` does all that a release needs.

It makes an environment from `.ci/lock.txt`, where nothing is installed whose hash is not in there, looks for known
vulnerabilities in it, builds wheel and sdist twice and compares them to the byte, and leaves them in `dist/` with a
CycloneDX SBOM of the wheel.

    python3 .ci/supply.py lock              write to the lock what pyproject.toml asks for, keeping the versions that fit
    python3 .ci/supply.py lock --upgrade    take the newest versions

Where the service of vulnerabilities cannot be reached it says so and goes on; with `REQUIRE_AUDIT=1` it fails.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / ".ci" / "lock.txt"
DIST = ROOT / "dist"
INSTALL = ["-m", "pip", "install", "--quiet"]
COMPILE = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version=3.11", "--generate-hashes", "--no-annotate",
           "--all-extras", "--group=dev", "--group=bench", "--group=supply", "pyproject.toml", f"--output-file={LOCK.relative_to(ROOT)}"]  # fmt: skip


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201


def run(*command: str | Path, check: bool = True, quiet: bool = False, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the checkout; a program that fails ends this one.

    Args:
        command: The program and its arguments.
        check: Whether it has to succeed.
        quiet: Whether to keep what it prints.
        more: More of the environment.
    """
    return subprocess.run(  # noqa: S603 - commands of ours
        list(map(str, command)), cwd=ROOT, check=check, capture_output=quiet, text=True, env={**os.environ, **more}
    )


def environment(folder: Path, *requirements: str) -> Path:
    """Make an environment that holds what is required, and return where its programs are."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", *INSTALL, *requirements)
    return programs


def lock(work: Path, *options: str) -> None:
    """Write the lock."""
    programs = environment(work / "uv", "uv")
    run(programs / COMPILE[0], *COMPILE[1:], *options, UV_CUSTOM_COMPILE_COMMAND="python3 .ci/supply.py lock")


def audit(programs: Path) -> None:
    """Look for known vulnerabilities in what is locked, and say what could not be looked up: pip-audit passes over it."""
    command = [programs / "pip-audit", "--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json"]
    done = run(*command, f"--requirement={LOCK}", check=False, quiet=True)
    known = json.loads(done.stdout)["dependencies"] if done.stdout.startswith("{") else []
    found = [f"{each['name']} {each['version']}: {one['id']}" for each in known for one in each.get("vulns", ())]
    if found:
        sys.exit("Known vulnerabilities:\n" + "\n".join(found))
    unknown = sum("skip_reason" in each for each in known)
    if known and not unknown:
        say(f"Audit: none of {len(known)} packages has a known vulnerability.")
        return
    why = f"the service does not know {unknown} of {len(known)} packages" if known else done.stderr.strip()[-200:]
    say(f"NOT AUDITED: {why}")
    if os.environ.get("REQUIRE_AUDIT") == "1":
        sys.exit("REQUIRE_AUDIT=1 asks for an audit.")


def build(programs: Path) -> Path:
    """Build twice, see that the bytes are the same, keep wheel and sdist, and return the wheel."""
    python = programs / "python"
    run(python, *INSTALL, "--no-deps", "--no-build-isolation", "--editable", ".")
    run(python, "-m", "pytest", "--quiet", "tests/project/test_wheel.py")
    shutil.rmtree(DIST, ignore_errors=True)
    run(python, "-m", "build", "--no-isolation", "--wheel", "--sdist", f"--outdir={DIST}", quiet=True)
    (wheel,) = DIST.glob("*.whl")
    return wheel


def bill_of_materials(work: Path, programs: Path, wheel: Path) -> None:
    """Write the SBOM of the wheel with what it needs to run, command included, in the versions that are locked."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    pinned = work / "pinned.txt"
    pinned.write_text("\n".join(line.removesuffix("\\") for line in lines if "==" in line), encoding="utf-8")
    python = environment(work / "wheel", f"--constraint={pinned}", f"{wheel}[cli]") / "python"
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "pip", "setuptools")
    name = DIST / f"{wheel.name.partition('-py3')[0]}.cdx.json"
    command = [programs / "cyclonedx-py", "environment", "--validate", "--output-reproducible", "--mc-type=library"]
    run(*command, "--pyproject=pyproject.toml", f"--output-file={name}", python)
    parts = json.loads(name.read_text(encoding="utf-8"))["components"]
    say(f"SBOM: {name.name} holds {len(parts)} packages, and fits the schema of CycloneDX.")


def main() -> None:
    """Do what the command line asks for."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if sys.argv[1:2] == ["lock"]:
            lock(work, *sys.argv[2:])
            return
        programs = environment(work / "locked", "--require-hashes", f"--requirement={LOCK}")
        audit(programs)
        bill_of_materials(work, programs, build(programs))


if __name__ == "__main__":
    main()
