"""The words of reports in English: what is wrong with the value as given, and what would be right."""

from collections.abc import Mapping
from typing import Final

from mouschema.reports.catalogue._shape import ANY, Catalogue, Join, Term

__all__ = ["EN"]

_UNKNOWN: Final = "Leave the field out when nothing is known."
_HONEST: Final = "Nothing has to be done if the source says so."
_BOTH: Final = "Nothing has to be done if the source says both."
_INNER: Final = "Store the inner part as text or as a file."
_RETYPE: Final = "Type the text again; the character is left over from a conversion."
_TYPE: Final = "expected {expected:type}, found {found:found}"
_FIELD: Final = '{title:a} needs the field "{field}"'
_NO_FIELD: Final = "{title:a} has no field {field}"
_NO_CODE: Final = "{value} is not {title:a}"
_NO_ID: Final = "nothing in this document has the id {id}"
_OTHER_LIST: Final = "{id} is in {list}, but this field refers to {lists:or}"
_ADD_ID: Final = "Add an entry with this id to {lists:or}."
_STRANGER: Final = "{organization} is neither a party nor a supporter of {agreement}"
_PRIVATE: Final = "Leave it out: records are about offices, not private people."
_PARTIES: Final = 'Add the other parties, or say "parties_complete": false.'
_ABSENT: Final = "Name the person who would have signed in in_place_of, or choose another capacity."
_NOWHERE: Final = "the pointer {pointer} leads to nothing"
_CONTROL: Final = "{text} holds a control character"
_UTF_8: Final = "Save the file with the encoding UTF-8."
_OURS: Final = "Please report it, with a description of the document. What was said of other documents holds."
_NEAR: Final = "Did you mean {near}?"
_PARTS: Final = "Send it in parts, or ask for a higher limit."

_WORDS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "JSN01": {"": ("the document is empty", "Send the file again; perhaps saving it failed.")},
    "JSN02": {
        "": (
            "this is not JSON",
            "Texts stand in straight double quotation marks, lists in [ ], objects in {{ }}; there are no comments.",
        ),
        "cut-off": (
            "the text ends before the document does",
            "The end is missing, or a bracket or quotation mark is not closed.",
        ),
        "comma-too-many": ("a comma with nothing after it", "Delete the comma."),
        "more-text": (
            "there is more text after the end of the document",
            "Delete what follows, or use JSON Lines (.jsonl) for several documents, one a line.",
        ),
        "field-name": (
            "a field name is expected here",
            'Field names stand in straight double quotation marks: "title".',
        ),
        "colon-missing": ("a colon is missing after the field name", 'Write "title": and then the value.'),
        "comma-missing": ("a comma or the closing bracket is missing", "Put a comma between two entries."),
        "line-break": (
            "a line break or tab stands inside a text",
            r"Write \n for a line break and \t for a tab.",
        ),
        "number": (
            "this is not a JSON number",
            "Write 0.5, not .5 or 0,5, with no zero in front; or put it in quotation marks.",
        ),
        "backslash": ("a backslash begins something that JSON does not know", r"Write \\ for a backslash."),
    },
    "JSN03": {
        "": ("the bytes are not UTF-8 but another encoding", _UTF_8),
        "utf-16": ("the bytes are not UTF-8 but UTF-16", _UTF_8),
        "stream": (
            "the file was opened as text, but is no such text; what comes from here on was not read",
            "Save the file with the encoding UTF-8; opened as bytes, it can be checked to its end.",
        ),
    },
    "JSN04": {"": ("the file begins with a byte order mark", "Save it as UTF-8 without BOM.")},
    "JSN05": {"": ("the field {field} stands twice in one object", "Keep one of the two.")},
    "JSN06": {
        "": ("the number is not finite", _UNKNOWN),
        "nan": ("JSON has no NaN and no Infinity", _UNKNOWN),
        "large": ("{number} is too large to be exact everywhere", "Write it as text."),
    },
    "JSN07": {
        "": ("more than {most} levels deep", _INNER),
        "unreadable": ("far too many levels", _INNER),
    },
    "JSN08": {
        "": ("the document has {size:,} bytes, {most:,} is the most", _PARTS),
        "value": ("the value is larger than {most:,} bytes of JSON", _PARTS),
    },
    "JSN09": {
        "": ("{text} holds a broken character", _RETYPE),
        "half": ("half of a character pair", _RETYPE),
    },
    "SCH01": {
        "": (_TYPE, "{how}"),
        "null": (_TYPE, _UNKNOWN),
        "language": (_TYPE, 'A text names its language: {{"en": {found}}}.'),
        "list": (_TYPE, "Put it into a list, in square brackets, even when there is only one."),
        "quote": (_TYPE, 'Write it in quotation marks: "{found}".'),
        "document": (_TYPE, "A document is one {kind}: fields and their values in curly brackets."),
        "documents": (
            _TYPE,
            "A document is one {kind} in curly brackets; several go into JSON Lines, one a line.",
        ),
        "key": ("the key {key} is not text", "Keys are text in JSON."),
        "itself": ("the value holds itself, without an end", "Give a value that ends."),
        "python": ("a Python {type} is not a JSON value", "Give text, numbers, lists and dicts; dates as text."),
    },
    "SCH02": {
        "": (_FIELD, "{about} For example {examples:list}."),
        "near": (_FIELD, "{about} For example {examples:list}. Perhaps it is written as {near}."),
    },
    "SCH03": {
        "": (_NO_FIELD, '{title:A} has: {fields:list}{more:more}. Data of your own goes into "extensions".'),
        "elsewhere": (_NO_FIELD, "{field} belongs to {homes:a:or}."),
        "near": (_NO_FIELD, 'Did you mean "{near}"?'),
    },
    "SCH04": {
        "": (_NO_CODE, "Known codes: {codes:list}{more:more}."),
        "code": (_NO_CODE, 'Did you mean "{code}" ({meaning})?'),
    },
    "SCH05": {
        "": (_NO_CODE, "{how}"),
        "code": (_NO_CODE, 'Did you mean "{code}" ({meaning})? {how}'),
        "date": (_NO_CODE, "Did you mean {dates:or}? {how}"),
    },
    "SCH06": {
        "": (_CONTROL, "Delete the invisible character, or type the text again."),
        "line-break": (
            _CONTROL,
            "Delete the invisible character, or type the text again; line breaks are not possible in this field.",
        ),
    },
    "SCH07": {"": ("{text} has {length:,} characters, {most:,} is the most here", "{how}")},
    "SCH08": {"": ("the text is empty", _UNKNOWN)},
    "SCH09": {"": ("{found:found} with no entry stands where at least one is needed", "{how}")},
    "SCH10": {"": ("{number} is not between {low} and {high}", "{how}")},
    "SCH11": {"": ("{title:a} needs {fields:either} and has none of them", "Give at least one of them.")},
    "SCH12": {
        "": ("{key} is not {title:a}", "{how}"),
        "code": ("{key} is not {title:a}", 'Did you mean "{code}" ({meaning})?'),
        "control": ("{key} holds a control character", "Type the key again."),
    },
    "VER01": {
        "": (
            "version {version} of the schema is not known here",
            'This mouschema reads "{known}"; a newer mouschema may read this document.',
        ),
    },
    "RUN01": {
        "": (
            "the input cannot be read: {why}",
            "Look whether the name is right and the file is whole, and send it again.",
        ),
        "damaged": (
            "the compressed data is damaged or cut off; what comes from here on was not read",
            "Send the file again, or send it without compression.",
        ),
        "expands": (
            "the compressed lines expand to more than {times} times the size of the file; the rest was not read",
            "Expand the file first, and check what comes out, if you know where it comes from.",
        ),
        "link": (
            "this link leads out of the folder, so it was not followed",
            "Put the file itself into the folder; if you trust whoever made the link, follow it with --follow-links.",
        ),
    },
    "RUN02": {
        "": ("mouschema failed on this document: {why}", _OURS),
        "rule": ("the rule {rule} failed on this document: {why}", _OURS),
        "died": ("mouschema failed on this document: its process died", _OURS),
        "memory": (
            "there is not enough memory to check this document",
            "Check it alone, or on a computer with more memory, or send it in parts.",
        ),
    },
    "AGR01": {
        "superseded": (
            "nothing replaces {agreement}, which is superseded",
            "Add the newer agreement, with a relation replaces.",
        ),
        "ended": (
            "{agreement} is {status}, but no end is recorded",
            "Add the end of the term, or the event to the lifecycle; the date may be missing there.",
        ),
    },
    "AGR02": {
        "": ("{agreement} is in force, but ended {end}, before {day}", "Record the renewal, or change the status."),
    },
    "AGR03": {
        "": (
            "{agreement} has no date",
            "Add the date of the ceremony or signature, as far as it is known: a month or a year is enough.",
        ),
    },
    "AGR04": {
        "": (
            "{agreement} has no signature",
            "Add a signature for each side, without a person if the name is not known.",
        ),
    },
    "ATT01": {"": ("the count is {count}, but {people} of them are named", "Write {people} or more.")},
    "CER01": {
        "": (
            "the ceremony {ceremony} does not list the agreement {agreement}",
            "Add {agreement} to the ceremony's agreements, or name another ceremony.",
        ),
    },
    "DAT01": {
        "interval": ("the interval {interval} ends before it starts", "Perhaps {swapped}?"),
        "fields": (
            "{last} {end} is before {first} {start}",
            "One of the two is wrong, or they stand in the wrong fields.",
        ),
    },
    "DAT02": {
        "done": (
            "{agreement} is recorded as {status}, but has a signature that was done",
            'Change the status of the agreement, or that of the signature to "planned".',
        ),
        "planned": (
            "the signature is planned, but the ceremony {ceremony} was held",
            'Change the status of the signature to "done", or that of the ceremony to "planned".',
        ),
    },
    "DAT03": {
        "": (
            "published {published}, before {agreement} was signed {signed}",
            "Correct one of the dates, or record the agreement as announced.",
        ),
    },
    "DAT04": {"": ("{agreement} ends {end}, before it was signed {signed}", "Correct one of the two dates.")},
    "DAT05": {"": ("the source prints {printed}, but {date} was a {weekday:weekday}", "Near it: {near:or}.")},
    "DAT06": {
        "": (
            "{date} is after {day}, the day of this record",
            "Correct the date or as_of, or record the act as planned.",
        ),
    },
    "DAT07": {"": ("{agreement} takes effect {effective}, before it was signed {signed}", _HONEST)},
    "DAT08": {
        "": (
            "{duration} from {start} ends {computed}, but the stated end is {end}",
            _BOTH,
        ),
        "never": ("{duration} from {start} ends after the year 9999, but the stated end is {end}", _BOTH),
    },
    "DUP01": {"": ("{name} is the name of {first} too", "If they are one, keep {first} and refer to it everywhere.")},
    "ID01": {
        "": (
            "{number} in {register} is the number of {first} already",
            "Correct one of them, or merge the entries.",
        ),
    },
    "ID02": {
        "spaces": ("{name} holds spaces too many", "Write {tidy}."),
        "invisible": ("{name} holds an invisible character", "Type the name again."),
    },
    "LNG01": {
        "": (
            "{text} is tagged {language}, but holds no letter of its script",
            "Use the tag of its own language, or name the script, such as {example}.",
        ),
    },
    "LNG02": {
        "": ("{language} is not among the languages of {agreement}", "The agreement lists {listed:list}{more:more}."),
    },
    "LNG03": {
        "": (
            "no document holds the authentic text in {language}",
            "Nothing has to be done if the text is not at hand.",
        ),
    },
    "MON01": {
        "": (
            "{amount} has {decimals} decimals, {currency} has {known}",
            "Perhaps a point stands where thousands were separated.",
        ),
    },
    "NAM01": {"": ("{name} begins with {title}", "Put it into honorifics or ranks.")},
    "ORG01": {
        "": (
            "{organization} is part of {parent}, which is in turn part of it",
            "Leave out the parent of the organization at the top.",
        ),
    },
    "PRV01": {
        "email": (
            "the text seems to hold an e-mail address",
            _PRIVATE,
        ),
        "telephone": (
            "the text seems to hold a telephone number",
            _PRIVATE,
        ),
        "identity": (
            "the text seems to hold an identity number",
            _PRIVATE,
        ),
    },
    "PTY01": {
        "none": (
            "{agreement} is {status}, but has no party",
            _PARTIES,
        ),
        "one": (
            "{agreement} is {status}, but has one party",
            _PARTIES,
        ),
    },
    "PTY02": {"": ("{organization} is listed twice in {field} of {agreement}", "Put both roles into one entry.")},
    "REF01": {
        "": (_NO_ID, _ADD_ID),
        "anywhere": (_NO_ID, "Add an entry with this id to one of the lists."),
        "near": (_NO_ID, _NEAR),
    },
    "REF02": {
        "": (
            "the id {id} is taken by an entry in {list}",
            "Choose another id here, and use it in what refers to this entry.",
        ),
    },
    "REF03": {"": (_OTHER_LIST, _ADD_ID), "near": (_OTHER_LIST, _NEAR)},
    "REF04": {"": ("nothing refers to {id}", "Refer to it where it belongs, or leave it out.")},
    "REL01": {
        "": (
            "{agreement} {relation} {target}, which leads back to it",
            "A relation stands on the newer agreement only.",
        ),
        "itself": ("{agreement} is related to itself", "Name the older agreement."),
    },
    "REL02": {
        "": (
            "{agreement} {relation} {target}, which was signed later, {signed}",
            "Perhaps the relation belongs to {target}.",
        ),
    },
    "REL03": {
        "": (
            "{agreement} is an amendment of nothing",
            "Add a relation amends or extends; a stub of the older agreement is enough.",
        ),
    },
    "ROL01": {"": ("{person} signed and is recorded as a witness", _HONEST)},
    "ROL02": {"": ("{organization} is a party to {agreement} and pays", _HONEST)},
    "SIG01": {
        "": (_STRANGER, "Add it to parties or supporters, or choose one of: {known:list}{more:more}."),
        "alone": (_STRANGER, "Add it to parties or supporters."),
    },
    "SIG02": {
        "nobody": (
            "the signature is a proxy's, but names nobody",
            _ABSENT,
        ),
        "oneself": (
            "the signature is a proxy's, but in the signer's own place",
            _ABSENT,
        ),
    },
    "SIG03": {"": ("{person} signs for {organizations:list}{more:more}", _HONEST)},
    "SIG04": {
        "": (
            "nobody signed {agreement} for {organization}",
            "Add a signature without a person if the name is not known.",
        ),
    },
    "SRC01": {
        "": (_NOWHERE, "It is right up to {right}; there is no {missing} in it."),
        "position": (
            _NOWHERE,
            "It is right up to {right}; list positions count from 0.",
        ),
    },
    "SRC02": {
        "": (
            "{pointer} is marked as {basis} without a word why",
            "Add a note or the documents from which it follows.",
        ),
    },
    "STM01": {
        "": (
            "{speaker} speaks, but is not recorded as present, signing or a party",
            "Add the speaker to the attendance if they were there.",
        ),
    },
    "UNI01": {"": ("{text} is not in Unicode normal form C", "Save the text in normal form C (NFC).")},
    "VER02": {
        "": (
            "version {version} is newer than {known}, which is known here",
            "What is said here holds; a newer mouschema may know more.",
        ),
    },
    ANY: {
        "needed": ("the {noun} has no {field}", "This programme needs it: add {field}."),
    },
}


def _with_article(title: str) -> str:
    """Return the title of a class or scalar as it stands in a sentence: `an agreement`, `a JSON Pointer`."""
    plain = title if title.startswith(("JSON", "SHA")) else title[0].lower() + title[1:]
    return f"{'an' if plain[0].lower() in 'aeio' else 'a'} {plain}"


def _at_the_start(title: str) -> str:
    """Return the same where a sentence begins: `An agreement`."""
    return _with_article(title).capitalize()


_TERMS: Final[Mapping[str, Term]] = {
    "a": _with_article,
    "A": _at_the_start,
    "list": Join(", ", ", "),
    "or": Join(" or ", " or "),
    "either": Join(", ", " or "),
    "more": {"0": "", "*": " and {} more"},
    "type": {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "array": "a list",
        "object": "an object",
        "any": "a value",
    },
    "found": {"array": "a list", "object": "an object"},
    "weekday": {
        "monday": "Monday",
        "tuesday": "Tuesday",
        "wednesday": "Wednesday",
        "thursday": "Thursday",
        "friday": "Friday",
        "saturday": "Saturday",
        "sunday": "Sunday",
    },
}

EN: Final = Catalogue(language="en", words=_WORDS, terms=_TERMS)
"""The words in which every report is made."""
