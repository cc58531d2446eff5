"""Restates the augmentation's steps in numpy and writes simclr.json beside this file, which the tests compare with.

Written from the published definitions, not from the C#: the bicubic kernel as a formula, colorsys for hue and saturation,
convolution by np.convolve. Run: python3 simclr.py
"""

import colorsys
import json
import os

import numpy as np

WIDTH, HEIGHT = 6, 21
rng = np.random.RandomState(0)
u8 = rng.randint(0, 256, (HEIGHT, WIDTH, 3))
image = (u8 / 255.0).astype(np.float32)


def cubic(x, a=-0.75):
    x = abs(x)
    if x <= 1:
        return (a + 2) * x**3 - (a + 3) * x**2 + 1
    return a * x**3 - 5 * a * x**2 + 8 * a * x - 4 * a if x < 2 else 0.0


def axis_matrix(size, new):
    """[new, size] weights of TF1's legacy resize_bicubic; fractions are rounded to 1/1024."""
    m = np.zeros((new, size))
    for i in range(new):
        place = np.float32(i) * (np.float32(size) / np.float32(new))
        below = int(np.floor(place))
        fraction = np.rint((place - below) * 1024) / 1024
        for n in range(-1, 3):
            m[i, min(max(below + n, 0), size - 1)] += cubic(n - fraction)
    return m


def crop_resize(img, x, y, w, h):
    part = img[y:y + h, x:x + w].astype(np.float64)
    return np.einsum("ya,abc,xb->yxc", axis_matrix(h, HEIGHT), part, axis_matrix(w, WIDTH))


def color(img, change, amount):
    if change == "Brightness":
        out = img * amount
    elif change == "Contrast":
        mean = img.mean(axis=(0, 1))
        out = (img - mean) * amount + mean
    else:
        out = np.zeros_like(img)
        for i in np.ndindex(img.shape[:2]):
            h, s, v = colorsys.rgb_to_hsv(*img[i])
            if change == "Saturation":
                s = min(max(s * amount, 0), 1)
            else:
                h = (h + amount) % 1
            out[i] = colorsys.hsv_to_rgb(h, s, v)
    return np.clip(out, 0, 1)


def grey(img):
    return np.repeat((img @ [0.2989, 0.587, 0.114])[..., None], 3, axis=2)


def blur(img, sigma):
    radius = int((HEIGHT // 10) / 2)
    x = np.arange(-radius, radius + 1)
    kernel = np.exp(-x**2 / (2 * sigma**2))
    kernel /= kernel.sum()
    along = np.apply_along_axis(lambda v: np.convolve(v, kernel, "same"), 1, img)
    return np.apply_along_axis(lambda v: np.convolve(v, kernel, "same"), 0, along)


def case(name, crop, flip, colors, is_grey, sigma):
    out = crop_resize(image, *crop)
    if flip:
        out = out[:, ::-1]
    for change, amount in colors:
        out = color(out, change, amount)
    if is_grey:
        out = grey(out)
    out = blur(out, sigma)
    return {
        "name": name, "crop": crop, "flip": flip, "grey": is_grey, "sigma": sigma,
        "colors": [{"change": c, "amount": a} for c, a in colors],
        "planes": [round(float(v), 6) for v in out.transpose(2, 0, 1).ravel()],
    }


WHOLE = [0, 0, WIDTH, HEIGHT]
cases = [
    case("nothing but the blur", WHOLE, False, [], False, 0.1),
    case("blurred", WHOLE, False, [], False, 1.7),
    case("crop", [2, 5, 3, 11], False, [], False, 0.1),
    case("flipped crop of one row", [1, 20, 4, 1], True, [], False, 0.1),
    case("brightness", WHOLE, False, [("Brightness", 1.24)], False, 0.1),
    case("contrast", WHOLE, False, [("Contrast", 0.76)], False, 0.1),
    case("saturation", WHOLE, False, [("Saturation", 1.2)], False, 0.1),
    case("hue", WHOLE, False, [("Hue", -0.06)], False, 0.1),
    case("grey", WHOLE, False, [], True, 0.1),
    case("everything", [1, 2, 4, 17], True,
         [("Hue", 0.05), ("Contrast", 1.2), ("Brightness", 0.8), ("Saturation", 0.9)], True, 0.9),
]
doc = {"width": WIDTH, "height": HEIGHT, "pixels": [int(v) for v in u8.ravel()], "cases": cases}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "simclr.json"), "w") as f:
    json.dump(doc, f, separators=(",", ":"))
    f.write("\n")
