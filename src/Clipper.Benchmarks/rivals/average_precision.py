"""Macro mean average precision by scikit-learn. Arguments: folder, rows, classes."""
import json
import sys
import time

import numpy as np
from sklearn.metrics import average_precision_score

folder, n, k = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
scores = np.fromfile(f"{folder}/scores.f32", np.float32).reshape(n, k)
truth = np.fromfile(f"{folder}/truth.u8", np.uint8).reshape(n, k)

start = time.process_time()
value = average_precision_score(truth, scores, average="macro")
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "answers": [float(value)]}))
