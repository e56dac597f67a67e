package org.trawl.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.trawl.explain.Listing;
import org.trawl.ingest.IndexCheck;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `trawl check`.
@Command(
    name = "check",
    description = {
      "Verifies an index: every byte of its files, its structures and its counts.",
      "Says what is wrong, a line each, and exits 1 if anything is."
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private IndexOption index;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    var folder = index.folder();
    IndexCheck.needMemory(folder);
    var problems = IndexCheck.check(folder);
    problems.forEach(out::println);
    if (!problems.isEmpty()) {
      return Trawl.FAILED;
    }
    try (var searcher = TweetSearch.open(folder)) {
      var archive = searcher.archive();
      out.printf(
          Locale.ROOT,
          "%s is whole: %s of %s in %s, in %s%n",
          folder,
          Listing.count(archive.tweets(), "tweet", "tweets"),
          Listing.count(archive.accounts(), "account", "accounts"),
          Listing.count(archive.operations().size(), "operation", "operations"),
          Listing.count(IndexCheck.files(folder), "file", "files"));
    }
    for (var name : IndexCheck.foreign(folder)) {
      out.println(name + " in the folder is no part of the index, and was not looked at");
    }
    return 0;
  }
}
