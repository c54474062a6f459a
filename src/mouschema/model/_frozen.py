"""Lists and objects of free JSON that nobody can change: a record that holds them stays what it was."""

from typing import Any, NoReturn, cast

__all__ = ["FrozenDict", "FrozenList", "frozen", "thawed"]


def _refused(*_: Any, **__: Any) -> NoReturn:
    raise TypeError("what a record holds cannot be changed; make a copy of it")


class FrozenList(list[Any]):
    """A list that is equal to any list with the same entries, and stays so."""

    append = clear = extend = insert = pop = remove = reverse = sort = _refused
    __delitem__ = __iadd__ = __imul__ = __setitem__ = _refused

    def __hash__(self) -> int:  # type: ignore[override] - what never changes can have one
        """Agree with `==`."""
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the list that it is."""
        return FrozenList, (list(self),)


class FrozenDict(dict[str, Any]):
    """An object that is equal to any dict with the same entries, and stays so."""

    clear = pop = popitem = setdefault = update = _refused
    __delitem__ = __ior__ = __setitem__ = _refused

    def __hash__(self) -> int:  # type: ignore[override] - what never changes can have one
        """Agree with `==`; the order of the entries does not count."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the dict that it is."""
        return FrozenDict, (dict(self),)


def frozen(value: Any) -> Any:
    """Return a JSON value with all its lists and objects frozen, to the depth."""
    if isinstance(value, FrozenList | FrozenDict):
        return value
    if isinstance(value, list):
        return FrozenList(map(frozen, cast("list[Any]", value)))
    if isinstance(value, dict):
        return FrozenDict((key, frozen(inner)) for key, inner in cast("dict[str, Any]", value).items())
    return value


def thawed(value: Any) -> Any:
    """Return a copy of a JSON value, to the depth, of lists and objects that can be changed."""
    if isinstance(value, list):
        return list(map(thawed, cast("list[Any]", value)))
    if isinstance(value, dict):
        return {key: thawed(inner) for key, inner in cast("dict[str, Any]", value).items()}
    return value
