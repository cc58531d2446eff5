"""Writes opencv.json: what OpenCV's resize (INTER_LINEAR) makes of pictures that follow a rule.

    python3 opencv.py > opencv.json       # python3-opencv 4.6.0, NumPy
"""
import base64
import hashlib
import json

import cv2
import numpy as np


def picture(width, height):
    y, x, c = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    return ((x * 37 + y * 91 + c * 53 + (x * y) % 97 * 11) % 256).astype(np.uint8)


def case(width, height, to_width, to_height, of="bytes"):
    source = picture(width, height)
    # Thirds are no binary fractions, so that the order of a sum of them shows.
    source = source if of == "bytes" else source.astype(np.float32) / np.float32(3)
    result = cv2.resize(source, (to_width, to_height)).astype(np.uint8)
    entry = {"of": of, "from": [width, height], "to": [to_width, to_height]}
    if result.size <= 300:
        entry["pixels"] = base64.b64encode(result.tobytes()).decode()
    entry["sha256"] = hashlib.sha256(result.tobytes()).hexdigest()
    return entry


sizes = [
    (1, 1, 4, 3), (2, 1, 5, 5), (1, 7, 3, 2), (3, 3, 8, 5), (10, 9, 4, 7), (9, 10, 9, 10), (16, 12, 8, 6), (16, 12, 8, 5),
    (17, 13, 8, 6), (30, 21, 10, 7), (7, 5, 6, 9), (32, 32, 80, 80), (500, 375, 112, 112), (224, 224, 112, 112),
    (448, 448, 224, 224), (105, 105, 224, 224), (213, 341, 224, 224), (33, 900, 80, 80), (640, 427, 112, 112),
]
cases = [case(*size) for size in sizes] + [case(*size, of="floats") for size in [(4, 6, 2, 3), (224, 224, 112, 112)]]
print("[\n" + ",\n".join("  " + json.dumps(entry) for entry in cases) + "\n]")
