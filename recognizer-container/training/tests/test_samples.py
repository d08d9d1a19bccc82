"""What the generator gives."""

import numpy as np

from plateocr import damage, layout_us, samples
from plateocr.alphabet import ALPHABET, HEIGHT, WIDTH
from plateocr.chance import Chance
from plateocr.faces import Cabinet

from .conftest import FONTS, FONTSOURCE


def test_a_seed_gives_the_same_samples_again():
    def drawn():
        chance = Chance(11)
        cabinet = Cabinet(FONTS, FONTSOURCE, chance)
        return [samples.sample(cabinet, chance) for _ in range(5)]

    first, second = drawn(), drawn()

    assert all((a[0] == b[0]).all() and a[1] == b[1] for a, b in zip(first, second, strict=True))


def test_samples_have_the_nets_size_and_its_alphabet(cabinet):
    chance = Chance(12)

    drawn = [samples.sample(cabinet, chance) for _ in range(300)]

    assert all(image.shape == (HEIGHT, WIDTH) and image.dtype == np.uint8 for image, _ in drawn)
    assert all(set(text) <= set(ALPHABET) for _, text in drawn)


def test_some_samples_have_nothing_to_read_and_most_have(cabinet):
    chance = Chance(13)

    empty = np.mean([samples.sample(cabinet, chance)[1] == "" for _ in range(800)])

    assert 0.06 < empty < 0.20


def test_a_view_of_a_plate_never_cuts_its_serial(cabinet):
    chance = Chance(14)

    for _ in range(200):
        plate = layout_us.plate(cabinet, chance)
        for view in (damage.whole_plate(plate, chance), damage.text_line(plate, chance)):
            assert view.left < plate.box[0] and view.right > plate.box[2]
            assert view.top < plate.box[1] and view.bottom > plate.box[3]


def test_a_neighbouring_line_shows_at_most_a_fifth_of_the_serial(cabinet):
    chance = Chance(15)

    for _ in range(100):
        plate = layout_us.plate(cabinet, chance)
        view = damage.neighbouring_line(plate, chance)
        shown = min(view.bottom, plate.box[3]) - max(view.top, plate.box[1])
        assert not view.legible
        assert shown <= 0.2 * (plate.box[3] - plate.box[1]) + 1e-6
