"""Drawn plates in colours, to be mounted on drawn vehicles."""

import math

import cv2
import numpy as np

from plateocr import layout_br, layout_eu, layout_two, layout_us
from plateocr.paint import texture

from .art import rounded

KINDS = ["us"] * 46 + ["eu"] * 26 + ["br"] * 18 + ["two"] * 10
LAYOUT = {"us": layout_us.plate, "eu": layout_eu.plate, "br": layout_br.plate, "two": layout_two.plate}
PAPERS = [(1, 1, 1)] * 8 + [(1, 0.97, 0.82), (0.8, 0.9, 1), (1, 0.85, 0.25), (1, 0.8, 0.6), (0.85, 1, 0.85), (1, 0.9, 0.9)]
INKS = [(0, 0, 0)] * 6 + [(0.05, 0.1, 0.45)] * 4 + [(0, 0.3, 0.15)] * 2 + [(0.55, 0.05, 0.08)] * 2 + [(0.3, 0.15, 0.05), (0.3, 0, 0.3)]


def coloured(canvas, kind, ch):
    """A grey plate from 0 (ink) to 255 (ground) in colours; alpha with round corners."""
    u, flip = ch.uniform, ch.flip
    g = np.clip(canvas, 0, 255).astype(np.float32)[..., None] / 255
    h, w = canvas.shape
    paper, ink = np.ones(3, np.float32), np.zeros(3, np.float32)
    if kind == "us":
        paper, ink = np.array(ch.one_of(PAPERS), np.float32), np.array(ch.one_of(INKS), np.float32)
    elif kind in ("eu", "two") and flip(0.18):
        paper = np.array((1, u(0.75, 0.9), u(0.1, 0.4)), np.float32)
    elif kind == "br" and g.mean() < 0.5 and flip(0.6):
        ink = np.array((u(0.4, 0.7), 0.05, 0.08), np.float32)
    if kind == "us" and flip(0.3):
        t = np.linspace(0, 1, h, dtype=np.float32)[:, None, None] ** u(0.5, 3)
        other = np.array(ch.one_of(PAPERS + [(0.45, 0.65, 1), (0.6, 0.75, 1), (1, 0.7, 0.4)]), np.float32)
        paper = paper * t + other * (1 - t) if flip(0.6) else paper * (1 - t) + other * t
    rgb = ink + g * (paper - ink)
    blue = np.array((0.0, 0.12, 0.55), np.float32)
    if kind == "eu" and flip(0.75):
        n = int(w * 0.105)
        rgb[:, :n] = blue + g[:, :n] * (1 - blue)
    if kind == "us" and flip(0.2):
        n = int(h * u(0.15, 0.28))
        band = np.array(ch.pick((0.05, 0.1, 0.5), (0.7, 0.1, 0.1), (0, 0.3, 0.2)), np.float32)
        if flip(0.5):
            rgb[:n] = band + (1 - g[:n]) * (1 - band)
        else:
            rgb[h - n :] = band + (1 - g[h - n :]) * (1 - band)
    if kind == "br" and flip(0.5):
        n = int(h * 0.25)
        rgb[:n] = blue + g[:n] * (1 - blue)
    rgb = np.clip(rgb * 255, 0, 255)
    # light and dirt
    if flip(0.3):
        x, y = np.meshgrid(np.linspace(-1, 1, w, dtype=np.float32), np.linspace(-1, 1, h, dtype=np.float32))
        a = u(0, 6.28)
        d = x * math.cos(a) + y * math.sin(a) - u(-0.8, 0.8)
        rgb *= (1 - u(0.2, 0.65) / (1 + np.exp(-d * u(3, 40))))[..., None]
    elif flip(0.3):
        rgb *= np.linspace(u(0.5, 1.1), u(0.7, 1.1), h, dtype=np.float32)[:, None, None]
    if flip(0.15):
        rgb += (u(40, 140) - rgb) * np.clip(texture(h, w, u(0.1, 0.5), ch), 0, 0.8)[..., None]
    if flip(0.08):
        x, y = np.meshgrid(np.linspace(0, 1, w, dtype=np.float32), np.linspace(0, 1, h, dtype=np.float32))
        rgb += (u(30, 160) * np.exp(-((x - u(0, 1)) ** 2 / u(0.005, 0.1) + (y - u(0, 1)) ** 2 / u(0.01, 0.3))))[..., None]
    alpha = np.zeros((h, w), np.uint8)
    cv2.fillPoly(alpha, [np.round(np.array(rounded(0, 0, w - 1, h - 1, ch.pick(0, 2, 5, 9))) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return np.clip(rgb, 0, 255).astype(np.uint8), alpha
