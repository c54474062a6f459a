"""What a check says about the bad examples, as data for everybody: `python tests/expected.py --write` brings it up to date.

`tests/examples/README.md` says what the columns mean.
"""

import argparse
import csv
import io

from conftest import BAD, EXAMPLES
from mouschema import Finding, check
from mouschema.checking.batch import check_files
from mouschema.judging.judge import DEFAULT
from mouschema.reading.read import MOST_BYTES

__all__ = ["COLUMNS", "LIMITS", "PATH", "expected", "found", "write"]

PATH = EXAMPLES / "bad" / "expected.csv"
COLUMNS: tuple[str, ...] = ("file", "code", "pointer", "line", "column", "variant", "message", "hint")

# A document beyond the default size would not fit into a repository: this one is held against a smaller limit.
LIMITS = {"JSN08": 2000}

Row = dict[str, str]


def found(engine: str = DEFAULT) -> list[Row]:
    """Return a row for each finding in the bad examples."""
    rows: list[Row] = []
    for path in BAD:
        most_bytes = LIMITS.get(path.parent.name, MOST_BYTES)
        (report,) = check_files([path], most_bytes=most_bytes)
        if path.suffix == ".json":  # what is no text is unpacked by `check_files` alone
            report = check(path, most_bytes=most_bytes, engine=engine)
        file = path.relative_to(PATH.parent).as_posix()
        rows += (_row(file, finding) for finding in report.findings)
    return rows


def _row(file: str, finding: Finding) -> Row:
    values = [file, *(getattr(finding, column) for column in COLUMNS[1:])]
    return {column: "" if value is None else str(value) for column, value in zip(COLUMNS, values, strict=True)}


def expected() -> list[Row]:
    """Return the rows of the file."""
    with PATH.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def write() -> None:
    """Write the file anew."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(found())
    PATH.write_text(text.getvalue(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--write", action="store_true", required=True)
    given.parse_args()
    write()
