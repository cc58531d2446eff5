#!/usr/bin/env bash
# Everything that is to be seen on a machine with an NVIDIA GPU and PyTorch, but without .NET and network (docs/gpu.md):
# builds the shim against PyTorch's own libtorch, holds the golden models and the tables of a run to their numbers on the
# GPU, and measures ViT-B/32 and ViT-L/14 in every type against PyTorch eager and compiled, bf16 first. Every line is
# printed when it is known; a short table ends it. Exit code 1 where an answer is out of its bound.
#
#   gpu.sh [DEVICE [BATCH [SECONDS]]]     cuda, 256 and 450; nothing new begins after that time.
#                                         'cpu 2 60' tries it out on any machine;
#                                         PYTHON names another python3 than that of the path
#
# It lies in the folder that gpu-pack.sh makes, beside the published program, native/, lib/, goldens/ and rivals/.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
device=${1:-cuda}
batch=${2:-256}
seconds=${3:-450}
python=${PYTHON:-python3}
export RIVAL_PYTHON=$python
if ! "$python" -c 'import numpy, torch' 2>/dev/null; then
  echo "gpu.sh: $python has not both NumPy and PyTorch; name one that has, as in: PYTHON=/usr/bin/python3 $0 $*" >&2
  exit 1
fi
if [ -z "${LIBTORCH:-}" ] && [ "$device" != cpu ]; then
  LIBTORCH=$("$python" -c 'import torch; print(torch.__path__[0])')
fi
export LIBTORCH=${LIBTORCH:-}

echo "== shim against ${LIBTORCH:-the libtorch that CMake finds}"
cmake -S "$here/native/torch" -B "$here/shim" -DCMAKE_BUILD_TYPE=Release ${LIBTORCH:+-DCMAKE_PREFIX_PATH="$LIBTORCH"} >"$here/shim.log" 2>&1 \
  && cmake --build "$here/shim" --parallel >>"$here/shim.log" 2>&1 || { tail -n 40 "$here/shim.log"; exit 1; }
cp "$here/shim/libclipper_torch.so" "$here/"
export LD_LIBRARY_PATH="${LIBTORCH:+$LIBTORCH/lib:}$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"

echo "== checks and times, $((seconds - SECONDS)) s"
"$here/Clipper.Benchmarks" gpu "$device" "$batch" "$((seconds - SECONDS))" "$here/goldens" | tee "$here/gpu.txt"
