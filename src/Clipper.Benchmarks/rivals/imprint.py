#!/usr/bin/python3
"""The rival of imprinting and scoring: torch's normalize, index_add and matrix product.

    imprint.py write FOLDER    makes rows.f32 [50000, 512], labels.i64 [50000] of 1000 classes, queries.f32 [10000, 512]
    imprint.py serve FOLDER    answers lines on stdin:
        answers FILE           writes the weights (float32 [1000, 512]), then the first 64 rows of scores
                               (float32 [64, 1000]); says "done"
        imprint N, score N     N times, on one thread; says the seconds that they took, and those of processor time
        sgemm N                the same for the matrix product of the scores alone
Large results are written over those of the call before (out=), as ours are.
"""
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

ROWS, QUERIES, CLASSES, SIZE, SHOWN = 50_000, 10_000, 1_000, 512, 64


def write(folder):
    numbers = np.random.RandomState(0)
    numbers.standard_normal((ROWS, SIZE)).astype(np.float32).tofile(os.path.join(folder, "rows.f32"))
    numbers.standard_normal((QUERIES, SIZE)).astype(np.float32).tofile(os.path.join(folder, "queries.f32"))
    numbers.randint(0, CLASSES, ROWS).astype(np.int64).tofile(os.path.join(folder, "labels.i64"))


def read(folder, name, kind, *shape):
    return torch.from_numpy(np.fromfile(os.path.join(folder, name), kind).reshape(shape))


@torch.inference_mode()
def serve(folder):
    torch.set_num_threads(1)
    rows = read(folder, "rows.f32", np.float32, ROWS, SIZE)
    queries = read(folder, "queries.f32", np.float32, QUERIES, SIZE)
    labels = read(folder, "labels.i64", np.int64, ROWS)

    # Results of 20 MB and more go where those of before lay: in new memory every page has to be found first.
    unit_rows, unit_queries = torch.empty_like(rows), torch.empty_like(queries)

    def imprint():
        return F.normalize(torch.zeros(CLASSES, SIZE).index_add_(0, labels, F.normalize(rows, out=unit_rows)))

    weights = imprint()
    scores = torch.empty(QUERIES, CLASSES)
    work = {
        "imprint": imprint,
        "score": lambda: torch.mm(F.normalize(queries, out=unit_queries), weights.T, out=scores),
        "sgemm": lambda: torch.mm(queries, weights.T, out=scores),
    }
    print("ready torch", torch.__version__, flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "answers":
            with open(words[1], "wb") as file:
                file.write(imprint().numpy().tobytes())
                file.write(work["score"]()[:SHOWN].numpy().tobytes())
            print("done", flush=True)
        else:
            begin, used = time.perf_counter(), time.process_time()
            for _ in range(int(words[1])):
                work[words[0]]()
            print(time.perf_counter() - begin, time.process_time() - used, flush=True)


if __name__ == "__main__":
    {"write": write, "serve": serve}[sys.argv[1]](sys.argv[2])
