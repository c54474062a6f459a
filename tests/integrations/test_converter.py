"""The public cattrs converter: records inside other people's classes, and nothing turned into something else."""

import json
from typing import Any

import attrs
import cattrs
import pytest

from conftest import seed
from mouschema import Agreement, Bundle, Date, InvalidDocument, Party, Text, check, converter, dumps
from mouschema.model import codelists


@attrs.frozen
class Dossier:
    """A class of another project that holds records of ours."""

    number: int
    title: str
    party: Party
    signed: Date
    name: Text
    agreements: list[Agreement]
    status: codelists.AgreementStatus
    share: float = 0.5
    note: str | None = None


def dossier(**fields: Any) -> dict[str, Any]:
    """Return a dossier as plain JSON."""
    mou = seed()["agreements"][0]
    made = {
        "number": 7,
        "title": "A",
        "party": {"organization": "iom"},
        "signed": "2022-06",
        "name": {"en": "B"},
        "agreements": [mou],
    }
    return {**made, "status": "signed", **fields}


def test_records_inside_other_classes() -> None:
    """Structured by the schema, unstructured with defaults left out: the same JSON again."""
    made = converter.structure(dossier(), Dossier)
    assert made.party == Party(organization="iom")
    assert made.agreements[0].parties[0].acting_through == ("osaht",)
    assert json.loads(json.dumps(converter.unstructure(made))) == dossier()


def test_bundle_is_held_to_its_rules() -> None:
    """A bundle goes through the same path as `loads`, report and all."""
    made = converter.structure(seed(), Bundle)
    assert made == check(seed()).bundle
    assert converter.structure(made, Bundle) is made
    assert json.loads(dumps(made)) == seed()
    with pytest.raises(InvalidDocument) as refused:
        converter.structure({"schema_version": "1.0", "agreements": [{}]}, Bundle)
    assert len(refused.value.report.errors) == 4


@pytest.mark.parametrize(
    "fields",
    [
        {"title": None},
        {"title": 5},
        {"number": "5"},
        {"number": True},
        {"number": 5.5},
        {"share": "0.5"},
        {"share": True},
        {"note": 5},
        {"party": {"organization": None}},
        {"party": {"organization": "iom", "joined": "June"}},
        {"party": {"organisation": "iom"}},
        {"party": None},
        {"signed": "30 June"},
        {"signed": None},
        {"name": "B"},
        {"name": {"english": "B"}},
        {"agreements": [{}]},
        {"status": "sined"},
    ],
    ids=str,
)
def test_nothing_is_turned_into_something_else(fields: dict[str, Any]) -> None:
    """What is not what the field says is refused, where cattrs alone would take None as 'None' and 5 as '5'."""
    with pytest.raises(cattrs.ClassValidationError):
        converter.structure(dossier(**fields), Dossier)


def test_numbers_may_be_whole() -> None:
    """A whole number is a number."""
    assert converter.structure(dossier(share=1), Dossier).share == 1.0


def test_registering_hooks_leaves_writing_alone() -> None:
    """A hook that a project registers on the public converter does not change what `dumps` writes."""
    from mouschema.integrations.cattrs import converter as public

    changed = public.copy()
    changed.register_unstructure_hook(Date, lambda _: "changed")
    assert '"2022"' in dumps(Party(organization="iom", joined=Date("2022")))
