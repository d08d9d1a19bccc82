"""What stands in scenes beside vehicles and is no plate: signs, lettering, things in front, a camera's own text, rain."""

import math

import cv2
import numpy as np

from .art import grey, paint_colour, paste, shade
from .geometry import SCENE_H, SCENE_W, Mounted, stamp, through, view


def sign(im, print_, ch):
    """A shop's or road sign: board, border, lines of text. Never a plate."""
    u, flip = ch.uniform, ch.flip
    rows = ch.pick(1, 1, 2, 3, 4)
    th = int(math.exp(u(math.log(7), math.log(60))))
    masks = [ch.one_of(print_) for _ in range(rows)]
    masks = [cv2.resize(m, (max(4, min(520, int(m.shape[1] * th / m.shape[0]))), th), interpolation=cv2.INTER_AREA) for m in masks]
    w, h = max(m.shape[1] for m in masks) + int(th * u(0.2, 1.2)), int(rows * th * 1.25 + th * u(0.2, 0.9))
    ground = ch.pick((20, 90, 50), (200, 30, 30), (250, 250, 245), (250, 210, 40), (20, 60, 150), (20, 20, 20), tuple(ch.integer(0, 255) for _ in range(3)))
    ink = (250, 250, 250) if sum(ground) < 380 else tuple(ch.integer(0, 90) for _ in range(3))
    board = np.empty((h, w, 3), np.uint8)
    board[:] = ground
    alpha = np.full((h, w), 255, np.uint8)
    if flip(0.5) and min(h, w) > 14:
        cv2.rectangle(board, (2, 2), (w - 3, h - 3), ink, max(1, h // 30))
    for i, m in enumerate(masks):
        paste(board, m, (w - m.shape[1]) // 2, int(h / 2 + (i - rows / 2) * th * 1.25 + th * 0.12), ink)
    if flip(0.12):
        alpha[:] = 0
        for i, m in enumerate(masks):
            paste(alpha[..., None], m, (w - m.shape[1]) // 2, int(h / 2 + (i - rows / 2) * th * 1.25 + th * 0.12), (255,))
    M = view(w, h, u(0, 1) * SCENE_W, u(0, 0.9) * SCENE_H, 1.0, ch)
    if flip(0.3):
        x, y = through(M, [(w / 2, h)])[0]
        cv2.line(im, (int(x), int(y)), (int(x), SCENE_H), grey(u(40, 200)), max(2, th // 6), cv2.LINE_AA)
    stamp(im, board, alpha, M, 1.0, u(0.5, 1.1))


def loose_text(im, plates, print_, ch):
    """Lettering straight on what lies there: stickers, names, numbers; not over a plate."""
    u = ch.uniform
    m = ch.one_of(print_)
    th = int(math.exp(u(math.log(6), math.log(44))))
    m = cv2.resize(m, (max(4, min(420, int(m.shape[1] * th / m.shape[0]))), th), interpolation=cv2.INTER_AREA)
    h, w = m.shape
    cx, cy = u(0, 1) * SCENE_W, u(0, 1) * SCENE_H
    if any(f and abs(q[:, 0].mean() - cx) < (np.ptp(q[:, 0]) + w) / 2 + 4 and abs(q[:, 1].mean() - cy) < (np.ptp(q[:, 1]) + h) / 2 + 4 for q, f, _ in plates):
        return
    M = view(w, h, cx, cy, 1.0, ch)
    colour = np.empty((h, w, 3), np.uint8)
    colour[:] = grey(ch.pick(u(0, 60), u(190, 255))) if ch.flip(0.7) else shade(paint_colour(ch), 1)
    stamp(im, colour, m, M, 1.0, 1.0)


def in_front(im, plates, ch):
    """Poles, branches, hands, cones: things that hide a bit."""
    u, flip = ch.uniform, ch.flip
    if flip(0.15):
        x, t = ch.integer(0, SCENE_W), ch.integer(2, 26)
        cv2.line(im, (x, 0), (x + ch.integer(-30, 30), SCENE_H), grey(u(20, 230)), t, cv2.LINE_AA)
        for i, (q, f, text) in enumerate(plates):
            if f > 0 and t > 0.12 * np.ptp(q[:, 0]) and q[:, 0].min() < x + 30 and q[:, 0].max() > x - 30:
                plates[i] = Mounted(q, -1.0, text)
    if flip(0.12):
        for _ in range(ch.integer(2, 12)):
            x, y = ch.integer(0, SCENE_W), ch.integer(0, SCENE_H)
            cv2.line(im, (x, y), (x + ch.integer(-80, 80), y + ch.integer(-80, 80)), shade((90, 120, 60), u(0.3, 1.4)), ch.integer(1, 4), cv2.LINE_AA)


def burnt_in(im, plates, stamps, ch):
    """Date, time or a camera's name burnt in."""
    u, flip = ch.uniform, ch.flip
    for _ in range(ch.pick(1, 1, 2)):
        m = ch.one_of(stamps)
        th = int(math.exp(u(math.log(9), math.log(36))))
        m = cv2.resize(m, (max(4, int(m.shape[1] * th / m.shape[0])), th), interpolation=cv2.INTER_AREA)
        x = ch.pick(6, SCENE_W - m.shape[1] - 6, ch.integer(0, SCENE_W))
        y = ch.pick(5, SCENE_H - th - 5, SCENE_H - th - 5, ch.integer(0, SCENE_H))
        for i, (q, f, text) in enumerate(plates):
            if f > 0 and q[:, 0].min() < x + m.shape[1] and q[:, 0].max() > x and q[:, 1].min() < y + th and q[:, 1].max() > y:
                plates[i] = Mounted(q, -1.0, text)
        if flip(0.25):
            cv2.rectangle(im, (x - 3, y - 2), (x + m.shape[1] + 3, y + th + 2), grey(ch.pick(0, 30, 255)), -1)
        elif flip(0.5):
            paste(im, cv2.dilate(m, np.ones((3, 3), np.uint8)), x, y, (0, 0, 0))
        paste(im, m, x, y, ch.pick((255, 255, 255), (255, 255, 255), (255, 230, 60), (255, 140, 40), (30, 230, 60)), u(0.8, 1))


def rain(im, ch):
    u = ch.uniform
    a, n = u(-0.3, 0.3), ch.integer(40, 260)
    layer = im.copy()
    for _ in range(n):
        x, y, l = ch.integer(0, SCENE_W), ch.integer(0, SCENE_H), ch.integer(5, 30)
        cv2.line(layer, (x, y), (int(x + a * l), y + l), grey(u(140, 255)), 1, cv2.LINE_AA)
    cv2.addWeighted(layer, 0.5, im, 0.5, 0, im)
