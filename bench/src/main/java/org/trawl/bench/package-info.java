/// Measurements of Trawl, each beside plain Lucene over the same tweets; no part of the program.
/// [org.trawl.bench.Bench] has the commands, `bench/README.md` says how to read them.
@org.jspecify.annotations.NullMarked
package org.trawl.bench;
