#!/usr/bin/env bash
# Measures the yardstick side by side: C and NumPy if they are there, and Corridor on every JDK that is
# found, on one thread and on two. The programs take turns, one repetition each a round, so that all
# see the same machine. One JVM differs from the next by some 8 %, as compilers decide anew; so there are
# several forks, each with JVMs of its own that stay up between their turns. A fork's figure is the median
# of its rounds; the table, in Markdown, has the median of the forks with the least and the most.
#
# usage: benchmarks/yardstick/run.sh
#   The C and NumPy programs lie beside this script. Without a compiler or NumPy those rows are left out.
#
#   FORKS=5         times that each JVM is started anew
#   ROUNDS=5        repetitions of each program in a fork that count
#   WARM_UP=4       repetitions of each JVM that don't
#   PATHS=100000    paths of a repetition
#   JAVA_HOMES=...  JDKs, separated by spaces; else the one of the path and those in /usr/lib/jvm
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$home/target/benchmarks.jar
programs=$home/yardstick
forks=${FORKS:-5}
rounds=${ROUNDS:-5}
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

# Prints the median of a file's numbers, with the least and the most: "45.0 (42.5–46.7)".
spread() {
  printf '%.1f (%.1f–%.1f)' "$(median "$1")" "$(sort -g "$1" | head -n 1)" "$(sort -g "$1" | tail -n 1)"
}

names=()      # of programs, in the order of the table
declare -A label

note() { # name, line that the program printed
  figure wall <<<"$2" >>"$work/$1.wall.rounds"
  figure cpu <<<"$2" >>"$work/$1.cpu.rounds"
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
declare -A home_of
for jdk in $JAVA_HOMES; do
  [[ -x $jdk/bin/java && -r $jdk/release ]] || continue
  version=$(sed -nE 's/^JAVA_VERSION="(.*)"/\1/p' "$jdk/release")
  [[ ${version%%.*} -ge 17 && -z ${home_of[$version]:-} ]] || continue
  home_of[$version]=$jdk
  for threads in 1 2; do
    names+=("java-$version-$threads")
    label[java-$version-$threads]="Corridor, JDK $version|$threads"
  done
done

# Starts a new JVM for each of Corridor's rows; each waits for a line before it repeats.
start_jvms() {
  local name version threads
  pids=()
  for name in "${names[@]}"; do
    [[ $name == java-* ]] || continue
    version=${name#java-} threads=${name##*-}
    version=${version%-*}
    mkfifo "$work/$name.in" "$work/$name.out"
    "${home_of[$version]}/bin/java" -XX:+UseSerialGC -cp "$jar" \
      io.corridor.benchmarks.yardstick.Repetitions "$paths" "$threads" 0 \
      <"$work/$name.in" >"$work/$name.out" &
    pids+=($!)
    exec {in}>"$work/$name.in" {out}<"$work/$name.out"
    into[$name]=$in from[$name]=$out
  done
}

stop_jvms() {
  local name in out
  kill "${pids[@]}" 2>/dev/null || :
  for name in "${!into[@]}"; do
    in=${into[$name]} out=${from[$name]}
    exec {in}>&- {out}<&-
    rm "$work/$name.in" "$work/$name.out"
  done
  wait "${pids[@]}" 2>/dev/null || :
  pids=()
}
declare -A into from

repeat() { # name of a program: runs it once and prints its line
  local line
  case $1 in
    c-*) "$work/c" "$paths" "${1#c-}" 0 1 ;;
    numpy-*) OPENBLAS_NUM_THREADS=1 "$python" "$programs/yardstick_numpy.py" "$paths" 1 ;;
    java-*)
      echo >&"${into[$1]}"
      read -r line <&"${from[$1]}"
      echo "$line"
      ;;
  esac
}

for ((fork = 1; fork <= forks; fork++)); do
  say "fork $fork of $forks, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
  start_jvms
  for name in "${names[@]}"; do
    [[ $name == java-* ]] || continue
    for ((w = 0; w < warm_up; w++)); do repeat "$name" >/dev/null; done
  done
  for ((round = 1; round <= rounds; round++)); do
    for name in "${names[@]}"; do
      line=$(repeat "$name")
      note "$name" "$line"
    done
  done
  stop_jvms
  for of in "$work"/*.rounds; do
    median "$of" >>"${of%.rounds}"
    rm "$of"
  done
done

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {if (b > 0) printf "%.2f", a / b; else printf "–"}'; }

c=0 numpy=0
[[ -f $work/c-1.cpu ]] && c=$(median "$work/c-1.cpu")
[[ -f $work/numpy-1.cpu ]] && numpy=$(median "$work/numpy-1.cpu")
echo "Nanoseconds for a path and month, $paths paths; lower is better. Medians of $forks forks (least to most)," \
  "each the median of $rounds rounds."
echo "CPU: of the whole process, compiler and garbage collector included."
echo
echo "| program | threads | CPU ns | wall ns | CPU against C on one thread | NumPy's CPU against it | wall against one thread |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for name in "${names[@]}"; do
  cpu=$(median "$work/$name.cpu")
  wall=$(median "$work/$name.wall")
  one=$(median "$work/${name%-*}-1.wall")
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' \
    "${label[$name]%|*}" "${label[$name]#*|}" "$(spread "$work/$name.cpu")" "$(spread "$work/$name.wall")" \
    "$(ratio "$cpu" "$c")" "$(ratio "$numpy" "$cpu")" "$(ratio "$one" "$wall") ×"
done
