"""What a check says: findings, and the report that holds them."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias

import attrs

from mouschema._safe import visible
from mouschema._types import Path
from mouschema.errors import MouschemaError
from mouschema.reports.catalogue import Plain, Say, Value, words
from mouschema.reports.ruleset import Code, Ruleset, Severity

__all__ = ["Excerpt", "Finding", "InvalidDocument", "Report", "Said", "Trouble"]

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    R = TypeVar("R", default=Any)
else:
    from typing import TypeVar

    R = TypeVar("R")

Said: TypeAlias = Say | Plain | Callable[[], Say | Plain]
"""What is wrong and what would be right, or what finds that out."""


class Trouble(NamedTuple):
    """What a stage of the check has to say, before the place in the source is looked up.

    Attributes:
        code: The stable code.
        path: The field names and list positions that lead to the place.
        said: What is wrong and what would be right, mostly not in words yet; found out only when it is told.
        at_key: Whether the field's name is the trouble, not its value.
        where: Where it begins and ends in the source, in bytes, where the path does not tell.
    """

    code: str
    path: Path
    said: Said
    at_key: bool = False
    where: tuple[int, int] | None = None

    def in_words(self) -> tuple[str, str]:
        """Return message and hint."""
        said = self.worded()
        return said if isinstance(said, Plain) else words(self.code, *said)

    def worded(self) -> Say | Plain:
        """Return what is wrong and what would be right."""
        return self.said() if callable(self.said) else self.said


@attrs.frozen
class Excerpt:
    """The line of the source on which a finding stands, at most 80 characters of it, safe to print."""

    before: str
    """What stands on the line before the place."""
    marked: str
    """The name or value that the finding is about, as far as it stands on this line."""
    after: str
    """What follows on the line."""

    def __str__(self) -> str:
        """Return the line, or the part of it that is known."""
        return f"{self.before}{self.marked}{self.after}"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a check found, and where."""

    code: str
    """The stable code. Example: `REF01`"""
    name: str
    """The readable name of the code. Example: `unresolved-reference`"""
    severity: Severity
    """How much it matters."""
    pointer: str
    """The place as a JSON Pointer; empty for the whole document. Example: `/agreements/0/parties/1/organization`"""
    line: int | None = None
    """The line in the source, counted from 1; absent where the source is no text."""
    column: int | None = None
    """The character in that line, counted from 1; absent where the source is no text."""
    message: str
    """What is wrong, with the value that is. Example: `there is no organisation "gov-l"`"""
    hint: str = ""
    """What would be right; absent when nothing certain can be said. Example: `Did you mean "gov-la"?`"""
    variant: str | None = None
    """Which of the things that its code can say; absent where a programme's rule gave plain text. Example: `near`"""
    values: Mapping[str, Value] | None = attrs.field(default=None, hash=False)
    """What message and hint name, safe to print; absent where a programme's rule gave plain text."""
    help_url: str
    """The page that explains the code. Example: `https://mouschema.example/codes/REF01`"""
    excerpt: Excerpt | None = None
    """The line of the source; absent where the source is no text."""

    def __str__(self) -> str:
        """Return the finding on one line."""
        place = f"{self.line}:{self.column} " if self.line else ""
        where = f" at {visible(self.pointer)}" if self.pointer else ""
        return f"{place}{self.code} {self.message}{where}" + (f" ({self.hint})" if self.hint else "")


@attrs.frozen(kw_only=True)
class Report(Generic[R]):
    """The outcome of checking one document: a `Report[Bundle]` of a bundle.

    Attributes:
        kind: What the document was checked as: `bundle`, `agreement`, `party`, `ceremony` or `commitment`.
        source: The name of the file, where there is one.
        line: The line of a JSON Lines file that the document is, counted from 1.
        findings: What was found, in the order of the document; of very much the 1,000 that matter most.
        untold: How many findings more there are, by code.
        record: The typed record; None when the schema refuses the document.
        ruleset: The rules that were held against it.
        most_bytes: The size beyond which it would not have been read.
        data: The document as it was read; None when it was no text, or too large.
    """

    kind: str
    source: str | None = None
    line: int | None = None
    findings: tuple[Finding, ...] = ()
    untold: Mapping[Code, int] = attrs.field(factory=dict[Code, int], hash=False)
    record: R | None = attrs.field(default=None, repr=False)
    ruleset: Ruleset
    most_bytes: int
    data: bytes | None = attrs.field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """Whether no finding is an error, told or not."""
        return not any(told.severity is Severity.ERROR for told in (*self.findings, *self.untold))

    @property
    def severities(self) -> Counter[Severity]:
        """How many findings there are of each severity, told or not."""
        return Counter(finding.severity for finding in self.findings) + self.omitted

    @property
    def omitted(self) -> Counter[Severity]:
        """How many findings of each severity are counted, but not told."""
        omitted: Counter[Severity] = Counter()
        for code, number in self.untold.items():
            omitted[code.severity] += number
        return omitted

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error that are told."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def bundle(self) -> R | None:
        """The records of a bundle; None when the schema refuses it or another kind was checked."""
        return self.record if self.kind == "bundle" else None

    @property
    def sha256(self) -> str | None:
        """The SHA-256 of the document as 64 hexadecimal digits; None when it was no text, or too large."""
        from hashlib import sha256

        return sha256(self.data).hexdigest() if self.data is not None else None

    def count(self) -> Counter[str]:
        """Return how many findings each code has, told or not."""
        told = Counter(finding.code for finding in self.findings)
        return told + Counter({code.code: number for code, number in self.untold.items()})

    def require(self) -> R:
        """Return the record.

        Raises:
            InvalidDocument: The report has errors.
        """
        if not self.ok:
            raise InvalidDocument(self)
        assert self.record is not None, "only a document with errors gives no record"
        return self.record


class InvalidDocument(MouschemaError):
    """A document has findings of severity error, so that no records can be handed out.

    Attributes:
        report: What is wrong with the document, all of it.
    """

    def __init__(self, report: Report[Any]) -> None:
        """Store the report."""
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Return the first errors, one a line, and how many more there are."""
        shown = [str(finding) for finding in self.report.errors[:10]]
        more = self.report.severities[Severity.ERROR] - len(shown)
        return "\n".join([*shown, f"… and {more} more"] if more else shown)
