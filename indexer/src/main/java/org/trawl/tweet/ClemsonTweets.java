package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.tweet.Dialect.DateOrder;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.Remarks.Kind;
import org.trawl.tweet.UnusableRow.Reason;

/// The rows of Clemson University's collection as FiveThirtyEight published it. It has no
/// engagement counts, no hashtag and link columns and no client; hashtags are read from the text.
final class ClemsonTweets implements TweetReader {
  private final Column authorId;
  private final Column otherAuthorId;
  private final Column address;
  private final Column author;
  private final Column content;
  private final Column region;
  private final Column language;
  private final Column published;
  private final Column following;
  private final Column followers;
  private final Column type;
  private final Column retweet;
  private final Column tweetId;
  private final List<Column> links;

  ClemsonTweets(Header header) {
    authorId = header.column("external_author_id");
    otherAuthorId = header.column("alt_external_id");
    address = header.column("article_url");
    author = header.column("author");
    content = header.column("content");
    region = header.column("region");
    language = header.column("language");
    published = header.column("publish_date");
    following = header.column("following");
    followers = header.column("followers");
    type = header.column("post_type");
    retweet = header.column("retweet");
    tweetId = header.column("tweetid");
    links =
        List.of(
            header.column("tco1_step1"), header.column("tco2_step1"), header.column("tco3_step1"));
  }

  @Override
  public Tweet read(Row row, String operation, Remarks remarks) throws UnusableRow {
    var handle = author.of(row).strip();
    if (handle.isEmpty()) {
      throw new UnusableRow(Reason.NO_ACCOUNT, "");
    }
    var text = Entities.resolve(unwrapped(content.of(row)));
    var id = id(row, handle, text, remarks);
    var sent = RowTime.of(published.of(row), id, row.dialect(), DateOrder.MONTH_FIRST, remarks);
    var postType = AccountReader.said(type, row, remarks).strip();
    // Quotes are marked as retweets, too.
    var quote = postType.equalsIgnoreCase("QUOTE_TWEET");
    var isRetweet = !quote && (postType.equalsIgnoreCase("RETWEET") || truth(row, remarks));
    var quoted = quote ? quoted(row) : OptionalLong.empty();
    return new Tweet(
        id,
        sent,
        account(row, handle, remarks),
        new Tweet.Content(
            text,
            ArchiveLanguages.ofName(language.of(row)),
            hashtags(text),
            Handles.in(text),
            links(row),
            "",
            new Tweet.Location.None(),
            List.of()),
        new Tweet.References(
            OptionalLong.empty(),
            "",
            "",
            quoted,
            isRetweet,
            OptionalLong.empty(),
            "",
            "",
            false,
            quote),
        new Tweet.Counts(0, 0, 0, 0),
        new Tweet.Source(operation, row));
  }

  private boolean truth(Row row, Remarks remarks) {
    var cell = AccountReader.said(retweet, row, remarks);
    var truth = Truth.of(cell);
    if (truth.isEmpty() && !cell.isBlank()) {
      remarks.add(Kind.UNREADABLE_CELL, "retweet " + cell.strip());
    }
    return truth.orElse(false);
  }

  /// The id of the row's cell; of the tweet's address where the cell is rounded; made where there
  /// is none.
  private Snowflake id(Row row, String handle, String text, Remarks remarks) throws UnusableRow {
    var cell = tweetId.of(row);
    var whole = TweetReader.idInAddress(address.of(row));
    var number = NumberCell.of(cell);
    if (whole.isPresent() && rounded(number, whole.get())) {
      remarks.add(Kind.ID_FROM_ADDRESS, cell.strip());
      return whole.get();
    }
    if (!(number instanceof NumberCell.None)) {
      return TweetReader.id(cell);
    }
    if (whole.isPresent()) {
      return whole.get();
    }
    var written = Times.read(published.of(row));
    var minute = written.flatMap(time -> time.time(order(row)));
    if (minute.isEmpty()) {
      throw new UnusableRow(
          written.isEmpty() ? Reason.UNREADABLE_TIME : Reason.AMBIGUOUS_TIME, published.of(row));
    }
    return MadeId.of(handle, minute.get(), text);
  }

  private static DateOrder order(Row row) {
    var known = row.dialect().times();
    return known == DateOrder.UNKNOWN ? DateOrder.MONTH_FIRST : known;
  }

  /// Whether a cell is what a spreadsheet made of the id in the address: fewer digits, or zeros.
  private static boolean rounded(NumberCell cell, Snowflake whole) {
    return switch (cell) {
      case NumberCell.Rounded _ -> true;
      case NumberCell.Whole(var value) ->
          value != whole.value()
              && value % 100 == 0
              && Math.abs(value - whole.value()) < whole.value() / 100;
      case NumberCell.None _, NumberCell.Other _ -> false;
    };
  }

  /// A text that begins with `@` stands in single quotes there.
  private static String unwrapped(String text) {
    return text.length() > 2 && text.startsWith("'@") && text.endsWith("'")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private Tweet.Account account(Row row, String handle, Remarks remarks) {
    var profile =
        new Tweet.Profile(
            AccountReader.words(region, row, remarks),
            "",
            "",
            AccountReader.count(followers, row, remarks),
            AccountReader.count(following, row, remarks),
            Optional.empty(),
            "");
    return new Tweet.Account(userId(row, handle, remarks), handle, handle, false, profile);
  }

  /// `external_author_id` was rounded by a spreadsheet, and so may the other columns be: the first
  /// whole one, of the other column, the tweet's address and the first; else the handle stands for
  /// it, as several people may share a rounded id.
  private String userId(Row row, String handle, Remarks remarks) {
    var other = UserCell.of(otherAuthorId.of(row));
    var inAddress = UserCell.of(addressUser(row));
    var external = UserCell.of(authorId.of(row));
    if (whole(other) && !roundedOf(other, inAddress)) {
      return other.id();
    }
    if (whole(inAddress)) {
      return inAddress.id();
    }
    if (whole(external)) {
      return external.id();
    }
    remarks.add(Kind.HANDLE_FOR_ROUNDED_USER, other.id().isEmpty() ? external.id() : other.id());
    return handle;
  }

  private static boolean whole(UserCell user) {
    return !user.rounded() && !user.endsRound() && digits(user.id());
  }

  /// Whether one id is another's first digits with zeros behind them.
  private static boolean roundedOf(UserCell user, UserCell of) {
    var id = user.id();
    return whole(of)
        && id.length() >= 16
        && id.length() == of.id().length()
        && !id.equals(of.id())
        && id.endsWith("00")
        && id.regionMatches(0, of.id(), 0, 2);
  }

  private String addressUser(Row row) {
    var parts = address.of(row).split("/");
    for (var i = 0; i + 1 < parts.length; i++) {
      if ((parts[i + 1].equals("statuses") || parts[i + 1].equals("status")) && digits(parts[i])) {
        return parts[i];
      }
    }
    return "";
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private List<String> links(Row row) {
    var all = new ArrayList<String>();
    for (var link : links) {
      if (!link.of(row).isBlank() && !Nothing.inWords(link.of(row))) {
        all.add(link.of(row).strip());
      }
    }
    return all;
  }

  /// The tweet that a quote's link leads to.
  private OptionalLong quoted(Row row) {
    for (var link : links(row)) {
      var id = TweetReader.idInAddress(link);
      if (id.isPresent()) {
        return OptionalLong.of(id.get().value());
      }
    }
    return OptionalLong.empty();
  }

  private static List<String> hashtags(String text) {
    var tags = new ArrayList<String>();
    for (var at = 0; at < text.length(); at++) {
      var end = Hashtag.isSign(text.charAt(at)) ? Hashtag.end(text, at + 1) : 0;
      if (end > at + 1) {
        tags.add(text.substring(at + 1, end));
      }
    }
    return tags;
  }
}
