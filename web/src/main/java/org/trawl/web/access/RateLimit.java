package org.trawl.web.access;

import java.util.LinkedHashMap;
import java.util.Map;

/// How many requests each client may send: a minute's worth at once, and on average no more than
/// that each minute. Remembers a bounded number of clients, the latest ones. Thread-safe.
public final class RateLimit {
  private static final int CLIENTS = 20_000;
  private static final double NANOS_PER_MINUTE = 60e9;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CLIENTS;
        }
      };

  /// @param left requests that may come now, a part of one included
  private record Bucket(double left, long nanos) {}

  /// @param perMinute requests a minute; 0 for no bound
  public RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /// Takes one request of a client into account.
  ///
  /// @param nanos the time by [System#nanoTime]
  /// @return seconds to wait for the next one; 0 if this one may pass
  public int take(String client, long nanos) {
    return wait(client, nanos, 1);
  }

  /// How long a client has to wait, without taking a request into account.
  ///
  /// @return seconds; 0 if a request may pass
  public int wait(String client, long nanos) {
    return wait(client, nanos, 0);
  }

  private int wait(String client, long nanos, int taken) {
    if (perMinute == 0) {
      return 0;
    }
    synchronized (buckets) {
      var known = buckets.getOrDefault(client, new Bucket(perMinute, nanos));
      double earned = (nanos - known.nanos) * perMinute / NANOS_PER_MINUTE;
      double left = Math.min(perMinute, known.left + earned);
      boolean passes = left >= 1;
      buckets.put(client, new Bucket(passes ? left - taken : left, nanos));
      return passes ? 0 : (int) Math.ceil((1 - left) * 60 / perMinute);
    }
  }

  /// What stands for one client: an IPv4 address, or the network of an IPv6 address, as its holder
  /// has all addresses of that.
  public static String key(String address) {
    var plain = address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    if (!plain.contains(":")) {
      return plain;
    }
    var groups = plain.split("%", 2)[0].split(":", -1);
    var network = new StringBuilder();
    for (int i = 0; i < groups.length && i < 4 && !groups[i].isEmpty(); i++) {
      network.append(groups[i]).append(':');
    }
    return network.isEmpty() ? plain : network.append(':').toString();
  }
}
