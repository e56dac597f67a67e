# shellcheck shell=bash
# Finds what the build needs, and installs it where it may. Sourced by ./trawl and ./verify, which
# set $PROJECT and define `say`.

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
    /opt/*jdk* /opt/temurin* "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    release=$(jdk_release "$home")
    if [[ -n $release ]] && ((release >= JAVA_RELEASE && release < best_release)); then
      best=$home best_release=$release
    fi
  done
  [[ -n $best ]] && echo "$best"
}

has_maven() { command -v mvn >/dev/null; }

as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

# Whether this user can install Debian packages without being asked for anything.
can_install() {
  command -v apt-get >/dev/null &&
    { ((EUID == 0)) || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }
}

# Fetches the package lists, once a run.
LISTS_FETCHED=
fetch_lists() {
  [[ -z $LISTS_FETCHED ]] || return 0
  LISTS_FETCHED=yes
  as_root apt-get -q -y update >/dev/null 2>&1 || say 'the package lists could not all be renewed.'
}

# Whether this machine's package sources serve the package $1 now.
serves() {
  # The whole answer is read before it is looked at: `grep -q` on a pipe would end the first program
  # by SIGPIPE, and pipefail would call that a failure.
  local answer
  answer=$(apt-cache policy "$1" 2>/dev/null) || return 1
  [[ $answer == *'Candidate: '[0-9]* ]]
}

# Prints the first of the packages named that is served. Fails if none is.
first_served() {
  local package
  for package in "$@"; do
    if serves "$package"; then
      echo "$package"
      return
    fi
  done
  return 1
}

# Says how much would come with the packages named, such as "Need to get 95 MB of archives."
install_size() {
  local answer
  answer=$(LC_ALL=C as_root apt-get -q --assume-no --no-install-recommends install "$@" 2>/dev/null) || true
  sed -n -e 's/^Need to get \(.*\) of archives\.$/\1 to fetch/p' \
    -e 's/^After this operation, \(.*\) of additional disk space will be used\.$/, \1 on disk/p' <<<"$answer" |
    tr -d '\n'
}

# Installs the packages named, and says before what it does and how much that is. What a package
# manager says is printed if it fails.
install() {
  local size log
  fetch_lists
  size=$(install_size "$@")
  say "installing $*${size:+ ($size)}"
  if log=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@" 2>&1); then
    return
  fi
  printf '%s\n' "$log" | tail -n 5 >&2
  return 1
}

# Sets JAVA_HOME to a fitting JDK and sees that there is a Maven; installs what is missing where that
# can be done without a question, else says all that is missing and ends with 2.
bring_build_tools() {
  local package jdk
  jdk=$(find_jdk) || jdk=
  if { [[ -z $jdk ]] || ! has_maven; } && can_install; then
    fetch_lists
    # The JDK first and alone: else Debian's Maven would bring an older Java of its own.
    if [[ -z $jdk ]] &&
      package=$(first_served "openjdk-$JAVA_RELEASE-jdk-headless" "temurin-$JAVA_RELEASE-jdk"); then
      install "$package" || true
      jdk=$(find_jdk) || jdk=
    fi
    if ! has_maven && serves maven; then install maven || true; fi
  fi
  if [[ -z $jdk ]] || ! has_maven; then
    say_missing "$jdk"
    exit 2
  fi
  export JAVA_HOME=$jdk
}

# Says which of JDK ($1, empty if there is none) and Maven to install.
say_missing() {
  if [[ -z $1 ]]; then
    say "needs a JDK $JAVA_RELEASE or newer, and found none in JAVA_HOME, on the PATH or where distributions put them."
  fi
  if ! has_maven; then say 'needs Maven 3.8.7 or newer on the PATH, and found none.'; fi
  if [[ -z $1 ]] && ! has_maven; then
    say "Install both: apt-get install openjdk-$JAVA_RELEASE-jdk-headless maven (Debian 13, Ubuntu 24.04), brew install openjdk maven (macOS)."
  elif [[ -z $1 ]]; then
    say "Install one (Debian 13, Ubuntu 24.04: apt-get install openjdk-$JAVA_RELEASE-jdk-headless; macOS: brew install openjdk; elsewhere: Eclipse Temurin $JAVA_RELEASE) or set JAVA_HOME."
  else
    say 'Install it: apt-get install maven (Debian, Ubuntu), brew install maven (macOS).'
  fi
}

# Prints the program of a Chromium that runs: TRAWL_CHROMIUM, the one without windows, which is the
# quickest, the names that distributions give it on the PATH, the places of macOS. A file of that name
# is not enough: Ubuntu's only asks for a snap.
find_chromium() {
  local program version
  for program in "${TRAWL_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser \
    google-chrome-stable google-chrome /snap/bin/chromium /Applications/Chromium.app/Contents/MacOS/Chromium \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    [[ -n $program ]] && program=$(command -v "$program") || continue
    version=$("$program" --version 2>/dev/null </dev/null) || continue
    if [[ $version =~ [0-9]+\.[0-9]+\.[0-9]+ ]]; then
      echo "$program"
      return
    fi
  done
  return 1
}

# Runs Maven in the project's folder ($PROJECT) on the JDK at JAVA_HOME. The options silence the
# warnings that a new JDK gives about Maven's own libraries.
run_maven() {
  (
    cd "$PROJECT" || exit 2
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 exec mvn -B -Dstyle.color=never "$@"
  )
}

# Whether a Maven log ($1) says that files could not be fetched.
no_network() {
  grep -qE 'UnknownHostException|Unknown host|Temporary failure in name resolution|Network is unreachable|Connection refused|Connection timed out|No route to host|Could not transfer artifact' "$1"
}
