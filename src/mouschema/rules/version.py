"""Rules about the version of the schema that a document names."""

from collections.abc import Iterator

from mouschema import schemas
from mouschema._safe import shown
from mouschema.model import Bundle
from mouschema.model.index import Index
from mouschema.reports.catalogue import say
from mouschema.reports.ruleset import Severity
from mouschema.rules._rule import Hit, rule

__all__ = ["version_is_known"]


@rule("VER02", "newer-version", Severity.WARNING)
def version_is_known(index: Index) -> Iterator[Hit]:
    """The document was not written for a newer minor version of the schema, whose new fields this version would refuse."""
    for bundle in index.of(Bundle):
        if _minor(bundle.schema_version) > _minor(schemas.VERSION):
            said = say(version=shown(bundle.schema_version), known=shown(schemas.VERSION))
            yield Hit(bundle, ("schema_version",), said)


def _minor(version: str) -> int:
    return int(version.partition(".")[2])
