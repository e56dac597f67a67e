package org.trawl.generate;

import java.util.Optional;
import org.trawl.generate.Release.Event;
import org.trawl.tweet.Snowflake;
import org.trawl.tweet.Tweet.Kind;

/// Who sends the tweet of a number, when, about what, and whether it repeats or answers another.
/// One for each thread; [#set] moves it from tweet to tweet.
final class Occasion {
  /// In the oldest release every so many-th tweet is from before ids held times.
  private static final int EARLY = 400;

  /// 2009-05-09T12:00:00Z and 2010-11-03T00:00:00Z, and the ids that were counted up in between.
  static final long EARLY_FROM = 1_241_870_400;

  private static final long EARLY_TO = 1_288_742_400;
  private static final long EARLY_FROM_ID = 1_740_000_000L;
  private static final long EARLY_TO_ID = 29_600_000_000L;

  static final long DAY = 86_400;

  /// The low bits of an id (machine and sequence, which say nothing of the time) count tweets here,
  /// scattered, so that no two tweets of one millisecond share an id.
  private static final long SEQUENCES = 1 << 22;

  /// Hours of the local day, as often as people tweet in them.
  private static final byte[] HOURS = {
    0, 1, 7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12, 13, 13, 13, 14, 14, 14, 15, 15, 15,
    16, 16, 16, 17, 17, 17, 18, 18, 19, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22, 22, 23, 23
  };

  private final Release release;

  /// Decides the rest of the tweet; begins where the occasion ends.
  final Draws draws = new Draws(0);

  private Account account;
  private Kind kind = Kind.TWEET;
  private Optional<Event> event = Optional.empty();
  private long millis;
  private long id;
  private boolean early;

  Occasion(Release release) {
    this.release = release;
    account = release.accounts().getFirst();
  }

  /// Moves to a tweet.
  ///
  /// @param number from 0 up to the release's tweets
  void set(long number) {
    draws.restart(Draws.key(release.key(), 3, number));
    event = Optional.empty();
    early = release.elders() > 0 && number % EARLY == EARLY / 2;
    if (early) {
      setEarly(number / EARLY);
      return;
    }
    account = release.accounts().get(draws.lowBelow(release.tweeting()));
    var second = draws.chance(0.25) ? eventSecond() : -1;
    if (second < 0) {
      event = Optional.empty();
      second = ordinarySecond();
    }
    identify(second, release.numbers().first() + number);
    kind = draws.chance(account.retweets) ? Kind.RETWEET : ownKind();
  }

  Account account() {
    return account;
  }

  Kind kind() {
    return kind;
  }

  /// The event that the tweet is about.
  Optional<Event> event() {
    return event;
  }

  /// Which words the tweet prefers.
  int topic() {
    return event.isPresent() ? event.get().topic() : account.topic;
  }

  /// Seconds since 1970.
  long second() {
    return millis / 1000;
  }

  long id() {
    return id;
  }

  /// Whether the tweet is from before ids held times.
  boolean early() {
    return early;
  }

  /// Early tweets each have a slot of their own in time, as their ids are counted up.
  private void setEarly(long slot) {
    var accounts = release.accounts();
    account = accounts.get(accounts.size() - 1 - draws.below(release.elders()));
    var slots = release.numbers().tweets() / EARLY + 1;
    var part = (slot + draws.unit()) / slots;
    millis = (EARLY_FROM + (long) (part * (EARLY_TO - EARLY_FROM))) * 1000;
    id = EARLY_FROM_ID + (long) (part * (EARLY_TO_ID - EARLY_FROM_ID));
    kind = Kind.TWEET;
  }

  private Kind ownKind() {
    var unit = draws.unit();
    return unit < 0.07 ? Kind.REPLY : unit < 0.11 ? Kind.QUOTE : Kind.TWEET;
  }

  /// A moment near an event that the account could take part in, or -1.
  private long eventSecond() {
    var chosen = release.events().get(draws.lowBelow(release.events().size()));
    if (chosen.lexicon() != account.lexicon && !draws.chance(0.15)) {
      return -1;
    }
    var days = -Math.log(1 - draws.unit()) * (draws.chance(0.15) ? -0.4 : 1.3);
    var second = chosen.second() + (long) (days * DAY);
    if (second < account.activeFrom || second > account.activeTo) {
      return -1;
    }
    event = Optional.of(chosen);
    return second;
  }

  /// A moment of the account's life, more of them later than sooner, in waking hours.
  private long ordinarySecond() {
    var life = account.activeTo - account.activeFrom;
    var day = (account.activeFrom + (long) (Math.sqrt(draws.unit()) * life)) / DAY;
    var hour = HOURS[draws.below(HOURS.length)] - release.operation().hour();
    var second = day * DAY + hour * 3600L + draws.below(3600);
    return Math.clamp(second, account.activeFrom, account.activeTo);
  }

  private void identify(long second, long number) {
    // Tweets whose sequence is the same are kept apart by the remainder of their millisecond.
    var classes = release.numbers().archive() / SEQUENCES + 1;
    var raw = second * 1000 + draws.below(1000);
    var within = raw % 1000 / classes * classes + number / SEQUENCES;
    millis = raw - raw % 1000 + Math.min(within, 999);
    id = Snowflake.at(millis, (int) (number * 0x9E3779B1L & (SEQUENCES - 1))).value();
  }
}
