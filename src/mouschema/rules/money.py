"""Rules about money."""

from collections.abc import Iterator

from mouschema import schemas
from mouschema._safe import shown
from mouschema.model import Amount
from mouschema.model.index import Index
from mouschema.reports.catalogue import say
from mouschema.reports.ruleset import Severity
from mouschema.rules._rule import Hit, rule

__all__ = ["decimals_fit"]


@rule("MON01", "too-many-decimals", Severity.WARNING)
def decimals_fit(index: Index) -> Iterator[Hit]:
    """An amount has no more decimals than its currency has."""
    for amount in (each for whole in index.of(Amount) for each in (whole, *whole.equivalents)):
        decimals = -int(amount.amount.as_tuple().exponent)
        known = schemas.codelists()["CurrencyDecimals"].get(amount.currency) if decimals > 0 else None
        if known is not None and decimals > int(known):
            number = shown(str(amount.amount))
            said = say(amount=number, decimals=decimals, currency=amount.currency, known=int(known))
            yield Hit(amount, ("amount",), said)
