"""A cabinet of faces for all tests: random dies, and fonts where the machine has them."""

import os

import pytest

from plateocr.chance import Chance
from plateocr.faces import Cabinet

FONTS = os.environ.get("FONTS", "/usr/share/fonts")
FONTSOURCE = os.environ.get("FONTSOURCE", "node_modules/@fontsource")


@pytest.fixture(scope="session")
def cabinet():
    return Cabinet(FONTS, FONTSOURCE, Chance(7))
