package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.explain.ListText;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryPrinter;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Kind;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Value;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.TweetSearch;

/// What a list holds, and how much of it the archive has.
///
/// @param counted each value with its tweets, in the order of the list
/// @param total tweets that any value fits; empty if the time was over before they were counted
/// @param accounts that sent them
public record ListReport(
    ValueList list, Role role, List<Counted> counted, Optional<Long> total, long accounts) {
  public ListReport {
    requireNonNull(list, "list");
    requireNonNull(role, "role");
    counted = List.copyOf(counted);
    requireNonNull(total, "total");
  }

  /// A value and how many tweets it fits.
  ///
  /// @param tweets empty if the time was over before it was its turn
  public record Counted(Value value, Optional<Long> tweets) {
    public Counted {
      requireNonNull(value, "value");
      requireNonNull(tweets, "tweets");
    }

    boolean isFound() {
      return tweets.orElse(0L) > 0;
    }

    boolean isMissing() {
      return tweets.isPresent() && tweets.get() == 0;
    }
  }

  /// Counts.
  ///
  /// @param budget how long it may take
  public static ListReport of(TweetSearch searcher, ValueList list, Role role, Duration budget)
      throws IOException, QueryRefused {
    if (list.values().isEmpty()) {
      return new ListReport(list, role, List.of(), Optional.of(0L), 0);
    }
    var selection = Selection.NONE.within(list.ast(role));
    var all =
        searcher.search(SearchRequest.counting(new QueryAst.All(), selection, budget.dividedBy(2)));
    var each = list.values().stream().map(value -> value.ast(role)).toList();
    var totals = searcher.totals(each, budget.dividedBy(2));
    var counted = new ArrayList<Counted>();
    for (int i = 0; i < each.size(); i++) {
      var tweets = i < totals.size() ? Optional.of(totals.get(i)) : Optional.<Long>empty();
      counted.add(new Counted(list.values().get(i), tweets));
    }
    return new ListReport(
        list,
        role,
        counted,
        all.partial() ? Optional.empty() : Optional.of(all.total()),
        all.accounts());
  }

  /// Whether the time was over before all was counted.
  public boolean partial() {
    return total.isEmpty() || counted.stream().anyMatch(one -> one.tweets().isEmpty());
  }

  /// The values of which the archive has tweets, in the order of the list.
  public List<Counted> found() {
    return counted.stream().filter(Counted::isFound).toList();
  }

  /// The values of which the archive has none.
  public List<Value> missing() {
    return counted.stream().filter(Counted::isMissing).map(Counted::value).toList();
  }

  /// How many values there are of each kind there is.
  public Map<Kind, Integer> kinds() {
    var kinds = new EnumMap<Kind, Integer>(Kind.class);
    list.values().forEach(value -> kinds.merge(value.kind(), 1, Integer::sum));
    return kinds;
  }

  /// The list in the query language; empty if it has no values.
  public String query() {
    return list.values().isEmpty() ? "" : QueryPrinter.print(list.ast(role));
  }

  /// As it is sent.
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("tweets", total.orElse(null));
    json.put("accounts", total.isPresent() ? accounts : null);
    json.put("partial", partial());
    json.put("found", found().size());
    json.put("missing", missing().size());
    json.put("repeated", list.repeated());
    var kinds = new LinkedHashMap<String, Integer>();
    for (var kind : Kind.values()) {
      kinds.put(name(kind), kinds().getOrDefault(kind, 0));
    }
    json.put("kinds", kinds);
    json.put("values", counted.stream().map(ListReport::json).toList());
    json.put(
        "unread",
        list.unread().stream()
            .map(one -> Map.of("text", one.text(), "reason", ListText.of(one.reason())))
            .toList());
    json.put("query", query());
    return json;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> json(Counted counted) {
    var json = new LinkedHashMap<String, Object>();
    json.put("value", counted.value().written());
    json.put("kind", name(counted.value().kind()));
    json.put("tweets", counted.tweets().orElse(null));
    return json;
  }
}
