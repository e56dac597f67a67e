package org.trawl.search;

import java.util.Locale;
import java.util.Optional;
import org.trawl.query.Operator;
import org.trawl.tweet.Hashtag;

/// The ways in which results can be divided. Each value's count is exact: it is the total after
/// choosing that value.
///
/// All that is known of a facet without an engine stands here: its name for programs and for
/// people, the operators that take its values, and how a value is written. Where an engine finds
/// the values is its own affair.
public enum Facet {
  OPERATION("Operation"),
  LANGUAGE("Language"),
  DETECTED("Detected language"),
  ACCOUNT("Account"),
  HASHTAG("Hashtag"),
  MENTION("Mentioned"),
  DOMAIN("Linked site"),
  CLIENT("Sent from"),
  KIND("Kind"),
  RETWEETED("Retweeted account"),
  COPIES("Copies of the text"),
  MEDIA("Media"),
  ACCOUNT_LANGUAGE("Account language"),
  ACCOUNT_CREATED("Account created");

  /// The value that stands for "has none".
  public static final String NONE = "(none)";

  private final String label;

  Facet(String label) {
    this.label = label;
  }

  /// The name in addresses and JSON, such as `account_language`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name for people.
  public String label() {
    return label;
  }

  /// The facet with whose values an operator is written, if there is one.
  public static Optional<Facet> of(Operator operator) {
    return Optional.ofNullable(
        switch (operator) {
          case OPERATION -> OPERATION;
          case LANG -> LANGUAGE;
          case FROM -> ACCOUNT;
          case HASHTAG -> HASHTAG;
          case DETECTED -> DETECTED;
          case MENTION, TO -> MENTION;
          case RETWEETS_OF -> RETWEETED;
          case DOMAIN, URL -> DOMAIN;
          case CLIENT -> CLIENT;
          case IS -> KIND;
          case ACCOUNT_LANG -> ACCOUNT_LANGUAGE;
          default -> null;
        });
  }

  /// A value as tweets have it, however it was typed.
  public String normal(String typed) {
    return switch (this) {
      case HASHTAG -> Hashtag.key(typed);
      case MENTION, RETWEETED, DOMAIN, KIND, ACCOUNT_LANGUAGE -> typed.toLowerCase(Locale.ROOT);
      case OPERATION, LANGUAGE, DETECTED, ACCOUNT, CLIENT, MEDIA, COPIES, ACCOUNT_CREATED -> typed;
    };
  }
}
