"""What mouschema raises: one base class, which is a `ValueError`, and one class for each way to fail.

MouschemaError
├── InvalidValue     a record or value built in Python is not one
└── InvalidDocument  a document cannot be loaded; carries the report
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mouschema.report import Report

__all__ = ["InvalidDocument", "InvalidValue", "MouschemaError"]


class MouschemaError(ValueError):
    """Base of everything that mouschema raises on purpose."""


class InvalidValue(MouschemaError):
    """A record or value was built from something that its schema refuses.

    Attributes:
        where: The class, and the field where there is one: `Party.organization`.
        problems: One sentence for each thing that is wrong.
    """

    def __init__(self, where: str, problems: tuple[str, ...]) -> None:
        """Store the class and what is wrong with the value."""
        super().__init__(where, problems)
        self.where = where
        self.problems = problems

    def __str__(self) -> str:
        """Return one line for each problem."""
        return "\n".join(self.problems)


class InvalidDocument(MouschemaError):
    """A document has findings of severity error, so that no records can be handed out.

    Attributes:
        report: What is wrong with the document, all of it.
    """

    def __init__(self, report: "Report") -> None:
        """Store the report."""
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        """Return the first errors, one a line, and how many more there are."""
        shown = [str(finding) for finding in self.report.errors[:10]]
        more = len(self.report.errors) - len(shown)
        return "\n".join([*shown, f"… and {more} more"] if more else shown)
