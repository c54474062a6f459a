"""Shapes of annotations: pointers that are long, that lead far, and that lead nowhere."""

from cost.shapes._shape import agreement, bundle, ceremony, note, shape, source


def _noted(targets: list[str], **more: object) -> bytes:
    return bundle(annotations=[note(target) for target in targets], **more)


@shape
def to_nothing(n: int) -> bytes:
    """Pointers that lead nowhere."""
    return _noted([f"/agreements/{i}" for i in range(n)])


@shape
def to_nothing_far(n: int) -> bytes:
    """Long pointers that lead nowhere."""
    return _noted(["/a" * 480] * (n // 50))


@shape
def to_nothing_deep(n: int) -> bytes:
    """Long pointers that lead far before they lead nowhere."""
    value: object = 0
    for _ in range(50):
        value = [value]
    way = "/extensions/a.b:c" + "/0" * 50
    return _noted([way + "/0" * 400] * (n // 50), extensions={"a.b:c": value})


@shape
def of_slashes(n: int) -> bytes:
    """Pointers of nothing but slashes."""
    return _noted(["/" * 1000] * (n // 50))


@shape
def of_tildes(n: int) -> bytes:
    """Pointers of escapes."""
    return _noted(["/" + "~0~1" * 240] * (n // 50))


@shape
def to_one_value(n: int) -> bytes:
    """Very many annotations of one value."""
    return _noted(["/title/en"] * n, title={"en": "A"})


@shape
def to_each_value(n: int) -> bytes:
    """An annotation for each of very many values."""
    agreements = [agreement(f"a{i}") for i in range(n)]
    return _noted([f"/agreements/{i}/title/en" for i in range(n)], agreements=agreements)


@shape
def to_one_deep_value(n: int) -> bytes:
    """Annotations of one value deep in a partner's own data."""
    value: object = 0
    for _ in range(50):
        value = {"k" * 10: value}
    return _noted(["/extensions/a.b:c" + ("/" + "k" * 10) * 50] * (n // 20), extensions={"a.b:c": value})


@shape
def to_a_long_list(n: int) -> bytes:
    """Annotations of entries of a very long list of a partner's own."""
    return _noted([f"/extensions/a.b:c/{i}" for i in range(n)], extensions={"a.b:c": [0] * n})


@shape
def to_many_keys(n: int) -> bytes:
    """Annotations of fields of a very large object of a partner's own."""
    return _noted([f"/extensions/a.b:c/{i}" for i in range(n)], extensions={"a.b:c": {str(i): 0 for i in range(n)}})


@shape
def with_weekdays(n: int) -> bytes:
    """Annotations that print a day of the week that does not fit."""
    rite = ceremony("c", "a", date="2022-06-30")
    notes = [note("/ceremonies/0/date", as_printed="Monday, 30 June") for _ in range(n)]
    return bundle(agreements=[agreement("a")], ceremonies=[rite], annotations=notes)


@shape
def in_doubt(n: int) -> bytes:
    """Doubts that nobody explains."""
    return bundle(annotations=[{"target": "/schema_version", "basis": "inferred"}] * n)


@shape
def with_sources(n: int) -> bytes:
    """An annotation with very many sources."""
    docs = [source(f"d{i}") for i in range(n)]
    for each in docs:
        del each["about"]
    notes = [note("/schema_version", **({"documents": [f"d{i}" for i in range(n)]} if n else {}))]
    return bundle(documents=docs, annotations=notes)


@shape
def each_with_sources(n: int) -> bytes:
    """Annotations with sources, all of them with all."""
    some = int(n**0.5) + 1
    docs = [source(f"d{i}") for i in range(some)]
    for each in docs:
        del each["about"]
    notes = [note("/schema_version", documents=[f"d{i}" for i in range(some)]) for _ in range(some)]
    return bundle(documents=docs, annotations=notes)
