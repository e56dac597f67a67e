package org.trawl.cluster;

import java.util.ArrayList;
import java.util.List;
import org.trawl.columns.CopyRange;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.TweetFields;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where the values of facets lie on a cluster, and what choosing some of them asks for.
final class FacetFields {
  private final ClusterOperators operators;
  private final AccountDirectory accounts;

  FacetFields(ClusterOperators operators, AccountDirectory accounts) {
    this.operators = operators;
    this.accounts = accounts;
  }

  /// The field of a facet's values; the empty text stands for none.
  static String of(Facet facet) {
    return switch (facet) {
      case OPERATION -> TweetFields.OPERATION;
      case LANGUAGE -> TweetFields.LANGUAGE;
      case DETECTED -> TweetFields.DETECTED;
      case ACCOUNT -> ClusterSchema.USER;
      case HASHTAG -> TweetFields.HASHTAG;
      case MENTION -> TweetFields.MENTION;
      case DOMAIN -> TweetFields.DOMAIN;
      case CLIENT -> TweetFields.CLIENT;
      case KIND -> TweetFields.KIND;
      case RETWEETED -> TweetFields.RETWEETED;
      case COPIES -> ClusterSchema.COPY_RANGE;
      case MEDIA -> TweetFields.MEDIA;
      case ACCOUNT_LANGUAGE -> ClusterSchema.ACCOUNT_LANGUAGE;
      case ACCOUNT_CREATED -> ClusterSchema.ACCOUNT_CREATED;
    };
  }

  /// The tweets that a facet's choices allow.
  ObjectNode of(Facet facet, Selection selection) {
    var filters = selection.filters().getOrDefault(facet, List.of());
    var excludes = selection.excludes().getOrDefault(facet, List.of());
    var wanted = new ArrayList<JsonNode>();
    var unwanted = new ArrayList<JsonNode>();
    if (!filters.isEmpty()) {
      wanted.add(anyOf(facet, filters));
    }
    if (!excludes.isEmpty()) {
      unwanted.add(anyOf(facet, excludes));
    }
    return Dsl.every(wanted, unwanted);
  }

  private ObjectNode anyOf(Facet facet, List<String> typed) {
    var values = typed.stream().map(facet::normal).toList();
    return switch (facet) {
      case ACCOUNT ->
          operators.sentBy(values.stream().flatMap(v -> accounts.named(v).stream()).toList());
      case COPIES ->
          Dsl.terms(
              of(facet),
              values.stream().flatMap(v -> CopyRange.of(v).stream()).map(CopyRange::key).toList());
      case OPERATION,
          LANGUAGE,
          DETECTED,
          HASHTAG,
          MENTION,
          DOMAIN,
          CLIENT,
          KIND,
          RETWEETED,
          MEDIA,
          ACCOUNT_LANGUAGE,
          ACCOUNT_CREATED ->
          Dsl.terms(of(facet), values.stream().map(FacetFields::term).toList());
    };
  }

  /// The term of a value.
  static String term(String value) {
    return value.equals(Facet.NONE) ? "" : value;
  }
}
