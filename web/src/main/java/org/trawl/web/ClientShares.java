package org.trawl.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.trawl.web.access.RateLimit;

/// How many streams each client may have on their way at once, so that nobody keeps everyone else
/// from theirs by reading slowly. Those of this machine are one user, who may have all.
/// Thread-safe.
final class ClientShares {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final int each;
  private final Map<String, Integer> taken = new HashMap<>();

  /// @param each streams of one client, 1 or more
  ClientShares(int each) {
    this.each = each;
  }

  /// Something that is done while a share is held.
  interface Use {
    void run() throws Exception;
  }

  /// Does something as one of a client's streams.
  ///
  /// @param client its address
  /// @throws Overloaded if it has as many as it may
  void run(String client, Use use) throws Exception {
    if (isHere(client)) {
      use.run();
      return;
    }
    var key = RateLimit.key(client);
    take(key);
    try {
      use.run();
    } finally {
      leave(key);
    }
  }

  private synchronized void take(String key) {
    int now = taken.getOrDefault(key, 0);
    if (now >= each) {
      throw new Overloaded(
          "From here as many exports and batches are on their way as one client may have.",
          RETRY_AFTER);
    }
    taken.put(key, now + 1);
  }

  private synchronized void leave(String key) {
    taken.computeIfPresent(key, (client, now) -> now > 1 ? now - 1 : null);
  }

  private static boolean isHere(String client) {
    return client.startsWith("127.") || client.equals("::1") || client.startsWith("[::1]");
  }
}
