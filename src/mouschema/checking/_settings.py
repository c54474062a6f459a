"""Settings that a project makes once: the table `[tool.mouschema]` of its pyproject.toml, or a file of its own."""

import os
import tomllib
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from mouschema._safe import nearest, shortened, shown, visible
from mouschema.checking.config import Choices
from mouschema.reports.ruleset import Severity

__all__ = ["Settings", "settings"]

NAME: Final = "pyproject.toml"

# Reading `a.a.a.…` takes the square of its length, in time and in memory; no project's file comes near to either.
MOST_BYTES: Final = 2**18
MOST_DOTS: Final = 256

_LEVELS: Final = ", ".join(Severity)
_KEYS: Final = {
    "select": 'a list of codes, such as ["DAT", "REF01"]',
    "ignore": 'a list of codes, such as ["DAT", "REF01"]',
    "severity": f'a table of codes, such as {{ PTY01 = "error" }}, each with one of {_LEVELS}',
    "fail-on": f"one of {_LEVELS}",
    "profile": "the names of a module and a profile in it, such as our_rules:OFFICE",
}


class Settings(NamedTuple):
    """What a file of settings says: the rules to hold, and from which severity on to fail."""

    choices: Choices = Choices()
    fail_on: Severity = Severity.ERROR


def settings(file: str | None = None) -> Settings:
    """Return what a file says, or, if none is named, the nearest pyproject.toml in the current folder or around it.

    A file that was merely found chooses codes and severities only. One that is named may also name a profile, whose
    module may lie beside it.

    Args:
        file: The user's own choice. The settings stand in its table `[tool.mouschema]`, or, unless it is a
            pyproject.toml, in no table at all.

    Raises:
        ValueError: The file cannot be read, is not of the right form, or names a profile without having been named.
    """
    found = _nearest() if file is None else file
    if found is None:
        return Settings()
    name = shortened(visible(found))
    try:
        made = _settings(_table(found, needed=file is not None), found)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    if made.choices.profile is not None and file is None:
        raise ValueError(
            f"{name} names the profile {shown(made.choices.profile)}, which is code to be run, but was only found here: "
            f"give --config {name} if you trust it, or --no-config to go without"
        )
    return made


def _nearest() -> str | None:
    """Return the way to the nearest pyproject.toml, in the current folder or above; whatever it is."""
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return None
    found = next((each / NAME for each in (here, *here.parents) if os.path.lexists(each / NAME)), None)
    return os.path.relpath(found, here) if found else None


def _table(file: str, *, needed: bool) -> dict[str, Any]:
    """Return the table of a file in which the settings stand.

    Raises:
        ValueError: It cannot be read, or is needed and not there.
    """
    content = _toml(file)
    if "tool" not in content and Path(file).name != NAME:
        return content
    for step, name in (("tool", "tool"), ("mouschema", "tool.mouschema")):
        inner = content.get(step, None if needed else {})
        if inner is None:
            raise ValueError("there is no table [tool.mouschema]")
        if not isinstance(inner, dict):
            raise ValueError(f"{name} is to be a table, not {shown(inner)}")  # noqa: TRY004 - as of any wrong value
        content = cast("dict[str, Any]", inner)
    return content


def _toml(file: str) -> dict[str, Any]:
    try:
        if not Path(file).is_file() and Path(file).exists():
            raise ValueError("this is no file")
        with open(file, "rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise ValueError(f"it cannot be read: {error.strerror or error}") from None
    if len(content) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES:,} bytes")
    if any(line.count(b".") > MOST_DOTS for line in content.split(b"\n")):
        raise ValueError(f"a line of it has more than {MOST_DOTS} dots")
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("it is not text in UTF-8") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValueError as error:  # also of numbers with thousands of digits
        raise ValueError(f"it is not TOML: {shortened(visible(str(error)), 200)}") from None


def _settings(table: dict[str, Any], file: str) -> Settings:
    """Return what a table says.

    Raises:
        ValueError: It has an unknown key, or a value of another kind.
    """
    for key, value in table.items():
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            raise ValueError(f"there is no setting {shown(key)}" + (f"; did you mean {near}?" if near else ""))
        if wrong := _wrong(key, value):
            raise ValueError(f"{key} is to be {_KEYS[key]}; this is {shown(wrong[0])}")
    known = {key: table[key] for key in ("profile", "select", "ignore", "severity") if key in table}
    folder = str(Path(file).absolute().parent)
    return Settings(Choices(**known, folder=folder, by=file), Severity(table.get("fail-on", Severity.ERROR)))


def _wrong(key: str, value: Any) -> list[Any]:
    """Return what does not fit a setting: the value, or some of its entries."""
    match key, value:
        case (("select" | "ignore"), list()):
            return [each for each in cast("list[Any]", value) if not isinstance(each, str)]
        case "severity", dict():
            return [each for each in cast("dict[str, Any]", value).values() if each not in list(Severity)]
        case "fail-on", str() if value in list(Severity):
            return []
        case "profile", str() if ":" in value:
            return []
        case _:
            return [value]
