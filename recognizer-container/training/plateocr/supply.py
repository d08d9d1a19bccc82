"""Processes that draw scenes into rings of memory that the trainer shares with them."""

import ctypes
import mmap
import multiprocessing
import os
import signal
import time

import cv2
import numpy as np

from .chance import Chance
from .faces import FONTS, FONTSOURCE_FOLDER, Cabinet
from .scenes import LONGEST, META, SH, SW, scene

SLOTS = 768
"""Scenes that a worker may be ahead: 43 MB."""
DIES_AGAIN = 6000


class Supply:
    def __init__(self, workers: int, seed: int):
        self.workers = workers
        image, row = SH * SW, META * 4
        self._memory = mmap.mmap(-1, workers * SLOTS * (image + row + LONGEST) + workers * 16 * 8)
        at = 0

        def array(shape, kind):
            nonlocal at
            out = np.ndarray(shape, kind, self._memory, at)
            at += out.nbytes
            return out

        self.counts = array((workers, 16), np.int64)
        """Of every worker: scenes drawn, scenes taken."""
        self.meta = array((workers, SLOTS, META), np.float32)
        self.images = array((workers, SLOTS, SH, SW), np.uint8)
        self.texts = array((workers, SLOTS, LONGEST), np.uint8)
        cv2.setNumThreads(1)  # before the fork: threads do not come along
        chance = Chance(seed)
        cabinet = Cabinet(FONTS, FONTSOURCE_FOLDER, chance)
        context = multiprocessing.get_context("fork")
        parent = os.getpid()
        self._processes = [context.Process(target=self._work, args=(w, cabinet, seed * 1000 + w, parent), daemon=True) for w in range(workers)]
        for p in self._processes:
            p.start()

    def _work(self, w: int, cabinet: Cabinet, seed: int, parent: int) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # ends with its parent
        if os.getppid() != parent:
            return
        os.nice(2)
        cv2.setNumThreads(1)
        chance = Chance(seed)
        cabinet.renew_dies(chance)
        counts, drawn = self.counts[w], 0
        while True:
            if drawn % DIES_AGAIN == DIES_AGAIN - 1:
                cabinet.renew_dies(chance, 70)
            while drawn - counts[1] >= SLOTS:
                time.sleep(0.002)
            slot = drawn % SLOTS
            try:
                scene(cabinet, chance, self.images[w, slot], self.meta[w, slot], self.texts[w, slot])
            except Exception as e:  # one that cannot be drawn is drawn anew; the reason is told at times
                counts[2] += 1
                if counts[2] < 4:
                    print("not drawn:", repr(e), flush=True)
                continue
            drawn += 1
            counts[0] = drawn

    def take(self, most: int):
        """Pairs of a worker and its slots that are ready, at most so many in all."""
        ready = self.counts[:, 0] - self.counts[:, 1]
        share = max(1, most // self.workers)
        out = []
        for w in np.argsort(-ready):
            n = int(min(ready[w], share, most))
            if n <= 0:
                break
            start = int(self.counts[w, 1]) % SLOTS
            n = min(n, SLOTS - start)
            out.append((int(w), start, n))
            most -= n
        return out

    def taken(self, w: int, n: int) -> None:
        self.counts[w, 1] += n

    def drawn(self) -> int:
        return int(self.counts[:, 0].sum())

    def stop(self) -> None:
        for p in self._processes:
            p.kill()
