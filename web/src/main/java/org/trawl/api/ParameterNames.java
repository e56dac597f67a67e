package org.trawl.api;

import java.util.List;
import java.util.Set;

/// The names of parameters, the same in the interface for programs and on the pages.
public final class ParameterNames {
  public static final String QUERY = "q";

  /// A value that is chosen, as `facet:value`; repeatable.
  public static final String FILTER = "filter";

  /// A value that must not be there, as `facet:value`; repeatable.
  public static final String EXCLUDE = "exclude";

  public static final String SINCE = "since";
  public static final String UNTIL = "until";
  public static final String LIST = "list";
  public static final String LIST_ACCOUNTS = "listAccounts";
  public static final String LIST_WORDS = "listWords";
  public static final String SORT = "sort";
  public static final String SIZE = "size";
  public static final String AFTER = "after";
  public static final String FACETS = "facets";
  public static final String FACET_SIZE = "facetSize";
  public static final String TIMELINE = "timeline";

  /// Whose days and hours are meant.
  public static final String ZONE = "zone";

  public static final String COPIES = "copies";
  public static final String CLAUSES = "clauses";
  public static final String EXPLAIN = "explain";

  /// Every parameter of a search.
  public static final List<String> SEARCH =
      List.of(
          QUERY,
          FILTER,
          EXCLUDE,
          SINCE,
          UNTIL,
          LIST,
          LIST_ACCOUNTS,
          LIST_WORDS,
          SORT,
          SIZE,
          AFTER,
          FACETS,
          FACET_SIZE,
          TIMELINE,
          ZONE,
          COPIES,
          CLAUSES,
          EXPLAIN);

  /// The parameters that make up a list.
  public static final Set<String> OF_LIST = Set.of(LIST, LIST_ACCOUNTS, LIST_WORDS);

  /// What narrows a search beside its query and its list.
  public static final List<String> SELECTION = List.of(FILTER, EXCLUDE, SINCE, UNTIL);

  /// What says which tweets a search is about, and in whose days and hours.
  public static final List<String> SCOPE =
      List.of(QUERY, FILTER, EXCLUDE, SINCE, UNTIL, ZONE, LIST, LIST_ACCOUNTS, LIST_WORDS);

  private ParameterNames() {}
}
