package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trawl.api.export.ExportColumn;
import org.trawl.api.export.ExportFormat;

/// The form with which a search's tweets are taken away: which columns, how they are called, in
/// which format.
///
/// @param back the search
/// @param action where the file is
/// @param kept what the form sends along: the search
public record ExportPage(
    SearchAddress back,
    String action,
    List<SearchAddress.Field> kept,
    List<Format> formats,
    List<Group> groups) {
  /// The parameters of the page that a file has no use for.
  private static final String[] PAGE_ONLY = {
    "view", "timeline", "size", "after", "clauses", "zone"
  };

  public ExportPage {
    requireNonNull(back, "back");
    requireNonNull(action, "action");
    kept = List.copyOf(kept);
    formats = List.copyOf(formats);
    groups = List.copyOf(groups);
  }

  /// A format to choose.
  ///
  /// @param says what it is good for
  public record Format(String key, String label, String says, boolean chosen) {}

  /// Columns of one kind.
  public record Group(String title, List<ExportColumn> columns) {}

  static ExportPage of(SearchAddress address) {
    return new ExportPage(
        address,
        address.at("/api/export"),
        address.fieldsWithout(PAGE_ONLY),
        Arrays.stream(ExportFormat.values())
            .map(format ->
                new Format(format.key(), format.label(), says(format), format == ExportFormat.CSV))
            .toList(),
        allGroups());
  }

  private static String says(ExportFormat format) {
    return switch (format) {
      case CSV -> "for every program; in a spreadsheet, import ids as text";
      case XLSX -> "for Excel and LibreOffice; ids are text, times are dates";
      case JSONL -> "for programs: a whole tweet a line, with its row of the archive";
      case PARQUET -> "for pandas, R, DuckDB; small, and every column has a type";
      case IDS -> "one tweet id a line";
    };
  }

  private static List<Group> allGroups() {
    var groups = new ArrayList<Group>();
    for (var title : List.of("The tweet", "Its account", "What it answers or repeats")) {
      var columns = Arrays.stream(ExportColumn.values()).filter(c -> group(c).equals(title));
      groups.add(new Group(title, columns.toList()));
    }
    return groups;
  }

  private static String group(ExportColumn column) {
    return switch (column) {
      case ID,
          TWEET_URL,
          TIME,
          OPERATION,
          KIND,
          LANGUAGE,
          DETECTED,
          TEXT,
          HASHTAGS,
          MENTIONS,
          URLS,
          CLIENT,
          LIKES,
          RETWEETS,
          REPLIES,
          QUOTES,
          COPIES,
          SIMILAR,
          MEDIA,
          MEDIA_SHA256,
          LATITUDE,
          LONGITUDE,
          POLL ->
          "The tweet";
      case ACCOUNT_ID,
          ACCOUNT_URL,
          SCREEN_NAME,
          DISPLAY_NAME,
          HASHED,
          LOCATION,
          BIO,
          PROFILE_URL,
          FOLLOWERS,
          FOLLOWING,
          ACCOUNT_CREATED,
          ACCOUNT_LANGUAGE ->
          "Its account";
      case IN_REPLY_TO_TWEET,
          IN_REPLY_TO_TWEET_URL,
          IN_REPLY_TO_USER,
          IN_REPLY_TO_USER_URL,
          QUOTED_TWEET,
          QUOTED_TWEET_URL,
          RETWEETED_TWEET,
          RETWEETED_TWEET_URL,
          RETWEETED_USER,
          RETWEETED_USER_URL ->
          "What it answers or repeats";
    };
  }
}
