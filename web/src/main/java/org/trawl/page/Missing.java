package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// The page in place of one that is asked for and does not exist.
///
/// @param title what is missing
/// @param instead a search that may find what is wanted
public record Missing(String title, String detail, Optional<Instead> instead) {
  public Missing {
    requireNonNull(title, "title");
    requireNonNull(detail, "detail");
    requireNonNull(instead, "instead");
  }

  /// A search to try.
  public record Instead(String says, String href) {}

  /// Other tweets of the archive may point to one that it lacks.
  public static Missing tweet(String id) {
    var detail = "The archive has no tweet with the id " + id + ".";
    if (!id.matches("[1-9][0-9]{0,17}")) {
      return new Missing("No such tweet", detail, Optional.empty());
    }
    var pointing =
        "in_reply_to_tweet_id:"
            + id
            + " OR quotes_of_tweet_id:"
            + id
            + " OR retweets_of_tweet_id:"
            + id;
    return new Missing(
        "No such tweet",
        detail,
        Optional.of(
            new Instead(
                "Search for tweets that answer, quote or retweet it",
                SearchAddress.query(pointing).href())));
  }

  /// Twitter hashed most accounts; those that mention one name it all the same.
  static Missing account(String name) {
    return new Missing(
        "No such account",
        "The archive has no tweets by “" + name + "”. It may be hashed there.",
        Optional.of(
            new Instead(
                "Search for mentions of it instead",
                SearchAddress.query(
                        name.matches("[A-Za-z0-9_]+") ? "@" + name : "mention:" + Card.quoted(name))
                    .href())));
  }

  static Missing facet(String name) {
    return new Missing(
        "No such facet", "There is no facet called “" + name + "”.", Optional.empty());
  }
}
