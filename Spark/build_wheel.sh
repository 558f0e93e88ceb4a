#!/bin/sh
# Builds a wheel of relata-spark that carries the program for the machine it is built on, in Spark/dist/.
#
#   Spark/build_wheel.sh [OPTION OF swift build ...]     such as --disable-default-traits
#   RELATA=PATH Spark/build_wheel.sh                     with a program that is there already
#
# The wheel says which version of the C library it needs (PEP 600): build on the oldest Linux that is to run it. Other libraries that
# the program was built with must be there as well; with --disable-default-traits it needs SQLite alone, and takes no WARC apart.
set -eu
[ -z "${RELATA-}" ] || RELATA=$(realpath "$RELATA")
cd "$(dirname "$0")"

build="swift build --package-path .. -c release --product relata --static-swift-stdlib"
program=${RELATA-}
if [ -z "$program" ]; then
  $build "$@"
  program=$($build "$@" --show-bin-path)/relata
fi

machine=$(uname -m)
case $(uname -s) in
Linux)
  libc=$(getconf GNU_LIBC_VERSION)
  version=${libc#glibc }
  platform=manylinux_${version%%.*}_${version#*.}_$machine
  ;;
Darwin) platform=macosx_15_0_$machine ;;
*) echo "build_wheel: neither Linux nor macOS" >&2 && exit 69 ;;
esac

mkdir -p src/relata_spark/bin
trap 'rm -rf src/relata_spark/bin build' EXIT
cp "$program" src/relata_spark/bin/relata
strip src/relata_spark/bin/relata

rm -rf build dist
python3 -m venv build/venv
build/venv/bin/pip install --quiet --disable-pip-version-check "wheel>=0.45"
build/venv/bin/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
build/venv/bin/wheel tags --remove --platform-tag "$platform" dist/relata_spark-*.whl
rm -rf build
