package org.trawl.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Traditional Chinese characters with their simplified forms, one for one: `國` is `国`.
///
/// Several traditional characters may share a simplified one, so folding goes that way.
final class HanVariants {
  private static final String RESOURCE = "han-variants.txt";

  private static final Map<Integer, Integer> SIMPLIFIED = read();

  private HanVariants() {}

  /// The simplified form of a character; itself if it has none.
  static int simplified(int codePoint) {
    return SIMPLIFIED.getOrDefault(codePoint, codePoint);
  }

  private static Map<Integer, Integer> read() {
    var simplified = new HashMap<Integer, Integer>();
    try (var in = HanVariants.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + RESOURCE);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          var points = line.codePoints().toArray();
          for (int i = 0; i + 1 < points.length; i += 2) {
            simplified.put(points[i], points[i + 1]);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(simplified);
  }
}
