"""Pages of the model: each class, the codelists, and how texts, numbers and identifiers are written."""

import json
from collections.abc import Iterator
from typing import Any, get_args

import attrs

from mouschema import model, schemas
from mouschema.export.words import title
from mouschema.model import codelists as lists
from mouschema.model._annotations import hints
from mouschema.model.scalars import SCALARS, Ref

__all__ = ["pages", "records"]

_KIND_OF = {name: kind for kind, name in schemas.KINDS.items()}
_MOST_CODES = 60


def pages() -> dict[str, str]:
    """Return every page: its name and its text."""
    classes = {f"{name}.md": _class(name, cls) for name, cls in records().items()}
    return {"index.md": _index(), **classes, "codelists.md": _codelists(), "scalars.md": _scalars()}


def records() -> dict[str, Any]:
    """Return the classes that documents are made of, in the order in which a bundle leads to them."""
    found: dict[str, Any] = {}
    waiting = ["Bundle"]
    while waiting:
        name = waiting.pop(0)
        cls: Any = getattr(model, name, None)
        if name not in found and attrs.has(cls):
            found[name] = cls
            waiting += schemas.parts(name)
    return found


def _index() -> str:
    rows = "\n".join(f"| {_link(name)} | {schemas.definition(name)['description']} |" for name in records())
    tree = "\n".join(["", *records(), "codelists", "scalars"])
    return f"""# The model

A document is a {_link("Bundle")}; all else stands in it.
Every field is here with its meaning, its type, how many values it takes, and an example.
[Codelists](codelists.md) and [texts, numbers and identifiers](scalars.md) have pages of their own.

| class | what it is |
| --- | --- |
{rows}

```{{toctree}}
:hidden:
{tree}
```
"""


def _class(name: str, cls: Any) -> str:
    schema = schemas.definition(name)
    rows = "\n".join(_row(name, cls, field, words) for field, words in schema["properties"].items())
    return f"""# {name}

{schema["description"]}

{" ".join(_notes(name, cls))}

:::{{list-table}}
:header-rows: 1
:widths: 24 46 18 12
:class: fields

* - field
  - meaning
  - type
  - how many
{rows}
:::

## In Python

```{{eval-rst}}
.. autoclass:: mouschema.{name}
   :members:
   :undoc-members:
   :exclude-members: __init__
```
"""


def _notes(name: str, cls: Any) -> Iterator[str]:
    if name in _KIND_OF:
        yield f"It has a schema of its own, `{_KIND_OF[name]}.schema.json`, and can be submitted alone."
    if cls.__at_least_one__:
        yield f"At least one of {', '.join(f'`{field}`' for field in cls.__at_least_one__)} is given."
    places = [
        f"`{field}` of {_link(other)}"
        for other in records()
        for field, schema in schemas.definition(other)["properties"].items()
        if _target(schema) == name
    ]
    if places:
        yield f"Stands in {', '.join(places)}."


def _row(name: str, cls: Any, field: str, schema: dict[str, Any]) -> str:
    example = json.dumps(schema["examples"][0], ensure_ascii=False)
    default = f" `{schema['default']}` unless given." if "default" in schema else ""
    return f"""* - [`{field}`]{{#{name}-{field.removeprefix("$")}}}
  - {schema["description"]}{default}

    {{.example}}
    For example ``{example}``
  - {_type(cls, field, schema)}
  - {_how_many(name, field, schema)}"""


def _type(cls: Any, field: str, schema: dict[str, Any]) -> str:
    if "type" in schema and schema["type"] != "array":
        return {"boolean": "true or false"}[schema["type"]]
    ref = _reference(cls, field)
    target = _link(_target(schema))
    return target + (f" of an entry in {' or '.join(f'`{each}`' for each in ref.lists) or 'any list'}" if ref else "")


def _how_many(name: str, field: str, schema: dict[str, Any]) -> str:
    required = field in schemas.definition(name).get("required", ())
    if schema.get("type") == "array":
        return "at least one" if required else "any number"
    return "exactly one" if required else "at most one"


def _target(schema: dict[str, Any]) -> str:
    held = schema.get("items") or schema.get("allOf", [{}])[0]
    return schemas.target(held) if "$ref" in held else ""


def _reference(cls: Any, field: str) -> Ref | None:
    """Return what an identifier refers to."""
    waiting: list[Any] = [hints(cls)[field.removeprefix("$")]]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Ref):
            return part
        waiting += [*getattr(part, "__metadata__", ()), *get_args(part)]
    return None


def _link(name: str) -> str:
    """Return a link to a class, codelist or scalar."""
    if name in records():
        return f"[{name}]({name}.md)"
    page = "codelists" if hasattr(lists, name) else "scalars"
    return f"[{title(name)}]({page}.md#{title(name).lower().replace(' ', '-')})"


def _codelists() -> str:
    sections = "\n".join(_codelist(name, codes) for name, codes in schemas.codelists().items())
    return f"""# Codelists

Every code with its meaning, as in `codelists.json`.

{sections}"""


def _codelist(name: str, codes: dict[str, str]) -> str:
    own = getattr(lists, name, None)
    python = (
        f"```{{eval-rst}}\n.. autoclass:: mouschema.model.codelists.{name}\n   :exclude-members: __init__, __new__\n```\n"
        if own
        else ""
    )
    rows = "\n".join(f"| `{code}` | {meaning} |" for code, meaning in codes.items())
    table = f"| code | meaning |\n| --- | --- |\n{rows}\n"
    many = f"{len(codes)} entries, in `codelists.json`.\n"
    return f"## {title(name)}\n\n{python}\n{table if len(codes) <= _MOST_CODES else many}"


def _scalars() -> str:
    names = [*SCALARS, *schemas.KEYS]
    return "# Texts, numbers and identifiers\n\n" + "\n".join(_scalar(name) for name in names)


def _scalar(name: str) -> str:
    schema = schemas.definition(name)
    examples = ", ".join(f"``{json.dumps(example, ensure_ascii=False)}``" for example in schema["examples"])
    parts = [f"## {title(name)}\n\n{schema['description']}\n\nFor example {examples}.\n"]
    if name in schemas.codelists():
        known = f"[{len(schemas.codelists()[name])} codes](codelists.md)"
        parts.append(f"One of {known}.\n" if "enum" in schema else f"{known} have a name.\n")
    if "maxLength" in schema:
        parts.append(f"At most {schema['maxLength']:,} characters.\n")
    if "pattern" in schema:
        parts.append(f"Its pattern:\n\n```text\n{schema['pattern']}\n```\n")
    if hasattr(model, name):
        parts.append(
            f"```{{eval-rst}}\n.. autoclass:: mouschema.{name}\n   :members:\n   :special-members: __init__\n```\n"
        )
    return "\n".join(parts)
