#!/bin/sh
# build.sh OUT [BLOCK]: compiles the C program for this machine, with BLOCK paths a block (1024)
set -eu
# 512-bit vectors where there are any; a compiler that doesn't know the option does without.
for width in -mprefer-vector-width=512 ''; do
  # shellcheck disable=SC2086 # none, or one option
  ${CC:-cc} -std=gnu11 -O3 -march=native $width -ffast-math -DBLOCK="${2:-1024}" \
    "$(dirname "$0")/yardstick.c" -o "${1:?where to}" -lm -lpthread && exit 0
done
exit 1
