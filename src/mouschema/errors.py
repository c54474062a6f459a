"""What mouschema raises: one base class, which is a `ValueError`, and one class for each way to fail.

MouschemaError
├── InvalidValue     a record or value built in Python is not one
└── InvalidDocument  a document cannot be loaded; it carries the report, and stands beside it
"""

__all__ = ["InvalidValue", "MouschemaError"]


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
