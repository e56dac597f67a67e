package org.trawl.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One operation of one generated archive: its accounts and events, and how many tweets it has.
///
/// @param key what decides everything in it
/// @param accounts the most active ones first; the last [#elders] were there before November 2010
record Release(
    Operation operation,
    long key,
    Numbers numbers,
    List<Account> accounts,
    int elders,
    List<Event> events) {

  /// Some accounts never tweeted; the users file lists them all the same.
  private static final double SILENT = 0.06;

  /// The numbers of a release's tweets within the archive: `first` up to `first + tweets`.
  ///
  /// @param archive tweets of the whole archive
  record Numbers(long first, long tweets, long archive) {}

  /// What many tweets of some days are about.
  ///
  /// @param second its start, in seconds since 1970
  /// @param topic which words it is told in
  record Event(long second, Lexicon lexicon, Tag tag, int topic) {}

  /// A hashtag, as UTF-8, without `#`.
  static final class Tag {
    final byte[] utf8;

    Tag(byte[] utf8) {
      this.utf8 = utf8;
    }
  }

  /// Makes the accounts and events of an operation.
  static Release of(Operation operation, long seed, Numbers numbers) {
    var key = Draws.key(seed, operation.name().hashCode());
    Map<String, Lexicon> read = new HashMap<>();
    var lexicons =
        operation.languages().stream().map(l -> read.computeIfAbsent(l, Lexicon::of)).toList();
    var size = (int) Math.max(16, Math.round(1.25 * Math.sqrt((double) numbers.tweets)));
    var elders = operation.vintage() == Vintage.OCTOBER_2018 ? 2 + size / 40 : 0;
    return new Release(
        operation,
        key,
        numbers,
        accounts(operation, key, lexicons, size, elders),
        elders,
        events(operation, key, lexicons, 12 + size / 20));
  }

  /// How many of the accounts tweet.
  int tweeting() {
    return (int) (accounts.size() * (1 - SILENT)) - elders;
  }

  private static List<Account> accounts(
      Operation operation, long key, List<Lexicon> lexicons, int size, int elders) {
    var texts = new TweetText(operation.vintage());
    var accounts = new ArrayList<Account>(size);
    for (var i = 0; i < size; i++) {
      var draws = new Draws(Draws.key(key, 1, i));
      var lexicon = lexicons.get(draws.below(lexicons.size()));
      var elder = i >= size - elders;
      accounts.add(new Account(operation, lexicon, draws, texts, 1 - i / (double) size, elder));
    }
    return List.copyOf(accounts);
  }

  private static List<Event> events(
      Operation operation, long key, List<Lexicon> lexicons, int size) {
    var draws = new Draws(Draws.key(key, 2));
    var active = operation.active();
    var events = new ArrayList<Event>(size);
    for (var i = 0; i < size; i++) {
      var lexicon = lexicons.get(draws.below(lexicons.size()));
      var part = 0.15 + 0.8 * draws.unit();
      var second = active.fromSecond() + (long) (part * (active.toSecond() - active.fromSecond()));
      events.add(
          new Event(second, lexicon, new Tag(TweetText.eventTag(lexicon, draws)), draws.below(24)));
    }
    return List.copyOf(events);
  }
}
