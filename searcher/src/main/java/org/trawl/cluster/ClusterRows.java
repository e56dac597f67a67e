package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.trawl.schema.MediaFile;
import org.trawl.schema.TweetFields;
import org.trawl.schema.TweetReading;
import org.trawl.search.Deadline;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Media;
import tools.jackson.databind.JsonNode;

/// Makes hits of the rows that a cluster keeps.
///
/// Thread-safe.
final class ClusterRows {
  private final ClusterOrder order;
  private final TweetReading reading;

  ClusterRows(ClusterOrder order, TweetReading reading) {
    this.order = order;
    this.reading = reading;
  }

  /// The hit of a document, without marks.
  Hit hit(JsonNode source) {
    var media = new ArrayList<Media>();
    for (var stored : source.path(TweetFields.MEDIA_FILE)) {
      var file = MediaFile.of(stored.asString());
      // The files themselves lie beside the folder, not on the cluster.
      var kind = file.kind().name().toLowerCase(Locale.ROOT);
      media.add(new Media(kind, file.name(), Optional.empty()));
    }
    var row = new BytesRef(Base64.getDecoder().decode(source.path(TweetFields.ROW).asString()));
    return new Hit(
        reading.tweet(row, first(source.path(TweetFields.OPERATION))),
        first(source.path(TweetFields.DETECTED)),
        source.path(ClusterSchema.BY_ACCOUNT).asBoolean(false),
        List.of(),
        new Copies(
            source.path(ClusterSchema.COPIES).asLong(),
            source.path(ClusterSchema.SIMILAR_COUNT).asLong()),
        media,
        Optional.empty());
  }

  private static String first(JsonNode values) {
    return values.isArray() ? values.path(0).asString() : values.asString();
  }

  /// The hits of some ids, in their order.
  List<Hit> hits(List<Long> ids, Deadline deadline) throws IOException {
    if (ids.isEmpty()) {
      return List.of();
    }
    var wanted =
        ClusterOrder.Ordering.of(Dsl.numbers(TweetFields.ID, ids), Sort.NEWEST, Collapse.NONE);
    var byId = new HashMap<Long, Hit>();
    for (var found : order.plain(wanted, ids.size(), null, true, deadline)) {
      byId.put(found.id(), hit(found.source()));
    }
    var hits = new ArrayList<Hit>();
    for (var id : ids) {
      var hit = byId.get(id);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }
}
