package org.trawl.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Zones as people name them.
public final class Zones {
  private Zones() {}

  /// The zone of a name such as `Europe/Berlin`, or an offset such as `+05:30`; empty if there is
  /// none. What is UTC all the time is [ZoneOffset#UTC].
  public static Optional<ZoneId> of(String typed) {
    var name = typed.strip();
    if (!ZoneId.getAvailableZoneIds().contains(name) && !name.matches("Z|[+-][0-9]{2}:[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      var zone = ZoneId.of(name).normalized();
      return Optional.of(zone.equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
