package org.trawl.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// Varies the first hits by account: the first six are of six accounts, of the next six none is of
/// an account that has two, and no account has more than three until there is nothing else.
///
/// The rule looks at the place of a hit and at nothing else, so that the order is the same whatever
/// the size of a page.
final class FirstHits {
  /// So many hits are varied: the longest page.
  static final int COUNT = SearchRequest.Page.MAX_SIZE;

  /// Most hits of one account among them.
  static final int OF_ONE_ACCOUNT = 3;

  /// Every so many hits, an account may have one more.
  private static final int STEP = 6;

  private final IntUnaryOperator account;

  /// @param account of a document
  FirstHits(IntUnaryOperator account) {
    this.account = account;
  }

  /// Hits in their varied order.
  ///
  /// @param varied how many of the first there were others to choose from for
  record Order(List<HitScores.Scored> hits, int varied) {}

  /// @param hits the best first
  Order of(List<HitScores.Scored> hits) {
    var chosen = new ArrayList<HitScores.Scored>();
    var left = new ArrayList<>(hits);
    Map<Integer, Integer> sent = new HashMap<>();
    while (chosen.size() < COUNT) {
      var next = next(left, sent, allowed(chosen.size()));
      if (next < 0) {
        break;
      }
      var hit = left.remove(next);
      sent.merge(account.applyAsInt(hit.doc()), 1, Integer::sum);
      chosen.add(hit);
    }
    var varied = chosen.size();
    chosen.addAll(left);
    return new Order(chosen, varied);
  }

  private static int allowed(int place) {
    return Math.min(OF_ONE_ACCOUNT, 1 + place / STEP);
  }

  /// The first hit of an account that has fewer than it may; if there is none, of one that has
  /// fewer than it may later; -1 if there is none either.
  private int next(List<HitScores.Scored> left, Map<Integer, Integer> sent, int allowed) {
    for (var most = allowed; most <= OF_ONE_ACCOUNT; most++) {
      for (var i = 0; i < left.size(); i++) {
        if (sent.getOrDefault(account.applyAsInt(left.get(i).doc()), 0) < most) {
          return i;
        }
      }
    }
    return -1;
  }
}
