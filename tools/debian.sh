# What the other scripts need to know about Debian and Ubuntu; to be sourced, not run. Elsewhere
# nothing of it fails, it only finds no packages.
# Mirrors are never named here: the machine's own apt configuration says where to fetch from.

say() { printf '\033[1m▸ %s\033[0m\n' "$*" >&2; }
fail() {
    printf '\033[1;31m✗ %s\033[0m\n' "$1" >&2
    shift
    printf '  %s\n' "$@" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo env ${http_proxy:+"http_proxy=$http_proxy"} \
            ${https_proxy:+"https_proxy=$https_proxy"} ${no_proxy:+"no_proxy=$no_proxy"} "$@"
    else
        fail "Packages have to be installed, but this is not root and there is no sudo." \
            "Run as root:  $*" "or install sudo, then run make again."
    fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@"; }

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# "1:3.40.6+dfsg-1~bpo12+1" → "3.40.6"
upstream_version() { sed -E 's/^[0-9]+://; s/[^0-9.].*$//'; }

# Of plain upstream versions such as 3.40.6.
version_at_least() { [ "$(printf '%s\n' "${1:-0}" "$2" | sort -V | head -n 1)" = "$2" ]; }

candidate_version() {
    apt-cache policy "$1" | sed -n 's/^ *Candidate: //p' | grep -v '(none)' | upstream_version
}

installed_qgis() {
    if is_installed python3-qgis && is_installed qgis; then
        dpkg-query -W -f '${Version}' python3-qgis | upstream_version
    elif command -v qgis_process >/dev/null; then # built by hand or from another source
        /usr/bin/python3 -c \
            'from qgis.core import Qgis; print(Qgis.version().split("-")[0])' 2>/dev/null || true
    fi
}

distribution() { . /etc/os-release && echo "${ID:-unknown}"; }
codename() { . /etc/os-release && echo "${VERSION_CODENAME:-unknown}"; }

# Where this machine fetches its own release from; needs downloaded package lists.
own_mirror() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk -v release="$(codename)" '$2 == release && $3 == "main" { print $1; exit }'
}

has_release() {
    apt-get indextargets --format '$(RELEASE)' 'Created-By: Packages' | grep -qxF "$1"
}

# Make the backports of this Debian release available from the machine's own mirror.
add_backports() {
    local release mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg options=
    release="$(codename)-backports"
    has_release "$release" && return
    mirror="$(own_mirror)"
    [ -n "$mirror" ] || fail "No mirror for $(codename) found in the apt configuration." \
        "Add $release to your apt sources by hand, then run make again."
    [ -r "$keyring" ] && options="[signed-by=$keyring] "
    say "adding $release from $mirror"
    echo "deb ${options}${mirror} ${release} main" |
        as_root tee /etc/apt/sources.list.d/territory-design-backports.list >/dev/null
    apt_get update
}
