#!/usr/bin/env bash
# Measures the yardstick side by side: C and NumPy if they are there, and Corridor on every JDK that is
# found, on one thread and on two. The programs take turns, one repetition each a round, so that all
# see the same machine; the JVMs stay up between their turns. Prints a table in Markdown.
#
# usage: benchmarks/yardstick/run.sh
#   The C and NumPy programs lie beside this script. Without a compiler or NumPy those rows are left out.
#
#   ROUNDS=7        repetitions of each program that count
#   WARM_UP=4       repetitions of each JVM that don't
#   PATHS=100000    paths of a repetition
#   JAVA_HOMES=...  JDKs, separated by spaces; else the one of the path and those in /usr/lib/jvm
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$home/target/benchmarks.jar
programs=$home/yardstick
rounds=${ROUNDS:-7}
warm_up=${WARM_UP:-4}
paths=${PATHS:-100000}

[[ -f $jar ]] || { echo "no $jar: run mvn -pl benchmarks -am package first" >&2; exit 1; }

work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || :; done
  rm -rf "$work"
}
trap cleanup EXIT

cp "$jar" "$work/benchmarks.jar" # a build meanwhile would stop the JVMs that read the other
jar=$work/benchmarks.jar

say() { echo "yardstick: $*" >&2; }

# Prints the figure that follows the word $1 on a line of standard input: "wall 51.20 ns/pm".
# C writes its wall time as "wall 0.6 s 51.20 ns/pm".
figure() { sed -nE "s/.*$1 ([0-9.]+ s )?([0-9.]+) ns\/pm.*/\2/p"; }

median() { sort -g "$1" | awk '{v[NR]=$1} END {print NR % 2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
least() { sort -g "$1" | head -n 1; }

names=()      # of programs, in the order of the table
declare -A label

note() { # name, line that the program printed
  figure wall <<<"$2" >>"$work/$1.wall"
  figure cpu <<<"$2" >>"$work/$1.cpu"
}

# C, where it can be built.
if "$programs/build.sh" "$work/c" >&2; then
  for threads in 1 2; do
    names+=("c-$threads")
    label[c-$threads]="C by hand|$threads"
  done
else
  say "the C program can't be built here"
fi

# NumPy, where it is installed.
python=${PYTHON:-python3}
if "$python" -c 'import numpy' 2>/dev/null; then
  names+=(numpy-1)
  label[numpy-1]="NumPy $("$python" -c 'import numpy; print(numpy.__version__)')|1"
else
  say "no NumPy for $python"
fi

# JDKs: the default one and the others, each version once.
if [[ -z ${JAVA_HOMES:-} ]]; then
  JAVA_HOMES="$(dirname "$(dirname "$(readlink -f "$(command -v java)")")") $(ls -d /usr/lib/jvm/*/ 2>/dev/null || :)"
fi
declare -A seen
for jdk in $JAVA_HOMES; do
  [[ -x $jdk/bin/java && -r $jdk/release ]] || continue
  version=$(sed -nE 's/^JAVA_VERSION="(.*)"/\1/p' "$jdk/release")
  [[ ${version%%.*} -ge 17 && -z ${seen[$version]:-} ]] || continue
  seen[$version]=1
  for threads in 1 2; do
    name=java-$version-$threads
    names+=("$name")
    label[$name]="Corridor, JDK $version|$threads"
    mkfifo "$work/$name.in" "$work/$name.out"
    "$jdk/bin/java" -XX:+UseSerialGC -cp "$jar" io.corridor.benchmarks.yardstick.Repetitions \
      "$paths" "$threads" 0 <"$work/$name.in" >"$work/$name.out" &
    pids+=($!)
    exec {in}>"$work/$name.in" {out}<"$work/$name.out"
    printf -v "in_${#names[@]}" %s "$in"
    printf -v "out_${#names[@]}" %s "$out"
  done
done

repeat() { # index of a program, from 1: runs it once and prints its line
  local name=${names[$1 - 1]} in=in_$1 out=out_$1 line
  case $name in
    c-*) "$work/c" "$paths" "${name#c-}" 0 1 ;;
    numpy-*) OPENBLAS_NUM_THREADS=1 "$python" "$programs/yardstick_numpy.py" "$paths" 1 ;;
    java-*)
      echo >&"${!in}"
      read -r line <&"${!out}"
      echo "$line"
      ;;
  esac
}

say "warming up ${#names[@]} programs"
for ((i = 1; i <= ${#names[@]}; i++)); do
  [[ ${names[i - 1]} == java-* ]] || continue
  for ((w = 0; w < warm_up; w++)); do repeat "$i" >/dev/null; done
done
for ((round = 1; round <= rounds; round++)); do
  say "round $round of $rounds, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
  for ((i = 1; i <= ${#names[@]}; i++)); do
    line=$(repeat "$i")
    note "${names[i - 1]}" "$line"
  done
done

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {if (b > 0) printf "%.2f", a / b; else printf "–"}'; }

c=0 numpy=0
[[ -f $work/c-1.cpu ]] && c=$(median "$work/c-1.cpu")
[[ -f $work/numpy-1.cpu ]] && numpy=$(median "$work/numpy-1.cpu")
echo "Nanoseconds for a path and month, $paths paths, medians (least) of $rounds rounds; lower is better."
echo "CPU: of the whole process, compiler and garbage collector included."
echo
echo "| program | threads | CPU ns | wall ns | CPU against C on one thread | NumPy's CPU against it | wall against one thread |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for name in "${names[@]}"; do
  cpu=$(median "$work/$name.cpu")
  wall=$(median "$work/$name.wall")
  one=$(median "$work/${name%-*}-1.wall")
  printf '| %s | %s | %.1f (%.1f) | %.1f (%.1f) | %s | %s | %s |\n' \
    "${label[$name]%|*}" "${label[$name]#*|}" "$cpu" "$(least "$work/$name.cpu")" \
    "$wall" "$(least "$work/$name.wall")" "$(ratio "$cpu" "$c")" "$(ratio "$numpy" "$cpu")" \
    "$(ratio "$one" "$wall") ×"
done
