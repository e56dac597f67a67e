package org.trawl.search;

import java.util.Locale;
import org.trawl.tweet.Hashtag;

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

  /// A value as tweets have it, however it was typed.
  public String normal(String typed) {
    return switch (this) {
      case HASHTAG -> Hashtag.key(typed);
      case MENTION, DOMAIN, KIND, ACCOUNT_LANGUAGE -> typed.toLowerCase(Locale.ROOT);
      case OPERATION, LANGUAGE, ACCOUNT, CLIENT, MEDIA, ACCOUNT_CREATED -> typed;
    };
  }
}
