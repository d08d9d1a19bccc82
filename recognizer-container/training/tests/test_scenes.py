"""What the reader's generator and camera give."""

import numpy as np

from plateocr.alphabet import HEIGHT, WIDTH
from plateocr.camera import Camera
from plateocr.chance import Chance
from plateocr.faces import FONTS, FONTSOURCE_FOLDER, Cabinet
from plateocr.scenes import LONGEST, META, SH, SW, TEXT, scene
from plateocr.views import Views


def drawn(cabinet, chance, count):
    images, meta = np.zeros((count, SH, SW), np.uint8), np.zeros((count, META), np.float32)
    texts = np.zeros((count, LONGEST), np.uint8)
    for n in range(count):
        scene(cabinet, chance, images[n], meta[n], texts[n])
    return images, meta, texts


def test_a_seed_gives_the_same_scenes_again():
    def once():
        chance = Chance(11)
        return drawn(Cabinet(FONTS, FONTSOURCE_FOLDER, chance), chance, 4)

    first, second = once(), once()

    assert all((a == b).all() for a, b in zip(first, second, strict=True))


def test_some_scenes_have_nothing_to_read_and_most_have(cabinet):
    _, meta, texts = drawn(cabinet, Chance(13), 300)

    empty = meta[:, 0] == TEXT
    assert 0.03 < empty.mean() < 0.2
    assert (texts[empty] == 0).all() and (texts[~empty, 0] > 0).all()


def test_a_view_shows_the_whole_serial_but_for_the_edges_of_its_strokes(cabinet):
    _, meta, _ = drawn(cabinet, Chance(14), 200)
    views = Views(meta, np.random.default_rng(1))
    serial, height = meta[:, 5:9], meta[:, 8] - meta[:, 6]
    legible = views.legible

    assert (views.box[legible, 1] <= (serial[:, 1] + 0.07 * height)[legible]).all()
    assert (views.box[legible, 3] >= (serial[:, 3] - 0.07 * height)[legible]).all()


def test_the_camera_gives_crops_of_the_nets_size(cabinet):
    import torch

    images, meta, _ = drawn(cabinet, Chance(15), 24)

    crops, legible = Camera("cpu", 3).shoot(torch.from_numpy(images), meta)

    assert crops.shape == (24, HEIGHT, WIDTH) and len(legible) == 24
    assert 0 <= crops.min() and crops.max() <= 255 and crops.std() > 10
