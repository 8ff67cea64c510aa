#!/usr/bin/env bash
# Builds wheel and sdist, and installs each into an empty environment: the wheel alone, then the sdist with all extras
# but spark. Each must read a page. Usage: tools/package.sh [FOLDER]; leaves the files and an SBOM in FOLDER/dist.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:-build/package}")
python=${PYTHON:-.venv/bin/python}
rm -rf "$out"
mkdir -p "$out"
"$python" -m hatchling build --directory "$out/dist" >/dev/null
ls -l "$out/dist" | awk 'NR > 1 {print $5, $9}'

try() { # name of the environment, what to install
  "$python" -m venv "$out/$1"
  "$out/$1/bin/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt "$2"
  (cd "$out" && "$out/$1/bin/crossreport" read "$page" --record "$out/$1.db" --quiet)
  "$out/$1/bin/python" -m pip check
  "$out/$1/bin/python" -m pip list --disable-pip-version-check | awk 'END {print NR - 2, "packages"}'
}

page=$(realpath "$(ls src/crossreport/samples/pages/*.txt | head -n 1)")
echo "wheel alone:"; try minimal "$(ls "$out"/dist/*.whl)"
echo "sdist with extras:"; try full "$(ls "$out"/dist/*.tar.gz)[parquet,postgresql,web]"

# What is in the full environment, as a software bill of materials; what is known to be wrong with what is pinned.
"$python" -m venv "$out/bom"
if "$out/bom/bin/python" -m pip install --quiet --disable-pip-version-check cyclonedx-bom; then
  "$out/bom/bin/cyclonedx-py" environment "$out/full/bin/python" --output-reproducible -o "$out/dist/sbom.cdx.json"
fi
PYTHON="$python" tools/audit.sh
