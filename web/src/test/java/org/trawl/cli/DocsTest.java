package org.trawl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the documents say about the command line is so: every option is told, every example runs,
/// every link leads to a file.
class DocsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path COMMAND_LINE = ROOT.resolve("docs/command-line.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir static Path folder;

  @BeforeAll
  static void makeIndex() throws IOException {
    var archive = folder.resolve("archive").toString();
    var index = folder.resolve("tweets-index").toString();
    assertEquals(
        0, run(List.of("generate", "--tweets", "500", "--seed", "1", "--output", archive)));
    assertEquals(0, run(List.of("index", archive, "--index", index)));
    Files.writeString(folder.resolve("queries.csv"), "query\nis:retweet\n");
  }

  private static List<Path> documents() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"));
        var top = Files.list(ROOT)) {
      return Stream.concat(docs, top).filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void everyOptionIsTold() throws IOException {
    var sections = Files.readString(COMMAND_LINE).split("\n## ", -1);
    for (var command :
        Trawl.commandLine(OutputStream.nullOutputStream()).getSubcommands().entrySet()) {
      if (command.getKey().equals("help")) {
        continue;
      }
      var section =
          Stream.of(sections)
              .filter(s -> s.startsWith("trawl " + command.getKey() + "\n"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no section on trawl " + command.getKey()));
      for (var option : command.getValue().getCommandSpec().options()) {
        if (!option.inherited() && !option.usageHelp() && !option.versionHelp()) {
          assertTrue(
              section.contains("`" + option.longestName()),
              command.getKey() + " " + option.longestName() + " is not told");
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleRuns() throws IOException {
    var examples = new ArrayList<String>();
    for (var document : documents()) {
      var lines = Files.readString(document).lines().toList();
      lines.stream().filter(l -> l.startsWith("./trawl ")).forEach(examples::add);
    }
    assertTrue(examples.size() > 5, "only " + examples);
    return examples.stream().map(e -> DynamicTest.dynamicTest(e, () -> runExample(e)));
  }

  /// Runs an example on this test's own files. A server would not end, a password is asked for, no
  /// cluster and the real archive is not here: of those the words are checked only.
  private static void runExample(String example) {
    var args = new ArrayList<String>();
    var words = WORD.matcher(example.replaceAll("\\s+#.*", ""));
    while (words.find()) {
      args.add(words.group(1) != null ? words.group(1) : words.group(2));
    }
    args.removeFirst();
    if (example.contains("~/")
        || example.contains("opensearch://")
        || args.getFirst().equals("password")
        || args.getFirst().equals("serve")
        || args.getFirst().equals("demo")) {
      Trawl.commandLine(OutputStream.nullOutputStream()).parseArgs(args.toArray(String[]::new));
      return;
    }
    args.replaceAll(DocsTest::local);
    assertEquals(0, run(args), args::toString);
  }

  private static String local(String arg) {
    return switch (arg) {
      case "archive", "tweets-index", "sample" -> folder.resolve(arg).toString();
      default -> arg.matches("[a-z-]+\\.[a-z]+") ? folder.resolve(arg).toString() : arg;
    };
  }

  private static int run(List<String> args) {
    var printed = new StringWriter();
    var exit =
        Trawl.commandLine(OutputStream.nullOutputStream())
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(printed, true))
            .execute(args.toArray(String[]::new));
    if (exit != 0) {
      System.err.println(printed);
    }
    return exit;
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    var broken = new ArrayList<String>();
    for (var document : documents()) {
      var links = LINK.matcher(Files.readString(document));
      while (links.find()) {
        if (!Files.exists(document.resolveSibling(links.group(1)))) {
          broken.add(ROOT.relativize(document) + ": " + links.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }
}
