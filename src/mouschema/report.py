"""What a check says: findings, and the report that holds them."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from mouschema._show import visible
from mouschema._types import Path
from mouschema.errors import InvalidDocument

if TYPE_CHECKING:
    from mouschema.model.bundle import Bundle

__all__ = ["MOST_FINDINGS", "Code", "Finding", "Report", "Severity", "Trouble"]

HELP: Final = "https://mouschema.example/codes"
MOST_FINDINGS: Final = 1000


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """A number that grows with how much it matters."""
        return -list(Severity).index(self)


@attrs.frozen
class Code:
    """A kind of finding. Codes never change their meaning.

    Attributes:
        code: The stable code, such as `REF01`.
        name: A short readable name, such as `unresolved-reference`.
        severity: How much it matters.
        explanation: What it means and why it matters, in plain sentences.
        url: The page that explains it; ours unless given.
    """

    code: str
    name: str
    severity: Severity
    explanation: str
    url: str | None = None

    @property
    def help_url(self) -> str:
        """The page that explains the code."""
        return self.url or f"{HELP}/{self.code}"


class Trouble(NamedTuple):
    """What a stage of the check has to say, before the place in the source is looked up.

    Attributes:
        code: The stable code.
        path: The field names and list positions that lead to the place.
        message: What is wrong.
        hint: What would be right.
        at_key: Whether the field's name is the trouble, not its value.
        position: Line and column, where the text could not be read as JSON.
    """

    code: str
    path: Path
    message: str
    hint: str = ""
    at_key: bool = False
    position: tuple[int, int] | None = None


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a check found, and where.

    Attributes:
        code: The stable code, such as `REF01`.
        name: The code's readable name.
        severity: How much it matters.
        pointer: The place as a JSON Pointer; `""` is the whole document.
        line: The line in the source, counted from 1, where the source is text.
        column: The character in that line, counted from 1.
        message: What is wrong, with the value that is.
        hint: What would be right; empty when nothing certain can be said.
        help_url: The page that explains the code.
    """

    code: str
    name: str
    severity: Severity
    pointer: str
    line: int | None = None
    column: int | None = None
    message: str
    hint: str = ""
    help_url: str

    def __str__(self) -> str:
        """Return the finding on one line."""
        place = f"{self.line}:{self.column} " if self.line else ""
        where = f" at {visible(self.pointer)}" if self.pointer else ""
        return f"{place}{self.code} {self.message}{where}" + (f" ({self.hint})" if self.hint else "")


@attrs.frozen(kw_only=True)
class Report:
    """The outcome of checking one document.

    Attributes:
        kind: What the document was checked as: `bundle`, `agreement`, `party`, `ceremony` or `commitment`.
        source: The name of the file, where there is one.
        line: The line of a JSON Lines file that the document is, counted from 1.
        findings: All findings in the order of the document, at most 1,000.
        omitted: How many more there were.
        record: The typed record; None when the schema refuses the document.
    """

    kind: str
    source: str | None = None
    line: int | None = None
    findings: tuple[Finding, ...] = ()
    omitted: int = 0
    record: Any = attrs.field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """Whether no finding is an error."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def bundle(self) -> Bundle | None:
        """The records of a bundle; None when the schema refuses it or another kind was checked."""
        return self.record if self.kind == "bundle" else None

    def count(self) -> Counter[str]:
        """Return how many findings each code has."""
        return Counter(finding.code for finding in self.findings)

    def require(self) -> Any:
        """Return the record.

        Raises:
            InvalidDocument: The report has errors.
        """
        if not self.ok:
            raise InvalidDocument(self)
        return self.record
