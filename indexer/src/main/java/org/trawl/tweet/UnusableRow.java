package org.trawl.tweet;

import static java.util.Objects.requireNonNull;

/// A row that cannot become a tweet or an account.
public final class UnusableRow extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// @param detail what stands in the row, for the report
  public UnusableRow(Reason reason, String detail) {
    super(
        detail.isEmpty() ? reason.words : reason.words + ": " + shortened(detail),
        null,
        false,
        false);
    this.reason = requireNonNull(reason, "reason");
  }

  private static String shortened(String detail) {
    return detail.length() > 60 ? detail.substring(0, 60) + "…" : detail;
  }

  public Reason reason() {
    return reason;
  }

  /// Why a row is set aside.
  public enum Reason {
    WRONG_CELL_COUNT("wrong number of cells"),
    BROKEN_QUOTES("broken quoting"),
    TOO_LONG("row too long"),
    NOT_UTF8("bytes that are not UTF-8"),
    NOT_JSON("not a JSON object"),
    CUT_OFF("the file ends inside this row"),
    NO_ID("no tweet id"),
    SPREADSHEET_ID("the id was destroyed by a spreadsheet"),
    CUT_ID("the id is cut short"),
    UNREADABLE_ID("unreadable id"),
    UNREADABLE_TIME("unreadable time"),
    AMBIGUOUS_TIME("day or month first is not certain in the time"),
    NO_ACCOUNT("no user id");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }
}
