"""Properties that hold for whatever the model can say: round trips, one verdict, no exceptions."""

import json
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import mouschema
from chance import damaged
from conftest import GOOD, seed
from mouschema import Agreement, Bundle, Ceremony, Commitment, Party, check, dumps, loads, model, schemas
from mouschema.judging import judge
from mouschema.model._plain import build, plain
from mouschema.reading.read import read_bytes
from mouschema.testing.strategies import bundles, free_json, of, records

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_object_reads_back_equal(cls: type) -> None:
    """Object to bytes to object: the same record, and the same JSON to the byte, in the order of the schema."""
    order = list(schemas.definition(cls.__name__)["properties"])

    @given(records(cls))
    def holds(record: Any) -> None:
        written = dumps(record)
        assert list(json.loads(written)) == [name for name in order if name in plain(record)]
        again = build(read_bytes(written.encode()).value, cls)
        assert again == record
        assert hash(again) == hash(record)
        assert dumps(again) == written

    holds()


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_what_can_be_constructed_satisfies_the_schema(cls: type) -> None:
    """Both engines accept what a constructor made, and the reader finds nothing out of bounds."""

    @given(records(cls))
    def holds(record: Any) -> None:
        value = json.loads(dumps(record))
        for engine in judge.ENGINES:
            assert judge.accepts(cls.__name__, value, engine=engine)

    holds()


@given(bundles())
def test_coherent_bundle_round_trips(bundle: Bundle) -> None:
    """Object to canonical bytes to object to bytes, through everything that `check` and `load` do."""
    written = dumps(bundle)
    again = loads(written)
    assert again == bundle
    assert dumps(again) == written
    assert loads(dumps(bundle, compact=True)) == bundle
    assert check(bundle).bundle == bundle


@pytest.mark.parametrize(
    ("kind", "cls"), [("agreement", Agreement), ("party", Party), ("ceremony", Ceremony), ("commitment", Commitment)]
)
def test_parts_round_trip(kind: str, cls: type) -> None:
    """The four nouns can be submitted alone."""

    @given(records(cls))
    def holds(record: Any) -> None:
        report = check(dumps(record), kind=kind)
        assert report.record == record

    holds()


@given(st.data())
def test_engines_agree_on_damaged_documents(data: st.DataObject) -> None:
    """Whatever is done to a document, both engines accept or refuse it alike, and their reports are equal."""
    document = damaged(seed(), data)
    reports = [check(document, engine=engine) for engine in judge.ENGINES]
    assert attrs.asdict(reports[0], recurse=True) == attrs.asdict(reports[1], recurse=True)


@given(st.data())
def test_what_the_schema_accepts_becomes_records(data: st.DataObject) -> None:
    """A damaged document that the schema still accepts has records, and they write the same document again."""
    document = damaged(seed(), data)
    assume(judge.accepts("Bundle", document))
    report = check(document)
    assert report.bundle is not None
    assert loaded_again(plain(report.bundle)) == report.bundle


@given(st.data())
def test_every_finding_points_into_the_document(data: st.DataObject) -> None:
    """Pointers resolve, places lie inside the text, and checking twice says the same."""
    document = damaged(seed(), data)
    text = json.dumps(document, ensure_ascii=False, indent=data.draw(st.sampled_from([None, 1])))
    report = check(text)
    lines = text.split("\n")
    for finding in report.findings:
        resolve(document, finding.pointer)
        assert finding.line is not None
        assert finding.column is not None
        assert 0 < finding.column <= len(lines[finding.line - 1]) + 1
    assert check(text) == report


@given(records(Bundle))
def test_rules_never_raise(bundle: Bundle) -> None:
    """Whatever the schema accepts, coherent or not, the rules judge: twice the same, each finding at a place that is there."""
    report = check(bundle)
    assert report.bundle == bundle
    for finding in report.findings:
        resolve(plain(bundle), finding.pointer)
    assert check(bundle) == report


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf" * 100_000 + b"{}")
@example(b"\xef\xbb\xbf")
@example(b'{"a":1,"a":{"a":1,"a":2}}')
@example(b"[" * 100_000)
@example(b'{"schema_version":"1.0","annotations":[{"target":"/annotations/0/target","basis":"stated"}]}')
def test_check_never_raises_on_any_bytes(data: bytes) -> None:
    """Noise is told, not thrown."""
    report = check(data)
    assert report.errors or report.bundle


@given(st.data())
def test_check_never_raises_on_cut_or_stained_text(data: st.DataObject) -> None:
    """Neither is the text of a document with bytes taken out, doubled or replaced."""
    text = bytearray(data.draw(st.sampled_from(GOOD)).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        text[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=6))
    report = check(bytes(text))
    assert report.ok or report.errors


@given(free_json())
def test_check_never_raises_on_any_value(value: Any) -> None:
    """Any JSON value in the place of a document is told."""
    assert check(json.dumps(value)).errors
    assert check({"schema_version": "1.0", "extensions": {"partner.example:any": value}}).ok


@given(free_json())
def test_partners_own_data_is_kept_exactly(value: Any) -> None:
    """Extensions come out as they went in, to the letter, wherever they may stand."""
    document = seed()
    for owner in (document, document["agreements"][0], document["people"][0], document["agreements"][0]["parties"][0]):
        owner["extensions"] = {"partner.example:any": value}
    written = loads(document)
    assert json.dumps(json.loads(dumps(written)), sort_keys=True) == json.dumps(document, sort_keys=True)


@given(st.from_type(Agreement), st.from_type(Bundle), st.from_type(mouschema.Date))
def test_strategies_are_registered(agreement: Agreement, bundle: Bundle, date: mouschema.Date) -> None:
    """`st.from_type` works without importing anything: the entry point registers the strategies."""
    assert isinstance(agreement, Agreement)
    assert bundle.schema_version.startswith(schemas.VERSION.split(".")[0])
    assert date.earliest or date.latest


def resolve(value: Any, pointer: str) -> Any:
    """Follow a JSON Pointer; fail if it leads nowhere."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def loaded_again(document: dict[str, Any]) -> Bundle | None:
    """Return the records of a document, whatever the rules say of it."""
    return check(document).bundle


def test_strategy_of_what_the_schema_does_not_know() -> None:
    """An annotation of somebody else's has no strategy of ours, and is told rather than guessed."""
    with pytest.raises(TypeError, match="no strategy for"):
        of(Annotated[int, "mine"])
