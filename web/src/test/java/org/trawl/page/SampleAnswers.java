package org.trawl.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Span;
import org.trawl.search.Timeline;
import org.trawl.tweet.Row;
import org.trawl.tweet.Snowflake;
import org.trawl.tweet.Tweet;

/// Answers made by hand, for looking at pages without an index. All texts are invented.
final class SampleAnswers {
  private static final String HASH = "Zq3k+Vb0nHh7pT1yXw5mLc9RsJ2dKfA8eGuOiQ4tBvM=";

  private SampleAnswers() {}

  static List<Hit> hits() {
    var hits = new ArrayList<Hit>();
    hits.add(
        hit(
            "HarborGazette",
            "Harbor Gazette 🗞️",
            "en",
            "en",
            "BREAKING: thousands gather at the harbour bridge as the vote is counted. Nobody is"
                + " telling you this! #BridgeVote #HarborCity http://t.co/aBcD12345"
                + " @mayor_lindqvist",
            "vote",
            Tweet.Kind.TWEET,
            37));
    hits.add(
        hit(
            "novosti_zaliva",
            "Новости Залива",
            "ru",
            "ru",
            "Выборы на побережье: явка к полудню выросла вдвое, но наблюдателей не пустили. Кому"
                + " это выгодно? #выборы #ЗаливСегодня",
            "Выборы",
            Tweet.Kind.TWEET,
            1));
    hits.add(
        hit(
            HASH,
            HASH,
            "fa",
            "fa",
            "رأی‌گیری در بندر بدون حضور ناظران آغاز شد؛ مردم می‌پرسند چه کسی می‌شمارد؟"
                + " #انتخابات_بندر @HarborGazette 2018",
            "رأی",
            Tweet.Kind.TWEET,
            4));
    hits.add(
        hit(
            "mina_alyoum",
            "ميناء اليوم",
            "ar",
            "ar",
            "RT @HarborGazette: عاجل | الآلاف يتجمعون عند الجسر قبل إعلان النتائج، والشرطة تغلق"
                + " الطريق الساحلي… https://t.co/Xy12",
            "النتائج",
            Tweet.Kind.RETWEET,
            212));
    hits.add(
        hit(
            "kuestenblick",
            "Küstenblick",
            "de",
            "de",
            "Die Hafenbrückenabstimmungsergebnisverkündungsverzögerung ist kein Zufall, sondern"
                + " Absicht. Wählerinnen und Wähler warten seit Stunden! #Brückenvotum",
            "Wählerinnen",
            Tweet.Kind.REPLY,
            1));
    hits.add(
        hit(
            "minato_press",
            "港プレス🇯🇵",
            "ja",
            "ja",
            "橋の投票の開票作業が遅れています。市民は夜通し結果を待っています。#港の投票 詳しくはこちら→ http://t.co/q",
            "投票",
            Tweet.Kind.QUOTE,
            2));
    hits.add(
        hit(
            "patriot_jane_77",
            "Jane 🇺🇸🔥👩‍👩‍👧‍👦 loves FREEDOM and her very very long display name that does not"
                + " end",
            "und",
            "en",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!!!"
                + " 😂😂😂👏🏽👏🏽",
            "AAAA",
            Tweet.Kind.TWEET,
            1));
    return hits;
  }

  private static Hit hit(
      String handle,
      String name,
      String language,
      String detected,
      String text,
      String marked,
      Tweet.Kind kind,
      int copies) {
    boolean hashed = handle.equals(name);
    long id = 746272130992644096L + (long) Math.floorMod(text.hashCode(), 1_000_000) * 4194304L;
    var reply = kind == Tweet.Kind.REPLY;
    var retweet = kind == Tweet.Kind.RETWEET;
    var tweet =
        new Tweet(
            new Snowflake(id),
            new Snowflake(id).createdAt(),
            new Tweet.Account(
                hashed ? handle : "42247" + Math.abs(handle.hashCode() % 99999),
                handle,
                name,
                hashed,
                new Tweet.Profile(
                    "Harbor City",
                    "News from the harbour, every day. Tips welcome!",
                    "http://harbor-gazette.example",
                    48210,
                    1820,
                    Optional.of(LocalDate.of(2014, 5, 12)),
                    "en")),
            new Tweet.Content(
                text,
                language,
                List.of("BridgeVote"),
                List.of("mayor_lindqvist"),
                text.contains("t.co")
                    ? List.of(
                        "http://www.harbor-gazette.example/politics/2016/06/the-count-that-nobody-wants-you-to-see.html?utm_source=twitter&utm_medium=social")
                    : List.of(),
                "Twitter Web Client",
                new Tweet.Location.None(),
                List.of()),
            new Tweet.References(
                reply ? OptionalLong.of(746272130992644000L) : OptionalLong.empty(),
                reply ? "123456" : "",
                reply ? "stadt_hafen" : "",
                kind == Tweet.Kind.QUOTE
                    ? OptionalLong.of(746272130992643000L)
                    : OptionalLong.empty(),
                retweet,
                retweet ? OptionalLong.of(746272130992642000L) : OptionalLong.empty(),
                "",
                retweet ? "HarborGazette" : ""),
            new Tweet.Counts(retweet ? 0 : 1204, retweet ? 0 : 388, retweet ? 0 : 12, 0),
            new Tweet.Source(
                "harbor_201906_1",
                new Row(List.of("tweetid", "tweet_text"), List.of(Long.toString(id), text))));
    int at = text.indexOf(marked);
    return new Hit(
        tweet,
        detected,
        List.of(new Span(at, at + marked.length())),
        new Copies(copies, copies > 30 ? 31 : 0, copies > 30 ? 12 : 0),
        List.of());
  }

  static SearchResult result() {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    facets.put(
        Facet.OPERATION, counts("harbor_201906_1", 8120, "coast_202004_2", 2911, "ira", 606));
    facets.put(
        Facet.LANGUAGE,
        counts("en", 6120, "ru", 3210, "fa", 1024, "ar", 611, "de", 320, "ja", 44, "und", 12));
    facets.put(Facet.ACCOUNT, counts("1", 901, "2", 844, "3", 512, "4", 377));
    facets.put(
        Facet.HASHTAG,
        counts(
            "bridgevote",
            5120,
            "выборы",
            2210,
            "انتخابات_بندر",
            901,
            "港の投票",
            301,
            "brückenvotum",
            220,
            "averyveryverylonghashtagthatdoesnotfitintotheleftcolumn",
            120,
            Facet.NONE,
            99));
    facets.put(Facet.KIND, counts("tweet", 6000, "retweet", 4210, "reply", 1210, "quote", 217));
    facets.put(Facet.DOMAIN, counts("harbor-gazette.example", 2100, "t.co", 1100));
    facets.put(
        Facet.CLIENT, counts("Twitter Web Client", 6100, "TweetDeck", 2100, "twitterfeed", 1000));
    var buckets = new ArrayList<Timeline.Bucket>();
    var start = LocalDate.of(2012, 3, 1);
    for (int i = 0; i < 84; i++) {
      long count =
          i % 11 == 7
              ? 0
              : (long)
                  (40 + 900 * Math.exp(-Math.pow(i - 52, 2) / 18.0) + 300 * Math.abs(Math.sin(i)));
      buckets.add(
          new Timeline.Bucket(start.plusMonths(i).atStartOfDay().toInstant(ZoneOffset.UTC), count));
    }
    return new SearchResult(
        11637,
        154,
        Duration.ofMillis(3),
        false,
        hits(),
        new SearchResult.Counts(
            facets, Optional.of(new Timeline(Timeline.Interval.MONTH, buckets))),
        Optional.of("abc"));
  }

  private static FacetCounts counts(Object... pairs) {
    var values = new ArrayList<FacetValue>();
    for (int i = 0; i < pairs.length; i += 2) {
      var value = (String) pairs[i];
      values.add(
          new FacetValue(
              value,
              value,
              ((Integer) pairs[i + 1]).longValue(),
              i == 0 && value.equals("en"),
              value.equals("und")));
    }
    return new FacetCounts(values, 4000);
  }

  static SearchRequest request() {
    return new SearchRequest(
        new QueryAst.All(),
        new SearchRequest.Selection(
            Map.of(Facet.LANGUAGE, List.of("en")),
            Map.of(Facet.LANGUAGE, List.of("und")),
            Optional.of(Instant.parse("2012-03-01T00:00:00Z")),
            Optional.of(Instant.parse("2019-03-01T00:00:00Z"))),
        new SearchRequest.Page(SearchRequest.Sort.RELEVANCE, 20, Optional.empty(), false),
        new SearchRequest.Counting(
            java.util.Set.of(), 10, Optional.empty(), Duration.ofSeconds(5)));
  }
}
