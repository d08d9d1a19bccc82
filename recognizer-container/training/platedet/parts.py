"""Parts of drawn vehicles: paint, glass, stickers, letters, emblems, the recess of a plate, lights."""

import math

from .art import grey, mirror, rounded, shade


def body(art, outline, base, ch):
    """Fills the outline with paint that gets darker below, with the horizon mirrored in it."""
    u = ch.uniform
    art.poly(outline, shade(base, 1), True)
    ys = [p[1] for p in outline]
    y0, y1 = min(ys), max(ys)
    n = 7
    a, b = u(0.9, 1.25), u(0.45, 0.95)
    turn = u(0.3, 0.8)
    for i in range(n):
        t = i / n
        k = a + (b - a) * t + (u(0, 0.18) if abs(t - turn) < 0.1 else 0)
        top, bottom = y0 + (y1 - y0) * t, y0 + (y1 - y0) * (t + 1.3 / n)
        q = [(-0.7, top), (0.7, top), (0.7, bottom), (-0.7, bottom)]
        art.blend(q, shade(base, k, u(-4, 12)), 0.75)


def glass(art, quad, ch):
    u = ch.uniform
    v = u(8, 80)
    tint = (u(0.85, 1), u(0.95, 1.05), u(0.95, 1.2))
    art.poly(quad, grey(v, tint))
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    for _ in range(ch.integer(0, 4)):
        t0, t1 = sorted((u(0, 1), u(0, 1)))
        s = u(-0.25, 0.25)
        top = lambda t: (ax + (bx - ax) * t, ay + (by - ay) * t)
        bot = lambda t: (dx + (cx - dx) * min(1, max(0, t)), dy + (cy - dy) * min(1, max(0, t)))
        art.blend([top(t0), top(t1), bot(t1 + s), bot(t0 + s)], grey(u(60, 230), tint), u(0.1, 0.6))
    if ch.flip(0.4):
        for x in (u(0.2, 0.35), u(0.65, 0.8)):
            mx, my = ax + (bx - ax) * x, dy + (ay - dy) * u(0.1, 0.5)
            art.box(mx - 0.04, my, mx + 0.04, dy - 0.01, grey(u(0, 60)), r=0.02)
    if ch.flip(0.5):
        art.line(quad, grey(u(0, 255)), u(0.004, 0.014), True)


def sticker(art, x, y, words, ch, big=False):
    u = ch.uniform
    m = ch.one_of(words)
    h = u(0.012, 0.035) * (2 if big else 1)
    w = min(m.shape[1] * h / m.shape[0], 0.3)
    ground = tuple(ch.integer(0, 255) for _ in range(3)) if ch.flip(0.7) else (245, 245, 240)
    ink = (250, 250, 250) if sum(ground) < 330 else tuple(ch.integer(0, 110) for _ in range(3))
    rows = ch.pick(1, 1, 1, 2, 3)
    hh = h * rows * 1.1 + u(0.004, 0.02)
    art.box(x - w / 2 - 0.008, y - hh / 2, x + w / 2 + 0.008, y + hh / 2, ground, r=ch.pick(0, 0, 0.006))
    for i in range(rows):
        m2 = m if i == 0 else ch.one_of(words)
        art.text(m2, x, y + (i - (rows - 1) / 2) * h * 1.1, h * 0.8, ink, 1, w)


def letters(art, x, y, words, ch, base, high=None, widest=0.3):
    u = ch.uniform
    value = u(170, 255) if sum(base) < 420 or ch.flip(0.3) else u(0, 90)
    high = high or u(0.012, 0.04)
    m = ch.one_of(words)
    if ch.flip(0.5):
        art.text(m, x + 0.002, y + 0.003, high, (10, 10, 10), 0.6, widest)
    art.text(m, x, y, high, grey(value, (1, 1, u(0.9, 1))), u(0.6, 1), widest)


def emblem(art, x, y, r, ch):
    u, v = ch.uniform, ch.uniform(120, 255)
    kind = ch.integer(0, 5)
    if kind == 0:
        art.oval(x, y, r, r, grey(v))
        art.oval(x, y, r * 0.8, r * 0.8, grey(u(0, 90), (1, 1, u(0.8, 2))))
        a = u(0, 3)
        for i in range(3):
            art.line([(x, y), (x + r * 0.9 * math.cos(a + i * 2.1), y + r * 0.9 * math.sin(a + i * 2.1))], grey(v), r * 0.2)
    elif kind == 1:
        art.oval(x, y, r * 1.5, r * 0.8, grey(v))
        art.oval(x, y, r * 1.3, r * 0.6, grey(u(0, 120), (u(0.3, 1), u(0.3, 1), u(0.6, 2))))
    elif kind == 2:
        art.box(x - r * 1.6, y - r * 0.4, x - r * 0.1, y + r * 0.4, (200, 170, 80))
        art.box(x + r * 0.1, y - r * 0.4, x + r * 1.6, y + r * 0.4, (200, 170, 80))
        art.box(x - r * 0.5, y - r * 0.6, x + r * 0.5, y + r * 0.6, (210, 180, 90))
    elif kind == 3:
        for dx in (-0.8, 0, 0.8):
            art.oval(x + dx * r, y, r * 0.7, r * 0.7, grey(v), thick=r * 0.2)
    elif kind == 4:
        art.oval(x, y, r, r * 0.8, grey(v), thick=r * 0.22)
        art.line([(x - r * 0.6, y - r * 0.4), (x, y + r * 0.5), (x + r * 0.6, y - r * 0.4)], grey(v), r * 0.2)
    else:
        art.poly([(x, y - r), (x + r * 0.4, y), (x, y + r), (x - r * 0.4, y)], grey(v))
        art.poly([(x - r, y), (x, y - r * 0.4), (x + r, y), (x, y + r * 0.4)], grey(v))


def recess(art, sx, sy, w, h, base, ch):
    """A niche around the plate with its own shadow, lamps and a strip above."""
    u, flip = ch.uniform, ch.flip
    kind = ch.scalar.random()
    mx, mt, mb = w * u(0.03, 0.45), h * u(0.05, 0.5), h * u(0.03, 0.4)
    if kind < 0.65:
        k = u(0.35, 1.05)
        colour = shade(base, k) if flip(0.75) else grey(u(10, 70))
        lean = u(-0.3, 0.5) * mx
        q = [
            (sx - w / 2 - mx, sy - h / 2 - mt),
            (sx + w / 2 + mx, sy - h / 2 - mt),
            (sx + w / 2 + mx - lean, sy + h / 2 + mb),
            (sx - w / 2 - mx + lean, sy + h / 2 + mb),
        ]
        if flip(0.5):
            art.poly(rounded(q[0][0], q[0][1], q[2][0] + lean, q[2][1], u(0.005, 0.04)), colour)
        else:
            art.poly(q, colour)
        if flip(0.7):
            d = mt + h * u(0, 0.35)
            art.blend([q[0], q[1], (q[1][0], q[1][1] + d), (q[0][0], q[0][1] + d)], (0, 0, 0), u(0.2, 0.7))
        if flip(0.5):
            art.line(q, shade(base, u(0.3, 1.5)), u(0.003, 0.008), True)
    if flip(0.35):
        t = h * u(0.12, 0.4)
        y = sy - h / 2 - mt * u(0.4, 1.2)
        x = w * u(0.4, 1.1)
        colour = grey(u(150, 240)) if flip(0.6) else shade(base, u(0.6, 1.3))
        art.box(sx - x, y - t / 2, sx + x, y + t / 2, colour, r=0.004)
        art.line([(sx - x, y + t / 2), (sx + x, y + t / 2)], (20, 20, 20), 0.004)
    if flip(0.2):
        for x in (-0.25, 0.25):
            art.oval(sx + x * w, sy - h / 2 - mt * 0.5, 0.008, 0.005, (255, 250, 220))


def tail_lights(art, ys, ylid, tall, ch):
    u, flip = ch.uniform, ch.flip
    kind = ch.scalar.random()
    red = (round(u(110, 255)), round(u(0, 60)), round(u(0, 50)))
    x0, y0, y1 = u(0.26, 0.4), ys + u(0.0, 0.06), ylid + u(-0.04, 0.04)
    if kind < 0.35:
        shape = [(x0, y0 + u(0, 0.06)), (0.49, y0), (0.5, y1), (x0 + u(-0.02, 0.06), y1 - u(0, 0.08))]
    elif kind < 0.6:
        shape = rounded(0.4, y0 - u(0, 0.2), 0.49, y1 + u(0, 0.08), 0.02)
    elif kind < 0.8:
        shape = rounded(x0, (y0 + y1) / 2 - u(0.02, 0.05), 0.49, (y0 + y1) / 2 + u(0.02, 0.05), 0.015)
    else:
        c, r = ((x0 + 0.49) / 2, (y0 + y1) / 2), u(0.035, 0.06)
        shape = [(c[0] + r * math.cos(a / 2), c[1] + r * math.sin(a / 2)) for a in range(13)]
    lit = flip(0.35)
    for s in (shape, mirror(shape)):
        art.poly(s, red)
        xs, yy = [p[0] for p in s], [p[1] for p in s]
        cx, cy = sum(xs) / len(xs), sum(yy) / len(yy)
        if flip(0.7):
            q = [(cx + (x - cx) * 0.55, cy + (y - cy) * 0.45 + 0.012) for x, y in s]
            art.poly(q, ch.pick((235, 235, 230), (230, 140, 40), (150, 30, 30), (250, 80, 60)))
        if lit:
            art.oval(cx, cy, 0.022, 0.022, (255, 190, 170))
        if flip(0.6):
            art.line(s, ch.pick((20, 20, 20), (200, 200, 200), (90, 10, 10)), 0.004, True)
    if flip(0.12):
        art.box(-x0, (y0 + y1) / 2 - 0.02, x0, (y0 + y1) / 2 + 0.02, red)
