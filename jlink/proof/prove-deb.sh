#!/usr/bin/env bash
# Proves the .deb on a bare Debian: installs it with apt into a fresh root, starts the installed launcher where no JDK
# is, drives it, takes a picture, removes it, and lists what is left.
#
#   mvn -Pinstaller package && sudo jlink/proof/prove-deb.sh [FOLDER]
#
# Needs debootstrap, xvfb, xdotool and imagemagick here. Leaves pictures and lists in FOLDER (target/proof).
set -euo pipefail
cd "$(dirname "$0")/../.."

out=${1:-target/proof}
mkdir -p "$out"
out=$(cd "$out" && pwd)
root=${TONARI_PROOF_ROOT:-$out/root}
deb=$(ls target/installer/tonari_*.deb)
display=:${TONARI_PROOF_DISPLAY:-91}

if [ ! -e "$root/usr/bin/apt-get" ]; then
  debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$out/debootstrap.log"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
Xvfb "$display" -screen 0 1400x900x24 >"$out/xvfb.log" 2>&1 &
screen=$!
trap 'kill $screen; umount "$root/proc"' EXIT
. jlink/proof/window.sh

# A clean environment: neither JAVA_HOME nor this system's PATH reaches the installed program.
inside() {
  env -i DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/person LANG=C.UTF-8 DISPLAY="$display" "${@:2}" \
    chroot "$root" bash -c "$1"
}
files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/cache -o -path ./var/log \) -prune -o -print | sort); }

inside 'mkdir -p /home/person
  apt-get update -qq; apt-get install -y -qq --no-install-recommends xdg-utils libgtk-3-0 fonts-dejavu-core fonts-noto-cjk >/dev/null 2>&1
  ! command -v java && echo "no java on the PATH"'
# What an earlier run of this script left: the window is to open as for a new person.
rm -rf "$root/root/.config" "$root/root/.cache"
files >"$out/before.txt"
cp "$deb" "$root/tmp/tonari.deb"
inside 'apt-get install -y -qq --no-install-recommends /tmp/tonari.deb >/tmp/install.log 2>&1 && dpkg -s tonari | grep -E "^(Status|Version|Installed-Size|Depends)"'

step "the command line, from the PATH"
inside 'tonari --version && tonari estimate --machine dgx-spark --model gpt-oss-120b | head -4'
inside 'tonari compare --model gpt-oss-120b --png /home/person/comparison.png' && cp "$root/home/person/comparison.png" "$out/"

step "the window, driven by its own script"
mkdir -p "$root/home/person/rehearsal"
inside 'tonari >/tmp/rehearsal.log' TONARI_REHEARSAL=/home/person/rehearsal
(cd "$root/home/person/rehearsal" && ls comparison.* window*.png rehearsal.properties)
cp "$root"/home/person/rehearsal/window*.png "$out/"
rm -r "$root/home/person/rehearsal" "$root/home/person/comparison.png"

step "the window, driven by pointer and keys"
inside 'echo $$ >/tmp/tonari.pid; exec tonari >/tmp/tonari.log 2>&1' &
started=$!
drive installed-window "$started" "$root/tmp/tonari.pid" || { cat "$root/tmp/tonari.log" >&2; exit 1; }

step "removed"
inside 'apt-get purge -y -qq tonari >/tmp/purge.log 2>&1'
files >"$out/after.txt"
echo "left behind:"
comm -13 "$out/before.txt" "$out/after.txt" | tee "$out/leftovers.txt"
