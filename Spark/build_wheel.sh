#!/bin/sh
# Builds a wheel of relata-spark that carries the program for the machine it is built on, in Spark/dist/.
#
#   Spark/build_wheel.sh [OPTION OF swift build ...]     such as --disable-default-traits
#   RELATA=PATH Spark/build_wheel.sh                     with a program that is there already
#
# The wheel says which version of the C library it needs (PEP 600). Other libraries that the program was built with must be there as
# well; with --disable-default-traits it needs SQLite alone, and takes no WARC apart. The program of a release (scripts/release) needs
# none of them, and uses what it finds.
set -eu
[ -z "${RELATA-}" ] || RELATA=$(realpath "$RELATA")
cd "$(dirname "$0")/.."

build="swift build -c release --product relata --static-swift-stdlib"
program=${RELATA-}
if [ -z "$program" ]; then
  $build "$@"
  program=$($build "$@" --show-bin-path)/relata
fi

rm -rf Spark/dist
sh Packaging/wheel Spark "$program" Spark/dist
