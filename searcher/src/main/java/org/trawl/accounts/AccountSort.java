package org.trawl.accounts;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What accounts are ordered by.
public enum AccountSort {
  TWEETS(true),
  FIRST(false),
  LAST(true),
  RETWEETS(true),
  COPIES(true),
  FOLLOWERS(true),
  FOLLOWING(true),
  CREATED(false),
  WAITED(true),
  TOGETHER(true),
  LANGUAGE_CHANGE(true),
  TOPIC_CHANGE(true),
  TEMPO_CHANGE(true);

  private final boolean descending;

  AccountSort(boolean descending) {
    this.descending = descending;
  }

  /// What totals are ordered by; empty where they lack it.
  private Optional<Double> of(AccountTotals totals) {
    var profile = totals.account().profile();
    return switch (this) {
      case TWEETS -> Optional.of((double) totals.tweets());
      case FIRST -> Optional.of((double) totals.first().getEpochSecond());
      case LAST -> Optional.of((double) totals.last().getEpochSecond());
      case RETWEETS -> Optional.of(totals.share(totals.retweets()));
      case COPIES -> Optional.of(totals.share(totals.copies()));
      case FOLLOWERS -> Optional.of((double) profile.followers());
      case FOLLOWING -> Optional.of((double) profile.following());
      case CREATED -> profile.created().map(day -> (double) day.toEpochDay());
      case WAITED -> totals.waited().map(days -> (double) days);
      case TOGETHER -> Optional.of((double) totals.together().accounts());
      case LANGUAGE_CHANGE, TOPIC_CHANGE, TEMPO_CHANGE -> Optional.empty();
    };
  }

  /// The order as it stands in addresses, such as `language_change`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the highest come first unless asked otherwise.
  public boolean descends() {
    return descending;
  }

  /// Whether it needs a look at each tweet of each account, and not only totals.
  public boolean ofChange() {
    return this == LANGUAGE_CHANGE || this == TOPIC_CHANGE || this == TEMPO_CHANGE;
  }

  /// The order of totals.
  ///
  /// @throws IllegalStateException of an order of changes
  public Comparator<AccountTotals> totals(boolean descends) {
    if (ofChange()) {
      throw new IllegalStateException(key() + " is no order of totals");
    }
    return order(this::of, descends).thenComparing(together()).thenComparing(AccountSort::id);
  }

  /// The order of rows.
  public Comparator<AccountRow> rows(boolean descends) {
    Function<AccountRow, Optional<Double>> of =
        switch (this) {
          case LANGUAGE_CHANGE -> row -> row.life().language().map(ValueChange::bits);
          case TOPIC_CHANGE -> row -> row.life().topic().map(ValueChange::bits);
          case TEMPO_CHANGE -> row -> row.life().tempo().map(TempoChange::bits);
          case TWEETS,
              FIRST,
              LAST,
              RETWEETS,
              COPIES,
              FOLLOWERS,
              FOLLOWING,
              CREATED,
              WAITED,
              TOGETHER ->
              row -> of(row.totals());
        };
    return order(of, descends)
        .thenComparing(AccountRow::totals, together())
        .thenComparing(row -> id(row.totals()));
  }

  private static <T> Comparator<T> order(Function<T, Optional<Double>> of, boolean descends) {
    Comparator<Double> values =
        descends ? Comparator.reverseOrder() : Comparator.<Double>naturalOrder();
    return Comparator.<T, Boolean>comparing(item -> of.apply(item).isEmpty())
        .thenComparing(item -> of.apply(item).orElse(0.0), values);
  }

  /// Accounts that were made and first used on the same days stand beside each other.
  private static Comparator<AccountTotals> together() {
    return Comparator.<AccountTotals>comparingLong(
            totals -> totals.account().profile().created().map(day -> day.toEpochDay()).orElse(0L))
        .thenComparing(AccountTotals::firstEver);
  }

  private static String id(AccountTotals totals) {
    return totals.account().id();
  }
}
