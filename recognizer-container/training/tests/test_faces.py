"""Faces that cannot show every character are left out."""

import numpy as np

from plateocr.alphabet import GLYPHS
from plateocr.chance import Chance
from plateocr.faces import lacks_a_glyph
from plateocr.strokes import GLYPH_HEIGHT, GLYPH_MARGIN, Die, skeletons, stroke_face

BOX = np.pad(np.zeros((60, 20), np.uint8), 4, constant_values=255)


def test_a_die_has_every_glyph():
    face = stroke_face(Chance(3))

    assert set(face) == set(GLYPHS)
    assert all(image.shape[0] == GLYPH_HEIGHT + 2 * GLYPH_MARGIN for image in face.values())
    assert not lacks_a_glyph(face, BOX)


def test_a_face_that_draws_a_box_for_one_character_lacks_it():
    face = stroke_face(Chance(4)) | {"Q": BOX}

    assert lacks_a_glyph(face, BOX)


def test_a_face_that_draws_nothing_for_one_character_lacks_it():
    face = stroke_face(Chance(5)) | {"7": np.zeros((88, 30), np.uint8)}

    assert lacks_a_glyph(face, BOX)


def test_a_face_of_figures_only_lacks_letters():
    face = stroke_face(Chance(6))

    assert lacks_a_glyph(face | {c: face["0"] for c in "ABCDEF"}, BOX)


def test_every_v_narrows_to_its_foot_and_every_t_is_wider_than_its_stem():
    chance = Chance(8)

    for _ in range(200):
        paths = skeletons(Die.random(chance))
        (_, v), (_, t) = paths["V"][0], paths["T"][0]
        assert v[3][0] - v[2][0] <= 0.4 and v[1][1] < 0.5
        assert t[1][0] - t[0][0] >= 0.72
