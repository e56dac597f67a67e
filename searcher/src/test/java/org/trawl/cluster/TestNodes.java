package org.trawl.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Deadline;

/// Real OpenSearch nodes, a process each, for tests.
public final class TestNodes implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final Path folder;
  private final int heap;
  private final List<String> settings;
  private final List<Integer> http = new ArrayList<>();
  private final List<Integer> transport = new ArrayList<>();
  private final List<@Nullable Process> processes = new ArrayList<>();

  private TestNodes(Path folder, int heap, List<String> settings) {
    this.folder = folder;
    this.heap = heap;
    this.settings = settings;
  }

  private static @Nullable TestNodes two;

  /// Two nodes for all tests of this process, which leave them as they found them: both there.
  public static synchronized TestNodes two() throws IOException, InterruptedException {
    var known = two;
    if (known == null) {
      var made = start(2, 512);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  made.close();
                } catch (IOException e) {
                  System.err.println(e);
                }
              }));
      two = made;
      return made;
    }
    return known;
  }

  /// Starts nodes and waits until they are one cluster.
  ///
  /// @param heap of each, in megabytes
  /// @param settings `NAME=VALUE` each
  public static TestNodes start(int count, int heap, String... settings)
      throws IOException, InterruptedException {
    var nodes = new TestNodes(Files.createTempDirectory("trawl-nodes"), heap, List.of(settings));
    try {
      for (int i = 0; i < count; i++) {
        nodes.http.add(freePort());
        nodes.transport.add(freePort());
        nodes.processes.add(null);
      }
      for (int i = 0; i < count; i++) {
        nodes.startNode(i);
      }
      nodes.await(count);
      return nodes;
    } catch (IOException | RuntimeException e) {
      nodes.close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Starts a node, perhaps again, with what its folder holds.
  public void startNode(int number) throws IOException {
    var home = folder.resolve("node-" + number);
    Files.createDirectories(home);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms" + heap + "m",
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dlog4j2.level=ERROR",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.trawl.cluster.NodeProcess",
            Integer.toString(number + 1),
            Integer.toString(http.get(number)),
            Integer.toString(transport.get(number)),
            home.toString(),
            transport.stream().map(Object::toString).collect(Collectors.joining(","))));
    command.addAll(settings);
    var process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(number).toFile()))
            .start();
    processes.set(number, process);
  }

  private Path log(int number) {
    return folder.resolve("node-" + number + ".log");
  }

  /// Waits until so many nodes are one cluster.
  public void await(int count) throws IOException, InterruptedException {
    var deadline = Deadline.in(START);
    while (true) {
      try {
        var client = client("wait");
        var health = client.get("/_cluster/health", Deadline.in(Duration.ofSeconds(2)));
        if (health.path("number_of_nodes").asInt() == count) {
          return;
        }
      } catch (IOException e) {
        for (int i = 0; i < processes.size(); i++) {
          if (processes.get(i) != null && !processes.get(i).isAlive()) {
            throw new IOException("a node ended: " + Files.readString(log(i)), e);
          }
        }
        if (deadline.over()) {
          throw e;
        }
      }
      Thread.sleep(100);
    }
  }

  /// The address of an archive there, with all nodes.
  public String address(String name) {
    return ClusterAddress.SCHEME
        + http.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","))
        + "/"
        + name;
  }

  ClusterClient client(String name) throws IOException {
    return new ClusterClient(ClusterAddress.of(address(name)), ClusterAccess.OPEN);
  }

  public int count() {
    return processes.size();
  }

  /// Ends a node at once, as `kill -9` does.
  public void kill(int number) throws InterruptedException {
    processes.get(number).destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    for (var process : processes) {
      if (process != null) {
        process.destroyForcibly();
      }
    }
    for (var process : processes) {
      try {
        if (process != null) {
          process.waitFor(10, TimeUnit.SECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
