"""The words, numbers and identifiers that fields hold, each with its pattern.

A scalar is written once, here: its JSON Schema (what every validator enforces), how to write it (shown
in hints and in the docs) and examples. `Annotated[str, scalar("Id")]` in the model points to it.

Patterns follow `docs/explanation/portable-patterns.md`: they mean the same in every regular
expression engine, and each is paired with a ban on control characters because Python's `$` would
let a final newline through.
"""

from decimal import Decimal
from typing import Annotated, Any, Final

import attrs
from msgspec import Meta

__all__ = [
    "SCALARS",
    "AgreementId",
    "CeremonyId",
    "Count",
    "CountryCode",
    "CurrencyCode",
    "DecimalNumber",
    "DocumentId",
    "EntityId",
    "FreeJson",
    "Id",
    "InitiativeId",
    "InstrumentId",
    "LanguageTag",
    "License",
    "Line",
    "MediaType",
    "OrganizationId",
    "PersonId",
    "Pointer",
    "Ref",
    "SchemaAddress",
    "SchemaVersion",
    "Sha256",
    "SpeakerId",
    "SubdivisionCode",
    "Theme",
    "Timestamp",
    "Url",
    "scalar",
]

MAX_INTEGER: Final = 2**53 - 1

_NOT_ON_A_LINE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
_NOT_IN_PROSE = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]"
_SOMETHING_VISIBLE = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"

_DAY = (
    r"[12][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)-02-29"
)
_REDUCED_DATE = rf"(?:[12][0-9]{{3}}(?:-(?:0[1-9]|1[0-2]))?|{_DAY})[?~%]?"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_URL_CHARACTER = r"[A-Za-z0-9._~:@!\x24'\(\)*,;=+&\-]|%[0-9A-Fa-f]{2}"


def _text(
    title: str, pattern: str, max_length: int, description: str, *examples: str, barred: str = _NOT_ON_A_LINE
) -> dict[str, Any]:
    return {
        "title": title,
        "description": description,
        "examples": list(examples),
        "type": "string",
        "minLength": 1,
        "maxLength": max_length,
        "pattern": pattern,
        "not": {"type": "string", "pattern": barred},
    }


SCALARS: Final[dict[str, dict[str, Any]]] = {
    "Id": _text(
        "Identifier",
        r"^[A-Za-z0-9][A-Za-z0-9._:-]*$",
        128,
        "A short name that you choose, once in the whole document: Latin letters, digits, `-`, `_`, `.` or `:`, "
        "beginning with a letter or digit.",
        "gov-la",
        "mou-2022",
    ),
    "SchemaVersion": _text(
        "Schema version",
        r"^1\.(?:0|[1-9][0-9]{0,2})$",
        5,
        "The version of this schema that the document was written for.",
        "1.0",
    ),
    "Line": _text(
        "Line of text",
        _SOMETHING_VISIBLE,
        1000,
        "Text on one line, not empty.",
        "Article 8",
    ),
    "Prose": _text(
        "Text",
        _SOMETHING_VISIBLE,
        100_000,
        "Text, not empty.",
        "Memorandum of Understanding",
        barred=_NOT_IN_PROSE,
    ),
    "LanguageTag": _text(
        "Language tag",
        r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})){0,4}$",
        35,
        "A BCP 47 language tag: two or three small letters, then script and region where needed; `und` when the language is not known.",
        "lo",
        "en",
        "zh-Hant",
    ),
    "Date": _text(
        "Date",
        rf"^(?:(?:{_REDUCED_DATE})(?:/(?:{_REDUCED_DATE}|\.\.))?|\.\./(?:{_REDUCED_DATE}))$",
        23,
        "A day, a month or a year as far as it is known: `2022-06-30`, `2022-06`, `2022`; "
        "with `?` when uncertain, `~` when approximate, `%` when both; "
        "`2012-01/2013-12` from one to the other, `..` for an open end.",
        "2022-06-30",
        "2022-06",
        "2022",
        "2012-01/2013-12",
        "2021-05-25/..",
    ),
    "Timestamp": _text(
        "Day or moment",
        rf"^(?:{_DAY})(?:T{_TIME})?$",
        32,
        "A day, or a moment with its time zone.",
        "2022-07-04",
        "2022-07-04T09:30:00Z",
    ),
    "Duration": _text(
        "Duration",
        r"^P(?:[0-9]{1,4}W|[0-9]{1,4}Y(?:[0-9]{1,4}M)?(?:[0-9]{1,5}D)?|[0-9]{1,4}M(?:[0-9]{1,5}D)?|[0-9]{1,5}D)$",
        17,
        "A length of time: `P3Y` three years, `P18M` eighteen months, `P2W` two weeks, `P120D` 120 days.",
        "P3Y",
        "P18M",
        "P120D",
        "P2W",
    ),
    "DecimalNumber": _text(
        "Decimal number",
        r"^(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,6})?$",
        25,
        "A number written as text, digits with at most one point, no thousands separators.",
        "378000",
        "22250.50",
    ),
    "CountryCode": {
        "title": "Country code",
        "description": "A country in two capital letters (ISO 3166-1 alpha-2).",
        "examples": ["LA", "CH"],
        "type": "string",
    },
    "SubdivisionCode": _text(
        "Subdivision code",
        r"^[A-Z]{2}-[A-Z0-9]{1,3}$",
        6,
        "A province or state (ISO 3166-2): the country's two letters, a hyphen, its own code.",
        "LA-VT",
        "LA-BK",
    ),
    "CurrencyCode": {
        "title": "Currency code",
        "description": "A currency in three capital letters (ISO 4217, past ones included).",
        "examples": ["USD", "LAK"],
        "type": "string",
    },
    "Theme": _text(
        "Theme",
        r"^[a-z][a-z0-9_]{0,40}(?:\.[a-z][a-z0-9_]{0,40}){0,4}$",
        200,
        "A subject in small letters, finer ones after a point; the list is open.",
        "trafficking.prevention",
        "migration",
    ),
    "Url": _text(
        "Web address",
        r"^https?://(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z][A-Za-z0-9\-]{0,61}[A-Za-z0-9]"
        rf"(?::[0-9]{{1,5}})?(?:/(?:(?:{_URL_CHARACTER})|/)*)?"
        rf"(?:\?(?:(?:{_URL_CHARACTER})|[\/?])*)?(?:#(?:(?:{_URL_CHARACTER})|[\/?])*)?$",
        2048,
        "A web address with `http://` or `https://`; letters outside ASCII percent-encoded.",
        "https://www.iom.int/countries/lao-peoples-democratic-republic",
    ),
    "SchemaAddress": _text(
        "Schema address",
        r"^[!-~]+$",
        2048,
        "The address of a JSON Schema, or the way to its file from this one. Nothing is ever fetched from it.",
        "https://mouschema.example/schema/1.0/bundle.schema.json",
        "./bundle.schema.json",
    ),
    "Sha256": _text(
        "SHA-256",
        r"^[0-9a-f]{64}$",
        64,
        "The SHA-256 of the file, as 64 hexadecimal digits in small letters.",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    "MediaType": _text(
        "Media type",
        r"^[a-z]{1,20}/[A-Za-z0-9][A-Za-z0-9.+_-]{0,100}$",
        127,
        "The kind of file (RFC 6838).",
        "application/pdf",
        "text/html",
    ),
    "License": _text(
        "Licence",
        r"^[A-Za-z0-9][A-Za-z0-9.+-]*$",
        100,
        "An SPDX licence identifier.",
        "CC-BY-4.0",
        "OGL-UK-3.0",
    ),
    "Pointer": _text(
        "JSON Pointer",
        r"^(?:/(?:[^~/]|~[01])*)+$",
        1000,
        "A place in this document (RFC 6901): the field names and list positions that lead to it, counted from 0.",
        "/ceremonies/0/date",
    ),
    "Count": {
        "title": "Count",
        "description": "A whole number, not negative.",
        "examples": [18],
        "type": "integer",
        "minimum": 0,
        "maximum": MAX_INTEGER,
    },
    "FreeJson": {
        "title": "JSON value",
        "description": "Any JSON value but null.",
        "examples": ["2022-06-29"],
        "type": ["string", "number", "boolean", "array", "object"],
    },
    "ExtensionKey": _text(
        "Extension name",
        r"^(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*){1,8}:[A-Za-z0-9][A-Za-z0-9._-]*"
        rf"|https?://[A-Za-z0-9](?:{_URL_CHARACTER}|[\/?#])*)$",
        256,
        "A name for data of your own: a domain of yours, a colon and the field, or a web address.",
        "partner.example:file_number",
    ),
}


def scalar(name: str) -> Meta:
    """Point an annotation to the entry of `SCALARS` called `name`."""
    return Meta(extra_json_schema={"$ref": f"#/$defs/{name}"})


@attrs.frozen
class Ref:
    """Marks an identifier as a reference to an entry of one of the bundle's lists.

    Attributes:
        example: An identifier as such an entry may have.
        lists: The lists that may hold the target; any when there is none.
    """

    example: str
    lists: tuple[str, ...] = ()


Id = Annotated[str, scalar("Id")]
SchemaVersion = Annotated[str, scalar("SchemaVersion")]
Line = Annotated[str, scalar("Line")]
LanguageTag = Annotated[str, scalar("LanguageTag")]
Timestamp = Annotated[str, scalar("Timestamp")]
CountryCode = Annotated[str, scalar("CountryCode")]
SubdivisionCode = Annotated[str, scalar("SubdivisionCode")]
CurrencyCode = Annotated[str, scalar("CurrencyCode")]
DecimalNumber = Annotated[Decimal, scalar("DecimalNumber")]
Theme = Annotated[str, scalar("Theme")]
Url = Annotated[str, scalar("Url")]
SchemaAddress = Annotated[str, scalar("SchemaAddress")]
Sha256 = Annotated[str, scalar("Sha256")]
MediaType = Annotated[str, scalar("MediaType")]
License = Annotated[str, scalar("License")]
Pointer = Annotated[str, scalar("Pointer")]
FreeJson = Annotated[Any, scalar("FreeJson")]
Count = Annotated[int, scalar("Count")]

OrganizationId = Annotated[Id, Ref("gov-la", ("organizations",))]
PersonId = Annotated[Id, Ref("shareen-tuladhar", ("people",))]
SpeakerId = Annotated[Id, Ref("shareen-tuladhar", ("people", "organizations"))]
AgreementId = Annotated[Id, Ref("mou-2022", ("agreements",))]
CeremonyId = Annotated[Id, Ref("signing-2022", ("ceremonies",))]
InstrumentId = Annotated[Id, Ref("asean-convention", ("instruments",))]
InitiativeId = Annotated[Id, Ref("capacity-project", ("initiatives",))]
DocumentId = Annotated[Id, Ref("press-report", ("documents",))]
EntityId = Annotated[Id, Ref("mou-2022")]
