#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs one of them, or each, for so many seconds (60), beginning with what once
# went wrong (tests/regressions). Usage: run.sh BUILD_FOLDER [FORMAT...]. Skipped (77) where there is no clang with
# libFuzzer. FUZZ_SECONDS sets the time.
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/../.." && pwd)
build=$1
shift
formats=("$@")
[ ${#formats[@]} -gt 0 ] || formats=(html text jsonl feed csv warc query)
seconds=${FUZZ_SECONDS:-60}

compiler=$(command -v clang++ || true)
probe=$(mktemp -d)
trap 'rm -rf "$probe"' EXIT
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' > "$probe/probe.cpp"
if [ -z "$compiler" ] || ! "$compiler" -fsanitize=fuzzer "$probe/probe.cpp" -o "$probe/probe" 2>/dev/null; then
  echo "skipped: there is no clang with libFuzzer (Debian: clang, libclang-rt-14-dev)"
  exit 77
fi

# Two runs may want to build at once.
exec 9> "$build.lock"
flock 9
cmake -S "$source_dir" -B "$build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER="$compiler" -DKIOSQUE_FUZZ=ON \
  -DKIOSQUE_BUILD_EXAMPLES=OFF -DKIOSQUE_BUILD_TESTS=OFF -DBUILD_SHARED_LIBS=OFF > "$build.log"
cmake --build "$build" --target fuzzers -j "$(nproc)" >> "$build.log" 2>&1 || { tail -30 "$build.log"; exit 1; }
flock -u 9

for format in "${formats[@]}"; do
  corpus="$build/corpus/$format"
  mkdir -p "$corpus"
  known=()
  [ ! -d "$source_dir/tests/regressions/$format" ] || known+=("$source_dir/tests/regressions/$format")
  echo "fuzzing $format for $seconds s"
  if ! "$build/tests/fuzz/fuzz_$format" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 \
      -artifact_prefix="$build/crash-$format-" "$corpus" "$source_dir/tests/fuzz/seeds/$format" "${known[@]}" \
      > "$build/fuzz-$format.log" 2>&1; then
    tail -40 "$build/fuzz-$format.log"
    echo "what went wrong is kept as $build/crash-$format-*: give it a name in tests/regressions/$format"
    exit 1
  fi
  grep -a "^Done " "$build/fuzz-$format.log" || true
done
