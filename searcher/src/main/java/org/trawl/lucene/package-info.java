/// The embedded engine: answers searches from an index folder, with Lucene.
///
/// Entry point: `TweetSearcher`.
@NullMarked
package org.trawl.lucene;

import org.jspecify.annotations.NullMarked;
