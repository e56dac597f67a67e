package org.trawl.api.analysis;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trawl.api.SafeCell;
import org.trawl.api.analysis.AccountsJson.CountedJson;
import org.trawl.api.analysis.AccountsJson.RowJson;
import org.trawl.api.analysis.AccountsJson.TempoChangeJson;
import org.trawl.api.analysis.AccountsJson.ValueChangeJson;

/// The accounts of a search as a table. Names stand as [SafeCell]s; a user id has a letter before
/// it, as programs that open a table take it for a number and round it.
public final class AccountsCsv {
  /// The columns.
  public static final List<String> HEADER =
      List.of(
          "account",
          "screen_name",
          "display_name",
          "hashed",
          "operations",
          "tweets",
          "first",
          "last",
          "share_retweets",
          "share_replies",
          "share_quotes",
          "share_copies",
          "languages",
          "clients",
          "followers",
          "following",
          "created",
          "first_ever",
          "waited_days",
          "made_together",
          "same_first_text",
          "language_change_bits",
          "language_change_month",
          "language_before",
          "language_after",
          "topic_change_bits",
          "topic_change_month",
          "topic_before",
          "topic_after",
          "tempo_change_bits",
          "tempo_change_month",
          "tweets_a_day_before",
          "tweets_a_day_after");

  private AccountsCsv() {}

  public static String of(AccountsJson accounts) {
    var out = new StringWriter();
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(HEADER);
      for (var row : accounts.rows()) {
        csv.writeRecord(cells(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toString();
  }

  private static List<String> cells(RowJson row) {
    var cells = new java.util.ArrayList<String>();
    var account = row.account();
    cells.add("u" + account.id());
    cells.add(SafeCell.of(account.screenName()));
    cells.add(SafeCell.of(account.displayName()));
    cells.add(Boolean.toString(account.hashed()));
    cells.add(SafeCell.of(String.join(" ", row.operations())));
    cells.add(Long.toString(row.tweets()));
    cells.add(row.first());
    cells.add(row.last());
    cells.add(Double.toString(row.shares().retweets()));
    cells.add(Double.toString(row.shares().replies()));
    cells.add(Double.toString(row.shares().quotes()));
    cells.add(Double.toString(row.shares().copies()));
    cells.add(counted(row.languages()));
    cells.add(counted(row.clients()));
    cells.add(Long.toString(row.followers()));
    cells.add(Long.toString(row.following()));
    cells.add(text(row.created()));
    cells.add(row.firstEver());
    cells.add(text(row.waitedDays()));
    cells.add(Long.toString(row.together().accounts()));
    cells.add(Long.toString(row.together().sameFirstText()));
    add(cells, row.change().language());
    add(cells, row.change().topic());
    add(cells, row.change().tempo());
    return cells;
  }

  private static void add(List<String> cells, @Nullable ValueChangeJson change) {
    cells.add(change == null ? "" : Double.toString(change.bits()));
    cells.add(change == null ? "" : change.month());
    cells.add(change == null ? "" : SafeCell.of(change.before()));
    cells.add(change == null ? "" : SafeCell.of(change.after()));
  }

  private static void add(List<String> cells, @Nullable TempoChangeJson change) {
    cells.add(change == null ? "" : Double.toString(change.bits()));
    cells.add(change == null ? "" : change.month());
    cells.add(change == null ? "" : Double.toString(change.before()));
    cells.add(change == null ? "" : Double.toString(change.after()));
  }

  private static String counted(List<CountedJson> values) {
    return SafeCell.of(
        values.stream()
            .map(one -> one.value() + " " + one.count())
            .collect(Collectors.joining("; ")));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
