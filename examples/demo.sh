#!/usr/bin/env bash
# Installs what is missing, builds, indexes data/ and answers queries with facets and a timeline.
set -euo pipefail
cd "$(dirname "$0")/.."

bash tests/setup.sh
cmake --preset release -DKIOSQUE_BUILD_EXAMPLES=ON -DKIOSQUE_BUILD_TESTS=OFF >&2
cmake --build --preset release --parallel "$(nproc)" >&2

kiosque="$PWD/build/release/examples/kiosque"
data="$PWD/data"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
archive=presse.kiosque

show() {
  printf '\n$ kiosque'
  printf ' %q' "$@"
  printf '\n\n'
  "$kiosque" "$@"
}

"$kiosque" index "$archive" "$data/articles" "$data/pages" "$data/feeds" "$data/tables"
show search "$archive" "elections regionales" --facet section --facet source --histogram month --limit 3
show search "$archive" '"réforme des retraites" -grève' --facet tag:5 --facet year --limit 3
show search "$archive" "canicule depuis:2023-06" --filter section=Environnement --facet section --limit 3
show search "$archive" --histogram year --sort newest --limit 2
show explain "$archive" 'intelligence artificielle tag:justice avant:2024'
show info "$archive"
