"""Random faces of constant stroke, like the dies that plates are pressed with.

Every call draws another die: where the bars stand, how round the corners are, whether 1 has a foot and I has serifs. The variety keeps
the net from learning one alphabet.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from .alphabet import GLYPHS
from .chance import Chance

GLYPH_HEIGHT = 72
"""Cap height of the master glyphs in pixels."""
GLYPH_MARGIN = 8
"""Rows kept above and below the cap height, for the tail of Q."""


@dataclass(frozen=True)
class Die:
    """The choices of one die; lengths are fractions of the letter's box."""

    middle: float
    terminal: float
    one: int
    i_bars: float
    slashed_zero: bool
    two_round: int
    three_flat: bool
    four: int
    four_x: float
    five_hook: bool
    six_straight: bool
    seven: int
    eight_waist: float
    apex: float
    v_foot: float
    v_knee: float
    t_bar: float
    l_foot: float
    a_round: bool
    g_bar: float
    j_bar: bool
    m_depth: float
    w_depth: float
    w_slanted: bool
    w_upright: bool
    m_width: float
    r_kinked: bool
    y_fork: float

    @staticmethod
    def random(chance: Chance) -> "Die":
        u, pick, flip = chance.uniform, chance.pick, chance.flip
        return Die(
            middle=u(0.44, 0.52), terminal=u(0.16, 0.3), one=pick(0, 1, 1, 1, 2, 3), i_bars=pick(0, 0, u(0.2, 0.5), u(0.2, 0.5), u(0.2, 0.5)),
            slashed_zero=flip(0.04), two_round=pick(0, 0, 1), three_flat=flip(0.2), four=pick(0, 0, 1, 2), four_x=u(0.62, 0.85),
            five_hook=flip(0.5), six_straight=flip(0.25), seven=pick(0, 0, 1, 2), eight_waist=u(0, 0.1), apex=pick(0, 0, u(0.02, 0.15)),
            v_foot=pick(0, u(0, 0.08), u(0.02, 0.14), u(0.1, 0.2)),
            v_knee=pick(0, 0, 0, u(0.1, 0.45)), t_bar=pick(0.5, 0.5, u(0.3, 0.45)), l_foot=pick(1, 1, u(0.7, 0.95)), a_round=flip(0.05), g_bar=u(0.4, 0.7), j_bar=flip(0.2), m_depth=u(0.35, 0.95), w_depth=u(0.1, 0.5), w_slanted=flip(0.6),
            w_upright=flip(0.5), m_width=pick(1.0, 1.0, u(1.05, 1.35)), r_kinked=flip(0.2), y_fork=u(0.42, 0.6),
        )  # fmt: skip


def _open(*points):
    return (False, points)


def _closed(*points):
    return (True, points)


def skeletons(die: Die) -> dict:
    """Strokes of every glyph in the unit box. A point is (x, y), or (x, y, 1) where the corner is rounded."""
    d, m, t, e = die, die.middle, die.terminal, die.eight_waist
    box = _closed((0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1))
    k = 0 if d.m_width <= 1 else 0.08
    lean = 0.0 if d.w_upright else 0.08
    bowl_end = ((1, m - 0.06, 1), (0, m - 0.06))
    six = [_open((1, t), (1, 0, 1), (0, 0, 1), (0, 1, 1), (1, 1, 1), *bowl_end)]
    if d.six_straight:
        six = [_open((0.8, 0), (0.45, 0, 1), (0, 0.45, 1), (0, 1, 1), (1, 1, 1), (1, m - 0.06, 1), (0, m - 0.06, 1), (0, 0.7))]
    nine = [(closed, tuple((1 - p[0], 1 - p[1]) + tuple(p[2:]) for p in points)) for closed, points in six]
    lower3 = ((1, 1, 1), (0, 1, 1), (0, 1 - t))
    three = (
        [_open((0, 0), (1, 0), (0.45, 0.4), (1, 0.4, 1), *lower3)]
        if d.three_flat
        else [_open((0, t), (0, 0, 1), (1, 0, 1), (1, m, 1), (0.4, m)), _open((0.4, m), (1, m, 1), *lower3)]
    )
    stem = _open((0.5, 0), (0.5, 1))
    bars = [_open((0.5 - d.i_bars, y), (0.5 + d.i_bars, y)) for y in (0, 1)] if d.i_bars else []
    return {
        "0": [box] + ([_open((0.95, 0.12), (0.05, 0.88))] if d.slashed_zero else []),
        "O": [box],
        "Q": [box, _open((0.55, 0.72), (1.02, 1.04))],
        "1": {
            0: [stem],
            1: [_open((0.15, 0.2), (0.55, 0), (0.55, 1))],
            2: [_open((0.15, 0.2), (0.5, 0), (0.5, 1)), _open((0.1, 1), (0.9, 1))],
            3: [_open((0.25, 0.12), (0.6, 0), (0.6, 1))],
        }[d.one],
        "I": [stem] + bars,
        "2": [_open((0, t), (0, 0, 1), (1, 0, 1), (1, 0.42, 1), (0, 0.86 if d.two_round else 1, d.two_round), (0, 1), (1, 1))],
        "3": three,
        "4": [_open((d.four_x, 1), (d.four_x, 0), (0, 0.7), (1, 0.7))]
        if d.four < 2
        else [_open((0.45, 0), (0, 0.68), (1, 0.68)), _open((d.four_x, 0.35), (d.four_x, 1))],
        "5": [_open((0.95, 0), (0.06, 0), (0.02, m - 0.02), (0.25, m - 0.1, 1), (1, m - 0.1, 1), *lower3)]
        if d.five_hook
        else [_open((0.95, 0), (0.03, 0), (0, m - 0.04), (1, m - 0.04, 1), *lower3)],
        "6": six,
        "7": {
            0: [_open((0, 0), (1, 0), (0.35, 1))],
            1: [_open((0, 0.12), (0, 0), (1, 0), (1, 0.15), (0.4, 0.6, 1), (0.4, 1))],
            2: [_open((0, 0), (1, 0), (1, 0.18), (0.3, 1))],
        }[d.seven],
        "8": [_closed((e, 0, 1), (1 - e, 0, 1), (1 - e, m, 1), (e, m, 1)), _closed((0, m, 1), (1, m, 1), (1, 1, 1), (0, 1, 1))],
        "9": nine,
        "A": [_open((0, 1), (0, 0.35), (0.3, 0, 1), (0.7, 0, 1), (1, 0.35), (1, 1)), _open((0, 0.62), (1, 0.62))]
        if d.a_round
        else [_open((0, 1), (0.5 - d.apex, 0), (0.5 + d.apex, 0), (1, 1)), _open((0.2, 0.68), (0.8, 0.68))],
        "B": [_closed((0, 0), (1 - e, 0, 1), (1 - e, m, 1), (0, m)), _closed((0, m), (1, m, 1), (1, 1, 1), (0, 1))],
        "C": [_open((1, t), (1, 0, 1), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 1 - t))],
        "D": [_closed((0, 0), (1, 0, 1), (1, 1, 1), (0, 1))],
        "E": [_open((1, 0), (0, 0), (0, 1), (1, 1)), _open((0, m), (0.8, m))],
        "F": [_open((1, 0), (0, 0), (0, 1)), _open((0, m + 0.02), (0.8, m + 0.02))],
        "G": [_open((1, t), (1, 0, 1), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 0.55), (d.g_bar, 0.55))],
        "H": [_open((0, 0), (0, 1)), _open((1, 0), (1, 1)), _open((0, m), (1, m))],
        "J": [_open((1, 0), (1, 1, 1), (0, 1, 1), (0, 0.95 - t))] + ([_open((0.5, 0), (1, 0))] if d.j_bar else []),
        "K": [_open((0, 0), (0, 1)), _open((1, 0), (0, 0.62)), _open((0.33, 0.42), (1, 1))],
        "L": [_open((0, 0), (0, 1), (d.l_foot, 1))],
        "M": [_open((-k, 1), (-k, 0), (0.5, d.m_depth), (1 + k, 0), (1 + k, 1))],
        "N": [_open((0, 1), (0, 0), (1, 1), (1, 0))],
        "P": [_open((0, 1), (0, 0), (1, 0, 1), (1, 0.55, 1), (0, 0.55))],
        "R": [_open((0, 1), (0, 0), (1, 0, 1), (1, m + 0.02, 1), (0, m + 0.02)), _open((0.5, m + 0.02), (1, m + 0.1, 1), (1, 1))]
        if d.r_kinked
        else [_open((0, 1), (0, 0), (1, 0, 1), (1, m + 0.04, 1), (0, m + 0.04)), _open((0.45, m + 0.04), (1, 1))],
        "S": [_open((1, t), (1, 0, 1), (0, 0, 1), (0, m, 1), (1, m + 0.02, 1), *lower3)],
        "T": [_open((0.5 - d.t_bar, 0), (0.5 + d.t_bar, 0)), stem],
        "U": [_open((0, 0), (0, 1, 1), (1, 1, 1), (1, 0))],
        "V": [_open((0, 0), (0, d.v_knee), (0.5 - d.v_foot, 1), (0.5 + d.v_foot, 1), (1, d.v_knee), (1, 0))],
        "W": [_open((-k, 0), (0.2, 1), (0.5, d.w_depth), (0.8, 1), (1 + k, 0))]
        if d.w_slanted
        else [_open((-k, 0), (lean - k, 1), (0.5, d.w_depth + 0.15), (1 + k - lean, 1), (1 + k, 0))],
        "X": [_open((0, 0), (1, 1)), _open((1, 0), (0, 1))],
        "Y": [_open((0, 0), (0.5, d.y_fork), (1, 0)), _open((0.5, d.y_fork), (0.5, 1))],
        "Z": [_open((0, 0), (1, 0), (0, 1), (1, 1))],
    }


def _rounded(points, closed: bool, radius: float) -> np.ndarray:
    """A polyline in which the flagged corners are Bezier arcs."""
    out, n = [], len(points)
    for i, p in enumerate(points):
        at_end = not closed and i in (0, n - 1)
        before, after = points[i - 1], points[(i + 1) % n]
        b = np.array(p[:2])
        to_before, to_after = np.array(before[:2]) - b, np.array(after[:2]) - b
        lb, la = np.linalg.norm(to_before), np.linalg.norm(to_after)
        if len(p) < 3 or not p[2] or at_end or lb < 1e-3 or la < 1e-3:
            out.append(tuple(p[:2]))
            continue
        share = lambda q: 0.5 if len(q) > 2 and q[2] else 0.95  # noqa: E731
        start = b + to_before / lb * min(radius, lb * share(before))
        end = b + to_after / la * min(radius, la * share(after))
        c1, c2 = b + (start - b) * 0.448, b + (end - b) * 0.448
        for q in np.linspace(0, 1, 6):
            out.append(tuple((1 - q) ** 3 * start + 3 * (1 - q) ** 2 * q * c1 + 3 * (1 - q) * q * q * c2 + q**3 * end))
    return np.array(out)


def stroke_face(chance: Chance) -> dict:
    """Glyph masks (uint8, GLYPH_HEIGHT plus margins high) of one random die."""
    die = Die.random(chance)
    paths = skeletons(die)
    thickness = chance.uniform(0.10, 0.19) * GLYPH_HEIGHT
    aspect = chance.uniform(0.36, 0.62)
    radius = GLYPH_HEIGHT * aspect * chance.uniform(0.18, 0.75)
    jitter = chance.uniform(0, 0.02)
    cut_ends = chance.flip(0.4)
    return {c: _glyph(c, paths[c], die, thickness, aspect, radius, jitter, cut_ends, chance) for c in GLYPHS}


def _glyph(c, strokes, die, thickness, aspect, radius, jitter, cut_ends, chance) -> np.ndarray:
    width = aspect * GLYPH_HEIGHT
    if c in "1I":
        bare = (c == "1" and die.one != 2) or (c == "I" and not die.i_bars)
        width *= chance.uniform(0.35, 0.6) if bare else 0.7
    elif c in "MW":
        width *= die.m_width
    elif c == "J":
        width *= chance.uniform(0.8, 1)
    width = max(width - thickness, 2)
    pad = int(thickness) + 8
    image = np.zeros(((GLYPH_HEIGHT + 2 * GLYPH_MARGIN) * 2, int((width + thickness + 2 * pad) * 2)), np.uint8)
    for closed, points in strokes:
        placed = []
        for p in points:
            dy = chance.uniform(-jitter, jitter) if 0 < p[1] < 1 else 0
            x = (p[0] + chance.uniform(-jitter, jitter)) * width + thickness / 2 + pad
            y = (p[1] + dy) * (GLYPH_HEIGHT - thickness) + thickness / 2 + GLYPH_MARGIN
            placed.append((x, y) + tuple(p[2:]))
        line = np.round(_rounded(placed, closed, radius) * 16).astype(np.int32).reshape(-1, 1, 2)
        cv2.polylines(image, [line], closed, 255, max(1, round(thickness * 2)), cv2.LINE_AA, 3)
    if cut_ends:
        image[: 2 * GLYPH_MARGIN] = 0
        image[-2 * GLYPH_MARGIN :] = 0
    image = cv2.resize(image, (image.shape[1] // 2, GLYPH_HEIGHT + 2 * GLYPH_MARGIN), interpolation=cv2.INTER_AREA)
    columns = np.where(image.max(0) > 40)[0]
    return image[:, columns[0] : columns[-1] + 1]
