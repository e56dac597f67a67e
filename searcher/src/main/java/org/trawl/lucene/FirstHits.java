package org.trawl.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.trawl.lucene.HitScores.Scored;
import org.trawl.search.SearchRequest;

/// Varies the first hits by account: the first six are of six accounts, of the next six none is of
/// an account that has two, and no account has more than three until there is nothing else.
///
/// The rule looks at the place of a hit and at nothing else, so that the order is the same whatever
/// the size of a page.
public final class FirstHits {
  /// So many hits are varied: the longest page.
  static final int COUNT = SearchRequest.Page.MAX_SIZE;

  /// Most hits of one account among them.
  public static final int OF_ONE_ACCOUNT = 3;

  /// Every so many hits, an account may have one more.
  private static final int STEP = 6;

  /// Of so many hits, none of an account that has three before, the first are chosen: at most
  /// twelve of them wait for their turn.
  private static final int CANDIDATES = COUNT + 2 * STEP;

  private final IntUnaryOperator account;

  /// @param account of a document
  public FirstHits(IntUnaryOperator account) {
    this.account = account;
  }

  /// Hits in their varied order.
  ///
  /// @param held accounts of which hits stand further down than their score has them, as enough of
  ///   theirs come before
  /// @param filled whether more hits would not change which come first
  public record Order(List<Scored> first, Set<Integer> held, boolean filled) {}

  /// @param hits the best first
  public Order of(List<Scored> hits) {
    var candidates = new ArrayList<Scored>();
    var held = new HashSet<Integer>();
    Map<Integer, Integer> offered = new HashMap<>();
    for (var hit : hits) {
      if (candidates.size() == CANDIDATES) {
        break;
      }
      if (offered.merge(account(hit), 1, Integer::sum) <= OF_ONE_ACCOUNT) {
        candidates.add(hit);
      } else {
        held.add(account(hit));
      }
    }
    var filled = candidates.size() == CANDIDATES;
    return new Order(chosen(candidates), held, filled);
  }

  /// Accounts that have as many hits as may come first.
  public Set<Integer> full(List<Scored> hits) {
    Map<Integer, Integer> sent = new HashMap<>();
    hits.forEach(hit -> sent.merge(account(hit), 1, Integer::sum));
    sent.values().removeIf(count -> count < OF_ONE_ACCOUNT);
    return sent.keySet();
  }

  private int account(Scored hit) {
    return account.applyAsInt(hit.doc());
  }

  private List<Scored> chosen(List<Scored> candidates) {
    var chosen = new ArrayList<Scored>();
    Map<Integer, Integer> sent = new HashMap<>();
    while (chosen.size() < COUNT && !candidates.isEmpty()) {
      var hit = candidates.remove(next(candidates, sent, chosen.size()));
      sent.merge(account(hit), 1, Integer::sum);
      chosen.add(hit);
    }
    return chosen;
  }

  /// The first candidate of an account that has fewer than it may at a place; if there is none, of
  /// one that has one more, and so on.
  private int next(List<Scored> candidates, Map<Integer, Integer> sent, int position) {
    for (var most = 1 + position / STEP; most < OF_ONE_ACCOUNT; most++) {
      for (var i = 0; i < candidates.size(); i++) {
        if (sent.getOrDefault(account(candidates.get(i)), 0) < most) {
          return i;
        }
      }
    }
    return 0;
  }
}
