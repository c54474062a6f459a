"""What Hypothesis calls when it is imported.

It stands apart from `strategies`, which imports Hypothesis: a program that imports that module first would be asked
for a function of it before it has one.
"""

from typing import Any

from mouschema import model

__all__ = ["register"]


def register() -> None:
    """Tell Hypothesis about every class of the model; called through its entry point."""
    from hypothesis import strategies as st

    for name in model.__all__:
        cls = getattr(model, name)
        if isinstance(cls, type):
            st.register_type_strategy(cls, _strategy)


def _strategy(cls: Any) -> Any:
    from mouschema.testing.strategies import of

    return of(cls)
