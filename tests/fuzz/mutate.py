"""Edits of inputs: of the JSON in them where there is any, or of their bytes."""

import json
from random import Random
from typing import Final

from mouschema import schemas
from verdict.cases import edited, written

__all__ = ["edited_bytes", "edited_json"]

_NAMES: Final = tuple(schemas.KINDS.values())
_ODD: Final = (
    *(
        b"\0",
        b"\n",
        b"\r",
        b"\t",
        b'"',
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"-",
        b"e",
        b"0",
        b"9" * 20,
        b"\xff",
    ),
    *(
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\\ud800",
        b"\\u0000",
        b"NaN",
        b"Infinity",
        b"1e999",
        b"[" * 70,
        b'{"a":' * 70,
    ),
    *(
        b"\xe2\x80\xae",
        b"\xe0\xba\xa5",
        b"\xf0\xa0\xae\xb7",
        b"\x1b[31m",
        b"::error::",
        b"##[error]",
        b"=1+1",
        b"<b>",
        b"]]>",
    ),
)


def edited_json(data: bytes, seed: int) -> bytes | None:
    """Return an input after an edit or two of its JSON; None where it has none.

    Args:
        data: The input; its first byte chooses the kind.
        seed: The same one gives the same edit.
    """
    random = Random(seed)
    try:
        value = json.loads(data[1:])
    except (ValueError, RecursionError):
        return None
    for _ in range(random.choice((1, 1, 2))):
        value = edited(random, value, _NAMES[data[0] % len(_NAMES)])
    return data[:1] + written(value).encode(errors="surrogatepass")


def edited_bytes(data: bytes, seed: int) -> bytes:
    """Return an input after an edit or two of its bytes: some taken out, doubled, cut off, or put in."""
    random, changed = Random(seed), bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4))):
        start, length = random.randint(0, len(changed)), random.choice((0, 1, 1, 4, 40))
        part = bytes(changed[start : start + length])
        match random.randrange(6):
            case 0:
                changed[start : start + length] = b""
            case 1:
                changed[start:start] = part * random.choice((1, 2, 50))
            case 2:
                del changed[max(start, 1) :]
            case 3:
                changed[start : start + length] = random.randbytes(length or 1)
            case _:
                changed[start : start + length] = random.choice(_ODD)
    return bytes(changed)
