"""What stands and lies around, between and over the characters of an American plate, apart from the serial itself."""

import cv2
import numpy as np

from .chance import Chance
from .emblems import emblem, symbol
from .faces import Cabinet
from .paint import put, small_text

WIDTH, HEIGHT = 220, 110


def _stacked(height: float, width: float, cabinet: Cabinet, chance: Chance) -> np.ndarray:
    """A year or month over a state's outline, in a row upright: rows of marks of several widths."""
    h, w = max(6, round(height)), max(4, round(width))
    mask, y = np.zeros((h, w), np.uint8), 0
    while y < h - 1:
        tall = max(2, int(h * chance.uniform(0.12, 0.3)))
        wide = max(2, int(w * chance.uniform(0.5, 1)))
        x = (w - wide) // 2
        if chance.flip(0.5):
            row = cv2.resize(chance.one_of(cabinet.stickers), (wide, tall), interpolation=cv2.INTER_AREA)
            mask[y : y + tall, x : x + wide] = row[: h - y]
        else:
            mask[y : y + tall, x : x + wide] = chance.integer(120, 255)
        y += tall + chance.integer(0, 2)
    return mask


class Around:
    """The part of a drawing that begins where its serial is drawn: needs canvas, cabinet, chance, ink, ground, top, height, style."""

    def _covered(self, drawn) -> None:
        """A hitch ball, a bolt, a cable, a frame's lip or a shadow's edge lies over a part of the serial that can be read all the same."""
        u, chance, h = self.chance.uniform, self.chance, self.height
        value, kind = chance.pick(u(0, 50), u(60, 200), u(200, 255)), chance.integer(0, 5)
        if kind <= 1:
            centre = (int(u(drawn.left, drawn.right)), int(self.top + h * u(0.98, 1.35)))
            r = int(h * u(0.15, 0.4))
            cv2.circle(self.canvas, centre, r, value, -1, cv2.LINE_AA)
            cv2.rectangle(self.canvas, (centre[0] - r // 3, centre[1]), (centre[0] + r // 3, HEIGHT), value, -1)
            cv2.circle(self.canvas, (centre[0] - r // 3, centre[1] - r // 3), max(1, r // 4), min(255, value + u(30, 120)), -1, cv2.LINE_AA)
        elif kind == 2:
            y = int(self.top + h * (1 - u(0.02, 0.16)))
            self.canvas[y:] = value
        elif kind == 3:
            y = int(self.top + h * u(0.02, 0.14))
            self.canvas[:y] = value
        elif kind == 4:
            for _ in range(chance.integer(1, 3)):
                centre = (int(u(drawn.left - 5, drawn.right + 5)), int(self.top + h * chance.pick(u(-0.2, 0.15), u(0.85, 1.2), u(0, 1))))
                cv2.circle(self.canvas, centre, chance.integer(2, 4), value, -1, cv2.LINE_AA)
        else:
            a, b = (int(u(0, WIDTH)), int(u(-5, 20))), (int(u(0, WIDTH)), HEIGHT - int(u(-5, 20)))
            cv2.line(self.canvas, a, b, value, chance.integer(1, 3), cv2.LINE_AA)

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
        elif self.regular and kind < 0.6 and not self.pictured:
            tall, wide = h * u(0.3, 0.62), h * u(0.12, 0.34)
            value = self.ink if chance.flip(0.6) else u(0, 255)
            picture = chance.one_of((_stacked, _stacked, symbol, emblem))(tall, wide, self.cabinet, chance)
            put(self.canvas, picture, centre - wide / 2, self.top + h / 2 - tall / 2 + u(-0.15, 0.1) * h, value, u(0.5, 1))
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
