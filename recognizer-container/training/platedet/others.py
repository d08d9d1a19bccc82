"""What carries a plate beside cars: trucks, motorcycles, and shapes without meaning."""

from .art import Art, grey, paint_colour, rounded, shade
from .parts import body, glass, letters, recess, sticker
from .sprite import Sprite, frame, slot


def truck(ch, words, kind, scale, wide, high, close):
    """A box truck, van, bus or trailer from behind: lettering, doors, stripes, a plate that hangs low or aside."""
    u, flip = ch.uniform, ch.flip
    base = paint_colour(ch) if flip(0.5) else grey(u(160, 245))
    tall = u(0.95, 1.35)
    w, h = slot(kind, ch)
    w, h = w * 0.85, h * 0.85
    sx, sy = ch.pick(u(-0.34, 0.34), u(-0.05, 0.05)), tall * ch.pick(u(0.82, 0.9), u(0.8, 0.88), u(0.45, 0.6))
    ox, oy = frame(scale, wide, high, close, (sx, sy), (0.0, tall))
    art = Art(wide, high, scale, ox, oy)
    for side in (-1, 1):
        art.box(side * 0.36 - 0.09, tall * 0.82, side * 0.36 + 0.09, tall, grey(u(8, 40)), True, 0.03)
    body(art, rounded(-0.47, 0, 0.47, tall * 0.84, u(0, 0.08)), base, ch)
    bed = tall * u(0.72, 0.8)
    art.box(-0.46, bed, 0.46, tall * 0.93, grey(u(15, 90)) if flip(0.7) else shade(base, u(0.5, 0.9)), True)
    dark = shade(base, u(0.3, 0.8))
    if flip(0.6):
        art.line([(0, 0.03), (0, bed)], dark, 0.006)
        for x in (-0.1, 0.1):
            if flip(0.6):
                art.line([(x, 0.05), (x, bed - 0.02)], grey(u(60, 200)), u(0.004, 0.012))
    if flip(0.3):
        for i in range(ch.integer(3, 14)):
            y = bed * (i + 1) / 15
            art.line([(-0.44, y), (0.44, y)], dark, 0.004)
    if flip(0.45):
        for x in (-0.24, 0.24):
            glass(art, [(x - 0.17, tall * 0.12), (x + 0.17, tall * 0.12), (x + 0.17, tall * 0.38), (x - 0.17, tall * 0.38)], ch)
    for _ in range(ch.pick(0, 1, 2, 3, 4)):
        y = u(0.08, 0.66) * tall
        if abs(y - sy) > h + 0.06:
            letters(art, u(-0.2, 0.2), y, words, ch, base, u(0.03, 0.14), u(0.3, 0.85))
    for _ in range(ch.pick(0, 1, 2)):
        x, y = u(-0.4, 0.4), u(0.1, 0.7) * tall
        if abs(y - sy) > h + 0.08 or abs(x - sx) > w + 0.1:
            sticker(art, x, y, words, ch, flip(0.4))
    if flip(0.5):
        n = ch.integer(6, 14)
        for i in range(n):
            art.box(-0.46 + 0.92 * i / n, bed, -0.46 + 0.92 * (i + 1) / n, bed + 0.025, (200, 30, 30) if i % 2 else (235, 235, 235))
    red = (round(u(120, 255)), 25, 20)
    for side in (-1, 1):
        for k in range(ch.integer(1, 3)):
            x = side * (0.42 - k * 0.07)
            if flip(0.5):
                art.oval(x, tall * 0.87, 0.025, 0.025, red)
            else:
                art.box(x - 0.03, tall * 0.845, x + 0.03, tall * 0.9, red if k < 1 else (230, 150, 60))
    recess(art, sx, sy, w, h, grey(u(20, 110)), ch)
    return Sprite(art.c, art.a, (sx * scale + ox, sy * scale + oy, w * scale, h * scale), kind)


def motorcycle(ch, words, kind, scale, wide, high, close):
    u, _flip = ch.uniform, ch.flip
    base = paint_colour(ch)
    w, h = slot(kind, ch)
    tall, sx, sy = 1.1, 0.0, u(0.5, 0.66)
    ox, oy = frame(scale, wide, high, close, (sx, sy), (0.0, tall))
    art = Art(wide, high, scale, ox, oy)
    art.box(-0.06, 0.5, 0.06, tall, grey(u(8, 45)), True, 0.05)
    art.line([(-0.3, 0.08), (-0.1, 0.16), (0.1, 0.16), (0.3, 0.08)], grey(u(20, 120)), 0.025)
    for side in (-1, 1):
        art.box(side * 0.3 - 0.05, 0.05, side * 0.3 + 0.05, 0.11, grey(u(10, 80)), True, 0.02)
        art.oval(side * 0.15, 0.46, 0.025, 0.025, (235, 150, 40), True)
        art.box(side * 0.12 - 0.045, 0.6, side * 0.12 + 0.045, 0.95, grey(u(60, 200)), True, 0.03)
    body(art, [(-0.12, 0.16), (0.12, 0.16), (0.17, 0.42), (0.1, 0.62), (-0.1, 0.62), (-0.17, 0.42)], base, ch)
    art.box(-0.07, 0.34, 0.07, 0.42, (round(u(110, 255)), 25, 20), r=0.02)
    art.box(sx - w / 2 - 0.01, sy - h / 2 - 0.02, sx + w / 2 + 0.01, sy + h / 2 + 0.02, grey(u(10, 60)), True, 0.01)
    return Sprite(art.c, art.a, (sx * scale + ox, sy * scale + oy, w * scale, h * scale), kind)


def collage(ch, words, kind, scale, wide, high, close):
    """Shapes without meaning around a plate: what lies near one must not matter."""
    u, flip = ch.uniform, ch.flip
    w, h = slot(kind, ch)
    art = Art(wide, high, scale, wide / 2, high / 2)
    base = paint_colour(ch)
    x0, y0 = -u(0.5, 1.0) * wide / 2 / scale, -u(0.5, 1.0) * high / 2 / scale
    x1, y1 = u(0.5, 1.0) * wide / 2 / scale, u(0.5, 1.0) * high / 2 / scale
    art.box(x0, y0, x1, y1, shade(base, 1), True, u(0, 0.05))
    for _ in range(ch.integer(3, 14)):
        colour = shade(base, u(0.3, 1.4)) if flip(0.5) else tuple(ch.integer(0, 255) for _ in range(3)) if flip(0.4) else grey(u(0, 255))
        cx, cy, rx, ry = u(x0, x1), u(y0, y1), u(0.01, 0.3) * (x1 - x0), u(0.01, 0.3) * (y1 - y0)
        kind_ = ch.integer(0, 3)
        if kind_ == 0:
            art.box(cx - rx, cy - ry, cx + rx, cy + ry, colour, r=u(0, 0.03))
        elif kind_ == 1:
            art.oval(cx, cy, rx, ry, colour)
        elif kind_ == 2:
            art.line([(x0, cy), (x1, cy + u(-0.05, 0.05))], colour, u(0.003, 0.03))
        else:
            art.poly([(cx + u(-1, 1) * rx, cy + u(-1, 1) * ry) for _ in range(4)], colour)
    for _ in range(ch.integer(0, 3)):
        x, y = u(x0, x1), u(y0, y1)
        if abs(y - 0) > h * 0.9:
            if flip(0.5):
                sticker(art, x, y, words, ch)
            else:
                letters(art, x, y, words, ch, base, u(0.02, 0.06))
    if flip(0.6):
        recess(art, 0, 0, w, h, base, ch)
    return Sprite(art.c, art.a, (wide / 2, high / 2, w * scale, h * scale), kind)
