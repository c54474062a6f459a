"""Choices of rules in plain words: those of the caller, of a command's options, and of the files that they may stand in."""

import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Optional

import attrs

from mouschema._safe import shortened, shown, visible
from mouschema.rules import STANDARD, Profile
from mouschema.rules._profile import CALLER, listed

__all__ = ["Choices", "named_profile"]


@attrs.frozen(kw_only=True)
class Choices:
    """Which rules to hold, in words that can be sent to another process.

    Attributes:
        profile: The profile of a programme by the name of its module and its own: `our_rules:IOM`; ours when None.
            The module is imported, which runs it.
        folder: Where the module may lie, if it is not installed; the current folder when None.
        select: Only rules with these codes, or codes that begin so.
        ignore: Not the rules with these codes, or codes that begin so.
        severity: How much some rules matter, by code.
        by: Who wants it so, for the report.
        on: Choices on top of which these stand.
    """

    profile: str | None = None
    folder: str | None = None
    select: tuple[str, ...] = attrs.field(default=(), converter=listed)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=listed)
    severity: Mapping[str, str] = attrs.field(factory=dict[str, str])
    by: str | None = None
    on: Optional["Choices"] = None

    @cached_property
    def held(self) -> Profile:
        """The profile that they describe.

        Raises:
            ValueError: There is no such profile, code or severity.
        """
        base = self.on.held if self.on else STANDARD
        if self.profile is not None:
            base = attrs.evolve(named_profile(self.profile, self.folder), by=self.by, before=None)
        try:
            return base.choose(select=self.select, ignore=self.ignore, severity=self.severity, by=self.by or CALLER)
        except ValueError as error:
            raise ValueError(f"{shortened(visible(self.by))}: {error}" if self.by else str(error)) from None


def named_profile(name: str, folder: str | None = None) -> Profile:
    """Import a profile by the name of its module and its own: `our_rules:IOM`.

    What is installed goes before what lies in the folder, and nothing but this import looks there.

    Args:
        name: Its name.
        folder: Where the module may lie; the current folder when None.

    Raises:
        ValueError: There is no such module or profile, or the module cannot be imported.
    """
    module, _, attribute = name.partition(":")
    try:
        with _reachable(folder):
            found: Any = getattr(import_module(module), attribute)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a module does while it is imported
        why = shortened(visible(f"{type(error).__name__}: {error}"), 200)
        raise ValueError(f"no profile {shown(name)}, which is to be MODULE:NAME ({why})") from None
    if not isinstance(found, Profile):
        raise ValueError(f"{shown(name)} is no mouschema.rules.Profile")  # noqa: TRY004 - a wrong name, as above
    return found


@contextmanager
def _reachable(folder: str | None) -> Generator[None]:
    """Let modules in a folder be found, after all others, as long as this takes."""
    before = sys.path
    sys.path = [*before, str(Path(folder or "").absolute())]
    try:
        yield
    finally:
        sys.path = before
