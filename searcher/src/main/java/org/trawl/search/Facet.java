package org.trawl.search;

import java.util.Locale;

/// The ways in which results can be divided. Each value's count is exact: it is the total after
/// choosing that value.
public enum Facet {
  OPERATION,
  LANGUAGE,
  ACCOUNT,
  HASHTAG,
  MENTION,
  DOMAIN,
  CLIENT,
  KIND,
  MEDIA,
  ACCOUNT_LANGUAGE,
  ACCOUNT_CREATED;

  /// The value that stands for "has none".
  public static final String NONE = "(none)";

  /// The name in addresses and JSON, such as `account_language`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
