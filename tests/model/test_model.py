"""Records and values: what they can do, and what they refuse."""

# pyright: reportArgumentType=false, reportCallIssue=false, reportAttributeAccessIssue=false
# Wrong types are what is tested here.

import copy
import datetime
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest

import mouschema
from conftest import SEED
from mouschema import (
    Agreement,
    Amount,
    Bundle,
    Commitment,
    Date,
    Document,
    Duration,
    Extensions,
    InvalidValue,
    Organization,
    Party,
    Person,
    Supporter,
    Text,
)
from mouschema.model import codelists


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """The record of the real memorandum."""
    return mouschema.load(SEED)


def day(text: str) -> datetime.date:
    """Return a day from ISO text."""
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2022-06-30", "2022-06-30", "2022-06-30"),
        ("2022-06", "2022-06-01", "2022-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022~", "2022-01-01", "2022-12-31"),
        ("2012-01/2013-12", "2012-01-01", "2013-12-31"),
        ("2021-05-25/..", "2021-05-25", None),
        ("../2021-05?", None, "2021-05-31"),
    ],
)
def test_date_knows_its_first_and_last_day(written: str, earliest: str | None, latest: str | None) -> None:
    """A date is as wide as it is written, and says again what was read."""
    date = Date(written)
    assert date.earliest == (earliest and day(earliest))
    assert date.latest == (latest and day(latest))
    assert str(date) == written


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2022-06-29", "2022-06-30", True),
        ("2022-06-30", "2022-06-30", False),
        ("2022-06", "2022-06-30", None),
        ("2022-06", "2022-07", True),
        ("2022", "2022-06", None),
        ("2023", "2022-06", False),
        ("2022", "2022", None),
        ("2022-06-30", "2022-07?", None),
        ("../2021", "2022", True),
        ("2021/..", "2022", None),
        ("2023/..", "2022", False),
        ("2022", "2023/..", True),
        ("2022", "../2021", False),
        ("2022", "../2023", None),
        ("2024/2021", "2030", None),
    ],
)
def test_dates_compare_only_when_certain(one: str, other: str, before: bool | None) -> None:
    """Before and after are True or False when certain, None otherwise, and mirror each other."""
    assert Date(one).before(Date(other)) is before
    assert Date(other).after(Date(one)) is before


def test_duration_is_added_to_a_day() -> None:
    """Years and months count by the calendar, weeks and days one by one."""
    assert Duration("P3Y").added_to(day("2003-11-18")) == day("2006-11-18")
    assert Duration("P1M").added_to(day("2024-01-31")) == day("2024-02-29")
    assert Duration("P18M").added_to(day("2022-08-31")) == day("2024-02-29")
    assert Duration("P2W").added_to(day("2022-12-25")) == day("2023-01-08")
    assert Duration("P1Y2M10D").added_to(day("2020-12-25")) == day("2022-03-07")
    assert (Duration("P1Y2M10D").years, Duration("P1Y2M10D").months, Duration("P2W").days) == (1, 2, 14)


def test_text_finds_a_language() -> None:
    """The wording of a language, the first that there is of several, narrower and wider tags included."""
    text = Text({"lo": "ບົດບັນທຶກ", "zh-Hant": "備忘錄", "en": "Memorandum"})
    assert text["lo"] == "ບົດບັນທຶກ"
    assert text.best("fr", "en") == "Memorandum"
    assert text.best("zh") == text.best("zh-Hant-TW") == "備忘錄"
    assert text.best("fr") == "ບົດບັນທຶກ"
    assert str(text) == "Memorandum"
    assert (len(text), list(text)) == (3, ["lo", "zh-Hant", "en"])
    assert Text(en="Memorandum") == Text({"en": "Memorandum"}) != Text(fr="Memorandum")


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2022", "2022", "2022"),
        ("2021-05/2022?", "2021-05", "2022?"),
        ("../2022", None, "2022"),
        ("2022/..", "2022", None),
    ],
)
def test_interval_has_two_ends(written: str, start: str | None, end: str | None) -> None:
    """Each end is a date as it was written, or None where it is open; a date that is no interval is both of its ends."""
    date = Date(written)
    assert (date.start, date.end) == (start and Date(start), end and Date(end))
    assert date.is_interval == ("/" in written)


@pytest.mark.parametrize("value", [Text(en="a"), Date("2022"), Extensions({"a.b:c": [1]})], ids=repr)
def test_values_are_values(value: Any) -> None:
    """Values do not change, hash, copy and pickle, and their repr makes an equal one."""
    with pytest.raises(AttributeError, match="make a new one"):
        value._written = "x"
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value
    assert hash(copy.copy(value)) == hash(value)
    assert eval(repr(value)) == value
    assert value != "something else"


def test_records_take_what_reads_like_a_value() -> None:
    """Lists become tuples, codes their members, text its value; records given stay the same objects."""
    party = Party(organization="iom")
    made = Agreement(id="a", kind="agreement", title=Text(en="A"), status="signed", parties=[party])
    assert made.parties == (party,)
    assert made.parties[0] is party
    assert made.kind is codelists.AgreementKind.AGREEMENT
    assert Amount(amount=Decimal("22250.50"), currency="GBP").amount == Decimal("22250.50")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Party(organization=5), r"Party\.organization: expected text, found 5"),
        (lambda: Party(organization="a b"), r'Party\.organization: "a b" is not an identifier'),
        (lambda: attrs.evolve(Party(organization="a"), joined="2022-13"), r'Party\.joined: "2022-13" is not a date'),
        (lambda: Supporter(organization="a", roles=["fundr"]), r'Supporter\.roles\.0: "fundr" .*Did you mean "funder"'),
        (lambda: Supporter(organization="a", roles=()), r"Supporter\.roles: a list with no entry"),
        (lambda: Commitment(id="a", action=Text(en="b")), r"Commitment: a commitment needs obligors, obligor_text or joint"),
        (lambda: Text("Memorandum"), r'Text: expected an object, found "Memorandum" \(A text names its language'),
        (Text, r"Text: an object with no entry"),
        (lambda: Text(en=5), r"Text\.en: expected text, found 5"),
        (lambda: Date("30 June 2022"), r'Date: "30 June 2022" is not a date'),
        (lambda: Date(None), r"Date: expected text, found null"),
        (lambda: Extensions({"a.b:c": float("nan")}), r"Extensions\.a\.b:c: the number is not finite"),
        (lambda: Extensions({"a.b:c": {1, 2}}), r"a Python set is not a JSON value"),
        (lambda: Document(id="a", kind="news", bytes=2**60), r"Document\.bytes: 1152921504606846976 is too large"),
        (lambda: Amount(amount=Decimal("1E+5"), currency="USD"), r'Amount\.amount: "1E\+5" is not a decimal number'),
        (lambda: Organization(id="a", name=Party(organization="b"), kind="ngo"), r'Organization\.name\.organization: "organization" is not'),
        (
            lambda: Agreement(
                id="a", kind="agreement", title=Text(en="A"), status="signed", parties=[Supporter(organization="b", roles=["funder"])]
            ),
            r"Agreement\.parties: .*Supporter",
        ),
    ],
)  # fmt: skip
def test_construction_names_class_field_expected_and_given(make: Any, said: str) -> None:
    """A bad value is refused where it is made, `attrs.evolve` included."""
    with pytest.raises(InvalidValue, match=said):
        make()


def test_construction_tells_everything_at_once() -> None:
    """All problems of a record come together."""
    with pytest.raises(InvalidValue) as refused:
        Party(organization="a b", roles=["fundr"], side="")
    assert len(refused.value.problems) == 3
    assert refused.value.where == "Party"


def test_unknown_and_missing_arguments_are_type_errors() -> None:
    """As everywhere in Python."""
    with pytest.raises(TypeError, match="organisation"):
        Party(organisation="a")
    with pytest.raises(TypeError, match="organization"):
        Party()


def test_records_are_frozen() -> None:
    """A record is changed by making another one."""
    party = Party(organization="a")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        party.side = "A"
    assert attrs.evolve(party, side="A").side == "A"
    assert not hasattr(party, "__dict__")
    assert pickle.loads(pickle.dumps(party)) == party


def test_seed_fits_whole(bundle: Bundle) -> None:
    """Who signed for whom, where and when, before whom, saying what, with what is inferred marked."""
    (mou,) = bundle.agreements
    (ceremony,) = bundle.ceremonies_of(mou)
    assert (str(ceremony.date), ceremony.places[0].country) == ("2022-06-30", "LA")
    signatories = [bundle.find(signature.person or "") for signature in mou.signatures]
    assert [each.name["en"] for each in signatories if isinstance(each, Person)] == [
        "Latsamy Xayyakham",
        "Shareen Tuladhar",
    ]
    assert len(ceremony.statements) == 2
    assert {annotation.target: annotation.basis for annotation in bundle.annotations}[
        "/ceremonies/0/date"
    ] == "inferred"


def test_lookups(bundle: Bundle) -> None:
    """What users look for first."""
    assert bundle.find("mou-2022") is bundle.agreements[0]
    assert bundle.find("build-capacity") is bundle.agreements[0].commitments[3]
    assert bundle.find("nobody") is None
    assert [each.id for each in bundle.parents("osaht")] == ["national-committee", "gov-la"]
    assert [each.id for each in bundle.parents("jtip")] == ["us-state", "gov-us"]
    assert {each.id for each in bundle.parts("gov-la")} == {"police-dept", "national-committee", "line-ministries"}
    assert bundle.agreements_of("iom") == bundle.agreements_of("osaht") == bundle.agreements
    assert bundle.agreements_of("jtip") == ()
    assert [each.id for each in bundle.documents_about("signing-2022")] == ["laotian-times"]


def test_inverse_relations() -> None:
    """Relations stand on the newer agreement; the older one finds them."""
    older = Agreement(id="old", kind="agreement", title=Text(en="Old"), status="expired")
    newer = mouschema.loads(
        {
            "schema_version": "1.0",
            "agreements": [
                {"id": "old", "kind": "agreement", "title": {"en": "Old"}, "status": "expired"},
                {
                    "id": "new", "kind": "agreement", "title": {"en": "New"}, "status": "draft",
                    "relations": [{"type": "renews", "target": "old"}, {"type": "related", "target": "old"}],
                },
            ],
        }
    )  # fmt: skip
    assert [(each.id, relation.type) for each, relation in newer.relations_to(older)] == [
        ("new", "renews"),
        ("new", "related"),
    ]
    assert [relation.type for _, relation in newer.relations_to("old", "renews")] == ["renews"]
    assert newer.relations_to("new") == ()


def test_parents_end_even_in_a_circle() -> None:
    """A circle of parents is an error of the document, not an endless loop."""
    a, b = (Organization(id=one, name=Text(en=one), kind="agency", parent=other) for one, other in ("ab", "ba"))
    circle = Bundle(schema_version="1.0", organizations=(a, b))
    assert [each.id for each in circle.parents("a")] == ["b"]
    assert circle.parents("nobody") == ()


def test_codes_carry_their_meaning() -> None:
    """A code is text, and says what it means."""
    assert codelists.Level.GLOBAL == "global"
    assert codelists.Act.EXCHANGED.meaning.startswith("The signed texts")
