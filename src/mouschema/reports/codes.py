"""The codes of what can be wrong before a document becomes records, and what any code means.

`JSN..` is about bytes that are not one JSON document, `SCH..` about the exported schema, by keyword;
`RUN..` is about the check itself, not about the document.
The codes of the rules stand with the rules.
"""

from typing import Final

import attrs

from mouschema.reports.catalogue import EN, Catalogue
from mouschema.reports.ruleset import Code, Ruleset, Severity

__all__ = ["BY_KEYWORD", "FAULT", "STRUCTURAL", "UNREADABLE", "code_of"]

_TABLE: Final = """
JSN01 empty-document: The file or text holds nothing. Perhaps the wrong file was sent, or saving it failed.
JSN02 not-json: The text is not JSON from the place shown on. Often a comma, a quotation mark or a bracket is missing \
or one too many, or the file is in another format, such as a spreadsheet.
JSN03 not-utf-8: The bytes are not text in UTF-8. Save the file again with the encoding UTF-8.
JSN04 byte-order-mark: The file begins with a byte order mark, which JSON does not allow. Save it as "UTF-8", \
not as "UTF-8 with BOM".
JSN05 duplicate-key: One object has the same field twice, so that one of the two values would be lost.
JSN06 number-out-of-range: A number is not finite (NaN, Infinity, 1e400) or a whole number beyond 9007199254740991, \
which many programs cannot hold exactly. Write it as text.
JSN07 too-deep: Lists and objects stand inside each other more than 64 levels deep.
JSN08 too-large: The document is larger than the limit set for this check.
JSN09 broken-character: A text holds a null character or half of a character pair, which is no character of any \
language. It is left over from a faulty conversion.
SCH01 wrong-type: The field holds another kind of value than it should: text, a number, a list or an object.
SCH02 missing-field: A field that every such object needs is not there.
SCH03 unknown-field: The object has a field that the schema does not know, so that nobody would read it. \
It may be misspelt or belong to another level. Data of your own goes into "extensions".
SCH04 not-in-codelist: The value is not one of the codes that this field may hold.
SCH05 wrong-form: The text is not written the way this field needs, such as a date or an identifier.
SCH06 barred-character: The text holds a control character, such as a line break in a title or an invisible byte \
order mark.
SCH07 too-long: The text is longer than this field may be.
SCH08 empty-text: The text is empty. A field about which nothing is known is left out.
SCH09 too-few: A list or object needs at least one entry.
SCH10 out-of-range: The number is smaller or larger than this field may be.
SCH11 one-of-several: The object needs at least one of several fields and has none of them.
SCH12 wrong-key: A key is not of the form that this object takes: language tags in a text, \
names with a domain in "extensions".
VER01 unsupported-version: The document was written for a newer or unknown major version of the schema, which this \
version of mouschema cannot read.
RUN01 unreadable-input: The file, the folder or the compressed data could not be read, so that nothing can be said of \
its content.
RUN02 fault-of-mouschema: mouschema itself, or a rule of a profile, failed on this document. What else was found is \
told; please report the failure.
"""


def _read(table: str) -> dict[str, Code]:
    codes: dict[str, Code] = {}
    for line in table.strip().splitlines():
        head, explanation = line.split(": ", 1)
        code, name = head.split()
        codes[code] = Code(code, name, Severity.ERROR, explanation)
    return codes


STRUCTURAL: Final = _read(_TABLE)

UNREADABLE: Final = "RUN01"
FAULT: Final = "RUN02"

BY_KEYWORD: Final = {
    "type": "SCH01",
    "required": "SCH02",
    "additionalProperties": "SCH03",
    "enum": "SCH04",
    "pattern": "SCH05",
    "not": "SCH06",
    "maxLength": "SCH07",
    "minLength": "SCH08",
    "minItems": "SCH09",
    "minProperties": "SCH09",
    "minimum": "SCH10",
    "maximum": "SCH10",
    "anyOf": "SCH11",
}


def code_of(code: str, ruleset: Ruleset, catalogue: Catalogue = EN) -> Code:
    """Return what the code of a finding means.

    Args:
        code: The code.
        ruleset: The rules that were held, as a report names them.
        catalogue: The words of its explanation; those that it was written in where they have none.

    Raises:
        KeyError: There is no such code.
    """
    found = STRUCTURAL.get(code) or ruleset.codes[code]
    explanation = catalogue.explanations.get(code)
    return attrs.evolve(found, explanation=explanation) if explanation else found
