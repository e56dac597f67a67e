package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trawl.explain.Listing;
import org.trawl.ingest.IndexCheck;
import org.trawl.query.QueryAst;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `trawl check`.
@Command(
    name = "check",
    description = {
      "Verifies an index: every byte of its files, its structures and its counts; of one on a"
          + " cluster that every shard answers, and its count.",
      "Says what is wrong, a line each, and exits 1 if anything is."
    })
final class CheckCommand implements Callable<Integer> {
  private static final Duration COUNTING = Duration.ofMinutes(1);

  @Mixin private IndexOption index;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return index.isFolder() ? checkFolder(Path.of(index.address())) : checkElsewhere();
  }

  private int checkFolder(Path folder) throws IOException {
    var out = spec.commandLine().getOut();
    IndexCheck.needMemory(folder);
    var problems = IndexCheck.check(folder);
    problems.forEach(out::println);
    if (!problems.isEmpty()) {
      return Trawl.FAILED;
    }
    try (var searcher = TweetSearch.open(folder)) {
      out.println(
          folder
              + " is whole: "
              + held(searcher.archive())
              + ", in "
              + Listing.count(IndexCheck.files(folder), "file", "files"));
    }
    for (var name : IndexCheck.foreign(folder)) {
      out.println(name + " in the folder is no part of the index, and was not looked at");
    }
    return 0;
  }

  /// Of what lies elsewhere, whoever keeps it looks after the bytes; that all of it answers shows
  /// by counting it.
  private int checkElsewhere() throws IOException {
    var out = spec.commandLine().getOut();
    var address = index.address();
    var problems = new ArrayList<>(TweetSearch.engine(address).problems(address));
    if (problems.isEmpty()) {
      try (var searcher = TweetSearch.open(address)) {
        var archive = searcher.archive();
        long found = searcher.totals(List.of(new QueryAst.All()), COUNTING).getFirst();
        if (found != archive.tweets()) {
          problems.add(
              "it has %,d tweets, and its manifest %,d".formatted(found, archive.tweets()));
        } else {
          out.println(address + " is whole: " + held(archive));
        }
      } catch (QueryRefused e) {
        throw new IllegalStateException("everything is refused", e);
      }
    }
    problems.forEach(out::println);
    return problems.isEmpty() ? 0 : Trawl.FAILED;
  }

  private static String held(ArchiveInfo archive) {
    return Listing.count(archive.tweets(), "tweet", "tweets")
        + " of "
        + Listing.count(archive.accounts(), "account", "accounts")
        + " in "
        + Listing.count(archive.operations().size(), "operation", "operations");
  }
}
