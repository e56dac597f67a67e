package org.trawl.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.search.Deadline;
import org.trawl.search.TweetSearch;

/// Opens archives on a cluster: `opensearch://HOST:PORT/NAME`.
public final class ClusterEngine implements TweetSearch.Engine {
  /// What is read at the start is some megabytes.
  private static final Duration OPENING = Duration.ofMinutes(2);

  private final Map<String, String> environment;
  private @Nullable WordForms forms;
  private @Nullable LanguageDetector detector;

  /// Made as a service.
  public ClusterEngine() {
    this(System.getenv());
  }

  /// @param environment says how the cluster is spoken to
  ClusterEngine(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public boolean opens(String address) {
    return ClusterAddress.is(address);
  }

  /// @param memory for what is remembered of recent searches: a cluster remembers by itself
  @Override
  public TweetSearch open(String address, long memory) throws IOException {
    var client = client(address);
    try {
      var deadline = Deadline.in(OPENING);
      var generation = Generation.open(client, Generation.inService(client, deadline), deadline);
      return new ClusterSearch(client, generation, forms(), detector());
    } catch (ClusterRefusal e) {
      client.close();
      throw e.status() == 401 || e.status() == 403 ? ClusterState.refused(e) : e;
    } catch (IOException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private ClusterClient client(String address) throws IOException {
    return new ClusterClient(ClusterAddress.of(address), ClusterAccess.of(environment));
  }

  /// What is held of an archive is small, and only reading it tells how small.
  @Override
  public void needMemory(String address, long more) throws IOException {
    ClusterAddress.of(address);
  }

  @Override
  public List<String> problems(String address) throws IOException {
    try (var client = client(address)) {
      var index = Generation.inService(client, Deadline.in(Duration.ofSeconds(10)));
      return ClusterHealth.problems(client, index);
    }
  }

  /// Grammars and models are the same for every archive, and are read once.
  private synchronized WordForms forms() {
    var known = forms;
    if (known == null) {
      known = WordForms.load();
      forms = known;
    }
    return known;
  }

  private synchronized LanguageDetector detector() {
    var known = detector;
    if (known == null) {
      known = LanguageDetector.load();
      detector = known;
    }
    return known;
  }
}
