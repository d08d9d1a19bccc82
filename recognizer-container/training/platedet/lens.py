"""Blur, motion, and the blocks of files, on the GPU or the CPU."""

import math

import torch
import torch.nn.functional as F

LUMA = torch.tensor(
    [16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
     18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99.0]
).view(8, 8)  # fmt: skip
CHROMA = torch.full((8, 8), 99.0)
CHROMA[:4, :4] = torch.tensor([[17, 18, 24, 47], [18, 21, 26, 66], [24, 26, 56, 99], [47, 66, 99, 99.0]])


def uniform(n, low, high, device):
    return torch.rand(n, device=device) * (high - low) + low


def log_uniform(n, low, high, device):
    return torch.exp(uniform(n, math.log(low), math.log(high), device))


def some(n, share, device):
    k = int(n * share)
    if torch.rand(()).item() < n * share - k:
        k += 1
    return torch.randperm(n, device=device)[:k]


def blurred(x, sigma):
    """Gaussian blur as a sum of shifted pictures: no convolution library, the same speed for every size."""
    r = max(1, math.ceil(sigma * 2.5))
    k = [math.exp(-0.5 * (i / sigma) ** 2) for i in range(-r, r + 1)]
    total = sum(k)
    h, w = x.shape[2:]
    p = F.pad(x, (r, r, 0, 0), mode="replicate")
    y = p[..., :w] * (k[0] / total)
    for i in range(1, 2 * r + 1):
        y.add_(p[..., i : i + w], alpha=k[i] / total)
    p = F.pad(y, (0, 0, r, r), mode="replicate")
    y = p[:, :, :h] * (k[0] / total)
    for i in range(1, 2 * r + 1):
        y.add_(p[:, :, i : i + h], alpha=k[i] / total)
    return y


def moved(x, length, angle):
    r = max(1, int(length / 2 + 0.5))
    taps = {}
    for j in range(4 * r + 1):
        v = -length / 2 + length * j / (4 * r)
        at = min(2 * r, max(0, round(r + v * math.cos(angle)))), min(2 * r, max(0, round(r + v * math.sin(angle))))
        taps[at] = taps.get(at, 0) + 1 / (4 * r + 1)
    h, w = x.shape[2:]
    p = F.pad(x, (r, r, r, r), mode="replicate")
    y = torch.zeros_like(x)
    for (ix, iy), k in taps.items():
        y.add_(p[:, :, iy : iy + h, ix : ix + w], alpha=k)
    return y


def _dct(device):
    i = torch.arange(8, device=device, dtype=torch.float32)
    d = torch.cos((2 * i[None] + 1) * i[:, None] * math.pi / 16) * 0.5
    d[0] /= math.sqrt(2)
    return d


def _blocks(x, table, d):
    """Quantises 8x8 blocks of [n, h, w] with tables [n, 8, 8]."""
    n, h, w = x.shape
    b = x.reshape(n, h // 8, 8, w // 8, 8).permute(0, 1, 3, 2, 4)
    f = d @ b @ d.t()
    t = table[:, None, None]
    f = torch.round(f / t) * t
    return (d.t() @ f @ d).permute(0, 1, 3, 2, 4).reshape(n, h, w)


def jpeg(x, quality):
    dev = x.device
    d = _dct(dev)
    k = torch.where(quality < 50, 50 / quality, 2 - quality / 50)[:, None, None]
    tl, tc = (LUMA.to(dev) * k).clamp(min=1), (CHROMA.to(dev) * k).clamp(min=1)
    r, g, b = x[:, 0], x[:, 1], x[:, 2]
    y = 0.299 * r + 0.587 * g + 0.114 * b
    cb, cr = (b - y) * 0.564, (r - y) * 0.713
    cb, cr = F.avg_pool2d(cb[:, None], 2)[:, 0], F.avg_pool2d(cr[:, None], 2)[:, 0]
    y, cb, cr = _blocks(y - 128, tl, d) + 128, _blocks(cb, tc, d), _blocks(cr, tc, d)
    up = lambda c: F.interpolate(c[:, None], scale_factor=2, mode="bilinear", align_corners=False)[:, 0]
    cb, cr = up(cb), up(cr)
    return torch.stack([y + 1.403 * cr, y - 0.344 * cb - 0.714 * cr, y + 1.773 * cb], 1)
