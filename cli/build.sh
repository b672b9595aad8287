# What the scripts corridor and corridor-spark of a checkout share: the module that was built last.
# They set home (the checkout) and module (what is built).
# shellcheck shell=sh disable=SC2154

target=$home/$module/target
stamp=$target/.built

# That module, and those it is built from.
modules='withers core evidence scenarios report parquet web cli'
[ "$module" = cli ] || modules="$modules spark spark-cli"

# Whether a source is newer than what was built. A folder is, once a file in it was removed.
is_stale() {
  [ -f "$stamp" ] && [ -f "$jar" ] || return 0
  set -- "$home/pom.xml"
  for of in $modules; do
    set -- "$@" "$home/$of/pom.xml" "$home/$of/src/main"
  done
  command -v find >/dev/null || return 1 # no PATH: what is there is used
  [ -n "$(find "$@" -newer "$stamp" -print -quit)" ]
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
