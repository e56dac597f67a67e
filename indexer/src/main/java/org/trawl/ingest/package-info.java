/// Archive files to a published index folder.
///
/// Entry points: [org.trawl.ingest.TweetIndexer] builds and extends, [org.trawl.ingest.IndexCheck]
/// verifies.
@NullMarked
package org.trawl.ingest;

import org.jspecify.annotations.NullMarked;
