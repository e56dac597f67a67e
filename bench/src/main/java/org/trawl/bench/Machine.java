package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Where and when was measured, and what.
///
/// @param commit of the sources; `+` behind it: with changes not committed
/// @param load processes that wanted to run, on average over the minute before; it should be near 0
record Machine(
    String date,
    String processor,
    int processors,
    long memoryBytes,
    String system,
    String jdk,
    String commit,
    String load) {

  static Machine here() {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        line("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        line("/proc/meminfo", "MemTotal")
            .map(kilobytes -> Long.parseLong(kilobytes.replaceAll("[^0-9]", "")) << 10)
            .orElse(0L),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        gitCommit(),
        loadNow());
  }

  private static Optional<String> line(String file, String name) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String loadNow() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String gitCommit() {
    var commit = git("rev-parse", "--short=12", "HEAD");
    return commit.isEmpty()
        ? "unknown"
        : commit + (git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "+");
  }

  private static String git(String... arguments) {
    var command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var project = Path.of(System.getProperty("bench.project", "."));
    try {
      var git = new ProcessBuilder(command).directory(project.toFile()).start();
      var said =
          new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? said.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  String markdown() {
    return """
    Measured %s on %d × %s, %.1f GiB of memory, %s, %s; sources at %s; load before: %s.
    """
        .formatted(
            date,
            processors,
            processor,
            memoryBytes / (double) (1 << 30),
            system,
            jdk,
            commit,
            load);
  }
}
