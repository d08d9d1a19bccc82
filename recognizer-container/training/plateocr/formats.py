"""Serial formats of plates. L is a letter, D a digit, a blank a gap (often with a seal or picture in it), - a dash or dot.

Written from the public descriptions of the issuing authorities; no list of real registrations was used.
"""

from .alphabet import GLYPHS
from .chance import Chance

US = {
    "AL": ["DLDDDDD", "DLLDDDD", "DDLDDDD", "DDLLDDD", "DDDLLDD", "DLDDDDL"],
    "AK": ["LLL DDD"],
    "AZ": ["LLLDDDD", "DDDLLL", "LLL DDD", "LDLDDLL"],
    "AR": ["DDD LLL", "LLL DDL"],
    "CA": ["DLLLDDD", "DLLLDDD", "DLLLDDD", "DLDDDDD", "DDDDDLD", "DDLDDDD", "DDDLLL"],
    "CO": ["LLL DDD", "DDD LLL", "LLL-LDD", "LLLDDDD", "LL DDDD"],
    "CT": ["DDD LLL", "DDD-LLL", "LL DDDDD", "LLDDDDD"],
    "DE": ["DDDDDD", "DDDDD", "DDDD", "LL DDDDD"],
    "DC": ["LL DDDD", "LL-DDDD", "DDD-DDD"],
    "FL": ["LDD DLL", "LLL LDD", "LLL DDL", "DDD LLL", "DDDDLL", "LLDDLL"],
    "GA": ["LLL DDDD", "DDDD LLL", "LLLDDDD", "DDD LLL"],
    "HI": ["LLL DDD", "DDD DDD"],
    "ID": ["DL LDDDD", "DL DDDDD", "L DDDDDD", "DLDDDDD", "DL DDDD", "D LDDDDL"],
    "IL": ["LDD DDDD", "DDD DDDD", "LL DDDDD", "L DDDDDD", "LL DDDD"],
    "IN": ["DDD LLL", "DDDLLL", "DDDL", "LDDDLL", "DDL DDDD", "DDDDL"],
    "IA": ["DDD LLL", "LLL DDD", "DDDD LL"],
    "KS": ["DDD LLL", "LLL DDD", "DDDLLLL"],
    "KY": ["DDD LLL", "LLL DDD", "DDDDLL"],
    "LA": ["LLL DDD", "DDD LLL", "LDDDDDD"],
    "ME": ["DDDD LL", "DDDLLL", "DDDD L", "DDD LLL"],
    "MD": ["LLL DDD", "DLLDDDD", "DLL DDDD", "LLL-DDD", "LDDDDDD"],
    "MA": ["DDDL LD", "DLLDDD", "DDDD LL", "DDD LLD", "DDLLDD", "LLLLDD", "DDDDDD"],
    "MI": ["LLL DDDD", "DLLLDD", "LLL DDD", "LLL-DDD"],
    "MN": ["DDD LLL", "LLL DDD", "DDD-LLL", "LLL-DDD"],
    "MS": ["LLL DDD", "DDD LLL", "LLLDDDD", "DLDDD"],
    "MO": ["LLD LDL", "LLD LDL", "DDD LLL", "LLL DDD", "LLDLDL"],
    "MT": ["DDDDDDL", "DD-DDDDL", "D-DDDDDL", "LLLDDD"],
    "NE": ["LLL DDD", "DD-LDDD", "D-LDDDD", "DD-DDDD", "D-DDDDD"],
    "NV": ["DDD LLL", "DDLDDD", "LLL DDD", "DDD-LLL", "LDD DDL"],
    "NH": ["DDD DDDD", "DDDDDD", "DDDDD", "DDDDDDD"],
    "NJ": ["LLL DDL", "LDD LLL", "LLL-DDL", "LL-DDDL", "DDDLLL"],
    "NM": ["LLL DDD", "DDD LLL", "LLLLDD"],
    "NY": ["LLL DDDD", "LLL DDDD", "DLLDDD", "LDDDLL", "LLL DDL"],
    "NC": ["LLL DDDD", "LLL-DDDD"],
    "ND": ["LLL DDD", "DDD LLL"],
    "OH": ["LLL DDDD", "LLDDLL", "LLL-DDDD", "LL DD LL"],
    "OK": ["LLL DDD", "DDD LLL", "LLLDDD"],
    "OR": ["DDD LLL", "LLL DDD", "LLL-DDD", "DDDDD"],
    "PA": ["LLL DDDD", "LLL-DDDD", "DLLDDDD"],
    "RI": ["DDDDDD", "LL DDD", "LL-DDD", "DDD DDD", "DLLDDD"],
    "SC": ["LLL DDD", "DDD LLL", "DDDD LL", "LLLDDDD"],
    "SD": ["DLL DDD", "DDL DDD", "DLD DDD", "DL DDDD", "DDDD"],
    "TN": ["LDD DDL", "DDD LLL", "LLL DDD", "LDDDDL", "DDDLLLD", "LLL DDDD"],
    "TX": ["LLL DDDD", "LLLDDDD", "LLD LDDD", "LDD LLL", "DDD LLL", "DDLLLD", "LLL DDL"],
    "UT": ["LDD DLL", "DDD LLL", "DLL LDD", "LDDDLL", "DLDLL"],
    "VT": ["LLL DDD", "DDDLDDD", "DDDDD"],
    "VA": ["LLL DDDD", "LLL-DDDD", "LLLDDDD", "DDDDLL", "LL-DDDD", "DDDDDD"],
    "WA": ["LLLDDDD", "DDD LLL", "DDD-LLL", "LDDDDDL", "LLLDDDL"],
    "WV": ["DLLDDD", "DL DDDD", "DLL DDD", "DDDDD", "DDDD"],
    "WI": ["LLL DDDD", "LLL-DDDD", "DDD LLL", "DDD-LLL", "LLDDDD"],
    "WY": ["DD DDDD", "D-DDDDL", "DD-DDDL", "D DDDDD", "DD LDD"],
}

US_SPECIALTY = [
    "LL DDDD", "DDDDLL", "LLDDDLL", "DDDDD", "LDDDD", "DDDLL", "LDDD", "DDDD", "LL DDD", "DDDDL", "LL DD", "LLDDD", "LLL DD", "DDL LL",
    "LLLL DD", "D LLDDD", "LLL LLL", "DD DDD", "LLLD", "LLLLD", "DDDDDDDD", "LLLLDDD", "LDL DDD", "DLL DLL", "LLL-D", "LDLDLD",
]

EU = (
    ["LL-DDDLL"] * 6 + ["DLD DDDD"] * 3 + ["LL DDDDD"] * 3
    + ["LLL LLDD", "LL LLDDD", "L LLDDDD", "LL LDDD", "LL-DDD-LL", "LL DDDLL", "DDDD LLL", "LLL DDD", "LLDD LLL", "DD-LL-LL", "LL-DD-LL"]
    + ["D-LLL-DDD", "LL-LLDDDD", "LLL-DDDD", "LL LLDD", "L LDDD", "LLL-LDDD", "LLDDDD", "LLD DDDD", "LLL DD-DD", "LLDDDLL", "LL-DDD-L"]
    + ["DDD-LL-D", "LL DD LLL", "LLLLLL", "LL LLLLD", "LLL DDDL", "LL DDD LL", "L DDD LL", "DLL DDDD", "LL DDDD LL"]
)  # fmt: skip

BRAZIL = ["LLL-DDDD"] * 8 + ["LLLDLDD"] * 4

_VANITY = (
    "LOVE CAR DOG CAT FISH GOLF BIKE HIKE SKI SURF BEACH LIFE BABY GIRL GUY MOM DAD KID GRAMPA NANA PAPA MIKE LISA BILL JIM TIM KIM TINA "
    "RITA MIA IAN IRIS NIKKI EMILY ALICE FAITH PINK WHITE NIGHT LIGHT KNIGHT MINI MIATA CIVIC VIPER STING WIND RIDE FAST QUIK QUICK ITS IM "
    "ILUV TILT TITAN PILOT FLY FLYIN DRIVE DIVER RIDER SWIM CHILL MILLI VILLA WILL WILD WIN WINE HILL HIT KIT TRIP SHIP TWIN TWINS TIGER "
    "LION BIRD ICE ICY INK IRON ISLE MUSIC PIANO VIOLA GUITAR KICK LUCKY HAPPY SMILE SUNNY STAR MOON SKY BLUE RED GOLD SILVER ROCK ROLL "
    "JAZZ TEAM HERO KING QUEEN PRINCE LADY BOSS CHIEF DOC NURSE TEACH COACH ARMY NAVY MARINE USAF VET REBEL COWBOY MAMA TOY VROOM ZOOM GO "
    "GONE YES NO WAY MY UR OUR THE FOR 4U 2 1 HUNTER FARMER BAKER PAINT WATER RIVER OCEAN MOUNTN WOLF BEAR EAGLE HAWK MUSTNG CORVET BUG VW"
).split()  # fmt: skip

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ" * 3 + "QII"
_HARD = GLYPHS + "T1MWNH0QD8B6G5S2Z4AVUY"
_STATES = sorted(US)

_MILLIONS = {
    "CA": 39, "TX": 30, "FL": 23, "NY": 20, "PA": 13, "IL": 12, "OH": 12, "GA": 11, "NC": 11, "MI": 10, "NJ": 9, "VA": 9, "WA": 8, "AZ": 7,
    "TN": 7, "MA": 7, "IN": 7, "MO": 6, "MD": 6, "WI": 6, "CO": 6, "MN": 6, "SC": 5, "AL": 5, "LA": 5, "KY": 5, "OR": 4, "OK": 4, "CT": 4,
}  # fmt: skip
"""People of the larger states: plates are met about in their proportion."""
_MET = [state for state, millions in _MILLIONS.items() for _ in range(millions)]


def fill(pattern: str, chance: Chance) -> str:
    letters = _LETTERS + ("OO" if chance.flip(0.5) else "")
    return "".join(chance.one_of(letters) if c == "L" else chance.one_of("0123456789") if c == "D" else c for c in pattern)


def anything(chance: Chance) -> str:
    """A string that follows no format, rich in characters that look alike."""
    length = chance.pick(5, 6, 6, 7, 7, 7, 8)
    serial = [chance.one_of(_HARD) for _ in range(length)]
    if chance.flip(0.5):
        serial.insert(chance.integer(2, max(2, length - 2)), chance.pick(" ", "-"))
    return "".join(serial)


def vanity(chance: Chance) -> str:
    while True:
        text = "".join(chance.one_of(_VANITY) for _ in range(chance.pick(1, 1, 2, 2)))
        if chance.flip(0.35):
            text += chance.pick("S", "R", "Z", "1", "2", "5", "7", str(chance.integer(1, 99)))
        if chance.flip(0.12):
            text = text.replace(chance.pick(*"EIOAS"), "")
        if 3 <= len(text) <= 7:
            break
    if chance.flip(0.15) and len(text) > 3:
        cut = chance.integer(1, len(text) - 2)
        text = text[:cut] + chance.pick(" ", "-") + text[cut:]
    return text


def us_serial(chance: Chance) -> str:
    return chance.one_of([_us_regular] * 14 + [anything] * 4 + [vanity] * 2)(chance)


def _us_regular(chance: Chance) -> str:
    state = chance.one_of(_MET if chance.flip(0.5) else _STATES)
    pattern = chance.one_of(US_SPECIALTY) if chance.flip(0.15) else chance.one_of(US[state])
    if chance.flip(0.15):
        pattern = pattern.replace(" ", "-")
    return fill(pattern, chance)


def eu_serial(chance: Chance) -> str:
    return anything(chance) if chance.flip(0.25) else fill(chance.one_of(EU), chance)


def brazil_serial(chance: Chance) -> str:
    return fill(chance.one_of(BRAZIL), chance)
