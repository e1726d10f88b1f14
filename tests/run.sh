#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. Arguments go to ctest, such as -R NAME.
set -euo pipefail
cd "$(dirname "$0")/.."

bash tests/setup.sh
cmake --preset dev
cmake --build --preset dev --parallel "$(nproc)"
ctest --preset dev --parallel "$(nproc)" "$@"
