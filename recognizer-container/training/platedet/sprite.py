"""A drawn vehicle to be put into scenes, and where its plate goes."""

PLATE_WIDTH = {"us": 0.172, "eu": 0.295, "br": 0.228, "two": 0.165}
ASPECT = {"us": 2.0, "eu": 4.6, "br": 3.05, "two": 1.35}


class Sprite:
    """rgb, alpha, the plate's middle, width and height in pixels, its kind; box for shadows."""

    def __init__(self, rgb, alpha, slot, kind):
        self.rgb, self.alpha, self.slot, self.kind = rgb, alpha, slot, kind


def frame(scale, wide, high, close, slot_xy, extent):
    """Where the drawing's origin lies: the slot near the middle of a close view, or the whole vehicle in view."""
    if close:
        return wide / 2 - slot_xy[0] * scale, high / 2 - slot_xy[1] * scale
    return wide / 2, 4 - extent[0] * scale


def slot(kind, ch):
    w = PLATE_WIDTH[kind] * ch.uniform(0.9, 1.15)
    return w, w / ASPECT[kind]
