"""A net, its optimiser and the running average of its weights, which is what is exported."""

import copy
import math
import os

import numpy as np
import torch
import torch.nn.functional as F

from .net import PlateNet
from .widen import started


def learning_rate(peak: float, done: float, warm: float = 0.04) -> float:
    if done < warm:
        return peak * (0.05 + 0.95 * done / warm)
    return peak * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm) / (1 - warm)))))


class Learner:
    def __init__(self, size: str, peak: float, seed: int, device, start: str = ""):
        self.size, self.peak = size, peak
        torch.manual_seed(seed)
        self.net = PlateNet(size)
        if start:
            print(started(self.net, start), flush=True)
        self.net = self.net.to(device)
        if device.type == "cuda":
            self.net = self.net.to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.net).eval()
        matrices = [p for p in self.net.parameters() if p.dim() > 1]
        vectors = [p for p in self.net.parameters() if p.dim() <= 1]
        groups = [{"params": matrices, "weight_decay": 0.04}, {"params": vectors, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=self.peak, betas=(0.9, 0.99), fused=device.type == "cuda")
        self.step = 0
        self._pairs = [
            [v for v in m.state_dict().values() if v.dtype.is_floating_point] for m in (self.average, self.net)
        ]  # fmt: skip

    def train(self, x, targets, lengths, divisors, done: float):
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.peak, done)
        self.net.train()
        with torch.autocast(x.device.type, torch.bfloat16, enabled=x.device.type == "cuda"):
            scores = self.net(x)
        log_p = scores.float().log_softmax(2)
        steps = torch.full((len(lengths),), log_p.shape[1], dtype=torch.long)
        loss = F.ctc_loss(log_p.transpose(0, 1), targets, steps, lengths, zero_infinity=True, reduction="none")
        loss = (loss / divisors).mean()
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        if x.device.type == "cuda":
            self.optimizer.found_inf = (~torch.isfinite(norm)).float()  # then the fused step leaves the weights as they are
        self.optimizer.step()
        self.step += 1
        inertia = min(0.998, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(self._pairs[0], self._pairs[1], 1 - inertia)
        return loss.detach(), scores.detach()

    def save(self, out: str) -> str:
        path = os.path.join(out, f"{self.size}.pt")
        state = {k: v.to("cpu").contiguous() for k, v in self.average.state_dict().items()}
        torch.save({"ema": state, "size": self.size, "step": self.step}, path + ".tmp")
        os.replace(path + ".tmp", path)
        return path


def exact(scores, texts: np.ndarray, lengths: np.ndarray) -> tuple[float, float]:
    """Shares of the serials read exactly by the best path, and of the empty ones read as empty."""
    best = scores.argmax(2).cpu().numpy()
    kept = (best > 0) & np.concatenate([np.ones((len(best), 1), bool), best[:, 1:] != best[:, :-1]], 1)
    right = np.array([list(b[k]) == list(t[:n]) for b, k, t, n in zip(best, kept, texts, lengths, strict=True)])
    full = lengths > 0
    return float(right[full].mean()) if full.any() else 0.0, float(right[~full].mean()) if (~full).any() else 0.0
