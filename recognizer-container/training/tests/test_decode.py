"""From CTC steps to text."""

import numpy as np
import pytest

from plateocr.alphabet import ALPHABET
from plateocr.decode import beam, best_path, vote


def steps(*likely: dict) -> np.ndarray:
    p = np.full((len(likely), 1 + len(ALPHABET)), 1e-9)
    for t, step in enumerate(likely):
        for c, value in step.items():
            p[t, 0 if c == "_" else ALPHABET.index(c) + 1] = value
    return np.log(p / p.sum(1, keepdims=True))


def test_repeats_are_joined_unless_a_blank_stands_between():
    said = steps({"A": 1}, {"A": 1}, {"_": 1}, {"A": 1}, {"B": 1})

    assert best_path(said) == "AAB"
    assert max(beam(said), key=beam(said).get) == "AAB"


def test_the_beam_adds_the_paths_of_one_text():
    said = steps({"A": 0.4, "_": 0.6}, {"A": 0.4, "_": 0.6})

    texts = beam(said)

    assert best_path(said) == ""
    assert texts["A"] == pytest.approx(0.64, abs=1e-3)


def test_views_that_agree_outvote_one_that_is_sure():
    a, b = steps({"8": 0.8, "B": 0.2}), steps({"B": 0.9, "8": 0.1})

    assert vote([a, a, b])[0] == "8"
