"""What the generator gives."""

import numpy as np

from plateocr import damage, layout_two, layout_us, samples
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


def test_a_view_of_a_plate_cuts_no_more_of_its_serial_than_the_strokes_edges(cabinet):
    chance = Chance(14)

    for _ in range(200):
        plate = layout_us.plate(cabinet, chance)
        strokes = 0.06 * (plate.box[3] - plate.box[1])
        for view, cut in ((damage.whole_plate(plate, chance), 0), (damage.text_line(plate, chance), strokes)):
            assert view.left <= plate.box[0] and view.right >= plate.box[2]
            assert view.top < plate.box[1] + cut and view.bottom > plate.box[3] - cut


def test_a_neighbouring_line_shows_at_most_a_fifth_of_the_serial(cabinet):
    chance = Chance(15)

    for _ in range(100):
        plate = layout_us.plate(cabinet, chance)
        view = damage.neighbouring_line(plate, chance)
        shown = min(view.bottom, plate.box[3]) - max(view.top, plate.box[1])
        assert not view.legible
        assert shown <= 0.2 * (plate.box[3] - plate.box[1]) + 1e-6


def test_a_line_of_two_is_seen_whole_and_the_other_line_at_most_two_fifths(cabinet):
    chance = Chance(16)

    for _ in range(100):
        plate = layout_two.plate(cabinet, chance)
        view = damage.one_of_two_lines(plate, chance)
        (_, top, _, bottom), (_, other_top, _, other_bottom) = plate.box, plate.other
        assert view.top < top + 0.06 * (bottom - top) and view.bottom > bottom - 0.06 * (bottom - top)
        shown = min(view.bottom, other_bottom) - max(view.top, other_top)
        assert shown <= 0.41 * (other_bottom - other_top)


def test_both_lines_of_two_are_taught(cabinet):
    chance = Chance(17)

    upper = np.mean([p.box[1] < p.other[1] for p in (layout_two.plate(cabinet, chance) for _ in range(60))])

    assert 0.3 < upper < 0.7


def test_what_a_camera_writes_into_its_picture_can_be_seen(cabinet):
    chance = Chance(18)

    drawn = [samples.burnt_in(cabinet, chance) for _ in range(40)]

    assert all(image.shape == (HEIGHT, WIDTH) for image in drawn)
    assert np.median([image.std() for image in drawn]) > 10
