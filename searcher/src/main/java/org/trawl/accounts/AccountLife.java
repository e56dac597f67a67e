package org.trawl.accounts;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// What an account did in its tweets of a search, told one after another in order of time.
public final class AccountLife {
  /// Values that are told of an account.
  static final int VALUES = 5;

  /// A tweet that is read as no language.
  private static final String NO_LANGUAGE = "und";

  private final List<ValueTurn.Sent> languages = new ArrayList<>();
  private final List<ValueTurn.Sent> topics = new ArrayList<>();
  private final Map<String, Long> clients = new HashMap<>();
  private final LongStream.Builder times = LongStream.builder();

  /// What is told of it.
  ///
  /// @param languages it wrote, as Trawl read them, the most frequent first
  /// @param clients it sent tweets from, the most frequent first
  /// @param language its turn from one language to another; empty for few tweets or none
  /// @param topic its turn from some hashtags to others
  /// @param tempo its turn from one pace to another
  public record Told(
      List<Counted> languages,
      List<Counted> clients,
      Optional<ValueChange> language,
      Optional<ValueChange> topic,
      Optional<TempoChange> tempo) {
    public Told {
      languages = List.copyOf(languages);
      clients = List.copyOf(clients);
      requireNonNull(language, "language");
      requireNonNull(topic, "topic");
      requireNonNull(tempo, "tempo");
    }
  }

  /// A value and in how many tweets it stands.
  public record Counted(String value, long count) {}

  /// The next tweet.
  ///
  /// @param time seconds since 1970, not before the tweet before
  /// @param language as Trawl read it, ISO code; `und` for none
  /// @param hashtags folded, each once
  public void add(long time, String language, String client, List<String> hashtags) {
    times.add(time);
    long month = TempoTurn.month(time);
    languages.add(new ValueTurn.Sent(month, language));
    if (!client.isEmpty()) {
      clients.merge(client, 1L, Long::sum);
    }
    hashtags.forEach(tag -> topics.add(new ValueTurn.Sent(month, tag)));
  }

  public Told told() {
    var read = languages.stream().filter(sent -> !sent.value().equals(NO_LANGUAGE)).toList();
    var counts = new HashMap<String, Long>();
    languages.forEach(sent -> counts.merge(sent.value(), 1L, Long::sum));
    return new Told(
        most(counts),
        most(clients),
        new ValueTurn(read).find(),
        new ValueTurn(topics).find(),
        TempoTurn.find(times.build().toArray()));
  }

  private static List<Counted> most(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Counted(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::value))
        .limit(VALUES)
        .toList();
  }
}
