"""What lies between a clean plate and a crop: light, dirt, angle, lens, motion, few pixels, sensor, JPEG."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from .alphabet import HEIGHT, WIDTH
from .chance import Chance
from .faces import Cabinet
from .paint import put, small_text, texture
from .plate import Plate


@dataclass(frozen=True)
class View:
    """The region of the plate's plane that a crop shows, in plate pixels, and whether it holds the serial."""

    left: float
    top: float
    right: float
    bottom: float
    legible: bool = True


def whole_plate(plate: Plate, chance: Chance) -> View:
    """The plate's rectangle as a detector gives it: somewhat loose or tight, never cutting a character."""
    u, (h, w) = chance.uniform, plate.canvas.shape
    return _containing(plate, u(-0.13, 0.05) * w, u(-0.2, 0.1) * h, w * u(0.95, 1.13), h * u(0.9, 1.2))


def text_line(plate: Plate, chance: Chance) -> View:
    """The serial's line as text detection gives it, with more or less margin; at times so tight that it cuts the strokes' edges."""
    u, (left, top, right, bottom) = chance.uniform, plate.box
    h = bottom - top
    if chance.flip(0.12):
        return View(left - u(0, 0.1) * h, top - u(-0.05, 0.05) * h, right + u(0, 0.1) * h, bottom + u(-0.05, 0.05) * h)
    return _containing(plate, left - u(0.05, 0.5) * h, top - u(0.05, 0.6) * h, right + u(0.05, 0.5) * h, bottom + u(0.05, 0.6) * h)


def _containing(plate: Plate, left, top, right, bottom) -> View:
    x0, y0, x1, y1 = plate.box
    return View(min(left, x0 - 4), min(top, y0 - 2), max(right, x1 + 4), max(bottom, y1 + 2))


def one_of_two_lines(plate: Plate, chance: Chance) -> View:
    """The serial's line with at most two fifths of the other line in view."""
    view, (_, top, _, bottom) = text_line(plate, chance), plate.other
    shown = chance.uniform(0, 0.4) * (bottom - top)
    if top < plate.box[1]:
        return View(view.left, max(view.top, bottom - shown), view.right, view.bottom)
    return View(view.left, view.top, view.right, min(view.bottom, top + shown))


def neighbouring_line(plate: Plate, chance: Chance) -> View:
    """The state's name or slogan, with at most a fifth of the serial in view: nothing to read."""
    u, (h, w) = chance.uniform, plate.canvas.shape
    _, y0, _, y1 = plate.box
    top, bottom = (u(-0.15, 0.02) * h, y0 + (y1 - y0) * u(-0.05, 0.2)) if chance.flip(0.5) else (y1 - (y1 - y0) * u(-0.05, 0.2), u(0.98, 1.15) * h)
    return View(u(-0.1, 0.35) * w, top, u(0.65, 1.1) * w, bottom, legible=False)


def light_and_dirt(canvas: np.ndarray, chance: Chance) -> None:
    u, (h, w) = chance.uniform, canvas.shape
    if chance.flip(0.35):
        x, y = np.meshgrid(np.linspace(-1, 1, w, dtype=np.float32), np.linspace(-1, 1, h, dtype=np.float32))
        angle = u(0, 2 * math.pi)
        distance = x * math.cos(angle) + y * math.sin(angle) - u(-0.8, 0.8)
        canvas *= 1 - u(0.2, 0.6) / (1 + np.exp(-distance * u(3, 40)))
    if chance.flip(0.12):
        x, y = np.meshgrid(np.linspace(0, 1, w, dtype=np.float32), np.linspace(0, 1, h, dtype=np.float32))
        canvas += u(30, 140) * np.exp(-((x - u(0, 1)) ** 2 / u(0.005, 0.1) + (y - u(0, 1)) ** 2 / u(0.01, 0.3)))
    if chance.flip(0.15):
        canvas += (u(20, 120) - canvas) * np.clip(texture(h, w, u(0.1, 0.5), chance), 0, 0.8)
    if chance.flip(0.03):
        ball = (int(w * u(0.3, 0.7)), int(h * u(0.95, 1.1)))
        cv2.circle(canvas, ball, int(h * u(0.08, 0.2)), u(0, 120), -1, cv2.LINE_AA)


def on_a_car(canvas: np.ndarray, cabinet: Cabinet, chance: Chance):
    """The plate with its surroundings; returns the picture and the plate's corner in it."""
    u, flip, (h, w) = chance.uniform, chance.flip, canvas.shape
    mx, my = int(w * 0.22), int(h * 0.35)
    scene = np.full((h + 2 * my, w + 2 * mx), chance.pick(u(0, 60), u(0, 255), u(0, 255)), np.float32)
    scene += texture(*scene.shape, u(0, 25), chance)
    if flip(0.5):
        scene[: int(my * u(0.2, 1))] = u(0, 255)
    if flip(0.5):
        scene[scene.shape[0] - int(my * u(0.2, 1)) :] = u(0, 255)
    if flip(0.3):
        text = small_text(cabinet.words, my * u(0.3, 0.7), w, chance)
        put(scene, text, mx + u(-20, 60), u(0, my * 0.4) if flip(0.5) else my + h + u(2, my * 0.4), u(0, 255))
    if flip(0.3):
        scene[:, : int(mx * u(0.2, 1))] = u(0, 255)
    for _ in range(chance.pick(0, 0, 1, 2)):
        x = chance.integer(0, scene.shape[1])
        cv2.line(scene, (x, 0), (x + chance.integer(-8, 8), scene.shape[0]), u(0, 255), chance.integer(1, 10), cv2.LINE_AA)
    if flip(0.15):
        lip = chance.integer(2, 7)
        cv2.rectangle(scene, (mx - lip, my - lip), (mx + w + lip, my + h + lip), u(0, 255), lip, cv2.LINE_AA)
    part = scene[my : my + h, mx : mx + w]
    part += (canvas - part) * _rounded_rectangle(h, w, chance.pick(0, 0, 5, 9))
    return scene, (mx, my)


def _rounded_rectangle(h: int, w: int, radius: int) -> np.ndarray:
    if not radius:
        return np.ones((h, w), np.float32)
    mask = np.zeros((h, w), np.uint8)
    cv2.rectangle(mask, (radius, 0), (w - radius, h), 255, -1)
    cv2.rectangle(mask, (0, radius), (w, h - radius), 255, -1)
    for corner in ((radius, radius), (w - radius - 1, radius), (radius, h - radius - 1), (w - radius - 1, h - radius - 1)):
        cv2.circle(mask, corner, radius, 255, -1, cv2.LINE_AA)
    return mask.astype(np.float32) / 255


def plate_width(kind: str, chance: Chance) -> float:
    """Width of the plate in the camera's picture, in pixels: mostly 42 to 170, as many small as large ones."""
    width = math.exp(chance.uniform(math.log(42), math.log(170))) if chance.flip(0.8) else chance.uniform(120, 260)
    return width * {"eu": 1.35, "two": 0.7}.get(kind, 1)


def photographed(scene: np.ndarray, corner: tuple, size: tuple, view: View, width: float, chance: Chance) -> np.ndarray:
    """Blurs the scene as lens and motion do, and takes the view from it at its true number of pixels, at an angle."""
    u, (h, w) = chance.uniform, size
    scale = width / w
    optics = chance.pick(0.42, 0.42, 0.25) / scale if scale < 1 else 0.0
    blur = math.hypot(optics, abs(chance.normal(0.42)) / scale)
    if blur > 0.3:
        scene = cv2.GaussianBlur(scene, (0, 0), blur)
    if chance.flip(0.3):
        reach = round(u(0.25, 1.3) / scale)
        if reach >= 1:
            scene = cv2.filter2D(scene, -1, _motion(reach, u(0, math.pi) if chance.flip(0.5) else chance.normal(0.2)))
    corners = _seen_at_an_angle(view, corner, (h, w), chance)
    wide = max(16, round((view.right - view.left) * scale))
    high = max(8, round((view.bottom - view.top) * scale * u(0.88, 1.12)))
    target = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    return cv2.warpPerspective(scene, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def _motion(reach: int, angle: float) -> np.ndarray:
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    dx, dy = math.cos(angle) * reach, math.sin(angle) * reach
    cv2.line(kernel, (round(reach - dx), round(reach - dy)), (round(reach + dx), round(reach + dy)), 1.0, 1, cv2.LINE_AA)
    return kernel / kernel.sum()


def _seen_at_an_angle(view: View, corner: tuple, size: tuple, chance: Chance) -> np.ndarray:
    turn = math.radians(chance.normal(3.0) if chance.flip(0.8) else chance.uniform(-13, 13))
    shear_x, shear_y, loose = chance.normal(0.09), chance.normal(0.03), chance.uniform(0, 0.05)
    h, w = size
    points = []
    for x, y in ((view.left, view.top), (view.right, view.top), (view.right, view.bottom), (view.left, view.bottom)):
        dx, dy = x - w / 2, y - h / 2
        rx = dx * math.cos(turn) - dy * math.sin(turn) + shear_x * dy
        ry = dx * math.sin(turn) + dy * math.cos(turn) + shear_y * dx
        points.append((w / 2 + rx + chance.normal(loose) * h * 0.5 + corner[0], h / 2 + ry + chance.normal(loose) * h * 0.5 + corner[1]))
    return np.array(points, np.float32)


def developed(image: np.ndarray, chance: Chance) -> np.ndarray:
    """Sensor, exposure and files: halo, low or high contrast, infrared night, noise, JPEG once or twice."""
    u, flip = chance.uniform, chance.flip
    if flip(0.25):
        image = image + u(0.5, 2) * (image - cv2.GaussianBlur(image, (0, 0), u(0.8, 1.6)))
    if flip(0.05):
        image = _infrared(image, chance)
    image, gain = _exposed(image, chance)
    image += chance.noise(abs(chance.normal(6)) * max(gain, 0.25) ** 0.7, image.shape)
    if flip(0.25):
        h, w = image.shape
        image += cv2.resize(chance.noise(u(2, 12), (h // 2 + 1, w // 2 + 1)), (w, h)) * max(gain, 0.2)
    image = np.clip(image, 0, 255).astype(np.uint8)
    if flip(0.015):
        image[1::2] = np.roll(image[1::2], chance.pick(-2, -1, 1, 2), 1)
    return _filed(image, chance)


def _infrared(image: np.ndarray, chance: Chance) -> np.ndarray:
    """A retroreflecting plate under an infrared lamp: bright and blooming in a dark picture."""
    bright = np.clip((image - 110) * chance.uniform(1.3, 2.5) + 60, 0, 300)
    bloom = cv2.GaussianBlur(np.clip(bright - 180, 0, None), (0, 0), chance.uniform(1, 3))
    return bright + bloom * chance.uniform(0.3, 1.2)


def _exposed(image: np.ndarray, chance: Chance):
    u, kind = chance.uniform, chance.scalar.random()
    if kind < 0.16:
        gain, floor = u(0.1, 0.4), u(0, 60)
    elif kind < 0.25:
        gain, floor = u(1.3, 1.9), u(0, 60)
    elif kind < 0.30:
        gain, floor = u(0.15, 0.4), u(100, 170)
    else:
        gain, floor = u(0.5, 1.25), u(0, 60)
    image = image * gain + floor
    if chance.flip(0.3):
        image = 255 * (np.clip(image, 0, 255) / 255) ** u(0.6, 1.7)
    return image, gain


def _filed(image: np.ndarray, chance: Chance) -> np.ndarray:
    u, flip = chance.uniform, chance.flip
    h, w = image.shape
    if flip(0.1) and w > 60:
        factor = u(0.6, 0.9)
        small = cv2.resize(image, (int(w * factor), int(h * factor)), interpolation=cv2.INTER_AREA)
        image = cv2.resize(small, (w, h), interpolation=chance.pick(cv2.INTER_NEAREST, cv2.INTER_LINEAR))
    if flip(0.75):
        image = _jpeg(image, u(12, 30) if flip(0.08) else u(22, 92), chance)
    if flip(0.25):
        factor = u(1.1, 2.2)
        method = chance.pick(cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)
        image = _jpeg(cv2.resize(image, (int(w * factor), int(h * factor)), interpolation=method), u(30, 95), chance)
    return 255 - image if flip(0.02) else image


def _jpeg(image: np.ndarray, quality: float, chance: Chance) -> np.ndarray:
    """The blocks' grid lies anywhere."""
    h, w = image.shape
    y, x = chance.integer(0, 7), chance.integer(0, 7)
    bordered = cv2.copyMakeBorder(image, y, 4, x, 4, cv2.BORDER_REPLICATE)
    return cv2.imdecode(cv2.imencode(".jpg", bordered, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], 0)[y : y + h, x : x + w]


def fitted(image: np.ndarray, size: tuple = (WIDTH, HEIGHT)) -> np.ndarray:
    """To a net's input size, proportions given up: area for large crops, linear about the size, cubic for small ones."""
    w = image.shape[1]
    method = cv2.INTER_AREA if w > size[0] * 1.3 else cv2.INTER_CUBIC if w < size[0] else cv2.INTER_LINEAR
    return cv2.resize(image, size, interpolation=method)
