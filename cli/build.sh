# What the scripts of a checkout share: that what they start is built from the sources as they are. They set
# home (the checkout), module (what is built) and jar (what comes of it last).
# shellcheck shell=sh disable=SC2154

target=$home/$module/target
stamp=$target/.built

# Sets modules: what $module is built from, itself and what its pom names, and so on. The model for pages
# isn't among them: it takes a minute, and is built when a page first needs it.
find_modules() {
  modules='' waiting=$module
  while [ -n "$waiting" ]; do
    of=${waiting%% *}
    waiting=${waiting#"$of"} waiting=${waiting# }
    case " $modules " in *" $of "*) continue ;; esac
    modules="$modules $of"
    while read -r line; do
      case $line in
        *'<artifactId>corridor-parent<'* | *'<artifactId>corridor-web<'*) ;;
        *'<artifactId>corridor-'*)
          line=${line#*'<artifactId>corridor-'}
          waiting="$waiting ${line%%<*}"
          ;;
      esac
    done <"$home/$of/pom.xml"
    waiting=${waiting# }
  done
}

# Whether a source is newer than what was built, by a script or by hand. A folder is, once a file in it was
# removed.
is_stale() {
  [ -f "$jar" ] || return 0
  command -v find >/dev/null || return 1 # no PATH: what is there is used
  find_modules
  set -- "$home/pom.xml"
  for of in $modules; do
    set -- "$@" "$home/$of/pom.xml" "$home/$of/src/main"
  done
  built=$jar
  [ ! "$stamp" -nt "$jar" ] || built=$stamp
  [ -n "$(find "$@" -newer "$built" -print -quit)" ]
}

# Without what only a change of Corridor needs: tests, static checks, and the model for pages. By the first
# compiler of the JVM, which is done before the second one would pay; from the network, many files at once.
build() {
  [ -x "${java%/bin/java}/bin/javac" ] ||
    die "$java comes without a compiler: building Corridor needs a JDK, 17 or later"
  command -v mvn >/dev/null || die "no Maven found: building Corridor needs Maven 3.9 or later"
  say "building${1:+ $1} (once, and again when sources have changed) ..."
  mkdir -p "$target"
  : >"$stamp.new"
  (cd "$home" && MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" \
    mvn -q -B -pl "$module" -am -P'!static-checks' -Denforcer.skip=true -Dmaven.test.skip=true -Dmodel.later \
    -Daether.dependencyCollector.impl=bf -Dmaven.artifact.threads=16 package) >&2 ||
    die "the build failed, see above"
  rm -f "$target"/classes-*
  # What was written meanwhile is newer than this.
  touch -r "$stamp.new" "$jar"
  mv "$stamp.new" "$stamp"
}

# Builds once, also if two of us start at the same time. What is built is named by the arguments.
build_if_stale() {
  is_stale || return 0
  mkdir -p "$target"
  if command -v flock >/dev/null; then
    exec 9>"$target/.lock"
    flock 9
    ! is_stale || build "$@"
    exec 9>&-
  else
    build "$@"
  fi
}
