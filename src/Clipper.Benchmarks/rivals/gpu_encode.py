#!/usr/bin/python3
"""The rival of the image encoder on a GPU: CLIP's vision towers in PyTorch, eager and compiled, with random weights.

    gpu_encode.py serve FOLDER    answers lines on stdin; the first one is the device. Files lie in FOLDER.
        pixels FILE               writes uint8 [64, 224, 224, 3]; says "done"
        write TOWER               makes TOWER/model.safetensors and model.json where they are missing; says "done"
        answers TOWER TYPE HOW BATCH FILE
                                  writes the float32 embeddings of all pixels, computed in batches; says "done"
        encode TOWER TYPE HOW BATCH N
                                  N batches from pixels in pinned memory to embeddings on the host; says the seconds that
                                  they took, and those of processor time. Batches are queued without waiting for each
                                  other, so that the GPU never waits for the host.

TOWER is ViT-B-32 or ViT-L-14, TYPE is fp32, tf32, fp16 or bf16, HOW is eager or compiled. Pixels are normalised on the
device; a compiled tower does that in its own kernels.
"""
import copy
import functools
import os
import sys
import time

import numpy as np
import torch

import clip_tower

IMAGES = 64
TYPES = {"fp32": torch.float32, "tf32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
MEAN, STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)

# Both the file and the towers of every type are made of the same ones, which take seconds.
clip_tower.weights_of = functools.cache(clip_tower.weights_of)


class FromPixels(torch.nn.Module):
    def __init__(self, tower, kind):
        super().__init__()
        self.tower, self.kind = tower.to(kind), kind
        device = next(tower.buffers()).device
        self.mean = torch.tensor(MEAN, device=device).view(1, 3, 1, 1)
        self.std = torch.tensor(STD, device=device).view(1, 3, 1, 1)

    def forward(self, pixels):
        images = (pixels.permute(0, 3, 1, 2).float() / 255 - self.mean) / self.std
        return self.tower(images.to(self.kind)).float()


class Server:
    def __init__(self, folder, device):
        self.folder, self.device = folder, device
        self.wholes, self.towers, self.batches = {}, {}, {}
        numbers = np.random.RandomState(1)
        self.pixels = torch.from_numpy(
            numbers.randint(0, 256, (IMAGES, clip_tower.SIZE, clip_tower.SIZE, 3)).astype(np.uint8))

    def tower(self, name, kind, how):
        torch.backends.cuda.matmul.allow_tf32 = kind == "tf32"
        torch.backends.cudnn.allow_tf32 = kind == "tf32"
        key = (name, kind, how)
        if key not in self.towers:
            if name not in self.wholes:
                self.wholes[name] = clip_tower.Tower(name, self.device).eval()
            tower = FromPixels(copy.deepcopy(self.wholes[name]), TYPES[kind])
            self.towers[key] = torch.compile(tower) if how == "compiled" else tower
        return self.towers[key]

    def batch(self, size):
        if size not in self.batches:
            repeats = (size + IMAGES - 1) // IMAGES
            pixels = self.pixels.repeat(repeats, 1, 1, 1)[:size]
            self.batches[size] = pixels.pin_memory() if self.device.startswith("cuda") else pixels
        return self.batches[size]

    def encode(self, tower, pixels, count):
        begin, used = time.perf_counter(), time.process_time()
        rows = [tower(pixels.to(self.device, non_blocking=True)) for _ in range(count)]
        rows = torch.cat(rows).cpu()
        return rows, time.perf_counter() - begin, time.process_time() - used

    def write(self, name):
        place = os.path.join(self.folder, name)
        if not os.path.exists(os.path.join(place, "model.json")):
            os.makedirs(place, exist_ok=True)
            clip_tower.write_tower(place, name)

    def answers(self, tower, batch, path):
        rows = []
        for start in range(0, IMAGES, batch):
            part = self.pixels[start:start + batch]
            if len(part) < batch:  # the size that the times are taken at: a compiled tower is compiled for it
                part = part.repeat((batch + len(part) - 1) // len(part), 1, 1, 1)[:batch]
            rows.append(tower(part.to(self.device)).cpu())
        torch.cat(rows)[:IMAGES].numpy().tofile(os.path.join(self.folder, path))

    def answer(self, words):
        if words[0] == "pixels":
            self.pixels.numpy().tofile(os.path.join(self.folder, words[1]))
            return "done"
        if words[0] == "write":
            self.write(words[1])
            return "done"
        tower, batch = self.tower(*words[1:4]), int(words[4])
        if words[0] == "answers":
            self.answers(tower, batch, words[5])
            return "done"
        _, seconds, used = self.encode(tower, self.batch(batch), int(words[5]))
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
    {"serve": serve}[sys.argv[1]](sys.argv[2])
