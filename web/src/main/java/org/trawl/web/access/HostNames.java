package org.trawl.web.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names by which the server may be asked for. A page elsewhere can make a browser ask this
/// server in a name of its own whose address it changed (DNS rebinding), and would then read the
/// answer; a plain address cannot be changed so.
///
/// @param configured more names, in lower case
public record HostNames(Set<String> configured) {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+]");

  public HostNames {
    configured = Set.copyOf(configured);
  }

  /// Whether a request with this `Host` header is for this server.
  ///
  /// @param host with or without a port
  public boolean allow(String host) {
    var name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    return name.equals("localhost") || ADDRESS.matcher(name).matches() || configured.contains(name);
  }
}
