"""Multinomial logistic regression by scikit-learn, as its users call it.

    logistic.py serve FOLDER         FOLDER holds rows.f32 and labels.i32; answers lines on stdin:
        answers ROWS FEATURES CLASSES C    says the objective
        fit ROWS FEATURES CLASSES C        says the seconds that it took, and those of processor time
"""
import sys
import time

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression


def objective(model, x, y, c):
    logits = x.astype(np.float64) @ model.coef_.T + model.intercept_
    logits -= logits.max(axis=1, keepdims=True)
    loss = np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(y)), y]
    return c * loss.sum() + 0.5 * (model.coef_**2).sum()


def serve(folder):
    x = np.fromfile(f"{folder}/rows.f32", np.float32)
    y = np.fromfile(f"{folder}/labels.i32", np.int32)
    print("ready numpy", np.__version__, "scikit-learn", sklearn.__version__, flush=True)
    for line in sys.stdin:
        task, n, d, _, c = line.split()
        x, c = x.reshape(int(n), int(d)), float(c)
        begin, used = time.perf_counter(), time.process_time()
        model = LogisticRegression(C=c, max_iter=10_000).fit(x, y)
        seconds = time.perf_counter() - begin, time.process_time() - used
        print(*(seconds if task == "fit" else [repr(float(objective(model, x, y, c)))]), flush=True)


if __name__ == "__main__":
    serve(sys.argv[2])
