package org.trawl.bench;

import static java.util.Objects.requireNonNull;

/// One question of the list, its words filled in.
///
/// @param name of its line in the list
/// @param category what it stands for, such as `phrase`
/// @param trawl as Trawl is asked
/// @param baseline as the baseline is asked: classic Lucene syntax
record Question(String name, String category, Parameters trawl, Parameters baseline) {
  Question {
    requireNonNull(name, "name");
    requireNonNull(category, "category");
    requireNonNull(trawl, "trawl");
    requireNonNull(baseline, "baseline");
  }
}
