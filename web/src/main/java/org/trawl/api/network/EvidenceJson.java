package org.trawl.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trawl.api.HitJson;
import org.trawl.search.Evidence;
import org.trawl.search.Network.Node;

/// The answer of `/api/network/edge`, as it is sent.
///
/// @param total pairs in all; tweets where the type has no pairs
/// @param next how many pairs to pass over for the next page; null after the last
public record EvidenceJson(
    EndJson source,
    EndJson target,
    long total,
    List<PairJson> pairs,
    @Nullable Integer next,
    boolean partial) {

  /// An end of the edge.
  public record EndJson(String id, String label, String kind) {
    static EndJson of(Node node) {
      return new EndJson(node.id(), node.label(), NetworkJson.kind(node.kind()));
    }
  }

  /// @param item what both tweets share; null for a text, and where the type has no items
  /// @param seconds from the source's tweet to the target's; null where there is one tweet
  /// @param source the tweet of the source, or the only one
  public record PairJson(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String item,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seconds,
      HitJson source,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HitJson target) {
    static PairJson of(Evidence.Pair pair) {
      var second = pair.second().map(HitJson::of).orElse(null);
      return new PairJson(
          pair.item().isEmpty() ? null : pair.item(),
          second == null ? null : pair.seconds(),
          HitJson.of(pair.first()),
          second);
    }
  }

  public static EvidenceJson of(Evidence evidence, Evidence.Asked asked) {
    int next = asked.from() + evidence.pairs().size();
    boolean more = !evidence.pairs().isEmpty() && next < evidence.total();
    return new EvidenceJson(
        EndJson.of(evidence.source()),
        EndJson.of(evidence.target()),
        evidence.total(),
        evidence.pairs().stream().map(PairJson::of).toList(),
        more && next <= Evidence.Asked.MAX_FROM ? next : null,
        evidence.partial());
  }
}
