#!/usr/bin/python3
"""The rival of a whole embedding pass: a DataLoader of two workers in front of a small vision tower in PyTorch.

    pipeline.py write FOLDER    makes IMAGES JPEG files of 500 x 375, and the model (clip_tower.py's small one)
    pipeline.py run FOLDER BATCH
                                embeds them all, once; prints one JSON object: seconds, processor seconds of all its
                                processes, the largest resident memory of all of them together in bytes, and writes
                                FOLDER/answers.bin (float32 [IMAGES, EMBEDDING])
"""
import json
import os
import resource
import sys
import tempfile
import threading
import time

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset

import decode
from clip_tower import Tower, write_tower

IMAGES, WORKERS = 2_000, 2


def write(folder):
    with tempfile.TemporaryDirectory() as place:
        decode.write(place)
        sources = []
        for name in sorted(os.listdir(place)):
            with open(os.path.join(place, name), "rb") as file:
                sources.append(file.read())
    for number in range(IMAGES):
        data = sources[number % len(sources)]
        # Every file is its own: a comment with its number stands behind the start of the image.
        text = b"%08d" % number
        comment = b"\xff\xfe" + (2 + len(text)).to_bytes(2, "big") + text
        with open(os.path.join(folder, f"image{number:05}.jpg"), "wb") as file:
            file.write(data[:2] + comment + data[2:])
    write_tower(folder, "small")


class Pictures(Dataset):
    def __init__(self, folder):
        self.paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".jpg")]
        self.preprocess = decode.preprocessing()

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        with Image.open(self.paths[index]) as image:
            return self.preprocess(image)


class Memory(threading.Thread):
    """Watches the resident memory of this process and its children. What they share counts once, and pages of files
    whole, also where strangers have them too: those of the process that has most of them, as the others are its forks."""

    def __init__(self):
        super().__init__(daemon=True)
        self.most = 0

    def run(self):
        while True:
            own, files = zip(*map(self.resident, self.processes()))
            self.most = max(self.most, sum(own) + max(files))
            time.sleep(0.2)

    @staticmethod
    def processes():
        own = os.getpid()
        with open(f"/proc/{own}/task/{own}/children") as file:
            return [own] + [int(word) for word in file.read().split()]

    @staticmethod
    def resident(pid):
        try:
            return (Memory.read(f"/proc/{pid}/smaps_rollup", "Pss_Anon:", "Pss_Shmem:"),
                    Memory.read(f"/proc/{pid}/status", "RssFile:"))
        except OSError:
            return 0, 0

    @staticmethod
    def read(path, *fields):
        with open(path) as file:
            return sum(int(line.split()[1]) * 1024 for line in file if line.startswith(fields))


@torch.inference_mode()
def run(folder, batch):
    torch.set_num_threads(2)
    tower = Tower("small").eval()
    memory = Memory()
    memory.start()
    begin = time.perf_counter()
    loader = DataLoader(Pictures(folder), batch_size=int(batch), num_workers=WORKERS)
    rows = torch.cat([tower(pixels) for pixels in loader])
    seconds = time.perf_counter() - begin
    rows.numpy().tofile(os.path.join(folder, "answers.bin"))
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({
        "seconds": seconds,
        "processor": sum(usage.ru_utime + usage.ru_stime for usage in used),
        "memory": memory.most,
    }))


if __name__ == "__main__":
    {"write": write, "run": run}[sys.argv[1]](*sys.argv[2:])
