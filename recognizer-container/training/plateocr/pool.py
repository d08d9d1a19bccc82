"""The scenes that are on the device, drawn elsewhere meanwhile."""

import numpy as np

from .scenes import LONGEST, META, SH, SW

STAGE = 256
"""Scenes that travel at once."""


class Pool:
    """The scenes on the device: new ones take the oldest's place."""

    def __init__(self, torch, size: int, device, pinned: bool):
        self.torch, self.size, self.device = torch, size, device
        self.scenes = torch.empty(size, SH, SW, dtype=torch.uint8, device=device)
        self.meta = np.zeros((size, META), np.float32)
        self.texts = np.zeros((size, LONGEST), np.uint8)
        self.filled = self.at = 0
        self.pinned = pinned
        self.turn = 0
        if pinned:
            self.stages = [torch.empty(STAGE, SH, SW, dtype=torch.uint8).pin_memory() for _ in range(4)]
            self.stream = torch.cuda.Stream()
            self.events = [torch.cuda.Event() for _ in self.stages]

    def refill(self, supply, most: int) -> int:
        new = 0
        for w, start, n in supply.take(most):
            n = min(n, self.size - self.at, STAGE)
            part = slice(self.at, self.at + n)
            drawn = self.torch.from_numpy(supply.images[w, start : start + n])
            if self.pinned:
                stage, event = self.stages[self.turn], self.events[self.turn]
                self.turn = (self.turn + 1) % len(self.stages)
                event.synchronize()
                stage[:n].copy_(drawn)
                with self.torch.cuda.stream(self.stream):  # not behind the steps that wait their turn
                    self.scenes[part].copy_(stage[:n], non_blocking=True)
                    event.record(self.stream)
            else:
                self.scenes[part].copy_(drawn)
            self.meta[part] = supply.meta[w, start : start + n]
            self.texts[part] = supply.texts[w, start : start + n]
            supply.taken(w, n)
            self.at = (self.at + n) % self.size
            self.filled = max(self.filled, self.at if self.filled < self.size and self.at else self.size)
            new += n
        if self.pinned and new:
            self.torch.cuda.current_stream().wait_stream(self.stream)
        return new

    def batch(self, n: int, rng, latest: int):
        """The newest ones all, the rest at random."""
        latest = min(latest, n, self.filled)
        # not those that are the next to be overwritten: the device may be a step behind
        age = np.concatenate([np.arange(latest), rng.integers(0, self.filled if self.filled < self.size else self.size * 7 // 8, n - latest)])
        rows = (self.at - 1 - age) % self.filled
        return self.scenes[sent(self.torch, rows, self.device)], self.meta[rows], self.texts[rows]


def sent(torch, array: np.ndarray, device):
    """To the device without waiting for what is under way there."""
    tensor = torch.from_numpy(array)
    return tensor.pin_memory().to(device, non_blocking=True) if device.type == "cuda" else tensor
