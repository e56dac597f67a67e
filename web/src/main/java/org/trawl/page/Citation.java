package org.trawl.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.trawl.tweet.Tweet;

/// How to cite a tweet of the archive.
///
/// @param apa a reference after the seventh edition of the APA manual
/// @param bibtex an entry of type `misc`
public record Citation(String apa, String bibtex) {
  /// APA gives the first words of a post as its title.
  private static final int TITLE_WORDS = 20;

  static Citation of(Tweet tweet) {
    var time = tweet.time().atOffset(ZoneOffset.UTC);
    var account = tweet.account();
    var name = account.hashed() ? "Hashed account" : account.displayName();
    var handle = account.hashed() ? account.id() : "@" + account.screenName();
    var title = title(tweet.content().text());
    var release = "Twitter information operations archive, release " + tweet.source().operation();
    var day = DateTimeFormatter.ofPattern("uuuu, MMMM d", Locale.ENGLISH).format(time);
    return new Citation(
        name
            + " ["
            + handle
            + "]. ("
            + day
            + "). "
            + title
            + " [Tweet "
            + tweet.id()
            + "]. "
            + release
            + ".",
        """
        @misc{tweet%s,
          author       = {{%s}},
          title        = {{%s}},
          year         = {%d},
          month        = {%s},
          howpublished = {Tweet %s by %s, sent %s},
          note         = {%s}
        }\
        """
            .formatted(
                tweet.id(),
                tex(name),
                tex(title),
                time.getYear(),
                DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)
                    .format(time)
                    .toLowerCase(Locale.ROOT),
                tweet.id(),
                tex(handle),
                tweet.time(),
                tex(release)));
  }

  private static String title(String text) {
    var words = text.strip().split("\\s+");
    var shown =
        String.join(
            " ", java.util.Arrays.asList(words).subList(0, Math.min(TITLE_WORDS, words.length)));
    return words.length > TITLE_WORDS ? shown + " …" : shown;
  }

  /// The characters that TeX would take for commands, escaped; braces would end the entry early.
  private static String tex(String text) {
    return text.replace("\\", "\\textbackslash ")
        .replaceAll("[{}]", "")
        .replaceAll("([#$%&_])", "\\\\$1")
        .replace("~", "\\textasciitilde ")
        .replace("^", "\\textasciicircum ");
  }
}
