#!/usr/bin/env bash
# Installs what Kiosque is built from, where it is missing. Debian 12; others: install these by their own names.
set -euo pipefail

packages=(
  g++ cmake make pkg-config
  libxapian-dev libicu-dev libstemmer-dev libmarisa-dev libfmt-dev libdeflate-dev   # the library
  hunspell-fr-comprehensive                            # its lexicon
  nlohmann-json3-dev libxml2-dev libcsv-dev libarchive-dev libcld2-dev  # its readers
  libxxhash-dev                                        # its ids
  libcli11-dev                                         # the command
  catch2 python3 xapian-tools                          # the tests
  clang libclang-rt-14-dev                             # the fuzz targets
)

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
echo "Installing: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -q >&2
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
