"""Near misses: what is just outside a constraint is refused by both engines, and by the constructor, alike."""

from functools import partial
from typing import Any

import pytest

from damage import NearMiss, constraints, near_misses, smallest
from mouschema import InvalidValue, model, schemas
from mouschema.judging import judge
from reasons import out_of_bounds, reasons, reasons_of_reference, reasons_of_rust

NAMES = [*schemas.schema()["$defs"], schemas.KINDS["bundle"]]
CLASSES = [name for name in NAMES if hasattr(model, name)]


@pytest.mark.parametrize("engine", judge.ENGINES)
@pytest.mark.parametrize("name", NAMES)
def test_smallest_value_is_accepted(name: str, engine: str) -> None:
    """What the near misses start from is right, so that each is wrong in one thing only."""
    assert judge.accepts(name, smallest(name), engine=engine)


@pytest.mark.parametrize("name", NAMES)
def test_every_constraint_has_a_near_miss(name: str) -> None:
    """No keyword of the exported schema goes without a near miss."""
    assert {miss.constraint.split()[0] for miss in near_misses(name)} == set(constraints(name))


@pytest.mark.parametrize("name", NAMES)
def test_near_miss_is_refused_alike(name: str) -> None:
    """Both engines refuse it, for the same reasons in the same places as we find."""
    for miss in near_misses(name):
        rust, reference = reasons_of_rust(name, miss.value), reasons_of_reference(name, miss.value)
        barred = out_of_bounds(name, miss.value)
        assert rust == reference != [], miss
        assert reasons(name, miss.value) == [each for each in rust if each[0] not in barred], miss
        assert not any(judge.accepts(name, miss.value, engine=engine) for engine in judge.ENGINES), miss


@pytest.mark.parametrize("name", CLASSES)
def test_near_miss_cannot_be_constructed(name: str) -> None:
    """The class refuses it too and names itself."""
    cls = getattr(model, name)
    for miss in near_misses(name):
        if constructible(cls, miss):
            make = partial(cls, **miss.value) if hasattr(cls, "__attrs_attrs__") else partial(cls, miss.value)
            with pytest.raises((InvalidValue, TypeError), match=name):
                make()


def constructible(cls: Any, miss: NearMiss) -> bool:
    """Tell whether Python can even say it: None means absent there, and fields are given by name."""
    if "properties" in miss.constraint and miss.constraint.endswith("null") and "entry" not in miss.constraint:
        return miss.constraint.split()[1] in schemas.definition(cls.__name__).get("required", ())
    return isinstance(miss.value, dict if hasattr(cls, "__attrs_attrs__") else dict | str)
