"""What the net is to say of a view, and how wrong it was."""

import torch
import torch.nn.functional as F

from .net import STRIDE


def targets(quads, flags, height, width):
    """Heat [n, h, w], weights of negatives, corners [n, 8, h, w], weights of corners, number of plates."""
    dev = quads.device
    h, w = height // STRIDE, width // STRIDE
    n, m = flags.shape
    d1, d2 = quads[..., 2, :] - quads[..., 0, :], quads[..., 3, :] - quads[..., 1, :]
    # the middle is where the diagonals cross
    cross = d1[..., 0] * d2[..., 1] - d1[..., 1] * d2[..., 0]
    e = quads[..., 1, :] - quads[..., 0, :]
    k = (e[..., 0] * d2[..., 1] - e[..., 1] * d2[..., 0]) / torch.where(cross.abs() < 1e-3, torch.ones_like(cross), cross)
    mid = torch.where((cross.abs() < 1e-3)[..., None], quads.mean(2), quads[..., 0, :] + k.clamp(0, 1)[..., None] * d1)
    x0, x1, y0, y1 = quads[..., 0].amin(2), quads[..., 0].amax(2), quads[..., 1].amin(2), quads[..., 1].amax(2)
    cx, cy = mid[..., 0] / STRIDE, mid[..., 1] / STRIDE
    sx, sy = ((x1 - x0) / STRIDE * 0.14).clamp(min=0.45), ((y1 - y0) / STRIDE * 0.14).clamp(min=0.45)
    gx, gy = torch.arange(w, device=dev) + 0.5, torch.arange(h, device=dev) + 0.5
    ex = ((gx - cx[..., None]) / sx[..., None]) ** 2 / 2
    ey = ((gy - cy[..., None]) / sy[..., None]) ** 2 / 2
    g = torch.exp(-(ey[..., :, None] + ex[..., None, :]))  # n m h w
    pos = (flags > 0) & (cx >= 0) & (cy >= 0) & (cx < w) & (cy < h)
    g = g * pos[..., None, None]
    ix, iy = cx.floor().long().clamp(0, w - 1), cy.floor().long().clamp(0, h - 1)
    at = (iy * w + ix)[..., None]
    flat = g.view(n, m, -1)
    flat.scatter_(2, at, torch.where(pos, torch.ones_like(cx), torch.zeros_like(cx))[..., None])
    heat, which = flat.max(1)
    corners = quads.reshape(n, m, 8).transpose(1, 2).gather(2, which[:, None].expand(n, 8, h * w)).view(n, 8, h, w)
    size = ((x1 - x0) * (y1 - y0)).clamp(min=16).sqrt().gather(1, which).view(n, 1, h, w)
    near = (flat > 0.3).float() * flat
    share = near / near.sum(2, keepdim=True).clamp(min=1e-3)
    weight = share.gather(1, which[:, None])[:, 0].view(n, h, w)
    ign = flags < 0
    ax, ay = gx * STRIDE, gy * STRIDE
    mx, my = 6 + (x1 - x0) * 0.05, 6 + (y1 - y0) * 0.05
    inx = (ax > (x0 - mx)[..., None]) & (ax < (x1 + mx)[..., None])
    iny = (ay > (y0 - my)[..., None]) & (ay < (y1 + my)[..., None])
    ignored = ((iny[..., :, None] & inx[..., None, :]) & ign[..., None, None]).any(1)
    heat = heat.view(n, h, w)
    return heat, (~ignored | (heat > 0.9)).float(), corners, weight, size, pos.sum()


def losses(out, heat, care, corners, weight, size, count, hard=1.0):
    logit, pred = out
    logit = logit[:, 0]
    p = logit.sigmoid().clamp(1e-5, 1 - 1e-5)
    one = (heat == 1).float()
    positive = -(F.logsigmoid(logit) * (1 - p) ** 2 * one).sum()
    neg = -F.logsigmoid(-logit) * p**2 * (1 - heat) ** 4 * (1 - one) * care
    top = neg.flatten(1).topk(24, 1)[0].sum() * hard
    count = count.clamp(min=1).float()
    cls = (positive + neg.sum() + top) / count
    d = F.smooth_l1_loss(pred / size, corners / size, reduction="none", beta=0.04).mean(1)
    reg = (d * weight).sum() / count
    return cls, reg
