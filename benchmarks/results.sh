#!/usr/bin/env bash
# Measures everything and writes benchmarks/RESULTS.md: some hours on a machine that should
# have nothing else to do.
#
# usage: benchmarks/results.sh [REGEX ...]
#   REGEX  which JMH benchmarks; all without.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

(cd "$home/.." && mvn -q -B -pl benchmarks -am -Dmaven.test.skip=true -Dspotless.check.skip=true package)

processor=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
  echo "# Results"
  echo
  echo "Written by \`benchmarks/results.sh\`; HOWTO.md says what is measured. Nobody should believe a"
  echo "figure from another machine: run it on yours. These are from a shared, noisy one, where ratios"
  echo "within a table say more than its figures."
  echo
  echo "- Processor: ${processor:-unknown}, $(nproc 2>/dev/null || echo "?") of them"
  echo "- System: $(uname -srm)"
  echo "- Java of the JMH tables: $(java -version 2>&1 | sed -n '2p')"
  echo "- Compiler of the C program: $(gcc --version 2>/dev/null | head -n 1 || echo none)"
  echo "- Load when it began: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
  echo "- Sources: $(git -C "$home" describe --always --dirty 2>/dev/null || echo unknown)"
  echo
  echo "## The yardstick beside C and NumPy"
  echo
  "$home/yardstick/run.sh"
  echo
  echo "## Where the time and the memory of a thread go"
  for scenario in yardstick iran-iraq-2019; do
    printf '\n`corridor bench %s`\n\n' "$scenario"
    "$home/../corridor" bench "$scenario" | sed 's/^/    /; s/ *$//'
  done
  echo
  echo "## JMH"
  echo
  echo "Five forks; ± is JMH's 99.9 % interval. ns, µs and ms an operation: lower is better; operations"
  echo "a second: higher is better. An operation is what the class says in its Javadoc: mostly one"
  echo "path, one month. \`pathMonths\` are path-months a second."
  java -cp "$home/target/benchmarks.jar" io.corridor.benchmarks.Tables "$@"
} >"$new"
mv "$new" "$home/RESULTS.md"
trap - EXIT
echo "Written to $home/RESULTS.md" >&2
