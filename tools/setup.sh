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
    xvfb xauth fonts-open-sans postgresql-postgis qttools5-dev-tools)

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

# What earlier runs have made as another user (root, mostly) becomes this user's own.
take_over() {
    local user made strangers=()
    user="$(id -u)"
    [ "$user" -ne 0 ] || return 0
    for made in build .venv .venv-bench .qgis-settings .hypothesis .*_cache; do
        [ -e "$made" ] && [ ! -L "$made" ] || continue
        [ -z "$(find "$made" ! -user "$user" -print -quit)" ] || strangers+=("$made")
    done
    [ ${#strangers[@]} -gt 0 ] || return 0
    say "taking over ${strangers[*]}, made by another user"
    as_root chown -R "$user:$(id -g)" "${strangers[@]}"
}

install_system_packages() {
    local missing=() package
    if ! command -v apt-get >/dev/null; then
        check_without_apt
        return
    fi
    if ! version_at_least "$(installed_qgis)" "$QGIS_MINIMUM"; then
        install_qgis
        version_at_least "$(installed_qgis)" "$QGIS_MINIMUM" || fail \
            "QGIS $QGIS_MINIMUM or newer is needed; this system offers $(candidate_version qgis)." \
            "Install a newer QGIS from qgis.org's repository, then run make again."
    fi
    for package in "${PACKAGES[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        say "installing ${missing[*]}"
        apt_get update
        apt_get install -y --no-install-recommends "${missing[@]}"
    fi
}

# This set-up installs through apt alone; elsewhere it says what has to be there.
check_without_apt() {
    local missing=() program module found
    found="$(installed_qgis)"
    version_at_least "$found" "$QGIS_MINIMUM" || missing+=(
        "QGIS $QGIS_MINIMUM or newer (found: ${found:-none}), so that both qgis_process and"
        "    $SYSTEM_PYTHON -c 'import qgis.core' work")
    for program in qgis xvfb-run; do
        command -v "$program" >/dev/null || missing+=("the program $program")
    done
    for module in numpy scipy matplotlib jinja2 venv ensurepip; do
        "$SYSTEM_PYTHON" -c "import $module" 2>/dev/null ||
            missing+=("the module $module of $SYSTEM_PYTHON")
    done
    [ ${#missing[@]} -eq 0 ] || fail \
        "This system has no apt, so that nothing could be installed. These are missing:" \
        "${missing[@]}" \
        "Install them with the package manager of your system, then run make again. The core and" \
        "its tests need no QGIS: see “Set up” in CONTRIBUTING.md."
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

exec 9<. # two makes at once take turns; a folder can be locked whoever owns it
flock 9
take_over
install_system_packages
make_environment
