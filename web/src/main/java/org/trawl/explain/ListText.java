package org.trawl.explain;

import org.trawl.query.ValueList.Kind;
import org.trawl.query.ValueList.Reason;

/// Words for what stands in a list.
public final class ListText {
  private ListText() {}

  /// Why something stands for nothing.
  public static String of(Reason reason) {
    return switch (reason) {
      case NO_HANDLE ->
          "not a handle: handles have letters, digits and _ only; hashtags begin with #";
      case NO_HASHTAG -> "not a hashtag: hashtags have letters, digits and _ only";
      case NO_ID -> "not an id: ids are numbers of up to 19 digits";
      case ROUNDED_ID ->
          "an id that a spreadsheet has rounded; its last digits are lost, so take it from the"
              + " source again, as text";
      case NO_ADDRESS -> "not the address of a tweet, an account, a hashtag or a page";
    };
  }

  /// A kind of value, such as `account`.
  public static String kind(Kind kind) {
    return switch (kind) {
      case ACCOUNT -> "account";
      case HASHTAG -> "hashtag";
      case ID -> "id";
      case LINK -> "link";
      case SITE -> "site";
    };
  }

  /// So many values of a kind, such as `12 accounts`.
  public static String count(Kind kind, int count) {
    return Listing.count(count, kind(kind), kind(kind) + "s");
  }
}
