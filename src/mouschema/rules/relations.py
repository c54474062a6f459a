"""Rules about what is part of what, and what follows what."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from mouschema._safe import shown
from mouschema.model import Agreement, Organization
from mouschema.model.codelists import RelationType
from mouschema.model.index import Index
from mouschema.reports.catalogue import say
from mouschema.reports.ruleset import Severity
from mouschema.rules._rule import Hit, rule

__all__ = ["parents_end", "relations_end"]

_ORDERED: Final = (
    RelationType.AMENDS,
    RelationType.EXTENDS,
    RelationType.RENEWS,
    RelationType.REPLACES,
    RelationType.IMPLEMENTS,
    RelationType.PART_OF,
)


@rule("ORG01", "circular-parents", Severity.ERROR)
def parents_end(index: Index) -> Iterator[Hit]:
    """No organization is part of itself, be it through others."""
    parents = {each.id: (each.parent,) for each in index.of(Organization) if each.parent}
    circular = _circular(parents) if parents else set[str]()
    for each in index.of(Organization):
        if each.parent and each.id in circular:
            yield Hit(each, ("parent",), say(organization=shown(each.id), parent=shown(each.parent)))


@rule("REL01", "circular-relations", Severity.ERROR)
def relations_end(index: Index) -> Iterator[Hit]:
    """No agreement is related to itself, and no chain of changes leads back to where it began.

    Such a chain is made of the relations amends, extends, renews, replaces, implements and part_of.
    """
    targets = {
        each.id: [relation.target for relation in each.relations if relation.type in _ORDERED]
        for each in index.of(Agreement)
        if each.relations
    }
    circular = _circular(targets) if targets else set[str]()
    for each in index.of(Agreement):
        for position, relation in enumerate(each.relations):
            place = ("relations", position, "target")
            if relation.target == each.id:
                yield Hit(each, place, say("itself", agreement=shown(each.id)))
            elif relation.type in _ORDERED and {each.id, relation.target} <= circular:
                said = say(agreement=shown(each.id), relation=relation.type, target=shown(relation.target))
                yield Hit(each, place, said)


def _circular(targets: Mapping[str, Iterable[str]]) -> set[str]:
    """Return every node from which a walk along `targets` comes back to it.

    Nodes that lead nowhere are taken away until none is left that does, and then nodes that nothing
    leads to: what remains lies on circles or between them.
    """
    inner = targets.keys() & set(chain.from_iterable(targets.values()))
    forward = {node: ends for node in inner if (ends := inner.intersection(targets[node]))}
    if not forward:
        return set()  # nearly always
    backward: dict[str, set[str]] = {}
    for node, ends in forward.items():
        for end in ends:
            backward.setdefault(end, set()).add(node)
    left = _peel(forward, backward, set(forward) | set(backward))
    return _peel(backward, forward, left)


def _peel(ahead: Mapping[str, set[str]], behind: Mapping[str, set[str]], nodes: set[str]) -> set[str]:
    left = set(nodes)
    degree = {node: len(ahead.get(node, set()) & left) for node in left}
    waiting = [node for node, ends in degree.items() if not ends]
    while waiting:
        gone = waiting.pop()
        left.discard(gone)
        for node in behind.get(gone, set()) & left:
            degree[node] -= 1
            if not degree[node]:
                waiting.append(node)
    return left
