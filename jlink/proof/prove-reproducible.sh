#!/usr/bin/env bash
# Proves that two builds of the same commit give byte-equal jars: builds it twice, in folders of different names, under
# different time zones, languages and masks, minutes apart, and compares.
#
#   jlink/proof/prove-reproducible.sh [COMMIT]
#
# Options of Maven come from MAVEN_ARGS, such as --offline. Prints the digests; ends with 1 where they differ.
set -euo pipefail
cd "$(dirname "$0")/../.."

commit=${1:-HEAD}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

build() {
  mkdir -p "$folder/$1"
  git archive "$commit" | tar -x -C "$folder/$1"
  (cd "$folder/$1" && umask "$4" && TZ=$2 LC_ALL=$3 mvn --batch-mode --quiet -DskipTests -Dimage.skip=true package)
}

build first UTC C.UTF-8 022
build another-name Asia/Tokyo ja_JP.UTF-8 027

digests() { (cd "$folder/$1/target" && sha256sum tonari-*.jar modules/*.jar | LC_ALL=C sort -k2); }
digests first >"$folder/first.txt"
digests another-name >"$folder/second.txt"
grep tonari- "$folder/first.txt"
if ! diff "$folder/first.txt" "$folder/second.txt"; then
  echo "the builds differ" >&2
  exit 1
fi
echo "$(wc -l <"$folder/first.txt") jars, byte-equal"
