#!/usr/bin/env bash
# Builds one native library (torch or codecs) into artifacts/native/<name>/libclipper_<name>.so.
set -euo pipefail

name=${1:?usage: build.sh torch|codecs}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(cd "$here/../.." && pwd)/artifacts/native/$name

mkdir -p "$out"
exec 9>"$out/.lock"
flock 9

cmake -S "$here/$name" -B "$out/build" -DCMAKE_BUILD_TYPE=Release ${LIBTORCH:+-DCMAKE_PREFIX_PATH="$LIBTORCH"} >"$out/build.log" 2>&1 \
  && cmake --build "$out/build" --parallel >>"$out/build.log" 2>&1 \
  || { cat "$out/build.log" >&2; echo "The native library '$name' did not build; './run.sh' installs what it needs." >&2; exit 1; }
mv -f "$out/build/libclipper_$name.so" "$out/libclipper_$name.so"
touch "$out/libclipper_$name.so"
