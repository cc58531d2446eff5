#!/usr/bin/python3
"""The rival of the image preprocessing: Pillow and torchvision, as CLIP's own preprocessing uses them.

    decode.py write FOLDER    makes 48 JPEG files of 500 x 375
    decode.py serve FOLDER    answers lines on stdin:
        answers FILE          writes float32 [48, 3, 224, 224]; says "done"
        decode N              goes N times over all files on one thread; says the seconds that it took, and
                              those of processor time
"""
import os
import sys
import time

import numpy as np
import torch
from PIL import Image
from torchvision import transforms

WIDTH, HEIGHT, SIZE, FILES = 500, 375, 224, 48
MEAN, STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)


def write(folder):
    numbers = np.random.RandomState(0)
    for number in range(FILES):
        # Detail of every size, about as much of each as in a photograph.
        picture = np.zeros((HEIGHT, WIDTH, 3))
        for cells in (4, 12, 36, 108, 324):
            noise = Image.fromarray(numbers.randint(0, 256, (cells * 3 // 4, cells, 3), dtype=np.uint8))
            picture += np.asarray(noise.resize((WIDTH, HEIGHT), Image.BICUBIC), float) * 2 / (1 + cells ** 0.5)
        picture = 255 * (picture - picture.min()) / (picture.max() - picture.min())
        Image.fromarray(picture.astype(np.uint8)).save(os.path.join(folder, f"{number:02}.jpg"), quality=90)


def to_rgb(image):
    return image.convert("RGB")


def preprocessing():
    return transforms.Compose([
        transforms.Resize(SIZE, interpolation=transforms.InterpolationMode.BICUBIC),
        transforms.CenterCrop(SIZE),
        to_rgb,
        transforms.ToTensor(),
        transforms.Normalize(MEAN, STD),
    ])


def serve(folder):
    torch.set_num_threads(1)
    paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".jpg")]
    preprocess = preprocessing()

    def load(path):
        with Image.open(path) as image:
            return preprocess(image)

    print("ready torch", torch.__version__, "Pillow", Image.__version__, flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "answers":
            torch.stack([load(path) for path in paths]).numpy().tofile(words[1])
            print("done", flush=True)
        else:
            begin, used = time.perf_counter(), time.process_time()
            for _ in range(int(words[1])):
                for path in paths:
                    load(path)
            print(time.perf_counter() - begin, time.process_time() - used, flush=True)


if __name__ == "__main__":
    {"write": write, "serve": serve}[sys.argv[1]](sys.argv[2])
