"""What a trap is."""

from typing import Final, NamedTuple

__all__ = ["MARK", "Trap", "traps"]

MARK: Final = b"\xef\xbb\xbf"


class Trap(NamedTuple):
    """Bytes that are not JSON, or nearly not.

    Attributes:
        name: What is special about them.
        data: The bytes.
        codes: The codes of which one names the fault; empty where there is none.
    """

    name: str
    data: bytes
    codes: frozenset[str]


def traps(table: dict[str, dict[str, bytes]]) -> list[Trap]:
    """Read a table of codes, names and bytes."""
    return [
        Trap(name, data, frozenset(codes.split())) for codes, named in table.items() for name, data in named.items()
    ]
