# shellcheck shell=sh
# How a build of Trawl is started: sourced by ./trawl of the source tree and by bin/trawl of a
# release, so that both run it alike. For any POSIX shell.

# Memory for the command $1: indexing sorts and merges, a server keeps facet columns.
memory_for() {
  case $1 in
    index) echo -Xmx2000m ;;
    demo) echo -Xmx1800m ;;
    serve) echo -Xmx1400m ;;
    *) echo -Xmx1g ;;
  esac
}

# Options of the JVM for the command $1, made of those that the whole project runs with ($2), for
# every system.
options_for() {
  _options=$2
  # Only a server loads the vector module: the JVM warns of it in a line of its own, and other commands
  # gain nothing from it (docs/decisions/launcher.md).
  if [ "$1" != serve ]; then
    _options=$(printf '%s\n' "$_options" | sed 's/--add-modules jdk\.incubator\.vector//')
  fi
  # Nobody waits for a pause of indexing: the collector with the highest throughput saves a tenth of
  # the time, and more room for what is young some more. The JVM's optimizing compiler takes a third
  # of the processors in the first half minute unless it inlines less and begins later
  # (docs/decisions/launcher.md).
  if [ "$1" = index ]; then
    _options="$_options -XX:+UseParallelGC -XX:NewRatio=1 -XX:FreqInlineSize=50"
    _options="$_options -XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=2000"
    _options="$_options -XX:Tier4CompileThreshold=45000 -XX:Tier4BackEdgeThreshold=120000"
  fi
  echo "$_options $(memory_for "$1") -XX:+ExitOnOutOfMemoryError"
}

# The encoding of text in the locale that is in force.
charmap() { locale charmap 2>/dev/null || true; }

# Sees that programs read arguments and write text in UTF-8. The JVM takes the locale's encoding for
# both: in the plain C locale, as services and containers have it, a query in Russian would be lost.
# So it would in a locale that is named but not installed, as ssh brings it from another machine:
# that is the C locale by another name, so the name alone tells nothing.
use_utf8() {
  if [ "$(charmap)" = UTF-8 ]; then return; fi
  for _name in C.UTF-8 C.utf8 en_US.UTF-8; do
    if [ "$(
      LC_ALL=$_name
      export LC_ALL
      charmap
    )" = UTF-8 ]; then
      LC_ALL=$_name
      export LC_ALL
      return
    fi
  done
  LC_ALL=C.UTF-8
  export LC_ALL
}

# Prints the folder for files that make the next start quicker: the build's own ($1) where it can be
# written, else one of the user's; nothing if there is neither.
start_cache() {
  if [ -w "$1" ]; then
    echo "$1"
    return
  fi
  _cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  if [ -n "$_cache" ] && mkdir -p "$_cache/trawl" 2>/dev/null && [ -w "$_cache/trawl" ]; then
    echo "$_cache/trawl"
  fi
}

# Runs the program in the folder $2 with the Java program $1, the project's JVM options $3 and all
# further arguments, in place of this shell. TRAWL_JAVA_OPTS adds JVM options, such as -Xmx4g.
run_trawl() {
  _java=$1 _app=$2 _base=$3
  shift 3
  _options=$(options_for "${1:-}" "$_base")
  # What an indexer buffers is read in no order, which large pages make quicker.
  if [ "${1:-}" = index ] && [ "$(uname)" = Linux ]; then
    _options="$_options -XX:+UseTransparentHugePages"
  fi
  use_utf8
  if [ -t 1 ]; then _options="$_options -Dtrawl.colour=true"; fi
  if [ -t 2 ]; then _options="$_options -Dtrawl.terminal=true"; fi
  # A command's first run leaves the classes it loaded in a file, and later ones start in two thirds
  # of the time. The JVM does without the file if it is missing or does not fit.
  _file=
  case ${1:-} in
    batch | check | demo | export | search | serve)
      _file=$(start_cache "$_app")
      if [ -n "$_file" ]; then _file=$_file/$1.jsa; fi
      ;;
  esac
  set -- -jar "$_app/trawl.jar" "$@"
  if [ -n "$_file" ]; then
    set -- -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$_file" -Xlog:cds=off \
      -Xlog:cds+dynamic=off -Xlog:aot=off "$@"
  fi
  # shellcheck disable=SC2086 # lists of options
  exec "$_java" $_options ${TRAWL_JAVA_OPTS:-} "$@"
}
