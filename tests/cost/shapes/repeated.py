"""Shapes in which a field stands twice, and lists of what is no record."""

from cost.shapes._shape import shape, written


@shape
def same_field(n: int) -> bytes:
    """One field, again and again."""
    return b"{" + b'"a":1,' * n + b'"a":1}'


@shape
def every_field_twice(n: int) -> bytes:
    """Many fields, each twice."""
    return b"{" + b",".join(b'"a%d":1,"a%d":1' % (i, i) for i in range(n + 1)) + b"}"


@shape
def same_field_deep(n: int) -> bytes:
    """A field twice on each of sixty levels, again and again: long pointers."""
    return b"[" + b",".join([b'{"a":0,"a":' * 60 + b"0" + b"}" * 60] * n) + b"]"


@shape
def same_field_below(n: int) -> bytes:
    """Fields that stand twice at the deepest level."""
    return b"[" * 60 + b"{" + b'"a":1,' * n + b'"a":1}' + b"]" * 60


@shape
def same_long_field(n: int) -> bytes:
    """A field with a long name, twice."""
    return b'{"' + b"k" * n + b'":1,"' + b"k" * n + b'":2}'


@shape
def below_a_long_field(n: int) -> bytes:
    """Fields that stand twice below one with a long name: each pointer holds the name."""
    return b'{"' + b"k" * (3 * n) + b'":{' + b'"a":1,' * n + b'"a":1}}'


@shape
def same_field_then_cut(n: int) -> bytes:
    """A field again and again, and then the document ends too soon."""
    return b"{" + b'"a":1,' * n


@shape
def same_field_then_deep(n: int) -> bytes:
    """A field twice, and then lists without end."""
    return b'{"a":1,"a":' + b"[" * n


@shape
def escaped_names(n: int) -> bytes:
    """One field whose name is written with escapes, again and again."""
    return b"{" + b'"\\u0061":1,' * n + b'"a":1}'


@shape
def zeros(n: int) -> bytes:
    """A list of numbers for a document."""
    return b"[" + b"0," * n + b"0]"


@shape
def nulls(n: int) -> bytes:
    """A list of nulls for a document."""
    return b"[" + b"null," * n + b"null]"


@shape
def empty_texts(n: int) -> bytes:
    """A list of empty texts for a document."""
    return b"[" + b'"",' * n + b'""]'


@shape
def one_text(n: int) -> bytes:
    """A text for a document."""
    return written("a" * n)


@shape
def zeros_about(n: int) -> bytes:
    """Numbers where a document names what it is about."""
    return b'{"schema_version":"1.0","documents":[{"id":"a","kind":"news","about":[' + b"0," * n + b"0]}]}"


@shape
def zeros_for_records(n: int) -> bytes:
    """Numbers in the place of organisations."""
    return b'{"schema_version":"1.0","organizations":[' + b"0," * n + b"0]}"


@shape
def records_of_nothing(n: int) -> bytes:
    """Organisations without any field."""
    return b'{"schema_version":"1.0","organizations":[' + b"{}," * n + b"{}]}"


@shape
def agreements_of_nothing(n: int) -> bytes:
    """Agreements without any field."""
    return b'{"schema_version":"1.0","agreements":[' + b"{}," * n + b"{}]}"


@shape
def texts_of_nothing(n: int) -> bytes:
    """Other titles that hold no text."""
    return (
        b'{"schema_version":"1.0","agreements":[{"id":"a","kind":"agreement","status":"signed","title":{"en":"a"},'
        b'"alternative_titles":[' + b"{}," * n + b"{}]}]}"
    )
