"""Traps for readers of JSON: tables of our own, with what must become of each.

`JSON`, `BROKEN` and `EITHER` can stand wherever a value may, `TAILS` follow a whole document, `WHOLE` are documents.
"""

from typing import Final

from traps._trap import MARK, Trap
from traps.broken import BROKEN
from traps.sound import EITHER, JSON
from traps.whole import TAILS, WHOLE

__all__ = ["AROUND", "BROKEN", "EITHER", "JSON", "MARK", "RECORD", "TAILS", "TWICE", "WHOLE", "Trap"]

RECORD: Final = b'{"schema_version":"1.0","extensions":{"partner.example:any":%s}}'
TWICE: Final = b'{"schema_version":"1.0","schema_version":"1.0","extensions":{"partner.example:any":%s}}'
AROUND: Final = {
    "alone": b"%s",
    "in a record": RECORD,
    "behind a field written twice": TWICE,
    "behind fields written twice in a list": b'[{"a":1,"b":{"c":1,"c":2},"a":2},%s]',
}
"""Where a value may stand."""
