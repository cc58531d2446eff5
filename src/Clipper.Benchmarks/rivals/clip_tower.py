"""CLIP's vision towers in plain PyTorch operators, with random weights: what the rivals of the image encoder run."""
import json
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F

SIZE = 224

# Side of a patch, width, layers, length of an embedding. The small one takes a twentieth of ViT-B/32's work.
TOWERS = {"ViT-B-32": (32, 768, 12, 512), "ViT-L-14": (14, 1024, 24, 768), "small": (32, 192, 8, 128)}


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


def write_tower(folder, name):
    """Makes FOLDER/model.safetensors and model.json."""
    weights = weights_of(*TOWERS[name])
    header, start = {}, 0
    for key in sorted(weights):
        end = start + weights[key].nbytes
        header[key] = {"dtype": "F32", "shape": list(weights[key].shape), "data_offsets": [start, end]}
        start = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(folder, "model.safetensors"), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for key in sorted(weights):
            file.write(weights[key].tobytes())
    with open(os.path.join(folder, "model.json"), "w") as file:
        json.dump({"name": f"{name} with random weights", "activation": "quick_gelu"}, file)


def write_pixels(folder, images):
    """Makes FOLDER/pixels.bin (float32 [images, 3, 224, 224])."""
    pixels = np.random.RandomState(1).standard_normal((images, 3, SIZE, SIZE)).astype(np.float32)
    pixels.tofile(os.path.join(folder, "pixels.bin"))


def read_pixels(folder):
    pixels = torch.from_numpy(np.fromfile(os.path.join(folder, "pixels.bin"), np.float32))
    return pixels.view(-1, 3, SIZE, SIZE)


class Tower(torch.nn.Module):
    def __init__(self, name, device="cpu", kind=torch.float32):
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
