"""What several rules ask of an agreement, a ceremony or an identifier is looked up once a document."""

from collections.abc import Callable
from typing import Any

import pytest

from mouschema import Bundle, check
from mouschema.rules import Index, _about, sources
from mouschema.rules._span import Span
from near import mou, record, signature, source

ROOT = check(record(
    mou(languages=[{"language": "lo", "authentic": True}], relations=[{"type": "related", "target": "mou"}]),
    signature(date="2022-06-30"), source(published="2022-07", language="lo", legal_value="authentic"),
)).record  # fmt: skip
assert isinstance(ROOT, Bundle)
(MOU,), (SIGNING,) = ROOT.agreements, ROOT.ceremonies
LOOKS: list[tuple[Callable[[Index, Any], Any], Any]] = [
    (_about.signings, MOU), (_about._held, "mou"), (_about.ceremonies, "mou"), (_about.held_for, SIGNING), (_about.related, "mou"),
    (_about.publications, "mou"), (_about._published, "mou"), (sources._listed, MOU), (sources._named, MOU), (sources._texts, "mou"),
]  # fmt: skip


@pytest.mark.parametrize(("look", "about"), LOOKS, ids=[look.__name__ for look, _ in LOOKS])
def test_looked_up_once_a_document(look: Callable[[Index, Any], Any], about: object) -> None:
    """Who asks again is given the same thing, not an equal one; in another document it is looked up anew."""
    index = Index(ROOT)
    found = look(index, about)
    assert found
    assert look(index, about) is found
    assert look(Index(ROOT), about) == found
    # The time of one day alone is the same object in all documents.
    assert isinstance(found, Span) or look(Index(ROOT), about) is not found
