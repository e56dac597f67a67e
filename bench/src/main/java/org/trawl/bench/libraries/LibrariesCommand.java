package org.trawl.bench.libraries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.apache.lucene.index.LeafReaderContext;
import org.trawl.index.PublishedIndex;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.names.Spellings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run libraries`.
@Command(
    name = "libraries",
    description =
        "Trawl's own sets of hits, caches and near spellings, beside libraries that do the same.")
public final class LibrariesCommand implements Callable<Integer> {
  @Option(names = "--index", paramLabel = "DIR", required = true, description = "Trawl's index.")
  private Path index = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    try (var opened = PublishedIndex.open(index)) {
      var segment =
          opened.reader().leaves().stream()
              .map(LeafReaderContext::reader)
              .max(Comparator.comparingInt(leaf -> leaf.maxDoc()))
              .orElseThrow();
      out.println(HitSets.of(segment).markdown());
      out.println(RecentlyFound.markdown());
      var accounts =
          new AccountDirectory(opened.columns().dictionaries().accounts(), opened.accounts());
      var spellings = new Spellings(opened.reader(), accounts);
      out.println(new NearSpellings(opened.reader(), spellings).markdown());
    }
    out.flush();
    return 0;
  }
}
