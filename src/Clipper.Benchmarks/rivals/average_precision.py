"""Macro mean average precision by scikit-learn.

    average_precision.py serve FOLDER    FOLDER holds scores.f32 and truth.u8; answers lines on stdin:
        answers ROWS CLASSES             says the value
        fit ROWS CLASSES                 says the seconds that it took, and those of processor time
"""
import sys
import time

import numpy as np
import sklearn
from sklearn.metrics import average_precision_score


def serve(folder):
    scores = np.fromfile(f"{folder}/scores.f32", np.float32)
    truth = np.fromfile(f"{folder}/truth.u8", np.uint8)
    print("ready numpy", np.__version__, "scikit-learn", sklearn.__version__, flush=True)
    for line in sys.stdin:
        task, n, k = line.split()
        scores, truth = (array.reshape(int(n), int(k)) for array in (scores, truth))
        begin, used = time.perf_counter(), time.process_time()
        value = average_precision_score(truth, scores, average="macro")
        seconds = time.perf_counter() - begin, time.process_time() - used
        print(*(seconds if task == "fit" else [repr(float(value))]), flush=True)


if __name__ == "__main__":
    serve(sys.argv[2])
