package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.media.Shot;

/// An account's page.
///
/// @param pictures its banner and its profile picture, as far as the archive has them
/// @param tweets such as `1,204 tweets`
/// @param search where all of its tweets are
/// @param peculiar where is told what is peculiar about them
/// @param facts its profile, as the archive has it
/// @param activity empty for an account without tweets
public record AccountView(
    AccountLine account,
    String bio,
    List<Shot> pictures,
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
    pictures = List.copyOf(pictures);
    facts = List.copyOf(facts);
    requireNonNull(activity, "activity");
    lists = List.copyOf(lists);
  }

  /// The account's picture of itself, if the archive has it.
  public Optional<Shot> portrait() {
    return pictures.stream().filter(shot -> shot.says().startsWith("Profile")).findFirst();
  }

  /// The picture above its page, if the archive has it.
  public Optional<Shot> banner() {
    return pictures.stream().filter(shot -> shot.says().startsWith("Banner")).findFirst();
  }
}
