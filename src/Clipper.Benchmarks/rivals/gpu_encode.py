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
import json
import os
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

SIZE, IMAGES = 224, 64
TOWERS = {"ViT-B-32": (32, 768, 12, 512), "ViT-L-14": (14, 1024, 24, 768)}
TYPES = {"fp32": torch.float32, "tf32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}


def weights_of(patch, width, layers, embedding):
    numbers = np.random.RandomState(0)

    def normal(scale, *shape):
        return (scale * numbers.standard_normal(shape)).astype(np.float32)

    tokens = (SIZE // patch) ** 2 + 1
    weights = {
        "visual.class_embedding": normal(width ** -0.5, width),
        "visual.positional_embedding": normal(width ** -0.5, tokens, width),
        "visual.conv1.weight": normal((3 * patch * patch) ** -0.5, width, 3, patch, patch),
        "visual.proj": normal(width ** -0.5, width, embedding),
    }

    def norm(name):
        weights[name + ".weight"] = 1 + normal(0.1, width)
        weights[name + ".bias"] = normal(0.1, width)

    def linear(prefix, kind, outputs, inputs, scale):
        weights[prefix + kind + "weight"] = normal(scale, outputs, inputs)
        weights[prefix + kind + "bias"] = normal(0.02, outputs)

    norm("visual.ln_pre")
    norm("visual.ln_post")
    for layer in range(layers):
        block = f"visual.transformer.resblocks.{layer}."
        norm(block + "ln_1")
        norm(block + "ln_2")
        linear(block, "attn.in_proj_", 3 * width, width, width ** -0.5)
        linear(block, "attn.out_proj.", width, width, (2 * width * layers) ** -0.5)
        linear(block, "mlp.c_fc.", 4 * width, width, (2 * width) ** -0.5)
        linear(block, "mlp.c_proj.", width, 4 * width, (2 * width * layers) ** -0.5)
    return weights


def write(folder):
    for tower, sizes in TOWERS.items():
        place = os.path.join(folder, tower)
        os.makedirs(place, exist_ok=True)
        weights = weights_of(*sizes)
        header, start = {}, 0
        for name in sorted(weights):
            end = start + weights[name].nbytes
            header[name] = {"dtype": "F32", "shape": list(weights[name].shape), "data_offsets": [start, end]}
            start = end
        text = json.dumps(header).encode()
        text += b" " * (-len(text) % 8)
        with open(os.path.join(place, "model.safetensors"), "wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            for name in sorted(weights):
                file.write(weights[name].tobytes())
        with open(os.path.join(place, "model.json"), "w") as file:
            json.dump({"name": f"{tower} with random weights", "activation": "quick_gelu"}, file)
    pixels = np.random.RandomState(1).standard_normal((IMAGES, 3, SIZE, SIZE)).astype(np.float32)
    pixels.tofile(os.path.join(folder, "pixels.bin"))


class Tower(torch.nn.Module):
    def __init__(self, name, device, kind):
        super().__init__()
        self.patch, self.width, self.layers, self.embedding = TOWERS[name]
        self.heads = self.width // 64
        for key, value in weights_of(*TOWERS[name]).items():
            tensor = torch.from_numpy(value).to(device, kind)
            self.register_buffer(key.replace(".", "/"), tensor)

    def w(self, name):
        return getattr(self, name.replace(".", "/"))

    def norm(self, x, name):
        return F.layer_norm(x, (self.width,), self.w(name + ".weight"), self.w(name + ".bias"), 1e-5)

    def linear(self, x, name):
        return F.linear(x, self.w(name + "weight"), self.w(name + "bias"))

    def block(self, x, name):
        n, tokens, _ = x.shape
        packed = self.linear(self.norm(x, name + "ln_1"), name + "attn.in_proj_")
        q, k, v = packed.view(n, tokens, 3, self.heads, 64).permute(2, 0, 3, 1, 4)
        if hasattr(F, "scaled_dot_product_attention"):
            mixed = F.scaled_dot_product_attention(q, k, v)
        else:
            mixed = ((q * 0.125) @ k.transpose(-1, -2)).softmax(-1) @ v
        x = x + self.linear(mixed.transpose(1, 2).reshape(n, tokens, self.width), name + "attn.out_proj.")
        hidden = self.linear(self.norm(x, name + "ln_2"), name + "mlp.c_fc.")
        return x + self.linear(hidden * torch.sigmoid(1.702 * hidden), name + "mlp.c_proj.")

    def forward(self, images):
        patches = F.conv2d(images, self.w("visual.conv1.weight"), stride=self.patch).flatten(2).transpose(1, 2)
        first = self.w("visual.class_embedding").expand(len(images), 1, self.width)
        x = torch.cat([first, patches], 1) + self.w("visual.positional_embedding")
        x = self.norm(x, "visual.ln_pre")
        for layer in range(self.layers):
            x = self.block(x, f"visual.transformer.resblocks.{layer}.")
        return self.norm(x[:, 0], "visual.ln_post") @ self.w("visual.proj")


class Server:
    def __init__(self, folder, device):
        self.device, self.name, self.towers = device, None, {}
        self.pixels = torch.from_numpy(np.fromfile(os.path.join(folder, "pixels.bin"), np.float32))
        self.pixels = self.pixels.view(IMAGES, 3, SIZE, SIZE)

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
