/// How a tweet stands in the index: field names, analysis, and the way from [org.trawl.tweet.Tweet]
/// to a Lucene document and back.
///
/// Entry point: [org.trawl.schema.TweetFields].
@NullMarked
package org.trawl.schema;

import org.jspecify.annotations.NullMarked;
