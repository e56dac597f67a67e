package org.trawl.api.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.accounts.AccountLife.Counted;
import org.trawl.accounts.AccountRow;
import org.trawl.accounts.AccountRows;
import org.trawl.accounts.AccountTotals;
import org.trawl.accounts.TempoChange;
import org.trawl.accounts.ValueChange;
import org.trawl.api.HitJson.SenderJson;

/// The accounts of a search as rows.
///
/// @param total tweets of the search
/// @param accounts that sent them, as far as they have the tweets and the name asked for
public record AccountsJson(
    String version, long total, long accounts, boolean partial, List<RowJson> rows) {

  /// One account. Shares are parts of its tweets of the search, 0 to 1.
  ///
  /// @param first when the first of its tweets of the search was sent, ISO 8601 in UTC
  /// @param created the day it was made; null where the archive lacks it
  /// @param firstEver its first tweet in the archive
  /// @param waitedDays from its creation to that
  public record RowJson(
      SenderJson account,
      List<String> operations,
      long tweets,
      String first,
      String last,
      SharesJson shares,
      List<CountedJson> languages,
      List<CountedJson> clients,
      long followers,
      long following,
      @Nullable String created,
      String firstEver,
      @Nullable Long waitedDays,
      TogetherJson together,
      ChangeJson change) {}

  /// Parts of an account's tweets.
  public record SharesJson(double retweets, double replies, double quotes, double copies) {}

  /// A value and in how many tweets it stands.
  public record CountedJson(String value, long count) {}

  /// How many accounts were made and first used on the same days, and of how many the first tweet
  /// has the same text; the account itself is counted.
  public record TogetherJson(long accounts, long sameFirstText) {}

  /// The account's turns; null for none.
  public record ChangeJson(
      @Nullable ValueChangeJson language,
      @Nullable ValueChangeJson topic,
      @Nullable TempoChangeJson tempo) {}

  /// @param month the first one after the turn, such as `2016-03`
  public record ValueChangeJson(double bits, String month, String before, String after) {
    private static @Nullable ValueChangeJson of(Optional<ValueChange> change) {
      return change
          .map(one ->
              new ValueChangeJson(
                  rounded(one.bits()), one.month().toString(), one.before(), one.after()))
          .orElse(null);
    }
  }

  /// @param before tweets a day
  public record TempoChangeJson(double bits, String month, double before, double after) {
    private static @Nullable TempoChangeJson of(Optional<TempoChange> change) {
      return change
          .map(one ->
              new TempoChangeJson(
                  rounded(one.bits()),
                  one.month().toString(),
                  rounded(one.before()),
                  rounded(one.after())))
          .orElse(null);
    }
  }

  public static AccountsJson of(AccountRows rows, String version) {
    return new AccountsJson(
        version,
        rows.tweets(),
        rows.accounts(),
        rows.partial(),
        rows.rows().stream().map(AccountsJson::row).toList());
  }

  private static RowJson row(AccountRow row) {
    var totals = row.totals();
    var profile = totals.account().profile();
    return new RowJson(
        SenderJson.of(totals.account()),
        totals.operations(),
        totals.tweets(),
        totals.first().toString(),
        totals.last().toString(),
        new SharesJson(
            share(totals, totals.retweets()),
            share(totals, totals.replies()),
            share(totals, totals.quotes()),
            share(totals, totals.copies())),
        counted(row.life().languages()),
        counted(row.life().clients()),
        profile.followers(),
        profile.following(),
        profile.created().map(LocalDate::toString).orElse(null),
        totals.firstEver().toString(),
        totals.waited().orElse(null),
        new TogetherJson(totals.together().accounts(), totals.together().sameText()),
        new ChangeJson(
            ValueChangeJson.of(row.life().language()),
            ValueChangeJson.of(row.life().topic()),
            TempoChangeJson.of(row.life().tempo())));
  }

  private static double share(AccountTotals totals, long of) {
    return rounded(totals.share(of));
  }

  private static List<CountedJson> counted(List<Counted> values) {
    return values.stream().map(one -> new CountedJson(one.value(), one.count())).toList();
  }

  /// Four digits tell more than the counts hold.
  private static double rounded(double number) {
    return Math.round(number * 10_000) / 10_000.0;
  }
}
