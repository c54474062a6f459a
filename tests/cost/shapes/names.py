"""Shapes of names and numbers that are compared with each other."""

from cost.shapes._shape import agreement, bundle, organization, person, shape, source

MOST = 80_000


@shape
def same(n: int) -> bytes:
    """One name for every organisation."""
    return bundle(organizations=[organization(f"o{i}", name={"en": "Ministry"}) for i in range(n)])


@shape
def same_but_for_case(n: int) -> bytes:
    """Names that differ in what is not compared."""
    return bundle(people=[person(f"p{i}", name={"en": "A" + "-" * (i % 50) + "b"}) for i in range(n)])


@shape
def long(n: int) -> bytes:
    """Long names, no two alike."""
    return bundle(
        organizations=[organization(f"o{i}", name={"en": f"{i} " + "ab. " * 200}) for i in range(n // 20 + 1)]
    )


@shape
def in_many_languages(n: int) -> bytes:
    """Two organisations with the same names in very many languages."""
    name = {f"en-{i:05}": f"Name {i}" for i in range(n)} | {"en": "A"}
    return bundle(organizations=[organization("o", name=name), organization("q", name=name)])


@shape
def marks_alternating(n: int) -> bytes:
    """A name of marks that combine, of two classes in turn."""
    parts = [min(MOST, n - start) for start in range(0, n, MOST)]
    marked = ["a" + "\u0300\u0316" * (part // 2) for part in parts]
    return bundle(people=[person(f"p{i}", name={"en": name}) for i, name in enumerate(marked)])


@shape
def other_names(n: int) -> bytes:
    """Many other names of one person."""
    names = [{"text": f"Name {i}", "kind": "alias"} for i in range(n)]
    return bundle(people=[person("p", **({"other_names": names} if n else {}))])


@shape
def untidy(n: int) -> bytes:
    """Names with blanks too many."""
    return bundle(people=[person(f"p{i}", name={"en": f" a  {i} "}) for i in range(n)])


@shape
def registered_twice(n: int) -> bytes:
    """One number in one register for every organisation."""
    number = [{"scheme": "ror", "value": "1"}]
    return bundle(organizations=[organization(f"o{i}", external_ids=number) for i in range(n)])


@shape
def numbers_of_two(n: int) -> bytes:
    """Two organisations that share very many numbers."""
    numbers = {"external_ids": [{"scheme": "ror", "value": str(i)} for i in range(n)]} if n else {}
    return bundle(organizations=[organization("o", **numbers), organization("q", **numbers)])


@shape
def linked(n: int) -> bytes:
    """One organisation with a long name that very many others name: a page tells it each time."""
    top = organization("top", name={"en": "A" * min(n, MOST)})
    return bundle(organizations=[top], documents=[source("d", *["top"] * n)] if n else [])


@shape
def linked_in_many_languages(n: int) -> bytes:
    """One agreement with titles in very many languages that very many documents are about."""
    title = {f"en-{i:05}": f"Name {i}" for i in range(n)} | {"en": "A"}
    return bundle(agreements=[agreement("a", title=title)], documents=[source(f"d{i}", "a") for i in range(n)])


@shape
def decimals(n: int) -> bytes:
    """Amounts with more decimals than their currency has."""
    given = [{"kind": "money", "amount": {"amount": "1.123", "currency": "EUR"}}] * n
    return bundle(agreements=[agreement("a", **({"contributions": given} if n else {}))])


@shape
def equivalents(n: int) -> bytes:
    """An amount in very many other currencies."""
    other = {"equivalents": [{"amount": "1", "currency": "USD"}] * n} if n else {}
    money = [{"kind": "money", "amount": {"amount": "1", "currency": "EUR", **other}}]
    return bundle(agreements=[agreement("a", contributions=money)])
