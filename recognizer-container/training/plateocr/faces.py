"""The faces that serials and small text are drawn with: free fonts and random dies."""

import glob
import os
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from . import othertext
from .alphabet import GLYPHS
from .chance import Chance
from .strokes import GLYPH_HEIGHT, GLYPH_MARGIN, stroke_face

DEBIAN = [
    "truetype/roadgeek/RG2014[BCDE]*.ttf", "truetype/roadgeek/RG2014F.ttf", "truetype/routed-gothic/routed-gothic.ttf",
    "truetype/routed-gothic/routed-gothic-narrow.ttf", "truetype/opendin/OSP-DIN.ttf", "opentype/national-park/NationalPark-Heavy.otf",
    "opentype/national-park/NationalPark-Regular.otf", "truetype/osifont/osifont.ttf", "opentype/bebas-neue/BebasNeue-[BR]*.otf",
    "truetype/dejavu/DejaVuSansCondensed-Bold.ttf", "truetype/liberation*/LiberationSansNarrow*Bold.ttf",
    "truetype/liberation*/LiberationSans-Bold.ttf", "truetype/paratype/PTN*7*.ttf", "truetype/mplus/mplus-1*-bold.ttf",
    "truetype/mplus/mplus-1m-medium.ttf",
]  # fmt: skip

FONTSOURCE = [
    "oswald-*-[456]00", "barlow-condensed-*-[567]00", "barlow-semi-condensed-*-[567]00", "roboto-condensed-*-[57]00",
    "saira-condensed-*-[567]00", "saira-semi-condensed-*-[56]00", "saira-extra-condensed-*-[67]00", "archivo-narrow-*-[567]00",
    "pathway-gothic-one-*-400", "fjalla-one-*-400", "antonio-*-[67]00", "teko-*-[56]00", "pt-sans-narrow-*-700", "ubuntu-condensed-*-400",
    "league-gothic-*-400", "overpass-*-[678]00", "share-tech-mono-*-400", "rajdhani-*-[67]00", "encode-sans-condensed-*-[567]00",
    "sofia-sans-condensed-*-[567]00", "fira-sans-condensed-*-[56]00", "ibm-plex-sans-condensed-*-[567]00", "b612-mono-*-[47]00",
    "staatliches-*-400", "varela-round-*-400", "nunito-*-[67]00", "m-plus-rounded-1c-*-[57]00", "dosis-*-[678]00", "francois-one-*-400",
    "asap-condensed-*-[56]00", "cabin-condensed-*-[67]00", "anton-*-400", "khand-*-[567]00", "big-shoulders-display-*-[67]00",
    "yanone-kaffeesatz-*-[67]00", "pragati-narrow-*-700", "alumni-sans-*-[67]00", "rokkitt-*-[67]00", "zilla-slab-*-600",
]  # fmt: skip

SMALL_DEBIAN = [
    "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSerif-Bold.ttf", "truetype/freefont/FreeSerifBoldItalic.ttf",
    "truetype/freefont/FreeSansBoldOblique.ttf", "opentype/bebas-neue/BebasNeue-Regular.otf", "truetype/lato/Lato-Black.ttf",
]  # fmt: skip
SMALL_FONTSOURCE = ["courier-prime-*-700", "alfa-slab-one-*-400", "roboto-slab-*-700"]

DIES = 70
UNASSIGNED = "\U0010fffd"


@dataclass(frozen=True)
class Face:
    name: str
    glyphs: dict


def drawn_glyphs(path: str) -> dict | None:
    """The glyphs of a font file, cap height made GLYPH_HEIGHT; None where a character is missing or cannot be told from another."""
    try:
        font = ImageFont.truetype(path, 120)
    except OSError:
        return None
    box = font.getbbox("H")
    if box[3] - box[1] < 20:
        return None
    font = ImageFont.truetype(path, round(120 * GLYPH_HEIGHT / (box[3] - box[1])))
    glyphs = {c: _drawn(c, font) for c in GLYPHS}
    return None if lacks_a_glyph(glyphs, _drawn(UNASSIGNED, font)) else glyphs


def _drawn(character: str, font) -> np.ndarray:
    left, _, right, _ = font.getbbox(character)
    image = Image.new("L", (max(1, right - left), GLYPH_HEIGHT + 2 * GLYPH_MARGIN), 0)
    ImageDraw.Draw(image).text((-left, GLYPH_MARGIN - font.getbbox("H")[1]), character, font=font, fill=255)
    return np.asarray(image)


def lacks_a_glyph(glyphs: dict, missing: np.ndarray) -> bool:
    """A face says by the same box that it lacks a character; some show nothing, or capitals and figures that are all alike."""
    boxes = any(image.shape == missing.shape and (image == missing).all() for image in glyphs.values())
    empty = any(image.shape[1] < 3 or (image > 128).mean() < 0.02 for image in glyphs.values())
    distinct = len({image.tobytes() for image in glyphs.values()})
    return boxes or empty or distinct < len(GLYPHS) - 2


def font_files(fonts: str, fontsource: str, debian_globs: list, fontsource_globs: list) -> list[str]:
    files = [p for g in debian_globs for p in sorted(glob.glob(os.path.join(fonts, g)))]
    for g in fontsource_globs:
        family = g.split("-*")[0]
        pattern = g.replace("-*", "-latin", 1) + "-normal.woff"
        files += sorted(glob.glob(os.path.join(fontsource, family, "files", pattern)))
    return files


def text_mask(text: str, font) -> np.ndarray:
    left, top, right, bottom = font.getbbox(text)
    image = Image.new("L", (right - left + 2, bottom - top + 2), 0)
    ImageDraw.Draw(image).text((1 - left, 1 - top), text, font=font, fill=255)
    return np.asarray(image)


class Cabinet:
    """All faces of a run: fonts, dies that are renewed from time to time, and banks of small text."""

    def __init__(self, fonts: str, fontsource: str, chance: Chance):
        self._fonts = []
        for path in font_files(fonts, fontsource, DEBIAN, FONTSOURCE):
            glyphs = drawn_glyphs(path)
            if glyphs:
                self._fonts.append(Face(os.path.basename(path), glyphs))
        self._plate_like = [f for f in self._fonts if "DIN" in f.name or "RG2014" in f.name]
        self._dies: list[Face] = []
        self.renew_dies(chance)
        small = [ImageFont.truetype(p, 28) for p in font_files(fonts, fontsource, SMALL_DEBIAN, SMALL_FONTSOURCE)]
        self.words = self._bank(othertext.names_on_plates(chance), small, chance)
        self.lines = self._bank(othertext.lines_elsewhere(chance), small, chance)

    @staticmethod
    def _bank(texts: list[str], small: list, chance: Chance) -> list:
        return [text_mask(text, font) for text in texts for font in chance.scalar.sample(small, 2)]

    def renew_dies(self, chance: Chance, count: int = DIES) -> None:
        self._dies = [Face(f"die {i}", stroke_face(chance)) for i in range(count)]

    @property
    def font_names(self) -> list[str]:
        return [f.name for f in self._fonts]

    def face(self, chance: Chance) -> dict:
        """A die rather more often than a font."""
        return chance.one_of(self._dies if chance.flip(0.72) or not self._fonts else self._fonts).glyphs

    def european_face(self, chance: Chance) -> dict:
        """Often a face like DIN 1451 or a road sign's."""
        if self._plate_like and chance.flip(0.3):
            return chance.one_of(self._plate_like).glyphs
        return self.face(chance)
