"""Rules about money."""

from collections.abc import Iterator

from mouschema import schemas
from mouschema._show import shown
from mouschema.model import Amount, Equivalent
from mouschema.report import Severity
from mouschema.rules._index import Index
from mouschema.rules._rule import Hit, rule

__all__ = ["decimals_fit"]


@rule("MON01", "too-many-decimals", Severity.WARNING)
def decimals_fit(index: Index) -> Iterator[Hit]:
    """An amount has no more decimals than its currency has."""
    for amount in [*index.of(Amount), *index.of(Equivalent)]:
        decimals = -int(amount.amount.as_tuple().exponent)
        known = schemas.codelists()["CurrencyDecimals"].get(amount.currency) if decimals > 0 else None
        if known is not None and decimals > int(known):
            message = f"{shown(str(amount.amount))} has {decimals} decimals, {amount.currency} has {known}"
            yield Hit(amount, ("amount",), message, "Perhaps a point stands where thousands were separated.")
