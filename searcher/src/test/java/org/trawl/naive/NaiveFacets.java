package org.trawl.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.trawl.schema.LinkAddress;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.ValueText;
import org.trawl.tweet.Tweet;

/// Reads the values of facets off tweets, one by one.
final class NaiveFacets {
  private final Function<Tweet, String> language;
  private final ToLongFunction<Tweet> copies;

  /// @param language what a tweet was read as
  /// @param copies how many tweets have a tweet's text
  NaiveFacets(Function<Tweet, String> language, ToLongFunction<Tweet> copies) {
    this.language = language;
    this.copies = copies;
  }

  /// The values of one tweet, [Facet#NONE] if it has none.
  List<String> values(Facet facet, Tweet tweet) {
    var values =
        read(facet, tweet).stream()
            .filter(value -> !value.isEmpty())
            .map(facet::normal)
            .distinct()
            .toList();
    return values.isEmpty() ? List.of(Facet.NONE) : values;
  }

  private List<String> read(Facet facet, Tweet tweet) {
    var content = tweet.content();
    var profile = tweet.account().profile();
    return switch (facet) {
      case OPERATION -> List.of(tweet.source().operation());
      case LANGUAGE -> List.of(content.language());
      case ACCOUNT -> List.of(tweet.account().id());
      case HASHTAG -> content.hashtags();
      case MENTION -> content.mentions();
      case RETWEETED -> List.of(tweet.references().retweeted());
      case DETECTED -> List.of(language.apply(tweet));
      case COPIES -> List.of(range(copies.applyAsLong(tweet)));
      case DOMAIN -> hosts(tweet);
      case CLIENT -> List.of(content.client());
      case KIND -> List.of(tweet.kind().name());
      case MEDIA ->
          content.urls().stream()
              .filter(url -> url.contains("pic.twitter.com/"))
              .map(_ -> "images")
              .toList();
      case ACCOUNT_LANGUAGE -> List.of(profile.language());
      case ACCOUNT_CREATED ->
          profile.created().map(day -> Integer.toString(day.getYear())).stream().toList();
    };
  }

  static List<String> hosts(Tweet tweet) {
    return tweet.content().urls().stream().map(url -> new LinkAddress(url).host()).toList();
  }

  private static String range(long copies) {
    return copies < 2 ? "1" : copies < 10 ? "2-9" : copies < 100 ? "10-99" : "100+";
  }

  FacetCounts count(
      Facet facet, List<Tweet> tweets, Selection selection, ValueText text, int size) {
    var counts = new HashMap<String, Long>();
    var labels = new HashMap<String, String>();
    for (var tweet : tweets) {
      for (var value : values(facet, tweet)) {
        counts.merge(value, 1L, Long::sum);
        labels.put(value, facet == Facet.ACCOUNT ? tweet.account().screenName() : value);
      }
    }
    var chosen = selection.filters().getOrDefault(facet, List.of());
    var excluded = selection.excludes().getOrDefault(facet, List.of());
    var listed = new LinkedHashSet<String>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(value -> text.fits(value) || text.fits(labels.get(value)))
        .limit(size)
        .forEach(listed::add);
    listed.addAll(chosen);
    listed.addAll(excluded);
    var values = new ArrayList<FacetValue>();
    for (var value : listed) {
      values.add(
          new FacetValue(
              value,
              labels.getOrDefault(value, value),
              counts.getOrDefault(value, 0L),
              chosen.contains(value),
              excluded.contains(value)));
    }
    counts.remove(Facet.NONE);
    return new FacetCounts(values, counts.size());
  }
}
