/// Archive files to an index folder, and back from the folder to what a searcher reads.
///
/// Entry points: [org.trawl.index.TweetIndexer] builds and extends,
/// [org.trawl.index.PublishedIndex] reads, [org.trawl.index.IndexCheck] verifies. What is in the
/// folder is told at [org.trawl.index.IndexFolder].
@NullMarked
package org.trawl.index;

import org.jspecify.annotations.NullMarked;
