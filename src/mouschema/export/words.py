"""The words of the model: what the docstrings of classes and the strings under fields say."""

import ast
import inspect
import re
from textwrap import dedent
from typing import Final

__all__ = ["example_in", "field_words", "sentence", "title", "without_example"]

_EXAMPLE: Final = re.compile(r"\s*Example: `(?P<example>[^`]+)`$")


def title(name: str) -> str:
    """Return the title of a class or field: `AgreementKind` and `agreement_kind` are both `Agreement kind`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")
    return words[0].upper() + words[1:].lower()


def sentence(docstring: str | None) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join(inspect.cleandoc(docstring or "").split("\n\n")[0].split())


def example_in(words: str) -> str | None:
    """Return the example with which the words of a field close, if they do."""
    found = _EXAMPLE.search(words)
    return found["example"] if found else None


def without_example(words: str) -> str:
    """Return the words of a field without the example."""
    return _EXAMPLE.sub("", words)


def field_words(cls: type) -> dict[str, str]:
    """Return the string that stands under each field in the source."""
    (body,) = ast.parse(dedent(inspect.getsource(cls))).body
    assert isinstance(body, ast.ClassDef)
    words: dict[str, str] = {}
    for statement, following in zip(body.body, body.body[1:], strict=False):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                words[name] = " ".join(text.split())
            case _:
                pass
    return words
