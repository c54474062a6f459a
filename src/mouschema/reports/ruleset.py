"""What is held against a document: the codes of what can be found, how much each matters, and which rules are chosen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import attrs

__all__ = ["HELP", "Change", "Code", "Ruleset", "Severity"]

HELP: Final = "https://mouschema.example/codes"


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


@attrs.frozen
class Change:
    """A rule that is not held as we hold it, or as the programme does whose rule it is, and who wants it so."""

    code: str
    """The code of the rule. Example: `REF01`"""
    name: str
    """The readable name of the code. Example: `unresolved-reference`"""
    usual: Severity | None
    """How much it matters to us, or to the programme whose rule was changed; absent for a rule that a programme added."""
    here: Severity | None
    """How much it matters here; absent when it is off."""
    by: str
    """Who wants it so: a file, an option or a profile. Example: `pyproject.toml`"""

    @property
    def what(self) -> str:
        """What became of the rule: `off`, `lowered`, `raised` or `added`."""
        if self.here is None or self.usual is None:
            return "off" if self.here is None else "added"
        return "lowered" if self.here.weight < self.usual.weight else "raised"

    @property
    def hides_errors(self) -> bool:
        """Whether a document can pass with what is usually an error."""
        return self.usual is Severity.ERROR and self.here is not Severity.ERROR


@attrs.frozen
class Ruleset:
    """The rules that are held against a document.

    Attributes:
        profile: The name of the profile.
        codes: What each rule means, and how much it matters here, by code.
        changes: Which rules are off, lowered, raised or added, by code.
    """

    profile: str
    codes: Mapping[str, Code] = attrs.field(hash=False)
    changes: tuple[Change, ...] = ()
