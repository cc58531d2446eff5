#!/usr/bin/env bash
# Sets everything up and runs Clipper.Bench.
#
#   ./run.sh                 set up, then run configs/quickstart.yaml
#   ./run.sh setup           set up only
#   ./run.sh readme          set up, then run the quickstart and put its table and a picture of its report into the README
#   ./run.sh test [ARG…]     set up, then run every test (ARGs go to 'dotnet test', e.g. --filter Episodes);
#                            'test --slurm' installs slurm-wlm first, so that the test on a real cluster is not skipped
#   ./run.sh bench [ARG…]    set up, then measure with BenchmarkDotNet (ARGs: --filter '*Imprint*', --job medium, …);
#                            bench --rivals [NAME…] measures beside Python, bench --scaling how time and memory grow;
#                            bench --help
#   ./run.sh gate [ARG…]     clipper bench: a few speeds beside those stored for this machine
#   ./run.sh COMMAND …       the command line: run, embed, doctor, … (see ./run.sh --help)
#
# Environment: CLIPPER_PROVIDERS=local|cpu|cuda  who provides TorchSharp and ScottPlot (docs/architecture.md)
#              TorchSharpVersion, ScottPlotVersion  versions of those packages other than Directory.Packages.props'
#              LIBTORCH=DIR                      an unpacked libtorch instead of Debian's libtorch-dev
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
providers=${CLIPPER_PROVIDERS:-local}
state=$root/artifacts/$providers
export CLIPPER_PROVIDERS=$providers DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Mapping compiled code twice, to write and to run it, costs a short run a tenth of its time.
export DOTNET_EnableWriteXorExecute=${DOTNET_EnableWriteXorExecute:-0}

say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 2; }

case $providers in
  local) packages=(cmake make g++ libjpeg-dev libpng-dev libgif-dev libtiff-dev gnuplot-nox) ;;
  cpu | cuda) packages=(cmake make g++ libjpeg-dev libpng-dev libgif-dev libtiff-dev) ;;
  *) fail "CLIPPER_PROVIDERS is '$providers'; it must be local, cpu or cuda." ;;
esac
if [ "$providers" = local ] && [ -z "${LIBTORCH:-}" ]; then
  packages+=(libtorch-dev libopenblas0-openmp)
fi

missing_packages() {
  local name
  for name in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
  done
}

install_packages() {
  command -v dpkg-query >/dev/null || { say "No Debian package tools here; Clipper.Bench needs: ${packages[*]}."; return; }
  local missing sudo=
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || fail "System packages are missing. Run this line, then ./run.sh again:" \
      $'\n'"  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing% }"
    sudo=sudo
  fi
  say "Installing system packages: ${missing% }"
  local log=$state/apt.log
  { $sudo apt-get update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } \
    >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "apt-get failed (whole log: artifacts/$providers/apt.log)."; }
}

check_dotnet() {
  command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing: see https://learn.microsoft.com/dotnet/core/install/linux"
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "The .NET SDK here does not satisfy global.json:" \
    $'\n'"$(cd "$root" && dotnet --version 2>&1 | head -n 12)"
}

# Whether something that a build reads is newer than the stamp (folders count: a removed file changes its folder).
is_stale() {
  [ ! -e "$1" ] || [ -n "$(cd "$root" && find "${@:2}" Directory.Build.props Directory.Packages.props global.json run.sh \
    \( -name obj -o -name bin \) -prune -o -newer "$1" -print -quit)" ]
}

# bin, obj and the native shim are shared: what was built for another provider or libtorch counts as not built.
forget_other_builds() {
  local mark=$root/artifacts/built-for wanted="$providers ${LIBTORCH:-}"
  [ "$(cat "$mark" 2>/dev/null)" != "$wanted" ] || return 0
  rm -rf "$root"/artifacts/*/*.stamp "$root/artifacts/native/torch"
  printf '%s\n' "$wanted" >"$mark"
}

# restore_and_build STAMP TARGET SOURCES…
restore_and_build() {
  local stamp=$1 target=$2 log=$state/build.log
  forget_other_builds
  is_stale "$stamp" "${@:3}" || return 0
  check_dotnet
  install_packages
  say "Building $target …"
  if ! (cd "$root" && dotnet restore "$target" >"$log" 2>&1); then
    if [ "$providers" != local ] && grep -qE 'NU110[0-3]' "$log"; then
      fail "CLIPPER_PROVIDERS=$providers needs the NuGet packages TorchSharp and TorchSharp-$([ "$providers" = cuda ] && echo cuda-linux || echo cpu)" \
        "${TorchSharpVersion:-0.106.0}, and your NuGet sources lack them. Add a source that has them, name a version that yours have" \
        "(TorchSharpVersion=0.107.0, ScottPlotVersion=…), or unset CLIPPER_PROVIDERS to use the stand-ins in src/StandIns."
    fi
    tail -n 20 "$log" >&2
    fail "dotnet restore failed (whole log: artifacts/$providers/build.log)."
  fi
  (cd "$root" && dotnet build "$target" --no-restore -c Release -v q -nologo >>"$log" 2>&1) || {
    grep -E 'error' "$log" | sort -u | head -n 20 >&2
    fail "The build failed (whole log: artifacts/$providers/build.log)."
  }
  touch "$stamp"
}

# The program as it was built, and compiled ahead of time where NuGet has the compiler: a short run then spends less of its time
# compiling. The numbers are the same.
built=$root/src/Clipper.Bench.Cli/bin/Release/net10.0
clipper=$built/clipper

precompile() {
  local stamp=$state/precompiled.stamp program=$state/clipper project=$root/src/Clipper.Bench.Cli/Precompile/Precompile.proj
  local framework
  framework=$(cat "$stamp" 2>/dev/null) || true
  if [ ! -e "$stamp" ] || [ "$state/cli.stamp" -nt "$stamp" ] ||
    { [ -n "$framework" ] && { [ ! -d "$framework" ] || [ "${framework%/*}" -nt "$stamp" ]; }; }; then
    say "Compiling ahead of time …"
    rm -rf "$program" "$stamp"
    { (cd "$root" && dotnet restore "$project") && cp -al "$built" "$program" && (cd "$root" && dotnet msbuild "$project" \
      -nologo -v:q -t:Precompile "-p:Built=$built" "-p:Program=$program" "-p:Stamp=$stamp"); } >"$state/precompile.log" 2>&1 || {
      rm -rf "$program"
      : >"$stamp"
      say "Not compiled ahead of time, so that it starts more slowly (artifacts/$providers/precompile.log says why)."
    }
  fi
  [ ! -x "$program/clipper" ] || clipper=$program/clipper
}

# run_tests [--slurm] ARGS…
run_tests() {
  [ "${1:-}" != --slurm ] || { shift; packages+=(slurm-wlm munge); install_packages; }
  restore_and_build "$state/tests.stamp" Clipper.Bench.sln src tests
  local log=$state/test.log status=0
  (cd "$root" && dotnet test Clipper.Bench.sln --no-build -c Release -nologo "$@" 2>&1) | tee "$log" || status=$?
  awk '/^(Passed|Failed)!/ || /^Skipped!/ {
      for (i = 1; i < NF; i++) { if ($i == "Failed:") f += $(i+1); if ($i == "Passed:") p += $(i+1); if ($i == "Skipped:") s += $(i+1) } }
    END { printf "%d passed, %d failed, %d skipped\n", p, f, s; exit p == 0 }' "$log" || status=1
  return "$status"
}

benchmark_usage() {
  cat <<'END'
./run.sh bench: measures with BenchmarkDotNet and writes the page of this machine (docs/performance.md)

  ./run.sh bench                               every benchmark in a short job; a quarter of an hour at most
  ./run.sh bench --filter '*Imprint*'          those whose names match; the page goes to artifacts/benchmarks
  ./run.sh bench --job medium --filter '*Sweep*'
                                               measures longer (short, medium, long)
  ./run.sh bench --rivals [NAME…] [--rounds N] the same work beside Python by turns: imprint, images, encoder, pipeline, episodes,
                                               probes; all unless named. Installs Debian's PyTorch, scikit-learn and others.
                                               All of them, in 7 rounds or more, write the machine's page of rivals
  ./run.sh bench --rivals imprint encoder --rounds 11
  ./run.sh bench --scaling                     how time and memory grow with embeddings, classes, episodes and cells; refused
                                               on a busy machine unless --even-if-busy is given

Pages of a part, of a dry job, of failures and of a busy machine's scaling go to artifacts/benchmarks. Exit codes: 1 a wrong
argument or a filter that matches nothing, 2 a rival is missing, 3 a benchmark failed, 4 answers differ.

Every other argument is BenchmarkDotNet's; './run.sh bench -- --help' prints its own help. './run.sh gate' compares a few speeds with
those stored for this machine.
END
}

# run_benchmarks ARGS… (docs/performance.md)
run_benchmarks() {
  local project=src/Clipper.Benchmarks
  case ${1:-} in
    --) shift ;;
    --rivals) shift; set -- rivals "$@"; packages+=(python3-numpy python3-pil python3-sklearn python3-torch python3-torchvision)
      install_packages ;;
    --scaling) shift; set -- scaling "$@" ;;
  esac
  restore_and_build "$state/benchmarks.stamp" "$project/Clipper.Benchmarks.csproj" src tests/Clipper.Clip.Tests/Imaging
  exec "$root/$project/bin/Release/net10.0/Clipper.Benchmarks" "$@"
}

# The README's table between its two marks, docs/report.png, and what binds the one to the other, docs/report.sha256: whoever changes the
# quickstart's numbers or the look of the page calls this.
refresh_readme() {
  local out=$state/readme table=$state/readme.txt
  command -v chromium >/dev/null || fail "The picture of the report needs chromium: sudo apt-get install -y chromium"
  rm -rf "$out"
  (cd "$root" && "$clipper" run configs/quickstart.yaml --out "$out" --quiet) | sed "s|$out|results/quickstart|" >"$table"
  awk -v table="$table" '
    /^<!-- quickstart:/ { print; print "```"; while ((getline line < table) > 0) print line; print "```"; inside = 1 }
    /^<!-- \/quickstart -->/ { inside = 0 }
    !inside && !/^<!-- quickstart:/ { print }' "$root/README.md" >"$state/README.md"
  cat "$state/README.md" >"$root/README.md"
  chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,760 \
    --screenshot="$root/docs/report.png" "file://$out/report.html" >/dev/null 2>&1 || fail "chromium drew no picture."
  (
    cd "$root"
    sha256sum docs/report.png src/Clipper.Bench/Reports/Html/report.css
    printf '%s  the table in README.md\n' \
      "$(sed -n '/^<!-- quickstart:/,/^<!-- \/quickstart -->/p' README.md | sha256sum | cut -d ' ' -f 1)"
  ) >"$root/docs/report.sha256"
}

# Whether help is asked for, but not of BenchmarkDotNet.
asks_for_help() {
  [ "${1:-}" != -- ] && [[ " $* " = *" --help "* || " $* " = *" -h "* ]]
}

mkdir -p "$state"
case ${1:-} in
  test) shift; run_tests "$@" ;;
  bench)
    shift
    if asks_for_help "$@"; then benchmark_usage; else run_benchmarks "$@"; fi
    ;;
  readme)
    restore_and_build "$state/cli.stamp" src/Clipper.Bench.Cli/Clipper.Bench.Cli.csproj src
    precompile
    refresh_readme
    ;;
  setup)
    restore_and_build "$state/cli.stamp" src/Clipper.Bench.Cli/Clipper.Bench.Cli.csproj src
    [ $# -eq 1 ] || fail "'./run.sh setup' has no options; got '$2'."
    precompile
    ;;
  *)
    restore_and_build "$state/cli.stamp" src/Clipper.Bench.Cli/Clipper.Bench.Cli.csproj src
    precompile
    [ "${1:-}" != gate ] || set -- bench "${@:2}"
    [ $# -gt 0 ] || set -- run "$root/configs/quickstart.yaml"
    exec "$clipper" "$@"
    ;;
esac
