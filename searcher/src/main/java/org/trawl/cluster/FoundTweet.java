package org.trawl.cluster;

import java.util.List;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchRequest.Sort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A tweet as a search of a cluster gives it.
///
/// @param key what it is sorted by: a time, a count or its points
/// @param user the number of who sent it
/// @param group the group of its text; 0 for one that stands alone
/// @param length see [ClusterSchema#LENGTH]
/// @param source its row and what belongs to it, if asked for
record FoundTweet(long key, long id, int user, int group, int length, JsonNode source) {
  /// The fields that are read beside a tweet's place.
  ///
  /// @param group the field of the groups that count
  static void ask(ObjectNode body, String group, boolean rows) {
    var fields = Dsl.array();
    List.of(ClusterSchema.USER_NUMBER, group, ClusterSchema.LENGTH).forEach(fields::add);
    body.set("docvalue_fields", fields);
    body.put("_source", rows);
  }

  /// @param hit sorted by its key and its id
  static FoundTweet of(JsonNode hit, String group) {
    var sort = hit.path("sort");
    var fields = hit.path("fields");
    return new FoundTweet(
        number(sort.path(0)),
        number(sort.path(1)),
        (int) number(fields.path(ClusterSchema.USER_NUMBER).path(0)),
        (int) number(fields.path(group).path(0)),
        (int) number(fields.path(ClusterSchema.LENGTH).path(0)),
        hit.path("_source"));
  }

  /// Points come as a number with a point in it.
  private static long number(JsonNode value) {
    return value.isIntegralNumber() ? value.asLong() : (long) value.asDouble(0);
  }

  /// The field that its key is, for orders other than by relevance.
  static String sortField(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "_score";
      case NEWEST, OLDEST -> TweetFields.TIME;
      case LIKES -> TweetFields.LIKES;
      case RETWEETS -> TweetFields.RETWEETS;
      case COPIES -> ClusterSchema.COPIES;
    };
  }
}
