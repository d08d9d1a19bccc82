"""Whole drawn scenes: background, vehicles with plates, texts that are no plates, things in front, weather.

    python -m platedet.scene --sheet OUT.png SEED      a sheet to look at
    python -m platedet.scene --rate SECONDS SEED       scenes a second on one core

A scene is an RGB picture of SCENE_W x SCENE_H and up to MOST plates. Backgrounds are drawn, and photographs too where BACKGROUNDS has
some (see backgrounds.py). FONTS and FONTSOURCE say where fonts lie.
"""

import glob
import math
import os
import sys
import time

import cv2
import numpy as np

from plateocr.chance import Chance
from plateocr.faces import FONTS, FONTSOURCE_FOLDER, Cabinet, all_files

from . import lettering, props
from .art import grey, paint_colour, shade
from .background import procedural
from .geometry import SCENE_H, SCENE_W, blend, hide, hide_quad, note, stamp, through, view
from .plates import KINDS, LAYOUT, coloured
from .vehicle import vehicle

MOST = 8
BACKGROUNDS = os.environ.get("BACKGROUNDS", os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "backgrounds"))


class Studio:
    """Everything a worker keeps: faces, texts, photographs, pools of sprites and plates that are renewed all the time."""

    def __init__(self, seed, sprites=90, plates=160, walls=40):
        cv2.setNumThreads(1)
        self.ch = ch = Chance(seed)
        self.cab = Cabinet(FONTS, FONTSOURCE_FOLDER, ch)
        self.words = self.cab.words + self.cab.lines
        self.print = lettering.masks(all_files(FONTS, FONTSOURCE_FOLDER), ch)
        files = sorted(glob.glob(os.path.join(BACKGROUNDS, "*.jpg")))
        self.photos = [cv2.cvtColor(cv2.imread(f), cv2.COLOR_BGR2RGB) for f in files]
        self.walls = [procedural(ch) for _ in range(walls)]
        self.sprites = [self._sprite() for _ in range(sprites)]
        self.boards = [self._board() for _ in range(60)]
        self.plates = {k: [self._plate(k) for _ in range(max(6, int(plates * KINDS.count(k) / 100)))] for k in LAYOUT}
        self.count = 0

    def _sprite(self):
        ch = self.ch
        return vehicle(ch, self.words if ch.flip(0.5) else self.print, ch.one_of(KINDS), self.photos)

    def _board(self):
        return lettering.board(self.print, self.cab.lines, self.ch)

    def _plate(self, kind):
        plate = LAYOUT[kind](self.cab, self.ch)
        return coloured(plate.canvas, kind, self.ch) + (plate.serial if kind != "two" else "",)

    def renew(self):
        ch = self.ch
        self.count += 1
        if self.count % 3 == 0:
            self.sprites[ch.integer(0, len(self.sprites) - 1)] = self._sprite()
        if self.count % 2:
            kind = ch.one_of(KINDS)
            pool = self.plates[kind]
            pool[ch.integer(0, len(pool) - 1)] = self._plate(kind)
        if self.count % 4 == 1:
            self.boards[ch.integer(0, len(self.boards) - 1)] = self._board()
        if self.count % 40 == 0:
            self.walls[ch.integer(0, len(self.walls) - 1)] = procedural(ch)
        if self.count % 1500 == 0:
            self.cab.renew_dies(ch, 30)

    def background(self):
        ch = self.ch
        u = ch.uniform
        src = ch.one_of(self.photos if self.photos and ch.flip(0.5) else self.walls)
        h, w = src.shape[:2]
        k = u(0.3, 1.0)
        cw = min(w, max(120, int(w * k)), int(h * 1.625))
        c_h = min(h, int(cw / 1.625))
        x, y = ch.integer(0, w - cw), ch.integer(0, h - c_h)
        im = cv2.resize(src[y : y + c_h, x : x + cw], (SCENE_W, SCENE_H), interpolation=cv2.INTER_LINEAR)
        if ch.flip(0.5):
            im = im[:, ::-1].copy() if src.shape[1] == 1000 else im
        return cv2.convertScaleAbs(im, alpha=u(0.5, 1.15), beta=u(-15, 25))

    def scene(self):
        """An RGB picture and its plates."""
        ch = self.ch
        self.renew()
        im, plates = self.background(), []
        for _ in range(ch.pick(0, 0, 1, 2, 3, 5)):
            props.sign(im, self.print, ch)
        empty, style = ch.flip(0.1), ch.scalar.random()
        put = self._bare_plate if style >= 0.9 else self._vehicle
        count = 0 if style < 0.05 else ch.pick(1, 1, 1, 2, 2, 2, 3, 3, 4)
        # far ones first
        for width in sorted(math.exp(ch.uniform(math.log(26), math.log(330))) for _ in range(count)):
            put(im, width, plates, empty)
        for _ in range(ch.pick(0, 0, 0, 1, 2)):
            props.loose_text(im, plates, self.print, ch)
        props.in_front(im, plates, ch)
        if ch.flip(0.3):
            props.burnt_in(im, plates, self.cab.stamps, ch)
        if ch.flip(0.06):
            props.rain(im, ch)
        return im, plates[:MOST]

    def _vehicle(self, im, plate_width, plates, empty):
        ch = self.ch
        u, flip = ch.uniform, ch.flip
        s = ch.one_of(self.sprites)
        sx, sy, sw, _sh = s.slot
        h, w = s.alpha.shape
        scale = min(plate_width / sw, 2.4)
        # keep the plate in view mostly, wherever in the picture
        px, py = u(0.06, 0.94) * SCENE_W, u(0.12, 0.95) * SCENE_H
        cx, cy = px - (sx - w / 2) * scale, py - (sy - h / 2) * scale
        M = view(w, h, cx, cy, scale, ch)
        if flip(0.6) and not s.close:  # a shadow on the ground
            q = through(M, [(w * 0.02, h * 0.88), (w * 0.98, h * 0.88), (w * u(1.0, 1.2), h * u(0.98, 1.08)), (-w * u(0, 0.2), h * u(0.98, 1.08))])
            blend(im, q, (0, 0, 0), u(0.2, 0.7))
        roi, alpha = stamp(im, s.rgb, s.alpha, M, scale)
        if roi is None:
            return
        hide(plates, roi, alpha)
        for _ in range(ch.pick(0, 0, 0, 1, 1, 2)):
            self._put_board(im, s, M, scale, plates)
        if empty or flip(0.06):
            return
        self._mount(im, s, M, scale, plates)

    def _mount(self, im, s, M, scale, plates):
        ch = self.ch
        u = ch.uniform
        sx, sy, sw, sh = s.slot
        rgb, alpha, text = ch.one_of(self.plates[s.kind])
        ph, pw = alpha.shape
        k = min(sw / pw, sh * 1.25 / ph)
        w2, h2 = pw * k / 2, ph * k / 2
        tilt = math.radians(ch.normal(0.8))
        dx, dy = ch.normal(0.01) * sw, ch.normal(0.02) * sh
        ring = np.array([(-w2, -h2), (w2, -h2), (w2, h2), (-w2, h2)])
        c, t = math.cos(tilt), math.sin(tilt)
        ring = ring @ np.array([[c, t], [-t, c]]) + (sx + dx, sy + dy)
        q = through(M, ring)
        if ch.flip(0.3):
            blend(im, q + np.array([u(-1, 1), u(0, 2)]) * max(1, scale * k * 2), (0, 0, 0), u(0.2, 0.7))
        gain = u(0.6, 1.15)
        P = cv2.getPerspectiveTransform(np.array([[0, 0], [pw, 0], [pw, ph], [0, ph]], np.float32), q.astype(np.float32))
        roi, _ = stamp(im, rgb, alpha, P, k * scale, gain)
        if roi is None:
            return
        note(plates, q, text)

    def _bare_plate(self, im, plate_width, plates, empty):
        """A plate on a plain something: close-ups, plates in holders."""
        ch = self.ch
        u, flip = ch.uniform, ch.flip
        kind = ch.one_of(KINDS)
        rgb, alpha, text = ch.one_of(self.plates[kind])
        ph, pw = alpha.shape
        scale = plate_width * {"eu": 1.3, "two": 0.8}.get(kind, 1) / pw
        M = view(pw, ph, u(0.1, 0.9) * SCENE_W, u(0.1, 0.9) * SCENE_H, scale, ch, 0.8)
        mx, my = u(0.02, 0.6) * pw, u(0.05, 1.0) * ph
        blend(
            im,
            through(M, [(-mx, -my), (pw + mx, -my * u(0.2, 1)), (pw + mx, ph + my), (-mx, ph + my)]),
            grey(u(0, 255)) if flip(0.5) else shade(paint_colour(ch), 1),
            u(0.5, 1),
        )
        if empty:
            return
        q = through(M, [(0, 0), (pw, 0), (pw, ph), (0, ph)])
        hide_quad(plates, q)
        roi, _ = stamp(im, rgb, alpha, M, scale, u(0.6, 1.15))
        if roi is not None:
            note(plates, q, text)

    def _put_board(self, im, s, M, scale, plates):
        """A sticker or plaque on the vehicle, near the plate or away from it."""
        ch = self.ch
        u = ch.uniform
        sx, sy, sw, sh = s.slot
        h, w = s.alpha.shape
        rgb, al = ch.one_of(self.boards)
        bh, bw = al.shape
        k = sw * math.exp(u(math.log(0.3), math.log(1.6))) / bw
        bx, by = sx + ch.normal(1.1) * sw, sy + ch.normal(1.3) * max(sh, sw * 0.35)
        if abs(bx - sx) < (sw + bw * k) / 2 + 2 and abs(by - sy) < (sh * 1.3 + bh * k) / 2 + 2:
            by = sy + ch.pick(-1, -1, 1) * ((sh * 1.3 + bh * k) / 2 + 2 + u(0, 0.5) * sh)
        if not (0 < bx < w and 0 < by < h):
            return
        q = through(
            M, [(bx - bw * k / 2, by - bh * k / 2), (bx + bw * k / 2, by - bh * k / 2), (bx + bw * k / 2, by + bh * k / 2), (bx - bw * k / 2, by + bh * k / 2)]
        )
        B = cv2.getPerspectiveTransform(np.array([[0, 0], [bw, 0], [bw, bh], [0, bh]], np.float32), q.astype(np.float32))
        stamp(im, rgb, al, B, k * scale, u(0.5, 1.1))
        hide_quad(plates, q)


def labels(plates):
    """Quads [MOST, 8] and flags [MOST] of a scene's plates, as the training takes them."""
    quads, flags = np.zeros((MOST, 8), np.float32), np.zeros(MOST, np.float32)
    for i, plate in enumerate(plates):
        quads[i], flags[i] = plate.quad.reshape(-1), plate.flag
    return quads, flags


def sheet(path, seed, count=24):
    studio, tiles = Studio(seed), []
    for _ in range(count):
        im, plates = studio.scene()
        for plate in plates:
            cv2.polylines(im, [plate.quad.astype(np.int32)], True, (0, 255, 0) if plate.flag > 0 else (255, 0, 255), 2)
        tiles.append(cv2.resize(im, (416, 256), interpolation=cv2.INTER_AREA))
    cv2.imwrite(path, cv2.cvtColor(np.vstack([np.hstack(tiles[i : i + 4]) for i in range(0, count, 4)]), cv2.COLOR_RGB2BGR))


def rate(seconds, seed):
    studio, start, count = Studio(seed), time.process_time(), 0
    while time.process_time() - start < seconds:
        studio.scene()
        count += 1
    print(f"{count / seconds:.0f} scenes a second of processor time")


if __name__ == "__main__":
    if sys.argv[1] == "--sheet":
        sheet(sys.argv[2], int(sys.argv[3]))
    else:
        rate(float(sys.argv[2]), int(sys.argv[3]))
