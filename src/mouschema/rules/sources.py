"""Rules about where values come from."""

from collections.abc import Iterator

from mouschema._safe import shown
from mouschema.catalogue import say
from mouschema.model import Agreement, Annotation
from mouschema.model.codelists import Basis, LegalValue
from mouschema.rules._about import sources
from mouschema.rules._follow import reached, steps
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule
from mouschema.ruleset import Severity

__all__ = ["annotated_value_exists", "authentic_text_is_listed", "authentic_text_is_there", "doubt_is_explained"]


@rule("SRC01", "annotation-of-nothing", Severity.ERROR)
def annotated_value_exists(index: Index) -> Iterator[Hit]:
    """An annotation points to a value that is there."""
    for annotation in index.of(Annotation):
        way = steps(annotation.target)
        taken = reached(index.root, way)
        if taken < len(way):
            pointer, right, missing = shown(annotation.target), shown("/" + "/".join(way[:taken])), way[taken]
            variant = "position" if missing.isdigit() else ""
            said = say(variant, pointer=pointer, right=right, missing=shown(missing))
            yield Hit(annotation, ("target",), said)


@rule("SRC02", "unexplained-doubt", Severity.WARNING)
def doubt_is_explained(index: Index) -> Iterator[Hit]:
    """An annotation that a value is inferred, computed or disputed says how, or names a document."""
    for annotation in index.of(Annotation):
        doubted = annotation.basis in (Basis.INFERRED, Basis.COMPUTED, Basis.DISPUTED)
        if doubted and not (annotation.note or annotation.documents):
            yield Hit(annotation, ("basis",), say(pointer=shown(annotation.target), basis=annotation.basis))


@rule("LNG02", "unlisted-authentic-language", Severity.WARNING)
def authentic_text_is_listed(index: Index) -> Iterator[Hit]:
    """The language of an authentic text is among the languages of the agreement, where these are given."""
    for agreement in index.of(Agreement):
        listed = [each.language for each in agreement.languages]
        for document in sources(index, agreement) if listed else ():
            if (
                document.legal_value is LegalValue.AUTHENTIC
                and document.language
                and not _among(document.language, listed)
            ):
                language, one = shown(document.language), shown(agreement.id)
                yield Hit(document, ("language",), say(language=language, agreement=one, listed=tuple(listed)))


@rule("LNG03", "missing-authentic-text", Severity.INFO)
def authentic_text_is_there(index: Index) -> Iterator[Hit]:
    """A language in which the agreement is authentic has no document of the text."""
    for agreement in index.of(Agreement):
        found = [
            each.language
            for each in sources(index, agreement)
            if each.legal_value is LegalValue.AUTHENTIC and each.language
        ]
        for position, each in enumerate(agreement.languages):
            if each.authentic and not _among(each.language, found):
                said = say(language=shown(each.language))
                yield Hit(agreement, ("languages", position, "language"), said)


def _among(language: str, others: list[str]) -> bool:
    """Tell whether a language is listed, as such or with a region or script more or less."""
    return any(
        language == other or f"{other}-".startswith(f"{language}-") or f"{language}-".startswith(f"{other}-")
        for other in others
    )
