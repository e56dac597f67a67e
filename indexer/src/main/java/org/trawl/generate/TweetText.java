package org.trawl.generate;

import java.util.stream.Stream;
import org.trawl.generate.Lexicon.Template;

/// Writes what tweets say, and keeps what they carry. One for each thread, reused from tweet to
/// tweet.
final class TweetText {
  /// The longest text of a retweet, and of a tweet before November 2017, in characters.
  static final int SHORT = 140;

  private static final byte[] ELLIPSIS = Utf8Text.utf8("…");
  private static final byte[] ZERO_WIDTH_SPACE = Utf8Text.utf8("\u200B");
  private static final byte[][] EMOJI =
      Stream.of(
              "😂", "🔥", "🙏", "❤️", "👏", "😡", "🤔", "👍🏽", "🎉", "😢", "✊🏿", "🇺🇳", "👩‍⚕️",
              "⚡️", "💯")
          .map(Utf8Text::utf8)
          .toArray(byte[][]::new);

  /// Nobody can own a domain below `example`, so no invented link leads anywhere.
  private static final String[] DOMAIN_ENDS = {".example", "-news.example", ".co.example"};

  private static final String BASE_62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Stems LATIN = Lexicon.of("en").stems();
  private static final long STRANGERS = 0x57A6;
  private static final long TAGS = 0x7A65;

  final Utf8Text text = new Utf8Text(1024);
  final ListCell hashtags;
  final ListCell links;
  final ListCell mentions;
  private final Utf8Text scratch = new Utf8Text(256);
  private final Draws pieces = new Draws(0);
  private final boolean lineBreaks;

  TweetText(Vintage vintage) {
    var quoted = vintage != Vintage.OCTOBER_2018;
    hashtags = new ListCell(quoted);
    links = new ListCell(quoted);
    mentions = new ListCell(vintage == Vintage.FROM_2020);
    lineBreaks = quoted;
  }

  void clear() {
    text.clear();
    hashtags.clear();
    links.clear();
    mentions.clear();
  }

  /// Adds sentences until there are about `characters` of them.
  void sentences(Lexicon lexicon, Draws draws, int topic, int characters) {
    var start = text.characters();
    while (true) {
      var section = draws.chance(0.12) ? "phrase" : "sentence";
      template(text, lexicon, section, draws, topic);
      if (draws.chance(0.015)) {
        text.add(ZERO_WIDTH_SPACE);
      }
      if (text.characters() - start > characters * 2 / 3) {
        return;
      }
      text.add(lineBreaks && draws.chance(0.25) ? '\n' : ' ');
    }
  }

  /// Adds one template of a section with its slots filled.
  void template(Utf8Text out, Lexicon lexicon, String section, Draws draws, int topic) {
    var templates = lexicon.templates(section);
    var template = templates.get(draws.below(templates.size()));
    var begins = draws.chance(0.9);
    for (var part : template.parts()) {
      switch (part) {
        case Template.Literal literal -> out.add(literal.utf8);
        case Template.Count() -> out.add(number(draws));
        case Template.Slot slot -> {
          var tagged = slot.name() && out == text && draws.chance(0.06);
          var start = out.size();
          if (tagged) {
            out.add('#');
          }
          slot.words().write(out, draws, topic, slot.form(), begins);
          if (tagged) {
            tagged(start);
          }
        }
      }
      begins = false;
    }
  }

  /// Keeps the hashtag that was just written, if it is one: a tag holds no space or apostrophe.
  private void tagged(int start) {
    for (var i = start + 1; i < text.size(); i++) {
      var b = text.array()[i];
      if (b == ' ' || b == '\'' || b == '-') {
        return;
      }
    }
    hashtags.add(text.array(), start + 1, text.size());
  }

  private static long number(Draws draws) {
    return 2 + (long) Math.exp(draws.unit() * draws.unit() * 16);
  }

  /// Adds ` #tag`: one of the language's listed tags, or an invented one.
  void tag(Lexicon lexicon, Draws draws, int topic) {
    scratch.clear();
    var listed = lexicon.words("tag");
    if (draws.chance(0.45)) {
      listed.write(scratch, draws, topic, 0, false);
    } else {
      inventTag(scratch, lexicon, draws.rank(20, 0.3));
    }
    tag(scratch.toByteArray());
  }

  /// A tag that an event goes by, such as `#Wordcity2016`.
  static byte[] eventTag(Lexicon lexicon, Draws draws) {
    var tag = new Utf8Text(32);
    var rank = 500 + draws.below(20_000);
    lexicon.stems().write(tag, lexicon.stems().key(rank), rank, true);
    if (draws.chance(0.5)) {
      tag.add(2011 + draws.below(9));
    }
    return tag.toByteArray();
  }

  /// Adds ` #tag`.
  void tag(byte[] tag) {
    text.add(' ').add('#').add(tag);
    hashtags.add(tag);
  }

  private void inventTag(Utf8Text out, Lexicon lexicon, long rank) {
    pieces.restart(Draws.key(TAGS, lexicon.language().hashCode(), rank));
    var stems = lexicon.stems();
    var first = pieces.rank(200, 0.5);
    stems.write(out, stems.key(first), first, true);
    if (pieces.chance(0.6)) {
      var second = pieces.rank(200, 0.5);
      stems.write(out, stems.key(second), second, true);
    }
    if (pieces.chance(0.15)) {
      out.add(2009 + pieces.below(12));
    }
  }

  /// Adds an emoji.
  void emoji(Draws draws) {
    text.add(' ').add(EMOJI[draws.lowBelow(EMOJI.length)]);
  }

  /// Adds a shortened link to a page and keeps the page's address.
  void sharedLink(Draws draws) {
    scratch.clear();
    link(scratch, draws);
    sharedLink(scratch, draws);
  }

  /// Adds a shortened link and keeps what it stands for.
  void sharedLink(Utf8Text address, Draws draws) {
    shortLink(draws);
    links.add(address.array(), 0, address.size());
  }

  /// Adds a shortened link that the archive doesn't explain, as those to pictures are.
  void shortLink(Draws draws) {
    text.add(draws.chance(0.3) ? " http://t.co/" : " https://t.co/");
    var bits = draws.next() >>> 1;
    for (var i = 0; i < 10; i++) {
      text.add(BASE_62.charAt((int) (bits % 62)));
      bits /= 62;
    }
  }

  /// Adds the address of a page.
  void link(Utf8Text out, Draws draws) {
    var site = draws.rank(6, 0.5);
    out.add(draws.chance(0.5) ? "http://" : "https://");
    LATIN.write(out, LATIN.key(site), site, false);
    if (site % 3 == 0) {
      LATIN.write(out, LATIN.key(site / 3), site / 3, false);
    }
    out.add(DOMAIN_ENDS[(int) (site % DOMAIN_ENDS.length)]).add('/');
    if (draws.chance(0.5)) {
      out.add(2009 + draws.below(12)).add('/');
    }
    for (var words = 1 + draws.below(3); words > 0; words--) {
      var word = draws.rank(100, 0.5);
      LATIN.write(out, LATIN.key(word), word, false);
      out.add('-');
    }
    out.add(draws.below(1_000_000));
  }

  /// Somebody outside the archive: the lower the number, the better known.
  static long stranger(Draws draws) {
    return draws.rank(40, 0.12);
  }

  /// A stranger's user id.
  static long strangerId(long stranger) {
    return 1_000_000 + (Draws.key(STRANGERS, stranger) >>> 33);
  }

  /// Adds a stranger's handle, without `@`.
  void strangerHandle(Utf8Text out, long stranger) {
    pieces.restart(Draws.key(STRANGERS, stranger, 1));
    var first = pieces.rank(50, 0.5) % 100_000;
    LATIN.write(out, LATIN.key(first), first, pieces.chance(0.7));
    if (pieces.chance(0.5)) {
      if (pieces.chance(0.3)) {
        out.add('_');
      }
      var second = pieces.below(500);
      LATIN.write(out, LATIN.key(second), second, true);
    }
    if (stranger > 200 && pieces.chance(0.6)) {
      out.add(pieces.below(stranger > 100_000 ? 10_000 : 100));
    }
  }

  /// Adds `@handle` of a stranger and keeps the mention.
  void mention(long stranger) {
    text.add('@');
    strangerHandle(text, stranger);
    mentions.add(strangerId(stranger));
  }

  /// Adds `@handle` and keeps the mention.
  void mention(byte[] handle, byte[] id) {
    text.add('@').add(handle);
    mentions.add(id);
  }

  /// Cuts the text as retweets were cut.
  void cutToShort() {
    if (text.characters() > SHORT) {
      text.cut(SHORT - 1);
      text.add(ELLIPSIS);
    }
  }
}
