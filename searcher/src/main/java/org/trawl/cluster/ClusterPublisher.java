package org.trawl.cluster;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import org.trawl.index.PublishedIndex;
import org.trawl.lucene.FolderArchive;
import org.trawl.search.Deadline;
import tools.jackson.databind.JsonNode;

/// Publishes an index folder to a cluster.
///
/// What is sent makes a new *generation*, an index `NAME-gN` that nobody searches yet. When all of
/// the folder is there, as its manifest counts it, and lies on as many nodes as it should, the
/// alias `NAME` is moved to it in one step. Until then, whatever happens, searches are answered
/// from the generation before; and the same command again goes on where it was.
public final class ClusterPublisher {
  /// Tweets of one shard at most, where nobody says how many shards there are to be.
  private static final long SHARD = 20_000_000;

  /// Tweets that are worth a shard on another node.
  private static final long WORTH = 1_000_000;

  /// So many times the bytes of the folder are wanted on the cluster's disks for each copy: what
  /// was measured, and what merging takes beside it (docs/decisions/cluster.md).
  private static final double BYTES = 3;

  private static final Duration CALL = Duration.ofMinutes(1);

  /// How long to wait for all shards to lie where they should.
  private static final Duration GREEN = Duration.ofMinutes(10);

  private static final Duration MERGE = Duration.ofHours(2);

  private final ClusterClient client;
  private final ClusterAddress address;
  private final Options options;
  private final Progress progress;

  private ClusterPublisher(ClusterClient client, Options options, Progress progress) {
    this.client = client;
    this.address = client.address();
    this.options = options;
    this.progress = progress;
  }

  /// @param shards else chosen from the number of tweets and of nodes
  /// @param replicas copies of each shard beside itself; else one, or none on a single node
  /// @param removeEarlier whether earlier generations are removed when this one is in service
  public record Options(OptionalInt shards, OptionalInt replicas, boolean removeEarlier) {
    public static final Options DEFAULT =
        new Options(OptionalInt.empty(), OptionalInt.empty(), false);

    public Options {
      if (shards.orElse(1) < 1 || shards.orElse(1) > 1_024) {
        throw new IllegalArgumentException("shards must be 1 to 1024, got " + shards.getAsInt());
      }
      if (replicas.orElse(0) < 0 || replicas.orElse(0) > 20) {
        throw new IllegalArgumentException("replicas must be 0 to 20, got " + replicas.getAsInt());
      }
    }
  }

  /// Takes in how far it is.
  public interface Progress {
    /// @param note what is at hand, or empty
    void at(long done, long total, String note);
  }

  /// What became of it.
  ///
  /// @param index of the generation in service
  /// @param already whether it was there before, and nothing was to be done
  /// @param earlier indexes of other generations that are still there
  /// @param advice what would be better otherwise on the cluster: a sentence each
  public record Report(
      String index,
      long tweets,
      boolean already,
      List<String> earlier,
      List<String> advice,
      Duration took) {
    public Report {
      requireNonNull(index, "index");
      earlier = List.copyOf(earlier);
      advice = List.copyOf(advice);
      requireNonNull(took, "took");
    }
  }

  /// Publishes what a folder has published.
  ///
  /// @param to an address of a cluster
  /// @param environment says how the cluster is spoken to
  /// @throws IOException if that is not possible; the message says why and how to mend it
  public static Report publish(
      Path folder, String to, Map<String, String> environment, Options options, Progress progress)
      throws IOException {
    var address = ClusterAddress.of(to);
    var access = ClusterAccess.of(environment);
    try (var index = PublishedIndex.open(folder);
        var client = new ClusterClient(address, access)) {
      return publish(index, client, options, progress);
    }
  }

  /// The same of an index that is open.
  static Report publish(
      PublishedIndex index, ClusterClient client, Options options, Progress progress)
      throws IOException {
    return new ClusterPublisher(client, options, progress).publish(index);
  }

  private Report publish(PublishedIndex index) throws IOException {
    var started = System.nanoTime();
    var cluster = ClusterState.of(client, Deadline.in(CALL));
    var manifest = index.manifest();
    var generations = generations();
    var before = inService();
    var generation = "";
    for (var name : generations) {
      if (isOf(name, manifest)) {
        generation = name;
      }
    }
    var already = !generation.isEmpty() && before.equals(List.of(generation));
    if (!already) {
      if (generation.isEmpty()) {
        needDisk(cluster, manifest);
        generation = create(index, cluster, generations);
      }
      fill(generation, index);
      waitForGreen(generation);
      putIntoService(generation, before);
    }
    var earlier = new ArrayList<>(generations);
    earlier.remove(generation);
    if (options.removeEarlier) {
      remove(earlier);
      earlier.clear();
    }
    return new Report(
        generation,
        manifest.tweets(),
        already,
        earlier,
        cluster.advice(),
        Duration.ofNanos(System.nanoTime() - started));
  }

  /// The indexes of all generations, the first first.
  private List<String> generations() throws IOException {
    var names = new ArrayList<String>();
    client
        .get("/" + address.name() + "-g*/_alias?expand_wildcards=all", Deadline.in(CALL))
        .propertyNames()
        .forEach(names::add);
    names.removeIf(name -> address.number(name) == 0);
    names.sort(Comparator.comparingLong(address::number));
    return names;
  }

  /// The indexes that the archive's name leads to: one, or none.
  private List<String> inService() throws IOException {
    try {
      return List.copyOf(
          client.get("/_alias/" + address.name(), Deadline.in(CALL)).propertyNames());
    } catch (ClusterRefusal e) {
      if (e.status() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  private boolean isOf(String generation, Manifest manifest) throws IOException {
    var about = Generation.about(client, generation, Deadline.in(CALL));
    return about.path("version").asInt() == ClusterSchema.VERSION
        && about.path("archive").asString("").equals(identity(manifest));
  }

  private static String identity(Manifest manifest) {
    return FolderArchive.of(manifest).version() + " " + manifest.updated();
  }

  private void needDisk(ClusterState cluster, Manifest manifest) throws IOException {
    long bytes = manifest.generation().files().stream().mapToLong(Manifest.IndexFile::bytes).sum();
    long needed = (long) (bytes * BYTES * (1 + replicas(cluster)));
    if (needed > cluster.freeBytes()) {
      throw new IOException(
          "the cluster's disks have %,d MB free, and the archive needs about %,d MB there with %d replica(s)"
              .formatted(cluster.freeBytes() >> 20, needed >> 20, replicas(cluster)));
    }
  }

  private int replicas(ClusterState cluster) {
    return options.replicas.orElse(cluster.dataNodes() > 1 ? 1 : 0);
  }

  private int shards(long tweets, ClusterState cluster) {
    long full = Math.ceilDiv(tweets, SHARD);
    long worth = Math.min(cluster.dataNodes(), Math.ceilDiv(tweets, WORTH));
    return options.shards.orElse(Math.clamp(Math.max(full, worth), 1, 1_024));
  }

  private String create(PublishedIndex index, ClusterState cluster, List<String> generations)
      throws IOException {
    long last = generations.isEmpty() ? 0 : address.number(generations.getLast());
    var name = address.generation(last + 1);
    var about =
        Dsl.object()
            .put("version", ClusterSchema.VERSION)
            .put("archive", identity(index.manifest()))
            .put("tweets", index.manifest().tweets());
    about.set("numbers", ClusterDocuments.numbers(index));
    int replicas = replicas(cluster);
    make(ClusterAddress.meta(name), ClusterSchema.meta(replicas, about));
    var shards = shards(index.manifest().tweets(), cluster);
    make(name, ClusterSchema.tweets(shards, replicas, about));
    return name;
  }

  private void make(String index, JsonNode body) throws IOException {
    try {
      client.once("PUT", "/" + index, body, CALL);
    } catch (ClusterRefusal e) {
      if (e.status() == 401 || e.status() == 403) {
        throw ClusterState.refused(e);
      }
      if (!e.isOf("resource_already_exists_exception")) {
        throw new IOException("the index " + index + " cannot be made: " + e.getMessage(), e);
      }
    }
  }

  private void fill(String generation, PublishedIndex index) throws IOException {
    long tweets = index.manifest().tweets();
    refresh(generation);
    if (count(generation) < tweets) {
      var documents = new ClusterDocuments(index, WordForms.load(), LanguageDetector.load());
      try (var sender = new BulkSender(client, generation)) {
        for (int doc = 0; doc < index.reader().maxDoc(); doc++) {
          var number = doc;
          sender.send(out -> documents.write(number, out));
          progress.at(doc + 1L, tweets, "");
        }
        sender.finish();
      }
      progress.at(tweets, tweets, "merging");
      client.post(
          "/" + generation + "/_forcemerge?max_num_segments=1", new byte[0], Deadline.in(MERGE));
      refresh(generation);
    }
    long there = count(generation);
    if (there != tweets) {
      throw new IOException(
          "the index %s has %,d tweets, and the folder %,d: delete that index and publish again"
              .formatted(generation, there, tweets));
    }
    writeFiles(generation, index);
  }

  private void writeFiles(String generation, PublishedIndex index) throws IOException {
    var files = new ClusterFiles(client, ClusterAddress.meta(generation));
    var words = new ByteArrayOutputStream();
    WordList.write(index.reader(), words);
    files.write(ClusterFiles.WORDS, words.toByteArray());
    var accounts = index.columns().dictionaries().accounts().values();
    files.write(ClusterFiles.SENDERS, Generation.senders(accounts));
    var folder = Files.createTempDirectory("trawl-publish");
    try {
      var saved = folder.resolve("saved");
      index.accounts().save(saved);
      files.write(ClusterFiles.ACCOUNTS, Files.readAllBytes(saved));
      index.cells().save(saved);
      files.write(ClusterFiles.CELLS, Files.readAllBytes(saved));
    } finally {
      Files.deleteIfExists(folder.resolve("saved"));
      Files.delete(folder);
    }
    files.write(ClusterFiles.MANIFEST, ManifestFile.bytes(index.manifest()));
  }

  private void refresh(String index) throws IOException {
    client.post("/" + index + "/_refresh", new byte[0], Deadline.in(CALL));
  }

  private long count(String index) throws IOException {
    var answer = client.get("/" + index + "/_count", Deadline.in(CALL));
    Shards.requireAll(answer);
    return answer.path("count").asLong();
  }

  private void waitForGreen(String generation) throws IOException {
    var deadline = Deadline.in(GREEN);
    var path = "/_cluster/health/" + generation + "," + ClusterAddress.meta(generation);
    while (true) {
      var health = client.get(path, deadline);
      if (health.path("status").asString().equals("green")) {
        return;
      }
      int waiting = health.path("unassigned_shards").asInt();
      if (deadline.left().compareTo(Duration.ofSeconds(1)) <= 0) {
        throw new IOException(
            waiting
                + " of the shards of "
                + generation
                + " lie on no node: the cluster has "
                + health.path("number_of_data_nodes").asInt()
                + " data node(s). Add nodes or disks and run the same command again, or publish"
                + " with fewer --replicas; searches are answered as before");
      }
      progress.at(1, 1, "waiting for " + waiting + " shards");
      ClusterClient.sleep(Duration.ofMillis(200));
    }
  }

  private void putIntoService(String generation, List<String> before) throws IOException {
    client.once(
        "PUT",
        "/" + generation + "/_settings",
        Dsl.object("index", Dsl.object().put("blocks.write", true).putNull("refresh_interval")),
        CALL);
    var actions = Dsl.array();
    for (var index : before) {
      actions.add(
          Dsl.object("remove", Dsl.object().put("index", index).put("alias", address.name())));
    }
    actions.add(
        Dsl.object("add", Dsl.object().put("index", generation).put("alias", address.name())));
    try {
      client.once("POST", "/_aliases", Dsl.object("actions", actions), CALL);
    } catch (ClusterRefusal e) {
      throw new IOException(
          "the name "
              + address.name()
              + " cannot be given to "
              + generation
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private void remove(List<String> generations) throws IOException {
    for (var name : generations) {
      client.once("DELETE", "/" + name, null, CALL);
      try {
        client.once("DELETE", "/" + ClusterAddress.meta(name), null, CALL);
      } catch (ClusterRefusal e) {
        if (e.status() != 404) {
          throw e;
        }
      }
    }
  }
}
