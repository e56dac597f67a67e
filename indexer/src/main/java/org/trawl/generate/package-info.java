/// Makes synthetic archives in Twitter's official layouts, for the demo, tests and benchmarks. All
/// in them is invented: words by rule, people, places' news, accounts, links.
///
/// A tweet is a function of the seed, its operation and its number alone. So blocks of tweets can
/// be made on any number of threads with the same bytes in the end, and a retweet can make the
/// tweet it repeats once more instead of remembering it.
///
/// Entry point: [org.trawl.generate.ArchiveGenerator].
@NullMarked
package org.trawl.generate;

import org.jspecify.annotations.NullMarked;
