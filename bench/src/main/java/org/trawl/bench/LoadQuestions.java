package org.trawl.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Questions to a server in the words of its own archive, of all kinds: words from the most
/// frequent to the rarest, several, phrases, patterns, filters, dates, orders. The same index gives
/// the same ones.
final class LoadQuestions {
  private static final int PAGES = 4;
  private static final int WORDS = 24;
  private static final int SHORTEST = 3;
  private static final int PHRASES = 10;
  private static final int FACET_VALUES = 2;
  private static final int PREFIX = 4;

  private static final Pattern WORD = Pattern.compile("\\p{L}{" + SHORTEST + ",20}");
  private static final List<String> ORDERS =
      List.of("relevance", "newest", "oldest", "likes", "retweets");

  /// Words that queries use otherwise.
  private static final Set<String> RESERVED = Set.of("and", "not", "near");

  private final TrawlServer server;
  private final Set<String> texts = new LinkedHashSet<>();

  private LoadQuestions(TrawlServer server) {
    this.server = server;
  }

  static List<Parameters> of(TrawlServer server) throws IOException, InterruptedException {
    var questions = new LoadQuestions(server);
    questions.gather();
    return questions.texts.stream().map(Parameters::new).toList();
  }

  private void gather() throws IOException, InterruptedException {
    var tweets = new ArrayList<List<String>>();
    for (var order : ORDERS) {
      add("", "sort=" + order);
      tweets.addAll(tweets(order));
    }
    var words = ranked(tweets);
    for (var i = 0; i < words.size(); i++) {
      ofWord(words.get(i), words.get((i + 1) % words.size()), ORDERS.get(i % ORDERS.size()));
    }
    add(String.join(" OR ", words.subList(0, Math.min(4, words.size()))));
    tweets.stream()
        .filter(tweet -> tweet.size() > 1)
        .limit(PHRASES)
        .forEach(tweet -> add("\"" + tweet.get(0) + " " + tweet.get(1) + "\""));
    var everything = Reports.JSON.readTree(server.ask(path("q=")));
    facets(everything, words.getFirst());
    dates(everything, words.getFirst());
  }

  private void add(String query, String... parameters) {
    var text = new StringBuilder("q=").append(query);
    for (var parameter : parameters) {
      text.append('&').append(parameter);
    }
    texts.add(text.toString());
  }

  private static String path(String parameters) {
    return TrawlServer.path(new Parameters(parameters), Optional.empty());
  }

  /// The words of tweets in an order, each once a tweet.
  private List<List<String>> tweets(String order) throws IOException, InterruptedException {
    var asked = new Parameters("q=&sort=" + order + "&size=100&facets=none&timeline=none");
    var tweets = new ArrayList<List<String>>();
    var after = Optional.<String>empty();
    for (var page = 0; page < PAGES; page++) {
      var answer = Reports.JSON.readTree(server.ask(TrawlServer.path(asked, after)));
      answer.path("hits").forEach(hit -> tweets.add(words(hit.path("text").asString())));
      after = TrawlServer.text(answer.get("next"));
      if (after.isEmpty()) {
        break;
      }
    }
    return tweets;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .filter(word -> !RESERVED.contains(word))
        .distinct()
        .toList();
  }

  /// Words from the most frequent to the rarest, evenly by the logarithm of their rank.
  private static List<String> ranked(List<List<String>> tweets) throws IOException {
    var counts = new HashMap<String, Integer>();
    for (var tweet : tweets) {
      tweet.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    var ranked =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    if (ranked.isEmpty()) {
      throw new IOException("the index has no words to ask for");
    }
    var chosen = new LinkedHashSet<String>();
    for (var i = 0; i < WORDS; i++) {
      chosen.add(ranked.get((int) Math.pow(ranked.size(), i / (double) WORDS) - 1));
    }
    return List.copyOf(chosen);
  }

  private void ofWord(String word, String other, String order) {
    add(word);
    add(word, "sort=" + order);
    add(word + " " + other);
    add(word + " -" + other);
    add(word + " is:retweet");
    add(word.substring(0, Math.min(PREFIX, word.length())) + "*");
    add(word + "~1");
  }

  private void facets(JsonNode everything, String word) {
    var facets = everything.path("facets");
    for (var name : facets.propertyNames()) {
      var values = facets.path(name).path("values");
      for (var i = 0; i < Math.min(FACET_VALUES, values.size()); i++) {
        var chosen = name + ":" + values.get(i).path("value").asString();
        // What parts parameters here cannot be written in them.
        if (!chosen.contains("&")) {
          add("", "filter=" + chosen);
          add(word, "exclude=" + chosen);
        }
      }
    }
  }

  private void dates(JsonNode everything, String word) {
    var buckets = everything.path("timeline").path("buckets");
    for (var part = 1; part <= 3; part++) {
      var at = buckets.path(buckets.size() * part / 4).path("start").asString("");
      if (!at.isEmpty()) {
        add("", "since=" + at);
        add(word, "until=" + at);
      }
    }
  }
}
