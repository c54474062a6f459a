"""People acting in office: names, honorifics, ranks and posts, and nothing else about them."""

from mouschema.model._record import Record
from mouschema.model.codelists import PostKind
from mouschema.model.date import Date
from mouschema.model.scalars import Id, Line, OrganizationId
from mouschema.model.text import NO_DATA, Extensions, Text
from mouschema.model.values import Name

__all__ = ["Person", "Post"]


class Post(Record):
    """A post that a person holds, as the source words it."""

    title: Text
    """The post. Example: `Director General`"""
    organization: OrganizationId | None = None
    """The organisation in which the post is; absent when it is not recorded."""
    kind: PostKind | None = None
    """How the person holds it; absent when nothing is said."""
    start: Date | None = None
    """The first day in the post."""
    end: Date | None = None
    """The last day in the post."""


class Person(Record):
    """A person who acts in an office: signs, speaks, attends."""

    id: Id
    """The identifier in this document."""
    name: Text
    """The name in its usual order, without honorifics and ranks. Example: `Shareen Tuladhar`"""
    other_names: tuple[Name, ...] = ()
    """Other spellings and scripts found in sources."""
    honorifics: tuple[Text, ...] = ()
    """Words of courtesy before the name. Example: `Ms.`"""
    ranks: tuple[Text, ...] = ()
    """Military, police or diplomatic ranks. Example: `Police Colonel`"""
    posts: tuple[Post, ...] = ()
    """The posts held at the time; several at once are common."""
    sort_name: Line | None = None
    """The name as a list would sort it. Example: `Tuladhar, Shareen`"""
    extensions: Extensions = NO_DATA
    """Data of your own; nothing private."""
