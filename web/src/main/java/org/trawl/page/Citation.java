package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.trawl.api.TwitterAddress;
import org.trawl.page.site.Release;
import org.trawl.tweet.Layout;
import org.trawl.tweet.Tweet;

/// How to cite a tweet of the archive. It names the address at which the tweet stood as such, and
/// the data set that its text is from; no date of access, as nobody saw it at that address.
///
/// @param apa a reference after the seventh edition of the APA manual
/// @param bibtex an entry of type `misc`, for BibTeX and biblatex alike
public record Citation(String apa, String bibtex) {
  /// APA gives the first words of a post as its title.
  private static final int TITLE_WORDS = 20;

  /// A word or a part of a long one, with the space behind it.
  private static final Pattern PIECE = Pattern.compile("\\S{1,20}\\s*|\\s+");

  public Citation {
    requireNonNull(apa, "apa");
    requireNonNull(bibtex, "bibtex");
  }

  static Citation of(Tweet tweet) {
    return new Citation(apa(tweet), bibtex(tweet));
  }

  /// Where the tweet stood; empty where the archive lacks its id.
  static Optional<String> address(Tweet tweet) {
    return Optional.of(TwitterAddress.of(tweet)).filter(address -> !address.isEmpty());
  }

  /// The reference in pieces between which a line may break: an address and a hash have no spaces,
  /// and are longer than a phone is wide.
  public List<String> pieces() {
    return PIECE.matcher(apa).results().map(MatchResult::group).toList();
  }

  private static String apa(Tweet tweet) {
    var day = english("uuuu, MMMM d", tweet);
    var stood = address(tweet).map(address -> " " + address + " (where it stood).").orElse("");
    return author(tweet)
        + ". ("
        + day
        + "). "
        + title(tweet)
        + " [Tweet]. Twitter."
        + stood
        + " Text and date from "
        + dataSet(tweet)
        + " [Data set].";
  }

  private static String bibtex(Tweet tweet) {
    var fields = new ArrayList<String>();
    fields.add(field("author", "{{" + tex(author(tweet)) + "}}"));
    fields.add(field("title", "{{" + tex(title(tweet)) + "}}"));
    fields.add(field("year", "{" + english("uuuu", tweet) + "}"));
    // The styles' own names of the months.
    fields.add(field("month", english("MMM", tweet).toLowerCase(Locale.ROOT)));
    fields.add(field("howpublished", "{Tweet, " + english("d MMMM uuuu", tweet) + "}"));
    // The packages that print it read it as it stands.
    address(tweet).ifPresent(address -> fields.add(field("url", "{" + address + "}")));
    var stood = address(tweet).isPresent() ? "The address is where it stood. " : "";
    fields.add(
        field(
            "note",
            "{Tweet "
                + tweet.id()
                + ". "
                + stood
                + "Text and date from "
                + tex(dataSet(tweet))
                + "}"));
    return "@misc{tweet" + tweet.id() + ",\n" + String.join(",\n", fields) + "\n}";
  }

  private static String field(String name, String value) {
    return "  " + name + " ".repeat(12 - name.length()) + " = " + value;
  }

  private static String author(Tweet tweet) {
    var account = tweet.account();
    if (account.hashed()) {
      return "Hashed account [" + account.id() + "]";
    }
    var name = account.displayName().strip().replaceAll("\\s+", " ");
    return name.isEmpty() ? "@" + account.screenName() : name + " [@" + account.screenName() + "]";
  }

  /// The data set by its name, and the year or month it was published in where its name tells.
  private static String dataSet(Tweet tweet) {
    return switch (Layout.of(tweet.source().row().columns())) {
      case CLEMSON ->
          "the tweets of the Internet Research Agency, Russia, collected by Clemson University"
              + " and published by FiveThirtyEight, 2018";
      case NBC -> "the tweets of the Internet Research Agency, Russia, published by NBC News, 2018";
      case TWEETS, USERS, NBC_USERS, OTHER -> release(tweet);
    };
  }

  private static String release(Tweet tweet) {
    var release = Release.of(tweet.source().operation());
    return "Twitter’s Information Operations archive, release “"
        + release.name()
        + "”"
        + (release.network().isEmpty() ? "" : " (" + release.network() + ")")
        + (release.published().isEmpty() ? "" : ", " + release.published());
  }

  private static String title(Tweet tweet) {
    var words = tweet.content().text().strip().split("\\s+");
    var shown =
        String.join(" ", Arrays.asList(words).subList(0, Math.min(TITLE_WORDS, words.length)));
    return words.length > TITLE_WORDS ? shown + " …" : shown;
  }

  private static String english(String pattern, Tweet tweet) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .format(tweet.time().atOffset(ZoneOffset.UTC));
  }

  /// Text as TeX prints it. Braces are named, as BibTeX counts even those that are escaped.
  private static String tex(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(sign ->
            out.append(
                switch (sign) {
                  case '\\' -> "\\textbackslash{}";
                  case '{' -> "\\textbraceleft{}";
                  case '}' -> "\\textbraceright{}";
                  case '~' -> "\\textasciitilde{}";
                  case '^' -> "\\textasciicircum{}";
                  case '#', '$', '%', '&', '_' -> "\\" + Character.toString(sign);
                  default -> Character.toString(sign);
                }));
    return out.toString();
  }
}
