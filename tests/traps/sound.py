"""What is JSON, and what a reader may take or refuse, each where a value may stand."""

from typing import Final

from traps._trap import traps

__all__ = ["EITHER", "JSON"]

JSON: Final = traps(
    {
        "": {
            "null": b"null",
            "true": b"true",
            "empty object": b"{}",
            "empty list": b"[]",
            "empty text": b'""',
            "empty key": b'{"":0}',
            "white space of every kind": b" \t\r\n[ \t\r\n1 , 2 ] ",
            "key like a prototype": b'{"__proto__":{"constructor":1}}',
            "key with a point": b'{"a.b":1,"a":{"b":2}}',
            "keys that differ in case": b'{"a":1,"A":2}',
            "keys that differ in form only": '{"é":1,"e\u0301":2}'.encode(),
            "the same key in two objects": b'[{"a":1},{"a":1}]',
            "nested 40 deep": b"[" * 40 + b"]" * 40,
            "objects 40 deep": b'{"a":' * 40 + b"1" + b"}" * 40,
            "zero": b"0",
            "minus zero": b"-0",
            "minus zero with a point": b"-0.0",
            "whole with a point": b"5.0",
            "exponent": b"1e5",
            "exponent with plus": b"1E+05",
            "exponent with minus": b"1e-5",
            "exponent of zero": b"0e0",
            "the largest whole number": b"9007199254740991",
            "the smallest whole number": b"-9007199254740991",
            "the largest float": b"1.7976931348623157e308",
            "the smallest float": b"5e-324",
            "all escapes": rb'"\"\\\/\b\f\n\r\t"',
            "escaped letter": rb'"\u0e81\u004E"',
            "escaped pair": rb'"\ud83d\ude00"',
            "escaped pair in capitals": rb'"\uD83D\uDE00"',
            "escaped backslash before u": rb'"\\ud800"',
            "escaped backslash at the end": rb'"\\"',
            "escaped control characters": rb'"\u0001\u001f\u007f"',
            "escaped mark": rb'"\ufeff"',
            "escaped last of the plane": rb'"\uffff\ufffe"',
            "escaped key": rb'{"\u0061":1}',
            "raw delete": b'"\x7f"',
            "Lao": '"ບົດບັນທຶກ"'.encode(),
            "astral letter": '"𠮷"'.encode(),
            "last code point": '"\U0010ffff"'.encode(),
            "byte order mark inside": '"\ufeff"'.encode(),
            "line separator inside": '"\u2028\u2029"'.encode(),
            "replacement character": '"\ufffd"'.encode(),
            "comment in a text": b'"/* not */ // one"',
            "brackets in a text": b'"]}[{,:"',
            "long text": b'"' + b"x" * 5000 + b'"',
            "long list": b"[" + b"0," * 5000 + b"0]",
            "long fraction": b"0." + b"3" * 5000,
        }
    }
)

EITHER: Final = traps(
    {
        "": {
            "number that underflows": b"1e-400",
            "number that underflows by digits": b"0." + b"0" * 5000 + b"1",
            "leading zeros of an exponent": b"1e" + b"0" * 5000 + b"1",
            "whole number by its exponent": b"9007199254740993e0",
            "whole number with a point": b"9007199254740993.0",
            "exponent beyond 64 bits": b"0e99999999999999999999",
            "fraction of many digits": b"1" * 300 + b"." + b"1" * 5000,
            "many digits under a small exponent": b"1" * 5000 + b"e-4999",
            "nested 64 deep": b"[" * 62 + b"]" * 62,
            "nested 65 deep": b"[" * 63 + b"]" * 63,
        }
    }
)
