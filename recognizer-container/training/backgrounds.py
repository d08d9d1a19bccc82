"""Fetches photographs for the backgrounds of drawn scenes from Debian and PyPI packages. Some are copyleft, so none is in this repository.

    python backgrounds.py FOLDER      then BACKGROUNDS=FOLDER python -m platedet.train ...

Licences: mate-backgrounds GPL-2+ and CC-BY-SA-4.0; plasma-workspace-wallpapers GPL-2+, LGPL-3 and CC-BY-SA-4.0; lomiri-wallpapers CC-BY-4.0,
CC-BY-SA-3.0, CC-BY-SA-4.0 and CC0-1.0; gnome-backgrounds CC-BY-SA-3.0; opencv-doc as OpenCV; scikit-image CC0, public domain or BSD; scikit-learn CC-BY-2.0.
They are looked at by the training alone; no part of them is in a net's file. A package that cannot be fetched is named and left out. Look at what was kept before
training: no vehicle and no plate may be in it.
"""

import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import cv2
import numpy as np

DEBIAN = ("mate-backgrounds", "plasma-workspace-wallpapers", "lomiri-wallpapers-16.04", "lomiri-wallpapers-20.04", "gnome-backgrounds", "opencv-doc")
PYPI = ("scikit-image==0.25.2", "scikit-learn==1.6.1")
DRAWN = re.compile("screenshot|1080x1920|720x1440|leuven|licenseplate|lena|chess|digits|notes|text|templ|mask|gradient|logo|ellipses|sudoku|box|shape", re.I)
LEAST_BYTES, LEAST_SIDE, LARGEST_SIDE = 20_000, 180, 1280


def unpacked(name, folder):
    """A Debian package's files, without installing it."""
    subprocess.run(["apt-get", "download", name], cwd=folder, check=True, capture_output=True)
    for package in glob.glob(os.path.join(folder, name + "_*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    for path in sorted(glob.glob(os.path.join(folder, "usr", "**", "*"), recursive=True)):
        if re.search(r"[.](jpe?g|png|webp)$", path, re.I):
            with open(path, "rb") as file:
                yield os.path.relpath(path, folder), file.read()


def in_wheel(name, folder):
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "-d", folder, name], check=True)
    for wheel in glob.glob(os.path.join(folder, "*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for member in sorted(archive.namelist()):
                if re.search(r"[.](jpe?g|png)$", member, re.I):
                    yield member, archive.read(member)


def usable(name, data):
    """In colour, large enough, a photograph by its name; empty otherwise."""
    if len(data) < LEAST_BYTES or DRAWN.search(name):
        return None
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if picture is None or picture.dtype != np.uint8 or picture.ndim != 3 or min(picture.shape[:2]) < LEAST_SIDE:
        return None
    scale = min(1.0, LARGEST_SIDE / max(picture.shape[:2]))
    return cv2.resize(picture[:, :, :3], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def main() -> None:
    folder, seen = sys.argv[1], set()
    os.makedirs(folder, exist_ok=True)
    for fetch, names in ((unpacked, DEBIAN), (in_wheel, PYPI)):
        for name in names:
            with tempfile.TemporaryDirectory() as place:
                try:
                    pictures = [usable(*found) for found in fetch(name, place)]
                except (subprocess.CalledProcessError, OSError) as e:
                    print(f"{name}: not fetched ({type(e).__name__})")
                    continue
            kept = 0
            for picture in pictures:
                key = None if picture is None else cv2.resize(picture, (8, 8), interpolation=cv2.INTER_AREA).tobytes()
                if picture is not None and key not in seen:
                    seen.add(key)
                    cv2.imwrite(os.path.join(folder, f"{len(seen):03d}.jpg"), picture, [cv2.IMWRITE_JPEG_QUALITY, 80])
                    kept += 1
            print(f"{name}: {kept} pictures")


if __name__ == "__main__":
    main()
