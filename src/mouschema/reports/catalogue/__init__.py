"""The text of reports, in one place: by code and variant, a message and a hint with named values.

Whatever finds something says only which variant of its code it is and which values it saw: `say("near", id="…")`.
The words come last, from a catalogue. So a report can be told again in another language, and nothing but the words
changes.

A template names its values in braces. After a colon may stand how to word one: `{found:type}` looks the value up in
the term `type` of the same language, `{homes:a:or}` gives each entry its article and joins them with "or". What
is no term is a format of Python's, such as `{size:,}`.
"""

from collections.abc import Mapping
from typing import cast

import attrs

from mouschema.reports.catalogue._shape import ANY, NOTHING, Catalogue, Join, Plain, Say, Term, Value, say
from mouschema.reports.catalogue.en import EN

__all__ = ["ANY", "EN", "Catalogue", "Join", "Plain", "Say", "Term", "Value", "say", "words"]


def words(code: str, variant: str, values: Mapping[str, Value], catalogue: Catalogue = EN) -> tuple[str, str]:
    """Return message and hint.

    Args:
        code: The code of the finding.
        variant: The variant of the finding.
        values: The values of the finding.
        catalogue: The words to use; English where they leave this out.

    Raises:
        LookupError: There is no such variant under that code, not even in English.
    """
    for language in (catalogue, EN):
        for key in (code, ANY):
            if found := language.words.get(key, NOTHING).get(variant):
                spoken = {name: _Spoken(value, language.terms) for name, value in values.items()}
                message, hint = (template.format(**spoken) for template in found)
                return message, hint
    raise LookupError(f"nothing can be said of {code} under the variant {variant!r}")


@attrs.frozen
class _Spoken:
    """A value that words itself the way a template asks for."""

    value: Value
    terms: Mapping[str, Term]

    def __format__(self, how: str) -> str:
        value = self.value
        for step in how.split(":") if how else ():
            term = self.terms.get(step) or EN.terms.get(step)
            value = format(value, step) if term is None else _worded(value, term)
        return str(value)


def _worded(value: Value, term: Term) -> Value:
    if isinstance(term, Join):
        *others, last = cast("tuple[str, ...]", value)
        return term.last.join([term.between.join(others), last] if others else [last])
    if isinstance(value, tuple):
        return tuple(str(_worded(each, term)) for each in value)
    if callable(term):
        return term(str(value))
    return term.get(str(value), term.get("*", "{}")).format(value)
