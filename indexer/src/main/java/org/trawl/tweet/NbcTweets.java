package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.trawl.tweet.Dialect.DateOrder;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.Remarks.Kind;
import org.trawl.tweet.UnusableRow.Reason;

/// The rows of the collection that NBC News published in February 2018: tweets that were gathered
/// elsewhere before Twitter deleted them. Some have no id, some no user id, few say of what they
/// are a retweet; a retweet's text begins with `RT @`, as Twitter's interface wrote it.
final class NbcTweets implements TweetReader {
  private static final String RETWEET = "RT @";

  /// The name in the link that stands for an app.
  private static final Pattern NAME_IN_LINK = Pattern.compile("(?s)<a [^>]*>(.*?)</a>");

  private final Column id;
  private final Column user;
  private final Column handle;
  private final Column time;
  private final Column text;
  private final Column client;
  private final Column likes;
  private final Column retweets;
  private final Column hashtags;
  private final Column links;
  private final Column mentions;
  private final Column inReplyTo;
  private final Column retweeted;

  NbcTweets(Header header) {
    id = header.column("tweetid");
    user = header.column("userid");
    handle = header.column("user_key");
    time = header.column("created_str");
    text = header.column("text");
    client = header.column("source");
    likes = header.column("favorite_count");
    retweets = header.column("retweet_count");
    hashtags = header.column("hashtags");
    links = header.column("expanded_urls");
    mentions = header.column("mentions");
    inReplyTo = header.column("in_reply_to_status_id");
    // The column `retweeted` tells whether the collector retweeted it, which is never so.
    retweeted = header.column("retweeted_status_id");
  }

  @Override
  public Tweet read(Row row, String operation, Remarks remarks) throws UnusableRow {
    var sender = handle.of(row).strip();
    if (sender.isEmpty()) {
      throw new UnusableRow(Reason.NO_ACCOUNT, "");
    }
    var words = Entities.resolve(text.of(row));
    var tweet = id(row, sender, words);
    return new Tweet(
        tweet,
        RowTime.of(time.of(row), tweet, row.dialect(), DateOrder.UNKNOWN, remarks),
        account(row, sender, remarks),
        new Tweet.Content(
            words,
            ArchiveLanguages.ofCode(""),
            ListCell.items(AccountReader.said(hashtags, row, remarks)),
            mentions(row, words, remarks),
            ListCell.items(AccountReader.said(links, row, remarks)),
            client(row, remarks),
            new Tweet.Location.None(),
            List.of()),
        references(row, words, remarks),
        new Tweet.Counts(
            OfficialTweets.count(likes, row, remarks),
            OfficialTweets.count(retweets, row, remarks),
            0,
            0),
        new Tweet.Source(operation, row));
  }

  private Snowflake id(Row row, String sender, String words) throws UnusableRow {
    var cell = id.of(row);
    if (!(NumberCell.of(cell) instanceof NumberCell.None)) {
      return TweetReader.id(cell);
    }
    var sent = Times.read(time.of(row)).flatMap(written -> written.time(row.dialect().times()));
    if (sent.isEmpty()) {
      throw new UnusableRow(Reason.UNREADABLE_TIME, time.of(row));
    }
    return MadeId.of(sender, sent.get(), words);
  }

  private Tweet.Account account(Row row, String sender, Remarks remarks) throws UnusableRow {
    var known = UserCell.of(AccountReader.said(user, row, remarks));
    if (known.rounded()) {
      remarks.add(Kind.HANDLE_FOR_ROUNDED_USER, known.id());
    } else if (known.id().isEmpty()) {
      remarks.add(Kind.HANDLE_FOR_MISSING_USER, sender);
    }
    var id = known.rounded() || known.id().isEmpty() ? sender.toLowerCase(Locale.ROOT) : known.id();
    var nothing = new Tweet.Profile("", "", "", 0, 0, Optional.empty(), "");
    return new Tweet.Account(id, sender, sender, false, nothing);
  }

  /// The text's handles, then those of the list that it lacks, such as of a text that was cut.
  private List<String> mentions(Row row, String words, Remarks remarks) {
    var handles = new ArrayList<>(Handles.in(words));
    for (var listed : ListCell.items(AccountReader.said(mentions, row, remarks))) {
      if (handles.stream().noneMatch(listed::equalsIgnoreCase)) {
        handles.add(listed);
      }
    }
    return handles;
  }

  private String client(Row row, Remarks remarks) {
    var cell = AccountReader.words(client, row, remarks).strip();
    var link = NAME_IN_LINK.matcher(cell);
    return Entities.resolve(link.matches() ? link.group(1) : cell).strip();
  }

  private Tweet.References references(Row row, String words, Remarks remarks) {
    var reply = Reference.of(inReplyTo, row, List.of(), remarks);
    var original = Reference.of(retweeted, row, List.of(), remarks);
    boolean retweet = original.there() || words.startsWith(RETWEET);
    return new Tweet.References(
        reply.id(),
        "",
        reply.there() && words.startsWith("@") ? Handles.at(words, 1) : "",
        OptionalLong.empty(),
        retweet,
        original.id(),
        "",
        words.startsWith(RETWEET) ? Handles.at(words, RETWEET.length()) : "",
        reply.there(),
        false);
  }
}
