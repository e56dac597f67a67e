package org.trawl.page.site;

import java.text.Bidi;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import org.trawl.explain.ListText;
import org.trawl.query.ValueList;
import org.trawl.search.Facet;
import org.trawl.search.Timeline;
import org.trawl.tweet.Tweet;

/// Numbers, dates and closed sets of names as people read them. English; times are UTC.
public final class Wording {
  private static final DateTimeFormatter DAY = english("d MMM uuuu");
  private static final DateTimeFormatter MINUTE = english("d MMM uuuu, HH:mm");
  private static final DateTimeFormatter SECOND = english("d MMMM uuuu, HH:mm:ss");
  private static final DateTimeFormatter LONG_MINUTE = english("d MMMM uuuu, HH:mm");
  private static final DateTimeFormatter COLUMN = english("uuuu-MM-dd HH:mm");

  private Wording() {}

  /// `12,345`.
  public static String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
  }

  /// `1 tweet`, `12,345 tweets`.
  public static String number(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  /// A sentence's beginning in upper case; but an operator is written as it is typed.
  public static String capital(String words) {
    return words.matches("[a-z_-]+:.*")
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// A text within another one, kept in its own order where one of them runs from right to left:
  /// else a number behind a Persian word would stand before it.
  public static String isolated(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        ? "\u2068" + text + "\u2069"
        : text;
  }

  /// How a text begins, if it is longer than so many characters.
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, splits ? most - 1 : most) + "…";
  }

  /// `312 accounts, 40 hashtags`.
  public static String list(ValueList list) {
    var kinds = new ArrayList<String>();
    for (var kind : ValueList.Kind.values()) {
      int count = list.of(kind).size();
      if (count > 0) {
        kinds.add(ListText.count(kind, count));
      }
    }
    return String.join(", ", kinds);
  }

  /// What a list's accounts have to do with a tweet.
  public static String role(ValueList.Role role) {
    return switch (role) {
      case FROM -> "sent it";
      case MENTION -> "are mentioned in it";
      case TO -> "are replied to in it";
      case RETWEETS_OF -> "are retweeted in it";
      case ANY -> "any of these";
    };
  }

  /// `0.8K` is never said: up to 9,999 in full, then `12K`, `1.2M`.
  public static String compact(long value) {
    if (value < 10_000) {
      return number(value);
    }
    var format = NumberFormat.getCompactNumberInstance(Locale.ENGLISH, NumberFormat.Style.SHORT);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /// `24 Jun 2016`.
  public static String day(Instant time) {
    return DAY.format(time.atOffset(ZoneOffset.UTC));
  }

  /// `24 Jun 2016`.
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /// `24 Jun 2016, 09:11 UTC`.
  public static String minute(Instant time) {
    return minute(time, ZoneOffset.UTC);
  }

  /// `24 Jun 2016, 11:11 UTC+2`.
  public static String minute(Instant time, ZoneId zone) {
    return in(MINUTE, time, zone);
  }

  /// What the clocks of a zone show, and how far they are from UTC then.
  private static String in(DateTimeFormatter format, Instant time, ZoneId zone) {
    return format.format(time.atZone(zone)) + " " + offset(time, zone);
  }

  /// `UTC`, `UTC+2`, `UTC-3:30`.
  public static String offset(Instant time, ZoneId zone) {
    int minutes = zone.getRules().getOffset(time).getTotalSeconds() / 60;
    if (minutes == 0) {
      return "UTC";
    }
    int rest = Math.abs(minutes) % 60;
    return "UTC"
        + (minutes < 0 ? "-" : "+")
        + Math.abs(minutes) / 60
        + (rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest));
  }

  /// What a page calls the times of a zone.
  public static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /// `24 June 2016, 09:11:00 UTC`.
  public static String second(Instant time) {
    return second(time, ZoneOffset.UTC);
  }

  /// The same by the clocks of a zone.
  public static String second(Instant time, ZoneId zone) {
    return in(SECOND, time, zone);
  }

  /// When a tweet was sent, as exactly as it is known and no more: `24 June 2016, 09:11 UTC`, with
  /// seconds where the row or the id has them.
  public static String exact(Tweet tweet) {
    return exact(tweet, ZoneOffset.UTC);
  }

  /// The same by the clocks of a zone.
  public static String exact(Tweet tweet, ZoneId zone) {
    return secondsOfId(tweet) || tweet.time().getEpochSecond() % 60 != 0
        ? second(tweet.time(), zone)
        : in(LONG_MINUTE, tweet.time(), zone);
  }

  /// Whether the id says the same second as the tweet's time, which is then the id's: rows have
  /// minutes.
  public static boolean secondsOfId(Tweet tweet) {
    return tweet.id().timed()
        && tweet.id().createdAt().getEpochSecond() == tweet.time().getEpochSecond();
  }

  /// `2016-06-24 09:11`, for columns.
  public static String column(Instant time) {
    return column(time, ZoneOffset.UTC);
  }

  /// The same by the clocks of a zone.
  public static String column(Instant time, ZoneId zone) {
    return COLUMN.format(time.atZone(zone));
  }

  /// A period of the timeline: `2016`, `June 2016`, `24 Jun 2016`, `24 Jun 2016, 09:00 UTC`.
  public static String period(Instant start, Timeline.Interval interval) {
    return period(start, interval, ZoneOffset.UTC);
  }

  /// The same by the clocks of a zone.
  public static String period(Instant start, Timeline.Interval interval, ZoneId zone) {
    var time = start.atZone(zone);
    return switch (interval) {
      case YEAR -> Integer.toString(time.getYear());
      case MONTH -> english("MMMM uuuu").format(time);
      case DAY -> DAY.format(time);
      case HOUR, MINUTE -> minute(start, zone);
    };
  }

  /// The day of a time, or its month or year if the timeline is no finer: `24 Jun 2016`, `Jun
  /// 2016`.
  public static String date(Instant time, Timeline.Interval interval) {
    return date(time, interval, ZoneOffset.UTC);
  }

  /// The same by the clocks of a zone.
  public static String date(Instant time, Timeline.Interval interval, ZoneId zone) {
    return switch (interval) {
      case YEAR -> Integer.toString(time.atZone(zone).getYear());
      case MONTH -> english("MMM uuuu").format(time.atZone(zone));
      case DAY, HOUR, MINUTE -> DAY.format(time.atZone(zone));
    };
  }

  /// `3 ms`, `0.24 s`.
  public static String took(Duration took) {
    long millis = Math.max(1, took.toMillis());
    return millis < 100
        ? millis + " ms"
        : String.format(Locale.ENGLISH, millis < 10_000 ? "%.2f s" : "%.0f s", millis / 1000.0);
  }

  /// The English name of a language code, the code itself where there is none.
  public static String language(String code) {
    return switch (code) {
      case "", "und" -> "No language";
      case Facet.NONE -> "None";
      default -> {
        var name = Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
        yield name.isEmpty() ? code : name;
      }
    };
  }

  /// What to call one tweet of this kind.
  public static String kind(Tweet.Kind kind) {
    return switch (kind) {
      case TWEET -> "Tweet";
      case RETWEET -> "Retweet";
      case REPLY -> "Reply";
      case QUOTE -> "Quote";
    };
  }

  /// A facet's value as people read it.
  public static String facetValue(Facet facet, String value, String label) {
    if (value.equals(Facet.NONE)) {
      return "None";
    }
    return switch (facet) {
      case LANGUAGE, DETECTED, ACCOUNT_LANGUAGE -> language(value);
      case ACCOUNT -> Hashes.looksHashed(label) ? Hashes.label(label) : "@" + label;
      case HASHTAG -> "#" + label;
      case MENTION, RETWEETED -> Hashes.looksHashed(label) ? Hashes.label(label) : "@" + label;
      case COPIES ->
          switch (value) {
            case "1" -> "Sent once";
            case "2-9" -> "Sent 2–9 times";
            case "10-99" -> "Sent 10–99 times";
            case "100+" -> "Sent 100 times or more";
            default -> label;
          };
      case KIND ->
          switch (value) {
            case "tweet" -> "Tweets";
            case "retweet" -> "Retweets";
            case "reply" -> "Replies";
            case "quote" -> "Quotes";
            default -> label;
          };
      case MEDIA ->
          switch (value) {
            case "images" -> "Images";
            case "videos" -> "Videos";
            case "gifs" -> "GIFs";
            case "unexplained" -> "Perhaps (short link)";
            default -> label;
          };
      case OPERATION -> Release.of(label).label();
      case DOMAIN, CLIENT, ACCOUNT_CREATED -> label;
    };
  }

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
