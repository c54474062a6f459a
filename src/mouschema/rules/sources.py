"""Rules about where values come from."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from mouschema._safe import first, shown
from mouschema.model import Agreement, Annotation, Ceremony, Document
from mouschema.model.codelists import Basis, LegalValue
from mouschema.model.index import Index
from mouschema.model.pointer import reached, steps
from mouschema.reports.catalogue import Say, say
from mouschema.reports.ruleset import Severity
from mouschema.rules._about import ceremonies, held_for, remembered, shared
from mouschema.rules._languages import Languages, beginnings, languages
from mouschema.rules._rule import Hit, rule

__all__ = ["annotated_value_exists", "authentic_text_is_listed", "authentic_text_is_there", "doubt_is_explained"]


_DOUBTFUL: Final = (Basis.INFERRED, Basis.COMPUTED, Basis.DISPUTED)


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
        doubted = annotation.basis in _DOUBTFUL
        if doubted and not (annotation.note or annotation.documents):
            yield Hit(annotation, ("basis",), say(pointer=shown(annotation.target), basis=annotation.basis))


@rule("LNG02", "unlisted-authentic-language", Severity.WARNING)
def authentic_text_is_listed(index: Index) -> Iterator[Hit]:
    """The language of an authentic text is among the languages of the agreement, where these are given.

    A text about a ceremony of several agreements may be that of any of them, and nothing is said of it.
    """
    for document in index.of(Document):
        language = document.language if document.legal_value is LegalValue.AUTHENTIC else None
        for agreement in _texted(index, document) if language else ():
            listed = _listed(index, agreement)
            if language and listed.tags and not listed.has(language):
                yield Hit(document, ("language",), partial(_unlisted, index, language, agreement))


@rule("LNG03", "missing-authentic-text", Severity.INFO)
def authentic_text_is_there(index: Index) -> Iterator[Hit]:
    """A language in which the agreement is authentic has no document of the text."""
    for agreement in index.of(Agreement):
        wanted = {each.language for each in agreement.languages if each.authentic}
        missing = _without_text(index, agreement, wanted) if wanted else wanted
        for position, each in enumerate(agreement.languages if missing else ()):
            if each.authentic and each.language in missing:
                yield Hit(agreement, ("languages", position, "language"), say(language=shown(each.language)))


def _texted(index: Index, document: Document) -> Iterable[Agreement]:
    """Return the agreements whose text a document may be, each once."""
    found: dict[int, Agreement] = {}
    for about in document.about:
        ceremony = index.get(about, Ceremony)
        held = held_for(index, ceremony) if ceremony else {about}
        agreement = index.get(next(iter(held)), Agreement) if len(held) == 1 else None
        if agreement:
            found[id(agreement)] = agreement
    return found.values()


@remembered
def _listed(_index: Index, agreement: Agreement) -> Languages:
    return languages(each.language for each in agreement.languages)


@remembered
def _named(_index: Index, agreement: Agreement) -> tuple[tuple[str, ...], int]:
    return first(dict.fromkeys(each.language for each in agreement.languages))


@remembered
def _texts(index: Index, id: str) -> Languages:
    """Return the languages of the authentic texts about an agreement or a ceremony."""
    about = index.documents_about.get(id, ())
    return languages(each.language for each in about if each.language and each.legal_value is LegalValue.AUTHENTIC)


def _without_text(index: Index, agreement: Agreement, wanted: set[str]) -> set[str]:
    """Return the languages in which no document holds the text; none where it cannot be told which texts are meant."""
    known = index.get(agreement.id, Agreement)
    if known and known is not agreement:
        return set()  # another has its id
    if wanted <= _texts(index, agreement.id).begun:
        return set()  # as nearly always where there are texts at all
    begun, exact, wider = languages(wanted).begun, set[str](), set[str]()
    for about in {agreement.id, *ceremonies(index, agreement.id)}:
        texts = _texts(index, about)
        narrower, others = shared(wanted, texts.begun), shared(begun, texts.tags)
        if narrower is None or others is None:
            return set()
        exact |= narrower
        wider |= others
    return {each for each in wanted - exact if wider.isdisjoint(beginnings(each))}


def _unlisted(index: Index, language: str, agreement: Agreement) -> Say:
    some, more = _named(index, agreement)
    return say(language=shown(language), agreement=shown(agreement.id), listed=some, more=more)
