# shellcheck shell=bash
# Minimal Debian roots made from packages. Sourced by fresh-roots and release-check, which run as root
# and define `say`.

# The package mirror that this machine itself uses.
mirror() {
  local uri
  uri=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null | grep -m 1 '/debian/*$' || true)
  echo "${uri:-http://deb.debian.org/debian}"
}

# Ends what runs in the root $1.
end_all() {
  local link
  for link in /proc/[0-9]*/root; do
    if [[ $(readlink "$link" 2>/dev/null) == "$1" ]]; then
      link=${link#/proc/}
      kill "-${2:-TERM}" "${link%/root}" 2>/dev/null || true
    fi
  done
}

# Ends what runs in the root $1, and takes its file systems away.
leave() {
  end_all "$1" KILL
  umount -l "$1/proc" "$1/dev/pts" "$1/dev/shm" "$1/dev" 2>/dev/null || true
}

# Makes a minimal root of the suite $1 in the folder $2, with no more than a network of what this machine
# has: its name servers and the certificates that its administrator trusts.
make_root() {
  local suite=$1 root=$2
  leave "$root"
  rm -rf "$root"
  mkdir -p "$root"
  # No script of a newer suite than this debootstrap knows is needed: all since 2019 are alike.
  debootstrap --variant=minbase "$suite" "$root" "$(mirror)" \
    "$([[ -e /usr/share/debootstrap/scripts/$suite ]] || echo /usr/share/debootstrap/scripts/sid)" \
    >"$root.debootstrap.log" 2>&1 || { tail -3 "$root.debootstrap.log" >&2; return 1; }
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  if [[ -d /usr/local/share/ca-certificates ]]; then
    mkdir -p "$root/usr/local/share/ca-certificates"
    cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
  fi
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  mount -t devpts devpts "$root/dev/pts" 2>/dev/null || true
  mount -t tmpfs tmpfs "$root/dev/shm" 2>/dev/null || true
}
