"""Cars from behind and from the front, with a place for a plate."""

import math

from .art import Art, grey, mirror, paint_colour, rounded, shade
from .parts import body, emblem, glass, letters, recess, sticker, tail_lights
from .sprite import Sprite, frame, slot


def rear(ch, words, kind, scale, wide, high, close):
    u, flip = ch.uniform, ch.flip
    base = paint_colour(ch)
    tall = ch.pick(u(0.68, 0.82), u(0.8, 0.95), u(0.95, 1.2))
    w, h = slot(kind, ch)
    boot = flip(0.6)
    sx = 0.0 if flip(0.85) else u(-0.22, 0.22)
    sy = tall * (u(0.48, 0.64) if boot else u(0.74, 0.84))
    ox, oy = frame(scale, wide, high, close, (sx, sy), (0.0, tall))
    art = Art(wide, high, scale, ox, oy)
    roof, waist, low = u(0.3, 0.44), u(0.44, 0.49), u(0.44, 0.49)
    yr, ys = 0.0, tall * u(0.34, 0.44)
    outline = [
        (-roof, yr + 0.03),
        (-roof + 0.05, yr),
        (roof - 0.05, yr),
        (roof, yr + 0.03),
        (waist, ys),
        (0.5, ys + 0.12),
        (low, tall * 0.93),
        (-low, tall * 0.93),
        (-0.5, ys + 0.12),
        (-waist, ys),
    ]
    for side in (-1, 1):
        x = side * u(0.36, 0.42)
        art.box(x - 0.075, tall * 0.8, x + 0.075, tall, grey(u(8, 40)), True, 0.03)
    if flip(0.6):
        for side in (-1, 1):
            art.box(side * (waist + 0.015) - 0.03, ys - 0.06, side * (waist + 0.015) + 0.03, ys, shade(base, u(0.4, 0.9)), True, 0.015)
    body(art, outline, base, ch)
    g0, g1, yg0, yg1 = roof - u(0.02, 0.06), waist - u(0.03, 0.1), u(0.03, 0.07), ys * u(0.82, 1.0)
    glass(art, [(-g0, yg0), (g0, yg0), (g1, yg1), (-g1, yg1)], ch)
    if flip(0.4):
        art.line([(u(-0.1, 0.1), yg1), (u(-0.25, 0.25), (yg0 + yg1) * u(0.5, 0.7))], (15, 15, 15), 0.008)
    if flip(0.35):
        art.box(-0.06, yg0 + 0.005, 0.06, yg0 + 0.018, (u(90, 255), 20, 20))
    bl = (0, 0, 0)
    dark, dw = shade(base, u(0.2, 0.7)), u(0.003, 0.007)
    ylid = tall * u(0.66, 0.74)
    art.line([(-0.36, ys + 0.02), (-0.34, ylid), (0.34, ylid), (0.36, ys + 0.02)], dark, dw)
    art.line([(-0.5, ylid + 0.01), (0.5, ylid + 0.01)], dark, dw)
    if flip(0.4):
        art.line([(-0.45, ys + u(0.03, 0.1)), (0.45, ys + u(0.03, 0.1))], shade(base, u(0.7, 1.4)), u(0.004, 0.02))
    yb = tall * u(0.7, 0.78)
    if flip(0.55):
        art.box(-0.5, yb, 0.5, tall * 0.93, grey(u(25, 110)) if flip(0.5) else shade(base, u(0.75, 1.15)), r=0.03)
        if flip(0.5):
            art.line([(-0.49, yb + 0.03), (0.49, yb + 0.03)], grey(u(10, 220)), u(0.004, 0.02))
    if flip(0.4):
        art.box(-0.34, tall * 0.88, 0.34, tall * 0.94, grey(u(10, 60)), r=0.02)
    tail_lights(art, ys, ylid, tall, ch)
    if flip(0.4):
        for side in (-1, 1):
            art.box(side * 0.36 - 0.05, yb + 0.07, side * 0.36 + 0.05, yb + 0.09, (u(110, 230), 20, 15))
    if flip(0.4):
        x = u(0.2, 0.34)
        for side in (-1, 1) if flip(0.4) else (ch.pick(-1, 1),):
            art.oval(side * x, tall * 0.93, 0.03, 0.018, grey(u(90, 210)))
            art.oval(side * x, tall * 0.93, 0.022, 0.012, bl)
    if flip(0.15):
        art.box(-0.025, tall * 0.9, 0.025, tall * 0.97, grey(u(10, 120)))
        art.oval(0, tall * 0.9, 0.018, 0.018, grey(u(60, 200)))
    recess(art, sx, sy, w, h, base, ch)
    if flip(0.75):
        ey = sy - h / 2 - u(0.04, 0.09) if boot else tall * u(0.48, 0.56)
        emblem(art, u(-0.02, 0.02), ey, u(0.016, 0.035), ch)
    if flip(0.6):
        letters(art, u(-0.36, -0.2), tall * u(0.46, 0.64), words, ch, base, widest=0.2)
    if flip(0.5):
        letters(art, u(0.2, 0.36), tall * u(0.46, 0.64), words, ch, base, widest=0.2)
    if flip(0.12):
        letters(art, 0, ys + 0.07, words, ch, base, u(0.04, 0.09), 0.7)
    for _ in range(ch.pick(0, 0, 0, 1, 2, 3)):
        x, y = u(-0.38, 0.38), u(yg1 - 0.06, tall * 0.88)
        if abs(x - sx) > w / 2 + 0.12 or abs(y - sy) > h / 2 + 0.04:
            sticker(art, x, y, words, ch)
    return Sprite(art.c, art.a, (sx * scale + ox, sy * scale + oy, w * scale, h * scale), kind)


def front(ch, words, kind, scale, wide, high, close):
    u, flip = ch.uniform, ch.flip
    base = paint_colour(ch)
    tall = ch.pick(u(0.68, 0.82), u(0.8, 0.95))
    w, h = slot(kind, ch)
    sx = 0.0 if flip(0.9) else u(-0.25, 0.25)
    sy = tall * u(0.7, 0.84)
    ox, oy = frame(scale, wide, high, close, (sx, sy), (0.0, tall))
    art = Art(wide, high, scale, ox, oy)
    roof, waist = u(0.32, 0.42), u(0.43, 0.48)
    ys = tall * u(0.34, 0.42)
    for side in (-1, 1):
        x = side * u(0.37, 0.42)
        art.box(x - 0.07, tall * 0.8, x + 0.07, tall, grey(u(8, 40)), True, 0.03)
        art.box(side * (waist + 0.02) - 0.035, ys - 0.07, side * (waist + 0.02) + 0.035, ys - 0.005, shade(base, u(0.4, 1)), True, 0.015)
    outline = [
        (-roof, 0.03),
        (-roof + 0.06, 0),
        (roof - 0.06, 0),
        (roof, 0.03),
        (waist, ys),
        (0.5, tall * 0.58),
        (0.48, tall * 0.92),
        (-0.48, tall * 0.92),
        (-0.5, tall * 0.58),
        (-waist, ys),
    ]
    body(art, outline, base, ch)
    glass(art, [(-roof + 0.04, 0.04), (roof - 0.04, 0.04), (waist - 0.03, ys * 0.95), (-waist + 0.03, ys * 0.95)], ch)
    dark = shade(base, u(0.3, 0.8))
    yh = tall * u(0.52, 0.58)
    art.line([(-u(0.15, 0.36), ys), (-u(0.14, 0.3), yh)], dark, 0.005)
    art.line([(u(0.15, 0.36), ys), (u(0.14, 0.3), yh)], dark, 0.005)
    art.line([(-0.47, yh), (0.47, yh)], dark, 0.005)
    gw0, gw1, gy0, gy1 = u(0.12, 0.32), u(0.1, 0.32), yh + u(0, 0.03), tall * u(0.64, 0.72)
    grille = [(-gw0, gy0), (gw0, gy0), (gw1, gy1), (-gw1, gy1)]
    art.poly(grille, grey(u(5, 60)))
    bar = grey(u(60, 240)) if flip(0.6) else grey(u(20, 60))
    if flip(0.6):
        n = ch.integer(2, 9)
        for i in range(n):
            y = gy0 + (gy1 - gy0) * (i + 0.5) / n
            art.line([(-gw0 * 0.97, y), (gw0 * 0.97, y)], bar, u(0.002, 0.008))
    if flip(0.45):
        n = ch.integer(6, 24)
        for i in range(n):
            x = -gw0 + 2 * gw0 * (i + 0.5) / n
            art.line([(x, gy0), (x * gw1 / gw0, gy1)], bar, u(0.002, 0.006))
    if flip(0.6):
        art.line(grille, grey(u(120, 250)), u(0.004, 0.012), True)
    if flip(0.8):
        emblem(art, 0, (gy0 + gy1) / 2 if flip(0.7) else gy0 - 0.03, u(0.02, 0.05), ch)
    if flip(0.2):
        letters(art, 0, gy0 - 0.025, words, ch, base, u(0.02, 0.05), 0.4)
    hx0, hy0, hy1 = u(0.26, 0.36), gy0 + u(-0.03, 0.02), gy1 + u(-0.05, 0.02)
    shape = ch.pick(
        [(hx0, hy1 - 0.01), (hx0 - 0.02, hy0 + 0.05), (0.47, hy0), (0.495, hy1 - 0.03)],
        rounded(hx0, hy0, 0.48, hy1, 0.02),
        [((hx0 + 0.48) / 2 + (0.48 - hx0) / 2 * math.cos(a / 2), (hy0 + hy1) / 2 + (hy1 - hy0) / 2 * math.sin(a / 2)) for a in range(13)],
    )
    lit, lens = flip(0.25), grey(u(110, 225), (1, 1, 1.03))
    for s in (shape, mirror(shape)):
        art.poly(s, lens)
        cx, cy = sum(p[0] for p in s) / len(s), sum(p[1] for p in s) / len(s)
        r = u(0.015, 0.035)
        art.oval(cx, cy, r, r, grey(u(30, 250)))
        art.oval(cx, cy, r * 0.6, r * 0.6, (255, 255, 245) if lit else grey(u(40, 230)))
        if flip(0.5):
            sgn = 1 if cx > 0 else -1
            art.box(cx + sgn * 0.05 - 0.015, cy - 0.02, cx + sgn * 0.05 + 0.015, cy + 0.02, (235, 140, 40))
        art.line(s, grey(u(0, 120)), 0.005, True)
    yb = gy1 + u(0.01, 0.03)
    if flip(0.35):
        art.box(-0.49, yb, 0.49, tall * 0.9, grey(u(25, 90)) if flip(0.6) else grey(u(150, 220)), r=0.03)
    iy0, iy1 = tall * u(0.74, 0.8), tall * u(0.84, 0.9)
    iw = u(0.15, 0.4)
    art.poly([(-iw, iy0), (iw, iy0), (iw * 0.9, iy1), (-iw * 0.9, iy1)], grey(u(5, 50)))
    for i in range(ch.integer(0, 4)):
        y = iy0 + (iy1 - iy0) * (i + 0.5) / 4
        art.line([(-iw, y), (iw, y)], grey(u(30, 120)), 0.004)
    if flip(0.5):
        for side in (-1, 1):
            art.oval(side * 0.38, (iy0 + iy1) / 2, 0.03, 0.025, grey(u(10, 60)))
            art.oval(side * 0.38, (iy0 + iy1) / 2, 0.02, 0.02, grey(u(90, 240)))
    if flip(0.45):
        recess(art, sx, sy, w, h, base, ch)
    if flip(0.3):
        sticker(art, u(-0.3, 0.3), u(0.06, ys * 0.8), words, ch)
    return Sprite(art.c, art.a, (sx * scale + ox, sy * scale + oy, w * scale, h * scale), kind)
