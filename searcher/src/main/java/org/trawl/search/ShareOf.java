package org.trawl.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// What a search's share is of: the tweets that its own are counted against. The dates of a search
/// hold for them too, else a share over time would begin and end with parts of periods.
public sealed interface ShareOf {
  /// Every tweet of the archive.
  record All() implements ShareOf {}

  /// What the search is without what its query says of the text: words, hashtags, mentions, links
  /// and single tweets. What remains says who sent it, when, where from, in which language and how.
  record Filters() implements ShareOf {}

  /// Every tweet of the operations that the search names.
  record ItsOperation() implements ShareOf {}

  /// Every tweet in the languages that the search names.
  record ItsLanguage() implements ShareOf {}

  /// Every tweet of one operation; of the searches, only their tweets in it are counted.
  record Operation(String name) implements ShareOf {}

  /// Every tweet in one language; of the searches, only their tweets in it are counted.
  record Language(String code) implements ShareOf {}

  /// A search as far as it is counted.
  default SearchScope within(SearchScope scope) {
    return narrowing()
        .map(by -> new SearchScope(QueryAst.and(List.of(scope.query(), by)), scope.selection()))
        .orElse(scope);
  }

  /// What every search is narrowed to; empty for nothing.
  default Optional<QueryAst> narrowing() {
    return switch (this) {
      case Operation(var name) -> Optional.of(new QueryAst.Operation(List.of(name)));
      case Language(var code) -> Optional.of(new QueryAst.Language(List.of(code)));
      case All _, Filters _, ItsOperation _, ItsLanguage _ -> Optional.empty();
    };
  }

  /// What a search is counted against; empty if it names no operation or language to be.
  ///
  /// @param scope as it is counted
  default Optional<SearchScope> whole(SearchScope scope) {
    var clauses = scope.query().clauses();
    var selection = scope.selection();
    return switch (this) {
      case All _ ->
          Optional.of(
              of(clauses.stream().filter(QueryAst.Time.class::isInstance), none(selection)));
      case Filters _ ->
          Optional.of(of(clauses.stream().filter(clause -> !isOfText(clause)), selection));
      case ItsOperation _, Operation _ -> named(scope, QueryAst.Operation.class, Facet.OPERATION);
      case ItsLanguage _, Language _ -> named(scope, QueryAst.Language.class, Facet.LANGUAGE);
    };
  }

  private static Optional<SearchScope> named(
      SearchScope scope, Class<? extends QueryAst> clause, Facet facet) {
    var clauses = scope.query().clauses();
    var selection = scope.selection();
    var chosen = selection.filters().getOrDefault(facet, List.of());
    if (chosen.isEmpty() && clauses.stream().noneMatch(clause::isInstance)) {
      return Optional.empty();
    }
    var kept =
        clauses.stream().filter(one -> clause.isInstance(one) || one instanceof QueryAst.Time);
    var filters = chosen.isEmpty() ? Map.<Facet, List<String>>of() : Map.of(facet, chosen);
    return Optional.of(
        of(kept, new Selection(filters, Map.of(), selection.since(), selection.until())));
  }

  private static Selection none(Selection selection) {
    return new Selection(Map.of(), Map.of(), selection.since(), selection.until());
  }

  private static SearchScope of(java.util.stream.Stream<QueryAst> clauses, Selection selection) {
    return new SearchScope(QueryAst.and(clauses.collect(Collectors.toList())), selection);
  }

  /// Whether a part of a query is about what a tweet says or points to.
  private static boolean isOfText(QueryAst query) {
    return switch (query) {
      case QueryAst.And(var children) -> children.stream().anyMatch(ShareOf::isOfText);
      case QueryAst.Or(var children) -> children.stream().anyMatch(ShareOf::isOfText);
      case QueryAst.Not(var child) -> isOfText(child);
      case QueryAst.Text(var field, var _) -> field == QueryAst.TextField.TWEET;
      case QueryAst.Count(var metric, var _, var _) ->
          metric == QueryAst.Metric.COPIES || metric == QueryAst.Metric.SIMILAR;
      case QueryAst.Hashtag _,
          QueryAst.Mention _,
          QueryAst.To _,
          QueryAst.RetweetsOf _,
          QueryAst.Url _,
          QueryAst.Domain _,
          QueryAst.Ids _,
          QueryAst.LinkTo _,
          QueryAst.CopiesOf _,
          QueryAst.SimilarTo _,
          QueryAst.SamePicture _,
          QueryAst.SimilarText _ ->
          true;
      case QueryAst.All _,
          QueryAst.From _,
          QueryAst.Language _,
          QueryAst.Detected _,
          QueryAst.AccountLanguage _,
          QueryAst.Time _,
          QueryAst.Created _,
          QueryAst.InZone _,
          QueryAst.Client _,
          QueryAst.Operation _,
          QueryAst.Is _,
          QueryAst.Has _,
          QueryAst.IdRange _ ->
          false;
    };
  }
}
