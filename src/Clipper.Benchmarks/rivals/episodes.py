"""The same episodes in numpy and scikit-learn, as anyone would write them: what Clipper.Bench is measured against.

Embeddings and draws come from numpy's RandomState, which Clipper.Bench reproduces, so that both sides can compare their
answers.

    episodes.py serve FOLDER         answers lines on stdin; PART is accuracy, metrics or training:
        answers PART N FILE          writes the answers of N episodes as JSON; says "done"
        PART N                       does N episodes, again from the first; says the seconds that they took, and those of processor time
"""

import hashlib
import json
import struct
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn import metrics as sk

CLASSES, PER_CLASS, DIM = 10, 1000, 512
WAYS, SHOTS, QUERIES = 5, 5, 15
THRESHOLDS = [np.float32(t) for t in np.round(np.arange(0.30, 0.745, 0.01), 2)]
EPOCHS = list(range(0, 81, 5))
COPIES, BATCH = 10, 5
warnings.filterwarnings("ignore")


def embeddings():
    rs = np.random.RandomState(0)
    centres = rs.random_sample((CLASSES, DIM))
    noise = rs.random_sample((CLASSES * PER_CLASS, DIM))
    return (0.2 * np.repeat(centres, PER_CLASS, axis=0) + noise).astype(np.float32)


def draw(seed):
    np.random.seed(seed)
    classes = np.random.choice(CLASSES, WAYS, replace=False)
    support, query = [], []
    for c in classes:
        images = np.random.choice(PER_CLASS, SHOTS + QUERIES, replace=False) + c * PER_CLASS
        support.append(images[:SHOTS])
        query.append(images[SHOTS:])
    columns = np.argsort(np.argsort(classes))
    return np.concatenate(support), np.concatenate(query), np.repeat(columns, SHOTS), np.repeat(columns, QUERIES)


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def imprint(x, labels):
    return unit(np.stack([x[labels == c].mean(axis=0) for c in range(WAYS)]))


def accuracy(emb, seed):
    s, q, sl, ql = draw(seed)
    w = imprint(unit(emb[s]), sl)
    return sk.accuracy_score(ql, (unit(emb[q]) @ w.T).argmax(axis=1))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def all_metrics(emb, seed):
    s, q, sl, ql = draw(seed)
    scores = sigmoid(unit(emb[q]) @ imprint(unit(emb[s]), sl).T)
    y = np.eye(WAYS, dtype=int)[ql]
    values = {
        "accuracy": sk.accuracy_score(ql, scores.argmax(axis=1)),
        "balanced_accuracy": sk.balanced_accuracy_score(ql, scores.argmax(axis=1)),
        "top1_accuracy": sk.top_k_accuracy_score(ql, scores, k=1, labels=range(WAYS)),
        "roc_auc_macro": sk.roc_auc_score(y, scores),
        "roc_auc_micro": sk.roc_auc_score(y, scores, average="micro"),
        "map": sk.average_precision_score(y, scores),
        "map_weighted": sk.average_precision_score(y, scores, average="weighted"),
        "map_micro": sk.average_precision_score(y, scores, average="micro"),
        "map_samples": sk.average_precision_score(y, scores, average="samples"),
    }
    for i, t in enumerate(THRESHOLDS):
        p = (scores >= t).astype(int)
        micro = sk.precision_recall_fscore_support(y, p, average="micro", zero_division=0)
        macro = sk.precision_recall_fscore_support(y, p, average="macro", zero_division=0)
        found = {
            "hamming": sk.hamming_loss(y, p),
            "jaccard": sk.jaccard_score(y, p, average="samples", zero_division=0),
            "subset_accuracy": sk.accuracy_score(y, p),
            "o_precision": micro[0], "o_recall": micro[1], "o_f1": micro[2],
            "c_precision": macro[0], "c_recall": macro[1], "c_f1": macro[2],
            "c_accuracy": (y == p).mean(axis=0).mean(),
        }
        values.update({f"{name}@{i}": value for name, value in found.items()})
    return {name: float(value) for name, value in values.items()}


def order_stream(seed):
    """The seeded orders of Clipper.Bench: 64 bits of a SHA-256 over purpose, subject and index as MT19937's key."""
    def text(t):
        return struct.pack("<i", len(t)) + t

    data = struct.pack("<q", 0) + text(b"batch-order") + text(b"made-up") + struct.pack("<q", seed)
    low, high = struct.unpack("<II", hashlib.sha256(data).digest()[:8])
    return np.random.RandomState([low, high])


def train(emb, seed):
    """Scores of the queries after each of EPOCHS, one trajectory: trivial copies, Keras's Adam, unit columns."""
    s, q, sl, ql = draw(seed)
    x, xq = unit(emb[s]), unit(emb[q])
    w = imprint(x, sl).T.copy()
    y = np.eye(WAYS, dtype=np.float32)[sl]
    rs = order_stream(seed)
    m, v, step, out = np.zeros_like(w), np.zeros_like(w), 0, []
    n = len(s) * (1 + COPIES)
    for epoch in range(EPOCHS[-1] + 1):
        if epoch in EPOCHS:
            out.append(sigmoid(xq @ (w / np.linalg.norm(w, axis=0))))
        order = rs.permutation(n) % len(s)
        for first in range(0, n, BATCH):
            rows = order[first:first + BATCH]
            xb, yb = x[rows], y[rows]
            g = xb.T @ ((sigmoid(xb @ w) - yb) / yb.size)
            step += 1
            m += (g - m) * np.float32(0.1)
            v += (g * g - v) * np.float32(0.001)
            rate = 1e-3 * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
            w -= np.float32(rate) * m / (np.sqrt(v) + np.float32(1e-7))
    return np.stack(out), np.eye(WAYS, dtype=int)[ql]


def train_grid(emb, seed):
    """The trajectory, and micro-F1 at every threshold after every number of epochs, in plain numpy."""
    scores, y = train(emb, seed)
    f1 = np.zeros((len(EPOCHS), len(THRESHOLDS)))
    for e in range(len(EPOCHS)):
        for i, t in enumerate(THRESHOLDS):
            p = scores[e] >= t
            f1[e, i] = 2 * (p & (y == 1)).sum() / max(p.sum() + y.sum(), 1)
    return scores.astype(float).tolist(), f1.tolist()


def serve():
    emb = embeddings()
    work = {"accuracy": accuracy, "metrics": all_metrics, "training": train_grid}
    print("ready numpy", np.__version__, "scikit-learn", sklearn.__version__, flush=True)
    for line in sys.stdin:
        words = line.strip().split(" ", 3)
        if words[0] == "answers":
            with open(words[3], "w") as file:
                json.dump([work[words[1]](emb, seed) for seed in range(int(words[2]))], file)
            print("done", flush=True)
        else:
            begin, used = time.perf_counter(), time.process_time()
            for seed in range(int(words[1])):
                work[words[0]](emb, seed)
            print(time.perf_counter() - begin, time.process_time() - used, flush=True)


if __name__ == "__main__":
    serve()
