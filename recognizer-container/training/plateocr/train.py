"""Trains the readers on scenes that are drawn meanwhile and photographed anew every time they are used, on a GPU where there is one.

    python -m plateocr.train --minutes 9.5 --out OUT --cores 10 [--sizes large,small] [--batch 2048] [--init large=FILE.pt,small=FILE.pt]

The time counts from the start of the process and includes the export. Writes OUT/SIZE.pt every minute, OUT/SIZE.onnx at the end and
OUT/log.csv; whatever stops it, the last of each stands.
"""

import argparse
import csv
import os
import time

import numpy as np

BEGUN = time.monotonic()
FIELDS = ["seconds", "step", "seen", "drawn", "lr"]


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--minutes", type=float, required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--cores", type=int, default=2)
    p.add_argument("--sizes", default="large,small")
    p.add_argument("--batch", type=int, default=0, help="0: 2048 on a GPU, 64 without")
    p.add_argument("--lr", type=float, default=2.5e-3, help="the peak of the learning rate")
    p.add_argument("--pool", type=int, default=0, help="scenes kept on the device; 0: 98304 on a GPU, 3072 without")
    p.add_argument("--seed", type=int, default=2027)
    p.add_argument("--reserve", type=float, default=16, help="seconds kept for the export")
    p.add_argument("--device", default="")
    p.add_argument("--init", default="", help="SIZE=FILE.pt,... of earlier averaged weights; a larger net may start from a smaller one's")
    return p.parse_args(given)


class Run:
    """One training: scenes come in, views of them go to every net."""

    def __init__(self, a, supply):
        import torch  # after the supply has forked its workers

        from .camera import Camera
        from .learner import Learner
        from .pool import Pool

        torch.set_num_threads(1)
        self.torch, self.a, self.supply = torch, a, supply
        self.device = torch.device(a.device or ("cuda" if torch.cuda.is_available() else "cpu"))
        self.cuda = self.device.type == "cuda"
        self.batch = a.batch or (2048 if self.cuda else 64)
        torch.backends.cudnn.allow_tf32 = torch.backends.cudnn.benchmark = self.cuda
        self.pool = Pool(torch, a.pool or (98304 if self.cuda else 3072), self.device, self.cuda)
        self.camera, self.rng = Camera(str(self.device), a.seed), np.random.default_rng(a.seed)
        starts = dict(pair.split("=") for pair in a.init.split(",") if pair)
        self.learners = [Learner(size, a.lr, a.seed, self.device, starts.get(size, "")) for size in a.sizes.split(",")]

    def filled(self, end: float) -> None:
        while self.pool.filled < min(self.batch * 2, self.pool.size // 2) and time.monotonic() < end:
            self.pool.refill(self.supply, 4096)
            time.sleep(0.01)

    def step(self, done: float):
        """One step of every net: losses, what they said, and what was to be said."""
        from .net import standardised
        from .pool import sent

        new = self.pool.refill(self.supply, self.batch if self.cuda else self.batch // 2)
        scenes, meta, texts = self.pool.batch(self.batch, self.rng, min(new, self.batch // 2))
        crops, legible = self.camera.shoot(scenes, meta)
        shown = (crops.std((1, 2)) >= 3).float()  # what is flatter says nothing to anybody
        lengths = np.where(legible, meta[:, -1], 0).astype(np.int64)
        targets = sent(self.torch, texts.astype(np.int64), self.device)
        divisors = sent(self.torch, np.maximum(lengths, 3).astype(np.float32), self.device) / shown.clamp(min=1e-6)
        x = standardised(crops)
        if self.cuda:
            x = x.to(memory_format=self.torch.channels_last)
        answers = [learner.train(x, targets, self.torch.from_numpy(lengths), divisors, done) for learner in self.learners]
        return answers, texts, lengths

    def save(self) -> None:
        for learner in self.learners:
            learner.save(self.a.out)


def logged(out: str, sizes: list):
    file = open(os.path.join(out, "log.csv"), "w", newline="")
    lines = csv.writer(file)
    lines.writerow(FIELDS + [f"{k}_{size}" for size in sizes for k in ("loss", "exact", "empty")])
    return file, lines


def main(given=None) -> None:
    a = arguments(given)
    os.makedirs(a.out, exist_ok=True)
    end = BEGUN + a.minutes * 60 - a.reserve
    from .supply import Supply

    run = Run(a, Supply(max(1, a.cores - 1), a.seed))
    from .export import written
    from .learner import exact, learning_rate

    run.filled(end)
    file, lines = logged(a.out, a.sizes.split(","))
    start = saved = time.monotonic()
    told, steps = 0.0, 0
    while time.monotonic() < end:
        done = (time.monotonic() - start) / max(1.0, end - start)
        answers, texts, lengths = run.step(done)
        steps += 1
        if time.monotonic() - told > (10 if a.minutes > 2 else 3):
            said = [v for loss, scores in answers for v in (loss.item(), *exact(scores[:768], texts[:768], lengths[:768]))]
            row = [f"{time.monotonic() - BEGUN:.0f}", steps, steps * run.batch, run.supply.drawn(), f"{learning_rate(a.lr, done):.2e}"]
            lines.writerow(row + [f"{v:.4f}" for v in said])
            file.flush()
            print(*row, *[f"{v:.4f}" for v in said], flush=True)
            told = time.monotonic()
        if time.monotonic() - saved > 60:
            run.save()
            saved = time.monotonic()
    run.supply.stop()
    run.save()
    for learner in run.learners:
        print(written(learner.average.to("cpu"), os.path.join(a.out, f"{learner.size}.onnx")), flush=True)


if __name__ == "__main__":
    main()
