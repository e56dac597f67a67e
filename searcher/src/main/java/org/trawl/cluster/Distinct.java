package org.trawl.cluster;

import tools.jackson.databind.node.ObjectNode;

/// Counts different values exactly: each has a number, and a script sets a bit for it. What
/// OpenSearch has for it (`cardinality`) is an estimate.
final class Distinct {
  private static final String INIT = "state.bits = new long[params.words]";

  private static final String MAP =
      "if (doc.containsKey(params.field)) { def all = doc[params.field];"
          + " for (int i = 0; i < all.size(); i++) { int value = (int) all.get(i);"
          + " state.bits[value >> 6] |= 1L << (value & 63); } }";

  private static final String COMBINE = "return state.bits";

  private static final String REDUCE =
      "long[] all = new long[params.words]; for (bits in states) { if (bits != null) {"
          + " for (int i = 0; i < all.length; i++) { all[i] |= bits[i]; } } }"
          + " long count = 0; for (int i = 0; i < all.length; i++)"
          + " { count += Long.bitCount(all[i]); } return count";

  private Distinct() {}

  /// @param field of numbers below `numbers`
  static ObjectNode of(String field, int numbers) {
    var parameters = Dsl.object().put("field", field).put("words", (numbers >> 6) + 1);
    return Dsl.object(
        "scripted_metric",
        Dsl.object()
            .put("init_script", INIT)
            .put("map_script", MAP)
            .put("combine_script", COMBINE)
            .put("reduce_script", REDUCE)
            .set("params", parameters));
  }
}
