"""Plates of the United States: 2 : 1, the state's name above, anything around and between the characters."""

import cv2
import numpy as np

from . import formats
from .chance import Chance
from .emblems import emblem, symbol
from .faces import Cabinet
from .paint import Style, glyph, put, serial, small_text, texture
from .plate import Plate

WIDTH, HEIGHT = 220, 110


def plate(cabinet: Cabinet, chance: Chance) -> Plate:
    return _Drawing(cabinet, chance).draw()


class _Drawing:
    def __init__(self, cabinet: Cabinet, chance: Chance):
        self.cabinet, self.chance = cabinet, chance
        self.face = cabinet.face(chance)
        self.dark_ink = chance.flip(0.86)
        self.ground = chance.uniform(150, 250) if self.dark_ink else chance.uniform(20, 120)
        low, high = (0, min(110, self.ground - 60)) if self.dark_ink else (max(150, self.ground + 70), 255)
        self.ink = chance.uniform(low, high)
        self.canvas = np.full((HEIGHT, WIDTH), self.ground, np.float32)

    def draw(self) -> Plate:
        u, flip = self.chance.uniform, self.chance.flip
        self._background()
        text = formats.us_serial(self.chance)
        self.height = u(0.36, 0.54) * HEIGHT
        self.top = u(0.46, 0.55) * HEIGHT - self.height / 2 + u(0, 3)
        self.width = u(0.72, 0.96) * WIDTH
        self.x = (WIDTH - self.width) / 2
        side = self.chance.pick("left", "left", "left", "right") if flip(0.3) else None
        if side:
            self.width = WIDTH * u(0.58, 0.86)
            self.x = WIDTH * (0.04 if side == "right" else 0.96) - (0 if side == "right" else self.width)
        self.style = Style(
            gap=u(0.2, 0.75), spacing=u(0.04, 0.2), one_width=flip(0.6), squeezed=flip(0.6), widest=u(0.75, 1.35), align=u(0.35, 0.65),
            weight=self.chance.pick(0, 0, 0, 1, -1), wobble=flip(0.1), emboss=self.chance.pick(0, 0, 0, 0.8, 1.2), alpha=u(0.75, 1),
        )  # fmt: skip
        self.pictured = " " in text and flip(0.25)
        if self.pictured:
            self.style.gap = u(0.7, 1.4)
        self._edges_near_serial()
        self._picture_behind()
        text, drawn = self._serial_with_side_letters(text)
        if side:
            self._pictures_beside(side)
        if self.chance.flip(0.06):
            self._grass(drawn)
        for gap in drawn.gaps:
            self._separator(gap)
        self._names()
        self._stickers_and_bolts()
        self._frame_or_rim()
        return Plate(self.canvas, text, (drawn.left, self.top, drawn.right, self.top + self.height), "us")

    def _background(self) -> None:
        u, flip, canvas = self.chance.uniform, self.chance.flip, self.canvas
        rows = np.linspace(-1, 1, HEIGHT, dtype=np.float32)[:, None]
        if flip(0.5):
            shade = np.linspace(u(-60, 20), u(-60, 20), HEIGHT, dtype=np.float32)[:, None]
            canvas += shade * (np.abs(rows) ** self.chance.pick(2, 4)) if flip(0.4) else shade
        if flip(0.5):
            canvas += texture(HEIGHT, WIDTH, u(2, 14), self.chance)
        if flip(0.22):
            n = self.chance.integer(3, 9)
            ridge = np.stack([np.linspace(0, WIDTH, n), HEIGHT * (u(0.4, 0.95) + self.chance.array.uniform(-0.25, 0.1, n))], 1)
            mask = np.zeros((HEIGHT, WIDTH), np.uint8)
            cv2.fillPoly(mask, [np.concatenate([ridge, [[WIDTH, HEIGHT], [0, HEIGHT]]]).astype(np.int32)], 255)
            put(canvas, mask, 0, 0, self.ground + u(-60, 30), u(0.3, 0.9))
        if flip(0.12):
            canvas[: int(HEIGHT * u(0.12, 0.24))] = u(0, 255)
        if flip(0.12):
            canvas[int(HEIGHT * u(0.76, 0.9)) :] = u(0, 255)

    def _edges_near_serial(self) -> None:
        """A frame's or plate's edge right beside the first and last character, which is none."""
        u = self.chance.uniform
        if self.chance.flip(0.42):
            for x in (self.x - u(2, 13), self.x + self.width + u(2, 13)):
                if self.chance.flip(0.6):
                    ends = (int(x), int(self.top - u(-5, 45))), (int(x + u(-2, 2)), int(self.top + self.height + u(-5, 45)))
                    cv2.line(self.canvas, *ends, u(0, 255), self.chance.pick(1, 2, 3, 3, 5, 8), cv2.LINE_AA)

    def _picture_behind(self) -> None:
        u, chance = self.chance.uniform, self.chance
        if chance.flip(0.25):
            picture = emblem(HEIGHT * u(0.3, 0.9), WIDTH * u(0.15, 0.4), self.cabinet, chance)
            put(self.canvas, picture, WIDTH * u(0, 0.7), HEIGHT * u(0, 0.3), self.ground + u(-50, 30), u(0.2, 0.6))
        if chance.flip(0.15):
            h, w = self.height * u(0.8, 1.5), self.height * u(0.5, 1.4)
            picture = emblem(h, w, self.cabinet, chance)
            if chance.flip(0.5):
                picture = cv2.GaussianBlur(picture, (0, 0), u(0.8, 3))
            value = u(min(self.ink, self.ground), max(self.ink, self.ground))
            put(self.canvas, picture, WIDTH * u(0.44, 0.56) - w / 2, self.top + self.height / 2 - h / 2, value, u(0.3, 0.8))

    def _serial_with_side_letters(self, text: str):
        """One to three letters, stacked or alone, or a symbol stand before, after or within one serial in three: they are no part of it.

        Two stacked letters are often as wide as the serial's own and as near to it.
        """
        u, chance = self.chance.uniform, self.chance
        if not chance.flip(0.34):
            return text, self._serial(text)
        count = chance.pick(0, 1, 2, 2, 2, 2, 3, 3)
        step = self.height * (u(0.38, 0.56) if count < 2 else u(0.9, 1.1) / count * u(0.85, 1))
        wide = self.height * u(0.4, 1.1) if count == 0 else step * (u(0.45, 0.8) if count == 1 or chance.flip(0.4) else u(0.75, 1.15))
        room = wide + self.height * u(0.03 if count != 1 else 0.08, 0.3)
        place = chance.pick("before", "before", "before", "before", "after", "after", "within", "both")
        if place == "both":
            self.x, self.width = self.x + room, max(self.width - 2 * room, 0.3 * WIDTH)
            drawn = self._serial(text)
            self._stack(drawn.left - room, wide, step, count)
            x = drawn.right + room - wide
        elif place == "within":
            bare = text.replace("-", "").replace(" ", "")
            cut = chance.integer(1, len(bare) - 1)
            text = bare[:cut] + " " + bare[cut:]
            self.style.gap = max(self.style.gap, wide / self.height + 0.15)
            drawn = self._serial(text)
            gap = drawn.gaps.pop(0)
            x = gap.x + gap.width / 2 - wide / 2
            wide = min(wide, gap.width)
        else:
            self.width -= room
            if place == "before":
                self.x += room
            drawn = self._serial(text)
            x = drawn.left - room if place == "before" else drawn.right + room - wide
        self._stack(x, wide, step, count)
        return text, drawn

    def _stack(self, x: float, wide: float, step: float, count: int) -> None:
        """So many letters below one another; a symbol where they are none."""
        chance = self.chance
        if count == 0:
            tall = self.height * chance.uniform(0.6, 1.1)
            picture, y = symbol(tall, wide, self.cabinet, chance), self.top + (self.height - tall) * chance.uniform(0.2, 0.8)
            put(self.canvas, picture, x, y, self.ink if chance.flip(0.6) else chance.uniform(0, 255), chance.uniform(0.6, 1))
            return
        face = self.face if chance.flip(0.6) else self.cabinet.face(chance)
        y = self.top + (self.height - step * count) * chance.uniform(0, 1)
        for i in range(count):
            c = chance.one_of("ABCDEFGHJKLMNPRSTUVWXYZ" if chance.flip(0.85) else "0123456789")
            own = face[c].shape[1] * step / 72 * 1.7
            mask = glyph(face, c, step * chance.uniform(0.82, 0.94), min(wide, own))
            put(self.canvas, mask, x + (wide - mask.shape[1]) / 2, y + i * step - step * 0.08, self.ink, self.style.alpha)

    def _serial(self, text: str):
        shade = self.chance.uniform(0, 60)
        return serial(self.canvas, text, self.face, self.x, self.top, self.width, self.height, self.ink, shade, self.style, self.chance)

    def _pictures_beside(self, side: str) -> None:
        u, chance = self.chance.uniform, self.chance
        free = (self.x if side == "left" else WIDTH - self.x - self.width) - 4
        for _ in range(chance.pick(1, 1, 2, 3)):
            w = max(5, free * u(0.4, 1))
            picture = emblem(HEIGHT * u(0.15, 0.75), w, self.cabinet, chance)
            x = u(2, max(3, free - w)) if side == "left" else self.x + self.width + u(0, max(1, free - w))
            put(self.canvas, picture, x, HEIGHT * u(0.12, 0.5), self.ink + u(-20, 120), u(0.4, 1))

    def _grass(self, drawn) -> None:
        """Stalks and twigs of a printed scene grow over a corner of the serial."""
        u, chance = self.chance.uniform, self.chance
        x, foot = drawn.left if chance.flip(0.5) else drawn.right, self.top + self.height * u(1.0, 1.3)
        for _ in range(chance.integer(2, 7)):
            root = x + u(-0.3, 0.3) * self.height
            tip = int(root + u(-0.3, 0.3) * self.height), int(foot - u(0.2, 0.8) * self.height)
            cv2.line(self.canvas, (int(root), int(foot)), tip, u(self.ink, self.ground), 1, cv2.LINE_AA)

    def _separator(self, gap) -> None:
        u, chance, h = self.chance.uniform, self.chance, self.height
        kind = chance.scalar.random()
        centre = gap.x + gap.width / 2
        if gap.separator == "-" or kind < 0.12:
            value = self.ink if chance.flip(0.7) else u(0, 255)
            thick, wide, y = max(2, h * u(0.06, 0.12)), min(gap.width, h * u(0.12, 0.3)), self.top + h * u(0.4, 0.6)
            if chance.flip(0.35):
                cv2.circle(self.canvas, (int(centre), int(y)), max(1, int(h * u(0.05, 0.1))), value, -1, cv2.LINE_AA)
            else:
                cv2.rectangle(self.canvas, (int(centre - wide / 2), int(y - thick / 2)), (int(centre + wide / 2), int(y + thick / 2)), value, -1)
        elif kind < 0.85 or self.pictured:
            tall = h * (u(0.7, 1.6) if self.pictured else u(0.3, 1.15))
            wide = min(gap.width * u(0.7, 1.3 if self.pictured else 1.5), tall * u(0.4, 1.3))
            value = u(0, 255) if chance.flip(0.7) else self.ground + u(-70, 0)
            picture = emblem(tall, wide, self.cabinet, chance)
            put(self.canvas, picture, centre - wide / 2, self.top + h / 2 - tall / 2 + u(-0.2, 0.2) * h, value, u(0.4, 1))

    def _names(self) -> None:
        u, chance = self.chance.uniform, self.chance
        ink = u(0, 150) if self.dark_ink else u(150, 255)
        if chance.flip(0.85):
            name = small_text(self.cabinet.words, u(0.12, 0.24) * HEIGHT, WIDTH * 0.7, chance)
            y = min(u(0.02, 0.08) * HEIGHT, self.top - name.shape[0] + 2)
            put(self.canvas, name, (WIDTH - name.shape[1]) / 2 + u(-8, 8), y, ink, u(0.4, 1))
        if chance.flip(0.6):
            slogan = small_text(self.cabinet.words, u(0.07, 0.15) * HEIGHT, WIDTH * 0.75, chance)
            y = HEIGHT - slogan.shape[0] - u(0.02, 0.08) * HEIGHT
            put(self.canvas, slogan, (WIDTH - slogan.shape[1]) / 2 + u(-25, 25), y, ink, u(0.4, 1))

    def _stickers_and_bolts(self) -> None:
        """Month and year, the county's name or number; the bolts that hold the plate."""
        u, chance = self.chance.uniform, self.chance
        for fx, fy in ((0.06, 0.04), (0.78, 0.04), (0.06, 0.74), (0.78, 0.74)):
            if chance.flip(0.3):
                h, w = HEIGHT * u(0.12, 0.2), WIDTH * u(0.1, 0.16)
                x, y, value = WIDTH * fx + u(-3, 6), HEIGHT * fy + u(-2, 4), u(0, 255)
                put(self.canvas, np.full((int(h), int(w)), 255, np.uint8), x, y, value, u(0.6, 1))
                text = small_text(self.cabinet.stickers if chance.flip(0.75) else self.cabinet.words, h * u(0.5, 0.9), w - 2, chance)
                put(self.canvas, text, x + 1, y + 2, 255 - value, 0.8)
        if chance.flip(0.1):
            h = HEIGHT * u(0.09, 0.14)
            text = small_text(self.cabinet.words, h * 0.8, WIDTH * 0.36, chance)
            x, y, value = (WIDTH - text.shape[1]) / 2, HEIGHT - h - u(1, 8), u(0, 255)
            put(self.canvas, np.full((int(h), text.shape[1] + 8), 255, np.uint8), x - 4, y, value)
            put(self.canvas, text, x, y + 1, 255 - value)
        for fx in (0.2, 0.8):
            for fy in (0.08, 0.92):
                if chance.flip(0.45):
                    centre = (int(WIDTH * fx + u(-8, 8)), int(HEIGHT * fy + u(-3, 3)))
                    value = chance.pick(u(0, 60), u(180, 255), u(60, 200))
                    cv2.circle(self.canvas, centre, chance.integer(2, 5), value, -1, cv2.LINE_AA)

    def _frame_or_rim(self) -> None:
        if self.chance.flip(0.45):
            self._dealer_frame()
        elif self.chance.flip(0.5):
            value = self.ink if self.chance.flip(0.5) else self.chance.uniform(0, 255)
            cv2.rectangle(self.canvas, (2, 2), (WIDTH - 3, HEIGHT - 3), value, self.chance.integer(1, 3), cv2.LINE_AA)

    def _dealer_frame(self) -> None:
        u, chance, canvas = self.chance.uniform, self.chance, self.canvas
        value = chance.pick(u(0, 50), u(0, 50), u(150, 255))
        top = min(int(HEIGHT * u(0.02, 0.2)), int(self.top - 1 + u(0, 3)))
        bottom = max(int(HEIGHT * (1 - u(0.02, 0.2))), int(self.top + self.height + 1 - u(0, 3)))
        side = int(WIDTH * u(0.01, 0.05))
        if chance.flip(0.4):
            cv2.rectangle(canvas, (side, max(top, 0)), (WIDTH - side, bottom), u(0, 255), chance.pick(2, 3), cv2.LINE_AA)
        canvas[: max(top, 0)] = value
        canvas[bottom:] = value
        canvas[:, :side] = value
        canvas[:, WIDTH - side :] = value
        for y, h in ((0, top), (bottom, HEIGHT - bottom)):
            if h > 7 and chance.flip(0.85):
                text = small_text(self.cabinet.words, h * u(0.6, 0.95), WIDTH * 0.9, chance)
                put(canvas, text, (WIDTH - text.shape[1]) / 2 + u(-10, 10), y + (h - text.shape[0]) / 2, 255 - value + u(-60, 0), u(0.7, 1))
