"""The two types that everything speaks of: a JSON value, and the way to a place in one."""

from typing import TypeAlias, Union

__all__ = ["Json", "Path"]

Json: TypeAlias = Union[bool, int, float, str, list["Json"], dict[str, "Json"], None]  # noqa: UP007 - recursive
Path: TypeAlias = tuple[str | int, ...]
