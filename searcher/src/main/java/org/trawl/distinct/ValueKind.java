package org.trawl.distinct;

import java.util.Locale;
import java.util.Optional;
import org.trawl.search.Facet;

/// What can be peculiar to tweets.
public enum ValueKind {
  /// A word in any form, shown in the form that is used most.
  WORD,
  /// Two or three words that follow each other.
  PHRASE,
  HASHTAG,
  MENTION,
  DOMAIN,
  CLIENT,
  ACCOUNT;

  /// The name in addresses and JSON.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The facet of which it is a value; empty for what stands in the text.
  public Optional<Facet> facet() {
    return switch (this) {
      case WORD, PHRASE -> Optional.empty();
      case HASHTAG -> Optional.of(Facet.HASHTAG);
      case MENTION -> Optional.of(Facet.MENTION);
      case DOMAIN -> Optional.of(Facet.DOMAIN);
      case CLIENT -> Optional.of(Facet.CLIENT);
      case ACCOUNT -> Optional.of(Facet.ACCOUNT);
    };
  }
}
