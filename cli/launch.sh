# What the scripts corridor and corridor-spark share: a JDK, and the module that was built last.
# They set home (the checkout), module (what is built) and modules (that, and what it is built from).
# shellcheck shell=sh disable=SC2154

target=$home/$module/target
stamp=$target/.built

say() { printf '%s\n' "corridor: $*" >&2; }

die() {
  say "$@"
  exit 1
}

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

# Whether a source is newer than what was built. A folder is, once a file in it was removed.
is_stale() {
  [ -f "$stamp" ] && [ -f "$jar" ] || return 0
  sources=$home/pom.xml
  for of in $modules; do
    sources="$sources $home/$of/pom.xml $home/$of/src/main"
  done
  # shellcheck disable=SC2086 # several files in one variable
  [ -n "$(find $sources -newer "$stamp" -print -quit)" ]
}

build() {
  [ -x "${java%/bin/java}/bin/javac" ] ||
    die "$java comes without a compiler: building Corridor needs a JDK, 17 or later"
  command -v mvn >/dev/null || die "no Maven found: building Corridor needs Maven 3.9 or later"
  say "building (once, and again when sources have changed) ..."
  mkdir -p "$target"
  : >"$stamp.new"
  (cd "$home" && mvn -q -B -pl "$module" -am -Dmaven.test.skip=true -Dspotless.check.skip=true package) >&2 ||
    die "the build failed, see above"
  rm -f "$target"/classes-*
  mv "$stamp.new" "$stamp"
}

# Builds once, also if two of us start at the same time.
build_if_stale() {
  is_stale || return 0
  mkdir -p "$target"
  if command -v flock >/dev/null; then
    exec 9>"$target/.lock"
    flock 9
    ! is_stale || build
    exec 9>&-
  else
    build
  fi
}
