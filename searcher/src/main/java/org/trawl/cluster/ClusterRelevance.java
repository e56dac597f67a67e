package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.lucene.Cursor;
import org.trawl.lucene.FirstHits;
import org.trawl.lucene.HitScores.Scored;
import org.trawl.lucene.WordNearness;
import org.trawl.lucene.WordPoints;
import org.trawl.match.TokenView;
import org.trawl.match.WordSet;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.ScorePart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The order of hits by relevance, the same as the embedded engine's: the cluster adds up points,
/// which are whole numbers and the same on every shard; the places of words in the best hits are
/// read here, off their rows; and the first hits are varied by the same rule.
///
/// Thread-safe.
final class ClusterRelevance {
  /// So many of the best have the places of their words read: as in the embedded engine.
  private static final int READ = 1_024;

  /// The highest score there is.
  private static final int MOST = Character.MAX_VALUE;

  /// What a tweet can score whatever is searched.
  private static final int MOST_PRIOR = 255;

  private final ClusterOrder order;
  private final ClusterRows rows;
  private final WordForms forms;

  ClusterRelevance(ClusterOrder order, ClusterRows rows, WordForms forms) {
    this.order = order;
    this.rows = rows;
    this.forms = forms;
  }

  /// Points for the hits that a query matches.
  record PointsFor(ObjectNode query, int points) {}

  /// What is put in order.
  ///
  /// @param hits finds them
  /// @param points what adds to their scores
  /// @param runs see [WordPoints#words]
  /// @param total how many there are
  record Question(
      ObjectNode hits,
      List<PointsFor> points,
      List<List<WordPoints.Word>> runs,
      long total,
      Collapse collapse) {
    boolean varied() {
      return collapse != Collapse.NONE;
    }

    /// Some of the hits with their points.
    ClusterOrder.Ordering ordering(ObjectNode some) {
      return new ClusterOrder.Ordering(some, scored(some), Sort.RELEVANCE, collapse);
    }

    private ObjectNode scored(ObjectNode some) {
      var should = Dsl.array();
      long most = MOST_PRIOR;
      for (var one : points) {
        should.add(
            Dsl.object("constant_score", Dsl.object("filter", one.query).put("boost", one.points)));
        most += one.points;
      }
      var bool = Dsl.object("filter", Dsl.array().add(some));
      if (!should.isEmpty()) {
        bool.set("should", should);
      }
      var prior =
          Dsl.object(
              "field_value_factor",
              Dsl.object().put("field", ClusterSchema.PRIOR).put("missing", 0));
      var sum =
          Dsl.object("query", Dsl.object("bool", bool))
              .put("score_mode", "sum")
              .put("boost_mode", "sum");
      sum.set("functions", Dsl.array().add(prior));
      var scored = Dsl.object("function_score", sum);
      if (most <= MOST) {
        return scored;
      }
      var script = Dsl.object().put("source", "Math.min(" + MOST + ", _score)");
      return Dsl.object("script_score", Dsl.object("query", scored).set("script", script));
    }
  }

  /// The first hits of a search.
  ///
  /// @param first in their order
  /// @param groups of texts of which one stands among them; empty where copies are shown
  /// @param held numbers of users of which hits stand further down than their score has them
  /// @param whole whether there are no others
  record Ranked(List<FoundTweet> first, Set<Integer> groups, Set<Integer> held, boolean whole) {}

  Ranked ranking(Question question, Deadline deadline) throws IOException {
    var near = WordNearness.counts(question.runs);
    var best = order.plain(question.ordering(question.hits), READ, null, near, deadline);
    var read = near ? adjusted(best, question.runs) : new ArrayList<>(best);
    var whole = best.size() == question.total;
    if (!question.varied()) {
      return new Ranked(read, Set.of(), Set.of(), whole);
    }
    var candidates = new Candidates();
    var texts = candidates.texts(read);
    var varied = candidates.varied().of(texts);
    var offered = new ArrayList<>(texts);
    var held = new HashSet<>(varied.held());
    while (!varied.filled() && offered.size() < question.total) {
      var full = candidates.varied().full(offered);
      var others = candidates.others(question, offered, full);
      var more = order.plain(question.ordering(others), READ, null, false, deadline);
      offered.addAll(candidates.texts(more));
      varied = candidates.varied().of(offered);
      held.addAll(full);
      held.addAll(varied.held());
      if (more.size() < READ) {
        break;
      }
    }
    return candidates.joined(varied.first(), texts, held, whole);
  }

  /// Tweets by numbers, as the rule that varies them knows hits.
  private static final class Candidates {
    private final List<FoundTweet> tweets = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();

    FirstHits varied() {
      return new FirstHits(number -> tweets.get(number).user());
    }

    private Scored scored(FoundTweet tweet) {
      var number =
          numbers.computeIfAbsent(
              tweet.id(),
              _ -> {
                tweets.add(tweet);
                return tweets.size() - 1;
              });
      return new Scored(number, (int) tweet.key(), tweet.id());
    }

    private FoundTweet tweet(Scored hit) {
      return tweets.get(hit.doc());
    }

    /// The best hit of each text.
    List<Scored> texts(List<FoundTweet> hits) {
      var texts = new ArrayList<Scored>();
      var taken = new HashSet<Integer>();
      for (var hit : hits) {
        if (hit.group() == 0 || taken.add(hit.group())) {
          texts.add(scored(hit));
        }
      }
      return texts;
    }

    /// The hits of other texts and accounts than some.
    ObjectNode others(Question question, List<Scored> offered, Set<Integer> full) {
      var groups = new HashSet<Integer>();
      var ids = new ArrayList<Long>();
      for (var hit : offered) {
        ids.add(hit.id());
        groups.add(tweet(hit).group());
      }
      groups.remove(0);
      return without(question, ids, groups, full);
    }

    /// The varied hits, then those of the best that are not among them.
    Ranked joined(List<Scored> varied, List<Scored> texts, Set<Integer> held, boolean whole) {
      var first = new ArrayList<>(varied);
      var groups = new HashSet<Integer>();
      var ids = new HashSet<Long>();
      for (var hit : varied) {
        ids.add(hit.id());
        groups.add(tweet(hit).group());
      }
      groups.remove(0);
      for (var hit : texts) {
        var group = tweet(hit).group();
        if (group == 0 ? ids.add(hit.id()) : groups.add(group)) {
          first.add(hit);
        }
      }
      return new Ranked(first.stream().map(this::tweet).toList(), groups, held, whole);
    }
  }

  private static ObjectNode without(
      Question question, Collection<Long> ids, Set<Integer> groups, Set<Integer> users) {
    var unwanted = new ArrayList<JsonNode>();
    if (!ids.isEmpty()) {
      unwanted.add(Dsl.numbers(TweetFields.ID, ids));
    }
    if (!groups.isEmpty()) {
      var group = question.ordering(question.hits).group();
      unwanted.add(Dsl.numbers(group, groups));
    }
    if (!users.isEmpty()) {
      unwanted.add(Dsl.numbers(ClusterSchema.USER_NUMBER, users));
    }
    return Dsl.every(List.of(question.hits), unwanted);
  }

  /// Some hits from a place on.
  ///
  /// @param after the place, with how many hits come before it
  List<FoundTweet> page(
      Question question, Ranked ranking, int size, @Nullable Cursor after, Deadline deadline)
      throws IOException {
    var first = ranking.first();
    var shown = after == null ? 0 : (int) Math.min(Integer.MAX_VALUE, after.shown());
    var page = new ArrayList<FoundTweet>();
    for (var i = shown; i < first.size() && page.size() < size; i++) {
      page.add(first.get(i));
    }
    if (page.size() == size || ranking.whole()) {
      return page;
    }
    var ids = first.stream().map(FoundTweet::id).toList();
    var others = question.ordering(without(question, ids, ranking.groups(), Set.of()));
    var before = after == null || shown <= first.size() ? null : after;
    page.addAll(
        question.varied()
            ? order.firsts(others, size - page.size(), before, deadline)
            : order.plain(others, size - page.size(), before, false, deadline));
    return page;
  }

  /// The same hits with what the places of words change in their scores, in their new order.
  private List<FoundTweet> adjusted(List<FoundTweet> hits, List<List<WordPoints.Word>> runs)
      throws IOException {
    var adjusted = new ArrayList<FoundTweet>(hits.size());
    var tokenizer = new Tokenizer();
    for (var hit : hits) {
      var read = rows.hit(hit.source());
      var tokens = TokenView.of(read.tweet().content().text(), read.detected(), forms, tokenizer);
      var parts = WordNearness.parts(runs, new TextPlaces(runs, tokens, hit.length()));
      var sum = (int) hit.key() + parts.stream().mapToInt(ScorePart::points).sum();
      adjusted.add(
          new FoundTweet(
              Math.max(0, sum), hit.id(), hit.user(), hit.group(), hit.length(), hit.source()));
    }
    adjusted.sort(
        Comparator.comparingLong(FoundTweet::key).thenComparingLong(FoundTweet::id).reversed());
    return adjusted;
  }

  /// The places of words in a text that is cut anew.
  private record TextPlaces(List<List<WordPoints.Word>> runs, TokenView tokens, int length)
      implements WordNearness.Places {
    @Override
    public int[] of(int run, int word) {
      return tokens.of(runs.get(run).get(word).set());
    }

    @Override
    public boolean beginsOnly(int run, int word) {
      var begins = false;
      for (var capital : runs.get(run).get(word).capital()) {
        for (var position : tokens.of(WordSet.ofWritten(capital))) {
          if (position > 0) {
            return false;
          }
          begins = true;
        }
      }
      return begins;
    }
  }
}
