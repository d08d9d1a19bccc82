"""Draws a training log as an SVG: loss per character and share of training samples read exactly, over the samples seen.

python -m plateocr.curve log.csv curve.svg
"""

import csv
import sys

WIDTH, HEIGHT, EDGE = 640, 300, 40


def _path(xs: list, ys: list, colour: str) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def _text(x: float, y: float, words: str, colour: str = "#333") -> str:
    return f'<text x="{x}" y="{y}" font-family="sans-serif" font-size="12" fill="{colour}">{words}</text>'


def svg(rows: list[dict]) -> str:
    seen = [float(r["seen"]) for r in rows]
    loss, exact = [float(r["loss"]) for r in rows], [float(r["train_exact"]) for r in rows]
    top = max(loss)
    xs = [EDGE + s / seen[-1] * (WIDTH - 2 * EDGE) for s in seen]
    low = HEIGHT - EDGE
    down = [low - v / top * (HEIGHT - 2 * EDGE) for v in loss]
    up = [low - v * (HEIGHT - 2 * EDGE) for v in exact]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<path d="M{EDGE} {EDGE}V{low}H{WIDTH - EDGE}" fill="none" stroke="#333"/>',
        _path(xs, down, "#b3261e"),
        _path(xs, up, "#1e5ab3"),
        _text(EDGE, 20, f"loss per character (red, axis ends at {top:.2f}), exact on training samples (blue, axis ends at 100 %)"),
        _text(EDGE, HEIGHT - 12, f"0 to {seen[-1]:,.0f} samples seen; last: loss {loss[-1]:.3f}, exact {100 * exact[-1]:.1f} %"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def main() -> None:
    with open(sys.argv[1], newline="") as file:
        rows = list(csv.DictReader(file))
    with open(sys.argv[2], "w") as file:
        file.write(svg(rows))


if __name__ == "__main__":
    main()
