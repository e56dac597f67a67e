package org.trawl.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Counts how often two users acted on one item within a window, and how often chance has it.
///
/// One item on one day is one occasion: however many tweets two users sent on it that day, they
/// acted together on that occasion or did not. Goes along one user after the other, so that memory
/// grows with the users and not with their pairs. One thread's; several can share the acts.
final class JointMoments {
  private static final int LOOK = 64;

  private final DatedActs acts;
  private final int[][] byUser;
  private final int window;
  private final MomentChance chance;
  private final BooleanSupplier late;
  private final int[] tweets;
  private final int[] near;
  private final int[] seen;
  private final double[] expected;
  private final int[] together;
  private final int[] items;
  private final int[] lastItem;
  private final int[] touched;
  private final int[] partners;
  private final boolean[] isPartner;
  private int occasion;

  /// Two users who acted together.
  ///
  /// @param one the lower
  record Joint(int one, int other, int together, double expected, int items, double surprise) {}

  /// @param byUser the acts of each user, ascending
  /// @param window seconds, inclusive
  /// @param late whether time is up
  JointMoments(
      DatedActs acts, int[][] byUser, int window, MomentChance chance, BooleanSupplier late) {
    this.acts = acts;
    this.byUser = byUser;
    this.window = window;
    this.chance = chance;
    this.late = late;
    int users = acts.userCount();
    tweets = new int[users];
    near = new int[users];
    seen = new int[users];
    expected = new double[users];
    together = new int[users];
    items = new int[users];
    lastItem = new int[users];
    touched = new int[users];
    partners = new int[users];
    isPartner = new boolean[users];
  }

  /// The acts of each user, ascending.
  static int[][] byUser(DatedActs acts) {
    var counts = new int[acts.userCount()];
    for (int user : acts.users()) {
      counts[user]++;
    }
    var own = new int[acts.userCount()][];
    Arrays.setAll(own, user -> new int[counts[user]]);
    Arrays.fill(counts, 0);
    for (int act = 0; act < acts.size(); act++) {
      int user = acts.users()[act];
      own[user][counts[user]++] = act;
    }
    return own;
  }

  /// Those with whom a user acted together, and who come after it.
  ///
  /// @param least surprise
  /// @param leastItems different items
  /// @return empty if time is up
  List<Joint> of(int user, double least, int leastItems) {
    int count = 0;
    var own = byUser[user];
    for (int at = 0; at < own.length; ) {
      if (occasion % LOOK == 0 && late.getAsBoolean()) {
        clear(count);
        return List.of();
      }
      int end = at + 1;
      int item = acts.items()[own[at]];
      int day = acts.day(own[at]);
      while (end < own.length && acts.items()[own[end]] == item && acts.day(own[end]) == day) {
        end++;
      }
      count = occasion(user, own, at, end, count);
      at = end;
    }
    var joint = new ArrayList<Joint>();
    for (int i = 0; i < count; i++) {
      int other = partners[i];
      if (together[other] > 0 && items[other] >= leastItems) {
        double surprise = PoissonTail.surprise(together[other], expected[other]);
        if (surprise >= least) {
          joint.add(
              new Joint(user, other, together[other], expected[other], items[other], surprise));
        }
      }
    }
    clear(count);
    return joint;
  }

  private void clear(int count) {
    for (int i = 0; i < count; i++) {
      int other = partners[i];
      expected[other] = 0;
      together[other] = 0;
      items[other] = 0;
      isPartner[other] = false;
    }
  }

  /// One item on one day.
  ///
  /// @param count partners so far
  /// @return partners then
  private int occasion(int user, int[] own, int from, int to, int count) {
    occasion++;
    int item = acts.items()[own[from]];
    int day = acts.day(own[from]);
    int size = 0;
    for (int act = own[from] - 1; act >= acts.starts()[item] && acts.day(act) == day; act--) {
      size = meet(user, act, size);
    }
    for (int act = own[from] + 1; act < acts.starts()[item + 1] && acts.day(act) == day; act++) {
      size = meet(user, act, size);
    }
    for (int i = from; i < to; i++) {
      int time = acts.times()[own[i]];
      for (int act = own[i] - 1;
          act >= acts.starts()[item] && acts.day(act) == day && time - acts.times()[act] <= window;
          act--) {
        near[acts.users()[act]] = occasion;
      }
      for (int act = own[i] + 1;
          act < acts.starts()[item + 1]
              && acts.day(act) == day
              && acts.times()[act] - time <= window;
          act++) {
        near[acts.users()[act]] = occasion;
      }
    }
    int partnersNow = count;
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      if (!isPartner[other]) {
        isPartner[other] = true;
        partners[partnersNow++] = other;
        lastItem[other] = -1;
      }
      expected[other] += chance.of(day, (long) (to - from) * tweets[other]);
      if (near[other] == occasion) {
        together[other]++;
        if (lastItem[other] != item) {
          lastItem[other] = item;
          items[other]++;
        }
      }
    }
    return partnersNow;
  }

  private int meet(int user, int act, int size) {
    int other = acts.users()[act];
    if (other <= user) {
      return size;
    }
    if (seen[other] != occasion) {
      seen[other] = occasion;
      tweets[other] = 0;
      touched[size] = other;
      tweets[other]++;
      return size + 1;
    }
    tweets[other]++;
    return size;
  }
}
