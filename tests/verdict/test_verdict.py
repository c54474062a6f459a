"""One verdict: whoever judges a value by the exported schemas says the same, and so do the constructors."""

from itertools import chain, islice

import pytest

from verdict.cases import Case, damaged, near
from verdict.compare import compare
from verdict.engines import missing, node

# `python -m verdict --count 1000000` is the long run.
SOME = 200


def test_same_seed_same_cases() -> None:
    """A disagreement can be met again by its seed."""
    assert list(islice(damaged(7), 50)) == list(islice(damaged(7), 50)) != list(islice(damaged(8), 50))


def test_damage_is_accepted_and_refused() -> None:
    """Damaged values lie on both sides of the schema, so that both verdicts are tried."""
    verdicts = list(compare(islice(damaged(1), SOME), lambda cases: {}))
    accepted = sum(any(verdict.said.values()) for verdict in verdicts)
    assert SOME // 8 < accepted < SOME // 2


def test_disagreement_is_seen() -> None:
    """One validator that says something else is enough."""
    (verdict,) = compare([Case("Id", '"a"')], lambda cases: {"contrary": "0" * len(cases)})
    assert not verdict.agreed
    assert '"contrary": false' in str(verdict)


def test_all_say_the_same() -> None:
    """Ours, jsonschema and jsonschema-rs agree; where Node.js is there, ajv, Hyperjump and cfworker too."""
    with node() as judge:
        verdicts = compare(chain(near(), islice(damaged(1), SOME)), judge)
        assert [str(verdict) for verdict in verdicts if not verdict.agreed] == []


def test_validators_for_node_are_there() -> None:
    """Skipped where they are not, so that the reason stands in the run; an error with `REQUIRE_NODE=1`."""
    if reason := missing():
        pytest.skip(reason)
    with node() as judge:
        assert set(judge([("https://mouschema.example/schema/1.0/party.schema.json", "{}")])) == {
            "ajv",
            "hyperjump",
            "cfworker",
        }
