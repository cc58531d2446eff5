#!/usr/bin/python3
"""The rival of the image encoder: CLIP's ViT-B/32 vision tower in plain PyTorch operators, with random weights.

    clip_encode.py write FOLDER    makes FOLDER/model.safetensors, model.json and pixels.bin (float32 [32, 3, 224, 224])
    clip_encode.py serve FOLDER    answers lines on stdin:
        answers FILE               writes the embeddings of all pixels (float32 [32, 512]); says "done"
        encode THREADS BATCH N     N batches on so many threads; says the seconds that they took,
                                   and those of processor time
"""
import sys
import time

import torch

from clip_tower import Tower, read_pixels, write_pixels, write_tower

NAME, IMAGES = "ViT-B-32", 32


def write(folder):
    write_tower(folder, NAME)
    write_pixels(folder, IMAGES)


@torch.inference_mode()
def serve(folder):
    tower = Tower(NAME).eval()
    pixels = read_pixels(folder)
    blas = sorted({line.split()[-1] for line in open("/proc/self/maps") if "blas" in line})
    print("ready torch", torch.__version__, *blas, flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "answers":
            tower(pixels).numpy().tofile(words[1])
            print("done", flush=True)
        else:
            threads, batch, count = map(int, words[1:])
            torch.set_num_threads(threads)
            begin, used = time.perf_counter(), time.process_time()
            for i in range(count):
                at = i * batch % IMAGES
                tower(pixels[at:at + batch])
            print(time.perf_counter() - begin, time.process_time() - used, flush=True)


if __name__ == "__main__":
    {"write": write, "serve": serve}[sys.argv[1]](sys.argv[2])
