"""Fuzzing in its shortest form: the seeds and some edits of them break no promise. `python -m fuzz` is the long one."""

from collections.abc import Callable

import pytest

from fuzz.drive import Broken, by_chance
from fuzz.mutate import edited_bytes, edited_json
from fuzz.targets import TARGETS

SOME = 300


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_nothing_breaks_a_promise(target: Callable[[bytes], None]) -> None:
    """Seeds and edits of them, by a fixed seed."""
    assert by_chance(target, count=SOME) == SOME


def test_a_broken_promise_is_told_with_its_input() -> None:
    """What a target raises comes with the bytes that did it."""

    def refuse_braces(data: bytes) -> None:
        assert b"{" not in data

    with pytest.raises(Broken) as broken:
        by_chance(refuse_braces, count=1000)
    assert b"{" in broken.value.data
    assert isinstance(broken.value.__cause__, AssertionError)


def test_edits_are_of_json_or_of_bytes() -> None:
    """The same number gives the same edit; edits of JSON leave the kind, and are JSON mostly."""
    data = b'\3{"organization":"iom","roles":["implementer"]}'
    assert edited_json(b"\0{", 1) is None
    edits = [edited_json(data, number) for number in range(50)]
    assert edits == [edited_json(data, number) for number in range(50)]
    assert all(edit and edit.startswith(b"\3") for edit in edits)
    assert len(set(edits)) > 20
    assert len({edited_bytes(data, number) for number in range(50)}) > 20
