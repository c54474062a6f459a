"""Shapes that are costly to read: before there is a value to judge, or where there never is one."""

from cost.shapes._shape import bundle, shape

_START = b'{"schema_version":"1.0","title":{"en":"'
_LIST = b'{"schema_version":"1.0","extensions":{"a.b:c":['


@shape
def brackets_open(n: int) -> bytes:
    """Lists that are opened and never closed."""
    return b"[" * n


@shape
def brackets_deep(n: int) -> bytes:
    """Lists in lists, all closed."""
    return b"[" * n + b"]" * n


@shape
def brackets_side_by_side(n: int) -> bytes:
    """A list of empty lists."""
    return b"[" + b"[]," * n + b"[]]"


@shape
def braces_open(n: int) -> bytes:
    """Objects that are opened and never closed."""
    return b'{"a":' * n


@shape
def braces_side_by_side(n: int) -> bytes:
    """A list of empty objects."""
    return b"[" + b"{}," * n + b"{}]"


@shape
def deep_and_wide(n: int) -> bytes:
    """Lists to the deepest level that is allowed, side by side."""
    return _LIST + b",".join([b"[" * 60 + b"]" * 60] * n) + b"]}}"


@shape
def too_deep_and_wide(n: int) -> bytes:
    """Lists deeper than is allowed, side by side: each is told or counted."""
    return _LIST + b",".join([b"[" * 70 + b"]" * 70] * n) + b"]}}"


@shape
def escapes(n: int) -> bytes:
    """One text of escapes."""
    return _START + b"\\u0041" * n + b'"}}'


@shape
def backslashes(n: int) -> bytes:
    """One text of backslashes."""
    return _START + b"\\\\" * n + b'"}}'


@shape
def escape_broken_at_the_end(n: int) -> bytes:
    """A long text of escapes whose last is none."""
    return _START + b"\\n" * n + b'\\x"}}'


@shape
def quotes_open(n: int) -> bytes:
    """A text that never ends."""
    return _START + b"a" * n


@shape
def pairs(n: int) -> bytes:
    """One text of characters written as pairs of surrogates."""
    return _START + b"\\ud83d\\ude00" * n + b'"}}'


@shape
def half_at_the_end(n: int) -> bytes:
    """A long text that ends with half of a pair."""
    return _START + b"\\ud83d\\ude00" * n + b'\\ud83d"}}'


@shape
def halves(n: int) -> bytes:
    """Many texts that are half of a pair."""
    return _LIST + b'"\\ud800",' * n + b"0]}}"


@shape
def nulls_in_texts(n: int) -> bytes:
    """Many texts with a null character."""
    return _LIST + b'"\\u0000",' * n + b"0]}}"


@shape
def digits_of_one_number(n: int) -> bytes:
    """One whole number of many digits."""
    return _LIST + b"1" * n + b"]}}"


@shape
def digits_behind_the_point(n: int) -> bytes:
    """One fraction of many digits."""
    return _LIST + b"0." + b"1" * n + b"]}}"


@shape
def digits_of_exponents(n: int) -> bytes:
    """Many numbers that are infinite."""
    return _LIST + b"1e999," * n + b"0]}}"


@shape
def numbers_too_large(n: int) -> bytes:
    """Many whole numbers out of range."""
    return _LIST + b"9007199254740993," * n + b"0]}}"


@shape
def numbers_of_4000_digits(n: int) -> bytes:
    """Many whole numbers that are just short enough to be read."""
    return _LIST + (b"9" * 4000 + b",") * n + b"0]}}"


@shape
def blanks_before(n: int) -> bytes:
    """Blanks, then the document."""
    return b" " * n + bundle()


@shape
def blanks_only(n: int) -> bytes:
    """Nothing but blanks."""
    return b" " * n


@shape
def lines_before(n: int) -> bytes:
    """Line breaks, then a document with a fault."""
    return b"\n" * n + bundle(a=0)


@shape
def lines_behind(n: int) -> bytes:
    """A document with a fault, then line breaks."""
    return bundle(a=0) + b"\n" * n


@shape
def lines_between(n: int) -> bytes:
    """A fault on each line, with Windows' line breaks."""
    return _LIST + b"1e999,\r\n" * n + b"0]}}"


@shape
def faults_on_one_line(n: int) -> bytes:
    """Many faults in one long line of other than Latin letters: places are counted in characters."""
    return _LIST + '"ລາວລາວລາວ",1e999,'.encode() * n + b"0]}}"


@shape
def marks_before(n: int) -> bytes:
    """Byte order marks, then the document."""
    return b"\xef\xbb\xbf" * n + bundle()


@shape
def mark_and_faults(n: int) -> bytes:
    """A byte order mark before a document with many faults."""
    return b"\xef\xbb\xbf" + _LIST + b"1e999," * n + b"0]}}"


@shape
def mark_and_duplicates(n: int) -> bytes:
    """A byte order mark before fields that stand twice."""
    return b"\xef\xbb\xbf{" + b'"a":1,' * n + b'"a":1}'


@shape
def nothing_but_null(n: int) -> bytes:
    """Null characters."""
    return b"\x00" * n


@shape
def utf8_broken_at_the_end(n: int) -> bytes:
    """A long text with a byte that is no UTF-8 at its end."""
    return _START + "ລ".encode() * n + b'\xff"}}'


@shape
def utf16(n: int) -> bytes:
    """A document in UTF-16."""
    return ('{"title":{"en":"' + "a" * n + '"}}').encode("utf-16")


@shape
def cut_off(n: int) -> bytes:
    """A long list without its end."""
    return _LIST + b"0," * n


@shape
def cut_off_behind_lines(n: int) -> bytes:
    """A long list on many lines without its end."""
    return _LIST + b"0,\n" * n


@shape
def comma_too_many(n: int) -> bytes:
    """A long list with a comma before its end."""
    return _LIST + b"0," * n + b"]}}"


@shape
def not_a_number_at_the_end(n: int) -> bytes:
    """A long list with NaN at its end."""
    return _LIST + b"0," * n + b"NaN]}}"


@shape
def line_break_in_a_text(n: int) -> bytes:
    """A long text with a raw line break at its end."""
    return _START + b"a" * n + b'\n"}}'


@shape
def text_behind(n: int) -> bytes:
    """Another document behind the document, many times."""
    return bundle() * n


@shape
def python_text(n: int) -> str:
    """The document as text, with half of a pair at its end."""
    return '{"title":{"en":"' + "ລ" * n + "\ud800"
