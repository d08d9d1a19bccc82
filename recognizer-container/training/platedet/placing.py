"""Where a view of a scene looks: scale, place, what lies around it."""

import torch
import torch.nn.functional as F

from .lens import log_uniform, uniform

SMALLEST = 15.0
"""Plates narrower than this at the input are neither asked for nor held against the net."""


def placed(scenes, quads, flags, height, width):
    """Random views of scenes [n, h, w, 3] uint8; returns pictures [n, 3, H, W] 0-255, quads [n, 2m, 4, 2], flags [n, 2m]."""
    dev, n = scenes.device, len(scenes)
    sh, sw = scenes.shape[1:3]
    quads = quads.view(n, -1, 4, 2)
    m = quads.shape[1]
    # the plate that this view is about
    asked = (flags > 0).float() + 1e-6
    about = torch.multinomial(asked, 1)[:, 0]
    has = flags.gather(1, about[:, None])[:, 0] > 0
    q = quads[torch.arange(n, device=dev), about]
    pw = (q[..., 0].amax(1) - q[..., 0].amin(1)).clamp(min=8)
    centre = q.mean(1)
    kind = torch.rand(n, device=dev)
    wish = torch.where(kind < 0.7, log_uniform(n, 19, 130, dev), torch.where(kind < 0.93, log_uniform(n, 70, 390, dev), log_uniform(n, 250, 560, dev)))
    scale = torch.where(has, (wish / pw).clamp(0.38, 2.4), log_uniform(n, 0.6, 1.4, dev))
    ax = torch.exp(torch.randn(n, device=dev) * 0.05)
    sx, sy = scale * ax, scale / ax
    turn = torch.randn(n, device=dev) * 0.03
    # where that plate (or the scene's middle) comes to lie
    goal = torch.stack([uniform(n, 0.03, 0.97, dev) * width, uniform(n, 0.05, 0.95, dev) * height], 1)
    free = torch.rand(n, device=dev) < 0.25
    mid = torch.tensor([sw / 2, sh / 2], device=dev).expand(n, 2)
    anchor = torch.where((has & ~free)[:, None], centre, mid)
    goal_mid = torch.stack(
        [width / 2 + (torch.rand(n, device=dev) - 0.5) * (sw * sx - width).abs(), height / 2 + (torch.rand(n, device=dev) - 0.5) * (sh * sy - height).abs()], 1
    )
    goal = torch.where((has & ~free)[:, None], goal, goal_mid)
    # a view that shows mostly the scene: pushed so that its edges lie outside where it is large enough
    c, s = torch.cos(turn), torch.sin(turn)
    A = torch.stack([torch.stack([sx * c, -sy * s], 1), torch.stack([sx * s, sy * c], 1)], 1)  # scene -> view
    t = goal - (A @ anchor[..., None])[..., 0]
    big_x, big_y = sw * sx >= width, sh * sy >= height
    tx = torch.where(
        big_x,
        torch.minimum(torch.maximum(t[:, 0], width - sw * sx), torch.zeros_like(t[:, 0])),
        torch.minimum(torch.maximum(t[:, 0], torch.zeros_like(sx)), width - sw * sx),
    )
    ty = torch.where(
        big_y,
        torch.minimum(torch.maximum(t[:, 1], height - sh * sy), torch.zeros_like(t[:, 1])),
        torch.minimum(torch.maximum(t[:, 1], torch.zeros_like(sy)), height - sh * sy),
    )
    t = torch.stack([tx, ty], 1)
    det = A[:, 0, 0] * A[:, 1, 1] - A[:, 0, 1] * A[:, 1, 0]
    inverse = torch.stack([torch.stack([A[:, 1, 1], -A[:, 0, 1]], 1), torch.stack([-A[:, 1, 0], A[:, 0, 0]], 1)], 1) / det[:, None, None]
    ys, xs = torch.meshgrid(torch.arange(height, device=dev) + 0.5, torch.arange(width, device=dev) + 0.5, indexing="ij")
    view = torch.stack([xs, ys], -1).view(1, -1, 2)
    src = (view - t[:, None]) @ inverse.transpose(1, 2)
    inside = ((src[..., 0] > 0) & (src[..., 0] < sw) & (src[..., 1] > 0) & (src[..., 1] < sh)).view(n, 1, height, width)
    grid = (src / torch.tensor([sw, sh], device=dev) * 2 - 1).view(n, height, width, 2)
    x = scenes.permute(0, 3, 1, 2).float()
    # shrunk scenes are averaged first
    small = scale < 0.62
    if small.any():
        half = F.avg_pool2d(x[small], 2)
        out = torch.empty(n, 3, height, width, device=dev)
        out[small] = F.grid_sample(half, grid[small], mode="bilinear", padding_mode="border", align_corners=False)
        if (~small).any():
            out[~small] = F.grid_sample(x[~small], grid[~small], mode="bilinear", padding_mode="border", align_corners=False)
    else:
        out = F.grid_sample(x, grid, mode="bilinear", padding_mode="border", align_corners=False)
    quads = (A[:, None, None] @ quads[..., None])[..., 0] + t[:, None, None]
    # around a scene that does not fill the view: another view, or a letterbox
    other, oq, of = out.roll(1, 0), quads.roll(1, 0), flags.roll(1, 0)
    box = (torch.rand(n, device=dev) < 0.4)[:, None, None, None]
    fill = torch.where(torch.rand(n, device=dev) < 0.6, torch.full((n,), 114.0, device=dev), uniform(n, 0, 255, dev) * (torch.rand(n, device=dev) < 0.5))[
        :, None, None, None
    ]
    back = torch.where(box, fill, other)
    out = torch.where(inside, out, back)
    of = torch.where(box[:, 0, 0], torch.zeros_like(of), of)
    seen_x, seen_y = oq[..., 0].round().long().clamp(0, width - 1), oq[..., 1].round().long().clamp(0, height - 1)
    flat = inside.view(n, -1).float()
    hid = flat.gather(1, (seen_y * width + seen_x).view(n, -1)).view(n, m, 4).mean(-1)
    mid_o = oq.mean(2)
    mo = mid_o[..., 1].round().long().clamp(0, height - 1) * width + mid_o[..., 0].round().long().clamp(0, width - 1)
    hid_mid = flat.gather(1, mo)
    of = torch.where((hid > 0.9) & (hid_mid > 0.5), torch.zeros_like(of), torch.where((hid > 0) | (hid_mid > 0), of.clamp(max=0) - (of > 0).float(), of))
    quads, flags = torch.cat([quads, oq], 1), torch.cat([flags, of], 1)
    # cut by the edge, or too small
    x0, x1, y0, y1 = quads[..., 0].amin(2), quads[..., 0].amax(2), quads[..., 1].amin(2), quads[..., 1].amax(2)
    area = ((x1 - x0) * (y1 - y0)).clamp(min=1)
    shown = (x1.clamp(max=width) - x0.clamp(min=0)).clamp(min=0) * (y1.clamp(max=height) - y0.clamp(min=0)).clamp(min=0) / area
    flags = torch.where(shown < 0.02, torch.zeros_like(flags), flags)
    flags = torch.where((flags > 0) & ((shown < 0.75) | (x1 - x0 < SMALLEST)), -torch.ones_like(flags), flags)
    return out, quads, flags
