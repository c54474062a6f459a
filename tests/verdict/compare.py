"""Let every validator judge every case, and tell where they differ."""

import json
import math
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

from mouschema import check, schemas
from verdict.cases import Case
from verdict.constructors import constructs
from verdict.engines import PYTHON, Node, address

__all__ = ["Verdict", "compare"]

BATCH: Final = 500
KIND_OF: Final = {name: kind for kind, name in schemas.KINDS.items()}


class Verdict(NamedTuple):
    """What was said of one case.

    Attributes:
        case: The case.
        said: Whether each of those that judged accepts it, by name.
        beyond: Whether it holds what no document may hold, so that only ours judge it.
    """

    case: Case
    said: dict[str, bool]
    beyond: bool

    @property
    def agreed(self) -> bool:
        """Whether all say the same, and refuse what no document may hold."""
        return len(set(self.said.values())) <= 1 and not (self.beyond and any(self.said.values()))

    def __str__(self) -> str:
        """Return it as a line of JSON."""
        return json.dumps({"definition": self.case.definition, "said": self.said, "text": self.case.text})


def compare(cases: Iterable[Case], node: Node) -> Iterator[Verdict]:
    """Yield what is said of each case.

    Args:
        cases: What to judge.
        node: The validators on Node.js.
    """
    waiting = iter(cases)
    while batch := list(islice(waiting, BATCH)):
        verdicts = [_by_python(case) for case in batch]
        common = [verdict for verdict in verdicts if not verdict.beyond]
        answers = node([(address(verdict.case.definition), verdict.case.text) for verdict in common])
        for name, answer in answers.items():
            assert len(answer) == len(common)
            for verdict, digit in zip(common, answer, strict=True):
                verdict.said[name] = digit == "1"
        yield from verdicts


def _by_python(case: Case) -> Verdict:
    name, text = case
    value = json.loads(text)
    said = {"constructor": constructs(name, value)}
    if name in KIND_OF:
        said["check"] = check(text, kind=KIND_OF[name]).record is not None
    beyond = _beyond(value)
    if not beyond:
        said |= {each: accepts(name, value) for each, accepts in PYTHON.items()}
    return Verdict(case, {each: verdict for each, verdict in said.items() if verdict is not None}, beyond)


def _beyond(value: Any) -> bool:
    """Tell whether a value holds what no document may hold, as `docs/explanation/security.md` has it."""
    match value:
        case dict():
            return any(map(_beyond, value)) or any(map(_beyond, value.values()))
        case list():
            return any(map(_beyond, value))
        case str():
            return "\0" in value or any("\ud800" <= each <= "\udfff" for each in value)
        case int():
            return abs(value) > 2**53 - 1
        case float():
            return not math.isfinite(value)
        case _:
            return False
