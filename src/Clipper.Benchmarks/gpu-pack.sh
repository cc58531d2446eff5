#!/usr/bin/env bash
# Packs what gpu.sh needs into one file of less than 64 MiB: the program with its own .NET, sources of the shim, golden
# models, rivals.
#
#   src/Clipper.Benchmarks/gpu-pack.sh FILE.tar.gz
set -euo pipefail

usage() {
  cat <<'END'
gpu-pack.sh FILE.tar.gz: packs what checks and measures a GPU into one file of less than 64 MiB

  src/Clipper.Benchmarks/gpu-pack.sh clipper-gpu.tar.gz

Unpack it on the machine with the GPU and run clipper-gpu/gpu.sh there (docs/gpu.md). Packing publishes the program and takes a
minute.
END
}

case ${1:-} in
  -h | --help) usage; exit 0 ;;
esac
if [ $# -ne 1 ] || [[ $1 = -* ]]; then
  printf 'gpu-pack.sh: expected the name of one file; got: %s\n\n' "${*:-nothing}" >&2
  usage >&2
  exit 1
fi
target=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

dotnet publish "$root/src/Clipper.Benchmarks" -c Release -r linux-x64 --self-contained -v q -nologo -o "$folder/clipper-gpu" \
  -p:PublishSingleFile=true -p:EnableCompressionInSingleFile=true -p:DebugType=none
rm -f "$folder"/clipper-gpu/*.xml
mkdir "$folder/clipper-gpu/native" "$folder/clipper-gpu/goldens"
cp -r "$root/src/Native/torch" "$folder/clipper-gpu/native/"
cp "$root"/tests/Goldens/clip/* "$folder/clipper-gpu/goldens/"
cp "$root/src/Clipper.Benchmarks/gpu.sh" "$folder/clipper-gpu/"
tar -C "$folder" -czf "$target" clipper-gpu
size=$(stat -c %s "$target")
echo "$target: $((size / 1048576)) MiB"
[ "$size" -le $((64 * 1048576)) ] || { echo "larger than 64 MiB"; exit 1; }
