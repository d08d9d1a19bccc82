"""The camera on the GPU: lens, motion, few pixels, light, sensor, interlace, sharpening, JPEG and video codecs, enlargement.

Everything is drawn per sample; samples of like size are taken together. Runs on the CPU as well, for tests.
"""

import math

import numpy as np
import torch
import torch.nn.functional as F

from .alphabet import HEIGHT, WIDTH
from .scenes import SH, SW
from .views import Views

JPEG_LUMA = torch.tensor([
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
], dtype=torch.float32).view(8, 8)  # fmt: skip


def _dct(n: int) -> torch.Tensor:
    k = torch.arange(n).float()
    m = torch.cos(math.pi * (2 * k[None, :] + 1) * k[:, None] / (2 * n)) * math.sqrt(2 / n)
    m[0] /= math.sqrt(2)
    return m


COLUMNS = 128


class Camera:
    def __init__(self, device: str, seed: int):
        self.device = torch.device(device)
        self._numbers: dict = {}
        self.rng = np.random.default_rng(seed)
        self.random = torch.Generator(device=self.device).manual_seed(seed)
        self.d8, self.d4 = _dct(8).to(self.device), _dct(4).to(self.device)
        self.luma = JPEG_LUMA.to(self.device)
        f = torch.arange(8, device=self.device).float()
        self.ramp = f[:, None] + f[None, :]
        self.fy = torch.fft.fftfreq(SH, device=self.device).view(1, SH, 1)
        self.fx = torch.fft.rfftfreq(SW, device=self.device).view(1, 1, SW // 2 + 1)
        self.unit = torch.tensor([2 / SW, 2 / SH], device=self.device)

    def _sent(self, array: np.ndarray):
        tensor = torch.from_numpy(np.ascontiguousarray(array))
        return tensor.pin_memory().to(self.device, non_blocking=True) if self.device.type == "cuda" else tensor

    # chances, one for every sample, shaped to act on n x h x w; drawn for a whole batch at once, since every launch costs
    def _draw(self, n: int) -> None:
        self._uniform = torch.rand(COLUMNS, n, 1, 1, device=self.device, generator=self.random)
        self._normal = torch.randn(COLUMNS // 4, n, 1, 1, device=self.device, generator=self.random)
        self._take(0, n, 0, 0)

    def _take(self, start: int, stop: int, column: int, normal: int) -> None:
        self._part, self._column, self._normal_column = slice(start, stop), column, normal

    def r(self, n):
        self._column += 1
        return self._uniform[self._column - 1, self._part]

    def u(self, n, low, high):
        if low not in self._numbers:
            self._numbers[low] = torch.tensor(float(low), device=self.device)
        return torch.add(self._numbers[low], self.r(n), alpha=high - low)

    def flip(self, n, p):
        return self.r(n) < p

    def normal(self, n, s):
        self._normal_column += 1
        return self._normal[self._normal_column - 1, self._part] * s

    def noise(self, *shape):
        return torch.randn(shape, device=self.device, generator=self.random)

    @torch.no_grad()
    def shoot(self, scenes: torch.Tensor, meta: np.ndarray):
        """scenes: n x SH x SW bytes on the device. Returns crops n x HEIGHT x WIDTH (float, whole greys) and which are legible."""
        views = Views(meta, self.rng)
        groups = views.groups(self.rng)
        n = len(meta)
        wide, high = np.empty(n, np.float32), np.empty(n, np.float32)
        for g, w, h in groups:
            wide[g], high[g] = w, h
        # scene pixels per picture pixel
        rows = np.concatenate([g for g, _, _ in groups])
        order = self._sent(rows)
        numbers = np.stack([(views.box[:, 2] - views.box[:, 0]) / wide, (views.box[:, 3] - views.box[:, 1]) / high, (wide / 110).clip(0.6, 1.2)])
        sx, sy, size = self._sent(numbers[:, rows].astype(np.float32)).view(3, n, 1, 1)
        corners = self._sent(views.corners[rows])
        self._draw(n)
        blurred = self._lens(scenes[order], sx, sy, size)
        columns = self._column, self._normal_column
        crops = torch.empty(n, HEIGHT, WIDTH, device=self.device)
        at = 0
        for g, w, h in groups:
            part = slice(at, at + len(g))
            self._take(at, at + len(g), *columns)
            crops[part] = self._picture(blurred[part], corners[part], w, h)
            at += len(g)
        out = torch.empty_like(crops)
        out[order] = crops
        return out, views.legible

    def _lens(self, scenes, sx, sy, size):
        """Blur of optics, focus and motion in the frequency domain."""
        n, u, flip = len(scenes), self.u, self.flip
        focus = (self.normal(n, 0.42).abs() + flip(n, 0.1) * u(n, 0.2, 1.1)) * size
        pixel = torch.where(flip(n, 0.3), 0.25, 0.42) * torch.ones_like(sx)
        vx = (pixel**2 + focus**2) * sx**2
        vy = (pixel**2 + focus**2) * sy**2
        vx = vx + flip(n, 0.08) * (u(n, 0.3, 1.0) * size * sx) ** 2
        exponent = -2 * math.pi**2 * (vx * self.fx**2 + vy * self.fy**2)
        reach = flip(n, 0.28) * u(n, 0.5, 2.8) * size
        angle = torch.where(flip(n, 0.5), u(n, 0, math.pi), self.normal(n, 0.2))
        moved = torch.sinc(reach * sx * torch.cos(angle) * self.fx + reach * sy * torch.sin(angle) * self.fy)
        spectrum = torch.fft.rfft2(scenes.float())
        spectrum *= torch.exp(exponent) * moved
        return torch.fft.irfft2(spectrum, s=(SH, SW))

    def _picture(self, scene, corners, w: int, h: int):
        n, rng = len(scene), self.rng
        oy, ox = int(rng.integers(0, 16)), int(rng.integers(0, 16))
        gh, gw = -(-(oy + h) // 16) * 16, -(-(ox + w) // 16) * 16
        x = self._sampled(scene, corners, w, h, oy, ox, gh, gw)
        x = self._lit(x)
        x = self._exposed(x)
        x = self._sharpened(x, 0.38)
        x = self._grained(x)
        x = x.clamp(0, 255)
        kind = rng.random()
        if kind < 0.4:
            x = self._video(x, rng)
        elif kind < 0.95:
            x = self._jpeg(x, 0.85)
        x = x.clamp(0, 255).round()[:, oy : oy + h, ox : ox + w]
        if rng.random() < 0.35:
            x = self._scaled_again(x, rng)
        x = torch.where(self.flip(n, 0.02), 255 - x, x)
        return self._fitted(x).clamp(0, 255).round()

    def _sampled(self, scene, corners, w, h, oy, ox, gh, gw):
        """The view at its number of pixels, with its surroundings out to whole blocks; lines of two moments where a camera interlaces."""
        n = len(scene)
        s = ((torch.arange(gw, device=self.device) - ox + 0.5) / w).view(1, 1, gw)
        rows = torch.arange(gh, device=self.device).view(1, gh, 1).float()
        doubled = self.flip(n, 0.05)
        t = (torch.where(doubled, 2 * torch.floor(rows / 2) + 0.5, rows) - oy + 0.5) / h
        combed = self.flip(n, 0.04) * self.u(n, -2.5, 2.5)
        s = s + combed * (rows % 2) / w + 0 * t
        t = t + 0 * s
        # waves of a rolling shutter or of a bent plate
        t = t + self.flip(n, 0.25) * self.u(n, -0.03, 0.03) * torch.sin(math.pi * s)
        s = s + self.flip(n, 0.15) * self.normal(n, 0.02) * torch.sin(math.pi * s) * torch.sin(math.pi * t)
        c = corners.view(n, 4, 1, 1, 2)
        s, t = s[..., None], t[..., None]
        at = c[:, 0] * (1 - s) * (1 - t) + c[:, 1] * s * (1 - t) + c[:, 2] * s * t + c[:, 3] * (1 - s) * t
        grid = (at + 0.5) * self.unit - 1
        return F.grid_sample(scene[:, None], grid, mode="bilinear", padding_mode="border", align_corners=False)[:, 0]

    def _lit(self, x):
        """Shadows, glare and dirt."""
        n, h, w = x.shape
        xs = torch.linspace(-1, 1, w, device=self.device).view(1, 1, w)
        ys = torch.linspace(-1, 1, h, device=self.device).view(1, h, 1)
        angle = self.u(n, 0, 2 * math.pi)
        away = xs * torch.cos(angle) + ys * torch.sin(angle) - self.u(n, -0.8, 0.8)
        x = x * (1 - self.flip(n, 0.35) * self.u(n, 0.2, 0.65) * torch.sigmoid(away * torch.exp(self.u(n, 1.1, 3.7))))
        spread = self.u(n, 0.02, 0.4), self.u(n, 0.04, 1.2)
        glare = torch.exp(-((xs - self.u(n, -1, 1)) ** 2) / spread[0] - (ys - self.u(n, -1, 1)) ** 2 / spread[1])
        x = x + self.flip(n, 0.13) * self.u(n, 30, 170) * glare
        dirt = F.interpolate(self.noise(n, 1, 6, 12), (h, w), mode="bicubic", align_corners=False)[:, 0]
        dirt = (dirt * self.u(n, 0.1, 0.4) * self.flip(n, 0.12)).clamp(0, 0.8)
        return x + (self.u(n, 10, 140) - x) * dirt

    def _exposed(self, x):
        n, u, flip = len(x), self.u, self.flip
        # a reflecting plate under an infrared or other lamp
        lamp = flip(n, 0.06)
        bright = ((x - 110) * u(n, 1.3, 2.6) + 60).clamp(0, 330)
        bloom = F.avg_pool2d((bright - 180).clamp(min=0)[:, None], 5, 1, 2)[:, 0]
        x = torch.where(lamp, bright + bloom * u(n, 0.2, 1.2), x)
        kind = self.r(n)
        gain, floor = u(n, 0.5, 1.25), u(n, 0, 60)
        gain = torch.where(kind < 0.30, u(n, 0.15, 0.4), gain)
        floor = torch.where(kind < 0.30, u(n, 100, 170), floor)
        gain = torch.where(kind < 0.24, u(n, 1.3, 2.0), gain)
        floor = torch.where(kind < 0.24, u(n, 0, 60), floor)
        gain = torch.where(kind < 0.14, u(n, 0.1, 0.4), gain)
        floor = torch.where(kind < 0.14, u(n, 0, 60), floor)
        x = x * gain + floor
        bent = 255 * (x.clamp(0, 255) / 255) ** torch.exp(u(n, -0.5, 0.55))
        self.gain = gain
        return torch.where(flip(n, 0.35), bent, x)

    def _sharpened(self, x, share):
        """Halos: a narrow or a wide kernel, at times along the lines only."""
        n = len(x)
        padded = F.pad(x[:, None], (2, 2, 2, 2), mode="replicate")
        # without a convolution: cuDNN would try out its ways anew for every size
        p = padded[:, 0, 1:-1, 1:-1]
        p = (p[:, :-2] + 2 * p[:, 1:-1] + p[:, 2:]) / 4
        narrow = (p[:, :, :-2] + 2 * p[:, :, 1:-1] + p[:, :, 2:]) / 4
        wide = F.avg_pool2d(padded, 5, 1)[:, 0]
        across = F.avg_pool2d(padded[:, :, 2:-2], (1, 5), 1)[:, 0]
        kind = self.r(n)
        base = torch.where(kind < 0.4, narrow, torch.where(kind < 0.8, wide, across))
        return x + self.flip(n, share) * self.u(n, 0.5, 2.4) * (x - base)

    def _grained(self, x):
        n, h, w = x.shape
        gain = self.gain.clamp(0.12, 1.3) ** 0.8
        x = x + self.noise(n, h, w) * self.normal(n, 6).abs() * gain
        clumps = F.interpolate(self.noise(n, 1, h // 2 + 1, w // 2 + 1), (h, w), mode="bilinear", align_corners=False)[:, 0]
        x = x + clumps * self.flip(n, 0.25) * self.u(n, 2, 12) * gain
        streaks = self.noise(n, h, 1) * self.flip(n, 0.04) * self.u(n, 1, 6)
        return x + streaks

    def _blocks(self, x, k):
        n, h, w = x.shape
        return x.view(n, h // k, k, w // k, k).permute(0, 1, 3, 2, 4)

    def _joined(self, b):
        n, r, c, k, _ = b.shape
        return b.permute(0, 1, 3, 2, 4).reshape(n, r * k, c * k)

    def _jpeg(self, x, share):
        n = len(x)
        q = torch.where(self.flip(n, 0.12), self.u(n, 10, 28), self.u(n, 22, 92))
        scale = torch.where(q < 50, 5000 / q, 200 - 2 * q) / 100
        table = (self.luma * scale).clamp(min=1).round().view(n, 1, 1, 8, 8)
        c = self.d8 @ self._blocks(x - 128, 8) @ self.d8.T
        coded = self._joined(self.d8.T @ ((c / table).round() * table) @ self.d8) + 128
        return torch.where(self.flip(n, share), coded, x)

    def _coded(self, x, k, step, dead):
        d = self.d8 if k == 8 else self.d4
        table = (1 + 0.12 * self.ramp[:k, :k] * (8 / k)) * step.view(-1, 1, 1, 1, 1)
        c = d @ self._blocks(x - 128, k) @ d.T
        level = torch.sign(c) * torch.floor(c.abs() / table + dead)
        level[..., 0, 0] = (c[..., 0, 0] / table[..., 0, 0]).round()
        return self._joined(d.T @ (level * table) @ d) + 128

    def _video(self, x, rng):
        """Coarse steps with a dead zone, macroblocks left over from the frame before, which had moved, and edges of blocks smoothed."""
        n, h, w = x.shape
        k = 8 if rng.random() < 0.6 else 4
        step = torch.exp(self.u(n, math.log(5), math.log(40))) * (x.std((1, 2), keepdim=True) / 45).clamp(0.2, 1.1)
        dead = 0.5 - float(rng.uniform(0, 0.34))
        before = torch.roll(x, (int(rng.integers(-2, 3)), int(rng.integers(-3, 4))), (1, 2))
        before = self._coded(before, k, step * 1.3, dead)
        # what is left over is corrected by a still coarser code of the difference
        kept = before + (self._coded(x - before + 128, k, step * self.u(n, 1, 3), dead) - 128)
        now = self._coded(x, k, step, dead)
        mask = torch.rand(n, 1, h // 16, w // 16, device=self.device, generator=self.random) < self.u(n, 0, 0.9)[..., None] * self.flip(n, 0.7)[..., None]
        mask = F.interpolate(mask.float(), scale_factor=16, mode="nearest")[:, 0] > 0.5
        y = torch.where(mask, kept, now)
        # deblocking
        soft = F.avg_pool2d(F.pad(y[:, None], (1, 1, 1, 1), mode="replicate"), 3, 1)[:, 0]
        cols = torch.arange(w, device=self.device)
        rows = torch.arange(h, device=self.device)
        edge = (((cols % k) == 0) | ((cols % k) == k - 1)).view(1, 1, w) | (((rows % k) == 0) | ((rows % k) == k - 1)).view(1, h, 1)
        near = (soft - y).abs() < step * 0.6
        y = torch.where(edge & near & self.flip(n, 0.6), soft, y)
        return self._sharpened(y, 0.2)

    def _scaled_again(self, x, rng):
        """Written at another size and coded once more."""
        _n, h, w = x.shape
        factor = float(np.exp(rng.uniform(math.log(0.65), math.log(2.2))))
        nh, nw = max(8, round(h * factor)), max(14, round(w * factor))
        kind = rng.random()
        if kind < 0.3:
            y = F.interpolate(x[:, None], (nh, nw), mode="nearest")
        elif kind < 0.65 or factor < 1:
            y = F.interpolate(x[:, None], (nh, nw), mode="bilinear", align_corners=False, antialias=factor < 1)
        else:
            y = F.interpolate(x[:, None], (nh, nw), mode="bicubic", align_corners=False)
        top, left = int(rng.integers(0, 8)), int(rng.integers(0, 8))
        bottom, right = (-(top + nh)) % 8, (-(left + nw)) % 8
        y = F.pad(y, (left, right, top, bottom), mode="replicate")[:, 0].clamp(0, 255)
        return self._jpeg(y, 0.7).clamp(0, 255).round()[:, top : top + nh, left : left + nw]

    def _fitted(self, x):
        w = x.shape[2]
        x = x[:, None]
        if w > WIDTH * 1.3:
            return F.interpolate(x, (HEIGHT, WIDTH), mode="bilinear", align_corners=False, antialias=True)[:, 0]
        if w < WIDTH:
            return F.interpolate(x, (HEIGHT, WIDTH), mode="bicubic", align_corners=False)[:, 0]
        return F.interpolate(x, (HEIGHT, WIDTH), mode="bilinear", align_corners=False)[:, 0]
