"""What serials look like."""

from plateocr import formats, othertext
from plateocr.alphabet import ALPHABET, folded, label
from plateocr.chance import Chance


def test_every_state_and_the_district_have_formats():
    assert len(formats.US) == 51
    assert {"AK", "HI", "DC"} <= set(formats.US)
    assert all(set(pattern) <= set("LD -") for patterns in formats.US.values() for pattern in patterns)


def test_a_filled_format_has_letters_and_digits_in_their_places():
    chance = Chance(1)

    serials = [formats.fill("LLD-D L", chance) for _ in range(200)]

    for s in serials:
        assert s[0].isalpha() and s[1].isalpha() and s[2].isdigit() and s[3] == "-" and s[4].isdigit() and s[5] == " " and s[6].isalpha()


def test_no_serial_has_a_label_that_the_net_cannot_say():
    chance = Chance(2)
    makers = [formats.us_serial, formats.eu_serial, formats.brazil_serial, formats.vanity]

    labels = [label(make(chance)) for make in makers for _ in range(500)]

    assert all(set(text) <= set(ALPHABET) for text in labels)
    assert all(2 <= len(text) <= 10 for text in labels)


def test_the_letter_o_is_read_as_zero_and_folding_joins_what_looks_alike():
    assert label("FOO 12-O") == "F00120"
    assert folded("QOI01") == "00101"


def test_stickers_say_months_years_or_counties():
    said = {othertext.on_a_sticker(Chance(seed)) for seed in range(300)}

    assert "MAR" in said and any(text.isdigit() for text in said)
    assert all(len(text) <= 5 for text in said)
