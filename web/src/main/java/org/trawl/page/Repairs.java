package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trawl.explain.Reading;
import org.trawl.page.SearchView.Repair;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.QueryPrinter;
import org.trawl.query.TextPattern;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearcher;

/// Ways out of an empty result, found by searches that only count: how many tweets each part of the
/// query has on its own, and what the search would find without it, with it loosened, or without a
/// filter.
final class Repairs {
  /// A query with more parts is a list, where no single part says much.
  private static final int MOST_CLAUSES = 8;

  /// Words of fewer letters are given one changed letter, longer ones two.
  private static final int LONG_WORD = 6;

  private final TweetSearcher searcher;
  private final SearchAddress address;
  private final Selection selection;
  private final long deadlineNanos;
  private final List<Repair> repairs = new ArrayList<>();
  private final List<QueryAst> nowhere = new ArrayList<>();

  private Repairs(TweetSearcher searcher, SearchAddress address, SearchRequest request) {
    this.searcher = searcher;
    this.address = address;
    selection = request.selection();
    deadlineNanos = System.nanoTime() + request.counting().budget().toNanos();
  }

  /// @param request a search that found nothing
  static List<Repair> of(
      TweetSearcher searcher, ParsedQuery parsed, SearchAddress address, SearchRequest request)
      throws IOException {
    var repairs = new Repairs(searcher, address, request);
    var clauses = parsed.clauses();
    if (clauses.size() <= MOST_CLAUSES) {
      for (int i = 0; i < clauses.size(); i++) {
        repairs.clause(clauses, i);
      }
      repairs.nowhere(clauses);
    }
    repairs.filters(parsed.ast());
    return List.copyOf(repairs.repairs);
  }

  private void clause(List<QueryAst> clauses, int index) throws IOException {
    var clause = clauses.get(index);
    var alone = count(clause, Selection.NONE);
    if (alone.isEmpty()) {
      return;
    }
    if (alone.getAsLong() == 0) {
      nowhere.add(clause);
    }
    var reading = Reading.of(clause);
    var says =
        reading.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + reading.substring(1)
            + (alone.getAsLong() == 0
                ? ": no tweet in the archive."
                : ": " + Wording.number(alone.getAsLong(), "tweet", "tweets") + " in the archive.");
    var others = new ArrayList<>(clauses);
    others.remove(index);
    var without = others.isEmpty() ? Optional.<Repair>empty() : query(says, "Leave it out", others);
    repairs.add(without.orElse(new Repair(says, "", "")));
    var loosened = loosened(clause);
    if (loosened.isPresent()) {
      others.add(index, loosened.get());
      var label =
          loosened.get() instanceof QueryAst.Text ? "Allow other spellings" : "Its words, anywhere";
      query("", label, others).ifPresent(repairs::add);
    }
  }

  /// Leaves out all that is in no tweet; a single one has been left out before.
  private void nowhere(List<QueryAst> clauses) throws IOException {
    var others = new ArrayList<>(clauses);
    others.removeAll(nowhere);
    if (nowhere.size() > 1 && !others.isEmpty()) {
      query("", "Leave out all that is in no tweet", others).ifPresent(repairs::add);
    }
  }

  /// The search for these clauses, if it finds any.
  private Optional<Repair> query(String says, String label, List<QueryAst> clauses)
      throws IOException {
    var ast = QueryAst.and(clauses);
    var found = count(ast, selection);
    return found.orElse(0) == 0
        ? Optional.empty()
        : Optional.of(
            new Repair(
                says,
                label(label, found.getAsLong()),
                address.with("q", QueryPrinter.print(ast)).href()));
  }

  private static Optional<QueryAst> loosened(QueryAst clause) {
    if (!(clause instanceof QueryAst.Text(var field, var pattern)) || field != TextField.TWEET) {
      return Optional.empty();
    }
    return switch (pattern) {
      case TextPattern.Word(var text, _) ->
          Optional.of(
              new QueryAst.Text(
                  field, new TextPattern.Fuzzy(text, text.length() < LONG_WORD ? 1 : 2)));
      case TextPattern.Phrase(var slots)
          when slots.stream().allMatch(TextPattern.Word.class::isInstance) ->
          Optional.of(
              QueryAst.and(slots.stream().map(slot -> new QueryAst.Text(field, slot)).toList()));
      case TextPattern.Phrase _,
          TextPattern.Near _,
          TextPattern.Wildcard _,
          TextPattern.Fuzzy _,
          TextPattern.Regex _,
          TextPattern.AnyWord _,
          TextPattern.Alternatives _ ->
          Optional.empty();
    };
  }

  private void filters(QueryAst query) throws IOException {
    if (selection.since().isPresent() || selection.until().isPresent()) {
      filter(
          query,
          "The dates chosen leave nothing over.",
          "All dates",
          new Selection(
              selection.filters(), selection.excludes(), Optional.empty(), Optional.empty()),
          address.between(Optional.empty(), Optional.empty()));
    }
    for (var facet : Facet.values()) {
      if (selection.filters().containsKey(facet) || selection.excludes().containsKey(facet)) {
        filter(
            query,
            "The filter “" + Wording.facet(facet) + "” leaves nothing over.",
            "Remove it",
            new Selection(
                without(selection.filters(), facet),
                without(selection.excludes(), facet),
                selection.since(),
                selection.until()),
            address.clear(facet));
      }
    }
  }

  private void filter(
      QueryAst query, String says, String label, Selection wider, SearchAddress leadsTo)
      throws IOException {
    var found = count(query, wider);
    if (found.orElse(0) > 0) {
      repairs.add(new Repair(says, label(label, found.getAsLong()), leadsTo.href()));
    }
  }

  private static String label(String label, long found) {
    return label + ": " + Wording.number(found, "tweet", "tweets");
  }

  private static Map<Facet, List<String>> without(Map<Facet, List<String>> all, Facet facet) {
    var others = new HashMap<>(all);
    others.remove(facet);
    return others;
  }

  /// Empty if the search is refused or runs out of time; all of them together have as much as the
  /// search that found nothing.
  private OptionalLong count(QueryAst query, Selection within) throws IOException {
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      return OptionalLong.empty();
    }
    try {
      var result =
          searcher.search(
              new SearchRequest(
                  query,
                  within,
                  new Page(Sort.NEWEST, 0, Optional.empty(), false),
                  new Counting(Set.of(), 1, Optional.empty(), Duration.ofNanos(left))));
      return result.partial() ? OptionalLong.empty() : OptionalLong.of(result.total());
    } catch (QueryRefused _) {
      return OptionalLong.empty();
    }
  }
}
