package org.trawl.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.trawl.search.SearchRequest.Sort;

/// The orders of hits as the help names them.
final class SortNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Sort.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).iterator();
  }
}
