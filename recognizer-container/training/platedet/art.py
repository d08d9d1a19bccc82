"""Paper and pencil: a canvas in units of a vehicle's width, colours of paint, letters from masks."""

import math

import cv2
import numpy as np

SHIFT = 4
ONE = 1 << SHIFT


class Art:
    """A premultiplied-free RGBA canvas in float-free uint8, drawn in units of the vehicle's width."""

    def __init__(self, wide, high, scale, ox, oy):
        self.c = np.zeros((high, wide, 3), np.uint8)
        self.a = np.zeros((high, wide), np.uint8)
        self.s, self.ox, self.oy = scale, ox, oy

    def pts(self, p):
        p = np.asarray(p, np.float32) * self.s + (self.ox, self.oy)
        return np.round(p * ONE).astype(np.int32)

    def poly(self, p, colour, body=False):
        q = self.pts(p)
        cv2.fillPoly(self.c, [q], colour, cv2.LINE_AA, SHIFT)
        if body:
            cv2.fillPoly(self.a, [q], 255, cv2.LINE_AA, SHIFT)

    def line(self, p, colour, thick=0.006, closed=False):
        cv2.polylines(self.c, [self.pts(p)], closed, colour, max(1, round(thick * self.s)), cv2.LINE_AA, SHIFT)

    def oval(self, x, y, rx, ry, colour, body=False, angle=0.0, thick=-1.0):
        c = self.pts([(x, y)])[0]
        t = -1 if thick < 0 else max(1, round(thick * self.s))
        axes = (max(1, round(rx * self.s * ONE)), max(1, round(ry * self.s * ONE)))
        cv2.ellipse(self.c, tuple(map(int, c)), axes, angle, 0, 360, colour, t, cv2.LINE_AA, SHIFT)
        if body:
            cv2.ellipse(self.a, tuple(map(int, c)), axes, angle, 0, 360, 255, -1, cv2.LINE_AA, SHIFT)

    def box(self, x0, y0, x1, y1, colour, body=False, r=0.0):
        self.poly(rounded(x0, y0, x1, y1, r), colour, body)

    def blend(self, mask_pts, colour, alpha):
        """Draws a polygon half transparent."""
        q = self.pts(mask_pts)
        x0, y0 = np.maximum(q.min(0) // ONE - 1, 0)
        x1, y1 = np.minimum(q.max(0) // ONE + 2, (self.c.shape[1], self.c.shape[0]))
        if x1 <= x0 or y1 <= y0:
            return
        part = self.c[y0:y1, x0:x1]
        layer = part.copy()
        cv2.fillPoly(layer, [q - np.array([x0, y0], np.int32) * ONE], colour, cv2.LINE_AA, SHIFT)
        cv2.addWeighted(layer, alpha, part, 1 - alpha, 0, part)

    def text(self, mask, x, y, high, colour, alpha=1.0, widest=9.0, centre=True):
        """Letters of a mask at x (centre or left), y (middle); returns the half width."""
        h = max(2, round(high * self.s))
        w = max(3, round(min(mask.shape[1] * h / mask.shape[0], widest * self.s)))
        m = cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA)
        px, py = round(x * self.s + self.ox - (w / 2 if centre else 0)), round(y * self.s + self.oy - h / 2)
        paste(self.c, m, px, py, colour, alpha)
        return w / self.s / 2


def paste(image, mask, x, y, colour, alpha=1.0):
    h, w = mask.shape
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, image.shape[1]), min(y + h, image.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    part = image[y0:y1, x0:x1]
    m = (mask[y0 - y : y1 - y, x0 - x : x1 - x].astype(np.float32) * (alpha / 255.0))[..., None]
    part[:] = part + (np.asarray(colour, np.float32) - part) * m


def rounded(x0, y0, x1, y1, r):
    if r <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    r = min(r, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    out = []
    for cx, cy, a0 in ((x1 - r, y0 + r, -90), (x1 - r, y1 - r, 0), (x0 + r, y1 - r, 90), (x0 + r, y0 + r, 180)):
        for k in range(4):
            a = math.radians(a0 + k * 30)
            out.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    return out


def mirror(p):
    return [(-x, y) for x, y in p]


def grey(v, tint=(1, 1, 1)):
    return tuple(int(min(255, max(0, v * t))) for t in tint)


def paint_colour(ch):
    u = ch.uniform
    kind = ch.scalar.random()
    if kind < 0.22:
        v = u(185, 245)
        return (v, v * u(0.96, 1), v * u(0.93, 1.02))
    if kind < 0.45:
        v = u(110, 185)
        return (v, v * u(0.97, 1.02), v * u(0.93, 1.05))
    if kind < 0.66:
        v = u(12, 70)
        return (v, v * u(0.95, 1.05), v * u(0.95, 1.15))
    hsv = np.uint8([[[ch.pick(0, 0, 2, 5, 12, 25, 60, 90, 105, 110, 115, 120, 150, 175), round(u(70, 235)), round(u(45, 215))]]])
    return tuple(float(v) for v in cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0, 0])


def shade(colour, k, plus=0.0):
    return tuple(int(min(255, max(0, v * k + plus))) for v in colour)
