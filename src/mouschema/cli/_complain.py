"""Say on standard error why the command cannot do what was asked."""

import click

__all__ = ["complain"]


def complain(message: str) -> None:
    """Print one line that begins with the command's name."""
    click.echo(f"mouschema: {message}", err=True)
