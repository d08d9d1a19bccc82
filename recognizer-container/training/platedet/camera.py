"""What a camera makes of a view: light, lens, sensor, files."""

import math

import torch
import torch.nn.functional as F

from .lens import blurred, jpeg, log_uniform, moved, some, uniform


def _plate_mask(quads, flags, height, width):
    dev = quads.device
    ys, xs = torch.meshgrid(torch.arange(height, device=dev) + 0.5, torch.arange(width, device=dev) + 0.5, indexing="ij")
    inside = None
    for k in range(4):
        a, b = quads[..., k, :, None, None], quads[..., (k + 1) % 4, :, None, None]
        side = (b[..., 0, :, :] - a[..., 0, :, :]) * (ys - a[..., 1, :, :]) - (b[..., 1, :, :] - a[..., 1, :, :]) * (xs - a[..., 0, :, :]) > 0
        inside = side if inside is None else inside & side
    return (inside & (flags != 0)[..., None, None]).any(1, keepdim=True)


def photographed(x, quads, flags):
    """Light, lens, sensor, files. x: [n, 3, H, W] 0-255 float."""
    dev, n = x.device, len(x)
    H, W = x.shape[2:]
    per = lambda low, high, k=n: uniform(k, low, high, dev)[:, None, None, None]
    # plates that throw back the lamp's light; infrared nights
    i = some(n, 0.14, dev)
    if len(i):
        mask = _plate_mask(quads[i], flags[i], H, W)
        lit = (x[i] - 40) * per(1.1, 2.0, len(i)) + 40
        x[i] = torch.where(mask, lit, x[i] * per(0.12, 0.8, len(i)))
    # colours
    grey = x.mean(1, keepdim=True)
    sat = torch.where(torch.rand(n, device=dev) < 0.22, torch.zeros(n, device=dev), uniform(n, 0.4, 1.15, dev))[:, None, None, None]
    x = grey + (x - grey) * sat
    x = x * (1 + torch.randn(n, 3, 1, 1, device=dev) * 0.06)
    # light: gain, a slope over the picture, haze, gamma
    gx = torch.linspace(-1, 1, W, device=dev)[None, None, None]
    gy = torch.linspace(-1, 1, H, device=dev)[None, None, :, None]
    slope = 1 + (per(-0.35, 0.35) * gx + per(-0.35, 0.35) * gy) * (torch.rand(n, 1, 1, 1, device=dev) < 0.4)
    gain = torch.where(torch.rand(n, device=dev) < 0.2, log_uniform(n, 0.25, 0.6, dev), log_uniform(n, 0.6, 1.5, dev))[:, None, None, None]
    haze = torch.where(torch.rand(n, device=dev) < 0.2, uniform(n, 20, 110, dev), uniform(n, -15, 20, dev))[:, None, None, None]
    x = x * slope * gain + haze
    gamma = torch.where(torch.rand(n, device=dev) < 0.4, log_uniform(n, 0.55, 1.8, dev), torch.ones(n, device=dev))[:, None, None, None]
    x = 255 * (x.clamp(0.5, 255) / 255) ** gamma
    # lens and motion
    for sigma in (0.5 + 0.3 * torch.rand(()).item(), 0.8 + 0.9 * torch.rand(()).item()):
        i = some(n, 0.22, dev)
        if len(i):
            x[i] = blurred(x[i], sigma)
    i = some(n, 0.06, dev)
    if len(i):
        x[i] = moved(x[i], 2 + 5 * torch.rand(()).item(), math.pi * torch.rand(()).item() if torch.rand(()).item() < 0.5 else 0.2 * torch.randn(()).item())
    # few pixels, enlarged again
    i = some(n, 0.15, dev)
    if len(i):
        f = 0.45 + 0.45 * torch.rand(()).item()
        low = F.interpolate(x[i], scale_factor=f, mode="area" if f < 0.6 else "bilinear")
        mode = "nearest" if torch.rand(()).item() < 0.15 else "bicubic" if torch.rand(()).item() < 0.4 else "bilinear"
        x[i] = F.interpolate(low, size=(H, W), mode=mode)
    # noise, fine and coarse
    sigma = (torch.randn(n, 1, 1, 1, device=dev).abs() * 6) * (torch.rand(n, 1, 1, 1, device=dev) < 0.8)
    noise = torch.randn_like(x)
    same = torch.rand(n, 1, 1, 1, device=dev) < 0.5
    x = x + torch.where(same, noise[:, :1].expand_as(x), noise) * sigma
    i = some(n, 0.2, dev)
    if len(i):
        x[i] += F.interpolate(torch.randn(len(i), 3, H // 2, W // 2, device=dev), scale_factor=2, mode="bilinear") * per(2, 12, len(i))
    # over-sharpened
    i = some(n, 0.25, dev)
    if len(i):
        x[i] = x[i] + per(0.4, 2.2, len(i)) * (x[i] - blurred(x[i], 0.8 + 0.7 * torch.rand(()).item()))
    x = x.clamp(0, 255)
    for share in (0.5, 0.2):
        i = some(n, share, dev)
        if len(i):
            dy, dx = torch.randint(0, 8, (2,)).tolist()
            quality = torch.where(torch.rand(len(i), device=dev) < 0.15, uniform(len(i), 8, 25, dev), uniform(len(i), 25, 92, dev))
            x[i] = jpeg(x[i].roll((dy, dx), (2, 3)), quality).roll((-dy, -dx), (2, 3))
    i = some(n, 0.015, dev)
    if len(i):
        x[i] = 255 - x[i]
    return x.clamp(0, 255).round()
