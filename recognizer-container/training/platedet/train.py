"""Trains the detector for so many minutes on scenes that are drawn meanwhile, on a GPU where there is one.

    python -m platedet.train MINUTES OUT --cores 5 [--seed 1] [--init LAST.pt]

Leaves OUT/plate-detector.onnx, OUT/last.pt (the running average, saved every minute) and OUT/log.csv.
"""

import argparse
import copy
import csv
import math
import os
import time

START = time.time()


def arguments(given=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("minutes", type=float)
    p.add_argument("out")
    p.add_argument("--cores", type=int, default=2)
    p.add_argument("--batch", type=int, default=0, help="0: 96 on a GPU, 6 without")
    p.add_argument("--lr", type=float, default=0, help="0: 3e-3 on a GPU, 2e-3 without")
    p.add_argument("--pool", type=int, default=0, help="scenes kept on the device; 0: 6000 on a GPU, 500 without")
    p.add_argument("--size", default="640x384")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--init", help="earlier weights")
    p.add_argument("--fresh", type=float, default=0.5, help="without a GPU: at most so many new scenes for each picture trained")
    return p.parse_args(given)


class Run:
    def __init__(self, a, feed):
        import torch  # after the feed has forked its workers

        from .feed import Pool
        from .net import Net

        torch.set_num_threads(1)
        torch.manual_seed(a.seed)
        self.torch, self.a = torch, a
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.cuda = self.device.type == "cuda"
        torch.backends.cudnn.benchmark = self.cuda
        torch.backends.cuda.matmul.allow_tf32 = False  # the views' coordinates need every bit; the net itself runs in bf16
        self.batch = a.batch or (96 if self.cuda else 6)
        self.width, self.height = map(int, a.size.split("x"))
        self.pool = Pool(feed, a.pool or (6000 if self.cuda else 500), self.device)
        self.net = Net().to(self.device, memory_format=torch.channels_last)
        if a.init:
            self.net.load_state_dict(torch.load(a.init, map_location=self.device, weights_only=True))
        self.average = copy.deepcopy(self.net).eval()
        matrices = [q for q in self.net.parameters() if q.ndim > 1]
        vectors = [q for q in self.net.parameters() if q.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": 0.02}, {"params": vectors, "weight_decay": 0.0}]
        self.peak = a.lr or (3e-3 if self.cuda else 2e-3)
        self.optimizer = torch.optim.AdamW(groups, lr=self.peak, betas=(0.9, 0.99))
        self.steps = 0

    def rate(self, done: float) -> float:
        return self.peak * (min(1.0, (self.steps + 1) / 150) * (0.5 + 0.5 * math.cos(math.pi * done)) + 0.004)

    def batch_of_views(self):
        from .camera import photographed
        from .placing import placed
        from .targets import targets

        with self.torch.no_grad():
            x, quads, flags = placed(*self.pool.draw(self.batch), self.height, self.width)
            x = photographed(x, quads, flags)
            return x.contiguous(memory_format=self.torch.channels_last), targets(quads, flags, self.height, self.width)

    def step(self, done: float):
        """One step; what finding and what corners cost."""
        torch = self.torch
        x, wanted = self.batch_of_views()
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate(done)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.cuda):
            out = self.net(x)
        from .targets import losses

        found, corners = losses(out, *wanted)
        self.optimizer.zero_grad(set_to_none=True)
        (found + 4.0 * corners).backward()
        params = list(self.net.parameters())
        for q in params:
            q.grad.nan_to_num_(0.0, 0.0, 0.0)
        torch.nn.utils.clip_grad_norm_(params, 10.0)
        self.optimizer.step()
        with torch.no_grad():
            keep = min(0.9985 if self.cuda else 0.995, (self.steps + 1) / (self.steps + 12))
            torch._foreach_lerp_(list(self.average.parameters()), params, 1 - keep)
        self.steps += 1
        if not self.cuda:
            self.pool.allow = 200 + self.steps * self.batch * self.a.fresh
        return found.item(), corners.item()

    def save(self) -> None:
        for kept, new in zip(self.average.buffers(), self.net.buffers(), strict=True):
            kept.copy_(new)
        path = os.path.join(self.a.out, "last.pt")
        self.torch.save({k: v.detach().cpu().contiguous() for k, v in self.average.state_dict().items()}, path + ".tmp")
        os.replace(path + ".tmp", path)


def main(given=None) -> None:
    a = arguments(given)
    os.makedirs(a.out, exist_ok=True)
    from .feed import Feed

    feed = Feed(max(1, a.cores - 1), a.seed)  # forked before the device is touched
    run = Run(a, feed)
    from .net import export

    run.pool.wait(min(600, run.pool.size) if run.cuda else 40)
    end = START + a.minutes * 60 - min(12, a.minutes * 60 * 0.12)  # the rest is for the export
    begin = saved = time.time()
    told = 0.0
    with open(os.path.join(a.out, "log.csv"), "w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["seconds", "step", "pictures", "scenes", "found", "corners", "lr"])
        while time.time() < end:
            done = (time.time() - begin) / max(1.0, end - begin)
            found, corners = run.step(done)
            if time.time() - told > (10 if a.minutes > 2 else 3):
                told = time.time()
                row = [f"{told - START:.0f}", run.steps, run.steps * run.batch, run.pool.count, f"{found:.4f}", f"{corners:.5f}", f"{run.rate(done):.6f}"]
                lines.writerow(row)
                file.flush()
                print(*row, flush=True)
            if time.time() - saved > 60:
                run.save()
                saved = time.time()
    run.save()
    run.pool.end()
    feed.close()
    export(run.average.to("cpu"), os.path.join(a.out, "plate-detector.onnx"))


if __name__ == "__main__":
    main()
