package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.analysis.CompareView.Link;

/// The page of a tweet's near-copies.
///
/// @param id of the tweet
/// @param text of the tweet
/// @param lang the tweet's language for the browser, or empty
/// @param all how many there are, and the search for them
/// @param from how many accounts sent them, such as `12 accounts`
/// @param variants the different texts, the one that was sent first in front
/// @param others how many texts more there are, with the search for all
/// @param accounts by when each sent its first of them
/// @param moreAccounts how many accounts more there are, with all of them
/// @param languages with their number and search
/// @param json the same for programs
/// @param partial whether time ran out
public record SimilarView(
    String id,
    String text,
    String lang,
    Link all,
    String from,
    List<Variant> variants,
    Optional<Link> others,
    List<Sender> accounts,
    Optional<Link> moreAccounts,
    List<Link> languages,
    String json,
    boolean partial) {
  public SimilarView {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    requireNonNull(lang, "lang");
    requireNonNull(all, "all");
    requireNonNull(from, "from");
    variants = List.copyOf(variants);
    requireNonNull(others, "others");
    accounts = List.copyOf(accounts);
    requireNonNull(moreAccounts, "moreAccounts");
    languages = List.copyOf(languages);
    requireNonNull(json, "json");
  }

  /// One of the different texts, as the first tweet in the archive has it.
  ///
  /// @param own whether it is the tweet's own text
  /// @param tweets how many have it, with the search for them
  /// @param from how many accounts sent those
  /// @param sender who sent it first
  /// @param iso when, for machines
  /// @param first when, with the tweet's page
  /// @param lang its language for the browser, or empty
  /// @param language in words
  /// @param pieces what it has that the tweet's text lacks, and the other way round
  public record Variant(
      boolean own,
      Link tweets,
      String from,
      Link sender,
      String iso,
      Link first,
      String lang,
      String language,
      List<Part> pieces) {
    public Variant {
      pieces = List.copyOf(pieces);
    }
  }

  /// A stretch of a text.
  ///
  /// @param element `ins` for what the tweet's text lacks, `del` for what it has instead, or empty
  public record Part(String element, String text) {}

  /// An account.
  ///
  /// @param account its name, with its page
  /// @param tweets how many of these it sent, with the search for them
  /// @param first when it sent the first of them
  /// @param last when it sent the last
  public record Sender(Link account, Link tweets, String first, String last) {}
}
