"""Training samples: a crop of the net's input size and what it says (nothing where there is no serial).

    python -m plateocr.samples DIR SHARDS SIZE SEED --fonts DIR --fontsource DIR    writes DIR/shard_SEED_K.npz
    python -m plateocr.samples --sheet OUT.png SEED                                 a sheet of examples to look at
"""

import argparse
import os
import time

import cv2
import numpy as np

from . import damage, layout_br, layout_eu, layout_two, layout_us
from .alphabet import HEIGHT, WIDTH, label
from .chance import Chance
from .faces import Cabinet
from .paint import put, small_text, texture

SHARE_WITHOUT_PLATE = 0.08
SHARE_BURNT_IN = 0.02
SHARE_NEIGHBOURING_LINE = 0.03
LEAST_DEVIATION = 3.0
"""A crop flatter than this says nothing to anybody and is drawn again."""
SHARDS_PER_DIES = 4
LAYOUTS = [layout_us.plate] * 64 + [layout_eu.plate] * 20 + [layout_br.plate] * 10 + [layout_two.plate] * 6


def sample(cabinet: Cabinet, chance: Chance) -> tuple[np.ndarray, str]:
    if chance.flip(SHARE_WITHOUT_PLATE):
        return no_plate(cabinet, chance), ""
    if chance.flip(SHARE_BURNT_IN):
        return burnt_in(cabinet, chance), ""
    while True:
        image, text = _of_plate(cabinet, chance)
        if image.std() >= LEAST_DEVIATION:
            return damage.fitted(image), text


def _of_plate(cabinet: Cabinet, chance: Chance) -> tuple[np.ndarray, str]:
    plate = chance.one_of(LAYOUTS)(cabinet, chance)
    view = _view(plate, chance)
    damage.light_and_dirt(plate.canvas, chance)
    scene, corner = damage.on_a_car(plate.canvas, cabinet, chance)
    width = damage.plate_width(plate.kind, chance)
    image = damage.photographed(scene, corner, plate.canvas.shape, view, width, chance)
    return damage.developed(image, chance), label(plate.serial) if view.legible else ""


def _view(plate, chance: Chance) -> damage.View:
    if plate.other:
        return damage.one_of_two_lines(plate, chance)
    room = min(plate.box[1], plate.canvas.shape[0] - plate.box[3])
    if plate.kind == "us" and room > 10 and chance.flip(SHARE_NEIGHBOURING_LINE / 0.66):
        return damage.neighbouring_line(plate, chance)
    return damage.whole_plate(plate, chance) if chance.flip(0.6) else damage.text_line(plate, chance)


def no_plate(cabinet: Cabinet, chance: Chance) -> np.ndarray:
    """A badge, sign, telephone number or date as text detection crops it, or no text at all."""
    u, flip = chance.uniform, chance.flip
    h, ground, ink = chance.integer(20, 50), u(0, 255), u(0, 255)
    while abs(ink - ground) < 50:
        ink = u(0, 255)
    text = small_text(cabinet.lines if flip(0.6) else cabinet.words, h * u(0.5, 0.9), 400, chance)
    w = int(text.shape[1] * u(1.05, 1.3)) + 4 if flip(0.8) else chance.integer(60, 200)
    canvas = np.full((h, w), ground, np.float32) + texture(h, w, u(0, 20), chance)
    if flip(0.85):
        put(canvas, text, (w - text.shape[1]) / 2, (h - text.shape[0]) / 2, ink, u(0.6, 1))
    else:
        for _ in range(chance.integer(1, 6)):
            ends = [(chance.integer(0, w), chance.integer(0, h)) for _ in range(2)]
            cv2.line(canvas, *ends, u(0, 255), chance.integer(1, 6))
    if flip(0.3):
        border = [chance.integer(0, 14), chance.integer(0, 14), chance.integer(0, 30), chance.integer(0, 30)]
        canvas = cv2.copyMakeBorder(canvas, *border, cv2.BORDER_CONSTANT, value=u(0, 255))
    h, w = canvas.shape
    if flip(0.35):
        turn = cv2.getRotationMatrix2D((w / 2, h / 2), chance.normal(4), 1)
        canvas = cv2.warpAffine(canvas, turn, (w, h), borderMode=cv2.BORDER_REPLICATE)
    if flip(0.3):
        canvas = cv2.GaussianBlur(canvas, (0, 0), u(0.6, 2.5))
    scale = u(9, 34) / h
    canvas = cv2.resize(canvas, (max(12, int(w * scale)), max(8, int(h * scale))), interpolation=cv2.INTER_AREA)
    return damage.fitted(damage.developed(canvas, chance))


def burnt_in(cabinet: Cabinet, chance: Chance) -> np.ndarray:
    """A date, a time or a camera's name that a recorder wrote into the picture, mostly light with a dark edge."""
    u = chance.uniform
    text = small_text(cabinet.stamps, u(24, 44), 500, chance)
    h, w = int(text.shape[0] * u(1.05, 1.9)), int(text.shape[1] * u(1.02, 1.25)) + 4
    canvas = np.full((h, w), u(0, 200), np.float32) + texture(h, w, u(0, 50), chance)
    x, y, light = (w - text.shape[1]) * u(0.3, 0.7), (h - text.shape[0]) * u(0.3, 0.7), chance.flip(0.8)
    if chance.flip(0.6):
        put(canvas, cv2.dilate(text, np.ones((5, 5), np.uint8)), x, y, 0 if light else 255, u(0.6, 1))
    put(canvas, text, x, y, u(200, 255) if light else u(0, 50), u(0.8, 1))
    scale = u(8, 40) / h
    canvas = cv2.resize(canvas, (max(16, int(w * scale)), max(8, int(h * scale))), interpolation=cv2.INTER_AREA)
    return damage.fitted(damage.developed(canvas, chance))


def write_shards(directory: str, shards: int, size: int, seed: int, fonts: str, fontsource: str) -> None:
    cv2.setNumThreads(1)
    os.makedirs(directory, exist_ok=True)
    chance = Chance(seed)
    cabinet = Cabinet(fonts, fontsource, chance)
    for k in range(shards):
        if k % SHARDS_PER_DIES == SHARDS_PER_DIES - 1:
            cabinet.renew_dies(chance)
        start = time.monotonic()
        pairs = [sample(cabinet, chance) for _ in range(size)]
        path = os.path.join(directory, f"shard_{seed}_{k:04d}.npz")
        np.savez(path + ".tmp.npz", img=np.stack([p[0] for p in pairs]), txt=np.array([p[1] for p in pairs]))
        os.rename(path + ".tmp.npz", path)
        print(path, f"{size / (time.monotonic() - start):.0f}/s", flush=True)


def write_sheet(path: str, seed: int, fonts: str, fontsource: str, across: int = 9, down: int = 10) -> None:
    chance = Chance(seed)
    cabinet = Cabinet(fonts, fontsource, chance)
    tiles = []
    for _ in range(across * down):
        image, text = sample(cabinet, chance)
        tile = np.zeros((HEIGHT + 16, WIDTH), np.uint8)
        tile[:HEIGHT] = image
        cv2.putText(tile, text, (2, HEIGHT + 12), 0, 0.42, 255, 1, cv2.LINE_AA)
        tiles.append(tile)
    cv2.imwrite(path, np.vstack([np.hstack(tiles[i : i + across]) for i in range(0, len(tiles), across)]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?")
    parser.add_argument("shards", type=int, nargs="?", default=75)
    parser.add_argument("size", type=int, nargs="?", default=4000)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--sheet")
    parser.add_argument("--fonts", default="/usr/share/fonts")
    parser.add_argument("--fontsource", default="node_modules/@fontsource")
    a = parser.parse_args()
    if a.sheet:
        write_sheet(a.sheet, a.seed, a.fonts, a.fontsource)
    else:
        write_shards(a.directory, a.shards, a.size, a.seed, a.fonts, a.fontsource)


if __name__ == "__main__":
    main()
