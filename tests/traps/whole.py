"""What is no document as a whole, and what may not follow one, by the codes of which one must name the fault."""

from typing import Final

from traps._trap import MARK, traps

__all__ = ["TAILS", "WHOLE"]

TAILS: Final = traps(
    {
        "JSN02": {
            "another document": b"{}",
            "another document on a line": b"\n{}",
            "comma": b",",
            "bracket": b"}",
            "number": b" 1",
            "text": b'"a"',
            "word": b"x",
            "comment": b"// end",
            "block comment": b"/**/",
            "null character": b"\x00",
            "end of file of old systems": b"\x1a",
            "mark": MARK,
            "no-break space": "\u00a0".encode(),
            "separator of JSON sequences": b"\x1e{}",
            "semicolon": b";",
        },
        "JSN03": {"broken byte": b"\xff", "Latin-1": b"\xe9"},
    }
)

WHOLE: Final = traps(
    {
        "JSN01": {"nothing": b"", "blank": b" ", "line breaks": b"\r\n\n", "white space": b" \t\r\n" * 1000},
        "JSN02": {
            "only a null": b"\x00",
            "nulls": b"\x00" * 5000,
            "a web page": b"<!DOCTYPE html><html></html>",
            "a table": b"id;title\nmou;Memorandum\n",
            "an archive": b"PK\x03\x04",
        },
        "JSN02 JSN03": {
            "cut mark": MARK[:2],
            "first byte of a mark": MARK[:1],
            "UTF-16, little end first, no mark": "{}".encode("utf-16-le"),
            "UTF-16, big end first, no mark": "{}".encode("utf-16-be"),
            "UTF-32, little end first, no mark": "{}".encode("utf-32-le"),
            "UTF-32, big end first, no mark": "{}".encode("utf-32-be"),
        },
        "JSN03": {
            "only a mark of UTF-16": b"\xff\xfe",
            "UTF-16, little end first": b"\xff\xfe" + "{}".encode("utf-16-le"),
            "UTF-16, big end first": b"\xfe\xff" + "{}".encode("utf-16-be"),
            "UTF-16 of Lao": '{"a":"ລາວ"}'.encode("utf-16"),
            "UTF-32, little end first": b"\xff\xfe\x00\x00" + "{}".encode("utf-32-le"),
            "UTF-32, big end first": b"\x00\x00\xfe\xff" + "{}".encode("utf-32-be"),
            "compressed": b"\x1f\x8b\x08\x00",
        },
    }
)
