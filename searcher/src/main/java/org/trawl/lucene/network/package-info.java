/// A room of the engine: networks of a search's hits, counted over the columns.
///
/// Entry point: `NetworkFinder`.
@NullMarked
package org.trawl.lucene.network;

import org.jspecify.annotations.NullMarked;
