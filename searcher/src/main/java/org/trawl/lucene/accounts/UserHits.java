package org.trawl.lucene.accounts;

import java.util.Arrays;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.network.HitWalk;
import org.trawl.search.Deadline;

/// Gives the hits of users, each user's together and in order of time. Memory does not grow with
/// the hits: as many users as fit are collected in one walk over them.
final class UserHits {
  /// Hits that are held at once, 8 bytes each, unless one user has more.
  private static final int HELD = 4_000_000;

  private final Columns columns;
  private final AccountDirectory accounts;
  private final HitWalk hits;

  UserHits(Columns columns, AccountDirectory accounts, HitWalk hits) {
    this.columns = columns;
    this.accounts = accounts;
    this.hits = hits;
  }

  /// Takes a user's hits.
  interface Sink {
    /// @param docs in order of time, from `from` to `to`; each holds the document in its lower half
    void take(int user, long[] docs, int from, int to);
  }

  /// @param users whose hits are wanted
  /// @param counts how many hits each user has
  /// @return whether there was time for all
  boolean each(int[] users, int[] counts, Deadline deadline, Sink sink) {
    for (int next = 0; next < users.length; ) {
      int end = next;
      long held = 0;
      while (end < users.length && (end == next || held + counts[users[end]] <= HELD)) {
        held += counts[users[end++]];
      }
      if (deadline.over()) {
        return false;
      }
      collect(Arrays.copyOfRange(users, next, end), counts, sink);
      next = end;
    }
    return true;
  }

  private void collect(int[] users, int[] counts, Sink sink) {
    var places = new int[counts.length];
    Arrays.fill(places, -1);
    int size = 0;
    for (int user : users) {
      places[user] = size;
      size += counts[user];
    }
    var docs = new long[size];
    hits.each(doc -> {
      int user = accounts.user(columns.account(doc));
      if (places[user] >= 0) {
        docs[places[user]++] = ((long) columns.times()[doc] << Integer.SIZE) | doc;
      }
    });
    for (int user : users) {
      Arrays.sort(docs, places[user] - counts[user], places[user]);
      sink.take(user, docs, places[user] - counts[user], places[user]);
    }
  }
}
