package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.text.Bidi;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.trawl.page.media.Shot;
import org.trawl.page.site.Hashes;
import org.trawl.page.site.Icon;
import org.trawl.page.site.Release;
import org.trawl.page.site.Wording;
import org.trawl.schema.LinkAddress;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.SamePicture;
import org.trawl.tweet.Tweet;

/// A tweet in a list.
///
/// @param context the tweets it answers, quotes or retweets, as far as the archive names them
/// @param same how often its text stands in the archive; empty for once
/// @param near how often nearly its text does; empty where all of those are the same
/// @param picture how often its picture does; empty for once
public record Card(
    String id,
    AccountLine account,
    Stamp stamp,
    Body body,
    Figures figures,
    List<Context> context,
    Optional<Same> same,
    Optional<Same> near,
    Optional<Same> picture) {
  public Card {
    requireNonNull(id, "id");
    requireNonNull(account, "account");
    requireNonNull(stamp, "stamp");
    requireNonNull(body, "body");
    requireNonNull(figures, "figures");
    context = List.copyOf(context);
    requireNonNull(same, "same");
    requireNonNull(near, "near");
    requireNonNull(picture, "picture");
  }

  /// The tweet's page.
  public String href() {
    return "/tweets/" + id + SearchAddress.zoned(stamp.zone());
  }

  /// The ids that a tweet points to.
  static List<Long> pointsTo(Tweet tweet) {
    var to = tweet.references();
    return Stream.of(to.inReplyToTweet(), to.quotedTweet(), to.retweetedTweet())
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .toList();
  }

  /// When, from where and what.
  ///
  /// @param iso the time for machines
  /// @param time the time to read
  /// @param column the time for a table
  /// @param zone whose clocks show it
  /// @param release what is known of the operation's release
  public record Stamp(
      String iso,
      String time,
      String column,
      String operation,
      String release,
      String kind,
      ZoneId zone) {
    /// The operation, with whose it was.
    public String label() {
      return Release.of(operation).label();
    }

    /// Every tweet of the operation.
    public String operationHref() {
      return SearchAddress.query("operation:" + quoted(operation)).href();
    }
  }

  /// What it says.
  ///
  /// @param lang the language for the browser, or empty
  /// @param language the archive's language in words
  /// @param detected the language Trawl read, in words, where it is another one
  public record Body(
      List<TextPart> text,
      String lang,
      String language,
      Optional<String> detected,
      List<OutsideLink> links,
      List<Shot> media) {
    /// Languages written from right to left.
    private static final Set<String> LEFTWARD =
        Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

    /// Which language it is in, and by whose word where two disagree: Twitter's labels are often
    /// wrong outside a few languages.
    public String languages() {
      return detected
          .map(looks -> "Twitter: " + language.replace("No language", "none") + "; looks " + looks)
          .orElse(language);
    }

    public Body {
      text = List.copyOf(text);
      links = List.copyOf(links);
      media = List.copyOf(media);
      requireNonNull(detected, "detected");
    }

    /// The direction for the browser: what it finds itself, but that a text of a language written
    /// from right to left runs so even if it begins with `RT @name` or an address.
    public String direction() {
      var plain = text.stream().filter(part -> part.href().isEmpty() && !part.link());
      return LEFTWARD.contains(lang)
              && plain.flatMap(part -> part.runs().stream()).anyMatch(Body::leftward)
          ? "rtl"
          : "auto";
    }

    private static boolean leftward(TextPart.Run run) {
      return Bidi.requiresBidi(run.text().toCharArray(), 0, run.text().length());
    }
  }

  /// An address outside: shown and never linked itself, as these sites are hostile ground.
  ///
  /// @param host what it links to, or empty
  /// @param archived where the Internet Archive would have it from that day
  public record OutsideLink(String url, String host, String archived) {
    /// Every tweet with a link to the host.
    public String hostHref() {
      return SearchAddress.query("domain:" + host).href();
    }
  }

  /// Engagement and the app.
  public record Figures(long likes, long retweets, long replies, long quotes, String client) {
    /// Every tweet from the app.
    public String clientHref() {
      return SearchAddress.query("client:" + quoted(client)).href();
    }

    public String text(long value) {
      return Wording.number(value);
    }

    /// All four with their names.
    public List<String> says() {
      return List.of(
          Wording.number(likes, "like", "likes"),
          Wording.number(retweets, "retweet", "retweets"),
          Wording.number(replies, "reply", "replies"),
          Wording.number(quotes, "quote", "quotes"));
    }

    public boolean any() {
      return likes + retweets + replies + quotes > 0;
    }
  }

  /// What a tweet points to.
  ///
  /// @param how it does
  /// @param says such as `Reply to @name`
  /// @param href the tweet pointed to where the archive has it
  /// @param excerpt what that tweet says, where it is worth showing
  public record Context(Icon how, String says, Optional<String> href, Optional<String> excerpt) {
    static Context of(Icon how, String says, OptionalLong id, Map<Long, Tweet> around) {
      var found =
          id.isPresent()
              ? Optional.ofNullable(around.get(id.getAsLong()))
              : Optional.<Tweet>empty();
      if (found.isEmpty()) {
        return new Context(how, says, Optional.empty(), Optional.empty());
      }
      var tweet = found.get();
      return new Context(
          how, says, Optional.of("/tweets/" + tweet.id()), Optional.of(tweet.content().text()));
    }

    Context withoutExcerpt() {
      return new Context(how, says, href, Optional.empty());
    }
  }

  /// Tweets with the same text.
  ///
  /// @param count in the whole archive, this one included, such as `×37`
  /// @param says such as `Same text ×37`, with their accounts where those were counted
  /// @param detail such as `12 of them here, from 3 accounts`, or empty
  /// @param href the search for all of them
  public record Same(String count, String says, String detail, String href) {
    static Same of(Hit hit) {
      var copies = hit.copies();
      var from = ", from " + Wording.number(copies.accounts(), "account", "accounts");
      var here = copies.collapsed() == Collapse.SAME ? copies.hits() : 0;
      var all = here == copies.tweets();
      var count = "×" + Wording.number(copies.tweets());
      return new Same(
          count,
          "Same text " + count + (all ? from : ""),
          all || here < 2 ? "" : Wording.number(here) + " of them here" + from,
          href(hit.tweet()));
    }

    /// Tweets with nearly the same text, where there are some that are not the same.
    static Optional<Same> near(Hit hit) {
      var copies = hit.copies();
      if (copies.similar() == copies.tweets()) {
        return Optional.empty();
      }
      var here = copies.collapsed() == Collapse.SIMILAR ? copies.hits() : 0;
      var from = Wording.number(copies.accounts(), "account", "accounts");
      var count = "×" + Wording.number(copies.similar());
      return Optional.of(
          new Same(
              count,
              "Nearly the same " + count,
              here < 2 ? "" : "stands for " + Wording.number(here) + " tweets here, from " + from,
              "/tweets/" + hit.tweet().id() + "/similar"));
    }

    /// Tweets with a picture like one of its own.
    static Same picture(Hit hit, SamePicture same) {
      var count = "×" + Wording.number(same.tweets());
      var which = hit.media().size() == 1 ? "This picture " : "These pictures ";
      return new Same(
          count,
          which + count,
          "from " + Wording.number(same.accounts(), "account", "accounts"),
          SearchAddress.query("same_picture:" + hit.tweet().id()).with("sort", "oldest").href());
    }

    /// Who sent a text first, and who then: all tweets with it, the oldest first.
    static String href(Tweet tweet) {
      return SearchAddress.query("copies_of:" + tweet.id()).with("sort", "oldest").href();
    }
  }

  /// @param around tweets of the archive by id, those among them that this one points to
  public static Card of(Hit hit, Map<Long, Tweet> around) {
    return of(hit, around, ZoneOffset.UTC);
  }

  /// The same with the times of a zone.
  static Card of(Hit hit, Map<Long, Tweet> around, ZoneId zone) {
    var tweet = hit.tweet();
    return new Card(
        tweet.id().toString(),
        AccountLine.of(tweet.account(), zone),
        stamp(tweet, zone),
        body(hit),
        new Figures(
            tweet.counts().likes(),
            tweet.counts().retweets(),
            tweet.counts().replies(),
            tweet.counts().quotes(),
            tweet.content().client()),
        context(tweet, around),
        hit.copies().tweets() < 2 ? Optional.empty() : Optional.of(Same.of(hit)),
        Same.near(hit),
        hit.pictures().map(same -> Same.picture(hit, same)));
  }

  private static Stamp stamp(Tweet tweet, ZoneId zone) {
    return new Stamp(
        tweet.time().toString(),
        Wording.minute(tweet.time(), zone),
        Wording.column(tweet.time(), zone),
        tweet.source().operation(),
        Release.of(tweet.source().operation()).says(),
        Wording.kind(tweet.kind()),
        zone);
  }

  private static Body body(Hit hit) {
    var content = hit.tweet().content();
    var known = !content.language().equals("und");
    var detectedOther = !hit.detected().equals(content.language()) && !hit.detected().equals("und");
    var links = content.urls().stream().distinct().map(url -> outside(url, hit.tweet())).toList();
    return new Body(
        TweetText.parts(content.text(), hit.marks(), content.hashtags()),
        detectedOther ? hit.detected() : known ? content.language() : "",
        Wording.language(content.language()),
        detectedOther ? Optional.of(Wording.language(hit.detected())) : Optional.empty(),
        links,
        Shot.of(hit.media()));
  }

  static OutsideLink outside(String url, Tweet tweet) {
    var day = Wording.column(tweet.time()).substring(0, 10).replace("-", "");
    return new OutsideLink(url, host(url), "https://web.archive.org/web/" + day + "/" + url);
  }

  private static String host(String url) {
    return new LinkAddress(url).host();
  }

  private static List<Context> context(Tweet tweet, Map<Long, Tweet> around) {
    var to = tweet.references();
    var out = new ArrayList<Context>();
    if (to.retweet()) {
      var whose = "Retweet" + name(" of ", to.retweetedHandle(), to.retweetedUser());
      // A retweet's text is the tweet's own: it need not be shown twice.
      out.add(Context.of(Icon.RETWEET, whose, to.retweetedTweet(), around).withoutExcerpt());
    }
    if (to.inReplyToTweet().isPresent() || !to.inReplyToUser().isEmpty()) {
      var whose = "Reply" + name(" to ", to.inReplyToHandle(), to.inReplyToUser());
      out.add(Context.of(Icon.REPLY, whose, to.inReplyToTweet(), around));
    }
    if (to.quotedTweet().isPresent()) {
      var whose =
          Optional.ofNullable(around.get(to.quotedTweet().getAsLong()))
              .map(Tweet::account)
              .map(author -> name(" by ", author.hashed() ? "" : author.screenName(), author.id()))
              .orElse("");
      // A retweet has the quoted tweet of what it retweets.
      var quotes = to.retweet() ? "The tweet it retweets quotes a tweet" : "Quotes a tweet";
      out.add(Context.of(Icon.QUOTE, quotes + whose, to.quotedTweet(), around));
    }
    return out;
  }

  /// A handle, else a user id, after a preposition; nothing where the archive names neither.
  private static String name(String preposition, String handle, String id) {
    var name = handle.isEmpty() ? id : handle;
    if (name.isEmpty()) {
      return "";
    }
    if (Hashes.looksHashed(name)) {
      return preposition + "hashed account " + Hashes.label(name);
    }
    return preposition + (handle.isEmpty() ? "user " + id : "@" + handle);
  }

  /// A value as the query language wants it where it holds more than letters.
  static String quoted(String value) {
    return value.matches("[\\p{L}\\p{N}_.]+") ? value : '"' + value.replace("\"", "") + '"';
  }
}
