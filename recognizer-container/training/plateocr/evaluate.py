"""Measures an exported net on pictures with known plates. Measuring only: nothing here is trained on.

    python -m plateocr.evaluate plate.onnx --pictures PLATES/truth.csv --crops PLATES/crops/truth.csv [--list a] [--shard fresh.npz]

Pictures are cut at the true box. Every set is split by the SHA-256 of the file's name into half a, on which choices may be made,
and half b, which only reports. For crops of plates the better of the usual text bands is not known here, so the whole crop and bands of it vote.
"""

import argparse
import csv
import hashlib
import os
from dataclasses import dataclass

import cv2
import numpy as np

from .alphabet import folded
from .damage import fitted
from .decode import best_path, vote
from .export import session

PADDINGS = [(0.04, 0.06), (0.0, 0.0), (0.08, 0.12), (-0.02, -0.04), (0.04, 0.2)]
BANDS = [(0.0, 0.0, 0.0), (0.02, 0.1, 0.1), (0.02, 0.18, 0.05), (0.02, 0.18, 0.16)]
"""Cut from the sides, the top and the bottom of a crop."""


@dataclass(frozen=True)
class Case:
    group: str
    file: str
    truth: str
    width: int
    views: list


def half(file: str) -> str:
    return "ab"[hashlib.sha256(file.encode()).digest()[0] & 1]


def _cut(image: np.ndarray, x0: float, y0: float, x1: float, y1: float) -> np.ndarray:
    size = (max(8, round(x1 - x0)), max(6, round(y1 - y0)))
    source = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32)
    target = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    return cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def pictures(truth: str) -> list[Case]:
    cases, folder = [], os.path.dirname(truth)
    with open(truth, newline="") as file:
        for row in csv.DictReader(file):
            image = cv2.imread(os.path.join(folder, row["set"], row["file"]), cv2.IMREAD_GRAYSCALE)
            x, y, w, h = (int(row[k]) for k in "xywh")
            views = [_cut(image, x - px * w, y - py * h, x + w + px * w, y + h + py * h) for px, py in PADDINGS]
            cases.append(Case(row["set"], row["file"], row["text"], w, views))
    return cases


def crops(truth: str) -> list[Case]:
    cases, folder = [], os.path.dirname(truth)
    with open(truth, newline="") as file:
        for row in csv.DictReader(file):
            image = cv2.imread(os.path.join(folder, row["file"]), cv2.IMREAD_GRAYSCALE)
            h, w = image.shape
            views = [_cut(image, s * w, t * h, w - s * w, h - b * h) for s, t, b in BANDS]
            cases.append(Case("crops", row["file"], row["text"], w, views))
    return cases


def restored(text: str, group: str) -> str:
    """The letters O and I by place, where the format says so."""
    if group == "br" and len(text) == 7:
        return text[:3].replace("0", "O").replace("1", "I") + text[3:].replace("I", "1")
    return text


def read(path: str, cases: list[Case]) -> list[tuple[str, str, float]]:
    """For every case: the first view's text, the vote's text and its probability."""
    reader, out = session(path), []
    height, width = reader.get_inputs()[0].shape[1:]
    for case in cases:
        grey = np.stack([fitted(view, (width, height)) for view in case.views]).astype(np.float32)
        steps = reader.run(None, {"crop": grey})[0]
        out.append((best_path(steps[0]), *vote(steps)))
    return out


def line(name: str, chosen: list[tuple[Case, tuple]]) -> str:
    def share(k: int, form=lambda text: text) -> float:
        return 100 * float(np.mean([form(restored(r[k], c.group)) == form(c.truth) for c, r in chosen]))

    exact, voted = f"{share(0):5.1f} /{share(0, folded):6.1f}", f"{share(1):5.1f} /{share(1, folded):6.1f}"
    return f"{name:16s} n={len(chosen):3d}  one view {exact}   votes {voted}"


def coverage(chosen: list[tuple[Case, tuple]], precision: float = 0.99) -> float:
    """The share of reads, surest first, of which at least that many are right (folded)."""
    best = right = 0
    for n, (case, r) in enumerate(sorted(chosen, key=lambda pair: -pair[1][2]), 1):
        right += folded(restored(r[1], case.group)) == folded(case.truth)
        if right / n >= precision:
            best = n
    return best / len(chosen)


def synthetic(path: str, shard: str) -> str:
    """Fresh samples of the generator: how many serials are read exactly, and on how many samples without a serial nothing is read."""
    with np.load(shard) as z:
        images, texts = z["img"].astype(np.float32), z["txt"].tolist()
    reader = session(path)
    parts = [reader.run(None, {"crop": images[i : i + 64]})[0] for i in range(0, len(images), 64)]
    right = np.array([best_path(steps) == text for steps, text in zip(np.concatenate(parts), texts, strict=True)])
    empty = np.array([text == "" for text in texts])
    return f"synthetic n={len(texts)}  serials exact {100 * right[~empty].mean():.1f}  nothing read where nothing is {100 * right[empty].mean():.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("onnx")
    parser.add_argument("--pictures")
    parser.add_argument("--crops")
    parser.add_argument("--shard", help="fresh synthetic samples, of a seed that was not trained on")
    parser.add_argument("--list", choices=["a", "b", "ab"], default="", help="print the misreads of these halves")
    a = parser.parse_args()
    if a.shard:
        print(synthetic(a.onnx, a.shard))
    cases = (pictures(a.pictures) if a.pictures else []) + (crops(a.crops) if a.crops else [])
    pairs = list(zip(cases, read(a.onnx, cases), strict=True))
    if cases:
        print("exact / folded %")
    for group in dict.fromkeys(c.group for c in cases):
        of_group = [p for p in pairs if p[0].group == group]
        for name, halves in ((group, "ab"), (f"{group} half a", "a"), (f"{group} half b", "b")):
            print(line(name, [p for p in of_group if half(p[0].file) in halves]))
        print(f"{group:16s} coverage at 99 % precision {100 * coverage(of_group):.1f}")
    for low, high in ((0, 60), (60, 80), (80, 100), (100, 140), (140, 9999)):
        of_width = [p for p in pairs if p[0].group == "us" and low <= p[0].width < high]
        if of_width:
            print(line(f"us {low}-{high} px", of_width))
    for case, r in pairs:
        if a.list and half(case.file) in a.list and folded(restored(r[1], case.group)) != folded(case.truth):
            print(case.group, case.file[-14:], f"w {case.width} truth {case.truth} one {r[0]} votes {r[1]} {r[2]:.2f}")


if __name__ == "__main__":
    main()
