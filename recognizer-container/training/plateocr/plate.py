"""A drawn plate: its canvas, what it says, and where."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Plate:
    canvas: np.ndarray
    """Grey float32, the plain rectangle of the plate with its frame."""
    serial: str
    """With separators, as drawn."""
    box: tuple
    """left, top, right, bottom of the serial on the canvas."""
    kind: str
    """us, eu or br."""
