#!/usr/bin/env bash
# Run a command with PyQGIS at hand, no window, and settings apart from the user's own.
#
#   tools/run.sh .venv/bin/python tools/demo.py
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"

export PYTHONPATH="/usr/share/qgis/python:/usr/share/qgis/python/plugins"
export PATH="/usr/bin:$PATH" # the interpreter that QGIS embeds finds its home through PATH
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
export QGIS_CUSTOM_CONFIG_PATH="$root/build/qgis-settings"
export LC_ALL="${LC_ALL:-C.UTF-8}"
# Each start of QGIS would compile the whole plugin, and each run of pytest all tests.
unset PYTHONDONTWRITEBYTECODE
unset PYTHONHOME VIRTUAL_ENV

mkdir -p "$QGIS_CUSTOM_CONFIG_PATH"
if [ ! -w "${XDG_RUNTIME_DIR:-/nonexistent}" ]; then
    export XDG_RUNTIME_DIR="$root/build/runtime"
    mkdir -p -m 0700 "$XDG_RUNTIME_DIR"
fi

exec "$@"
