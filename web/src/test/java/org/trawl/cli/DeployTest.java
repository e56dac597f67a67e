package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;

/// The files in `docs/deploy/` do what docs/deploy.md says of them.
@Timeout(120)
class DeployTest {
  private static final Path FILES = Path.of("..", "docs", "deploy");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern EXPOSURE =
      Pattern.compile("Overall exposure level for trawl\\.service: ([0-9.]+)");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /// Makes every file system read-only, for the program that follows and its children alone.
  private static final String READ_ONLY =
      """
      mount --make-rprivate / || exit 77
      while read -r _ at type _; do
        case $type in
          proc | sysfs | devpts | cgroup* | mqueue | autofs) ;;
          *) mount -o remount,bind,ro "$at" 2>&- ;;
        esac
      done </proc/self/mounts
      if touch "$1" 2>&-; then exit 77; fi
      shift
      exec "$@"
      """;

  @TempDir private Path folder;

  @Test
  void systemdTakesTheUnitAndFindsItTight() throws Exception {
    var unit = Files.readString(FILES.resolve("trawl.service"));
    var file =
        Files.writeString(folder.resolve("trawl.service"), unit.replace("/usr/bin/java", JAVA));
    assumeTrue(said("systemd-analyze", "--version").isPresent(), "no systemd-analyze here");
    assertEquals("", said("systemd-analyze", "verify", file.toString()).orElse("refused"));
    var rating =
        said("systemd-analyze", "security", "--offline=true", "--no-pager", file.toString());
    // 1.6 of 10 by systemd 252, 1.4 by 257, which knows more of the unit's settings.
    var level = EXPOSURE.matcher(rating.orElse(""));
    assertTrue(level.find(), () -> "no rating: " + rating);
    assertTrue(Double.parseDouble(level.group(1)) <= 1.6, level.group());
  }

  /// What a program prints; empty if it is not there or fails.
  private static java.util.Optional<String> said(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0
          ? java.util.Optional.of(printed.strip())
          : java.util.Optional.empty();
    } catch (IOException e) {
      return java.util.Optional.empty();
    }
  }

  /// The arguments of the container's program, but for its jar, which is this class path.
  private static List<String> container() throws IOException {
    var text = Files.readString(FILES.resolve("Containerfile"));
    var words = QUOTED.matcher(text.substring(text.indexOf("ENTRYPOINT"))).results();
    var all = new ArrayList<>(words.map(word -> word.group(1)).toList());
    int jar = all.indexOf("-jar");
    all.subList(jar, jar + 2).clear();
    all.addAll(jar, List.of("-cp", System.getProperty("java.class.path"), Trawl.class.getName()));
    all.set(0, JAVA);
    return all;
  }

  @Test
  void everythingIsAnsweredWhereNothingCanBeWritten() throws Exception {
    new ArchiveGenerator(300, 7, 1).write(folder.resolve("files"), done -> {});
    var index = folder.resolve("index");
    var options = IndexOptions.of(List.of(folder.resolve("files")), index);
    new TweetIndexer(options.withThreads(1), IndexProgress.SILENT).run();
    var command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", READ_ONLY, "sh"));
    command.add(folder.resolve("try").toString());
    command.addAll(container());
    command.replaceAll(word -> word.equals("/index") ? index.toString() : word);
    command.replaceAll(word -> word.equals("0.0.0.0") ? "127.0.0.1" : word);
    command.addAll(List.of("--port", "0"));
    assumeTrue(said("unshare", "--mount", "true").isPresent(), "no right to make name spaces here");
    var before = state(index);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      asks(address(process));
    } finally {
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it does not end");
    }
    assertEquals(before, state(index));
  }

  private static String address(Process process) throws IOException {
    var printed = new StringBuilder();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      printed.append(line).append('\n');
      var at = line.indexOf("http://");
      if (at >= 0) {
        return line.substring(at, line.indexOf('/', at + "http://".length()));
      }
    }
    throw new AssertionError("it ended: " + printed);
  }

  private static void asks(String server) throws Exception {
    for (var path :
        List.of(
            "/?q=a*",
            "/archive",
            "/healthz",
            "/metrics",
            "/api/search?q=a*",
            "/api/export?format=csv",
            "/api/export?format=jsonl",
            "/api/export?format=xlsx")) {
      answers(HttpRequest.newBuilder(URI.create(server + path)));
    }
    var lines = "q\n" + "election OR news\n".repeat(2_000);
    answers(
        HttpRequest.newBuilder(URI.create(server + "/api/batch"))
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(lines)));
    var part =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.txt\"\r\n\r\n";
    answers(
        HttpRequest.newBuilder(URI.create(server + "/lists"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(part + "@name\n".repeat(200_000) + "\r\n--x--\r\n")));
  }

  private static void answers(HttpRequest.Builder request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), () -> answer.uri() + " " + answer.body());
    }
  }

  /// Every file of a folder with its size and time of change.
  private static List<String> state(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      var state = new ArrayList<String>();
      for (var file : files.sorted().toList()) {
        state.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
      return state;
    }
  }
}
