package org.trawl.accounts;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What accounts are ordered by.
public enum AccountSort {
  TWEETS(totals -> Optional.of((double) totals.tweets()), true),
  FIRST(totals -> Optional.of((double) totals.first().getEpochSecond()), false),
  LAST(totals -> Optional.of((double) totals.last().getEpochSecond()), true),
  RETWEETS(totals -> Optional.of(totals.share(totals.retweets())), true),
  COPIES(totals -> Optional.of(totals.share(totals.copies())), true),
  FOLLOWERS(totals -> Optional.of((double) totals.account().profile().followers()), true),
  FOLLOWING(totals -> Optional.of((double) totals.account().profile().following()), true),
  CREATED(
      totals -> totals.account().profile().created().map(day -> (double) day.toEpochDay()), false),
  WAITED(totals -> totals.waited().map(days -> (double) days), true),
  TOGETHER(totals -> Optional.of((double) totals.together().accounts()), true),
  LANGUAGE_CHANGE(_ -> Optional.empty(), true),
  TOPIC_CHANGE(_ -> Optional.empty(), true),
  TEMPO_CHANGE(_ -> Optional.empty(), true);

  private final Function<AccountTotals, Optional<Double>> value;
  private final boolean descending;

  AccountSort(Function<AccountTotals, Optional<Double>> value, boolean descending) {
    this.value = value;
    this.descending = descending;
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
    return order(value, descends).thenComparing(together()).thenComparing(AccountSort::id);
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
              row -> value.apply(row.totals());
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
    return Comparator.<AccountTotals, Long>comparing(
            totals -> totals.account().profile().created().map(day -> day.toEpochDay()).orElse(0L))
        .thenComparing(AccountTotals::firstEver);
  }

  private static String id(AccountTotals totals) {
    return totals.account().id();
  }
}
