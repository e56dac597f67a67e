package org.trawl.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trawl.page.TweetView.Fact;
import org.trawl.page.TweetView.Facts;
import org.trawl.page.TweetView.Value;
import org.trawl.page.site.Hashes;
import org.trawl.page.site.Release;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.QueryPrinter;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Header;
import org.trawl.tweet.Layout;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Location;

/// Every field of a tweet's row, in groups. Where an operator asks for a field, its value is the
/// search for all tweets that have it, this one among them. Only an account's numbers may miss it:
/// operators know one profile of each account, and rows of some collections have others.
final class TweetFacts {
  /// The columns whose values are among the fields, as [Header#canonical] writes them.
  private static final Set<String> TOLD =
      Set.of(
          "tweetid",
          "userid",
          "user_display_name",
          "user_screen_name",
          "user_reported_location",
          "user_profile_description",
          "user_profile_url",
          "follower_count",
          "following_count",
          "account_creation_date",
          "account_language",
          "tweet_language",
          "tweet_text",
          "tweet_time",
          "tweet_client_name",
          "in_reply_to_tweetid",
          "in_reply_to_userid",
          "quoted_tweet_tweetid",
          "is_retweet",
          "retweet_userid",
          "retweet_tweetid",
          "latitude",
          "longitude",
          "quote_count",
          "reply_count",
          "like_count",
          "retweet_count",
          "hashtags",
          "urls",
          "user_mentions",
          "poll_choices");

  /// Those of Clemson's collection.
  private static final Set<String> TOLD_BY_CLEMSON =
      Set.of(
          "author",
          "content",
          "region",
          "language",
          "publish_date",
          "following",
          "followers",
          "tweet_id",
          "tco1_step1",
          "tco2_step1",
          "tco3_step1");

  /// Those of NBC's collection.
  private static final Set<String> TOLD_BY_NBC =
      Set.of(
          "user_key",
          "created_at",
          "created_str",
          "favorite_count",
          "text",
          "source",
          "expanded_urls",
          "mentions",
          "retweeted_status_id",
          "in_reply_to_status_id");

  private static final DateTimeFormatter QUERY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'_'HH:mm", Locale.ENGLISH);

  private final Hit hit;
  private final Tweet tweet;

  private TweetFacts(Hit hit) {
    this.hit = hit;
    this.tweet = hit.tweet();
  }

  static List<Facts> of(Hit hit) {
    var facts = new TweetFacts(hit);
    return List.of(
            new Facts("Every field", "of the tweet itself", facts.own()),
            new Facts("What it points to", "", facts.references()),
            new Facts("Engagement", "when the archive was made", facts.engagement()),
            new Facts("Account", "as its row has it", facts.account()),
            new Facts("The rest of its row", "", facts.rest()))
        .stream()
        .filter(group -> !group.facts().isEmpty())
        .toList();
  }

  private List<Fact> own() {
    var content = tweet.content();
    var kind = tweet.kind();
    var facts = new ArrayList<Fact>();
    facts.add(search("Tweet id", tweet.id().toString(), "id:" + tweet.id()));
    times(facts);
    facts.add(search("Kind", Wording.kind(kind), "is:" + kind.name().toLowerCase(Locale.ROOT)));
    var operation = tweet.source().operation();
    facts.add(
        search("Release", Release.of(operation).label(), "operation:" + Card.quoted(operation)));
    facts.add(
        search(
            "Language, by Twitter",
            Wording.language(content.language()),
            "lang:" + content.language()));
    facts.add(
        search(
            "Language, as it looks",
            Wording.language(hit.detected())
                + (hit.asItsAccount() ? ": as most tweets of this account" : ""),
            "detected:" + hit.detected()));
    if (!content.client().isEmpty()) {
      facts.add(search("Sent from", content.client(), "client:" + Card.quoted(content.client())));
    }
    list(facts, "Hashtags", content.hashtags().stream().map(tag -> value("#" + tag, tag(tag))));
    list(
        facts,
        "Mentions",
        content.mentions().stream().map(name -> value(name(name), "mention:" + Card.quoted(name))));
    list(facts, "Links", content.urls().stream().map(TweetFacts::link));
    switch (content.location()) {
      case Location.None() -> {}
      case Location.Withheld() -> facts.add(search("Coordinates", "withheld", "has:geo"));
      case Location.Point(var latitude, var longitude) ->
          facts.add(search("Coordinates", latitude + ", " + longitude, "has:geo"));
    }
    list(facts, "Poll", content.poll().stream().map(choice -> value(choice, "has:poll")));
    return facts;
  }

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", java.util.Locale.ROOT);

  private static final Set<String> TIMES = Set.of("tweet_time", "publish_date");

  /// The row has the minute; the seconds are the id's, which may also speak of another time.
  private void times(List<Fact> facts) {
    var minute = tweet.time().atOffset(ZoneOffset.UTC);
    var within = "since:" + QUERY.format(minute) + " until:" + QUERY.format(minute.plusMinutes(1));
    facts.add(search("Sent", Wording.exact(tweet), within));
    if (tweet.id().timed() && !Wording.secondsOfId(tweet)) {
      Instant made = tweet.id().createdAt();
      facts.add(new Fact("Sent, by its id", Wording.second(made), ""));
    }
    var written = writtenTime();
    if (!written.startsWith(MINUTE.format(minute))) {
      facts.add(new Fact("Time in its row", written, ""));
    }
  }

  /// The time as the row has it, which may be written in some other way, or be another than the
  /// id's.
  private String writtenTime() {
    var row = tweet.source().row();
    for (int i = 0; i < row.columns().size(); i++) {
      if (TIMES.contains(Header.canonical(row.columns().get(i)))) {
        return row.cells().get(i);
      }
    }
    return "";
  }

  private List<Fact> references() {
    var to = tweet.references();
    var facts = new ArrayList<Fact>();
    to.inReplyToTweet()
        .ifPresent(
            id -> facts.add(search("Replies to tweet", id + "", "in_reply_to_tweet_id:" + id)));
    named(facts, "Replies to", "to:", to.inReplyToHandle(), to.inReplyToUser());
    to.quotedTweet()
        .ifPresent(id -> facts.add(search("Quotes tweet", id + "", "quotes_of_tweet_id:" + id)));
    to.retweetedTweet()
        .ifPresent(
            id -> facts.add(search("Retweets tweet", id + "", "retweets_of_tweet_id:" + id)));
    named(facts, "Retweets", "retweets_of:", to.retweetedHandle(), to.retweetedUser());
    return facts;
  }

  /// A user by handle, by id, or by both.
  private static void named(
      List<Fact> facts, String name, String operator, String handle, String id) {
    var names = new ArrayList<Value>();
    if (!handle.isEmpty()) {
      names.add(value(name(handle), operator + Card.quoted(handle)));
    }
    if (!id.isEmpty() && !id.equals(handle)) {
      names.add(value("user " + id, operator + Card.quoted(id)));
    }
    list(facts, name, names.stream());
  }

  private List<Fact> engagement() {
    var facts = new ArrayList<Fact>();
    if (Layout.of(tweet.source().row().columns()) == Layout.TWEETS) {
      var counts = tweet.counts();
      atLeast(facts, "Likes", counts.likes(), "likes:");
      atLeast(facts, "Retweets", counts.retweets(), "retweets:");
      atLeast(facts, "Replies", counts.replies(), "replies:");
      atLeast(facts, "Quotes", counts.quotes(), "quotes:");
    }
    var copies = hit.copies();
    if (copies.tweets() > 1) {
      var same = Card.Same.of(hit);
      facts.add(new Fact("Same text", same.count() + ", itself included", same.href()));
    }
    return facts;
  }

  private List<Fact> account() {
    var account = tweet.account();
    var profile = account.profile();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("User id", account.id(), AccountLine.href(account)));
    if (!account.hashed()) {
      facts.add(
          search(
              "Handle", "@" + account.screenName(), "from:" + Card.quoted(account.screenName())));
      words(facts, "Name", TextField.NAME, account.displayName());
    }
    words(facts, "Bio", TextField.BIO, profile.bio());
    words(facts, "Location, as stated", TextField.LOCATION, profile.location());
    if (!profile.url().isBlank()) {
      facts.add(new Fact("Link", profile.url(), ""));
    }
    atLeast(facts, "Followers", profile.followers(), "followers:");
    atLeast(facts, "Following", profile.following(), "following:");
    profile
        .created()
        .ifPresent(day -> facts.add(search("Created", Wording.day(day), "created:" + day)));
    if (!profile.language().isEmpty()) {
      facts.add(
          search(
              "Interface language",
              Wording.language(profile.language()),
              "account_lang:" + Card.quoted(profile.language())));
    }
    return facts;
  }

  /// Columns that no field above tells, and which of all are empty.
  private List<Fact> rest() {
    var row = tweet.source().row();
    var told = new HashSet<>(TOLD);
    told.addAll(
        switch (Layout.of(row.columns())) {
          case CLEMSON -> TOLD_BY_CLEMSON;
          case NBC -> TOLD_BY_NBC;
          case TWEETS, USERS, NBC_USERS, OTHER -> Set.of();
        });
    var facts = new ArrayList<Fact>();
    var empty = new ArrayList<Value>();
    for (int i = 0; i < row.columns().size(); i++) {
      var column = row.columns().get(i);
      var cell = row.cells().get(i);
      if (cell.isBlank() || cell.strip().equals("[]")) {
        empty.add(new Value(column, ""));
      } else if (!told.contains(Header.canonical(column))) {
        facts.add(new Fact(column, cell, ""));
      }
    }
    if (!empty.isEmpty()) {
      facts.add(new Fact("Empty in its row", empty));
    }
    return facts;
  }

  /// The search for a text of the account as one phrase, whatever signs it holds.
  private static void words(List<Fact> facts, String name, TextField field, String text) {
    if (text.isBlank()) {
      return;
    }
    var words =
        Arrays.stream(text.strip().split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(TweetFacts::isOfWord))
            .map(word -> (TextPattern) new Word(word, Precision.FOLDED))
            .toList();
    if (words.isEmpty()) {
      facts.add(new Fact(name, text, ""));
      return;
    }
    var pattern = words.size() == 1 ? words.getFirst() : new TextPattern.Phrase(words);
    facts.add(search(name, text, QueryPrinter.print(new QueryAst.Text(field, pattern))));
  }

  private static boolean isOfWord(int sign) {
    return Character.isLetterOrDigit(sign) || Character.isEmojiPresentation(sign);
  }

  private static void atLeast(List<Fact> facts, String name, long count, String operator) {
    facts.add(search(name, Wording.number(count), operator + ">=" + count));
  }

  private static void list(List<Fact> facts, String name, java.util.stream.Stream<Value> values) {
    var distinct = values.distinct().toList();
    if (!distinct.isEmpty()) {
      facts.add(new Fact(name, distinct));
    }
  }

  private static Value value(String text, String query) {
    return new Value(text, SearchAddress.query(query).href());
  }

  private static String tag(String tag) {
    return "hashtag:" + Card.quoted(tag);
  }

  /// An address outside is text; only what it is made of is searched for.
  private static Value link(String url) {
    return url.matches("https?://[^\\s\"\\\\]+")
        ? value(url, "url:\"" + url + '"')
        : new Value(url, "");
  }

  /// A handle with its sign; a user id stands as it is.
  private static String name(String name) {
    return Hashes.looksHashed(name) || name.matches("[0-9]+") ? name : "@" + name;
  }

  private static Fact search(String name, String value, String query) {
    return new Fact(name, value, SearchAddress.query(query).href());
  }
}
