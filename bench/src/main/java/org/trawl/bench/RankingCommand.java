package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run ranking`.
@Command(
    name = "ranking",
    description =
        "Judges the order of hits by relevance, with plain BM25 over the folded words beside it:"
            + " how high a tweet is found by its telling words, and what the first hits of frequent"
            + " words are like.")
final class RankingCommand implements Callable<Integer> {
  @Option(names = "--index", paramLabel = "DIR", required = true, description = "Trawl's index.")
  private Path index;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "400",
      description = "Tweets to look for, else ${DEFAULT-VALUE}.")
  private int items;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "40",
      description = "Frequent words to search, else ${DEFAULT-VALUE}.")
  private int words;

  @Mixin private Reports reports;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Options.atLeastOne(spec, "--items", items);
    Options.atLeastOne(spec, "--words", words);
    reports.begin();
    var result = new RankingBenchmark(index, items, words).run();
    reports.write("ranking", result.tweets(), List.of(result), spec.commandLine().getOut());
    return 0;
  }
}
