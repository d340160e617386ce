#!/usr/bin/env bash
# Set up QGIS and the Python environment; a second call finds everything done and is instant.
#
#   tools/setup.sh                                system packages and .venv
#   tools/setup.sh .venv-bench benchmarks/requirements.txt   another environment
#
# QGIS_MINIMUM (default 3.40): the oldest QGIS that will do. Where the release has an older one,
# Debian's backports (Ubuntu: the ubuntugis PPA) are used.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/debian.sh

VENV="${1:-.venv}"
REQUIREMENTS="${2:-requirements-dev.txt}"
QGIS_MINIMUM="${QGIS_MINIMUM:-3.40}"
SYSTEM_PYTHON=/usr/bin/python3 # the interpreter that QGIS embeds, whatever PATH says
PACKAGES=(python3-numpy python3-scipy python3-matplotlib python3-jinja2 python3-venv
    xvfb xauth fonts-open-sans postgresql-postgis)

install_qgis() {
    local candidate from_backports=()
    apt_get update
    candidate="$(candidate_version qgis)"
    if ! version_at_least "$candidate" "$QGIS_MINIMUM"; then
        case "$(distribution)" in
        debian)
            add_backports
            from_backports=(-t "$(codename)-backports")
            ;;
        ubuntu)
            say "adding the ubuntugis PPA (this Ubuntu has QGIS ${candidate:-none})"
            apt_get install -y --no-install-recommends software-properties-common
            as_root add-apt-repository -y ppa:ubuntugis/ubuntugis-unstable
            apt_get update
            ;;
        esac
    fi
    say "installing QGIS (about 2 GB unpacked; a minute or two)"
    apt_get install -y --no-install-recommends "${from_backports[@]}" qgis python3-qgis
}

install_system_packages() {
    local missing=() package
    if ! version_at_least "$(installed_qgis)" "$QGIS_MINIMUM"; then
        command -v apt-get >/dev/null || fail \
            "QGIS $QGIS_MINIMUM or newer with its Python bindings was not found." \
            "This set-up knows Debian and Ubuntu; elsewhere install QGIS by hand so that" \
            "$SYSTEM_PYTHON -c 'import qgis.core' works, and qgis, qgis_process, xvfb-run too."
        install_qgis
        version_at_least "$(installed_qgis)" "$QGIS_MINIMUM" || fail \
            "QGIS $QGIS_MINIMUM or newer is needed; this system offers $(candidate_version qgis)." \
            "Install a newer QGIS from qgis.org's repository, then run make again."
    fi
    command -v dpkg-query >/dev/null || return 0
    for package in "${PACKAGES[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        say "installing ${missing[*]}"
        apt_get update
        apt_get install -y --no-install-recommends "${missing[@]}"
    fi
}

# numpy, scipy and matplotlib stay as QGIS has them: whatever pip adds has to fit around them.
system_constraints() {
    "$SYSTEM_PYTHON" - <<'PYTHON'
from importlib.metadata import version

for name in ("numpy", "scipy", "matplotlib"):
    print(f"{name}=={version(name)}")
PYTHON
}

make_environment() {
    local constraints foundation state
    constraints="$(system_constraints)"
    foundation="$PWD/$VENV $("$SYSTEM_PYTHON" --version) $constraints"
    state="$foundation $(cat requirements.txt "$REQUIREMENTS")"
    [ "$(cat "$VENV/.state" 2>/dev/null)" = "$state" ] && return
    if [ "$(cat "$VENV/.foundation" 2>/dev/null)" != "$foundation" ]; then
        say "making $VENV"
        "$SYSTEM_PYTHON" -m venv --clear --system-site-packages "$VENV"
        echo "$constraints" >"$VENV/constraints.txt"
        echo "$foundation" >"$VENV/.foundation"
    fi
    say "installing $REQUIREMENTS into $VENV"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check \
        --constraint "$VENV/constraints.txt" --requirement "$REQUIREMENTS" || fail \
        "pip could not install $REQUIREMENTS (its message is above)." \
        "The package index must be reachable; pip's own settings (PIP_INDEX_URL, PIP_CERT," \
        "https_proxy …) are respected. Then run make again."
    echo "$state" >"$VENV/.state"
}

mkdir -p build
exec 9>build/.setup.lock # two makes at once take turns
flock 9
install_system_packages
make_environment
