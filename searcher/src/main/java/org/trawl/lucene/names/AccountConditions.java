package org.trawl.lucene.names;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.trawl.index.AccountTable;
import org.trawl.match.Glob;
import org.trawl.match.HashLabel;

/// What queries ask of accounts, as conditions on their entries.
public final class AccountConditions {
  private AccountConditions() {}

  /// A handle, present or former, a user id or the letters shown of a hashed one fits one of these;
  /// `*` and `?` are wildcards.
  public static Predicate<AccountTable.Entry> sentBy(List<String> names) {
    var wanted = Glob.anyOf(names);
    return e ->
        AccountDirectory.handles(e).stream()
                .anyMatch(handle -> wanted.test(handle.toLowerCase(Locale.ROOT)))
            || wanted.test(e.account().id().toLowerCase(Locale.ROOT))
            || (e.account().hashed() && wanted.test(HashLabel.letters(e.account().id())));
  }

  /// The interface language fits one of these; `*` is a wildcard.
  public static Predicate<AccountTable.Entry> inLanguage(List<String> codes) {
    var wanted = Glob.anyOf(codes);
    return e -> wanted.test(e.account().profile().language());
  }

  /// @param since inclusive
  /// @param until exclusive
  public static Predicate<AccountTable.Entry> created(
      Optional<LocalDate> since, Optional<LocalDate> until) {
    return e ->
        e.account()
            .profile()
            .created()
            .filter(day -> since.isEmpty() || !day.isBefore(since.get()))
            .filter(day -> until.isEmpty() || day.isBefore(until.get()))
            .isPresent();
  }

  /// Both bounds inclusive.
  public static Predicate<AccountTable.Entry> followers(long min, long max) {
    return e -> within(e.account().profile().followers(), min, max);
  }

  /// Both bounds inclusive.
  public static Predicate<AccountTable.Entry> following(long min, long max) {
    return e -> within(e.account().profile().following(), min, max);
  }

  private static boolean within(long value, long min, long max) {
    return value >= min && value <= max;
  }
}
