#!/usr/bin/env bash
# Proves the portable archive: unpacks it into a fresh folder, uses the command line and the window where nothing at all
# is on the PATH, takes pictures, and removes it. Needs no rights of root.
#
#   mvn -Pinstaller package && jlink/proof/prove-archive.sh [FOLDER]
#
# Needs xvfb, xdotool, imagemagick and GTK 3 here. Leaves pictures and lists in FOLDER (target/proof).
set -euo pipefail
cd "$(dirname "$0")/../.."

out=${1:-target/proof}
mkdir -p "$out"
out=$(cd "$out" && pwd)
archive=$(ls target/installer/tonari-*-linux-*.tar.gz)
display=:${TONARI_PROOF_DISPLAY:-92}
folder=$(mktemp -d)
mkdir "$folder/person" "$folder/empty" "$folder/rehearsal"
# A person's folders by their names, for Java looks the home of this person up; nothing else, so neither JAVA_HOME nor
# any program of this system reaches it.
bare=(env -i PATH="$folder/empty" HOME="$folder/person" LANG=C.UTF-8 DISPLAY="$display"
  XDG_CONFIG_HOME="$folder/person/config" XDG_STATE_HOME="$folder/person/state"
  XDG_CACHE_HOME="$folder/person/cache" XDG_DATA_HOME="$folder/person/data")

Xvfb "$display" -screen 0 1400x900x24 >"$out/xvfb-archive.log" 2>&1 &
screen=$!
trap 'kill $screen; rm -rf "$folder"' EXIT
. jlink/proof/window.sh

step "unpacked"
tar -xzf "$archive" -C "$folder"
image=$(echo "$folder"/tonari-*)
digests() { (cd "$image" && find . -type f -exec sha256sum {} + | sort -k2); }
digests >"$folder/before.txt"
tonari() { "${bare[@]}" "$image/bin/tonari" "$@"; }

step "the command line"
tonari --version
tonari estimate --machine dgx-spark --model gpt-oss-120b --json >"$out/archive-estimate.json"
grep -m1 '"verdict"' "$out/archive-estimate.json"
tonari local
tonari compare --model gpt-oss-120b --png "$out/archive-comparison.png"

step "the window, driven by its own script"
"${bare[@]}" TONARI_REHEARSAL="$folder/rehearsal" "$image/bin/tonari" >"$folder/rehearsal.log"
(cd "$folder/rehearsal" && ls comparison.* window*.png rehearsal.properties)

step "the window, driven by pointer and keys"
(echo "$BASHPID" >"$folder/pid"
  exec >"$out/archive.log" 2>&1
  exec "${bare[@]}" "$image/bin/tonari") &
drive archive-window $! "$folder/pid" || { cat "$out/archive.log" >&2; exit 1; }
[ ! -s "$out/archive.log" ] || { cat "$out/archive.log" >&2; exit 1; }

step "removed"
digests | diff "$folder/before.txt" -
echo "the program wrote nothing into its own folder"
rm -r "$image"
echo "left behind:"
(cd "$folder/person" && find . -type f | sort) | tee "$out/archive-leftovers.txt"
