"""Made documents, each a shape that grows: in files by subject."""

from cost.shapes import (
    annotations,
    crossed,
    derived,
    free,
    mistakes,
    names,
    reading,
    references,
    repeated,
    texts,
    valid,
)
from cost.shapes._shape import SHAPES, Shape

__all__ = ["SHAPES", "Shape"]

_SUBJECTS = (annotations, crossed, derived, free, mistakes, names, reading, references, repeated, texts, valid)
