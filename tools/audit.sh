#!/usr/bin/env bash
# Looks for known faults in what constraints.txt pins. Exit code 1 if there are any; where the tool or its database is
# out of reach, says so and ends well. Usage: tools/audit.sh
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m venv "$work/audit"
if ! "$work/audit/bin/python" -m pip install --quiet --disable-pip-version-check pip-audit 2>"$work/why"; then
  echo "pip-audit: skipped, it cannot be installed here: $(tail -n 1 "$work/why")"
  exit 0
fi
"$work/audit/bin/pip-audit" --requirement constraints.txt --no-deps --disable-pip --progress-spinner off \
  --format json >"$work/found.json" 2>"$work/why" || true
"$python" - "$work" <<'END'
import json, pathlib, sys

work = pathlib.Path(sys.argv[1])
try:
    listed = json.loads((work / "found.json").read_text())["dependencies"]
except ValueError:
    print("pip-audit: skipped, it cannot run here:", (work / "why").read_text().strip().splitlines()[-1:])
    raise SystemExit(0)
looked = [one for one in listed if "vulns" in one]
faults = [(one["name"], one["version"], fault["id"]) for one in looked for fault in one["vulns"]]
for name, version, fault in faults:
    print(f"pip-audit: {name} {version}: {fault}")
if not looked:
    print(f"pip-audit: skipped, no database of known faults is within reach; {len(listed)} pinned packages not checked")
else:
    print(f"pip-audit: {len(looked)} of {len(listed)} pinned packages checked, {len(faults)} known faults")
raise SystemExit(bool(faults))
END
