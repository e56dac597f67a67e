package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.lucene.HitScores.Scored;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.near.TextGroups;
import org.trawl.search.Deadline;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.ScorePart;
import org.trawl.search.SearchResult.Standing;

/// The order of hits by relevance.
///
/// Every hit is scored: by the words of the query ([WordPoints]) and by what the tweet is
/// ([TweetPriors]). Of the best, the places of the words are read ([WordNearness]); those come
/// first. Where copies are collapsed, one hit stands for each text, and the first hits are varied
/// ([FirstHits]). Nothing of this depends on the size of a page, so that pages neither repeat nor
/// skip; and nothing on how the index is cut into segments.
///
/// Thread-safe.
final class Relevance {
  /// So many of the best have the places of their words read: the cost of it is some microseconds
  /// each.
  static final int READ = 1_024;

  private final IndexReader reader;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final TweetPriors priors;

  Relevance(IndexReader reader, Columns columns, AccountDirectory accounts, TweetPriors priors) {
    this.reader = reader;
    this.columns = columns;
    this.accounts = accounts;
    this.priors = priors;
  }

  /// What is put in order.
  ///
  /// @param vary whether tweets of one group are one hit and accounts take turns
  /// @param groups which tweets have the same text, or nearly the same
  record Question(WordPoints words, HitSet hits, boolean vary, TextGroups groups) {}

  /// How it is worked out.
  record Means(Deadline deadline, int threads) {}

  /// A part of the order.
  ///
  /// @param complete false if time ran out, when hits are missing or misplaced
  record Page(List<TopHits.Ranked> hits, boolean complete) {}

  /// The first hits.
  Ranking ranking(Question question, Means means) throws IOException {
    var scores = scores(question, question.hits, means);
    var total = question.hits.total();
    var nearness = new WordNearness(reader, question.words);
    var best = scores.best(READ, null);
    var read = nearness.counts() ? nearness.adjust(best) : new ArrayList<>(best);
    read.sort(Scored::compare);
    if (!question.vary) {
      return new Ranking(read, Set.of(), Set.of(), best.size() == total, scores.complete());
    }
    var groups = question.groups;
    var texts = texts(read, groups);
    var varied = new FirstHits(this::account).of(texts);
    var offered = new ArrayList<>(texts);
    var held = new HashSet<>(varied.held());
    while (!varied.filled() && offered.size() < total) {
      // Those who have enough among the best, and their texts, need no second look.
      var full = new FirstHits(this::account).full(offered);
      var more = scores.bestOf(READ, others(offered, full, groups));
      offered.addAll(texts(more, groups));
      varied = new FirstHits(this::account).of(offered);
      held.addAll(full);
      held.addAll(varied.held());
      if (more.size() < READ) {
        break;
      }
    }
    varied = new FirstHits.Order(varied.first(), held, varied.filled());
    return joined(varied, texts, groups, new Extent(best.size() == total, scores.complete()));
  }

  /// Whether a document is of another text and account than some.
  private IntPredicate others(List<Scored> hits, Set<Integer> full, TextGroups groups) {
    var docs = new FixedBitSet(columns.size());
    var taken = new FixedBitSet(groups.count());
    for (var hit : hits) {
      docs.set(hit.doc());
      taken.set(groups.of(hit.doc()));
    }
    taken.clear(0); // A text of its own is no group.
    var senders = new FixedBitSet(columns.dictionaries().accounts().size() + 1);
    full.forEach(senders::set);
    return doc -> !taken.get(groups.of(doc)) && !senders.get(account(doc)) && !docs.get(doc);
  }

  /// How much of the hits was put in order.
  private record Extent(boolean all, boolean complete) {}

  /// The varied hits, then those of the best that are not among them.
  private static Ranking joined(
      FirstHits.Order varied, List<Scored> texts, TextGroups groups, Extent extent) {
    var first = new ArrayList<>(varied.first());
    var taken = taken(first, groups);
    var docs = new HashSet<Integer>();
    first.forEach(hit -> docs.add(hit.doc()));
    for (var hit : texts) {
      var group = groups.of(hit.doc());
      if (group == 0 ? docs.add(hit.doc()) : taken.add(group)) {
        first.add(hit);
      }
    }
    return new Ranking(first, taken, varied.held(), extent.all, extent.complete);
  }

  private static Set<Integer> taken(List<Scored> hits, TextGroups groups) {
    var taken = new HashSet<Integer>();
    for (var hit : hits) {
      var group = groups.of(hit.doc());
      if (group != 0) {
        taken.add(group);
      }
    }
    return taken;
  }

  private int account(int doc) {
    return accounts.user(columns.account(doc));
  }

  /// The best hit of each text.
  private static List<Scored> texts(List<Scored> hits, TextGroups groups) {
    var texts = new ArrayList<Scored>();
    var taken = new HashSet<Integer>();
    for (var hit : hits) {
      var group = groups.of(hit.doc());
      if (group == 0 || taken.add(group)) {
        texts.add(hit);
      }
    }
    return texts;
  }

  /// Some hits from a place on.
  ///
  /// @param after the place, with how many hits come before it
  Page page(Question question, Ranking ranking, int size, @Nullable Cursor after, Means means)
      throws IOException {
    var first = ranking.first();
    var shown = after == null ? 0 : (int) after.shown();
    var page = new ArrayList<TopHits.Ranked>();
    for (var i = shown; i < first.size() && page.size() < size; i++) {
      page.add(ranked(first.get(i)));
    }
    if (page.size() == size || ranking.whole()) {
      return new Page(page, ranking.complete());
    }
    var scores = scores(question, others(question, ranking), means);
    var before = after == null || shown <= first.size() ? null : scored(after);
    for (var hit : scores.best(size - page.size(), before)) {
      page.add(ranked(hit));
    }
    return new Page(page, scores.complete());
  }

  private static TopHits.Ranked ranked(Scored hit) {
    return new TopHits.Ranked(hit.doc(), new Cursor(Sort.RELEVANCE, hit.points(), hit.id()));
  }

  private static Scored scored(Cursor cursor) {
    return new Scored(0, Math.clamp(cursor.key(), 0, SegmentScores.MOST), cursor.id());
  }

  private HitScores scores(Question question, HitSet hits, Means means) throws IOException {
    return HitScores.of(
        reader, columns, hits, question.words, priors.points(), means.deadline, means.threads);
  }

  /// The hits that are not among the first.
  private HitSet others(Question question, Ranking ranking) throws IOException {
    var first = new FixedBitSet(Math.max(1, columns.size()));
    ranking.first().forEach(hit -> first.set(hit.doc()));
    var shown = new FixedBitSet(question.groups.count());
    ranking.groups().forEach(shown::set);
    var others = new ArrayList<SegmentHits>();
    for (var segment : question.hits.segments()) {
      var bits = new FixedBitSet(Math.max(1, segment.size()));
      for (var doc = segment.next(0); doc < segment.size(); doc = segment.next(doc + 1)) {
        var global = segment.base() + doc;
        var group = question.groups.of(global);
        if (!first.get(global) && (group == 0 || !shown.get(group))) {
          bits.set(doc);
        }
      }
      others.add(SegmentHits.of(segment.base(), segment.size(), bits));
    }
    var left = new HitSet(others, question.hits.complete());
    return question.vary
        ? new CopyCollapse(question.groups, columns, reader, priors).collapse(left, Sort.RELEVANCE)
        : left;
  }

  /// Why a hit has its score.
  ///
  /// @param ranking of the search that found it
  Standing standing(WordPoints words, Ranking ranking, int doc) throws IOException {
    var parts = new ArrayList<ScorePart>();
    for (var clause : words.clauses()) {
      if (matches(clause, doc)) {
        parts.add(new ScorePart(clause.what(), clause.of(), clause.points()));
      }
    }
    parts.addAll(priors.parts(doc));
    var sum = Math.min(SegmentScores.MOST, parts.stream().mapToInt(ScorePart::points).sum());
    var among = ranking.first().stream().filter(hit -> hit.doc() == doc).findFirst();
    if (among.isEmpty()) {
      return new Standing(sum, parts, 0);
    }
    var points = among.get().points();
    if (points != sum) {
      parts.addAll(new WordNearness(reader, words).parts(doc));
    }
    var before =
        ranking.first().stream().filter(hit -> Scored.compare(hit, among.get()) < 0).count();
    return new Standing(points, parts, (int) before + 1);
  }

  private boolean matches(WordPoints.Clause clause, int doc) throws IOException {
    var searcher = Processors.searcher(reader, 1);
    var weight =
        searcher.createWeight(searcher.rewrite(clause.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
    var leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    var scorer = weight.scorer(leaf);
    var local = doc - leaf.docBase;
    return scorer != null && scorer.iterator().advance(local) == local;
  }
}
