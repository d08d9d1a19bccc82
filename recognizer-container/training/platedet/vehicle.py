"""Drawn vehicles (RGBA sprites) with a place for a plate. Nothing here comes from a photograph of a vehicle."""

import math

import cv2
import numpy as np

from .cars import front, rear
from .others import collage, motorcycle, truck


def vehicle(ch, words, kind, photos=None):
    u, flip = ch.uniform, ch.flip
    form = ch.scalar.random()
    if kind == "two":
        maker = motorcycle if form < 0.5 else truck if form < 0.75 else rear
    else:
        maker = rear if form < 0.52 else front if form < 0.74 else truck if form < 0.86 else collage
    close = maker is collage or flip(0.42)
    scale = math.exp(u(math.log(560), math.log(1500))) if close else u(240, 420)
    if maker is motorcycle:
        scale *= 0.8
    if close:
        wide, high = 620, 440
    else:
        wide, high = int(scale * 1.12) + 8, int(scale * 1.5) + 8
    sprite = maker(ch, words, kind, scale, wide, high, close)
    ys, xs = np.where(sprite.alpha.any(1))[0], np.where(sprite.alpha.any(0))[0]
    y0, y1, x0, x1 = ys[0], ys[-1] + 1, xs[0], xs[-1] + 1
    x, y, w, h = sprite.slot
    sprite.rgb, sprite.alpha, sprite.slot = sprite.rgb[y0:y1, x0:x1], np.ascontiguousarray(sprite.alpha[y0:y1, x0:x1]), (x - x0, y - y0, w, h)
    sprite.close = close
    _finish(sprite, ch, photos)
    return sprite


def _finish(s, ch, photos):
    """Reflections (of a photograph, at times), streaks of light, grain and dirt on the whole body."""
    u = ch.uniform
    h, w = s.alpha.shape
    f = s.rgb.astype(np.float32)
    if photos and ch.flip(0.45):
        p = ch.one_of(photos)
        k = u(0.15, 1)
        ph, pw = max(8, int(p.shape[0] * k)), max(8, int(p.shape[1] * k))
        y, x = ch.integer(0, p.shape[0] - ph), ch.integer(0, p.shape[1] - pw)
        r = cv2.resize(p[y : y + ph, x : x + pw], (w, h), interpolation=cv2.INTER_LINEAR).astype(np.float32)
        if ch.flip(0.5):
            r = cv2.GaussianBlur(r, (0, 0), u(1, 6))
        if ch.flip(0.5):
            f += (r - r.mean()) * u(0.08, 0.4)
        else:
            f += (r - f) * u(0.05, 0.35)
    for _ in range(ch.pick(0, 0, 1, 2, 3)):
        layer = np.zeros((h, w), np.uint8)
        if ch.flip(0.5):
            x, t = ch.integer(0, w), ch.integer(3, max(4, w // 6))
            cv2.line(layer, (x, 0), (x + ch.integer(-w // 3, w // 3), h), 255, t)
        else:
            y, t = ch.integer(0, h), ch.integer(2, max(3, h // 8))
            cv2.line(layer, (0, y), (w, y + ch.integer(-h // 12, h // 12)), 255, t)
        layer = cv2.blur(layer, (ch.integer(2, 30), ch.integer(2, 30)))
        f += (layer.astype(np.float32) * (u(-60, 90) / 255))[..., None]
    if ch.flip(0.6):
        g = cv2.resize(ch.noise(u(3, 16), (max(2, h // ch.pick(30, 60, 120)), max(2, w // ch.pick(30, 60, 120)))), (w, h), interpolation=cv2.INTER_CUBIC)
        f += g[..., None]
    if ch.flip(0.5):
        f *= np.linspace(u(0.7, 1.15), u(0.7, 1.15), h, dtype=np.float32)[:, None, None]
    if ch.flip(0.4):
        f *= np.linspace(u(0.6, 1.1), u(0.6, 1.1), w, dtype=np.float32)[None, :, None]
    if ch.flip(0.15):
        f += (
            (np.clip(ch.noise(1.0, (h // 2, w // 2)).repeat(2, 0).repeat(2, 1), -3, 3) * u(2, 9))[: f.shape[0], : f.shape[1], None]
            if h % 2 == 0 and w % 2 == 0
            else 0
        )
    s.rgb = np.clip(f, 0, 255).astype(np.uint8)
    if ch.flip(0.5):
        k = u(0.4, 1.1)
        s.rgb = cv2.GaussianBlur(s.rgb, (0, 0), k)
