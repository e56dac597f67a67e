/// What an index folder has published, as whoever writes it and whoever reads it agree on it.
///
/// Entry point: [org.trawl.index.PublishedIndex] opens it. What is in the folder is told at
/// [org.trawl.index.IndexFolder].
@NullMarked
package org.trawl.index;

import org.jspecify.annotations.NullMarked;
