"""What a record is: a msgspec Struct, which C makes, compares and writes, whose fields attrs knows.

So `attrs.fields`, `attrs.evolve` and `attrs.asdict` work as with any attrs class. A record never changes, to the depth,
and takes its fields by name. Made in Python, it is held against its definition in the exported schema (`_given`); of a
document that the schema has judged, C makes records without a call in Python, so that nothing is checked twice.
"""

from typing import TYPE_CHECKING, Any, NoReturn, Self, dataclass_transform

import attrs
import msgspec
from msgspec import field

from mouschema.model._given import adopted
from mouschema.model._plain import JSON_NAME

__all__ = ["Record", "field"]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class _Kind(msgspec.StructMeta):
    """Makes the classes of records, and judges what a record is made of when a program makes one."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        at_least_one: tuple[str, ...] = (),
        **options: Any,
    ) -> Any:
        """Make a class of records.

        Args:
            name: Its name. A class right under `Record` is defined by the exported schema under this name, those derived
                from it are by the same.
            bases: `Record`, or a class of records.
            namespace: What stands in the class.
            at_least_one: Fields of which at least one must be given.
            options: As for a Struct.
        """
        cls: Any = super().__new__(mcls, name, bases, namespace, kw_only=True, **options)
        if bases[0].__name__ == "Record":
            cls.__definition__, cls.__at_least_one__ = name, at_least_one
        cls.__setattr__ = cls.__delattr__ = _refused  # what attrs users expect to be raised
        these = {each.name: _as_attrs_has_it(each) for each in msgspec.structs.fields(cls)}
        return attrs.define(
            these=these,
            slots=False,
            init=False,
            repr=False,
            eq=False,
            order=False,
            match_args=False,
            getstate_setstate=False,
        )(cls)

    # What the type checker knows of a call it knows from the fields.
    if not TYPE_CHECKING:

        def __call__(cls, /, *nameless: Any, **given: Any) -> Any:  # noqa: N805 - a class is what is called
            """Make a record of values that have not been judged yet."""
            if nameless:
                raise TypeError(f"{cls.__name__} takes its fields by name")
            return _made(cls, adopted(cls, given))


def _refused(*_: Any) -> NoReturn:
    raise attrs.exceptions.FrozenInstanceError


def _as_attrs_has_it(about: msgspec.structs.FieldInfo) -> Any:
    default = attrs.NOTHING if about.default is msgspec.NODEFAULT else about.default
    return attrs.field(default=default, kw_only=True, metadata={JSON_NAME: about.encode_name})


def _made(cls: type, held: dict[str, Any]) -> Any:
    return msgspec.StructMeta.__call__(cls, **held)


class Record(msgspec.Struct, metaclass=_Kind, frozen=True, omit_defaults=True, gc=False):
    """What all records have in common."""

    def __replace__(self, **changes: Any) -> Self:
        """Return a new record with some fields changed, for `copy.replace`."""
        return attrs.evolve(self, **changes)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what the fields hold; it is not judged again."""
        return _made, (type(self), msgspec.structs.asdict(self))
