"""Pictures that are no character: seals, stickers, stars, wheelchairs, flags, trees, portraits, state outlines."""

import cv2
import numpy as np

from .chance import Chance
from .faces import Cabinet
from .paint import resized


def emblem(height: float, width: float, cabinet: Cabinet, chance: Chance) -> np.ndarray:
    h, w = max(5, round(height)), max(4, round(width))
    if chance.flip(0.25) and min(h, w) > 10:
        return _composed(h, w, cabinet, chance)
    return chance.one_of(KINDS)(h, w, cabinet, chance)


def _composed(h, w, cabinet, chance):
    """Several shapes of several tones in one another's way, like an orange on its twig or a seal with a figure."""
    mask = np.zeros((h, w), np.float32)
    for _ in range(chance.integer(2, 4)):
        ph, pw = max(5, int(h * chance.uniform(0.35, 1))), max(4, int(w * chance.uniform(0.35, 1)))
        y, x = chance.integer(0, max(0, h - ph)), chance.integer(0, max(0, w - pw))
        shape = chance.one_of(KINDS)(ph, pw, cabinet, chance)[: h - y, : w - x].astype(np.float32) / 255
        part = mask[y : y + shape.shape[0], x : x + shape.shape[1]]
        part += (chance.uniform(0, 255) - part) * shape
    return mask.astype(np.uint8)


def _polygon(h, w, points) -> np.ndarray:
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [np.asarray(points).astype(np.int32)], 255, cv2.LINE_AA)
    return mask


def _outline(h, w, cabinet, chance):
    n = chance.integer(4, 9)
    angle = np.sort(chance.array.uniform(0, 2 * np.pi, n))
    radius = chance.array.uniform(0.4, 1, n)
    return _polygon(h, w, np.stack([w / 2 + np.cos(angle) * radius * w / 2, h / 2 + np.sin(angle) * radius * h / 2], 1))


def _ellipse(h, w, cabinet, chance):
    mask = np.zeros((h, w), np.uint8)
    cv2.ellipse(mask, (w // 2, h // 2), (max(1, w // 2 - 1), max(1, h // 2 - 1)), 0, 0, 360, 255, chance.pick(-1, -1, 2), cv2.LINE_AA)
    return mask


def _star(h, w, cabinet, chance):
    angle = np.arange(10) * np.pi / 5 - np.pi / 2
    radius = np.where(np.arange(10) % 2, 0.42, 1.0)
    return _polygon(h, w, np.stack([w / 2 + np.cos(angle) * radius * w / 2, h / 2 + np.sin(angle) * radius * h / 2], 1))


def _sticker(h, w, cabinet, chance):
    mask = np.zeros((h, w), np.uint8)
    mask[1:-1, 1:-1] = chance.integer(120, 255)
    for _ in range(chance.pick(0, 1, 1, 2, 3)):
        word = chance.one_of(cabinet.words)
        high = max(4, int(h * chance.uniform(0.2, 0.6)))
        word = resized(word, word.shape[1] * high / word.shape[0], high)[: h - 1]
        y = chance.integer(0, max(0, h - word.shape[0]))
        x = chance.integer(0, max(0, word.shape[1] - w))
        part = mask[y : y + word.shape[0], : min(w, word.shape[1])]
        seen = word[:, x : x + part.shape[1]]
        part[:] = (part * (1 - seen / 255.0 * chance.uniform(0.6, 1))).astype(np.uint8)
    return mask


def _dash(h, w, cabinet, chance):
    mask = np.zeros((h, w), np.uint8)
    cv2.rectangle(mask, (0, h // 2 - max(1, h // 10)), (w, h // 2 + max(1, h // 10)), 255, -1)
    return mask


def _wheelchair(h, w, cabinet, chance):
    mask = np.zeros((h, w), np.uint8)
    pen = max(1, int(h * 0.09))
    cv2.circle(mask, (int(w * 0.4), int(h * 0.12)), pen, 255, -1, cv2.LINE_AA)
    body = np.array([[0.4 * w, 0.25 * h], [0.42 * w, 0.58 * h], [0.72 * w, 0.58 * h], [0.85 * w, 0.92 * h]], np.int32)
    cv2.polylines(mask, [body], False, 255, pen, cv2.LINE_AA)
    cv2.ellipse(mask, (int(w * 0.42), int(h * 0.68)), (max(1, int(w * 0.32)), max(1, int(h * 0.28))), 0, 60, 290, 255, pen, cv2.LINE_AA)
    return 255 - mask if chance.flip(0.3) else mask


def _bars(h, w, cabinet, chance):
    mask = np.zeros((h, w), np.uint8)
    n = chance.pick(2, 2, 3)
    for i in range(n):
        y = int(h * (0.25 + 0.5 * i / (n - 1)))
        cv2.rectangle(mask, (0, y - max(1, h // 14)), (w, y + max(1, h // 14)), 255, -1)
    return mask


def _tree(h, w, cabinet, chance):
    mask = np.zeros((h, w), np.uint8)
    for i in range(chance.pick(3, 4, 5)):
        y = h * i / 5
        leaf = [[w / 2, y], [w * chance.uniform(0, 0.3), y + h * 0.35], [w * chance.uniform(0.7, 1), y + h * 0.35]]
        cv2.fillPoly(mask, [np.array(leaf, np.int32)], 255, cv2.LINE_AA)
    cv2.line(mask, (w // 2, h // 2), (w // 2, h), 255, max(1, w // 10))
    return mask


def _portrait(h, w, cabinet, chance):
    coarse = np.clip(110 + chance.noise(90, (max(2, h // 5), max(2, w // 5))), 0, 255).astype(np.uint8)
    return cv2.GaussianBlur(cv2.resize(coarse, (w, h), interpolation=cv2.INTER_NEAREST), (0, 0), 1.2)


def _monogram(h, w, cabinet, chance):
    """A club's or university's letters, interlocked, in a box or in a ring: no character of the serial."""
    mask = np.zeros((h, w), np.uint8)
    face, letters = cabinet.face(chance), chance.scalar.sample("ABCDEFHKLMNPRSTUVW", chance.pick(1, 2, 2))
    boxed = len(letters) == 1 or chance.flip(0.4)
    for i, letter in enumerate(letters):
        high, wide = h * chance.uniform(0.55, 0.75), w * chance.uniform(0.4, 0.7)
        shape = resized(face[letter], wide, high)
        y, x = int((h - shape.shape[0]) * chance.uniform(0.3, 0.7)), int((w - shape.shape[1]) * (0.5 if len(letters) == 1 else i))
        part = mask[max(y, 0) : max(y, 0) + shape.shape[0], max(x, 0) : max(x, 0) + shape.shape[1]]
        np.maximum(part, shape[: part.shape[0], : part.shape[1]], out=part)
    pen = max(1, min(h, w) // chance.integer(8, 16))
    if boxed and chance.flip(0.5):
        cv2.rectangle(mask, (0, 0), (w - 1, h - 1), 255, pen)
    elif boxed:
        cv2.ellipse(mask, (w // 2, h // 2), (max(1, w // 2 - pen), max(1, h // 2 - pen)), 0, 0, 360, 255, pen, cv2.LINE_AA)
    return 255 - mask if boxed and chance.flip(0.4) else mask


def symbol(height: float, width: float, cabinet: Cabinet, chance: Chance) -> np.ndarray:
    """What stands in the serial's own row like a character: a wheelchair, a seal with letters, a badge."""
    kind = chance.pick(_wheelchair, _wheelchair, _ring_with_text, _ring_with_text, _monogram, _monogram, _ellipse, _star, _line_drawing, _sticker)
    return kind(max(8, round(height)), max(6, round(width)), cabinet, chance)


def _line_drawing(h, w, cabinet, chance):
    """A bird, flower or figure in a few curved strokes."""
    mask = np.zeros((h, w), np.uint8)
    pen = max(1, round(min(h, w) * chance.uniform(0.03, 0.12)))
    for _ in range(chance.integer(2, 6)):
        corners = chance.array.uniform(-0.1, 1.1, (4, 2)) * (w, h)
        t = np.linspace(0, 1, 10)[:, None]
        curve = (1 - t) ** 3 * corners[0] + 3 * (1 - t) ** 2 * t * corners[1] + 3 * (1 - t) * t * t * corners[2] + t**3 * corners[3]
        cv2.polylines(mask, [np.round(curve).astype(np.int32)], chance.flip(0.3), 255, pen, cv2.LINE_AA)
    return mask


def _ring_with_text(h, w, cabinet, chance):
    """A university's or service's seal."""
    mask = np.zeros((h, w), np.uint8)
    centre, radius = (w // 2, h // 2), max(2, min(h, w) // 2 - 1)
    cv2.circle(mask, centre, radius, 255, -1, cv2.LINE_AA)
    cv2.circle(mask, centre, max(1, int(radius * 0.7)), 0, max(1, radius // 6), cv2.LINE_AA)
    face = cabinet.face(chance)
    letter = resized(face[chance.one_of("ABCFHMNPSTUVW")], radius * 0.7, radius * 0.9)
    y, x = centre[1] - letter.shape[0] // 2, centre[0] - letter.shape[1] // 2
    if y >= 0 and x >= 0:
        part = mask[y : y + letter.shape[0], x : x + letter.shape[1]]
        part -= (part * (letter[: part.shape[0], : part.shape[1]] / 255.0)).astype(np.uint8)
    return mask


KINDS = [_outline] * 5 + [_ellipse] * 2 + [_star] * 2 + [_sticker] * 6 + [_dash] * 2 + [_wheelchair] * 2 + [_line_drawing] * 5 + [_bars, _tree, _tree, _portrait] + [_ring_with_text] * 3 + [_monogram] * 3
