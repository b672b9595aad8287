# What every script that starts Corridor shares: a JDK, and a quick start. Works without PATH where
# JAVA_HOME is set, and in folders whose names have spaces.
# shellcheck shell=sh

say() { printf '%s\n' "corridor: $*" >&2; }

die() {
  say "$@"
  exit 1
}

# Java takes names of files for what the locale says, which is ASCII where no locale is chosen.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac

# Sets java and, as 17.0.21 say, java_version. Reads the JDK's release file where there is one: that
# is much quicker than to ask java.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || die "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
  else
    java=$(command -v java) || die "no Java found: install a JDK, 17 or later, or set JAVA_HOME"
    while [ -L "$java" ]; do java=$(readlink -f "$java"); done
  fi
  java_version=
  if [ -r "${java%/bin/java}/release" ]; then
    while IFS='=' read -r key value; do
      [ "$key" = JAVA_VERSION ] || continue
      value=${value#\"}
      java_version=${value%\"}
    done <"${java%/bin/java}/release"
  fi
  [ -n "$java_version" ] ||
    java_version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
  major=${java_version%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] ||
    die "Java ${java_version:-unknown} at $java is too old: Corridor needs a JDK, 17 or later"
}

# Classes loaded and linked beforehand, for this JDK; made by a short run, in the folder $1. Without
# them every start is slower, and nothing else: where they can't be made, an empty file says so, and
# where they are damaged the JVM leaves them out. Sets use_archive.
archive_classes() {
  archive=$1/classes-$java_version.archive
  make=-XX:ArchiveClassesAtExit
  use_archive="-XX:SharedArchiveFile=$archive"
  quiet=-Xlog:all=error:stderr
  if [ "$major" -ge 25 ]; then # with profiles of the hot loop (JEP 515)
    make=-XX:AOTCacheOutput
    use_archive="-XX:AOTCache=$archive"
    quiet=-Xlog:all=error,aot=off:stderr # not that it is left out
  fi
  if [ ! -e "$archive" ] || [ "$jar" -nt "$archive" ] || is_cut "$archive"; then
    [ -w "$1" ] && command -v mv >/dev/null &&
      say "preparing a quick start on Java $java_version (once) ..." && make_archive
  fi
  [ -s "$archive" ] && ! is_cut "$archive" || use_archive=-Xshare:auto
}

# Whether an archive isn't as long as it was when it was made: a JVM would crash on it. Whether its
# contents are as they were, the JVM verifies.
is_cut() {
  size=
  [ ! -r "$1.size" ] || read -r size <"$1.size" || :
  command -v wc >/dev/null || return 0
  [ "$(wc -c <"$1")" -ne "${size:-0}" ]
}

make_archive() {
  rm -f "$archive" "$archive".*
  # With fits, charts of the screen and notes; profiles want more paths, and both compilers.
  if [ "$major" -ge 25 ]; then
    set -- -jar "$jar" run iran-iraq-2019 --paths 10000
  else
    set -- -XX:TieredStopAtLevel=1 -jar "$jar" run iran-iraq-2019 --paths 1000
  fi
  "$java" -XX:+UseSerialGC "$make=$archive.$$" -Xlog:disable "$@" >/dev/null 2>&1 || :
  [ -e "$archive.$$" ] || : >"$archive.$$"
  wc -c <"$archive.$$" >"$archive.size"
  mv -f "$archive.$$" "$archive"
}

# Whether a command simulates nothing, or so little that it is over before the JVM's second compiler pays:
# without that one it takes half the processor time, with the same results.
is_short() {
  case ${1:-} in
    validate | metrics | schema | scenarios | init | explain | report | fit | completion | -* | '') return 0 ;;
    run) ;;
    *) return 1 ;;
  esac
  paths=
  while [ $# -gt 0 ]; do
    case $1 in
      --paths=*) paths=${1#*=} ;;
      --paths) paths=${2:-} ;;
    esac
    shift
  done
  case $paths in
    '' | *[!0-9]* | ?????*) return 1 ;;
  esac
}

# Runs the command line with the options that are given. The folder $archives keeps its classes. $model, in a
# checkout, is the folder that builds the model for pages.
start_corridor() {
  archive_classes "$archives"
  # Java can't tell whether standard output and standard error are terminals, nor how wide.
  terminal=false output=file columns=80
  [ ! -t 2 ] || terminal=true
  if [ -t 1 ]; then
    output=terminal
    size=$(stty size 2>/dev/null </dev/tty) && columns=${size#* }
    [ "$columns" -gt 0 ] || columns=80
  fi
  compilers=-XX:+TieredCompilation
  ! is_short "$@" || compilers=-XX:TieredStopAtLevel=1
  # The JVM's own warnings would stand in the way of --json.
  # shellcheck disable=SC2086 # several options in one variable
  exec "$java" -XX:+UseSerialGC -XX:+VerifySharedSpaces "$use_archive" "$compilers" -Xlog:disable "$quiet" \
    -Dcorridor.terminal="$terminal" -Dcorridor.output="$output" -Dcorridor.columns="$columns" \
    ${model:+-Dcorridor.model="$model"} ${CORRIDOR_JAVA_OPTS:-} -jar "$jar" "$@"
}
