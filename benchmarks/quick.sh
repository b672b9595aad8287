#!/usr/bin/env bash
# The quick profile, under three minutes: that the whole loop runs, and that its steady state allocates
# nothing. Asserts no times.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [[ ! -f $home/benchmarks/target/benchmarks.jar ]]; then
  (cd "$home" && mvn -q -B -pl benchmarks -am -Dmaven.test.skip=true package)
fi
exec java -cp "$home/benchmarks/target/benchmarks.jar" io.corridor.benchmarks.Quick
