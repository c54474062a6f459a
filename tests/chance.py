"""Documents that Hypothesis damages at random."""

import copy
from typing import Any

from hypothesis import strategies as st

from mouschema.testing.strategies import free_json


def damaged(document: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """Return a copy of a document after a few random edits: values replaced, fields dropped, added or renamed."""
    document = copy.deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3))):
        owner = data.draw(st.sampled_from([part for part in containers(document) if part]))
        step = data.draw(st.sampled_from(sorted(owner) if isinstance(owner, dict) else range(len(owner))))
        match data.draw(st.sampled_from(["replace", "swap", "drop", "add"])):
            case "replace":
                owner[step] = data.draw(free_json())
            case "swap":
                owner[step] = copy.deepcopy(data.draw(st.sampled_from(list(containers(document)))))
            case "drop":
                del owner[step]
            case _ if isinstance(owner, dict):
                owner[data.draw(st.one_of(st.text(max_size=8), st.sampled_from(["date", "lo", "id\n", "parties"])))] = (
                    owner[step]
                )
            case _:
                owner.append(owner[step])
    return document


def containers(value: Any) -> list[Any]:
    """Return every object and list of a JSON value, itself included."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [each for part in inner for each in containers(part)]
    return [value, *found] if isinstance(value, dict | list) else found
