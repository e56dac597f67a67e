package org.trawl.api.network;

import java.util.List;

/// The colours of communities: the largest have one of their own that people who see red and green
/// alike can tell apart (Okabe and Ito), the rest share a grey.
///
/// @param red 0 to 255, as are the others
public record CommunityColour(int red, int green, int blue) {
  private static final List<CommunityColour> LARGEST =
      List.of(
          new CommunityColour(0, 114, 178),
          new CommunityColour(213, 94, 0),
          new CommunityColour(0, 158, 115),
          new CommunityColour(204, 121, 167),
          new CommunityColour(230, 159, 0),
          new CommunityColour(86, 180, 233),
          new CommunityColour(148, 103, 189),
          new CommunityColour(140, 86, 75));

  private static final CommunityColour REST = new CommunityColour(140, 140, 140);

  /// How many communities have a colour of their own.
  public static int count() {
    return LARGEST.size();
  }

  /// @param community 1 is the largest
  public static CommunityColour of(int community) {
    return community <= LARGEST.size() ? LARGEST.get(community - 1) : REST;
  }
}
