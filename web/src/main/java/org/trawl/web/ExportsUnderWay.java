package org.trawl.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How far the exports are whose clients wish to know, by the name that each client gave its own.
/// The file itself comes by another request, which a browser shows as a download and tells no page
/// of.
final class ExportsUnderWay {
  /// Those that began longest ago are forgotten first.
  private static final int MOST = 1_000;

  /// What ended is told for this long.
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private final Map<String, Export> exports = new LinkedHashMap<>();

  /// What becomes of an export.
  enum State {
    RUNNING,
    DONE,
    /// Its client left, or it failed: the file is not whole.
    CUT_OFF
  }

  /// How far one is.
  ///
  /// @param bytes that were sent, before they are packed for the network
  record Progress(State state, long tweets, long total, long bytes) {}

  /// One export, as it goes on.
  static final class Export {
    private final long total;
    private volatile State state = State.RUNNING;
    private volatile long tweets;
    private volatile long bytes;
    private volatile Instant ended = Instant.MAX;

    private Export(long total) {
      this.total = total;
    }

    void at(long tweetsSoFar, long bytesSoFar) {
      tweets = tweetsSoFar;
      bytes = bytesSoFar;
    }

    void end(State how) {
      state = how;
      ended = Instant.now();
    }

    private boolean isOld() {
      return state != State.RUNNING && ended.plus(KEPT).isBefore(Instant.now());
    }
  }

  /// Whether an export can be called so: 8 to 64 letters, digits and hyphens, so that nobody
  /// guesses another's.
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Begins one; a name that is taken is told of its newest export.
  ///
  /// @param total tweets that it will have
  synchronized Export begin(String name, long total) {
    exports.values().removeIf(Export::isOld);
    var oldest = exports.keySet().iterator();
    while (exports.size() >= MOST) {
      oldest.next();
      oldest.remove();
    }
    var export = new Export(total);
    exports.put(name, export);
    return export;
  }

  /// How far it is; nothing for one that is not known, or no longer.
  synchronized Optional<Progress> progress(String name) {
    return Optional.ofNullable(exports.get(name))
        .filter(export -> !export.isOld())
        .map(e -> new Progress(e.state, e.tweets, e.total, e.bytes));
  }
}
