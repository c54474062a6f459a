"""Shapes of a partner's own data, which the schema does not bound, and of long and many names of fields."""

from typing import Any

from cost.shapes._shape import bundle, note, shape, written


def _own(value: Any) -> bytes:
    return bundle(extensions={"a.b:c": value})


@shape
def zeros(n: int) -> bytes:
    """A list of numbers."""
    return _own([0] * n)


@shape
def lists(n: int) -> bytes:
    """A list of empty lists."""
    return _own([[]] * n)


@shape
def objects(n: int) -> bytes:
    """A list of small objects."""
    return _own([{"a": 0}] * n)


@shape
def texts(n: int) -> bytes:
    """A list of short texts, no two alike."""
    return _own([str(i) for i in range(n)])


@shape
def many_keys(n: int) -> bytes:
    """An object of many fields."""
    return _own({str(i): 0 for i in range(n)})


@shape
def many_entries(n: int) -> bytes:
    """Many entries of a partner's own."""
    return bundle(extensions={f"a.b:{i}": 0 for i in range(n)})


@shape
def deep(n: int) -> bytes:
    """Objects to the deepest level that is allowed, side by side."""
    value: Any = 0
    for _ in range(55):
        value = {"a": value}
    return _own([value] * n)


@shape
def long_text(n: int) -> bytes:
    """One long text."""
    return _own("a" * n)


@shape
def alternatives(n: int) -> bytes:
    """Annotations with another value in any form."""
    return bundle(annotations=[note("/schema_version", alternative=[[0]])] * n)


@shape
def keys_without_domain(n: int) -> bytes:
    """Names of a partner's own without a domain: each is told or counted."""
    return bundle(extensions={f"k{i}": 0 for i in range(n)})


@shape
def long_key_over_faults(n: int) -> bytes:
    """A long name over many numbers out of range: each pointer holds the name."""
    return b'{"schema_version":"1.0","extensions":{"a.b:' + b"k" * (12 * n) + b'":[' + b"1e999," * n + b"0]}}"


@shape
def long_keys_over_faults(n: int) -> bytes:
    """Sixty long names, one in the other, over many numbers out of range."""
    inner = b"[" + b"1e999," * n + b"0]"
    for _ in range(55):
        inner = b'{"' + b"k" * (n // 5) + b'":' + inner + b"}"
    return b'{"schema_version":"1.0","extensions":{"a.b:c":' + inner + b"}}"


@shape
def tildes_over_faults(n: int) -> bytes:
    """A long name of letters that a pointer writes as two, over many faults."""
    return b'{"schema_version":"1.0","extensions":{"a.b:' + b"~/" * (4 * n) + b'":[' + b"1e999," * n + b"0]}}"


@shape
def unknown_long_key(n: int) -> bytes:
    """One unknown field with a long name."""
    return written({"schema_version": "1.0", "k" * n: 0})


@shape
def unknown_keys(n: int) -> bytes:
    """Many unknown fields in one object."""
    return written({"schema_version": "1.0", **{f"field{i}": 0 for i in range(n)}})


@shape
def unknown_keys_near(n: int) -> bytes:
    """Many unknown fields, each near one that there is."""
    return written({"schema_version": "1.0", **{f"organizations{i}": [] for i in range(n)}})


@shape
def unknown_keys_from_elsewhere(n: int) -> bytes:
    """Unknown fields that other records have."""
    people = [{"id": f"p{i}", "name": {"en": "A"}, "parties": []} for i in range(n)]
    return bundle(people=people)


@shape
def languages_of_one_text(n: int) -> bytes:
    """One text in very many languages."""
    return bundle(title={f"en-{i:05}": "a" for i in range(n + 1)})


@shape
def wrong_languages_of_one_text(n: int) -> bytes:
    """One text under very many names that are no languages."""
    return bundle(title={f"English {i}": "a" for i in range(n)})
