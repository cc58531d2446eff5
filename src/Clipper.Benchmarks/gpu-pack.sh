#!/usr/bin/env bash
# Packs what gpu.sh needs into one file: the trimmed program with its own .NET, the libraries that decode images, sources
# of the shim, golden models, rivals.
#
#   src/Clipper.Benchmarks/gpu-pack.sh FILE.tar.gz [MODEL…]
set -euo pipefail

usage() {
  cat <<'END'
gpu-pack.sh FILE.tar.gz [MODEL…]: packs what checks and measures a GPU into one file

  src/Clipper.Benchmarks/gpu-pack.sh clipper-gpu.tar.gz

MODEL is the folder of a model with reference.safetensors (images_u8 and features), which is checked too. Unpack the file on the
machine with the GPU and run clipper-gpu/gpu.sh there (docs/gpu.md). The file and the working tree together are held to 64 MiB,
which is what some machines take. Packing publishes the program and takes a minute.
END
}

case ${1:-} in
  -h | --help) usage; exit 0 ;;
esac
if [ $# -lt 1 ] || [[ $1 = -* ]]; then
  printf 'gpu-pack.sh: expected the name of a file; got: %s\n\n' "${*:-nothing}" >&2
  usage >&2
  exit 1
fi
target=$1
shift
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
pack=$folder/clipper-gpu

# Outputs of its own: a build or a benchmark in the same tree may be using the usual ones.
dotnet publish "$root/src/Clipper.Benchmarks" -c Release -r linux-x64 --self-contained -v q -nologo -o "$pack" --artifacts-path "$folder/build" \
  -p:PublishSingleFile=true -p:EnableCompressionInSingleFile=true -p:PublishTrimmed=true -p:DebugType=none
rm -rf "$pack"/*.xml "$pack"/*.pdb "$pack"/libcapstone* "$pack"/amd64 "$pack"/arm64 "$pack"/x86 "$pack"/runtimes
mkdir -p "$pack/native" "$pack/lib" "$pack/goldens/preprocess"
cp -r "$root/src/Native/torch" "$pack/native/"
ldd "$pack/libclipper_codecs.so" | awk '/=> \// && $1 !~ /^(libc|libm|libdl|librt|libpthread|libstdc\+\+|libgcc_s)\.so/ { print $3 }' \
  | xargs -r cp -L -t "$pack/lib"
cp -r "$root"/tests/Goldens/clip "$root"/tests/Goldens/e2e "$pack/goldens/"
cp -r "$root"/tests/Goldens/preprocess/images "$pack/goldens/preprocess/"
for model in "$@"; do
  cp -rL "$model" "$pack/goldens/"
done
cp "$root/src/Clipper.Benchmarks/gpu.sh" "$pack/"
chmod -R u+w "$pack"
tar -C "$folder" -czf "$target" clipper-gpu

file=$(stat -c %s "$target")
tree=$(cd "$root" && git ls-files -z 2>/dev/null | xargs -0 -r stat -c %s 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }')
echo "$target: $(((file + 524288) / 1048576)) MiB; with the working tree $(((file + tree + 524288) / 1048576)) MiB"
[ $((file + tree)) -le $((64 * 1048576)) ] || { echo "larger than 64 MiB together" >&2; exit 1; }
