package org.trawl.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trawl.accounts.AccountLife;
import org.trawl.accounts.AccountRow;
import org.trawl.accounts.AccountRows;
import org.trawl.accounts.AccountTotals;
import org.trawl.accounts.AccountTotals.Together;
import org.trawl.search.AccountsRequest;
import org.trawl.tweet.Hashtag;
import org.trawl.tweet.Tweet;

/// Rows of accounts, made by looking at every tweet of every account.
///
/// @param all tweets of the archive
/// @param language as a tweet is read
/// @param copyOf what the copies of a tweet share
record NaiveAccounts(
    List<Tweet> all, Function<Tweet, String> language, Function<Tweet, String> copyOf) {
  private static final Comparator<Tweet> BY_TIME =
      Comparator.comparing(Tweet::time).thenComparingLong(tweet -> tweet.id().value());

  AccountRows rows(AccountsRequest request, List<Tweet> found) {
    Map<String, Tweet> firsts = new HashMap<>();
    all.stream().sorted(BY_TIME).forEach(t -> firsts.putIfAbsent(t.account().id(), t));
    Map<String, List<Tweet>> byAccount = new TreeMap<>();
    found.stream()
        .sorted(BY_TIME)
        .forEach(t -> byAccount.computeIfAbsent(t.account().id(), _ -> new ArrayList<>()).add(t));
    var rows =
        byAccount.values().stream()
            .filter(sent -> sent.size() >= request.least())
            .map(sent -> new AccountRow(totals(sent, firsts), life(sent)))
            .filter(row -> named(row.totals().account(), request.name().toLowerCase(Locale.ROOT)))
            .sorted(request.sort().rows(request.descending()))
            .toList();
    var page = rows.stream().skip(request.from()).limit(request.size()).toList();
    return new AccountRows(page, rows.size(), found.size(), Duration.ZERO, false);
  }

  private static boolean named(Tweet.Account account, String part) {
    return List.of(account.id(), account.screenName(), account.displayName()).stream()
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
  }

  private AccountTotals totals(List<Tweet> sent, Map<String, Tweet> firsts) {
    var account = sent.getLast().account();
    var copies = all.stream().collect(Collectors.groupingBy(copyOf, Collectors.counting()));
    return new AccountTotals(
        account,
        all.stream()
            .filter(t -> t.account().id().equals(account.id()))
            .map(t -> t.source().operation())
            .distinct()
            .sorted()
            .toList(),
        sent.size(),
        sent.getFirst().time(),
        sent.getLast().time(),
        count(sent, Tweet.Kind.RETWEET),
        count(sent, Tweet.Kind.REPLY),
        count(sent, Tweet.Kind.QUOTE),
        sent.stream().filter(t -> copies.getOrDefault(copyOf.apply(t), 0L) > 1).count(),
        first(firsts, account.id()).time(),
        together(account, firsts));
  }

  private static long count(List<Tweet> sent, Tweet.Kind kind) {
    return sent.stream().filter(t -> t.kind() == kind).count();
  }

  private static Tweet first(Map<String, Tweet> firsts, String id) {
    return java.util.Objects.requireNonNull(firsts.get(id));
  }

  private Together together(Tweet.Account account, Map<String, Tweet> firsts) {
    var created = account.profile().created();
    var own = first(firsts, account.id());
    if (created.isEmpty()) {
      return new Together(1, 1);
    }
    var group =
        firsts.values().stream()
            .filter(t -> t.account().profile().created().equals(created))
            .filter(t -> day(t.time()).equals(day(own.time())))
            .toList();
    var same = group.stream().filter(t -> copyOf.apply(t).equals(copyOf.apply(own))).count();
    return new Together(group.size(), same);
  }

  private static java.time.LocalDate day(Instant time) {
    return AccountTotals.day(time);
  }

  private AccountLife.Told life(List<Tweet> sent) {
    var life = new AccountLife();
    for (var tweet : sent) {
      life.add(
          tweet.time().getEpochSecond(),
          language.apply(tweet),
          tweet.content().client(),
          tweet.content().hashtags().stream().map(Hashtag::key).distinct().toList());
    }
    return life.told();
  }
}
