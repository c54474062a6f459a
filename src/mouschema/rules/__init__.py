"""The rules that a schema cannot say, in files by subject.

A rule is a generator over an `Index` of the records. It yields a `Hit` wherever it is certainly broken.
"""

from itertools import chain, islice
from typing import Any

from mouschema.model._plain import plain
from mouschema.read import bounds
from mouschema.report import MOST_FINDINGS, Trouble
from mouschema.rules import dates, references, relations, signing, sources, version
from mouschema.rules._index import Index, paths
from mouschema.rules._rule import RULES, Hit, Rule, rule

__all__ = [
    "RULES",
    "Hit",
    "Index",
    "Rule",
    "dates",
    "judge_by_rules",
    "paths",
    "references",
    "relations",
    "rule",
    "signing",
    "sources",
    "version",
]


def judge_by_rules(root: Any) -> list[Trouble]:
    """Return everything that the rules have against the records of one document.

    Args:
        root: The record that the document is, usually a bundle.
    """
    index = Index(root)
    hits = [(code, hit) for code, rule in RULES.items() for hit in rule.check(index)]
    if not hits and not index.free_json:
        return []
    where = paths(root)
    unbounded = (bounds(plain(value), (*where[id(record)], field)) for record, field, value in index.free_json)
    return [
        *(Trouble(code, where[id(hit.record)] + hit.path, hit.message, hit.hint) for code, hit in hits),
        *islice(chain.from_iterable(unbounded), MOST_FINDINGS),
    ]
