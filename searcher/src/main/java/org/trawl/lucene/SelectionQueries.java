package org.trawl.lucene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.trawl.columns.Columns;
import org.trawl.columns.CopyRange;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.TweetFields;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;

/// What was clicked, as queries: one a facet, so that each facet can be counted without its own.
final class SelectionQueries {
  private final AccountDirectory accounts;
  private final Columns columns;

  SelectionQueries(AccountDirectory accounts, Columns columns) {
    this.accounts = accounts;
    this.columns = columns;
  }

  /// The tweets that a facet's choices allow.
  Query of(Facet facet, SearchRequest.Selection selection) {
    var query = new BooleanQuery.Builder();
    var filters = selection.filters().getOrDefault(facet, List.of());
    var excludes = selection.excludes().getOrDefault(facet, List.of());
    if (filters.isEmpty()) {
      query.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
    } else {
      query.add(anyOf(facet, filters), BooleanClause.Occur.FILTER);
    }
    if (!excludes.isEmpty()) {
      query.add(anyOf(facet, excludes), BooleanClause.Occur.MUST_NOT);
    }
    return query.build();
  }

  private Query anyOf(Facet facet, List<String> typed) {
    var values = typed.stream().map(facet::normal).toList();
    return switch (facet) {
      case OPERATION -> terms(TweetFields.OPERATION, values);
      case LANGUAGE -> terms(TweetFields.LANGUAGE, values);
      case DETECTED -> terms(TweetFields.DETECTED, values);
      case KIND -> terms(TweetFields.KIND, values);
      case MEDIA -> terms(TweetFields.MEDIA, values);
      case CLIENT -> terms(TweetFields.CLIENT, values);
      case HASHTAG -> terms(TweetFields.HASHTAG, values);
      case MENTION -> terms(TweetFields.MENTION, values);
      case DOMAIN -> terms(TweetFields.DOMAIN, values);
      case RETWEETED -> terms(TweetFields.RETWEETED, values);
      case COPIES -> copies(values);
      case ACCOUNT ->
          accounts(values.stream().flatMap(name -> accounts.named(name).stream()).toList());
      case ACCOUNT_LANGUAGE -> accountsWhere(values, accounts::language);
      case ACCOUNT_CREATED -> accountsWhere(values, accounts::createdYear);
    };
  }

  /// The tweets whose texts as many tweets have as one of these ranges says.
  private Query copies(List<String> values) {
    var wanted = EnumSet.noneOf(CopyRange.class);
    values.forEach(value -> CopyRange.of(value).ifPresent(wanted::add));
    var ranges = CopyRange.values();
    var rangeOf = columns.traits().copies();
    return new ColumnQuery(
        "copies:" + wanted, doc -> wanted.contains(ranges[rangeOf[columns.traitSet(doc)]]));
  }

  private static Query terms(String field, List<String> values) {
    return new TermInSetQuery(
        field, values.stream().map(SelectionQueries::term).map(BytesRef::new).toList());
  }

  private static String term(String value) {
    return value.equals(Facet.NONE) ? "" : value;
  }

  private interface Field {
    String of(int account);
  }

  private Query accountsWhere(List<String> values, Field field) {
    var wanted = values.stream().map(SelectionQueries::term).toList();
    var found = new ArrayList<Integer>();
    for (var account = 0; account < accounts.size(); account++) {
      if (wanted.contains(field.of(account))) {
        found.add(account);
      }
    }
    return accounts(found);
  }

  /// The tweets of some accounts.
  Query accounts(List<Integer> ordinals) {
    var terms = columns.dictionaries().accounts();
    return new TermInSetQuery(
        TweetFields.ACCOUNT, ordinals.stream().map(o -> new BytesRef(terms.value(o))).toList());
  }
}
