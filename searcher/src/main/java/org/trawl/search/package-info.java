/// Answers queries from an index: totals, hits, facets, timeline.
///
/// Entry point: `TweetSearcher`.
@NullMarked
package org.trawl.search;

import org.jspecify.annotations.NullMarked;
