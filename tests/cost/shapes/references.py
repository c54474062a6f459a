"""Shapes of what points to what: identifiers that lead nowhere, twice, to the wrong kind, in chains and in circles."""

from cost.shapes._shape import agreement, bundle, ceremony, organization, person, shape, source


def _about(ids: list[str], **more: object) -> bytes:
    return bundle(documents=[source("d", *ids)], **more)


@shape
def near(n: int) -> bytes:
    """References that lead nowhere, each near an identifier."""
    return _about([f"org-{i}x" for i in range(n)], organizations=[organization(f"org-{i}") for i in range(n)])


@shape
def near_of_a_kind(n: int) -> bytes:
    """Parents that are not there, each near an organisation."""
    return bundle(organizations=[organization(f"ministry-{i}", parent=f"ministry-{i}-") for i in range(n)])


@shape
def far(n: int) -> bytes:
    """References that lead nowhere and are near nothing."""
    return _about([f"zzz{i}" for i in range(n)], organizations=[organization(f"org-{i}") for i in range(n)])


@shape
def far_and_long(n: int) -> bytes:
    """Long references that lead nowhere, among long identifiers."""
    ids = [f"{i:04}" + "a" * 120 for i in range(n)]
    return _about([f"{id[4:]}{id[:4]}" for id in ids], organizations=[organization(id) for id in ids])


@shape
def permuted(n: int) -> bytes:
    """References that lead nowhere, of the same letters as every identifier."""
    ids = [f"{i:08}" for i in range(n)]
    return _about([f"9{id[::-1]}" for id in ids], organizations=[organization(f"1{id}") for id in ids])


@shape
def same_again(n: int) -> bytes:
    """One reference that leads nowhere, again and again, among many identifiers."""
    return _about(["nobody"] * n, people=[person(f"p{i}") for i in range(n // 4)])


@shape
def without_entries(n: int) -> bytes:
    """References that lead nowhere where there is nothing else."""
    return _about([f"x{i}" for i in range(n)])


@shape
def same_id(n: int) -> bytes:
    """One identifier for every entry."""
    return bundle(organizations=[organization("a")] * n)


@shape
def wrong_kind(n: int) -> bytes:
    """References to entries of another kind, each near one of the right kind."""
    people = [person(f"entry-{i}x") for i in range(n)]
    orgs = [organization(f"entry-{i}", parent=f"entry-{i}x") for i in range(n)]
    return bundle(people=people, organizations=orgs)


@shape
def unused(n: int) -> bytes:
    """Entries that nothing refers to."""
    return bundle(organizations=[organization(f"o{i}") for i in range(n)])


@shape
def chain(n: int) -> bytes:
    """A clean chain of parents."""
    return bundle(organizations=[organization(f"o{i}", parent=f"o{i + 1}") for i in range(n)] + [organization(f"o{n}")])


@shape
def chain_backwards(n: int) -> bytes:
    """A clean chain of parents, the other way round."""
    return bundle(organizations=[organization("o0")] + [organization(f"o{i + 1}", parent=f"o{i}") for i in range(n)])


@shape
def circle(n: int) -> bytes:
    """One circle of parents."""
    return bundle(organizations=[organization(f"o{i}", parent=f"o{(i + 1) % n}") for i in range(n)])


@shape
def circles(n: int) -> bytes:
    """Circles of two."""
    return bundle(organizations=[organization(f"o{i}", parent=f"o{i ^ 1}") for i in range(n + n % 2)])


@shape
def own_parents(n: int) -> bytes:
    """Organisations that are part of themselves."""
    return bundle(organizations=[organization(f"o{i}", parent=f"o{i}") for i in range(n)])


@shape
def star(n: int) -> bytes:
    """Many parts of one organisation."""
    return bundle(organizations=[organization("top"), *(organization(f"o{i}", parent="top") for i in range(n))])


@shape
def tree(n: int) -> bytes:
    """A tree of organisations, two parts in each."""
    orgs = [organization(f"o{i}", **({"parent": f"o{(i - 1) // 2}"} if i else {})) for i in range(n + 1)]
    return bundle(organizations=orgs)


@shape
def chain_and_circle(n: int) -> bytes:
    """A long chain of parents that leads into a circle."""
    parents = [organization(f"o{i}", parent=f"o{i + 1}") for i in range(n)]
    return bundle(organizations=[*parents, organization(f"o{n}", parent=f"o{n}")])


def _related(i: int, *targets: str, type: str = "replaces", **more: object) -> dict[str, object]:
    return agreement(f"a{i}", relations=[{"type": type, "target": target} for target in targets], **more)


@shape
def relations_in_a_chain(n: int) -> bytes:
    """Agreements that each replace the one before."""
    return bundle(agreements=[agreement("a0"), *(_related(i + 1, f"a{i}") for i in range(n))])


@shape
def relations_in_a_circle(n: int) -> bytes:
    """Agreements that each replace the next, and the last the first."""
    return bundle(agreements=[_related(i, f"a{(i + 1) % n}") for i in range(n)])


@shape
def relations_to_one(n: int) -> bytes:
    """Many agreements that amend one."""
    return bundle(agreements=[agreement("a"), *(_related(i, "a", type="amends") for i in range(n))])


@shape
def relations_of_one(n: int) -> bytes:
    """One agreement that amends many."""
    return bundle(agreements=[_related(0, *(f"a{i}" for i in range(1, n))), *(agreement(f"a{i}") for i in range(1, n))])


@shape
def relations_to_itself(n: int) -> bytes:
    """One agreement that is related to itself again and again."""
    return bundle(agreements=[_related(0, *["a0"] * n)])


@shape
def relations_all_to_all(n: int) -> bytes:
    """Agreements of which each is related to all."""
    some = int(n**0.5) + 1
    return bundle(agreements=[_related(i, *(f"a{j}" for j in range(some))) for i in range(some)])


@shape
def relations_downwards(n: int) -> bytes:
    """Agreements of which each is related to all before it."""
    some = int((2 * n) ** 0.5) + 1
    return bundle(agreements=[_related(i, *(f"a{j}" for j in range(i))) for i in range(some)])


@shape
def relations_again(n: int) -> bytes:
    """One agreement that renews one other, again and again, each signed on many days."""
    signed = [{"on_behalf_of": ["o"], "act": "signed", "date": "2020"}] * n
    later = [{"on_behalf_of": ["o"], "act": "signed", "date": "2021"}] * n
    return bundle(
        organizations=[organization("o")],
        agreements=[_related(0, *["a1"] * n, signatures=signed), agreement("a1", signatures=later)],
    )


@shape
def translations(n: int) -> bytes:
    """Documents that each translate the one before."""
    docs = [source("d0", "a"), *(source(f"d{i + 1}", "a", translated_from=f"d{i}") for i in range(n))]
    return bundle(agreements=[agreement("a")], documents=docs)


@shape
def documents_about_all(n: int) -> bytes:
    """Documents of which each is about everything."""
    some = int(n**0.5) + 1
    ids = [f"a{i}" for i in range(some)]
    docs = [source(f"d{i}", *ids) for i in range(some)]
    return bundle(agreements=[agreement(id) for id in ids], documents=docs)


@shape
def ceremonies_of_all(n: int) -> bytes:
    """Ceremonies of which each was held for every agreement."""
    some = int(n**0.5) + 1
    ids = [f"a{i}" for i in range(some)]
    return bundle(agreements=[agreement(id) for id in ids], ceremonies=[ceremony(f"c{i}", *ids) for i in range(some)])


@shape
def ceremonies_and_documents_of_all(n: int) -> bytes:
    """Every ceremony was for every agreement, and every document is about every ceremony."""
    some = int(n**0.5) + 1
    ids = [f"a{i}" for i in range(some)]
    rites = [ceremony(f"c{i}", *ids) for i in range(some)]
    docs = [source(f"d{i}", *(f"c{j}" for j in range(some)), published="2020") for i in range(some)]
    signed = [agreement(id, signatures=[{"on_behalf_of": ["o"], "act": "signed", "date": "2021"}]) for id in ids]
    return bundle(organizations=[organization("o")], agreements=signed, ceremonies=rites, documents=docs)
