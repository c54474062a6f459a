"""Which file of settings a command heeds: one that is named, one that is found, or none."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from mouschema.checking._settings import Settings, settings

__all__ = ["configured", "settings_of"]

F = TypeVar("F", bound=Callable[..., Any])

_CONFIG = click.option(
    "--config",
    metavar="FILE",
    help="The file of settings, which may also name a profile. "
    "[default: the nearest pyproject.toml in the current folder or above, which may not]",
)
_NO_CONFIG = click.option("--no-config", is_flag=True, help="Heed no file of settings.")


def configured(command: F) -> F:
    """Give a command the options --config and --no-config."""
    return _CONFIG(_NO_CONFIG(command))


def settings_of(options: dict[str, Any]) -> Settings:
    """Return the settings that the options of a command ask for.

    Raises:
        ValueError: The file is not of the right form, or names a profile without having been named.
        UsageError: Both options were given.
    """
    if options["config"] is not None and options["no_config"]:
        raise click.UsageError("--config and --no-config contradict each other: give one of them.")
    if options["no_config"]:
        return Settings()
    return settings(options["config"])
