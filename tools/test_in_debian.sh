#!/usr/bin/env bash
# Run all tests in a Debian of its own, which starts with nothing: tries the set-up, too.
#
#   tools/test_in_debian.sh trixie 3.44      Debian 13; QGIS 3.44 (backports)
#   tools/test_in_debian.sh bookworm 3.40    Debian 12; QGIS 3.40 (backports)
#
# The root directory is kept in the user's cache (about 2 GB), so that a second run is quick;
# `tools/test_in_debian.sh --remove` deletes it.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/debian.sh

RELEASE="${1:?the name of a Debian release, such as trixie}"
QGIS_WANTED="${2:-3.40}"
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/territory-design"
TARGET="$CACHE/debian-$RELEASE"
CHECKOUT=/root/territory-design # inside the new root

need_package() {
    command -v apt-get >/dev/null || fail "This needs mmdebstrap, and apt to install it."
    is_installed "$1" && return
    say "installing $1"
    apt_get update
    apt_get install -y --no-install-recommends "$1"
}

make_root() {
    local mirror=
    [ -e "$TARGET/.complete" ] && return
    need_package mmdebstrap
    need_package debian-archive-keyring
    [ "$(distribution)" = debian ] && mirror="$(own_mirror)"
    say "making a Debian $RELEASE in $TARGET (a minute or two)"
    as_root rm -rf "$TARGET"
    mkdir -p "$CACHE"
    # Without a mirror, mmdebstrap takes Debian's own default.
    as_root mmdebstrap --quiet --mode=root --variant=apt \
        --include=ca-certificates,make,git,python3 "$RELEASE" "$TARGET" ${mirror:+"$mirror"}
    as_root touch "$TARGET/.complete"
}

# Copy the history and what git knows of the working tree, changed and new files included;
# the environments made by an earlier run stay.
copy_checkout() {
    as_root mkdir -p "$TARGET$CHECKOUT"
    as_root find "$TARGET$CHECKOUT" -mindepth 1 -maxdepth 1 ! -name '.venv*' -exec rm -rf {} +
    {
        printf '%s\0' .git
        git ls-files --cached --others --exclude-standard -z
    } | while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
        tar --create --null --files-from=- |
        as_root tar --extract --no-same-owner --directory "$TARGET$CHECKOUT"
}

# The network of this machine: name servers, and certificates of a proxy if there is one.
copy_network_settings() {
    local certificates="${PIP_CERT:-${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}}"
    as_root cp --dereference /etc/resolv.conf "$TARGET/etc/resolv.conf"
    as_root cp --dereference /etc/hosts "$TARGET/etc/hosts"
    as_root cp --dereference "$certificates" "$TARGET/etc/ssl/certs/of-the-host.crt"
}

run_in_root() {
    # A mount namespace of its own: the mounts vanish with the command, whatever happens.
    as_root unshare --mount --pid --fork --kill-child bash -euc '
        root="$1"; shift
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs tmpfs "$root/tmp"
        exec chroot "$root" "$@"' run_in_root "$TARGET" \
        /usr/bin/env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin \
        PIP_CERT=/etc/ssl/certs/of-the-host.crt QGIS_MINIMUM="$QGIS_WANTED" \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
        ${no_proxy:+"no_proxy=$no_proxy"} ${PIP_INDEX_URL:+"PIP_INDEX_URL=$PIP_INDEX_URL"} \
        "$@"
}

if [ "$RELEASE" = --remove ]; then
    as_root rm -rf "$CACHE"/debian-*
    exit
fi
make_root
copy_network_settings
copy_checkout
run_in_root make --no-print-directory --directory "$CHECKOUT" test
