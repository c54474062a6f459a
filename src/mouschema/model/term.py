"""How long an agreement lasts, how it is renewed and how it ends."""

from mouschema.model._record import Record
from mouschema.model.codelists import EffectiveOn, RenewalMode, TerminationBy
from mouschema.model.date import Date, Duration
from mouschema.model.text import Text

__all__ = ["Renewal", "Term", "Termination"]


class Renewal(Record):
    """How the agreement goes on after its term."""

    mode: RenewalMode
    """How it is renewed; `none` when it is known not to be."""
    period: Duration | None = None
    """How long each renewal lasts."""
    notice: Duration | None = None
    """How long before the end one must object."""


class Termination(Record):
    """How the agreement can be ended."""

    by: TerminationBy | None = None
    """Who may end it."""
    notice: Duration | None = None
    """How long before one must say so."""
    survives: Text | None = None
    """What remains to be done afterwards. Example: `Running activities are finished within three months`"""


class Term(Record):
    """When the agreement takes effect and how long it lasts, as the source states it; nothing is computed."""

    effective: Date | None = None
    """The day on which it takes effect; absent when only the event is known."""
    effective_on: EffectiveOn | None = None
    """The event with which it takes effect."""
    duration: Duration | None = None
    """How long it is said to last."""
    end: Date | None = None
    """The last day, as stated; it may disagree with the duration, and both are kept."""
    indefinite: bool | None = None
    """True when it is said to last without end; absent when nothing is said."""
    renewal: Renewal | None = None
    """How it is renewed."""
    termination: Termination | None = None
    """How it can be ended."""
    note: Text | None = None
    """What the other fields cannot say. Example: `The project under it lasts three years`"""
