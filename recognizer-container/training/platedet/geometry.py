"""Views of drawn things in a scene: where they come to lie, what they hide."""

import math
from typing import NamedTuple

import cv2
import numpy as np

SCENE_W, SCENE_H = 832, 512


class Mounted(NamedTuple):
    """A plate in a scene: four corners clockwise from the upper left; 1, or -1 if it is neither asked for nor held against a net."""

    quad: np.ndarray
    flag: float
    text: str


def view(w, h, cx, cy, scale, ch, strong=1.0):
    """A homography that puts a w x h picture at the middle cx, cy at a scale, seen from a bit aside."""
    u = ch.uniform
    turn = math.radians(ch.normal(2.5) if ch.flip(0.85) else u(-12, 12))
    yaw, pitch = math.radians(ch.normal(20) if ch.flip(0.6) else ch.normal(6)) * strong, math.radians(ch.normal(9))
    yaw, pitch = max(-0.95, min(0.95, yaw)), max(-0.5, min(0.5, pitch))
    far = 1.0 / u(0.1, 0.45)  # camera's distance in sizes of the picture
    size = max(w, h)
    cyaw, syaw, cp, sp, ct, st = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch), math.cos(turn), math.sin(turn)

    def project(p):
        x, y = (p[:, 0] - w / 2) / size, (p[:, 1] - h / 2) / size
        X, Z = x * cyaw, x * syaw
        Y, Z = y * cp - Z * 0, Z + y * sp
        k = far / (far + Z)
        X, Y = X * k, Y * k
        return np.stack([(X * ct - Y * st) * size * scale + cx, (X * st + Y * ct) * size * scale + cy], 1)

    src = np.array([[0, 0], [w, 0], [w, h], [0, h]], np.float64)
    return cv2.getPerspectiveTransform(src.astype(np.float32), project(src).astype(np.float32))


def through(M, points):
    p = np.asarray(points, np.float64)
    q = np.c_[p, np.ones(len(p))] @ M.T
    return q[:, :2] / q[:, 2:]


def blend(im, q, colour, alpha):
    x0, y0 = np.maximum(np.floor(q.min(0)).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(q.max(0)).astype(int) + 2, (im.shape[1], im.shape[0]))
    if x1 - x0 < 1 or y1 - y0 < 1:
        return
    part = im[y0:y1, x0:x1]
    layer = part.copy()
    cv2.fillPoly(layer, [np.round((q - (x0, y0)) * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)
    cv2.addWeighted(layer, alpha, part, 1 - alpha, 0, part)


def stamp(im, rgb, alpha, M, scale, gain=1.0):
    """Warps a sprite into the picture; shrinks it well first. Returns the region and its alpha."""
    h, w = alpha.shape
    q = through(M, [(0, 0), (w, 0), (w, h), (0, h)])
    x0, y0 = np.maximum(np.floor(q.min(0)).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(q.max(0)).astype(int) + 2, (im.shape[1], im.shape[0]))
    if x1 - x0 < 3 or y1 - y0 < 3:
        return None, None
    if scale < 0.8:
        w2, h2 = max(3, round(w * scale * 1.15)), max(3, round(h * scale * 1.15))
        rgb, alpha = cv2.resize(rgb, (w2, h2), interpolation=cv2.INTER_AREA), cv2.resize(alpha, (w2, h2), interpolation=cv2.INTER_AREA)
        M = M @ np.diag([w / w2, h / h2, 1.0])
    M = np.array([[1, 0, -x0], [0, 1, -y0], [0, 0, 1.0]]) @ M
    size = (int(x1 - x0), int(y1 - y0))
    c = cv2.warpPerspective(rgb, M, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    a = cv2.warpPerspective(alpha, M, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    if gain != 1.0:
        c = cv2.convertScaleAbs(c, alpha=gain)
    part = im[y0:y1, x0:x1]
    a3 = cv2.merge([a, a, a])
    cv2.add(cv2.multiply(c, a3, scale=1 / 255), cv2.multiply(part, 255 - a3, scale=1 / 255), part)
    return (x0, y0, x1, y1), a


def _grid(q):
    """Points within a quad."""
    t = np.linspace(0.08, 0.92, 6)
    top, bottom = q[0] + (q[1] - q[0]) * t[:, None], q[3] + (q[2] - q[3]) * t[:, None]
    return np.concatenate([top + (bottom - top) * s for s in (0.15, 0.5, 0.85)])


def hide(plates, roi, alpha):
    x0, y0, _x1, _y1 = roi
    for i, (q, _, text) in enumerate(plates):
        p = _grid(q).astype(int) - (x0, y0)
        ok = (p[:, 0] >= 0) & (p[:, 1] >= 0) & (p[:, 0] < alpha.shape[1]) & (p[:, 1] < alpha.shape[0])
        covered = (alpha[p[ok, 1], p[ok, 0]] > 120).sum() / len(p)
        if covered > 0.75:
            plates[i] = Mounted(q, 0.0, text)
        elif covered > 0.1:
            plates[i] = Mounted(q, -1.0, text)
    plates[:] = [p for p in plates if p.flag != 0]


def hide_quad(plates, q2):
    x0, y0, x1, y1 = *q2.min(0), *q2.max(0)
    keep = []
    for q, f, text in plates:
        p = _grid(q)
        covered = ((p[:, 0] > x0) & (p[:, 0] < x1) & (p[:, 1] > y0) & (p[:, 1] < y1)).mean()
        if covered > 0.75:
            continue
        keep.append(Mounted(q, -1.0 if covered > 0.1 else f, text))
    plates[:] = keep


def note(plates, q, text):
    """A plate that the picture's edge cuts is neither asked for nor held against the net."""
    p = _grid(q)
    inside = ((p[:, 0] >= 0) & (p[:, 1] >= 0) & (p[:, 0] < SCENE_W) & (p[:, 1] < SCENE_H)).mean()
    if inside > 0.02:
        plates.append(Mounted(q, 1.0 if inside > 0.8 else -1.0, text))
