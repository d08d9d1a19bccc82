"""A cabinet of faces for all tests: random dies, and fonts where the machine has them."""

import pytest

from plateocr.chance import Chance
from plateocr.faces import FONTS, FONTSOURCE_FOLDER, Cabinet


@pytest.fixture(scope="session")
def cabinet():
    return Cabinet(FONTS, FONTSOURCE_FOLDER, Chance(7))
