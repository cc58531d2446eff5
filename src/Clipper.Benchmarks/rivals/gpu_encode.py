#!/usr/bin/python3
"""The rival of the image encoder on a GPU: CLIP's vision towers in PyTorch, eager and compiled, with random weights.

    gpu_encode.py write FOLDER    makes FOLDER/<tower>/model.safetensors and model.json of ViT-B/32 and ViT-L/14, and
                                  pixels.bin (float32 [64, 3, 224, 224])
    gpu_encode.py serve FOLDER    answers lines on stdin; the first one is the device:
        load TOWER                takes that tower; says "done"
        answers FILE              writes the float32 embeddings of all pixels; says "done"
        encode TYPE HOW BATCH N   N batches from pixels in pinned memory to embeddings on the host; TYPE is fp32, tf32,
                                  fp16 or bf16, HOW is eager or compiled; says the seconds that they took, and those of
                                  processor time
"""
import os
import sys
import time

import torch

from clip_tower import Tower, read_pixels, write_pixels, write_tower

NAMES, IMAGES = ("ViT-B-32", "ViT-L-14"), 64
TYPES = {"fp32": torch.float32, "tf32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}


def write(folder):
    for name in NAMES:
        place = os.path.join(folder, name)
        os.makedirs(place, exist_ok=True)
        write_tower(place, name)
    write_pixels(folder, IMAGES)


class Server:
    def __init__(self, folder, device):
        self.device, self.name, self.towers = device, None, {}
        self.pixels = read_pixels(folder)

    def tower(self, kind, how):
        torch.backends.cuda.matmul.allow_tf32 = kind == "tf32"
        torch.backends.cudnn.allow_tf32 = kind == "tf32"
        key = (kind, how)
        if key not in self.towers:
            tower = Tower(self.name, self.device, TYPES[kind]).eval()
            self.towers[key] = torch.compile(tower) if how == "compiled" else tower
        return self.towers[key]

    def encode(self, kind, how, batch, count):
        tower = self.tower(kind, how)
        pixels = self.pixels.repeat((batch + IMAGES - 1) // IMAGES, 1, 1, 1)[:batch]
        pixels = pixels.pin_memory() if self.device.startswith("cuda") else pixels
        begin, used = time.perf_counter(), time.process_time()
        for _ in range(count):
            rows = tower(pixels.to(self.device, non_blocking=True).to(TYPES[kind])).float().cpu()
        return rows, time.perf_counter() - begin, time.process_time() - used

    def answer(self, words):
        if words[0] == "load":
            self.name, self.towers = words[1], {}
            return "done"
        if words[0] == "answers":
            self.encode("fp32", "eager", IMAGES, 1)[0].numpy().tofile(words[1])
            return "done"
        _, seconds, used = self.encode(words[1], words[2], int(words[3]), int(words[4]))
        return f"{seconds} {used}"


@torch.inference_mode()
def serve(folder):
    print("ready torch", torch.__version__, flush=True)
    server = Server(folder, sys.stdin.readline().strip())
    place = torch.cuda.get_device_name() if server.device.startswith("cuda") else "processor"
    print(place, "compile" if hasattr(torch, "compile") else "eager", flush=True)
    for line in sys.stdin:
        print(server.answer(line.split()), flush=True)


if __name__ == "__main__":
    {"write": write, "serve": serve}[sys.argv[1]](sys.argv[2])
