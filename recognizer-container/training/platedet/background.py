"""Drawn backgrounds: streets, walls, foliage, fences, garages, heaps of rectangles."""

import cv2
import numpy as np

from .art import grey, paint_colour, shade


def procedural(ch, w=1000, h=640):
    u, flip = ch.uniform, ch.flip
    im = np.zeros((h, w, 3), np.float32)
    tint = np.array((u(0.85, 1.1), u(0.9, 1.05), u(0.8, 1.15)), np.float32)
    ch.one_of((_street, _street, _wall, _foliage, _fence, _garage, _rectangles))(im, tint, ch)
    if flip(0.8):
        im += cv2.resize(ch.noise(u(2, 18), (h // ch.pick(1, 2, 4) + 1, w // ch.pick(1, 2, 4) + 1)), (w, h), interpolation=cv2.INTER_LINEAR)[..., None]
    im += cv2.resize(ch.noise(u(0, 14), (8, 10)), (w, h), interpolation=cv2.INTER_CUBIC)[..., None]
    im = np.clip(im, 0, 255).astype(np.uint8)
    return cv2.GaussianBlur(im, (0, 0), u(0.5, 3)) if flip(0.5) else im


def _street(im, tint, ch):
    """A sky, houses or trees, asphalt with its lines."""
    u, flip, (h, w) = ch.uniform, ch.flip, im.shape[:2]
    sky, horizon = u(90, 255), int(h * u(0.2, 0.5))
    im[:horizon] = np.linspace(sky, sky * u(0.7, 1.2), horizon, dtype=np.float32)[:, None, None] * np.array((u(0.7, 1), u(0.85, 1), 1), np.float32)
    road = u(40, 170)
    im[horizon:] = np.linspace(road * u(0.7, 1.2), road, h - horizon, dtype=np.float32)[:, None, None] * tint
    x = -30
    while x < w:
        wide, high = ch.integer(40, 260), ch.integer(20, max(30, horizon))
        if flip(0.5):
            _house(im, x, horizon, wide, high, ch)
        elif flip(0.8):
            _tree(im, x, horizon, wide, high, ch)
        x += int(wide * u(0.5, 1.2))
    vanishing = w * u(0.2, 0.8)
    for _ in range(ch.integer(0, 5)):
        end = u(-0.5, 1.5) * w
        colour = ch.pick((235, 235, 230), (230, 190, 60), grey(u(60, 220)))
        cv2.line(im, (int(vanishing), horizon), (int(end), h), colour, ch.integer(3, 16), cv2.LINE_AA)
    if flip(0.4):
        y = horizon + int((h - horizon) * u(0.05, 0.5))
        cv2.line(im, (0, y), (w, y + ch.integer(-40, 40)), grey(u(80, 220)), ch.integer(2, 12), cv2.LINE_AA)


def _house(im, x, horizon, wide, high, ch):
    colour = paint_colour(ch)
    cv2.rectangle(im, (x, horizon - high), (x + wide, horizon + ch.integer(0, 15)), colour, -1)
    step_x, step_y = ch.integer(10, 34), ch.integer(12, 34)
    dark = ch.uniform(0.2, 0.8)
    window = shade(colour, dark) if ch.flip(0.7) else (250, 240, 180)
    for top in range(horizon - high + 6, horizon - 6, step_y):
        for left in range(x + 5, x + wide - 8, step_x):
            cv2.rectangle(im, (left, top), (left + step_x // 2, top + step_y // 2), window, -1)


def _tree(im, x, horizon, wide, high, ch):
    u = ch.uniform
    noise = cv2.resize(ch.noise(1.0, (high // 3 + 2, wide // 3 + 2)), (wide, high + 8), interpolation=cv2.INTER_LINEAR)
    patch = (u(30, 130) + noise * u(10, 45))[..., None] * np.array((u(0.5, 1), u(0.9, 1.1), u(0.3, 0.7)), np.float32)
    x0, x1, y0 = max(x, 0), min(x + wide, im.shape[1]), max(horizon - high, 0)
    im[y0:horizon, x0:x1] = patch[: horizon - y0, x0 - x : x1 - x]


def _wall(im, tint, ch):
    """Bricks, boards, shutters."""
    (h, w), colour, joint = im.shape[:2], paint_colour(ch), ch.uniform(0.5, 1.3)
    im[:] = colour
    high, wide = ch.integer(8, 50), ch.integer(16, 140)
    for i, y in enumerate(range(0, h, high)):
        cv2.line(im, (0, y), (w, y), shade(colour, joint), ch.integer(1, 3))
        if wide < 120:
            for x in range((i % 2) * wide // 2, w, wide):
                cv2.line(im, (x, y), (x, y + high), shade(colour, joint), 1)


def _foliage(im, tint, ch):
    """Leaves or gravel: noise of several scales."""
    u, (h, w) = ch.uniform, im.shape[:2]
    for size in (3, 6, 14, 40, 120):
        im += cv2.resize(ch.noise(u(4, 26), (h // size + 2, w // size + 2)), (w, h), interpolation=cv2.INTER_CUBIC)[..., None]
    im[:] = (im + u(40, 190)) * (tint if ch.flip(0.5) else np.array((u(0.4, 0.9), u(0.8, 1.1), u(0.2, 0.6)), np.float32))


def _fence(im, tint, ch):
    """A fence or grille before something."""
    u, (h, w) = ch.uniform, im.shape[:2]
    im[:] = np.linspace(u(0, 255), u(0, 255), h, dtype=np.float32)[:, None, None] * tint
    step, thick, colour = ch.integer(10, 70), ch.integer(1, 9), grey(u(0, 255))
    for x in range(0, w, step):
        cv2.line(im, (x, 0), (x, h), colour, thick, cv2.LINE_AA)
    if ch.flip(0.6):
        for y in range(0, h, ch.integer(20, 160)):
            cv2.line(im, (0, y), (w, y), colour, thick, cv2.LINE_AA)


def _garage(im, tint, ch):
    """Dark, with lamps, pillars and painted lines."""
    u, (h, w) = ch.uniform, im.shape[:2]
    im[:] = np.linspace(u(10, 60), u(40, 130), h, dtype=np.float32)[:, None, None] * tint
    for _ in range(ch.integer(2, 12)):
        middle = (ch.integer(0, w), ch.integer(0, h // 3))
        cv2.ellipse(im, middle, (ch.integer(4, 60), ch.integer(2, 9)), 0, 0, 360, grey(u(180, 255)), -1, cv2.LINE_AA)
    for _ in range(ch.integer(0, 5)):
        x = ch.integer(0, w)
        cv2.rectangle(im, (x, 0), (x + ch.integer(10, 70), int(h * u(0.5, 0.9))), grey(u(20, 170)), -1)
    for _ in range(ch.integer(0, 4)):
        start = (ch.integer(0, w), int(h * u(0.4, 0.6)))
        cv2.line(im, start, (ch.integer(-w, 2 * w), h), (220, 180, 50), ch.integer(3, 12), cv2.LINE_AA)


def _rectangles(im, tint, ch):
    h, w = im.shape[:2]
    im[:] = paint_colour(ch)
    for _ in range(ch.integer(5, 60)):
        x, y = ch.integer(-50, w), ch.integer(-50, h)
        thick = -1 if ch.flip(0.7) else ch.integer(1, 8)
        cv2.rectangle(im, (x, y), (x + ch.integer(5, 300), y + ch.integer(5, 200)), paint_colour(ch), thick)
