"""Records are attrs classes that never change, whatever makes them: a program, a document, a copy or a pickle."""

import copy
import json
import pickle
import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

import mouschema
from conftest import seed
from mouschema import Agreement, Amount, Annotation, Bundle, Extensions, InvalidValue, Organization, Party, Text, model
from mouschema.model._plain import build, plain
from mouschema.model.codelists import PartyRole
from mouschema.testing.strategies import bundles, records

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


class Own(Party):
    """A class derived by a program."""

    def called(self) -> str:
        """Return how the text calls it."""
        return str(self.label)


def remade(record: Any) -> Any:
    """Make a record again by its constructor, of the same parts."""
    return type(record)(**{field.name: getattr(record, field.name) for field in attrs.fields(type(record))})


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_way_to_a_record_gives_an_equal_one(cls: type) -> None:
    """Constructor, `evolve`, copies, pickles and documents: equal records with equal hashes, that write alike."""

    @given(records(cls))
    def holds(record: Any) -> None:
        ways = [remade(record), attrs.evolve(record), copy.copy(record), copy.deepcopy(record)]
        ways += [pickle.loads(pickle.dumps(record)), build(plain(record), cls)]
        if sys.version_info >= (3, 13):
            ways.append(copy.replace(record))
        for other in ways:
            assert type(other) is cls
            assert other == record
            assert hash(other) == hash(record)
            assert mouschema.dumps(other) == mouschema.dumps(record)

    holds()


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_attrs_knows_the_fields(cls: Any) -> None:
    """Names, types and defaults are those of the class; all are given by name."""
    fields = attrs.fields(cls)
    assert [field.name for field in fields] == list(cls.__annotations__)
    assert all(field.kw_only and field.type is not None for field in fields)
    with pytest.raises(TypeError, match=f"^{cls.__name__} takes its fields by name$"):
        cls("x")


@given(bundles())
def test_asdict_goes_to_the_depth(bundle: Bundle) -> None:
    """`attrs.asdict` and `astuple` take records apart as they do with any attrs class."""
    told = attrs.asdict(bundle)
    assert list(told) == [field.name for field in attrs.fields(Bundle)]
    assert len(attrs.astuple(bundle)) == len(told)
    assert [each["id"] for each in told["agreements"]] == [each.id for each in bundle.agreements]


def test_a_change_is_judged() -> None:
    """`evolve` and `copy.replace` refuse what the constructor refuses, and leave the old record as it was."""
    party = Party(organization="gov-la")
    assert attrs.evolve(party, label=Text(en="Host")).label == Text(en="Host")
    with pytest.raises(InvalidValue, match="not an identifier"):
        attrs.evolve(party, organization="gov la")
    with pytest.raises(TypeError, match='Party has no field "organisation"'):
        attrs.evolve(party, organisation="gov-la")
    if sys.version_info >= (3, 13):
        with pytest.raises(InvalidValue):
            copy.replace(party, organization="gov la")
    assert party == Party(organization="gov-la")


def test_only_what_is_new_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundle of good records is made without writing them as JSON once more."""
    bundle = build(seed(), Bundle)

    def never(_: Any) -> None:
        raise AssertionError("what was judged before is judged again")

    monkeypatch.setattr("mouschema.model._given.plain", never)
    changed = attrs.evolve(bundle, title=Text(en="Another"), agreements=list(bundle.agreements))
    assert changed.agreements == bundle.agreements


@pytest.mark.parametrize(
    ("cls", "field", "value"),
    [
        (Party, "organization", None),
        (Party, "organization", 5),
        (Party, "roles", None),
        (Party, "roles", "host"),
        (Party, "roles", ("hots",)),
        (Party, "roles", (["host"],)),
        (Party, "label", {"en": ""}),
        (Party, "label", Extensions()),
        (Party, "acting_through", ("a", None)),
        (Party, "acting_through", ("a", "b c")),
        (Party, "extensions", None),
        (Bundle, "agreements", (Party(organization="a"),)),
        (Bundle, "agreements", None),
        (Amount, "amount", Decimal("NaN")),
        (Amount, "amount", Decimal("1E+3")),
        (Amount, "amount", 1.5),
    ],
    ids=repr,
)
def test_types_stay_strict(cls: Any, field: str, value: Any) -> None:
    """What a field does not take is refused, whatever it looks like."""
    good = {Party: {"organization": "a"}, Bundle: {"schema_version": "1.0"}, Amount: {"amount": "1", "currency": "LAK"}}
    with pytest.raises(InvalidValue):
        cls(**{**good[cls], field: value})


def test_what_is_taken_is_brought_into_the_type_of_the_field() -> None:
    """Lists become tuples, codes become members, and numbers that a text writes become numbers."""
    party = Party(organization="a", roles=["host", PartyRole.FUNDER], acting_through=["b"])  # type: ignore[arg-type]
    assert party.roles == (PartyRole.HOST, PartyRole.FUNDER)
    assert party.acting_through == ("b",)
    assert Amount(amount="12.50", currency="LAK").amount == Decimal("12.50")  # type: ignore[arg-type]
    assert Party(organization="a", label={"en": "Host"}).label == Text(en="Host")  # type: ignore[arg-type]
    assert Party(organization="a", extensions=Extensions()) == Party(organization="a")


@pytest.mark.parametrize("name", ["organization", "label", "unheard_of"])
def test_records_cannot_be_changed(name: str) -> None:
    """Neither set nor deleted, neither a field nor anything else."""
    party = Party(organization="gov-la")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(party, name, "x")
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        delattr(party, name)
    assert party == Party(organization="gov-la")


def test_records_are_frozen_to_the_depth() -> None:
    """Nothing that a record gives out changes it, and nothing that it was made of."""
    own = {"a.b:c": [1, {"d": [2]}]}
    made = Bundle(schema_version="1.0", extensions=Extensions(own))
    read = mouschema.check(mouschema.dumps(made)).require()
    own["a.b:c"].append(3)
    for bundle in (made, read):
        for change in (
            lambda held: held.append(3),
            lambda held: held[1]["d"].append(3),
            lambda held: held[1].update(d=3),
            lambda held: held.__setitem__(0, 3),
            lambda held: held.__delitem__(0),
        ):
            with pytest.raises(TypeError, match="cannot be changed"):
                change(bundle.extensions["a.b:c"])
        bundle.extensions.to_json()["a.b:c"].append(3)
        assert bundle.extensions["a.b:c"] == [1, {"d": [2]}]
        assert json.loads(mouschema.dumps(bundle))["extensions"] == {"a.b:c": [1, {"d": [2]}]}
    text = Text(en="Memorandum")
    text.to_json()["en"] = "x"
    assert text["en"] == "Memorandum"


def test_free_json_of_a_note_is_frozen() -> None:
    """Another value that a source gives is a value too, from a program and from a document."""
    given_list = [{"en": "x"}]
    made = Annotation(target="/title", basis="disputed", alternative=given_list)  # type: ignore[arg-type]
    read = build({"target": "/title", "basis": "disputed", "alternative": [{"en": "x"}]}, Annotation)
    given_list.append({"en": "y"})
    note: Any
    for note in (made, read, pickle.loads(pickle.dumps(made)), copy.deepcopy(read)):
        with pytest.raises(TypeError, match="cannot be changed"):
            note.alternative.append(1)
        with pytest.raises(TypeError, match="cannot be changed"):
            note.alternative[0]["en"] = "z"
        assert note.alternative == [{"en": "x"}]
        assert hash(note) == hash(made)


def test_classes_can_be_derived() -> None:
    """A class of a program's own is judged as the class that it is derived from, and is another one."""
    own = Own(organization="gov-la", label=Text(en="Host"))
    assert own.called() == "Host"
    assert isinstance(own, Party)
    assert attrs.fields(Own) is not None
    assert own != Party(organization="gov-la", label=Text(en="Host"))
    assert type(attrs.evolve(own, side="A")) is Own
    assert mouschema.dumps(own) == mouschema.dumps(Party(organization="gov-la", label=Text(en="Host")))
    with pytest.raises(InvalidValue):
        Own(organization="gov la")
    agreement = Agreement(id="a", title=Text(en="A"), kind="agreement", status="signed", parties=(own,))  # type: ignore[arg-type]
    assert agreement.parties == (own,)


def test_names_that_no_field_has_are_cut() -> None:
    """However many there are and however long, the message has room for some of them."""
    with pytest.raises(TypeError, match=r"and 988 more$") as told:
        Party(**{f"{'x' * 1000}{number}": 1 for number in range(1000)})  # type: ignore[arg-type]
    assert len(str(told.value)) < 1200


def test_what_is_missing_is_named() -> None:
    """A call without a field that is needed names it, in our words."""
    with pytest.raises(TypeError, match="Organization needs id, kind, name"):
        Organization()  # type: ignore[call-arg]
