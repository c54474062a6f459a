"""Choices that a project makes once: the table `[tool.mouschema]` of its pyproject.toml."""

import sys
import tomllib
from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs

from mouschema._safe import nearest
from mouschema.rules import STANDARD, Profile

__all__ = ["Choices", "named_profile", "project_choices"]

_KEYS: Final = {"profile": str, "select": list, "ignore": list, "severity": dict, "fail-on": str}


@attrs.frozen(kw_only=True)
class Choices:
    """Which rules to hold, in words that can be sent to another process.

    Attributes:
        profile: The profile of a programme by the name of its module and its own: `our_rules:IOM`; ours when None.
        select: Only rules with these codes, or codes that begin so.
        ignore: Not the rules with these codes, or codes that begin so.
        severity: How much some rules matter, by code.
    """

    profile: str | None = None
    select: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    severity: Mapping[str, str] = attrs.field(factory=dict[str, str])

    @cached_property
    def held(self) -> Profile:
        """The profile that they describe.

        Raises:
            ValueError: There is no such profile, code or severity.
        """
        named = named_profile(self.profile)
        return named.choose(select=self.select, ignore=self.ignore, severity=self.severity)


def project_choices(folder: Path) -> dict[str, Any]:
    """Return what the nearest pyproject.toml, in a folder or around it, says of mouschema.

    Args:
        folder: Where to begin looking.

    Returns:
        The keys `profile`, `select`, `ignore`, `severity` and `fail-on`, as far as they are there.

    Raises:
        ValueError: The file is no TOML, or the table holds an unknown key or a value of another type.
    """
    files = (each / "pyproject.toml" for each in (folder, *folder.parents))
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        return {}
    try:
        table: dict[str, Any] = tomllib.loads(found.read_text(encoding="utf-8")).get("tool", {}).get("mouschema", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{found} cannot be read: {error}") from None
    for key, value in table.items():
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            raise ValueError(f"[tool.mouschema] has no key {key!r}" + (f"; did you mean {near!r}?" if near else ""))
        if not isinstance(value, _KEYS[key]):
            raise ValueError(f"[tool.mouschema] {key} is to be a {_KEYS[key].__name__}, not {value!r}")  # noqa: TRY004
    return table


def named_profile(name: str | None) -> Profile:
    """Import a profile by the name of its module and its own: `our_rules:IOM`, also from the folder that one is in.

    Raises:
        ValueError: There is no such module or profile.
    """
    if name is None:
        return STANDARD
    module, _, attribute = name.partition(":")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)
    try:
        found = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise ValueError(f"no profile {name!r}: {error}") from None
    if not isinstance(found, Profile):
        raise ValueError(f"{name!r} is no mouschema.rules.Profile")  # noqa: TRY004 - a wrong name, as above
    return found
