#!/usr/bin/python3
"""The rival of the image encoder: CLIP's ViT-B/32 vision tower in plain PyTorch operators, with random weights.

    clip_encode.py write FOLDER    makes FOLDER/model.safetensors, model.json and pixels.bin (float32 [32, 3, 224, 224])
    clip_encode.py serve FOLDER    answers lines on stdin:
        answers FILE               writes the embeddings of all pixels (float32 [32, 512]); says "done"
        encode THREADS BATCH N     N batches on so many threads; says the seconds that they took,
                                   and those of processor time
"""
import json
import os
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

SIZE, PATCH, WIDTH, LAYERS, HEADS, EMBEDDING, IMAGES = 224, 32, 768, 12, 12, 512, 32
TOKENS = (SIZE // PATCH) ** 2 + 1


def random_weights():
    numbers = np.random.RandomState(0)

    def normal(scale, *shape):
        return (scale * numbers.standard_normal(shape)).astype(np.float32)

    def norm(name):
        weights[name + ".weight"] = 1 + normal(0.1, WIDTH)
        weights[name + ".bias"] = normal(0.1, WIDTH)

    def linear(prefix, kind, outputs, inputs, scale):
        weights[prefix + kind + "weight"] = normal(scale, outputs, inputs)
        weights[prefix + kind + "bias"] = normal(0.02, outputs)

    weights = {
        "visual.class_embedding": normal(WIDTH ** -0.5, WIDTH),
        "visual.positional_embedding": normal(WIDTH ** -0.5, TOKENS, WIDTH),
        "visual.conv1.weight": normal((3 * PATCH * PATCH) ** -0.5, WIDTH, 3, PATCH, PATCH),
        "visual.proj": normal(WIDTH ** -0.5, WIDTH, EMBEDDING),
    }
    norm("visual.ln_pre")
    norm("visual.ln_post")
    for layer in range(LAYERS):
        block = f"visual.transformer.resblocks.{layer}."
        norm(block + "ln_1")
        norm(block + "ln_2")
        linear(block, "attn.in_proj_", 3 * WIDTH, WIDTH, WIDTH ** -0.5)
        linear(block, "attn.out_proj.", WIDTH, WIDTH, (2 * WIDTH * LAYERS) ** -0.5)
        linear(block, "mlp.c_fc.", 4 * WIDTH, WIDTH, (2 * WIDTH) ** -0.5)
        linear(block, "mlp.c_proj.", WIDTH, 4 * WIDTH, (2 * WIDTH * LAYERS) ** -0.5)
    return weights


def write(folder):
    weights = random_weights()
    header, start = {}, 0
    for name in sorted(weights):
        end = start + weights[name].nbytes
        header[name] = {"dtype": "F32", "shape": list(weights[name].shape), "data_offsets": [start, end]}
        start = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(folder, "model.safetensors"), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name in sorted(weights):
            file.write(weights[name].tobytes())
    with open(os.path.join(folder, "model.json"), "w") as file:
        json.dump({"name": "ViT-B/32 with random weights", "activation": "quick_gelu"}, file)
    pixels = np.random.RandomState(1).standard_normal((IMAGES, 3, SIZE, SIZE)).astype(np.float32)
    pixels.tofile(os.path.join(folder, "pixels.bin"))


class Tower:
    def __init__(self, folder):
        with open(os.path.join(folder, "model.safetensors"), "rb") as file:
            length, = struct.unpack("<Q", file.read(8))
            header = json.loads(file.read(length))
            data = file.read()
        self.weights = {}
        for name, entry in header.items():
            begin, end = entry["data_offsets"]
            values = np.frombuffer(data, np.float32, (end - begin) // 4, begin)
            self.weights[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())

    def norm(self, x, name):
        return F.layer_norm(x, (WIDTH,), self.weights[name + ".weight"], self.weights[name + ".bias"], 1e-5)

    def linear(self, x, name):
        return F.linear(x, self.weights[name + "weight"], self.weights[name + "bias"])

    def block(self, x, name):
        n = x.shape[0]
        packed = self.linear(self.norm(x, name + "ln_1"), name + "attn.in_proj_")
        q, k, v = packed.view(n, TOKENS, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2)
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(n, TOKENS, WIDTH)
        x = x + self.linear(mixed, name + "attn.out_proj.")
        hidden = self.linear(self.norm(x, name + "ln_2"), name + "mlp.c_fc.")
        return x + self.linear(hidden * torch.sigmoid(1.702 * hidden), name + "mlp.c_proj.")

    @torch.inference_mode()
    def encode(self, images):
        patches = F.conv2d(images, self.weights["visual.conv1.weight"], stride=PATCH).flatten(2).transpose(1, 2)
        first = self.weights["visual.class_embedding"].expand(len(images), 1, WIDTH)
        x = torch.cat([first, patches], 1) + self.weights["visual.positional_embedding"]
        x = self.norm(x, "visual.ln_pre")
        for layer in range(LAYERS):
            x = self.block(x, f"visual.transformer.resblocks.{layer}.")
        return self.norm(x[:, 0], "visual.ln_post") @ self.weights["visual.proj"]


def serve(folder):
    tower = Tower(folder)
    pixels = torch.from_numpy(np.fromfile(os.path.join(folder, "pixels.bin"), np.float32))
    pixels = pixels.view(IMAGES, 3, SIZE, SIZE)
    blas = sorted({line.split()[-1] for line in open("/proc/self/maps") if "blas" in line})
    print("ready torch", torch.__version__, *blas, flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "answers":
            tower.encode(pixels).numpy().tofile(words[1])
            print("done", flush=True)
        else:
            threads, batch, count = map(int, words[1:])
            torch.set_num_threads(threads)
            begin, used = time.perf_counter(), time.process_time()
            for i in range(count):
                at = i * batch % IMAGES
                tower.encode(pixels[at:at + batch])
            print(time.perf_counter() - begin, time.process_time() - used, flush=True)


if __name__ == "__main__":
    {"write": write, "serve": serve}[sys.argv[1]](sys.argv[2])
