package org.trawl.generate;

import org.trawl.tweet.Snowflake;
import org.trawl.tweet.Tweet.Kind;

/// Makes the tweets of one release by their numbers. One for each thread.
final class TweetMaker {
  /// 2017-11-08T00:00:00Z, when tweets could be twice as long.
  private static final long LONG_FROM = 1_510_099_200;

  /// Seconds in which the same tweets from outside are repeated.
  private static final long WINDOW = 4 * Occasion.DAY;

  private static final long CAMPAIGN = 4;
  private static final long SOURCE = 5;

  private final Release release;
  private final TweetRow row;

  /// Where the tweets are made again that others repeat, answer or quote.
  private final TweetRow echo;

  private final Draws source = new Draws(0);
  private final Utf8Text address = new Utf8Text(64);
  private final int campaigns;

  TweetMaker(Release release) {
    this.release = release;
    row = new TweetRow(release);
    echo = new TweetRow(release);
    campaigns = 6 + (int) (Math.pow((double) release.numbers().tweets(), 0.6) / 4);
  }

  /// Adds a tweet's row.
  ///
  /// @param number from 0 up to the release's tweets
  void write(long number, Utf8Text out) {
    row.clear();
    row.occasion.set(number);
    var draws = row.occasion.draws;
    switch (row.occasion.kind()) {
      case TWEET -> own(row);
      case RETWEET -> retweet(draws);
      case REPLY -> reply(draws);
      case QUOTE -> quote(draws);
    }
    var account = row.occasion.account();
    row.client =
        draws.chance(0.8) ? account.client : draws.lowBelow(release.operation().clients().size());
    row.geotagged = draws.chance(0.004);
    row.language = label(account.lexicon, draws);
    if (row.occasion.kind() != Kind.RETWEET) {
      count(draws);
    }
    row.write(out);
  }

  /// What somebody says of their own accord; some of it is what others were told to say as well.
  private void own(TweetRow row) {
    var occasion = row.occasion;
    var draws = occasion.draws;
    var account = occasion.account();
    var said = row.said;
    if (draws.chance(0.05)) {
      said.mention(TweetText.stranger(draws));
      said.text.add(' ');
    }
    if (draws.chance(0.15)) {
      var campaign = draws.lowBelow(campaigns);
      source.restart(
          Draws.key(release.key() + CAMPAIGN, campaign, account.lexicon.language().hashCode()));
      said.sentences(account.lexicon, source, source.below(24), 30 + source.below(80));
    } else {
      said.sentences(account.lexicon, draws, occasion.topic(), length(occasion));
    }
    carry(row);
    if (draws.chance(0.0015) && release.operation().vintage() != Vintage.FROM_2020) {
      row.poll = poll(account, draws);
    }
  }

  /// Adds what stands behind the words: hashtags, links, emoji.
  private void carry(TweetRow row) {
    var occasion = row.occasion;
    var draws = occasion.draws;
    var account = occasion.account();
    var said = row.said;
    if (occasion.event().isPresent() && draws.chance(0.8)) {
      said.tag(occasion.event().get().tag().utf8);
    }
    for (var most = 3; most > 0 && draws.chance(0.38); most--) {
      said.tag(account.lexicon, draws, occasion.topic());
    }
    if (draws.chance(account.links)) {
      said.sharedLink(draws);
    }
    if (draws.chance(0.12)) {
      said.shortLink(draws);
    }
    if (draws.chance(0.06)) {
      said.emoji(draws);
    }
  }

  private void retweet(Draws draws) {
    var said = row.said;
    if (draws.chance(0.1) && recall(draws) && echo.occasion.kind() == Kind.TWEET) {
      own(echo);
      var author = echo.occasion.account();
      row.retweetTweet = echo.occasion.id();
      row.retweetUser = author.id;
      said.text.add("RT ");
      said.mention(author.handle, author.id);
      said.text.add(": ").add(echo.said.text);
      said.hashtags.addAll(echo.said.hashtags);
      said.links.addAll(echo.said.links);
      said.mentions.addAll(echo.said.mentions);
    } else {
      var stranger = outside(draws);
      if (release.operation().vintage() != Vintage.FROM_2020) {
        row.retweetUser = Utf8Text.utf8(Long.toString(TweetText.strangerId(stranger)));
      }
      said.text.add("RT ");
      said.mention(stranger);
      said.text.add(": ");
      var lexicon = row.occasion.account().lexicon;
      said.sentences(lexicon, source, source.below(24), 40 + source.below(70));
      if (source.chance(0.35)) {
        said.tag(lexicon, source, source.below(24));
      }
      if (source.chance(0.5)) {
        said.sharedLink(source);
      }
    }
    said.cutToShort();
  }

  /// Chooses a tweet from outside the archive, sent in the day before this one: many repeat the
  /// same few. What it says is what [#source] draws next.
  ///
  /// @return its author
  private long outside(Draws draws) {
    var second = row.occasion.second();
    var window = second / WINDOW;
    var rank = draws.rank(1, 0.18);
    var language = row.occasion.account().lexicon.language().hashCode();
    var sent = second;
    while (sent >= second) {
      source.restart(Draws.key(SOURCE + language, window, rank));
      sent = window * WINDOW + source.below((int) WINDOW);
      window--;
    }
    row.retweetTweet = idAt(sent, source);
    return TweetText.stranger(source);
  }

  private void reply(Draws draws) {
    var said = row.said;
    if (draws.chance(0.3) && recall(draws)) {
      row.replyTweet = echo.occasion.id();
      row.replyUser = echo.occasion.account().id;
      said.mention(echo.occasion.account().handle, row.replyUser);
    } else {
      var stranger = TweetText.stranger(draws);
      row.replyUser = Utf8Text.utf8(Long.toString(TweetText.strangerId(stranger)));
      if (draws.chance(0.75)) {
        row.replyTweet = idAt(row.occasion.second() - 20 - draws.below(40_000), draws);
      }
      said.mention(stranger);
    }
    said.text.add(' ');
    var occasion = row.occasion;
    said.sentences(occasion.account().lexicon, draws, occasion.topic(), 20 + draws.below(60));
    if (draws.chance(0.1)) {
      said.emoji(draws);
    }
  }

  private void quote(Draws draws) {
    own(row);
    address.clear();
    address.add("https://twitter.com/");
    if (draws.chance(0.3) && recall(draws)) {
      row.quotedTweet = echo.occasion.id();
      address.add(echo.occasion.account().handle);
    } else {
      row.quotedTweet = idAt(row.occasion.second() - 20 - draws.below(90_000), draws);
      row.said.strangerHandle(address, TweetText.stranger(draws));
    }
    address.add("/status/").add(row.quotedTweet);
    row.said.sharedLink(address, draws);
  }

  /// Chooses an earlier tweet of another account of this release, in the same language.
  ///
  /// @return whether there was one at the first try
  private boolean recall(Draws draws) {
    echo.clear();
    echo.occasion.set((long) (draws.unit() * release.numbers().tweets()));
    var there = echo.occasion.account();
    var here = row.occasion.account();
    return !echo.occasion.early()
        && there != here
        && there.lexicon == here.lexicon
        && echo.occasion.second() < row.occasion.second();
  }

  private static long idAt(long second, Draws draws) {
    var millis = Math.max(second, 1_288_836_000L) * 1000 + draws.below(1000);
    return Snowflake.at(millis, draws.below(1 << 22)).value();
  }

  private int length(Occasion occasion) {
    var draws = occasion.draws;
    if (occasion.second() > LONG_FROM && draws.chance(0.25)) {
      return 100 + draws.below(130);
    }
    return 20 + draws.below(40) + draws.below(50);
  }

  /// The language's code as the archive has it: sometimes none, sometimes wrong.
  private byte[] label(Lexicon lexicon, Draws draws) {
    var unit = draws.unit();
    if (unit < 0.03 && release.operation().vintage() == Vintage.OCTOBER_2018) {
      return new byte[0];
    }
    if (unit < 0.06) {
      return Utf8Text.utf8("und");
    }
    if (unit < 0.075) {
      return Utf8Text.utf8(Lexicon.LANGUAGES.get(draws.below(Lexicon.LANGUAGES.size())));
    }
    return lexicon.twitterCode();
  }

  private void count(Draws draws) {
    var reach = 0.15 + Math.sqrt(row.occasion.account().followersAt(row.occasion.second())) / 40;
    row.likes = draws.longTail(reach);
    row.retweets = draws.longTail(reach * 0.8);
    row.replies = draws.longTail(reach * 0.2);
    row.quotes = draws.longTail(reach * 0.06);
  }

  private static byte[] poll(Account account, Draws draws) {
    var text = new Utf8Text(64);
    account.lexicon.words("noun").write(text, draws, account.topic, 0, true);
    text.add('|');
    account.lexicon.words("noun").write(text, draws, account.topic + 1, 0, true);
    return text.toByteArray();
  }
}
