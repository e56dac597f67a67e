package org.trawl.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where reports go: tables to standard output and into a Markdown file, all numbers into a JSON
/// file beside it. Also an option of every command that measures.
final class Reports {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// Without line breaks.
  static final JsonMapper LINE = JsonMapper.builder().build();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "${sys:bench.output:-bench-reports}",
      description = "Where the report and the logs of what is measured go, else ${DEFAULT-VALUE}.")
  private Path folder = Path.of("bench-reports");

  private Optional<Machine> machine = Optional.empty();

  /// A report.
  ///
  /// @param sections by name
  private record Report(Machine machine, long tweets, Map<String, Section> sections) {

    String markdown() {
      var text = new StringBuilder();
      text.append("# %,d tweets\n\n%s".formatted(tweets, machine.markdown()));
      sections.forEach(
          (name, section) -> text.append("\n## %s\n\n%s".formatted(name, section.markdown())));
      return text.toString();
    }
  }

  /// The file that a program which is measured prints into.
  Path log(String program) {
    return folder.resolve("logs").resolve(program + ".log");
  }

  /// Takes down where and when; before anything is measured.
  void begin() {
    machine = Optional.of(Machine.here());
  }

  /// Prints a report and writes it to `NAME-TWEETS.md` and `.json`.
  void write(String name, long tweets, List<? extends Section> sections, PrintWriter out)
      throws IOException {
    var named = new LinkedHashMap<String, Section>();
    sections.forEach(section -> named.put(section.name(), section));
    var report = new Report(machine.orElseGet(Machine::here), tweets, named);
    Files.createDirectories(folder);
    var file = name + "-" + tweets;
    Files.writeString(folder.resolve(file + ".json"), JSON.writeValueAsString(report));
    Files.writeString(folder.resolve(file + ".md"), report.markdown());
    out.print(report.markdown());
    out.println();
    out.println("Written to " + folder.resolve(file + ".md") + " and .json");
    out.flush();
  }
}
