"""Trains the net on shards; shards that appear while it runs are taken in, the most used ones leave.

    python -m plateocr.train 'shards/shard_*.npz' RUN --minutes 100 [--init RUN/last.pt]

Writes RUN/log.csv, RUN/last.pt and a checkpoint every few minutes. The learning rate follows a cosine over the time given.
With --workers N, N processes (one core each) draw their own samples and step together by the mean of their gradients.
"""

import argparse
import copy
import csv
import glob
import math
import os
import random
import time
from typing import TextIO

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F

from .alphabet import ALPHABET
from .decode import best_path
from .net import PlateNet, standardised

CLASS_OF = {c: k + 1 for k, c in enumerate(ALPHABET)}
SHARDS_PER_BATCH = 6
LOG_EVERY = 100
LOG_HEAD = ["minutes", "step", "seen", "per_second", "shards", "use", "loss", "train_exact", "lr"]


class Shards:
    """The samples in memory. Shards used least are drawn most."""

    def __init__(self, pattern: str, keep: int):
        self.pattern, self.keep = pattern, keep
        self.loaded: dict[str, tuple] = {}
        self.use: dict[str, float] = {}
        self.left: set[str] = set()
        self.refresh()

    def refresh(self) -> None:
        for path in sorted(glob.glob(self.pattern)):
            if path.endswith(".tmp.npz") or path in self.loaded or path in self.left:
                continue
            with np.load(path) as z:
                shard = (z["img"], z["txt"].tolist())
            if len(self.loaded) >= self.keep:
                worn = max(self.use, key=lambda p: self.use[p])
                self.left.add(worn)
                del self.loaded[worn], self.use[worn]
            self.loaded[path], self.use[path] = shard, 0.0

    def batch(self, size: int) -> tuple[torch.Tensor, list[str]]:
        least = min(self.use.values())
        paths = list(self.loaded)
        chosen = random.choices(paths, weights=[1.0 / (0.3 + self.use[p] - least) for p in paths], k=SHARDS_PER_BATCH)
        images, texts = [], []
        for path in chosen:
            shard_images, shard_texts = self.loaded[path]
            rows = np.random.randint(0, len(shard_images), size // SHARDS_PER_BATCH)
            images.append(shard_images[rows])
            texts += [shard_texts[r] for r in rows]
            self.use[path] += len(rows) / len(shard_images)
        return torch.from_numpy(np.concatenate(images)), texts

    def mean_use(self) -> float:
        return sum(self.use.values()) / len(self.use)


def ctc(scores: torch.Tensor, texts: list[str]) -> torch.Tensor:
    """Mean over the batch of the loss per character. It is not clamped: clamping keeps CTC on its plateau of blanks."""
    log_p = scores.float().log_softmax(2)
    targets = torch.tensor([CLASS_OF[c] for text in texts for c in text])
    lengths = torch.tensor([len(text) for text in texts])
    steps = torch.full((len(texts),), log_p.shape[1])
    loss = F.ctc_loss(log_p.transpose(0, 1), targets, steps, lengths, zero_infinity=True, reduction="none")
    return (loss / lengths.clamp(min=3)).mean()


def learning_rate(peak: float, done: float, warm: float) -> float:
    if done < warm:
        return peak * done / warm
    return peak * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm) / (1 - warm)))))


def agreed(values: list[torch.Tensor]) -> list[torch.Tensor]:
    """The mean of the workers' values; the values themselves where there is one worker."""
    if not dist.is_initialized():
        return values
    flat = torch.cat([v.reshape(-1) for v in values])
    dist.all_reduce(flat)
    parts = (flat / dist.get_world_size()).split([v.numel() for v in values])
    return [part.view(v.shape) for part, v in zip(parts, values, strict=True)]


class Trainer:
    def __init__(self, net: PlateNet, peak: float, warm: float = 0.02):
        self.net = net.to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(net).eval()
        self.peak, self.warm = peak, warm
        matrices = [p for p in net.parameters() if p.dim() > 1]
        vectors = [p for p in net.parameters() if p.dim() <= 1]
        groups = [{"params": matrices, "weight_decay": 0.02}, {"params": vectors, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=peak, betas=(0.9, 0.98), fused=True)
        self.step = 0

    def train(self, images: torch.Tensor, texts: list[str], done: float) -> tuple[float, torch.Tensor]:
        """One step, where done is the share of the time that has passed; returns the loss and the scores of this worker's samples."""
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.peak, done, self.warm)
        self.net.train()
        x = standardised(images).to(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.net(x)
        loss = ctc(scores, texts)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        for gradient, mean in zip(self._gradients(), agreed(self._gradients()), strict=True):
            gradient.copy_(mean)
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimizer.step()
        self.step += 1
        self._follow(min(0.998, (1 + self.step) / (10 + self.step)))
        return loss.item(), scores.detach()

    def _gradients(self) -> list[torch.Tensor]:
        return [p.grad for p in self.net.parameters()]

    @torch.no_grad()
    def _follow(self, inertia: float) -> None:
        """The averaged net, which is the one that is kept, follows the trained one slowly."""
        averaged = [v for v in self.average.state_dict().values() if v.dtype.is_floating_point]
        trained = [v for v in self.net.state_dict().values() if v.dtype.is_floating_point]
        torch._foreach_lerp_(averaged, trained, 1 - inertia)

    def save(self, path: str, seen: int) -> None:
        torch.save({"ema": self.average.state_dict(), "net": self.net.state_dict(), "step": self.step, "seen": seen}, path + ".tmp")
        os.replace(path + ".tmp", path)


class Record:
    """The lines of a worker's log: where it is, how fast, how well, as means since the line before."""

    def __init__(self, file: TextIO):
        self.file, self.lines = file, csv.writer(file)
        self.lines.writerow(LOG_HEAD)
        self.since, self.losses, self.hits = time.monotonic(), [], []

    def write(self, minutes: float, trainer: Trainer, batch: int, shards: Shards) -> None:
        speed = round(LOG_EVERY * batch / (time.monotonic() - self.since))
        rate = f"{trainer.optimizer.param_groups[0]['lr']:.2e}"
        means = [f"{shards.mean_use():.2f}", f"{np.mean(self.losses):.4f}", f"{np.mean(self.hits):.4f}", rate]
        self.lines.writerow([f"{minutes:.2f}", trainer.step, trainer.step * batch, speed, len(shards.loaded), *means])
        self.file.flush()
        self.since, self.losses, self.hits = time.monotonic(), [], []


def run(a: argparse.Namespace, worker: int = 0) -> None:
    torch.set_num_threads(1)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(a.seed + worker)
    net = PlateNet()
    if a.init:
        net.load_state_dict(torch.load(a.init)["ema"])
    trainer, shards = Trainer(net, a.lr), Shards(a.shards, a.keep)
    with open(os.path.join(a.out, f"log_{worker}.csv" if worker else "log.csv"), "w", newline="") as file:
        _steps(a, worker, trainer, shards, Record(file))
    if worker == 0:
        trainer.save(os.path.join(a.out, "last.pt"), trainer.step * a.batch * a.workers)


def _steps(a: argparse.Namespace, worker: int, trainer: Trainer, shards: Shards, record: Record) -> None:
    start, saved, done, together = time.monotonic(), 0.0, 0.0, a.batch * a.workers
    while done < 1:
        images, texts = shards.batch(a.batch)
        loss, scores = trainer.train(images, texts, done)
        record.losses.append(loss)
        if trainer.step % 10 == 0:
            record.hits += [best_path(s) == text for s, text in zip(scores.float().numpy(), texts, strict=True)]
        minutes = (time.monotonic() - start) / 60
        done = agreed([torch.tensor([minutes / a.minutes])])[0].item()
        if trainer.step % LOG_EVERY == 0:
            shards.refresh()
            record.write(minutes, trainer, together, shards)
        if worker == 0 and minutes - saved > a.save:
            saved = minutes
            trainer.save(os.path.join(a.out, f"minute_{minutes:03.0f}.pt"), trainer.step * together)


def _meeting(a: argparse.Namespace) -> str:
    """The file by which the workers find each other."""
    return os.path.join(os.path.abspath(a.out), "meeting")


def one_of_many(worker: int, a: argparse.Namespace) -> None:
    dist.init_process_group("gloo", init_method=f"file://{_meeting(a)}", rank=worker, world_size=a.workers)
    run(a, worker)
    dist.destroy_process_group()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shards")
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--init", help="a checkpoint to start from; else from random weights")
    parser.add_argument("--lr", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--keep", type=int, default=70, help="shards in memory")
    parser.add_argument("--save", type=float, default=5, help="minutes between checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1, help="processes that train together, one core each")
    a = parser.parse_args()
    os.makedirs(a.out, exist_ok=True)
    if a.workers == 1:
        run(a)
    else:
        if os.path.exists(_meeting(a)):
            os.remove(_meeting(a))
        torch.multiprocessing.spawn(one_of_many, (a,), a.workers)


if __name__ == "__main__":
    main()
