"""The rules of ours, gathered from the files of their subjects."""

from typing import Final

from mouschema.rules import agreements, dates, identity, money, references, relations, signing, sources, version, words
from mouschema.rules._rule import Rule

__all__ = ["RULES"]

_SUBJECTS = (references, relations, dates, signing, agreements, money, sources, identity, words, version)
_EACH = [each for subject in _SUBJECTS for each in vars(subject).values() if isinstance(each, Rule)]

RULES: Final = {each.code.code: each for each in sorted(_EACH, key=lambda each: each.code.code)}
"""Our own rules, by code."""
