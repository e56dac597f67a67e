# shellcheck shell=bash
# Finds what the build needs. Sourced by ./trawl and ./verify.

# The Java release that the build is for; a newer one does, an older one does not.
readonly JAVA_RELEASE=25

# Prints the release of the JDK at $1 (such as 25), or nothing if there is no whole JDK. Reads the
# JDK's own `release` file: starting each JVM that a machine has would take seconds.
jdk_release() {
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Prints the home of the program java on PATH, links followed, or nothing.
jdk_on_path() {
  local java link
  java=$(command -v java) || return 0
  while link=$(readlink "$java"); do
    case $link in
      /*) java=$link ;;
      *) java=${java%/*}/$link ;;
    esac
  done
  (cd "${java%/*}/.." 2>/dev/null && pwd) || true
}

# Prints the home of a fitting JDK: JAVA_HOME, then PATH, then the folders where distributions and
# installers put JDKs; among those the lowest release that fits. Fails if there is none.
find_jdk() {
  local home release best='' best_release=1000
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
    release=$(jdk_release "$home")
    if [[ -n $release ]] && ((release >= JAVA_RELEASE)); then
      echo "$home"
      return
    fi
  done
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* \
    /opt/*jdk* /opt/temurin* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    release=$(jdk_release "$home")
    if [[ -n $release ]] && ((release >= JAVA_RELEASE && release < best_release)); then
      best=$home best_release=$release
    fi
  done
  [[ -n $best ]] && echo "$best"
}

# Runs Maven in the project's folder ($PROJECT) on the JDK at JAVA_HOME. The options silence the
# warnings that a new JDK gives about Maven's own libraries.
run_maven() {
  (
    cd "$PROJECT" || exit 2
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -B -ntp -Dstyle.color=never "$@"
  )
}
