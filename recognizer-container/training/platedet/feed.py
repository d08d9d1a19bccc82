"""Workers that draw scenes into shared memory, and a thread that copies them to the device's pool. No /dev/shm is needed."""

import mmap
import os
import signal
import struct
import threading
import time

import numpy as np

from .geometry import SCENE_H, SCENE_W
from .scene import MOST, Studio, labels

PIXELS = SCENE_H * SCENE_W * 3
SLOT = PIXELS + MOST * 9 * 4


class Feed:
    def __init__(self, workers, seed, slots=48):
        self.slots, self.memory = slots * workers, mmap.mmap(-1, slots * workers * SLOT)
        self.full_r, self.full_w = os.pipe()
        self.free, self.pids = [], []
        for k in range(workers):
            r, w = os.pipe()
            for s in range(slots):
                os.write(w, struct.pack("i", k * slots + s))
            pid = os.fork()
            if pid == 0:
                try:
                    signal.signal(signal.SIGINT, signal.SIG_IGN)
                    import ctypes

                    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # dies with its parent
                    os.nice(5)
                    self._work(seed + 1000 * k, r)
                except BaseException:
                    import traceback

                    traceback.print_exc()
                finally:
                    os._exit(1)
            self.free.append(w)
            self.pids.append(pid)
        self.per = slots
        self.made = 0

    def _work(self, seed, free):
        parent = os.getppid()
        studio = Studio(seed)
        while os.getppid() == parent:
            slot = struct.unpack("i", os.read(free, 4))[0]
            try:
                im, plates = studio.scene()
                quads, flags = labels(plates)
            except Exception:  # a rare degenerate drawing must not end a worker
                import traceback

                traceback.print_exc()
                im, quads, flags = np.zeros((SCENE_H, SCENE_W, 3), np.uint8), np.zeros((MOST, 8), np.float32), np.zeros(MOST, np.float32)
            at = slot * SLOT
            a = np.frombuffer(self.memory, np.uint8, SLOT, at)
            a[:PIXELS] = im.reshape(-1)
            a[PIXELS:] = np.concatenate([quads.reshape(-1), flags]).astype(np.float32).view(np.uint8)
            os.write(self.full_w, struct.pack("i", slot))

    def take(self):
        """Views of one scene; give(slot) when copied."""
        slot = struct.unpack("i", os.read(self.full_r, 4))[0]
        a = np.frombuffer(self.memory, np.uint8, SLOT, slot * SLOT)
        labels = a[PIXELS:].view(np.float32)
        self.made += 1
        return slot, a[:PIXELS].reshape(SCENE_H, SCENE_W, 3), labels[: MOST * 8].reshape(MOST, 8), labels[MOST * 8 :]

    def give(self, slot):
        os.write(self.free[slot // self.per], struct.pack("i", slot))

    def close(self):
        for p in self.pids:
            try:
                os.kill(p, signal.SIGKILL)
                os.waitpid(p, 0)
            except OSError:
                pass


class Pool:
    """Scenes on the device; the oldest is replaced by the newest."""

    def __init__(self, feed, size, device):
        import torch

        self.torch, self.feed, self.size, self.device = torch, feed, size, device
        self.scenes = torch.empty(size, SCENE_H, SCENE_W, 3, dtype=torch.uint8, device=device)
        self.quads = torch.zeros(size, MOST, 8, device=device)
        self.flags = torch.zeros(size, MOST, device=device)
        self.count = 0
        self.allow = None  # on a machine without a GPU: no more scenes than the training can use
        self.stop = False
        self.stream = torch.cuda.Stream() if device.type == "cuda" else None
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self):
        torch = self.torch
        cuda = self.device.type == "cuda"
        batch = 16 if cuda else 4
        host = torch.empty(batch, SCENE_H, SCENE_W, 3, dtype=torch.uint8, pin_memory=cuda)
        hq, hf = torch.zeros(batch, MOST, 8), torch.zeros(batch, MOST)
        while not self.stop:
            while self.allow is not None and self.count > self.allow and not self.stop:
                time.sleep(0.2)
            for k in range(batch):
                slot, im, q, f = self.feed.take()
                host[k].numpy()[:] = im
                hq[k].numpy()[:], hf[k].numpy()[:] = q, f
                self.feed.give(slot)
            at = self.count % self.size
            n = min(batch, self.size - at)
            if cuda:
                with torch.cuda.stream(self.stream):
                    self.scenes[at : at + n].copy_(host[:n], non_blocking=True)
                    self.quads[at : at + n].copy_(hq[:n])
                    self.flags[at : at + n].copy_(hf[:n])
                self.stream.synchronize()
            else:
                self.scenes[at : at + n], self.quads[at : at + n], self.flags[at : at + n] = host[:n], hq[:n], hf[:n]
            self.count += n

    def end(self):
        """The thread, before what feeds it ends."""
        self.stop = True
        self.thread.join()

    def draw(self, n):
        ready = min(self.count, self.size)
        i = self.torch.randint(0, ready, (n,), device=self.device)
        return self.scenes[i], self.quads[i], self.flags[i]

    def wait(self, least, seconds=120):
        t = time.time()
        while self.count < least and time.time() - t < seconds:
            time.sleep(0.1)
        return self.count
