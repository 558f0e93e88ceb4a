#!/bin/sh
# Builds a wheel of relata-spark that carries the program for the machine it is built on, in Spark/dist/.
#
#   Spark/build_wheel.sh [OPTION OF swift build ...]     such as --disable-default-traits
#
# The wheel says which version of the C library it needs (PEP 600): build on the oldest Linux that is to run it.
set -eu
cd "$(dirname "$0")"

swift build --package-path .. -c release --product relata --static-swift-stdlib "$@"
program=$(swift build --package-path .. -c release --product relata --static-swift-stdlib "$@" --show-bin-path)/relata

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
trap 'rm -rf src/relata_spark/bin' EXIT
cp "$program" src/relata_spark/bin/relata
strip src/relata_spark/bin/relata

rm -rf build dist
python3 -m pip wheel --quiet --no-deps --wheel-dir dist .
python3 -m pip install --quiet "wheel>=0.45"
python3 -m wheel tags --remove --platform-tag "$platform" dist/relata_spark-*.whl
