#!/bin/sh
# Tests the quality of the random streams; docs/decisions/random-streams.md says what is read and
# what came of it.
#
#   benchmarks/quality.sh keys|small|crush|normals|overlaps|practrand SIZE
#
# keys       prints the first keys of each order of reading
# small      SmallCrush of TestU01 on every order of reading (three minutes)
# crush      Crush on the three most telling (a quarter of an hour of CPU time each)
# normals    the law of normal numbers, and correlations (two minutes)
# overlaps   looks for equal words (half a minute, 2 GB)
# practrand  PractRand's RNG_test on the orders of reading, up to SIZE (8GB takes ten minutes)
#
# Needs a build (mvn package) and, for the batteries, a C compiler and TestU01 1.2.3, from
# github.com/umontreal-simul/TestU01-2009: ./configure --prefix=FOLDER --disable-shared, make, make
# install. TESTU01 names FOLDER, which then holds include and lib; /usr is where it's looked for
# otherwise. RNG_TEST names PractRand's program.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$here/target/quality
package=io.corridor.benchmarks.quality
mkdir -p "$work"

run() {
  main=$1
  shift
  java -Xmx2g -XX:+UseSerialGC -cp "$here/target/benchmarks.jar" "$package.$main" "$@"
}

prepare() {
  testu01=${TESTU01:-/usr}
  "${CC:-cc}" -O3 -march=native -Wall -Wextra -I"$testu01/include" -o "$work/crush" \
    "$here/src/quality/crush.c" -L"$testu01/lib" -ltestu01 -lprobdist -lmylib -lm
  orders
}

orders() {
  for order in one months draws names engine seeds same-start same-twist \
    same-start-near-twist; do
    run StreamQuality keys $order >"$work/$order.keys"
  done
}

# Battery, order and the rest of crush's arguments. One line for the run, one for each p-value
# outside [1e-4, 1 - 1e-4].
battery() {
  (cd "$work" && ./crush "$@") | tee -a "$work/$1.log" | grep -E '^(RESULT|SUSPECT)'
}

small() {
  for bits in both high low reversed; do
    battery small one.keys 1024 1 0 $bits
  done
  for order in months draws names engine seeds same-start same-twist; do
    for bits in both high reversed; do
      battery small $order.keys 1 1 0 $bits
    done
  done
  for block in 1024 2048; do
    for bits in both high reversed; do
      battery small engine.keys $block 1 0 $bits
    done
  done
  battery small engine.keys 1024 1 1000000000000 both
  for stride in 1024 1048576 4294967296; do
    battery small one.keys 1024 $stride 0 high
    battery small one.keys 1024 $stride 0 reversed
    battery small months.keys 1 $stride 0 high
  done
  for bits in high reversed; do
    # The reader is done before the writer, which then ends with an error.
    { run StreamQuality words fresh 2>/dev/null || true; } | battery small - 1 1 0 $bits
  done
  echo "A control, which has to fail:"
  battery small same-start-near-twist.keys 1 1 0 high
}

crush() {
  battery crush engine.keys 1024 1 0 both
  battery crush seeds.keys 1 1 0 high
  battery crush names.keys 1 1 0 reversed
}

practrand() {
  for reading in one.keys:1024 months.keys:1 names.keys:1 engine.keys:1024 seeds.keys:1 \
    same-start.keys:1; do
    echo "$reading"
    "$work/crush" words "$work/${reading%:*}" "${reading#*:}" |
      "${RNG_TEST:-RNG_test}" stdin64 -tlmax "$1" -multithreaded
  done
}

case ${1:-} in
  keys)
    orders
    head -n 3 "$work"/*.keys
    ;;
  small | crush)
    prepare
    "$1"
    ;;
  practrand)
    prepare
    practrand "${2:-8GB}"
    ;;
  normals)
    run NormalQuality law 4294967296
    run NormalQuality samples 256
    run NormalQuality correlation 8388608
    ;;
  overlaps)
    run OverlapSearch 0
    run OverlapSearch 1000000000000
    ;;
  *)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
