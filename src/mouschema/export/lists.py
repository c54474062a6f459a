"""Every codelist with the meaning of its codes; those of ISO and CLDR come from kept packages of data."""

import re
from typing import Any

import pycountry
from babel import Locale
from iso4217 import Currency

from mouschema.model import codelists
from mouschema.model.scalars import SCALARS

__all__ = ["closed_codes", "meanings"]


def closed_codes(name: str) -> list[str] | None:
    """Return the codes that a scalar may hold, if they are a list kept elsewhere: countries, currencies."""
    lists = {"CountryCode": _countries, "CurrencyCode": _currencies}
    return sorted(lists[name]()) if name in lists else None


def meanings() -> dict[str, dict[str, str]]:
    """Return every codelist: its codes, each with its meaning, or its names with `;` between them.

    `CurrencyDecimals` holds how many decimals each current currency has.
    """
    own = [getattr(codelists, name) for name in codelists.__all__ if name != "Codelist"]
    kept: dict[str, Any] = {"CountryCode": _countries(), "CurrencyCode": _currencies(), "LanguageTag": _languages()}
    return {
        **{cls.__name__: {member.value: member.meaning for member in cls} for cls in own},
        **{name: dict(sorted(codes.items())) for name, codes in kept.items()},
        "CurrencyDecimals": {
            each.code: str(each.exponent) for each in sorted(Currency, key=str) if each.exponent is not None
        },
    }


def _countries() -> dict[str, str]:
    return {
        country.alpha_2: "; ".join(
            dict.fromkeys(
                text
                for field in ("name", "common_name", "official_name", "alpha_3")
                if (text := getattr(country, field, None))
            )
        )
        for country in pycountry.countries
    }


def _currencies() -> dict[str, str]:
    return dict(Locale("en").currencies)


def _languages() -> dict[str, str]:
    names: dict[str, str] = dict(Locale("en").languages)
    return {tag: name for tag, name in names.items() if re.search(SCALARS["LanguageTag"]["pattern"], tag)}
