"""First uses in eight threads at once, each time in a fresh process: `python tests/checking/threads.py --processes 200`.

What a library makes on first use and keeps, one thread may see before another has finished it. So nothing is used
before the threads meet, and they are made to take turns at every microsecond. Ten processes in which all threads do
the same take turns with ten in which each does something else.
"""

import argparse
import subprocess
import sys
from pathlib import Path

__all__ = ["USES", "crashes"]

SEED = Path(__file__).parents[1] / "examples" / "good" / "lao-iom-2022.json"

_PROGRAM = """
import sys, threading
from pathlib import Path

import mouschema
from mouschema import Agreement, Date, Organization, Party, Text

path, uses = Path(sys.argv[1]), sys.argv[2:]
document = path.read_bytes()
part = b'{"id": "a", "kind": "other", "title": {"en": "A"}, "status": "unknown"}'


def make():
    party = Party(organization="a", acting_through=["b"], joined=Date("2022"))
    made = Agreement(id="a", kind="agreement", title=Text(en="A"), status="signed", parties=[party])
    assert made.parties[0].joined.earliest.year == 2022
    assert Organization(id="a", name=Text(en="A"), kind="agency").kind.value == "agency"


def write():
    made = Agreement(id="a", kind="agreement", title=Text(en="A"), status="signed")
    assert mouschema.dumps(made).startswith('{\\n  "id": "a"')


def refuse():
    try:
        mouschema.loads(b'{"schema_version": "1.0", "agreements": [{"id": 5}]}')
    except mouschema.InvalidDocument as wrong:
        assert len(wrong.report.errors) == 4, wrong
    try:
        Party(organization="the ministry")
    except mouschema.InvalidValue:
        return
    raise AssertionError


def structure():
    party = mouschema.converter.structure({"organization": "a", "joined": "2022"}, Party)
    assert mouschema.converter.unstructure(party) == {"organization": "a", "joined": "2022"}


def again():
    bundle = mouschema.loads(document)
    assert mouschema.dumps(bundle).encode() == document


def render():
    report = mouschema.check(document)
    assert "".join(mouschema.render_report([report], "json"))
    assert "".join(mouschema.render_report([report], "text"))


known = {
    "check": lambda: mouschema.check(document).ok or sys.exit("not ok"),
    "load": lambda: mouschema.load(path).agreements[0].parties,
    "part": lambda: mouschema.check(part, kind="agreement").record.title,
    "lines": lambda: [report.ok for report in mouschema.check_lines(part + b"\\n" + part, kind="agreement")],
    "make": make,
    "write": write,
    "refuse": refuse,
    "structure": structure,
    "again": again,
    "render": render,
}
faults, together = [], threading.Barrier(len(uses))


def run(use):
    together.wait()
    try:
        known[use]()
    except BaseException as fault:
        faults.append(f"{use}: {fault!r:.300}")


sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=run, args=[use]) for use in uses]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if faults:
    sys.exit("\\n".join(faults))
"""

USES = ("check", "load", "part", "lines", "make", "write", "refuse", "structure", "again", "render")
_THREADS = 8


def crashes(processes: int, start: int = 0) -> list[str]:
    """Return what became of the processes that did not end well.

    Args:
        processes: How many there are.
        start: How many to leave out before the first.
    """
    return [said for number in range(start, start + processes) if (said := _process(_chosen(number)))]


def _chosen(number: int) -> list[str]:
    """Return what each thread of a process does first."""
    round_, turn = divmod(number, len(USES))
    if round_ % 2 == 0:
        return [USES[turn]] * _THREADS
    return [USES[(turn + thread * (1 + round_ // 2)) % len(USES)] for thread in range(_THREADS)]


def _process(uses: list[str]) -> str:
    command = [sys.executable, "-c", _PROGRAM, str(SEED), *uses]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{' '.join(uses)}: {done.returncode} {done.stderr[-500:].strip()}"


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--processes", type=int, default=200)
    asked = given.parse_args().processes
    wrong = crashes(asked)
    sys.exit("\n".join([*wrong, f"{len(wrong)} of {asked} processes did not end well"]) if wrong else 0)
