package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// An account's page.
///
/// @param tweets such as `1,204 tweets`
/// @param search where all of its tweets are
/// @param peculiar where is told what is peculiar about them
/// @param facts its profile, as the archive has it
/// @param activity empty for an account without tweets
public record AccountView(
    AccountLine account,
    String bio,
    String tweets,
    String search,
    String peculiar,
    List<TweetView.Fact> facts,
    Optional<Activity> activity,
    List<TopList> lists) {
  public AccountView {
    requireNonNull(account, "account");
    requireNonNull(bio, "bio");
    requireNonNull(tweets, "tweets");
    requireNonNull(search, "search");
    requireNonNull(peculiar, "peculiar");
    facts = List.copyOf(facts);
    requireNonNull(activity, "activity");
    lists = List.copyOf(lists);
  }
}
