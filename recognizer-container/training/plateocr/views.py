"""Which part of a scene a crop shows, how large and at which angle: drawn for a whole batch with numpy."""

import numpy as np

from .scenes import EU, TEXT, TWO, US

GROUPS = (4, 3)
"""Samples are taken in groups of like shape: so many shapes, and so many sizes of each."""


class Views:
    """corners: n x 4 x 2 in scene pixels, clockwise from the upper left; wide, high: pixels of the crop; legible: whether the serial is in it."""

    def __init__(self, meta: np.ndarray, rng: np.random.Generator):
        n = len(meta)
        u = lambda a, b: rng.uniform(a, b, n).astype(np.float32)
        flip = lambda p: rng.random(n) < p
        kind = meta[:, 0].astype(int)
        px, py, pw, ph = meta[:, 1], meta[:, 2], meta[:, 3], meta[:, 4]
        x0, y0, x1, y1 = meta[:, 5], meta[:, 6], meta[:, 7], meta[:, 8]
        h = y1 - y0
        # the line as text detection gives it, padded as the recogniser pads it, a little off
        along = np.where(flip(0.15), u(0.0, 0.1), u(0.05, 0.6))
        across = np.where(flip(0.15), u(-0.04, 0.08), np.where(flip(0.25), u(0.4, 1.1), u(0.05, 0.7)))
        off = lambda: rng.normal(0, 0.07, n)
        line = np.stack([x0 - (along + off()) * h, y0 - (across + off()) * h, x1 + (along + off()) * h, y1 + (across + off()) * h], 1)
        # the plate's rectangle
        plate = np.stack([px + u(-0.13, 0.05) * pw, py + u(-0.2, 0.1) * ph, px + pw * u(0.95, 1.13), py + ph * u(0.9, 1.2)], 1)
        of_plate = flip(0.3) & (kind != TWO) & (kind != TEXT)
        box = np.where(of_plate[:, None], plate, line)
        # at most two fifths of the other line of two
        shown = u(0, 0.4) * (meta[:, 12] - meta[:, 10])
        two = kind == TWO
        above = meta[:, 10] < y0
        box[:, 1] = np.where(two & above, np.maximum(box[:, 1], meta[:, 12] - shown), box[:, 1])
        box[:, 3] = np.where(two & ~above, np.minimum(box[:, 3], meta[:, 10] + shown), box[:, 3])
        # never cutting a character, but for the edges of the strokes
        slack = np.where(flip(0.12), u(0.0, 0.05), u(-0.06, 0.0)) * h
        box[:, 0] = np.minimum(box[:, 0], x0 + slack - 1)
        box[:, 1] = np.minimum(box[:, 1], y0 + slack)
        box[:, 2] = np.maximum(box[:, 2], x1 - slack + 1)
        box[:, 3] = np.maximum(box[:, 3], y1 - slack)
        self.legible = np.ones(n, bool)
        # the state's name or slogan, with at most a fifth of the serial: nothing to read
        room = np.minimum(y0 - py, py + ph - y1)
        beside = (kind == US) & (room > 10) & flip(0.05)
        over = flip(0.5)
        cut = u(-0.05, 0.2) * h
        name = np.stack(
            [
                px + u(-0.1, 0.35) * pw,
                np.where(over, py + u(-0.15, 0.02) * ph, y1 - cut),
                px + pw * u(0.65, 1.1),
                np.where(over, y0 + cut, py + ph * u(0.98, 1.15)),
            ],
            1,
        )
        box = np.where(beside[:, None], name, box)
        self.legible &= ~beside
        self.legible &= kind != TEXT
        self.box = box
        # angle
        turn = np.radians(np.where(flip(0.85), rng.normal(0, 2.2, n), u(-11, 11)))
        shear_x, shear_y, loose = rng.normal(0, 0.08, n), rng.normal(0, 0.025, n), u(0, 0.045)
        cx, cy = px + pw / 2, py + ph / 2
        corners = np.empty((n, 4, 2), np.float32)
        for i, (a, b) in enumerate(((0, 1), (2, 1), (2, 3), (0, 3))):
            dx, dy = box[:, a] - cx, box[:, b] - cy
            corners[:, i, 0] = cx + dx * np.cos(turn) - dy * np.sin(turn) + shear_x * dy + rng.normal(0, 1, n) * loose * ph * 0.5
            corners[:, i, 1] = cy + dx * np.sin(turn) + dy * np.cos(turn) + shear_y * dx + rng.normal(0, 1, n) * loose * ph * 0.5
        self.corners = corners
        # size in the picture: mostly small
        width = np.where(flip(0.8), np.exp(u(np.log(42), np.log(170))), u(120, 280))
        width = width * np.select([kind == EU, kind == TWO, kind == TEXT], [1.3, 0.7, u(0.5, 1.0)], 1.0)
        scale = width / pw
        self.wide = np.clip((box[:, 2] - box[:, 0]) * scale, 18, 300)
        self.high = np.clip((box[:, 3] - box[:, 1]) * scale * u(0.88, 1.12), 9, 150)

    def groups(self, rng: np.random.Generator) -> list:
        """(indices, wide, high) of like samples: they are seen at one size, that of one of them."""
        out, _n = [], len(self.wide)
        aspect = np.argsort(self.high / self.wide)
        for part in np.array_split(aspect, GROUPS[0]):
            part = part[np.argsort(self.wide[part])]
            for g in np.array_split(part, GROUPS[1]):
                if len(g):
                    wide = round(self.wide[rng.choice(g)])
                    high = round(wide * np.median(self.high[g] / self.wide[g]))
                    out.append((g, max(16, wide), min(max(9, high), 160)))
        return out
