"""Streets to measure finding, choosing and confidence on, where photographs are too few: never shipped, the same ones for the same seed.

    python -m platedet.street OUT SCENES SEED      OUT/street/*.jpg and OUT/street.csv

Each scene has up to four vehicles, signs and stickers, and is damaged as a camera and a file do it (camera.py), then enlarged or shrunk and
encoded again. Columns set, file, text, x, y, w, h: one row for each plate; a row without a text is a plate that is hidden, cut by the edge or
of two lines, which may be read and need not be.
"""

import csv
import os
import sys

import cv2
import numpy as np
import torch

from .camera import photographed
from .scene import Studio, labels


def damaged(im, plates):
    quads, flags = (torch.from_numpy(array)[None] for array in labels(plates))
    view = torch.from_numpy(im).permute(2, 0, 1)[None].float()
    with torch.no_grad():
        seen = photographed(view, quads.view(1, -1, 4, 2), flags)
    return np.ascontiguousarray(seen[0].permute(1, 2, 0).numpy().astype(np.uint8)[..., ::-1])


def rows(name, plates, scale):
    for plate in plates:
        (x0, y0), (x1, y1) = plate.quad.min(0) * scale, plate.quad.max(0) * scale
        text = "".join(c for c in plate.text if c.isalnum()) if plate.flag > 0 else ""
        yield ["street", name, text, *(f"{v:.1f}" for v in (x0, y0, x1 - x0, y1 - y0))]


def main() -> None:
    out, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.makedirs(os.path.join(out, "street"), exist_ok=True)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    studio = Studio(seed)
    with open(os.path.join(out, "street.csv"), "w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["set", "file", "text", "x", "y", "w", "h"])
        for n in range(count):
            im, plates = studio.scene()
            scale = studio.ch.uniform(0.75, 1.6)
            picture = cv2.resize(damaged(im, plates), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
            name = f"{n:04d}.jpg"
            cv2.imwrite(os.path.join(out, "street", name), picture, [cv2.IMWRITE_JPEG_QUALITY, studio.ch.integer(35, 95)])
            lines.writerows(rows(name, plates, scale))


if __name__ == "__main__":
    main()
