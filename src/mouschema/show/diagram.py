"""Who takes part in an agreement, as a drawing: parties in two columns, the agreement below, supporters under it.

Two columns and one trunk between them have room for two parties as for forty, on a phone as on paper.
"""

from collections.abc import Iterator
from typing import Final

import attrs

from mouschema.model import Agreement, Party, Supporter
from mouschema.show import words as say
from mouschema.show.lettering import lines
from mouschema.show.parts import Figure, Line, Words
from mouschema.show.teller import Teller

__all__ = ["Box", "Diagram", "diagram"]

WIDTH: Final = 360.0
_GAP: Final = 28.0
_BOX: Final = (WIDTH - _GAP) / 2
_LETTER: Final = 11.0
_LEADING: Final = 15.0
_SPACE: Final = 12.0
_PADDING: Final = 9.0


@attrs.frozen
class Box:
    """Somebody in the drawing.

    Attributes:
        x: Its left edge.
        y: Its upper edge.
        width: Its width.
        height: Its height.
        name: The name, broken into lines.
        beside: What it does or through whom it acts, broken into lines.
        language: The language of the name.
        kind: `party`, `agreement` or `supporter`.
    """

    x: float
    y: float
    width: float
    height: float
    name: list[str]
    beside: list[str]
    language: str | None
    kind: str

    @property
    def middle(self) -> float:
        """Half its height."""
        return self.y + self.height / 2

    @property
    def letters(self) -> Iterator[tuple[float, str, bool]]:
        """The lines of text: the place of each, its words, and whether they are of the name."""
        texts = [*self.name, *self.beside]
        top = self.middle - _LEADING * len(texts) / 2
        for number, text in enumerate(texts):
            yield top + _LEADING * (number + 0.75), text, number < len(self.name)


@attrs.frozen
class Diagram:
    """The whole drawing.

    Attributes:
        width: Its width.
        height: Its height.
        boxes: Who takes part.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]

    @property
    def trunk(self) -> float:
        """Where the line down the middle is."""
        return self.width / 2

    def has(self, kind: str) -> bool:
        """Tell whether somebody of a kind is there."""
        return any(box.kind == kind for box in self.boxes)

    def span(self, kind: str) -> tuple[float, float]:
        """Return from where to where the trunk leads that joins the boxes of a kind to the agreement."""
        (agreement,) = (box for box in self.boxes if box.kind == "agreement")
        middles = [box.middle for box in self.boxes if box.kind == kind]
        return (middles[0], agreement.y) if kind == "party" else (agreement.y + agreement.height, middles[-1])


def diagram(teller: Teller, agreement: Agreement, anchor: str) -> Figure | None:
    """Draw the parties and supporters of an agreement; None when there is only one of them, or none.

    Args:
        teller: Knows the bundle.
        agreement: The agreement.
        anchor: The anchor of the figure.
    """
    if len(agreement.parties) + len(agreement.supporters) <= 1:
        return None
    boxes: list[Box] = []
    y = _rows(boxes, [_party(teller, each) for each in agreement.parties], "party", 1.0)
    title = teller.brief(agreement)
    beside = Words(f"{say.code(agreement.kind)} · {say.code(agreement.status).lower()}")
    boxes.append(_box((title, beside), "agreement", x=(WIDTH - 1.4 * _BOX) / 2, y=y, width=1.4 * _BOX))
    y += boxes[-1].height + _SPACE
    y = _rows(boxes, [_supporter(teller, each) for each in agreement.supporters], "supporter", y + _SPACE / 2)
    return Figure(
        name="diagram",
        anchor=anchor,
        title="Parties and supporters" if agreement.supporters else "Parties",
        drawing=Diagram(WIDTH, y - _SPACE + 1, tuple(boxes)),
        lines=tuple(_in_words(teller, agreement)),
    )


def _party(teller: Teller, party: Party) -> tuple[Words, Words]:
    through = teller.named(party.acting_through)
    return teller.link(party.organization), Words(f"through {through}" if through else "")


def _supporter(teller: Teller, supporter: Supporter) -> tuple[Words, Words]:
    return teller.link(supporter.organization), Words(", ".join(say.code(role).lower() for role in supporter.roles))


def _rows(boxes: list[Box], named: list[tuple[Words, Words]], kind: str, y: float) -> float:
    """Set boxes in two columns, the last one alone in the middle if their number is odd; return where they end."""
    for first in range(0, len(named), 2):
        pair = named[first : first + 2]
        left = [0.5, WIDTH - _BOX - 0.5] if len(pair) == 2 else [0.5]
        row = [_box(words, kind, x=x, y=y, width=_BOX) for words, x in zip(pair, left, strict=True)]
        height = max(box.height for box in row)
        boxes += (attrs.evolve(box, height=height) for box in row)
        y += height + _SPACE
    return y + (_SPACE / 2 if named and kind == "party" else 0)


def _box(words: tuple[Words, Words], kind: str, *, x: float, y: float, width: float) -> Box:
    name, beside = words
    room = (width - 2 * _PADDING) / _LETTER
    broken = lines(name.text, room / 1.06, 5)  # names are bold
    below = lines(beside.text, room, 3) if beside.text else []
    height = 2 * _PADDING + _LEADING * (len(broken) + len(below))
    return Box(x, y, width, height, broken, below, name.language, kind)


def _in_words(teller: Teller, agreement: Agreement) -> Iterator[Line]:
    """Yield the drawing in words."""
    if agreement.parties:
        yield Words("Bound by it: "), *teller.links(tuple(party.organization for party in agreement.parties))
    for supporter in agreement.supporters:
        roles = ", ".join(say.code(role).lower() for role in supporter.roles)
        yield teller.link(supporter.organization), Words(f": {roles}")
