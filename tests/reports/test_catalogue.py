"""The catalogue: all text of reports is in it, every entry is used, and another language changes nothing but words."""

import itertools
import pickle
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import attrs
import pytest

from conftest import BAD, EXAMPLES, name
from expected import LIMITS
from mouschema import Bundle, check, schemas
from mouschema.checking.batch import check_files
from mouschema.judging import judge
from mouschema.reading.read import MOST_BYTES
from mouschema.reports import report
from mouschema.reports.catalogue import ANY, EN, Catalogue, Join, Value, words
from mouschema.reports.codes import STRUCTURAL, code_of
from mouschema.reports.report import Finding
from mouschema.rules import RULES, STANDARD, Hit, Index, needs, rule
from near import RECORD, mou, organization, record, signature, source

ENTRIES = [(code, variant) for code, variants in EN.words.items() for variant in variants]

# What no example file says.
CIRCLE: dict[str, Any] = {"schema_version": "1.0"}
CIRCLE["extensions"] = CIRCLE

SMALL: dict[tuple[str, str], Any] = {
    ("JSN02", "backslash"): r'{"schema_version": "1.\0"}',
    ("JSN02", "colon-missing"): '{"schema_version" "1.0"}',
    ("JSN02", "field-name"): '{schema_version: "1.0"}',
    ("JSN02", "number"): '{"schema_version": 01}',
    ("SCH01", ""): {"schema_version": True},
    ("SCH01", "document"): "5",
    ("SCH01", "key"): {1: 2},
    ("SCH01", "itself"): CIRCLE,
    ("SCH01", "python"): {"as_of": len},
    ("JSN08", "value"): {"title": {"en": "x" * (MOST_BYTES + 1)}},
    ("SCH02", "near"): {"schema version": "1.0"},
    ("SCH03", ""): {"schema_version": "1.0", "qwxz": 1},
    ("SCH04", ""): record(mou(kind="qwxz")),
    ("SCH05", "code"): record(source(language="Lao")),
    ("SCH12", "control"): {"schema_version": "1.0", "title": {"lo\n": "ບົດບັນທຶກ"}},
    ("DAT08", "never"): record(mou(term={"effective": "2022", "duration": "P9999Y", "end": "2025"})),
    ("PTY01", "none"): record(mou(parties=[])),
    ("REF01", "anywhere"): record(source(about=["nowhere-near"])),
    ("REF03", "near"): record(signature(person="heads"), organization("heads", "Heads of offices")),
    ("SIG01", "alone"): record(mou(parties=[])),
    (ANY, "needed"): RECORD,
}
# What is said of files, folders and streams, and when mouschema itself fails; `test_batch.py`, `test_inputs.py` and
# `test_profile.py` have them.
OUTSIDE = {
    ("JSN03", "stream"),
    *(("RUN01", variant) for variant in ("", "expands", "link")),
    *(("RUN02", variant) for variant in ("", "died", "memory", "rule")),
}

PROGRAMME = needs("IOM-001", Bundle, "license")


@rule("IOM-002", "no-note", "info")
def has_a_note(index: Index) -> Iterator[Hit]:
    """Every bundle has a note."""
    for bundle in index.of(Bundle):
        yield Hit(bundle, (), "there is no {note}")


@cache
def findings(path: Path) -> tuple[Finding, ...]:
    """Return what an example file gives."""
    (found,) = check_files([path], most_bytes=LIMITS.get(path.parent.name, MOST_BYTES))
    return found.findings


def shouted(template: str) -> str:
    """Return a template in a language that shouts: another text around the same values."""
    parts = Formatter().parse(template)
    text = "".join(
        before.upper().replace("{", "{{").replace("}", "}}")
        + ("" if value is None else f"{{{value}{':' if how else ''}{how}}}")
        for before, value, how, _ in parts
    )
    return f"¡{text}!"


LOUD = Catalogue(
    language="x-loud",
    words={
        code: {variant: (shouted(message), shouted(hint)) for variant, (message, hint) in variants.items()}
        for code, variants in EN.words.items()
    },
    explanations=dict.fromkeys((*STRUCTURAL, *RULES), "WHAT IT MEANS"),
)


@pytest.fixture
def loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reports in the other language, each message before the last one in any alphabet."""
    down = itertools.count(999_999, -1)

    def told(code: str, variant: str, values: Mapping[str, Value]) -> tuple[str, str]:
        message, hint = words(code, variant, values, LOUD)
        return f"{next(down)} {message}", hint

    for path in (*BAD, EXAMPLES / "submission.json"):
        findings(path)
    monkeypatch.setattr(report, "words", told)


@pytest.mark.usefixtures("loudly")
@pytest.mark.parametrize("path", [*BAD, EXAMPLES / "submission.json"], ids=name)
def test_another_language_changes_the_words_only(path: Path) -> None:
    """A whole check in other words: every message and hint differs, and nothing else does, order included."""
    loud = findings.__wrapped__(path)
    for one, other in zip(findings(path), loud, strict=True):
        assert one.message != other.message.partition(" ")[2]
        assert one.hint != other.hint
        assert attrs.evolve(one, message="", hint="") == attrs.evolve(other, message="", hint="")


@pytest.mark.usefixtures("loudly")
@pytest.mark.parametrize("engine", judge.ENGINES)
def test_findings_at_one_place_come_as_they_were_found(engine: str) -> None:
    """Missing fields stand in the order of the model, in every language and with every engine."""
    found = check({"schema_version": "1.0", "agreements": [{}]}, engine=engine).findings
    assert [(each.values or {})["field"] for each in found] == ["id", "kind", "title", "status"]


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_finding_can_be_told_again(path: Path) -> None:
    """Code, variant and values are all that its words are made of, after a journey between processes too."""
    for finding in findings(path):
        again = pickle.loads(pickle.dumps(finding))
        assert again == finding
        assert hash(again) == hash(finding)
        assert again.variant is not None
        assert again.values is not None
        assert words(again.code, again.variant, again.values) == (finding.message, finding.hint)


def test_every_entry_is_used_and_has_its_values() -> None:
    """Each entry is said of some document, with every value that it names, or else this fails; none is dead."""
    said = [(each.code, each.variant) for path in BAD for each in findings(path)]
    for entry, document in SMALL.items():
        found = {(each.code, each.variant) for each in check(document, rules=[PROGRAMME]).findings}
        assert entry in {(ANY if code == "IOM-001" else code, variant) for code, variant in found}
    assert {*said, *SMALL} == set(ENTRIES) - OUTSIDE
    assert not {*said} & {*SMALL}


def test_every_code_can_be_said() -> None:
    """The catalogue has entries for exactly the codes that there are."""
    assert set(EN.words) == {*STRUCTURAL, *RULES, ANY}


@pytest.mark.parametrize(("code", "variant"), ENTRIES)
def test_templates_are_plain(code: str, variant: str) -> None:
    """A template names values; how to word one is a term, or a thousands separator. No expression is left over."""
    for template in EN.words[code][variant]:
        for _, value, how, conversion in Formatter().parse(template):
            assert value is None or value.isidentifier()
            assert conversion is None
            assert all(step in EN.terms or step == "," for step in (how or "").split(":") if step)


@pytest.mark.parametrize(("code", "variant"), ENTRIES)
def test_a_message_is_a_clause_and_a_hint_is_sentences(code: str, variant: str) -> None:
    """Renderings may put a message into a sentence, and a hint behind it."""
    message, hint = EN.words[code][variant]
    assert not message[0].isupper() or message.startswith("JSON ")
    assert not message.endswith((".", "?", " "))
    assert hint.endswith((".", "?", "{how}"))
    assert hint[0].isupper() or hint[0] == "{"


def test_every_required_field_has_an_example() -> None:
    """The hint of a missing field shows one."""
    for each in [schemas.schema(), *schemas.schema()["$defs"].values()]:
        for field in each.get("required", ()):
            assert each["properties"][field]["examples"]
            assert each["properties"][field]["description"].endswith(".")


def test_what_a_translation_leaves_out_is_english() -> None:
    """Code by code, variant by variant, term by term."""
    values = {"id": '"a"', "lists": ('"people"', '"organizations"'), "near": '"b"'}
    part = Catalogue(
        language="fr",
        words={"REF01": {"": ("rien ne porte l'identifiant {id}", "Ajoutez-le à {lists:or}.")}},
        terms={"or": Join(" ou ", " ou ")},
    )
    assert words("REF01", "", values, part) == (
        'rien ne porte l\'identifiant "a"',
        'Ajoutez-le à "people" ou "organizations".',
    )
    assert words("REF01", "near", values, part) == words("REF01", "near", values)
    assert words("REF03", "", {**values, "list": '"documents"'}, part) == words(
        "REF03", "", {**values, "list": '"documents"'}
    )
    without = attrs.evolve(part, terms={})
    assert words("REF01", "", values, without)[1] == 'Ajoutez-le à "people" or "organizations".'


def test_values_are_worded_as_the_language_does() -> None:
    """Lists are joined, types and titles put into words, numbers grouped; braces in a value are no template."""
    assert words("SCH11", "", {"title": "Attendance", "fields": ("a", "b", "c")})[0].startswith(
        "an attendance needs a, b or c and"
    )
    assert words("SCH03", "", {"title": "External id", "field": '"{x}"', "fields": ("a",), "more": 0}) == (
        'an external id has no field "{x}"',
        'An external id has: a. Data of your own goes into "extensions".',
    )
    assert (
        words("JSN08", "", {"size": 5_000_000, "most": 1000})[0]
        == "the document has 5,000,000 bytes, 1,000 is the most"
    )
    assert words("SCH01", "null", {"expected": "any", "found": "null"})[0] == "expected a value, found null"


def test_explanations_can_be_translated() -> None:
    """A translation may explain every code; where it does not, the code's own explanation stands."""
    for code in ("SCH02", "REF01"):
        own = code_of(code, STANDARD.ruleset)
        assert code_of(code, STANDARD.ruleset, LOUD) == attrs.evolve(own, explanation="WHAT IT MEANS")
        assert code_of(code, STANDARD.ruleset, Catalogue(language="fr", words={})) == own


def test_a_programme_speaks_plainly() -> None:
    """The text of a programme's own rule stands as it was given; that of `needs` is in the catalogue."""
    needed, own = check(RECORD, rules=[PROGRAMME, has_a_note], select=["IOM"]).findings
    assert (own.message, own.hint, own.variant, own.values) == ("there is no {note}", "", None, None)
    assert (needed.message, needed.hint) == ("the bundle has no 'license'", "This programme needs it: add 'license'.")
    assert words(needed.code, "needed", needed.values or {}, LOUD)[0] == "¡THE bundle HAS NO 'license'!"


def test_what_cannot_be_said_is_told() -> None:
    """A variant that no catalogue has is a mistake in a program, not in a document."""
    with pytest.raises(LookupError, match="nothing can be said of IOM-001 under the variant 'x'"):
        words("IOM-001", "x", {})


def test_a_key_near_a_missing_field_is_escaped() -> None:
    """The hint repeats a key of the document only in a form that is safe to print."""
    (missing, _) = check({"schema\u202eversion\x1b": "1.0"}).findings
    assert missing.variant == "near"
    assert missing.hint.endswith(r'Perhaps it is written as "schema\u202eversion\u001b".')
