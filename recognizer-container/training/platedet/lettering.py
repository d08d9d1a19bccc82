"""Print that is no serial: masks of texts in every font, and stickers and plaques that resemble a plate most."""

import cv2
import numpy as np
from PIL import ImageFont

from plateocr import othertext
from plateocr.faces import text_mask

from .art import paste, rounded

SIGNS = [
    "STOP",
    "YIELD",
    "ONE WAY",
    "NO PARKING",
    "EXIT",
    "SPEED LIMIT 35",
    "25",
    "55",
    "SALE",
    "OPEN",
    "TAXI",
    "POLICE",
    "FIRE LANE",
    "KEEP RIGHT",
    "PIZZA",
    "BANK",
    "HOTEL",
    "GARAGE",
    "24 HOURS",
    "TOW AWAY ZONE",
    "SCHOOL BUS",
    "CAUTION",
    "WIDE TURNS",
    "HOW IS MY DRIVING?",
    "RENT ME",
    "FOR SALE",
    "$19.95",
    "CLEARANCE 12'6\"",
    "WE DELIVER",
    "PHARMACY",
    "CAFE",
    "EUROMARKT",
    "ZONE 30",
    "MARKET",
    "MAIN ST",
    "5TH AVE",
    "AUTOBAHN A7",
    "FORD",
    "TOYOTA",
    "CHEVROLET",
    "DODGE RAM",
    "NISSAN",
    "HONDA",
    "VOLKSWAGEN",
    "FIAT",
    "DUSTER",
    "LOGAN",
]
TEXTS = 900


def masks(paths, ch):
    """Signs, telephones, names, numbers of a fleet, whole lines, in fonts that have their letters."""
    fonts = [ImageFont.truetype(path, 34) for path in paths]
    names = othertext.names_on_plates(ch) + othertext.lines_elsewhere(ch)
    made = [text_mask(_text(names, ch), ch.one_of(fonts)) for _ in range(TEXTS)]
    return [m for m in made if m.shape[0] > 6 and m.shape[1] > 6]


def _text(names, ch):
    kind = ch.scalar.random()
    if kind < 0.4:
        return ch.one_of(names)
    if kind < 0.6:
        return ch.one_of(SIGNS)
    if kind < 0.72:
        return othertext.telephone(ch)
    if kind < 0.8:
        return str(ch.integer(1, 99999)) if ch.flip(0.7) else ch.pick("UNIT ", "No. ", "TRUCK ", "#") + str(ch.integer(1, 999))
    return othertext.invented_name(ch) if kind < 0.92 else othertext.address(ch)


def board(print_, lines, ch):
    """A sticker or plaque with lines of text, as sharp as a plate: what most resembles one and is none."""
    u, flip = ch.uniform, ch.flip
    rows, th = ch.pick(1, 1, 1, 2, 2, 3), ch.integer(14, 40)
    masks = []
    for _ in range(rows):
        m = ch.one_of(print_ if flip(0.7) else lines)
        masks.append(cv2.resize(m, (max(6, min(380, int(m.shape[1] * th / m.shape[0] * u(0.8, 1.2)))), th), interpolation=cv2.INTER_AREA))
    w, h = max(m.shape[1] for m in masks) + int(th * u(0.2, 1.0)), int(rows * th * 1.2 + th * u(0.15, 0.8))
    ground = ch.pick((250, 250, 245), (235, 235, 235), (250, 210, 40), (20, 20, 20), (200, 30, 30), (20, 60, 150), tuple(ch.integer(0, 255) for _ in range(3)))
    ink = (250, 250, 250) if sum(ground) < 380 else tuple(ch.integer(0, 110) for _ in range(3)) if flip(0.6) else (10, 10, 10)
    rgb = np.empty((h, w, 3), np.uint8)
    rgb[:] = ground
    if flip(0.3):
        cv2.rectangle(rgb, (1, 1), (w - 2, h - 2), ink, ch.integer(1, 3))
    for i, m in enumerate(masks):
        paste(rgb, m, (w - m.shape[1]) // 2, int(h / 2 + (i - rows / 2) * th * 1.2 + th * 0.1), ink)
    alpha = np.zeros((h, w), np.uint8)
    if flip(0.25):
        for i, m in enumerate(masks):
            paste(alpha[..., None], m, (w - m.shape[1]) // 2, int(h / 2 + (i - rows / 2) * th * 1.2 + th * 0.1), (255,))
    else:
        cv2.fillPoly(alpha, [np.round(np.array(rounded(0, 0, w - 1, h - 1, ch.pick(0, 3, 8, h / 2))) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return rgb, alpha
