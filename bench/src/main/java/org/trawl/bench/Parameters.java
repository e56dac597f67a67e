package org.trawl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters of a question, as the query list writes them: `q=brexit&filter=language:en`,
/// nothing escaped.
///
/// @param text as written
record Parameters(String text) {
  Parameters {
    requireNonNull(text, "text");
  }

  /// All values of a name, in order.
  List<String> all(String name) {
    var values = new ArrayList<String>();
    for (var part : text.split("&")) {
      if (part.startsWith(name + "=")) {
        values.add(part.substring(name.length() + 1));
      }
    }
    return values;
  }

  /// The value of a name that stands once at most.
  Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  /// As the query of a web address; `deep`, which is the benchmark's own, left out.
  String encoded() {
    var encoded = new StringBuilder();
    for (var part : text.split("&")) {
      var equals = part.indexOf('=');
      if (equals > 0 && !part.startsWith("deep=")) {
        encoded.append(encoded.isEmpty() ? "" : "&");
        encoded.append(part, 0, equals + 1);
        encoded.append(URLEncoder.encode(part.substring(equals + 1), UTF_8));
      }
    }
    return encoded.toString();
  }

  /// How many pages of [#DEEP_PAGE] hits lie before the one asked for.
  int deep() {
    return one("deep").map(Integer::parseInt).orElse(0);
  }

  /// Hits of a page that is leafed over.
  static final int DEEP_PAGE = 100;
}
