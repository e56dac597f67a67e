/// The interface of searching and its vocabulary: requests in, totals, hits, facets and timelines
/// out. No engine is known here.
///
/// Entry point: `TweetSearch`.
@NullMarked
package org.trawl.search;

import org.jspecify.annotations.NullMarked;
