package org.trawl.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// An invented account: the cells that its rows repeat, and its habits.
final class Account {
  /// Accounts of at least so many followers were released under their names.
  static final int OPEN_FROM = 5_000;

  /// A decimal user id, or a hash where it never reached [#OPEN_FROM] followers.
  final byte[] id;

  final byte[] displayName;

  /// What stands behind an `@`: the hash again for a hashed account.
  final byte[] handle;

  final byte[] location;
  final byte[] bio;
  final byte[] url;
  final byte[] created;
  final byte[] interfaceLanguage;
  final int following;
  final int followers;

  final Lexicon lexicon;

  /// Which words it prefers.
  final int topic;

  /// The client it uses most, as a position among the operation's.
  final int client;

  /// How many of its tweets are retweets, 0 to nearly 1.
  final double retweets;

  /// How many of its own tweets carry a link, 0 to 1.
  final double links;

  /// Seconds since 1970 of its first and last tweet.
  final long activeFrom;

  final long activeTo;

  /// Invents an account.
  ///
  /// @param standing from 0 to 1: the higher, the more followers
  /// @param elder whether it was there from the operation's first day to its last
  Account(
      Operation operation,
      Lexicon lexicon,
      Draws draws,
      TweetText texts,
      double standing,
      boolean elder) {
    this.lexicon = lexicon;
    topic = draws.below(24);
    client = draws.lowBelow(operation.clients().size());
    retweets = Math.min(0.97, draws.unit() * 0.95);
    links = 0.4 + draws.unit() * 0.6;
    followers = draws.longTail(120 + 3_000 * Math.pow(standing, 4));
    following = draws.longTail(180);

    var start = operation.active().fromSecond();
    var end = operation.active().toSecond();
    activeFrom =
        elder
            ? Occasion.EARLY_FROM
            : start + (long) ((end - start) * 0.9 * Math.sqrt(draws.unit()));
    activeTo =
        elder ? end : activeFrom + (long) ((end - activeFrom) * (0.15 + 0.85 * draws.unit()));
    var age = elder ? 5 + draws.below(300) : draws.below(draws.chance(0.3) ? 1_200 : 60) + 1;
    var birthday =
        LocalDate.ofInstant(Instant.ofEpochSecond(activeFrom), ZoneOffset.UTC).minusDays(age);
    created = Utf8Text.utf8(birthday.toString());

    var hashed = followers < OPEN_FROM;
    var text = new Utf8Text(256);
    if (hashed) {
      id = hash(operation.vintage(), draws);
      handle = id;
      displayName = id;
    } else {
      id = Utf8Text.utf8(Long.toString(number(draws, birthday)));
      texts.strangerHandle(text, TweetText.stranger(draws));
      handle = text.toByteArray();
      text.clear();
      displayName = displayName(text, draws);
    }
    location = draws.chance(0.25) ? new byte[0] : template(texts, draws, "location", text);
    bio = draws.chance(0.15) ? new byte[0] : bio(operation.vintage(), texts, draws, text);
    text.clear();
    if (draws.chance(0.15)) {
      texts.link(text, draws);
    }
    url = text.toByteArray();
    var language = draws.chance(0.75) ? lexicon.language() : "en";
    interfaceLanguage =
        Utf8Text.utf8(language.equals("zh") && draws.chance(0.5) ? "zh-CN" : language);
  }

  /// Followers at a moment: none at first, then ever more.
  ///
  /// @param second seconds since 1970
  int followersAt(long second) {
    var part = Math.clamp((second - activeFrom) / (double) (activeTo - activeFrom + 1), 0, 1);
    return (int) (followers * (0.05 + 0.95 * part * Math.sqrt(part)));
  }

  /// Adds the account's row of the users file.
  void write(Utf8Text out) {
    out.add('"').add(id).add("\",\"");
    out.addCell(displayName, displayName.length, false).add("\",\"").add(handle).add("\",\"");
    out.addCell(location, location.length, false).add("\",\"");
    out.addCell(bio, bio.length, false).add("\",\"").add(url).add("\",\"");
    out.add(followers).add("\",\"").add(following).add("\",\"");
    out.add(created).add("\",\"").add(interfaceLanguage).add("\"\n");
  }

  private byte[] displayName(Utf8Text text, Draws draws) {
    var first = lexicon.words("first");
    text.add(first.word(draws.below(first.size()), 0));
    if (draws.chance(0.7)) {
      text.add(' ');
      lexicon.words("person").write(text, draws, topic, 0, true);
    }
    return text.toByteArray();
  }

  private byte[] bio(Vintage vintage, TweetText texts, Draws draws, Utf8Text text) {
    var first = template(texts, draws, "bio", text);
    if (vintage == Vintage.OCTOBER_2018 || draws.chance(0.7)) {
      return first;
    }
    var second = template(texts, draws, "bio", text);
    text.clear();
    return text.add(first).add('\n').add(second).toByteArray();
  }

  private byte[] template(TweetText texts, Draws draws, String section, Utf8Text text) {
    text.clear();
    texts.template(text, lexicon, section, draws, topic);
    return text.toByteArray();
  }

  /// Early user ids were counted up; from 2016 on they carry a time as tweets' ids do.
  private static long number(Draws draws, LocalDate birthday) {
    if (birthday.getYear() < 2016) {
      return 15_000_000L + draws.below(Integer.MAX_VALUE);
    }
    return 690_000_000_000_000_000L + (draws.next() >>> 7);
  }

  private static byte[] hash(Vintage vintage, Draws draws) {
    var bytes = new byte[32];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) draws.next();
    }
    var text =
        vintage == Vintage.OCTOBER_2018
            ? HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT)
            : Base64.getEncoder().encodeToString(bytes).replace("/", "");
    return Utf8Text.utf8(text);
  }
}
